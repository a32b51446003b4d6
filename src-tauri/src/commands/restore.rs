//! Restoring: choosing a backup, looking into it, putting it in place, and what was
//! set aside.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use journal::Moment;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use vault::{BackupFile, Presence, Vault};

use super::Shared;
use super::backup::name;
use super::before::{Unlocked, tried, welcome};
use super::progress::teller;
use super::safe::{Held, Holds, Secret, length};
use crate::app::{App, blocking};
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::files;
use crate::picks::at;
use crate::session::Open;
use crate::text::SecretText;

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

/// Asks for a backup file with the system's dialog and remembers it. None if the
/// person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_backup(
    app: Shared<'_>,
    handle: AppHandle,
) -> Reply<Option<ChosenBackup>> {
    let Some(file) = files::ask_which(&handle, files::BACKUP).await else { return Ok(None) };
    let app = app.inner().clone();
    blocking(move || {
        let backup = vault::check_backup(&file, &mut teller(&handle))?;
        Ok(Some(choose(&app, &backup)))
    })
    .await
}

/// Takes a backup from the list of `known_backups` or `backup_state` and remembers it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pick_backup(app: Shared<'_>, place: u32) -> Reply<ChosenBackup> {
    let backup = app.picks(|picks| at(&picks.listed, place).cloned());
    Ok(choose(&app, &backup.ok_or(ErrorCode::NotFound)?))
}

fn choose(app: &App, backup: &BackupFile) -> ChosenBackup {
    app.picks(|picks| picks.chosen = Some(backup.path.clone()));
    ChosenBackup { name: name(backup), day: backup.day, bytes: length(backup.bytes) }
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
    let app = app.inner().clone();
    blocking(move || {
        let (secret, file) = (secret.held()?, chosen(&app)?);
        let (scratch, mut told) = (app.scratch_folder(), teller(&handle));
        let look = || Ok(vault::review_backup(&file, secret.key(), &scratch, &mut told)?);
        let review = app.try_anyones(look)?;
        let present = app.with_now(|open| Ok(Holds::from(open.vault.contents()?))).ok();
        let sets_aside = vault::presence(&app.vault_folder())? == Presence::Present;
        Ok(BackupReview { holds: review.contents.into(), made: review.made, present, sets_aside })
    })
    .await
}

fn chosen(app: &App) -> Reply<PathBuf> {
    app.picks(|picks| picks.chosen.clone()).ok_or(ErrorCode::NotFound.into())
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
    let app = app.inner().clone();
    blocking(move || {
        let (secret, file) = (secret.held()?, chosen(&app)?);
        app.try_anyones(|| {
            if app.is_open() {
                // Proved while it is open: a typing error must not close the journal.
                vault::prove_backup(&file, secret.key())?;
            }
            app.while_closed(|open| put(&app, open, &secret, &file, &handle))
        })
    })
    .await
}

fn put(
    app: &App,
    open: &mut Option<Open>,
    secret: &Held,
    file: &Path,
    handle: &AppHandle,
) -> Reply<Unlocked> {
    let dir = app.vault_folder();
    let was_open = open.is_some();
    close(open)?;
    let put = vault::restore(&dir, file, secret.key(), clock::now(), &mut teller(handle));
    if let Err(error) = put {
        // The journal of before opens again, if this is its secret too.
        if was_open && let Ok(opened) = Vault::open(&dir, secret.key()) {
            *open = Some(welcome(app, opened)?.0);
        }
        return Err(error.into());
    }
    let (welcomed, unlocked) = welcome(app, Vault::open(&dir, secret.key())?)?;
    *open = Some(welcomed);
    app.picks(|picks| picks.chosen = None);
    Ok(unlocked)
}

/// Closes a journal that was taken out.
pub(crate) fn close(open: &mut Option<Open>) -> Reply<()> {
    match open.take() {
        Some(open) => Ok(open.vault.close()?),
        None => Ok(()),
    }
}

/// The journals that were set aside.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_asides(app: Shared<'_>) -> Reply<Vec<AsideRow>> {
    let state = app.inner().clone();
    app.with(move |_| {
        let asides = vault::set_asides(&state.vault_folder())?;
        let row = |(place, aside): (u32, &vault::SetAside)| AsideRow {
            place,
            on: aside.on,
            bytes: length(aside.bytes),
        };
        let rows = (0..).zip(&asides).map(row).collect();
        state.picks(|picks| picks.asides = asides.into_iter().map(|aside| aside.name).collect());
        Ok(rows)
    })
    .await
}

/// Puts a journal that was set aside back in place of the present one, which is set
/// aside and locked. Its own passphrase opens it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn put_back_aside(app: Shared<'_>, place: u32) -> Reply<()> {
    let name = named_aside(&app, place).await?;
    let app = app.inner().clone();
    blocking(move || {
        app.while_closed(|open| {
            close(open)?;
            Ok(vault::put_back(&app.vault_folder(), &name, clock::now())?)
        })
    })
    .await
}

/// The set aside at a place of the last list. Only someone who opened the journal may
/// point at one.
async fn named_aside(app: &App, place: u32) -> Reply<String> {
    app.with(|_| Ok(())).await?;
    app.picks(|picks| at(&picks.asides, place).cloned()).ok_or(ErrorCode::NotFound.into())
}

/// Removes a journal that was set aside, for good.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_aside(app: Shared<'_>, passphrase: SecretText, place: u32) -> Reply<()> {
    let name = named_aside(&app, place).await?;
    let dir = app.vault_folder();
    app.with_secret(move |open| {
        open.prove(&tried(passphrase)?)?;
        Ok(vault::remove_set_aside(&dir, &name)?)
    })
    .await
}
