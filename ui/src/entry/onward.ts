/** What can grow from an entry of each kind, besides what its own page offers. Pure. */
import type { WritingKind } from "../lib/router.svelte";

/** What is begun from an entry. */
export type Onward = "rehearsal" | "decision" | "experiment";

const ALL: readonly Onward[] = ["rehearsal", "decision", "experiment"];
const ON: Partial<Record<WritingKind, readonly Onward[]>> = {
  conflict: ALL,
  grief: ALL,
  memory: ALL,
  note: ALL,
  contact: ALL,
  attempt: ALL,
  event: ALL,
  pattern: ["rehearsal", "decision"],
  past_relationship: ["decision"],
  decision: ["rehearsal"],
  rehearsal: ["decision", "experiment"],
};

/** What a page of that kind offers at its end. */
export function onwardFrom(kind: WritingKind): readonly Onward[] {
  return ON[kind] ?? [];
}

/** Whether the page of that kind asks the question of safety itself. */
export function asksItself(kind: WritingKind): boolean {
  return ["conflict", "attempt", "decision", "pattern", "rehearsal"].includes(kind);
}
