//! Where tests see file operations and make them fail. In a build without the
//! feature `failpoints` nothing of it is left.
//!
//! Every file operation of the crate that changes something, or that a change
//! relies on, asks here first; what SQLite does to its own files is caught one
//! layer below it, in `ffi/shim.rs`.

use std::io;
use std::path::Path;

/// What is about to be done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// A file is made, if it is not there, and opened.
    Create,
    /// A file that is there is opened to be changed.
    Open,
    /// Bytes are written.
    Write,
    /// A file gets another length.
    Truncate,
    /// A file is brought to the disk.
    Sync,
    /// Bytes are read.
    Read,
    /// Whether a file is there, or how long it is.
    Look,
    /// A file gets another name, in place of any that had it.
    Rename,
    /// A file or an empty folder goes.
    Remove,
    /// A folder is made.
    MakeDir,
    /// A folder's names are brought to the disk.
    SyncDir,
}

/// One operation on a file, about to be done.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// What.
    pub operation: Operation,
    /// To which file; for a renaming, its new name.
    pub path: &'a Path,
    /// The name before a renaming.
    pub from: Option<&'a Path>,
    /// Where bytes are written, or the length a file is cut to.
    pub at: u64,
    /// The bytes that are written.
    pub bytes: &'a [u8],
}

impl Operation {
    /// Whether it leaves other bytes or names behind it. Bringing to the disk does
    /// not, and yet is what everything rests on.
    pub fn is_change(self) -> bool {
        !matches!(self, Self::Open | Self::Read | Self::Look)
    }
}

/// Asks whether an operation may go on that needs no more words.
pub(crate) fn before(operation: Operation, path: &Path) -> io::Result<()> {
    ask(Event { operation, path, from: None, at: 0, bytes: &[] })
}

/// Asks whether bytes may be written at a place in a file.
pub(crate) fn before_write(path: &Path, at: u64, bytes: &[u8]) -> io::Result<()> {
    ask(Event { operation: Operation::Write, path, from: None, at, bytes })
}

/// Asks whether a file may be cut, or stretched, to a length.
#[cfg(feature = "failpoints")]
pub(crate) fn before_truncate(path: &Path, length: u64) -> io::Result<()> {
    ask(Event { operation: Operation::Truncate, path, from: None, at: length, bytes: &[] })
}

/// Asks whether a file may get another name.
pub(crate) fn before_rename(from: &Path, to: &Path) -> io::Result<()> {
    ask(Event { operation: Operation::Rename, path: to, from: Some(from), at: 0, bytes: &[] })
}

#[cfg(not(feature = "failpoints"))]
#[expect(clippy::unnecessary_wraps, reason = "with the feature it can refuse")]
fn ask(_: Event<'_>) -> io::Result<()> {
    Ok(())
}

#[cfg(feature = "failpoints")]
fn ask(event: Event<'_>) -> io::Result<()> {
    // A copy, so that a watcher that takes its time holds up nobody who comes or goes.
    let watcher = watcher().clone();
    watcher.map_or(Ok(()), |watcher| watcher(&event))
}

#[cfg(feature = "failpoints")]
use watching::watcher;
#[cfg(feature = "failpoints")]
pub use watching::{Watching, watch};

#[cfg(feature = "failpoints")]
mod watching {
    use std::io;
    use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

    use super::Event;

    type Watcher = Arc<dyn Fn(&Event<'_>) -> io::Result<()> + Send + Sync>;

    static WATCHER: Mutex<Option<Watcher>> = Mutex::new(None);

    /// Has a watcher asked before every file operation of this process, those of
    /// SQLite included, in place of the watcher before, until what comes back is
    /// dropped. The watcher may refuse an operation, with the error it answers, or
    /// end the process.
    pub fn watch(
        watcher: impl Fn(&Event<'_>) -> io::Result<()> + Send + Sync + 'static,
    ) -> Watching {
        crate::ffi::put_shim_below_sqlite();
        *self::watcher() = Some(Arc::new(watcher));
        Watching(())
    }

    /// The time during which a watcher is asked.
    #[must_use = "the watcher is asked only until this is dropped"]
    #[derive(Debug)]
    pub struct Watching(());

    impl Drop for Watching {
        fn drop(&mut self) {
            *watcher() = None;
        }
    }

    pub(super) fn watcher() -> MutexGuard<'static, Option<Watcher>> {
        WATCHER.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
