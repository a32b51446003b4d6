/** The life chart of the stand-in: day by day, as the journal crate draws it. */
import type {
  Body,
  ChartLane,
  ChartQuery,
  KindName,
  Mark,
  PartialDate,
  Point,
  Record as Entry,
  Timeline,
  Unit,
  Zoom,
} from "./bindings";

/** What the rest of the stand-in knows of a record. */
export interface Known {
  entries: readonly KindName[];
  peopleOf: (record: Entry) => string[];
  nameOf: (id: string) => string;
}

type CheckIn = Extract<Body, { kind: "check_in" }>;

/** The chart. Weeks are left out: sample journals are short, or their years are told by the month. */
export function fakeTimeline(
  all: readonly Entry[],
  { zoom, day }: ChartQuery,
  now: string,
  known: Known,
): Timeline {
  const today = now.slice(0, 10);
  const sessions = all
    .flatMap(({ id, at, body: { kind, ...body } }) =>
      kind === "session" && "status" in body && "number" in body && typeof body.number === "number"
        ? [{ id, number: body.number, day: at.slice(0, 10), status: body.status as never }]
        : [],
    )
    .sort((a, b) => a.day.localeCompare(b.day)) as Timeline["sessions"];
  const marks = all.flatMap((record) => markOf(record, today, known));
  const lasting = marks.filter((mark) => mark.at === null);
  const first = [
    ...all.filter(({ body }) => isPlaced(body.kind, known)).map(({ at }) => at.slice(0, 10)),
    ...lasting.map(({ from }) => from),
  ].sort()[0];
  const held = sessions.findLast((one) => one.status === "held" && one.day <= today)?.day;
  const next = sessions.find((one) => one.status === "planned" && one.day >= today)?.day;
  const ends = { last_session: held, course: sessions[0]?.day, life: first, four_weeks: undefined };
  const from = ends[zoom];
  const back = plus(today, -27);
  const window = from
    ? windowOf(zoom, from, next ?? today)
    : day && day < back
      ? windowOf("four_weeks", plus(day, -14), plus(day, 13))
      : windowOf("four_weeks", back, today);
  const meets = (start: string, end: string) => start <= window.to && end >= window.from;
  const zooms: Zoom[] = ["four_weeks"];
  if (held) zooms.unshift("last_session");
  if (sessions.length > 0) zooms.push("course");
  if (first) zooms.push("life");
  return {
    today,
    window,
    zooms,
    points: pointsOf(all, window, known),
    sessions: sessions.filter((one) => meets(one.day, one.day)),
    marks: marks
      .filter((mark) => meets(mark.from, mark.to))
      .sort((a, b) => a.from.localeCompare(b.from)),
    crowded: false,
    undated: all.flatMap((record) => undatedOf(record, today, known)),
    scores: [],
    ratings: ratingsOf(all, known).filter(({ points }) => points.length > 0),
  };
}

function isPlaced(kind: KindName, { entries }: Known): boolean {
  return kind === "check_in" || kind === "session" || entries.includes(kind);
}

function windowOf(zoom: Zoom, from: string, to: string): Timeline["window"] {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return { zoom, from, to, unit: days < 400 ? "day" : "month" };
}

function pointsOf(all: readonly Entry[], { from, to, unit }: Timeline["window"], known: Known) {
  const days = new Map<string, CheckIn[]>();
  for (const { at, body } of all)
    if (body.kind === "check_in" && at.slice(0, 10) >= from && at.slice(0, 10) <= to)
      days.set(at.slice(0, 10), [...(days.get(at.slice(0, 10)) ?? []), body]);
  const steps = new Map<string, [string, CheckIn[]][]>();
  for (const [day, those] of days) {
    const start = startOf(day, unit);
    steps.set(start, [...(steps.get(start) ?? []), [day, those]]);
  }
  const points = [...steps].map(([start, those]) => pointOf(start, those));
  for (const point of points)
    point.entries = all.filter(
      ({ at, body }) =>
        known.entries.includes(body.kind) && startOf(at.slice(0, 10), unit) === point.from,
    ).length;
  return points.sort((a, b) => a.from.localeCompare(b.from));
}

function pointOf(from: string, days: [string, CheckIn[]][]): Point {
  const strongest = days.map(([, those]) =>
    Math.max(...those.map(({ craving, peak }) => Math.max(craving ?? 0, peak ?? 0))),
  );
  const moods = days.flatMap(([, those]) => {
    const told = those.flatMap(({ mood }) => (mood === null ? [] : [mood]));
    return told.length > 0 ? [average(told)] : [];
  });
  const used = (answer: string) =>
    days.filter(([, those]) => those.some((one) => one.used === answer)).length;
  return {
    from,
    check_ins: days.reduce((sum, [, those]) => sum + those.length, 0),
    days: days.length,
    strongest: Math.round(average(strongest) * 10),
    highest: Math.max(...strongest),
    mood: moods.length > 0 ? Math.round(average(moods) * 10) : null,
    mood_days: moods.length,
    used_days: used("yes"),
    known_days: days.filter(([, those]) =>
      those.some((one) => one.used === "yes" || one.used === "no"),
    ).length,
    late: false,
    entries: 0,
  };
}

function lasts({ at, body }: Entry): [ChartLane, PartialDate | null] | null {
  if (body.kind === "life_event") {
    const lanes = {
      event: "life",
      mood: "then",
      use: "then",
      treatment: "care",
      medication: "care",
    };
    return [lanes[body.lane] as ChartLane, body.from];
  }
  if (body.kind === "loss") return ["life", body.died_on];
  if (body.kind === "transition") return ["life", body.changed_on];
  if (body.kind !== "dispute" && body.kind !== "connection") return null;
  return ["people", { date: at.slice(0, 10), precision: "day" }];
}

function markOf(record: Entry, today: string, known: Known): Mark[] {
  const { at, body } = record;
  const lasting = lasts(record);
  if (lasting === null) {
    if (!known.entries.includes(body.kind)) return [];
    const lane =
      body.kind === "grief" || body.kind === "memory"
        ? "life"
        : ["conflict", "contact", "attempt", "event"].includes(body.kind)
          ? "people"
          : null;
    const began: PartialDate = { date: at.slice(0, 10), precision: "day" };
    return [{ ...plain(record, began, known), lane, at }];
  }
  const [lane, began] = lasting;
  if (!began) return [];
  const open = "work" in body && body.kind !== "loss" && body.work.status === "open";
  const on = open || (body.kind === "life_event" && body.goes_on);
  const ended = body.kind === "life_event" ? body.to : null;
  const mark = { ...plain(record, began, known), lane, ended, goes_on: on };
  const to = ended ? lastOf(ended) : on ? today : mark.to;
  const then = body.kind === "life_event" ? { mood: body.mood, amount: body.amount } : {};
  return [{ ...mark, ...then, to }];
}

function undatedOf(record: Entry, today: string, known: Known): Mark[] {
  const lasting = lasts(record);
  if (lasting === null || lasting[1] !== null) return [];
  return [{ ...plain(record, { date: today, precision: "day" }, known), lane: lasting[0] }];
}

function plain(record: Entry, began: PartialDate, known: Known): Mark {
  const { id, body } = record;
  const line = "what_happened" in body ? body.what_happened : body.kind === "note" ? body.text : "";
  return {
    id,
    kind: body.kind,
    lane: null,
    title: "title" in body ? body.title.trim() : "",
    who: known.peopleOf(record).map(known.nameOf).filter(Boolean),
    line: line.trim().slice(0, 160),
    at: null,
    from: startOf(began.date, began.precision),
    to: lastOf(began),
    began,
    ended: null,
    goes_on: false,
    mood: null,
    amount: null,
  };
}

function ratingsOf(all: readonly Entry[], known: Known): Timeline["ratings"] {
  const found: Timeline["ratings"] = [];
  for (const { at, body } of [...all].sort((a, b) => a.at.localeCompare(b.at))) {
    if (body.kind !== "weekly") continue;
    for (const measure of ["resolution", "grief", "warmth", "interference", "mastery"] as const) {
      const value = body[measure];
      if (value === null) continue;
      const work = all.find(({ id }) => id === body.focus);
      const [person] = work ? known.peopleOf(work) : [];
      const title = work && "title" in work.body ? work.body.title : "";
      const about = title || (person ? known.nameOf(person) : "");
      const same = found.find((one) => one.measure === measure && one.focus === body.focus);
      const point = { day: at.slice(0, 10), value };
      if (same) same.points.push(point);
      else found.push({ focus: body.focus, about, measure, points: [point] });
    }
  }
  return found;
}

function startOf(day: string, unit: Unit | "year"): string {
  if (unit === "year") return `${day.slice(0, 4)}-01-01`;
  return unit === "month" ? `${day.slice(0, 7)}-01` : day;
}

function lastOf({ date, precision }: PartialDate): string {
  if (precision === "day") return date;
  if (precision === "year") return `${date.slice(0, 4)}-12-31`;
  const [year = 0, month = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
