/** Who could have been there: those who were there most often first, then by closeness. */
import type { Company, PersonCard, RecordId } from "../ipc";
import { byCloseness, givenName, personIn } from "../lib/people";

export function companyOf(
  cards: readonly PersonCard[],
  often: readonly RecordId[],
): { answer: Company; label: string }[] {
  const rank = (id: RecordId) => {
    const place = often.indexOf(id);
    return place < 0 ? often.length : place;
  };
  return cards
    .flatMap(({ record }) => {
      const person = personIn(record);
      return person && person.standing !== "died" ? [{ id: record.id, person }] : [];
    })
    .sort((a, b) => rank(a.id) - rank(b.id) || byCloseness(a.person, b.person))
    .map(({ id, person }) => ({ answer: { person: id }, label: givenName(person.name) }));
}
