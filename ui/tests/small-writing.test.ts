/**
 * The smaller pages for writing: each begins with nothing chosen, keeps what was typed
 * and chosen, shows long text whole, and loses nothing when it cannot be saved.
 */
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import type { Component } from "svelte";
import { describe, expect, it } from "vitest";
import { standIn, type FeelSafe, type Record as Entry } from "../src/ipc";
import { emptyRecord, fakeBackend, type Fake } from "../src/ipc/fake";
import { allLeft } from "../src/entry/entry.svelte";
import { openDrafts } from "../src/lib/draft.svelte";
import { router, type Route } from "../src/lib/router.svelte";
import Attempt from "../src/screens/attempt/Screen.svelte";
import Contact from "../src/screens/contact/Screen.svelte";
import Moment from "../src/screens/event/Screen.svelte";
import Past from "../src/screens/past_relationship/Screen.svelte";
import Pattern from "../src/screens/pattern/Screen.svelte";

const ID = "90000000-0000-4000-8000-000000000001";
const MARCUS = "20000000-0000-4000-8000-000000000001";
const ANSWERS: (FeelSafe | null)[] = ["yes", "mostly", "no", "unsure", "prefer_not_to_say", null];

/** A page: the field to write in, and something to choose where there is any. */
const PAGES = [
  {
    kind: "contact",
    Screen: Contact,
    field: { label: "How did it leave you?", key: "note" },
    choice: { label: "Messages", key: "mode", value: "text" },
  },
  {
    kind: "attempt",
    Screen: Attempt,
    field: { label: "What happened?", key: "what_happened" },
    choice: { label: "No reply", key: "result", value: "no_reply" },
  },
  {
    kind: "event",
    Screen: Moment,
    field: { label: "What happened?", key: "what_happened" },
    choice: { label: "A kind word", key: "what", value: "praise" },
  },
  {
    kind: "pattern",
    Screen: Pattern,
    field: { label: "Then I…", key: "then_i" },
    choice: { label: "Not sure", key: "in_therapy", value: "unsure" },
  },
  {
    kind: "past_relationship",
    Screen: Past,
    field: { label: "What worked between you?", key: "worked" },
    choice: null,
  },
] as const;
type Page = (typeof PAGES)[number];

let fake: Fake;

async function open({ kind, Screen }: Page, records: Entry[] = [], id?: string) {
  fake = fakeBackend({ records });
  standIn(fake);
  router.reset();
  const route = { name: kind, ...(id !== undefined && { id }) };
  const view = render(Screen as Component<{ route: Route }>, { route });
  await screen.findByRole("button", { name: "Done for now" });
  return view;
}

function filled(kind: Page["kind"], body: object): Entry {
  const record = emptyRecord(kind, ID);
  Object.assign(record.body, body);
  return record;
}

const area = (label: string) => screen.findByLabelText(label, { selector: "textarea" });
const kept = (kind: Page["kind"]) =>
  [...fake.records.values()].find(({ body }) => body.kind === kind);
const draft = (kind: Page["kind"]) =>
  [...fake.drafts.values()].find(({ body }) => body.kind === kind);

describe.each(PAGES)("$kind", (page) => {
  const { kind, field, choice } = page;

  it("begins with nothing chosen, and leaves no trace if nothing was written", async () => {
    const view = await open(page);
    expect(await area(field.label)).toHaveProperty("value", "");
    const chosen = document.querySelectorAll(
      "main :checked, article :checked, article [aria-pressed='true'], article [aria-checked='true']",
    );
    expect(chosen.length, "nothing stands chosen").toBe(0);
    view.unmount();
    await allLeft();
    expect(kept(kind) ?? draft(kind)).toBeUndefined();
    expect(openDrafts()).toBe(0);
  });

  it("keeps what was typed and chosen", async () => {
    const user = userEvent.setup();
    const view = await open(page);
    await user.type(await area(field.label), "It was quiet.");
    if (choice) await user.click(screen.getByLabelText(choice.label));
    await waitFor(() => expect(draft(kind)?.body).toMatchObject({ [field.key]: "It was quiet." }), {
      timeout: 3000,
    });
    view.unmount();
    await allLeft();
    const wanted = { [field.key]: "It was quiet.", ...(choice && { [choice.key]: choice.value }) };
    expect(kept(kind)?.body).toMatchObject(wanted);
    expect(fake.drafts.size).toBe(0);
  });

  it("shows a long text and a long title whole, and keeps them as they are", async () => {
    const long = "We spoke for a while, and then for longer. ".repeat(240).slice(0, 10_000);
    const title = "A name that does not end ".repeat(8);
    const view = await open(page, [filled(kind, { title, [field.key]: long })], ID);
    const text = await area(field.label);
    expect(text).toHaveProperty("value", long);
    expect(text).toHaveProperty("maxLength", 10_000);
    expect(screen.getByDisplayValue(title.trim())).toBeTruthy();
    view.unmount();
    await allLeft();
    expect(fake.records.get(ID)?.body).toMatchObject({ title, [field.key]: long });
  });

  it("says so when it cannot be saved, stays open, and keeps the draft", async () => {
    const user = userEvent.setup();
    await open(page, [filled(kind, { [field.key]: "Before." })], ID);
    fake.fail.saveRecord = "disk_full";
    await user.type(await area(field.label), " And after.");
    await user.click(screen.getByRole("button", { name: "Done for now" }));
    await screen.findByRole("alert", {}, { timeout: 3000 });
    expect(await area(field.label)).toHaveProperty("value", "Before. And after.");
    expect(fake.records.get(ID)?.body, "the kept one is untouched").toMatchObject({
      [field.key]: "Before.",
    });
    expect(fake.drafts.get(ID)?.body).toMatchObject({ [field.key]: "Before. And after." });
    fake.fail = Object.assign(fake.fail, { saveRecord: undefined });
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  it("says so when it cannot be opened, and opens once it can", async () => {
    const user = userEvent.setup();
    fake = fakeBackend({ records: [filled(kind, { [field.key]: "Before." })] });
    fake.fail.record = "disk";
    standIn(fake);
    render(page.Screen as Component<{ route: Route }>, { route: { name: kind, id: ID } });
    const again = await screen.findByRole("button", { name: "Try again" });
    fake.fail = Object.assign(fake.fail, { record: undefined });
    await user.click(again);
    expect(await area(field.label)).toHaveProperty("value", "Before.");
  });
});

/** What looks ahead on these pages waits for a clear yes; what happened never does. */
describe.each([
  { page: PAGES[1], people: "around", ahead: { label: /What part went fine/, key: "learned" } },
  {
    page: PAGES[3],
    people: "seen_with",
    ahead: { label: /first small change/, key: "first_small_change" },
  },
] as const)("looking ahead in $page.kind", ({ page, people, ahead }) => {
  it.each(ANSWERS)("with someone answered for by %s", async (answer) => {
    const marcus = emptyRecord("person", MARCUS);
    Object.assign(marcus.body, { name: "Marcus", feel_safe: answer });
    const record = filled(page.kind, { [page.field.key]: "We met.", [ahead.key]: "Call first." });
    if (people === "around") record.around.people = [MARCUS];
    else Object.assign(record.body, { seen_with: [MARCUS] });
    await open(page, [marcus, record], ID);
    expect(await area(page.field.label)).toHaveProperty("value", "We met.");
    const shown = answer === "yes";
    expect(screen.queryByLabelText(ahead.label) !== null).toBe(shown);
    expect(screen.queryByDisplayValue("Call first.") !== null).toBe(shown);
    expect(screen.queryByText(/with your therapist first/) !== null).toBe(!shown);
    expect(screen.queryByRole("button", { name: "Make it something to try" }) !== null).toBe(
      shown && page.kind === "pattern",
    );
  });
});
