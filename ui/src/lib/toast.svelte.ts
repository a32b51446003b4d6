/** One short message at the foot of the window, with a way to undo. */
export interface ToastMessage {
  text: string;
  undo?: () => void;
}

/** With an undo it stays long enough to be read and reached by keyboard. */
const SHOWN_MS = 6000;
const SHOWN_WITH_UNDO_MS = 12_000;

class Toast {
  message = $state.raw<ToastMessage | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows `text`; with `undo`, a button that calls it. */
  show(text: string, undo?: () => void): void {
    this.message = undo ? { text, undo } : { text };
    this.resume();
  }

  /** Takes it away. */
  hide(): void {
    clearTimeout(this.#timer);
    this.message = null;
  }

  /** Keeps it while someone is on it. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** Lets it go after its time. */
  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), this.message?.undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS);
  }
}

export const toast = new Toast();
