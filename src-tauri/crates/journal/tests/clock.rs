//! A day is the person's local day, as their own clock showed it, wherever days are
//! counted: over midnight, when the clocks change, on the way east and west, on a leap day.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::HashMap;

use chrono::NaiveDate;
use journal::check_in::CheckIn;
use journal::days::{DayUse, days};
use journal::patterns::{Asked, Beside, Patterns, Seen, Span};
use journal::timeline::{Glance, Source, Timeline, Unit, Window, Zoom};
use journal::value::Used;
use journal::{Body, Moment, Rating, Record, RecordId};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Check-ins at these moments: craving 4, nothing used.
fn check_ins(moments: &[&str]) -> Vec<Record> {
    let record = |(number, when): (u128, &&str)| {
        let body = CheckIn { craving: Rating::new(4), used: Some(Used::No), ..CheckIn::default() };
        let at = Moment(when.parse().unwrap());
        Record::with_body(RecordId(Uuid::from_u128(number)), at, Body::CheckIn(body))
    };
    (1..).zip(moments).map(record).collect()
}

/// On which days the check-ins are, and how many, as each part of the program counts them.
/// All must say the same.
fn counted(moments: &[&str]) -> Vec<(String, u32)> {
    let records = check_ins(moments);
    let (from, to) = (day("2023-12-01"), day("2026-12-31"));
    let by_day: Vec<(NaiveDate, u32)> = days(&records, from, to)
        .into_iter()
        .filter(|day| day.check_ins > 0)
        .map(|day| {
            assert_eq!(day.used, DayUse::None, "use is counted on the same day");
            (day.day, day.check_ins)
        })
        .collect();

    let window = Window { zoom: Zoom::Course, from, to, unit: Unit::Day };
    let source = Source {
        today: to,
        window,
        zooms: &[],
        sittings: &[],
        lasting: &[],
        entries: None,
        used: &[],
        written: &[],
        weekly: &[],
        names: &HashMap::new(),
    };
    let glances = records.iter().filter_map(|record| match &record.body {
        Body::CheckIn(check_in) => Some(Glance::of(record.at, check_in)),
        _ => None,
    });
    let chart = Timeline::draw(source, glances);
    let on_chart: Vec<_> = chart.points.iter().map(|point| (point.from, point.check_ins)).collect();
    assert_eq!(on_chart, by_day, "the timeline and the days agree");
    let known: u32 = chart.points.iter().map(|point| point.known_days).sum();
    assert_eq!(usize::try_from(known), Ok(by_day.len()));

    in_patterns(&records, &by_day);
    by_day.into_iter().map(|(day, count)| (day.to_string(), count)).collect()
}

/// Patterns say nothing before ten, so the same ten days stand far before the others.
fn in_patterns(records: &[Record], by_day: &[(NaiveDate, u32)]) {
    let early: Vec<String> = (10..20).map(|day| format!("2023-01-{day}T12:00:00+00:00")).collect();
    let early: Vec<&str> = early.iter().map(String::as_str).collect();
    let mut seen: Vec<Seen> = check_ins(&early).iter().filter_map(Seen::of).collect();
    seen.extend(records.iter().filter_map(Seen::of));
    let beside = Beside {
        span: Span::Everything,
        spans: &[],
        from: None,
        today: day("2027-01-01"),
        sittings: &[],
        written: &[],
        names: &HashMap::new(),
        seed: 1,
    };
    let patterns = Patterns::draw(&beside, &seen);
    assert_eq!(patterns.days, u32::try_from(10 + by_day.len()).unwrap());
    let weekdays = patterns.groups.iter().find(|group| group.asked == Asked::Weekday).unwrap();
    let count: u32 = weekdays.lines.iter().map(|line| line.days).sum();
    assert_eq!(count, patterns.days, "each day has one weekday");
}

fn on(expected: &[(&str, u32)]) -> Vec<(String, u32)> {
    expected.iter().map(|&(day, count)| (day.to_owned(), count)).collect()
}

#[test]
fn the_day_ends_at_the_writers_midnight() {
    let around = ["2026-03-08T23:59:59-05:00", "2026-03-09T00:00:00-05:00"];
    assert_eq!(counted(&around), on(&[("2026-03-08", 1), ("2026-03-09", 1)]));
}

#[test]
fn clocks_going_forward_make_a_short_day_and_not_another() {
    // New York, 8 March 2026: after 01:59 comes 03:00.
    let short = [
        "2026-03-08T00:30:00-05:00",
        "2026-03-08T01:59:00-05:00",
        "2026-03-08T03:00:00-04:00",
        "2026-03-08T23:45:00-04:00",
        "2026-03-09T00:15:00-04:00",
    ];
    assert_eq!(counted(&short), on(&[("2026-03-08", 4), ("2026-03-09", 1)]));
}

#[test]
fn clocks_going_back_make_a_long_day_with_an_hour_told_twice() {
    // Berlin, 25 October 2026: 02:30 comes twice.
    let long = [
        "2026-10-25T00:10:00+02:00",
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
        "2026-10-25T23:50:00+01:00",
        "2026-10-26T00:05:00+01:00",
    ];
    assert_eq!(counted(&long), on(&[("2026-10-25", 4), ("2026-10-26", 1)]));
}

#[test]
fn flying_east_shortens_a_day() {
    // Evening in New York, and six hours later the next morning in Berlin.
    let east = ["2026-05-01T21:00:00-04:00", "2026-05-02T09:00:00+02:00"];
    assert_eq!(counted(&east), on(&[("2026-05-01", 1), ("2026-05-02", 1)]));
}

#[test]
fn flying_west_over_the_date_line_gives_the_same_day_twice() {
    // Auckland in the morning, Honolulu the morning before: the later one is the earlier day.
    let west = ["2026-05-02T10:00:00+12:00", "2026-05-01T21:00:00-10:00"];
    assert_eq!(counted(&west), on(&[("2026-05-01", 1), ("2026-05-02", 1)]));
    let same = ["2026-05-02T08:00:00+12:00", "2026-05-02T07:00:00-10:00"];
    assert_eq!(counted(&same), on(&[("2026-05-02", 2)]), "one day, told twice");
}

#[test]
fn a_leap_day_is_a_day() {
    let leap =
        ["2024-02-28T23:59:00+01:00", "2024-02-29T12:00:00+01:00", "2024-03-01T00:01:00+01:00"];
    assert_eq!(counted(&leap), on(&[("2024-02-28", 1), ("2024-02-29", 1), ("2024-03-01", 1)]));
}
