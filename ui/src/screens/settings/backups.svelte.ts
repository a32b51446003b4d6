/** Backups, journals set aside, and a text that was put away. */
import { ipc, type AsideRow, type BackupReview, type BackupRow, type BackupState } from "../../ipc";
import { Pause } from "../../keeping/pause.svelte";
import { SecretTyping } from "../../keeping/secret.svelte";
import { app } from "../../lib/app.svelte";
import { LongWork, Work } from "../../lib/work.svelte";

/** How the backups stand, and what can be changed about them. */
export class Backups {
  /** Null until it is known. */
  state = $state.raw<BackupState | null>(null);
  readonly loading = new Work();
  readonly making = new LongWork();
  readonly folder = new Work();

  async load(): Promise<void> {
    await this.loading.run(async () => {
      this.state = await ipc.backupState();
    });
  }

  /** Makes one now. */
  async make(): Promise<boolean> {
    const done = await this.making.run(async () => {
      await ipc.backUpNow();
    });
    await this.load();
    return done;
  }

  /** Asks for a folder. False if the person thought better of it. */
  async choose(): Promise<boolean> {
    let chosen = false;
    await this.folder.run(async () => {
      chosen = await ipc.chooseBackupFolder();
    });
    await this.load();
    return chosen;
  }

  async forget(): Promise<boolean> {
    const done = await this.folder.run(async () => {
      await ipc.forgetBackupFolder();
    });
    await this.load();
    return done;
  }
}

/** A rehearsal: a backup is opened to look inside, and closed again. */
export class Rehearsal {
  row = $state.raw<BackupRow | null>(null);
  review = $state.raw<BackupReview | null>(null);
  readonly secret = new SecretTyping();
  readonly work = new LongWork();
  readonly pause = new Pause();

  begin(row: BackupRow): void {
    this.clear();
    this.row = row;
  }

  async try(): Promise<boolean> {
    const { row } = this;
    const secret = this.secret.value;
    if (!row || !secret || this.pause.left > 0) return false;
    const done = await this.work.run(async () => {
      await ipc.pickBackup(row.place);
      this.review = await ipc.reviewBackup(secret);
    });
    if (done) this.secret.clear();
    else await this.pause.ask();
    return done;
  }

  clear(): void {
    this.row = null;
    this.review = null;
    this.secret.clear();
    this.work.problem = null;
    this.pause.stop();
  }
}

/** Journals that were set aside. */
export class Asides {
  rows = $state.raw<AsideRow[]>([]);
  passphrase = $state("");
  readonly work = new LongWork();

  async load(): Promise<void> {
    try {
      this.rows = await ipc.setAsides();
    } catch {
      // The part says nothing then; backups above say what is wrong.
      this.rows = [];
    }
  }

  /** In place of the open one, which is set aside. The window locks. */
  async putBack(place: number): Promise<void> {
    const done = await this.work.runClosed(async () => {
      await ipc.putBackAside(place);
    });
    if (done) await app.tookPlace();
  }

  async remove(place: number): Promise<boolean> {
    const done = await this.work.run(async () => {
      await ipc.removeAside(this.passphrase, place);
    });
    if (done) {
      this.clear();
      await this.load();
    }
    return done;
  }

  clear(): void {
    this.passphrase = "";
    this.work.problem = null;
  }
}

/** A text that was put away in a file. */
export class Away {
  /** It was sealed with other keys; their secret is asked. */
  asking = $state(false);
  readonly secret = new SecretTyping();
  readonly work = new Work();

  /** Asks for the file. True if the text is back. */
  async bring(): Promise<boolean> {
    let back = false;
    await this.work.run(async () => {
      back = (await ipc.bringTextBack(null)) !== null;
    });
    if (this.work.problem === "wrong_secret") {
      this.work.problem = null;
      this.asking = true;
    }
    return back;
  }

  /** The same file, with its secret. */
  async open(): Promise<boolean> {
    const secret = this.secret.value;
    if (!secret) return false;
    let back = false;
    await this.work.run(async () => {
      back = (await ipc.bringTextBack(secret)) !== null;
    });
    if (back) this.asking = false;
    return back;
  }

  clear(): void {
    this.asking = false;
    this.secret.clear();
    this.work.problem = null;
  }
}
