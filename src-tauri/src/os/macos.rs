//! macOS: the workspace tells of sleep and of another user's turn, a notification of
//! the login window of a locked screen.
//!
//! Never run, and checked only against the declarations of `objc2`.

#![expect(unsafe_code, reason = "the system is asked in its own language; ruling \"unsafe\"")]

use std::ptr::NonNull;
use std::time::{Duration, Instant};

use block2::RcBlock;
use objc2_app_kit::{
    NSWorkspace, NSWorkspaceScreensDidSleepNotification,
    NSWorkspaceSessionDidResignActiveNotification, NSWorkspaceWillSleepNotification,
};
use objc2_foundation::{
    NSDistributedNotificationCenter, NSNotification, NSNotificationCenter, NSNotificationName,
    NSString,
};
use rustix::time::{ClockId, clock_gettime};
use tauri::AppHandle;

use crate::lock;

/// Listens for as long as the program runs. Call on the main thread.
pub(super) fn listen(app: &AppHandle) {
    let workspace = NSWorkspace::sharedWorkspace().notificationCenter();
    // SAFETY: these are constants of AppKit, which is linked and never written to.
    let names = unsafe {
        [
            NSWorkspaceWillSleepNotification,
            NSWorkspaceScreensDidSleepNotification,
            NSWorkspaceSessionDidResignActiveNotification,
        ]
    };
    for name in names {
        observe(&workspace, name, app);
    }
    let everyone = NSDistributedNotificationCenter::defaultCenter();
    observe(&everyone, &NSString::from_str("com.apple.screenIsLocked"), app);
}

fn observe(center: &NSNotificationCenter, name: &NSNotificationName, app: &AppHandle) {
    let app = app.clone();
    let told = RcBlock::new(move |_: NonNull<NSNotification>| lock::soon(&app));
    // SAFETY: no object and no queue are named, so that any sender counts and the block
    // runs on the thread that posts; it owns its handle, which may be used anywhere. The
    // centre keeps the block and the observer, which is meant to live as long as it does.
    unsafe { center.addObserverForName_object_queue_usingBlock(Some(name), None, None, &told) };
}

/// macOS has no name for a start that could be read without further bindings: the PIN
/// then waits for the passphrase after every start of the program.
pub(super) fn boot() -> Option<[u8; 16]> {
    None
}

/// Since the computer was started, sleep included.
pub(super) fn on_for() -> Duration {
    Duration::try_from(clock_gettime(ClockId::Monotonic)).unwrap_or_default()
}

/// Stands still while the computer sleeps, as `Instant` does here.
pub(super) fn awake_for() -> Duration {
    static FIRST: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    FIRST.elapsed()
}
