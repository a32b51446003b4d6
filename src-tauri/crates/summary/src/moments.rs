//! Mood, craving and people: the moments brought that moved most, one below the other
//! (domain reference E.3, block 5). What followed within hours is told as that and never as
//! an effect.

use std::cmp::Reverse;

use chrono::Duration;
use journal::value::Change;
use journal::{Body, Rating, Record};

use crate::compose::{Composer, furniture};
use crate::page::{Line, Part, Row, Section, SectionKind, Span, Table};
use crate::words::Fill;

/// The most rows, and the hours after a moment that are looked at (domain reference E.3).
const ROWS: usize = 4;
const HOURS: i64 = 3;

/// The section; none if no entry that is brought has a number.
pub(crate) fn section(composer: &Composer<'_>) -> Option<Section> {
    let words = composer.words;
    let mut moments: Vec<(&Record, Option<Rating>)> = composer
        .to_bring()
        .filter(|record| composer.entry_ticked(record) && record.kind().area().is_none())
        .map(|record| (record, craving_after(composer, record)))
        .filter(|(record, after)| {
            let known = |change: Change| change.before.is_some() || change.after.is_some();
            known(record.around.mood) || known(record.around.craving) || after.is_some()
        })
        .collect();
    moments.sort_by_key(|(record, _)| {
        let moved = |change: Change| change.moved().map_or(0, i16::unsigned_abs);
        let both = moved(record.around.mood) + moved(record.around.craving);
        (Reverse(both), Reverse((record.at, record.id)))
    });
    moments.truncate(ROWS);
    if moments.is_empty() {
        return None;
    }
    let head = ["page-moment-when", "page-moment-what", "page-moment-mood", "page-moment-craving"]
        .into_iter()
        .chain(["page-moment-after"])
        .map(|id| furniture(words.fill(id, &[])))
        .collect();
    let rows = moments.iter().map(|&(record, after)| row(composer, record, after)).collect();
    Some(Section {
        kind: SectionKind::Moments,
        item: None,
        heading: furniture(words.fill("page-moments", &[])),
        aside: furniture(words.fill("page-moments-aside", &[])),
        parts: vec![Part::Table {
            table: Table { head, numbers: vec![2, 3, 4], trends: Line::default(), rows },
        }],
    })
}

/// The strongest craving of a check-in in the hours after a moment.
fn craving_after(composer: &Composer<'_>, record: &Record) -> Option<Rating> {
    if !composer.choices.cravings {
        return None;
    }
    let craving = |other: &Record| match &other.body {
        Body::CheckIn(check_in) => {
            let after = other.at.0 - record.at.0;
            let near = Duration::zero() < after && after <= Duration::hours(HOURS);
            check_in.craving.filter(|_| near && other.at <= composer.now)
        }
        _ => None,
    };
    composer.records.iter().filter_map(craving).max()
}

fn row(composer: &Composer<'_>, record: &Record, after: Option<Rating>) -> Row {
    let words = composer.words;
    let writer = composer.writer(record);
    let when = words.date("page-date-day", record.at.day());
    let title = record.title();
    let what = if title.trim().is_empty() { Vec::new() } else { writer.inline(title) };
    let whom = record.people();
    let names = whom.iter().filter(|id| !composer.cast.is_private(**id));
    let names = names.map(|id| vec![Span::plain(composer.cast.called(*id))]).collect();
    let names = words.join("page-comma", names);
    let what = match (what.is_empty(), names.is_empty()) {
        (false, false) => {
            let fills = [("text", Fill::Spans(what)), ("facts", Fill::Spans(names))];
            words.fill("page-with-facts", &fills)
        }
        (false, true) => what,
        (true, false) => words.fill("page-contact-with", &[("person", Fill::Spans(names))]),
        (true, true) => words.fill("page-event", &[]),
    };
    let number = |rating: Option<Rating>| {
        let text = rating.map_or_else(|| "–".to_owned(), |rating| rating.get().to_string());
        Fill::Spans(vec![words.number(&text)])
    };
    let change = |change: Change| {
        if change.before.is_none() && change.after.is_none() {
            return vec![Span::plain("–")];
        }
        let fills = [("from", number(change.before)), ("to", number(change.after))];
        words.fill("page-from-to", &fills)
    };
    let Fill::Spans(after) = number(after) else { return Row { cells: Vec::new(), trend: None } };
    let cells = [when, what, change(record.around.mood), change(record.around.craving), after];
    Row { cells: cells.into_iter().map(|cell| writer.line(cell)).collect(), trend: None }
}
