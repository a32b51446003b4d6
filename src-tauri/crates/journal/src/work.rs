//! What the long-lived work in the four areas has in common: where it stands and
//! how it ended (domain reference A.6).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::Texts;

/// Where a piece of work stands. Pausing and ending are as good as going on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WorkStatus {
    /// Being worked on.
    #[default]
    Open,
    /// Left alone for now.
    Paused,
    /// Settled, well enough.
    Settled,
    /// Over, settled or not.
    Ended,
}

/// The standing of a dispute, loss, transition or connection. When it was begun is
/// the record's `at`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Work {
    /// Where it stands.
    pub status: WorkStatus,
    /// The day from which it has stood so; none while open from the start.
    pub since: Option<NaiveDate>,
    /// How it ended, or why it rests.
    pub ending: String,
    /// What the writer takes from it.
    pub takes: String,
}

impl Work {
    /// Whether it is still on the table.
    pub fn is_open(&self) -> bool {
        self.status == WorkStatus::Open
    }

    pub(crate) fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.answer("ending", &self.ending);
        texts.answer("takes", &self.takes);
    }
}
