/** The daily rhythm: whether it is kept, the times aimed for, one day, and the week that ends with it. */
import { Saving } from "../../care/saving.svelte";
import {
  codeOf,
  ipc,
  type Anchor,
  type ErrorCode,
  type KindName,
  type Record,
  type RhythmDay,
  type RhythmWeek,
} from "../../ipc";
import { addDays, momentAt, today, type Day } from "../../lib/dates";

/** The five, in the order of a day. */
export const ANCHORS = [
  "out_of_bed",
  "first_contact",
  "started_day",
  "dinner",
  "to_bed",
] as const satisfies Anchor[];

/** Days that are looked at together. */
export const WEEK = 7;

async function kept(kind: KindName, from: Day | null, to: Day | null): Promise<Record[]> {
  return ipc.listRecords({ kinds: [kind], people: [], focus: null, from, to, limit: 100 });
}

export class RhythmView {
  readonly today: Day = today();
  readonly saving = new Saving();
  /** The day that is told. */
  day = $state<Day>(this.today);
  /** The one record of whether it is kept and what is aimed for. */
  rhythm = $state<Record | null>(null);
  /** What is told of the day. */
  record = $state<Record | null>(null);
  week = $state.raw<RhythmWeek | null>(null);
  days = $state.raw<Map<Day, RhythmDay>>(new Map());
  failed = $state.raw<ErrorCode | null>(null);

  constructor(day?: Day) {
    if (day && day <= this.today) this.day = day;
  }

  get on(): boolean {
    return this.rhythm?.body.kind === "rhythm" && this.rhythm.body.on;
  }

  /** The last seven days up to the one that is told. */
  get last(): Day[] {
    return Array.from({ length: WEEK }, (_, index) => addDays(this.day, index - WEEK + 1));
  }

  async load(): Promise<void> {
    try {
      this.rhythm = (await kept("rhythm", null, null))[0] ?? (await ipc.newRecord("rhythm"));
      await this.look();
      this.failed = null;
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Reads the week that ends with the day. */
  async look(): Promise<void> {
    const { day } = this;
    const [week, records] = await Promise.all([
      ipc.rhythmWeek(day),
      kept("rhythm_day", addDays(day, 1 - WEEK), day),
    ]);
    const record = records.find(({ at }) => at.slice(0, 10) === day);
    const mine = record ?? (await ipc.newRecord("rhythm_day"));
    if (day !== this.day) return;
    // Noon of that day, so that it stays that day wherever one travels.
    if (!record) mine.at = momentAt(day, "12:00");
    if (this.record?.id !== mine.id) this.record = mine;
    this.week = week;
    this.days = new Map(
      [...records]
        .reverse()
        .flatMap(({ at, body }) => (body.kind === "rhythm_day" ? [[at.slice(0, 10), body]] : [])),
    );
  }

  async go(day: Day): Promise<void> {
    if (day > this.today) return;
    this.day = day;
    try {
      await this.look();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Keeps what stands in the fields of the day. */
  async keep(): Promise<void> {
    if (this.record) await this.#save(this.record);
  }

  /** Keeps the times aimed for, or that it is kept at all. */
  async aim(): Promise<void> {
    if (this.rhythm) await this.#save(this.rhythm);
  }

  async turn(on: boolean): Promise<void> {
    if (this.rhythm?.body.kind !== "rhythm") return;
    this.rhythm.body.on = on;
    await this.aim();
  }

  async #save(record: Record): Promise<void> {
    if (await this.saving.save($state.snapshot(record))) await this.go(this.day);
  }
}
