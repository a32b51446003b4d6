/** Who an entry is about, and what may be shown because of it. Pure. */
import type { Body, FeelSafe, KindName, PersonCard, Record, RecordId } from "../ipc";
import { locale } from "../lib/dates";

/** The body of one kind. */
export type BodyOf<Kind extends KindName> = Extract<Body, { kind: Kind }>;

/** The body of a record that is known to be of that kind. */
export function bodyOf<Kind extends KindName>(record: Record, kind: Kind): BodyOf<Kind> {
  const { body } = record;
  if (!isKind(body, kind)) throw new Error(`a ${body.kind} where a ${kind} was asked for`);
  return body;
}

function isKind<Kind extends KindName>(body: Body, kind: Kind): body is BodyOf<Kind> {
  return body.kind === kind;
}

/** The card of someone; none if it is in the trash. */
export function cardOf(cards: readonly PersonCard[], id: RecordId): PersonCard | undefined {
  return cards.find(({ record }) => record.id === id);
}

/** The name on a card; empty if there is no such card. */
export function nameOf(cards: readonly PersonCard[], id: RecordId): string {
  const body = cardOf(cards, id)?.record.body;
  return body?.kind === "person" ? body.name : "";
}

/** Whether the person has died. */
export function hasDied({ record: { body } }: PersonCard): boolean {
  return body.kind === "person" && body.standing === "died";
}

/** The answer on someone's card to "Do you feel safe raising this?". */
export function feelSafe(cards: readonly PersonCard[], id: RecordId): FeelSafe | null {
  const body = cardOf(cards, id)?.record.body;
  return body?.kind === "person" ? body.feel_safe : null;
}

/** Everyone one would speak with: those chosen, those who speak in it, whose work it is. */
export function everyoneIn({ around, body }: Record): RecordId[] {
  const speakers = body.kind === "conflict" ? body.turns.map(({ speaker }) => speaker) : [];
  const speaking = speakers.flatMap((speaker) =>
    typeof speaker === "object" ? [speaker.person] : [],
  );
  const other = "person" in body && body.person !== null ? [body.person] : [];
  const seen = body.kind === "pattern" ? body.seen_with : [];
  return [...new Set([...around.people, ...speaking, ...other, ...seen])];
}

/** The records something belongs to or grew from. */
export function originsOf({ body }: Record): RecordId[] {
  const known = [
    "focus" in body ? body.focus : null,
    "rehearsal" in body ? body.rehearsal : null,
    "from" in body && body.kind !== "life_event" ? body.from : null,
  ];
  return known.filter((id) => id !== null);
}

/** Without those who have died: nothing can be raised with them any more. */
export function living(people: readonly RecordId[], cards: readonly PersonCard[]): RecordId[] {
  return people.filter((id) => {
    const card = cardOf(cards, id);
    return !card || !hasDied(card);
  });
}

/** Whether the tools that lead to speaking with these people may be shown. */
export interface Raising {
  /** Only a clear yes for every one of them opens the tools (domain reference D.7). */
  open: boolean;
  /** Nobody was named, so nobody can be asked about. */
  nobody: boolean;
  /** The first of them who was never asked about. */
  ask: RecordId | null;
  /** Those without a clear yes. */
  unsure: RecordId[];
}

/** Looks everyone up; someone without a card counts as unanswered. */
export function raising(people: readonly RecordId[], cards: readonly PersonCard[]): Raising {
  const unsure = people.filter((id) => feelSafe(cards, id) !== "yes");
  const ask = people.find((id) => cardOf(cards, id) && feelSafe(cards, id) === null) ?? null;
  return {
    open: people.length > 0 && unsure.length === 0,
    nobody: people.length === 0,
    ask,
    unsure,
  };
}

/** "Marcus", "Marcus and Ana". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);
}

/** By name, as the reader's language sorts. */
export function byName(one: PersonCard, other: PersonCard): number {
  return titleOf(one).localeCompare(titleOf(other), locale());
}

/** The name on a card. */
export function titleOf({ record: { body } }: PersonCard): string {
  return body.kind === "person" ? body.name : "";
}
