/** What the stand-in says of the course. */
import type { CourseBook, CourseNow, Moment, Phase, Record as Entry, SessionMark } from ".";

/** The newest course with its sessions. */
export function courseBook(all: readonly Entry[], now: Moment): CourseBook {
  const newestFirst = (a: Entry, b: Entry) => b.at.localeCompare(a.at);
  const [course = null, ...earlier] = all
    .filter(({ body }) => body.kind === "course")
    .sort(newestFirst);
  const sessions = all
    .filter(
      ({ body }) => body.kind === "session" && (body.course === null || body.course === course?.id),
    )
    .sort((a, b) => a.at.localeCompare(b.at));
  const known = courseNow(all, now);
  const next = sessions.find(({ id }) => id === known?.next?.id) ?? null;
  const last = sessions.find(({ id }) => id === known?.last?.id) ?? null;
  return { course, earlier, sessions, next, last, usual_phase: usual(next ?? last, course) };
}

/** Enough of the rule for a course of sixteen. */
function usual(session: Entry | null, course: Entry | null): Phase | null {
  if (session?.body.kind !== "session" || course?.body.kind !== "course") return null;
  const { number } = session.body;
  if (number <= 3) return "initial";
  return number > course.body.planned_sessions - 3 ? "ending" : "middle";
}

/** The sessions, earliest first. */
export function marks(records: readonly Entry[]): SessionMark[] {
  return records
    .flatMap(({ id, at, body }) =>
      body.kind === "session" ? [{ id, at, number: body.number, status: body.status }] : [],
    )
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** What Today says of the course. */
export function courseNow(records: readonly Entry[], now: string): CourseNow | null {
  const course = records.find((record) => record.body.kind === "course")?.body;
  if (course?.kind !== "course") return null;
  const sessions = marks(records);
  const today = now.slice(0, 10);
  const next = sessions.find(({ at, status }) => status === "planned" && at.slice(0, 10) >= today);
  return {
    therapist: course.therapist,
    planned: course.planned_sessions,
    main_area: course.main_area,
    second_area: course.second_area,
    phase: course.phase,
    last: sessions.findLast(({ status }) => status === "held") ?? null,
    next: next ?? null,
    agenda: agendaOf(records.find(({ id }) => id === next?.id)),
    days_until: next ? (Date.parse(next.at.slice(0, 10)) - Date.parse(today)) / 86_400_000 : null,
    unanswered: sessions.filter(
      ({ at, status }) => status === "planned" && at.slice(0, 10) < today,
    ),
  };
}

function agendaOf(session: Entry | undefined): number {
  return session?.body.kind === "session" ? session.body.agenda.length : 0;
}
