/** Gentle reminders: at most one at a time, each can be put off. */
import { ipc, type Reminders, type Unlocked } from "../../ipc";
import { app } from "../../lib/app.svelte";

/** What matters more comes first. */
const IN_ORDER = [
  "recovery_pending",
  "backup_failed",
  "recovery_retest",
  "backup",
] as const satisfies (keyof Reminders)[];

export type Nudge = (typeof IN_ORDER)[number];

export class Nudges {
  #all = $state.raw<Reminders | null>(null);

  /** The one to show, if any. */
  get now(): Nudge | null {
    const all = this.#all;
    if (!all) return null;
    return IN_ORDER.find((each) => all[each] && !app.putOff.includes(each)) ?? null;
  }

  async load(): Promise<void> {
    try {
      this.#all = await ipc.reminders();
    } catch {
      // A reminder that cannot be asked for can wait.
    }
  }

  /** Not now: until the next opening, the recovery key's try until its next date. */
  async later(): Promise<void> {
    const { now } = this;
    if (!now) return;
    app.putOff = [...app.putOff, now];
    if (now !== "recovery_retest") return;
    try {
      await ipc.recoveryRetestLater();
    } catch {
      // It is asked again after the next opening then.
    }
  }

  /** What unlocking had to say was read. */
  read(what: "failed" | "repaired" | "one_header_left"): void {
    const { unlocked } = app;
    if (!unlocked) return;
    const read: Partial<Unlocked> = what === "failed" ? { failed_since: [] } : { [what]: false };
    app.unlocked = { ...unlocked, ...read };
  }
}
