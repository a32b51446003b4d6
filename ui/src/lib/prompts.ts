/**
 * Which questions Today offers (domain reference G).
 *
 * Odd questions stand on one day and even ones on the next, so that none comes
 * two days running, whatever else changes in between. Within a day the choice
 * follows from the date alone.
 *
 * Questions that lead towards speaking with someone are only asked when the
 * person said that this feels safe (D.7; ruling "Dispute safety").
 */
import type { Area, Day, Record as Entry, Today } from "../ipc";
import { dayOf, daysBetween, type Day as DayText } from "./dates";

export type Group = "dispute" | "grief" | "transition" | "connection" | "craving" | "session";
export type Prompt = Asked | Own;
/** A question of the reference. */
export interface Asked {
  group: Group;
  /** From 1, as in the reference. */
  number: number;
}
/** A question of one's own. */
export interface Own {
  own: string;
  text: string;
  area: Area | null;
}

/** How many are offered at once. */
export const OFFERED = 3;
const COUNT: Record<Group, number> = {
  dispute: 8,
  grief: 8,
  transition: 8,
  connection: 8,
  craving: 6,
  session: 6,
};
/** A session is near within so many days. */
const NEAR_DAYS = 2;
/** A craving as strong as this, lately, brings up the questions about cravings. */
const STRONG = 4;
const RECENT_DAYS = 3;
/** Asked only about someone with whom raising things feels safe, or nobody in particular. */
const REHEARSAL = [5];

export interface Known {
  /** Someone with whom there is a conflict, and whether raising things with them is safe. */
  conflict: { safe: boolean } | null;
  /** Whether somebody has died. */
  loss: boolean;
  /** Questions of one's own. */
  own?: readonly Own[];
}

/** The questions of one's own among these records; empty ones are none. */
export function ownPrompts(records: readonly Entry[]): Own[] {
  return records.flatMap(({ id, body }) =>
    body.kind === "prompt" && body.text.trim() !== ""
      ? [{ own: id, text: body.text.trim(), area: body.area }]
      : [],
  );
}

/** How many questions the reference has for a list. */
export function countOf(group: Group): number {
  return COUNT[group];
}

/** Everything that may be asked today, best first. */
export function promptsFor(today: Today, known: Known): Prompt[] {
  const day = dayOf(today.now);
  const lists = groups(today, known).map((group) =>
    ofDay(group, day, allowed(group, today, known)),
  );
  const [main = [], ...others] = lists;
  return interleave([main, ownOfDay(day, today, known), ...others]);
}

/** Which lists are asked from, the most fitting first. */
function groups(today: Today, known: Known): Group[] {
  const order: Group[] = [];
  const main = mainGroup(today.course?.main_area ?? null, known);
  const near = nearSession(today);
  order.push(main);
  const second = today.course?.second_area ?? null;
  if (second !== null && mainGroup(second, known) === second && second !== main) order.push(second);
  if (near.before || near.after || near.ending) order.push("session");
  if (lately(today.days)) order.push("craving");
  if (!order.includes("connection")) order.push("connection");
  if (known.loss && !order.includes("grief")) order.push("grief");
  return order;
}

function mainGroup(area: Area | null, known: Known): Group {
  const wanted = area ?? (known.conflict ? "dispute" : known.loss ? "grief" : "connection");
  // Without someone to name, or without a clear yes, nothing is asked about a dispute.
  return wanted === "dispute" && !known.conflict?.safe ? "connection" : wanted;
}

function allowed(group: Group, today: Today, known: Known): number[] {
  const all = Array.from({ length: COUNT[group] }, (_, index) => index + 1);
  if (group === "connection")
    return known.conflict && !known.conflict.safe ? without(all, REHEARSAL) : all;
  if (group === "craving") return usedLately(today.days) ? all : without(all, [5]);
  if (group !== "session") return all;
  const { before, after, ending } = nearSession(today);
  return [...(before ? [1, 2, 3] : []), ...(after ? [4] : []), ...(ending ? [5, 6] : [])];
}

function nearSession({ now, course }: Today): { before: boolean; after: boolean; ending: boolean } {
  const until = course?.days_until ?? null;
  const since = course?.last ? daysBetween(dayOf(course.last.at), dayOf(now)) : null;
  return {
    before: until !== null && until <= NEAR_DAYS,
    after: since !== null && since <= 1,
    ending:
      course?.phase === "ending" ||
      Boolean(course?.last && course.last.number >= course.planned - NEAR_DAYS),
  };
}

function lately(days: readonly Day[]): boolean {
  return (
    days.slice(-RECENT_DAYS).some(({ strongest }) => (strongest ?? 0) >= STRONG) || usedLately(days)
  );
}

function usedLately(days: readonly Day[]): boolean {
  return days.slice(-RECENT_DAYS).some(({ used }) => used === "used");
}

function without(all: readonly number[], left: readonly number[]): number[] {
  return all.filter((number) => !left.includes(number));
}

/** One's own questions of that day: of the areas that are worked on, or of any. */
function ownOfDay(day: DayText, { course }: Today, known: Known): Own[] {
  const count = daysBetween("2020-01-01", day);
  const areas = [course?.main_area ?? null, course?.second_area ?? null];
  const worked = areas.some((area) => area !== null);
  return (known.own ?? []).filter(
    ({ own, area }) =>
      // The id decides the day, so that taking one away moves no other.
      Number.parseInt(own.slice(-1), 16) % 2 === count % 2 &&
      (area === null || !worked || areas.includes(area)) &&
      (area !== "dispute" || known.conflict?.safe === true),
  );
}

/** The group's questions of that day: every second one, beginning elsewhere each time. */
function ofDay(group: Group, day: DayText, numbers: readonly number[]): Asked[] {
  const count = daysBetween("2020-01-01", day);
  const turn = numbers.filter((number) => number % 2 === count % 2);
  const start = turn.length > 0 ? Math.floor(count / 2) % turn.length : 0;
  return [...turn.slice(start), ...turn.slice(0, start)].map((number) => ({ group, number }));
}

/** Two of the first list, then one of each other, and so on. */
function interleave(lists: readonly Prompt[][]): Prompt[] {
  const [main = [], ...others] = lists.map((list) => [...list]);
  const mixed = main.splice(0, OFFERED - 1);
  const rest = [...others, main];
  while (rest.some((list) => list.length > 0)) {
    for (const list of rest) {
      const [next] = list.splice(0, 1);
      if (next) mixed.push(next);
    }
  }
  return mixed;
}
