/**
 * From keystroke to disk: one open piece of writing that saves itself.
 *
 * A draft is saved 600 ms after the last key and at the latest one second after
 * the first unsaved one. One save is in flight at a time; what is typed
 * meanwhile goes with the next. Nothing here ever throws away what was written:
 * a failed save keeps the text, says so, and can be tried again.
 */
import { flushSync } from "svelte";
import {
  codeOf,
  ipc,
  type ErrorCode,
  type Moment,
  type Record,
  type RecordId,
  type Saved,
} from "../ipc";

/** After the last key. */
export const QUIET_MS = 600;
/** After the first unsaved key. */
export const LATEST_MS = 1000;
/** After a failed save, without anyone asking: the disk may have room again. */
export const AGAIN_MS = 5000;

export type DraftStatus =
  | { is: "idle" }
  | { is: "saving" }
  | { is: "saved"; at: Moment }
  | { is: "failed"; code: ErrorCode };

/** Where a draft puts what it holds; the real one is the vault. */
export interface DraftStore {
  putDraft: (record: Record) => Promise<Saved>;
  saveRecord: (record: Record) => Promise<Saved>;
  dropDraft: (id: RecordId) => Promise<unknown>;
  /** Seals it into a file where the person wants it; false if they thought better of it. */
  putTextAway: (record: Record) => Promise<boolean>;
}

const open = new Set<Draft>();

/** Saves every open draft now. Resolves when all have tried; never rejects. */
export async function flushAll(): Promise<void> {
  await Promise.all([...open].map((draft) => draft.flush()));
}

/** How many drafts are open; for tests. */
export function openDrafts(): number {
  return open.size;
}

/** A record being written. Bind fields to `draft.record`; the rest happens by itself. */
export class Draft {
  /** The record; change it in place, deeply. */
  record: Record;
  /** For SavedLine. */
  status = $state<DraftStatus>({ is: "idle" });
  /** Why the last save failed; stays while it is tried again, gone once one works. */
  trouble = $state<ErrorCode | null>(null);
  /** When it last reached the disk. */
  savedAt = $state<Moment | null>(null);
  /** Whether it was put away somewhere else, for as long as it cannot be saved here. */
  away = $state<"no" | "busy" | "done" | "failed">("no");

  readonly #store: DraftStore;
  readonly #stop: () => void;
  #saved: string;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<void> | undefined;
  #closed = false;

  constructor(record: Record, store: DraftStore = ipc) {
    this.record = $state(record);
    this.#store = store;
    this.#saved = this.#text();
    this.#stop = this.#watch();
    open.add(this);
  }

  /** Whether something is not on disk yet. */
  get unsaved(): boolean {
    return this.#text() !== this.#saved;
  }

  /** Saves now what is unsaved, and waits for it. */
  async flush(): Promise<void> {
    if (this.#closed) return;
    this.#cancelTimers();
    while (this.unsaved) {
      await this.#put();
      if (this.status.is === "failed") return;
    }
    await this.#inFlight;
  }

  /** Tries again after a failed save. */
  async retry(): Promise<void> {
    await this.flush();
  }

  /** Puts a locked copy somewhere else at once. What is written stays here too. */
  async putAway(): Promise<void> {
    if (this.away === "busy") return;
    const before = this.away;
    this.away = "busy";
    try {
      const put = await this.#store.putTextAway($state.snapshot(this.record));
      this.away = put ? "done" : before;
    } catch {
      this.away = "failed";
    }
  }

  /**
   * Keeps the record as a finished version; its draft is gone then. Gives false,
   * and keeps the draft, if that did not work.
   */
  async finish(): Promise<boolean> {
    this.#cancelTimers();
    await this.#inFlight;
    const text = this.#text();
    this.status = { is: "saving" };
    try {
      const { at } = await this.#store.saveRecord($state.snapshot(this.record));
      this.#saved = text;
      this.#wentWell(at);
      return true;
    } catch (error) {
      this.#wentWrong(codeOf(error));
      // The unfinished text must not hang on a record that was refused.
      if (this.unsaved) await this.#putQuietly();
      return false;
    }
  }

  /** Throws the draft away on the person's own word. */
  async discard(): Promise<void> {
    this.#end();
    await this.#inFlight;
    await this.#store.dropDraft(this.record.id);
  }

  /** Saves what is unsaved and stops watching; call it when the screen goes. */
  async close(): Promise<void> {
    await this.flush();
    this.#end();
  }

  #watch(): () => void {
    return $effect.root(() => {
      let first = true;
      $effect(() => {
        // Reads every field, so that any change at any depth is noticed.
        this.#text();
        if (first) first = false;
        else this.#changed();
      });
    });
  }

  #changed(): void {
    if (this.#closed || !this.unsaved) return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.flush(), QUIET_MS);
    this.#latest ??= setTimeout(() => void this.flush(), LATEST_MS);
  }

  async #put(): Promise<void> {
    if (this.#inFlight) {
      await this.#inFlight;
      return;
    }
    this.#inFlight = this.#putOnce();
    await this.#inFlight;
    this.#inFlight = undefined;
  }

  async #putOnce(): Promise<void> {
    const text = this.#text();
    this.status = { is: "saving" };
    try {
      const { at } = await this.#store.putDraft($state.snapshot(this.record));
      this.#saved = text;
      this.#wentWell(at);
    } catch (error) {
      this.#wentWrong(codeOf(error));
      if (!this.#closed) this.#latest ??= setTimeout(() => void this.flush(), AGAIN_MS);
    }
  }

  #wentWell(at: Moment): void {
    this.status = { is: "saved", at };
    this.savedAt = at;
    this.trouble = null;
    this.away = "no";
  }

  #wentWrong(code: ErrorCode): void {
    this.status = { is: "failed", code };
    this.trouble = code;
  }

  async #putQuietly(): Promise<void> {
    try {
      await this.#store.putDraft($state.snapshot(this.record));
    } catch {
      // The status already says that saving failed.
    }
  }

  #text(): string {
    return JSON.stringify(this.record);
  }

  #cancelTimers(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#quiet = undefined;
    this.#latest = undefined;
  }

  #end(): void {
    this.#cancelTimers();
    this.#closed = true;
    this.#stop();
    open.delete(this);
  }
}

/** Makes pending changes known to drafts at once; for tests and the lock. */
export function settle(): void {
  flushSync();
}
