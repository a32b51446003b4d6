/** What two people expect of each other, and what of it is not on the table. Pure. */
import type { Expectation, Person } from "../../ipc";

/** What stands on the card and not here, told apart by its words. */
export function missing(here: readonly Expectation[], card: readonly Expectation[]): Expectation[] {
  const known = new Set(here.map(plain));
  return card.filter((one) => plain(one) !== "" && !known.has(plain(one)));
}

/** How many of both lists were never said out loud. Unanswered is not "never". */
export function unsaid(...lists: (readonly Expectation[])[]): number {
  return lists.flat().filter(({ text, said }) => text.trim() !== "" && said === "no").length;
}

/** Both sides of a card. */
export function onCard(person: Person | null): { mine: Expectation[]; theirs: Expectation[] } {
  return { mine: person?.i_expect ?? [], theirs: person?.they_expect ?? [] };
}

function plain({ text }: Expectation): string {
  return text.trim().toLocaleLowerCase();
}
