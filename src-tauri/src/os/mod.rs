//! What is asked of the operating system itself: no traces when something breaks, what
//! its clocks say, and word of sleep, of a locked screen and of another user's turn.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
mod linux_reminder;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

use std::path::PathBuf;
use std::time::Duration;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(target_os = "macos")]
use macos as system;
use tauri::AppHandle;
#[cfg(windows)]
use windows as system;

/// Keeps a crash from writing memory to disk, files from being read by others, and
/// says where a panic was without saying what was being handled.
pub(crate) fn quiet() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        #[expect(clippy::print_stderr, reason = "the place of a bug holds nothing of the person's")]
        {
            eprintln!("Meantime stopped at {place}");
        }
    }));
    #[cfg(unix)]
    close_up();
}

/// Files for this account only; no memory in a core file.
///
/// The limit on core files is handed on to the processes of the web view. A system
/// that refuses is a system where it was forbidden already; going on is right.
#[cfg(unix)]
fn close_up() {
    use rustix::process::{Resource, Rlimit, setrlimit, umask};
    umask(rustix::fs::Mode::from_raw_mode(0o077));
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // Other programs of this account may not look into the memory either.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Waits until a program of ours that was just killed has let its name on the bus go.
#[cfg(target_os = "linux")]
pub(crate) fn outlive_a_killed_one() {
    system::outlive_a_killed_one();
}

/// Listens for sleep, a locked screen and another user's turn, as long as the program
/// runs. Where the system does not say, the clocks still tell of sleep.
pub(crate) fn listen(app: &AppHandle) {
    system::listen(app);
}

/// Shows a reminder until `shown` has passed; pressing it brings the window up. False
/// where the system has nothing to show it with.
pub(crate) fn remind(app: &AppHandle, text: &str, shown: Duration) -> bool {
    #[cfg(target_os = "linux")]
    return linux_reminder::show(app, text, shown);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (app, text, shown);
        false
    }
}

/// Where the system looks for what starts with a session; none where nothing of ours is
/// written there.
pub(crate) fn autostart_folder() -> Option<PathBuf> {
    #[cfg(target_os = "linux")]
    return linux_reminder::autostart_folder();
    #[cfg(not(target_os = "linux"))]
    None
}

/// Sixteen bytes that stay the same until the computer starts again; none where the
/// system does not say.
pub(crate) fn boot() -> Option<[u8; 16]> {
    system::boot()
}

/// How long the computer has been on, sleep included.
pub(crate) fn on_for() -> Duration {
    system::on_for()
}

/// How long the computer has been awake. Only differences mean anything.
pub(crate) fn awake_for() -> Duration {
    system::awake_for()
}
