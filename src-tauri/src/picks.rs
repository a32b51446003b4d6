//! What the window may point at by a number: files and sets that were listed for it,
//! and the file the person answered the system's dialog with. So that no path ever
//! comes from the window.

use std::path::PathBuf;

use vault::BackupFile;

use crate::commands::bring::Bringing;

/// What was listed and chosen last. Forgotten when the journal locks.
#[derive(Debug, Default)]
pub(crate) struct Picks {
    /// The backups of the last list.
    pub(crate) listed: Vec<BackupFile>,
    /// The backup that was chosen.
    pub(crate) chosen: Option<PathBuf>,
    /// The names of the sets aside of the last list.
    pub(crate) asides: Vec<String>,
    /// A sealed text that waits for a secret.
    pub(crate) sealed: Option<PathBuf>,
    /// What waits to be brought in, and what was.
    pub(crate) bringing: Bringing,
    /// Backups that an erased journal left behind.
    pub(crate) left: Vec<PathBuf>,
}

/// The thing at a place of a list that the window was given.
pub(crate) fn at<T>(list: &[T], place: u32) -> Option<&T> {
    list.get(usize::try_from(place).ok()?)
}
