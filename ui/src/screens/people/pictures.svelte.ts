/**
 * Dated pictures of the circle. One of now or of what is wished for is kept by a
 * button; the one of before is drawn by hand, and each day it is drawn on has its own.
 */
import {
  ipc,
  type Circle,
  type CircleKind,
  type Position,
  type Record as Entry,
  type RecordId,
  type RecordQuery,
} from "../../ipc";
import { changes } from "../../lib/changes.svelte";
import { dayOf, nowMoment } from "../../lib/dates";
import { toast } from "../../lib/toast.svelte";
import { words } from "../../lib/words.svelte";
import { pictureIn, type Picture } from "../../circle/compare";
import type { Place } from "../../circle/geometry";
import { withPosition } from "./layers";

const EVERY: RecordQuery = {
  kinds: ["circle"],
  people: [],
  focus: null,
  from: null,
  to: null,
  limit: 1000,
};

export class Pictures {
  /** All that were kept, newest first. */
  kept = $state.raw<Picture[]>([]);
  /** How it was before, as it is drawn now. */
  before = $state.raw<Circle | null>(null);
  /** The record of `before`, once there is one of today. */
  #beforeId: RecordId | null = null;
  #changed = false;
  #going: Promise<void> = Promise.resolve();

  async load(): Promise<void> {
    const records = await ipc.listRecords(EVERY);
    this.kept = records.flatMap((record) => pictureIn(record) ?? []);
    if (this.#changed) return;
    const newest = records.find(({ body }) => body.kind === "circle" && body.shows === "before");
    this.before = newest?.body.kind === "circle" ? newest.body : null;
    const drawnToday = newest !== undefined && dayOf(newest.at) === dayOf(nowMoment());
    this.#beforeId = drawnToday ? newest.id : null;
  }

  /** Puts someone somewhere in the circle of before, or takes them out. Kept by `keepBefore`. */
  placeBefore(person: RecordId, place: Place | null): void {
    const circle = this.before ?? { shows: "before", positions: [], note: "" };
    this.before = withPosition(circle, person, place);
    this.#changed = true;
  }

  /** Keeps the circle of before, one stroke after the other. */
  keepBefore(): Promise<void> {
    this.#going = this.#going.catch(() => undefined).then(() => this.#keepBefore());
    return this.#going;
  }

  /** Keeps a picture of what is shown. It can be taken back from the toast. */
  async keep(shows: CircleKind, positions: Position[]): Promise<void> {
    const record = await ipc.newRecord("circle");
    if (record.body.kind === "circle") record.body = { ...record.body, shows, positions };
    await ipc.saveRecord(record);
    await this.load();
    toast.show(words("people-picture-kept", { count: positions.length }), () =>
      changes.during(this.trash(record.id)),
    );
  }

  /** Writes a line about a picture. */
  async describe(id: RecordId, note: string): Promise<void> {
    const { record } = await ipc.record(id);
    if (record.body.kind === "circle") record.body.note = note.trim();
    await ipc.saveRecord(record);
    await this.load();
  }

  async trash(id: RecordId): Promise<void> {
    await ipc.trashRecord(id);
    if (this.#beforeId === id) this.#beforeId = null;
    await this.load();
  }

  async untrash(id: RecordId): Promise<void> {
    await ipc.untrashRecord(id);
    await this.load();
  }

  async #keepBefore(): Promise<void> {
    const circle = this.before;
    if (!circle || !this.#changed) return;
    const record: Entry = this.#beforeId
      ? (await ipc.record(this.#beforeId)).record
      : await ipc.newRecord("circle");
    record.body = { ...circle, kind: "circle" };
    await ipc.saveRecord(record);
    this.#beforeId = record.id;
    // What was moved meanwhile waits for the next stroke.
    if (this.before === circle) this.#changed = false;
  }
}
