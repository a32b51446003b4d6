import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { standIn, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import { outOf, peopleIn } from "./weeks";
import Screen from "./Screen.svelte";

const ID = "90000000-0000-4000-8000-000000000001";
let fake: Fake;

function contact(id: string, at: string, known: object, focus: string | null = ID): Entry {
  const record = emptyRecord("contact", id, at);
  Object.assign(record.body, { title: "At the bus stop", focus, ...known });
  return record;
}

async function open(...records: Entry[]) {
  const connection = emptyRecord("connection", ID);
  Object.assign(connection.body, { title: "More people" });
  fake = fakeBackend({ records: [connection, ...records] });
  standIn(fake);
  render(Screen, { route: { name: "connection", id: ID } });
  await screen.findByDisplayValue("More people");
}

describe("the work on connection", () => {
  it("counts by week what was written down, and a week without is not zero", async () => {
    await open(
      contact("a0000000-0000-4000-8000-000000000001", "2026-03-09T10:00:00+01:00", {
        started_by: "me",
        someone_new: true,
      }),
      contact("a0000000-0000-4000-8000-000000000002", "2026-03-09T11:00:00+01:00", {}, null),
    );
    const rows = within(await screen.findByRole("table")).getAllByRole("row");
    const cells = (row: number) =>
      within(rows[row]!)
        .getAllByRole("cell")
        .map(({ textContent }) => textContent);
    expect(cells(1)).toEqual(["2", "0 + 1 new", "1 of 1", "–", "–", "0"]);
    expect(cells(2)).toEqual(["nothing written"]);
  });

  it("says so when nothing is written down at all", async () => {
    await open();
    await screen.findByText("No contact is written down in the last 8 weeks.");
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("shows what belongs to it and begins more of it", async () => {
    const user = userEvent.setup();
    await open(contact("a0000000-0000-4000-8000-000000000001", "2026-03-09T10:00:00+01:00", {}));
    await screen.findByRole("button", { name: /At the bus stop/ });
    await user.click(screen.getByRole("button", { name: "Reaching out" }));
    expect(router.route).toEqual({ name: "attempt", focus: ID });
  });

  it("shows what failed, with a way to try again", async () => {
    const user = userEvent.setup();
    const connection = emptyRecord("connection", ID);
    fake = fakeBackend({ records: [connection] });
    fake.fail.contactWeeks = "disk_full";
    standIn(fake);
    render(Screen, { route: { name: "connection", id: ID } });
    const again = await screen.findByRole("button", { name: "Try again" });
    fake.fail = Object.assign(fake.fail, { contactWeeks: undefined });
    await user.click(again);
    await waitFor(() => expect(screen.queryByRole("button", { name: "Try again" })).toBeNull());
  });
});

describe("the numbers of a week", () => {
  it("stand beside how many they are out of", () => {
    expect(outOf({ count: 2, known: 3 })).toBe("2 of 3");
    expect(outOf({ count: 0, known: 0 })).toBe("–");
    expect(peopleIn({ people: 3, someone_new: 0 } as never)).toBe("3");
  });
});
