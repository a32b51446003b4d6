/** Today's state: what the journal says, the quick check-in, and what became of sessions. */
import {
  codeOf,
  ipc,
  type ErrorCode,
  type PersonCard,
  type Rating,
  type Record as Entry,
  type RecordQuery,
  type Row,
  type SessionMark,
  type Today,
} from "../../ipc";
import { allLeft } from "../../entry/entry.svelte";
import { changes } from "../../lib/changes.svelte";
import { dayMedium, dayOf } from "../../lib/dates";
import { personIn, safeToRaise } from "../../lib/people";
import { toast } from "../../lib/toast.svelte";
import { words } from "../../lib/words.svelte";
import { ownPrompts, type Known, type Own } from "../../lib/prompts";
import { move, tell, type Told } from "../../sessions/told";

const OWN_PROMPTS: RecordQuery = {
  kinds: ["prompt"],
  people: [],
  focus: null,
  from: null,
  to: null,
  limit: 200,
};

export class TodayView {
  today = $state.raw<Today | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  /** A change that could not be kept. */
  problem = $state.raw<ErrorCode | null>(null);
  busy = $state(false);
  #people = $state.raw<PersonCard[]>([]);
  #own = $state.raw<Own[]>([]);

  /** What decides which questions may be asked. Until it is known, the careful answer holds. */
  get known(): Known {
    const conflict = this.today?.conflict_with ?? null;
    const card = this.#people.find(({ record }) => record.id === conflict?.id);
    const person = card ? personIn(card.record) : null;
    const loss = this.#people.some(
      ({ record, loss }) => loss !== null || personIn(record)?.standing === "died",
    );
    return {
      conflict: conflict && { safe: person !== null && safeToRaise(person) },
      loss,
      own: this.#own,
    };
  }

  async load(): Promise<void> {
    await Promise.all([changes.settled(), allLeft()]);
    try {
      const [today, people, own] = await Promise.all([
        ipc.today(),
        ipc.people(),
        ipc.listRecords(OWN_PROMPTS),
      ]);
      this.#people = people;
      this.#own = ownPrompts(own);
      this.today = today;
      this.failed = null;
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Held or missed. */
  async tell(session: SessionMark, status: "held" | "missed"): Promise<void> {
    const { number } = session;
    const said =
      status === "held"
        ? words("today-told-held", { number })
        : words("today-told-missed", { number });
    await this.#change(said, () => tell(session.id, status, this.#day));
  }

  /** Moved to another day. */
  async move(session: SessionMark, day: string, clock: string): Promise<void> {
    const said = words("today-told-moved", { number: session.number, day: dayMedium(day) });
    await this.#change(said, () => move(session.id, day, clock));
  }

  /** Lets a draft go; Undo brings it back. */
  async drop(draft: Row): Promise<void> {
    await this.#change(words("write-dropped"), async () => {
      const { record } = await ipc.record(draft.id);
      await ipc.dropDraft(draft.id);
      return { next: null, undo: () => ipc.putDraft(record) };
    });
  }

  get #day(): string {
    return dayOf(this.today?.now ?? "");
  }

  async #change(said: string, how: () => Promise<Told>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      const { next, undo } = await how();
      const and =
        next && words("today-told-next", { number: next.number, day: dayMedium(next.day) });
      toast.show(and ? `${said} ${and}` : said, () => changes.during(undo()));
      await this.load();
    } catch (error) {
      this.problem = codeOf(error);
    }
    this.busy = false;
  }
}

/** The quick check-in: one number, kept at once; another number corrects it. */
export class QuickCheckIn {
  /** What the scale shows. */
  chosen = $state<Rating | null>(null);
  saved = $state.raw<{ id: string; craving: Rating } | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  undone = $state(false);
  readonly #onchange: () => void;
  #record: Entry | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(onchange: () => void) {
    this.#onchange = onchange;
  }

  /** Keeps the number. Quick corrections wait in line and stay one check-in. */
  keep(craving: Rating): Promise<void> {
    this.undone = false;
    this.chosen = craving;
    this.#work = this.#work.then(() => this.#keep(craving));
    return this.#work;
  }

  /** Takes it back. */
  undo(): Promise<void> {
    this.#work = this.#work.then(() => this.#undo());
    return this.#work;
  }

  async #keep(craving: Rating): Promise<void> {
    try {
      const record = this.#record ?? (await ipc.newRecord("check_in"));
      if (record.body.kind !== "check_in") return;
      record.body.craving = craving;
      await ipc.saveRecord(record);
      this.#record = record;
      this.saved = { id: record.id, craving };
      this.failed = null;
      this.#onchange();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  async #undo(): Promise<void> {
    if (!this.#record) return;
    try {
      await ipc.trashRecord(this.#record.id);
      this.#record = null;
      this.saved = null;
      this.chosen = null;
      this.undone = true;
      this.#onchange();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }
}
