//! Scores of rating scales and the answer to item 9 (domain reference E.3, blocks 1 and 3).
//! Scores stand as they were kept when the scale was filled; a change is called more than
//! normal up-and-down only past an agreed threshold.

use chrono::NaiveDate;
use journal::answers::Answers;
use journal::choices::LineLeft;
use journal::scale::history::{Filled, ScaleHistory, ScoreThen, history, of_scale};
use journal::scale::scoring::Moved;
use journal::scale::{Scale, ScoreRule, built_in, item_nine};
use journal::{Body, Moment, Record};

use crate::compose::{Composer, furniture};
use crate::cravings::spaced;
use crate::lines::LineTick;
use crate::page::{Line, Part, Row, Section, SectionKind, Span, Style, Table, Trend};
use crate::spans::styled;
use crate::words::{Fill, text_of};

/// Every scale that was filled and goes on the page, with its history up to now.
pub(crate) fn filled(composer: &Composer<'_>) -> Vec<ScaleHistory> {
    let mut all = all_filled(composer);
    all.retain(|one| !composer.choices.is_left(None, &one.scale.id));
    all
}

/// How many scales were taken off by themselves.
pub(crate) fn left(composer: &Composer<'_>) -> usize {
    if !composer.choices.scores || composer.choices.lines.is_empty() {
        return 0;
    }
    all_filled(composer).len() - filled(composer).len()
}

/// Every scale that was filled, as the panel offers it.
pub(crate) fn offered(composer: &Composer<'_>) -> Vec<LineTick> {
    let tick = |one: ScaleHistory| LineTick {
        ticked: !composer.choices.is_left(None, &one.scale.id),
        text: one.scale.title,
        left: LineLeft { item: None, line: one.scale.id },
    };
    all_filled(composer).into_iter().map(tick).collect()
}

fn all_filled(composer: &Composer<'_>) -> Vec<ScaleHistory> {
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
    !all_filled(composer).is_empty()
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
    let told: Vec<Told> = all.iter().flat_map(told).collect();
    let sources = all.iter().map(|one| {
        let plain = |text: &str| Fill::Spans(vec![Span::plain(text)]);
        let (scale, version) = (&one.scale, &one.scale.version);
        let fills = [
            ("scale", plain(scale.short_title())),
            ("version", plain(version)),
            ("licence", plain(&scale.licence)),
        ];
        words.fill("page-score-source", &fills)
    });
    let mut notes = Vec::new();
    if told.iter().any(Told::is_beyond) {
        notes.push(words.fill("page-score-bold", &[]));
    }
    let vague: Vec<&Told> = told
        .iter()
        .filter(|one| one.last.is_some() && one.rule.reliable_change.is_none())
        .collect();
    if !vague.is_empty() {
        let mut names: Vec<&str> = vague.iter().map(|one| one.scale.short_title()).collect();
        names.dedup();
        let names = names.into_iter().map(|name| vec![Span::plain(name)]).collect();
        let scales = Fill::Spans(words.join("page-comma", names));
        notes.push(words.fill("page-score-no-threshold", &[("scales", scales)]));
    }
    notes.push(words.join("page-semicolon", sources.collect()));
    let notes = styled(spaced(notes), Style::Aside);
    Some(Section {
        kind: SectionKind::Scores,
        item: None,
        heading: furniture(words.fill("page-scores", &[])),
        aside: furniture(words.fill("page-scores-aside", &[])),
        parts: vec![
            Part::Table { table: table(composer, &told) },
            Part::Paragraphs { lines: vec![furniture(notes)] },
        ],
    })
}

/// What is told of one score.
struct Told<'a> {
    scale: &'a Scale,
    rule: &'a ScoreRule,
    /// Whether it is the only score of its scale.
    only: bool,
    newest: &'a Filled,
    now: ScoreThen,
    /// The time before the newest at which it came out, and what it was.
    last: Option<(NaiveDate, u16)>,
    /// The first such time, where that is another one.
    first: Option<(NaiveDate, u16)>,
    /// Every time it came out by the same rule, oldest first.
    values: Vec<u16>,
}

fn told(history: &ScaleHistory) -> Vec<Told<'_>> {
    let rules: Vec<&ScoreRule> =
        history.scale.scores.iter().filter(|rule| !rule.continuous).collect();
    let Some(newest) = history.filled.last() else { return Vec::new() };
    let one = |rule: &&'_ ScoreRule| {
        let score = |one: &Filled| one.scores.iter().find(|score| score.id == rule.id).cloned();
        let now = score(newest)?;
        let came_out: Vec<(NaiveDate, u16)> = history
            .filled
            .iter()
            .filter(|one| one.same_rule == newest.same_rule && one.id != newest.id)
            .filter_map(|one| Some((one.at.day(), score(one)?.value?)))
            .collect();
        let values = came_out.iter().map(|(_, value)| *value).chain(now.value).collect();
        let first = came_out.first().filter(|_| came_out.len() > 1).copied();
        let last = came_out.last().copied();
        Some((now, last, first, values))
    };
    let told = rules.iter().filter_map(|rule| {
        let (now, last, first, values) = one(rule)?;
        let only = rules.len() == 1;
        Some(Told { scale: &history.scale, rule, only, newest, now, last, first, values })
    });
    told.collect()
}

impl Told<'_> {
    fn is_beyond(&self) -> bool {
        let beyond = |moved: Option<Moved>| moved.is_some_and(|moved| moved.beyond == Some(true));
        beyond(self.now.since_last) || (self.first.is_some() && beyond(self.now.since_first))
    }

    fn name(&self, composer: &Composer<'_>) -> Vec<Span> {
        let plain = |text: &str| Fill::Spans(vec![Span::plain(text)]);
        if self.only {
            return vec![Span::plain(self.scale.short_title())];
        }
        let fills = [("scale", plain(self.scale.short_title())), ("part", plain(&self.rule.title))];
        composer.words.fill("page-score-part", &fills)
    }

    fn now(&self) -> Option<(NaiveDate, u16)> {
        Some((self.newest.at.day(), self.now.value?))
    }

    /// What scores in this range are often called; why there is no total, if there is none.
    fn reads_as(&self, composer: &Composer<'_>) -> Vec<Span> {
        let words = composer.words;
        if self.now.value.is_none() {
            let fills = [
                ("answered", Fill::Number(self.now.answered.into())),
                ("of", Fill::Number(self.now.of.into())),
                ("date", Fill::Spans(vec![Span::plain(words.short_date(self.newest.at.day()))])),
            ];
            return words.fill("page-score-missing", &fills);
        }
        let band = |band: &String| {
            words.fill("page-score-band", &[("band", Fill::Spans(vec![Span::plain(band)]))])
        };
        self.now.band.as_ref().map(band).unwrap_or_default()
    }

    fn trend(&self, composer: &Composer<'_>) -> Option<Trend> {
        if self.values.len() < 2 {
            return None;
        }
        let words = composer.words;
        let value = |value: &u16| vec![words.number(&value.to_string())];
        let values = words.join("page-comma", self.values.iter().map(value).collect());
        let fills = [("scale", Fill::Spans(self.name(composer))), ("values", Fill::Spans(values))];
        let description = text_of(&words.fill("page-score-trend", &fills));
        let range = (self.rule.low, self.rule.high);
        Some(Trend { values: self.values.clone(), range, description })
    }
}

type Dated = Option<(NaiveDate, u16)>;

fn table(composer: &Composer<'_>, told: &[Told<'_>]) -> Table {
    let words = composer.words;
    let has_first = told.iter().any(|one| one.first.is_some());
    let has_last = told.iter().any(|one| one.last.is_some());
    let mut head = vec![furniture(words.fill("page-score-scale", &[]))];
    let mut cells: Vec<Vec<Line>> = told
        .iter()
        .map(|one| {
            let fills = [
                ("name", Fill::Spans(one.name(composer))),
                ("low", Fill::Number(one.rule.low.into())),
                ("high", Fill::Number(one.rule.high.into())),
            ];
            vec![furniture(styled(words.fill("page-score-range", &fills), Style::Strong))]
        })
        .collect();
    let mut values = |id: &str, style: Style, all: Vec<Dated>| {
        let (title, lines) = dated(composer, id, style, &all);
        head.push(title);
        cells.iter_mut().zip(lines).for_each(|(row, line)| row.push(line));
    };
    if has_first {
        values("page-score-first", Style::Plain, told.iter().map(|one| one.first).collect());
    }
    if has_last {
        values("page-score-last", Style::Plain, told.iter().map(|one| one.last).collect());
    }
    values("page-score-now", Style::Strong, told.iter().map(Told::now).collect());
    let mut column = |id: &str, cell: &dyn Fn(&Told<'_>) -> Vec<Span>| {
        head.push(furniture(words.fill(id, &[])));
        let lines = told.iter().map(|one| furniture(cell(one)));
        cells.iter_mut().zip(lines).for_each(|(row, line)| row.push(line));
    };
    if has_first {
        column("page-score-since-first", &|one| {
            one.first.and(one.now.since_first).map_or_else(nothing, change)
        });
    }
    if has_last {
        column("page-score-since-last", &|one| one.now.since_last.map_or_else(nothing, change));
    }
    column("page-score-reads", &|one| one.reads_as(composer));
    let rows = cells.into_iter().zip(told);
    let rows: Vec<Row> =
        rows.map(|(cells, one)| Row { cells, trend: one.trend(composer) }).collect();
    let any = rows.iter().any(|row| row.trend.is_some());
    let trends = if any { words.fill("page-score-each-time", &[]) } else { Vec::new() };
    Table { numbers: (1..head.len() - 1).collect(), head, trends: furniture(trends), rows }
}

/// A column of values. Its head has their day if they share one; otherwise each has its own.
fn dated(composer: &Composer<'_>, id: &str, style: Style, all: &[Dated]) -> (Line, Vec<Line>) {
    let words = composer.words;
    let date = |day| Fill::Spans(vec![Span::plain(words.short_date(day))]);
    let mut days: Vec<NaiveDate> = all.iter().flatten().map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    let title = words.fill(id, &[]);
    let shared = (days.len() == 1).then(|| days[0]);
    let head = match shared {
        Some(day) => {
            words.fill("page-score-head", &[("name", Fill::Spans(title)), ("date", date(day))])
        }
        None => title,
    };
    let cell = |one: &Dated| {
        let Some((day, value)) = *one else { return furniture(nothing()) };
        let number = styled(vec![words.number(&value.to_string())], style);
        if shared.is_some() {
            return furniture(number);
        }
        let fills = [("value", Fill::Spans(number)), ("date", date(day))];
        furniture(words.fill("page-score-value", &fills))
    };
    (furniture(head), all.iter().map(cell).collect())
}

/// Stands where there is no number. Nothing is never zero.
fn nothing() -> Vec<Span> {
    vec![Span::plain("–")]
}

/// A change with its sign; bold only past an agreed threshold.
fn change(moved: Moved) -> Vec<Span> {
    let sign = match moved.by {
        0 => "±",
        1.. => "+",
        _ => "−",
    };
    let style = if moved.beyond == Some(true) { Style::Strong } else { Style::Plain };
    styled(vec![Span::plain(format!("{sign}{}", moved.by.unsigned_abs()))], style)
}
