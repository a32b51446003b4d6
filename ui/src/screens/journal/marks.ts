/** What was looked for, marked in a title. Pure; follows the index: whole words from their beginning. */
import type { Piece } from "../../ipc";

/** The text in pieces, with the beginnings of words that were looked for as hits. */
export function marked(text: string, typed: string): Piece[] {
  const wanted = wordsOf(typed).map(({ word }) => plain(word));
  if (wanted.length === 0) return [{ text, hit: false }];
  const pieces: Piece[] = [];
  let done = 0;
  for (const { word, at } of wordsOf(text)) {
    const looked = wanted
      .filter((one) => plain(word).startsWith(one))
      .sort((a, b) => b.length - a.length)[0];
    if (looked === undefined) continue;
    if (at > done) pieces.push({ text: text.slice(done, at), hit: false });
    const end = at + lengthOf(word, looked);
    pieces.push({ text: text.slice(at, end), hit: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}

/** The words of an excerpt without the title they may begin with: it stands above them already. */
export function withoutTitle(pieces: readonly Piece[], title: string): Piece[] {
  const whole = pieces.map(({ text }) => text).join("");
  if (title === "" || !whole.trimStart().startsWith(title)) return [...pieces];
  let left = whole.length - whole.trimStart().length + title.length;
  const rest = pieces.flatMap(({ text, hit }) => {
    const kept = text.slice(left);
    left = Math.max(0, left - text.length);
    return kept === "" ? [] : [{ text: kept, hit }];
  });
  return rest.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) ? rest : [];
}

function wordsOf(text: string): { word: string; at: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    word: match[0],
    at: match.index,
  }));
}

/** Without case and accents, as the index compares. */
function plain(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** How many characters of `word` make up the plain text that was looked for. */
function lengthOf(word: string, looked: string): number {
  let end = 0;
  for (const character of word) {
    if (plain(word.slice(0, end)).length >= looked.length) break;
    end += character.length;
  }
  return end;
}
