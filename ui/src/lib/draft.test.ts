import { beforeEach, describe, expect, it, vi } from "vitest";
import { Failure, type Record, type Saved } from "../ipc";
import { emptyRecord } from "../ipc/fake";
import {
  AGAIN_MS,
  Draft,
  flushAll,
  LATEST_MS,
  openDrafts,
  QUIET_MS,
  settle,
  type DraftStore,
} from "./draft.svelte";

const AT = "2026-03-09T20:02:00+01:00";

/** A store whose saves end when the test says so. */
class Desk implements DraftStore {
  drafts: Record[] = [];
  saved: Record[] = [];
  dropped: string[] = [];
  away: Record[] = [];
  /** What the person answers the system's dialog; null: the place does not take it. */
  chooses: boolean | null = true;
  held: (() => void)[] = [];
  slow = false;
  refusal: Failure | null = null;

  putDraft = (record: Record): Promise<Saved> => this.#take(this.drafts, record);
  saveRecord = (record: Record): Promise<Saved> => this.#take(this.saved, record);
  dropDraft = (id: string): Promise<null> => {
    this.dropped.push(id);
    return Promise.resolve(null);
  };
  putTextAway = (record: Record): Promise<boolean> => {
    if (this.chooses === null) return Promise.reject(new Failure("disk_full"));
    if (this.chooses) this.away.push(record);
    return Promise.resolve(this.chooses);
  };

  async #take(where: Record[], record: Record): Promise<Saved> {
    if (this.slow) await new Promise<void>((done) => this.held.push(done));
    if (this.refusal) throw this.refusal;
    where.push(record);
    return { at: AT };
  }
}

let desk: Desk;
let draft: Draft;

function type(text: string): void {
  const { body } = draft.record;
  if (body.kind === "note") body.text += text;
  settle();
}

function textOf(record: Record | undefined): string | undefined {
  return record?.body.kind === "note" ? record.body.text : undefined;
}

beforeEach(() => {
  vi.useFakeTimers();
  desk = new Desk();
  draft = new Draft(emptyRecord("note", "1"), desk);
  settle();
  return async () => {
    desk.refusal = null;
    desk.slow = false;
    desk.held.forEach((release) => release());
    await draft.close();
  };
});

describe("a draft", () => {
  it("is not saved before anything was written", async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    await draft.flush();
    expect(desk.drafts).toEqual([]);
    expect(draft.status.is).toBe("idle");
  });

  it("is saved 600 ms after the last key", async () => {
    type("a");
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(desk.drafts).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(desk.drafts.map(textOf)).toEqual(["a"]);
    expect(draft.status).toEqual({ is: "saved", at: AT });
  });

  it("is saved at the latest a second after the first unsaved key, while typing goes on", async () => {
    for (let ms = 0; ms < LATEST_MS; ms += 200) {
      type("x");
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(desk.drafts.map(textOf)).toEqual(["xxxxx"]);
  });

  it("is at most a second behind for a minute of steady typing", async () => {
    let typed = "";
    for (let key = 0; key < 600; key += 1) {
      type("y");
      typed += "y";
      await vi.advanceTimersByTimeAsync(100);
      const behind = typed.length - (textOf(desk.drafts.at(-1)) ?? "").length;
      expect(behind * 100).toBeLessThanOrEqual(LATEST_MS + 100);
    }
  });

  it("has one save in flight, and what was typed meanwhile goes with the next", async () => {
    desk.slow = true;
    type("a");
    await vi.advanceTimersByTimeAsync(LATEST_MS);
    type("b");
    await vi.advanceTimersByTimeAsync(5 * LATEST_MS);
    expect(desk.held).toHaveLength(1);
    expect(draft.status.is).toBe("saving");
    desk.slow = false;
    desk.held[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.drafts.map(textOf)).toEqual(["a", "ab"]);
    expect(draft.unsaved).toBe(false);
  });

  it("is whole after flush, whatever was in flight", async () => {
    desk.slow = true;
    type("a");
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    type("b");
    desk.slow = false;
    const flushed = flushAll();
    desk.held[0]?.();
    await flushed;
    expect(textOf(desk.drafts.at(-1))).toBe("ab");
  });

  it("flushes a change that Svelte has not yet announced", async () => {
    const { body } = draft.record;
    if (body.kind === "note") body.text = "just now";
    await draft.flush();
    expect(desk.drafts.map(textOf)).toEqual(["just now"]);
  });

  it("notices a change at any depth", async () => {
    draft.record.around.feelings.push({ feeling: "sad", strength: null });
    settle();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    const [felt] = draft.record.around.feelings;
    if (felt) felt.strength = 4;
    settle();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(desk.drafts.map((record) => record.around.feelings[0]?.strength)).toEqual([null, 4]);
  });

  it("keeps the text and says why when saving fails, and saves it once there is room", async () => {
    desk.refusal = new Failure("disk_full");
    type("dear");
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(draft.status).toEqual({ is: "failed", code: "disk_full" });
    expect(textOf(draft.record)).toBe("dear");
    desk.refusal = null;
    await vi.advanceTimersByTimeAsync(AGAIN_MS);
    expect(desk.drafts.map(textOf)).toEqual(["dear"]);
    expect(draft.status.is).toBe("saved");
  });

  it("can be tried again by hand", async () => {
    desk.refusal = new Failure("disk_full");
    type("dear");
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    desk.refusal = null;
    await draft.retry();
    expect(draft.status.is).toBe("saved");
  });

  it("can be put away somewhere else while it cannot be saved, and stays here too", async () => {
    desk.refusal = new Failure("disk_full");
    type("dear");
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    desk.chooses = false;
    await draft.putAway();
    expect(draft.away).toBe("no");
    desk.chooses = null;
    await draft.putAway();
    expect(draft.away).toBe("failed");
    desk.chooses = true;
    await draft.putAway();
    expect(draft.away).toBe("done");
    expect(desk.away.map(textOf)).toEqual(["dear"]);
    expect(textOf(draft.record)).toBe("dear");
    desk.refusal = null;
    await draft.retry();
    expect(draft.away).toBe("no");
  });

  it("becomes a version when it is finished, once, with everything in it", async () => {
    type("done");
    expect(await draft.finish()).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.saved.map(textOf)).toEqual(["done"]);
    expect(desk.drafts).toEqual([]);
  });

  it("stays a draft when finishing is refused", async () => {
    type("long");
    desk.saveRecord = () => Promise.reject(new Failure("invalid"));
    expect(await draft.finish()).toBe(false);
    expect(draft.status).toEqual({ is: "failed", code: "invalid" });
    expect(desk.drafts.map(textOf)).toEqual(["long"]);
  });

  it("is saved when its screen goes, and forgotten after", async () => {
    const open = openDrafts();
    type("bye");
    await draft.close();
    expect(desk.drafts.map(textOf)).toEqual(["bye"]);
    expect(openDrafts()).toBe(open - 1);
    type(" again");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.drafts).toHaveLength(1);
  });

  it("is dropped only on request, and nothing is saved after", async () => {
    type("never mind");
    await draft.discard();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.dropped).toEqual(["1"]);
    expect(desk.drafts).toEqual([]);
  });

  it("gives plain data to the store, not what is still being typed into", async () => {
    type("a");
    await draft.flush();
    type("b");
    expect(textOf(desk.drafts[0])).toBe("a");
  });
});
