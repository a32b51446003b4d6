/** The window as a whole: what is drawn when, and what the keys do. */
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import App from "./App.svelte";
import { standIn } from "./ipc";
import { emptyRecord, FAKE_PASSPHRASE, fakeBackend, sampleJournal, type Fake } from "./ipc/fake";
import { ACTIVITY_EVERY_MS, app } from "./lib/app.svelte";
import { Draft } from "./lib/draft.svelte";
import { router } from "./lib/router.svelte";

let fake: Fake;
const user = userEvent.setup();

function begin(journal: "none" | "locked" | "open"): void {
  fake = fakeBackend({ journal, records: sampleJournal(), prefs: { region: "US" } });
  standIn(fake);
  app.journal = null;
  app.settlingIn = false;
  router.reset();
  router.replace({ name: "settings" });
  render(App);
}

async function ready(name: string | RegExp): Promise<void> {
  await screen.findByRole("heading", { level: 1, name });
}

// The window loads the journal after its first paint; here that would cost the first test.
beforeAll(async () => {
  await import("./Journal.svelte");
}, 60_000);

describe("the window", () => {
  beforeEach(() => vi.useRealTimers());

  it("F1 on the lock screen shows public numbers and nothing of the journal; Esc leads back", async () => {
    begin("locked");
    await ready("Meantime");
    await user.keyboard("{F1}");
    await ready("Help");
    expect(screen.getAllByText("911").length).toBeGreaterThan(0);
    expect(document.body.textContent).not.toContain("555 0142");
    expect(fake.calls).not.toContain("peopleToCall");
    await user.keyboard("{Escape}");
    await ready("Meantime");
  });

  it("F1 in the journal shows the people to call as well", async () => {
    begin("open");
    await ready("Settings");
    await user.keyboard("{F1}");
    await ready("Help now");
    expect(await screen.findByText("555 0142")).toBeTruthy();
  });

  it("the button about ending one's life is there before unlocking, with the words of the reference in order", async () => {
    begin("locked");
    await ready("Meantime");
    await user.keyboard("{F1}");
    await user.click(
      await screen.findByRole("button", { name: "I’m having thoughts of ending my life" }),
    );
    const said = document.body.textContent;
    const order = [
      "Thank you for being honest here. Many people have these thoughts, and they can ease with help.",
      "This app does not send this answer to anyone. No one is watching it.",
      "If you might act on these thoughts or you are in danger now:",
      "911",
      "Talk to someone now:",
      "988",
      "Tell my therapist",
      "I’m safe right now, continue",
    ].map((part) => said.indexOf(part));
    expect(order).not.toContain(-1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  it.each([
    ["Ctrl+L", "{Control>}l{/Control}"],
    ["Esc twice", "{Escape}{Escape}"],
  ])("%s saves what is unsaved, hides, and draws nothing of the journal", async (_, keys) => {
    begin("open");
    await ready("Settings");
    const draft = new Draft(emptyRecord("note", "d1"));
    if (draft.record.body.kind === "note") draft.record.body.text = "the last words";
    await user.keyboard(keys);
    await ready("Meantime");
    const inOrder = (["hide", "putDraft", "lock"] as const).map((call) => fake.calls.indexOf(call));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    expect(fake.drafts.get("d1")?.body).toMatchObject({ text: "the last words" });
    expect(screen.queryByRole("navigation")).toBeNull();
    await draft.close();
  });

  it.each([
    ["note", "Write"],
    ["conflict", "What happened?"],
    ["person", "Name"],
  ] as const)("a %s that was being written stays a draft when hidden", async (name, field) => {
    begin("open");
    await ready("Settings");
    router.go({ name });
    await user.type(await screen.findByLabelText(field, { selector: "textarea, input" }), "half");
    await user.keyboard("{Control>}l{/Control}");
    await ready("Meantime");
    expect(fake.calls).not.toContain("saveRecord");
    expect([...fake.drafts.values()].map(({ body }) => body.kind)).toEqual([name]);
  });

  it("a look at Help and a check-in come back to the very word", async () => {
    begin("open");
    await ready("Settings");
    router.go({ name: "conflict" });
    await user.click(await screen.findByRole("button", { name: "I said" }));
    await user.keyboard("where were you{Tab}and why{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    await user.keyboard("{F1}");
    await user.click(await screen.findByRole("button", { name: "Back to what you were writing" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("I meant")));
    await user.keyboard("so ");
    await user.keyboard("{Control>}j{/Control}");
    await ready("Check in");
    await user.keyboard("4{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("I meant")));
    expect(document.activeElement).toHaveProperty("value", "and so why");
  });

  it("covers the journal in the same moment, before anything was saved", async () => {
    begin("open");
    await ready("Settings");
    const hidden = app.hide();
    await waitFor(() => expect(screen.queryByRole("navigation")).toBeNull(), { interval: 1 });
    await hidden;
  });

  it("one Esc leaves the journal where it is", async () => {
    begin("open");
    await ready("Settings");
    await user.keyboard("{Escape}");
    await new Promise((done) => setTimeout(done, 20));
    expect(fake.calls).not.toContain("hide");
    expect(app.journal).toBe("open");
  });

  it("saves and locks when the shell says that the lock is near", async () => {
    begin("open");
    await ready("Settings");
    const draft = new Draft(emptyRecord("note", "d2"));
    if (draft.record.body.kind === "note") draft.record.body.text = "almost";
    fake.lockSoon();
    await ready("Meantime");
    expect(fake.calls.indexOf("putDraft")).toBeLessThan(fake.calls.indexOf("lock"));
    await draft.close();
  });

  it("locks even if the last save fails", async () => {
    begin("open");
    await ready("Settings");
    fake.fail.putDraft = "disk_full";
    const draft = new Draft(emptyRecord("note", "d3"));
    if (draft.record.body.kind === "note") draft.record.body.text = "no room";
    await app.hide();
    expect(app.journal).toBe("locked");
    fake.fail = {};
    await draft.close();
  });

  it("opens on Today after unlocking, wherever it was before", async () => {
    begin("locked");
    await ready("Meantime");
    await user.keyboard(`${FAKE_PASSPHRASE}{Enter}`);
    await waitFor(() => expect(app.journal).toBe("open"));
    expect(router.route).toEqual({ name: "today" });
  });

  it("keys reach the places of the sidebar, and the keys dialog", async () => {
    begin("open");
    await ready("Settings");
    await user.keyboard("{Control>}/{/Control}");
    expect(await screen.findByRole("dialog", { name: "Keys" })).toBeTruthy();
    expect(screen.getAllByRole("button", { name: /Hide now/ }).length).toBeGreaterThan(0);
    await user.keyboard("{Control>}f{/Control}");
    expect(router.route).toEqual({ name: "journal", search: true });
    await user.keyboard("{Control>}3{/Control}");
    expect(router.route).toEqual({ name: "people" });
    await user.keyboard("{Control>}j{/Control}");
    expect(router.route).toEqual({ name: "check-in" });
  });

  it("help in the middle of first run leaves everything where it was", async () => {
    begin("none");
    await user.click(await screen.findByRole("button", { name: /18 or older/ }));
    await user.type(screen.getByLabelText("Passphrase"), "window gravel");
    await user.keyboard("{F1}");
    await ready("Help");
    expect(screen.queryByRole("heading", { name: "Choose a passphrase" })).toBeNull();
    await user.keyboard("{Escape}");
    await ready("Choose a passphrase");
    expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe("window gravel");
  });

  it("before unlocking only hide and help work", async () => {
    begin("locked");
    await ready("Meantime");
    await user.keyboard("{Control>}n{/Control}{Control>}2{/Control}");
    expect(router.route).toEqual({ name: "settings" });
  });

  it("tells the shell of presence at most once in fifteen seconds", () => {
    fake = fakeBackend({ journal: "open" });
    standIn(fake);
    app.journal = "open";
    const from = 10 * ACTIVITY_EVERY_MS;
    for (let ms = 0; ms < 2 * ACTIVITY_EVERY_MS; ms += 100) app.present(from + ms);
    expect(fake.calls.filter((name) => name === "activity")).toHaveLength(2);
  });
});
