import { describe, expect, it } from "vitest";
import { clockIn } from "./clock";
import { addMonths, startOfWeek, weeksAround } from "./month";

describe("a month on a calendar", () => {
  it("is shown in whole weeks", () => {
    const weeks = weeksAround("2026-03-12", 1);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe("2026-02-23");
    expect(weeks[5]?.[6]).toBe("2026-04-05");
    expect(weeksAround("2026-02-12", 7)[0]?.[0], "a February that fills four weeks").toBe(
      "2026-02-01",
    );
    expect(weeksAround("2026-02-12", 7)).toHaveLength(4);
  });

  it("begins its weeks where the reader's do", () => {
    expect(startOfWeek("2026-03-12", 1)).toBe("2026-03-09");
    expect(startOfWeek("2026-03-12", 7)).toBe("2026-03-08");
    expect(startOfWeek("2026-03-08", 7)).toBe("2026-03-08");
  });

  it("goes on by months without skipping a short one", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-12-05", 1)).toBe("2027-01-05");
    expect(addMonths("2026-01-05", -1)).toBe("2025-12-05");
    expect(addMonths("2028-02-29", -12)).toBe("2027-02-28");
  });
});

describe("a written time", () => {
  it.each([
    ["14:00", "14:00"],
    ["14.30", "14:30"],
    ["1430", "14:30"],
    ["9", "09:00"],
    ["2pm", "14:00"],
    ["2:30 p.m.", "14:30"],
    ["12 am", "00:00"],
    ["12:15 PM", "12:15"],
  ])("%s is %s", (written, read) => expect(clockIn(written)).toBe(read));

  it.each(["", "24:00", "14:60", "13pm", "0am", "noon", "14:0", "1:2:3"])(
    "“%s” is none",
    (written) => expect(clockIn(written)).toBeNull(),
  );
});
