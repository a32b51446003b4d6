//! Which part of the time a chart shows, and in which steps.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::course::{Sitting, last_held, next_planned};
use crate::value::Moment;

/// What part of the time to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Zoom {
    /// From the last held session on.
    LastSession,
    /// Four weeks: the last ones, or those around a day.
    FourWeeks,
    /// From the beginning of the course.
    Course,
    /// Everything, also the years before therapy.
    Life,
}

/// The steps in which a window is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Unit {
    Day,
    Week,
    Month,
}

/// A part of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Window {
    /// What it is.
    pub zoom: Zoom,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// Its steps.
    pub unit: Unit,
}

/// Where the time of a journal begins and ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The first day of anything at all, also years before the journal.
    pub first: Option<NaiveDate>,
    /// When the newest course began.
    pub course: Option<NaiveDate>,
}

/// Days of four weeks.
const FOUR_WEEKS: u64 = 28;
/// A planned session is shown if it is no further ahead.
const AHEAD: u64 = 28;
/// More days than that are told by the week, and more still by the month.
const BY_DAY: i64 = 400;
const BY_WEEK: i64 = 1600;

impl Unit {
    fn fitting(from: NaiveDate, to: NaiveDate) -> Self {
        match (to - from).num_days() {
            ..BY_DAY => Self::Day,
            BY_DAY..BY_WEEK => Self::Week,
            BY_WEEK.. => Self::Month,
        }
    }

    /// The first day of the step that holds `day`.
    pub fn start(self, day: NaiveDate) -> NaiveDate {
        let back = match self {
            Self::Day => 0,
            Self::Week => day.weekday().num_days_from_monday(),
            Self::Month => day.day0(),
        };
        day - Days::new(back.into())
    }

    /// The first day of the step after the one that begins with `start`.
    pub fn next(self, start: NaiveDate) -> NaiveDate {
        match self {
            Self::Day => start + Days::new(1),
            Self::Week => start + Days::new(7),
            Self::Month => start + Months::new(1),
        }
    }
}

impl Window {
    /// The window for a zoom. A zoom that is not on offer becomes four weeks. `day` is
    /// one that should be seen; four weeks move to it.
    pub fn of(
        zoom: Zoom,
        day: Option<NaiveDate>,
        bounds: Bounds,
        sittings: &[Sitting<'_>],
        now: Moment,
    ) -> Self {
        let today = now.day();
        let last = last_held(sittings, now).map(|one| one.record.at.day());
        let soon = next_planned(sittings, now)
            .map(|one| one.record.at.day())
            .filter(|&next| next <= today + Days::new(AHEAD));
        let end = soon.map_or(today, |next| next.max(today));
        let whole = match zoom {
            Zoom::LastSession => last.map(|from| (from, end)),
            Zoom::Course => bounds.course.map(|from| (from, end)),
            Zoom::Life => bounds.first.map(|from| (from, end)),
            Zoom::FourWeeks => None,
        };
        let (zoom, from, to) = match whole {
            Some((from, to)) if from <= to => (zoom, from, to),
            _ => {
                let (from, to) = four_weeks(day, today);
                (Zoom::FourWeeks, from, to)
            }
        };
        Self { zoom, from, to, unit: Unit::fitting(from, to) }
    }

    /// The zooms that have something to show.
    pub fn zooms(bounds: Bounds, sittings: &[Sitting<'_>], now: Moment) -> Vec<Zoom> {
        let today = now.day();
        let begun = |day: Option<NaiveDate>| day.is_some_and(|day| day <= today);
        let all = [
            (Zoom::LastSession, last_held(sittings, now).is_some()),
            (Zoom::FourWeeks, true),
            (Zoom::Course, begun(bounds.course)),
            (Zoom::Life, begun(bounds.first)),
        ];
        all.into_iter().filter_map(|(zoom, is_there)| is_there.then_some(zoom)).collect()
    }

    /// Whether something from one day to another falls into it, if only in part.
    pub fn meets(self, from: NaiveDate, to: NaiveDate) -> bool {
        from <= self.to && to >= self.from
    }
}

/// The last four weeks, or those around a day that lies before them.
fn four_weeks(day: Option<NaiveDate>, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = today - Days::new(FOUR_WEEKS - 1);
    match day {
        Some(day) if day < first => {
            let from = day - Days::new(FOUR_WEEKS / 2);
            (from, from + Days::new(FOUR_WEEKS - 1))
        }
        _ => (first, today),
    }
}
