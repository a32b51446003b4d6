/** Work that can fail and says so, and long work that tells how far it is. */
import { codeOf, onProgress, type ErrorCode, type Progress, type WorkStage } from "../ipc";
import { app } from "./app.svelte";
import { flushAll } from "./draft.svelte";

/** Work that can fail and says so. One at a time. */
export class Work {
  busy = $state(false);
  problem = $state<ErrorCode | null>(null);

  async run(how: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    try {
      await how();
      return true;
    } catch (error) {
      this.problem = codeOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** Work that tells how far it has come. */
export class LongWork extends Work {
  stage = $state<WorkStage | null>(null);
  percent = $state(0);

  override async run(how: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.stage = null;
    this.percent = 0;
    const stop = await onProgress((progress) => this.#told(progress));
    try {
      return await super.run(how);
    } finally {
      stop();
    }
  }

  /**
   * Work that closes the journal meanwhile. What is unsaved is saved before; if it
   * fails, the window goes by whether the journal is open again.
   */
  async runClosed(how: () => Promise<void>): Promise<boolean> {
    await flushAll();
    const done = await this.run(how);
    if (!done) await app.lookAgain(this.problem);
    return done;
  }

  #told({ stage, percent }: Progress): void {
    this.stage = stage;
    this.percent = Math.max(0, Math.min(100, percent));
  }
}
