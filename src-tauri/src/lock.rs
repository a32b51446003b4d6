//! Locking: by key, by idleness, by a hidden window, by a clock that jumped.
//!
//! The window is always told first, so that it can put what is being written
//! into the journal; whatever it answers, the journal is closed a moment later.

use std::thread;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use journal::Moment;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, Window, WindowEvent};
use tauri_specta::Event;

use crate::app::App;
use crate::picks::Picks;
use crate::{clipboard, clock, keeper, window};

/// Tells the window to put drafts into the journal and ask for the lock.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct LockSoon;

/// How long the window may take to save what is being written.
const GRACE: Duration = Duration::from_millis(900);
/// How often idleness is looked at.
const BEAT: Duration = Duration::from_secs(2);
/// A longer pause between two beats means the computer slept or the clock was set.
const JUMP: TimeDelta = TimeDelta::seconds(15);
/// How long the window may stay hidden before the journal locks.
const HIDDEN: TimeDelta = TimeDelta::seconds(60);

/// Closes the journal now and replaces the page. `asked` is when it was asked for.
pub(crate) fn now(app: &AppHandle, asked: Instant) {
    let state = app.state::<App>();
    if state.is_working() && state.lock_after_work() {
        return;
    }
    // The keys go with the vault; an error while closing leaves a file that is
    // whole, because every save was its own transaction.
    let mut copy = None;
    if let Some(mut open) = state.take_open() {
        copy = keeper::at_a_lock(&state, &mut open, asked);
        let _ = open.vault.close();
    }
    state.picks(|picks| *picks = Picks::default());
    let closing = state.is_closing();
    if let Some(window) = app.get_webview_window(window::MAIN) {
        let _ = if closing { window.hide() } else { window::renew(&window, &state.prefs()) };
    }
    // Neither needs a key, and both may have to wait for someone.
    clipboard::clear();
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
    if state.is_working() && state.lock_after_work() {
        return;
    }
    if !state.is_open() {
        return;
    }
    let asked = Instant::now();
    let opening = app.state::<App>().opening();
    // A window that cannot hear has nothing unsaved that could be reached.
    let _ = LockSoon.emit(app);
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(GRACE);
        let state = app.state::<App>();
        if state.is_open() && state.opening() == opening {
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

/// Watches for idleness for as long as the program runs.
pub(crate) fn watch(app: AppHandle) {
    thread::spawn(move || {
        let mut watch = Watch::new(clock::now());
        loop {
            thread::sleep(BEAT);
            let state = app.state::<App>();
            let hidden = app
                .get_webview_window(window::MAIN)
                .is_some_and(|window| window.is_minimized().unwrap_or(false));
            let limit = state.lock_after();
            let due = watch.beat(clock::now(), state.touched(), limit, hidden);
            if due && state.is_open() {
                soon(&app);
            }
        }
    });
}

/// The rules of idleness, apart from the clock.
struct Watch {
    last_beat: Moment,
    hidden_since: Option<Moment>,
}

impl Watch {
    fn new(now: Moment) -> Self {
        Self { last_beat: now, hidden_since: None }
    }

    /// Whether the journal must lock at this beat.
    fn beat(&mut self, now: Moment, touched: Moment, limit: TimeDelta, hidden: bool) -> bool {
        let passed = now.0 - self.last_beat.0;
        self.last_beat = now;
        self.hidden_since = if hidden { self.hidden_since.or(Some(now)) } else { None };
        let jumped = passed > JUMP || passed < TimeDelta::zero();
        let idle = now.0 - touched.0 >= limit;
        let long_hidden = self.hidden_since.is_some_and(|since| now.0 - since.0 >= HIDDEN);
        jumped || idle || long_hidden
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE_MINUTES: TimeDelta = TimeDelta::minutes(5);

    fn at(seconds: i64) -> Moment {
        let start: chrono::DateTime<chrono::FixedOffset> =
            "2026-03-08T20:00:00+01:00".parse().unwrap();
        Moment(start + TimeDelta::seconds(seconds))
    }

    #[test]
    fn five_minutes_without_touch_lock() {
        let mut watch = Watch::new(at(0));
        for second in (2..300).step_by(2) {
            assert!(!watch.beat(at(second), at(0), FIVE_MINUTES, false), "at {second} s");
        }
        assert!(watch.beat(at(300), at(0), FIVE_MINUTES, false));
    }

    #[test]
    fn a_touch_starts_the_five_minutes_again() {
        let mut watch = Watch::new(at(298));
        assert!(!watch.beat(at(300), at(290), FIVE_MINUTES, false));
    }

    #[test]
    fn sleep_and_a_clock_set_back_lock_at_once() {
        let mut slept = Watch::new(at(0));
        assert!(slept.beat(at(16), at(15), FIVE_MINUTES, false));
        let mut set_back = Watch::new(at(100));
        assert!(set_back.beat(at(99), at(99), FIVE_MINUTES, false));
    }

    #[test]
    fn a_minute_hidden_locks_and_showing_it_again_does_not() {
        let mut watch = Watch::new(at(0));
        let mut due = false;
        for second in (2..=62).step_by(2) {
            due = watch.beat(at(second), at(second), FIVE_MINUTES, true);
            assert_eq!(due, second == 62, "at {second} s");
        }
        assert!(due);
        assert!(!watch.beat(at(64), at(64), FIVE_MINUTES, false));
        assert!(!watch.beat(at(66), at(66), FIVE_MINUTES, true), "counts from now");
    }
}
