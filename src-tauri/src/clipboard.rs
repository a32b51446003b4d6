//! The system's clipboard, as far as it holds something of ours.

use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use arboard::Clipboard;
use sha2::{Digest, Sha256};
use tauri::AppHandle;
use zeroize::Zeroize;

use crate::error::{ErrorCode, Reply};

/// What we put there last: the handle that serves it, and its hash.
struct Ours {
    clipboard: Clipboard,
    hash: [u8; 32],
}

/// One clipboard, as the system has only one.
static OURS: Mutex<Option<Ours>> = Mutex::new(None);
/// How long a secret stays.
const SECRET_FOR: Duration = Duration::from_secs(30);

/// Puts a text there, out of the clipboard's history where the system has one.
///
/// # Errors
/// [`ErrorCode::Fault`] if the system has no clipboard.
pub(crate) fn put(mut text: String, secret: bool) -> Reply<()> {
    let hash = hash(&text);
    let put = || -> Result<Ours, arboard::Error> {
        let mut clipboard = Clipboard::new()?;
        set(&mut clipboard, text.as_str())?;
        Ok(Ours { clipboard, hash })
    };
    let ours = put();
    text.zeroize();
    *OURS.lock().unwrap_or_else(PoisonError::into_inner) =
        Some(ours.map_err(|_| ErrorCode::Fault)?);
    if secret {
        thread::spawn(move || {
            thread::sleep(SECRET_FOR);
            clear_if(|ours| *ours == hash);
        });
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn set(clipboard: &mut Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux;
    clipboard.set().exclude_from_history().text(text)
}

#[cfg(target_os = "macos")]
fn set(clipboard: &mut Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtApple;
    clipboard.set().exclude_from_history().text(text)
}

#[cfg(windows)]
fn set(clipboard: &mut Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows;
    clipboard.set().exclude_from_history().exclude_from_cloud().exclude_from_monitoring().text(text)
}

/// Clears the clipboard if it still holds what we put there. May wait for the program
/// that owns it by now: not to be called while a key is in memory.
pub(crate) fn clear() {
    clear_if(|_| true);
}

/// Forgets what was marked in the window. On Linux it can be pasted with the middle button,
/// although nobody copied it, and outlives the page it was marked on.
#[cfg(target_os = "linux")]
pub(crate) fn unmark(app: &AppHandle) {
    use gtk::{Clipboard, gdk};
    // A window that is gone has nothing marked.
    let _ = app.run_on_main_thread(|| {
        for kind in [gdk::SELECTION_PRIMARY, gdk::SELECTION_CLIPBOARD] {
            // Does nothing if it is another program's by now.
            Clipboard::get(&kind).clear();
        }
    });
}

/// Only Linux has what is marked on a clipboard of its own.
#[cfg(not(target_os = "linux"))]
pub(crate) fn unmark(_: &AppHandle) {}

fn clear_if(is_meant: impl FnOnce(&[u8; 32]) -> bool) {
    let mut held = OURS.lock().unwrap_or_else(PoisonError::into_inner);
    if !held.as_ref().is_some_and(|ours| is_meant(&ours.hash)) {
        return;
    }
    let Some(mut ours) = held.take() else { return };
    let Ok(mut present) = ours.clipboard.get_text() else { return };
    if hash(&present) == ours.hash {
        // A system that refuses keeps what the person copied; there is nothing to add.
        let _ = ours.clipboard.clear();
    }
    present.zeroize();
}

fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}
