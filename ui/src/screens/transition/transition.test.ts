import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { sections } from "../../entry/reading";
import { standIn, type PersonCard, type Transition, type Weighed } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import TransitionScreen from "./Screen.svelte";
import { warnsOfTolerance } from "./tolerance";
import { heaviest } from "./weigh";

const user = userEvent.setup();
const ID = "40000000-0000-4000-8000-000000000001";
let fake: Fake;

function change(known: Partial<Transition> = {}) {
  const record = emptyRecord("transition", ID);
  if (record.body.kind !== "transition") throw new Error("a change was asked for");
  Object.assign(record.body, known);
  return record;
}
function begin(known: Partial<Transition> = {}): void {
  fake = fakeBackend({ records: [...sampleJournal(), change(known)] });
  standIn(fake);
  router.reset();
}
beforeEach(() => begin());

async function open(): Promise<void> {
  render(TransitionScreen, { route: { name: "transition", id: ID } });
  await screen.findByText("Then");
}
function kept(): Transition {
  const body = (fake.drafts.get(ID) ?? fake.records.get(ID))?.body;
  if (body?.kind !== "transition") throw new Error("the change is gone");
  return body;
}
const named = (name: string) =>
  sampleJournal().find(({ body }) => body.kind === "person" && body.name === name)?.id ?? "";

describe("the four fields", () => {
  it("a weight is given by a digit, and not said is not zero", async () => {
    await open();
    await user.type(
      screen.getByRole("textbox", { name: "Then, what was good, line 1" }),
      "The crew",
    );
    await waitFor(() => expect(kept().old_good).toEqual([{ text: "The crew", weight: null }]));
    const weight = screen.getByRole("combobox", {
      name: "How much it weighs: Then, what was good, line 1",
    });
    await user.selectOptions(weight, "0");
    await waitFor(() => expect(kept().old_good[0]?.weight).toBe(0));
    await user.selectOptions(weight, "");
    await waitFor(() => expect(kept().old_good[0]?.weight).toBeNull());
  });

  it("a line keeps its weight while others are added and taken away", async () => {
    begin({ new_hard: [{ text: "Quiet", weight: 4 }] });
    await open();
    await user.click(screen.getByRole("textbox", { name: "Now, what is hard, line 1" }));
    await user.keyboard("{Enter}Less money");
    await waitFor(() => expect(kept().new_hard).toHaveLength(2));
    expect(kept().new_hard).toEqual([
      { text: "Quiet", weight: 4 },
      { text: "Less money", weight: null },
    ]);
  });

  it("names the two heaviest, and nothing that weighs nothing", () => {
    const lines: Weighed[] = [
      { text: "a", weight: 0 },
      { text: "b", weight: 2 },
      { text: "c", weight: null },
      { text: "d", weight: 4 },
      { text: "e", weight: 2 },
    ];
    expect(heaviest(lines)).toEqual(["d", "b"]);
  });
});

describe("tolerance", () => {
  it.each(["treatment", "custody", "without_using"] as const)("is said for %s", async (kind) => {
    begin({ change: kind });
    await open();
    expect(screen.getByText(/an amount from before can kill/)).toBeTruthy();
  });

  it("is said for no other change", () => {
    for (const kind of ["work", "relationship", "health", "home", "money", "other"] as const)
      expect(warnsOfTolerance(kind)).toBe(false);
    expect(warnsOfTolerance(null)).toBe(false);
  });
});

describe("asking for help", () => {
  it("is not on offer with someone of whom raising things is not clearly safe", async () => {
    const dev = named("Dev");
    begin({ supports: [{ what: "A call at six", who: dev, asked: true, result: "He laughed" }] });
    await open();
    await user.click(screen.getByRole("button", { name: /^Help 1 kind/ }));
    const row = screen.getByRole("button", { name: /A call at six/ });
    expect(row.textContent).not.toContain("He laughed");
    await user.click(row);
    expect(screen.queryByRole("checkbox", { name: "I asked for it" })).toBeNull();
    const cards: PersonCard[] = [...fake.records.values()]
      .filter(({ body }) => body.kind === "person")
      .map((record) => ({ record, conflict: false, loss: null }));
    const read = JSON.stringify(sections(change({ ...kept() }), cards, ""));
    expect(read).toContain("A call at six");
    expect(read).not.toContain("He laughed");
  });
});
