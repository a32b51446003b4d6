/**
 * The choosing of a page: the choices as they are now, and the pages as they
 * were last laid out. One question is under way at a time and the newest choices
 * go with the next, so that the backend also remembers them in order. The old
 * pages stay until the new ones are there.
 */
import {
  codeOf,
  ipc,
  type ErrorCode,
  type Offer,
  type PageChoices,
  type PreviewPage,
  type Record,
} from "../../ipc";

/** After the last key in the label. */
const QUIET_MS = 350;

export class Desk {
  /** What can be chosen; null until it is known. */
  offer = $state.raw<Offer | null>(null);
  /** What is chosen now. */
  choices = $state.raw<PageChoices | null>(null);
  /** The pages as last laid out. */
  pages = $state.raw<PreviewPage[]>([]);
  /** What is ticked and did not fit on them. */
  noRoom = $state.raw<string[]>([]);
  /** The session the page is for, if one is planned. */
  session = $state.raw<Record | null>(null);
  /** Why nothing could be opened. */
  failed = $state.raw<ErrorCode | null>(null);
  /** Why the pages do not show the newest choices. */
  problem = $state.raw<ErrorCode | null>(null);
  /** Whether newer pages are on their way. */
  busy = $state.raw(false);

  #turn = 0;
  #asking: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Opens it, or opens it again after the session was edited. */
  async load(): Promise<void> {
    this.failed = null;
    try {
      const { offer, choices, session } = await ipc.pageOffer();
      this.offer = offer;
      this.session = session;
      // What was chosen a moment ago in this window is newer than what was remembered.
      this.choices ??= choices;
    } catch (error) {
      this.failed = codeOf(error);
      return;
    }
    await this.#ask();
  }

  /** Notes in the journal that these pages went to the printer. */
  async printed(): Promise<void> {
    if (!this.choices) return;
    try {
      await ipc.pagePrinted(this.choices);
    } catch (error) {
      this.problem = codeOf(error);
    }
  }

  /** Chooses something else; the pages follow. */
  choose(choices: PageChoices): void {
    this.choices = choices;
    void this.#ask();
  }

  /** The same while typing: the pages follow when the keys rest. */
  chooseSoon(choices: PageChoices): void {
    this.choices = choices;
    this.busy = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), QUIET_MS);
  }

  /** Asks for the pages again after a problem. */
  async again(): Promise<void> {
    await this.#ask();
  }

  /** Waits until the pages show what is chosen; false if they do not. */
  async settled(): Promise<boolean> {
    if (this.#timer !== undefined) await this.#ask();
    await this.#asking;
    return this.problem === null && this.pages.length > 0;
  }

  #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#turn += 1;
    this.busy = true;
    this.#asking ??= this.#askUntilNewest().finally(() => {
      this.#asking = null;
      this.busy = this.#timer !== undefined;
    });
    return this.#asking;
  }

  async #askUntilNewest(): Promise<void> {
    let turn;
    do {
      turn = this.#turn;
      await this.#askOnce(turn);
    } while (turn !== this.#turn);
  }

  async #askOnce(turn: number): Promise<void> {
    if (!this.choices) return;
    try {
      const { pages, offer, no_room } = await ipc.pagePreview(this.choices);
      // Something else was chosen meanwhile: these pages are not what is wanted.
      if (turn !== this.#turn) return;
      this.pages = pages;
      this.offer = offer;
      this.noRoom = no_room;
      this.problem = null;
    } catch (error) {
      if (turn === this.#turn) this.problem = codeOf(error);
    }
  }
}
