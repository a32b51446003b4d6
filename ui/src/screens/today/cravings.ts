/** What may be said about two weeks of cravings: counts, never reasons. */
import type { Day } from "../../ipc";

/** Below this many check-ins nothing is said about what is usual. */
export const ENOUGH = 10;
/** A range is "mostly" when it holds at least this part of the days. */
const MOSTLY = 0.75;

export interface Usual {
  low: number;
  high: number;
  /** Days whose strongest craving lies in the range. */
  inside: number;
  /** Days with a check-in. */
  days: number;
}

/** The strongest of each day that has a check-in; a day without one is no number. */
export function known(days: readonly Day[]): number[] {
  return days.flatMap(({ strongest }) => (strongest === null ? [] : [strongest]));
}

/** The narrowest range that holds most days; null while it is too early to say. */
export function usual(days: readonly Day[], checkIns: number): Usual | null {
  if (checkIns < ENOUGH) return null;
  const sorted = known(days).sort((a, b) => a - b);
  const wanted = Math.ceil(sorted.length * MOSTLY);
  let best: [number, number] | null = null;
  for (let first = 0; first + wanted <= sorted.length; first += 1) {
    const range: [number, number] = [sorted[first] ?? 0, sorted[first + wanted - 1] ?? 0];
    if (!best || range[1] - range[0] < best[1] - best[0]) best = range;
  }
  if (!best) return null;
  const [low, high] = best;
  return {
    low,
    high,
    inside: sorted.filter((value) => value >= low && value <= high).length,
    days: sorted.length,
  };
}

/** The place of the day to name: the highest, the latest of several; -1 without one above 0. */
export function highestDay(days: readonly Day[]): number {
  const most = Math.max(0, ...known(days));
  return most === 0 ? -1 : days.findLastIndex(({ strongest }) => strongest === most);
}
