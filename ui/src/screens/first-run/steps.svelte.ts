/** First run: what this is, then four steps. Nothing is made before step 1 is done. */
import { codeOf, ipc, type ErrorCode } from "../../ipc";
import { CourseBook } from "../../lib/course.svelte";
import { NewPassphrase } from "../../lib/passphrase.svelte";
import { Sheet } from "../../lib/sheet.svelte";

export type Step = "about" | "backup" | "passphrase" | "recovery" | "sessions" | "help";
/** The steps with a number. */
export const NUMBERED = ["passphrase", "recovery", "sessions", "help"] as const satisfies Step[];

interface Doors {
  /** The journal exists and is open; the frame waits. */
  made: () => void;
  /** All steps are done. */
  done: () => void;
}

export class FirstRun {
  step = $state<Step>("about");
  busy = $state(false);
  problem = $state<ErrorCode | null>(null);
  sheet = $state.raw<Sheet | null>(null);
  readonly chosen = new NewPassphrase();
  readonly course = new CourseBook();

  readonly #doors: Doors;

  constructor(doors: Doors) {
    this.#doors = doors;
  }

  /** Continue after the passphrase: makes the journal, unless it has to be asked once more. */
  async press(): Promise<void> {
    if (this.chosen.press() === "use") await this.make(false);
  }

  /** Makes the journal. `weakOk` only after the second, explicit step. */
  async make(weakOk: boolean): Promise<void> {
    if (this.busy || this.chosen.problem) return;
    await this.#try(async () => {
      const shown = await ipc.createJournal(this.chosen.text, weakOk);
      this.chosen.clear();
      this.sheet = new Sheet(shown);
      this.step = "recovery";
      this.#doors.made();
    });
  }

  /**
   * A step back. Not past the recovery key: the journal exists by then, and its key is
   * shown only once.
   */
  back(): void {
    this.problem = null;
    if (this.step === "passphrase") {
      this.chosen.clear();
      this.step = "about";
    } else if (this.step === "help") {
      this.step = "sessions";
    }
  }

  /** The key is on paper and was typed back. */
  keyDone(): void {
    if (this.sheet?.confirmed) this.#afterKey();
  }

  /** Later today; Today reminds of it. */
  async keyLater(): Promise<void> {
    await this.#try(async () => {
      await ipc.recoveryKeyLater();
      this.#afterKey();
    });
  }

  /** Keeps what was filled in; an empty step keeps nothing. */
  async sessionsDone(): Promise<void> {
    if (!this.course.filled || (await this.course.save())) this.step = "help";
  }

  /** Into the journal. */
  finish(): void {
    this.#doors.done();
  }

  #afterKey(): void {
    // The key leaves the window as soon as it is not needed on it.
    this.sheet?.typing.clear();
    this.sheet = null;
    this.step = "sessions";
  }

  async #try(how: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await how();
    } catch (error) {
      this.problem = codeOf(error);
    } finally {
      this.busy = false;
    }
  }
}
