/** The lock: a PIN, a passphrase, or the recovery key with a new passphrase. */
import { codeOf, ipc, type ErrorCode, type Quick, type Secret, type Unlocked } from "../../ipc";
import { Pause } from "../../keeping/pause.svelte";
import { NewPassphrase } from "../../lib/passphrase.svelte";
import { KeyTyping } from "../../lib/recovery.svelte";
import { Rescue } from "./rescue.svelte";

export type GateView =
  "passphrase" | "pin" | "recovery" | "new-passphrase" | "ways" | "backup" | "rescue" | "anew";

/** Codes that are about the journal, not about what was typed: they get a page of their own. */
const ABOUT_THE_JOURNAL: ErrorCode[] = [
  "header_damaged",
  "data_damaged",
  "newer",
  "in_use",
  "disk_full",
  "low_memory",
  "not_allowed",
  "disk",
  "settings_altered",
];

export class Gate {
  view = $state<GateView>("passphrase");
  passphrase = $state("");
  pin = $state("");
  busy = $state(false);
  /** What went wrong last, if it was about what was typed. */
  problem = $state<ErrorCode | null>(null);
  /** What is wrong with the journal. */
  trouble = $state<ErrorCode | null>(null);
  quick = $state<Quick>("off");
  /** Tries of the PIN that are left, once one was wrong. */
  triesLeft = $state<number | null>(null);
  readonly typing = new KeyTyping();
  readonly chosen = new NewPassphrase();
  readonly pause = new Pause();
  /** For a damaged journal; it holds the secret that was tried. */
  rescue = $state.raw(new Rescue());

  readonly #opened: (unlocked: Unlocked) => void;

  constructor(opened: (unlocked: Unlocked) => void) {
    this.#opened = opened;
  }

  /** Asks for the PIN if that opens it, unless the passphrase is being typed already. */
  async begin(): Promise<void> {
    await Promise.all([this.pause.ask(), this.#askQuick()]);
    const untouched = this.view === "passphrase" && this.passphrase === "" && !this.busy;
    if (this.quick === "ready" && untouched) this.view = "pin";
  }

  /** Why the PIN does not open it now, if one might expect that it does. */
  get pinNote(): "off" | "first" | "waiting" | null {
    if (this.triesLeft === 0) return "off";
    if (this.quick === "passphrase_first") return "first";
    return this.quick === "waiting" ? "waiting" : null;
  }

  /** Tries the passphrase. What was typed stays, so that a slip can be mended. */
  async open(): Promise<void> {
    if (this.passphrase === "") return;
    const { passphrase } = this;
    await this.#try(() => ipc.unlock(passphrase), { passphrase });
  }

  /** Tries the PIN. After the last try only the passphrase is left. */
  async openWithPin(): Promise<void> {
    if (this.pin === "") return;
    let wrong = false;
    await this.#try(async () => {
      const { unlocked, tries_left: left } = await ipc.unlockWithPin(this.pin);
      wrong = unlocked === null;
      this.triesLeft = left;
      return unlocked;
    }, null);
    if (wrong) this.problem = "wrong_pin";
    if (wrong && this.triesLeft === 0) this.#pinIsOff();
    if (this.problem === "pin_off") {
      this.triesLeft = 0;
      this.#pinIsOff();
    }
    if (wrong) await this.pause.ask();
  }

  /** Opens with the typed key and the new passphrase. */
  async recover(weakOk: boolean): Promise<void> {
    const groups = this.typing.whole;
    if (!groups) return;
    await this.#try(() => ipc.unlockWithRecoveryKey([...groups], this.chosen.text, weakOk), {
      recovery_key: [...groups],
    });
    // A key that fits together but opens nothing: back to the paper.
    if (this.problem === "wrong_secret" || this.problem === "wrong_group") this.view = "recovery";
  }

  /** Continue after the new passphrase. */
  async press(): Promise<void> {
    if (this.chosen.press() === "use") await this.recover(false);
  }

  /** Changes the view; nothing typed into the other one stays. */
  show(view: GateView): void {
    this.problem = null;
    this.passphrase = "";
    this.pin = "";
    if (view === "passphrase" || view === "pin") {
      this.typing.clear();
      this.chosen.clear();
    }
    this.view = view;
  }

  /** From a trouble with the journal to a way out of it. */
  leaveTrouble(view: GateView): void {
    this.trouble = null;
    this.show(view);
  }

  async #askQuick(): Promise<void> {
    try {
      this.quick = await ipc.quickUnlock();
    } catch {
      // The passphrase opens it in any case.
    }
  }

  #pinIsOff(): void {
    this.quick = "off";
    this.show("passphrase");
  }

  async #try(how: () => Promise<Unlocked | null>, tried: Secret | null): Promise<void> {
    if (this.busy || this.pause.left > 0) return;
    this.busy = true;
    this.problem = null;
    this.pause.stop();
    try {
      const unlocked = await how();
      if (unlocked) this.#goIn(unlocked);
    } catch (error) {
      const code = codeOf(error);
      if (ABOUT_THE_JOURNAL.includes(code)) this.#stop(code, tried);
      else this.problem = code;
      if (["wrong_secret", "wrong_pin", "too_soon"].includes(code)) await this.pause.ask();
    } finally {
      this.busy = false;
    }
  }

  #goIn(unlocked: Unlocked): void {
    this.passphrase = "";
    this.pin = "";
    this.typing.clear();
    this.chosen.clear();
    this.#opened(unlocked);
  }

  #stop(code: ErrorCode, tried: Secret | null): void {
    this.trouble = code;
    this.rescue = new Rescue(code === "data_damaged" ? tried : null);
  }
}
