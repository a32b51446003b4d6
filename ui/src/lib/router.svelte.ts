/**
 * Which screen is open. Plain state: no URL, so nothing a person wrote or
 * looked at can end up in an address, a history file or a window title.
 */
import type { KindName, RecordId } from "../ipc";

/** The kinds with a page of their own to write on; the page is the route of that name. */
export const WRITING = [
  "conflict",
  "grief",
  "note",
  "contact",
  "attempt",
  "memory",
  "event",
  "decision",
  "rehearsal",
  "experiment",
  "pattern",
  "past_relationship",
  "life_event",
  "dispute",
  "loss",
  "transition",
  "connection",
  "use",
  "course",
  "session",
  "safety_plan",
  "care",
] as const satisfies KindName[];
export type WritingKind = (typeof WRITING)[number];

/** Opens a piece of writing: one that is there, or a new one. */
export interface WritingRoute<Kind extends WritingKind> {
  name: Kind;
  /** The one to open; none for a new one. */
  id?: RecordId;
  /** Whom a new one is about. */
  person?: RecordId;
  /** The long-lived work a new one belongs to. */
  focus?: RecordId;
  /** The entry a new one grows from. */
  from?: RecordId;
  /** The question it is written from. */
  prompt?: string;
  /** The day a new one is about, if another than today. */
  day?: string;
}

export type Route =
  | { [Kind in WritingKind]: WritingRoute<Kind> }[WritingKind]
  | { name: "today" }
  | { name: "check-in"; id?: RecordId; craving?: number }
  | { name: "ride"; id?: RecordId; minutes?: number; craving?: number }
  | { name: "use-days" }
  | { name: "rhythm"; day?: string }
  | { name: "other-care" }
  | { name: "write" }
  | { name: "journal"; id?: RecordId; search?: boolean; find?: string; person?: RecordId }
  | { name: "people"; id?: RecordId }
  | { name: "person"; id?: RecordId; edit?: boolean }
  | { name: "focus" }
  | { name: "timeline"; day?: string }
  | { name: "patterns" }
  | { name: "scales"; scale?: string }
  | { name: "scale"; scale?: string; id?: RecordId }
  | { name: "sources" }
  | { name: "summary" }
  | { name: "help"; part?: HelpPage }
  | { name: "settings"; part?: SettingsPart }
  | { name: "restore"; place?: number }
  | { name: "proof" }
  | { name: "about" };
export type RouteName = Route["name"];
/** The route of one screen: `interface Props { route: RouteOf<"people"> }`. */
export type RouteOf<Name extends RouteName> = Extract<Route, { name: Name }>;
/** A page of Help: the card about ending one's life, or one to read. */
export type HelpPage = "thoughts" | "overdose" | "stopping" | "violence";
export type SettingsPart =
  | "privacy"
  | "recovery"
  | "backup"
  | "moving"
  | "reading"
  | "sessions"
  | "daily"
  | "trash"
  | "delete";

/** The sidebar, in order; Ctrl+1 is the first. */
export const SIDEBAR = [
  "today",
  "journal",
  "people",
  "focus",
  "timeline",
  "patterns",
  "summary",
] as const satisfies RouteName[];

const MOST_STEPS_BACK = 50;

class Router {
  /** The open screen. */
  route = $state.raw<Route>({ name: "today" });
  #back = $state.raw<Route[]>([]);

  /** Opens a screen. Opening the open one again changes nothing. */
  go(route: Route): void {
    if (JSON.stringify(route) === JSON.stringify(this.route)) return;
    this.#back = [...this.#back, this.route].slice(-MOST_STEPS_BACK);
    this.route = route;
  }

  /** Opens a screen in place of this one: a new record that just got its id. */
  replace(route: Route): void {
    this.route = route;
  }

  /** Whether there is a screen to go back to. */
  get canGoBack(): boolean {
    return this.#back.length > 0;
  }

  /** The screen that `back` would open, if there is one. */
  get before(): Route | null {
    return this.#back.at(-1) ?? null;
  }

  /** The screen before this one, or Today. */
  back(): void {
    this.route = this.#back.at(-1) ?? { name: "today" };
    this.#back = this.#back.slice(0, -1);
  }

  /** Forgets where one has been: after unlocking, and before a lock. */
  reset(): void {
    this.route = { name: "today" };
    this.#back = [];
  }
}

/** The one router of the window. */
export const router = new Router();
