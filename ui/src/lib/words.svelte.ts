/**
 * Every sentence a person reads, from words/<language>/*.ftl.
 *
 * A missing word throws while developing and testing; in the shipped window it
 * falls back to English, because a gap in a translation must not lock anyone out.
 */
import { FluentBundle, FluentResource } from "@fluent/bundle";

export type WordArgs = Record<string, string | number>;

const files = import.meta.glob<string>("../../words/*/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);
const FALLBACK = "en";

const bundles = new Map<string, FluentBundle>();
const chosen = $state({ language: FALLBACK });

/** The languages there are words for, by code. */
export const languages: readonly string[] = [
  ...new Set(Object.keys(files).map((path) => path.split("/").at(-2) ?? FALLBACK)),
].sort();

/** The language in use; reading it makes a component follow a change. */
export function language(): string {
  return chosen.language;
}

/** `rtl` for Arabic, Hebrew, Persian and Urdu. */
export function directionOf(code: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(code.split("-")[0] ?? code) ? "rtl" : "ltr";
}

/** Speaks `code` from now on; a language without words falls back to English. */
export function speak(code: string): void {
  chosen.language = languages.includes(code) ? code : FALLBACK;
  document.documentElement.lang = chosen.language;
  document.documentElement.dir = directionOf(chosen.language);
}

/** The sentence with that id, with its arguments filled in. */
export function words(id: string, args?: WordArgs): string {
  return format(id, args, chosen.language);
}

/** Whether there is a sentence with that id. */
export function hasWords(id: string): boolean {
  return bundleOf(FALLBACK).hasMessage(id);
}

function format(id: string, args: WordArgs | undefined, code: string): string {
  const bundle = bundleOf(code);
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) {
    if (code !== FALLBACK) return format(id, args, FALLBACK);
    if (import.meta.env.PROD) return id;
    throw new Error(`no words for ${id}`);
  }
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args, errors);
  if (errors[0] && !import.meta.env.PROD) throw new Error(`words for ${id}: ${errors[0].message}`);
  return text;
}

function bundleOf(code: string): FluentBundle {
  const known = bundles.get(code);
  if (known) return known;
  // Isolation marks keep a left-to-right name in order inside right-to-left words.
  const bundle = new FluentBundle(code, { useIsolating: directionOf(code) === "rtl" });
  for (const [path, source] of Object.entries(files)) {
    if (!path.includes(`/words/${code}/`)) continue;
    const mistakes = bundle.addResource(new FluentResource(source));
    if (mistakes[0] && !import.meta.env.PROD) throw mistakes[0];
  }
  bundles.set(code, bundle);
  return bundle;
}
