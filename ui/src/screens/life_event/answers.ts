/** What can be answered about something on the timeline. Pure. */
import type { PartialDate } from "../../ipc";
import { locale } from "../../lib/dates";

/** Mood then, −5 very low to +5 very high. */
export const MOODS = Array.from({ length: 11 }, (_, place) => place - 5);
/** How much was used then. */
export const AMOUNTS = [0, 1, 2, 3, 4] as const;

/** "−3", "0", "+3" */
export function moodLabel(mood: number): string {
  return new Intl.NumberFormat(locale(), { signDisplay: "exceptZero" }).format(mood);
}

/** Whether an end does not lie before its beginning, as far as both are known. */
export function orderly(from: PartialDate, to: PartialDate): boolean {
  return lastDay(to) >= firstDay(from);
}

function firstDay({ date, precision }: PartialDate): string {
  return precision === "day" ? date : date.slice(0, precision === "year" ? 4 : 7);
}

function lastDay({ date, precision }: PartialDate): string {
  // Later than any day in it, however long the month.
  return precision === "day" ? date : `${date.slice(0, precision === "year" ? 4 : 7)}-99`;
}
