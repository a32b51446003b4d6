/** Contact by week for the stand-in, counted as journal/src/contacts.rs does. */
import type { ContactWeek, OutOf, Record as Entry } from "./bindings";

const DAY = 86_400_000;

/** The weeks up to that of `now`, earliest first. */
export function contactWeeks(all: readonly Entry[], now: string, weeks: number): ContactWeek[] {
  const last = mondayOf(now);
  return Array.from({ length: weeks }, (_, index) => {
    const monday = dayAfter(last, -7 * (weeks - 1 - index));
    return week(
      all.filter(({ at }) => mondayOf(at) === monday),
      all,
      monday,
    );
  });
}

function week(inIt: readonly Entry[], all: readonly Entry[], monday: string): ContactWeek {
  const contacts = inIt.flatMap(({ around, body }) =>
    body.kind === "contact" ? [{ people: around.people, ...body }] : [],
  );
  return {
    monday,
    contacts: contacts.length,
    people: new Set(contacts.flatMap(({ people }) => people)).size,
    someone_new: contacts.filter((one) => one.someone_new).length,
    by_me: outOf(contacts.map((one) => one.started_by && one.started_by === "me")),
    supportive: outOf(contacts.map(({ people }) => supportive(people, all))),
    sober: outOf(contacts.map(({ setting }) => setting && setting === "sober")),
    attempts: inIt.filter(({ body }) => body.kind === "attempt").length,
  };
}

function supportive(people: readonly string[], all: readonly Entry[]): boolean | null {
  const effects = all.flatMap(({ id, body }) =>
    people.includes(id) && body.kind === "person" && body.effect_on_recovery
      ? [body.effect_on_recovery]
      : [],
  );
  const known = effects.filter((effect) => effect !== "not_sure");
  return known.length === 0 ? null : known.includes("helps");
}

function outOf(answers: readonly (boolean | null)[]): OutOf {
  const known = answers.filter((answer) => answer !== null);
  return { count: known.filter(Boolean).length, known: known.length };
}

function mondayOf(at: string): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  return dayAfter(at.slice(0, 10), -((day.getUTCDay() + 6) % 7));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
