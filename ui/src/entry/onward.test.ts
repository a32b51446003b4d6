import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type FeelSafe, type Record as Entry } from "../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../ipc/fake";
import { router } from "../lib/router.svelte";
import Contact from "../screens/contact/Screen.svelte";
import Note from "../screens/note/Screen.svelte";
import { openEntry } from "./entry.svelte";

const DEV = "20000000-0000-4000-8000-000000000005";
const ID = "90000000-0000-4000-8000-000000000001";
let fake: Fake;

function person(safe: FeelSafe | null, died = false): Entry {
  const record = emptyRecord("person", DEV);
  if (record.body.kind === "person")
    Object.assign(record.body, {
      name: "Dev",
      feel_safe: safe,
      standing: died ? "died" : "current",
    });
  return record;
}

function entry(kind: "contact" | "conflict" | "pattern" | "note", known: object): Entry {
  const record = emptyRecord(kind, ID);
  if (kind !== "pattern") record.around.people = [DEV];
  Object.assign(record.body, known);
  return record;
}

function begin(...records: Entry[]): void {
  fake = fakeBackend({ records });
  standIn(fake);
}

const door = (name: string) => screen.queryByRole("button", { name });
const ASK = "Practise or try something: one question first";

beforeEach(() => router.reset());

describe("what grows from an entry", () => {
  it.each<[FeelSafe | null, boolean]>([
    ["yes", true],
    ["mostly", false],
    ["no", false],
    ["unsure", false],
    ["prefer_not_to_say", false],
    [null, false],
  ])("about someone answered for by %s leads to speaking: %s", async (safe, shown) => {
    begin(person(safe), entry("contact", { note: "He waved" }));
    render(Contact, { route: { name: "contact", id: ID } });
    await screen.findByDisplayValue("He waved");
    expect(door("Practise this") !== null).toBe(shown);
    expect(door("Something to try") !== null).toBe(shown);
    expect(door("Decide something") !== null, "what could be done is a way there").toBe(shown);
    expect(door(ASK) !== null, "the question is there only unanswered").toBe(safe === null);
  });

  it("asks first, and opens only on a clear yes", async () => {
    const user = userEvent.setup();
    begin(person(null), entry("contact", { note: "He waved" }));
    render(Contact, { route: { name: "contact", id: ID } });
    await screen.findByDisplayValue("He waved");
    await user.click(screen.getByRole("button", { name: ASK }));
    await user.click(screen.getByRole("button", { name: "Unsure" }));
    await screen.findByText(/with your therapist first/);
    expect(door("Practise this")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Change" }));
    await user.click(await screen.findByRole("button", { name: "Yes" }));
    await user.click(await screen.findByRole("button", { name: "Practise this" }));
    expect(router.route).toEqual({ name: "rehearsal", from: ID });
  });

  it("is nothing while an entry is empty", async () => {
    begin();
    render(Note, { route: { name: "note" } });
    await screen.findByLabelText("Write", { selector: "textarea" });
    expect(door("Decide something")).toBeNull();
  });
});

describe("a piece that grows from another", () => {
  it("takes along who was in it and the words meant for it", async () => {
    begin(person("yes"), entry("conflict", { title: "Late", next_try: "Say it plainly" }));
    const grown = await openEntry({ name: "experiment", from: ID });
    expect(grown.record.around.people).toEqual([DEV]);
    expect(grown.record.body).toMatchObject({ title: "Say it plainly", from: ID });
    await grown.leave();
    expect(fake.records.size, "left untouched it leaves no trace").toBe(2);
    expect(fake.drafts.size).toBe(0);
  });

  it("does not bring out what safety hides there", async () => {
    begin(person("mostly"), entry("conflict", { title: "Late", next_try: "Say it plainly" }));
    const grown = await openEntry({ name: "experiment", from: ID });
    expect(grown.record.body).toMatchObject({ title: "" });
    expect(grown.everyone).toEqual([DEV]);
    await grown.leave();
  });

  it("is about nobody when it grows from a story, and still asks for those it was seen with", async () => {
    begin(person(null), entry("pattern", { seen_with: [DEV], first_small_change: "Ask twice" }));
    const grown = await openEntry({ name: "experiment", from: ID });
    expect(grown.record.around.people).toEqual([]);
    expect(grown.everyone).toEqual([DEV]);
    expect(grown.record.body, "what is hidden there").toMatchObject({ title: "" });
    await grown.leave();
  });

  it("leaves out who died: nothing can be raised with them", async () => {
    begin(person(null, true), entry("note", { text: "Her birthday" }));
    const grown = await openEntry({ name: "experiment", from: ID });
    expect(grown.record.around.people).toEqual([]);
    expect(grown.everyone).toEqual([]);
    await grown.leave();
  });

  it("that is left untouched is not kept for naming someone alone", async () => {
    begin(person("yes"));
    const begun = await openEntry({ name: "contact", person: DEV });
    expect(begun.record.around.people).toEqual([DEV]);
    await begun.leave();
    await waitFor(() => expect(fake.records.size + fake.drafts.size).toBe(1));
  });
});
