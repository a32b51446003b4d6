/** Quick unlock with a PIN, and new keys when someone may know the passphrase. */
import { ipc, type Quick } from "../../ipc";
import { NewPassphrase } from "../../lib/passphrase.svelte";
import { Sheet } from "../../lib/sheet.svelte";
import { LongWork, Work } from "../../lib/work.svelte";

const PIN = /^\d{6,12}$/;

/** Whether the PIN is on, and turning it on and off. Each asks for the passphrase. */
export class PinSetting {
  /** Null until the keychain has answered. */
  state = $state<Quick | null>(null);
  passphrase = $state("");
  pin = $state("");
  again = $state("");
  /** Turn on was pressed: from then on problems are named. */
  pressed = $state(false);
  readonly work = new Work();

  get on(): boolean {
    return this.state !== null && this.state !== "off" && this.state !== "unavailable";
  }

  /** What stands in the way, named once it was pressed. */
  get wrong(): "unfit" | "different" | null {
    if (!PIN.test(this.pin.trim())) return "unfit";
    return this.pin.trim() === this.again.trim() ? null : "different";
  }

  async load(): Promise<void> {
    try {
      this.state = await ipc.quickUnlock();
    } catch {
      this.state = "unavailable";
    }
  }

  async turnOn(): Promise<boolean> {
    this.pressed = true;
    if (this.wrong) return false;
    const done = await this.work.run(async () => {
      this.state = await ipc.turnOnPin(this.passphrase, this.pin.trim());
    });
    if (done) this.clear();
    return done;
  }

  async turnOff(): Promise<boolean> {
    const done = await this.work.run(async () => {
      await ipc.turnOffPin(this.passphrase);
      this.state = "off";
    });
    if (done) this.clear();
    return done;
  }

  clear(): void {
    this.passphrase = "";
    this.pin = "";
    this.again = "";
    this.pressed = false;
    this.work.problem = null;
  }
}

/** New keys for everything: a new passphrase, a new recovery key. */
export class Renewal {
  current = $state("");
  readonly chosen = new NewPassphrase();
  readonly work = new LongWork();
  /** The new recovery key, once it is done. */
  sheet = $state.raw<Sheet | null>(null);

  /** Make new keys was pressed. */
  async press(): Promise<boolean> {
    return this.chosen.press() === "use" && (await this.renew(false));
  }

  /** `weakOk` only after the second, explicit step. */
  async renew(weakOk: boolean): Promise<boolean> {
    const { current } = this;
    const next = this.chosen.text;
    return this.work.runClosed(async () => {
      const shown = await ipc.renewKeys(current, next, weakOk);
      this.current = "";
      this.chosen.clear();
      this.sheet = new Sheet(shown);
    });
  }

  clear(): void {
    this.current = "";
    this.chosen.clear();
    this.sheet?.typing.clear();
    this.sheet = null;
    this.work.problem = null;
  }
}
