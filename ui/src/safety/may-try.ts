/** Whether what leads to speaking with someone may be on offer for an entry. */
import type { OpenEntry } from "../entry/entry.svelte";
import { raising } from "../entry/people";

/** As the gate decides it; without anyone named it may be someone new. */
export function mayTry(entry: OpenEntry, nobody: "open" | "closed" = "open"): boolean {
  const { everyone } = entry;
  if (everyone === null) return false;
  const safety = raising(everyone, entry.cards);
  return safety.nobody ? nobody === "open" : safety.open;
}
