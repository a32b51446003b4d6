/** Where someone stood over time, as points of a small chart. Pure. */
import type { Person, Ring, Stood } from "../../ipc";
import { RINGS } from "../../lib/people";

/** One point: a picture, or how it is today, or how it is wished. */
export interface Point {
  what: "before" | "now" | "today" | "wanted";
  /** The moment of the picture; none for what has no date. */
  at: string | null;
  ring: Ring;
  /** From the start, in hundredths. */
  x: number;
  /** From the top, in hundredths: the nearest ring is at the top. */
  y: number;
}

/** What the ends of the chart are kept for, when there is something to stand there. */
const END = 12;

/** The points from left to right: before, the pictures by date, today, the wish. */
export function pointsOf(stood: readonly Stood[], person: Person, today: string): Point[] {
  const before = stood.filter(({ shows }) => shows === "before").at(-1);
  const dated = stood
    .filter(({ shows }) => shows === "now")
    .map(({ at, ring }) => ({ what: "now" as const, at, ring }));
  const line = [
    ...dated,
    ...(person.circle ? [{ what: "today" as const, at: today, ring: person.circle }] : []),
  ];
  const from = before ? END : 4;
  const to = person.circle_wanted ? 100 - END : 96;
  const points: Point[] = line.map((one) => ({
    ...one,
    x: along(one.at, line[0]?.at ?? today, today, from, to),
    y: heightOf(one.ring),
  }));
  if (before)
    points.unshift({
      what: "before",
      at: before.at,
      ring: before.ring,
      x: 4,
      y: heightOf(before.ring),
    });
  const wish = person.circle_wanted;
  if (wish) points.push({ what: "wanted", at: null, ring: wish, x: 96, y: heightOf(wish) });
  return points;
}

/** Steps from one dated point to the next: someone stood there until the next picture. */
export function stepsThrough(points: readonly Point[]): string {
  const dated = points.filter(({ what }) => what === "now" || what === "today");
  return dated.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");
}

function heightOf(ring: Ring): number {
  return ((RINGS.indexOf(ring) + 0.5) * 100) / RINGS.length;
}

function along(at: string, first: string, last: string, from: number, to: number): number {
  const [start, end, here] = [first, last, at].map((moment) => new Date(moment).getTime());
  if (start === undefined || end === undefined || here === undefined || end <= start)
    return (from + to) / 2;
  return from + ((here - start) / (end - start)) * (to - from);
}
