/**
 * The numbers of the week for one piece of work: one record for each week that was
 * rated. A week runs from Monday to Sunday by the writer's own calendar.
 */
import { codeOf, ipc, type ErrorCode, type Record, type RecordId, type Weekly } from "../ipc";
import { addDays, dayOf, daysBetween, today, type Day } from "../lib/dates";
import { startOfWeek } from "../lib/month";

/** What is rated each week (domain reference A.6). */
export type WeeklyKey = Exclude<keyof Weekly, "focus">;
type WeeklyRecord = Record & { body: Extract<Record["body"], { kind: "weekly" }> };

/** A week and its numbers. */
export interface Week {
  /** Its Monday. */
  from: Day;
  body: Weekly;
}

/** Weeks that are looked at: two years. */
const MOST = 104;

/** The weekly numbers of one piece of work. */
export class WeeklyNumbers {
  /** The weeks that were rated, oldest first. */
  weeks = $state.raw<Week[]>([]);
  /** This week's numbers; null where nothing was answered. */
  now = $state<Weekly | null>(null);
  loaded = $state(false);
  problem = $state<ErrorCode | null>(null);

  readonly #focus: RecordId;
  #record: WeeklyRecord | null = null;
  #saving: Promise<void> = Promise.resolve();

  constructor(focus: RecordId) {
    this.#focus = focus;
  }

  /** Reads what was rated before. */
  async load(): Promise<void> {
    await this.#try(async () => {
      const records = await ipc.listRecords({
        kinds: ["weekly"],
        people: [],
        focus: this.#focus,
        from: null,
        to: null,
        limit: MOST,
      });
      const weekly = records.filter(isWeekly);
      const week = monday(today());
      this.#record = weekly.find(({ at }) => monday(dayOf(at)) === week) ?? null;
      this.now = this.#record?.body ?? null;
      this.weeks = byWeek(weekly);
      this.loaded = true;
    });
  }

  /** Keeps one number of this week; null takes it back. */
  async rate(key: WeeklyKey, number: number | null): Promise<void> {
    // One after the other, so that two quick answers land in one record.
    this.#saving = this.#saving.then(() => this.#rate(key, number));
    await this.#saving;
  }

  /** The weeks that have a number for this, oldest first. */
  of(key: WeeklyKey): { from: Day; number: number }[] {
    return this.weeks.flatMap(({ from, body }) => {
      const number = body[key];
      return number === null ? [] : [{ from, number }];
    });
  }

  async #rate(key: WeeklyKey, number: number | null): Promise<void> {
    await this.#try(async () => {
      const record = this.#record ?? (await this.#fresh());
      const changed: WeeklyRecord = { ...record, body: { ...record.body, [key]: number } };
      await ipc.saveRecord(changed);
      this.#record = changed;
      this.now = changed.body;
      const from = monday(dayOf(changed.at));
      const others = this.weeks.filter((week) => week.from !== from);
      this.weeks = [...others, { from, body: changed.body }];
    });
  }

  async #fresh(): Promise<WeeklyRecord> {
    const record = await ipc.newRecord("weekly");
    if (!isWeekly(record)) throw new Error("the shell gave another kind");
    record.body.focus = this.#focus;
    return record;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await work();
    } catch (error) {
      this.problem = codeOf(error);
    }
  }
}

/** The Monday of a day's week, wherever the writer lives, so that weeks never shift. */
export function monday(day: Day): Day {
  return startOfWeek(day, 1);
}

/** A column of the strip: a week, with its number if it was rated. */
export interface Column {
  from: Day;
  number: number | null;
}

/** The last weeks up to this one, the ones without a number as gaps. */
export function strip(rated: readonly { from: Day; number: number }[], now: Day): Column[] {
  const last = monday(now);
  const first = rated[0]?.from ?? last;
  const count = Math.min(STRIP, Math.round(daysBetween(first, last) / 7) + 1);
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(last, (index - count + 1) * 7);
    return { from, number: rated.find((one) => one.from === from)?.number ?? null };
  });
}

/** Weeks of the strip: a course of sixteen sessions. */
const STRIP = 16;

/** Oldest first; of two records in one week, the newer one counts. */
function byWeek(newestFirst: readonly WeeklyRecord[]): Week[] {
  const weeks = new Map<Day, Week>();
  for (const { at, body } of newestFirst) {
    const from = monday(dayOf(at));
    if (!weeks.has(from)) weeks.set(from, { from, body });
  }
  return [...weeks.values()].reverse();
}

function isWeekly(record: Record): record is WeeklyRecord {
  return record.body.kind === "weekly";
}
