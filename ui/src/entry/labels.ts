/** Names of the values that entries hold, in the reader's language. */
import type { Feeling, Felt, KindName, Place, Relation } from "../ipc";
import { words } from "../lib/words.svelte";

/** The feelings there are words for; an own word is always on offer beside them. */
export const FEELINGS = [
  "sad",
  "angry",
  "anxious",
  "ashamed",
  "lonely",
  "hurt",
  "accused",
  "tender",
  "glad",
  "calm",
  "tired",
  "numb",
  "stressed",
  "bored",
  "excited",
] as const satisfies Feeling[];

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
  return typeof feeling === "object" ? feeling.own : words(`entry-feeling-${feeling}`);
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

/** "my mother" */
export function relationLabel(relation: Relation): string {
  return words(`entry-my-${relation.replaceAll("_", "-")}`);
}
