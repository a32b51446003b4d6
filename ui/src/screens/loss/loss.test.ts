import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { sections } from "../../entry/reading";
import { standIn, type Loss, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import { gentlestFirst } from "./order";
import LossScreen from "./Screen.svelte";

const user = userEvent.setup();
let fake: Fake;
let loss: Entry & { body: Loss & { kind: "loss" } };

beforeEach(() => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  router.reset();
  const found = [...fake.records.values()].find(({ body }) => body.kind === "loss");
  if (found?.body.kind !== "loss") throw new Error("the sample has a loss");
  loss = found as typeof loss;
});

async function open(route: { id?: string; person?: string } = { id: loss.id }): Promise<void> {
  render(LossScreen, { route: { name: "loss", ...route } });
  await screen.findByText("Days to be gentle with", { selector: ".title" });
}
/** Opens a room, unless an earlier test left it open: rooms stay as they were until the lock. */
async function enter(name: string): Promise<void> {
  const door = screen.getByRole("button", { name: new RegExp(`^${name} .`) });
  if (door.getAttribute("aria-expanded") === "false") await user.click(door);
}
function kept(): Loss {
  const body = (fake.drafts.get(loss.id) ?? fake.records.get(loss.id))?.body;
  if (body?.kind !== "loss") throw new Error("the loss is gone");
  return body;
}

describe("at one's own pace", () => {
  it("every room is closed, and a question is a line until it is asked for", async () => {
    await open();
    expect(screen.queryAllByRole("textbox")).toHaveLength(0);
    await enter("How it happened");
    expect(screen.queryAllByRole("textbox"), "no field before a question").toHaveLength(0);
    await user.click(screen.getByRole("button", { name: "How you heard" }));
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "How you heard" }));
    await user.keyboard("By phone.");
    await waitFor(() => expect(kept().how_i_heard).toBe("By phone."));
  });

  it("an answer can be taken back, and nothing is answered beforehand", async () => {
    await open();
    await enter("How it happened");
    const expected = within(screen.getByRole("group", { name: "Was it expected?" }));
    expect(expected.queryAllByRole("checkbox", { checked: true })).toHaveLength(0);
    await user.click(expected.getByRole("checkbox", { name: "In part" }));
    await waitFor(() => expect(kept().expected).toBe("partly"));
    await user.click(expected.getByRole("checkbox", { name: "In part" }));
    await waitFor(() => expect(kept().expected).toBeNull());
  });
});

describe("support", () => {
  it.each(["overdose", "suicide"] as const)("always stands there after %s", async (cause) => {
    fake.records.set(loss.id, { ...loss, body: { ...loss.body, cause } });
    await open();
    expect(screen.getByText(/its own kind of hard/)).toBeTruthy();
  });

  it("is not pressed on anyone otherwise", async () => {
    await open();
    expect(screen.queryByText(/its own kind of hard/)).toBeNull();
  });
});

describe("the ladder", () => {
  it("keeps nothing of a step without a name", async () => {
    await open();
    await enter("What is hard to go near");
    const list = within(screen.getByRole("group", { name: "What is hard to go near" }));
    await user.click(list.getByRole("button", { name: "Add something" }));
    await user.click(list.getByRole("button", { name: "Done" }));
    expect(fake.drafts.size).toBe(0);
    await user.click(list.getByRole("button", { name: "Add something" }));
    await user.keyboard("The cemetery");
    await user.click(list.getByRole("button", { name: "Done" }));
    await waitFor(() => expect(kept().avoided).toMatchObject([{ what: "The cemetery" }]));
  });

  it("what is taken off can be put back where it was", async () => {
    const step = (what: string, before: number) => ({
      what,
      before,
      tried_on: null,
      after: null,
      note: "",
    });
    const avoided = [step("The photos", 3), step("The cemetery", 8)] as Loss["avoided"];
    fake.records.set(loss.id, { ...loss, body: { ...loss.body, avoided } });
    await open();
    await enter("What is hard to go near");
    await user.click(screen.getByRole("button", { name: /The photos/ }));
    await user.click(screen.getByRole("button", { name: "Take it off the list" }));
    await waitFor(() => expect(kept().avoided.map(({ what }) => what)).toEqual(["The cemetery"]));
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(kept().avoided.map(({ what }) => what)).toEqual(["The photos", "The cemetery"]),
    );
  });

  it("goes from the gentlest on, what has no number last", () => {
    const step = (what: string, before: Loss["avoided"][number]["before"]) =>
      ({ what, before, tried_on: null, after: null, note: "" }) satisfies Loss["avoided"][number];
    const order = gentlestFirst([step("a", null), step("b", 8), step("c", 0), step("d", null)]);
    expect(order.map(({ what }) => what)).toEqual(["c", "b", "a", "d"]);
  });
});

describe("making room again", () => {
  it("takes something new, and keeps it", async () => {
    fake.records.set(loss.id, { ...loss, body: { ...loss.body, rebuilding: [] } });
    await open();
    await enter("Making room again");
    const list = within(screen.getByRole("group", { name: "Making room again" }));
    await user.click(list.getByRole("button", { name: "Add something" }));
    await user.type(
      list.getByRole("textbox", { name: "Something to do, or someone to see" }),
      "Sing in the choir",
    );
    await user.click(list.getByRole("button", { name: "Done" }));
    await waitFor(() => expect(kept().rebuilding).toMatchObject([{ what: "Sing in the choir" }]));
  });
});

describe("kept days", () => {
  it("remind only when that was switched on", async () => {
    fake.records.set(loss.id, { ...loss, body: { ...loss.body, kept_days: [] } });
    await open();
    await enter("Days to be gentle with");
    await user.click(screen.getByRole("button", { name: /Keep 14 June|Keep June 14/ }));
    await waitFor(() => expect(kept().kept_days).toHaveLength(1));
    expect(kept().kept_days[0]).toMatchObject({ what: "anniversary", remind: false });
    await user.click(screen.getByRole("switch"));
    await waitFor(() => expect(kept().kept_days[0]?.remind).toBe(true));
  });

  it("are refused when they cannot be", async () => {
    await open();
    await enter("Days to be gentle with");
    await user.click(screen.getByRole("button", { name: "Add a day" }));
    await user.type(screen.getByRole("textbox", { name: "What do you call it?" }), "The bench");
    await user.selectOptions(screen.getByRole("combobox", { name: "Day" }), "31");
    await user.selectOptions(screen.getByRole("combobox", { name: "Month" }), "4");
    await user.click(screen.getByRole("button", { name: "Keep this day" }));
    expect(screen.getByText(/go together/)).toBeTruthy();
    expect(fake.drafts.size).toBe(0);
  });
});

describe("who died", () => {
  it("has one page, which is opened rather than begun twice", async () => {
    const person = loss.body.person;
    if (!person) throw new Error("the sample's loss is about someone");
    await open({ person });
    expect(screen.getByRole("heading", { name: "Ruth" })).toBeTruthy();
    expect(screen.getByText("2 days kept")).toBeTruthy();
  });

  it("has a page from the moment it is begun, so that a memory can hang on it", async () => {
    const person = emptyRecord("person", "20000000-0000-4000-8000-000000000099");
    if (person.body.kind !== "person") throw new Error("a card was asked for");
    Object.assign(person.body, { name: "Sol", standing: "died" });
    fake.records.set(person.id, person);
    await open({ person: person.id });
    await user.click(screen.getByRole("button", { name: "Done for now" }));
    await waitFor(() =>
      expect(
        [...fake.records.values()].filter(
          ({ body }) => body.kind === "loss" && body.person === person.id,
        ),
      ).toHaveLength(1),
    );
  });
});

describe("read in the journal", () => {
  it("gives what was answered and nothing else", () => {
    const body: Loss = {
      ...loss.body,
      what_happened_then: "We drove all night.",
      avoided: [{ what: "The bench", before: 7, tried_on: "2026-03-01", after: 3, note: "Cold" }],
    };
    const read = sections({ ...loss, body: { kind: "loss", ...body } }, [], "");
    const said = JSON.stringify(read);
    expect(said).toContain("We drove all night.");
    expect(said).toContain("The bench. Looked like 7 of 10, was 3.");
    expect(said).not.toContain("What you are angry about");
  });
});
