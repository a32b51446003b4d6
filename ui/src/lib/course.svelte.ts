/** The course and its sessions: set up at first run, kept up under Settings. */
import { codeOf, ipc, type ErrorCode, type Record, type SessionStatus } from "../ipc";
import { addDays, clockOf, dayOf, momentAt } from "./dates";
import { keepWith } from "./keep";

/** What the journal crate allows. */
export const MOST_SESSIONS = 40;

export type SessionRecord = Record & { body: Extract<Record["body"], { kind: "session" }> };
export type CourseRecord = Record & { body: Extract<Record["body"], { kind: "course" }> };

export class CourseBook {
  therapist = $state("");
  planned = $state(16);
  /** The next session, as it is typed. Empty day: not known yet. */
  day = $state("");
  clock = $state("");
  number = $state(1);

  sessions = $state.raw<SessionRecord[]>([]);
  busy = $state(false);
  problem = $state<ErrorCode | null>(null);

  #course: CourseRecord | null = null;
  #next: SessionRecord | null = null;

  /** Reads what is there. */
  async load(): Promise<void> {
    await this.#try(async () => {
      const book = await ipc.course();
      this.#course = isCourse(book.course) ? book.course : null;
      this.sessions = book.sessions.filter(isSession);
      this.#next = isSession(book.next) ? book.next : null;
      this.therapist = this.#course?.body.therapist ?? this.therapist;
      this.planned = this.#course?.body.planned_sessions ?? this.planned;
      this.day = this.#next ? dayOf(this.#next.at) : this.#guessDay();
      this.clock = clockOf(this.#next?.at ?? this.sessions.at(-1)?.at ?? "");
      this.number = this.#next?.body.number ?? (this.sessions.at(-1)?.body.number ?? 0) + 1;
    });
  }

  /** Whether anything was filled in: a skipped step keeps nothing. */
  get filled(): boolean {
    return this.therapist.trim() !== "" || this.day !== "";
  }

  /** Keeps the course and, if its day is known, the next session. */
  async save(): Promise<boolean> {
    return this.#try(async () => {
      const course = await this.#saveCourse();
      if (this.day !== "") await this.#saveNext(course.id);
    });
  }

  /** Keeps therapist and number of sessions only. */
  async saveCourse(): Promise<boolean> {
    return this.#try(async () => {
      await this.#saveCourse();
    });
  }

  /** Keeps what became of a session. */
  async tell(session: SessionRecord, status: SessionStatus): Promise<boolean> {
    const tell = (record: Record) =>
      isSession(record) ? { ...record, body: { ...record.body, status } } : record;
    const told = { ...session, body: { ...session.body, status } };
    return this.#try(async () => {
      await keepWith(session, tell);
      this.sessions = this.sessions.map((each) => (each.id === told.id ? told : each));
      await this.load();
    });
  }

  async #saveCourse(): Promise<CourseRecord> {
    const known = {
      therapist: this.therapist.trim(),
      planned_sessions: Math.min(MOST_SESSIONS, Math.max(1, Math.round(this.planned))),
    };
    const change = (record: Record) =>
      isCourse(record) ? { ...record, body: { ...record.body, ...known } } : record;
    const kept = await this.#keep(this.#course, "course", change);
    if (!isCourse(kept)) throw new Error("the shell gave another kind");
    this.#course = kept;
    return kept;
  }

  async #saveNext(course: string): Promise<void> {
    const at = momentAt(this.day, this.clock || "12:00");
    const known = { course, number: Math.max(1, Math.round(this.number)) };
    const change = (record: Record) =>
      isSession(record) ? { ...record, at, body: { ...record.body, ...known } } : record;
    const next = await this.#keep(this.#next, "session", change);
    if (!isSession(next)) throw new Error("the shell gave another kind");
    this.#next = next;
    this.sessions = [...this.sessions.filter(({ id }) => id !== next.id), next].sort((a, b) =>
      a.at.localeCompare(b.at),
    );
  }

  async #keep(
    kept: Record | null,
    kind: "course" | "session",
    change: (record: Record) => Record,
  ): Promise<Record> {
    if (kept) return keepWith(kept, change);
    const made = change(await ipc.newRecord(kind));
    await ipc.saveRecord(made);
    return made;
  }

  /** A week after the last one, if there was one. */
  #guessDay(): string {
    const last = this.sessions.at(-1);
    return last ? addDays(dayOf(last.at), this.#course?.body.cadence_days ?? 7) : "";
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

function isCourse(record: Record | null): record is CourseRecord {
  return record?.body.kind === "course";
}

function isSession(record: Record | null): record is SessionRecord {
  return record?.body.kind === "session";
}
