import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checksFor, systemOf } from "./checks";

let folder: string;
const places = () => ({ folder, journal: "v1/data.db" });

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), "proof-")), "it's a $(folder)");
  mkdirSync(join(folder, "v1"), { recursive: true });
  writeFileSync(join(folder, "v1/data.db"), Buffer.from(Array.from({ length: 64 }, (_, at) => at)));
  writeFileSync(join(folder, "prefs"), '{"theme":"light"}');
});
afterAll(() => rmSync(join(folder, ".."), { recursive: true }));

function run(what: string, change = (line: string) => line): string {
  const check = checksFor("linux", places()).find((one) => one.what === what);
  if (!check) throw new Error(what);
  return execFileSync("sh", ["-c", change(check.line)], { encoding: "utf8" });
}

describe("lines to check it oneself", () => {
  it("list every file, whatever the folder is called", () => {
    expect(run("list")).toMatch(/data\.db/);
    expect(run("list")).toMatch(/prefs/);
  });

  it("look for a word in every file, and find it where it is", () => {
    const lines = run("search", (line) => line.replace("WORD", "light"));
    expect(lines).toContain("/prefs");
    expect(lines).not.toContain("data.db");
  });

  it("name the journal's file in the words of its system", () => {
    const line = checksFor("windows", {
      folder: "C:\\Users\\O'Neil\\Meantime",
      journal: "v1/data.db",
    }).find(({ what }) => what === "bytes")?.line;
    expect(line).toContain("'C:\\Users\\O''Neil\\Meantime\\v1\\data.db'");
  });

  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "windows"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "macos"],
    ["Mozilla/5.0 (X11; Linux x86_64)", "linux"],
  ])("%s is %s", (agent, system) => expect(systemOf(agent)).toBe(system));
});
