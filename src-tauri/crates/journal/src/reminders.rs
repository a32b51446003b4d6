//! When a reminder may be shown (domain reference B.2): one in the evening and up to four
//! more, never in quiet hours, each for half an hour and then silently gone.
//!
//! Times are those on the clock where the person is: who travels is asked at the same hour
//! of the new place, and an hour that the clock repeats or leaves out asks once or not at
//! all. Nothing here knows what was written; nothing that was missed is ever made up for.

use chrono::{Datelike, Days, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::settings::CheckInPace;
use crate::value::ClockTime;

/// The most times besides the one in the evening.
pub const MORE: usize = 4;
/// The longest text of a reminder, in characters.
pub const TEXT: usize = 60;
/// How long a reminder may be shown from its time on.
pub const SHOWN: TimeDelta = TimeDelta::minutes(30);
/// A clock that went back by more than any journey was wrong before.
const LONGEST_WAY_BACK: TimeDelta = TimeDelta::hours(26);
/// The days of "a few times a week".
const FEW: [Weekday; 3] = [Weekday::Mon, Weekday::Wed, Weekday::Sat];

/// The times at which the person wants to be reminded. They hold no word of the journal,
/// for they are known before it is unlocked (ruling "Before unlock").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct ReminderTimes {
    /// The one in the evening; none unless chosen.
    pub evening: Option<ClockTime>,
    /// Others, up to [`MORE`].
    pub more: Vec<ClockTime>,
    /// The first minute of the quiet hours.
    pub quiet_from: Option<ClockTime>,
    /// The first minute after them; over midnight if it is the earlier.
    pub quiet_to: Option<ClockTime>,
    /// A lower pace, as it was chosen because checking in made things worse.
    pub pace: Option<CheckInPace>,
}

impl ReminderTimes {
    /// The same with no more times than there may be, each once and in order.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        self.more.sort_unstable();
        self.more.dedup();
        self.more.retain(|&time| Some(time) != self.evening);
        self.more.truncate(MORE);
        self
    }

    /// Whether anything could ever be shown.
    pub fn is_on(&self) -> bool {
        self.evening.is_some() || !self.more.is_empty()
    }

    /// The newest time that came after `seen`, has not expired and may be shown at `now`.
    /// Both are what the clock on the wall says.
    pub fn to_show(&self, seen: NaiveDateTime, now: NaiveDateTime) -> Option<NaiveDateTime> {
        if self.is_quiet(now.time()) {
            return None;
        }
        let days = [now.date(), now.date() - Days::new(1)];
        let times = days.into_iter().flat_map(|day| {
            self.times(day.weekday()).into_iter().map(move |time| day.and_time(time.time()))
        });
        times
            .filter(|&time| time > seen && time <= now && now - time < SHOWN)
            .filter(|time| !self.is_quiet(time.time()))
            .max()
    }

    /// The times of a day of the week, by the pace.
    fn times(&self, day: Weekday) -> Vec<ClockTime> {
        let all = || self.more.iter().copied().chain(self.evening);
        let one = || self.evening.or_else(|| all().max());
        match self.pace {
            None => all().collect(),
            Some(CheckInPace::OnceADay) => one().into_iter().collect(),
            Some(CheckInPace::FewAWeek) if FEW.contains(&day) => one().into_iter().collect(),
            Some(CheckInPace::FewAWeek | CheckInPace::WhenIWant) => Vec::new(),
        }
    }

    fn is_quiet(&self, time: NaiveTime) -> bool {
        let (Some(from), Some(to)) = (self.quiet_from, self.quiet_to) else { return false };
        let (from, to) = (from.time(), to.time());
        if from <= to { (from..to).contains(&time) } else { time >= from || time < to }
    }
}

/// Up to when times are behind one, after the clock says `now`: on the way west, or when
/// summer time ends, what was asked once is not asked again.
pub fn seen(before: NaiveDateTime, now: NaiveDateTime) -> NaiveDateTime {
    if before - now > LONGEST_WAY_BACK { now } else { before.max(now) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(text: &str) -> ClockTime {
        text.parse().unwrap()
    }

    fn at(text: &str) -> NaiveDateTime {
        format!("2026-{text}:00").parse().unwrap()
    }

    fn evening() -> ReminderTimes {
        ReminderTimes { evening: Some(clock("20:00")), ..ReminderTimes::default() }
    }

    /// What is shown while the wall clock goes through `moments`, asked at each of them.
    fn shown(reminders: &ReminderTimes, moments: &[&str]) -> Vec<String> {
        let mut behind = at(moments[0]);
        let mut all = Vec::new();
        for moment in &moments[1..] {
            let now = at(moment);
            if reminders.to_show(behind, now).is_some() {
                all.push((*moment).to_owned());
            }
            behind = seen(behind, now);
        }
        all
    }

    #[test]
    fn nothing_is_shown_unless_chosen() {
        let none = ReminderTimes::default();
        assert!(!none.is_on());
        assert_eq!(none.to_show(at("03-08T00:00"), at("03-08T20:00")), None);
    }

    #[test]
    fn once_and_on_every_day() {
        let days = ["03-08T19:59", "03-08T20:00", "03-08T20:01", "03-09T19:59", "03-09T20:00"];
        assert_eq!(shown(&evening(), &days), ["03-08T20:00", "03-09T20:00"]);
    }

    #[test]
    fn a_leap_day_and_the_last_of_the_year_are_days_as_others() {
        let of = |before: &str, day: &str| {
            let at = |text: &str| text.parse().unwrap();
            evening().to_show(at(before), at(day))
        };
        assert!(of("2028-02-29T19:00:00", "2028-02-29T20:00:00").is_some());
        let late = ReminderTimes { evening: Some(clock("23:50")), ..ReminderTimes::default() };
        let (before, day) = ("2026-12-31T23:00:00", "2027-01-01T00:10:00");
        let found = late.to_show(before.parse().unwrap(), day.parse().unwrap());
        assert_eq!(found, Some("2026-12-31T23:50:00".parse().unwrap()));
    }

    #[test]
    fn it_expires_in_silence_and_is_never_made_up_for() {
        let slept = |until| shown(&evening(), &["03-08T19:00", until, "03-08T23:00"]);
        assert_eq!(slept("03-08T20:29"), ["03-08T20:29"]);
        assert!(slept("03-08T20:30").is_empty());
        assert!(slept("03-09T09:00").is_empty(), "not on the next morning either");
    }

    #[test]
    fn two_times_that_were_slept_through_ask_once() {
        let more = ReminderTimes { more: vec![clock("19:50")], ..evening() };
        assert_eq!(shown(&more, &["03-08T19:00", "03-08T20:05", "03-08T20:06"]), ["03-08T20:05"]);
    }

    #[test]
    fn quiet_hours_hold_over_midnight() {
        let quiet = |times: &[&str]| ReminderTimes {
            more: times.iter().map(|time| clock(time)).collect(),
            quiet_from: Some(clock("22:00")),
            quiet_to: Some(clock("07:00")),
            ..ReminderTimes::default()
        };
        let all = quiet(&["06:59", "07:00", "21:59", "22:00"]);
        let minutes = [
            "03-08T06:00",
            "03-08T06:59",
            "03-08T07:00",
            "03-08T07:01",
            "03-08T21:59",
            "03-08T22:00",
            "03-09T00:30",
        ];
        assert_eq!(shown(&all, &minutes), ["03-08T07:00", "03-08T21:59"]);
        let late = quiet(&["21:50"]);
        assert!(shown(&late, &["03-08T21:00", "03-08T22:05"]).is_empty(), "not late into them");
        assert!(shown(&quiet(&["06:50"]), &["03-08T06:00", "03-08T07:05"]).is_empty());
    }

    #[test]
    fn quiet_hours_within_a_day_and_none_at_all() {
        let noon = ReminderTimes {
            more: vec![clock("12:30")],
            quiet_from: Some(clock("12:00")),
            quiet_to: Some(clock("13:00")),
            ..ReminderTimes::default()
        };
        let day = ["03-08T12:00", "03-08T12:30"];
        assert!(shown(&noon, &day).is_empty());
        let same = ReminderTimes { quiet_to: noon.quiet_from, ..noon.clone() };
        assert_eq!(shown(&same, &day).len(), 1, "from noon to noon is no time");
        let half = ReminderTimes { quiet_to: None, ..noon };
        assert_eq!(shown(&half, &day).len(), 1, "one end alone is no time");
    }

    #[test]
    fn the_hour_that_summer_time_leaves_out_asks_nothing_and_the_doubled_one_asks_once() {
        let night = ReminderTimes { more: vec![clock("02:15")], ..ReminderTimes::default() };
        // Berlin, 29 March: 02:00 to 03:00 is not. What fell into it has had its half hour.
        assert!(shown(&night, &["03-29T01:59", "03-29T03:00", "03-29T03:01"]).is_empty());
        // 25 October: 02:00 to 03:00 comes twice.
        let twice = ["10-25T02:00", "10-25T02:15", "10-25T02:59", "10-25T02:00", "10-25T02:15"];
        assert_eq!(shown(&night, &twice), ["10-25T02:15"]);
    }

    #[test]
    fn who_travels_is_asked_at_the_hour_of_the_new_place_and_once_a_day() {
        // West: asked at 20:00, lands, and it is 14:00 again.
        let west = ["03-08T19:00", "03-08T20:00", "03-08T14:00", "03-08T20:00", "03-09T20:00"];
        assert_eq!(shown(&evening(), &west), ["03-08T20:00", "03-09T20:00"]);
        // East: the evening was flown over.
        let east = ["03-08T15:00", "03-08T22:00", "03-09T20:00"];
        assert_eq!(shown(&evening(), &east), ["03-09T20:00"]);
        // East into the half hour of it.
        assert_eq!(shown(&evening(), &["03-08T15:00", "03-08T20:10"]), ["03-08T20:10"]);
    }

    #[test]
    fn a_clock_that_was_ahead_by_years_does_not_silence_it() {
        let wrong = ["03-08T10:00", "11-01T10:00", "03-08T19:00", "03-08T20:00"];
        assert_eq!(shown(&evening(), &wrong), ["03-08T20:00"]);
    }

    #[test]
    fn a_lower_pace_is_kept_to() {
        let paced = |pace| ReminderTimes {
            more: vec![clock("09:00"), clock("12:00")],
            pace: Some(pace),
            ..evening()
        };
        // 9 March 2026 is a Monday.
        let week: Vec<String> = (9..16)
            .flat_map(|day| {
                ["08:00", "09:00", "12:00", "20:00"].map(|t| format!("03-{day:02}T{t}"))
            })
            .collect();
        let week: Vec<&str> = week.iter().map(String::as_str).collect();
        let of = |pace| shown(&paced(pace), &week);
        assert!(of(CheckInPace::OnceADay).iter().all(|time| time.ends_with("20:00")));
        assert_eq!(of(CheckInPace::OnceADay).len(), 7);
        let few = ["03-09T20:00", "03-11T20:00", "03-14T20:00"];
        assert_eq!(of(CheckInPace::FewAWeek), few);
        assert!(of(CheckInPace::WhenIWant).is_empty());
        let morning = ReminderTimes { evening: None, ..paced(CheckInPace::OnceADay) };
        assert_eq!(shown(&morning, &week).len(), 7, "without an evening it is the last");
    }

    #[test]
    fn there_are_five_times_at_most_and_each_is_once() {
        let times = ["12:00", "09:00", "09:00", "20:00", "10:00", "11:00", "13:00"];
        let many =
            ReminderTimes { more: times.iter().map(|time| clock(time)).collect(), ..evening() };
        let tidy = many.tidied();
        assert_eq!(tidy.more, ["09:00", "10:00", "11:00", "12:00"].map(clock));
    }
}
