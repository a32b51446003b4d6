//! Backups: how they stand, making one, and the second folder.

use chrono::NaiveDate;
use journal::Moment;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use vault::BackupFile;

use super::Shared;
use super::progress::teller;
use super::safe::{Holds, length};
use crate::app::{App, blocking};
use crate::clock;
use crate::disks;
use crate::error::{ErrorCode, Reply};
use crate::files;
use crate::keeper::{self, Kept, Last};
use crate::session::Open;

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

/// How the backups stand.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that the window shows"
)]
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
    /// Whether a copy of it is in the folder of the person's choice now.
    pub elsewhere: bool,
}

impl LastBackup {
    /// The last one, as the journal remembers it.
    pub(crate) fn new(last: Last, elsewhere: bool) -> Self {
        let Last { at, entries, people, newest } = last;
        Self { at, holds: Holds { entries, people, newest }, elsewhere }
    }

    /// The last one that is remembered.
    pub(crate) fn of(app: &App, open: &Open, kept: &Kept) -> Option<Self> {
        Some(Self::new(kept.last?, keeper::has_copy(app, kept, &open.vault.id())))
    }
}

/// How the backups stand.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backup_state(app: Shared<'_>) -> Reply<BackupState> {
    let state = app.inner().clone();
    app.with(move |open| how_they_stand(&state, open)).await
}

fn how_they_stand(app: &App, open: &mut Open) -> Reply<BackupState> {
    keeper::look(app, open)?;
    let kept = Kept::read(open)?;
    let vault_id = open.vault.id();
    let beside = app.backup_folder();
    let second = kept.folder.as_deref();
    let mut listed = vault::backups(&beside)?;
    let mut rows: Vec<BackupRow> = listed.iter().map(|one| row(one, Some(&vault_id))).collect();
    let there = second.map(|folder| vault::backups(folder).unwrap_or_default()).unwrap_or_default();
    rows.extend(there.iter().map(|one| BackupRow { elsewhere: true, ..row(one, Some(&vault_id)) }));
    listed.extend(there);
    app.picks(|picks| picks.listed = listed);
    Ok(BackupState {
        last: LastBackup::of(app, open, &kept),
        folder: second.map(|folder| folder.display().to_string()),
        folder_here: second.is_some_and(files::can_write),
        folder_elsewhere: second.is_some_and(|folder| disks::are_apart(folder, app.folder())),
        folder_synced: second.is_some_and(disks::is_synced),
        nudge: kept.is_missing(clock::now().day()),
        failed: kept.failed,
        rows: numbered(rows),
    })
}

/// A line for a backup beside the journal.
pub(crate) fn row(backup: &BackupFile, present: Option<&[u8; 16]>) -> BackupRow {
    BackupRow {
        place: 0,
        name: name(backup),
        day: backup.day,
        bytes: length(backup.bytes),
        elsewhere: false,
        same_journal: present.is_none_or(|id| backup.vault_id == *id),
    }
}

/// The name of a backup's file.
pub(crate) fn name(backup: &BackupFile) -> String {
    backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Gives each line its place.
pub(crate) fn numbered(mut rows: Vec<BackupRow>) -> Vec<BackupRow> {
    for (place, row) in (0..).zip(&mut rows) {
        row.place = place;
    }
    rows
}

/// Makes a backup now, also in the folder of the person's choice if it is there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn back_up_now(app: Shared<'_>, handle: AppHandle) -> Reply<LastBackup> {
    let app = app.inner().clone();
    blocking(move || {
        let (last, away) = keeper::back_up_now(&app, &mut teller(&handle))?;
        Ok(LastBackup::new(last, away))
    })
    .await
}

/// Asks for a folder for second copies. False if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_backup_folder(app: Shared<'_>, handle: AppHandle) -> Reply<bool> {
    app.with(|_| Ok(())).await?;
    let Some(folder) = files::ask_folder(&handle).await else { return Ok(false) };
    let state = app.inner().clone();
    app.with(move |open| {
        if folder.starts_with(state.folder()) || !files::can_write(&folder) {
            // Inside the program's own folder it would not be a second place.
            return Err(ErrorCode::NotAllowed.into());
        }
        Kept::change(open, |kept| {
            kept.folder = Some(folder);
            kept.away = None;
        })?;
        keeper::look(&state, open)?;
        Ok(true)
    })
    .await
}

/// Makes no second copies any more. Those that are there stay.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_backup_folder(app: Shared<'_>) -> Reply<()> {
    app.with(|open| Kept::change(open, |kept| (kept.folder, kept.away) = (None, None))).await
}

/// The backups that can be seen without a key, for someone who cannot open the
/// journal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn known_backups(app: Shared<'_>) -> Reply<Vec<BackupRow>> {
    let app = app.inner().clone();
    blocking(move || {
        let listed = vault::backups(&app.backup_folder())?;
        // Without a key it is not known which journal is the present one.
        let rows = listed.iter().map(|one| row(one, None)).collect();
        app.picks(|picks| picks.listed = listed);
        Ok(numbered(rows))
    })
    .await
}
