/** Feelings with their strength, in words. */
import type { Felt } from "../../ipc";
import { numeral } from "../../lib/dates";
import { words } from "../../lib/words.svelte";
import { feelingLabel, feltLine } from "../labels";

/** "Accused 6, ashamed" */
export function strengths(felt: readonly Felt[]): string {
  if (felt.every(({ strength }) => strength === null)) return feltLine(felt);
  const one = ({ feeling, strength }: Felt) =>
    strength === null
      ? feelingLabel(feeling)
      : words("entry-read-strength", {
          feeling: feelingLabel(feeling),
          strength: numeral(strength),
        });
  return felt.map(one).join(", ");
}
