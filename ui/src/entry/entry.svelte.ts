/**
 * One piece of writing that is open in the window: its draft, the people it can
 * name, and what can be done with it as a whole.
 *
 * A version is made when the piece is left, not while it is written. Nothing
 * here drops text: what cannot be saved stays open in memory and is tried again.
 */
import { tick } from "svelte";
import {
  codeOf,
  ipc,
  type CourseBook,
  type Earlier,
  type ErrorCode,
  type FeelSafe,
  type Loss,
  type PersonCard,
  type Record,
  type RecordId,
} from "../ipc";
import { app } from "../lib/app.svelte";
import { Draft } from "../lib/draft.svelte";
import { begin, begunOn } from "../lib/places";
import { router, type RouteOf, type WritingKind } from "../lib/router.svelte";
import { toast } from "../lib/toast.svelte";
import { beginSession } from "../sessions/plan";
import { words } from "../lib/words.svelte";
import { peopleBehind } from "./behind";
import { beginWith } from "./begin-with";
import { bodyOf, byName, cardOf, everyoneIn, living, originsOf, titleOf } from "./people";

/** The routes of the writing pages. */
export type EntryRoute = RouteOf<WritingKind>;

/** Pieces that were left while they could not be saved. */
const held = new Map<RecordId, OpenEntry>();
const leaving = new Set<Promise<unknown>>();

/** Resolves when every piece that is being left has been saved, or has failed to. */
export async function allLeft(): Promise<void> {
  // The page before this one may be going away in the same breath.
  await tick();
  while (leaving.size > 0) await Promise.all([...leaving]);
}

/** What was left unsaved, newest last; it lives only as long as the window is open. */
export function heldRecords(): Record[] {
  return [...held.values()].map(({ draft }) => draft.record);
}

/** Opens the record of a route; without an id what this visit began, or something new. */
export async function openEntry(route: EntryRoute): Promise<OpenEntry> {
  await allLeft();
  const id = route.id ?? begunOn(route) ?? (await theOneOf(route));
  if (id === undefined) return openNew(route);
  const waiting = held.get(id);
  if (waiting) {
    held.delete(id);
    void waiting.draft.retry();
    return waiting;
  }
  try {
    const { record, draft, kept } = await ipc.record(id);
    const empty = kept ? null : written(await ipc.newRecord(route.name));
    const entry = new OpenEntry(route.name, record, await around(), { draft, kept, empty });
    await entry.lookBehind();
    return entry;
  } catch (error) {
    // What this visit began and left empty was never saved.
    if (route.id === undefined && codeOf(error) === "not_found") return openNew(route);
    throw error;
  }
}

/** Of some kinds one is meant when none is named: the newest course, the next session. */
async function theOneOf({ name }: EntryRoute): Promise<RecordId | undefined> {
  if (name !== "course" && name !== "session") return undefined;
  const { course, next } = await ipc.course();
  return (name === "course" ? course : next)?.id;
}

async function openNew(route: EntryRoute): Promise<OpenEntry> {
  const [record, beside] = await Promise.all([ipc.newRecord(route.name), around()]);
  if (route.name === "loss" && route.person !== undefined) {
    // Someone who died has one page.
    const known = cardOf(beside.cards, route.person)?.loss;
    if (known) return openEntry({ ...route, id: known.id });
  }
  begin(route, record.id);
  beginSession(record, beside.book);
  const bare = written(record);
  // Before it is watched: what it begins with is nothing to keep yet.
  await beginWith(record, route, beside.cards);
  // But whoever died has a page from then on: what is written next hangs on it.
  const mourned = record.body.kind === "loss" && record.body.person !== null;
  const entry = new OpenEntry(route.name, record, beside, {
    draft: mourned,
    kept: false,
    empty: mourned ? bare : written(record),
  });
  if ("loss" in record.body && route.person !== undefined) await entry.beginGrief(route.person);
  await entry.lookBehind();
  return entry;
}

interface Beside {
  cards: PersonCard[];
  book: CourseBook;
}

async function around(): Promise<Beside> {
  const [cards, book] = await Promise.all([ipc.people(), ipc.course()]);
  return { cards, book };
}

interface Standing {
  draft: boolean;
  kept: boolean;
  /** An empty record of its kind as text, when there is no kept one to fall back on. */
  empty: string | null;
}

/** Who stands behind a record, and for which origins that was looked up. */
interface Behind {
  of: string;
  people: RecordId[];
}

/** A record that is being written. */
export class OpenEntry {
  readonly kind: WritingKind;
  readonly draft: Draft;
  readonly book: CourseBook;
  /** Everybody with a card, by name. */
  cards = $state.raw<PersonCard[]>([]);
  /** Why the last thing besides saving did not work. */
  refused = $state<ErrorCode | null>(null);

  #behind = $state.raw<Behind>({ of: "", people: [] });

  #empty: string | null;
  #first: string;
  #kept: boolean;
  #ended = false;

  constructor(kind: WritingKind, record: Record, beside: Beside, standing: Standing) {
    this.kind = kind;
    // A draft of before counts as changed: leaving must make it a version.
    this.#first = standing.draft ? "" : JSON.stringify(record);
    this.#kept = standing.kept;
    this.#empty = standing.empty;
    this.draft = new Draft(record);
    this.cards = [...beside.cards].sort(byName);
    this.book = beside.book;
  }

  /** The record, to bind to. */
  get record(): Record {
    return this.draft.record;
  }

  /** The therapist's name as the person writes it; may be empty. */
  get therapist(): string {
    const body = this.book.course?.body;
    return body?.kind === "course" ? body.therapist.trim() : "";
  }

  /**
   * Everyone one might speak with because of this: those named in it, and those named
   * where it comes from, so that leaving a name out opens nothing (domain reference D.7).
   * None while it is not known.
   */
  get everyone(): RecordId[] | null {
    if (this.#behind.of !== originsOf(this.record).join()) return null;
    return living([...new Set([...everyoneIn(this.record), ...this.#behind.people])], this.cards);
  }

  /** Finds out who stands behind it. False if that did not work. */
  async lookBehind(): Promise<boolean> {
    const origins = originsOf(this.record);
    if (this.#behind.of === origins.join()) return true;
    const people = await this.#try(() => peopleBehind(origins));
    if (people) this.#behind = { of: origins.join(), people };
    return people !== null;
  }

  /** Starts a new one about someone who died; that alone is nothing to keep yet. */
  async beginGrief(person: RecordId): Promise<void> {
    await this.grieve(person);
    this.#first = JSON.stringify(this.record);
    this.#empty = written(this.record);
  }

  /** Keeps it as a version, or lets an empty one go. False, and still open, if that did not work. */
  leave(): Promise<boolean> {
    return tracked(this.#leave());
  }

  /** For a page that is going away whether or not saving works. */
  async leaveBehind(): Promise<void> {
    if (await this.leave()) return;
    held.set(this.record.id, this);
    toast.show(words("entry-left-unsaved"));
    this.#watchHeld();
  }

  /** Puts it into the trash, with a way back. */
  async remove(): Promise<boolean> {
    const { id } = this.record;
    this.refused = null;
    try {
      if (this.#blank) await this.draft.discard();
      else if (!(await this.#trash())) return false;
    } catch (error) {
      this.refused = codeOf(error);
      return false;
    }
    await this.#end();
    if (this.#kept) toast.show(words("entry-trashed"), () => void this.#takeOut(id));
    router.back();
    return true;
  }

  /** The earlier versions, newest first. */
  async versions(): Promise<Earlier[]> {
    return ipc.history(this.record.id);
  }

  /** Keeps what stands here, then an earlier version on top of it. Sharing stays as it is today. */
  async bringBack(earlier: Earlier): Promise<boolean> {
    const { id, share } = this.record;
    this.refused = null;
    try {
      if (this.changed && !(await this.#keep())) return false;
      await ipc.saveRecord({ ...earlier.record, share });
      this.#ended = true;
      await this.draft.discard();
    } catch (error) {
      this.refused = codeOf(error);
      return false;
    }
    toast.show(words("entry-brought-back"));
    router.replace({ name: this.kind, id });
    return true;
  }

  /** Whether there is something that is no version yet. */
  get changed(): boolean {
    return JSON.stringify(this.record) !== this.#first;
  }

  /** The card of that name, made if there is none. None if that did not work. */
  async person(name: string, died = false): Promise<RecordId | null> {
    const known = this.cards.find(
      (card) => titleOf(card).toLowerCase() === name.trim().toLowerCase(),
    );
    if (known) return known.record.id;
    const record = await this.#try(() => ipc.newRecord("person"));
    if (!record) return null;
    const body = bodyOf(record, "person");
    body.name = name.trim();
    if (died) body.standing = "died";
    if (!(await this.#try(() => ipc.saveRecord(record)))) return null;
    this.cards = [...this.cards, { record, conflict: false, loss: null }].sort(byName);
    return record.id;
  }

  /** Whether it is new and nothing stands in it yet. */
  get fresh(): boolean {
    return !this.#kept && !this.changed;
  }

  /** Puts the answer on the person's card, beside whatever is being written there. */
  async answerSafe(id: RecordId, answer: FeelSafe | null): Promise<boolean> {
    const card = cardOf(this.cards, id);
    if (!card) return false;
    const opened = await this.#try(() => ipc.record(id));
    if (!opened) return false;
    const kept = withAnswer(card.record, answer);
    if (!(await this.#try(() => ipc.saveRecord(kept)))) return false;
    // Saving a card lets its draft go; the draft is the newer writing and stays.
    if (opened.draft) await this.#try(() => ipc.putDraft(withAnswer(opened.record, answer)));
    this.#replaceCard({ ...card, record: kept });
    return true;
  }

  /** Makes a grief or a memory be about someone who died, with a loss to hang dates on. */
  async grieve(id: RecordId): Promise<boolean> {
    const card = cardOf(this.cards, id);
    if (!card) return false;
    const loss = card.loss ?? (await this.#newLoss(card));
    if (!loss) return false;
    this.#mourn(loss.id);
    return true;
  }

  /** The loss a grief or a memory is about, with the card of who died. */
  get loss(): { card: PersonCard; record: Record } | null {
    const { body } = this.record;
    if (!("loss" in body) || body.loss === null) return null;
    for (const card of this.cards) {
      if (card.loss?.id === body.loss) return { card, record: card.loss };
    }
    return null;
  }

  /** Keeps what is known about the loss, beside whatever is being written on its page. */
  async saveLoss(known: Partial<Loss>): Promise<boolean> {
    const { loss } = this;
    if (!loss) return false;
    const opened = await this.#try(() => ipc.record(loss.record.id));
    if (!opened) return false;
    const record = withKnown(loss.record, known);
    if (!(await this.#try(() => ipc.saveRecord(record)))) return false;
    // Saving it lets its draft go; the draft is the newer writing and stays.
    if (opened.draft) await this.#try(() => ipc.putDraft(withKnown(opened.record, known)));
    this.#replaceCard({ ...loss.card, loss: record });
    return true;
  }

  /** Begins a note with a title and opens it. */
  async note(title: string, prompt: string, person: RecordId): Promise<void> {
    const record = await this.#try(() => ipc.newRecord("note"));
    if (!record) return;
    bodyOf(record, "note").title = title;
    record.around.people = [person];
    if (await this.#try(() => ipc.putDraft(record)))
      router.go({ name: "note", id: record.id, prompt });
  }

  async #leave(): Promise<boolean> {
    // While a page is taken down, state still reads as it was before; a moment later it is true.
    await Promise.resolve();
    if (this.#ended) return true;
    // After a lock the drafts come back; making versions of them would hide that.
    if (app.locking) return this.#end();
    const began = this.#blank && this.draft.savedAt !== null;
    if (!this.changed && !this.draft.unsaved && !began) return this.#end();
    if (this.#blank) {
      this.#ended = true;
      // An empty draft that stays behind harms nobody.
      await this.draft.discard().catch(() => undefined);
      return true;
    }
    return (await this.#keep()) && this.#end();
  }

  async #keep(): Promise<boolean> {
    if (!(await this.draft.finish())) return false;
    this.#kept = true;
    this.#first = JSON.stringify(this.record);
    return true;
  }

  async #trash(): Promise<boolean> {
    if (this.changed && !(await this.#keep())) return false;
    await ipc.trashRecord(this.record.id);
    return true;
  }

  async #end(): Promise<true> {
    this.#ended = true;
    await this.draft.close();
    return true;
  }

  get #blank(): boolean {
    return !this.#kept && this.#empty === written(this.record);
  }

  /** A draft keeps trying by itself; once one worked there is nothing to hold. */
  #watchHeld(): void {
    const { id } = this.record;
    const stop = $effect.root(() => {
      $effect(() => {
        if (this.draft.trouble !== null && held.get(id) === this) return;
        queueMicrotask(() => {
          stop();
          if (held.get(id) !== this) return;
          held.delete(id);
          void this.leave();
        });
      });
    });
  }

  async #takeOut(id: RecordId): Promise<void> {
    await this.#try(() => ipc.untrashRecord(id));
    router.go({ name: this.kind, id });
  }

  /** Hangs it on a loss, and on whoever that loss is about. */
  #mourn(id: RecordId): void {
    const { body, around: beside } = this.record;
    if (!("loss" in body)) return;
    body.loss = id;
    const who = this.cards.find(({ loss }) => loss?.id === id);
    if (who) beside.people = [who.record.id];
  }

  async #newLoss({ record: { id } }: PersonCard): Promise<Record | null> {
    const record = await this.#try(() => ipc.newRecord("loss"));
    if (!record) return null;
    bodyOf(record, "loss").person = id;
    if (!(await this.#try(() => ipc.saveRecord(record)))) return null;
    const card = cardOf(this.cards, id);
    if (card) this.#replaceCard({ ...card, loss: record });
    return record;
  }

  #replaceCard(card: PersonCard): void {
    this.cards = this.cards.map((other) => (other.record.id === card.record.id ? card : other));
  }

  async #try<Answer>(work: () => Promise<Answer>): Promise<Answer | null> {
    this.refused = null;
    try {
      return await work();
    } catch (error) {
      this.refused = codeOf(error);
      return null;
    }
  }
}

function withAnswer(record: Record, answer: FeelSafe | null): Record {
  return { ...record, body: { ...bodyOf(record, "person"), feel_safe: answer } };
}

function withKnown(record: Record, known: Partial<Loss>): Record {
  return { ...record, body: { ...bodyOf(record, "loss"), ...known } };
}

function written({ around: beside, body }: Record): string {
  return JSON.stringify([beside, body]);
}

function tracked<Answer>(work: Promise<Answer>): Promise<Answer> {
  leaving.add(work);
  return work.finally(() => leaving.delete(work));
}
