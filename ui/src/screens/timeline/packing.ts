/** Where the marks of a lane stand so that none covers another. Pure. */
import type { Mark } from "../../ipc";
import { along } from "./steps";
import type { Day } from "../../lib/dates";

/** A mark with its place. Lengths are percent of the chart's width. */
export interface Placed {
  mark: Mark;
  row: number;
  x: number;
  /** A stretch of time has a width; a moment has none. */
  width: number;
  /** Its words stand before it, because there is no room after it. */
  end: boolean;
}

/** Marks without room of their own. */
export interface Cluster {
  marks: Mark[];
  x: number;
}

export interface Packed {
  placed: Placed[];
  clusters: Cluster[];
  /** How many rows there are, that of the clusters included. */
  rows: number;
}

export interface Room {
  from: Day;
  to: Day;
  /** The chart's width in rem. */
  rem: number;
  /** Icons only. */
  narrow: boolean;
}

/** So many rows a lane has before marks are gathered. */
const MOST_ROWS = 5;
/** Rem of a mark without its words, of one letter, and the longest. */
const ICON = 1.5;
const LETTER = 0.42;
const LONGEST = 13;
/** Rem by which the icon stands before its day, and between two marks. */
const BEFORE = 0.8;
const BETWEEN = 0.375;

/** How wide a mark's words are, about; wide letters count twice. */
export function widthOf(label: string): number {
  let letters = 0;
  for (let place = 0; place < label.length; place += 1)
    letters += label.charCodeAt(place) > 0x1100 ? 2 : 1;
  return Math.min(LONGEST, 2 + letters * LETTER);
}

/** Places the marks: stretches of time first, then moments in their order. */
export function pack(
  marks: readonly Mark[],
  label: (mark: Mark) => string,
  { from, to, rem, narrow }: Room,
): Packed {
  const percent = 100 / Math.max(rem, 1);
  const rows: [number, number][][] = [];
  const placed: Placed[] = [];
  const left: Mark[] = [];
  const length = (mark: Mark) => (mark.from === mark.to ? 0 : 1);
  for (const mark of [...marks].sort((a, b) => length(b) - length(a))) {
    const wide = (narrow ? ICON : widthOf(label(mark))) * percent;
    const one = stand(mark, wide, { from, to, percent });
    const row = firstFree(rows, one.taken);
    if (row === -1) left.push(mark);
    else placed.push({ ...one.placed, row });
  }
  const clusters = gather(left, from, to, (ICON + 1) * percent);
  return { placed, clusters, rows: rows.length + (clusters.length > 0 ? 1 : 0) };
}

interface Standing {
  placed: Omit<Placed, "row">;
  taken: [number, number];
}

function stand(
  mark: Mark,
  wide: number,
  { from, to, percent }: { from: Day; to: Day; percent: number },
): Standing {
  const gap = BETWEEN * percent;
  const x = clamp(along(mark.from, from, to));
  if (mark.from !== mark.to) {
    const last = clamp(along(mark.to, from, to));
    // A stretch that is too short for its icon is as wide as that.
    const width = Math.max(last - x, ICON * percent);
    const start = Math.min(x, 100 - width);
    return {
      placed: { mark, x: start, width, end: false },
      taken: [start - gap, start + width + gap],
    };
  }
  const before = BEFORE * percent;
  const end = x - before + wide > 100 + before;
  const taken: [number, number] = end
    ? [x + before - wide - gap, x + before + gap]
    : [x - before - gap, x - before + wide + gap];
  return { placed: { mark, x, width: 0, end }, taken };
}

function firstFree(rows: [number, number][][], taken: [number, number]): number {
  const [start, stop] = taken;
  const free = rows.findIndex((row) => row.every(([a, b]) => stop <= a || start >= b));
  const row = free === -1 && rows.length < MOST_ROWS ? rows.push([]) - 1 : free;
  rows[row]?.push(taken);
  return row;
}

function gather(marks: readonly Mark[], from: Day, to: Day, near: number): Cluster[] {
  const clusters: Cluster[] = [];
  for (const mark of [...marks].sort((a, b) => a.from.localeCompare(b.from))) {
    const x = clamp(along(mark.from, from, to));
    const last = clusters.at(-1);
    if (last && x - last.x < near) last.marks.push(mark);
    else clusters.push({ marks: [mark], x });
  }
  return clusters;
}

function clamp(x: number): number {
  return Math.min(100, Math.max(0, x));
}
