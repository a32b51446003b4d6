//! Single lines of the page that can be taken off by hand.
//!
//! A line is remembered by its lead, or by its beginning where it has none, as it reads with
//! names as written and nothing blacked out: calling people by their role or blacking a word
//! out must not bring a line back.

use std::collections::BTreeMap;

use journal::check::LINE;
use journal::choices::{LineLeft, Names, PageChoices};
use serde::{Deserialize, Serialize};

use crate::compose::Composer;
use crate::page::{Line, Pair, Part, Row, Section, SectionKind};

/// A line that can be ticked by itself. For the window only: names stand as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct LineTick {
    /// What `PageChoices::lines` remembers when it is taken off.
    pub left: LineLeft,
    /// How it reads.
    pub text: String,
    /// Whether it goes on the page.
    pub ticked: bool,
}

/// Where a line stands in its section: which part, and which line of it.
type Place = (usize, usize);

/// Sections without the lines that were taken off, and how many those are.
pub(crate) fn kept(composer: &Composer<'_>, sections: Vec<Section>) -> (Vec<Section>, usize) {
    if composer.choices.lines.is_empty() {
        return (sections, 0);
    }
    let plain = as_remembered(composer).sections();
    let mut left = 0;
    let keep = |mut section: Section| {
        let same = |plain: &&Section| (plain.kind, plain.item) == (section.kind, section.item);
        let keys = plain.iter().find(same).map(keys).unwrap_or_default();
        let item = section.item;
        let is_left = |place: Place| {
            keys.get(&place).is_some_and(|(key, _)| composer.choices.is_left(item, key))
        };
        for (number, part) in section.parts.iter_mut().enumerate() {
            let mut line = 0;
            let mut stays = || {
                line += 1;
                let stays = !is_left((number, line - 1));
                left += usize::from(!stays);
                stays
            };
            match part {
                Part::Paragraphs { lines } | Part::Lines { lines } | Part::Numbered { lines } => {
                    lines.retain(|_| stays());
                }
                Part::Pairs { pairs } => pairs.retain(|_| stays()),
                Part::Table { table } => table.rows.retain(|_| stays()),
                Part::Chart { .. } => {}
            }
        }
        section.parts.retain(|part| !is_empty(part));
        section
    };
    let sections: Vec<Section> = sections.into_iter().map(keep).collect();
    // A block of which nothing is left has nothing to stand for; an entry has its heading.
    let stands =
        |section: &Section| section.kind == SectionKind::Entry || !section.parts.is_empty();
    (sections.into_iter().filter(stands).collect(), left)
}

/// The lines that can be ticked, by the section they stand in.
pub(crate) fn offered(composer: &Composer<'_>) -> Vec<(SectionKind, Vec<LineTick>)> {
    let tick = |section: &Section| {
        let line = |(key, text): &(String, String)| LineTick {
            left: LineLeft { item: section.item, line: key.clone() },
            text: text.clone(),
            ticked: !composer.choices.is_left(section.item, key),
        };
        (section.kind, keys(section).values().map(line).collect::<Vec<_>>())
    };
    as_remembered(composer).sections().iter().map(tick).filter(|(_, all)| !all.is_empty()).collect()
}

/// The same page with names as written, nothing blacked out and every line.
fn as_remembered<'a>(composer: &Composer<'a>) -> Composer<'a> {
    let choices =
        PageChoices { names: Names::AsWritten, blackouts: Vec::new(), ..composer.choices.clone() };
    composer.under(choices)
}

/// What remembers each line of a section that can be taken off by itself, with how it reads.
/// Scores, cravings, the course and what is to be read first have ticks of their own.
fn keys(section: &Section) -> BTreeMap<Place, (String, String)> {
    let chosen = matches!(
        section.kind,
        SectionKind::Agenda
            | SectionKind::Moments
            | SectionKind::Areas
            | SectionKind::Supports
            | SectionKind::Rhythm
            | SectionKind::WentWell
            | SectionKind::Coming
            | SectionKind::Entry
    );
    if !chosen {
        return BTreeMap::new();
    }
    let mut all: BTreeMap<Place, (String, String)> = BTreeMap::new();
    for (number, part) in section.parts.iter().enumerate() {
        let reads: Vec<Option<(String, String)>> = match part {
            // What comes from no record is the page's own and stays.
            Part::Paragraphs { lines } | Part::Lines { lines } | Part::Numbered { lines } => {
                lines.iter().map(|line| line.item.map(|_| (line.text(), line.text()))).collect()
            }
            Part::Pairs { pairs } => {
                pairs.iter().map(|pair| Some((lead(section, pair), told(pair)))).collect()
            }
            Part::Table { table } => table.rows.iter().map(|row| Some(row_read(row))).collect(),
            Part::Chart { .. } => Vec::new(),
        };
        for (line, read) in reads.into_iter().enumerate() {
            all.extend(read.map(|read| ((number, line), read)));
        }
    }
    // Who speaks leads many lines: these are told apart by what was said.
    let mut leads: BTreeMap<String, usize> = BTreeMap::new();
    for (lead, _) in all.values() {
        *leads.entry(lead.clone()).or_default() += 1;
    }
    for (lead, text) in all.values_mut() {
        let many = leads.get(lead).is_some_and(|count| *count > 1);
        let key = if many { text.as_str() } else { lead.as_str() };
        *lead = key.chars().take(LINE).collect();
    }
    all
}

/// What leads a line. In a block of many records it names the record too: the numbers of two
/// of them change every week, and are still the same two lines.
fn lead(section: &Section, pair: &Pair) -> String {
    match (section.item, pair.text.item) {
        (None, Some(item)) => format!("{} {}", pair.term.text(), item.0.simple()),
        _ => pair.term.text(),
    }
}

/// A row by its first two cells, and all of it.
fn row_read(row: &Row) -> (String, String) {
    let texts: Vec<String> = row.cells.iter().map(Line::text).collect();
    (texts[..texts.len().min(2)].join(" "), texts.join(" · "))
}

fn told(pair: &Pair) -> String {
    format!("{}: {}", pair.term.text(), pair.text.text())
}

fn is_empty(part: &Part) -> bool {
    match part {
        Part::Paragraphs { lines } | Part::Lines { lines } | Part::Numbered { lines } => {
            lines.is_empty()
        }
        Part::Pairs { pairs } => pairs.is_empty(),
        Part::Table { table } => table.rows.is_empty(),
        Part::Chart { .. } => false,
    }
}
