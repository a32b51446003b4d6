import { describe, expect, it } from "vitest";
import { pieces } from "./rich";
import { directionOf, words } from "./words.svelte";

describe("words with markup", () => {
  it("come in pieces", () => {
    expect(pieces("frame-keys-hide-double", { control: "Ctrl" })).toEqual([
      { tag: "kbd", text: "Ctrl L" },
      { tag: null, text: " or " },
      { tag: "kbd", text: "Esc" },
      { tag: null, text: " twice" },
    ]);
  });

  it("never take a person's own text for markup", () => {
    expect(pieces("common-saved-at", { time: "<b>x</b>" })).toEqual([
      { tag: null, text: "Saved <b>x</b>" },
    ]);
  });

  it("throw while testing when an id or an argument is missing", () => {
    expect(() => words("no-such-words")).toThrow("no words");
    expect(() => words("common-saved-at")).toThrow("time");
  });

  it("know which languages run from right to left", () => {
    expect(["ar", "he", "ur", "fa-IR"].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "rtl"]);
    expect(directionOf("es")).toBe("ltr");
  });
});
