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
import type { Area, Day, Today } from "../../ipc";
import { dayOf, daysBetween, type Day as DayText } from "../../lib/dates";

export type Group = "dispute" | "grief" | "transition" | "connection" | "craving" | "session";
export interface Prompt {
  group: Group;
  /** From 1, as in the reference. */
  number: number;
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
}

/** Everything that may be asked today, best first. */
export function promptsFor(today: Today, known: Known): Prompt[] {
  const day = dayOf(today.now);
  const lists = groups(today, known).map((group) =>
    ofDay(group, day, allowed(group, today, known)),
  );
  return interleave(lists);
}

/** Which lists are asked from, the most fitting first. */
function groups(today: Today, known: Known): Group[] {
  const order: Group[] = [];
  const main = mainGroup(today.course?.main_area ?? null, known);
  const near = nearSession(today);
  order.push(main);
  if (near.before || near.after) order.push("session");
  if (lately(today.days)) order.push("craving");
  if (main !== "connection") order.push("connection");
  if (known.loss && main !== "grief") order.push("grief");
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
    ending: Boolean(course?.last && course.last.number >= course.planned - NEAR_DAYS),
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

/** The group's questions of that day: every second one, beginning elsewhere each time. */
function ofDay(group: Group, day: DayText, numbers: readonly number[]): Prompt[] {
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
