//! A Markdown or text file as one note: its day from `date` or `created` in front of the
//! text (between lines of three dashes), or from the file's name (`2026-03-09 Title.md`),
//! or from when it was changed last. Its title from `title` there, a first heading, or
//! the name.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

use super::day_one::parted;
use super::{Given, Odd, Reading, Written, text_of};
use crate::value::Moment;

const ENDINGS: [&str; 4] = [".md", ".markdown", ".txt", ".text"];

pub(crate) fn read(read: &mut Reading<'_>, file: Given<'_>) {
    let lower = file.name.to_lowercase();
    let Some(ending) = ENDINGS.iter().find(|ending| lower.ends_with(*ending)) else {
        return read.remark(file.name, 1, Odd::OtherKind);
    };
    let Some(text) = text_of(file.bytes) else {
        return read.remark(file.name, 1, Odd::NotText);
    };
    let text = text.replace("\r\n", "\n");
    let (front, body) = front(&text);
    let stem = file.name.get(..file.name.len() - ending.len()).unwrap_or(file.name);
    let (name_day, name_title) = day_of_name(stem);
    let told = ["date", "created"].iter().find_map(|key| value(front, key));
    let when = match told {
        Some(told) => moment(read, told),
        None => name_day.and_then(|day| read.local(day.and_time(noon()))).or(file.changed),
    };
    let (heading, rest) = parted(body);
    let is_empty = heading.is_empty() && rest.is_empty();
    let titles = [value(front, "title").unwrap_or_default().to_owned(), heading.clone()];
    let title = titles.into_iter().find(|title| !title.is_empty());
    // A heading stays in the text if the title is another.
    let text = if title.as_ref() == Some(&heading) { rest } else { body.trim().to_owned() };
    let title =
        if is_empty { String::new() } else { title.unwrap_or_else(|| name_title.to_owned()) };
    read.add(file.name, 1, when, Written { title, text, ..Written::default() });
}

fn noon() -> NaiveTime {
    NaiveTime::MIN + chrono::Duration::hours(12)
}

/// What stands in front between lines of three dashes, and the text.
fn front(text: &str) -> (&str, &str) {
    let begin = text.strip_prefix("---\n");
    let parts =
        begin.and_then(|rest| rest.split_once("\n---\n").or_else(|| rest.split_once("\n---")));
    match parts {
        Some((front, body)) if front.lines().all(is_front) => (front, body),
        _ => ("", text),
    }
}

fn is_front(line: &str) -> bool {
    line.contains(':') || line.trim().is_empty() || line.starts_with([' ', '-', '#', '\t'])
}

fn value<'a>(front: &'a str, key: &str) -> Option<&'a str> {
    front.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let value = value.trim().trim_matches(['"', '\'']).trim();
        (name.trim().eq_ignore_ascii_case(key) && !value.is_empty()).then_some(value)
    })
}

fn moment(read: &Reading<'_>, text: &str) -> Option<Moment> {
    if let Ok(when) = DateTime::parse_from_rfc3339(text) {
        return Some(Moment(when));
    }
    let walls = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"];
    let wall = walls.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let day = || text.parse::<NaiveDate>().ok().map(|day| day.and_time(noon()));
    read.local(wall.or_else(day)?)
}

/// A day at the start of a name, and what stands after it.
fn day_of_name(stem: &str) -> (Option<NaiveDate>, &str) {
    let day = stem.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    match day {
        Some(_) => {
            (day, stem.get(10..).unwrap_or_default().trim_start_matches([' ', '-', '_', '.']))
        }
        None => (None, stem),
    }
}
