/**
 * One urge being ridden out. What the clock says counts, not how often a timer ticked:
 * sleep, a small window or a busy computer bend nothing. It is a draft from its first
 * second, so it goes on after a lock.
 */
import {
  codeOf,
  ipc,
  type ErrorCode,
  type Moment,
  type Rating,
  type RecordId,
  type Ride,
  type RideEnd,
} from "../../ipc";
import { nowMoment } from "../../lib/dates";
import { Draft } from "../../lib/draft.svelte";

/** What "a little longer" adds. */
export const MORE_MINUTES = 5;
/** The longest a ride can be stretched to. */
const LONGEST_MINUTES = 60;
const SECOND = 1000;

export type Stage = "before" | "going" | "after";

export class RideForm {
  draft = $state.raw<Draft | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  minutes = $state<number>(15);
  /** The clock, looked at once a second while it goes on. */
  now = $state(Date.now());
  #tick: ReturnType<typeof setTimeout> | undefined;
  #gone = false;
  readonly #onid: (id: RecordId) => void;

  constructor(onid: (id: RecordId) => void, minutes = 15) {
    this.#onid = onid;
    this.minutes = minutes;
  }

  /** Opens the one with that id, or a new one. */
  async begin(id: RecordId | undefined, craving: Rating | undefined): Promise<void> {
    this.failed = null;
    try {
      const record = (id && (await there(id))) || (await ipc.newRecord("ride"));
      if (craving !== undefined && record.around.craving.before === null)
        record.around.craving.before = craving;
      this.draft = new Draft(record);
      this.#onid(record.id);
      if (this.stage === "going") this.#run();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  get ride(): Ride | null {
    const body = this.draft?.record.body;
    return body?.kind === "ride" ? body : null;
  }

  get stage(): Stage {
    if (!this.ride || this.ride.planned_minutes === 0) return "before";
    return this.ride.lasted_seconds === null ? "going" : "after";
  }

  get #started(): number {
    return Date.parse(this.draft?.record.at ?? "");
  }

  get ends(): number {
    return this.#started + (this.ride?.planned_minutes ?? 0) * 60 * SECOND;
  }

  get left(): number {
    return Math.max(0, Math.ceil((this.ends - this.now) / SECOND));
  }

  /** How far it is, 0 to 1. */
  get part(): number {
    const whole = this.ends - this.#started;
    return whole > 0 ? Math.min(1, Math.max(0, (this.now - this.#started) / whole)) : 0;
  }

  start(at: Moment = nowMoment()): void {
    if (!this.draft || !this.ride) return;
    this.draft.record.at = at;
    this.ride.planned_minutes = this.minutes;
    this.#run();
  }

  /** A little longer, on the way or once it is over. */
  more(): void {
    if (!this.ride || !this.canBeLonger) return;
    const gone = Math.max(0, Math.ceil((Date.now() - this.#started) / (60 * SECOND)));
    const from = this.ride.lasted_seconds === null ? this.ride.planned_minutes : gone;
    this.ride.planned_minutes = Math.min(LONGEST_MINUTES, from + MORE_MINUTES);
    this.ride.lasted_seconds = null;
    this.ride.ended = null;
    if (this.draft) this.draft.record.around.craving.after = null;
    this.#run();
  }

  get canBeLonger(): boolean {
    const gone = (Date.now() - this.#started) / (60 * SECOND);
    const planned = this.stage === "after" ? gone : (this.ride?.planned_minutes ?? 0);
    return planned + MORE_MINUTES <= LONGEST_MINUTES;
  }

  /** A rating on the way. The same minute again corrects it. */
  rate(rating: Rating | null): void {
    if (!this.ride) return;
    const minute = Math.floor((Date.now() - this.#started) / (60 * SECOND));
    const others = this.ride.during.filter((one) => one.minute !== minute);
    this.ride.during = rating === null ? others : [...others, { minute, rating }];
  }

  end(how: RideEnd): void {
    clearTimeout(this.#tick);
    if (!this.ride || this.ride.lasted_seconds !== null) return;
    const lasted = Math.min(Date.now(), this.ends) - this.#started;
    this.ride.lasted_seconds = Math.max(0, Math.round(lasted / SECOND));
    this.ride.ended = how;
    this.#tell(0);
  }

  /** Whether the urge is known to be weaker than before. */
  get eased(): boolean {
    const craving = this.draft?.record.around.craving;
    if (!craving) return false;
    if (craving.before !== null && craving.after !== null) return craving.after < craving.before;
    return craving.after === null && this.ride?.ended === "eased";
  }

  async keep(): Promise<boolean> {
    if (!this.draft) return false;
    this.failed = null;
    const kept = await this.draft.finish();
    if (!kept && this.draft.status.is === "failed") this.failed = this.draft.status.code;
    return kept;
  }

  /** The screen goes; what was begun goes on as a draft. One not begun leaves nothing. */
  async leave(): Promise<void> {
    this.#gone = true;
    clearTimeout(this.#tick);
    if (this.stage === "before" && this.draft) await this.draft.discard().catch(() => undefined);
    else await this.draft?.close();
  }

  #run(): void {
    this.now = Date.now();
    if (this.now >= this.ends) {
      this.end("time_over");
      return;
    }
    this.#tell(this.left);
    this.#next();
  }

  #next(): void {
    clearTimeout(this.#tick);
    if (this.#gone) return;
    // Just after the next full second, so that no second is skipped on the screen.
    const wait = SECOND - ((Date.now() - this.#started) % SECOND) + 5;
    this.#tick = setTimeout(() => this.look(), wait);
  }

  /** Looks at the clock. */
  look(): void {
    this.now = Date.now();
    if (this.now >= this.ends) this.end("time_over");
    else this.#next();
  }

  /** While it goes on someone is here, though nobody touches anything. */
  #tell(seconds: number): void {
    ipc.rideOn(seconds).catch(() => undefined);
  }
}

async function there(id: RecordId) {
  try {
    return (await ipc.record(id)).record;
  } catch (error) {
    if (codeOf(error) === "not_found") return null;
    throw error;
  }
}
