import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { standIn, type FeelSafe, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import { keptClosed, sections } from "../../entry/reading";
import Screen from "./Screen.svelte";

const ANA = "20000000-0000-4000-8000-000000000002";
const ID = "90000000-0000-4000-8000-000000000001";
let fake: Fake;

function person(safe: FeelSafe | null): Entry {
  const record = emptyRecord("person", ANA);
  if (record.body.kind === "person") Object.assign(record.body, { name: "Ana", feel_safe: safe });
  return record;
}

function rehearsal(people: string[], known: object = {}): Entry {
  const record = emptyRecord("rehearsal", ID);
  record.around.people = people;
  Object.assign(record.body, { title: "Ask for a lift", opening_line: "Could you…", ...known });
  return record;
}

async function open(...records: Entry[]) {
  fake = fakeBackend({ records });
  standIn(fake);
  const view = render(Screen, { route: { name: "rehearsal", id: ID } });
  await screen.findByDisplayValue("Ask for a lift");
  return view;
}

const exchanges = () => {
  const body = (fake.drafts.get(ID) ?? fake.records.get(ID))?.body;
  return body?.kind === "rehearsal" ? body.exchanges : undefined;
};

describe("a rehearsal", () => {
  it.each<[FeelSafe | null, boolean]>([
    ["yes", true],
    ["mostly", false],
    ["no", false],
    ["unsure", false],
    ["prefer_not_to_say", false],
    [null, false],
  ])("with someone answered for by %s shows its questions: %s", async (answer, shown) => {
    await open(person(answer), rehearsal([ANA]));
    expect(screen.queryByDisplayValue("Could you…") !== null).toBe(shown);
    expect(screen.queryByRole("button", { name: "Write how it went" }) !== null).toBe(shown);
    expect(screen.queryByText(/with your therapist first/) !== null).toBe(!shown);
    expect(screen.queryByRole("button", { name: "My first line" }) !== null).toBe(shown);
  });

  it("is open for someone new", async () => {
    await open(person("no"), rehearsal([]));
    expect(screen.getByDisplayValue("Could you…")).toBeTruthy();
  });

  it("goes on by Enter, and keeps only turns with words", async () => {
    const user = userEvent.setup();
    const { unmount } = await open(person("yes"), rehearsal([ANA]));
    await user.click(screen.getByLabelText("Ana might say, turn 1 of 1"));
    await user.keyboard("I am busy{Enter}Another day?{Enter}");
    expect(document.activeElement).toBe(screen.getByLabelText("Ana might say, turn 2 of 2"));
    await waitFor(() =>
      expect(exchanges()).toEqual([{ reply: "I am busy", response: "Another day?" }]),
    );
    await user.keyboard("{Backspace}");
    expect(document.activeElement).toBe(screen.getByLabelText("I could say, turn 1 of 1"));
    unmount();
  });

  it("leads to writing how it went, and nothing waits for that", async () => {
    const user = userEvent.setup();
    await open(person("yes"), rehearsal([ANA]));
    await user.click(screen.getByRole("button", { name: "Write how it went" }));
    expect(router.route).toEqual({ name: "attempt", from: ID });
  });

  it("reads as a conversation, and not at all while it is not clearly safe", () => {
    const record = rehearsal([ANA], { exchanges: [{ reply: "I am busy", response: "" }] });
    const card = (safe: FeelSafe | null) => ({ record: person(safe), conflict: false, loss: null });
    expect(keptClosed(record, [card("yes")])).toBe(false);
    for (const safe of ["mostly", "no", "unsure", "prefer_not_to_say", null] as const)
      expect(keptClosed(record, [card(safe)])).toBe(true);
    expect(keptClosed(rehearsal([]), [])).toBe(false);
    expect(sections(record, [card("yes")], "")).toEqual([
      { question: "My first line", text: "“Could you…”" },
      { question: "How it could go on", turns: [{ who: "Ana", said: "“I am busy”", under: [] }] },
    ]);
  });
});
