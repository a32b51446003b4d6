//! Cravings and use by day. A day of which nothing was said is unknown, and unknown
//! is never counted as none.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::record::{Body, KindName, Record};
use crate::value::{Rating, Used};

/// What is known about use on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DayUse {
    /// Nothing was said about it, or the person preferred not to say.
    #[default]
    Unknown,
    /// Every answer of the day was no.
    None,
    /// At least one answer was yes.
    Used,
}

/// One day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Day {
    /// The writer's local day.
    pub day: NaiveDate,
    /// How many check-ins there were.
    pub check_ins: u32,
    /// The strongest craving; `None` if there was no check-in.
    pub strongest: Option<Rating>,
    /// What is known about use.
    pub used: DayUse,
}

/// The kinds that [`days`] looks at.
pub const KINDS: [KindName; 3] = [KindName::CheckIn, KindName::Use, KindName::UseDay];

/// Every day from `first` to `last`, both included, with what is known of it.
///
/// What the person marked for a whole day holds against everything else of that day.
pub fn days(records: &[Record], first: NaiveDate, last: NaiveDate) -> Vec<Day> {
    let empty = |day| Day { day, check_ins: 0, strongest: None, used: DayUse::Unknown };
    let mut days: Vec<Day> = first.iter_days().take_while(|&day| day <= last).map(empty).collect();
    let place = |record: &Record| usize::try_from((record.at.day() - first).num_days()).ok();
    for record in records {
        let Some(day) = place(record).and_then(|place| days.get_mut(place)) else { continue };
        match &record.body {
            Body::CheckIn(check_in) => {
                day.check_ins += 1;
                day.strongest = day.strongest.max(check_in.strongest());
                day.used = with_answer(day.used, check_in.used);
            }
            Body::Use(_) => day.used = DayUse::Used,
            _ => {}
        }
    }
    for record in records {
        let Body::UseDay(marked) = &record.body else { continue };
        let Some(day) = place(record).and_then(|place| days.get_mut(place)) else { continue };
        if marked.used.is_some() {
            day.used = with_answer(DayUse::Unknown, marked.used);
        }
    }
    days
}

pub(crate) fn with_answer(so_far: DayUse, answer: Option<Used>) -> DayUse {
    match (so_far, answer) {
        (DayUse::Used, _) | (_, Some(Used::Yes)) => DayUse::Used,
        (DayUse::None, _) | (_, Some(Used::No)) => DayUse::None,
        (DayUse::Unknown, None | Some(Used::RatherNotSay)) => DayUse::Unknown,
    }
}

/// The middle craving of all check-ins among `records`, and how many there were.
///
/// With an even count it is the lower and the upper middle, so that a number
/// nobody entered is never shown. `None` without a check-in.
pub fn usual_craving(records: &[Record]) -> Option<(Rating, Rating, usize)> {
    let craving = |record: &Record| match &record.body {
        Body::CheckIn(check_in) => check_in.craving,
        _ => None,
    };
    let mut all: Vec<Rating> = records.iter().filter_map(craving).collect();
    all.sort_unstable();
    let upper = *all.get(all.len() / 2)?;
    let lower = *all.get((all.len() - 1) / 2)?;
    Some((lower, upper, all.len()))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::check_in::CheckIn;
    use crate::used::{Use, UseDay};
    use crate::value::{Moment, RecordId};

    fn check_in(when: &str, craving: u8, used: Option<Used>) -> Record {
        let body = CheckIn { craving: Rating::new(craving), used, ..CheckIn::default() };
        let at = Moment(when.parse().unwrap());
        Record::with_body(RecordId(Uuid::nil()), at, Body::CheckIn(body))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_without_a_check_in_is_a_gap_not_a_zero() {
        let records = [check_in("2026-03-01T20:00:00Z", 0, None)];
        let days = days(&records, day("2026-03-01"), day("2026-03-02"));
        assert_eq!(days[0].strongest, Rating::new(0));
        assert_eq!(days[1].strongest, None);
        assert_eq!(days[1].used, DayUse::Unknown);
    }

    #[test]
    fn the_strongest_of_the_day_counts_with_its_peak() {
        let mut high = check_in("2026-03-01T21:00:00Z", 3, None);
        if let Body::CheckIn(body) = &mut high.body {
            body.peak = Rating::new(8);
        }
        let records = [check_in("2026-03-01T20:00:00Z", 5, None), high];
        let days = days(&records, day("2026-03-01"), day("2026-03-01"));
        assert_eq!(days[0].strongest, Rating::new(8));
        assert_eq!(days[0].check_ins, 2);
    }

    #[test]
    fn not_saying_is_unknown_and_one_yes_makes_a_day_of_use() {
        let one = |used| {
            let records = [check_in("2026-03-01T20:00:00Z", 1, used)];
            days(&records, day("2026-03-01"), day("2026-03-01"))[0].used
        };
        assert_eq!(one(Some(Used::RatherNotSay)), DayUse::Unknown);
        assert_eq!(one(Some(Used::No)), DayUse::None);
        let both = [
            check_in("2026-03-01T08:00:00Z", 1, Some(Used::Yes)),
            check_in("2026-03-01T20:00:00Z", 1, Some(Used::No)),
        ];
        let day_use = days(&both, day("2026-03-01"), day("2026-03-01"))[0].used;
        assert_eq!(day_use, DayUse::Used);
    }

    #[test]
    fn what_was_marked_for_a_day_holds_against_the_rest_of_it() {
        let at = |body| {
            let at = Moment("2026-03-01T12:00:00Z".parse().unwrap());
            Record::with_body(RecordId(Uuid::nil()), at, body)
        };
        let used_on =
            |records: &[Record]| days(records, day("2026-03-01"), day("2026-03-01"))[0].used;
        let marked = |used| at(Body::UseDay(UseDay { used }));
        let yes = check_in("2026-03-01T20:00:00Z", 1, Some(Used::Yes));
        assert_eq!(used_on(&[marked(Some(Used::No)), yes.clone()]), DayUse::None);
        assert_eq!(used_on(&[marked(Some(Used::RatherNotSay)), yes.clone()]), DayUse::Unknown);
        assert_eq!(used_on(&[marked(None), yes]), DayUse::Used, "unmarked again");
        assert_eq!(used_on(&[marked(Some(Used::Yes))]), DayUse::Used);
        let no = check_in("2026-03-01T08:00:00Z", 1, Some(Used::No));
        assert_eq!(used_on(&[at(Body::Use(Use::default())), no]), DayUse::Used);
    }

    #[test]
    fn a_check_in_belongs_to_the_writers_own_day() {
        let records = [check_in("2026-03-01T23:30:00-05:00", 4, None)];
        let days = days(&records, day("2026-03-01"), day("2026-03-02"));
        assert_eq!(days[0].check_ins, 1);
        assert_eq!(days[1].check_ins, 0);
    }

    #[test]
    fn usual_names_only_numbers_that_were_entered() {
        let at = "2026-03-01T20:00:00Z";
        let records = [2, 9, 3, 4].map(|craving| check_in(at, craving, None));
        let (lower, upper, count) = usual_craving(&records).unwrap();
        assert_eq!((lower.get(), upper.get(), count), (3, 4, 4));
        assert_eq!(usual_craving(&[]), None);
    }
}
