/** What someone may have died of, as far as one wants to say. */
import type { Cause } from "../ipc";

export const CAUSES = [
  "illness",
  "accident",
  "overdose",
  "suicide",
  "violence",
  "other",
  "prefer_not_to_say",
] as const satisfies Cause[];

/** Whether support is always shown (domain reference A.6.2). */
export function alwaysSupports(cause: Cause | null | undefined): boolean {
  return cause === "overdose" || cause === "suicide";
}
