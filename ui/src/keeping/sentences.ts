/** A backup in words: where it lies, and what went wrong with it. The general sentences speak of the journal. */
import type { BackupRow, ErrorCode } from "../ipc";
import { app } from "../lib/app.svelte";
import { sentenceFor } from "../lib/failure";
import { sizeOf } from "../lib/sizes";
import { words } from "../lib/words.svelte";

/** The sentence for a failure while a backup is chosen, looked into or put in place. */
export function aboutBackup(code: ErrorCode): string {
  switch (code) {
    case "wrong_secret":
      return words("keeping-wrong-secret");
    case "not_a_backup":
      return words("keeping-not-a-backup");
    case "backup_damaged":
    case "header_damaged":
    case "data_damaged":
    case "settings_altered":
      return words("keeping-backup-damaged");
    case "newer":
      return words("keeping-newer");
    case "disk_full":
      return words("keeping-disk-full");
    case "not_allowed":
    case "disk":
    case "not_found":
      return words("keeping-not-there");
    default:
      return sentenceFor(code);
  }
}

/** How large a backup is and where it lies; only an open journal knows its own from others. */
export function whereOf({ bytes, elsewhere, same_journal: same }: BackupRow): string {
  const size = sizeOf(bytes);
  if (!same && app.journal === "open") return words("keeping-row-other", { size });
  return elsewhere ? words("keeping-row-elsewhere", { size }) : words("keeping-row", { size });
}
