/**
 * Where the keyboard stands on a writing page. A check-in or Help in between
 * builds the page anew; whoever comes back goes on writing in the same word.
 */
import { tick } from "svelte";
import type { Route } from "../lib/router.svelte";

/** A writing field by its place: within a turn of a conversation, or outside of them. */
interface Spot {
  /** The turn, or -1 outside of the conversation. */
  turn: number;
  field: number;
  from: number;
  to: number;
}

// By visit: only coming back to this very page finds its place.
const spots = new WeakMap<Route, Spot>();

/** Remembers the field that the keyboard is in. */
export function noteSpot(article: HTMLElement, route: Route): void {
  const area = document.activeElement;
  if (!(area instanceof HTMLTextAreaElement) || !article.contains(area)) return;
  const turn = turns(article).findIndex((one) => one.contains(area));
  spots.set(route, {
    turn,
    field: fields(article, turn).indexOf(area),
    from: area.selectionStart,
    to: area.selectionEnd,
  });
}

/** Puts the keyboard back. False when nothing was remembered of this visit, or it is gone. */
export async function backToSpot(article: HTMLElement, route: Route): Promise<boolean> {
  const spot = spots.get(route);
  if (!spot) return false;
  if (spot.turn >= 0) {
    // A turn shows all of its fields only while it is written in.
    fields(article, spot.turn)[0]?.focus();
    await tick();
  }
  const area = fields(article, spot.turn)[spot.field];
  if (!area) return false;
  area.focus();
  area.setSelectionRange(spot.from, spot.to);
  return true;
}

function turns(article: HTMLElement): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>("li.turn")];
}

function fields(article: HTMLElement, turn: number): HTMLTextAreaElement[] {
  const within = turn < 0 ? article : turns(article)[turn];
  const areas = [...(within?.querySelectorAll("textarea") ?? [])];
  return turn < 0 ? areas.filter((area) => !area.closest("li.turn")) : areas;
}
