import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type Record as Entry } from "../../ipc";
import { fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router, type RouteOf } from "../../lib/router.svelte";
import { toast } from "../../lib/toast.svelte";
import { bring } from "../../sessions/bring";
import Screen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();

function begin(records: Entry[] = sampleJournal()): void {
  fake = fakeBackend({ records });
  standIn(fake);
  toast.hide();
  router.reset();
}
beforeEach(() => begin());

function session(number: number): Entry {
  const found = [...fake.records.values()].find(
    ({ body }) => body.kind === "session" && body.number === number,
  );
  if (!found) throw new Error(`no session ${number}`);
  return found;
}

function bodyOf(number: number) {
  const { body } = session(number);
  if (body.kind !== "session") throw new Error("not a session");
  return body;
}

async function show(route: RouteOf<"session">): Promise<void> {
  router.go(route);
  render(Screen, { route });
  await screen.findByRole("heading", { level: 1, name: /^Session/ });
}

async function leave(): Promise<void> {
  await user.click(screen.getByRole("button", { name: "Done for now" }));
}

describe("a session", () => {
  it("without a name is the next planned one, and gathers what is wanted from it", async () => {
    await show({ name: "session" });
    expect(screen.getByRole("heading", { name: "Session 7" })).toBeTruthy();
    const lines = screen.getByRole("list", { name: "What I want from this session" });
    expect(within(lines).getByLabelText<HTMLInputElement>("Line 1").value).toContain("Marcus");
    await user.click(within(lines).getByLabelText("Line 1"));
    await user.keyboard("{Enter}The quiet hour");
    await leave();
    await waitFor(() =>
      expect(bodyOf(7).agenda).toEqual([
        "How to talk with Marcus about the evenings",
        "The quiet hour",
      ]),
    );
  });

  it("keeps what was taken from it and what was agreed on, and leads on to trying it", async () => {
    await show({ name: "session", id: session(6).id });
    await user.type(screen.getByLabelText("What I take from it"), " And breathe.");
    const agreed = screen.getByRole("list", { name: "What we agreed on" });
    await user.clear(within(agreed).getByLabelText("Line 1"));
    await user.type(within(agreed).getByLabelText("Line 1"), "Call Ana");
    await user.click(screen.getByRole("button", { name: "Try out: Call Ana" }));
    expect(router.route).toEqual({
      name: "experiment",
      from: session(6).id,
      prompt: "Call Ana",
    });
    await waitFor(() =>
      expect(fake.drafts.get(session(6).id)?.body).toMatchObject({
        takeaways: "Say one sentence, then wait. And breathe.",
        agreed: ["Call Ana"],
      }),
    );
  });

  it("is planned on its own page when none is, with number and day by the rhythm", async () => {
    const records = sampleJournal();
    for (const { body } of records)
      if (body.kind === "session" && body.status === "planned") body.status = "held";
    begin(records);
    await show({ name: "session" });
    expect(screen.getByRole("heading", { name: "Session 8" })).toBeTruthy();
    expect(() => session(8)).toThrow();
    await user.type(
      screen.getByLabelText("Line 1", {
        selector: "ol[aria-label='What I want from this session'] input",
      }),
      "Sleep",
    );
    await leave();
    await waitFor(() => expect(bodyOf(8)).toMatchObject({ agenda: ["Sleep"], status: "planned" }));
    expect(session(8).at).toMatch(/T14:00/);
  });
});

describe("something to talk about", () => {
  it("joins the agenda once, beside what is being written there, and can be taken back", async () => {
    const draft = structuredClone(session(7));
    if (draft.body.kind === "session") draft.body.own_line = "half a sentence";
    fake.drafts.set(draft.id, draft);
    await bring("  The bottle  ");
    const before = "How to talk with Marcus about the evenings";
    expect(bodyOf(7).agenda).toEqual([before, "The bottle"]);
    expect(fake.drafts.get(draft.id)?.body).toMatchObject({
      own_line: "half a sentence",
      agenda: [before, "The bottle"],
    });
    await bring("The bottle");
    expect(bodyOf(7).agenda).toHaveLength(2);
    await bring("Sleep");
    toast.message?.undo?.();
    await waitFor(() => expect(bodyOf(7).agenda).toEqual([before, "The bottle"]));
    cleanup();
  });

  it("with no session planned leads to where one is planned", async () => {
    begin(sampleJournal().filter(({ body }) => body.kind !== "session"));
    await bring("The bottle");
    expect(router.route).toEqual({ name: "course" });
    expect(toast.message?.text).toContain("No session is planned yet");
  });

  it("says so when it could not be kept", async () => {
    fake.fail.saveRecord = "disk_full";
    await bring("The bottle");
    expect(toast.message?.text).toMatch(/full/);
    expect(bodyOf(7).agenda).toHaveLength(1);
  });
});
