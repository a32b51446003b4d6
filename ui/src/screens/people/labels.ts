/** What a screen reader hears of someone's marks, and a line about them. */
import type { Person } from "../../ipc";
import { dayOf, dayWithYear, timeOf } from "../../lib/dates";
import { words } from "../../lib/words.svelte";
import { TODAY, type Picture } from "../../circle/compare";
import type { Someone } from "./people.svelte";

/** "Very close, helps, and makes it harder, conflict in the last 30 days" */
export function marksOf({ person, conflict, ring, asNow }: Someone): string {
  const marks = [words(`people-ring-${ring ?? "none"}`)];
  if (asNow) marks.push(words("people-mark-as-now"));
  if (person.standing === "died") marks.push(words("people-mark-died"));
  else if (person.effect_on_recovery && person.effect_on_recovery !== "not_sure")
    marks.push(words(`people-mark-${person.effect_on_recovery}`));
  if (conflict && person.standing !== "died") marks.push(words("people-mark-conflict"));
  return marks.reduce((first, second) => words("people-token-comma", { first, second }));
}

/** "Partner. Six years; we live together." */
export function aboutLine(person: Person): string {
  const relation = person.relation ? words(`people-relation-${person.relation}`) : "";
  const about = person.about.trim();
  if (!relation || !about) return relation || about;
  return `${relation}. ${about}`;
}

/** "9 March 2026", with the time if another picture is of the same day. */
export function whenOf(picture: Picture, all: readonly Picture[]): string {
  const day = dayOf(picture.at);
  const alone = all.every(({ key, at }) => key === picture.key || dayOf(at) !== day);
  const when = dayWithYear(day);
  return alone ? when : words("people-picture-time", { day: when, time: timeOf(picture.at) });
}

/** "9 March 2026: as I would like it" */
export function pictureTitle(picture: Picture, all: readonly Picture[]): string {
  if (picture.key === TODAY) return words("people-picture-today");
  const when = whenOf(picture, all);
  return picture.shows === "now" ? when : words(`people-picture-${picture.shows}`, { when });
}
