/**
 * Words and phrases of a text, for choosing what is blacked out: selections snap
 * to whole words, and a phrase never runs over the end of a line, because the
 * page looks for it line by line.
 */
import type { ExcerptPart } from "../../ipc";
import { language } from "../../lib/words.svelte";
import { PHRASE_MAX } from "./choices";

/** A piece of an item's text. */
export interface Token {
  kind: "word" | "gap" | "black";
  text: string;
}

/** A stretch of a text. */
export interface Span {
  start: number;
  end: number;
}

/** Where the words of a text stand. */
export function wordsOf(text: string, tongue = language()): Span[] {
  const segments = new Intl.Segmenter(tongue, { granularity: "word" }).segment(text);
  return [...segments]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** The stretch, grown to the whole words that it touches; null if it touches none. */
export function wholeWords(text: string, { start, end }: Span, tongue = language()): Span | null {
  const touched = wordsOf(text, tongue).filter((word) => word.start < end && word.end > start);
  const [first] = touched;
  const last = touched.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The parts of an item's text as words, what stands between them, and black places. */
export function tokensOf(parts: ExcerptPart[], tongue = language()): Token[] {
  return parts.flatMap(({ text, black }): Token[] =>
    black ? [{ kind: "black", text }] : tokensIn(text, tongue),
  );
}

function tokensIn(text: string, tongue: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const gapTo = (to: number): void => {
    if (to > from) tokens.push({ kind: "gap", text: text.slice(from, to) });
  };
  for (const { start, end } of wordsOf(text, tongue)) {
    gapTo(start);
    tokens.push({ kind: "word", text: text.slice(start, end) });
    from = end;
  }
  gapTo(text.length);
  return tokens;
}

// A name at the end of a sentence is taken out wherever it stands, not only
// where the next sentence begins with the words chosen along with it.
const PARTS_PHRASES = /[\n.!?…;:。！？]/u;

/** The phrases that chosen words make: neighbours within a sentence go together. */
export function phrasesOf(tokens: Token[], chosen: ReadonlySet<number>): string[] {
  const phrases: string[] = [];
  let phrase = "";
  let gap = "";
  const done = (): void => {
    if (phrase) phrases.push(phrase);
    phrase = gap = "";
  };
  tokens.forEach((token, index) => {
    if (token.kind === "word" && chosen.has(index)) {
      if ((phrase + gap + token.text).length > PHRASE_MAX) done();
      phrase += (phrase && gap) + token.text;
      gap = "";
    } else if (token.kind === "gap" && !PARTS_PHRASES.test(token.text)) {
      gap = token.text;
    } else {
      done();
    }
  });
  done();
  return phrases;
}

/** A text cut into phrases that are short enough, at the ends of words. */
export function shortEnough(text: string, tongue = language()): string[] {
  const tokens = tokensIn(text, tongue);
  return phrasesOf(tokens, new Set(tokens.keys()));
}
