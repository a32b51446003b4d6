import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { standIn } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import Screen from "./Screen.svelte";

let fake: Fake;

async function open(records = sampleJournal(), search = false): Promise<void> {
  fake = fakeBackend({ records });
  standIn(fake);
  router.reset();
  render(Screen, { route: { name: "journal", ...(search && { search }) } });
  await waitFor(() => expect(fake.calls).toContain("journalList"));
}

const row = (name: RegExp) => screen.findByRole("button", { name });

describe("the journal", () => {
  it("puts the keyboard into the search field when it was asked for", async () => {
    await open(sampleJournal(), true);
    expect(document.activeElement).toBe(
      screen.getByRole("searchbox", { name: "Search the journal" }),
    );
  });

  it("is read with the arrows and opened with Enter", async () => {
    const user = userEvent.setup();
    await open();
    const first = await row(/^Late from group/);
    first.focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(await row(/^Her kitchen radio/));
    await screen.findByRole("heading", { name: "Her kitchen radio" });
    expect(screen.getByText("That she called every Sunday")).toBeTruthy();
    await user.keyboard("{End}{Home}{Enter}");
    expect(router.route).toMatchObject({ name: "conflict", id: first.dataset.row });
  });

  it("counts what matches, and shows everything again", async () => {
    const user = userEvent.setup();
    await open();
    await row(/^Late from group/);
    await user.type(screen.getByRole("searchbox"), "late");
    await screen.findByText("3 of 6 match");
    expect(document.querySelector("mark")?.textContent).toBe("Late");
    await user.clear(screen.getByRole("searchbox"));
    await user.type(screen.getByRole("searchbox"), "zebra");
    await screen.findByText("Nothing matches");
    await user.click(screen.getByRole("button", { name: "Show everything" }));
    await row(/^Late from group/);
  });

  it("says what to do when there is nothing yet, and nothing of it before it is known", async () => {
    fake = fakeBackend({ records: [] });
    standIn(fake);
    render(Screen, { route: { name: "journal" } });
    expect(screen.queryByText("Nothing here yet")).toBeNull();
    await screen.findByText("Nothing here yet");
    expect(screen.getByRole("button", { name: "Write one line" })).toBeTruthy();
  });

  it("is searched when nothing is written yet, and the field stays when the word is gone", async () => {
    const user = userEvent.setup();
    const change = emptyRecord("transition", "40000000-0000-4000-8000-000000000004");
    Object.assign(change.body, { title: "From nights to days" });
    await open([change], true);
    const field = await screen.findByRole("searchbox", { name: "Search the journal" });
    await screen.findByText(/No entry is written yet/);
    await user.type(field, "nights");
    await row(/^From nights to days/);
    await user.clear(field);
    await screen.findByText(/No entry is written yet/);
    expect(document.activeElement).toBe(field);
  });

  it("shows what went wrong, and tries again", async () => {
    const user = userEvent.setup();
    fake = fakeBackend({ records: sampleJournal(), fail: { journalList: "disk" } });
    standIn(fake);
    render(Screen, { route: { name: "journal" } });
    await screen.findByRole("alert");
    delete fake.fail.journalList;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await row(/^Late from group/);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("flags drafts, also those that were never kept", async () => {
    const begun = emptyRecord("note", "begun");
    if (begun.body.kind === "note") begun.body.title = "Begun";
    fake = fakeBackend({ records: sampleJournal() });
    fake.drafts.set("begun", begun);
    standIn(fake);
    render(Screen, { route: { name: "journal" } });
    expect((await row(/^Begun/)).textContent).toContain("Not finished");
    expect((await row(/^Late from group/)).textContent).not.toContain("Not finished");
  });
});
