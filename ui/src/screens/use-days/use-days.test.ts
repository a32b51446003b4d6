import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn } from "../../ipc";
import { fakeBackend, type Fake } from "../../ipc/fake";
import { counted } from "./days.svelte";
import Screen from "./Screen.svelte";

let fake: Fake;

beforeEach(() => {
  fake = fakeBackend({ records: [] });
  standIn(fake);
});

describe("days of use", () => {
  it("an unknown day is never counted as none", () => {
    const day = (used: "none" | "used" | "unknown") => ({
      day: "2026-03-01",
      check_ins: 0,
      strongest: null,
      used,
    });
    expect(counted([day("none"), day("used"), day("unknown"), day("unknown")])).toEqual({
      none: 1,
      used: 1,
      unknown: 2,
    });
  });

  it("says that nothing is recorded, marks a day, and takes the mark back", async () => {
    const user = userEvent.setup();
    render(Screen);
    await screen.findByText(/Nothing is recorded/);
    await user.click(screen.getByRole("radio", { name: "No use" }));
    await screen.findByText(/1 of the last 30 days are recorded: 1 without use, 0 with/);
    expect(screen.getByText(/29 days are unknown/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Leave it open" }));
    await screen.findByText(/Nothing is recorded/);
    expect([...fake.records.values()].filter(({ body }) => body.kind === "use_day")).toHaveLength(
      1,
    );
  });

  it("the words follow the goal", async () => {
    const user = userEvent.setup();
    render(Screen);
    await user.click(await screen.findByRole("radio", { name: "Use" }));
    await user.click(await screen.findByRole("checkbox", { name: "Using less" }));
    await screen.findByText(/1 day with use and 0 without in the last 30, of 1 recorded/);
    await waitFor(() =>
      expect(
        [...fake.records.values()].some(
          ({ body }) => body.kind === "course" && body.goal === "cutting_down",
        ),
      ).toBe(true),
    );
  });

  it("has a table twin", async () => {
    const user = userEvent.setup();
    render(Screen);
    await user.click(await screen.findByRole("button", { name: "Show as a table" }));
    expect(screen.getAllByRole("cell", { name: "Unknown" }).length).toBeGreaterThan(0);
  });
});
