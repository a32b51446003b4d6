/**
 * What the whole window knows: whether the journal is open, the preferences
 * that are needed before it is, and how to hide and lock.
 */
import {
  ipc,
  onLockSoon,
  type BackupRow,
  type ErrorCode,
  type JournalState,
  type Prefs,
  type Unlocked,
} from "../ipc";
import { flushAll } from "./draft.svelte";
import { router } from "./router.svelte";
import { toast } from "./toast.svelte";
import { directionOf, speak } from "./words.svelte";

/** The longest a lock waits for a last save. The shell locks by itself after 900 ms. */
const LAST_SAVE_MS = 800;
/** Presence is told to the shell at most this often. */
export const ACTIVITY_EVERY_MS = 15_000;

/** Something over the screen that is not a screen of its own. */
export type Overlay = "keys" | "palette" | null;

const FIRST_PREFS: Prefs = {
  theme: "system",
  text_size: 100,
  language: "en",
  region: null,
  hide_key: "double_esc",
  failed: [],
  reminder_times: { evening: null, more: [], quiet_from: null, quiet_to: null, pace: null },
};

class App {
  /** `null` until the shell has answered. */
  journal = $state<JournalState | null>(null);
  prefs = $state<Prefs>(FIRST_PREFS);
  version = $state("");
  /** Where everything lies, as the system names it. */
  folder = $state("");
  /** True from the moment of hiding: nothing of the journal is drawn any more. */
  covered = $state(false);
  /** What unlocking had to say; Today or a notice shows it once. */
  unlocked = $state.raw<Unlocked | null>(null);
  overlay = $state<Overlay>(null);
  /** Set while first run is on its later steps: the journal is open, the frame is not. */
  settlingIn = $state(false);
  /** Work that had closed the journal failed, and it stayed closed. */
  leftClosed = $state(false);
  /** The journal was erased: the backups that are left. */
  erased = $state.raw<BackupRow[] | null>(null);
  /** When a countdown ends that went on through a lock, in milliseconds; null without one. */
  countdownEnds = $state<number | null>(null);
  /** Reminders that were put off until the next opening. */
  putOff = $state<string[]>([]);

  #told = Number.NEGATIVE_INFINITY;
  #leaving: Promise<void> | undefined;

  /** Asks the shell how things stand, and listens to it from then on. */
  async start(): Promise<void> {
    const { journal, prefs, version, folder, countdown } = await ipc.start();
    this.countdownEnds = countdown === null ? null : Date.now() + countdown * 1000;
    this.version = version;
    this.folder = folder;
    this.#apply(prefs);
    this.journal = journal;
    await onLockSoon(() => void this.lock());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
      applyTheme(this.prefs.theme),
    );
  }

  /** Changes preferences now and for next time. */
  async setPrefs(changed: Partial<Prefs>): Promise<void> {
    const prefs = { ...$state.snapshot(this.prefs), ...changed };
    this.#apply(prefs);
    this.#apply(await ipc.setPrefs(prefs));
  }

  /** The journal has been opened: to Today. */
  opened(unlocked: Unlocked | null): void {
    this.unlocked = unlocked;
    this.putOff = [];
    this.leftClosed = false;
    this.covered = false;
    this.journal = "open";
    router.reset();
  }

  /** Work that closes the journal failed: goes by what the shell says now. */
  async lookAgain(code: ErrorCode | null): Promise<void> {
    if (this.journal !== "open") return;
    let journal: JournalState = "locked";
    try {
      ({ journal } = await ipc.start());
    } catch {
      // No answer: nothing of the journal is drawn any more.
    }
    // While such work runs a lock is only remembered; its answer is then `locked`.
    if (journal === "open" && code !== "locked") return;
    this.leftClosed = code !== "locked";
    this.#forget();
  }

  /** A journal that was set aside took the place of the open one. */
  async tookPlace(): Promise<void> {
    await ipc.lock().catch(() => undefined);
    this.#forget();
  }

  /** The journal is erased: only what is left of its backups is shown. */
  gone(left: BackupRow[]): void {
    this.#forget();
    this.erased = left;
    this.journal = "none";
  }

  /** After the erasing: a window as on the first day. */
  async begunAnew(): Promise<void> {
    this.erased = null;
    this.journal = "none";
    // With no journal open this only replaces the page.
    await ipc.lock().catch(() => undefined);
  }

  /** Saves what is unsaved, then locks. */
  async lock(): Promise<void> {
    await this.#leave(() => ipc.lock());
  }

  /** Hide now: off the screen at once; what is unsaved is saved behind it, then locked. */
  async hide(): Promise<void> {
    this.covered = true;
    // A window that cannot be minimised is still covered and locked.
    ipc.hide().catch(() => undefined);
    await this.#leave(() => ipc.lock());
  }

  /** Whether the journal is being locked, or is. Drafts stay drafts then, to come back. */
  get locking(): boolean {
    return this.covered || this.journal === "locked";
  }

  /** Tells the shell that someone is here; call it on every touch, it throttles. */
  present(now: number): void {
    if (this.journal !== "open" || now - this.#told < ACTIVITY_EVERY_MS) return;
    this.#told = now;
    // Presence that cannot be told only makes the journal lock earlier.
    ipc.activity().catch(() => undefined);
  }

  #leave(how: () => Promise<unknown>): Promise<void> {
    this.#leaving ??= this.#leaveOnce(how).finally(() => (this.#leaving = undefined));
    return this.#leaving;
  }

  async #leaveOnce(how: () => Promise<unknown>): Promise<void> {
    const wasOpen = this.journal === "open";
    this.covered = true;
    if (wasOpen) await Promise.race([flushAll(), wait(LAST_SAVE_MS)]);
    try {
      await how();
    } catch {
      // Even if the shell did not answer, nothing of the journal is drawn again.
    }
    if (wasOpen) this.#forget();
    else this.covered = false;
  }

  #forget(): void {
    if (this.journal === "open") this.journal = "locked";
    this.unlocked = null;
    this.overlay = null;
    this.settlingIn = false;
    this.covered = false;
    toast.hide();
    router.reset();
  }

  #apply(prefs: Prefs): void {
    this.prefs = prefs;
    applyTheme(prefs.theme);
    document.documentElement.style.setProperty("--text-scale", String(prefs.text_size / 100));
    speak(prefs.language);
  }
}

/** The one state of the window. */
export const app = new App();

/** The direction of the chosen language; floating bits-ui content needs it passed. */
export function direction(): "ltr" | "rtl" {
  return directionOf(app.prefs.language);
}

function applyTheme(theme: Prefs["theme"]): void {
  const dark =
    theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
