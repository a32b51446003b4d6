/** Small phrases that several kinds read with. */
import { numeral } from "../../lib/dates";
import { words } from "../../lib/words.svelte";

/** Words in quotation marks, unless they carry their own or tell what was done. */
export function quoted(said: string): string {
  const text = said.trim();
  return /^["“”„«([‘']/.test(text) ? text : words("entry-read-quote", { text });
}

/** "7 of 10"; empty without an answer. */
export function ofTen(rating: number | null): string {
  return rating === null ? "" : words("entry-read-of-ten", { number: numeral(rating) });
}
