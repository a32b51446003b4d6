/**
 * How hard our own sentences are to read: a paragraph of 30 words or more stays at or
 * below grade 8 (Flesch-Kincaid). Wording that is fixed by others is not ours to change.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";

const WORDS = join(import.meta.dirname, "..", "words", "en");
const HARDEST = 8;
/** Below this many words the formula says more about one long word than about a text. */
const SHORTEST = 30;

/**
 * Terms that have no shorter word, and that the app explains where they matter. They
 * count as one syllable.
 */
const EXEMPT = [
  "Meantime",
  "emergency",
  "medicine",
  "medicines",
  "naloxone",
  "opioid",
  "opioids",
  "passphrase",
  "prescribes",
  "recovery",
  "therapist",
  "therapy",
];

/** Lists for the program, which nobody reads as a sentence. */
const LISTS = new Set(["page-names-that-are-words", "page-names-small-parts"]);

/** Syllables by the usual rule of thumb: groups of vowels, without a silent end. */
function syllables(word: string): number {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (plain.length <= 3) return plain.length > 0 ? 1 : 0;
  const ended = plain.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, "").replace(/^y/, "");
  return Math.max(1, ended.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

function grade(text: string): { grade: number; words: number } {
  const exempt = new Set(EXEMPT.map((word) => word.toLowerCase()));
  const sentences = text.split(/[.?!:]+(?=\s|$)|\n{2,}/).filter((part) => /[a-z]/i.test(part));
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const sounds = words
    .map((word) => (exempt.has(word.toLowerCase()) ? 1 : /\p{N}/u.test(word) ? 1 : syllables(word)))
    .reduce((all, one) => all + one, 0);
  const count = words.length;
  return {
    words: count,
    grade: 0.39 * (count / Math.max(1, sentences.length)) + 11.8 * (sounds / count) - 15.59,
  };
}

type Part = string | { type: string; variants?: { value: Part | Part[] }[]; star?: number };

/** Every way a message can read; what is put in counts as one short word. */
function readings(value: Part | readonly Part[] | null): string[] {
  if (value === null) return [];
  const parts = Array.isArray(value) ? (value as Part[]) : [value as Part];
  let all = [""];
  for (const part of parts) {
    let next: string[];
    if (typeof part === "string") next = [part];
    else if (part.type === "select")
      next = (part.variants ?? []).flatMap((one) => readings(one.value));
    else next = ["word"];
    all = all.flatMap((before) => next.map((after) => before + after));
  }
  return all.map((text) => text.replaceAll(/<[^>]*>/g, ""));
}

function paragraphs(): { id: string; text: string }[] {
  return readdirSync(WORDS)
    .filter((file) => file.endsWith(".ftl"))
    .flatMap((file) => new FluentResource(readFileSync(join(WORDS, file), "utf8")).body)
    .flatMap(({ id, value }) =>
      readings(value as Part | Part[] | null).map((text) => ({ id, text })),
    )
    .filter(({ id }) => !LISTS.has(id));
}

describe("reading level", () => {
  it("knows what is easy and what is hard", () => {
    expect(syllables("people")).toBe(2);
    expect(syllables("shared")).toBe(1);
    expect(syllables("banana")).toBe(3);
    const easy = "The cat sat on the mat. It was a warm day. ".repeat(4);
    const hard =
      "Notwithstanding considerable institutional opposition, interdisciplinary collaboration " +
      "necessitates comprehensive documentation of organisational responsibilities.";
    expect(grade(easy).grade).toBeLessThan(3);
    expect(grade(hard).grade).toBeGreaterThan(15);
  });

  it("reads every paragraph", () => {
    expect(paragraphs().filter(({ text }) => grade(text).words >= SHORTEST).length).toBeGreaterThan(
      20,
    );
  });

  it("keeps every paragraph of ours at grade 8 or below", () => {
    const hard = paragraphs().flatMap(({ id, text }) => {
      const { grade: at, words } = grade(text);
      return words >= SHORTEST && at > HARDEST ? [`${at.toFixed(1)} ${id}: ${text}`] : [];
    });
    expect(hard).toEqual([]);
  });

  it("exempts no term that nothing says", () => {
    const all = paragraphs()
      .map(({ text }) => text.toLowerCase())
      .join(" ");
    expect(EXEMPT.filter((word) => !all.includes(word.toLowerCase()))).toEqual([]);
  });
});
