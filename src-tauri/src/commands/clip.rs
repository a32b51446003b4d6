//! Copying out of the journal.

use crate::app::blocking;
use crate::clipboard;
use crate::error::Reply;
use crate::text::Text;

/// Puts a text on the clipboard, out of its history, and remembers that it is ours:
/// locking clears it if it is still there. Works while locked too: help numbers and the
/// name of the folder are copied there, and nothing of the journal comes from here.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_text(text: Text<1_000_000>, secret: bool) -> Reply<()> {
    blocking(move || clipboard::put(text.into_string(), secret)).await
}
