/** People: how they are called, in which order they stand, and what happens when one has died. */
import { ipc, type Person, type Record as Entry, type RecordId, type Ring } from "../ipc";

/** From the nearest ring outwards. */
export const RINGS = ["very_close", "close", "around_me", "out_of_touch"] as const satisfies Ring[];
/** Longest name the vault keeps, in characters. */
export const NAME_MAX = 60;
/** Longest one-line answer, and longest answer to one question. */
export const LINE_MAX = 200;
export const ANSWER_MAX = 10_000;

/** The card in a record; null for every other kind. */
export function personIn(record: Entry): Person | null {
  return record.body.kind === "person" ? record.body : null;
}

/** The name without what stands in brackets: "Ruth (Mom)" is "Ruth". */
export function givenName(name: string): string {
  return name.split("(")[0]?.trim() || name.trim();
}

/** The letter in someone's mark. */
export function initial(name: string): string {
  const [first] = new Intl.Segmenter().segment(givenName(name));
  return first?.segment.toLocaleUpperCase() ?? "";
}

/** Whether tools that lead to speaking with them may be shown: only after a clear yes. */
export function safeToRaise(person: Person): boolean {
  return person.feel_safe === "yes";
}

/** Nearest first, then by name; people without a place last. */
export function byCloseness(a: Person, b: Person): number {
  const place = (person: Person) => (person.circle ? RINGS.indexOf(person.circle) : RINGS.length);
  return place(a) - place(b) || a.name.localeCompare(b.name);
}

/** Whether everything typed stands somewhere in their name or the line about them. */
export function matches(person: Person, typed: string): boolean {
  const text = `${person.name} ${person.about}`.toLocaleLowerCase();
  return typed
    .trim()
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Someone who died has a loss, where the days to be gentle with are kept. Gives its id if it was made now. */
export async function ensureLoss(person: RecordId): Promise<RecordId | null> {
  const cards = await ipc.people();
  if (cards.some(({ record, loss }) => record.id === person && loss)) return null;
  const record = await ipc.newRecord("loss");
  if (record.body.kind === "loss") record.body.person = person;
  await ipc.saveRecord(record);
  return record.id;
}
