// Puts into the journal what a long life writes: forty people, a conversation of sixty turns, and
// notes of 5,000 characters. Called with a callback, which gets the ids of what is long, or what
// went wrong.
const done = arguments[arguments.length - 1];
const call = (name, args = {}) => window.__TAURI_INTERNALS__.invoke(name, args);
const RINGS = ["very_close", "close", "around_me", "out_of_touch", null];
const NAMES = ["Ada", "Bo", "Maximiliana-Theodora von Hohenstein", "Dov", "Émile", "Fay", "Gus", "Hal"];

const times = (count, make) => Array.from({ length: count }, (_, place) => make(place));
const text = (letters, sentence = "We talked about the week and what it asked of each of us. ") =>
  sentence.repeat(Math.ceil(letters / sentence.length)).slice(0, letters).trim();
// Without a single place to break a line.
const WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente".repeat(2);

async function keep(kind, body, people = []) {
  const record = await call("new_record", { kind });
  Object.assign(record.body, body);
  record.around.people = people;
  record.share = "to_bring";
  const { id } = await call("save_record", { record });
  return id ?? record.id;
}

async function fill() {
  const people = [];
  for (const place of times(40, (at) => at)) {
    const name = `${NAMES[place % NAMES.length]} ${place + 1}`;
    const about = place % 4 === 0 ? text(200) : "";
    const circle = RINGS[place % RINGS.length];
    people.push(await keep("person", { name, about, circle, feel_safe: "yes" }));
  }
  const turns = times(60, (place) => ({
    speaker: place % 2 === 0 ? "me" : { person: people[0] },
    said: place % 7 === 0 ? text(600) : `Turn ${place + 1}: then what do you want me to say?`,
    meant: place % 5 === 0 ? text(200) : "",
    felt: [],
    not_said: place % 6 === 0 ? WORD : "",
    nonverbal: "",
  }));
  const conflict = await keep(
    "conflict",
    { title: `Sixty turns ${text(150)}`, what_happened: text(5000), turns, turning_point: 30 },
    people.slice(0, 12),
  );
  const note = await keep("note", { title: "A long note", text: text(5000) }, people.slice(0, 12));
  const word = WORD.repeat(50).slice(0, 5000);
  const unbroken = await keep("note", { title: "Unbroken", text: word });
  const right = await keep("note", {
    title: "Righthand",
    text: text(5000, "דיברנו על השבוע ועל מה שהוא ביקש מכל אחד מאיתנו. "),
  });
  const memory = await keep("memory", { title: WORD, text: text(5000) }, [people[2]]);
  const dispute = await keep("dispute", {
    title: `The long one ${text(150)}`,
    person: people[0],
    good_enough: text(5000),
    mine: times(12, () => ({ text: text(180), importance: 3, said: "partly", met: "no" })),
  });
  return [conflict, note, unbroken, right, memory, dispute];
}

fill().then(
  (ids) => done(ids),
  (error) => done(`it fails: ${JSON.stringify(error) ?? error} ${error}`),
);
