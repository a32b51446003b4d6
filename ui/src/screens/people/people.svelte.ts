/** Everybody with a card: who is chosen, where they stand, and keeping what changes. */
import {
  codeOf,
  ipc,
  type CircleKind,
  type EffectOnRecovery,
  type ErrorCode,
  type Person,
  type PersonCard,
  type Position,
  type RecordId,
  type Ring,
  type Row,
} from "../../ipc";
import { allLeft } from "../../entry/entry.svelte";
import { AGAIN_MS } from "../../lib/draft.svelte";
import { changes } from "../../lib/changes.svelte";
import { nowMoment } from "../../lib/dates";
import { byCloseness, ensureLoss, givenName, matches, personIn } from "../../lib/people";
import { toast } from "../../lib/toast.svelte";
import { words } from "../../lib/words.svelte";
import { TODAY, type Picture } from "../../circle/compare";
import { freeAngle, moved, STEP, standing, whole, type Place } from "../../circle/geometry";
import { spotIn, type Spot } from "./layers";
import { Pictures } from "./pictures.svelte";

/** After the last press of an arrow key the new place is kept. */
export const KEEP_AFTER_MS = 700;
/** From more people than this on there is a search field. */
export const SEARCH_FROM = 12;
/** How many lines of what was written a card shows. */
const RECENT = 3;

/** Someone, where they stand in the circle that is shown. */
export interface Someone extends Spot {
  id: RecordId;
  person: Person;
  conflict: boolean;
}
/** What waits to be kept besides cards. */
const BEFORE = "before";

export class People {
  failed = $state.raw<ErrorCode | null>(null);
  problem = $state.raw<ErrorCode | null>(null);
  loaded = $state(false);
  chosenId = $state<RecordId | null>(null);
  typed = $state("");
  /** Said to screen readers after a move by keyboard. */
  said = $state("");
  recent = $state.raw<Row[]>([]);
  /** Which circle is shown, and moved in. */
  layer = $state<CircleKind>("now");
  readonly pictures = new Pictures();
  #cards = $state<PersonCard[]>([]);
  #ended = false;
  #waiting = new Map<RecordId, ReturnType<typeof setTimeout>>();

  /**
   * Everybody, nearest first as they were when last looked up: somebody who is
   * being moved keeps their place in this order, or the focus would be lost.
   */
  readonly all: Someone[] = $derived(
    this.#cards.flatMap(({ record, conflict }) => {
      const { id } = record;
      const person = personIn(record);
      if (!person) return [];
      return [{ id, person, conflict, ...spotIn(this.layer, id, person, this.pictures.before) }];
    }),
  );
  /** Those who fit what was typed into the search field. */
  readonly found: Someone[] = $derived(
    this.typed.trim() === ""
      ? this.all
      : this.all.filter(({ person }) => matches(person, this.typed)),
  );
  /** The circle as it is today, to be compared with. */
  readonly today: Picture = $derived({
    key: TODAY,
    at: nowMoment(),
    shows: "now",
    places: standing(
      this.all.map(({ id, person }) => ({ id, ring: person.circle, angle: person.angle })),
    ),
    note: "",
  });
  readonly chosen: Someone | null = $derived(
    this.all.find(({ id }) => id === this.chosenId) ?? null,
  );

  constructor(chosen?: RecordId) {
    this.chosenId = chosen ?? null;
  }

  async load(): Promise<void> {
    await Promise.all([changes.settled(), allLeft()]);
    try {
      const near = (card: PersonCard) => personIn(card.record);
      const [cards] = await Promise.all([ipc.people(), this.pictures.load()]);
      this.#cards = cards.sort((a, b) => {
        const [one, other] = [near(a), near(b)];
        return one && other ? byCloseness(one, other) : 0;
      });
      this.failed = null;
      this.loaded = true;
      if (!this.chosen) this.chosenId = this.all[0]?.id ?? null;
      await this.#lookUp();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Shows someone's card beside the circles. */
  choose(id: RecordId): void {
    if (this.chosenId === id) return;
    this.chosenId = id;
    void this.#lookUp();
  }

  /** Adds somebody by name alone. Gives false if that could not be kept. */
  async add(name: string): Promise<boolean> {
    return this.#try(async () => {
      const record = await ipc.newRecord("person");
      if (record.body.kind === "person") record.body.name = name.trim();
      await ipc.saveRecord(record);
      this.chosenId = record.id;
      await this.load();
    });
  }

  /** Puts someone down somewhere in the circle that is shown, and keeps it. */
  place(id: RecordId, { ring, angle }: Place): void {
    const someone = this.#someone(id);
    if (!someone) return;
    const there = someone.ring === ring && someone.angle === angle && !someone.asNow;
    if (!there) this.#put(id, { ring, angle: whole(angle) });
  }

  /** One ring nearer or further, by keyboard. */
  step(id: RecordId, by: -1 | 1): void {
    const someone = this.#someone(id);
    if (!someone) return;
    const ring = moved(someone.ring, by);
    this.place(id, { ring, angle: someone.angle ?? this.#free(ring) });
    this.#say(id);
  }

  /** A little around the circle, by keyboard. */
  turn(id: RecordId, by: -1 | 1): void {
    const someone = this.#someone(id);
    if (!someone) return;
    const ring = someone.ring ?? "out_of_touch";
    this.place(id, { ring, angle: whole((someone.angle ?? this.#free(ring)) + by * STEP) });
    this.#say(id);
  }

  /** Into a ring, or out of the circle, by keyboard. */
  send(id: RecordId, ring: Ring | null): void {
    this.setRing(id, ring);
    this.#say(id);
  }

  /** The ring, from the panel or the list; the angle stays or is found. */
  setRing(id: RecordId, ring: Ring | null): void {
    const someone = this.#someone(id);
    const there = someone?.asNow ? ring === null : someone?.ring === ring;
    if (someone && !there)
      this.#put(id, ring && { ring, angle: someone.angle ?? this.#free(ring) });
  }

  /** Keeps a picture of the circle that is shown. */
  async keepPicture(): Promise<void> {
    const places = standing(this.all);
    const positions: Position[] = [...places].map(([person, place]) => ({ person, ...place }));
    await this.#try(async () => {
      await this.#keepWaiting();
      await this.pictures.keep(this.layer, positions);
    });
  }

  /** Writes a line about a picture. */
  async describePicture(id: RecordId, note: string): Promise<boolean> {
    return this.#try(() => this.pictures.describe(id, note));
  }

  /** Puts a picture into the trash; a toast brings it back. */
  async trashPicture(id: RecordId): Promise<void> {
    await this.#try(async () => {
      await this.pictures.trash(id);
      toast.show(words("people-picture-trashed"), () => changes.during(this.pictures.untrash(id)));
    });
  }

  /** Begins the circle of before with everybody where they are now. */
  beforeFromNow(): void {
    for (const [id, place] of this.today.places) this.pictures.placeBefore(id, place);
    this.#keepSoon(BEFORE);
  }

  setEffect(id: RecordId, effect: EffectOnRecovery): void {
    const person = this.#person(id);
    if (!person || person.effect_on_recovery === effect) return;
    person.effect_on_recovery = effect;
    this.#keepSoon(id);
  }

  /** Marks someone as having died, and keeps a loss for them. */
  async markDied(id: RecordId): Promise<void> {
    const person = this.#person(id);
    if (!person) return;
    const before = person.standing;
    const name = givenName(person.name);
    person.standing = "died";
    await this.#try(async () => {
      await this.#keep(id);
      const loss = await ensureLoss(id);
      toast.show(words("people-died-told", { name }), () =>
        changes.during(this.#alive(id, before, loss)),
      );
      await this.#lookUp();
    });
  }

  /** Puts a card into the trash; what was written about them stays. */
  async trash(id: RecordId): Promise<void> {
    const name = givenName(this.#person(id)?.name ?? "");
    await this.#try(async () => {
      await this.#keep(id);
      await ipc.trashRecord(id);
      if (this.chosenId === id) this.chosenId = null;
      toast.show(words("people-trashed", { name }), () => changes.during(ipc.untrashRecord(id)));
      await this.load();
    });
  }

  /** Keeps at once what still waits; call it when the screen goes. */
  end(): void {
    this.#ended = true;
    changes.during(this.#keepWaiting());
  }

  async #alive(id: RecordId, standing: Person["standing"], loss: RecordId | null): Promise<void> {
    const { record } = await ipc.record(id);
    if (record.body.kind === "person") record.body.standing = standing;
    await ipc.saveRecord(record);
    if (loss) await ipc.trashRecord(loss);
  }

  #someone(id: RecordId): Someone | null {
    return this.all.find((one) => one.id === id) ?? null;
  }

  #put(id: RecordId, place: Place | null): void {
    const person = this.#person(id);
    if (!person) return;
    if (this.layer === "before") {
      this.pictures.placeBefore(id, place);
      this.#keepSoon(BEFORE);
      return;
    }
    if (this.layer === "wanted") person.circle_wanted = place?.ring ?? null;
    else person.circle = place?.ring ?? null;
    if (place) person.angle = place.angle;
    this.#keepSoon(id);
  }

  #say(id: RecordId): void {
    const someone = this.#someone(id);
    if (!someone) return;
    this.said = words("people-moved", {
      name: givenName(someone.person.name),
      ring: words(`people-ring-${someone.ring ?? "none"}`),
    });
  }

  #person(id: RecordId): Person | null {
    const card = this.#cards.find(({ record }) => record.id === id);
    return card ? personIn(card.record) : null;
  }

  #free(ring: Ring): number {
    return freeAngle(this.all.flatMap((one) => (one.ring === ring ? (one.angle ?? []) : [])));
  }

  #keepSoon(id: RecordId, after = KEEP_AFTER_MS): void {
    clearTimeout(this.#waiting.get(id));
    this.#waiting.set(
      id,
      setTimeout(() => void this.#keepOrAgain(id), after),
    );
  }

  async #keepWaiting(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map((id) => this.#keep(id)));
  }

  async #keepOrAgain(id: RecordId): Promise<void> {
    const kept = await this.#try(() => this.#keep(id));
    if (!kept && !this.#ended) this.#keepSoon(id, AGAIN_MS);
  }

  async #keep(id: RecordId): Promise<void> {
    const waited = this.#waiting.get(id);
    clearTimeout(waited);
    this.#waiting.delete(id);
    if (id === BEFORE) {
      await this.pictures.keepBefore();
      return;
    }
    const card = this.#cards.find(({ record }) => record.id === id);
    if (card) await ipc.saveRecord($state.snapshot(card.record));
  }

  async #lookUp(): Promise<void> {
    const chosen = this.chosen;
    this.recent = [];
    if (!chosen) return;
    const kinds =
      chosen.person.standing === "died" ? (["grief"] as const) : (["conflict"] as const);
    try {
      const rows = await ipc.aboutPerson(chosen.id, [...kinds]);
      // Someone else may have been chosen while this was looked up.
      if (this.chosenId === chosen.id) this.recent = rows.slice(0, RECENT);
    } catch (error) {
      this.problem = codeOf(error);
    }
  }

  async #try(how: () => Promise<void>): Promise<boolean> {
    this.problem = null;
    try {
      await how();
      return true;
    } catch (error) {
      this.problem = codeOf(error);
      return false;
    }
  }
}
