/**
 * Opening a backup: choose it, type its secret, see what is in it, and only then
 * put it in place. Up to the last step nothing is changed.
 */
import {
  codeOf,
  ipc,
  type BackupReview,
  type BackupRow,
  type ChosenBackup,
  type ErrorCode,
  type Secret,
  type Unlocked,
} from "../ipc";
import { LongWork } from "../lib/work.svelte";
import { Pause } from "./pause.svelte";
import { SecretTyping } from "./secret.svelte";
import { aboutBackup } from "./sentences";

export type RestoreStep = "choose" | "secret" | "review";

/** Rows shown before "Show older ones". */
export const SHOWN = 4;

export class Restore {
  step = $state<RestoreStep>("choose");
  /** Null while they are looked for. */
  rows = $state.raw<BackupRow[] | null>(null);
  failed = $state<ErrorCode | null>(null);
  chosen = $state.raw<ChosenBackup | null>(null);
  review = $state.raw<BackupReview | null>(null);
  /** The backup is being put in place. */
  placing = $state(false);
  readonly secret = new SecretTyping();
  readonly work = new LongWork();
  readonly pause = new Pause();
  /** The secret that opened it; its field empties itself when it leaves the screen. */
  #key: Secret | null = null;

  /** Looks which backups there are. With an open journal those of its own folder too. */
  async load(open: boolean): Promise<void> {
    this.rows = null;
    this.failed = null;
    try {
      this.rows = open ? (await ipc.backupState()).rows : await ipc.knownBackups();
    } catch (error) {
      this.failed = codeOf(error);
      this.rows = [];
    }
  }

  /** Takes one of the list. */
  async pick(place: number): Promise<void> {
    await this.#take(() => ipc.pickBackup(place));
  }

  /** Asks for a file. Nothing changes if the person thought better of it. */
  async file(): Promise<void> {
    await this.#take(() => ipc.chooseBackup());
  }

  /** Opens it to look what is in it. */
  async look(): Promise<boolean> {
    const secret = this.secret.value;
    if (!secret || this.pause.left > 0) return false;
    const seen = await this.work.run(async () => {
      this.review = await ipc.reviewBackup(secret);
      this.#key = secret;
      this.step = "review";
    });
    if (!seen) await this.pause.ask();
    return seen;
  }

  /** Puts it in place of the present journal. Gives what unlocking had to say. */
  async use(): Promise<Unlocked | null> {
    const secret = this.#key;
    if (!secret) return null;
    let unlocked: Unlocked | null = null;
    this.placing = true;
    const done = await this.work.runClosed(async () => {
      unlocked = await ipc.restoreBackup(secret);
    });
    this.placing = false;
    if (done) this.clear();
    return unlocked;
  }

  /** Back to the list. */
  again(): void {
    this.clear();
    this.step = "choose";
  }

  /** Forgets what was typed and seen. */
  clear(): void {
    this.secret.clear();
    this.#key = null;
    this.review = null;
    this.work.problem = null;
    this.pause.stop();
  }

  /** The sentence for what went wrong, if anything did. */
  get problem(): string | undefined {
    return this.work.problem === null ? undefined : aboutBackup(this.work.problem);
  }

  /** Whether it is about what was typed. */
  get slip(): boolean {
    return this.work.problem === "wrong_secret" || this.work.problem === "wrong_group";
  }

  async #take(how: () => Promise<ChosenBackup | null>): Promise<void> {
    await this.work.run(async () => {
      const chosen = await how();
      if (!chosen) return;
      this.chosen = chosen;
      this.secret.clear();
      this.step = "secret";
    });
  }
}
