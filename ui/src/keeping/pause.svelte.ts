/** The pause before the next try, counted down by this window's own clock. */
import { ipc } from "../ipc";

const SECOND_MS = 1000;

export class Pause {
  /** Seconds left; 0 when a try may come. */
  left = $state(0);
  /** A pause has just ended, and nothing was tried since. */
  over = $state(false);

  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Asks how long, and counts it down. */
  async ask(): Promise<void> {
    let seconds = 0;
    try {
      seconds = await ipc.waitBeforeTry();
    } catch {
      // A try that comes too soon is refused by the shell all the same.
    }
    this.begin(seconds);
  }

  /** Counts down from so many seconds. */
  begin(seconds: number): void {
    this.stop();
    if (seconds <= 0) return;
    // The clock on the wall, not the number of ticks: a sleeping window has none.
    this.#until = Date.now() + seconds * SECOND_MS;
    this.left = seconds;
    this.#timer = setInterval(() => this.#tick(), SECOND_MS / 4);
  }

  /** Ends the counting. */
  stop(): void {
    clearInterval(this.#timer);
    this.left = 0;
    this.over = false;
  }

  #tick(): void {
    this.left = Math.max(0, Math.ceil((this.#until - Date.now()) / SECOND_MS));
    if (this.left > 0) return;
    clearInterval(this.#timer);
    this.over = true;
  }
}
