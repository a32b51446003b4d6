//! When something went wrong: a damaged journal, a journal nobody can open, a disk
//! that is full while something is being written.

use journal::Record;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use vault::{Salvage, Vault};

use super::Shared;
use super::before::{Unlocked, welcome};
use super::progress::teller;
use super::restore::close;
use super::safe::Secret;
use crate::app::{App, blocking};
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::files;

/// What is whole in a damaged journal.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct Salvaged {
    /// Records that are whole.
    pub whole: u32,
    /// Records that come back only as they were before they were last saved.
    pub earlier: u32,
    /// Records there were, as far as can be told.
    pub known: u32,
    /// Unfinished texts that are whole.
    pub drafts: u32,
}

impl From<Salvage> for Salvaged {
    fn from(salvage: Salvage) -> Self {
        let Salvage { whole, earlier, known, drafts } = salvage;
        Self { whole, earlier, known, drafts }
    }
}

/// A rescued journal, open.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Rescued {
    /// What was rescued.
    pub salvaged: Salvaged,
    /// What unlocking had to say.
    pub unlocked: Unlocked,
}

/// The largest file that is taken for a sealed text: the database takes no longer one.
const MOST_SEALED: u64 = 32 << 20;

/// Looks what is whole in a damaged journal, and changes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_over(
    app: Shared<'_>,
    handle: AppHandle,
    secret: Secret,
) -> Reply<Salvaged> {
    if app.is_open() {
        // What is open is whole enough to be read, and must not be closed for a look.
        return Err(ErrorCode::AlreadyThere.into());
    }
    let app = app.inner().clone();
    blocking(move || {
        let (secret, dir) = (secret.held()?, app.vault_folder());
        let look = || Ok(vault::look_over(&dir, secret.key(), &mut teller(&handle))?);
        let look = || app.while_closed(|open| close(open).and_then(|()| look()));
        Ok(app.try_ours(look)?.into())
    })
    .await
}

/// Writes what is whole into a new journal, sets the damaged one aside, and opens
/// the new one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rescue(app: Shared<'_>, handle: AppHandle, secret: Secret) -> Reply<Rescued> {
    if app.is_open() {
        // A typing error must not close what is open.
        return Err(ErrorCode::AlreadyThere.into());
    }
    let app = app.inner().clone();
    blocking(move || {
        let (secret, dir, now) = (secret.held()?, app.vault_folder(), clock::now());
        let told = &mut teller(&handle);
        let work = || {
            app.while_closed(|open| {
                close(open)?;
                let salvage = vault::salvage(&dir, secret.key(), now, told)?;
                let (welcomed, unlocked) = welcome(&app, Vault::open(&dir, secret.key())?)?;
                *open = Some(welcomed);
                Ok(Rescued { salvaged: salvage.into(), unlocked })
            })
        };
        app.try_ours(work)
    })
    .await
}

/// Sets the locked journal aside, so that a new one can begin.
#[tauri::command]
#[specta::specta]
pub(crate) async fn begin_anew(app: Shared<'_>) -> Reply<()> {
    if app.is_open() {
        return Err(ErrorCode::AlreadyThere.into());
    }
    let app = app.inner().clone();
    let set_aside = move |app: &App| Ok(vault::set_aside(&app.vault_folder(), clock::now())?);
    blocking(move || app.while_closed(|_| set_aside(&app))).await
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
    let seal = |open: &mut crate::session::Open, record: &Record| {
        Ok(open.vault.seal(record, clock::now(), &mut clock::random)?)
    };
    // Sealed before anything is asked: a lock may come while the dialog is open.
    let sealed = app.with(move |open| seal(open, &record)).await?;
    let Some(file) = files::ask_where(&handle, files::SEALED).await else { return Ok(false) };
    blocking(move || files::write_whole(&file, &sealed)).await?;
    Ok(true)
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
    // Nothing can be brought into a journal that is locked: no dialog before that is known.
    app.with(|_| Ok(())).await?;
    let waiting = app.picks(|picks| picks.sealed.take()).filter(|_| secret.is_some());
    let file = match waiting {
        Some(file) => Some(file),
        None => files::ask_which(&handle, files::SEALED).await,
    };
    let Some(file) = file else { return Ok(None) };
    let app = app.inner().clone();
    blocking(move || {
        let bytes = files::read_at_most(&file, MOST_SEALED)?;
        let secret = secret.map(Secret::held).transpose()?;
        let unseal = || unseal(&app, &bytes, secret.as_ref().map(super::safe::Held::key));
        let unsealed = if secret.is_some() { app.try_anyones(unseal) } else { unseal() };
        if unsealed.as_ref().is_err_and(|failure| failure.code == ErrorCode::WrongSecret) {
            app.picks(|picks| picks.sealed = Some(file));
        }
        unsealed.map(Some)
    })
    .await
}

fn unseal(app: &App, bytes: &[u8], key: Option<vault::Key<'_>>) -> Reply<Record> {
    app.with_now(|open| {
        let record = open.vault.unseal(bytes, key)?;
        open.vault.put_draft(&record, clock::now())?;
        Ok(record)
    })
}
