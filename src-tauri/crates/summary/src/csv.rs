//! The check-ins and scores of a page as comma-separated values (RFC 4180), one number a line,
//! for a spreadsheet.
//!
//! # Security
//! A spreadsheet runs a cell that begins like a formula. Every cell that does, also
//! after spaces, gets an apostrophe in front (OWASP ASVS 1.2.10).

use chrono::NaiveDate;
use journal::Moment;
use journal::days::DayUse;
use journal::value::Used;

use crate::figures::Reading;
use crate::page::{Page, SectionKind};
use crate::told::told;

/// The first line. `state` is `answered`, `skipped` (asked, not answered), `declined`
/// (the person would rather not say) or `unknown` (a day without a check-in), so
/// that an empty value never reads as zero.
const HEAD: [&str; 6] = ["date", "time", "measure", "value", "unit", "state"];

/// The file: what the page shares of check-ins and scores, in UTF-8 with the mark by which
/// spreadsheets know it, lines ended by CR LF.
pub fn csv(page: &Page) -> Vec<u8> {
    let mut file = String::from('\u{FEFF}');
    add(&mut file, &HEAD);
    for day in page.figures.days.iter().filter(|day| day.check_ins == 0) {
        add(&mut file, &[&day.day.to_string(), "", "craving", "", "0-10", "unknown"]);
    }
    for reading in &page.figures.check_ins {
        rows_of(&mut file, page, reading);
    }
    for day in page.figures.days.iter().filter(|_| page.figures.use_days) {
        let (value, state) = match day.used {
            DayUse::Used => ("yes", "answered"),
            DayUse::None => ("no", "answered"),
            DayUse::Unknown => ("", "unknown"),
        };
        add(&mut file, &[&day.day.to_string(), "", "use_day", value, "yes/no", state]);
    }
    for filled in &page.figures.scales {
        let (date, time) = when(filled.at);
        for score in &filled.scores {
            let value = score.value.map_or(String::new(), |value| value.to_string());
            let state = if score.value.is_some() { "answered" } else { "skipped" };
            let measure = format!("{} {}", filled.scale, score.id);
            add(&mut file, &[&date, &time, &measure, &value, "score", state]);
        }
    }
    file.into_bytes()
}

fn rows_of(file: &mut String, page: &Page, reading: &Reading) {
    let (date, time) = when(reading.at);
    let numbers = [("craving", reading.craving), ("craving_peak", reading.peak)];
    for (measure, number) in numbers.into_iter().chain([("mood", reading.mood)]) {
        let value = number.map_or(String::new(), |number| number.to_string());
        let state = if number.is_some() { "answered" } else { "skipped" };
        add(file, &[&date, &time, measure, &value, "0-10", state]);
    }
    if page.figures.use_days {
        let (value, state) = match reading.used {
            Some(Used::Yes) => ("yes", "answered"),
            Some(Used::No) => ("no", "answered"),
            Some(Used::RatherNotSay) => ("", "declined"),
            None => ("", "skipped"),
        };
        add(file, &[&date, &time, "used_since_last", value, "yes/no", state]);
    }
    let notes = page.sections.iter().filter(|one| one.kind == SectionKind::CheckInNotes);
    let lines = notes.flat_map(|section| section.parts.iter().flat_map(crate::page::Part::lines));
    for line in lines.filter(|line| line.item == Some(reading.item)) {
        add(file, &[&date, &time, "note", &told(line), "text", "answered"]);
    }
}

fn when(at: Moment) -> (String, String) {
    let day: NaiveDate = at.day();
    (day.to_string(), at.0.format("%H:%M%:z").to_string())
}

fn add(file: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            file.push(',');
        }
        file.push_str(&safe(cell));
    }
    file.push_str("\r\n");
}

/// A cell that reads as its text and as nothing else.
fn safe(text: &str) -> String {
    let text = text.replace('\0', "");
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let is_formula = text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(begins);
    let text = if is_formula { format!("'{text}") } else { text };
    let is_bare = !text.contains(['"', ',', ';', '\r', '\n', '\t'])
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace);
    if is_bare { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads one line by RFC 4180.
    fn read(line: &str) -> Vec<String> {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match (letter, quoted) {
                ('"', true) if letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
                ('"', _) => quoted = !quoted,
                (',', false) => cells.push(std::mem::take(&mut cell)),
                (letter, _) => cell.push(letter),
            }
        }
        cells.push(cell);
        cells
    }

    #[test]
    fn formulas_are_text() {
        for text in ["=1+1", "+1", "-1", "@a", " =1", "\t=1", "\r=1", "\n1", "＝1", "\u{a0}=cmd"] {
            assert!(read(&safe(text))[0].starts_with('\''), "{text:?}");
        }
        assert_eq!(safe("\0=1"), "'=1");
        assert_eq!(safe("12"), "12");
        assert_eq!(safe("a, \"b\""), "\"a, \"\"b\"\"\"");
    }

    proptest! {
        #[test]
        fn a_row_is_read_back_as_it_was(texts in proptest::collection::vec(any::<String>(), 1..5)) {
            let mut file = String::new();
            let cells: Vec<&str> = texts.iter().map(String::as_str).collect();
            add(&mut file, &cells);
            let cells = read(file.strip_suffix("\r\n").unwrap());
            prop_assert_eq!(cells.len(), texts.len());
            for (cell, text) in cells.iter().zip(&texts) {
                let text = text.replace('\0', "");
                let guarded = format!("'{text}");
                prop_assert!(*cell == text || *cell == guarded);
                let first = cell.trim_start().chars().next();
                prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@')));
            }
        }
    }
}
