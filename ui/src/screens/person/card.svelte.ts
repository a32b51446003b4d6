/** Someone's card while it is written: a draft until it is left, then a record if it has a name. */
import { codeOf, ipc, type Person, type Record as Entry, type RecordId } from "../../ipc";
import { app } from "../../lib/app.svelte";
import { Draft } from "../../lib/draft.svelte";
import { ensureLoss } from "../../lib/people";
import { peopleView } from "../../lib/people-view.svelte";

/** Opens a card, or begins one; `onid` hears the id of one that was begun. */
export async function openCard(
  id: RecordId | undefined,
  onid: (id: RecordId) => void,
): Promise<Card> {
  if (id !== undefined) {
    try {
      const { record, draft } = await ipc.record(id);
      return new Card(record, draft);
    } catch (error) {
      // What this visit began and left empty was never saved.
      if (codeOf(error) !== "not_found") throw error;
    }
  }
  const record = await ipc.newRecord("person");
  onid(record.id);
  return new Card(record, false);
}

export class Card {
  readonly draft: Draft;
  readonly #untouched: string;
  readonly #diedBefore: boolean;
  #left: Promise<boolean> | undefined;
  #ended = false;

  /** `wasDraft`: there is something in it that was never left. */
  constructor(record: Entry, wasDraft: boolean) {
    this.#untouched = wasDraft ? "" : JSON.stringify(record);
    this.#diedBefore =
      record.body.kind === "person" && record.body.standing === "died" && !wasDraft;
    this.draft = new Draft(record);
  }

  get person(): Person {
    const { body } = this.draft.record;
    if (body.kind !== "person") throw new Error("not a card");
    return body;
  }

  /** Leaves the card. Gives false if it could not be kept; the draft says why. */
  async leave(): Promise<boolean> {
    if (this.#ended) return true;
    this.#left ??= this.#leave();
    this.#ended = await this.#left;
    this.#left = undefined;
    return this.#ended;
  }

  async #leave(): Promise<boolean> {
    // While a page is taken down, state still reads as it was before; a moment later it is true.
    await Promise.resolve();
    if (app.locking) {
      await this.draft.close();
      return true;
    }
    this.#tidy();
    const { record } = this.draft;
    if (JSON.stringify(record) === this.#untouched) {
      if (this.draft.status.is === "idle") await this.draft.close();
      else await this.draft.discard();
      return true;
    }
    if (this.person.name.trim() === "") {
      await this.draft.close();
      return true;
    }
    if (!(await this.draft.finish())) return false;
    if (this.person.standing === "died" && !this.#diedBefore) await ensureLoss(record.id);
    peopleView.chosen = record.id;
    await this.draft.close();
    return true;
  }

  /** Rows that were added and never filled in are not kept. */
  #tidy(): void {
    const { person } = this;
    for (const list of ["i_expect", "they_expect"] as const)
      if (person[list].some(({ text }) => text.trim() === ""))
        person[list] = person[list].filter(({ text }) => text.trim() !== "");
  }
}
