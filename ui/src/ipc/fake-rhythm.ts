/** Seven days of rhythm for the stand-in, counted as journal/src/rhythm.rs does. */
import type { Anchor, Anchors, Record as Entry, RhythmWeek } from "./bindings";

const DAY = 86_400_000;
const ORDER: Anchor[] = ["out_of_bed", "first_contact", "started_day", "dinner", "to_bed"];
const ENOUGH = 4;
const NEAR = 45;

/** The seven days that end with `last`. */
export function rhythmWeek(records: readonly Entry[], last: string): RhythmWeek {
  const from = new Date(Date.parse(last) - 6 * DAY).toISOString().slice(0, 10);
  const days = new Map<string, Anchors>();
  for (const { at, body } of records) {
    const day = at.slice(0, 10);
    if (body.kind === "rhythm_day" && day >= from && day <= last) days.set(day, body.times);
  }
  const rhythm = records.find(({ body }) => body.kind === "rhythm")?.body;
  const anchors = ORDER.map((anchor) => {
    const target = rhythm?.kind === "rhythm" ? rhythm.targets[anchor] : null;
    const times = [...days.values()].flatMap((times) => times[anchor] ?? []);
    const near = times.filter((time) => target !== null && apart(time, target) <= NEAR).length;
    const counts = target !== null && times.length >= ENOUGH;
    return { anchor, target, told: times.length, near, counts };
  });
  const counting = anchors.filter(({ counts }) => counts);
  const sum = counting.reduce((all, { near, told }) => all + near / told, 0);
  const index = counting.length > 0 ? Math.round((100 * sum) / counting.length) : null;
  return { from, to: last, anchors, index };
}

function apart(one: string, other: string): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const between = Math.abs(minutes(one) - minutes(other));
  return Math.min(between, 24 * 60 - between);
}
