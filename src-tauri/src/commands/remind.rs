//! Reminders, and starting with the session. When to remind stands in the preferences.
//!
//! All of it is asked of Settings alone, so that none of it answers while the journal is locked.

use tauri::AppHandle;

use super::Shared;
use crate::app::blocking;
use crate::error::Reply;
use crate::reminders;

/// Shows a reminder now, as it will look.
#[tauri::command]
#[specta::specta]
pub(crate) async fn try_reminder(handle: AppHandle, app: Shared<'_>) -> Reply<()> {
    app.with(|_| Ok(())).await?;
    blocking(move || reminders::try_one(&handle)).await
}

/// Whether the program starts with the session; null where it cannot.
#[tauri::command]
#[specta::specta]
pub(crate) async fn starts_itself(app: Shared<'_>) -> Reply<Option<bool>> {
    app.with(|_| Ok(())).await?;
    blocking(|| Ok(reminders::starts_itself())).await
}

/// Has the program start with the session, or not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_starts_itself(app: Shared<'_>, on: bool) -> Reply<()> {
    app.with(|_| Ok(())).await?;
    blocking(move || reminders::set_starts_itself(on)).await
}
