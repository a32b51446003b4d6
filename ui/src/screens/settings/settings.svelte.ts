/** What Settings changes: the journal's own settings, its passphrase and recovery key, its trash. */
import { ipc, type RecordId, type RecoveryState, type Trashed } from "../../ipc";
import { NewPassphrase } from "../../lib/passphrase.svelte";
import { Sheet } from "../../lib/sheet.svelte";
import { spelling } from "../../lib/spelling.svelte";
import { Work } from "../../lib/work.svelte";

/** Minutes to choose from; the journal crate allows 1 to 30. */
export const LOCK_AFTER = [1, 2, 5, 10, 15, 30];

/** How long without touch until the journal locks. */
export class LockAfter {
  minutes = $state(5);
  readonly work = new Work();

  async load(): Promise<void> {
    await this.work.run(async () => {
      this.minutes = (await ipc.settings()).lock_after_minutes;
    });
  }

  async set(minutes: number): Promise<void> {
    const before = this.minutes;
    this.minutes = minutes;
    const kept = await this.work.run(async () => {
      const settings = await ipc.settings();
      await ipc.setSettings({ ...settings, lock_after_minutes: minutes });
    });
    if (!kept) this.minutes = before;
  }
}

/** Whether fields for writing are spell-checked. */
export class Spelling {
  readonly work = new Work();

  async set(on: boolean): Promise<void> {
    const before = spelling.on;
    spelling.on = on;
    const kept = await this.work.run(async () => {
      const settings = await ipc.settings();
      await ipc.setSettings({ ...settings, spell_check: on });
    });
    if (!kept) spelling.on = before;
  }
}

/** A new passphrase, for someone who knows the present one. */
export class PassphraseChange {
  current = $state("");
  readonly chosen = new NewPassphrase();
  readonly work = new Work();

  /** Change was pressed. True when it is done. */
  async press(): Promise<boolean> {
    return this.chosen.press() === "use" && (await this.change(false));
  }

  /** `weakOk` only after the second, explicit step. */
  async change(weakOk: boolean): Promise<boolean> {
    const done = await this.work.run(async () => {
      await ipc.changePassphrase(this.current, this.chosen.text, weakOk);
    });
    if (done) this.clear();
    return done;
  }

  clear(): void {
    this.current = "";
    this.chosen.clear();
    this.work.problem = null;
  }
}

/** How the recovery key stands. */
export class KeyState {
  now = $state.raw<RecoveryState | null>(null);

  async load(): Promise<void> {
    try {
      this.now = await ipc.recoveryState();
    } catch {
      // Without an answer nothing is said about it; both buttons still work.
      this.now = null;
    }
  }
}

/** A new recovery key; the old one opens nothing from then on. */
export class NewKey {
  passphrase = $state("");
  sheet = $state.raw<Sheet | null>(null);
  readonly work = new Work();

  async make(): Promise<boolean> {
    return this.work.run(async () => {
      const shown = await ipc.recoveryKeyAgain(this.passphrase);
      this.passphrase = "";
      this.sheet = new Sheet(shown);
    });
  }

  clear(): void {
    this.passphrase = "";
    this.sheet?.typing.clear();
    this.sheet = null;
    this.work.problem = null;
  }
}

/** What was thrown away and can come back. */
export class Trash {
  lines = $state.raw<Trashed[]>([]);
  readonly work = new Work();

  async load(): Promise<void> {
    await this.work.run(async () => {
      this.lines = await ipc.trashed();
    });
  }

  async putBack(id: RecordId): Promise<boolean> {
    return this.#take(id, () => ipc.untrashRecord(id));
  }

  async deleteForever(id: RecordId): Promise<boolean> {
    return this.#take(id, () => ipc.deleteForever(id));
  }

  async #take(id: RecordId, how: () => Promise<unknown>): Promise<boolean> {
    return this.work.run(async () => {
      await how();
      this.lines = this.lines.filter(({ row }) => row.id !== id);
    });
  }
}
