/** The patterns of the stand-in: plain counts, with nothing tested against chance. */
import type { Body, PatternGroup, PatternLine, Patterns, Record as Entry, Span } from "./bindings";

type CheckIn = Extract<Body, { kind: "check_in" }>;
type What = PatternLine["what"];
type Seen = Entry & { body: CheckIn };

/** From so many check-ins on something is said. */
const ENOUGH = 10;
const STRONG = 6;
const HOURS = [6, 9, 12, 15, 17, 19, 21];

const strongest = ({ body }: Seen) => Math.max(body.craving ?? 0, body.peak ?? 0);
const dayOf = ({ at }: Entry) => at.slice(0, 10);
const hourOf = ({ at }: Entry) => Number(at.slice(11, 13));
const daysOf = (seen: readonly Seen[]) => new Set(seen.map(dayOf)).size;
const isStrong = (one: Seen) => strongest(one) >= STRONG;
const weekdayOf = (one: Entry) => (new Date(`${dayOf(one)}T00:00:00Z`).getUTCDay() + 6) % 7;

function average(seen: readonly Seen[]): number {
  const sum = seen.map(strongest).reduce((all, one) => all + one, 0);
  return seen.length === 0 ? 0 : Math.round((sum / seen.length) * 10);
}

function partOf(hour: number): "morning" | "afternoon" | "evening" | "night" {
  if (hour < 6 || hour >= 21) return "night";
  if (hour < 12) return "morning";
  return hour < 17 ? "afternoon" : "evening";
}

function led(seen: readonly Seen[]): PatternLine["entries"] {
  return [...seen].reverse().map((one) => ({ id: one.id, at: one.at, strongest: strongest(one) }));
}

function group(
  asked: PatternGroup["asked"],
  seen: readonly Seen[],
  answers: (one: Seen) => What[] | null,
  nameOf: (id: string) => string,
): PatternGroup {
  const told = seen.filter((one) => answers(one) !== null);
  const all = new Map<string, { what: What; seen: Seen[] }>();
  for (const one of told) {
    for (const what of answers(one) ?? []) {
      const key = JSON.stringify(what);
      const known = all.get(key) ?? { what, seen: [] };
      all.set(key, { what, seen: [...known.seen, one] });
    }
  }
  const lines = [...all.values()].map(({ what, seen: there }): PatternLine => ({
    what,
    name:
      "company" in what && typeof what.company === "object" && "person" in what.company
        ? nameOf(what.company.person)
        : "",
    strong: there.filter(isStrong).length,
    all: there.length,
    days: daysOf(there),
    average: average(there),
    stands_out: null,
    entries: led(there.filter(isStrong)),
  }));
  if (asked !== "day_part" && asked !== "weekday") lines.sort((a, b) => b.strong - a.strong);
  const strong = told.filter(isStrong).length;
  return { asked, told: told.length, strong, average: average(told), lines };
}

/** The patterns of all check-ins, whatever part of the time is asked for. */
export function fakePatterns(
  records: readonly Entry[],
  span: Span,
  nameOf: (id: string) => string,
): Patterns {
  const seen = records
    .filter((one): one is Seen => one.body.kind === "check_in" && one.body.craving !== null)
    .sort((a, b) => a.at.localeCompare(b.at));
  const first = seen[0];
  const empty: Patterns = {
    span,
    spans: ["four_weeks", "course"],
    since: first ? dayOf(first) : null,
    check_ins: seen.length,
    days: daysOf(seen),
    strong: null,
    hours: HOURS,
    week: [],
    groups: [],
    helped: [],
  };
  if (seen.length < ENOUGH) return empty;
  const strong = seen.filter(isStrong);
  const ifTold = <T>(list: readonly T[], what: (one: T) => What) =>
    list.length === 0 ? null : list.map(what);
  const groups = [
    group("day_part", seen, (one) => [{ day_part: partOf(hourOf(one)) }], nameOf),
    group("weekday", seen, (one) => [{ weekday: weekdayOf(one) }], nameOf),
    group("trigger", seen, ({ body }) => ifTold(body.triggers, (trigger) => ({ trigger })), nameOf),
    group("company", seen, ({ body }) => ifTold(body.with, (company) => ({ company })), nameOf),
    group(
      "place",
      seen,
      ({ body }) => (body.place === null ? null : [{ place: body.place }]),
      nameOf,
    ),
  ].filter(({ lines }) => lines.length > 0);
  return {
    ...empty,
    strong: { at_least: STRONG, check_ins: strong.length, days: daysOf(strong) },
    week: weekOf(seen),
    groups,
    helped: [],
  };
}

function weekOf(seen: readonly Seen[]): Patterns["week"] {
  const cells = new Map<string, Patterns["week"][number]>();
  for (const one of seen) {
    const hour = hourOf(one);
    const column = HOURS.findLastIndex((start) => start <= hour);
    const [weekday, hours] = [weekdayOf(one), column < 0 ? HOURS.length - 1 : column];
    const key = `${weekday} ${hours}`;
    const known = cells.get(key) ?? { weekday, hours, strong: 0, all: 0 };
    cells.set(key, {
      ...known,
      strong: known.strong + (isStrong(one) ? 1 : 0),
      all: known.all + 1,
    });
  }
  return [...cells.values()];
}
