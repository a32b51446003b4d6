//! Changes that leave nothing readable by the secrets of before: new keys, days
//! deleted for good, the end of a journal.

use chrono::NaiveDate;
use tauri::AppHandle;
use vault::{Key, Passphrase, Renewal, Vault};

use super::Shared;
use super::backup::{BackupRow, numbered, row};
use super::before::{chosen, tried, welcome};
use super::keys::RecoveryShown;
use super::progress::teller;
use super::restore::close;
use crate::app::{App, blocking};
use crate::clock;
use crate::cost;
use crate::error::{ErrorCode, Reply};
use crate::files;
use crate::keeper::{self, BACKUPS, Kept};
use crate::recovery::RECOVERY;
use crate::session::Open;
use crate::text::SecretText;

/// The first and the last day to delete.
type Days = (NaiveDate, NaiveDate);

/// Someone may know the passphrase: new keys, a new passphrase and a new recovery
/// key. The journal is open again afterwards.
#[tauri::command]
#[specta::specta]
pub(crate) async fn renew_keys(
    app: Shared<'_>,
    handle: AppHandle,
    current: SecretText,
    new_passphrase: SecretText,
    weak_ok: bool,
) -> Reply<RecoveryShown> {
    let app = app.inner().clone();
    blocking(move || {
        let (current, new) = (tried(current)?, chosen(new_passphrase, weak_ok)?);
        renew(&app, &handle, [&current, &new], None)
    })
    .await
}

/// How many entries and check-ins lie between two days, both included.
#[tauri::command]
#[specta::specta]
pub(crate) async fn count_days(app: Shared<'_>, from: NaiveDate, to: NaiveDate) -> Reply<u32> {
    app.with(move |open| Ok(open.vault.count_days(from, to)?)).await
}

/// Deletes the entries and check-ins of some days for good, with new keys, so that
/// older copies of the file do not open with the new secrets.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_days(
    app: Shared<'_>,
    handle: AppHandle,
    passphrase: SecretText,
    from: NaiveDate,
    to: NaiveDate,
) -> Reply<RecoveryShown> {
    let app = app.inner().clone();
    blocking(move || {
        let current = tried(passphrase)?;
        renew(&app, &handle, [&current, &current], Some((from, to)))
    })
    .await
}

fn renew(
    app: &App,
    handle: &AppHandle,
    [current, new]: [&Passphrase; 2],
    without: Option<Days>,
) -> Reply<RecoveryShown> {
    app.try_ours(|| {
        // Proved while it is open: a typing error must not close the journal.
        let (cost, recovery, kept) = app.with_now(|open| {
            open.prove(current)?;
            let recovery = open.recovery()?.shown(clock::now().day());
            // The backups of before do not open with the new secrets.
            let kept = Kept { last: None, away: None, ..Kept::read(open)? };
            Ok((cost::fitting(open), recovery.text()?, kept.text()?))
        })?;
        let remember = [(RECOVERY, recovery.as_str()), (BACKUPS, kept.as_str())];
        let renewal = Renewal { current, new, cost, without, remember: &remember };
        app.while_closed(|open| renew_closed(app, handle, open, &renewal))
    })
}

fn renew_closed(
    app: &App,
    handle: &AppHandle,
    open: &mut Option<Open>,
    renewal: &Renewal<'_>,
) -> Reply<RecoveryShown> {
    let (dir, now) = (app.vault_folder(), clock::now());
    close(open)?;
    match vault::renew(&dir, renewal, now, &mut clock::random, &mut teller(handle)) {
        Ok((opened, key)) => open.insert(welcome(app, opened)?.0).show_key(key, now),
        Err(error) => {
            // Nothing changed, or the change is already final.
            for passphrase in [renewal.current, renewal.new] {
                if let Ok(opened) = Vault::open(&dir, Key::Passphrase(passphrase)) {
                    *open = Some(welcome(app, opened)?.0);
                    break;
                }
            }
            Err(error.into())
        }
    }
}

/// Erases the journal from this computer. Answers which backups are left that the
/// program knows of; they stay where they are.
#[tauri::command]
#[specta::specta]
pub(crate) async fn erase_journal(
    app: Shared<'_>,
    passphrase: SecretText,
) -> Reply<Vec<BackupRow>> {
    let app = app.inner().clone();
    blocking(move || {
        let passphrase = tried(passphrase)?;
        app.try_ours(|| {
            let left = app.with_now(|open| {
                open.prove(&passphrase)?;
                let id = open.vault.id();
                Ok(Kept::read(open)?.folder.map(|folder| keeper::ours(&folder, &id)))
            })?;
            app.while_closed(|open| erase(&app, open, &passphrase))?;
            let left = left.unwrap_or_default();
            let rows = left.iter().map(|one| BackupRow { elsewhere: true, ..row(one, None) });
            let rows = numbered(rows.collect());
            app.picks(|picks| picks.left = left.into_iter().map(|one| one.path).collect());
            Ok(rows)
        })
    })
    .await
}

fn erase(app: &App, open: &mut Option<Open>, passphrase: &Passphrase) -> Reply<()> {
    let dir = app.vault_folder();
    close(open)?;
    if let Err(error) = vault::erase(&dir, Key::Passphrase(passphrase)) {
        // As long as its keys are there it is still a journal.
        if let Ok(opened) = Vault::open(&dir, Key::Passphrase(passphrase)) {
            *open = Some(welcome(app, opened)?.0);
        }
        return Err(error.into());
    }
    // When it was opened in vain says something about it, too.
    app.change_prefs(|prefs| prefs.failed.clear())?;
    Ok(())
}

/// Removes the backups that `erase_journal` named. Answers how many went.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_left_backups(app: Shared<'_>) -> Reply<u32> {
    let left = app.picks(|picks| std::mem::take(&mut picks.left));
    blocking(move || {
        let went = left.iter().filter(|file| files::remove_with_keys(file).is_ok()).count();
        u32::try_from(went).map_err(|_| ErrorCode::Fault.into())
    })
    .await
}
