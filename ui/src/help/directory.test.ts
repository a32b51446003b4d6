import { describe, expect, it } from "vitest";
import { hasWords } from "../lib/words.svelte";
import { first, regionFor, regions, waiting } from "./directory";

describe("help numbers", () => {
  it("every region begins with its emergency number and has someone to talk to", () => {
    for (const region of regions) {
      expect(region.entries[0]?.part, region.code).toBe("emergency");
      expect(first(region, "talk"), region.code).toBeDefined();
    }
  });

  it("everything that was not checked waits for review, and nothing else does", () => {
    for (const { entries } of regions)
      for (const entry of entries) expect(entry.review, entry.id).toBe(entry.verified === "memory");
  });

  it("ids are single and every line has its words", () => {
    const all = regions.flatMap(({ entries }) => entries);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { about } of all) expect(hasWords(`help-about-${about}`), about).toBe(true);
    for (const { code } of regions)
      expect(hasWords(`help-region-${code.toLowerCase()}`), code).toBe(true);
  });

  it("the chosen region wins, then the system's, then all are shown", () => {
    expect(regionFor("GB", "en-US")?.code).toBe("GB");
    expect(regionFor(null, "en-US")?.code).toBe("US");
    expect(regionFor(null, "C")).toBeNull();
    expect(regionFor(null, "en")).toBeNull();
    expect(regionFor(null, "en-ZW")).toBeNull();
  });

  it("the numbers are those of the reference", () => {
    const numbers = Object.fromEntries(
      regions.map((region) => [
        region.code,
        [first(region, "emergency")?.number, first(region, "talk")?.number],
      ]),
    );
    expect(numbers).toEqual({
      US: ["911", "988"],
      CA: ["911", "988"],
      GB: ["999", "116 123"],
      IE: ["112", "116 123"],
      AU: ["000", "13 11 14"],
      NZ: ["111", "1737"],
      EU: ["112", "116 123"],
      OTHER: [null, "findahelpline.com"],
    });
    expect(waiting().map(({ code }) => code)).toEqual([
      "US",
      "CA",
      "GB",
      "IE",
      "AU",
      "NZ",
      "EU",
      "OTHER",
    ]);
  });
});
