/**
 * What was opened on a writing page: its rooms, and the questions in them. Kept
 * for as long as the journal is open, so that Help or a check-in in between finds
 * the page as it was left.
 */
import { SvelteSet } from "svelte/reactivity";
import type { RecordId } from "../ipc";

const open = new SvelteSet<string>();

/** One thing on one record's page that can stand open. */
export class Opened {
  readonly #key: string;

  constructor(record: RecordId, what: string) {
    this.#key = `${record} ${what}`;
  }

  /** Whether it stands open. */
  get is(): boolean {
    return open.has(this.#key);
  }

  set is(now: boolean) {
    if (now) open.add(this.#key);
    else open.delete(this.#key);
  }
}
