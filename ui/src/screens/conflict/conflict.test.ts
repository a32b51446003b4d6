import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { standIn, type FeelSafe, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { openDrafts } from "../../lib/draft.svelte";
import Screen from "./Screen.svelte";

const MARCUS = "20000000-0000-4000-8000-000000000001";
const ANA = "20000000-0000-4000-8000-000000000002";
const ENTRY = "90000000-0000-4000-8000-000000000001";
let fake: Fake;

function person(id: string, name: string, safe: FeelSafe | null): Entry {
  const record = emptyRecord("person", id);
  if (record.body.kind === "person") Object.assign(record.body, { name, feel_safe: safe });
  return record;
}

function conflict(people: string[]): Entry {
  const record = emptyRecord("conflict", ENTRY);
  record.around.people = people;
  if (record.body.kind === "conflict")
    Object.assign(record.body, {
      title: "Late",
      stage: "impasse",
      next_try: "Say it plainly",
      next_steps: ["say_what_i_felt"],
    });
  return record;
}

async function open(...records: Entry[]) {
  fake = fakeBackend({ records });
  standIn(fake);
  const view = render(Screen, { route: { name: "conflict", id: ENTRY } });
  await screen.findByLabelText("Title");
  return view;
}

function toolsShown(): boolean {
  const shown = [
    screen.queryByText("Where does it stand now?"),
    screen.queryByText("What could you try next?"),
    screen.queryByText("Say what I felt"),
    screen.queryByDisplayValue("Say it plainly"),
  ].filter(Boolean).length;
  // All of it or none of it: a half-open gate is a fault of its own.
  expect([0, 4]).toContain(shown);
  return shown === 4;
}

const notice = () => screen.queryByText(/with your therapist first/);
const answerOn = (id: string) => {
  const body = fake.records.get(id)?.body;
  return body?.kind === "person" ? body.feel_safe : undefined;
};

describe("whether raising it feels safe", () => {
  it.each<[FeelSafe | null, boolean]>([
    ["yes", true],
    ["mostly", false],
    ["no", false],
    ["unsure", false],
    ["prefer_not_to_say", false],
    [null, false],
  ])("%s shows the tools: %s", async (answer, shown) => {
    await open(person(MARCUS, "Marcus", answer), conflict([MARCUS]));
    expect(toolsShown()).toBe(shown);
    expect(notice() !== null, "the notice stands where the tools do not").toBe(!shown);
    expect(
      screen.queryByRole("button", { name: "Mostly" }) !== null,
      "asked only when unanswered",
    ).toBe(answer === null);
    expect(
      screen.queryByRole("button", { name: "Where it stands" }) !== null,
      "the outline follows",
    ).toBe(shown);
  });

  it("needs a yes for everyone", async () => {
    await open(
      person(MARCUS, "Marcus", "yes"),
      person(ANA, "Ana", "mostly"),
      conflict([MARCUS, ANA]),
    );
    expect(toolsShown()).toBe(false);
  });

  it("counts someone who only speaks in it", async () => {
    const entry = conflict([MARCUS]);
    if (entry.body.kind === "conflict")
      entry.body.turns = [
        { speaker: { person: ANA }, said: "No.", meant: "", felt: [], not_said: "", nonverbal: "" },
      ];
    await open(person(MARCUS, "Marcus", "yes"), person(ANA, "Ana", null), entry);
    expect(toolsShown()).toBe(false);
  });

  it("stays closed while nobody is named, and for someone whose card is gone", async () => {
    const { unmount } = await open(conflict([]));
    expect(toolsShown()).toBe(false);
    unmount();
    await open(conflict([MARCUS]));
    expect(toolsShown()).toBe(false);
    expect(notice()).not.toBeNull();
  });

  it("is asked before the first question, kept on the card, and opens the tools only on yes", async () => {
    const user = userEvent.setup();
    await open(person(MARCUS, "Marcus", null), conflict([MARCUS]));
    const ask = screen.getByRole("region", { name: "Do you feel safe raising this with Marcus?" });
    const first = screen.getByLabelText("What happened?");
    expect(ask.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await user.click(within(ask).getByRole("button", { name: "Mostly" }));
    await waitFor(() => expect(answerOn(MARCUS)).toBe("mostly"));
    expect(toolsShown()).toBe(false);
    expect(document.activeElement, "the keyboard goes on to the first question").toBe(first);
    await user.click(screen.getByRole("button", { name: "Change" }));
    await user.click(await screen.findByRole("button", { name: "Yes" }));
    await waitFor(() => expect(toolsShown()).toBe(true));
    expect(answerOn(MARCUS)).toBe("yes");
  });

  it("keeps a draft of the card that is being written elsewhere", async () => {
    const user = userEvent.setup();
    await open(person(MARCUS, "Marcus", null), conflict([MARCUS]));
    const draft = person(MARCUS, "Marcus, unfinished", null);
    fake.drafts.set(MARCUS, draft);
    await user.click(screen.getByRole("button", { name: "No" }));
    await waitFor(() => expect(answerOn(MARCUS)).toBe("no"));
    await waitFor(() =>
      expect(fake.drafts.get(MARCUS)?.body).toMatchObject({
        name: "Marcus, unfinished",
        feel_safe: "no",
      }),
    );
    expect(fake.records.get(MARCUS)?.body).toMatchObject({ name: "Marcus" });
  });

  it("shows no tools when the answer could not be kept", async () => {
    const user = userEvent.setup();
    await open(person(MARCUS, "Marcus", null), conflict([MARCUS]));
    fake.fail.saveRecord = "disk_full";
    await user.click(screen.getByRole("button", { name: "Yes" }));
    await screen.findByRole("alert");
    expect(toolsShown()).toBe(false);
  });
});

describe("the conversation", () => {
  const turns = () =>
    screen.queryAllByLabelText(/turn \d+ of \d+$/).filter((node) => node.tagName === "TEXTAREA");
  const labels = () => turns().map((node) => node.getAttribute("aria-label"));

  it("is written by keyboard alone: Enter goes on to the other", async () => {
    const user = userEvent.setup();
    await open(person(MARCUS, "Marcus", "yes"), conflict([MARCUS]));
    // Opening puts the keyboard into the page; only then does a person move it.
    await waitFor(() => expect(document.activeElement?.tagName).toBe("TEXTAREA"));
    screen.getByRole("button", { name: "Marcus said" }).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(turns()[0]));
    await user.keyboard("You said six.{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(turns()[1]));
    await user.keyboard("I was at group.");
    expect(labels()).toEqual(["What Marcus said, turn 1 of 2", "What I said, turn 2 of 2"]);
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await waitFor(() =>
      expect(labels()).toEqual(["What I said, turn 1 of 2", "What Marcus said, turn 2 of 2"]),
    );
    await waitFor(() =>
      expect(document.activeElement, "the moved turn keeps the keyboard").toBe(turns()[0]),
    );
  });

  it("does not pile up empty turns", async () => {
    const user = userEvent.setup();
    await open(person(MARCUS, "Marcus", "yes"), conflict([MARCUS]));
    await user.click(screen.getByRole("button", { name: "I said" }));
    await waitFor(() => expect(turns()).toHaveLength(1));
    await user.keyboard("{Enter}{Enter}");
    expect(turns()).toHaveLength(1);
    await user.keyboard("{Backspace}");
    await waitFor(() => expect(turns()).toHaveLength(0));
  });

  it("keeps a turn's words when it becomes known who they were said by", async () => {
    const user = userEvent.setup();
    await open(person(MARCUS, "Marcus", "yes"), conflict([]));
    await user.click(screen.getByRole("button", { name: "They said" }));
    await user.keyboard("Where were you?");
    await user.click(screen.getByRole("button", { name: "Who with?" }));
    // jsdom measures nothing, so panels count as out of sight; their words can be pressed all the same.
    await user.click(await screen.findByText("Marcus"));
    await waitFor(() => expect(labels()).toEqual(["What Marcus said, turn 1 of 1"]));
  });
});

describe("leaving", () => {
  it("keeps a version, and nothing for an entry that was only looked at", async () => {
    const user = userEvent.setup();
    const first = await open(person(MARCUS, "Marcus", "yes"), conflict([MARCUS]));
    first.unmount();
    await waitFor(() => expect(openDrafts()).toBe(0));
    expect(fake.calls).not.toContain("saveRecord");
    const second = await open(person(MARCUS, "Marcus", "yes"), conflict([MARCUS]));
    await user.type(screen.getByLabelText("How did it end?"), "Coffee");
    second.unmount();
    await waitFor(() =>
      expect(fake.records.get(ENTRY)?.body).toMatchObject({ how_it_ended: "Coffee" }),
    );
    expect(fake.drafts.has(ENTRY)).toBe(false);
  });
});
