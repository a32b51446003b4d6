//! Medication and other care, and the daily rhythm, as counts of days that were told
//! (domain reference E.4, blocks 10 and 14). A day without an answer is unknown.

use journal::care::{Care, Taken};
use journal::rhythm::{Anchor, AnchorWeek, Rhythm, RhythmWeek};
use journal::{Body, Record};

use crate::answers::Answers;
use crate::compose::{Composer, days_between, furniture};
use crate::cravings::spaced;
use crate::page::{Pair, Part, Section, SectionKind, Span};
use crate::words::Fill;

/// Care that goes on; none if there is none.
pub(crate) fn section(composer: &Composer<'_>) -> Option<Section> {
    let goes_on = composer.records.iter().filter_map(|record| match &record.body {
        Body::Care(care) if !care.over && !care.name.trim().is_empty() => Some((record, care)),
        _ => None,
    });
    let pairs: Vec<Pair> = goes_on.map(|(record, care)| cared(composer, record, care)).collect();
    if pairs.is_empty() {
        return None;
    }
    let words = composer.words;
    Some(Section {
        kind: SectionKind::Supports,
        item: None,
        heading: furniture(words.fill("page-care", &[])),
        aside: furniture(words.fill("page-care-aside", &[])),
        parts: vec![Part::Pairs { pairs }],
    })
}

fn cared(composer: &Composer<'_>, record: &Record, care: &Care) -> Pair {
    let words = composer.words;
    let writer = composer.writer(record);
    let (from, to) = composer.period();
    let answer = |other: &Record| match &other.body {
        Body::CareDay(day) if day.care == Some(record.id) => {
            let here = (from..=to).contains(&other.at.day()) && other.at <= composer.now;
            day.taken.filter(|_| here).map(|taken| (other.at.day(), other.at, taken))
        }
        _ => None,
    };
    // Of a day that was told twice the later counts.
    let mut days: Vec<_> = composer.records.iter().filter_map(answer).collect();
    days.sort_by_key(|(day, at, _)| (*day, *at));
    days.reverse();
    days.dedup_by_key(|(day, ..)| *day);
    let count = |wanted| days.iter().filter(|(.., taken)| *taken == wanted).count();
    let (yes, no) = (count(Taken::Yes), count(Taken::No));
    let fills = [
        ("yes", Fill::Number(yes)),
        ("told", Fill::Number(yes + no)),
        ("days", Fill::Number(days_between(from, to))),
    ];
    let mut sentences = vec![words.fill("page-care-days", &fills)];
    if !care.note.trim().is_empty() {
        sentences.push(writer.inline(&care.note));
    }
    Pair { term: writer.line(writer.inline(&care.name)), text: writer.line(spaced(sentences)) }
}

/// The last seven days of the daily rhythm; none if it is not kept or nothing was told.
pub(crate) fn rhythm(composer: &Composer<'_>) -> Option<Section> {
    let newest = composer.records.iter().filter_map(|record| match &record.body {
        Body::Rhythm(rhythm) => Some((record.at, record, rhythm)),
        _ => None,
    });
    let (_, record, Rhythm { on: true, targets }) = newest.max_by_key(|(at, ..)| *at)? else {
        return None;
    };
    let week = RhythmWeek::ending(composer.now.day(), *targets, composer.records);
    let writer = composer.writer(record);
    let words = composer.words;
    let mut answers = Answers { writer: &writer, pairs: Vec::new() };
    for anchor in week.anchors.iter().filter(|anchor| anchor.told > 0 && anchor.target.is_some()) {
        answers.spans(anchor_name(anchor), near(composer, anchor));
    }
    if answers.pairs.is_empty() {
        return None;
    }
    let index = match week.index {
        Some(index) => words.fill("page-rhythm-index", &[("index", Fill::Number(index.into()))]),
        None => words.fill("page-rhythm-few", &[]),
    };
    let period = [("period", Fill::Spans(words.period(week.from, week.to)))];
    Some(Section {
        kind: SectionKind::Rhythm,
        item: None,
        heading: furniture(words.fill("page-rhythm", &[])),
        aside: furniture(words.fill("page-rhythm-aside", &period)),
        parts: vec![
            Part::Pairs { pairs: answers.pairs },
            Part::Paragraphs { lines: vec![furniture(index)] },
        ],
    })
}

fn near(composer: &Composer<'_>, anchor: &AnchorWeek) -> Vec<Span> {
    let fills =
        [("near", Fill::Number(anchor.near.into())), ("told", Fill::Number(anchor.told.into()))];
    composer.words.fill("page-rhythm-near", &fills)
}

fn anchor_name(anchor: &AnchorWeek) -> &'static str {
    match anchor.anchor {
        Anchor::OutOfBed => "page-anchor-out-of-bed",
        Anchor::FirstContact => "page-anchor-first-contact",
        Anchor::StartedDay => "page-anchor-started-day",
        Anchor::Dinner => "page-anchor-dinner",
        Anchor::ToBed => "page-anchor-to-bed",
    }
}
