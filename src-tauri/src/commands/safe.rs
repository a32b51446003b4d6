//! Keeping the journal safe: backups, what was set aside, rescue, new keys, the end.
//!
//! A file is never named by the window: the person answers the system's own dialog,
//! or picks from a list by its place in it.

use chrono::NaiveDate;
use journal::{Moment, Record};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::AppHandle;
use tauri_specta::Event;

use super::Shared;
use super::before::Unlocked;
use super::keys::RecoveryShown;
use crate::error::Reply;

/// A secret that opens a journal or a backup.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Secret {
    /// The passphrase.
    Passphrase(String),
    /// The nine groups of the recovery key.
    RecoveryKey([String; 9]),
}

/// What a journal or a backup holds.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct Holds {
    /// Entries and check-ins.
    pub entries: u32,
    /// People with a card.
    pub people: u32,
    /// When the newest change was made.
    pub newest: Option<Moment>,
}

/// A backup in a list.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BackupRow {
    /// Its place in the list it came with.
    pub place: u32,
    /// The name of its file.
    pub name: String,
    /// The day it was made.
    pub day: NaiveDate,
    /// Its length in bytes.
    pub bytes: f64,
    /// In the folder of the person's choice, not beside the journal.
    pub elsewhere: bool,
    /// Of the present journal.
    pub same_journal: bool,
}

/// A backup that was chosen, before any secret is typed.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ChosenBackup {
    /// The name of its file.
    pub name: String,
    /// The day it was made.
    pub day: NaiveDate,
    /// Its length in bytes.
    pub bytes: f64,
}

/// A chosen backup beside the present journal.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct BackupReview {
    /// What is in the backup.
    pub holds: Holds,
    /// When it was made.
    pub made: Moment,
    /// What is in the present journal; none if there is none or it is locked.
    pub present: Option<Holds>,
    /// Whether there is a journal now, which would be set aside.
    pub sets_aside: bool,
}

/// How the backups stand.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BackupState {
    /// The last one that was made and verified, and what it held.
    pub last: Option<LastBackup>,
    /// Where the person wants a second copy, as the system names it.
    pub folder: Option<String>,
    /// That folder can be written now.
    pub folder_here: bool,
    /// That folder lies on another disk.
    pub folder_elsewhere: bool,
    /// The folder looks like one that is kept in step with the internet.
    pub folder_synced: bool,
    /// The last one off this disk is more than 14 days old, or there is none.
    pub nudge: bool,
    /// The last automatic one failed.
    pub failed: bool,
    /// All that are known.
    pub rows: Vec<BackupRow>,
}

/// The last backup that was made.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct LastBackup {
    /// When.
    pub at: Moment,
    /// What it held.
    pub holds: Holds,
    /// Whether a copy went to the folder of the person's choice.
    pub elsewhere: bool,
}

/// A journal that was set aside.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct AsideRow {
    /// Its place in the list.
    pub place: u32,
    /// When it was set aside.
    pub on: Moment,
    /// Its length in bytes.
    pub bytes: f64,
}

/// What is whole in a damaged journal.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct Salvaged {
    /// Records that are whole.
    pub whole: u32,
    /// Records there were, as far as can be told.
    pub known: u32,
    /// Unfinished texts that are whole.
    pub drafts: u32,
}

/// A rescued journal, open.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Rescued {
    /// What was rescued.
    pub salvaged: Salvaged,
    /// What unlocking had to say.
    pub unlocked: Unlocked,
}

/// How the recovery key stands.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct RecoveryState {
    /// It was typed back at least once.
    pub typed: bool,
    /// It was put off already; it can be put off only once.
    pub deferred: bool,
    /// Two or eight weeks after it was typed: time for a gentle try.
    pub retest: bool,
    /// The day it was made, if known.
    pub made_on: Option<NaiveDate>,
}

/// What Today gently reminds of.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct Reminders {
    /// The recovery key was never typed back.
    pub recovery_pending: bool,
    /// Time to try the recovery key again.
    pub recovery_retest: bool,
    /// No fresh backup off this disk.
    pub backup: bool,
    /// The last automatic backup failed.
    pub backup_failed: bool,
}

/// A file the program writes.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ProofFile {
    /// Its path below the program's folder.
    pub name: String,
    /// What it is: `journal`, `keys`, `prefs`, `backup`, `aside`, `lock`, `other`.
    pub what: FileKind,
    /// Its length in bytes.
    pub bytes: f64,
    /// Its first 32 bytes.
    pub first: Vec<u8>,
}

/// What a file of the program is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileKind {
    /// The encrypted journal.
    Journal,
    /// A copy of the key file.
    Keys,
    /// The plain preferences.
    Prefs,
    /// A backup.
    Backup,
    /// Part of a journal that was set aside.
    Aside,
    /// Empty; says that the journal is open.
    Lock,
    /// Anything else.
    Other,
}

/// What can be shown to prove how the journal is kept.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Proof {
    /// The program's folder, as the system names it.
    pub folder: String,
    /// Every file in it.
    pub files: Vec<ProofFile>,
    /// The plain preferences, word for word: the only file that can be read.
    pub prefs: String,
    /// The last verified backup.
    pub last_backup: Option<LastBackup>,
}

/// How far long work has come, 0 to 1 of a stage.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct Progress {
    /// What it is doing.
    pub stage: WorkStage,
    /// How much of the stage is done, 0 to 100.
    pub percent: u8,
}

/// What long work is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WorkStage {
    /// Copying or reading.
    Copying,
    /// Checking the copy.
    Checking,
    /// Putting it in place.
    MovingIn,
}

/// How the backups stand.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backup_state(app: Shared<'_>) -> Reply<BackupState> {
    app.with(|_| todo!()).await
}

/// Makes a backup now, also in the folder of the person's choice if it is there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn back_up_now(app: Shared<'_>, handle: AppHandle) -> Reply<LastBackup> {
    let _ = handle;
    app.with(|_| todo!()).await
}

/// Asks for a folder for second copies. False if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_backup_folder(app: Shared<'_>, handle: AppHandle) -> Reply<bool> {
    let _ = handle;
    app.with(|_| todo!()).await
}

/// Makes no second copies any more. Those that are there stay.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_backup_folder(app: Shared<'_>) -> Reply<()> {
    app.with(|_| todo!()).await
}

/// The backups that can be seen without a key, for someone who cannot open the
/// journal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn known_backups(app: Shared<'_>) -> Reply<Vec<BackupRow>> {
    let _ = app;
    todo!()
}

/// Asks for a backup file with the system's dialog and remembers it. None if the
/// person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_backup(
    app: Shared<'_>,
    handle: AppHandle,
) -> Reply<Option<ChosenBackup>> {
    let _ = (app, handle);
    todo!()
}

/// Takes a backup from the list of `known_backups` or `backup_state` and remembers it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pick_backup(app: Shared<'_>, place: u32) -> Reply<ChosenBackup> {
    let _ = (app, place);
    todo!()
}

/// Opens the chosen backup read-only and says what is in it: before a restore, and
/// as a rehearsal. Changes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn review_backup(
    app: Shared<'_>,
    handle: AppHandle,
    secret: Secret,
) -> Reply<BackupReview> {
    let _ = (app, handle, secret);
    todo!()
}

/// Puts the chosen backup in place of the present journal, which is closed and set
/// aside, and opens it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_backup(
    app: Shared<'_>,
    handle: AppHandle,
    secret: Secret,
) -> Reply<Unlocked> {
    let _ = (app, handle, secret);
    todo!()
}

/// The journals that were set aside.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_asides(app: Shared<'_>) -> Reply<Vec<AsideRow>> {
    let _ = app;
    todo!()
}

/// Puts a journal that was set aside back in place of the present one, which is set
/// aside and locked. Its own passphrase opens it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn put_back_aside(app: Shared<'_>, handle: AppHandle, place: u32) -> Reply<()> {
    let _ = (app, handle, place);
    todo!()
}

/// Removes a journal that was set aside, for good.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_aside(app: Shared<'_>, passphrase: String, place: u32) -> Reply<()> {
    let _ = (app, passphrase, place);
    todo!()
}

/// Looks what is whole in a damaged journal, and changes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_over(
    app: Shared<'_>,
    handle: AppHandle,
    secret: Secret,
) -> Reply<Salvaged> {
    let _ = (app, handle, secret);
    todo!()
}

/// Writes what is whole into a new journal, sets the damaged one aside, and opens
/// the new one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rescue(app: Shared<'_>, handle: AppHandle, secret: Secret) -> Reply<Rescued> {
    let _ = (app, handle, secret);
    todo!()
}

/// Sets the locked journal aside, so that a new one can begin.
#[tauri::command]
#[specta::specta]
pub(crate) async fn begin_anew(app: Shared<'_>) -> Reply<()> {
    let _ = app;
    todo!()
}

/// Someone may know the passphrase: new keys, a new passphrase and a new recovery
/// key. The journal is open again afterwards.
#[tauri::command]
#[specta::specta]
pub(crate) async fn renew_keys(
    app: Shared<'_>,
    handle: AppHandle,
    current: String,
    new_passphrase: String,
    weak_ok: bool,
) -> Reply<RecoveryShown> {
    let _ = (app, handle, current, new_passphrase, weak_ok);
    todo!()
}

/// How many entries and check-ins lie between two days, both included.
#[tauri::command]
#[specta::specta]
pub(crate) async fn count_days(app: Shared<'_>, from: NaiveDate, to: NaiveDate) -> Reply<u32> {
    let _ = (from, to);
    app.with(|_| todo!()).await
}

/// Deletes the entries and check-ins of some days for good, with new keys, so that
/// older copies of the file do not open with the new secrets.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_days(
    app: Shared<'_>,
    handle: AppHandle,
    passphrase: String,
    from: NaiveDate,
    to: NaiveDate,
) -> Reply<RecoveryShown> {
    let _ = (app, handle, passphrase, from, to);
    todo!()
}

/// Erases the journal from this computer. Answers which backups are left that the
/// program knows of; they stay where they are.
#[tauri::command]
#[specta::specta]
pub(crate) async fn erase_journal(app: Shared<'_>, passphrase: String) -> Reply<Vec<BackupRow>> {
    let _ = (app, passphrase);
    todo!()
}

/// Removes the backups that `erase_journal` named. Answers how many went.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_left_backups(app: Shared<'_>) -> Reply<u32> {
    let _ = app;
    todo!()
}

/// Seals a text that could not be saved into a file where the person wants it.
/// False if they thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn put_text_away(
    app: Shared<'_>,
    handle: AppHandle,
    record: Record,
) -> Reply<bool> {
    let _ = (app, handle, record);
    todo!()
}

/// Brings such a text back as a draft and answers its record; none if the person
/// thought better of it. `secret` only if it was sealed with other keys.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bring_text_back(
    app: Shared<'_>,
    handle: AppHandle,
    secret: Option<Secret>,
) -> Reply<Option<Record>> {
    let _ = (app, handle, secret);
    todo!()
}

/// How the recovery key stands.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_state(app: Shared<'_>) -> Reply<RecoveryState> {
    app.with(|_| todo!()).await
}

/// Not now: the gentle try of the recovery key is put off to its next date.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_retest_later(app: Shared<'_>) -> Reply<()> {
    app.with(|_| todo!()).await
}

/// What Today gently reminds of.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reminders(app: Shared<'_>) -> Reply<Reminders> {
    app.with(|_| todo!()).await
}

/// What can be shown to prove how the journal is kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proof(app: Shared<'_>) -> Reply<Proof> {
    app.with(|_| todo!()).await
}

/// Puts a text on the clipboard, out of its history, and remembers that it is ours:
/// locking clears it if it is still there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_text(app: Shared<'_>, text: String, secret: bool) -> Reply<()> {
    let _ = (app, text, secret);
    todo!()
}
