//! The small values that records are made of.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize, de, ser};
use specta::Type;
use uuid::Uuid;

/// Identifies one record for as long as the journal lives. Made by the shell.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(transparent)]
pub struct RecordId(pub Uuid);

impl fmt::Display for RecordId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// A moment as the writer's own clock showed it: local time with its offset.
///
/// The day an entry belongs to is the writer's local day, also when they travel.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(transparent)]
pub struct Moment(pub DateTime<FixedOffset>);

impl Moment {
    /// The local day on which this was.
    pub fn day(self) -> NaiveDate {
        self.0.date_naive()
    }
}

/// A number from 0 to 10. Skipped is `None` around it, never zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Type)]
#[serde(transparent)]
pub struct Rating(u8);

impl Rating {
    /// The highest rating.
    pub const MAX: u8 = 10;

    /// A rating, if `number` is at most ten.
    pub fn new(number: u8) -> Option<Self> {
        (number <= Self::MAX).then_some(Self(number))
    }

    /// The number, 0 to 10.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Rating {
    fn deserialize<D: de::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = u8::deserialize(from)?;
        Self::new(number).ok_or_else(|| de::Error::custom("a rating is 0 to 10"))
    }
}

/// A small number with two ends. Skipped is `None` around it, never zero.
macro_rules! small_number {
    ($(#[$doc:meta])* $name:ident, $low:literal, $high:literal, $refusal:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Type,
        )]
        #[serde(transparent)]
        pub struct $name(i8);

        impl $name {
            /// The number, if it lies within the two ends.
            pub fn new(number: i8) -> Option<Self> {
                ($low..=$high).contains(&number).then_some(Self(number))
            }

            /// The number.
            pub fn get(self) -> i8 {
                self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: de::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let number = i8::deserialize(from)?;
                Self::new(number).ok_or_else(|| de::Error::custom($refusal))
            }
        }
    };
}

small_number!(
    /// How much of something, 0 none to 4 a great deal.
    Degree, 0, 4, "a degree is 0 to 4"
);
small_number!(
    /// How something felt, −3 bad to +3 good.
    Lean, -3, 3, "a lean is -3 to 3"
);
small_number!(
    /// Mood on a life chart, −5 very low to +5 very high (domain reference A.4).
    MoodLevel, -5, 5, "a mood level is -5 to 5"
);

/// An answer to something one may not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Sure {
    Yes,
    Partly,
    No,
    Unsure,
}

/// A rating before something and after it; either may be skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Change {
    /// Just before.
    pub before: Option<Rating>,
    /// Afterwards.
    pub after: Option<Rating>,
}

impl Change {
    /// How far it moved, when both ends are known. Positive is a rise.
    pub fn moved(self) -> Option<i16> {
        let (before, after) = (self.before?, self.after?);
        Some(i16::from(after.get()) - i16::from(before.get()))
    }
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The very day.
    #[default]
    Day,
    /// Only the month; the day is meaningless.
    Month,
    /// Only the year; month and day are meaningless.
    Year,
}

/// A date that may be known only to the month or the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct PartialDate {
    /// The date; parts below `precision` are meaningless.
    pub date: NaiveDate,
    /// What is really known of it.
    #[serde(default)]
    pub precision: Precision,
}

impl PartialDate {
    /// The first day it can have been.
    pub fn first_day(self) -> NaiveDate {
        let first = match self.precision {
            Precision::Day => Some(self.date),
            Precision::Month => self.date.with_day(1),
            Precision::Year => NaiveDate::from_ymd_opt(self.date.year(), 1, 1),
        };
        first.unwrap_or(self.date)
    }

    /// The last day it can have been.
    pub fn last_day(self) -> NaiveDate {
        let last = match self.precision {
            Precision::Day => Some(self.date),
            Precision::Month => self
                .date
                .with_day(1)
                .and_then(|first| first.checked_add_months(Months::new(1)))
                .and_then(|next| next.pred_opt()),
            Precision::Year => NaiveDate::from_ymd_opt(self.date.year(), 12, 31),
        };
        last.unwrap_or(self.date)
    }
}

/// A day that comes back every year, such as a birthday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct YearlyDay {
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl YearlyDay {
    /// The next time it comes round, `today` included.
    ///
    /// The 29th of February is kept on the 28th in years without one, so that a
    /// birthday is never skipped. `None` if no such day exists in any year.
    pub fn next_from(self, today: NaiveDate) -> Option<NaiveDate> {
        [today.year(), today.year() + 1]
            .into_iter()
            .filter_map(|year| self.in_year(year))
            .find(|&day| day >= today)
    }

    fn in_year(self, year: i32) -> Option<NaiveDate> {
        let (month, day) = (u32::from(self.month), u32::from(self.day));
        let exact = NaiveDate::from_ymd_opt(year, month, day);
        if (month, day) == (2, 29) {
            return exact.or_else(|| NaiveDate::from_ymd_opt(year, 2, 28));
        }
        exact
    }
}

/// A time of day as a clock shows it, to the minute: "18:30".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Type)]
#[specta(transparent)]
pub struct ClockTime(#[specta(type = String)] NaiveTime);

impl ClockTime {
    /// The time of day, without its seconds.
    pub fn of(time: NaiveTime) -> Self {
        Self(time.with_second(0).and_then(|time| time.with_nanosecond(0)).unwrap_or(time))
    }

    /// The time of day.
    pub fn time(self) -> NaiveTime {
        self.0
    }

    /// Minutes between two times, over midnight if that is nearer; at most 720.
    pub fn apart(self, other: Self) -> u16 {
        let minutes = (self.0 - other.0).num_minutes().unsigned_abs();
        u16::try_from(minutes.min(24 * 60 - minutes)).unwrap_or(u16::MAX)
    }
}

impl FromStr for ClockTime {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        NaiveTime::parse_from_str(text, "%H:%M").map(Self)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format("%H:%M").fmt(out)
    }
}

impl Serialize for ClockTime {
    fn serialize<S: ser::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: de::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        // As it is written, and no shorter: "7:5" is refused as in the schema.
        let time: Option<Self> = (text.len() == 5).then(|| text.parse().ok()).flatten();
        time.ok_or_else(|| de::Error::custom("a time is HH:MM, 00:00 to 23:59"))
    }
}

/// Whether something was used since; "rather not say" is an answer, silence is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Used {
    /// Nothing was used.
    No,
    /// Something was used.
    Yes,
    /// The person prefers not to say.
    RatherNotSay,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn rating_above_ten_is_refused() {
        assert_eq!(Rating::new(11), None);
        assert!(serde_json::from_str::<Rating>("11").is_err());
        assert_eq!(serde_json::from_str::<Rating>("10").unwrap().get(), 10);
    }

    #[test]
    fn a_leap_day_birthday_comes_every_year() {
        let leap = YearlyDay { month: 2, day: 29 };
        assert_eq!(leap.next_from(day("2026-03-01")), Some(day("2027-02-28")));
        assert_eq!(leap.next_from(day("2028-02-01")), Some(day("2028-02-29")));
    }

    #[test]
    fn a_birthday_today_is_today() {
        let kept = YearlyDay { month: 3, day: 22 };
        assert_eq!(kept.next_from(day("2026-03-22")), Some(day("2026-03-22")));
        assert_eq!(kept.next_from(day("2026-03-23")), Some(day("2027-03-22")));
        assert_eq!(YearlyDay { month: 2, day: 31 }.next_from(day("2026-01-01")), None);
    }

    #[test]
    fn small_numbers_keep_within_their_ends() {
        assert_eq!(Lean::new(-3).map(Lean::get), Some(-3));
        assert_eq!(Lean::new(-4), None);
        assert!(serde_json::from_str::<Degree>("5").is_err());
        assert!(serde_json::from_str::<Degree>("-1").is_err());
        assert_eq!(serde_json::from_str::<MoodLevel>("-5").unwrap().get(), -5);
    }

    #[test]
    fn a_partial_date_spans_what_it_can_have_been() {
        let of = |date: &str, precision| PartialDate { date: day(date), precision };
        let month = of("2024-02-15", Precision::Month);
        assert_eq!((month.first_day(), month.last_day()), (day("2024-02-01"), day("2024-02-29")));
        let year = of("2019-07-02", Precision::Year);
        assert_eq!((year.first_day(), year.last_day()), (day("2019-01-01"), day("2019-12-31")));
        let exact = of("2026-03-08", Precision::Day);
        assert_eq!((exact.first_day(), exact.last_day()), (exact.date, exact.date));
    }

    #[test]
    fn a_time_of_day_is_told_to_the_minute() {
        let time: ClockTime = serde_json::from_str("\"23:40\"").unwrap();
        assert_eq!(serde_json::to_string(&time).unwrap(), "\"23:40\"");
        assert_eq!(time.apart("00:20".parse().unwrap()), 40);
        for refused in ["24:00", "7:05", "12:60", "noon!"] {
            assert!(serde_json::from_value::<ClockTime>(refused.into()).is_err(), "{refused}");
        }
    }

    #[test]
    fn change_needs_both_ends() {
        let two = Rating::new(2);
        assert_eq!(Change { before: two, after: None }.moved(), None);
        assert_eq!(Change { before: Rating::new(7), after: two }.moved(), Some(-5));
    }
}
