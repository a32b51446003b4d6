/**
 * Days and times in words.
 *
 * A moment carries the writer's own offset and is shown as their clock showed
 * it, wherever the computer is now. A day is a plain YYYY-MM-DD.
 */
import { language } from "./words.svelte";

/** YYYY-MM-DD */
export type Day = string;
/** RFC 3339 with an offset. */
export type MomentText = string;

const MS_PER_DAY = 86_400_000;

/** Monday 9 March (or as the reader's region writes it). */
export function dayLong(day: Day): string {
  return format(day, { weekday: "long", day: "numeric", month: "long" });
}

/** Thu 5 March */
export function dayMedium(day: Day): string {
  return format(day, { weekday: "short", day: "numeric", month: "long" });
}

/** 9 Mar */
export function dayShort(day: Day): string {
  return format(day, { day: "numeric", month: "short" });
}

/** Sun 8 Mar */
export function dayBrief(day: Day): string {
  return format(day, { weekday: "short", day: "numeric", month: "short" });
}

/** 9 March 2026 */
export function dayWithYear(day: Day): string {
  return format(day, { day: "numeric", month: "long", year: "numeric" });
}

/** March 2026 */
export function monthYear(day: Day): string {
  return format(day, { month: "long", year: "numeric" });
}

/** Thursday, or Thu */
export function weekday(day: Day, length: "long" | "short" = "long"): string {
  return format(day, { weekday: length });
}

/** Sat 5 Dec 2026 */
export function dayFull(day: Day): string {
  return format(day, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
}

/** 8:02 pm, as the writer's clock showed it. */
export function timeOf(moment: MomentText): string {
  const text = formatter({ hour: "numeric", minute: "2-digit" }).format(wallClock(moment));
  // English capitals shout; "8:02 pm" is how the design writes it.
  return text.replace(/\b[AP]M\b/, (half) => half.toLowerCase());
}

/** The writer's local day of a moment. */
export function dayOf(moment: MomentText): Day {
  return moment.slice(0, 10);
}

/** HH:MM of a moment, for a time field. */
export function clockOf(moment: MomentText): string {
  return moment.slice(11, 16);
}

/** Today by this computer's clock. */
export function today(now = new Date()): Day {
  return localDay(now);
}

/** A moment from a day and HH:MM in this computer's own zone, with its offset. */
export function momentAt(day: Day, clock: string): MomentText {
  const local = new Date(`${day}T${clock}:00`);
  return `${day}T${clock}:00${offset(local)}`;
}

/** Now, with this computer's offset. */
export function nowMoment(now = new Date()): MomentText {
  const clock = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(":");
  return `${localDay(now)}T${clock}${offset(now)}`;
}

/** Whole days from one day to another; positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((asDate(to).getTime() - asDate(from).getTime()) / MS_PER_DAY);
}

/** The day so many days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  return new Date(asDate(day).getTime() + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** A number as the reader's region writes it. */
export function numeral(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/**
 * The locale for dates: the system's region if it speaks the chosen language,
 * otherwise the language alone. Some systems report "C", which Intl refuses.
 */
export function locale(system = navigator.language, chosen = language()): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(system);
    if (canonical?.split("-")[0] === chosen.split("-")[0]) return canonical ?? chosen;
  } catch {
    // Not a language tag.
  }
  return chosen;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const where = locale();
  const key = where + JSON.stringify(shape);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(where, { ...shape, timeZone: "UTC" });
  formatters.set(key, made);
  return made;
}

function format(day: Day, shape: Intl.DateTimeFormatOptions): string {
  return formatter(shape).format(asDate(day));
}

function asDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The wall clock of a moment, dressed as UTC so that no zone moves it. */
function wallClock(moment: MomentText): Date {
  return new Date(`${moment.slice(0, 19)}Z`);
}

function localDay(date: Date): Day {
  return [
    String(date.getFullYear()).padStart(4, "0"),
    two(date.getMonth() + 1),
    two(date.getDate()),
  ].join("-");
}

function offset(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const sign = minutes < 0 ? "-" : "+";
  return `${sign}${two(Math.trunc(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
