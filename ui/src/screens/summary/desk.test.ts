import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn, type PageChoices, type Preview } from "../../ipc";
import { fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { Desk } from "./desk.svelte";

let fake: Fake;
/** Every question for pages, with its answer still open. */
let asked: { choices: PageChoices; answer: (label: string) => void; refuse: () => void }[];

beforeEach(() => {
  fake = fakeBackend({ records: sampleJournal() });
  asked = [];
  fake.commands.pagePreview = (choices) =>
    new Promise((resolve) => {
      const offer = null as unknown as Preview["offer"];
      const page = (svg: string) => ({ width_pt: 595, height_pt: 842, svg, runs: [] });
      asked.push({
        choices,
        answer: (label) =>
          resolve({ status: "ok", data: { pages: [page(label)], offer, no_room: [] } }),
        refuse: () => resolve({ status: "error", error: { code: "page" } }),
      });
    });
  standIn(fake);
});

async function opened(): Promise<Desk> {
  const desk = new Desk();
  void desk.load();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  return desk;
}

function labelled(desk: Desk, label: string): PageChoices {
  if (!desk.choices) throw new Error("nothing to choose yet");
  return { ...desk.choices, label };
}

describe("the desk", () => {
  it("only the newest choices are shown, and what lies between is never asked for", async () => {
    const desk = await opened();
    desk.choose(labelled(desk, "one"));
    desk.choose(labelled(desk, "two"));
    desk.choose(labelled(desk, "three"));
    expect(asked, "one question at a time").toHaveLength(1);
    asked[0]?.answer("before");
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(desk.pages, "an answer to older choices is not shown").toEqual([]);
    expect(asked[1]?.choices.label).toBe("three");
    asked[1]?.answer("three");
    await vi.waitFor(() => expect(desk.pages[0]?.svg).toBe("three"));
    expect(asked).toHaveLength(2);
    expect(desk.busy).toBe(false);
  });

  it("the old pages stay until the new ones are there, and after a failure", async () => {
    const desk = await opened();
    asked[0]?.answer("old");
    await vi.waitFor(() => expect(desk.busy).toBe(false));
    desk.choose(labelled(desk, "new"));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect([desk.busy, desk.pages[0]?.svg]).toEqual([true, "old"]);
    asked[1]?.refuse();
    expect(await desk.settled(), "nothing may leave while the pages are older").toBe(false);
    expect([desk.problem, desk.pages[0]?.svg]).toEqual(["page", "old"]);
    void desk.again();
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    asked[2]?.answer("new");
    expect(await desk.settled()).toBe(true);
    expect([desk.problem, desk.pages[0]?.svg]).toEqual([null, "new"]);
  });

  it("while typing it waits for the keys to rest, but not when the pages are wanted", async () => {
    const desk = await opened();
    asked[0]?.answer("old");
    await vi.waitFor(() => expect(desk.busy).toBe(false));
    desk.chooseSoon(labelled(desk, "D"));
    desk.chooseSoon(labelled(desk, "D."));
    expect(asked).toHaveLength(1);
    const settled = desk.settled();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.choices.label).toBe("D.");
    asked[1]?.answer("new");
    expect(await settled).toBe(true);
  });

  it("says when nothing could be opened, and opens on a second try", async () => {
    fake.fail.pageOffer = "disk";
    const desk = new Desk();
    await desk.load();
    expect(desk.failed).toBe("disk");
    fake.fail = Object.assign(fake.fail, { pageOffer: undefined });
    void desk.load();
    await vi.waitFor(() => expect(desk.choices).not.toBeNull());
    expect(desk.failed).toBeNull();
  });
});
