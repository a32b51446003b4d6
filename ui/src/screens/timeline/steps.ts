/** The steps of a chart: every day, week or month of its window, known or not. Pure. */
import type { Point, Timeline, Unit } from "../../ipc";
import { addDays, daysBetween, type Day } from "../../lib/dates";
import { addMonths } from "../../lib/month";

/** A day, week or month of the window. */
export interface Step {
  /** Its first and last day, as far as they lie in the window. */
  from: Day;
  to: Day;
  /** What is known of it; null is a gap. */
  point: Point | null;
  /** The middle of it, from 0 to 100 along the chart. */
  x: number;
}

/** The first day of the step that holds a day; weeks begin on Monday, as the journal counts them. */
export function startOf(day: Day, unit: Unit): Day {
  if (unit === "day") return day;
  if (unit === "month") return `${day.slice(0, 7)}-01`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, 1 - weekday);
}

/** The first day of the step after. */
export function nextOf(start: Day, unit: Unit): Day {
  if (unit === "day") return addDays(start, 1);
  return unit === "week" ? addDays(start, 7) : addMonths(start, 1);
}

/** Where a day stands along the chart, from 0 to 100; outside of the window, beyond. */
export function along(day: Day, from: Day, to: Day): number {
  const length = Math.max(1, daysBetween(from, to));
  return (daysBetween(from, day) / length) * 100;
}

/** Every step of the window, in order. */
export function stepsOf({ window, points }: Pick<Timeline, "window" | "points">): Step[] {
  const known = new Map(points.map((point) => [point.from, point]));
  const steps: Step[] = [];
  const { from, to, unit } = window;
  for (let start = startOf(from, unit); start <= to; start = nextOf(start, unit)) {
    const first = start < from ? from : start;
    const end = addDays(nextOf(start, unit), -1);
    const last = end > to ? to : end;
    const x = (along(first, from, to) + along(last, from, to)) / 2;
    steps.push({ from: first, to: last, point: known.get(start) ?? null, x });
  }
  return steps;
}

/** The place of the step that holds a day; the nearest one for days outside. */
export function placeOf(steps: readonly Step[], day: Day): number {
  const after = steps.findIndex(({ to }) => to >= day);
  return after === -1 ? steps.length - 1 : after;
}

/** The place of the step nearest to a point along the chart. */
export function nearest(steps: readonly Step[], x: number): number {
  let best = 0;
  steps.forEach((step, place) => {
    if (Math.abs(step.x - x) < Math.abs((steps[best]?.x ?? 0) - x)) best = place;
  });
  return best;
}

/** Whether a check-in was there. An entry alone is no number. */
export function isGap({ point }: Step): boolean {
  return point === null || point.days === 0;
}

/** Places of steps with a number and none on either side: a line would not show them. */
export function alone(steps: readonly Step[], value: (step: Step) => number | null): number[] {
  const none = (place: number) => {
    const step = steps[place];
    return step === undefined || value(step) === null;
  };
  return steps.flatMap((_, place) =>
    !none(place) && none(place - 1) && none(place + 1) ? [place] : [],
  );
}

/** The strongest craving of a step, 0 to 10; null in a gap. */
export function cravingOf({ point }: Step): number | null {
  return !point || point.strongest === null ? null : point.strongest / 10;
}

/** The mood of a step, 0 to 10; null where none was told. */
export function moodOf({ point }: Step): number | null {
  return !point || point.mood === null ? null : point.mood / 10;
}
