import { emptyBody } from "../ipc/fake-empty";
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type Record as Entry } from "../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../ipc/fake";
import { app } from "../lib/app.svelte";
import { openDrafts } from "../lib/draft.svelte";
import { router } from "../lib/router.svelte";
import { toast } from "../lib/toast.svelte";
import Note from "../screens/note/Screen.svelte";
import { allLeft, heldRecords, openEntry } from "./entry.svelte";
import { sections } from "./reading";

const ID = "90000000-0000-4000-8000-000000000009";
let fake: Fake;

function note(text: string, id = ID): Entry {
  const record = emptyRecord("note", id);
  if (record.body.kind === "note") Object.assign(record.body, { title: "Lunch", text });
  return record;
}

const textOf = (record: Entry | undefined) =>
  record?.body.kind === "note" ? record.body.text : undefined;

function begin(...records: Entry[]): void {
  fake = fakeBackend({ records });
  standIn(fake);
}

async function openNote() {
  const view = render(Note, { route: { name: "note", id: ID } });
  const area = await screen.findByLabelText("Write", { selector: "textarea" });
  return { view, area };
}

beforeEach(() => {
  app.covered = false;
  toast.hide();
});

describe("an open entry", () => {
  it("restores the draft, and leaving it makes the version", async () => {
    begin(note("kept"));
    fake.drafts.set(ID, note("kept, and more that was never left"));
    const { view, area } = await openNote();
    expect(area).toHaveProperty("value", "kept, and more that was never left");
    view.unmount();
    await waitFor(() =>
      expect(textOf(fake.records.get(ID))).toBe("kept, and more that was never left"),
    );
    expect(fake.drafts.size).toBe(0);
  });

  it("stays a draft when the journal locks under it", async () => {
    const user = userEvent.setup();
    begin(note("kept"));
    const { view, area } = await openNote();
    await user.type(area, " now");
    app.covered = true;
    view.unmount();
    await allLeft();
    expect(textOf(fake.drafts.get(ID))).toBe("kept now");
    expect(textOf(fake.records.get(ID))).toBe("kept");
  });

  it("lets an empty new one go without a trace", async () => {
    begin();
    const route = { name: "note" as const };
    const entry = await openEntry(route);
    entry.record.body = { kind: "note", title: "x", text: "", focus: null };
    entry.record.body = { kind: "note", title: "", text: "", focus: null };
    await entry.leave();
    expect(fake.records.size + fake.drafts.size).toBe(0);
    expect(openDrafts()).toBe(0);
  });

  it("comes back to the same one after a look at Help", async () => {
    begin();
    const route = { name: "note" as const };
    const entry = await openEntry(route);
    entry.record.body = { kind: "note", title: "", text: "one line", focus: null };
    await entry.leave();
    const again = await openEntry(route);
    expect(again.record.id).toBe(entry.record.id);
    expect(textOf(again.record)).toBe("one line");
    await again.leave();
  });

  it("keeps its text in the window while the disk is full, and on the disk once there is room", async () => {
    const user = userEvent.setup();
    begin(note("kept"));
    const { view, area } = await openNote();
    fake.fail.putDraft = "disk_full";
    fake.fail.saveRecord = "disk_full";
    await user.type(area, " and now");
    await screen.findByText(
      "The disk is full, so the last few lines are not saved.",
      {},
      { timeout: 3000 },
    );
    expect(screen.getByText("Not saved yet")).toBeTruthy();
    expect(area).toHaveProperty("value", "kept and now");
    view.unmount();
    await waitFor(() => expect(heldRecords().map(textOf)).toEqual(["kept and now"]));
    expect(toast.message?.text).toMatch(/not saved yet/);
    const again = await openNote();
    expect(again.area).toHaveProperty("value", "kept and now");
    expect(heldRecords()).toEqual([]);
    fake.fail = Object.assign(fake.fail, { putDraft: undefined, saveRecord: undefined });
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByText("Not saved yet")).toBeNull());
    expect(textOf(fake.drafts.get(ID))).toBe("kept and now");
    again.view.unmount();
    await waitFor(() => expect(textOf(fake.records.get(ID))).toBe("kept and now"));
  });
});

describe("earlier versions", () => {
  it("are brought back as a new one; what stood there is kept, and sharing stays as it is", async () => {
    begin(note("first"));
    const entry = await openEntry({ name: "note", id: ID });
    entry.record.body = { kind: "note", title: "Lunch", text: "second", focus: null };
    entry.record.share = "to_bring";
    const [oldest] = await entry.versions();
    expect(textOf(oldest?.record)).toBe("first");
    expect(await entry.bringBack(oldest!)).toBe(true);
    expect(textOf(fake.records.get(ID))).toBe("first");
    expect(fake.records.get(ID)?.share).toBe("to_bring");
    const again = await openEntry({ name: "note", id: ID });
    expect((await again.versions()).map(({ record }) => textOf(record))).toEqual([
      "first",
      "second",
      "first",
    ]);
    await again.leave();
    expect(openDrafts()).toBe(0);
  });

  it("are shown in a dialog and chosen there", async () => {
    const user = userEvent.setup();
    begin(note("first"));
    const { view } = await openNote();
    await user.click(screen.getByRole("button", { name: "More for this entry" }));
    // jsdom measures nothing, so menus count as out of sight; their words can be pressed all the same.
    await user.click(await screen.findByText("Earlier versions"));
    const dialog = await screen.findByRole("dialog", { name: "Earlier versions" });
    expect(await within(dialog).findByText("first")).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Bring this back" }));
    await waitFor(() => expect(fake.calls).toContain("saveRecord"));
    view.unmount();
  });
});

describe("deleting", () => {
  it("says what follows, then offers a way back", async () => {
    const user = userEvent.setup();
    begin(note("kept"));
    router.go({ name: "note", id: ID });
    const { view } = await openNote();
    await user.click(screen.getByRole("button", { name: "More for this entry" }));
    await user.click(await screen.findByText("Delete"));
    const dialog = await screen.findByRole("dialog", { name: "Delete this entry?" });
    expect(dialog.textContent).toMatch(/waits in the trash/);
    await user.click(within(dialog).getByRole("button", { name: "Move to trash" }));
    await waitFor(() => expect(fake.records.has(ID)).toBe(false));
    view.unmount();
    toast.message?.undo?.();
    await waitFor(() => expect(textOf(fake.records.get(ID))).toBe("kept"));
  });
});

describe("people", () => {
  it("get a card by their name, once", async () => {
    begin();
    const entry = await openEntry({ name: "note" });
    const id = await entry.person(" Priya ");
    expect(fake.records.get(id!)?.body).toMatchObject({
      kind: "person",
      name: "Priya",
      standing: "current",
    });
    expect(await entry.person("priya")).toBe(id);
    await entry.leave();
  });

  it("who died get a card and a loss", async () => {
    begin();
    const entry = await openEntry({ name: "grief" });
    const id = await entry.person("Ruth", true);
    await entry.grieve(id!);
    expect(fake.records.get(id!)?.body).toMatchObject({ standing: "died" });
    expect(entry.loss?.record.body).toMatchObject({ kind: "loss", person: id });
    await entry.saveLoss({ ...emptyBody("loss"), person: id, cause: "overdose" });
    expect(fake.records.get(entry.loss!.record.id)?.body).toMatchObject({ cause: "overdose" });
    await entry.leave();
  });
});

describe("an entry to read", () => {
  const conflict = (): Entry => {
    const record = emptyRecord("conflict", ID);
    record.around.people = ["marcus"];
    if (record.body.kind === "conflict")
      Object.assign(record.body, {
        what_happened: "It rained",
        stage: "impasse",
        next_try: "Say it",
        next_steps: ["say_what_i_felt"],
      });
    return record;
  };
  const card = (safe: "yes" | "mostly" | null) => {
    const record = emptyRecord("person", "marcus");
    if (record.body.kind === "person")
      Object.assign(record.body, { name: "Marcus", feel_safe: safe });
    return { record, conflict: false, loss: null };
  };

  it("hides what safety hides on the page", () => {
    const read = (safe: "yes" | "mostly" | null) =>
      JSON.stringify(sections(conflict(), [card(safe)], ""));
    for (const hidden of ["Stuck", "Say it", "Say what I felt"]) {
      expect(read("yes")).toContain(hidden);
      expect(read("mostly")).not.toContain(hidden);
      expect(read(null)).not.toContain(hidden);
    }
    expect(read(null)).toContain("It rained");
  });

  it("leaves questions without an answer out", () => {
    expect(sections(conflict(), [card(null)], "").map(({ question }) => question)).toEqual([
      "What happened",
    ]);
  });
});
