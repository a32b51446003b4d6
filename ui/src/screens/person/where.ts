/** On which step of a card one was, for as long as the way back to it is known. */
import type { Route } from "../../lib/router.svelte";
import type { StepName } from "./steps";

const open = new WeakMap<Route, StepName>();

/** The step that was open on this visit; the first on a new one. */
export function stepOf(route: Route): StepName {
  return open.get(route) ?? "who";
}

/** Remembers the step that is open. */
export function stepOn(route: Route, step: StepName): void {
  open.set(route, step);
}
