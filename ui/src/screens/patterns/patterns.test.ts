import { cleanup, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { standIn, type PatternLine, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { dayMedium } from "../../lib/dates";
import { router } from "../../lib/router.svelte";
import { forgetLook } from "./patterns.svelte";
import { hourName, sayOf, weekdayName } from "./phrases";
import PatternsScreen from "./Screen.svelte";

const user = userEvent.setup();
let fake: Fake;

/** A check-in each evening; every other one is strong and after an argument. */
function checkIns(count: number): Entry[] {
  return Array.from({ length: count }, (_, number) => {
    const record = emptyRecord("check_in", `c${number}`);
    record.at = `2026-02-${String(number + 1).padStart(2, "0")}T18:30:00+01:00`;
    if (record.body.kind === "check_in") {
      record.body.craving = number % 2 === 0 ? 7 : 2;
      record.body.triggers = [number % 2 === 0 ? "argument" : "cue"];
    }
    return record;
  });
}

function begin(records: Entry[]): void {
  fake = fakeBackend({ records });
  standIn(fake);
  router.reset();
  forgetLook();
}
beforeEach(() => begin(checkIns(12)));
afterEach(cleanup);

async function show(): Promise<void> {
  render(PatternsScreen);
  await screen.findByText(/Strong means 6 or more/);
}

describe("patterns", () => {
  it("says nothing before ten check-ins", async () => {
    begin(checkIns(9));
    render(PatternsScreen);
    expect(await screen.findByRole("heading", { name: "Too early to say" })).toBeTruthy();
    expect(screen.getByText(/You have 9 check-ins/)).toBeTruthy();
    expect(screen.queryByRole("region", { name: "What set it off" })).toBeNull();
  });

  it("puts the base rate beside every count", async () => {
    await show();
    const card = screen.getByRole("region", { name: "What set it off" });
    expect(within(card).getByText(/6 of 6 strong cravings/)).toBeTruthy();
    expect(within(card).getAllByText(/in 6 of all 12 check-ins/).length).toBe(2);
    expect(within(card).getByText(/0 of 6 strong cravings/)).toBeTruthy();
  });

  it("has every chart as a table", async () => {
    await show();
    await user.click(screen.getByRole("button", { name: "Show as tables" }));
    const card = screen.getAllByRole("region", { name: "What set it off" })[0]!;
    const row = within(card).getByRole("row", { name: /Argument/ });
    expect(within(row).getByRole("cell", { name: "6 of 6" })).toBeTruthy();
    expect(within(row).getByRole("cell", { name: "6 of 12" })).toBeTruthy();
  });

  it("leads to the check-ins behind a count", async () => {
    await show();
    await user.click(
      screen.getByRole("button", { name: "See the entries: Argument or anger with someone" }),
    );
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getAllByRole("listitem").length).toBe(6);
    await user.click(
      within(dialog).getAllByRole("button", { name: new RegExp(dayMedium("2026-02-11")) })[0]!,
    );
    expect(router.route).toEqual({ name: "journal", id: "c10" });
  });

  it("says what went wrong, and tries again", async () => {
    fake.fail.patterns = "data_damaged";
    render(PatternsScreen);
    const again = await screen.findByRole("button", { name: "Try again" });
    delete fake.fail.patterns;
    await user.click(again);
    expect(await screen.findByText(/Strong means 6 or more/)).toBeTruthy();
  });
});

describe("its sentences", () => {
  const line = (what: PatternLine["what"], strong: number): PatternLine => ({
    what,
    name: "",
    strong,
    all: 9,
    days: 9,
    average: 55,
    stands_out: null,
    entries: [],
  });
  const group = { asked: "place", told: 30, strong: 10, average: 40 } as const;

  it("name only what stands out, and otherwise what was there most often", () => {
    const [home, out] = [line({ place: "home" }, 6), line({ place: "out" }, 3)];
    expect(sayOf({ ...group, lines: [home, out] })[0]).toMatch(/Most often at strong cravings/);
    const lines: PatternLine[] = [{ ...home, stands_out: "lower" }, out];
    expect(sayOf({ ...group, lines })).toEqual(["Cravings were lower with: At home."]);
    expect(sayOf({ ...group, strong: 0, lines: [line({ place: "home" }, 0)] })[0]).toMatch(/None/);
  });

  it("names days and hours as the reader's clock does", () => {
    expect([weekdayName(0), weekdayName(6)]).toEqual(["Monday", "Sunday"]);
    expect(hourName(17)).not.toBe("");
  });
});
