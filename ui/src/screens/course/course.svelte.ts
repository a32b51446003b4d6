/** A course with its sessions: planning the next, ending it, and beginning another. */
import type { OpenEntry } from "../../entry/entry.svelte";
import { bodyOf } from "../../entry/people";
import {
  codeOf,
  ipc,
  type CourseBook,
  type ErrorCode,
  type Phase,
  type Record as Entry,
} from "../../ipc";
import { changes } from "../../lib/changes.svelte";
import { dayWithYear, today } from "../../lib/dates";
import { keepWith } from "../../lib/keep";
import { router } from "../../lib/router.svelte";
import { words } from "../../lib/words.svelte";
import { isOf, planSession, suggested, type When } from "../../sessions/plan";

const MOST = 1000;

export class CourseView {
  readonly entry: OpenEntry;
  /** Its sessions, earliest first. */
  sessions = $state.raw<Entry[]>([]);
  /** The next planned one. */
  next = $state.raw<Entry | null>(null);
  /** The phase its present session usually falls into. */
  usual = $state.raw<Phase | null>(null);
  /** The other courses, newest first. */
  others = $state.raw<Entry[]>([]);
  /** When the next session would be, to be changed before it is planned. */
  when = $state<When>({ day: "", clock: "" });
  loaded = $state(false);
  failed = $state.raw<ErrorCode | null>(null);
  problem = $state.raw<ErrorCode | null>(null);
  busy = $state(false);

  constructor(entry: OpenEntry) {
    this.entry = entry;
  }

  /** How far it has come. */
  get line(): string {
    const body = bodyOf(this.entry.record, "course");
    const held = this.sessions.filter(
      (one) => one.body.kind === "session" && one.body.status === "held",
    ).length;
    const line = words("course-line", { held, planned: body.planned_sessions });
    if (body.ended_on === null) return line;
    return words("course-line-ended", { line, day: dayWithYear(body.ended_on) });
  }

  /** Reads its sessions and the other courses. */
  async load(): Promise<void> {
    await changes.settled();
    try {
      const book = await ipc.course();
      await this.#take(book);
      this.failed = null;
      this.loaded = true;
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Plans the next session. */
  async plan(): Promise<void> {
    if (this.when.day === "" || this.when.clock === "") return;
    await this.#try(async () => {
      // Before the first session there may be no course yet that one could belong to.
      await planSession(await ipc.course(), this.when);
      await this.load();
    });
  }

  /** Ends it today. Sessions that are still planned are called off. */
  async finish(): Promise<boolean> {
    return this.#try(async () => {
      for (const session of this.planned) await keepWith(session, calledOff);
      bodyOf(this.entry.record, "course").ended_on = today();
      await this.load();
    });
  }

  /** Takes it up again. */
  resume(): void {
    bodyOf(this.entry.record, "course").ended_on = null;
  }

  /** Keeps this course as it is and begins another with the same therapist and rhythm. */
  async startNext(): Promise<void> {
    await this.#try(async () => {
      const { record } = this.entry;
      for (const session of this.sessions.filter((one) => isOf(one, null)))
        await keepWith(session, (one) =>
          one.body.kind === "session" ? { ...one, body: { ...one.body, course: record.id } } : one,
        );
      if (!(await this.entry.leave())) return;
      const { therapist, planned_sessions, cadence_days } = bodyOf(record, "course");
      const next = await ipc.newRecord("course");
      next.body = { ...bodyOf(next, "course"), therapist, planned_sessions, cadence_days };
      await ipc.saveRecord(next);
      router.replace({ name: "course", id: next.id });
    });
  }

  /** The sessions that are still planned. */
  get planned(): Entry[] {
    return this.sessions.filter(({ body }) => body.kind === "session" && body.status === "planned");
  }

  async #take(book: CourseBook): Promise<void> {
    const { id } = this.entry.record;
    const newest = book.course === null || book.course.id === id;
    this.sessions = newest ? book.sessions : await sessionsOf(id);
    this.next = newest ? book.next : null;
    this.usual = newest ? book.usual_phase : null;
    const courses = [...(book.course ? [book.course] : []), ...book.earlier];
    this.others = courses.filter((course) => course.id !== id);
    this.when = suggested(book);
  }

  async #try(how: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      await how();
      return true;
    } catch (error) {
      this.problem = codeOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

async function sessionsOf(course: string): Promise<Entry[]> {
  const found = await ipc.listRecords({
    kinds: ["session"],
    people: [],
    focus: course,
    from: null,
    to: null,
    limit: MOST,
  });
  return found.reverse();
}

function calledOff(record: Entry): Entry {
  return record.body.kind === "session"
    ? { ...record, body: { ...record.body, status: "cancelled" } }
    : record;
}
