//! Daylio's CSV: `full_date,date,weekday,time,mood,activities,note_title,note`, and the
//! older one with `year` and a `date` such as "18 May". Activities are parted by " | ".
//!
//! A day in Daylio is a mood and no craving, and a check-in needs a craving: so it
//! becomes a note with a mood, and no number is made up. Daylio's five own moods stand
//! evenly on 0 to 10 (awful 1, bad 3, meh 5, good 7, rad 9); a mood with a name of the
//! person's own stays a word.

use chrono::{NaiveDate, NaiveTime};

use super::csv::rows;
use super::{Odd, Reading, Refused, Source, Understood, Written, Zone};
use crate::value::Rating;

const MOODS: [(&str, u8); 5] = [("awful", 1), ("bad", 3), ("meh", 5), ("good", 7), ("rad", 9)];

/// Which column is which.
struct Columns {
    names: Vec<String>,
}

impl Columns {
    fn of(names: &[String]) -> Self {
        Self { names: names.iter().map(|name| name.trim().to_lowercase()).collect() }
    }

    fn are_daylios(&self) -> bool {
        let has = |name: &str| self.names.iter().any(|one| one == name);
        has("mood") && has("time") && has("note") && (has("full_date") || has("year"))
    }

    fn cell<'a>(&self, cells: &'a [String], name: &str) -> &'a str {
        let place = self.names.iter().position(|one| one == name);
        place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())
    }

    fn day(&self, cells: &[String]) -> Option<NaiveDate> {
        if let Ok(day) = self.cell(cells, "full_date").parse() {
            return Some(day);
        }
        let (year, date) = (self.cell(cells, "year"), self.cell(cells, "date"));
        let written = format!("{date} {year}");
        ["%d %B %Y", "%B %d %Y", "%d. %B %Y"]
            .iter()
            .find_map(|format| NaiveDate::parse_from_str(&written, format).ok())
    }
}

pub(crate) fn is_one(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    rows(first).first().is_some_and(|(_, cells)| {
        cells.as_ref().is_some_and(|names| Columns::of(names).are_daylios())
    })
}

pub(crate) fn read(name: &str, text: &str, zone: &dyn Zone) -> Result<Understood, Refused> {
    let mut read = Reading::new(Source::Daylio, zone);
    let mut rows = rows(text).into_iter();
    let Some((_, Some(names))) = rows.next() else { return Err(Refused::Line(1)) };
    let columns = Columns::of(&names);
    for (line, cells) in rows {
        match cells.filter(|cells| cells.len() == names.len()) {
            Some(cells) => add(&mut read, name, line, &columns, &cells),
            None => read.remark(name, line, Odd::Damaged),
        }
    }
    Ok(read.finish(None))
}

fn add(read: &mut Reading<'_>, name: &str, line: usize, columns: &Columns, cells: &[String]) {
    let cell = |column| columns.cell(cells, column);
    let when = columns.day(cells).zip(time(cell("time")));
    let when = when.and_then(|(day, time)| read.local(day.and_time(time)));
    let word = cell("mood").to_lowercase();
    let mood = MOODS.iter().find(|(one, _)| *one == word).and_then(|&(_, mood)| Rating::new(mood));
    let own_word = if mood.is_none() { cell("mood") } else { "" };
    if !own_word.is_empty() {
        read.remark(name, line, Odd::MoodWord);
    }
    let activities: Vec<&str> = cell("activities")
        .split('|')
        .map(str::trim)
        .filter(|activity| !activity.is_empty())
        .collect();
    let note = cell("note").replace("<br>", "\n");
    let parts = [own_word.to_owned(), note, activities.join(", ")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let (title, text) = (cell("note_title").to_owned(), parts.join("\n\n"));
    read.add(name, line, when, Written { id: None, title, text, mood });
}

/// A time as phones write it: "7:12 PM", "19:12", "7:12 pm".
fn time(text: &str) -> Option<NaiveTime> {
    // Phones part the hour from AM or PM by a narrow space.
    let text = text.replace(['\u{202F}', '\u{A0}'], " ");
    ["%I:%M %p", "%H:%M", "%H:%M:%S", "%I:%M%p"]
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(text.trim(), format).ok())
}
