/** The options of a decision; "nothing for now" is always the last of them. Pure. */
import type { Choice, Decision } from "../../ipc";
import { words } from "../../lib/words.svelte";

/** An option without words yet. */
function emptyChoice(): Choice {
  return {
    text: "",
    nothing: false,
    takes: "",
    good: "",
    bad: "",
    for_them: "",
    for_recovery: "",
    doable: null,
  };
}

/** Whether there is a real choice: two options with words, and nothing for now (journal: `Decision::can_be_made`). */
export function canBeMade({ options }: Pick<Decision, "options">): boolean {
  const own = options.filter(({ nothing, text }) => !nothing && text.trim() !== "");
  return own.length >= 2 && options.some(({ nothing }) => nothing);
}

/** The one that holds; none while there is no real choice. */
export function chosenOf(decision: Pick<Decision, "options" | "chosen">): Choice | null {
  if (decision.chosen === null || !canBeMade(decision)) return null;
  return decision.options[decision.chosen] ?? null;
}

/** One more, before "nothing for now". Gives its place. */
export function addOption(decision: Decision): number {
  const before = decision.options.findIndex(({ nothing }) => nothing);
  const place = before < 0 ? decision.options.length : before;
  decision.options.splice(place, 0, emptyChoice());
  if (decision.chosen !== null && decision.chosen >= place) decision.chosen += 1;
  return place;
}

/** Takes one out; what was chosen stays chosen, unless it was this. */
export function removeOption(decision: Decision, place: number): void {
  decision.options.splice(place, 1);
  if (decision.chosen === null || decision.chosen < place) return;
  decision.chosen = decision.chosen === place ? null : decision.chosen - 1;
}

/** What an option is called: its words, or its place. */
export function optionName({ nothing, text }: Choice, place: number): string {
  if (nothing) return words("decision-nothing");
  return text.trim() || words("decision-option", { place: place + 1 });
}

/** Whether anything was weighed up. */
export function isWeighed(choice: Choice): boolean {
  const { takes, good, bad, for_them, for_recovery, doable } = choice;
  return doable !== null || [takes, good, bad, for_them, for_recovery].some((text) => text.trim());
}
