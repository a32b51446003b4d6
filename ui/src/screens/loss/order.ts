/** The order of a ladder. Pure. */
import type { Avoided } from "../../ipc";

/** What looks easiest first; what was given no number stays after, as it was written. */
export function gentlestFirst(ladder: readonly Avoided[]): Avoided[] {
  return ladder.toSorted((one, other) => height(one) - height(other));
}

function height({ before }: Avoided): number {
  return before ?? 11;
}
