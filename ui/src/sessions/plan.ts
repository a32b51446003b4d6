/** Planning a session: its number follows the ones of the course, its day the rhythm. */
import { ipc, type CourseBook, type Record as Entry, type RecordId } from "../ipc";
import { addDays, clockOf, dayOf, momentAt, today, type Day } from "../lib/dates";

/** The time of a first session, when nothing is known of an earlier one. */
const USUAL_CLOCK = "14:00";
const USUAL_DAYS = 7;

/** When a session is, as it is typed. */
export interface When {
  day: Day;
  clock: string;
}

/** When the next session would be, by the rhythm of the course. */
export function suggested({ course, sessions, last }: CourseBook, now: Day = today()): When {
  const days = course?.body.kind === "course" ? course.body.cadence_days : USUAL_DAYS;
  const before = last ?? sessions.at(-1) ?? null;
  if (!before) return { day: addDays(now, days), clock: USUAL_CLOCK };
  return { day: nextDay(dayOf(before.at), days, now), clock: clockOf(before.at) };
}

/** The first day of the rhythm that is not past. */
export function nextDay(from: Day, cadence: number, now: Day): Day {
  let day = addDays(from, cadence);
  while (day < now) day = addDays(day, cadence);
  return day;
}

/** The number of the session after those of the course. */
export function nextNumber({ sessions }: CourseBook): number {
  return Math.max(0, ...sessions.map(numberOf)) + 1;
}

/** Plans a session and keeps it. */
export async function planSession(book: CourseBook, { day, clock }: When): Promise<Entry> {
  const record = await ipc.newRecord("session");
  beginSession(record, book);
  // The wall clock stays, also across a change of summer time.
  record.at = momentAt(day, clock);
  await ipc.saveRecord(record);
  return record;
}

/** What a session that is begun on its own page starts with. */
export function beginSession(record: Entry, book: CourseBook): void {
  if (record.body.kind !== "session") return;
  const { day, clock } = suggested(book);
  record.body.course = book.course?.id ?? null;
  record.body.number = nextNumber(book);
  record.at = momentAt(day, clock);
}

/** Whether a session belongs to a course; one of no course belongs to the newest. */
export function isOf({ body }: Entry, course: RecordId | null): boolean {
  return body.kind === "session" && (body.course === null || body.course === course);
}

/** The number of a session. */
export function numberOf({ body }: Entry): number {
  return body.kind === "session" ? body.number : 0;
}
