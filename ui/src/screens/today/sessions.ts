/** What became of a planned session, and the one after it. */
import { ipc, type Record as Entry, type RecordId, type SessionStatus } from "../../ipc";
import { addDays, clockOf, dayOf, momentAt, type Day } from "../../lib/dates";

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

/** The first day of the cadence that is not past. */
export function nextDay(from: Day, cadence: number, today: Day): Day {
  let day = addDays(from, cadence);
  while (day < today) day = addDays(day, cadence);
  return day;
}

async function planNext(session: Entry, today: Day): Promise<Entry | null> {
  const { course, sessions, next } = await ipc.course();
  if (next || course?.body.kind !== "course" || session.body.kind !== "session") return null;
  const numbers = sessions.flatMap(({ body }) => (body.kind === "session" ? [body.number] : []));
  const number = Math.max(session.body.number, ...numbers) + 1;
  if (number > course.body.planned_sessions) return null;
  const record = await ipc.newRecord("session");
  if (record.body.kind !== "session") return null;
  record.body.course = course.id;
  record.body.number = number;
  // The wall clock stays, also across a change of summer time.
  record.at = momentAt(
    nextDay(dayOf(session.at), course.body.cadence_days, today),
    clockOf(session.at),
  );
  await ipc.saveRecord(record);
  return record;
}
