/**
 * What leads to speaking with someone, at every place where it could be reached and for
 * every answer (domain reference D.7; ruling "Dispute safety"). A file that deals with
 * such a thing and has no row here fails the last test.
 */
import { render, screen, waitFor } from "@testing-library/svelte";
import type { Component } from "svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { openEntry } from "../entry/entry.svelte";
import { mayRead, sections } from "../entry/reading";
import { ipc, standIn, type FeelSafe, type KindName, type Record as Entry } from "../ipc";
import { emptyRecord, fakeBackend, FAKE_NOW, type Fake } from "../ipc/fake";
import { promptsFor } from "../lib/prompts";
import { router, type WritingKind } from "../lib/router.svelte";
import { itemsFor, TOOLS } from "../palette/items";
import Attempt from "../screens/attempt/Screen.svelte";
import Conflict from "../screens/conflict/Screen.svelte";
import Contact from "../screens/contact/Screen.svelte";
import Decision from "../screens/decision/Screen.svelte";
import Dispute from "../screens/dispute/Screen.svelte";
import Event from "../screens/event/Screen.svelte";
import Experiment from "../screens/experiment/Screen.svelte";
import { FocusView } from "../screens/focus/focus.svelte";
import Note from "../screens/note/Screen.svelte";
import Past from "../screens/past_relationship/Screen.svelte";
import Pattern from "../screens/pattern/Screen.svelte";
import Rehearsal from "../screens/rehearsal/Screen.svelte";
import Transition from "../screens/transition/Screen.svelte";
import Reading from "../entry/Reading.svelte";

const MARCUS = "20000000-0000-4000-8000-000000000001";
const ANA = "20000000-0000-4000-8000-000000000002";
const ITEM = "90000000-0000-4000-8000-000000000001";
const ORIGIN = "90000000-0000-4000-8000-000000000002";
/** Stands in every field that leads to speaking, and nowhere else. */
const PLAN = "Xylophone";

/** One way the question can stand. */
interface Answered {
  called: string;
  answers: (FeelSafe | null)[];
  open: boolean;
  trashed?: boolean;
}
const ANSWERED: Answered[] = [
  { called: "yes", answers: ["yes"], open: true },
  { called: "mostly", answers: ["mostly"], open: false },
  { called: "no", answers: ["no"], open: false },
  { called: "unsure", answers: ["unsure"], open: false },
  { called: "rather not say", answers: ["prefer_not_to_say"], open: false },
  { called: "unanswered", answers: [null], open: false },
  { called: "in the trash", answers: ["yes"], open: false, trashed: true },
  { called: "two, both yes", answers: ["yes", "yes"], open: true },
  { called: "two, one of them no", answers: ["yes", "no"], open: false },
];
const NAMED = [MARCUS, ANA];

type Page = Component<{ route: never }>;
let fake: Fake;

function people({ answers, trashed = false }: Answered): Entry[] {
  if (trashed) return [];
  return answers.map((feel_safe, place) => {
    const card = emptyRecord("person", NAMED[place] ?? "");
    Object.assign(card.body, { name: place === 0 ? "Marcus" : "Ana", feel_safe });
    return card;
  });
}

const STAGE = { stage: "impasse", on: "2026-03-01", note: PLAN };
const CHOICE = { ...emptyChoice(), text: PLAN };
const SUPPORT = { what: "A call", who: MARCUS, asked: true, result: PLAN };

function emptyChoice(): object {
  const { body } = emptyRecord("decision", ITEM);
  return body.kind === "decision" ? { ...body.options[0], nothing: false } : {};
}

/** What each kind holds that leads to speaking. */
const PLANS: Partial<Record<KindName, object>> = {
  conflict: { other_lines: [PLAN], next_try: PLAN, stage: "impasse" },
  dispute: {
    person: MARCUS,
    stages: [STAGE],
    alternatives: [{ option: PLAN, good: "", bad: "", chosen: false }],
    i_keep_it_going: PLAN,
  },
  decision: { options: [CHOICE, { ...emptyChoice(), nothing: true }] },
  rehearsal: { opening_line: PLAN },
  experiment: { why: PLAN },
  attempt: { learned: PLAN, result: "no_reply" },
  pattern: { first_small_change: PLAN },
  transition: { supports: [SUPPORT] },
};
/** These name one person in a place of their own. */
const OF_ONE: KindName[] = ["dispute", "transition"];

function item(kind: KindName, answered: Answered, more: object = {}): Entry {
  const record = emptyRecord(kind, ITEM);
  Object.assign(record.body, "title" in record.body ? { title: "Friday" } : {}, PLANS[kind], more);
  if (!OF_ONE.includes(kind)) record.around.people = NAMED.slice(0, answered.answers.length);
  return record;
}

function fits(kind: KindName, { answers }: Answered): boolean {
  return !OF_ONE.includes(kind) || answers.length === 1;
}

function begin(answered: Answered, ...records: Entry[]): void {
  fake = fakeBackend({ records: [...people(answered), ...records] });
  standIn(fake);
}

/** What is written on a page: its text, and what stands in its fields. */
function written(): string {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>("textarea, input")];
  return [document.body.textContent, ...fields.map(({ value }) => value)].join("\n");
}

const door = (name: RegExp) => screen.queryByRole("button", { name }) !== null;

beforeEach(() => router.reset());

const PAGES: Partial<Record<WritingKind, Page>> = {
  conflict: Conflict,
  dispute: Dispute,
  decision: Decision,
  rehearsal: Rehearsal,
  experiment: Experiment,
  attempt: Attempt,
  pattern: Pattern,
  transition: Transition,
};

async function opened(kind: WritingKind, page: Page): Promise<void> {
  const route: unknown = { name: kind, id: ITEM };
  render(page, { route: route as never });
  await screen.findByRole("button", { name: "Done for now" });
  await waitFor(() => expect(document.querySelector(".entry-title, h1, h2")).not.toBeNull());
}

describe.each(ANSWERED)("someone answered for: $called", (answered) => {
  const { open } = answered;

  describe("on the pages for writing", () => {
    const rows = Object.entries(PAGES).filter(([kind]) => fits(kind as KindName, answered));
    it.each(rows)("%s", async (kind, page) => {
      begin(answered, item(kind as KindName, answered));
      await opened(kind as WritingKind, page);
      if (kind === "transition") {
        const room = screen.getByRole("button", { name: /^Help 1 kind of help/ });
        // A room that was opened stays open until the lock.
        if (room.getAttribute("aria-expanded") === "false") room.click();
        await waitFor(() => expect(written()).toContain("A call"));
      }
      await waitFor(() => expect(written().includes(PLAN)).toBe(open));
      if (kind === "conflict" || kind === "dispute")
        expect(door(/^Stuck/) || screen.queryByText("Where does it stand now?") !== null).toBe(
          open,
        );
      if (kind === "attempt") expect(written().includes("You reached out.")).toBe(open);
    });
  });

  describe("at the end of what was written", () => {
    const rows: [WritingKind, object, object][] = [
      ["contact", Contact, { note: "He waved" }],
      ["event", Event, { what_happened: "He waved" }],
      ["note", Note, { text: "He waved" }],
      ["past_relationship", Past, { worked: "He waved" }],
    ];
    it.each(rows)("%s", async (kind, page, more) => {
      begin(answered, item(kind, answered, more));
      await opened(kind, page as Page);
      await screen.findByDisplayValue("He waved");
      await waitFor(() => expect(door(/^Decide something/)).toBe(open));
      if (kind !== "past_relationship") {
        expect(door(/^Practise this/)).toBe(open);
        expect(door(/^Something to try/)).toBe(open);
      }
    });
  });

  describe("to read", () => {
    const rows = Object.keys(PLANS).filter((kind) => fits(kind as KindName, answered));
    it.each(rows)("%s", (kind) => {
      const cards = people(answered).map((record) => ({ record, conflict: false, loss: null }));
      const record = item(kind as KindName, answered);
      const closed = (kind === "rehearsal" || kind === "experiment") && !mayRead(record, cards, []);
      const read = closed ? "" : JSON.stringify(sections(record, cards, ""));
      expect(read.includes(PLAN)).toBe(open);
    });

    it.each(["rehearsal", "experiment", "decision"] as const)(
      "%s that leaves the name out",
      async (kind) => {
        const origin = emptyRecord("dispute", ORIGIN);
        Object.assign(origin.body, { person: MARCUS });
        origin.around.people = NAMED.slice(0, answered.answers.length);
        const record = item(kind, answered, { focus: ORIGIN });
        record.around.people = [];
        begin(answered, origin, record);
        const cards = people(answered).map((card) => ({
          record: card,
          conflict: false,
          loss: null,
        }));
        render(Reading, { record, cards, therapist: "" });
        if (open) await screen.findByText(new RegExp(PLAN));
        else {
          await new Promise((done) => setTimeout(done, 20));
          expect(written()).not.toContain(PLAN);
        }
      },
    );
  });

  it("among those to ask in a decision about something else, who were picked before", async () => {
    const record = item("decision", answered, {
      people_to_ask: NAMED.slice(0, answered.answers.length),
    });
    record.around.people = [];
    begin(answered, record);
    const cards = people(answered).map((card) => ({ record: card, conflict: false, loss: null }));
    const safe = cards.flatMap(({ record: { body } }) =>
      body.kind === "person" && body.feel_safe === "yes" ? [body.name] : [],
    );
    await opened("decision", Decision);
    const group = screen.queryByRole("group", { name: "Whom could you ask?" });
    for (const name of ["Marcus", "Ana"]) {
      expect(group?.textContent.includes(name) ?? false, `${name} to pick`).toBe(
        safe.includes(name),
      );
      const read = JSON.stringify(sections(record, cards, ""));
      expect(read.includes(name), `${name} to read`).toBe(safe.includes(name));
    }
    const kept = fake.records.get(ITEM)?.body;
    expect(kept?.kind === "decision" && kept.people_to_ask).toEqual(
      NAMED.slice(0, answered.answers.length),
    );
  });

  it("in the palette", () => {
    const cards = people(answered).map((record) => ({ record, conflict: false, loss: null }));
    const offered = itemsFor("marcus", cards).filter(
      ({ route }) => "person" in route && TOOLS.some((tool) => tool === route.name),
    );
    const marcus = answered.answers[0] === "yes" && !answered.trashed;
    expect(offered.length > 0).toBe(marcus);
  });

  it("among what is left to try, and the questions on Focus", async () => {
    const dispute = emptyRecord("dispute", ORIGIN);
    Object.assign(dispute.body, { person: MARCUS });
    dispute.around.people = NAMED.slice(0, answered.answers.length);
    begin(answered, dispute, item("experiment", answered, { status: "idea" }));
    const view = new FocusView();
    await view.load();
    expect(view.tries.length > 0).toBe(open);
    expect(view.safe).toBe(open);
  });

  it("among the questions of Today", async () => {
    begin(answered);
    const today = await ipc.today();
    const known = { conflict: { safe: open }, loss: false };
    const course = { ...today.course, main_area: "dispute", second_area: null };
    const asked = promptsFor({ ...today, now: FAKE_NOW, course } as typeof today, known);
    expect(asked.some((one) => "group" in one && one.group === "dispute")).toBe(open);
  });

  it.each(["experiment", "decision", "rehearsal"] as const)(
    "in what grows from an argument: %s",
    async (kind) => {
      begin(answered, item("conflict", answered));
      const grown = await openEntry({ name: kind, from: ITEM });
      const title = "title" in grown.record.body ? grown.record.body.title : "";
      if (kind === "experiment") expect(title).toBe(open ? PLAN : "");
      expect(mayRead(grown.record, grown.cards, grown.everyone)).toBe(open);
      await grown.leave();
    },
  );
});

/**
 * Every file that deals with something of the kind, and where it is shut: a row above, a
 * gate around it, or why it leads nowhere.
 */
const FILES: Record<string, string> = {
  "care/MomentField.svelte": "links to a moment by its title; begins nothing",
  "entry/begin-with.ts": "in what grows from an argument",
  "entry/onward.ts": "at the end of what was written",
  "entry/people.ts": "says who it is about",
  "entry/reading.ts": "to read",
  "entry/reading/conflict.ts": "to read",
  "entry/reading/care.ts": "what was learned from a day of use; leads to nobody",
  "entry/reading/connection.ts": "to read",
  "entry/reading/dispute.ts": "to read",
  "entry/reading/techniques.ts": "to read",
  "entry/reading/transition.ts": "to read",
  "keeping/WorkLine.svelte": "stages of a backup",
  "lib/router.svelte.ts": "names of routes",
  "palette/items.ts": "in the palette",
  "screens/attempt/Attempt.svelte": "on the pages for writing",
  "screens/attempt/Screen.svelte": "on the pages for writing",
  "screens/conflict/Conflict.svelte": "on the pages for writing",
  "screens/connection/Connection.svelte": "begins with nobody named; the page asks",
  "screens/decision/Decision.svelte": "on the pages for writing",
  "screens/decision/Screen.svelte": "on the pages for writing",
  "screens/dispute/Dispute.svelte": "on the pages for writing",
  "screens/dispute/Stages.svelte": "inside the dispute's page",
  "screens/dispute/parts.ts": "inside the dispute's page; dispute.test.ts",
  "screens/dispute/stages.ts": "inside the dispute's page",
  "screens/experiment/Experiment.svelte": "on the pages for writing",
  "screens/experiment/Screen.svelte": "on the pages for writing",
  "screens/focus/Tools.svelte": "begins with nobody named; the page asks",
  "screens/focus/focus.svelte.ts": "among what is left to try",
  "screens/journal/list.svelte.ts": "the kinds of a filter",
  "screens/loss/Loss.svelte": "lists titles; begins nothing of the kind",
  "screens/pattern/Pattern.svelte": "on the pages for writing",
  "screens/people/Panel.svelte": "people.test.ts",
  "screens/person/Rows.svelte": "page.test.ts",
  "screens/rehearsal/Exchanges.svelte": "inside the rehearsal's page",
  "screens/rehearsal/Rehearsal.svelte": "on the pages for writing",
  "screens/rehearsal/Screen.svelte": "on the pages for writing",
  "screens/rehearsal/Went.svelte": "inside the rehearsal's page",
  "screens/session/Session.svelte": "begins with nobody named; the page asks",
  "screens/transition/Supports.svelte": "on the pages for writing",
  "screens/transition/Transition.svelte": "begins with nobody named; the page asks",
  "screens/transition/outline.ts": "which parts have an answer",
  "screens/use/Use.svelte": "what was learned from a day of use; leads to nobody",
  "screens/write/Screen.svelte": "begins with nobody named; the page asks",
  "work/StageCards.svelte": "inside the pages for an argument and a disagreement",
};

it("every place where such a thing could be reached has a row", () => {
  const sources = import.meta.glob<string>("../**/*.{ts,svelte}", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const fields =
    "next_try|other_lines|next_steps|alternatives|first_small_change|opening_line|exchanges" +
    "|people_to_ask|stages|body\\.stage|row\\.stage|supports|body\\.learned";
  const leads = new RegExp(`\\b(?:${fields})\\b|["'](?:rehearsal|experiment|attempt|decision)["']`);
  const found = Object.entries(sources)
    .filter(([path]) => !/\.test\.ts$|^\.\.\/ipc\//.test(path))
    .filter(([, module]) => leads.test(module))
    .map(([path]) => path.replace("../", ""));
  expect(found.sort()).toEqual(Object.keys(FILES).sort());
});
