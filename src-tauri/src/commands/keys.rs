//! The recovery key and the passphrase.

use chrono::NaiveDate;
use journal::Moment;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use vault::{Passphrase, RecoveryKey};

use super::Shared;
use super::before::{chosen, tried};
use super::safe::recovery_key;
use crate::error::{ErrorCode, Reply};
use crate::session::Open;
use crate::text::{GroupText, SecretText};
use crate::{clock, cost, files};

/// A new recovery key, shown once.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct RecoveryShown {
    /// Its nine groups of four characters.
    pub groups: [String; 9],
    /// The day it was made.
    pub made_on: NaiveDate,
}

/// The answer to a recovery key that was typed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct TypedBack {
    /// Whether it is the key, tried on the journal itself.
    pub ok: bool,
    /// The first group that is different, 1 to 9.
    pub wrong_group: Option<u8>,
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

impl Open {
    /// Remembers that a key was shown and waits to be typed back.
    pub(crate) fn show_key(&mut self, key: RecoveryKey, now: Moment) -> Reply<RecoveryShown> {
        let shown = self.recovery()?.shown(now.day());
        self.keep_recovery(&shown)?;
        let groups = key.groups();
        self.shown_key = Some(key);
        Ok(RecoveryShown { groups, made_on: now.day() })
    }

    /// Whether this is the passphrase.
    ///
    /// # Errors
    /// [`ErrorCode::WrongSecret`] if it is not.
    pub(crate) fn prove(&self, passphrase: &Passphrase) -> Reply<()> {
        if self.vault.matches_passphrase(passphrase)? {
            return Ok(());
        }
        Err(ErrorCode::WrongSecret.into())
    }
}

/// Compares a typed key with the one just shown, and tries it on the journal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_key_typed(
    app: Shared<'_>,
    groups: [GroupText; 9],
) -> Reply<TypedBack> {
    app.with(move |open| {
        let Ok(typed) = recovery_key(&groups) else {
            return Ok(TypedBack { ok: false, wrong_group: first_different(open, &groups) });
        };
        let ok = open.vault.matches_recovery_key(&typed)?;
        if ok {
            let typed = open.recovery()?.typed(clock::now().day());
            open.keep_recovery(&typed)?;
            open.shown_key = None;
            return Ok(TypedBack { ok, wrong_group: None });
        }
        Ok(TypedBack { ok, wrong_group: first_different(open, &groups) })
    })
    .await
}

fn first_different(open: &Open, typed: &[GroupText; 9]) -> Option<u8> {
    let shown = open.shown_key.as_ref().map(RecoveryKey::groups);
    let is_wrong = |place: usize| match &shown {
        Some(shown) => !vault::same_group(&shown[place], typed[place].as_str()),
        None => vault::check_group(typed[place].as_str()) != vault::GroupState::Good,
    };
    let wrong = (0..9).find(|&place| is_wrong(place))?;
    u8::try_from(wrong + 1).ok()
}

/// Puts typing it back off, once. The window reminds of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_key_later(app: Shared<'_>) -> Reply<()> {
    app.with(|open| {
        let later = open.recovery()?.put_off().ok_or(ErrorCode::Invalid)?;
        open.keep_recovery(&later)?;
        open.shown_key = None;
        Ok(())
    })
    .await
}

/// Makes a new recovery key; the old one opens nothing from then on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_key_again(
    app: Shared<'_>,
    passphrase: SecretText,
) -> Reply<RecoveryShown> {
    app.with_secret(move |open| {
        let passphrase = tried(passphrase)?;
        let key = open.vault.new_recovery_key(&passphrase, &mut clock::random)?;
        open.show_key(key, clock::now())
    })
    .await
}

/// Saves the recovery key that is being shown as a plain file where the person wants it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_recovery_sheet(app: AppHandle, state: Shared<'_>) -> Reply<bool> {
    let groups = state
        .with(|open| Ok(open.shown_key.as_ref().map(RecoveryKey::groups)))
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let Some(file) = files::ask_where(&app, files::SHEET).await else { return Ok(false) };
    crate::app::blocking(move || files::write_whole(&file, sheet(&groups).as_bytes())).await?;
    Ok(true)
}

/// The sheet says only the name and the key, not what the app is for.
fn sheet(groups: &[String; 9]) -> String {
    let lines: Vec<String> = groups.chunks(3).map(|three| three.join("  ")).collect();
    format!("Meantime\n\n{}\n", lines.join("\n"))
}

/// Changes the passphrase.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_passphrase(
    app: Shared<'_>,
    current: SecretText,
    new_passphrase: SecretText,
    weak_ok: bool,
) -> Reply<()> {
    app.with_secret(move |open| {
        let current = tried(current)?;
        let new = chosen(new_passphrase, weak_ok)?;
        let cost = cost::fitting(open);
        open.vault.change_passphrase(&current, &new, cost, &mut clock::random)?;
        Ok(())
    })
    .await
}

/// How the recovery key stands.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_state(app: Shared<'_>) -> Reply<RecoveryState> {
    app.with(|open| {
        let recovery = open.recovery()?;
        Ok(RecoveryState {
            typed: !recovery.is_pending(),
            deferred: recovery.deferred,
            retest: recovery.is_retest_due(clock::now().day()),
            made_on: recovery.made_on,
        })
    })
    .await
}

/// Not now: the gentle try of the recovery key is put off to its next date.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_retest_later(app: Shared<'_>) -> Reply<()> {
    app.with(|open| {
        let later = open.recovery()?.retested(clock::now().day());
        open.keep_recovery(&later)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_holds_the_name_and_the_key_only() {
        let groups = ["7KQM", "R2VH", "XD4T", "9WPB", "M6CJ", "3YFN", "HT8A", "K5EW", "V9GZ"];
        let text = sheet(&groups.map(str::to_owned));
        let expected = "Meantime\n\n7KQM  R2VH  XD4T\n9WPB  M6CJ  3YFN\nHT8A  K5EW  V9GZ\n";
        assert_eq!(text, expected);
    }
}
