/** When something was made or changed, near days by name. */
import type { Moment } from "../ipc";
import { addDays, dayMedium, dayOf, dayWithYear, timeOf, today, type Day } from "../lib/dates";
import { words } from "../lib/words.svelte";

/** today at 14:02, yesterday at 14:02, Sun 8 March at 14:02, 8 March 2025 at 14:02. */
export function whenOf(moment: Moment, now: Day = today()): string {
  const day = dayOf(moment);
  const time = timeOf(moment);
  if (day === now) return words("keeping-today-at", { time });
  if (day === addDays(now, -1)) return words("keeping-yesterday-at", { time });
  return words("keeping-day-at", { day: dayName(day, now), time });
}

/** A day, with its year once that is not this one. */
export function dayName(day: Day, now: Day = today()): string {
  return day.slice(0, 4) === now.slice(0, 4) ? dayMedium(day) : dayWithYear(day);
}
