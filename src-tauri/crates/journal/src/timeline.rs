//! The life chart (domain reference A.4): cravings and mood, people, changes and losses,
//! sessions and ratings on one line of time. The question it answers is what was
//! happening with others just before.
//!
//! A day without a check-in is a gap, a date that is known only to its month or year
//! stays as wide as that, and what has no date stands beside the chart: nothing here
//! is guessed.

mod lanes;
mod points;
mod scores;
mod window;

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use crate::course::{SessionStatus, Sitting};
use crate::record::{KindName, Record};
use crate::value::{PartialDate, RecordId};

pub use lanes::{ChartLane, Mark, Measure, RatedOn, Ratings};
pub use points::{Glance, Point, Tenths};
pub use scores::{ScoredOn, ScoresOn};
pub use window::{Bounds, Unit, Window, Zoom};

/// The kinds whose place on the chart is not when they were written.
pub const LASTING: [KindName; 5] = [
    KindName::LifeEvent,
    KindName::Loss,
    KindName::Transition,
    KindName::Dispute,
    KindName::Connection,
];

/// The first day that a record of the kinds of [`LASTING`] can have been, if it says.
pub fn begins(record: &Record) -> Option<NaiveDate> {
    lanes::began(record).map(PartialDate::first_day)
}

/// A session on the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SessionOn {
    /// The record.
    pub id: RecordId,
    /// Its number.
    pub number: u16,
    /// The day it is or was on.
    pub day: NaiveDate,
    /// What became of it.
    pub status: SessionStatus,
}

/// The chart of one window of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Timeline {
    /// Today.
    pub today: NaiveDate,
    /// Which part of the time it shows.
    pub window: Window,
    /// What can be shown.
    pub zooms: Vec<Zoom>,
    /// The days, weeks or months of which something is known, in order. Those between
    /// them are gaps.
    pub points: Vec<Point>,
    /// Sessions, earliest first.
    pub sessions: Vec<SessionOn>,
    /// What happened, earliest first.
    pub marks: Vec<Mark>,
    /// Whether there are too many entries to show each; then only their number stands
    /// in the points.
    pub crowded: bool,
    /// What belongs on the chart and has no date yet.
    pub undated: Vec<Mark>,
    /// Weekly ratings, one list for each question about a piece of work.
    pub ratings: Vec<Ratings>,
    /// Scores of rating scales that were filled in the window, one list for each scale.
    pub scores: Vec<ScoresOn>,
}

/// What a chart is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Today.
    pub today: NaiveDate,
    /// The part of the time.
    pub window: Window,
    /// What can be shown.
    pub zooms: &'a [Zoom],
    /// Every session.
    pub sittings: &'a [Sitting<'a>],
    /// Every record of the kinds of [`LASTING`].
    pub lasting: &'a [Record],
    /// What was written in the window; `None` if there is too much of it.
    pub entries: Option<&'a [Record]>,
    /// Times of use and days marked in the window.
    pub used: &'a [Record],
    /// How much was written on which days.
    pub written: &'a [(NaiveDate, u32)],
    /// The weekly ratings and the filled scales of the window.
    pub weekly: &'a [Record],
    /// The names of everybody with a card.
    pub names: &'a HashMap<RecordId, String>,
}

impl Timeline {
    /// The chart. `check_ins` may be of any time; those outside of the window are left out.
    pub fn draw(source: Source<'_>, check_ins: impl IntoIterator<Item = Glance>) -> Self {
        let Source { today, window, .. } = source;
        let (mut marks, undated) = lanes::lasting(&source);
        if let Some(entries) = source.entries {
            marks.extend(entries.iter().map(|entry| lanes::entry(entry, source.names)));
        }
        marks.retain(|mark| window.meets(mark.from, mark.to));
        marks.sort_by_key(|mark| (mark.from, mark.at));
        Self {
            today,
            window,
            zooms: source.zooms.to_vec(),
            points: points::points(window, check_ins, source.used, source.written),
            sessions: sessions(window, source.sittings),
            marks,
            crowded: source.entries.is_none(),
            undated,
            ratings: lanes::ratings(&source),
            scores: scores::scores(&source),
        }
    }
}

fn sessions(window: Window, sittings: &[Sitting<'_>]) -> Vec<SessionOn> {
    let on = |sitting: &Sitting<'_>| SessionOn {
        id: sitting.record.id,
        number: sitting.session.number,
        day: sitting.record.at.day(),
        status: sitting.session.status,
    };
    sittings.iter().map(on).filter(|one| window.meets(one.day, one.day)).collect()
}

#[cfg(test)]
mod tests;
