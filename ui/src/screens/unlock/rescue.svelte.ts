/**
 * Rescue of a damaged journal: look what is whole, write that into a new journal,
 * keep the damaged one. Also which backup could be used instead.
 */
import { ipc, type BackupRow, type Salvaged, type Secret, type Unlocked } from "../../ipc";
import { Pause } from "../../keeping/pause.svelte";
import { SecretTyping } from "../../keeping/secret.svelte";
import { LongWork } from "../../lib/work.svelte";

export class Rescue {
  readonly secret = new SecretTyping();
  readonly work = new LongWork();
  readonly pause = new Pause();
  /** What is whole, once it was looked over. */
  salvaged = $state.raw<Salvaged | null>(null);
  /** What unlocking had to say, once it is written and open. */
  unlocked = $state.raw<Unlocked | null>(null);
  writing = $state(false);
  /** The newest backup that can be seen without a key. */
  backup = $state.raw<BackupRow | null>(null);
  /** What the journal was tried with, and it was right. */
  readonly tried: "passphrase" | "key" | null;

  constructor(tried: Secret | null = null) {
    this.#key = tried;
    if (!tried) this.tried = null;
    else this.tried = tried.passphrase === undefined ? "key" : "passphrase";
  }

  /** The secret that opens it; a field empties itself when it leaves the screen. */
  #key: Secret | null = null;

  /** The secret there is: the one that was right, or what is typed now. */
  get known(): Secret | null {
    return this.#key ?? this.secret.value;
  }

  /** How many are missing, as far as can be told. */
  get lost(): number {
    if (!this.salvaged) return 0;
    const { known, whole, earlier } = this.salvaged;
    return Math.max(0, known - whole - earlier);
  }

  /** Looks for a backup, and what is whole if the secret is known. Changes nothing. */
  async begin(): Promise<void> {
    await Promise.all([this.#findBackup(), this.known ? this.look() : undefined]);
  }

  /** Looks what is whole. */
  async look(): Promise<boolean> {
    const secret = this.known;
    if (!secret || this.pause.left > 0) return false;
    const seen = await this.work.run(async () => {
      this.salvaged = await ipc.lookOver(secret);
      this.#key = secret;
    });
    if (!seen) await this.pause.ask();
    return seen;
  }

  /** Writes what is whole into a new journal, which is open then. */
  async write(): Promise<void> {
    const secret = this.known;
    if (!secret) return;
    this.writing = true;
    const done = await this.work.run(async () => {
      const { salvaged, unlocked } = await ipc.rescue(secret);
      this.salvaged = salvaged;
      this.unlocked = unlocked;
    });
    this.writing = false;
    if (done) this.clear();
  }

  /** Forgets the secret. */
  clear(): void {
    this.#key = null;
    this.secret.clear();
    this.pause.stop();
  }

  async #findBackup(): Promise<void> {
    try {
      const rows = await ipc.knownBackups();
      this.backup = rows[0] ?? null;
    } catch {
      // Then only a file can be chosen.
    }
  }
}
