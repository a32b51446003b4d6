/** The days of one month, as a calendar shows them. */
import { addDays, type Day, locale } from "./dates";

/** The weekday a week begins with where the reader lives: 1 is Monday, 7 is Sunday. */
export function firstWeekday(where = locale()): number {
  const region = new Intl.Locale(where) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? 1;
}

/** The whole weeks that hold the month of `day`. */
export function weeksAround(day: Day, first = firstWeekday()): Day[][] {
  const month = day.slice(0, 7);
  let at = startOfWeek(`${month}-01`, first);
  const weeks: Day[][] = [];
  do {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(at, index)));
    at = addDays(at, 7);
  } while (at.startsWith(month));
  return weeks;
}

/** The first day of the week that holds `day`. */
export function startOfWeek(day: Day, first = firstWeekday()): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, -((weekday - first + 7) % 7));
}

/** The same day some months later or earlier; the last day where a month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}
