/** The paths of a chart. They stretch with it; what is written stays HTML. Pure. */
import { area, line } from "d3-shape";
import type { Timeline } from "../../ipc";
import { addDays, type Day, daysBetween, dayShort, locale, numeral } from "../../lib/dates";
import { along, type Step } from "./steps";

/** From 0 at the bottom to 10 at the top, in percent from above. */
export function height(value: number): number {
  return 100 - value * 10;
}

/**
 * A line through what is known, broken at every gap. What stands alone is drawn as a point
 * of its own: a line without length has round ends, which the chart would stretch.
 */
export function linePath(steps: readonly Step[], value: (step: Step) => number | null): string {
  const known = (place: number) => {
    const step = steps[place];
    return step !== undefined && value(step) !== null;
  };
  const path = line<Step>()
    .defined((_, place) => known(place) && (known(place - 1) || known(place + 1)))
    .x(({ x }) => x)
    .y((step) => height(value(step) ?? 0));
  return path([...steps]) ?? "";
}

/** The ground under that line. */
export function areaPath(steps: readonly Step[], value: (step: Step) => number | null): string {
  const path = area<Step>()
    .defined((step) => value(step) !== null)
    .x(({ x }) => x)
    .y0(100)
    .y1((step) => height(value(step) ?? 0));
  return path([...steps]) ?? "";
}

/** A date under the chart. */
export interface Tick {
  x: number;
  label: string;
}

/** So many rem a date needs. */
const TICK_REM = 4.5;

/**
 * The dates under the chart: those of the sessions while they find room, otherwise as
 * evenly as a calendar allows.
 */
export function ticksOf({ window, sessions }: Timeline, rem: number): Tick[] {
  const { from, to } = window;
  const most = Math.max(2, Math.floor(rem / TICK_REM));
  const held = [...new Set(sessions.map(({ day }) => day))];
  const days =
    held.length >= 2 && held.length <= most && window.zoom !== "life"
      ? held
      : calendar(from, to, Math.min(most, 9));
  const ticks: Tick[] = [];
  let year = "";
  let month = "";
  for (const day of days) {
    const x = along(day, from, to);
    const label = labelOf(day, window, { year, month });
    [year, month] = [day.slice(0, 4), day.slice(0, 7)];
    ticks.push({ x, label });
  }
  return apart(ticks, (TICK_REM / Math.max(rem, 1)) * 100);
}

/** Drops the dates that would touch the one before. */
export function apart<One extends { x: number }>(all: readonly One[], least: number): One[] {
  const kept: One[] = [];
  for (const one of all) {
    const before = kept.at(-1);
    if (!before || one.x - before.x >= least * 0.8) kept.push(one);
  }
  return kept;
}

/*
 * Not those of d3-scale: with it comes d3-color, which sets `constructor` on an object, and
 * the window freezes the prototype of all objects, so that this throws.
 */
function calendar(from: Day, to: Day, most: number): Day[] {
  const days = daysBetween(from, to);
  const byDay = [1, 2, 7, 14].find((step) => days / step < most);
  if (byDay !== undefined)
    return Array.from({ length: Math.floor(days / byDay) + 1 }, (_, place) =>
      addDays(from, place * byDay),
    );
  const months = monthsOf(to) - monthsOf(from);
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((each) => months / each < most) ?? 600;
  const ticks: Day[] = [];
  for (let month = Math.ceil(monthsOf(from) / step) * step; month <= monthsOf(to); month += step) {
    const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    if (day >= from && day <= to) ticks.push(day);
  }
  return ticks;
}

/** Months since the year 0. */
function monthsOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** "5 Feb", then "12" while the month is the same; "Mar 2024", "2019" over years. */
function labelOf(
  day: Day,
  { from, to, unit }: Timeline["window"],
  before: { year: string; month: string },
): string {
  if (unit === "day") {
    if (day.slice(0, 7) === before.month) return numeral(Number(day.slice(8)));
    return dayShort(day);
  }
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  if (years >= 4) return day.slice(0, 4);
  return new Intl.DateTimeFormat(locale(), {
    month: "short",
    ...(day.slice(0, 4) !== before.year && { year: "numeric" }),
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}
