/** What went wrong with a backup, in words: the general sentences speak of the journal. */
import type { ErrorCode } from "../ipc";
import { sentenceFor } from "../lib/failure";
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
