import type { Question } from "../../ipc";
import { numeral } from "../../lib/dates";

/** The number of a question as its scale has it ("7A"), else its place. */
export function numberOf(item: Question, place: number): string {
  return /^\d+[a-z]?$/.test(item.id) ? item.id.toUpperCase() : numeral(place + 1);
}

/** Moving between the questions by keyboard. Each row carries `data-row`, its place. */
export function focusRow(within: HTMLElement | undefined, place: number): void {
  const row = within?.querySelector<HTMLElement>(`[data-row="${place}"]`);
  const inputs = [...(row?.querySelectorAll<HTMLInputElement>("input") ?? [])];
  const input = inputs.find((one) => one.checked) ?? inputs[0];
  input?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** The place of the row that an event came from. */
export function rowOf(event: Event): number | null {
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest<HTMLElement>("[data-row]")?.dataset.row;
  return row === undefined ? null : Number(row);
}
