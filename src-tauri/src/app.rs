//! What lives as long as the program: the folder, the plain preferences, and the
//! journal while it is open.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use journal::settings::Settings;
use tauri::AppHandle;

use crate::error::{ErrorCode, Failure, Reply};
use crate::lock::Asked;
use crate::picks::Picks;
use crate::prefs::Prefs;
use crate::session::Open;
use crate::tries::Tries;
use crate::{clock, lock, window};

/// The program's state. Cloning it shares it.
#[derive(Clone)]
pub(crate) struct App(Arc<Inner>);

struct Inner {
    handle: AppHandle,
    folder: PathBuf,
    prefs: Mutex<Prefs>,
    open: Mutex<Option<Open>>,
    /// Whether a journal is open, to be known without waiting for what is done to it.
    is_open: AtomicBool,
    /// When the person was last here, by the clock that nobody sets.
    touched: Mutex<Duration>,
    /// Until when an urge is ridden out, by the same clock.
    riding: Mutex<Duration>,
    /// How long without touch until the journal locks.
    lock_after: Mutex<Duration>,
    /// What a reminder says. It stays after a lock: it is there to be seen then.
    reminder: Mutex<String>,
    /// The keeper of backups is at work.
    keeping: AtomicBool,
    closing: Mutex<bool>,
    /// How many times a journal was opened, so that a lock that was asked for
    /// closes the one it was asked for and not the next.
    openings: AtomicU64,
    /// Long work has the journal's files to itself.
    working: AtomicBool,
    /// A lock was asked for while that work went on.
    lock_asked: AtomicBool,
    tries: Mutex<Tries>,
    picks: Mutex<Picks>,
    /// Tells this run of the program from every other.
    run: [u8; 16],
}

// A panic while the lock was held leaves whole values behind: every change is
// one assignment. Going on is safer than locking the person out of their words.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// The state around a data folder.
    pub(crate) fn new(handle: AppHandle, folder: PathBuf) -> Self {
        let prefs = Prefs::read(&prefs_file(&folder));
        let mut run = [0; 16];
        clock::random(&mut run);
        Self(Arc::new(Inner {
            handle,
            folder,
            prefs: Mutex::new(prefs),
            open: Mutex::new(None),
            is_open: AtomicBool::new(false),
            touched: Mutex::new(clock::ticks().on),
            riding: Mutex::default(),
            lock_after: Mutex::new(Duration::from_mins(5)),
            reminder: Mutex::default(),
            keeping: AtomicBool::new(false),
            closing: Mutex::new(false),
            openings: AtomicU64::new(0),
            working: AtomicBool::new(false),
            lock_asked: AtomicBool::new(false),
            tries: Mutex::default(),
            picks: Mutex::default(),
            run,
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

    /// Where backups lie beside it.
    pub(crate) fn backup_folder(&self) -> PathBuf {
        self.vault_folder().join("backups")
    }

    /// Where a backup is unpacked, encrypted, to be looked into.
    pub(crate) fn scratch_folder(&self) -> PathBuf {
        self.0.folder.join("review")
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
        self.0.is_open.load(Ordering::SeqCst)
    }

    /// Puts a journal in place that the person opened.
    pub(crate) fn put_open(&self, open: Open) {
        self.put(open, 1);
    }

    fn put(&self, open: Open, openings: u64) {
        self.touch();
        self.obey(&open.settings().unwrap_or_default());
        let mut place = held(&self.0.open);
        self.0.openings.fetch_add(openings, Ordering::SeqCst);
        *place = Some(open);
        self.0.is_open.store(true, Ordering::SeqCst);
    }

    /// Which opening of a journal this is.
    pub(crate) fn opening(&self) -> u64 {
        self.0.openings.load(Ordering::SeqCst)
    }

    /// Takes the journal out, to be closed. None if it is not open, or if it was closed
    /// and opened again since that opening.
    pub(crate) fn take_open(&self, opening: u64) -> Option<Open> {
        let mut place = held(&self.0.open);
        if self.opening() != opening {
            return None;
        }
        self.0.is_open.store(false, Ordering::SeqCst);
        place.take()
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
        blocking(move || app.with_now(work)).await
    }

    /// As [`with`](Self::with), for a thread that may wait.
    ///
    /// # Errors
    /// As [`with`](Self::with).
    pub(crate) fn with_now<T>(&self, work: impl FnOnce(&mut Open) -> Reply<T>) -> Reply<T> {
        match held(&self.0.open).as_mut() {
            Some(open) => work(open),
            None => Err(ErrorCode::Locked.into()),
        }
    }

    /// As [`with`](Self::with), for work that tries a secret of this journal.
    ///
    /// # Errors
    /// [`ErrorCode::TooSoon`] besides.
    pub(crate) async fn with_secret<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Open) -> Reply<T> + Send + 'static,
    ) -> Reply<T> {
        let app = self.clone();
        blocking(move || app.try_ours(|| app.with_now(work))).await
    }

    /// Tries a secret of this journal, unless it comes too soon. One try at a time:
    /// many at once would step around the waiting.
    ///
    /// # Errors
    /// [`ErrorCode::TooSoon`], or what `work` answers.
    pub(crate) fn try_ours<T>(&self, work: impl FnOnce() -> Reply<T>) -> Reply<T> {
        held(&self.0.tries).ours(work)
    }

    /// Tries a secret of a backup.
    ///
    /// # Errors
    /// As [`try_ours`](Self::try_ours).
    pub(crate) fn try_anyones<T>(&self, work: impl FnOnce() -> Reply<T>) -> Reply<T> {
        held(&self.0.tries).anyones(work)
    }

    /// How long until the next try of a secret may come.
    pub(crate) fn wait_before_try(&self) -> Duration {
        held(&self.0.tries).wait(Instant::now())
    }

    /// Does long work with the journal's files, for which it is taken out if it was
    /// open. What `work` puts into its argument is open afterwards, unless a lock
    /// was asked for meanwhile: then it is locked after all.
    ///
    /// The window has put its drafts into the journal before it asks for such work.
    ///
    /// # Errors
    /// [`ErrorCode::InUse`] if other such work goes on; [`ErrorCode::Locked`] if it was
    /// done and then locked; else what `work` answers.
    pub(crate) fn while_closed<T>(
        &self,
        work: impl FnOnce(&mut Option<Open>) -> Reply<T>,
    ) -> Reply<T> {
        if self.0.working.swap(true, Ordering::SeqCst) {
            return Err(ErrorCode::InUse.into());
        }
        self.0.lock_asked.store(false, Ordering::SeqCst);
        let working = Working(&self.0);
        let mut open = self.take_open(self.opening());
        // Taken out and put back it is the same opening: a lock that was asked for
        // before closes it.
        let openings = u64::from(open.is_none());
        let reply = work(&mut open);
        if let Some(open) = open {
            self.put(open, openings);
        }
        drop(working);
        if self.0.lock_asked.swap(false, Ordering::SeqCst) {
            lock::now(&self.0.handle, Asked::now(self));
            return reply.and(Err(ErrorCode::Locked.into()));
        }
        reply
    }

    /// Whether long work has the journal's files to itself.
    pub(crate) fn is_working(&self) -> bool {
        self.0.working.load(Ordering::SeqCst)
    }

    /// Has the journal locked as soon as the long work is done. False if none goes on.
    pub(crate) fn lock_after_work(&self) -> bool {
        self.0.lock_asked.store(true, Ordering::SeqCst);
        // Asked afterwards: work that ended before it was asked has not seen it.
        self.is_working()
    }

    /// Looks at or changes what was listed and chosen.
    pub(crate) fn picks<T>(&self, look: impl FnOnce(&mut Picks) -> T) -> T {
        look(&mut held(&self.0.picks))
    }

    /// Which run of the program and of the computer this is.
    pub(crate) fn run(&self) -> vault::Run {
        let program = self.0.run;
        vault::Run { now: clock::now(), program, boot: crate::os::boot().unwrap_or(program) }
    }

    /// How long without touch until the journal locks.
    pub(crate) fn lock_after(&self) -> Duration {
        *held(&self.0.lock_after)
    }

    /// Does what the journal's settings ask of the program.
    pub(crate) fn obey(&self, settings: &Settings) {
        *held(&self.0.lock_after) = Duration::from_mins(settings.lock_after_minutes.into());
        window::check_spelling(&self.0.handle, settings.spell_check);
        held(&self.0.reminder).clone_from(&settings.reminder_text);
        // Where it cannot be written the pace before goes on.
        let _ = self.change_prefs(|prefs| prefs.reminder_times.pace = settings.check_in_pace);
    }

    /// What a reminder says in the person's own words, once the journal told; empty before,
    /// and where they chose none.
    pub(crate) fn reminder(&self) -> String {
        held(&self.0.reminder).clone()
    }

    /// Begins to look after backups. False if that goes on already.
    pub(crate) fn begin_keeping(&self) -> bool {
        !self.0.keeping.swap(true, Ordering::SeqCst)
    }

    /// Ends looking after backups.
    pub(crate) fn end_keeping(&self) {
        self.0.keeping.store(false, Ordering::SeqCst);
    }

    /// The person is here.
    pub(crate) fn touch(&self) {
        *held(&self.0.touched) = clock::ticks().on;
    }

    /// An urge is ridden out for so long from now. Nothing else is known of it here, and
    /// nothing of it is written down.
    pub(crate) fn ride(&self, left: Duration) {
        *held(&self.0.riding) = clock::ticks().on + left;
    }

    /// How long the ride still goes on; none if none does.
    pub(crate) fn riding(&self) -> Option<Duration> {
        let left = held(&self.0.riding).saturating_sub(clock::ticks().on);
        (!left.is_zero()).then_some(left)
    }

    /// When the person was last here.
    pub(crate) fn touched(&self) -> Duration {
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

/// Long work goes on until this is dropped, whatever becomes of it.
struct Working<'a>(&'a Inner);

impl Drop for Working<'_> {
    fn drop(&mut self) {
        self.0.working.store(false, Ordering::SeqCst);
    }
}

/// Where the plain preferences lie.
pub(crate) fn prefs_file(folder: &Path) -> PathBuf {
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
