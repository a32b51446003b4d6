/** The stand-in's lock: passphrase, recovery key, PIN, and what may be asked before it is open. */
import type {
  ErrorCode,
  JournalState,
  Prefs,
  Quick,
  RecoveryShown,
  Secret,
  Settings,
  Unlocked,
} from "./bindings";
import type { Fake, FakeOptions } from "./fake";
import type { Groups } from "./index";

/** Opens the stand-in's journal. */
export const FAKE_PASSPHRASE = "window gravel seven soup lantern";
/** Opens it quickly, once it was turned on. */
export const FAKE_PIN = "407612";
/** The stand-in's recovery key. */
export const FAKE_GROUPS: Groups = [
  "7KQM",
  "R2VH",
  "XD4T",
  "9WPB",
  "M6CJ",
  "3YFN",
  "HT8A",
  "K5EW",
  "V9GZ",
];
/** When the sample journal is. */
export const FAKE_NOW = "2026-03-09T20:02:00+01:00";
/** Where the stand-in would lie. */
export const FAKE_FOLDER = "/home/marcus/.local/share/Meantime";

/** A command's refusal, as the shell would answer it. */
export class Refused extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** What a test may turn at the lock. */
export interface Locks {
  journal: JournalState;
  passphrase: string;
  quick: Quick;
  pin: string;
  triesLeft: number;
  /** Seconds until the next try; each wrong try after the fourth sets it. */
  wait: number;
  wrong: number;
  prefs: Prefs;
  settings: Settings;
  /** What the next opening has to tell. */
  unlocked: Unlocked;
  recovery: { typed: boolean; deferred: boolean; retest: boolean; made_on: string | null };
}

const MOST_TRIES = 5;
const PAUSE_AFTER = 4;

/** A lock as it is at first. */
export function fakeLocks(options: FakeOptions): Locks {
  return {
    journal: options.journal ?? "open",
    passphrase: FAKE_PASSPHRASE,
    quick: "off",
    pin: FAKE_PIN,
    triesLeft: MOST_TRIES,
    wait: 0,
    wrong: 0,
    prefs: {
      theme: "light",
      text_size: 100,
      language: "en",
      region: null,
      hide_key: "double_esc",
      failed: [],
      reminder_times: { evening: null, more: [], quiet_from: null, quiet_to: null, pace: null },
      ...options.prefs,
    },
    settings: {
      lock_after_minutes: 5,
      spell_check: false,
      check_in_pace: null,
      own_numbers: [],
      reminder_text: "",
    },
    unlocked: {
      failed_since: [],
      repaired: false,
      one_header_left: false,
      recovery_pending: false,
    },
    recovery: { typed: true, deferred: false, retest: false, made_on: "2026-01-29" },
  };
}

/** Whether a secret is the journal's own. */
export function opens(locks: Locks, secret: Secret): boolean {
  return secret.passphrase === undefined
    ? secret.recovery_key.join() === FAKE_GROUPS.join()
    : secret.passphrase.trim() === locks.passphrase;
}

/** Refuses anything but the passphrase. */
export function mustBe(locks: Locks, typed: string): void {
  if (typed.trim() !== locks.passphrase) throw new Refused("wrong_secret");
}

/** A new recovery key, shown. */
export function newKey(locks: Locks, options: FakeOptions): RecoveryShown {
  const made_on = (options.now ?? FAKE_NOW).slice(0, 10);
  locks.recovery = { typed: false, deferred: false, retest: false, made_on };
  return { groups: FAKE_GROUPS, made_on };
}

/** The journal is open. */
export function opened(locks: Locks): Unlocked {
  locks.journal = "open";
  locks.wrong = 0;
  locks.triesLeft = MOST_TRIES;
  return { ...locks.unlocked, recovery_pending: !locks.recovery.typed };
}

/** The commands of before.rs, keys.rs, quick.rs and settings.rs. */
export function keyCommands({ locks }: Fake, options: FakeOptions) {
  function tried<T>(right: boolean, then: () => T): T {
    if (locks.wait > 0) throw new Refused("too_soon");
    if (right) return then();
    locks.wrong += 1;
    if (locks.wrong >= PAUSE_AFTER) locks.wait = 2 ** (locks.wrong - PAUSE_AFTER);
    throw new Refused("wrong_secret");
  }
  function choose(next: string, weakOk: boolean): void {
    if (!weakOk && !strengthOf(next).enough) throw new Refused("passphrase_weak");
    locks.passphrase = next.trim();
  }
  return {
    start: () => ({
      journal: locks.journal,
      prefs: locks.prefs,
      version: "0.1.0",
      folder: FAKE_FOLDER,
      countdown: null,
    }),
    setPrefs: (next: Prefs) => (locks.prefs = next),
    suggestPassphrase: () => "lantern copper river notebook seven",
    passphraseStrength: (text: string) => strengthOf(text),
    createJournal: (chosen: string, weakOk: boolean) => {
      choose(chosen, weakOk);
      locks.journal = "open";
      return newKey(locks, options);
    },
    unlock: (typed: string) => tried(typed.trim() === locks.passphrase, () => opened(locks)),
    unlockWithRecoveryKey: (groups: Groups, next: string, weakOk: boolean) =>
      tried(groups.join() === FAKE_GROUPS.join(), () => {
        choose(next, weakOk);
        return opened(locks);
      }),
    checkGroup: (text: string) => groupState(text),
    lock: () => ((locks.journal = "locked"), null),
    hide: () => null,
    activity: () => null,
    recoveryKeyTyped: (groups: Groups) => {
      const wrong = groups.findIndex((group, index) => group !== FAKE_GROUPS[index]);
      if (wrong === -1) locks.recovery = { ...locks.recovery, typed: true, retest: false };
      return { ok: wrong === -1, wrong_group: wrong === -1 ? null : wrong + 1 };
    },
    recoveryKeyLater: () => ((locks.recovery.deferred = true), null),
    recoveryKeyAgain: (typed: string) => {
      mustBe(locks, typed);
      return newKey(locks, options);
    },
    saveRecoverySheet: () => true,
    recoveryState: () => locks.recovery,
    recoveryRetestLater: () => ((locks.recovery.retest = false), null),
    changePassphrase: (current: string, next: string, weakOk: boolean) => {
      mustBe(locks, current);
      choose(next, weakOk);
      return null;
    },
    quickUnlock: () => locks.quick,
    unlockWithPin: (typed: string) => {
      if (locks.quick !== "ready") throw new Refused("pin_off");
      if (typed === locks.pin) return { unlocked: opened(locks), tries_left: MOST_TRIES };
      locks.triesLeft -= 1;
      if (locks.triesLeft === 0) locks.quick = "off";
      return { unlocked: null, tries_left: locks.triesLeft };
    },
    turnOnPin: (typed: string, pin: string) => {
      mustBe(locks, typed);
      if (!/^\d{6,12}$/.test(pin)) throw new Refused("pin_unfit");
      locks.pin = pin;
      return (locks.quick = "waiting");
    },
    tryReminder: () => null,
    startsItself: () => false,
    setStartsItself: () => null,
    turnOffPin: (typed: string) => {
      mustBe(locks, typed);
      locks.quick = "off";
      return null;
    },
    waitBeforeTry: () => {
      const { wait } = locks;
      // The window counts it down by its own clock.
      locks.wait = 0;
      return wait;
    },
    rideOn: () => null,
    settings: () => locks.settings,
    setSettings: (next: Settings) => ((locks.settings = next), null),
  };
}

function strengthOf(text: string): { level: number; enough: boolean } {
  const level = Math.min(
    4,
    text.trim().split(/\s+/).filter(Boolean).length + (text.length > 11 ? 1 : 0),
  );
  return text.length < 8 ? { level: text ? 1 : 0, enough: false } : { level, enough: level >= 3 };
}

function groupState(text: string): "empty" | "partial" | "good" | "bad" {
  const group = text.trim().toUpperCase();
  if (group === "") return "empty";
  if (group.length < 4) return "partial";
  return FAKE_GROUPS.includes(group) ? "good" : "bad";
}
