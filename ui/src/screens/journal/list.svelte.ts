/**
 * The journal's list: what is asked for, the newest answer to it, and nothing
 * older. An answer to an earlier question is thrown away when it comes late.
 */
import { allLeft, heldRecords } from "../../entry/entry.svelte";
import {
  codeOf,
  ipc,
  type ErrorCode,
  type JournalPage,
  type KindName,
  type PersonCard,
  type Query,
  type Record,
  type RecordId,
  type Row,
} from "../../ipc";
import type { Day } from "../../lib/dates";

/** From the last key to the search. */
export const SEARCH_MS = 120;
/** Lines of one answer. */
export const LINES = 60;

/** The kinds that can be chosen in the list. */
export const LISTED = [
  "conflict",
  "event",
  "contact",
  "attempt",
  "grief",
  "memory",
  "decision",
  "rehearsal",
  "experiment",
  "note",
  "check_in",
  "ride",
  "use",
] as const satisfies KindName[];
export type ListedKind = (typeof LISTED)[number];

/** The list with its filters. */
export class JournalList {
  text = $state("");
  kinds = $state<ListedKind[]>([]);
  person = $state<RecordId | null>(null);
  from = $state<Day | null>(null);
  to = $state<Day | null>(null);
  toBring = $state(false);

  /** The newest answer; stays on screen while the next one is awaited. */
  page = $state.raw<JournalPage | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  /** What `page` is an answer to. */
  searched = $state("");
  drafts = $state.raw<Row[]>([]);
  cards = $state.raw<PersonCard[]>([]);
  therapist = $state("");
  asking = $state(false);

  /** Called when an answer has changed the lines. */
  onanswer: () => void = () => undefined;

  #question = 0;
  #wait: ReturnType<typeof setTimeout> | undefined;

  /** The first look: who there is, what is unfinished, and the newest lines. */
  async start(): Promise<void> {
    this.failed = null;
    // What was just left must be on disk before the list is asked for.
    await allLeft();
    const beside = Promise.all([ipc.people(), ipc.course(), ipc.today()]);
    await this.ask();
    try {
      const [cards, book, today] = await beside;
      this.cards = cards;
      this.drafts = today.drafts.filter(({ kind }) => LISTED.some((listed) => listed === kind));
      const body = book.course?.body;
      if (body?.kind === "course") this.therapist = body.therapist.trim();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Asks once typing has paused. */
  type(text: string): void {
    this.text = text;
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => void this.ask(), SEARCH_MS);
  }

  /** Asks now. */
  async ask(): Promise<void> {
    clearTimeout(this.#wait);
    const question = (this.#question += 1);
    const query = this.#query();
    this.asking = true;
    try {
      const page = await ipc.journalList(query);
      if (question !== this.#question) return;
      this.page = page;
      this.searched = query.text;
      this.failed = null;
      this.onanswer();
    } catch (error) {
      if (question === this.#question) this.failed = codeOf(error);
    } finally {
      if (question === this.#question) this.asking = false;
    }
  }

  /** Adds the lines that come after those on screen. */
  async more(): Promise<void> {
    const { page } = this;
    if (!page?.more || this.asking) return;
    const question = (this.#question += 1);
    this.asking = true;
    try {
      const next = await ipc.journalList({ ...this.#query(), after: page.more });
      if (question !== this.#question) return;
      const { matched, drafts } = page;
      this.page = { ...next, matched, drafts, rows: [...page.rows, ...next.rows] };
    } catch (error) {
      if (question === this.#question) this.failed = codeOf(error);
    } finally {
      if (question === this.#question) this.asking = false;
    }
  }

  /** Takes every filter and the search away. */
  showAll(): void {
    this.text = "";
    this.kinds = [];
    this.person = null;
    this.from = null;
    this.to = null;
    this.toBring = false;
    void this.ask();
  }

  /** Stops waiting for an answer. */
  stop(): void {
    clearTimeout(this.#wait);
    this.#question += 1;
  }

  /** Whether something is searched for or filtered. */
  get narrowed(): boolean {
    return this.text.trim() !== "" || this.filtered;
  }

  get filtered(): boolean {
    return (
      this.kinds.length > 0 ||
      this.person !== null ||
      this.from !== null ||
      this.to !== null ||
      this.toBring
    );
  }

  /** How many there are of the kinds that are shown. */
  get all(): number {
    const { page } = this;
    if (!page) return 0;
    const written = this.kinds.length === 0 || this.kinds.some((kind) => kind !== "check_in");
    return (written ? page.entries : 0) + (this.kinds.includes("check_in") ? page.check_ins : 0);
  }

  /** What was never kept, or could not be saved; of those, what is looked for. */
  get unfinished(): Row[] {
    const listed = new Set(this.page?.rows.map(({ id }) => id));
    if (this.narrowed) return (this.page?.drafts ?? []).filter(({ id }) => !listed.has(id));
    const held = heldRecords().map(rowOf);
    const known = new Set(held.map(({ id }) => id));
    return [...held, ...this.drafts.filter(({ id }) => !known.has(id))].filter(
      ({ id }) => !listed.has(id),
    );
  }

  /** Whether something newer than the kept entry waits as a draft. */
  isDraft({ id, draft }: Row): boolean {
    return draft || this.drafts.some((one) => one.id === id);
  }

  #query(): Query {
    return {
      text: this.text.trim(),
      kinds: $state.snapshot(this.kinds),
      people: this.person === null ? [] : [this.person],
      from: this.from,
      to: this.to,
      share: this.toBring ? "to_bring" : null,
      after: null,
      limit: LINES,
    };
  }
}

/** The line of a record that lives only in this window so far. */
function rowOf({ id, at, share, body }: Record): Row {
  return {
    id,
    kind: body.kind,
    at,
    title: "title" in body ? body.title : "",
    excerpt: [],
    people: [],
    share,
    craving: null,
    used: null,
    stage: null,
    draft: true,
  };
}
