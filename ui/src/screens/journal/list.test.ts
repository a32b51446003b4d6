import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn, type JournalPage, type Query } from "../../ipc";
import { fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { JournalList, SEARCH_MS } from "./list.svelte";

let fake: Fake;
let list: JournalList;

beforeEach(async () => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  list = new JournalList();
  await list.start();
});

/** Makes answers wait until they are released, in any order. */
function slow(): { text: string; answer: () => void }[] {
  const waiting: { text: string; answer: () => void }[] = [];
  const real = fake.commands.journalList;
  fake.commands.journalList = async (query: Query) => {
    await new Promise<void>((answer) => waiting.push({ text: query.text, answer }));
    return real(query);
  };
  return waiting;
}

const titles = (page: JournalPage | null) => page?.rows.map(({ title }) => title);

describe("the journal's list", () => {
  it("throws a stale answer away", async () => {
    const waiting = slow();
    list.text = "late";
    const first = list.ask();
    list.text = "Ana";
    const second = list.ask();
    waiting[1]?.answer();
    await second;
    expect(titles(list.page)).toEqual(["Ana called", "Ana"]);
    waiting[0]?.answer();
    await first;
    expect(titles(list.page), "the older answer came later and must not show").toEqual([
      "Ana called",
      "Ana",
    ]);
    expect(list.searched).toBe("Ana");
    expect(list.asking).toBe(false);
  });

  it("searches once typing has paused", async () => {
    vi.useFakeTimers();
    fake.calls.length = 0;
    for (const text of ["l", "la", "late"]) {
      list.type(text);
      await vi.advanceTimersByTimeAsync(SEARCH_MS / 2);
    }
    expect(fake.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(SEARCH_MS);
    expect(fake.calls).toEqual(["journalList"]);
    expect(titles(list.page)).toContain("Late from group");
  });

  it("keeps what is on screen while it waits and when asking fails", async () => {
    const before = titles(list.page);
    fake.fail.journalList = "disk";
    list.text = "late";
    await list.ask();
    expect(list.failed).toBe("disk");
    expect(titles(list.page)).toEqual(before);
    delete fake.fail.journalList;
    await list.ask();
    expect(list.failed).toBeNull();
  });

  it("shows check-ins only when they are asked for, and counts them", async () => {
    expect(list.page?.rows.some(({ kind }) => kind === "check_in")).toBe(false);
    const written = list.all;
    list.kinds = ["check_in"];
    await list.ask();
    expect(list.page?.rows.every(({ kind }) => kind === "check_in")).toBe(true);
    expect(list.all).toBe(list.page?.check_ins);
    list.kinds = ["note", "check_in"];
    expect(list.all).toBe(written + (list.page?.check_ins ?? 0));
  });

  it("does not let more lines of an old question into a new list", async () => {
    list.page = { ...list.page!, more: list.page!.rows[0]!.id };
    const waiting = slow();
    const more = list.more();
    list.text = "Ana";
    const asked = list.ask();
    waiting[1]?.answer();
    await asked;
    waiting[0]?.answer();
    await more;
    expect(titles(list.page)).toEqual(["Ana called", "Ana"]);
  });

  it("names drafts that were never kept, and finds them by their words", async () => {
    const draft = structuredClone(sampleJournal().find(({ body }) => body.kind === "note")!);
    fake.drafts.set("new", { ...draft, id: "new" });
    await list.start();
    expect(list.unfinished.map(({ id }) => id)).toEqual(["new"]);
    list.text = "no such word in it";
    await list.ask();
    expect(list.unfinished).toEqual([]);
    if (draft.body.kind === "note") draft.body.text = "Begun about a lantern";
    fake.drafts.set("new", { ...draft, id: "new" });
    list.text = "lantern";
    await list.ask();
    expect(list.unfinished.map((row) => [row.id, list.isDraft(row)])).toEqual([["new", true]]);
  });
});
