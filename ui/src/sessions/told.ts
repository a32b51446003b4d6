/** What became of a planned session, and the one after it. */
import { ipc, type Record as Entry, type RecordId, type SessionStatus } from "../ipc";
import { clockOf, dayOf, momentAt, type Day } from "../lib/dates";
import { nextDay, nextNumber, planSession } from "./plan";

/** What was changed, so that it can be taken back. */
export interface Told {
  /** The session planned next, if one was planned now. */
  next: { number: number; day: Day } | null;
  undo: () => Promise<unknown>;
}

/** Keeps what became of a session, and plans the next one by the cadence if none is planned. */
export async function tell(id: RecordId, status: SessionStatus, today: Day): Promise<Told> {
  const { record } = await ipc.record(id);
  const before = structuredClone(record);
  if (record.body.kind !== "session") throw new Error("not a session");
  record.body.status = status;
  await ipc.saveRecord(record);
  const next = await planNext(record, today);
  return {
    next: next?.body.kind === "session" ? { number: next.body.number, day: dayOf(next.at) } : null,
    undo: async () => {
      await ipc.saveRecord(before);
      if (next) await ipc.trashRecord(next.id);
    },
  };
}

/** Moves a planned session. */
export async function move(id: RecordId, day: Day, clock: string): Promise<Told> {
  const { record } = await ipc.record(id);
  const before = structuredClone(record);
  await ipc.saveRecord({ ...record, at: momentAt(day, clock) });
  return {
    next: null,
    undo: async () => {
      await ipc.saveRecord(before);
    },
  };
}

async function planNext(session: Entry, today: Day): Promise<Entry | null> {
  const book = await ipc.course();
  const { course, next } = book;
  if (next || course?.body.kind !== "course" || course.body.ended_on !== null) return null;
  if (nextNumber(book) > course.body.planned_sessions) return null;
  const day = nextDay(dayOf(session.at), course.body.cadence_days, today);
  return planSession(book, { day, clock: clockOf(session.at) });
}
