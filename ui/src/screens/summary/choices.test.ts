import { describe, expect, it } from "vitest";
import type { OfferItem, PageChoices, Tick } from "../../ipc";
import { emptyRecord } from "../../ipc/fake";
import {
  behind,
  blackoutsOf,
  isOn,
  isTicked,
  withBlackouts,
  withItem,
  withNote,
  withoutBlackouts,
  withTick,
} from "./choices";

const body = emptyRecord("page_choices", "x").body;
if (body.kind !== "page_choices") throw new Error("not the choices");
const { kind: _, ...first } = body;
const choices: PageChoices = first;

function item(id: string, ticked: boolean): OfferItem {
  return {
    item: id,
    kind: "note",
    title: id,
    day: "2026-03-08",
    ticked,
    excerpt: [],
    text: [],
    blackouts: [],
    lines: [],
    is_new: false,
  };
}

const notes: Tick = {
  kind: "check_in_notes",
  title: "Notes",
  ticked: false,
  empty: false,
  items: [item("n1", false), item("n2", false)],
};

describe("ticks", () => {
  it("an item is as the page has it until its own tick says otherwise", () => {
    expect(isOn(choices, item("a", true))).toBe(true);
    expect(isOn(withItem(choices, "a", false), item("a", true))).toBe(false);
    expect(withItem(withItem(choices, "a", false), "a", true).items).toEqual([
      { item: "a", on: true },
    ]);
  });

  it("ticking check-in notes ticks each note there is, so that a later one is not taken along", () => {
    const next = withTick(choices, notes, true);
    expect(next.check_in_notes).toBe(true);
    expect(next.items).toEqual([
      { item: "n1", on: true },
      { item: "n2", on: true },
    ]);
    expect(isOn(next, item("n3", false)), "a note written since").toBe(false);
  });

  it("the last note unticked unticks its heading, the first one ticked brings only itself", () => {
    const one = withNote(choices, notes, "n1", true);
    expect([
      one.check_in_notes,
      isOn(one, item("n1", false)),
      isOn(one, item("n2", false)),
    ]).toEqual([true, true, false]);
    expect(withNote(one, notes, "n1", false).check_in_notes).toBe(false);
  });

  it("a note ticked weeks ago does not come back with another one", () => {
    const before = { ...withItem(choices, "n2", true), check_in_notes: false };
    expect(isTicked(before, notes)).toBe(false);
    expect(isOn(withNote(before, notes, "n1", true), item("n2", false))).toBe(false);
  });
});

describe("blackouts", () => {
  it("are added once for each phrase and item, and brought back alone", () => {
    const two = withBlackouts(withBlackouts(choices, "a", ["Joy Lin", " Joy Lin "]), "b", [
      "Joy Lin",
    ]);
    expect(blackoutsOf(two, "a")).toEqual(["Joy Lin"]);
    const back = withoutBlackouts(two, "a", ["Joy Lin"]);
    expect([blackoutsOf(back, "a"), blackoutsOf(back, "b")]).toEqual([[], ["Joy Lin"]]);
  });

  it("nothing chosen changes nothing", () => {
    expect(withBlackouts(choices, "a", ["  "])).toBe(choices);
  });

  it("a black place tells which words made it, or all when none can be told", () => {
    expect(behind(["joy lin", "Marcus"], "Joy Lin")).toEqual(["joy lin"]);
    expect(behind(["my partner", "late"], "Marcus")).toEqual(["my partner", "late"]);
  });
});
