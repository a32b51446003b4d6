//! What the journal knows of the time with someone: where they stood in the circle,
//! and the cravings where they were there. Counts beside all there were, never a cause.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check_in::{CheckIn, Company};
use crate::circle::CircleKind;
use crate::person::Ring;
use crate::record::{Body, Record};
use crate::value::{Moment, RecordId};

/// From this craving on it counts as strong.
pub const STRONG: u8 = 6;

/// How often, on how many days, and how often it was strong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Counts {
    /// Check-ins.
    pub check_ins: u32,
    /// The days they lie on.
    pub days: u32,
    /// Those with a strong craving.
    pub strong: u32,
    /// The days with a strong craving.
    pub strong_days: u32,
}

/// Cravings where someone was there, beside all of the same time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CravingsWith {
    /// Where they were there.
    pub there: Counts,
    /// Every check-in that says who was there, theirs included.
    pub told: Counts,
    /// How many do not say who was there. Unknown is not "without them".
    pub untold: u32,
}

/// Where someone stands in one picture of the circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Stood {
    /// The picture.
    pub picture: RecordId,
    /// When it was taken.
    pub at: Moment,
    /// What it shows.
    pub shows: CircleKind,
    /// Their ring.
    pub ring: Ring,
}

/// Counts the check-ins among `records` with someone there, and all there are.
pub fn cravings_with(records: &[Record], person: RecordId) -> CravingsWith {
    let mut there = Tally::default();
    let mut told = Tally::default();
    let mut untold = 0;
    for record in records {
        let Body::CheckIn(check_in) = &record.body else { continue };
        if check_in.with.is_empty() {
            untold += 1;
            continue;
        }
        told.add(record.at, check_in);
        if check_in.with.contains(&Company::Person(person)) {
            there.add(record.at, check_in);
        }
    }
    CravingsWith { there: there.counts(), told: told.counts(), untold }
}

/// Every picture among `records` that someone is in, the oldest first.
pub fn circle_over_time(records: &[Record], person: RecordId) -> Vec<Stood> {
    let stood = |record: &Record| {
        let Body::Circle(circle) = &record.body else { return None };
        let position = circle.positions.iter().find(|one| one.person == person)?;
        let (at, shows, ring) = (record.at, circle.shows, position.ring);
        Some(Stood { picture: record.id, at, shows, ring })
    };
    let mut all: Vec<Stood> = records.iter().filter_map(stood).collect();
    all.sort_by_key(|one| one.at);
    all
}

#[derive(Default)]
struct Tally {
    check_ins: u32,
    strong: u32,
    days: BTreeSet<NaiveDate>,
    strong_days: BTreeSet<NaiveDate>,
}

impl Tally {
    /// The craving of the moment itself counts, not the strongest since the last
    /// check-in: who was there then is not known.
    fn add(&mut self, at: Moment, check_in: &CheckIn) {
        self.check_ins += 1;
        self.days.insert(at.day());
        if check_in.craving.is_some_and(|craving| craving.get() >= STRONG) {
            self.strong += 1;
            self.strong_days.insert(at.day());
        }
    }

    fn counts(&self) -> Counts {
        let count = |days: &BTreeSet<NaiveDate>| u32::try_from(days.len()).unwrap_or(u32::MAX);
        Counts {
            check_ins: self.check_ins,
            days: count(&self.days),
            strong: self.strong,
            strong_days: count(&self.strong_days),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::circle::{Circle, Position};
    use crate::value::Rating;

    const ANA: RecordId = RecordId(Uuid::from_u128(7));
    const JOY: RecordId = RecordId(Uuid::from_u128(8));

    fn record(when: &str, body: Body) -> Record {
        Record::with_body(RecordId(Uuid::nil()), Moment(when.parse().unwrap()), body)
    }

    fn check_in(when: &str, craving: u8, with: &[Company]) -> Record {
        let body =
            CheckIn { craving: Rating::new(craving), with: with.to_vec(), ..CheckIn::default() };
        record(when, Body::CheckIn(body))
    }

    #[test]
    fn counts_stand_beside_all_there_were() {
        let (ana, joy) = (Company::Person(ANA), Company::Person(JOY));
        let records = [
            check_in("2026-03-01T08:00:00Z", 7, &[ana.clone(), joy.clone()]),
            check_in("2026-03-01T20:00:00Z", 2, std::slice::from_ref(&ana)),
            check_in("2026-03-02T20:00:00Z", 6, std::slice::from_ref(&joy)),
            check_in("2026-03-03T20:00:00Z", 5, &[Company::Nobody]),
        ];
        let with = cravings_with(&records, ANA);
        assert_eq!(with.there, Counts { check_ins: 2, days: 1, strong: 1, strong_days: 1 });
        assert_eq!(with.told, Counts { check_ins: 4, days: 3, strong: 2, strong_days: 2 });
        assert_eq!(with.untold, 0, "nobody there is an answer");
    }

    #[test]
    fn not_saying_who_was_there_is_not_without_them() {
        let records = [check_in("2026-03-01T08:00:00Z", 9, &[])];
        let with = cravings_with(&records, ANA);
        assert_eq!(with.told, Counts::default());
        assert_eq!(with.untold, 1);
    }

    #[test]
    fn an_earlier_peak_says_nothing_about_who_is_there_now() {
        let mut now = check_in("2026-03-01T08:00:00Z", 1, &[Company::Person(ANA)]);
        if let Body::CheckIn(body) = &mut now.body {
            body.peak = Rating::new(10);
        }
        assert_eq!(cravings_with(&[now], ANA).there.strong, 0);
    }

    #[test]
    fn a_check_in_counts_on_the_writers_own_day() {
        let late = check_in("2026-03-01T23:30:00-05:00", 6, &[Company::Person(ANA)]);
        let early = check_in("2026-03-01T00:10:00-05:00", 6, &[Company::Person(ANA)]);
        assert_eq!(cravings_with(&[late, early], ANA).there.days, 1);
    }

    #[test]
    fn pictures_tell_where_someone_stood_oldest_first() {
        let picture = |when, shows, positions: &[(RecordId, Ring)]| {
            let place = |&(person, ring)| Position { person, ring, angle: 0 };
            let positions = positions.iter().map(place).collect();
            record(when, Body::Circle(Circle { shows, positions, ..Circle::default() }))
        };
        let records = [
            picture("2026-05-04T08:00:00Z", CircleKind::Now, &[(ANA, Ring::VeryClose)]),
            picture("2026-04-01T08:00:00Z", CircleKind::Now, &[(JOY, Ring::Close)]),
            picture("2026-03-09T08:00:00Z", CircleKind::Before, &[(ANA, Ring::OutOfTouch)]),
        ];
        let rings: Vec<_> =
            circle_over_time(&records, ANA).iter().map(|one| (one.shows, one.ring)).collect();
        let expected = [(CircleKind::Before, Ring::OutOfTouch), (CircleKind::Now, Ring::VeryClose)];
        assert_eq!(rings, expected);
    }
}
