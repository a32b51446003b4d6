/** What is pasted or dropped comes in as plain text: nothing in the window takes text with looks. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../src");
const FORMATTED = /contenteditable|designMode|text\/html|insertHTML|innerHTML/i;

describe("fields", () => {
  it("are inputs and textareas only, which take pasted text without its looks", () => {
    const sources = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter(
      (name) => /\.(svelte|ts)$/.test(name) && !name.endsWith(".test.ts"),
    );
    expect(sources.length).toBeGreaterThan(100);
    const formatted = sources.filter((name) =>
      FORMATTED.test(readFileSync(join(ROOT, name), "utf8")),
    );
    expect(formatted).toEqual([]);
  });
});
