/** The four fields of a change, and what weighs most in them. Pure. */
import type { Transition, Weighed } from "../../ipc";

export const FIELDS = ["old_good", "new_good", "old_hard", "new_hard"] as const;
export type Field = (typeof FIELDS)[number];

/** How many are named. */
const NAMED = 2;

/** The heaviest lines of a list, heaviest first; of equal ones, the one written first. */
export function heaviest(lines: readonly Weighed[]): string[] {
  return lines
    .filter(({ weight }) => weight !== null && weight > 0)
    .toSorted((one, other) => (other.weight ?? 0) - (one.weight ?? 0))
    .slice(0, NAMED)
    .map(({ text }) => text.trim());
}

/** What of the old is missed most, and what of the new is worth most. */
export function inTheScales(body: Transition): { lost: string[]; gained: string[] } {
  return { lost: heaviest(body.old_good), gained: heaviest(body.new_good) };
}
