/** The three circles one can draw: as it is, as one would like it, as it was before. Pure. */
import type { Circle, CircleKind, Person, RecordId, Ring } from "../../ipc";

/** In the order of their tabs. */
export const LAYERS = ["now", "wanted", "before"] as const satisfies CircleKind[];

/** Where someone stands in one of them. */
export interface Spot {
  /** `null`: not placed. */
  ring: Ring | null;
  /** `null` lets the circle choose. */
  angle: number | null;
  /** No wish was said, so they are drawn where they are now. */
  asNow: boolean;
}

/** Where someone stands in a circle. */
export function spotIn(
  layer: CircleKind,
  id: RecordId,
  person: Person,
  before: Circle | null,
): Spot {
  if (layer === "now") return { ring: person.circle, angle: person.angle, asNow: false };
  if (layer === "wanted") {
    const asNow = person.circle_wanted === null;
    return { ring: person.circle_wanted ?? person.circle, angle: person.angle, asNow };
  }
  const position = before?.positions.find((one) => one.person === id);
  return { ring: position?.ring ?? null, angle: position?.angle ?? null, asNow: false };
}

/** A circle with someone put somewhere, or taken out. */
export function withPosition(
  circle: Circle,
  person: RecordId,
  place: { ring: Ring; angle: number } | null,
): Circle {
  const others = circle.positions.filter((one) => one.person !== person);
  return { ...circle, positions: place ? [...others, { person, ...place }] : others };
}
