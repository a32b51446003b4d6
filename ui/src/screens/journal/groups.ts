/** The lines of the journal under the sessions they fall between. Pure. */
import type { Row, SessionMark } from "../../ipc";
import { dayOf, monthYear } from "../../lib/dates";
import { words } from "../../lib/words.svelte";

/** Lines under one heading. */
export interface Group {
  title: string;
  rows: Row[];
}

/**
 * Groups lines, which come newest first, by the sessions that were held, also
 * newest first. Without any session they stand by month.
 */
export function grouped(rows: readonly Row[], held: readonly SessionMark[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const title = titleFor(row, held);
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
}

function titleFor({ at }: Row, held: readonly SessionMark[]): string {
  const first = held.at(-1);
  if (!first) return monthYear(dayOf(at));
  const moment = Date.parse(at);
  const index = held.findIndex((session) => Date.parse(session.at) <= moment);
  const before = held[index];
  if (!before) return words("journal-group-before", { number: first.number });
  const after = held[index - 1];
  if (!after) return words("journal-group-since", { number: before.number });
  return words("journal-group-between", { from: before.number, to: after.number });
}
