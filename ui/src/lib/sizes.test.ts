import { describe, expect, it } from "vitest";
import { sizeOf } from "./sizes";

describe("sizes", () => {
  it.each([
    [0, "0 bytes"],
    [132, "132 bytes"],
    [4096, "4 kB"],
    [1_258_291, "1.2 MB"],
    [96_468_992, "92 MB"],
    [3_221_225_472, "3 GB"],
  ])("%i is %s", (bytes, written) => expect(sizeOf(bytes)).toBe(written));

  it("an unknown length is none", () => expect(sizeOf(null)).toBe("0 bytes"));
});
