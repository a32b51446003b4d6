import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn } from "../../ipc";
import { fakeBackend, type Fake } from "../../ipc/fake";
import Screen from "./Screen.svelte";
import { sleepIn, sleepText } from "./sleep";

let fake: Fake;

beforeEach(() => {
  fake = fakeBackend({ records: [] });
  standIn(fake);
});

const days = () =>
  [...fake.records.values()].flatMap(({ body }) => (body.kind === "rhythm_day" ? [body] : []));

async function begun(): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  render(Screen, { route: { name: "rhythm" } });
  await user.click(await screen.findByRole("button", { name: "Keep a daily rhythm" }));
  await screen.findByRole("textbox", { name: "Out of bed" });
  return user;
}

async function tell(
  user: ReturnType<typeof userEvent.setup>,
  name: string,
  time: string,
): Promise<void> {
  await user.clear(screen.getByRole("textbox", { name }));
  await user.type(screen.getByRole("textbox", { name }), `${time}{Tab}`);
}

describe("the daily rhythm", () => {
  it("is off until it is chosen, and nothing is asked before", async () => {
    render(Screen, { route: { name: "rhythm" } });
    await screen.findByRole("button", { name: "Keep a daily rhythm" });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(fake.records.size).toBe(0);
  });

  it("keeps a day at once, and what is left out stays unknown", async () => {
    const user = await begun();
    await tell(user, "Dinner", "18:30");
    await tell(user, "Hours slept", "7.5");
    await waitFor(() => expect(days()[0]?.sleep_minutes).toBe(450));
    expect(days()).toHaveLength(1);
    expect(days()[0]?.times).toEqual({
      out_of_bed: null,
      first_contact: null,
      started_day: null,
      dinner: "18:30",
      to_bed: null,
    });
    expect(days()[0]?.mood).toBeNull();
    expect(days()[0]?.contact_with).toBeNull();
  });

  it("counts nothing from three days, and something from four", async () => {
    const user = await begun();
    await user.click(screen.getByRole("button", { name: "Change them" }));
    await tell(user, "Aim: Dinner", "18:00");
    for (let day = 0; day < 3; day += 1) {
      await tell(user, "Dinner", "18:30");
      await waitFor(() => expect(days()).toHaveLength(day + 1));
      await user.click(screen.getByRole("button", { name: "The day before" }));
      await waitFor(() =>
        expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Dinner" }).value).toBe(""),
      );
    }
    // Three days before today, so the week that ends there holds one: back to today.
    await tell(user, "Dinner", "20:00");
    await waitFor(() => expect(days()).toHaveLength(4));
    for (let day = 0; day < 3; day += 1)
      await user.click(screen.getByRole("button", { name: "The day after" }));
    await screen.findByText("Near your aims: 75 of 100.");
    expect(screen.getByText("3 of 4 days")).toBeTruthy();
  });

  it("says that there are not enough days", async () => {
    const user = await begun();
    await tell(user, "Dinner", "18:30");
    await screen.findByText("Not enough days yet to count.");
  });

  it("stops without losing what was noted", async () => {
    const user = await begun();
    await tell(user, "Dinner", "18:30");
    await waitFor(() => expect(days()).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: "Change them" }));
    await user.click(screen.getByRole("button", { name: /^Stop keeping/ }));
    await screen.findByRole("button", { name: "Keep a daily rhythm" });
    expect(days()).toHaveLength(1);
  });
});

it.each([
  ["7", 420],
  ["7.5", 450],
  ["7,25", 435],
  ["7:30", 450],
  ["7 h 05", 425],
  ["0", 0],
  ["24", 1440],
  ["25", null],
  ["7:75", null],
  ["long", null],
] as const)("hours slept: %s", (text, minutes) => {
  expect(sleepIn(text)).toBe(minutes);
});

it("no sleep told is nothing, not zero", () => {
  expect([sleepText(null), sleepText(0), sleepText(425)]).toEqual(["", "0:00", "7:05"]);
});
