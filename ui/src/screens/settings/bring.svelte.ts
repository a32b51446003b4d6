/** Bringing in what was written elsewhere, and taking everything out. */
import { ipc, type BringChoice, type BringFates } from "../../ipc";
import { Work } from "../../lib/work.svelte";

/** What was chosen, and what becomes of it. Nothing is kept before `keep`. */
export class Bringing {
  choice = $state.raw<BringChoice | null>(null);
  readonly reading = new Work();
  readonly keeping = new Work();

  /** Asks for a file or a folder and has it read. */
  async choose(folder: boolean): Promise<void> {
    this.clear();
    await this.reading.run(async () => {
      this.choice = await ipc.bringChoose(folder);
    });
  }

  /** Brings it in. Gives what became of it, or null if nothing did. */
  async keep(): Promise<BringFates | null> {
    let fates: BringFates | null = null;
    await this.keeping.run(async () => {
      fates = await ipc.bringIn();
    });
    if (fates) this.clear();
    return fates;
  }

  /** Puts what came in into the trash. */
  async undo(): Promise<boolean> {
    return this.keeping.run(async () => {
      await ipc.bringUndo();
    });
  }

  clear(): void {
    this.choice = null;
    this.reading.problem = null;
    this.keeping.problem = null;
  }
}

/** How many came in or changed. */
export function cameIn(fates: BringFates): number {
  return fates.new + fates.replaced + fates.from_trash;
}

/** Whether bringing it in would change anything. */
export function changes(fates: BringFates): boolean {
  return cameIn(fates) + fates.stays > 0;
}

/** All that was written, as a file that anyone can read. */
export class TakingOut {
  asking = $state(false);
  cancelled = $state(false);
  readonly work = new Work();

  /** True once the file is there. */
  async save(): Promise<boolean> {
    let saved = false;
    this.cancelled = false;
    const done = await this.work.run(async () => {
      saved = await ipc.takeOut();
    });
    this.cancelled = done && !saved;
    if (saved) this.asking = false;
    return saved;
  }

  clear(): void {
    this.cancelled = false;
    this.work.problem = null;
  }
}
