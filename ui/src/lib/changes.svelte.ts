/**
 * Work on the journal that outlives the screen it began on: a card saved while
 * it is left, an Undo in a toast. Lists wait for it and look again after it.
 */
import { untrack } from "svelte";

class Changes {
  /** Grows whenever such work has ended; reading it makes a list follow. */
  count = $state(0);
  #going = new Set<Promise<unknown>>();

  /** Tells lists about `work`; a failure is its owner's to report. */
  during(work: Promise<unknown>): void {
    const done = work
      .catch(() => undefined)
      .finally(() => {
        this.#going.delete(done);
        this.count += 1;
      });
    this.#going.add(done);
  }

  /** For an effect: looks now, and again whenever such work has ended. */
  follow(look: () => void): void {
    if (this.count >= 0) untrack(look);
  }

  /** Resolves when no such work is under way. */
  async settled(): Promise<void> {
    while (this.#going.size > 0) await Promise.all(this.#going);
  }
}

/** The one list of such work. */
export const changes = new Changes();
