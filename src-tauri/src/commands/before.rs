//! What may be asked before the journal is open: everything here answers without
//! a key, and nothing here can read it.

use journal::Moment;
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, WebviewWindow};
use vault::{KdfCost, Key, Passphrase, Presence, RecoveryKey, Vault};

use super::Shared;
use super::keys::RecoveryShown;
use crate::app::{App, blocking};
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::lock;
use crate::prefs::Prefs;
use crate::session::Open;

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
    let journal = match (app.is_open(), vault::presence(&app.vault_folder())?) {
        (true, _) => JournalState::Open,
        (false, Presence::Present) => JournalState::Locked,
        (false, Presence::Absent) => JournalState::None,
    };
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let folder = app.folder().display().to_string();
    Ok(Start { journal, prefs: app.prefs(), version, folder })
}

/// Changes the plain preferences. The failed tries are not the window's to change.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_prefs(app: Shared<'_>, prefs: Prefs) -> Reply<Prefs> {
    app.change_prefs(|present| {
        let failed = std::mem::take(&mut present.failed);
        *present = Prefs { failed, ..prefs };
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
pub(crate) async fn passphrase_strength(text: String) -> Reply<PassphraseStrength> {
    blocking(move || Ok(strength(&text))).await
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
    passphrase: String,
    weak_ok: bool,
) -> Reply<RecoveryShown> {
    let app = app.inner().clone();
    blocking(move || {
        let passphrase = chosen(passphrase, weak_ok)?;
        let now = clock::now();
        let folder = app.vault_folder();
        let cost = kdf_cost();
        let (vault, key) = Vault::create(&folder, &passphrase, cost, now, &mut clock::random)?;
        let mut open = Open::new(vault);
        let shown = open.show_key(key, now)?;
        app.put_open(open);
        Ok(shown)
    })
    .await
}

/// A new passphrase, if it is strong enough or the person knows that it is not.
pub(crate) fn chosen(typed: String, weak_ok: bool) -> Reply<Passphrase> {
    let enough = vault::strength(&typed).enough;
    let passphrase = Passphrase::new(typed)?;
    if enough || weak_ok { Ok(passphrase) } else { Err(ErrorCode::PassphraseWeak.into()) }
}

/// A passphrase that is tried. One that could never have been chosen is a wrong
/// one like any other.
pub(crate) fn tried(typed: String) -> Reply<Passphrase> {
    Passphrase::new(typed).map_err(|_| ErrorCode::WrongSecret.into())
}

/// What opening should cost on this computer.
#[cfg(not(feature = "weak-kdf"))]
pub(crate) fn kdf_cost() -> KdfCost {
    KdfCost::calibrate(clock::memory_kib() / 8, |cost| clock::measured(|| vault::rehearse(cost)))
}

/// Tests open many journals; a real cost would make them slow, not better.
#[cfg(feature = "weak-kdf")]
pub(crate) fn kdf_cost() -> KdfCost {
    KdfCost::WEAK
}

/// Opens the journal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock(app: Shared<'_>, passphrase: String) -> Reply<Unlocked> {
    let app = app.inner().clone();
    blocking(move || {
        let passphrase = tried(passphrase)?;
        open_with(&app, Key::Passphrase(&passphrase))
    })
    .await
}

/// Opens the journal with the recovery key and sets a new passphrase.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_with_recovery_key(
    app: Shared<'_>,
    groups: [String; 9],
    new_passphrase: String,
    weak_ok: bool,
) -> Reply<Unlocked> {
    let app = app.inner().clone();
    blocking(move || {
        let key = RecoveryKey::parse(&groups).map_err(|_| ErrorCode::WrongGroup)?;
        let new = chosen(new_passphrase, weak_ok)?;
        let unlocked = open_with(&app, Key::Recovery(&key))?;
        let mut open = app.take_open().ok_or(ErrorCode::Fault)?;
        let set =
            open.vault.set_passphrase_after_recovery(&key, &new, kdf_cost(), &mut clock::random);
        // The journal stays open even if the new passphrase could not be set:
        // the person proved the recovery key and can try again in Settings.
        app.put_open(open);
        set?;
        Ok(unlocked)
    })
    .await
}

fn open_with(app: &App, key: Key<'_>) -> Reply<Unlocked> {
    if app.is_open() {
        return Err(ErrorCode::AlreadyThere.into());
    }
    match Vault::open(&app.vault_folder(), key) {
        Ok(opened) => {
            let open = Open::new(opened.vault);
            let recovery_pending = open.recovery_pending()?;
            app.put_open(open);
            let failed_since = app.prefs().failed;
            // What could not be forgotten is shown again next time; no harm.
            let _ = app.change_prefs(|prefs| prefs.failed.clear());
            Ok(Unlocked {
                failed_since,
                repaired: opened.repaired_header,
                one_header_left: opened.one_header_left,
                recovery_pending,
            })
        }
        Err(vault::Error::WrongSecret) => {
            // A full disk must not turn "wrong passphrase" into something else.
            let _ = app.change_prefs(|prefs| prefs.failed.push(clock::now()));
            Err(ErrorCode::WrongSecret.into())
        }
        Err(other) => Err(other.into()),
    }
}

/// The state of one group of the recovery key while it is typed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_group(text: String) -> Reply<Group> {
    Ok(match vault::check_group(&text) {
        vault::GroupState::Empty => Group::Empty,
        vault::GroupState::Partial => Group::Partial,
        vault::GroupState::Good => Group::Good,
        vault::GroupState::Bad => Group::Bad,
    })
}

/// Closes the journal now. The window has put its drafts into it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn lock(app: AppHandle) -> Reply<()> {
    blocking(move || {
        lock::now(&app);
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
