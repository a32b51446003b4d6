/** The lock: a passphrase, or the recovery key with a new passphrase. */
import { codeOf, ipc, type ErrorCode, type Unlocked } from "../../ipc";
import { NewPassphrase } from "../../lib/passphrase.svelte";
import { KeyTyping } from "../../lib/recovery.svelte";

export type GateView = "passphrase" | "recovery" | "new-passphrase";

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
  busy = $state(false);
  /** What went wrong last, if it was about what was typed. */
  problem = $state<ErrorCode | null>(null);
  /** What is wrong with the journal. */
  trouble = $state<ErrorCode | null>(null);
  readonly typing = new KeyTyping();
  readonly chosen = new NewPassphrase();

  readonly #opened: (unlocked: Unlocked) => void;

  constructor(opened: (unlocked: Unlocked) => void) {
    this.#opened = opened;
  }

  /** Tries the passphrase. What was typed stays, so that a slip can be mended. */
  async open(): Promise<void> {
    if (this.passphrase === "") return;
    await this.#try(() => ipc.unlock(this.passphrase));
  }

  /** Opens with the typed key and the new passphrase. */
  async recover(weakOk: boolean): Promise<void> {
    const groups = this.typing.whole;
    if (!groups) return;
    await this.#try(() => ipc.unlockWithRecoveryKey([...groups], this.chosen.text, weakOk));
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
    if (view === "passphrase") {
      this.typing.clear();
      this.chosen.clear();
    }
    this.view = view;
  }

  /** After a trouble with the journal: back to trying. */
  again(): void {
    this.trouble = null;
    this.problem = null;
  }

  async #try(how: () => Promise<Unlocked>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      const unlocked = await how();
      this.passphrase = "";
      this.typing.clear();
      this.chosen.clear();
      this.#opened(unlocked);
    } catch (error) {
      const code = codeOf(error);
      if (ABOUT_THE_JOURNAL.includes(code)) this.trouble = code;
      else this.problem = code;
    } finally {
      this.busy = false;
    }
  }
}
