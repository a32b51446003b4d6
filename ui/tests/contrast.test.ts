/** WCAG 2.2 contrast of every pair of tokens that meet on a screen, in both themes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../src/styles/tokens.css"), "utf8");
const light = colours(":root {");
const dark = { ...light, ...colours(':root[data-theme="dark"] {') };

const TEXT = 4.5;
const GRAPHIC = 3;
type Pair = [front: string, back: string, least: number];

const marks = ["edge", "focus", "accent-line", "c-craving", "c-mood", "lamp-edge", "good", "risk"];
const PAIRS: Pair[] = [
  ...cross(
    ["ink", "ink-2", "ink-3"],
    ["bg", "surface", "well", "side", "hover", "raised", "accent-soft"],
    TEXT,
  ),
  ...cross(["ink", "ink-2"], ["side-on", "lamp-soft", "good-soft", "risk-soft"], TEXT),
  ...cross(["on-accent"], ["accent", "accent-hover"], TEXT),
  ...cross(["accent-ink"], ["bg", "surface", "accent-soft", "side", "well", "raised"], TEXT),
  ...cross(["lamp-ink"], ["lamp-soft", "bg", "surface"], TEXT),
  ...cross(["good"], ["bg", "surface", "good-soft"], TEXT),
  ...cross(["risk"], ["bg", "surface", "risk-soft"], TEXT),
  ...cross(["danger"], ["bg", "surface", "raised", "danger-soft"], TEXT),
  ...cross(["on-danger"], ["danger"], TEXT),
  ...cross(
    ["ink"],
    ["danger-soft", "tide-fill", "band-0", "band-1", "band-2", "band-3", "band-4"],
    TEXT,
  ),
  ...cross(["ink-2"], ["band-4"], TEXT),
  ...cross(["on-tide-low"], tides(0, 5), TEXT),
  ...cross(["on-tide-high"], tides(6, 10), TEXT),
  ...cross(
    ["c-craving"],
    ["band-0", "band-1", "band-2", "band-3", "band-4", "c-craving-fill"],
    GRAPHIC,
  ),
  ...cross(marks, ["bg", "surface", "well"], GRAPHIC),
  ...cross(["tide-6"], ["bg", "surface", "well", "tide-fill"], GRAPHIC),
  ...cross(["tide-9"], ["bg", "surface"], GRAPHIC),
  ...cross(["focus"], ["side", "accent-soft", "raised"], GRAPHIC),
  ...cross(["edge"], ["side", "raised"], GRAPHIC),
  ...cross(["accent-line"], ["accent-soft"], GRAPHIC),
];

it.each([
  ["light", light],
  ["dark", dark],
])("%s: every pair can be told apart", (_, theme) => {
  const short = PAIRS.map(([front, back, least]) => ({
    pair: `${front} on ${back}`,
    least,
    ratio: contrast(colour(theme, front), colour(theme, back)),
  })).filter(({ ratio, least }) => ratio < least);
  expect(short).toEqual([]);
});

it("every pair names tokens that exist", () => {
  expect(PAIRS.length).toBeGreaterThan(100);
});

type Colours = Partial<Record<string, string>>;

function colours(selector: string): Colours {
  const from = css.indexOf(selector);
  const block = css.slice(from, css.indexOf("\n}", from));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9A-Fa-f]{6})/g)].map(
      ([, name = "", hex = ""]): [string, string] => [name, hex],
    ),
  );
}

function colour(theme: Colours, name: string): string {
  const hex = theme[name];
  if (!hex) throw new Error(`no token --${name}`);
  return hex;
}

function cross(fronts: string[], backs: string[], least: number): Pair[] {
  return fronts.flatMap((front) => backs.map((back): Pair => [front, back, least]));
}

function tides(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `tide-${first + index}`);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}
