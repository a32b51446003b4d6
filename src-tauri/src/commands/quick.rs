//! Quick unlock with a PIN, and how soon the next try may come.

use serde::Serialize;
use specta::Type;

use super::Shared;
use super::before::Unlocked;
use crate::error::Reply;

/// How quick unlock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Quick {
    /// This computer has no keychain that answers.
    Unavailable,
    /// Off.
    Off,
    /// Turned on; works after the program was started again.
    Waiting,
    /// The PIN opens.
    Ready,
    /// The passphrase is due first: after a restart of the computer, or a week.
    PassphraseFirst,
}

/// The answer to a PIN.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct PinAnswer {
    /// What unlocking had to say, if it opened.
    pub unlocked: Option<Unlocked>,
    /// Tries that are left; 0 when only the passphrase opens now.
    pub tries_left: u8,
}

/// How quick unlock stands. Answers within three seconds.
#[tauri::command]
#[specta::specta]
pub(crate) async fn quick_unlock(app: Shared<'_>) -> Reply<Quick> {
    let _ = app;
    todo!()
}

/// Opens the journal with the PIN.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_with_pin(app: Shared<'_>, pin: String) -> Reply<PinAnswer> {
    let _ = (app, pin);
    todo!()
}

/// Turns quick unlock on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn turn_on_pin(app: Shared<'_>, passphrase: String, pin: String) -> Reply<Quick> {
    let _ = (app, passphrase, pin);
    todo!()
}

/// Turns quick unlock off.
#[tauri::command]
#[specta::specta]
pub(crate) async fn turn_off_pin(app: Shared<'_>, passphrase: String) -> Reply<()> {
    let _ = (app, passphrase);
    todo!()
}

/// Seconds until the next try of a passphrase, recovery key or PIN may come; 0 for now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn wait_before_try(app: Shared<'_>) -> Reply<u32> {
    let _ = app;
    todo!()
}
