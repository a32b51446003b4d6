/** What the timeline says about a mark or a step, in words. */
import type { Mark, PartialDate, Timeline, Unit } from "../../ipc";
import { kindLabel } from "../../entry/labels";
import { listed } from "../../entry/people";
import { dayLong, daysBetween, dayWithYear, locale, monthYear, type Day } from "../../lib/dates";
import { givenName } from "../../lib/people";
import { words } from "../../lib/words.svelte";
import type { Step } from "./steps";

/** A number with at most one place after the point. */
export function decimal(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);
}

/** Tenths as a number. */
export function tenths(value: number): string {
  return decimal(value / 10);
}

/** The writer's title, or what it is and with whom. */
export function markLabel({ title, kind, who }: Mark): string {
  if (title) return title;
  if (who.length === 0) return kindLabel(kind);
  const names = listed(who.slice(0, 3).map(givenName));
  const about = ["loss", "grief", "memory", "life_event"].includes(kind);
  return words(about ? "timeline-mark-about" : "timeline-mark-with", {
    kind: kindLabel(kind),
    names,
  });
}

/** The label with its date, for a screen reader and on pointing at it. */
export function markSays(mark: Mark): string {
  return words("timeline-mark-says", { title: markLabel(mark), when: when(mark) });
}

/** "14 June 2025", "June 2025", "2019 to May 2021", "since 2024". */
export function when({ began, ended, goes_on: on }: Mark): string {
  const from = partial(began);
  if (ended) {
    const to = partial(ended);
    return from === to ? from : words("timeline-when-range", { from, to });
  }
  return on ? words("timeline-when-since", { from }) : from;
}

/** As exactly as it is known. */
export function partial({ date, precision }: PartialDate): string {
  if (precision === "year") return date.slice(0, 4);
  return precision === "month" ? monthYear(date) : dayWithYear(date);
}

/** "Saturday 21 February", with its year unless that is this one. */
export function stepTitle({ from }: Step, unit: Unit, today: Day): string {
  if (unit === "month") return monthYear(from);
  const day = from.slice(0, 4) === today.slice(0, 4) ? dayLong(from) : dayWithYear(from);
  return unit === "week" ? words("timeline-week-of", { day }) : day;
}

/** "29 January to today" */
export function rangeLine({ window, today }: Pick<Timeline, "window" | "today">): string {
  const { from, to } = window;
  const year = from.slice(0, 4) !== today.slice(0, 4);
  const named = year ? dayWithYear : dayAndMonth;
  if (to >= today) return words("timeline-range-today", { from: named(from) });
  return words("timeline-range", { from: named(from), to: named(to) });
}

/** "29 January" */
function dayAndMonth(day: Day): string {
  const shape = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale(), shape).format(new Date(`${day}T00:00:00Z`));
}

/** What is known of a step's numbers, in sentences; empty parts are left out. */
export function stepSays(step: Step, unit: Unit): string {
  const { point } = step;
  if (!point || point.days === 0)
    return words(unit === "day" ? "timeline-none" : "timeline-long-none");
  return (unit === "day" ? daySays(step) : longSays(step)).filter(Boolean).join(" ");
}

function daySays({ point }: Step): string[] {
  if (!point || point.strongest === null) return [];
  const number = tenths(point.strongest);
  const mood = point.mood === null ? null : tenths(point.mood);
  const count = point.check_ins;
  const told =
    count === 1
      ? mood === null
        ? words("timeline-craving", { number })
        : words("timeline-craving-mood", { number, mood })
      : mood === null
        ? words("timeline-craving-of", { number, count })
        : words("timeline-craving-of-mood", { number, count, mood });
  return [
    told,
    point.late ? words("timeline-told-later") : "",
    point.used_days > 0
      ? words("timeline-used")
      : point.known_days > 0
        ? words("timeline-not-used")
        : "",
  ];
}

function longSays({ point }: Step): string[] {
  if (!point) return [];
  return [
    point.strongest === null || point.highest === null
      ? ""
      : words("timeline-long-craving", {
          number: tenths(point.strongest),
          days: point.days,
          highest: point.highest,
        }),
    point.mood === null
      ? ""
      : words("timeline-long-mood", { mood: tenths(point.mood), days: point.mood_days }),
    point.known_days > 0
      ? words("timeline-long-used", { used: point.used_days, known: point.known_days })
      : "",
  ];
}

/** What a mark says besides its title: mood and use as they were. */
export function thenSays({ mood, amount }: Mark): string {
  return [
    mood === null ? "" : words("timeline-mood-then", { mood: signed(mood) }),
    amount === null ? "" : words(`timeline-amount-${amount}`),
  ]
    .filter(Boolean)
    .join(", ");
}

function signed(value: number): string {
  return new Intl.NumberFormat(locale(), { signDisplay: "exceptZero" }).format(value);
}

/** The marks that touch a step: moments in it, and what went on during it. */
export function marksIn(marks: readonly Mark[], { from, to }: Pick<Step, "from" | "to">): Mark[] {
  return marks.filter((mark) => mark.from <= to && mark.to >= from);
}

/** Whether a mark began before the step and is only going on in it. */
export function isGoingOn(mark: Mark, { from }: Pick<Step, "from">): boolean {
  return mark.from < from && daysBetween(mark.from, mark.to) > 0;
}
