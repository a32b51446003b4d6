/**
 * What the person wants from the session: the agenda and their own line, kept in
 * the planned session's record. Saves itself like any writing; closing keeps it.
 */
import { codeOf, ipc, type ErrorCode, type Record, type RecordId } from "../../ipc";
import { Draft } from "../../lib/draft.svelte";
import { planSession, suggested } from "../../sessions/plan";

export class Agenda {
  /** The session being written to; null until it is open, or while none is planned. */
  draft = $state.raw<Draft | null>(null);
  failed = $state<ErrorCode | null>(null);
  busy = $state(false);
  /** When the session to plan is. */
  day = $state("");
  clock = $state("");

  #before = "";

  /** Opens the planned session, or looks up when the next one would be. */
  async begin(session: Record | null): Promise<void> {
    this.draft = null;
    this.failed = null;
    try {
      if (session) await this.#open(session.id);
      else await this.#suggestDay();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Plans a session for `day` and `clock`, and opens it. */
  async plan(): Promise<void> {
    if (this.busy || !this.day || !this.clock) return;
    this.busy = true;
    this.failed = null;
    try {
      const record = await planSession(await ipc.course(), { day: this.day, clock: this.clock });
      await this.#open(record.id);
    } catch (error) {
      this.failed = codeOf(error);
    } finally {
      this.busy = false;
    }
  }

  /** Keeps what was written and closes; false if it could not be kept. */
  async finish(): Promise<boolean> {
    const { draft } = this;
    if (!draft) return true;
    const same = JSON.stringify(draft.record) === this.#before;
    if (!same && !(await draft.finish())) {
      this.failed = draft.status.is === "failed" ? draft.status.code : null;
      return false;
    }
    await draft.close();
    this.draft = null;
    return true;
  }

  /** Whether anything was changed since it was opened. */
  get changed(): boolean {
    return this.draft !== null && JSON.stringify(this.draft.record) !== this.#before;
  }

  async #open(id: RecordId): Promise<void> {
    const { record, draft } = await ipc.record(id);
    if (record.body.kind !== "session") return;
    this.#before = draft ? "" : JSON.stringify(record);
    this.draft = new Draft(record);
  }

  async #suggestDay(): Promise<void> {
    const { day, clock } = suggested(await ipc.course());
    this.day = day;
    this.clock = clock;
  }
}
