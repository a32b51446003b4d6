import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn } from "../ipc";
import { emptyRecord, fakeBackend, FAKE_NOW, type Fake } from "../ipc/fake";
import { emptyBody } from "../ipc/fake-empty";
import { router } from "../lib/router.svelte";
import Belongs from "./Belongs.svelte";
import Weekly from "./Weekly.svelte";
import { strip, WeeklyNumbers } from "./weekly.svelte";

const FOCUS = "90000000-0000-4000-8000-000000000001";

function week(id: number, at: string, mastery: number | null) {
  const record = emptyRecord(
    "weekly",
    `91000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
    at,
  );
  return { ...record, body: { ...emptyBody("weekly"), focus: FOCUS, mastery } };
}

describe("the numbers of the week", () => {
  let fake: Fake;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(FAKE_NOW) });
    fake = fakeBackend({
      records: [week(1, "2026-02-18T20:00:00+01:00", 3), week(2, "2026-03-04T20:00:00+01:00", 5)],
    });
    standIn(fake);
  });

  it("leave a week without a number as a gap", () => {
    const rated = [
      { from: "2026-02-16", number: 3 },
      { from: "2026-03-02", number: 5 },
    ];
    expect(strip(rated, "2026-03-09").map(({ number }) => number)).toEqual([3, null, 5, null]);
  });

  it("keep one record for a week, also when two answers come quickly", async () => {
    const numbers = new WeeklyNumbers(FOCUS);
    await numbers.load();
    expect(numbers.now).toBeNull();
    await Promise.all([numbers.rate("mastery", 6), numbers.rate("resolution", 0)]);
    const kept = [...fake.records.values()].filter(({ body }) => body.kind === "weekly");
    expect(kept).toHaveLength(3);
    expect(kept.at(-1)?.body).toMatchObject({ focus: FOCUS, mastery: 6, resolution: 0 });
    await numbers.rate("mastery", null);
    expect(fake.records.get(kept.at(-1)!.id)?.body).toMatchObject({ mastery: null, resolution: 0 });
  });

  it("say when a number could not be kept, and keep what was there", async () => {
    const numbers = new WeeklyNumbers(FOCUS);
    await numbers.load();
    fake.fail.saveRecord = "disk_full";
    await numbers.rate("mastery", 6);
    expect(numbers.problem).toBe("disk_full");
    expect(numbers.of("mastery").map(({ number }) => number)).toEqual([3, 5]);
  });

  it("show the weeks as a table", async () => {
    render(Weekly, {
      focus: FOCUS,
      items: [{ key: "mastery", label: "I can handle it", low: "not at all", high: "fully" }],
    });
    await fireEvent.click(await screen.findByRole("button", { name: "Show all 2 weeks" }));
    const cells = screen.getAllByRole("cell").map((cell) => cell.textContent);
    expect(cells).toEqual(["5", "3"]);
  });
});

describe("what belongs to a piece of work", () => {
  it("is listed newest first and opens, and something new begins within it", async () => {
    const experiment = emptyRecord("experiment", "92000000-0000-4000-8000-000000000001");
    const body = { ...emptyBody("experiment"), title: "Call Ana", focus: FOCUS };
    standIn(fakeBackend({ records: [{ ...experiment, body }] }));
    render(Belongs, {
      title: "Tried",
      focus: FOCUS,
      kinds: ["experiment"],
      begin: [{ kind: "experiment", label: "Something to try" }],
    });
    await fireEvent.click(await screen.findByRole("button", { name: /Call Ana/ }));
    await waitFor(() => expect(router.route).toEqual({ name: "experiment", id: experiment.id }));
    await fireEvent.click(screen.getByRole("button", { name: "Something to try" }));
    expect(router.route).toEqual({ name: "experiment", focus: FOCUS });
  });
});
