/** A secret that opens a backup or a damaged journal: the passphrase or the recovery key. */
import type { Groups, Secret } from "../ipc";
import { KeyTyping } from "../lib/recovery.svelte";

export class SecretTyping {
  kind = $state<"passphrase" | "key">("passphrase");
  passphrase = $state("");
  readonly typing: KeyTyping;

  constructor(typing = new KeyTyping()) {
    this.typing = typing;
  }

  /** What was typed, once it is whole. */
  get value(): Secret | null {
    if (this.kind === "passphrase")
      return this.passphrase === "" ? null : { passphrase: this.passphrase };
    const { whole } = this.typing;
    return whole && { recovery_key: [...whole] as Groups };
  }

  /** Forgets everything typed. */
  clear(): void {
    this.passphrase = "";
    this.typing.clear();
  }
}
