/**
 * Marked-up words without HTML: `<b>`, `<i>`, `<kbd>`, and named slots such as
 * `<help>Help now</help>` that a screen fills with its own link or button.
 */
import { words, type WordArgs } from "./words.svelte";

export type Piece = { tag: string | null; text: string };

// Arguments are a person's own text: their "<" is hidden from the parser, so
// that a name such as "<b>" stays the name it is.
const HIDDEN = "\uE000";
const MARK = /<([a-z][a-z0-9-]*)>(.*?)<\/\1>/gs;

/** The sentence in pieces, each plain or inside one tag. Tags do not nest. */
export function pieces(id: string, args?: WordArgs): Piece[] {
  const safe =
    args && Object.fromEntries(Object.entries(args).map(([name, value]) => [name, hide(value)]));
  const text = words(id, safe);
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) found.push({ tag: null, text: show(text.slice(from, match.index)) });
    found.push({ tag: match[1] ?? null, text: show(match[2] ?? "") });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ tag: null, text: show(text.slice(from)) });
  return found;
}

function hide(value: string | number): string | number {
  return typeof value === "string" ? value.replaceAll("<", HIDDEN) : value;
}

function show(text: string): string {
  return text.replaceAll(HIDDEN, "<");
}
