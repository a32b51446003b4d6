//! Reminders, and starting with the session. When to remind stands in the preferences.

use tauri::AppHandle;

use crate::app::blocking;
use crate::error::Reply;
use crate::reminders;

/// Shows a reminder now, as it will look.
#[tauri::command]
#[specta::specta]
pub(crate) async fn try_reminder(app: AppHandle) -> Reply<()> {
    blocking(move || reminders::try_one(&app)).await
}

/// Whether the program starts with the session; null where it cannot.
#[tauri::command]
#[specta::specta]
pub(crate) async fn starts_itself() -> Reply<Option<bool>> {
    blocking(|| Ok(reminders::starts_itself())).await
}

/// Has the program start with the session, or not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_starts_itself(on: bool) -> Reply<()> {
    blocking(move || reminders::set_starts_itself(on)).await
}
