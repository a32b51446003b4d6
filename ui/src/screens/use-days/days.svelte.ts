/** The calendar of use: what is known of each day, and what the person says of one. */
import {
  codeOf,
  ipc,
  type Day as KnownDay,
  type ErrorCode,
  type Record,
  type Used,
} from "../../ipc";
import { addDays, momentAt, today, type Day } from "../../lib/dates";
import { weeksAround } from "../../lib/month";

/** How many days the count looks at. */
export const LAST_DAYS = 30;

export interface Counts {
  none: number;
  used: number;
  unknown: number;
}

/** Days by what is known of them. A day that says nothing is unknown, never none. */
export function counted(days: readonly KnownDay[]): Counts {
  const of = (used: KnownDay["used"]) => days.filter((day) => day.used === used).length;
  return { none: of("none"), used: of("used"), unknown: of("unknown") };
}

export class UseCalendar {
  readonly today: Day = today();
  at = $state<Day>(this.today);
  known = $state.raw<Map<Day, KnownDay>>(new Map());
  marks = $state.raw<Map<Day, Record>>(new Map());
  last = $state.raw<KnownDay[]>([]);
  failed = $state.raw<ErrorCode | null>(null);
  loaded = $state(false);
  #asked = 0;

  get weeks(): Day[][] {
    return weeksAround(this.at);
  }

  async load(): Promise<void> {
    const mine = ++this.#asked;
    const days = this.weeks.flat();
    const [first = this.at, end = this.at] = [days[0], days.at(-1)];
    try {
      const [known, last, marks] = await Promise.all([
        ipc.useDays(first, end),
        ipc.useDays(addDays(this.today, 1 - LAST_DAYS), this.today),
        ipc.listRecords({
          kinds: ["use_day"],
          people: [],
          focus: null,
          from: first,
          to: end,
          limit: 1000,
        }),
      ]);
      if (mine !== this.#asked) return;
      this.known = new Map(known.map((day) => [day.day, day]));
      this.last = last;
      this.marks = new Map(marks.map((record) => [record.at.slice(0, 10), record]));
      this.failed = null;
      this.loaded = true;
    } catch (error) {
      if (mine === this.#asked) this.failed = codeOf(error);
    }
  }

  /** What the person marked for a day; null if they did not. */
  marked(day: Day): Used | null {
    const body = this.marks.get(day)?.body;
    return body?.kind === "use_day" ? body.used : null;
  }

  /** "none", "used", "not_said" or "unknown". */
  state(day: Day): "none" | "used" | "not_said" | "unknown" {
    if (this.marked(day) === "rather_not_say") return "not_said";
    return this.known.get(day)?.used ?? "unknown";
  }

  async mark(day: Day, used: Used | null): Promise<void> {
    this.failed = null;
    try {
      const record = this.marks.get(day) ?? (await ipc.newRecord("use_day"));
      if (record.body.kind !== "use_day") return;
      // Noon of that day, so that it stays that day wherever one travels.
      const at = this.marks.has(day) ? record.at : momentAt(day, "12:00");
      await ipc.saveRecord({ ...record, at, body: { ...record.body, used } });
      await this.load();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }
}
