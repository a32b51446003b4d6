//! Days told from today: 0 is today, -1 yesterday, 3 the day of the next session.

use chrono::{Datelike, Days, FixedOffset, NaiveDate, TimeDelta, TimeZone, Weekday};
use journal::Moment;

/// Where the course stands in time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calendar {
    pub(crate) today: NaiveDate,
    pub(crate) offset: FixedOffset,
}

impl Calendar {
    /// The date of a day told from today.
    pub(crate) fn date(self, day: i64) -> NaiveDate {
        self.today + TimeDelta::days(day)
    }

    /// A moment on a day told from today.
    pub(crate) fn at(self, day: i64, hour: u32, minute: u32) -> Moment {
        let local =
            self.date(day).and_hms_opt(hour, minute, 0).expect("the course keeps to the clock");
        // An offset alone has no gaps and no doubled hours.
        Moment(self.offset.from_local_datetime(&local).single().expect("an offset fits every time"))
    }

    /// The weekday on `day` or the last one before it: a day told from today.
    pub(crate) fn last(self, weekday: Weekday, day: i64) -> i64 {
        day - i64::from(self.date(day).weekday().days_since(weekday))
    }

    /// `day`, or the Friday before it when it is at the weekend.
    pub(crate) fn workday(self, day: i64) -> i64 {
        match self.date(day).weekday() {
            Weekday::Sat | Weekday::Sun => self.last(Weekday::Fri, day),
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => day,
        }
    }

    /// The first day in the school kitchen, four weeks back.
    pub(crate) fn first_school_day(self) -> i64 {
        self.workday(-28)
    }

    /// The day's name: "Sunday".
    pub(crate) fn weekday(self, day: i64) -> String {
        self.date(day).format("%A").to_string()
    }

    /// The day as the writer says it: "22 March".
    pub(crate) fn said(self, day: i64) -> String {
        self.date(day).format("%-d %B").to_string()
    }

    /// The 14th of June on which Ruth died: the last that lies at least five
    /// months before the course began.
    pub(crate) fn day_ruth_died(self) -> NaiveDate {
        let latest = self.today - Days::new(240);
        let in_year = |year| NaiveDate::from_ymd_opt(year, 6, 14).expect("June has a 14th");
        let same_year = in_year(latest.year());
        if same_year <= latest { same_year } else { in_year(latest.year() - 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(today: &str) -> Calendar {
        Calendar { today: today.parse().unwrap(), offset: FixedOffset::west_opt(18_000).unwrap() }
    }

    #[test]
    fn the_mock_ups_monday_gives_the_mock_ups_days() {
        let march = calendar("2026-03-09");
        assert_eq!(march.weekday(-1), "Sunday");
        assert_eq!(march.said(13), "22 March");
        assert_eq!(march.date(march.first_school_day()).to_string(), "2026-02-09");
        assert_eq!(march.day_ruth_died().to_string(), "2025-06-14");
    }

    #[test]
    fn weekends_move_back_to_friday() {
        let march = calendar("2026-03-09");
        assert_eq!(march.workday(-1), -3);
        assert_eq!(march.workday(-2), -3);
        assert_eq!(march.workday(-3), -3);
        assert_eq!(march.last(Weekday::Sun, 0), -1);
    }

    #[test]
    fn a_change_of_the_clocks_moves_nothing() {
        let at = calendar("2026-03-09").at(-1, 2, 30);
        assert_eq!(at.0.to_rfc3339(), "2026-03-08T02:30:00-05:00");
    }
}
