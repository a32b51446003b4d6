//! Where tests make file operations fail. In a build without the feature
//! `failpoints` nothing of it is left.
//!
//! Every file operation of the crate that changes something, or that a change
//! relies on, asks here first; what SQLite does to its own files is caught one
//! layer below it.

use std::io;
use std::path::Path;

/// What is about to be done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// A new file is made.
    Create,
    /// Bytes are written.
    Write,
    /// A file is brought to the disk.
    Sync,
    /// Bytes are read.
    Read,
    /// A file gets another name, in place of any that had it.
    Rename,
    /// A file or an empty folder goes.
    Remove,
    /// A folder is made.
    MakeDir,
    /// A folder's names are brought to the disk.
    SyncDir,
}

/// Asks whether the operation may go on.
#[cfg(not(feature = "failpoints"))]
#[expect(clippy::unnecessary_wraps, reason = "with the feature it can refuse")]
pub(crate) fn before(_: Operation, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Asks whether the operation may go on: a test may refuse it, or end the process.
#[cfg(feature = "failpoints")]
pub(crate) fn before(operation: Operation, path: &Path) -> io::Result<()> {
    match WATCHER.get() {
        Some(watcher) => watcher(operation, path),
        None => Ok(()),
    }
}

#[cfg(feature = "failpoints")]
type Watcher = Box<dyn Fn(Operation, &Path) -> io::Result<()> + Send + Sync>;

#[cfg(feature = "failpoints")]
static WATCHER: std::sync::OnceLock<Watcher> = std::sync::OnceLock::new();

/// Has `watcher` asked before every file operation of this process, from now on.
/// Only the first one counts.
#[cfg(feature = "failpoints")]
pub fn watch(watcher: impl Fn(Operation, &Path) -> io::Result<()> + Send + Sync + 'static) {
    let _ = WATCHER.set(Box::new(watcher));
}
