/**
 * The words of a page as they are read: paragraphs and headings made from the
 * layout's own runs, and what of them a selection covers.
 */
import type { PreviewPage, RecordId, Run } from "../../ipc";
import { shortEnough, wholeWords } from "./phrases";

/** A paragraph or heading: runs that are read in one go. */
export interface Passage {
  /** 0 for a paragraph, 1 for the page's title, 2 for a section's heading. */
  level: 0 | 1 | 2;
  runs: { run: Run; index: number }[];
}

/** A place in the words: which run, counted over all pages, and how far into it. */
export interface Place {
  run: number;
  at: number;
}

/** What a selection covers. */
export type Picked =
  | { is: "nothing" }
  /** Words of the page itself, or of more than one item: these cannot be blacked out in one go. */
  | { is: "refused"; why: "page" | "items" }
  | { is: "words"; item: RecordId; phrases: string[] };

// The layout gives sizes, not roles: clearly larger than most words is a heading.
const HEADING = 1.06;
const TITLE = 1.5;

/** The passages of a page; `first` is the number of runs on the pages before it. */
export function passagesOf(runs: Run[], first = 0): Passage[] {
  const usual = usualSize(runs);
  const passages: Passage[] = [];
  let open: Passage | null = null;
  runs.forEach((run, offset) => {
    open ??= { level: levelOf(run, usual), runs: [] };
    open.runs.push({ run, index: first + offset });
    if (run.then === "line" || offset === runs.length - 1) {
      passages.push(open);
      open = null;
    }
  });
  return passages;
}

/** The words of runs as they are read. */
export function textOf(runs: Run[]): string {
  return runs.map((run) => run.text + between(run)).join("");
}

/** What stands between a run and the next. */
export function between(run: Run): string {
  if (run.then === "line") return "\n";
  return run.then === "space" ? " " : "";
}

/** What a selection from one place to another covers. */
export function pick(pages: PreviewPage[], from: Place, to: Place): Picked {
  const [start, end] = before(from, to) ? [from, to] : [to, from];
  const runs = pages.flatMap((page) => page.runs);
  const covered = runs
    .map((run, index) => ({
      run,
      start: index === start.run ? start.at : 0,
      end: index === end.run ? end.at : run.text.length,
      index,
    }))
    .filter(({ run, index, ...span }) => {
      const inside = index >= start.run && index <= end.run && !run.black;
      return inside && run.text.slice(span.start, span.end).trim() !== "";
    });
  const items = new Set(covered.map(({ run }) => run.item));
  const [item] = items;
  if (item === undefined) return { is: "nothing" };
  if (items.size > 1) return { is: "refused", why: "items" };
  if (item === null) return { is: "refused", why: "page" };
  const phrases = stretches(runs, covered).flatMap(({ text, span }) => {
    const whole = wholeWords(text, span);
    return whole ? shortEnough(text.slice(whole.start, whole.end)) : [];
  });
  return phrases.length > 0 ? { is: "words", item, phrases } : { is: "nothing" };
}

interface Covered {
  index: number;
  start: number;
  end: number;
}

/** Stretches without a line's end or a black place inside, each with what is covered of it. */
function stretches(
  runs: Run[],
  covered: Covered[],
): { text: string; span: { start: number; end: number } }[] {
  const found: { text: string; span: { start: number; end: number } }[] = [];
  let text = "";
  let span: { start: number; end: number } | null = null;
  const done = (): void => {
    if (span) found.push({ text, span });
    text = "";
    span = null;
  };
  runs.forEach((run, index) => {
    if (run.black) {
      done();
      return;
    }
    const part = covered.find((one) => one.index === index);
    if (part)
      span = { start: span?.start ?? text.length + part.start, end: text.length + part.end };
    text += run.text;
    if (run.then === "line") done();
    else text += between(run);
  });
  done();
  return found;
}

function before(one: Place, other: Place): boolean {
  return one.run < other.run || (one.run === other.run && one.at <= other.at);
}

function levelOf(run: Run, usual: number): Passage["level"] {
  const size = run.size ?? usual;
  if (size >= usual * TITLE) return 1;
  return size >= usual * HEADING ? 2 : 0;
}

/** The size most letters have. */
function usualSize(runs: Run[]): number {
  const letters = new Map<number, number>();
  for (const { size, text, black } of runs) {
    if (!black && size !== null) letters.set(size, (letters.get(size) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}
