//! The daily rhythm (domain reference A.9): five everyday anchors, the times one aims
//! for, and how often days came near them. Our own words and our own index; it is not a
//! published instrument and does not bear the name of one. Off unless chosen.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, Texts};
use crate::record::{Body, Kind, Record};
use crate::value::{ClockTime, MoodLevel};

/// When the five anchors of a day are, or are aimed for. Skipped is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Anchors {
    /// Out of bed.
    pub out_of_bed: Option<ClockTime>,
    /// First contact with another person.
    pub first_contact: Option<ClockTime>,
    /// Began the day's work, school, housework or the like.
    pub started_day: Option<ClockTime>,
    /// Dinner.
    pub dinner: Option<ClockTime>,
    /// To bed; after midnight it still belongs to the day it ends.
    pub to_bed: Option<ClockTime>,
}

impl Anchors {
    /// The five, in the order of a day.
    pub fn all(self) -> [(Anchor, Option<ClockTime>); 5] {
        [
            (Anchor::OutOfBed, self.out_of_bed),
            (Anchor::FirstContact, self.first_contact),
            (Anchor::StartedDay, self.started_day),
            (Anchor::Dinner, self.dinner),
            (Anchor::ToBed, self.to_bed),
        ]
    }
}

/// One of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is told at the field of the same name")]
pub enum Anchor {
    OutOfBed,
    FirstContact,
    StartedDay,
    Dinner,
    ToBed,
}

/// How much the first person one met was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Contacted {
    /// Nobody was met.
    Alone,
    /// Others were there.
    Present,
    /// We did something or spoke together.
    Active,
}

/// Whether the daily rhythm is kept, and the times one aims for. There is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Rhythm {
    /// Whether it is kept. Off unless chosen.
    pub on: bool,
    /// The times one aims for.
    pub targets: Anchors,
}

impl Kind for Rhythm {
    fn texts<'a>(&'a self, _: &mut Texts<'a>) {}
}

/// One day's rhythm. The day is that of the record's `at`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct RhythmDay {
    /// When the anchors were.
    pub times: Anchors,
    /// How the first contact was.
    pub contact_with: Option<Contacted>,
    /// Mood that day, −5 very low to +5 very high.
    pub mood: Option<MoodLevel>,
    /// Minutes slept in the night before, 0 to 1440.
    pub sleep_minutes: Option<u16>,
}

/// Minutes of a day.
const DAY: u16 = 24 * 60;

impl Kind for RhythmDay {
    fn texts<'a>(&'a self, _: &mut Texts<'a>) {}

    fn rules(&self) -> Result<(), Invalid> {
        if self.sleep_minutes.is_some_and(|minutes| minutes > DAY) {
            return Err(Invalid::OutOfRange { field: "sleep_minutes" });
        }
        Ok(())
    }
}

/// An anchor counts from so many told days of seven on (domain reference A.9).
pub const ENOUGH: u8 = 4;
/// Minutes about the aim that count as near it (domain reference A.9).
pub const NEAR: u16 = 45;
/// Days that are looked at.
const WEEK: u64 = 7;

/// One anchor over seven days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AnchorWeek {
    /// Which one.
    pub anchor: Anchor,
    /// The time aimed for.
    pub target: Option<ClockTime>,
    /// On how many of the seven days it was told.
    pub told: u8,
    /// On how many of those it was near the aim.
    pub near: u8,
    /// Whether it counts: it has an aim, and was told on enough days.
    pub counts: bool,
}

/// Seven days of rhythm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RhythmWeek {
    /// The first of the days.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// The five anchors, in the order of a day.
    pub anchors: Vec<AnchorWeek>,
    /// The mean share of near days over the anchors that count, 0 to 100, a half rounded
    /// up; none if no anchor has enough days.
    pub index: Option<u8>,
}

impl RhythmWeek {
    /// The first of the seven days that end with `last`.
    pub fn first(last: NaiveDate) -> NaiveDate {
        last - Days::new(WEEK - 1)
    }

    /// The seven days that end with `last`. Of a day that was told twice the later counts.
    pub fn ending(last: NaiveDate, targets: Anchors, records: &[Record]) -> Self {
        let from = Self::first(last);
        let mut days: Vec<(&Record, &RhythmDay)> = records
            .iter()
            .filter(|record| (from..=last).contains(&record.at.day()))
            .filter_map(|record| match &record.body {
                Body::RhythmDay(day) => Some((record, day)),
                _ => None,
            })
            .collect();
        days.sort_by_key(|(record, _)| (record.at.day(), record.at));
        days.reverse();
        days.dedup_by_key(|(record, _)| record.at.day());
        let week = |(place, (anchor, target)): (usize, (Anchor, Option<ClockTime>))| {
            let told = days.iter().filter_map(|(_, day)| day.times.all()[place].1);
            anchor_week(anchor, target, told)
        };
        let anchors: Vec<AnchorWeek> = targets.all().into_iter().enumerate().map(week).collect();
        let index = index(&anchors);
        Self { from, to: last, anchors, index }
    }
}

fn anchor_week(
    anchor: Anchor,
    target: Option<ClockTime>,
    times: impl Iterator<Item = ClockTime>,
) -> AnchorWeek {
    let (mut told, mut near) = (0, 0);
    for time in times {
        told += 1;
        near += u8::from(target.is_some_and(|target| time.apart(target) <= NEAR));
    }
    AnchorWeek { anchor, target, told, near, counts: target.is_some() && told >= ENOUGH }
}

fn index(anchors: &[AnchorWeek]) -> Option<u8> {
    // Shares are added in parts of 420, which all counts of days up to seven divide.
    const PARTS: u32 = 420;
    let counting = || anchors.iter().filter(|anchor| anchor.counts);
    let count = u32::try_from(counting().count()).ok().filter(|&count| count > 0)?;
    let share = |one: &AnchorWeek| PARTS / u32::from(one.told) * u32::from(one.near);
    let sum: u32 = counting().map(share).sum();
    let whole = PARTS * count;
    u8::try_from((200 * sum + whole) / (2 * whole)).ok()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::value::{Moment, RecordId};

    fn time(text: &str) -> ClockTime {
        text.parse().unwrap()
    }

    fn day(date: u32, times: Anchors) -> Record {
        let at = Moment(format!("2026-03-{date:02}T22:00:00+01:00").parse().unwrap());
        let body = RhythmDay { times, ..RhythmDay::default() };
        Record::with_body(RecordId(Uuid::from_u128(date.into())), at, Body::RhythmDay(body))
    }

    fn week(targets: Anchors, records: &[Record]) -> RhythmWeek {
        RhythmWeek::ending("2026-03-08".parse().unwrap(), targets, records)
    }

    #[test]
    fn three_days_are_not_enough_and_four_are() {
        let targets = Anchors { dinner: Some(time("18:30")), ..Anchors::default() };
        let of = |days: u32| {
            let told = Anchors { dinner: Some(time("18:00")), ..Anchors::default() };
            let records: Vec<_> = (2..2 + days).map(|date| day(date, told)).collect();
            week(targets, &records).index
        };
        assert_eq!((of(3), of(4)), (None, Some(100)));
    }

    #[test]
    fn the_index_is_the_mean_of_the_shares() {
        let targets = Anchors {
            out_of_bed: Some(time("07:00")),
            dinner: Some(time("18:30")),
            ..Anchors::default()
        };
        let records: Vec<_> =
            [("07:45", "18:30"), ("07:46", "20:00"), ("06:15", "19:00"), ("06:14", "18:00")]
                .into_iter()
                .zip(2..)
                .map(|((up, dinner), date)| {
                    let (out_of_bed, dinner) = (Some(time(up)), Some(time(dinner)));
                    day(date, Anchors { out_of_bed, dinner, ..Anchors::default() })
                })
                .collect();
        let week = week(targets, &records);
        assert_eq!((week.anchors[0].near, week.anchors[3].near), (2, 3), "45 minutes are near");
        assert_eq!(week.index, Some(63), "(2/4 + 3/4) / 2");
    }

    #[test]
    fn to_bed_counts_over_midnight() {
        let targets = Anchors { to_bed: Some(time("23:40")), ..Anchors::default() };
        let late = Anchors { to_bed: Some(time("00:25")), ..Anchors::default() };
        let later = Anchors { to_bed: Some(time("00:26")), ..Anchors::default() };
        let records = [day(2, late), day(3, late), day(4, late), day(5, later)];
        assert_eq!(week(targets, &records).index, Some(75));
    }

    #[test]
    fn without_an_aim_or_a_time_nothing_is_guessed() {
        let told = Anchors { dinner: Some(time("18:00")), ..Anchors::default() };
        let records: Vec<_> = (2..8).map(|date| day(date, told)).collect();
        let aims = Anchors { to_bed: Some(time("23:00")), ..Anchors::default() };
        let week = week(aims, &records);
        assert_eq!(week.index, None);
        assert_eq!((week.anchors[3].told, week.anchors[3].counts), (6, false));
    }

    #[test]
    fn days_before_the_seven_and_a_day_told_twice_do_not_count() {
        let told = Anchors { dinner: Some(time("18:00")), ..Anchors::default() };
        let records = [day(1, told), day(2, told), day(3, told), day(3, told), day(8, told)];
        assert_eq!(week(told, &records).anchors[3].told, 3);
    }
}
