/**
 * What was begun on a screen that was opened without an id, so that going away
 * (Help now, a check-in) and coming back finds it again. The route itself stays
 * as it is: a new route would build the screen anew under the person's hands.
 */
import type { RecordId } from "../ipc";
import { WRITING, type Route } from "./router.svelte";

const begun = new WeakMap<Route, RecordId>();

/** Remembers what was begun on this very visit. */
export function begin(route: Route, id: RecordId): void {
  begun.set(route, id);
}

/** What was begun on this very visit. */
export function begunOn(route: Route): RecordId | undefined {
  return begun.get(route);
}

/** The screen on which a record of that kind is written; none for kinds without one. */
export function writingRoute(kind: string, id: RecordId): Route | null {
  if (kind === "check_in") return { name: "check-in", id };
  if (kind === "ride") return { name: "ride", id };
  if (kind === "answers") return { name: "scale", id };
  if (kind === "person") return { name: "person", id };
  const name = WRITING.find((one) => one === kind);
  return name ? { name, id } : null;
}
