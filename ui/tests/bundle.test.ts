/** The shipped bundle: no stand-in, no sample journal, no inline script, no foreign address. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BANNED } from "./banned";

const ROOT = join(import.meta.dirname, "..");
let out = "";
let texts: { name: string; text: string }[] = [];

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "meantime-bundle-"));
  // The test runner sets this; a shipped build is made without it.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  await build({
    root: ROOT,
    mode: "production",
    logLevel: "error",
    build: { outDir: out, emptyOutDir: true },
  });
  process.env.NODE_ENV = before;
  texts = readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(js|css|html)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(out, name), "utf8") }));
}, 120_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("the shipped bundle", () => {
  it("holds nothing of the stand-in", () => {
    for (const trace of [
      "window gravel seven soup lantern",
      "7KQM",
      "555 0142",
      "sampleJournal",
      "takePlace",
      "beginFake",
    ]) {
      const found = texts.filter(({ text }) => text.includes(trace)).map(({ name }) => name);
      expect(found, trace).toEqual([]);
    }
  });

  it("says no banned word, in any language, but what is listed", () => {
    /** A property of the Fluent library, and the official name of a help line. */
    const allowed = [/\.dirty[.=]/g, /National Domestic Abuse Helpline/g];
    const seen = new Set<RegExp>();
    const said = texts.flatMap(({ name, text }) => {
      for (const known of allowed) if (text.search(known) >= 0) seen.add(known);
      const rest = allowed.reduce((left, known) => left.replaceAll(known, ""), text);
      return Object.values(BANNED)
        .flat()
        .flatMap((word) => rest.match(new RegExp(`.{0,30}${word.source}.{0,30}`, "i")) ?? [])
        .map((found) => `${name}: ${found}`);
    });
    expect(said).toEqual([]);
    expect([...seen], "an exception that nothing needs any more").toEqual(allowed);
  });

  it("has no inline script, no inline style and no map", () => {
    const page = texts.find(({ name }) => name === "index.html")?.text ?? "";
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|style=/);
    expect(
      readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".map"),
      ),
    ).toEqual([]);
  });

  it("sets the theme before anything is drawn", () => {
    const page = texts.find(({ name }) => name === "index.html")?.text ?? "";
    const first = page.indexOf("first-paint.js");
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(page.indexOf("stylesheet"));
    expect(page).not.toMatch(/<script[^>]*first-paint[^>]*(?:async|defer|module)/);
  });

  it("never evaluates text as code or writes HTML from a string of its own making", () => {
    for (const { name, text } of texts.filter(({ name }) => name.endsWith(".js"))) {
      expect(text.match(/\beval\(|new Function\(/g) ?? [], name).toEqual([]);
    }
  });

  it("ships its fonts with their licences", () => {
    const names = readdirSync(out, { recursive: true, encoding: "utf8" });
    expect(names.filter((name) => name.endsWith(".woff2")).length).toBeGreaterThan(20);
    const scripts = texts.filter(({ name }) => name.endsWith(".js"));
    expect(scripts.some(({ text }) => text.includes("SIL OPEN FONT LICENSE"))).toBe(true);
  });
});
