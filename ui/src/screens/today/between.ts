/** Where things stand on the line between the last session and the next. */
import type { Moment, SessionMark } from "../../ipc";

export interface Between {
  /** Today, 0 to 1 from the last session to the next. */
  at: number;
  /** Moments written down, at the same measure, rising. */
  dots: number[];
}

/** Where today stands when nothing is planned ahead. */
const OPEN_END = 0.8;
/** Dots nearer than this are drawn as one. */
const TOGETHER = 0.012;
/** Today keeps off the bars at both ends. */
const EDGE = 0.02;

/** The line for what is known; without a last session it begins with the first moment. */
export function between(
  now: Moment,
  last: SessionMark | null,
  next: SessionMark | null,
  moments: readonly Moment[],
): Between {
  const times = moments
    .map((moment) => Date.parse(moment))
    .filter((time) => time <= Date.parse(now));
  const from = last ? Date.parse(last.at) : Math.min(Date.parse(now), ...times);
  const today = Date.parse(now);
  const at = next ? within(today, from, Math.max(Date.parse(next.at), today)) : OPEN_END;
  const dots = times.map((time) => within(time, from, today) * at).sort((a, b) => a - b);
  return { at: Math.min(1 - EDGE, Math.max(EDGE, at)), dots: apart(dots) };
}

function within(time: number, from: number, to: number): number {
  return to > from ? Math.min(1, Math.max(0, (time - from) / (to - from))) : 0;
}

function apart(dots: readonly number[]): number[] {
  const kept: number[] = [];
  for (const dot of dots) if (dot - (kept.at(-1) ?? -1) >= TOGETHER) kept.push(dot);
  return kept;
}
