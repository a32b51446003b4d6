//! The check-ins, read from the table in `check_ins.txt`.
//!
//! A line has up to nine columns, parted by `|`; columns that are left empty or
//! off are skipped answers:
//!
//! 1. day told from today, and the time
//! 2. craving, `^` the strongest since the last one; mood; `no`, `yes` or
//!    `rather_not_say`
//! 3. to 7. feelings, company, place, triggers, coping, by the names of the
//!    readable export; an own word stands in quotes; `=6` after coping tells how
//!    much it helped
//! 8. more: `late 11` (hours until it was entered), `lasted …`, `halt …`, `sure 7`,
//!    `body 5`, `for …` (the substance), `school` (a day on which school is open)
//! 9. a note

use chrono::TimeDelta;
use journal::check_in::{CheckIn, Company};
use journal::feeling::{Feeling, Felt};
use journal::{Body, Moment, Rating, Record};
use serde_json::{Value, json};

use crate::builders::entry;
use crate::calendar::Calendar;
use crate::people;

const FIRST: u128 = 1000;

/// The table is part of the program: what is wrong in it is found by the tests.
const TABLE: &str = "a line of check_ins.txt is as the table's head says";

/// The check-ins, oldest first.
pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let told = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let lines = include_str!("check_ins.txt").lines().filter(told);
    (FIRST..).zip(lines).map(|(number, line)| record(calendar, number, line)).collect()
}

fn record(calendar: Calendar, number: u128, line: &str) -> Record {
    let mut columns = line.split('|').map(str::trim);
    let mut column = || columns.next().unwrap_or_default();
    let when = column();
    let mut check_in = CheckIn::default();
    numbers(&mut check_in, column());
    let feelings: Vec<Feeling> = words(column());
    check_in.with = list(column()).map(company).collect();
    check_in.place = words(column()).pop();
    check_in.triggers = words(column());
    coping(&mut check_in, column());
    let more = column();
    check_in.note.push_str(column());
    let at = moment(calendar, when, more.contains("school"));
    extras(&mut check_in, at, more);
    let mut record = entry(number, at, Body::CheckIn(check_in)).done();
    record.around.feelings = feelings.into_iter().map(Felt::from).collect();
    record
}

fn moment(calendar: Calendar, when: &str, school: bool) -> Moment {
    let (day, time) = when.split_once(' ').expect(TABLE);
    let (hour, minute) = time.split_once(':').expect(TABLE);
    let day = day.parse().expect(TABLE);
    let day = if school { calendar.workday(day) } else { day };
    calendar.at(day, hour.parse().expect(TABLE), minute.parse().expect(TABLE))
}

fn numbers(check_in: &mut CheckIn, column: &str) {
    let mut words = column.split_whitespace();
    let craving = words.next().expect(TABLE);
    let (now, peak) = craving.split_once('^').unwrap_or((craving, ""));
    check_in.craving = rating(now);
    check_in.peak = rating(peak);
    check_in.mood = words.next().and_then(rating);
    check_in.used = words.next().map(word);
}

fn coping(check_in: &mut CheckIn, column: &str) {
    let (what, helped) = column.split_once('=').unwrap_or((column, ""));
    check_in.coping = words(what);
    check_in.helped = rating(helped);
}

fn extras(check_in: &mut CheckIn, at: Moment, column: &str) {
    for extra in list(column) {
        let (name, value) = extra.split_once(' ').unwrap_or((extra, ""));
        match name {
            "late" => {
                let hours = TimeDelta::hours(value.parse().expect(TABLE));
                check_in.entered = Some(Moment(at.0 + hours));
            }
            "lasted" => check_in.urge_length = Some(word(value)),
            "halt" => check_in.halt = value.split_whitespace().map(word).collect(),
            "sure" => check_in.confidence = rating(value),
            "body" => check_in.body = rating(value),
            "for" => check_in.substances = vec![value.to_owned()],
            other => assert_eq!(other, "school", "{TABLE}"),
        }
    }
}

fn company(text: &str) -> Company {
    let person = match text {
        "marcus" => people::MARCUS,
        "theo" => people::THEO,
        "ana" => people::ANA,
        "joy" => people::JOY,
        "priya" => people::PRIYA,
        "dez" => people::DEZ,
        other => return word(other),
    };
    Company::Person(person)
}

fn list(column: &str) -> impl Iterator<Item = &str> {
    column.split(',').map(str::trim).filter(|text| !text.is_empty())
}

fn words<T: serde::de::DeserializeOwned>(column: &str) -> Vec<T> {
    list(column).map(word).collect()
}

/// A word by its name in the readable export, or an own one in quotes.
fn word<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let own = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let value = own.map_or_else(|| Value::from(text), |own| json!({ "own": own }));
    serde_json::from_value(value).expect(TABLE)
}

/// A number from 0 to 10, or nothing for a skipped one.
fn rating(text: &str) -> Option<Rating> {
    let number = text.trim();
    (!number.is_empty()).then(|| Rating::new(number.parse().expect(TABLE)).expect(TABLE))
}
