/** How a week of contact reads. Pure. */
import type { ContactWeek, OutOf } from "../../ipc";
import { numeral } from "../../lib/dates";
import { words } from "../../lib/words.svelte";

/** Whether nothing was written down in that week: then nothing is known about it. */
export function isBlank({ contacts, attempts }: ContactWeek): boolean {
  return contacts === 0 && attempts === 0;
}

/** "2 of 3"; a dash where nothing was said about any. */
export function outOf({ count, known }: OutOf): string {
  if (known === 0) return words("connection-weeks-blank");
  return words("connection-weeks-out-of", { count: numeral(count), known: numeral(known) });
}

/** "3", or "3 + 1 new". */
export function peopleIn({ people, someone_new: fresh }: ContactWeek): string {
  if (fresh === 0) return numeral(people);
  return words("connection-weeks-people-new", { people: numeral(people), new: numeral(fresh) });
}
