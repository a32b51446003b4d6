import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { sections } from "../../entry/reading";
import { standIn, type FeelSafe, type KindName, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { openDrafts } from "../../lib/draft.svelte";
import { router } from "../../lib/router.svelte";
import Screen from "./Screen.svelte";

const MARCUS = "20000000-0000-4000-8000-000000000001";
const ENTRY = "90000000-0000-4000-8000-000000000001";
const ANSWERS: (FeelSafe | null)[] = ["yes", "mostly", "no", "unsure", "prefer_not_to_say", null];
let fake: Fake;

function filled(kind: KindName, id: string, body: object): Entry {
  const record = emptyRecord(kind, id);
  Object.assign(record.body, body);
  return record;
}

function marcus(feel_safe: FeelSafe | null, more: object = {}): Entry {
  return filled("person", MARCUS, { name: "Marcus", feel_safe, ...more });
}

function dispute(more: object = {}): Entry {
  return filled("dispute", ENTRY, {
    title: "Being late",
    person: MARCUS,
    stages: [{ stage: "impasse", on: "2026-03-02", note: "He went quiet." }],
    i_keep_it_going: "I stop answering.",
    alternatives: [{ option: "Text when late", good: "", bad: "", chosen: true }],
    good_enough: "That he asks.",
    ...more,
  });
}

async function open(...records: Entry[]) {
  fake = fakeBackend({ records });
  standIn(fake);
  const view = render(Screen, { route: { name: "dispute", id: ENTRY } });
  await screen.findByLabelText("Title");
  await screen.findByRole("button", { name: "An argument" });
  return view;
}

/** Everything that leads to speaking, or asks for one's own part in it. */
function toolsShown(): boolean {
  const shown = [
    screen.queryByText("Where does it stand now?"),
    screen.queryByDisplayValue("He went quiet."),
    screen.queryByDisplayValue("I stop answering."),
    screen.queryByText("What could be done?"),
    screen.queryByDisplayValue("Text when late"),
    screen.queryByRole("button", { name: "Weigh a decision" }),
    screen.queryByRole("button", { name: "Practise what to say" }),
    screen.queryByRole("button", { name: "Something to try" }),
    screen.queryByRole("button", { name: "Where it stands" }),
    screen.queryByRole("button", { name: "What could be done" }),
  ].filter(Boolean).length;
  expect([0, 10], "all of it or none of it").toContain(shown);
  return shown === 10;
}

const kept = () => {
  const record = fake.drafts.get(ENTRY) ?? fake.records.get(ENTRY);
  if (record?.body.kind !== "dispute") throw new Error("no dispute is kept");
  return record.body;
};

describe("a disagreement with someone", () => {
  it.each(ANSWERS)("shows what leads to speaking only on a clear yes: %s", async (answer) => {
    await open(marcus(answer), dispute());
    expect(toolsShown()).toBe(answer === "yes");
    expect(screen.queryByText("Talk about this with your therapist first.") === null).toBe(
      answer === "yes",
    );
    expect(screen.queryByRole("button", { name: "Mostly" }) !== null).toBe(answer === null);
    expect(screen.getByDisplayValue("That he asks."), "what looks inward stays").toBeTruthy();
  });

  it.each(ANSWERS)("reads in the journal without it, but for a clear yes: %s", (answer) => {
    const cards = [{ record: marcus(answer), conflict: false, loss: null }];
    const read = JSON.stringify(sections(dispute(), cards, ""));
    for (const text of ["He went quiet.", "I stop answering.", "Text when late"])
      expect(read.includes(text), text).toBe(answer === "yes");
    expect(read).toContain("That he asks.");
  });

  it("stays closed with nobody named, and for someone whose card is gone", async () => {
    const { unmount } = await open(dispute({ person: null }));
    expect(toolsShown()).toBe(false);
    expect(screen.queryByText(/Say who this is with|who this is with/)).not.toBeNull();
    unmount();
    await open(dispute());
    expect(toolsShown()).toBe(false);
  });

  it("asks nothing about someone who has died", async () => {
    await open(marcus(null, { standing: "died" }), dispute());
    expect(screen.queryByRole("button", { name: "Mostly" })).toBeNull();
    expect(toolsShown()).toBe(false);
  });

  it("opens on the yes that is given here, and closes when it is taken back", async () => {
    const user = userEvent.setup();
    await open(marcus(null), dispute());
    await user.click(screen.getByRole("button", { name: "Yes" }));
    await waitFor(() => expect(toolsShown()).toBe(true));
    await user.click(screen.getByRole("button", { name: "Change" }));
    await waitFor(() => expect(toolsShown()).toBe(false));
    expect(screen.getByRole("button", { name: "Yes" }), "the keyboard is on the question").toBe(
      document.activeElement,
    );
  });
});

describe("working on it", () => {
  it("adds a stage with its day and keeps the one before", async () => {
    const user = userEvent.setup();
    await open(marcus("yes"), dispute());
    await user.click(screen.getByRole("radio", { name: /^Talking it through/ }));
    await waitFor(() =>
      expect(kept().stages.map(({ stage }) => stage)).toEqual(["impasse", "renegotiation"]),
    );
    const lines = screen.getAllByLabelText(/^What told you so/);
    expect(lines).toHaveLength(2);
    await user.type(lines[1]!, "We sat down on Sunday.");
    await waitFor(() => expect(kept().stages[1]?.note).toBe("We sat down on Sunday."));
    expect(kept().stages[0]?.note).toBe("He went quiet.");
  });

  it("brings in what stands on the card, once, and counts what was never said", async () => {
    const user = userEvent.setup();
    const line = (text: string, said: string | null) => ({
      text,
      met: "unknown",
      said,
      importance: null,
    });
    await open(
      marcus("yes", {
        i_expect: [line("To be asked", "no")],
        they_expect: [line("A text", "yes")],
      }),
      dispute({ mine: [line("to be asked ", null)] }),
    );
    expect(screen.getByText("1 line on Marcus’s card is not here yet.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Bring them in" }));
    await waitFor(() => expect(kept().theirs.map(({ text }) => text)).toEqual(["A text"]));
    expect(kept().mine, "what stands here already is not doubled").toHaveLength(1);
    expect(screen.queryByText(/not here yet/)).toBeNull();
    expect(screen.queryByText(/never said out loud/), "unanswered is not never").toBeNull();
  });

  it("weighs options by keyboard: Enter begins the next, Backspace takes an empty one out", async () => {
    const user = userEvent.setup();
    await open(marcus("yes"), dispute({ alternatives: [] }));
    await user.click(screen.getByRole("button", { name: "Add a way" }));
    await user.keyboard("Text when late{Enter}{Enter}Let it be{Enter}{Backspace}");
    const group = screen.getByRole("group", { name: "What could be done?" });
    await user.type(
      within(group).getByLabelText("What would likely be good about way 1"),
      "He knows",
    );
    await user.click(within(group).getAllByRole("checkbox")[1]!);
    await waitFor(() =>
      expect(kept().alternatives).toEqual([
        { option: "Text when late", good: "He knows", bad: "", chosen: false },
        { option: "Let it be", good: "", bad: "", chosen: true },
      ]),
    );
  });

  it("begins what belongs to it with its person and itself", async () => {
    router.reset();
    await open(marcus("yes"), dispute());
    await userEvent.setup().click(screen.getByRole("button", { name: "Practise what to say" }));
    expect(router.route).toEqual({ name: "rehearsal", focus: ENTRY, person: MARCUS });
  });

  it("keeps a version when left, and nothing of one that was only looked at", async () => {
    const user = userEvent.setup();
    const { unmount } = await open(marcus("yes"), dispute());
    await user.type(screen.getByLabelText("Title"), " again");
    unmount();
    await waitFor(() =>
      expect(fake.records.get(ENTRY)?.body).toMatchObject({
        title: "Being late again",
      }),
    );
    fake = fakeBackend({ records: [marcus("yes")] });
    standIn(fake);
    const second = render(Screen, { route: { name: "dispute", person: MARCUS } });
    await screen.findByLabelText("Title");
    second.unmount();
    await waitFor(() => expect(openDrafts()).toBe(0));
    expect([...fake.records.values()].filter(({ body }) => body.kind === "dispute")).toEqual([]);
  });
});
