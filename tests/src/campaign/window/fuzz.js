// Calls with arguments that nobody's form sends. What changes the journal without a secret always
// carries at least one thing that must be refused.
const [seed, count, strange] = arguments;
const done = arguments[arguments.length - 1];
let state = seed >>> 0;
function below(end) {
  // Mulberry32: the same seed gives the same calls.
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
}
const pick = (list) => list[below(list.length)];
function deep(depth) {
  let value = 1;
  for (let at = 0; at < depth; at++) value = at % 2 ? [value] : { a: value };
  return value;
}
const HOSTILE = [
  () => null, () => true, () => -1, () => 0, () => 1.5, () => 1e308, () => 2 ** 63, () => -(2 ** 31),
  () => "", () => "\u0000", () => "\ud800", () => "\u202e\u200d\ufeff", () => "e\u0301".repeat(50),
  () => "../../../../etc/passwd", () => "file:///etc/passwd", () => "C:\\Windows\\x", () => "%s%n%x",
  () => "'; DROP TABLE records; --", () => '" OR 1=1 NEAR(', () => "*", () => "a AND OR NOT (",
  () => "<img src=x onerror=__xss=1>", () => "__proto__", () => "9".repeat(400),
  () => "2026-02-30", () => "9999-12-31T23:59:59+99:99", () => "00000000-0000-0000-0000-000000000000",
  () => [], () => ({}), () => [[]], () => Array(2000).fill("a"), () => Array(9).fill("0000"),
  () => deep(40), () => (below(60) ? "x".repeat(5000) : "x".repeat(3_000_000)), () => (below(60) ? deep(120) : deep(3000)),
  () => Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, at])),
];
function places(value, path = []) {
  if (value === null || typeof value !== "object") return [path];
  return [path, ...Object.keys(value).flatMap((key) => places(value[key], [...path, key]))];
}
function mutate(args) {
  const copy = structuredClone(args);
  const all = places(copy).filter((path) => path.length > 0);
  for (let times = 1 + below(3); times > 0 && all.length > 0; times--) {
    const path = pick(all);
    const last = path.at(-1);
    const parent = path.slice(0, -1).reduce((at, key) => at?.[key], copy);
    if (parent === null || typeof parent !== "object") continue;
    const how = below(8);
    if (how === 0) delete parent[last];
    else if (how === 1 && !Array.isArray(parent)) parent[`${last}_`] = pick(HOSTILE)();
    else parent[last] = pick(HOSTILE)();
  }
  return copy;
}
// A field that nobody knows, inside the argument: it must be refused whatever else is right.
const MUST_FAIL = ["record", "settings", "prefs", "choices"];
function spoil(args) {
  for (const name of MUST_FAIL) {
    if (!args[name] || typeof args[name] !== "object") continue;
    // A list takes no such field, and an empty one is read as an object with nothing in it.
    if (Array.isArray(args[name])) args[name] = { list: args[name] };
    args[name][`q${below(9)}`] = pick(HOSTILE)();
  }
  return args;
}
const names = Object.keys(CALLS).filter((name) => !strange.includes(name));
const UNKNOWN = ["plugin:fs|read_file", "plugin:shell|open", "eval", "", "constructor", "unlock\u0000", "plugin:event|emit"];


// A call that takes longer than this hangs: a dialog of the system waits for someone, or worse.
const PATIENCE_MS = 12_000;
// The driver waits 30 seconds for all of it. What is left of the calls goes into the next script.
const ENOUGH_MS = 10_000;

function timed(name, args) {
  const begun = performance.now();
  const answered = invoke(name, args).then((answer) => {
    return { name, answer, took: performance.now() - begun };
  });
  const late = new Promise((stop) => {
    setTimeout(() => stop({ name, late: JSON.stringify(args).slice(0, 300) }), PATIENCE_MS);
  });
  return Promise.race([answered, late]);
}

async function all() {
  const sum = { ok: 0, codes: {}, refused: 0, faults: [], late: [], slowest: 0, slow: "" };
  const begun = performance.now();
  for (let left = count; left > 0 && performance.now() - begun < ENOUGH_MS; ) {
    const wave = Math.min(left, 64);
    left -= wave;
    const answers = Array.from({ length: wave }, () => {
      const name = below(40) ? pick(names) : pick(UNKNOWN);
      const args = Object.hasOwn(CALLS, name) ? spoil(mutate(CALLS[name])) : { a: pick(HOSTILE)() };
      return timed(name, args);
    });
    for (const { name, answer, took, late } of await Promise.all(answers)) {
      if (late) {
        sum.late.push(`${name} ${late}`);
        continue;
      }
      if ("value" in answer) sum.ok++;
      else if (answer.code) sum.codes[answer.code] = (sum.codes[answer.code] ?? 0) + 1;
      else sum.refused++;
      if (answer.code === "fault") sum.faults.push(name);
      if (took > sum.slowest) [sum.slowest, sum.slow] = [Math.round(took), name];
    }
    if (sum.late.length > 0) break;
  }
  return sum;
}
all().then(done, (error) => done({ error: String(error) }));
