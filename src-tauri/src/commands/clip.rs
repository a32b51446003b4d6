//! Copying out of the journal.

use super::Shared;
use crate::app::blocking;
use crate::clipboard;
use crate::error::Reply;
use crate::text::Text;

/// Puts a text on the clipboard, out of its history, and remembers that it is ours:
/// locking clears it if it is still there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_text(app: Shared<'_>, text: Text<1_000_000>, secret: bool) -> Reply<()> {
    // Nothing can be copied out of a journal that is locked.
    app.with(|_| Ok(())).await?;
    blocking(move || clipboard::put(text.into_string(), secret)).await
}
