import { describe, expect, it } from "vitest";
import {
  addDays,
  dayLong,
  dayOf,
  daysBetween,
  locale,
  momentAt,
  nowMoment,
  timeOf,
  today,
} from "./dates";

describe("dates", () => {
  it("a moment is shown as the writer's clock showed it, wherever it is read", () => {
    expect(timeOf("2026-03-08T20:02:00+13:00")).toMatch(/8:02/);
    expect(dayOf("2026-03-08T23:30:00-08:00")).toBe("2026-03-08");
  });

  it("a system that calls its language C is not an error", () => {
    expect(locale("C", "en")).toBe("en");
    expect(locale("", "en")).toBe("en");
    expect(locale("en-GB", "en")).toBe("en-GB");
    expect(locale("de-DE", "en")).toBe("en");
  });

  it("days are counted across the change to summer time", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  it("a day is the same day in words", () => {
    expect(dayLong("2026-03-09")).toMatch(/Monday/);
    expect(dayLong("2026-03-09")).toMatch(/9/);
  });

  it("now and a chosen time carry an offset", () => {
    expect(nowMoment()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(momentAt("2026-03-12", "14:00")).toMatch(/^2026-03-12T14:00:00[+-]\d\d:\d\d$/);
    expect(today(new Date(2026, 2, 9, 23, 59))).toBe("2026-03-09");
  });
});
