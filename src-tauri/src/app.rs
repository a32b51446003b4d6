//! What lives as long as the program: the folder, the plain preferences, and the
//! journal while it is open.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::TimeDelta;
use journal::Moment;

use crate::clock;
use crate::error::{ErrorCode, Failure, Reply};
use crate::prefs::Prefs;
use crate::session::Open;

/// The program's state. Cloning it shares it.
#[derive(Clone)]
pub(crate) struct App(Arc<Inner>);

struct Inner {
    folder: PathBuf,
    prefs: Mutex<Prefs>,
    open: Mutex<Option<Open>>,
    touched: Mutex<Moment>,
    closing: Mutex<bool>,
    /// How many times a journal was opened, so that a lock that was asked for
    /// closes the one it was asked for and not the next.
    openings: AtomicU64,
}

// A panic while the lock was held leaves whole values behind: every change is
// one assignment. Going on is safer than locking the person out of their words.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// The state around a data folder.
    pub(crate) fn new(folder: PathBuf) -> Self {
        let prefs = Prefs::read(&prefs_file(&folder));
        Self(Arc::new(Inner {
            folder,
            prefs: Mutex::new(prefs),
            open: Mutex::new(None),
            touched: Mutex::new(clock::now()),
            closing: Mutex::new(false),
            openings: AtomicU64::new(0),
        }))
    }

    /// The program's folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Where the journal lies.
    pub(crate) fn vault_folder(&self) -> PathBuf {
        self.0.folder.join("v1")
    }

    /// The plain preferences.
    pub(crate) fn prefs(&self) -> Prefs {
        held(&self.0.prefs).clone()
    }

    /// Changes the plain preferences and writes them.
    pub(crate) fn change_prefs(&self, change: impl FnOnce(&mut Prefs)) -> Reply<Prefs> {
        let mut prefs = held(&self.0.prefs);
        let mut changed = prefs.clone();
        change(&mut changed);
        let changed = changed.tidied();
        if changed != *prefs {
            changed.write(&prefs_file(&self.0.folder))?;
            prefs.clone_from(&changed);
        }
        Ok(changed)
    }

    /// Whether the journal is open.
    pub(crate) fn is_open(&self) -> bool {
        held(&self.0.open).is_some()
    }

    /// Puts an opened journal in place.
    pub(crate) fn put_open(&self, open: Open) {
        self.touch();
        self.0.openings.fetch_add(1, Ordering::Relaxed);
        *held(&self.0.open) = Some(open);
    }

    /// Which opening of a journal this is.
    pub(crate) fn opening(&self) -> u64 {
        self.0.openings.load(Ordering::Relaxed)
    }

    /// Takes the journal out, to be closed.
    pub(crate) fn take_open(&self) -> Option<Open> {
        held(&self.0.open).take()
    }

    /// Does `work` with the open journal, away from the window's thread.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`] if it is not open, or what `work` answers.
    pub(crate) async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Open) -> Reply<T> + Send + 'static,
    ) -> Reply<T> {
        let app = self.clone();
        blocking(move || match held(&app.0.open).as_mut() {
            Some(open) => work(open),
            None => Err(ErrorCode::Locked.into()),
        })
        .await
    }

    /// How long without touch until the journal locks.
    pub(crate) fn lock_after(&self) -> TimeDelta {
        held(&self.0.open).as_ref().map_or(TimeDelta::minutes(5), Open::lock_after)
    }

    /// The person is here.
    pub(crate) fn touch(&self) {
        *held(&self.0.touched) = clock::now();
    }

    /// When the person was last here.
    pub(crate) fn touched(&self) -> Moment {
        *held(&self.0.touched)
    }

    /// Remembers that the window is to close once the journal is locked.
    pub(crate) fn close_after_lock(&self) {
        *held(&self.0.closing) = true;
    }

    /// Whether the window is to close once the journal is locked.
    pub(crate) fn is_closing(&self) -> bool {
        *held(&self.0.closing)
    }
}

fn prefs_file(folder: &Path) -> PathBuf {
    folder.join("prefs")
}

/// Does slow work on a thread of its own.
///
/// # Errors
/// What `work` answers; [`ErrorCode::Fault`] if it panicked.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Reply<T> + Send + 'static,
) -> Reply<T> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Err(Failure::from(ErrorCode::Fault)))
}
