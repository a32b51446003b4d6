/** Days with what is known of them for the stand-in, told as journal/src/days.rs does. */
import type { Day, DayUse, Record as Entry, Used } from "./bindings";

const DAY = 86_400_000;

/** Every day from one to another, both included. */
export function daysBetween(records: readonly Entry[], first: string, last: string): Day[] {
  const count = (Date.parse(last) - Date.parse(first)) / DAY + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(first) + index * DAY).toISOString().slice(0, 10);
    return dayOf(
      records.filter(({ at }) => at.startsWith(day)),
      day,
    );
  });
}

function dayOf(records: readonly Entry[], day: string): Day {
  const those = records.flatMap(({ body }) => (body.kind === "check_in" ? [body] : []));
  const cravings = those.flatMap(({ craving }) => (craving === null ? [] : [craving]));
  const marks = records.flatMap(({ body }) =>
    body.kind === "use_day" && body.used !== null ? [body.used] : [],
  );
  const told = those.flatMap(({ used }) => used ?? []);
  if (records.some(({ body }) => body.kind === "use")) told.push("yes");
  return {
    day,
    check_ins: those.length,
    strongest: cravings.length > 0 ? Math.max(...cravings) : null,
    used: known(marks.length > 0 ? marks : told),
  };
}

function known(told: readonly Used[]): DayUse {
  if (told.includes("yes")) return "used";
  return told.includes("no") ? "none" : "unknown";
}
