//! The numbers behind the page: what its craving block says in sentences and a
//! chart, once more as figures for formats that programs read. They follow the
//! ticks of their blocks, as the sentences do.

use chrono::{Duration, NaiveDate};
use journal::days::{Day, DayUse, days};
use journal::value::Used;
use journal::{Body, Moment, RecordId};

use crate::compose::Composer;
use crate::cravings::{CHART_DAYS, check_ins};
use crate::figures_of_scales::filled_scales;
pub use crate::figures_of_scales::{FilledScale, GivenAnswer, GivenScore, ItemNine};
use crate::spans::clean;

/// The numbers of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The label at the top, as the person chose it; empty until chosen.
    pub label: String,
    /// The first and the last day covered; `None` for a page of nothing.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// Every day covered, at most the last 112; those without a check-in are among
    /// them, as unknown. Empty if cravings are not shared.
    pub days: Vec<Day>,
    /// Every check-in of the time covered, oldest first. Empty if cravings are not
    /// shared.
    pub check_ins: Vec<Reading>,
    /// The scales of the block of scores: for each the newest time, the one before and
    /// the first. Empty if scores are not shared.
    pub scales: Vec<FilledScale>,
    /// The answer to item 9 of the newest PHQ-9, if it is shared and was given.
    pub item_nine: Option<ItemNine>,
    /// Whether days of use are shared. If not, nothing here tells of any.
    pub use_days: bool,
}

/// The numbers of one check-in. What was skipped is `None`, never zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its record.
    pub item: RecordId,
    /// When it was.
    pub at: Moment,
    /// Craving at that moment, 0 to 10.
    pub craving: Option<u8>,
    /// The strongest craving since the check-in before, 0 to 10.
    pub peak: Option<u8>,
    /// Mood at that moment, 0 very low to 10 very good.
    pub mood: Option<u8>,
    /// Whether something was used since; also `None` where that is not shared.
    pub used: Option<Used>,
}

impl Figures {
    pub(crate) fn of(composer: &Composer<'_>) -> Self {
        let period = composer.period();
        let label = clean(composer.choices.label.trim()).replace('\n', " ");
        let use_days = composer.choices.cravings && composer.choices.use_days;
        let scales = filled_scales(composer);
        let item_nine = ItemNine::of(composer);
        let mut figures =
            Self { label, period: Some(period), scales, item_nine, use_days, ..Self::default() };
        if !composer.choices.cravings {
            return figures;
        }
        let mut records = check_ins(composer, |record| composer.interval.contains(record.at));
        records.sort_by_key(|record| (record.at, record.id));
        let (from, to) = period;
        figures.days = days(&records, from.max(to - Duration::days(CHART_DAYS - 1)), to);
        if !use_days {
            figures.days.iter_mut().for_each(|day| day.used = DayUse::Unknown);
        }
        let reading = |record: &journal::Record| {
            let Body::CheckIn(check_in) = &record.body else { return None };
            Some(Reading {
                item: record.id,
                at: record.at,
                craving: check_in.craving.map(journal::Rating::get),
                peak: check_in.peak.map(journal::Rating::get),
                mood: check_in.mood.map(journal::Rating::get),
                used: check_in.used.filter(|_| use_days),
            })
        };
        figures.check_ins = records.iter().filter_map(reading).collect();
        figures
    }

    /// Days of the period with a known answer about use, and those with use.
    pub fn use_counts(&self) -> (usize, usize) {
        let count = |wanted| self.days.iter().filter(|day| day.used == wanted).count();
        let used = count(DayUse::Used);
        (used + count(DayUse::None), used)
    }
}
