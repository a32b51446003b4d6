//! What may be asked before the journal is open: everything here answers without
//! a key, and nothing here can read it.

use std::path::Path;

use journal::Moment;
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, WebviewWindow};
use vault::{Key, Opened, Passphrase, Presence, Vault};

use super::Shared;
use super::keys::RecoveryShown;
use super::safe::recovery_key;
use crate::app::{App, blocking};
use crate::error::{ErrorCode, Reply};
use crate::lock::Asked;
use crate::prefs::Prefs;
use crate::session::Open;
use crate::text::{GroupText, SecretText};
use crate::whole::Whole;
use crate::{afterwards, clock, cost, keeper, lock};

/// What the window needs for its first picture.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Start {
    /// Whether there is a journal, and whether it is open.
    pub journal: JournalState,
    /// The plain preferences.
    pub prefs: Prefs,
    /// The program's version.
    pub version: String,
    /// The program's folder, as the system names it.
    pub folder: String,
    /// Seconds left of an urge that is ridden out: the bare countdown, which goes on
    /// after a lock (ruling "Locking"). None if there is none.
    pub countdown: Option<u32>,
}

/// Whether there is a journal, and whether it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum JournalState {
    /// None yet.
    None,
    /// There is one, and it is locked.
    Locked,
    /// It is open.
    Open,
}

/// What is told once after unlocking.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Unlocked {
    /// When a passphrase was tried in vain since the last time.
    pub failed_since: Vec<Moment>,
    /// Whether a damaged copy of the key file was repaired.
    pub repaired: bool,
    /// Whether one copy of the key file is damaged and could not be made whole.
    pub one_header_left: bool,
    /// Whether the recovery key still waits to be typed back.
    pub recovery_pending: bool,
}

/// The state of one group of the recovery key while it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Group {
    /// Nothing there.
    Empty,
    /// Not four characters yet.
    Partial,
    /// Four characters that fit together.
    Good,
    /// Four characters that cannot be right.
    Bad,
}

/// How strong a passphrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct PassphraseStrength {
    /// Bars to fill, 0 to 4.
    pub level: u8,
    /// Whether it is strong enough without a second look.
    pub enough: bool,
}

/// What the window needs for its first picture.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start(app: Shared<'_>) -> Reply<Start> {
    let state = app.inner().clone();
    let journal = blocking(move || present(&state)).await?;
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let folder = app.folder().display().to_string();
    let countdown = app.riding().map(|left| u32::try_from(left.as_secs()).unwrap_or(u32::MAX));
    Ok(Start { journal, prefs: app.prefs(), version, folder, countdown })
}

/// Whether there is a journal. Finishes what a crash cut short while one was put in
/// place, set aside or erased.
fn present(app: &App) -> Reply<JournalState> {
    if app.is_open() {
        return Ok(JournalState::Open);
    }
    if app.is_working() {
        // Files may be on their way from one place to another.
        return Ok(JournalState::Locked);
    }
    let settled = match vault::settle(&app.vault_folder()) {
        // Another program has it open: it is there.
        Err(vault::Error::InUse) => vault::presence(&app.vault_folder()),
        settled => settled,
    };
    Ok(match settled? {
        Presence::Present => JournalState::Locked,
        Presence::Absent => JournalState::None,
    })
}

/// Changes the plain preferences. The failed tries are not the window's to change, nor is
/// the pace, which follows the journal's settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_prefs(app: Shared<'_>, prefs: Whole<Prefs>) -> Reply<Prefs> {
    let Whole(prefs) = prefs;
    app.change_prefs(|present| {
        let failed = std::mem::take(&mut present.failed);
        let pace = present.reminder_times.pace;
        *present = Prefs { failed, ..prefs };
        present.reminder_times.pace = pace;
    })
}

/// Five words nobody chose.
#[tauri::command]
#[specta::specta]
pub(crate) async fn suggest_passphrase() -> Reply<String> {
    Ok(vault::suggest_passphrase(&mut clock::random).to_string())
}

/// How strong a passphrase is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn passphrase_strength(text: SecretText) -> Reply<PassphraseStrength> {
    blocking(move || Ok(strength(text.as_str()))).await
}

fn strength(text: &str) -> PassphraseStrength {
    let strength = vault::strength(text);
    PassphraseStrength { level: strength.level, enough: strength.enough }
}

/// Makes the journal. `weak_ok` says that the person was told the passphrase
/// could be guessed and wants it all the same.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_journal(
    app: Shared<'_>,
    passphrase: SecretText,
    weak_ok: bool,
) -> Reply<RecoveryShown> {
    let app = app.inner().clone();
    blocking(move || {
        let passphrase = chosen(passphrase, weak_ok)?;
        let now = clock::now();
        let folder = app.vault_folder();
        let cost = cost::measure();
        let (vault, key) = Vault::create(&folder, &passphrase, cost, now, &mut clock::random)?;
        let mut open = Open::new(vault);
        let shown = open.show_key(key, now)?;
        cost::remember(&mut open, cost)?;
        keeper::look(&app, &mut open)?;
        app.put_open(open);
        Ok(shown)
    })
    .await
}

/// A new passphrase, if it is strong enough or the person knows that it is not.
pub(crate) fn chosen(typed: SecretText, weak_ok: bool) -> Reply<Passphrase> {
    let enough = vault::strength(typed.as_str()).enough;
    let passphrase = Passphrase::new(typed.into_string())?;
    if enough || weak_ok { Ok(passphrase) } else { Err(ErrorCode::PassphraseWeak.into()) }
}

/// A passphrase that is tried. One that could never have been chosen is a wrong
/// one like any other.
pub(crate) fn tried(typed: SecretText) -> Reply<Passphrase> {
    Passphrase::new(typed.into_string()).map_err(|_| ErrorCode::WrongSecret.into())
}

/// Opens the journal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock(app: Shared<'_>, passphrase: SecretText) -> Reply<Unlocked> {
    let app = app.inner().clone();
    blocking(move || {
        let passphrase = tried(passphrase);
        let open = |dir: &Path| {
            let passphrase = passphrase.as_ref().map_err(|failure| *failure)?;
            Ok(Vault::open(dir, Key::Passphrase(passphrase))?)
        };
        let unlocked = open_with(&app, open)?;
        afterwards::passphrase_given(&app, passphrase?);
        Ok(unlocked)
    })
    .await
}

/// Opens the journal with the recovery key and sets a new passphrase.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_with_recovery_key(
    app: Shared<'_>,
    groups: [GroupText; 9],
    new_passphrase: SecretText,
    weak_ok: bool,
) -> Reply<Unlocked> {
    let app = app.inner().clone();
    blocking(move || {
        let key = recovery_key(&groups)?;
        let new = chosen(new_passphrase, weak_ok)?;
        let unlocked = open_with(&app, |dir| Ok(Vault::open(dir, Key::Recovery(&key))?))?;
        // The journal stays open even if the new passphrase could not be set: the
        // person proved the recovery key and can try again in Settings.
        app.with_now(|open| {
            let cost = cost::fitting(open);
            open.vault.set_passphrase_after_recovery(&key, &new, cost, &mut clock::random)?;
            Ok(())
        })?;
        afterwards::passphrase_given(&app, new);
        Ok(unlocked)
    })
    .await
}

/// Opens the journal with a secret, unless it comes too soon. Counts and remembers a
/// wrong one.
pub(crate) fn open_with(app: &App, open: impl FnOnce(&Path) -> Reply<Opened>) -> Reply<Unlocked> {
    if app.is_open() {
        return Err(ErrorCode::AlreadyThere.into());
    }
    if app.is_working() {
        return Err(ErrorCode::InUse.into());
    }
    let opened = app.try_ours(|| open(&app.vault_folder()));
    if let Err(failure) = &opened
        && matches!(failure.code, ErrorCode::WrongSecret | ErrorCode::WrongPin)
    {
        // A full disk must not turn "wrong passphrase" into something else.
        let _ = app.change_prefs(|prefs| prefs.failed.push(clock::now()));
    }
    let (open, unlocked) = welcome(app, opened?)?;
    app.put_open(open);
    Ok(unlocked)
}

/// Greets a journal that was opened, and says what unlocking had to say.
pub(crate) fn welcome(app: &App, opened: Opened) -> Reply<(Open, Unlocked)> {
    let mut open = Open::new(opened.vault);
    let recovery_pending = open.recovery_pending()?;
    // What could not be looked at is looked at next time.
    let _ = keeper::look(app, &mut open);
    let failed_since = app.prefs().failed;
    // What could not be forgotten is shown again next time; no harm.
    let _ = app.change_prefs(|prefs| prefs.failed.clear());
    let unlocked = Unlocked {
        failed_since,
        repaired: opened.repaired_header,
        one_header_left: opened.one_header_left,
        recovery_pending,
    };
    Ok((open, unlocked))
}

/// The state of one group of the recovery key while it is typed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_group(text: GroupText) -> Reply<Group> {
    Ok(match vault::check_group(text.as_str()) {
        vault::GroupState::Empty => Group::Empty,
        vault::GroupState::Partial => Group::Partial,
        vault::GroupState::Good => Group::Good,
        vault::GroupState::Bad => Group::Bad,
    })
}

/// Closes the journal now. The window has put its drafts into it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn lock(app: AppHandle, state: Shared<'_>) -> Reply<()> {
    let asked = Asked::now(&state);
    blocking(move || {
        lock::now(&app, asked);
        Ok(())
    })
    .await
}

/// Takes the window off the screen at once, then locks.
#[tauri::command]
#[specta::specta]
pub(crate) async fn hide(app: AppHandle, window: WebviewWindow) -> Reply<()> {
    // A window manager without minimising still gets the lock screen.
    let _ = window.minimize();
    lock::soon(&app);
    Ok(())
}

/// The person is here.
#[tauri::command]
#[specta::specta]
pub(crate) async fn activity(app: Shared<'_>) -> Reply<()> {
    app.touch();
    Ok(())
}
