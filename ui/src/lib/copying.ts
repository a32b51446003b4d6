/**
 * Copying and cutting. What leaves the window goes by way of the shell, which keeps it out of
 * the clipboard's history and the cloud, and takes it back when the journal is locked.
 */
import { ipc } from "../ipc";
import { toast } from "./toast.svelte";
import { words } from "./words.svelte";

/** Takes the place of what the web view does by itself on copy and cut. */
export function copyOut(event: ClipboardEvent): void {
  const { target } = event;
  const text = markedIn(target);
  if (text === "") return;
  event.preventDefault();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else can be taken back with Ctrl+Z
  if (event.type === "cut" && isEditable(target)) document.execCommand("delete");
  put(text).catch(() => toast.show(words("common-not-copied")));
}

/** Puts a text on the clipboard. */
export async function put(text: string): Promise<void> {
  await ipc.copyText(text, false);
}

function markedIn(target: EventTarget | null): string {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) {
    // Nothing is copied out of a passphrase that is not shown.
    if (target.type === "password") return "";
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
  }
  return document.getSelection()?.toString() ?? "";
}

function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
    return !target.readOnly && !target.disabled;
  return false;
}
