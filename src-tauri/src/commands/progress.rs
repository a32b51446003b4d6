//! How far long work has come, told to the window while it goes on.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::AppHandle;
use tauri_specta::Event;

/// How far long work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub(crate) struct Progress {
    /// What it is doing.
    pub stage: WorkStage,
    /// How much of the stage is done, 0 to 100.
    pub percent: u8,
}

/// What long work is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WorkStage {
    /// Copying or reading.
    Copying,
    /// Checking the copy.
    Checking,
    /// Putting it in place.
    MovingIn,
}

impl From<vault::Progress> for Progress {
    fn from(told: vault::Progress) -> Self {
        let stage = match told.stage {
            vault::Stage::Copying => WorkStage::Copying,
            vault::Stage::Checking => WorkStage::Checking,
            vault::Stage::MovingIn => WorkStage::MovingIn,
        };
        let hundredths = told.done.saturating_mul(100) / told.of.max(1);
        Self { stage, percent: u8::try_from(hundredths.min(100)).unwrap_or(100) }
    }
}

/// About five times a second is as often as anyone can see.
const OFTEN: Duration = Duration::from_millis(200);

/// Tells the window, but not too often.
struct Teller {
    told: Option<(WorkStage, Instant)>,
}

impl Teller {
    /// Whether this is worth telling.
    fn is_news(&mut self, progress: Progress, now: Instant) -> bool {
        let is_news = match self.told {
            Some((stage, at)) => stage != progress.stage || now.duration_since(at) >= OFTEN,
            None => true,
        };
        if is_news {
            self.told = Some((progress.stage, now));
        }
        is_news
    }
}

/// What long work calls to be heard by the window.
pub(crate) fn teller(handle: &AppHandle) -> impl FnMut(vault::Progress) {
    let handle = handle.clone();
    let mut teller = Teller { told: None };
    move |told| {
        let progress = Progress::from(told);
        if teller.is_news(progress, Instant::now()) {
            // A window that cannot hear only shows no progress.
            let _ = progress.emit(&handle);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_is_never_beyond_a_hundred() {
        let told = |done, of| {
            Progress::from(vault::Progress { stage: vault::Stage::Copying, done, of }).percent
        };
        assert_eq!([told(0, 7), told(1, 2), told(7, 7), told(9, 7)], [0, 50, 100, 100]);
        assert_eq!(told(u64::MAX, u64::MAX), 1, "no overflow");
    }

    #[test]
    fn the_window_is_told_of_stages_at_once_and_of_steps_five_times_a_second() {
        let mut teller = Teller { told: None };
        let start = Instant::now();
        let mut news = |stage, after| {
            let progress = Progress { stage, percent: 0 };
            teller.is_news(progress, start + Duration::from_millis(after))
        };
        assert!(news(WorkStage::Copying, 0));
        assert!(!news(WorkStage::Copying, 199));
        assert!(news(WorkStage::Copying, 200));
        assert!(news(WorkStage::Checking, 201));
    }
}
