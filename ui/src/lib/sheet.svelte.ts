/** A recovery key: shown on the screen to be saved, and typed back whole from paper. */
import { codeOf, ipc, type ErrorCode, type RecoveryShown } from "../ipc";
import { KeyTyping } from "./recovery.svelte";

/** Typing a recovery key back, to be sure that the paper opens this journal. */
export class KeyBack {
  readonly typing: KeyTyping;
  /** It was typed back, and the shell tried it on the journal itself. */
  confirmed = $state(false);
  /** Every group fits together, but the key is not of this journal. */
  stranger = $state(false);
  problem = $state<ErrorCode | null>(null);

  constructor(typing = new KeyTyping()) {
    this.typing = typing;
  }

  /** Compares what was typed; names the group that is different. */
  async compare(): Promise<void> {
    const typed = this.typing.whole;
    if (!typed || this.confirmed) return;
    this.problem = null;
    try {
      const { ok, wrong_group: wrong } = await ipc.recoveryKeyTyped([...typed]);
      this.confirmed = ok;
      this.typing.different = wrong;
      this.stranger = !ok && wrong === null;
    } catch (error) {
      this.problem = codeOf(error);
    }
  }
}

/** A new recovery key while it is on the screen. */
export class Sheet extends KeyBack {
  readonly shown: RecoveryShown;
  saved = $state(false);
  /** The chosen place did not take the file. The journal has nothing to do with it. */
  unsaved = $state(false);

  constructor(shown: RecoveryShown, typing = new KeyTyping()) {
    super(typing);
    this.shown = shown;
  }

  /** Lets the person choose where to put a plain file with the key. */
  async save(): Promise<void> {
    this.unsaved = false;
    try {
      this.saved = (await ipc.saveRecoverySheet()) || this.saved;
    } catch {
      this.unsaved = true;
    }
  }
}
