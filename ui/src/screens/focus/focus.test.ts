import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type FeelSafe, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { emptyBody } from "../../ipc/fake-empty";
import { router } from "../../lib/router.svelte";
import { toast } from "../../lib/toast.svelte";
import { moved } from "./focus.svelte";
import Screen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();
const MARCUS = "20000000-0000-4000-8000-000000000001";

function begin(records: Entry[] = sampleJournal()): void {
  fake = fakeBackend({ records });
  standIn(fake);
  toast.hide();
  router.reset();
}
beforeEach(() => begin());

async function show(): Promise<void> {
  render(Screen);
  await screen.findByRole("heading", { name: "A disagreement" });
}

const card = (name: string) => within(screen.getByRole("region", { name }));

function course() {
  const body = [...fake.records.values()].find(({ body }) => body.kind === "course")?.body;
  return body?.kind === "course" ? body : null;
}

function dispute(answer: FeelSafe | null): Entry[] {
  const records = sampleJournal();
  for (const { id, body } of records)
    if (id === MARCUS && body.kind === "person") body.feel_safe = answer;
  const record = emptyRecord("dispute", "93000000-0000-4000-8000-000000000001");
  const body = { ...emptyBody("dispute"), title: "Trust about being late", person: MARCUS };
  const experiment = emptyRecord("experiment", "93000000-0000-4000-8000-000000000002");
  const around = { ...experiment.around, people: [MARCUS] };
  return [
    ...records,
    { ...record, body },
    { ...experiment, around, body: { ...emptyBody("experiment"), title: "Text before nine" } },
  ];
}

describe("one main area and at most one second", () => {
  it("whoever had the part before goes without, and a second alone is the main one", () => {
    const both = { main: "dispute", second: "grief" } as const;
    expect(moved(both, "connection", "main")).toEqual({ main: "connection", second: "grief" });
    expect(moved(both, "grief", "main")).toEqual({ main: "grief", second: null });
    expect(moved(both, "dispute", "second")).toEqual({ main: "grief", second: "dispute" });
    expect(moved(both, "dispute", "none")).toEqual({ main: "grief", second: null });
    const none = { main: null, second: null };
    expect(moved(none, "transition", "second")).toEqual({ main: "transition", second: null });
  });

  it("is chosen from the area's menu, kept in the course, and can be undone", async () => {
    await show();
    await user.click(screen.getByRole("button", { name: "A loss: its part in your course" }));
    await user.click(
      await screen.findByText("Make it my second focus", { selector: "[role=menuitem]" }),
    );
    await waitFor(() =>
      expect(course()).toMatchObject({ main_area: "dispute", second_area: "grief" }),
    );
    expect(card("A loss").getByText("Second focus")).toBeTruthy();
    toast.message?.undo?.();
    await waitFor(() =>
      expect(course()).toMatchObject({ main_area: "dispute", second_area: null }),
    );
  });

  it("says when it could not be kept", async () => {
    await show();
    fake.fail.saveRecord = "disk_full";
    await user.click(screen.getByRole("button", { name: "A loss: its part in your course" }));
    await user.click(
      await screen.findByText("Make it my main focus", { selector: "[role=menuitem]" }),
    );
    await screen.findByText(/disk is full/i);
    expect(course()).toMatchObject({ main_area: "dispute" });
  });
});

describe("work in an area", () => {
  it("stands in its card and opens; what is over waits behind a button", async () => {
    const records = dispute("yes");
    const over = emptyRecord("transition", "93000000-0000-4000-8000-000000000003");
    const body = { ...emptyBody("transition"), title: "Out of the night kitchen" };
    body.work.status = "ended";
    begin([...records, { ...over, body }]);
    await show();
    expect(screen.queryByText("Out of the night kitchen")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show 1 that is over" }));
    screen.getByText("Out of the night kitchen");
    await user.click(screen.getByRole("button", { name: /Trust about being late/ }));
    expect(router.route).toMatchObject({ name: "dispute" });
  });
});

describe("safety", () => {
  it.each(["mostly", "no", "unsure", "prefer_not_to_say", null] as const)(
    "with the answer %s no question about a dispute and nothing to try with them is shown",
    async (answer) => {
      begin(dispute(answer));
      await show();
      expect(screen.queryByRole("radio", { name: "Disagreement" })).toBeNull();
      expect(screen.queryByText("Text before nine")).toBeNull();
      expect(screen.queryByRole("button", { name: /What were you hoping/ })).toBeNull();
    },
  );

  it("what grew from a dispute with them is not shown either, though it names nobody", async () => {
    const records = dispute("no");
    for (const { around, body } of records)
      if (body.kind === "experiment") {
        around.people = [];
        body.focus = "93000000-0000-4000-8000-000000000001";
      }
    begin(records);
    await show();
    expect(screen.queryByText("Text before nine")).toBeNull();
  });

  it("after a clear yes both are there", async () => {
    begin(dispute("yes"));
    await show();
    screen.getByRole("radio", { name: "Disagreement" });
    screen.getByText("Text before nine");
    screen.getByRole("button", { name: /What were you hoping Marcus would understand/ });
  });
});

describe("questions of one's own", () => {
  it("are added, opened and taken away again with a way back", async () => {
    await show();
    await user.click(screen.getByRole("radio", { name: "Mine" }));
    screen.getByText(/None of your own yet/);
    await user.type(
      screen.getByRole("textbox", { name: "Your question" }),
      "What did I like today?",
    );
    await user.keyboard("{Enter}");
    const question = await screen.findByRole("button", { name: "What did I like today?" });
    await user.click(screen.getByRole("button", { name: "Remove “What did I like today?”" }));
    await waitFor(() => expect(question.isConnected).toBe(false));
    toast.message?.undo?.();
    await user.click(await screen.findByRole("button", { name: "What did I like today?" }));
    expect(router.route).toEqual({ name: "note", prompt: "What did I like today?" });
  });
});
