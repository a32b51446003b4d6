import { describe, expect, it } from "vitest";
import type { StageOn } from "../../ipc";
import { changed, inOrder, newest } from "./stages";

const stuck: StageOn = { stage: "impasse", on: "2026-03-02", note: "Quiet" };
const talking: StageOn = { stage: "renegotiation", on: "2026-03-07", note: "" };

describe("where it stands", () => {
  it("is the newest by day, in whatever order they were noted", () => {
    expect(newest([talking, stuck])).toBe(talking);
    expect(newest([])).toBeNull();
    expect(inOrder([talking, stuck])).toEqual([stuck, talking]);
  });

  it("changes by adding, so that what stood before stays", () => {
    expect(changed([stuck], "renegotiation", "2026-03-09")).toEqual([
      stuck,
      { stage: "renegotiation", on: "2026-03-09", note: "" },
    ]);
  });

  it("is corrected on the day it was noted, its words kept", () => {
    expect(changed([stuck], "dissolution", "2026-03-02")).toEqual([
      { ...stuck, stage: "dissolution" },
    ]);
  });

  it("does not change by choosing what already stands", () => {
    expect(changed([stuck, talking], "renegotiation", "2026-03-09")).toEqual([stuck, talking]);
  });

  it("may be unknown again, from a day on", () => {
    expect(newest(changed([stuck], null, "2026-03-09"))?.stage).toBeNull();
  });
});
