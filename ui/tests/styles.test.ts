/** Style sheets: both writing directions, no style attributes, nothing from the net. */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const PHYSICAL =
  /(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right)|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float)\s*:\s*(?:left|right)/;

const sheets = [...files(join(ROOT, "src"), /\.(css|svelte)$/)];

it("only logical properties are used", () => {
  const found = sheets.flatMap((file) => {
    const css = file.endsWith(".css") ? readFileSync(file, "utf8") : styleOf(file);
    return css
      .replaceAll(/\/\*.*?\*\//gs, "")
      .split("\n")
      .filter((line) => PHYSICAL.test(line) && !/^\s*\[dir=/.test(line))
      .map((line) => `${relative(ROOT, file)}: ${line.trim().slice(0, 100)}`);
  });
  expect(found).toEqual([]);
});

it("no style is marked important outside the shell's one rule for tiny windows", () => {
  const found = sheets.filter(
    (file) => file.endsWith(".svelte") && styleOf(file).includes("!important"),
  );
  expect(found).toEqual([]);
});

it("nothing is loaded from elsewhere", () => {
  const found = sheets.filter((file) =>
    /url\(["']?(?:https?:)?\/\//.test(readFileSync(file, "utf8")),
  );
  expect(found).toEqual([]);
});

function styleOf(file: string): string {
  return /<style>(.*?)<\/style>/s.exec(readFileSync(file, "utf8"))?.[1] ?? "";
}

function* files(folder: string, name: RegExp): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path, name);
    else if (name.test(entry.name)) yield path;
  }
}
