/**
 * The closeness circles in numbers. The circle is 100 wide, its middle at
 * 50, 50; angles are degrees clockwise from the top, as a clock's hand goes.
 */
import type { Ring } from "../ipc";
import { RINGS } from "../lib/people";

export interface Place {
  ring: Ring;
  angle: number;
}
export interface Point {
  x: number;
  y: number;
}
/** Someone to be drawn: where they belong, and how long their name is. */
export interface Token {
  id: string;
  ring: Ring;
  /** `null` lets the circle choose. */
  angle: number | null;
  /** Width and height of mark and name, in hundredths of the circle. */
  width: number;
  height: number;
  /** From the top of it to the middle of the mark. */
  rise: number;
}

/** Outer edge of each ring. */
export const EDGE: Record<Ring, number> = {
  very_close: 17.5,
  close: 29.5,
  around_me: 40.5,
  out_of_touch: 49.4,
};
/** Where the marks of a ring stand. */
const STAND: Record<Ring, number> = {
  very_close: 14,
  close: 24.5,
  around_me: 35.5,
  out_of_touch: 45.5,
};
/** Where the words for the rings stand, from the top; nobody is drawn over them if there is room. */
export const RING_WORDS: readonly Point[] = RINGS.map((ring) => ({ x: 50, y: 50 - EDGE[ring] }));
/** One press of an arrow key. */
export const STEP = 10;

/** The point of a place. */
export function pointOf({ ring, angle }: Place): Point {
  const turn = (angle * Math.PI) / 180;
  return { x: 50 + STAND[ring] * Math.sin(turn), y: 50 - STAND[ring] * Math.cos(turn) };
}

/** The place nearest to a point; everything outside belongs to the outermost ring. */
export function placeAt({ x, y }: Point): Place {
  const [right, up] = [x - 50, 50 - y];
  const far = Math.hypot(right, up);
  const ring = RINGS.find((each) => far <= EDGE[each]) ?? "out_of_touch";
  return { ring, angle: whole((Math.atan2(right, up) * 180) / Math.PI) };
}

/** One ring nearer or further; the ends hold. Someone without a place comes in at the outermost. */
export function moved(ring: Ring | null, by: -1 | 1): Ring {
  if (ring === null) return "out_of_touch";
  return RINGS[Math.min(RINGS.length - 1, Math.max(0, RINGS.indexOf(ring) + by))] ?? ring;
}

/** Degrees as the vault keeps them: whole, 0 to 359. */
export function whole(angle: number): number {
  return ((Math.round(angle) % 360) + 360) % 360;
}

/** An angle for someone new in a ring: the middle of the widest gap. */
export function freeAngle(taken: readonly number[]): number {
  if (taken.length === 0) return 60;
  const sorted = [...taken].sort((a, b) => a - b);
  let best = { from: 0, gap: -1 };
  sorted.forEach((angle, index) => {
    const next = sorted[index + 1] ?? (sorted[0] ?? 0) + 360;
    if (next - angle > best.gap) best = { from: angle, gap: next - angle };
  });
  return whole(best.from + best.gap / 2);
}

/**
 * Where everyone is drawn: at their own angle, or as little beside it as keeps
 * marks and names apart. `first` stays exactly where it belongs.
 */
export function spread(tokens: readonly Token[], first: string | null): Map<string, Place> {
  const placed = new Map<string, Place>();
  const boxes: Box[] = [
    ME,
    ...RING_WORDS.map(({ x, y }) => ({ x: x - 8, y: y - 2, width: 16, height: 4 })),
  ];
  const order = [...tokens].sort((a, b) => rank(a, first) - rank(b, first));
  for (const token of order) {
    const taken = order.flatMap((other) =>
      other.ring === token.ring ? (placed.get(other.id)?.angle ?? []) : [],
    );
    const wanted = token.angle ?? freeAngle(taken);
    const angle = token.id === first && token.angle !== null ? wanted : roomy(token, wanted, boxes);
    const place = { ring: token.ring, angle };
    placed.set(token.id, place);
    boxes.push(boxOf(token, place));
  }
  return placed;
}

/** How much room a mark with its name takes in a circle of `width` pixels. */
export function roomFor(
  name: string,
  width: number,
  rem: number,
): { width: number; height: number; rise: number } {
  const percent = (of: number) => (of * rem * 100) / Math.max(1, width);
  const letters = Math.min(name.length, LETTERS);
  const mark = width > 30 * rem ? 3 : 2.375;
  return {
    width: percent(Math.max(mark, letters * 0.48 + 0.5)),
    height: percent(mark + 1.35),
    rise: percent(mark / 2),
  };
}

/** Where everybody who is placed stands, however wide the circle is drawn. */
export function standing(
  everybody: readonly { id: string; ring: Ring | null; angle: number | null }[],
): Map<string, Place> {
  const tokens = everybody.flatMap(({ id, ring, angle }) =>
    ring ? [{ id, ring, angle, width: 11, height: 11.5, rise: 4 }] : [],
  );
  const drawn = spread(tokens, null);
  return new Map(
    tokens.map(({ id, ring, angle }) => [id, { ring, angle: angle ?? drawn.get(id)?.angle ?? 0 }]),
  );
}

/** About as many letters of a name are shown. */
const LETTERS = 14;

interface Box extends Point {
  width: number;
  height: number;
}
const ME: Box = { x: 45, y: 45, width: 10, height: 10 };
const OFFSETS = Array.from(
  { length: 60 },
  (_, step) => (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * 3,
);

/** Those with an angle of their own are drawn before those the circle finds room for. */
function rank(token: Token, first: string | null): number {
  if (token.id === first) return 0;
  return token.angle === null ? 2 : 1;
}

function roomy(token: Token, wanted: number, boxes: readonly Box[]): number {
  let best = { angle: whole(wanted), overlap: Number.POSITIVE_INFINITY };
  for (const offset of OFFSETS) {
    const angle = whole(wanted + offset);
    const box = boxOf(token, { ring: token.ring, angle });
    const overlap = boxes.reduce((sum, other) => sum + shared(box, other), 0);
    if (overlap < best.overlap) best = { angle, overlap };
    if (overlap === 0) break;
  }
  return best.angle;
}

function boxOf(token: Token, place: Place): Box {
  const { x, y } = pointOf(place);
  return { x: x - token.width / 2, y: y - token.rise, width: token.width, height: token.height };
}

function shared(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const tall = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return wide > 0 && tall > 0 ? wide * tall : 0;
}

/** A zigzag from the middle to a point: the line of a conflict. */
export function zigzag({ x, y }: Point): string {
  const length = Math.hypot(x - 50, y - 50) || 1;
  const [right, down] = [(x - 50) / length, (y - 50) / length];
  const teeth = Math.max(4, Math.round(length / 2.2));
  const points = Array.from({ length: teeth + 1 }, (_, tooth) => {
    const along = (length * tooth) / teeth;
    const side = tooth === 0 || tooth === teeth ? 0 : tooth % 2 === 0 ? 1.1 : -1.1;
    return `${(50 + right * along - down * side).toFixed(2)} ${(50 + down * along + right * side).toFixed(2)}`;
  });
  return `M${points.join("L")}`;
}
