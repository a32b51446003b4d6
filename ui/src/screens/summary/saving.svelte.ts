/**
 * Saving the page as a file: locked with a password unless the person says
 * twice that it should not be. The password is kept nowhere and goes with this.
 */
import { codeOf, ipc, type ErrorCode, type PageChoices } from "../../ipc";

/** The shortest password, in characters. */
export const PASSWORD_MIN = 8;
/** The longest one a PDF takes, in bytes. */
export const PASSWORD_MAX_BYTES = 127;

/** choose → (plain?) → saved */
export type Step = "choose" | "saved";
export type PasswordProblem = "short" | "long" | null;

export class Saving {
  step = $state<Step>("choose");
  /** Whether the file will be locked. */
  locked = $state(true);
  /** The person turned the lock off and has not yet said so again. */
  asking = $state(false);
  password = $state("");
  shown = $state(true);
  busy = $state(false);
  /** The person closed the dialog of the system without choosing a place. */
  cancelled = $state(false);
  problem = $state<PasswordProblem>(null);
  failed = $state<ErrorCode | null>(null);

  /** Starts over, with five words that nobody chose. */
  async begin(): Promise<void> {
    this.end();
    await this.suggest();
  }

  /** Other words. */
  async suggest(): Promise<void> {
    try {
      this.password = await ipc.pageFilePassword();
      this.shown = true;
      this.problem = null;
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Turns the lock on at once, or asks about turning it off. */
  lock(on: boolean): void {
    if (on) this.locked = true;
    this.asking = !on;
  }

  /** The second look: really without a password? */
  answer(plain: boolean): void {
    this.locked = !plain;
    this.asking = false;
  }

  /** Asks where and saves. Gives true once the file is there. */
  async save(choices: PageChoices): Promise<boolean> {
    this.cancelled = false;
    this.failed = null;
    this.problem = this.locked ? problemOf(this.password) : null;
    if (this.problem || this.asking || this.busy) return false;
    this.busy = true;
    try {
      const became = await ipc.pageSave(choices, this.locked ? this.password : null);
      this.cancelled = became === "cancelled";
      if (!this.cancelled) this.step = "saved";
    } catch (error) {
      this.failed = codeOf(error);
    } finally {
      this.busy = false;
    }
    return this.step === "saved";
  }

  /** Forgets the password. */
  end(): void {
    this.step = "choose";
    this.locked = true;
    this.asking = false;
    this.password = "";
    this.shown = true;
    this.cancelled = false;
    this.problem = null;
    this.failed = null;
  }
}

/** Why a password cannot be used. */
export function problemOf(password: string): PasswordProblem {
  if (Array.from(password).length < PASSWORD_MIN) return "short";
  return new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES ? "long" : null;
}
