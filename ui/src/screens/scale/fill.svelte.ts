/** One scale being filled: what is answered, what is asked next, and when the card is shown. */
import {
  codeOf,
  ipc,
  type Answers,
  type ErrorCode,
  type OnShelf,
  type Question,
  type Scale,
  type Scored,
} from "../../ipc";
import { nowMoment } from "../../lib/dates";
import { Draft } from "../../lib/draft.svelte";
import { begin, begunOn } from "../../lib/places";
import { router, type RouteOf } from "../../lib/router.svelte";

export class Filling {
  scale = $state.raw<Scale | null>(null);
  draft = $state.raw<Draft | null>(null);
  failed = $state<ErrorCode | null>(null);
  /** Questions that are not asked after these answers. */
  passedOver = $state.raw<readonly string[]>([]);
  scores = $state.raw<readonly Scored[]>([]);
  /** The card of D.1: shown now, and whether it also speaks of today. */
  card = $state.raw<{ today: boolean; shown: number } | null>(null);
  busy = $state(false);

  readonly #route: RouteOf<"scale">;
  #kept = false;
  #hardBefore: number | null = null;
  #shown = 0;

  constructor(route: RouteOf<"scale">) {
    this.#route = route;
    void this.load();
  }

  /** The answers, as the draft keeps them. */
  get answers(): Answers | null {
    const body = this.draft?.record.body;
    return body?.kind === "answers" ? body : null;
  }

  /** Whether it was kept before and is being changed. */
  get editing(): boolean {
    return this.#kept;
  }

  async load(): Promise<void> {
    this.failed = null;
    try {
      const shelf = await ipc.scales();
      const id = this.#route.id ?? begunOn(this.#route) ?? this.#halfWay(shelf);
      const opened = id ? await ipc.record(id) : null;
      const record = opened?.record ?? (await ipc.newRecord("answers"));
      if (record.body.kind !== "answers") throw new Error("not answers");
      const name = record.body.scale || this.#route.scale;
      const scale = shelf.find((one) => one.scale.id === name)?.scale;
      if (!scale || scale.slot) {
        this.failed = "not_found";
        return;
      }
      if (!opened) {
        record.body.scale = scale.id;
        record.body.started = record.at;
      }
      this.#kept = opened?.kept ?? false;
      this.scale = scale;
      this.draft = new Draft(record);
      begin(this.#route, record.id);
      await this.weigh(true);
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  #halfWay(shelf: OnShelf[]): string | null {
    return shelf.find(({ scale }) => scale.id === this.#route.scale)?.half_way ?? null;
  }

  valueOf(item: Question): number | null {
    return this.answers?.answers.find((answer) => answer.item === item.id)?.value ?? null;
  }

  isAsked(item: Question): boolean {
    return !this.passedOver.includes(item.id);
  }

  /** How many of the counted questions have an answer, and how many there are. */
  get count(): { answered: number; of: number } {
    const asked = this.scale?.items.filter((item) => !item.unscored && this.isAsked(item)) ?? [];
    return {
      answered: asked.filter((item) => this.valueOf(item) !== null).length,
      of: asked.length,
    };
  }

  get anyAnswer(): boolean {
    return this.answers?.answers.some(({ value }) => value !== null) ?? false;
  }

  /** Takes an answer, or takes it away. The card comes with the answer itself. */
  answer(item: Question, value: number | null): void {
    const all = this.answers?.answers;
    if (!all) return;
    const there = all.find((answer) => answer.item === item.id);
    if (there) there.value = value;
    else all.push({ item: item.id, value });
    if (item.care) this.#careFor(value);
    void this.weigh(false);
  }

  /** Domain reference D.1: any answer of 1 or more, each time. */
  #careFor(value: number | null): void {
    if (value === null || value < 1) {
      this.card = null;
      return;
    }
    const rose = this.#hardBefore !== null && value > this.#hardBefore;
    this.#shown += 1;
    this.card = { today: value >= 2 || rose, shown: this.#shown };
  }

  /** Has it counted. `opening` also shows the card of a form that was left with such an answer. */
  async weigh(opening: boolean): Promise<Answers | null> {
    const record = this.draft?.record;
    if (!record) return null;
    const weighed = await ipc.weighAnswers($state.snapshot(record));
    this.passedOver = weighed.passed_over;
    this.scores = weighed.scores;
    this.#hardBefore = weighed.hard_before;
    if (opening && weighed.care) {
      this.#shown += 1;
      this.card = { today: weighed.care.today, shown: this.#shown };
    }
    return weighed.answers;
  }

  /** Keeps it as filled. A first time is filled now; a changed one stays where it was. */
  async done(): Promise<void> {
    const draft = this.draft;
    if (!draft || this.busy) return;
    this.busy = true;
    try {
      const counted = await this.weigh(false);
      const body = this.answers;
      if (!counted || !body || !this.scale) return;
      Object.assign(body, counted);
      body.finished ??= nowMoment();
      if (!this.#kept) draft.record.at = body.finished;
      if (await draft.finish()) router.replace({ name: "scales", scale: this.scale.id });
    } catch (error) {
      this.failed = codeOf(error);
    } finally {
      this.busy = false;
    }
  }

  close(): void {
    void this.draft?.close();
  }
}
