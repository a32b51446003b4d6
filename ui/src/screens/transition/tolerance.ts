/** When tolerance has likely fallen (domain reference D.4; journal/src/transition.rs). */
import type { ChangeKind } from "../../ipc";

const BREAKS: readonly ChangeKind[] = ["treatment", "without_using", "custody"];

/** Whether a break in using belongs to this kind of change. */
export function warnsOfTolerance(change: ChangeKind | null): boolean {
  return change !== null && BREAKS.includes(change);
}
