/** Deleting for good: some days, or everything. */
import { codeOf, ipc, type BackupState } from "../../ipc";
import { app } from "../../lib/app.svelte";
import type { Day } from "../../lib/dates";
import { Sheet } from "../../lib/sheet.svelte";
import { LongWork } from "../../lib/work.svelte";
import { words } from "../../lib/words.svelte";

/** The entries and check-ins of some days. */
export class DaysErasure {
  from = $state<Day>("");
  to = $state<Day>("");
  /** How many there are; null until both days are chosen and counted. */
  count = $state<number | null>(null);
  passphrase = $state("");
  readonly work = new LongWork();
  sheet = $state.raw<Sheet | null>(null);

  /** The last day comes before the first. */
  get disordered(): boolean {
    return this.from !== "" && this.to !== "" && this.to < this.from;
  }

  get ready(): boolean {
    return this.count !== null && this.count > 0 && this.passphrase !== "";
  }

  /** Call after each change of a day. */
  async look(): Promise<void> {
    this.count = null;
    this.work.problem = null;
    if (this.from === "" || this.to === "" || this.disordered) return;
    const { from, to } = this;
    try {
      const count = await ipc.countDays(from, to);
      // Answers may come late; only the one for what stands there now counts.
      if (from === this.from && to === this.to) this.count = count;
    } catch (error) {
      // Without a count nothing can be deleted here.
      this.work.problem = codeOf(error);
    }
  }

  async erase(): Promise<boolean> {
    const { passphrase, from, to } = this;
    if (!this.ready) return false;
    return this.work.runClosed(async () => {
      const shown = await ipc.deleteDays(passphrase, from, to);
      this.passphrase = "";
      this.sheet = new Sheet(shown);
    });
  }

  clear(): void {
    this.from = "";
    this.to = "";
    this.count = null;
    this.passphrase = "";
    this.sheet?.typing.clear();
    this.sheet = null;
    this.work.problem = null;
  }
}

/** Everything. */
export class Erasure {
  word = $state("");
  passphrase = $state("");
  /** Delete was pressed: from then on problems are named. */
  pressed = $state(false);
  backups = $state.raw<BackupState | null>(null);
  readonly work = new LongWork();

  get meant(): boolean {
    return this.word.trim().toLocaleLowerCase() === words("erase-all-word");
  }

  /** How many backups lie in the folder of the person's choice. */
  get elsewhere(): number {
    return this.backups?.rows.filter(({ elsewhere }) => elsewhere).length ?? 0;
  }

  async load(): Promise<void> {
    try {
      this.backups = await ipc.backupState();
    } catch {
      this.backups = null;
    }
  }

  async erase(): Promise<boolean> {
    this.pressed = true;
    const { passphrase } = this;
    if (!this.meant || passphrase === "") return false;
    return this.work.runClosed(async () => {
      const left = await ipc.eraseJournal(passphrase);
      this.clear();
      app.gone(left);
    });
  }

  clear(): void {
    this.word = "";
    this.passphrase = "";
    this.pressed = false;
    this.work.problem = null;
  }
}
