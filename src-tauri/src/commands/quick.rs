//! Quick unlock with a PIN, and how soon the next try may come.

use std::path::Path;

use serde::Serialize;
use specta::Type;
use vault::{Error, Pin, QuickUnlock, Vault};

use super::Shared;
use super::before::{Unlocked, open_with, tried};
use crate::app::blocking;
use crate::error::{ErrorCode, Reply};
use crate::text::SecretText;
use crate::{clock, cost};

/// Tries of a PIN after a right one.
const MOST_TRIES: u8 = 5;

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

impl From<QuickUnlock> for Quick {
    fn from(quick: QuickUnlock) -> Self {
        match quick {
            QuickUnlock::Unavailable => Self::Unavailable,
            QuickUnlock::Off => Self::Off,
            QuickUnlock::Waiting => Self::Waiting,
            QuickUnlock::Ready => Self::Ready,
            QuickUnlock::PassphraseFirst => Self::PassphraseFirst,
        }
    }
}

/// How quick unlock stands. Answers within three seconds.
#[tauri::command]
#[specta::specta]
pub(crate) async fn quick_unlock(app: Shared<'_>) -> Reply<Quick> {
    let app = app.inner().clone();
    blocking(move || Ok(vault::quick_unlock(&app.vault_folder(), app.run()).into())).await
}

/// Opens the journal with the PIN.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_with_pin(app: Shared<'_>, pin: SecretText) -> Reply<PinAnswer> {
    let app = app.inner().clone();
    blocking(move || {
        let (pin, run) = (Pin::new(pin.into_string())?, app.run());
        let mut tries_left = 0;
        let open = |dir: &Path| {
            Vault::open_with_pin(dir, &pin, run).map_err(|error| {
                if let Error::WrongPin(left) = error {
                    tries_left = left;
                }
                error.into()
            })
        };
        match open_with(&app, open) {
            Ok(unlocked) => Ok(PinAnswer { unlocked: Some(unlocked), tries_left: MOST_TRIES }),
            Err(failure) if matches!(failure.code, ErrorCode::WrongPin | ErrorCode::PinOff) => {
                Ok(PinAnswer { unlocked: None, tries_left })
            }
            Err(failure) => Err(failure),
        }
    })
    .await
}

/// Turns quick unlock on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn turn_on_pin(
    app: Shared<'_>,
    passphrase: SecretText,
    pin: SecretText,
) -> Reply<Quick> {
    let (dir, run) = (app.vault_folder(), app.run());
    app.with_secret(move |open| {
        let (current, pin) = (tried(passphrase)?, Pin::new(pin.into_string())?);
        let cost = cost::fitting(open);
        open.vault.turn_on_pin(&current, &pin, cost, run, &mut clock::random)?;
        Ok(vault::quick_unlock(&dir, run).into())
    })
    .await
}

/// Turns quick unlock off.
#[tauri::command]
#[specta::specta]
pub(crate) async fn turn_off_pin(app: Shared<'_>, passphrase: SecretText) -> Reply<()> {
    app.with_secret(move |open| Ok(open.vault.turn_off_pin(&tried(passphrase)?)?)).await
}

/// Seconds until the next try of a passphrase, recovery key or PIN may come; 0 for now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn wait_before_try(app: Shared<'_>) -> Reply<u32> {
    let app = app.inner().clone();
    blocking(move || {
        let wait = app.wait_before_try();
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        u32::try_from(seconds).map_err(|_| ErrorCode::Fault.into())
    })
    .await
}
