//! Locking: by key, by idleness, by a hidden window, by sleep, by a clock that was set,
//! and when the system says that the person is away.
//!
//! A computer that is merely busy does not lock: a late beat of the heart says nothing,
//! only the difference between its clocks does.
//!
//! The window is always told first, so that it can put what is being written
//! into the journal; whatever it answers, the journal is closed a moment later.

use std::thread;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, Window, WindowEvent};
use tauri_specta::Event;

use crate::app::App;
use crate::clock::Ticks;
use crate::picks::Picks;
use crate::{clipboard, clock, keeper, window};

/// Tells the window to put drafts into the journal and ask for the lock.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct LockSoon;

/// How long the window may take to save what is being written.
const GRACE: Duration = Duration::from_millis(900);
/// How often idleness is looked at. Short, so that little can be read on a computer
/// that just woke up.
const BEAT: Duration = Duration::from_millis(500);
/// The computer slept if it was on for so much longer than it was awake.
const SLEPT: Duration = Duration::from_secs(2);
/// The clock was set if it went ahead by so much more than time passed.
const SET_AHEAD: TimeDelta = TimeDelta::seconds(15);
/// The clock was set back if it did by more than a clock is corrected unasked.
const SET_BACK: TimeDelta = TimeDelta::seconds(-2);
/// How long the window may stay hidden before the journal locks.
const HIDDEN: Duration = Duration::from_mins(1);
/// Every so many beats the keeper of backups may look.
const KEEP_EVERY: u32 = 20;
/// The longest that anyone waits for a lock, sleep included.
const LONGEST: Duration = Duration::from_secs(3);

/// A lock that was asked for.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    /// When.
    at: Instant,
    /// Which opening it is to close. On a busy computer a lock may come so late that
    /// the journal was locked and opened again: that opening is not its concern.
    opening: u64,
}

impl Asked {
    /// It is asked for now.
    pub(crate) fn now(state: &App) -> Self {
        Self { at: Instant::now(), opening: state.opening() }
    }
}

/// Closes the journal now and replaces the page.
pub(crate) fn now(app: &AppHandle, asked: Asked) {
    let state = app.state::<App>();
    if state.is_working() && state.lock_after_work() {
        return;
    }
    // The keys go with the vault; an error while closing leaves a file that is
    // whole, because every save was its own transaction.
    let mut copy = None;
    if let Some(mut open) = state.take_open(asked.opening) {
        copy = keeper::at_a_lock(&state, &mut open, asked.at);
        let _ = open.vault.close();
    } else if state.opening() != asked.opening || (state.is_working() && state.lock_after_work()) {
        return;
    }
    state.picks(|picks| *picks = Picks::default());
    window::check_spelling(app, false);
    let closing = state.is_closing();
    if let Some(window) = app.get_webview_window(window::MAIN) {
        let _ = if closing { window.hide() } else { window::renew(&window, &state.prefs()) };
    }
    // Neither needs a key, and both may have to wait for someone.
    clipboard::clear();
    clipboard::unmark(app);
    if let Some(copy) = copy {
        // What failed is seen when the folder is looked into at the next opening.
        let _ = copy.make();
    }
    if closing {
        app.exit(0);
    }
}

/// Asks the window to save, then closes the journal whether it did or not.
pub(crate) fn soon(app: &AppHandle) {
    let state = app.state::<App>();
    let (asked, is_open) = (Asked::now(&state), state.is_open());
    // Asked after it: work that takes the journal out just now must not hide it.
    if state.is_working() && state.lock_after_work() {
        return;
    }
    if !is_open {
        return;
    }
    // A window that cannot hear has nothing unsaved that could be reached.
    let _ = LockSoon.emit(app);
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(GRACE);
        let state = app.state::<App>();
        // A page that is locked already must not be replaced under the person's hands.
        if state.opening() == asked.opening && (state.is_open() || state.is_working()) {
            now(&app, asked);
        }
    });
}

/// Closing the window locks first, so that the last words are kept.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    let app = window.app_handle();
    let state = app.state::<App>();
    if state.is_open() {
        api.prevent_close();
        state.close_after_lock();
        soon(app);
    }
}

/// Waits until a lock that was asked for is done, but not for ever.
#[cfg_attr(target_os = "macos", expect(dead_code, reason = "macOS does not wait with sleep"))]
pub(crate) fn wait(app: &AppHandle) {
    let begun = Instant::now();
    while app.state::<App>().is_open() && begun.elapsed() < LONGEST {
        thread::sleep(Duration::from_millis(10));
    }
}

/// Watches for as long as the program runs.
pub(crate) fn watch(app: AppHandle) {
    thread::spawn(move || {
        let state = app.state::<App>();
        let mut watch = Watch::new(clock::ticks());
        for beat in (0..KEEP_EVERY).cycle() {
            thread::sleep(BEAT);
            let riding = state.riding().is_some();
            if state.is_working() || riding {
                // Someone waits for that work, or for an urge to pass, though nobody
                // touches anything.
                state.touch();
            }
            // Nobody needs to be asked about a window that shows nothing. A ride goes on
            // while the window is small.
            let hidden = state.is_open() && !riding && is_hidden(&app);
            let due = watch.beat(clock::ticks(), state.touched(), state.lock_after(), hidden);
            if due {
                soon(&app);
            } else if beat == 0 && watch.is_quiet(state.touched()) {
                keep(&state);
            }
        }
    });
}

fn is_hidden(app: &AppHandle) -> bool {
    let window = app.get_webview_window(window::MAIN);
    window.is_some_and(|window| window.is_minimized().unwrap_or(false))
}

/// Lets the keeper of backups look whether there is something to do, beside the watch:
/// the heart must not wait for a disk.
fn keep(state: &App) {
    if !state.is_open() || !state.begin_keeping() {
        return;
    }
    let state = state.clone();
    thread::spawn(move || {
        keeper::at_a_quiet_moment(&state);
        state.end_keeping();
    });
}

/// The rules of the watch, apart from the clocks.
struct Watch {
    last: Ticks,
    hidden_since: Option<Duration>,
}

impl Watch {
    fn new(now: Ticks) -> Self {
        Self { last: now, hidden_since: None }
    }

    /// Whether the journal must lock at this beat. `touched` is when the person was
    /// last here, by the clock that nobody sets.
    fn beat(&mut self, now: Ticks, touched: Duration, limit: Duration, hidden: bool) -> bool {
        let on = now.on.saturating_sub(self.last.on);
        let awake = now.awake.saturating_sub(self.last.awake);
        let wall = now.wall.0 - self.last.wall.0;
        self.last = now;
        self.hidden_since = if hidden { self.hidden_since.or(Some(now.on)) } else { None };
        let slept = on.saturating_sub(awake) > SLEPT;
        let set = wall - TimeDelta::from_std(on).unwrap_or(TimeDelta::MAX);
        let was_set = set > SET_AHEAD || set < SET_BACK;
        let idle = now.on.saturating_sub(touched) >= limit;
        let long_hidden =
            self.hidden_since.is_some_and(|since| now.on.saturating_sub(since) >= HIDDEN);
        slept || was_set || idle || long_hidden
    }

    /// Whether nobody touched it for a while.
    fn is_quiet(&self, touched: Duration) -> bool {
        self.last.on.saturating_sub(touched) >= keeper::QUIET
    }
}

#[cfg(test)]
mod tests {
    use journal::Moment;

    use super::*;

    const FIVE_MINUTES: Duration = Duration::from_mins(5);

    /// What the clocks say when the computer was asleep for some seconds and the wall's
    /// clock was set by some.
    fn clocks(on: u64, asleep: u64, set: i64) -> Ticks {
        let start: chrono::DateTime<chrono::FixedOffset> =
            "2026-03-08T20:00:00+01:00".parse().unwrap();
        let wall = start + TimeDelta::seconds(i64::try_from(on).unwrap() + set);
        let (on, asleep) = (Duration::from_secs(1000 + on), Duration::from_secs(asleep));
        Ticks { wall: Moment(wall), on, awake: on.saturating_sub(asleep) }
    }

    fn at(seconds: u64) -> Ticks {
        clocks(seconds, 0, 0)
    }

    fn touched(seconds: u64) -> Duration {
        Duration::from_secs(1000 + seconds)
    }

    #[test]
    fn five_minutes_without_touch_lock() {
        let mut watch = Watch::new(at(0));
        for second in 1..300 {
            assert!(!watch.beat(at(second), touched(0), FIVE_MINUTES, false), "at {second} s");
        }
        assert!(watch.beat(at(300), touched(0), FIVE_MINUTES, false));
    }

    #[test]
    fn a_touch_starts_the_five_minutes_again() {
        let mut watch = Watch::new(at(298));
        assert!(!watch.beat(at(300), touched(290), FIVE_MINUTES, false));
    }

    #[test]
    fn sleep_locks_at_once() {
        let mut watch = Watch::new(at(0));
        assert!(watch.beat(clocks(4, 3, 0), touched(3), FIVE_MINUTES, false));
    }

    #[test]
    fn a_busy_computer_does_not_lock() {
        let mut watch = Watch::new(at(0));
        assert!(!watch.beat(at(60), touched(59), FIVE_MINUTES, false), "a minute without a beat");
    }

    #[test]
    fn a_clock_that_is_set_locks_and_one_that_is_corrected_does_not() {
        let beat = |set| Watch::new(at(0)).beat(clocks(1, 0, set), touched(1), FIVE_MINUTES, false);
        for set in [-31_536_000, -3600, -3, 16, 3600, 31_536_000] {
            assert!(beat(set), "set by {set} s");
        }
        for corrected in [-1, 0, 1, 10] {
            assert!(!beat(corrected), "corrected by {corrected} s");
        }
    }

    #[test]
    fn another_time_zone_and_summer_time_are_no_jump() {
        let mut watch = Watch::new(at(0));
        let mut travelled = at(1);
        let zone = chrono::FixedOffset::east_opt(9 * 3600).unwrap();
        travelled.wall = Moment(travelled.wall.0.with_timezone(&zone));
        assert!(!watch.beat(travelled, touched(1), FIVE_MINUTES, false));
    }

    #[test]
    fn the_year_2038_is_a_year_like_any_other() {
        let wall = |text: &str| Moment(text.parse().unwrap());
        let mut before = at(0);
        before.wall = wall("2038-01-19T03:14:07+00:00");
        let mut after = at(1);
        after.wall = wall("2038-01-19T03:14:08+00:00");
        assert!(!Watch::new(before).beat(after, touched(1), FIVE_MINUTES, false));
    }

    #[test]
    fn a_minute_hidden_locks_and_showing_it_again_does_not() {
        let mut watch = Watch::new(at(0));
        for second in 1..=61 {
            let due = watch.beat(at(second), touched(second), FIVE_MINUTES, true);
            assert_eq!(due, second == 61, "at {second} s");
        }
        assert!(!watch.beat(at(62), touched(62), FIVE_MINUTES, false));
        assert!(!watch.beat(at(63), touched(63), FIVE_MINUTES, true), "counts from now");
    }
}
