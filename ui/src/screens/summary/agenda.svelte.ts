/**
 * What the person wants from the session: the agenda and their own line, kept in
 * the planned session's record. Saves itself like any writing; closing keeps it.
 */
import { codeOf, ipc, type ErrorCode, type Record, type RecordId } from "../../ipc";
import { addDays, clockOf, dayOf, momentAt, today } from "../../lib/dates";
import { Draft } from "../../lib/draft.svelte";

/** The time of a first session, when nothing is known of an earlier one. */
const USUAL_CLOCK = "14:00";
const USUAL_DAYS = 7;

export class Agenda {
  /** The session being written to; null until it is open, or while none is planned. */
  draft = $state.raw<Draft | null>(null);
  /** The lines as they stand in the dialog, with a key each so that they can move. */
  lines = $state<{ key: number; text: string }[]>([]);
  failed = $state<ErrorCode | null>(null);
  busy = $state(false);
  /** When the session to plan is. */
  day = $state("");
  clock = $state("");

  #before = "";
  #next = 0;

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
      const { course, sessions } = await ipc.course();
      const numbers = sessions.map(({ body }) => (body.kind === "session" ? body.number : 0));
      const record = await ipc.newRecord("session");
      if (record.body.kind !== "session") return;
      record.at = momentAt(this.day, this.clock);
      record.body = {
        ...record.body,
        course: course?.id ?? null,
        number: Math.max(0, ...numbers) + 1,
      };
      await ipc.saveRecord(record);
      await this.#open(record.id);
    } catch (error) {
      this.failed = codeOf(error);
    } finally {
      this.busy = false;
    }
  }

  add(after = this.lines.length - 1): number {
    const line = { key: this.#next++, text: "" };
    this.lines.splice(after + 1, 0, line);
    return line.key;
  }

  remove(at: number): void {
    this.lines.splice(at, 1);
    this.keep();
  }

  /** Moves a line up (-1) or down (1). */
  move(at: number, by: -1 | 1): void {
    const to = at + by;
    if (to < 0 || to >= this.lines.length) return;
    const [line] = this.lines.splice(at, 1);
    if (line) this.lines.splice(to, 0, line);
    this.keep();
  }

  /** Puts the lines into the record, where they save themselves. */
  keep(): void {
    const body = this.draft?.record.body;
    if (body?.kind === "session")
      body.agenda = this.lines.map(({ text }) => text.trim()).filter(Boolean);
  }

  /** Keeps what was written and closes; false if it could not be kept. */
  async finish(): Promise<boolean> {
    const { draft } = this;
    if (!draft) return true;
    this.keep();
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
    this.lines = record.body.agenda.map((text) => ({ key: this.#next++, text }));
    if (this.lines.length === 0) this.add();
    this.draft = new Draft(record);
  }

  async #suggestDay(): Promise<void> {
    const { course, last } = await ipc.course();
    const days = course?.body.kind === "course" ? course.body.cadence_days : USUAL_DAYS;
    const next = last ? addDays(dayOf(last.at), days) : addDays(today(), days);
    this.day = next < today() ? today() : next;
    this.clock = last ? clockOf(last.at) : USUAL_CLOCK;
  }
}
