/** The timeline's state: which part of the time, which day, and what the journal says of it. */
import { codeOf, ipc, type ErrorCode, type Timeline, type Zoom } from "../../ipc";
import { allLeft } from "../../entry/entry.svelte";
import { changes } from "../../lib/changes.svelte";
import { addDays, type Day } from "../../lib/dates";
import { placeOf, stepsOf, type Step } from "./steps";

/** How it was last looked at, so that opening an entry and coming back finds the same day. */
interface Look {
  zoom: Zoom;
  /** Four weeks around this day. */
  around: Day | null;
  day: Day | null;
  table: boolean;
}
const FIRST: Look = { zoom: "course", around: null, day: null, table: false };
let last: Look = FIRST;

/** Forgets how it was looked at. */
export function forgetLook(): void {
  last = FIRST;
}

/** A long life is read ahead after this, so that asking for it need not wait. */
const AHEAD_MS = 600;

export class TimelineView {
  /** What is shown; none before the first answer. */
  chart = $state.raw<Timeline | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  table = $state(last.table);
  /** The chosen day, week or month, by its place among the steps. */
  place = $state(0);
  readonly steps: Step[] = $derived(this.chart ? stepsOf(this.chart) : []);

  #wanted: Pick<Look, "zoom" | "around"> = last;
  #asked = 0;
  #ahead: ReturnType<typeof setTimeout> | undefined;

  constructor(day?: Day) {
    if (day === undefined) return;
    last = { ...last, day };
  }

  /** The chosen step; none while nothing is known. */
  get step(): Step | null {
    return this.steps[this.place] ?? null;
  }

  /** Asks the journal, and chooses the day that was chosen before. */
  async load(): Promise<void> {
    await Promise.all([changes.settled(), allLeft()]);
    const { zoom, around } = this.#wanted;
    this.#asked += 1;
    const asked = this.#asked;
    try {
      let chart = await ipc.timeline({ zoom, day: around });
      const { day } = last;
      if (day && (day < chart.window.from || day > chart.window.to) && chart.today >= day) {
        this.#wanted = { zoom: "four_weeks", around: day };
        chart = await ipc.timeline({ zoom: "four_weeks", day });
      }
      // Someone chose otherwise in the meantime.
      if (asked !== this.#asked) return;
      this.failed = null;
      this.chart = chart;
      this.place = placeOf(this.steps, day ?? lastKnown(chart));
      this.#remember();
      this.#readAhead(chart);
    } catch (error) {
      if (asked === this.#asked) this.failed = codeOf(error);
    }
  }

  /** Shows another part of the time; the chosen day stays chosen if it is in it. */
  async zoomTo(zoom: Zoom, around: Day | null = null): Promise<void> {
    this.#wanted = { zoom, around };
    const { step, chart } = this;
    // Of a week or month its middle is looked at closer; a day out of sight is let go.
    last = { ...last, day: around ?? (chart?.window.unit === "day" ? (step?.from ?? null) : null) };
    if (around === null && last.day && chart && zoom !== "life") last = { ...last, day: null };
    await this.load();
  }

  /** Goes some steps on or back, as far as there are any. */
  move(by: number): void {
    this.choose(this.place + by);
  }

  /** Chooses a step. */
  choose(place: number): void {
    this.place = Math.min(this.steps.length - 1, Math.max(0, place));
    this.#remember();
  }

  /** Chooses the step that holds a day. */
  chooseDay(day: Day): void {
    this.choose(placeOf(this.steps, day));
  }

  /** Shows the chart as a table, or the table as a chart. */
  turn(): void {
    this.table = !this.table;
    this.#remember();
  }

  /** No answer is waited for any more. */
  close(): void {
    clearTimeout(this.#ahead);
    this.#asked += 1;
  }

  #remember(): void {
    const { chart, step, table } = this;
    if (!chart) return;
    const day = chart.window.unit === "day" ? (step?.from ?? null) : null;
    last = { ...this.#wanted, day, table };
  }

  #readAhead({ window, zooms }: Timeline): void {
    clearTimeout(this.#ahead);
    if (window.unit !== "day" || !zooms.includes("life")) return;
    // What it answers is not kept here: the journal then has it ready.
    this.#ahead = setTimeout(() => {
      void ipc.timeline({ zoom: "life", day: null }).catch(() => undefined);
    }, AHEAD_MS);
  }
}

/** Today, or the last day of the window. */
function lastKnown({ window, today }: Timeline): Day {
  return today < window.to ? today : window.to;
}

/** The middle of a week or month, to look closer at. */
export function middleOf({ from, to }: Step): Day {
  const days = Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000 / 2);
  return addDays(from, days);
}
