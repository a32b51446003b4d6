import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { standIn, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import { easedBefore } from "./eased";
import Screen from "./Screen.svelte";
import { heightAt } from "./wave";

let fake: Fake;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
});
afterEach(() => {
  vi.useRealTimers();
});

function kept(): Entry | undefined {
  return [...fake.records.values()].find(({ body }) => body.kind === "ride");
}

function start(minutes?: number) {
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  router.go({ name: "today" });
  render(Screen, { route: { name: "ride", ...(minutes ? { minutes, craving: 7 } : {}) } });
  return user;
}

describe("riding it out", () => {
  it("goes by the clock, not by ticks, and keeps how it was", async () => {
    const user = start(5);
    await screen.findByRole("timer");
    // The computer slept: no tick for four minutes.
    vi.setSystemTime(Date.now() + 240_000);
    document.dispatchEvent(new Event("visibilitychange"));
    await waitFor(() => expect(screen.getByRole("timer").textContent).toMatch(/^\s*(1:00|0:5\d)/));
    vi.setSystemTime(Date.now() + 120_000);
    document.dispatchEvent(new Event("visibilitychange"));
    await screen.findByText(/The time is over/);
    await user.click(screen.getByRole("radio", { name: "3" }));
    await user.click(screen.getByRole("checkbox", { name: "Went outside" }));
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    await waitFor(() => expect(kept()).toBeDefined());
    const ride = kept();
    expect(ride?.around.craving).toEqual({ before: 7, after: 3 });
    expect(ride?.body).toMatchObject({
      planned_minutes: 5,
      lasted_seconds: 300,
      ended: "time_over",
      what_helped: ["went_outside"],
    });
  });

  it("tells the shell that someone is here for as long as it goes on", async () => {
    const user = start(10);
    await screen.findByRole("timer");
    const told: number[] = [];
    fake.commands.rideOn = (seconds) => {
      told.push(seconds);
      return Promise.resolve({ status: "ok", data: null });
    };
    await user.click(screen.getByRole("button", { name: "5 more minutes" }));
    await user.click(screen.getByRole("button", { name: "Stop here" }));
    expect(told[0]).toBeGreaterThan(890);
    expect(told[0]).toBeLessThanOrEqual(900);
    expect(told.at(-1)).toBe(0);
  });

  it("offers people and help if it has not eased, and neither if it has", async () => {
    const user = start(5);
    await screen.findByRole("timer");
    await user.click(screen.getByRole("button", { name: "Stop here" }));
    await user.click(screen.getByRole("radio", { name: "8" }));
    expect(screen.getByText(/It may still be there/)).toBeTruthy();
    expect(screen.getAllByText(/555/).length).toBeGreaterThan(0);
    await user.click(screen.getByRole("radio", { name: "2" }));
    expect(screen.queryByText(/It may still be there/)).toBeNull();
  });

  it("chooses nothing beforehand, and a number skipped is none", async () => {
    const user = start();
    await screen.findByRole("button", { name: "Start" });
    const scale = screen.getByRole("radiogroup", { name: "How strong is it now?" });
    expect(scale.querySelector("input:checked")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Start" }));
    await user.click(screen.getByRole("button", { name: "It has eased" }));
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    await waitFor(() => expect(kept()?.around.craving).toEqual({ before: null, after: null }));
  });
});

describe("what eased it before", () => {
  it("counts only rides that tell before and after", () => {
    const ride = (before: number | null, after: number | null): Entry => {
      const record = emptyRecord("ride", crypto.randomUUID());
      if (record.body.kind === "ride") record.body.what_helped = ["left", { own: "water" }];
      record.around.craving = { before, after };
      return record;
    };
    expect(easedBefore([ride(7, 3), ride(5, 5), ride(7, null), ride(null, 1)])).toEqual([
      { what: "left", eased: 1, times: 2 },
      { what: { own: "water" }, eased: 1, times: 2 },
    ]);
    expect(easedBefore([ride(3, 5)])).toEqual([]);
  });

  it("the wave rises and falls", () => {
    expect(heightAt(0.42)).toBeLessThan(heightAt(0.1));
    expect(heightAt(0.42)).toBeLessThan(heightAt(0.9));
    expect(heightAt(1)).toBeCloseTo(heightAt(0));
  });
});
