/** Where a disagreement stood, day by day. Stages are added, never replaced. Pure; every change gives a new list. */
import type { Stage, StageOn } from "../../ipc";
import type { Day } from "../../lib/dates";

/** Oldest first; on the same day in the order they were noted. */
export function inOrder(stages: readonly StageOn[]): StageOn[] {
  return stages.toSorted((one, other) => one.on.localeCompare(other.on));
}

/** Where it stands: the newest by day. */
export function newest(stages: readonly StageOn[]): StageOn | null {
  return inOrder(stages).at(-1) ?? null;
}

/**
 * The list after a stage was chosen today. The same one again changes nothing; another one
 * on the same day corrects what was noted that day, and its words stay.
 */
export function changed(stages: readonly StageOn[], stage: Stage | null, on: Day): StageOn[] {
  const last = newest(stages);
  if (last && last.stage === stage) return [...stages];
  if (last?.on === on) return stages.map((one) => (one === last ? { ...one, stage } : one));
  return inOrder([...stages, { stage, on, note: "" }]);
}

/** The list without one of them. */
export function without(stages: readonly StageOn[], place: number): StageOn[] {
  return stages.toSpliced(place, 1);
}
