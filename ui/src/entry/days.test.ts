import { describe, expect, it } from "vitest";
import { nearest, nextOf, partial, partialLine, typedOf, yearly } from "./days";

const TODAY = "2026-03-09";

describe("a date that is known in part", () => {
  it("is as exact as what was typed", () => {
    expect(partial({ day: "14", month: "6", year: "2025" }, TODAY)).toEqual({
      date: "2025-06-14",
      precision: "day",
    });
    expect(partial({ day: "", month: "6", year: "2025" }, TODAY)).toEqual({
      date: "2025-06-01",
      precision: "month",
    });
    expect(partial({ day: "", month: "", year: "2025" }, TODAY)).toEqual({
      date: "2025-01-01",
      precision: "year",
    });
    expect(partial({ day: "", month: "", year: "" }, TODAY)).toBeNull();
  });

  it("is refused when it cannot be", () => {
    expect(partial({ day: "31", month: "2", year: "2025" }, TODAY)).toBe("day");
    expect(partial({ day: "10", month: "3", year: "2026" }, TODAY), "tomorrow").toBe("day");
    expect(partial({ day: "", month: "", year: "2027" }, TODAY)).toBe("year");
    expect(partial({ day: "", month: "6", year: "" }, TODAY)).toBe("year");
    expect(partial({ day: "", month: "", year: "25" }, TODAY)).toBe("year");
    expect(partial({ day: "3", month: "", year: "2025" }, TODAY)).toBe("day");
  });

  it("goes through its fields unchanged", () => {
    for (const known of [
      { date: "2025-06-14", precision: "day" as const },
      { date: "2025-06-01", precision: "month" as const },
      { date: "2025-01-01", precision: "year" as const },
    ])
      expect(partial(typedOf(known), TODAY)).toEqual(known);
  });

  it("is written only as exactly as it is known", () => {
    expect(partialLine({ date: "2025-06-01", precision: "month" })).toBe("June 2025");
    expect(partialLine({ date: "2025-01-01", precision: "year" })).toBe("2025");
  });
});

describe("a day that comes back", () => {
  it("comes this year or next, today included", () => {
    expect(nextOf({ month: 3, day: 22 }, TODAY)).toBe("2026-03-22");
    expect(nextOf({ month: 3, day: 9 }, TODAY)).toBe("2026-03-09");
    expect(nextOf({ month: 3, day: 8 }, TODAY)).toBe("2027-03-08");
    expect(nextOf({ month: 2, day: 29 }, TODAY)).toBe("2027-02-28");
  });

  it("must exist", () => {
    expect(yearly("29", "2")).toEqual({ month: 2, day: 29 });
    expect(yearly("31", "4")).toBe(false);
    expect(yearly("5", "")).toBe(false);
    expect(yearly("", "")).toBeNull();
  });

  it("is near within fourteen days, the next one first", () => {
    const birthday = { what: "birthday" as const, on: { month: 3, day: 22 }, remind: true };
    const death = { what: "anniversary" as const, on: { month: 6, day: 14 }, remind: true };
    expect(nearest([death, birthday], TODAY)).toEqual({ kept: birthday, on: "2026-03-22" });
    expect(nearest([death, birthday], "2026-03-07")).toBeNull();
    expect(nearest([], TODAY)).toBeNull();
  });
});
