/** What a screen reader hears of someone's marks, and a line about them. */
import type { Person } from "../../ipc";
import { words } from "../../lib/words.svelte";
import type { Someone } from "./people.svelte";

/** "Very close, helps, and makes it harder, conflict in the last 30 days" */
export function marksOf({ person, conflict }: Someone): string {
  const marks = [words(`people-ring-${person.circle ?? "none"}`)];
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
