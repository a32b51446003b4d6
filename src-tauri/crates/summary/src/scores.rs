//! Scores of rating scales and the answer to item 9 (domain reference E.3, blocks 1 and 3).
//! Scores stand as they were kept when the scale was filled; a change is called more than
//! normal up-and-down only past an agreed threshold.

use journal::answers::Answers;
use journal::scale::history::{Filled, ScaleHistory, history, of_scale};
use journal::scale::scoring::Moved;
use journal::scale::{Scale, ScoreRule, built_in, item_nine};
use journal::{Body, Moment, Record};

use crate::compose::{Composer, furniture};
use crate::page::{Line, Pair, Part, Section, SectionKind, Span, Style};
use crate::spans::styled;
use crate::words::Fill;

/// Every scale that was filled, with its history up to now.
pub(crate) fn filled(composer: &Composer<'_>) -> Vec<ScaleHistory> {
    let until: Vec<Record> = composer
        .records
        .iter()
        .filter(|record| matches!(record.body, Body::Answers(_)) && record.at <= composer.now)
        .cloned()
        .collect();
    let packs = composer.records.iter().filter_map(|record| match &record.body {
        Body::ScalePack(pack) => Some(&pack.scale),
        _ => None,
    });
    let scales: Vec<&Scale> = built_in::built_in().iter().chain(packs).collect();
    let mut seen = Vec::new();
    let mut all = Vec::new();
    for scale in scales.into_iter().rev() {
        // A file's words stand before the built-in ones of the same scale.
        if seen.contains(&&scale.id) {
            continue;
        }
        seen.push(&scale.id);
        let history = history(scale, &until);
        if !history.filled.is_empty() {
            all.push(history);
        }
    }
    all.reverse();
    all
}

/// Whether there is any score or answer to share.
pub(crate) fn any(composer: &Composer<'_>) -> bool {
    !filled(composer).is_empty()
}

/// The answer to item 9 of the newest PHQ-9 and when it was given; none if it was not
/// answered there, or none was filled.
pub(crate) fn item_nine(composer: &Composer<'_>) -> Option<Vec<Span>> {
    let (at, answers) = newest_phq(composer)?;
    let value = item_nine::item_nine(answers)?;
    let scale = built_in::find(item_nine::SCALE)?;
    let choice = scale.options.iter().find(|choice| choice.value == value)?;
    let words = composer.words;
    Some(words.fill(
        "page-item-nine-answered",
        &[
            ("answer", Fill::Spans(vec![Span::plain(&choice.text)])),
            ("value", Fill::Number(value.into())),
            ("date", Fill::Spans(words.date("page-date-day-year", at.day()))),
        ],
    ))
}

fn newest_phq<'a>(composer: &Composer<'a>) -> Option<(Moment, &'a Answers)> {
    let all = of_scale(composer.records, item_nine::SCALE);
    let (record, answers) = all.into_iter().rfind(|(record, _)| record.at <= composer.now)?;
    Some((record.at, answers))
}

/// The block of scores; none if nothing was filled.
pub(crate) fn section(composer: &Composer<'_>) -> Option<Section> {
    let words = composer.words;
    let all = filled(composer);
    if all.is_empty() {
        return None;
    }
    let pairs: Vec<Pair> = all.iter().flat_map(|one| rows(composer, one)).collect();
    let sources = all.iter().map(|one| {
        let plain = |text: &str| Fill::Spans(vec![Span::plain(text)]);
        let (scale, version) = (&one.scale, &one.scale.version);
        let fills = [
            ("scale", plain(&scale.title)),
            ("version", plain(version)),
            ("licence", plain(&scale.licence)),
        ];
        words.fill("page-score-source", &fills)
    });
    let sources = styled(words.join("page-semicolon", sources.collect()), Style::Aside);
    Some(Section {
        kind: SectionKind::Scores,
        item: None,
        heading: furniture(words.fill("page-scores", &[])),
        aside: furniture(words.fill("page-scores-aside", &[])),
        parts: vec![Part::Pairs { pairs }, Part::Paragraphs { lines: vec![furniture(sources)] }],
    })
}

fn rows(composer: &Composer<'_>, history: &ScaleHistory) -> Vec<Pair> {
    let words = composer.words;
    let scale = &history.scale;
    let rules: Vec<&ScoreRule> = scale.scores.iter().filter(|rule| !rule.continuous).collect();
    let term = |rule: &ScoreRule| -> Line {
        let plain = |text: &str| Fill::Spans(vec![Span::plain(text)]);
        if rules.len() == 1 {
            return furniture(vec![Span::plain(&scale.title)]);
        }
        let fills = [("scale", plain(&scale.title)), ("part", plain(&rule.title))];
        furniture(words.fill("page-score-part", &fills))
    };
    let row = |rule: &&ScoreRule| {
        let text = furniture(told(composer, history, rule));
        Pair { term: term(rule), text }
    };
    rules.iter().map(row).collect()
}

/// One score: now, last, first, the changes, and what is said of them.
fn told(composer: &Composer<'_>, history: &ScaleHistory, rule: &ScoreRule) -> Vec<Span> {
    let words = composer.words;
    let score = |one: &Filled| one.scores.iter().find(|score| score.id == rule.id).cloned();
    let date = |one: &Filled| Fill::Spans(words.date("page-date-day", one.at.day()));
    let Some((newest, now)) = history.filled.last().and_then(|one| Some((one, score(one)?))) else {
        return Vec::new();
    };
    let Some(value) = now.value else {
        let fills = [
            ("answered", Fill::Number(now.answered.into())),
            ("of", Fill::Number(now.of.into())),
            ("date", date(newest)),
        ];
        return words.fill("page-score-missing", &fills);
    };
    let at = |id: &str, one: &Filled, value: u16| {
        words.fill(id, &[("value", Fill::Number(value.into())), ("date", date(one))])
    };
    let mut parts = vec![styled(at("page-score-now", newest, value), Style::Strong)];
    let came_out: Vec<(&Filled, u16)> = history
        .filled
        .iter()
        .filter(|one| one.same_rule == newest.same_rule && one.id != newest.id)
        .filter_map(|one| Some((one, score(one)?.value?)))
        .collect();
    if let Some(&(last, value)) = came_out.last() {
        parts.push(at("page-score-last", last, value));
    }
    if let Some(&(first, value)) = came_out.first().filter(|_| came_out.len() > 1) {
        parts.push(at("page-score-first", first, value));
    }
    parts.extend(now.since_last.map(|moved| change(composer, "page-score-since-last", moved)));
    if came_out.len() > 1 {
        parts
            .extend(now.since_first.map(|moved| change(composer, "page-score-since-first", moved)));
    }
    if now.since_last.is_some() && rule.reliable_change.is_none() {
        parts.push(words.fill("page-score-no-threshold", &[]));
    }
    if let Some(band) = &now.band {
        let band = Fill::Spans(vec![Span::plain(band)]);
        parts.push(words.fill("page-score-band", &[("band", band)]));
    }
    words.join("page-semicolon", parts)
}

/// A change with its sign; bold, with its reason, only past an agreed threshold.
fn change(composer: &Composer<'_>, id: &str, moved: Moved) -> Vec<Span> {
    let sign = match moved.by {
        0 => "±",
        1.. => "+",
        _ => "−",
    };
    let by = Span::plain(format!("{sign}{}", moved.by.unsigned_abs()));
    let plain = composer.words.fill(id, &[("change", Fill::Spans(vec![by]))]);
    if moved.beyond != Some(true) {
        return plain;
    }
    let beyond = composer.words.fill("page-score-beyond", &[("change", Fill::Spans(plain))]);
    styled(beyond, Style::Strong)
}
