//! Makes file operations of this process fail, or the process end, at a chosen one; and keeps a
//! tape of them.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use vault::fault::{Event, Operation, watch};

/// The system's number for a disk that fails to read or write.
pub const EIO: i32 = 5;
/// The system's number for a full disk.
pub const ENOSPC: i32 = 28;

/// What happens at the chosen operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing; operations are only counted.
    Count,
    /// It fails with this error number, once.
    Fail(i32),
    /// It and all after it fail with this error number.
    FailFromNowOn(i32),
    /// The process is killed before it is done.
    Die,
}

/// Which operation is chosen, and what happens then.
#[derive(Clone, Copy)]
pub struct Plan {
    /// Which operations count.
    pub counts: fn(&Event<'_>) -> bool,
    /// Which of those, from 1.
    pub at: u32,
    /// What happens.
    pub then: Then,
}

/// What became of work that was done under a plan.
pub struct Under<T> {
    /// What the work came to.
    pub outcome: T,
    /// How many operations were counted.
    pub counted: u32,
    /// The chosen operation, if it came to it.
    pub chosen: String,
}

/// Does `work` under a plan.
pub fn under<T>(plan: Plan, work: impl FnOnce() -> T) -> Under<T> {
    let seen = Arc::new(AtomicU32::new(0));
    let chosen = Arc::new(Mutex::new(String::new()));
    let (counter, note) = (Arc::clone(&seen), Arc::clone(&chosen));
    let watching = watch(move |event| {
        if !(plan.counts)(event) {
            return Ok(());
        }
        let now = counter.fetch_add(1, Ordering::Relaxed) + 1;
        if now == plan.at {
            let name = event.path.file_name().unwrap_or_default().to_string_lossy();
            *note.lock().unwrap_or_else(PoisonError::into_inner) =
                format!("{:?} {name}", event.operation);
        }
        match plan.then {
            Then::Fail(number) if now == plan.at => Err(io::Error::from_raw_os_error(number)),
            Then::FailFromNowOn(number) if now >= plan.at => {
                Err(io::Error::from_raw_os_error(number))
            }
            Then::Die if now == plan.at => die(),
            _ => Ok(()),
        }
    });
    let outcome = work();
    drop(watching);
    let chosen = std::mem::take(&mut *chosen.lock().unwrap_or_else(PoisonError::into_inner));
    Under { outcome, counted: seen.load(Ordering::Relaxed), chosen }
}

/// Ends this process as `kill -9` does.
fn die() -> ! {
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    unreachable!("nobody outlives this signal")
}

/// What a tape holds.
#[derive(Clone, Debug)]
pub enum Entry {
    /// An operation that changed files or brought them to the disk.
    Did(Done),
    /// What the work said meanwhile.
    Said(String),
}

/// An operation on a tape, with paths below the folder that was taped.
#[derive(Clone, Debug)]
pub struct Done {
    /// What.
    pub operation: Operation,
    /// To which file; for a renaming, its new name.
    pub path: PathBuf,
    /// The name before a renaming.
    pub from: Option<PathBuf>,
    /// Where bytes were written, or the length a file was cut to.
    pub at: u64,
    /// The bytes that were written.
    pub bytes: Vec<u8>,
}

/// Does `work`, which may say something, and tapes what it does to files in `folder`, a canonical
/// path.
pub fn tape<T>(folder: &Path, work: impl FnOnce(&mut dyn FnMut(String)) -> T) -> (T, Vec<Entry>) {
    let entries = Arc::new(Mutex::new(Vec::new()));
    let (tape, root) = (Arc::clone(&entries), folder.to_owned());
    let watching = watch(move |event| {
        let is_named = |path: &Path| path.strip_prefix(&root).ok().map(Path::to_owned);
        if event.operation.is_change()
            && let Some(path) = is_named(event.path)
        {
            keep(
                &tape,
                Entry::Did(Done {
                    operation: event.operation,
                    path,
                    from: event.from.and_then(is_named),
                    at: event.at,
                    bytes: event.bytes.to_vec(),
                }),
            );
        }
        Ok(())
    });
    let outcome = work(&mut |line| keep(&entries, Entry::Said(line)));
    drop(watching);
    let taken = std::mem::take(&mut *entries.lock().unwrap_or_else(PoisonError::into_inner));
    (outcome, taken)
}

fn keep(tape: &Mutex<Vec<Entry>>, entry: Entry) {
    tape.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
}
