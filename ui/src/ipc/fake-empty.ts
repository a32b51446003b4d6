/** Empty records for the stand-in, as the journal crate makes them. */
import type { Around, Body, KindName } from "./bindings";
// Made by the Rust test `empty_bodies_are_up_to_date`.
import empty from "./empty.json";

/** Nothing around it yet. */
export function emptyAround(): Around {
  return {
    people: [],
    feelings: [],
    mood: { before: null, after: null },
    craving: { before: null, after: null },
  };
}

/** An empty body of a kind, as the journal crate makes it. */
export function emptyBody<Kind extends KindName>(kind: Kind): Extract<Body, { kind: Kind }> {
  return structuredClone(
    (empty as unknown as { [Each in Kind]: Extract<Body, { kind: Each }> })[kind],
  );
}
