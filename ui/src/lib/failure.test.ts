import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { errorCodes, sentenceFor } from "./failure";
import type { ErrorCode } from "../ipc";

const bindings = readFileSync(join(import.meta.dirname, "../ipc/bindings.ts"), "utf8");

describe("errors in words", () => {
  it("there is a sentence for every code, and no two codes share one", () => {
    const sentences = errorCodes.map((code) => sentenceFor(code as ErrorCode));
    expect(new Set(sentences).size).toBe(errorCodes.length);
  });

  it("every code of the shell is known", () => {
    const declared = /export type ErrorCode =(.*?)\n\n/s.exec(bindings)?.[1] ?? "";
    const codes = [...declared.matchAll(/^"([a-z_]+)"/gm)].map(([, code]) => code);
    expect([...errorCodes].sort()).toEqual([...codes].sort());
  });

  it("no sentence blames, and none shows a code", () => {
    for (const code of errorCodes) {
      const sentence = sentenceFor(code as ErrorCode);
      expect(sentence, code).not.toMatch(/invalid|error|fail|wrong|illegal|attempts? left/i);
      expect(sentence, code).not.toContain("_");
    }
  });
});
