/** Dates that are known only in part, and days that come back each year. Pure. */
import type { KeptDay, PartialDate, YearlyDay } from "../ipc";
import { daysBetween, dayWithYear, locale, monthYear, type Day } from "../lib/dates";

/** How far ahead a day counts as near. */
export const NEAR_DAYS = 14;

/** What was typed of a date; empty parts are not known. */
export interface Typed {
  day: string;
  month: string;
  year: string;
}

/** The parts of a date as fields show them. */
export function typedOf(known: PartialDate | null): Typed {
  if (!known) return { day: "", month: "", year: "" };
  const [year = "", month = "", day = ""] = known.date.split("-");
  return {
    year,
    month: known.precision === "year" ? "" : String(Number(month)),
    day: known.precision === "day" ? String(Number(day)) : "",
  };
}

/** The date that was typed; null for none, and which part is wrong otherwise. */
export function partial(typed: Typed, today: Day): PartialDate | null | "year" | "day" {
  const { day, month, year } = typed;
  if (year === "") return day === "" && month === "" ? null : "year";
  if (!/^\d{4}$/.test(year) || Number(year) < 1900 || year > today.slice(0, 4)) return "year";
  if (month === "") return day === "" ? { date: `${year}-01-01`, precision: "year" } : "day";
  const date = [year, month.padStart(2, "0"), (day || "1").padStart(2, "0")].join("-");
  if (!exists(date) || date > today) return "day";
  return { date, precision: day === "" ? "month" : "day" };
}

/** "14 June 2025", "June 2025" or "2025", as exactly as it is known. */
export function partialLine({ date, precision }: PartialDate): string {
  if (precision === "year") return date.slice(0, 4);
  return precision === "month" ? monthYear(date) : dayWithYear(date);
}

/** A day of the year that was typed; null for none, false for one that cannot be. */
export function yearly(day: string, month: string): YearlyDay | null | false {
  if (day === "" && month === "") return null;
  // A leap year has every day there is.
  if (
    day === "" ||
    month === "" ||
    !exists(`2024-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
  )
    return false;
  return { month: Number(month), day: Number(day) };
}

/** "22 March" */
export function yearlyLine({ month, day }: YearlyDay): string {
  const shape = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale(), shape).format(Date.UTC(2024, month - 1, day));
}

/** The days of a month to choose from; the first choice is none. */
export function dayOptions(none: string): { value: string; label: string }[] {
  const days = Array.from({ length: 31 }, (_, day) => String(day + 1));
  return [{ value: "", label: none }, ...days.map((day) => ({ value: day, label: day }))];
}

/** The months to choose from; the first choice is none. */
export function monthOptions(none: string): { value: string; label: string }[] {
  const name = new Intl.DateTimeFormat(locale(), { month: "long", timeZone: "UTC" });
  const months = Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: name.format(Date.UTC(2024, month, 1)),
  }));
  return [{ value: "", label: none }, ...months];
}

/** When a day of the year next comes round, today included; 29 February is kept on the 28th in other years. */
export function nextOf({ month, day }: YearlyDay, today: Day): Day {
  const year = Number(today.slice(0, 4));
  const inYear = (which: number) => {
    const date = `${which}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    return exists(date) ? date : `${which}-02-28`;
  };
  const now = inYear(year);
  return now >= today ? now : inYear(year + 1);
}

/** The kept day that comes next, if it is near. */
export function nearest(kept: readonly KeptDay[], today: Day): { kept: KeptDay; on: Day } | null {
  const [next] = kept
    .map((one) => ({ kept: one, on: nextOf(one.on, today) }))
    .sort((a, b) => a.on.localeCompare(b.on));
  return next && daysBetween(today, next.on) <= NEAR_DAYS ? next : null;
}

function exists(date: Day): boolean {
  const known = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(known.getTime()) && known.toISOString().startsWith(date);
}
