/** Error codes in words: what happened, that nothing is lost, what to do. */
import type { ErrorCode } from "../ipc";
import { words } from "./words.svelte";

// Exhaustive on purpose: a new code does not compile until it has its sentence.
const sentences: Record<ErrorCode, string> = {
  locked: "errors-locked",
  no_journal: "errors-no-journal",
  already_there: "errors-already-there",
  wrong_secret: "errors-wrong-secret",
  wrong_group: "errors-wrong-group",
  passphrase_too_short: "errors-passphrase-too-short",
  passphrase_too_long: "errors-passphrase-too-long",
  passphrase_weak: "errors-passphrase-weak",
  header_damaged: "errors-header-damaged",
  data_damaged: "errors-data-damaged",
  newer: "errors-newer",
  in_use: "errors-in-use",
  disk_full: "errors-disk-full",
  low_memory: "errors-low-memory",
  not_allowed: "errors-not-allowed",
  disk: "errors-disk",
  invalid: "errors-invalid",
  settings_altered: "errors-settings-altered",
  too_soon: "errors-too-soon",
  not_a_backup: "errors-not-a-backup",
  backup_damaged: "errors-backup-damaged",
  not_sealed: "errors-not-sealed",
  pin_unfit: "errors-pin-unfit",
  wrong_pin: "errors-wrong-pin",
  pin_off: "errors-pin-off",
  keychain_unfit: "errors-keychain-unfit",
  not_found: "errors-not-found",
  page: "errors-page",
  file_password: "errors-file-password",
  fault: "errors-fault",
};

/** The sentence for a code. */
export function sentenceFor(code: ErrorCode): string {
  return words(sentences[code]);
}

/** Every code; for tests. */
export const errorCodes = Object.keys(sentences);
