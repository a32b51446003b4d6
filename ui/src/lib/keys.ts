/**
 * The keys of the whole window. No single letter works outside its own control
 * (WCAG 2.1.4), and nothing here reacts while an input method is composing.
 */
import type { HideKey } from "../ipc";

export type Command =
  | { do: "hide" }
  | { do: "help" }
  | { do: "check-in" }
  | { do: "write" }
  | { do: "search" }
  | { do: "palette" }
  | { do: "keys" }
  | { do: "sidebar"; place: number };

/** Two Esc within this time hide. */
export const DOUBLE_ESC_MS = 600;

/** Reads key presses; remembers the last Esc. */
export class Keys {
  #lastEsc = Number.NEGATIVE_INFINITY;

  /** What a key press asks for, or null. `places` is the length of the sidebar. */
  read(event: KeyboardEvent, hideKey: HideKey, places: number): Command | null {
    if (event.isComposing || event.key === "Process") return null;
    if (event.key === "Escape") return this.#escape(event, hideKey);
    this.#lastEsc = Number.NEGATIVE_INFINITY;
    if (event.key === "F1") return { do: "help" };
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
    return withControl(event, places);
  }

  /** A click lies between: an Esc before it and one after it are not two in a row. */
  pointed(): void {
    this.#lastEsc = Number.NEGATIVE_INFINITY;
  }

  #escape(event: KeyboardEvent, hideKey: HideKey): Command | null {
    if (event.repeat) return null;
    if (hideKey === "single_esc") return { do: "hide" };
    const since = event.timeStamp - this.#lastEsc;
    this.#lastEsc = event.timeStamp;
    return since <= DOUBLE_ESC_MS ? { do: "hide" } : null;
  }
}

function withControl(event: KeyboardEvent, places: number): Command | null {
  // The slash may need Shift on some keyboards, so Shift is looked at last.
  if (event.key === "/" || event.key === "?") return { do: "keys" };
  if (event.shiftKey) return null;
  const place = Number(event.key);
  if (Number.isInteger(place) && place >= 1 && place <= places) return { do: "sidebar", place };
  const key = event.key.toLowerCase();
  // Where the keyboard has no Latin letters the key's place counts, so that hiding works on all.
  return (/^[a-z]$/.test(key) ? byLetter[key] : byCode[event.code]) ?? null;
}

const byLetter: { [key: string]: Command | undefined } = {
  l: { do: "hide" },
  j: { do: "check-in" },
  n: { do: "write" },
  f: { do: "search" },
  k: { do: "palette" },
};
const byCode: { [code: string]: Command | undefined } = {
  KeyL: { do: "hide" },
  KeyJ: { do: "check-in" },
  KeyN: { do: "write" },
  KeyF: { do: "search" },
  KeyK: { do: "palette" },
};

/** "⌘" on a Mac, "Ctrl" elsewhere. */
export function controlKey(platform = navigator.userAgent): string {
  return /Mac/.test(platform) ? "⌘" : "Ctrl";
}
