//! Cravings, use and mood: a chart by day, and sentences of counts. Nothing is
//! filled in between days that are known.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use journal::check_in::{Halt, Trigger};
use journal::course::SessionStatus;
use journal::days::{Day, DayUse, days, usual_craving};
use journal::{Body, Rating, Record};

use crate::answers::capital;
use crate::care::goal;
use crate::compose::{Composer, days_between, furniture};
use crate::page::{Chart, DayLabel, Line, Part, Section, SectionKind, SessionMark, Span};
use crate::words::{Fill, text_of};

/// The most days of a chart: a course of sixteen weeks.
pub(crate) const CHART_DAYS: i64 = 112;

pub(crate) fn section(composer: &Composer<'_>) -> Section {
    let words = composer.words;
    let charted = charted(composer);
    let mut parts = Vec::new();
    let mut aside = Line::default();
    if let Some(chart) = chart(composer, &charted) {
        let period = words.period(charted.first, charted.last);
        let marked = !chart.used.is_empty();
        let id = if marked { "page-cravings-aside-use" } else { "page-cravings-aside" };
        aside = furniture(words.fill(id, &[("period", Fill::Spans(period))]));
        parts.push(Part::Chart { chart });
    }
    parts.push(Part::Paragraphs { lines: sentences(composer) });
    let heading = furniture(words.fill("page-cravings", &[]));
    Section { kind: SectionKind::Cravings, item: None, heading, aside, parts }
}

struct Charted {
    days: Vec<Day>,
    first: NaiveDate,
    last: NaiveDate,
}

/// Check-ins and what was said of whole days; a time of use only if it may be brought,
/// because what is `Only me` leaves no trace in a count either.
pub(crate) fn check_ins(composer: &Composer<'_>, wanted: impl Fn(&Record) -> bool) -> Vec<Record> {
    let known = |record: &&Record| matches!(record.body, Body::CheckIn(_) | Body::UseDay(_));
    let brought = composer.to_bring().filter(|record| matches!(record.body, Body::Use(_)));
    let all = composer.records.iter().filter(known).chain(brought);
    all.filter(|record| record.at <= composer.now && wanted(record)).cloned().collect()
}

fn charted(composer: &Composer<'_>) -> Charted {
    let last = composer.now.day();
    let first = composer.first_day().max(last - Duration::days(CHART_DAYS - 1)).min(last);
    let records = check_ins(composer, |record| record.at.day() >= first);
    Charted { days: days(&records, first, last), first, last }
}

fn chart(composer: &Composer<'_>, charted: &Charted) -> Option<Chart> {
    let Charted { days, first, last } = charted;
    let known: Vec<u8> = days.iter().filter_map(|day| day.strongest).map(Rating::get).collect();
    let (highest, lowest) = (*known.iter().max()?, *known.iter().min()?);
    let place = |day: NaiveDate| {
        usize::try_from((day - *first).num_days()).ok().filter(|&at| at < days.len())
    };
    let held = composer.sittings.iter().filter(|one| one.session.status == SessionStatus::Held);
    let sessions: Vec<SessionMark> = held
        .filter_map(|one| {
            Some(SessionMark { day: place(one.record.at.day())?, number: one.session.number })
        })
        .collect();
    let used = days.iter().enumerate().filter(|(_, day)| day.used == DayUse::Used);
    let used: Vec<usize> =
        if composer.choices.use_days { used.map(|(at, _)| at).collect() } else { Vec::new() };
    let mut dated: Vec<usize> =
        sessions.iter().map(|mark| mark.day).chain([0, days.len() - 1]).collect();
    dated.sort_unstable();
    dated.dedup();
    let label = |day: usize| DayLabel { day, text: composer.words.short_date(days[day].day) };
    let description = [
        ("period", Fill::Spans(composer.words.period(*first, *last))),
        ("days", Fill::Number(known.len())),
        ("gaps", Fill::Number(days.len() - known.len())),
        ("highest", Fill::Number(highest.into())),
        ("lowest", Fill::Number(lowest.into())),
    ];
    let mut description = composer.words.fill("page-chart", &description);
    if !used.is_empty() {
        let listed =
            used.iter().map(|&at| vec![Span::plain(composer.words.short_date(days[at].day))]);
        let listed = composer.words.join("page-comma", listed.collect());
        let fills = [("chart", Fill::Spans(description)), ("days", Fill::Spans(listed))];
        description = composer.words.fill("page-chart-use", &fills);
    }
    Some(Chart {
        days: days.iter().map(|day| day.strongest.map(Rating::get)).collect(),
        used,
        sessions,
        labels: dated.into_iter().map(label).collect(),
        description: text_of(&description),
    })
}

fn sentences(composer: &Composer<'_>) -> Vec<Line> {
    let words = composer.words;
    let records = check_ins(composer, |record| composer.interval.contains(record.at));
    let check_ins = records.iter().filter(|one| matches!(one.body, Body::CheckIn(_))).count();
    if check_ins == 0 {
        return vec![furniture(words.fill("page-cravings-none", &[]))];
    }
    let (from, to) = composer.period();
    let days = days(&records, from, to);
    let since = match (composer.since, composer.last()) {
        (Some(_), _) => words.fill(
            "page-since-day",
            &[("day", Fill::Spans(words.date("page-date-day-year", from)))],
        ),
        (None, Some(last)) => words
            .fill("page-since-session", &[("number", Fill::Number(last.session.number.into()))]),
        (None, None) => words.fill("page-since-start", &[]),
    };
    let counts = [
        ("checkIns", Fill::Number(check_ins)),
        ("days", Fill::Number(days.iter().filter(|day| day.check_ins > 0).count())),
        ("allDays", Fill::Number(days_between(from, to))),
    ];
    let mut sentences = vec![since, words.fill("page-check-ins", &counts)];
    sentences.extend(strongest(composer, &days));
    sentences.extend(usual(composer, &records));
    if composer.choices.use_days {
        sentences.push(use_days(composer, &days));
        sentences.extend(goal(composer));
    }
    let mut lines = vec![furniture(spaced(sentences))];
    lines.extend(mood(composer, &records).map(furniture));
    if composer.choices.triggers {
        lines.extend(triggers(composer, &records).map(furniture));
    }
    lines
}

/// The check-ins from which on something is said of what set cravings off, and how much
/// of it (domain reference E.3, block 6).
const ENOUGH: usize = 5;
const COMMONEST: usize = 3;

/// What was named most often, in counts. A word of the person's own is not among them: what
/// they wrote is brought only where they say so.
fn triggers(composer: &Composer<'_>, records: &[Record]) -> Option<Vec<Span>> {
    let words = composer.words;
    let check_ins = || {
        records.iter().filter_map(|record| match &record.body {
            Body::CheckIn(check_in) => Some(check_in),
            _ => None,
        })
    };
    let named = counted(check_ins().flat_map(|one| one.triggers.iter().filter_map(trigger)));
    let halt = counted(check_ins().flat_map(|one| one.halt.iter().map(|one| halt(*one))));
    if named.is_empty() && halt.is_empty() {
        return None;
    }
    if check_ins().count() < ENOUGH {
        return Some(words.fill("page-triggers-few", &[]));
    }
    let told = |id: &str, key: &'static str, all: &[(&'static str, usize)]| {
        let one = |(name, count): &(&'static str, usize)| {
            let fills = [(key, Fill::Choice(name)), ("count", Fill::Number(*count))];
            words.fill(id, &fills)
        };
        words.join("page-semicolon", all.iter().map(one).collect())
    };
    let sentence = |id: &str, told: Vec<Span>| {
        let fills =
            [("things", Fill::Spans(told)), ("checkIns", Fill::Number(check_ins().count()))];
        words.fill(id, &fills)
    };
    let mut sentences = Vec::new();
    if !named.is_empty() {
        let most = &named[..named.len().min(COMMONEST)];
        sentences.push(sentence("page-triggers", told("page-trigger", "trigger", most)));
    }
    if !halt.is_empty() {
        sentences.push(capital(sentence("page-halts", told("page-halt", "halt", &halt))));
    }
    Some(spaced(sentences))
}

/// How often each is among them, the most frequent first, then by name.
fn counted(all: impl Iterator<Item = &'static str>) -> Vec<(&'static str, usize)> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

fn trigger(one: &Trigger) -> Option<&'static str> {
    Some(match one {
        Trigger::Frustrated => "frustrated",
        Trigger::LowFeeling => "low_feeling",
        Trigger::Withdrawal => "withdrawal",
        Trigger::Body => "body",
        Trigger::FeelBetter => "feel_better",
        Trigger::TestControl => "test_control",
        Trigger::Cue => "cue",
        Trigger::OutOfTheBlue => "out_of_the_blue",
        Trigger::Argument => "argument",
        Trigger::HurtByPerson => "hurt_by_person",
        Trigger::Offered => "offered",
        Trigger::AroundUse => "around_use",
        Trigger::GoodTimes => "good_times",
        Trigger::Loss => "loss",
        Trigger::LifeChange => "life_change",
        Trigger::Alone => "alone",
        Trigger::Own(_) => return None,
    })
}

fn halt(one: Halt) -> &'static str {
    match one {
        Halt::Hungry => "hungry",
        Halt::Angry => "angry",
        Halt::Lonely => "lonely",
        Halt::Tired => "tired",
    }
}

fn strongest(composer: &Composer<'_>, days: &[Day]) -> Option<Vec<Span>> {
    let day = days
        .iter()
        .filter(|day| day.strongest.is_some())
        .max_by_key(|day| (day.strongest, day.day))?;
    let fills = [
        ("rating", Fill::Number(day.strongest?.get().into())),
        ("day", Fill::Spans(composer.words.weekday_date(day.day))),
    ];
    Some(composer.words.fill("page-strongest", &fills))
}

fn usual(composer: &Composer<'_>, records: &[Record]) -> Option<Vec<Span>> {
    let (lower, upper, count) = usual_craving(records)?;
    let count = ("checkIns", Fill::Number(count));
    let lower = Fill::Number(lower.get().into());
    let upper = Fill::Number(upper.get().into());
    let words = composer.words;
    Some(match (&lower, &upper) {
        (Fill::Number(one), Fill::Number(other)) if one == other => {
            words.fill("page-usual", &[("rating", lower), count])
        }
        _ => words.fill("page-usual-two", &[("lower", lower), ("upper", upper), count]),
    })
}

fn use_days(composer: &Composer<'_>, days: &[Day]) -> Vec<Span> {
    let count = |known| Fill::Number(days.iter().filter(|day| day.used == known).count());
    let fills = [
        ("used", count(DayUse::Used)),
        ("notUsed", count(DayUse::None)),
        ("unknown", count(DayUse::Unknown)),
    ];
    composer.words.fill("page-use-days", &fills)
}

fn mood(composer: &Composer<'_>, records: &[Record]) -> Option<Vec<Span>> {
    let mut moods: Vec<(u8, NaiveDate)> = records
        .iter()
        .filter_map(|record| match &record.body {
            Body::CheckIn(check_in) => Some((check_in.mood?.get(), record.at.day())),
            _ => None,
        })
        .collect();
    moods.sort_unstable();
    let (lowest, day) = *moods.first()?;
    let lower = moods[(moods.len() - 1) / 2].0;
    let upper = moods[moods.len() / 2].0;
    let mut fills = vec![
        ("ratings", Fill::Number(moods.len())),
        ("lowest", Fill::Number(lowest.into())),
        ("day", Fill::Spans(composer.words.weekday_date(day))),
    ];
    if lower == upper {
        fills.push(("rating", Fill::Number(lower.into())));
        return Some(composer.words.fill("page-mood-usual", &fills));
    }
    fills.push(("lower", Fill::Spans(vec![composer.words.number(&lower.to_string())])));
    fills.push(("upper", Fill::Spans(vec![composer.words.number(&upper.to_string())])));
    Some(composer.words.fill("page-mood-usual-two", &fills))
}

/// Sentences with a space between each.
pub(crate) fn spaced(sentences: Vec<Vec<Span>>) -> Vec<Span> {
    let mut all = Vec::new();
    for sentence in sentences.into_iter().filter(|sentence| !sentence.is_empty()) {
        if !all.is_empty() {
            all.push(Span::plain(" "));
        }
        all.extend(sentence);
    }
    all
}
