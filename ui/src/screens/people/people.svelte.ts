/** Everybody with a card: who is chosen, where they stand, and keeping what changes. */
import {
  codeOf,
  ipc,
  type EffectOnRecovery,
  type ErrorCode,
  type Person,
  type PersonCard,
  type RecordId,
  type Ring,
  type Row,
} from "../../ipc";
import { allLeft } from "../../entry/entry.svelte";
import { AGAIN_MS } from "../../lib/draft.svelte";
import { changes } from "../../lib/changes.svelte";
import { byCloseness, ensureLoss, givenName, matches, personIn } from "../../lib/people";
import { toast } from "../../lib/toast.svelte";
import { words } from "../../lib/words.svelte";
import { STEP, freeAngle, moved, whole, type Place } from "./geometry";

/** After the last press of an arrow key the new place is kept. */
export const KEEP_AFTER_MS = 700;
/** From more people than this on there is a search field. */
export const SEARCH_FROM = 12;
/** How many lines of what was written a card shows. */
const RECENT = 3;

export interface Someone {
  id: RecordId;
  person: Person;
  conflict: boolean;
}

export class People {
  failed = $state.raw<ErrorCode | null>(null);
  problem = $state.raw<ErrorCode | null>(null);
  loaded = $state(false);
  chosenId = $state<RecordId | null>(null);
  typed = $state("");
  /** Said to screen readers after a move by keyboard. */
  said = $state("");
  recent = $state.raw<Row[]>([]);
  #cards = $state<PersonCard[]>([]);
  #ended = false;
  #waiting = new Map<RecordId, ReturnType<typeof setTimeout>>();

  /**
   * Everybody, nearest first as they were when last looked up: somebody who is
   * being moved keeps their place in this order, or the focus would be lost.
   */
  readonly all: Someone[] = $derived(
    this.#cards.flatMap(({ record, conflict }) => {
      const person = personIn(record);
      return person ? [{ id: record.id, person, conflict }] : [];
    }),
  );
  /** Those who fit what was typed into the search field. */
  readonly found: Someone[] = $derived(
    this.typed.trim() === ""
      ? this.all
      : this.all.filter(({ person }) => matches(person, this.typed)),
  );
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
      this.#cards = (await ipc.people()).sort((a, b) => {
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

  /** Puts someone down somewhere and keeps it. */
  place(id: RecordId, { ring, angle }: Place): void {
    const person = this.#person(id);
    if (!person || (person.circle === ring && person.angle === angle)) return;
    person.circle = ring;
    person.angle = whole(angle);
    this.#keepSoon(id);
  }

  /** One ring nearer or further, by keyboard. */
  step(id: RecordId, by: -1 | 1): void {
    const person = this.#person(id);
    if (!person) return;
    const ring = moved(person.circle, by);
    this.place(id, { ring, angle: person.angle ?? this.#free(ring) });
    this.said = words("people-moved", {
      name: givenName(person.name),
      ring: words(`people-ring-${ring}`),
    });
  }

  /** A little around the circle, by keyboard. */
  turn(id: RecordId, by: -1 | 1): void {
    const person = this.#person(id);
    if (!person) return;
    const ring = person.circle ?? "out_of_touch";
    this.place(id, { ring, angle: whole((person.angle ?? this.#free(ring)) + by * STEP) });
    this.said = words("people-moved", {
      name: givenName(person.name),
      ring: words(`people-ring-${ring}`),
    });
  }

  /** The ring, from the panel or the list; the angle stays or is found. */
  setRing(id: RecordId, ring: Ring | null): void {
    const person = this.#person(id);
    if (!person || person.circle === ring) return;
    person.circle = ring;
    this.#keepSoon(id);
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
    for (const id of [...this.#waiting.keys()]) changes.during(this.#keep(id));
  }

  async #alive(id: RecordId, standing: Person["standing"], loss: RecordId | null): Promise<void> {
    const { record } = await ipc.record(id);
    if (record.body.kind === "person") record.body.standing = standing;
    await ipc.saveRecord(record);
    if (loss) await ipc.trashRecord(loss);
  }

  #person(id: RecordId): Person | null {
    const card = this.#cards.find(({ record }) => record.id === id);
    return card ? personIn(card.record) : null;
  }

  #free(ring: Ring): number {
    return freeAngle(
      this.all.flatMap(({ person }) => (person.circle === ring ? (person.angle ?? []) : [])),
    );
  }

  #keepSoon(id: RecordId, after = KEEP_AFTER_MS): void {
    clearTimeout(this.#waiting.get(id));
    this.#waiting.set(
      id,
      setTimeout(() => void this.#keepOrAgain(id), after),
    );
  }

  async #keepOrAgain(id: RecordId): Promise<void> {
    const kept = await this.#try(() => this.#keep(id));
    if (!kept && !this.#ended) this.#keepSoon(id, AGAIN_MS);
  }

  async #keep(id: RecordId): Promise<void> {
    const waited = this.#waiting.get(id);
    clearTimeout(waited);
    this.#waiting.delete(id);
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
