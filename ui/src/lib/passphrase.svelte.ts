/**
 * Choosing a passphrase: typed twice, its strength shown, a weak one taken only
 * after a second, explicit step. It never leaves this object but to the shell.
 */
import { ipc, type PassphraseStrength } from "../ipc";

/** Shortest passphrase in characters; the vault has the last word. */
export const SHORTEST = 8;

type Measure = (text: string) => Promise<PassphraseStrength>;
type Suggest = () => Promise<string>;

export class NewPassphrase {
  text = $state("");
  again = $state("");
  /** Whether the first field shows its letters. */
  shown = $state(false);
  strength = $state.raw<PassphraseStrength>({ level: 0, enough: false });
  /** The person was told that it could be guessed, and is asked once more. */
  askedWeak = $state(false);
  /** Continue was pressed: from then on problems are named. */
  pressed = $state(false);

  readonly #measure: Measure;
  readonly #suggest: Suggest;

  constructor(
    measure: Measure = (text) => ipc.passphraseStrength(text),
    suggest: Suggest = () => ipc.suggestPassphrase(),
  ) {
    this.#measure = measure;
    this.#suggest = suggest;
  }

  /** What stands in the way, named once Continue was pressed. */
  get problem(): "short" | "different" | null {
    if (Array.from(this.text.trim()).length < SHORTEST) return "short";
    return this.text.trim() === this.again.trim() ? null : "different";
  }

  /** Call after each change of the first field. */
  async changed(): Promise<void> {
    this.askedWeak = false;
    const measured = this.text;
    const strength = await this.#measure(measured);
    // Answers may come late; only the one for what stands there now counts.
    if (measured === this.text) this.strength = strength;
  }

  /** Puts five words nobody chose into the first field, to be typed once more. */
  async suggest(): Promise<void> {
    this.text = await this.#suggest();
    this.again = "";
    this.shown = true;
    await this.changed();
  }

  /** Continue was pressed. Gives what to do next. */
  press(): "stay" | "use" {
    this.pressed = true;
    if (this.problem) return "stay";
    if (this.strength.enough) return "use";
    this.askedWeak = true;
    return "stay";
  }

  /** Forgets everything typed. */
  clear(): void {
    this.text = "";
    this.again = "";
    this.strength = { level: 0, enough: false };
    this.askedWeak = false;
    this.pressed = false;
    this.shown = false;
  }
}
