/** What is counted, in words. */
import { feelingLabel, placeLabel } from "../../entry/labels";
import type { Coping, PatternGroup, Helped, PatternLine, Patterns } from "../../ipc";
import { locale, numeral } from "../../lib/dates";
import { words } from "../../lib/words.svelte";

/** Lines that are shown before the rest is asked for. */
export const FIRST = 6;

/** "6.5" of 65 tenths, as the reader writes it. */
export function tenths(number: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(number / 10);
}

/** A day of the week, 0 for Monday. */
export function weekdayName(weekday: number, style: "long" | "short" = "long"): string {
  // The fifth of January 2026 is a Monday.
  const day = new Date(Date.UTC(2026, 0, 5 + weekday));
  return new Intl.DateTimeFormat(locale(), { weekday: style, timeZone: "UTC" }).format(day);
}

/** An hour as the reader's clock shows it: "5 pm", "17". */
export function hourName(hour: number): string {
  const at = new Date(Date.UTC(2026, 0, 5, hour));
  return new Intl.DateTimeFormat(locale(), { hour: "numeric", timeZone: "UTC" }).format(at);
}

/** What a line is about. */
export function whatLabel({ what, name }: Pick<PatternLine, "what" | "name">): string {
  if ("day_part" in what) return words(`patterns-part-${what.day_part}`);
  if ("weekday" in what) return weekdayName(what.weekday);
  if ("near" in what) return words(`patterns-near-${what.near}`);
  if ("feeling" in what) return feelingLabel(what.feeling);
  if ("halt" in what) return words(`check-in-halt-${what.halt}`);
  if ("place" in what) return placeLabel(what.place);
  if ("trigger" in what) {
    return typeof what.trigger === "object"
      ? what.trigger.own
      : words(`check-in-trigger-${what.trigger}`);
  }
  const { company } = what;
  if (company === "nobody") return words("patterns-nobody");
  if (company === "people_at_work") return words("patterns-people-at-work");
  return "own" in company ? company.own : name;
}

/** What was done, in words. */
export function didLabel({ did }: Helped): string {
  if (did === "any") return words("patterns-any");
  if (did === "none_noted") return words("patterns-none-noted");
  return copingLabel(did.this);
}

function copingLabel(coping: Coping): string {
  if (typeof coping === "object") return coping.own;
  return words(`check-in-did-${coping}`);
}

function listed(lines: readonly PatternLine[], way: PatternLine["stands_out"]): string {
  return lines
    .filter(({ stands_out: out }) => out === way)
    .map(whatLabel)
    .join(", ");
}

/** What a card says above its chart: what stands out, or what was there most often. */
export function sayOf(group: PatternGroup): string[] {
  const isMood = group.asked === "mood_near";
  const [higher, lower] = [listed(group.lines, "higher"), listed(group.lines, "lower")];
  const says = [
    higher && words(isMood ? "patterns-say-mood-higher" : "patterns-say-higher", { list: higher }),
    lower && words(isMood ? "patterns-say-mood-lower" : "patterns-say-lower", { list: lower }),
  ].filter((say) => say !== "");
  if (says.length > 0) return says;
  if (isMood) return [words("patterns-say-mood")];
  const [most] = [...group.lines].sort((a, b) => b.strong - a.strong);
  if (!most || most.strong === 0) return [words("patterns-say-none-strong")];
  return [
    words("patterns-say-most", {
      what: whatLabel(most),
      strong: numeral(most.strong),
      all: numeral(group.strong),
    }),
  ];
}

/** What the card of the week says: the parts of the day or weekdays that stand out, or the most frequent part. */
export function sayOfWeek({ groups, strong }: Patterns): string[] {
  const parts = groups.filter(({ asked }) => asked === "day_part" || asked === "weekday");
  const outstanding = parts.filter(({ lines }) => lines.some(({ stands_out: out }) => out));
  if (outstanding.length > 0) return outstanding.flatMap(sayOf);
  const lines = groups.find(({ asked }) => asked === "day_part")?.lines ?? [];
  const [most] = [...lines].sort((a, b) => b.strong - a.strong);
  if (!most || most.strong === 0) return [words("patterns-say-none-strong")];
  return [
    words("patterns-say-week", {
      when: whatLabel(most),
      strong: numeral(most.strong),
      all: numeral(strong?.check_ins ?? 0),
    }),
  ];
}

/** What the card of coping says. */
export function sayOfHelped(lines: readonly Helped[]): string {
  const best = lines.filter(({ stands_out: out }) => out).map(didLabel);
  if (best.length > 0) return words("patterns-say-helped", { list: best.join(", ") });
  const [first] = lines;
  return first ? words("patterns-say-tried", { what: didLabel(first) }) : "";
}
