// Everything that the open journal holds, read through the commands that the page may call. One
// read that is refused makes all of it an error.
const done = arguments[arguments.length - 1];
const call = (name, args = {}) => window.__TAURI_INTERNALS__.invoke(name, args);
const query = (kinds, after) => ({
  text: "",
  kinds,
  people: [],
  from: null,
  to: null,
  share: null,
  after,
  limit: 200,
});
const KINDS = ["conflict", "grief", "note", "check_in", "loss", "person"];

async function rows() {
  const found = [];
  for (let after = null; ; ) {
    const page = await call("journal_list", { query: query(KINDS, after) });
    found.push(...page.rows);
    if (!page.more) return found;
    after = page.more;
  }
}

async function all() {
  const [people, course, today, offer, settings] = await Promise.all(
    ["people", "course", "today", "page_offer", "settings"].map((name) => call(name)),
  );
  const records = [];
  for (const row of await rows()) records.push(await call("record", { id: row.id }));
  for (const row of today.drafts ?? []) records.push(await call("record", { id: row.id }));
  records.push(...(await call("trashed")));
  return JSON.stringify({ records, people, course, offer: offer.choices, settings });
}

all().then(done, (error) => done({ error: JSON.stringify(error) ?? String(error) }));
