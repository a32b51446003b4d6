import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import { nextOf } from "./care.svelte";
import Screen from "./Screen.svelte";

const ID = "90000000-0000-4000-8000-000000000001";
let fake: Fake;

function begin(over = false): void {
  const care = emptyRecord("care", ID);
  Object.assign(care.body, { name: "Naltrexone", what: "medication", over });
  fake = fakeBackend({ records: [care] });
  standIn(fake);
}

const days = () =>
  [...fake.records.values()].flatMap(({ body }) => (body.kind === "care_day" ? [body] : []));

beforeEach(() => router.reset());

describe("medicine and other care", () => {
  it("begins empty and asks for no dose", async () => {
    standIn(fakeBackend({ records: [] }));
    const user = userEvent.setup();
    render(Screen);
    await screen.findByText("Nothing is noted here yet.");
    await user.click(screen.getByRole("button", { name: "Add" }));
    expect(router.route.name).toBe("care");
  });

  it("keeps a day in one press, and clears it to unknown", async () => {
    begin();
    const user = userEvent.setup();
    render(Screen);
    const yes = await screen.findByRole("radio", { name: "Yes" });
    expect(screen.getAllByRole("radio").some((one) => (one as HTMLInputElement).checked)).toBe(
      false,
    );
    await user.click(yes);
    await waitFor(() => expect(days()).toEqual([{ kind: "care_day", care: ID, taken: "yes" }]));
    await user.click(screen.getByRole("button", { name: "Clear Naltrexone" }));
    await waitFor(() => expect(days()).toEqual([{ kind: "care_day", care: ID, taken: null }]));
  });

  it("changes a day of the week, and an untold one is not a no", async () => {
    begin();
    const user = userEvent.setup();
    render(Screen);
    const [first] = await screen.findAllByRole("button", { name: /^Naltrexone, .*: Unknown$/ });
    expect(screen.queryByRole("button", { name: /^Naltrexone, .*: No$/ })).toBeNull();
    await user.click(first as HTMLElement);
    await screen.findByRole("button", { name: /^Naltrexone, .*: Yes$/ });
    expect(days()).toHaveLength(1);
  });

  it("warns of stopping at once, and puts what is over aside", async () => {
    begin();
    render(Screen);
    await screen.findByText(/do not stop a medicine all at once/);
  });

  it("asks nothing about what is over", async () => {
    begin(true);
    render(Screen);
    await screen.findByRole("button", { name: "Naltrexone" });
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("goes round from unknown and back", () => {
    expect(nextOf(null)).toBe("yes");
    expect(nextOf("rather_not_say")).toBeNull();
  });
});
