/** What the rooms of a loss ask, and what a door says about its room. Pure. */
import type { Loss } from "../../ipc";
import { words } from "../../lib/words.svelte";

/** A question of a loss that is answered in words. */
export type AskedField = {
  [Key in keyof Loss]: Loss[Key] extends string ? Key : never;
}[keyof Loss];

/** How it happened. */
export const STORY = [
  "last_time",
  "how_i_heard",
  "what_happened_then",
  "ritual",
  "use_then",
] as const satisfies AskedField[];

/** The relationship as it was. */
export const BETWEEN = [
  "relationship_then",
  "earliest_memory",
  "best_times",
  "hard_times",
  "gave_me",
  "wished_different",
  "disappointments",
] as const satisfies AskedField[];

/** What stayed behind. */
export const BEHIND = ["unsaid", "regrets", "anger", "relief"] as const satisfies AskedField[];

/** How many of these have an answer. */
export function written(loss: Loss, fields: readonly AskedField[]): number {
  return fields.filter((field) => loss[field].trim() !== "").length;
}

/** What a door says: what is behind it, or how much stands there already. */
export function lineFor(loss: Loss, fields: readonly AskedField[], empty: string): string {
  const count = written(loss, fields);
  return count === 0 ? empty : words("loss-written", { count });
}

/** The rooms in their order, for the outline beside the page. */
export function outline(loss: Loss): { id: string; label: string; done: boolean }[] {
  return [
    {
      id: "between",
      label: words("loss-between"),
      done: written(loss, BETWEEN) > 0 || loss.roles.length > 0,
    },
    { id: "story", label: words("loss-story"), done: written(loss, STORY) > 0 },
    { id: "behind", label: words("loss-behind"), done: written(loss, BEHIND) > 0 },
    { id: "ladder", label: words("loss-ladder"), done: loss.avoided.length > 0 },
    { id: "days", label: words("loss-days"), done: loss.kept_days.length > 0 },
    {
      id: "goes-on",
      label: words("loss-goes-on"),
      done: loss.ways_i_remember.trim() !== "" || loss.people_who_knew.length > 0,
    },
    { id: "rebuilding", label: words("loss-rebuilding"), done: loss.rebuilding.length > 0 },
    { id: "standing", label: words("loss-standing"), done: loss.work.status !== "open" },
  ];
}
