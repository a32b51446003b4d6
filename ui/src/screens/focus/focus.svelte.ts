/** What the Focus screen shows and changes: the areas, the work in them, things to try. */
import {
  codeOf,
  ipc,
  type Area,
  type ErrorCode,
  type KindName,
  type PersonCard,
  type Record as Entry,
  type RecordId,
  type Work,
  type WorkStatus,
} from "../../ipc";
import { peopleBehind } from "../../entry/behind";
import { allLeft } from "../../entry/entry.svelte";
import { bodyOf, everyoneIn, nameOf, originsOf, raising } from "../../entry/people";
import { changes } from "../../lib/changes.svelte";
import { keepWith } from "../../lib/keep";
import { givenName } from "../../lib/people";
import { ownPrompts, type Own } from "../../lib/prompts";
import { toast } from "../../lib/toast.svelte";
import { words } from "../../lib/words.svelte";

/** The areas in the order of the screen, each with the kind its work is kept as. */
export const AREAS = [
  { area: "dispute", kind: "dispute" },
  { area: "grief", kind: "loss" },
  { area: "transition", kind: "transition" },
  { area: "connection", kind: "connection" },
] as const satisfies { area: Area; kind: KindName }[];

/** The part an area has in the course. */
export type Part = "main" | "second" | "none";

/** One piece of work. */
export interface Piece {
  id: RecordId;
  area: Area;
  title: string;
  /** With whom, or who died. */
  person: string;
  status: WorkStatus;
}

/** Something that is left to try. */
export interface Try {
  id: RecordId;
  title: string;
  status: "idea" | "planned";
}

const MOST = 500;

export class FocusView {
  loaded = $state(false);
  failed = $state<ErrorCode | null>(null);
  /** A change that could not be kept. */
  problem = $state<ErrorCode | null>(null);
  main = $state<Area | null>(null);
  second = $state<Area | null>(null);
  pieces = $state.raw<Piece[]>([]);
  tries = $state.raw<Try[]>([]);
  own = $state.raw<Own[]>([]);
  /** Areas whose questions may be shown: those about a dispute only after a clear yes. */
  safe = $state(false);
  /** With whom the newest open dispute is. */
  name = $state("");
  #course: Entry | null = null;

  /** Reads everything. */
  async load(): Promise<void> {
    await Promise.all([changes.settled(), allLeft()]);
    try {
      const [book, cards, work, beside] = await Promise.all([
        ipc.course(),
        ipc.people(),
        list(AREAS.map(({ kind }) => kind)),
        list(["experiment", "prompt"]),
      ]);
      this.#course = book.course;
      this.#take(book.course);
      this.pieces = work.flatMap((record) => pieceOf(record, cards));
      this.#judge(work, cards);
      this.tries = (await Promise.all(beside.map((record) => tryOf(record, cards)))).flat();
      this.own = ownPrompts(beside);
      this.failed = null;
      this.loaded = true;
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** The part an area has. */
  partOf(area: Area): Part {
    if (this.main === area) return "main";
    return this.second === area ? "second" : "none";
  }

  /** Gives an area its part. There is one main area and at most one second. */
  async set(area: Area, part: Part): Promise<void> {
    const before = { main: this.main, second: this.second };
    const after = moved(before, area, part);
    await this.#keep(after);
    if (!this.problem)
      toast.show(
        words("focus-set", { area: words(`focus-${area}`), part: words(`focus-part-${part}`) }),
        () => changes.during(this.#keep(before)),
      );
  }

  /** Keeps a question of one's own. */
  async add(text: string, area: Area | null): Promise<boolean> {
    return this.#try(async () => {
      const record = await ipc.newRecord("prompt");
      const body = bodyOf(record, "prompt");
      body.text = text.trim();
      body.area = area;
      await ipc.saveRecord(record);
      this.own = [...ownPrompts([record]), ...this.own];
    });
  }

  /** Takes a question of one's own away, with a way back. */
  async remove(own: Own): Promise<void> {
    await this.#try(async () => {
      await ipc.trashRecord(own.own);
      this.own = this.own.filter((one) => one.own !== own.own);
      toast.show(words("focus-own-gone"), () => changes.during(this.#back(own)));
    });
  }

  async #back(own: Own): Promise<void> {
    await ipc.untrashRecord(own.own);
    this.own = [own, ...this.own];
  }

  async #keep({ main, second }: { main: Area | null; second: Area | null }): Promise<void> {
    await this.#try(async () => {
      const change = (record: Entry): Entry => ({
        ...record,
        body: { ...bodyOf(record, "course"), main_area: main, second_area: second },
      });
      const changed = await this.#kept(change);
      this.#course = changed;
      this.#take(changed);
    });
  }

  async #kept(change: (record: Entry) => Entry): Promise<Entry> {
    if (this.#course) return keepWith(this.#course, change);
    const made = change(await ipc.newRecord("course"));
    await ipc.saveRecord(made);
    return made;
  }

  #take(course: Entry | null): void {
    const body = course?.body;
    this.main = body?.kind === "course" ? body.main_area : null;
    this.second = body?.kind === "course" ? body.second_area : null;
  }

  #judge(work: readonly Entry[], cards: readonly PersonCard[]): void {
    const dispute = work.find(({ body }) => body.kind === "dispute" && body.work.status === "open");
    const people = dispute ? everyoneIn(dispute) : [];
    this.safe = raising(people, cards).open;
    this.name = givenName(people[0] === undefined ? "" : nameOf(cards, people[0]));
  }

  async #try(how: () => Promise<void>): Promise<boolean> {
    this.problem = null;
    try {
      await how();
      return true;
    } catch (error) {
      this.problem = codeOf(error);
      return false;
    }
  }
}

/** The areas after one was given a part; whoever had it before goes without. */
export function moved(
  { main, second }: { main: Area | null; second: Area | null },
  area: Area,
  part: Part,
): { main: Area | null; second: Area | null } {
  const others = { main: main === area ? null : main, second: second === area ? null : second };
  if (part === "main") return { main: area, second: others.second };
  if (part === "none") return others.main ? others : { main: others.second, second: null };
  // A second without a main one would be the main one.
  return others.main
    ? { main: others.main, second: area }
    : { main: others.second ?? area, second: others.second ? area : null };
}

function list(kinds: KindName[]): Promise<Entry[]> {
  return ipc.listRecords({ kinds, people: [], focus: null, from: null, to: null, limit: MOST });
}

function pieceOf(record: Entry, cards: readonly PersonCard[]): Piece[] {
  const { body, id } = record;
  const kind = AREAS.find((one) => one.kind === body.kind);
  if (!kind || !("work" in body)) return [];
  const work: Work = body.work;
  const who = "person" in body && body.person !== null ? nameOf(cards, body.person) : "";
  const title = "title" in body ? body.title.trim() : "";
  return [{ id, area: kind.area, title, person: who, status: work.status }];
}

/**
 * What is left to try; nothing about someone with whom speaking is not clearly safe,
 * and nothing that grew from something about them.
 */
async function tryOf(record: Entry, cards: readonly PersonCard[]): Promise<Try[]> {
  const { body, id } = record;
  if (body.kind !== "experiment" || (body.status !== "idea" && body.status !== "planned"))
    return [];
  const people = [...everyoneIn(record), ...(await peopleBehind(originsOf(record)))];
  if (people.length > 0 && !raising(people, cards).open) return [];
  return [{ id, title: body.title.trim(), status: body.status }];
}
