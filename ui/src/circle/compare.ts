/** Two pictures of the circle beside each other. Pure. */
import type { CircleKind, Person, Record as Entry, RecordId } from "../ipc";
import { RINGS } from "../lib/people";
import type { Place } from "./geometry";

/** Someone who has a mark in the circle. */
export interface Marked {
  id: RecordId;
  person: Person;
}

/** A picture of the circle. */
export interface Picture {
  /** The record's id, or "today" for the circle as it is. */
  key: string;
  /** When it was taken. */
  at: string;
  shows: CircleKind;
  places: ReadonlyMap<RecordId, Place>;
  note: string;
}

/** The key of the circle as it is. */
export const TODAY = "today";

/** What became of someone between two pictures. */
export type Way = "nearer" | "further" | "joined" | "left" | "same";
export interface Move {
  id: RecordId;
  from: Place | null;
  to: Place | null;
  way: Way;
}

/** The picture in a record; null for every other kind. */
export function pictureIn({ id, at, body }: Entry): Picture | null {
  if (body.kind !== "circle") return null;
  const places = body.positions.map(
    ({ person, ring, angle }) => [person, { ring, angle }] as const,
  );
  return { key: id, at, shows: body.shows, places: new Map(places), note: body.note };
}

/** What became of everybody in either picture: those who came nearer first, those who stayed last. */
export function compare(from: Picture, to: Picture): Move[] {
  const everybody = new Set([...from.places.keys(), ...to.places.keys()]);
  const moves = [...everybody].map((id) => {
    const [one, other] = [from.places.get(id) ?? null, to.places.get(id) ?? null];
    return { id, from: one, to: other, way: wayOf(one, other) };
  });
  return moves.sort((a, b) => WAYS.indexOf(a.way) - WAYS.indexOf(b.way));
}

/** Whether anybody stands in another ring. */
export function hasMoved(from: Picture, to: Picture): boolean {
  return compare(from, to).some(({ way }) => way !== "same");
}

/** In the order in which they are told. */
export const WAYS = ["nearer", "further", "joined", "left", "same"] as const satisfies Way[];

function wayOf(from: Place | null, to: Place | null): Way {
  if (!from) return "joined";
  if (!to) return "left";
  const moved = RINGS.indexOf(to.ring) - RINGS.indexOf(from.ring);
  if (moved === 0) return "same";
  return moved < 0 ? "nearer" : "further";
}
