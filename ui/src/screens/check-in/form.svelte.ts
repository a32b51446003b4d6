/**
 * One check-in being filled in. The number may be typed before the journal has
 * answered, and Enter waits for it: a craving does not wait.
 */
import {
  codeOf,
  ipc,
  type CheckIn,
  type ErrorCode,
  type Rating,
  type Record as Entry,
  type RecordId,
} from "../../ipc";
import { changes } from "../../lib/changes.svelte";
import { clockIn } from "../../lib/clock";
import { clockOf, dayOf, momentAt } from "../../lib/dates";
import { Draft } from "../../lib/draft.svelte";
import { toast } from "../../lib/toast.svelte";
import { words } from "../../lib/words.svelte";
import { NO_WORDS, type OwnWords } from "../../answers/answers";
import { recallWords } from "../../answers/recall";

export type UsedAnswer = "no" | "yes" | "skip";

export class CheckInForm {
  draft = $state.raw<Draft | null>(null);
  /** No number was chosen when saving was asked for. */
  numberMissing = $state(false);
  failed = $state.raw<ErrorCode | null>(null);
  /** "Skip this" was chosen; it keeps no answer. */
  skipped = $state(false);
  earlierDay = $state("");
  earlierClock = $state("");
  isEarlier = $state(false);
  ownWords = $state.raw<OwnWords>(NO_WORDS);

  #early = $state<Rating | null>(null);
  #busy = false;
  #before: Entry | null = null;
  #untouched = "";
  #opened = "";
  readonly #ready: Promise<void>;

  /** `id` is a check-in to go on with; `onid` hears the id that this one has. */
  constructor(id: RecordId | undefined, craving: Rating | undefined, onid: (id: RecordId) => void) {
    this.#early = craving ?? null;
    this.#ready = this.#begin(id, onid);
  }

  get craving(): Rating | null {
    return this.body ? this.body.craving : this.#early;
  }

  set craving(chosen: Rating | null) {
    this.numberMissing = false;
    if (this.body) this.body.craving = chosen;
    else this.#early = chosen;
  }

  get body(): CheckIn | null {
    return this.draft ? checkInOf(this.draft) : null;
  }

  get used(): UsedAnswer | undefined {
    const used = this.body?.used;
    if (used === "rather_not_say" || this.skipped) return "skip";
    return used ?? undefined;
  }

  set used(answer: UsedAnswer | undefined) {
    this.skipped = answer === "skip";
    if (this.body) this.body.used = answer === "no" || answer === "yes" ? answer : null;
  }

  /** The moment it was opened, for "earlier" and the heading. */
  get opened(): string {
    return this.#opened;
  }

  /** Whether the earlier time can be read and is not in the future. */
  get earlierFits(): boolean {
    const at = this.#earlier();
    return !this.isEarlier || (at !== null && Date.parse(at) <= Date.parse(this.#opened));
  }

  /** Now, or at the day and time that were chosen. */
  setEarlier(earlier: boolean): void {
    this.isEarlier = earlier;
    if (earlier && !this.earlierDay) {
      this.earlierDay = dayOf(this.#opened);
      this.earlierClock = clockOf(this.#opened);
    }
    this.applyEarlier();
  }

  /** Takes the chosen day and time over, if they fit. */
  applyEarlier(): void {
    if (!this.draft || !this.body) return;
    const at = this.isEarlier && this.earlierFits ? this.#earlier() : null;
    this.draft.record.at = at ?? this.#opened;
    this.body.entered = at ? this.#opened : null;
  }

  /** Keeps it. Gives false, with the reason in this form, if that did not work. */
  async save(): Promise<boolean> {
    if (this.#busy) return false;
    if (this.craving === null) {
      this.numberMissing = true;
      return false;
    }
    this.#busy = true;
    await this.#ready;
    const kept = this.earlierFits && (await this.#finish());
    this.#busy = false;
    if (kept) this.#tell();
    return kept;
  }

  /** Leaves it unsaved: what was entered waits as a draft, nothing entered leaves nothing. */
  async leave(): Promise<void> {
    if (!this.draft) return;
    if (JSON.stringify(this.draft.record) !== this.#untouched) {
      await this.draft.close();
      toast.show(words("check-in-waiting"));
    } else if (this.draft.status.is === "idle") await this.draft.close();
    else await this.draft.discard();
  }

  /** For when the screen goes: nothing that was entered is lost. */
  end(): void {
    if (this.draft) changes.during(this.draft.close());
  }

  /** Looks up the person's own words of earlier. Without them everything still works. */
  async recall(): Promise<void> {
    this.ownWords = await recallWords();
  }

  async #begin(id: RecordId | undefined, onid: (id: RecordId) => void): Promise<void> {
    try {
      const record = (id && (await this.#goOn(id))) || (await ipc.newRecord("check_in"));
      this.#opened =
        record.body.kind === "check_in" ? (record.body.entered ?? record.at) : record.at;
      this.#untouched = JSON.stringify(record);
      if (record.body.kind === "check_in" && record.body.entered) this.#showEarlier(record.at);
      const draft = new Draft(record);
      if (this.#early !== null && draft.record.body.kind === "check_in")
        draft.record.body.craving = this.#early;
      this.draft = draft;
      onid(record.id);
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** A check-in that was kept or is a draft; null for one that was opened and left empty. */
  async #goOn(id: RecordId): Promise<Entry | null> {
    try {
      const { record, draft, kept } = await ipc.record(id);
      if (kept && !draft) this.#before = structuredClone(record);
      return record;
    } catch (error) {
      if (codeOf(error) === "not_found") return null;
      throw error;
    }
  }

  #showEarlier(at: string): void {
    this.isEarlier = true;
    this.earlierDay = dayOf(at);
    this.earlierClock = clockOf(at);
  }

  #earlier(): string | null {
    const clock = clockIn(this.earlierClock);
    return clock && this.earlierDay ? momentAt(this.earlierDay, clock) : null;
  }

  async #finish(): Promise<boolean> {
    this.failed = null;
    if (!this.draft) return false;
    const kept = await this.draft.finish();
    if (!kept && this.draft.status.is === "failed") this.failed = this.draft.status.code;
    return kept;
  }

  #tell(): void {
    const id = this.draft?.record.id;
    const before = this.#before;
    const craving = this.craving ?? 0;
    if (!id) return;
    const said = before
      ? words("check-in-changed", { craving })
      : words("check-in-saved", { craving });
    toast.show(said, () => changes.during(before ? ipc.saveRecord(before) : ipc.trashRecord(id)));
  }
}

/** "No one to turn to" and a mood of 0 or 1: the card of domain reference D.1 comes. */
export function noOneToTurnTo({ triggers, mood }: CheckIn): boolean {
  return triggers.includes("alone") && mood !== null && mood <= 1;
}

/** The check-in in a draft of one. */
export function checkInOf(draft: Draft): CheckIn {
  const { body } = draft.record;
  if (body.kind !== "check_in") throw new Error("not a check-in");
  return body;
}
