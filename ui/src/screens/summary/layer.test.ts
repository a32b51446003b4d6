import { describe, expect, it } from "vitest";
import type { PreviewPage, Run } from "../../ipc";
import { passagesOf, pick, textOf } from "./layer";
import { phrasesOf, shortEnough, tokensOf } from "./phrases";

function run(text: string, more: Partial<Run> = {}): Run {
  return {
    text,
    x: 0,
    y: 0,
    width: 50,
    height: 12,
    size: 10,
    direction: "ltr",
    item: "a",
    black: false,
    then: "line",
    ...more,
  };
}

function page(...runs: Run[]): PreviewPage {
  return { width_pt: 595, height_pt: 842, svg: "<svg/>", runs };
}

const runs = [
  run("Session summary", { size: 18, item: null }),
  run("Late from group", { size: 11.2 }),
  run("I stayed to talk with", { then: "space" }),
  run("Joy Lin", { then: "nothing" }),
  run(". Late."),
  run("He had gone", { then: "space" }),
  run("blacked out", { black: true, then: "space" }),
  run("to bed."),
  run("Her kitchen radio", { item: "b" }),
];

describe("passages", () => {
  it("are the runs, all of them, in order", () => {
    const read = passagesOf(runs).flatMap((passage) => passage.runs);
    expect(read.map(({ run: one }) => one)).toEqual(runs);
    expect(read.map(({ index }) => index)).toEqual(runs.map((_, index) => index));
    expect(passagesOf(runs, 40)[0]?.runs[0]?.index).toBe(40);
  });

  it("end where a line ends, and larger letters make headings", () => {
    const levels = passagesOf(runs).map(({ level, runs: inside }) => [level, inside.length]);
    expect(levels).toEqual([
      [1, 1],
      [2, 1],
      [0, 3],
      [0, 3],
      [0, 1],
    ]);
  });

  it("are read with what stands between them", () => {
    expect(textOf(runs.slice(2, 6))).toBe("I stayed to talk with Joy Lin. Late.\nHe had gone ");
  });
});

describe("a selection", () => {
  const pages = [page(...runs)];

  it("snaps to whole words, also over several runs", () => {
    expect(pick(pages, { run: 2, at: 19 }, { run: 3, at: 2 })).toEqual({
      is: "words",
      item: "a",
      phrases: ["with Joy"],
    });
    expect(pick(pages, { run: 3, at: 2 }, { run: 2, at: 19 }), "drawn backwards").toEqual({
      is: "words",
      item: "a",
      phrases: ["with Joy"],
    });
  });

  it("becomes one phrase for each line, and none of a black place", () => {
    const picked = pick(pages, { run: 4, at: 2 }, { run: 7, at: 2 });
    expect(picked).toEqual({ is: "words", item: "a", phrases: ["Late", "He had gone", "to"] });
  });

  it("across items is refused", () => {
    expect(pick(pages, { run: 7, at: 0 }, { run: 8, at: 5 })).toEqual({
      is: "refused",
      why: "items",
    });
    const two = [page(run("one")), page(run("two", { item: "b" }))];
    expect(pick(two, { run: 0, at: 0 }, { run: 1, at: 3 }), "over pages").toEqual({
      is: "refused",
      why: "items",
    });
  });

  it("of the page’s own words is refused", () => {
    expect(pick(pages, { run: 0, at: 0 }, { run: 0, at: 7 })).toEqual({
      is: "refused",
      why: "page",
    });
  });

  it("of nothing but spaces or signs is nothing", () => {
    expect(pick(pages, { run: 2, at: 1 }, { run: 2, at: 2 })).toEqual({ is: "nothing" });
    expect(pick(pages, { run: 4, at: 0 }, { run: 4, at: 1 })).toEqual({ is: "nothing" });
  });
});

describe("phrases", () => {
  const tokens = tokensOf([
    { text: "with Joy Lin, and\nJoy’s ", black: false },
    { text: "dog", black: true },
    { text: " too", black: false },
  ]);

  it("neighbours go together, and neither a line’s end nor a black place is crossed", () => {
    const all = new Set(tokens.keys());
    expect(phrasesOf(tokens, all)).toEqual(["with Joy Lin, and", "Joy’s", "too"]);
    const words = tokens.flatMap((token, index) =>
      token.text === "Joy" || token.text === "and" ? [index] : [],
    );
    expect(phrasesOf(tokens, new Set(words))).toEqual(["Joy", "and"]);
  });

  it("a sentence’s end parts them, so that a name goes wherever it stands", () => {
    expect(shortEnough("talk with Joy. Dinner was cold")).toEqual([
      "talk with Joy",
      "Dinner was cold",
    ]);
  });

  it("are cut where they would be longer than a blackout may be", () => {
    const long = Array.from({ length: 90 }, () => "word").join(" ");
    const cut = shortEnough(long);
    expect(cut.every((phrase) => phrase.length <= 200)).toBe(true);
    expect(cut.join(" ")).toBe(long);
  });

  it("are found in scripts without spaces", () => {
    expect(
      tokensOf([{ text: "山田さんと話した", black: false }]).filter(({ kind }) => kind === "word")
        .length,
    ).toBeGreaterThan(2);
  });
});
