/** Medicine and other care: what goes on, and what was said of each day. */
import { Saving } from "../../care/saving.svelte";
import { codeOf, ipc, type Care, type ErrorCode, type Record, type Taken } from "../../ipc";
import { addDays, momentAt, today, type Day } from "../../lib/dates";

/** Days that are looked at together. */
export const WEEK = 7;

/** One care that goes on, or is over. */
export interface Line {
  id: string;
  body: Care;
}

/** What comes next when a day is pressed: unknown, yes, no, rather not say, and unknown again. */
export function nextOf(taken: Taken | null): Taken | null {
  const order: (Taken | null)[] = [null, "yes", "no", "rather_not_say"];
  return order[(order.indexOf(taken) + 1) % order.length] ?? null;
}

export class CareView {
  readonly today: Day = today();
  readonly saving = new Saving();
  /** The last of the seven days. */
  last = $state<Day>(this.today);
  lines = $state.raw<Line[]>([]);
  /** What was said, by care and day. */
  said = $state.raw<Map<string, Record>>(new Map());
  failed = $state.raw<ErrorCode | null>(null);
  loaded = $state(false);

  get days(): Day[] {
    return Array.from({ length: WEEK }, (_, index) => addDays(this.last, index - WEEK + 1));
  }

  get going(): Line[] {
    return this.lines.filter(({ body }) => !body.over);
  }

  get over(): Line[] {
    return this.lines.filter(({ body }) => body.over);
  }

  async load(): Promise<void> {
    const { last } = this;
    const listed = (kind: "care" | "care_day", from: Day | null, to: Day | null) =>
      ipc.listRecords({ kinds: [kind], people: [], focus: null, from, to, limit: 1000 });
    try {
      const [cares, said] = await Promise.all([
        listed("care", null, null),
        listed("care_day", addDays(last, 1 - WEEK), last),
      ]);
      if (last !== this.last) return;
      this.lines = cares
        .flatMap(({ id, body }) => (body.kind === "care" ? [{ id, body }] : []))
        .reverse();
      // The newest is first; it is what holds if a day was told twice.
      this.said = new Map(
        [...said]
          .reverse()
          .flatMap((record) =>
            record.body.kind === "care_day" && record.body.care
              ? [[key(record.body.care, record.at.slice(0, 10)), record] as const]
              : [],
          ),
      );
      this.failed = null;
      this.loaded = true;
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** What was said of a day; null is unknown. */
  taken(care: string, day: Day): Taken | null {
    const body = this.said.get(key(care, day))?.body;
    return body?.kind === "care_day" ? body.taken : null;
  }

  async tell(care: string, day: Day, taken: Taken | null): Promise<void> {
    try {
      const record = this.said.get(key(care, day)) ?? (await ipc.newRecord("care_day"));
      // Noon of that day, so that it stays that day wherever one travels.
      const at = this.said.has(key(care, day)) ? record.at : momentAt(day, "12:00");
      const changed: Record = { ...record, at, body: { kind: "care_day", care, taken } };
      // Seen at once; the journal's own word follows.
      this.said = new Map(this.said).set(key(care, day), changed);
      await this.saving.save(changed);
    } catch (error) {
      this.saving.problem = codeOf(error);
    }
    await this.load();
  }

  async go(last: Day): Promise<void> {
    this.last = last > this.today ? this.today : last;
    await this.load();
  }
}

function key(care: string, day: Day): string {
  return `${care} ${day}`;
}
