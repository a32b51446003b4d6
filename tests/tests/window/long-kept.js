// What the journal holds of these records now: the body of each, and whether it is still a draft.
const [ids, done] = arguments;
const read = (id) => window.__TAURI_INTERNALS__.invoke("record", { id });
Promise.all(ids.map(read)).then(
  (opened) => done(opened.map(({ record, draft }) => ({ body: record.body, draft }))),
  (error) => done(`it fails: ${JSON.stringify(error) ?? error}`),
);
