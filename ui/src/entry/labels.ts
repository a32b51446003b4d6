/** Names of the values that entries hold, in the reader's language. */
import type { Feeling, Felt, KindName, PersonCard, Place, Record, Relation } from "../ipc";
import { locale } from "../lib/dates";
import { words } from "../lib/words.svelte";
import { everyoneIn, listed, nameOf } from "./people";

/**
 * The feelings there are words for, in eight families and the rest, each from mild to
 * strong (domain reference A.7). An own word is always on offer beside them.
 */
export const FAMILIES = [
  { family: "sad", feelings: ["disappointed", "sad", "heavyhearted"] },
  { family: "angry", feelings: ["annoyed", "angry", "furious"] },
  { family: "afraid", feelings: ["uneasy", "anxious", "afraid", "panicked"] },
  { family: "ashamed", feelings: ["embarrassed", "guilty", "ashamed"] },
  { family: "lonely", feelings: ["left_out", "lonely", "abandoned"] },
  { family: "hurt", feelings: ["hurt", "accused", "rejected", "betrayed"] },
  { family: "tender", feelings: ["tender", "grateful", "loving"] },
  { family: "glad", feelings: ["content", "glad", "proud", "joyful"] },
  { family: "other", feelings: ["calm", "excited", "tired", "bored", "stressed", "numb"] },
] as const satisfies { family: string; feelings: Exclude<Feeling, object>[] }[];

/** Every feeling there is a word for. */
export const FEELINGS: readonly Exclude<Feeling, object>[] = FAMILIES.flatMap(
  ({ feelings }) => feelings,
);

/** The places there are words for. */
export const PLACES = [
  "home",
  "someones_home",
  "work",
  "out",
  "travelling",
  "online",
  "treatment",
] as const satisfies Place[];

/** A feeling in words; an own word as it was written. */
export function feelingLabel(feeling: Feeling): string {
  return typeof feeling === "object"
    ? feeling.own
    : words(`entry-feeling-${feeling.replaceAll("_", "-")}`);
}

/** "Accused, ashamed" */
export function feltLine(felt: readonly Felt[]): string {
  const names = felt.map(({ feeling }) => feelingLabel(feeling));
  const [first = "", ...others] = names;
  return [first, ...others.map((name) => name.toLocaleLowerCase())].join(", ");
}

/** A feeling as a key that tells it from every other. */
export function feelingKey(feeling: Feeling): string {
  return typeof feeling === "object" ? `own:${feeling.own}` : feeling;
}

/** "At home" */
export function placeLabel(place: Place): string {
  return typeof place === "object" ? place.own : words(`entry-place-${place.replaceAll("_", "-")}`);
}

/** "An argument" */
export function kindLabel(kind: KindName): string {
  return words(`entry-kind-${kind.replaceAll("_", "-")}`);
}

/** The writer's title, or what kind it is. */
export function titleOrKind({ body }: Record): string {
  return ("title" in body && body.title.trim()) || kindLabel(body.kind);
}

/** What a piece of writing is about, for a list of things to talk about: its title, or kind and people. */
export function topicOf(record: Record, cards: readonly PersonCard[]): string {
  const { body } = record;
  if ("title" in body && body.title.trim()) return body.title.trim();
  const names = everyoneIn(record)
    .map((id) => nameOf(cards, id))
    .filter(Boolean);
  const what = kindLabel(body.kind);
  return names.length > 0 ? words("agenda-topic", { what, who: listed(names) }) : what;
}

/** "my mother" */
export function relationLabel(relation: Relation): string {
  return words(`entry-my-${relation.replaceAll("_", "-")}`);
}

/** How something felt, from the worst to the best. */
export const LEANS = [-3, -2, -1, 0, 1, 2, 3] as const;

/** "Very good" */
export function leanLabel(lean: number): string {
  return lean < 0 ? words(`entry-lean-bad-${-lean}`) : words(`entry-lean-good-${lean}`);
}

/** "+2", with the sign of the reader's language. */
export function signed(number: number): string {
  return new Intl.NumberFormat(locale(), { signDisplay: "exceptZero" }).format(number);
}
