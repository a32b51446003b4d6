/** Saves that follow one another, so that the last thing said is the one that stays. */
import { codeOf, ipc, type ErrorCode, type Record } from "../ipc";

export class Saving {
  /** The last one did not work. */
  problem = $state.raw<ErrorCode | null>(null);
  /** Something was saved since the screen was opened. */
  done = $state(false);
  #last: Promise<unknown> = Promise.resolve();

  /** Saves as a version of its own. True when it is kept. */
  async save(record: Record): Promise<boolean> {
    const mine = this.#last.then(() => ipc.saveRecord(record));
    this.#last = mine.catch(() => undefined);
    try {
      await mine;
      this.problem = null;
      this.done = true;
      return true;
    } catch (error) {
      this.problem = codeOf(error);
      return false;
    }
  }
}
