//! The recovery key and the passphrase.

use chrono::NaiveDate;
use journal::Moment;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use vault::RecoveryKey;

use super::Shared;
use super::before::{chosen, kdf_cost, tried};
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::files;
use crate::session::Open;

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

/// Where the journal keeps what became of the recovery key.
const RECOVERY: &str = "recovery-key";

impl Open {
    /// Remembers that a key was shown and waits to be typed back.
    pub(crate) fn show_key(&mut self, key: RecoveryKey, now: Moment) -> Reply<RecoveryShown> {
        self.vault.set_state(RECOVERY, "shown")?;
        let groups = key.groups();
        self.shown_key = Some(key);
        Ok(RecoveryShown { groups, made_on: now.day() })
    }

    /// Whether the recovery key still waits to be typed back.
    pub(crate) fn recovery_pending(&self) -> Reply<bool> {
        Ok(self.vault.state(RECOVERY)?.as_deref() != Some("typed"))
    }
}

/// Compares a typed key with the one just shown, and tries it on the journal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_key_typed(app: Shared<'_>, groups: [String; 9]) -> Reply<TypedBack> {
    app.with(move |open| {
        let Ok(typed) = RecoveryKey::parse(&groups) else {
            return Ok(TypedBack { ok: false, wrong_group: first_different(open, &groups) });
        };
        let ok = open.vault.matches_recovery_key(&typed)?;
        if ok {
            open.vault.set_state(RECOVERY, "typed")?;
            open.shown_key = None;
            return Ok(TypedBack { ok, wrong_group: None });
        }
        Ok(TypedBack { ok, wrong_group: first_different(open, &groups) })
    })
    .await
}

fn first_different(open: &Open, typed: &[String; 9]) -> Option<u8> {
    let shown = open.shown_key.as_ref().map(RecoveryKey::groups);
    let is_wrong = |place: usize| match &shown {
        Some(shown) => !vault::same_group(&shown[place], &typed[place]),
        None => vault::check_group(&typed[place]) != vault::GroupState::Good,
    };
    let wrong = (0..9).find(|&place| is_wrong(place))?;
    u8::try_from(wrong + 1).ok()
}

/// Puts typing it back off. The window reminds of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recovery_key_later(app: Shared<'_>) -> Reply<()> {
    app.with(|open| {
        open.vault.set_state(RECOVERY, "later")?;
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
    passphrase: String,
) -> Reply<RecoveryShown> {
    app.with(move |open| {
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
    current: String,
    new_passphrase: String,
    weak_ok: bool,
) -> Reply<()> {
    app.with(move |open| {
        let current = tried(current)?;
        let new = chosen(new_passphrase, weak_ok)?;
        open.vault.change_passphrase(&current, &new, kdf_cost(), &mut clock::random)?;
        Ok(())
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
