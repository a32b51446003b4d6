//! What happened: moments, stretches of time, and weekly ratings.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use super::Source;
use crate::course::Area;
use crate::event::{EventKind, Lane, LifeEvent};
use crate::record::{Body, KindName, Record};
use crate::value::{Degree, Moment, MoodLevel, PartialDate, Precision, Rating, RecordId};
use crate::weekly::Weekly;
use crate::work::WorkStatus;

/// Where something stands on the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ChartLane {
    /// Between me and others.
    People,
    /// Changes and losses.
    Life,
    /// Mood and use, as they were at the time.
    Then,
    /// Treatment and medication.
    Care,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Mark {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: KindName,
    /// Where it stands; what has no lane is told only with its day.
    pub lane: Option<ChartLane>,
    /// The writer's title, or empty.
    pub title: String,
    /// Who was in it.
    pub who: Vec<String>,
    /// The first words, cut; empty where they are not for a list.
    pub line: String,
    /// When it was written, for what has a time of day.
    pub at: Option<Moment>,
    /// The first day it can have been.
    pub from: NaiveDate,
    /// The last day it can have been.
    pub to: NaiveDate,
    /// When it began, as exactly as that is known.
    pub began: PartialDate,
    /// When it ended; none if it was short, goes on, or nobody said.
    pub ended: Option<PartialDate>,
    /// Whether it goes on today.
    pub goes_on: bool,
    /// Mood then, −5 to +5.
    pub mood: Option<MoodLevel>,
    /// How much was used then, 0 to 4.
    pub amount: Option<Degree>,
}

/// Which weekly question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How settled a disagreement is.
    Resolution,
    /// How strong grief was.
    Grief,
    /// How far the person can be thought of with warmth.
    Warmth,
    /// How much grief stood in the way of daily life.
    Interference,
    /// How well the new part of life can be handled.
    Mastery,
}

/// The answers to one weekly question about one piece of work, 0 to 10 each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Ratings {
    /// The work.
    pub focus: Option<RecordId>,
    /// Its title or whom it is about; may be empty.
    pub about: String,
    /// The question.
    pub measure: Measure,
    /// The answers, earliest first.
    pub points: Vec<RatedOn>,
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RatedOn {
    /// The day it was given.
    pub day: NaiveDate,
    /// The answer.
    pub value: Rating,
}

/// So many characters of the first words are shown.
const LINE: usize = 160;

/// The mark of something written at a moment.
pub(super) fn entry(record: &Record, names: &HashMap<RecordId, String>) -> Mark {
    let day = record.at.day();
    let date = PartialDate { date: day, precision: Precision::Day };
    let lane = match &record.body {
        Body::Conflict(_) | Body::Contact(_) | Body::Attempt(_) => Some(ChartLane::People),
        Body::Event(event) => match event.what {
            Some(EventKind::Change | EventKind::LossReminder) => Some(ChartLane::Life),
            _ => Some(ChartLane::People),
        },
        Body::Grief(_) | Body::Memory(_) => Some(ChartLane::Life),
        _ => None,
    };
    Mark { at: Some(record.at), lane, ..mark(record, names, (day, day), date) }
}

/// When something that lasts began, if it says. Disagreements and connection began with
/// the day they were first written about.
pub(super) fn began(record: &Record) -> Option<PartialDate> {
    match &record.body {
        Body::LifeEvent(event) => event.from,
        Body::Loss(loss) => loss.died_on,
        Body::Transition(transition) => transition.changed_on,
        Body::Dispute(_) | Body::Connection(_) => {
            Some(PartialDate { date: record.at.day(), precision: Precision::Day })
        }
        _ => None,
    }
}

/// The marks of what has a date of its own, and of what has none yet.
pub(super) fn lasting(source: &Source<'_>) -> (Vec<Mark>, Vec<Mark>) {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    for record in source.lasting {
        let lane = match &record.body {
            Body::LifeEvent(event) => lane_of(record, event),
            Body::Loss(_) | Body::Transition(_) => ChartLane::Life,
            _ => ChartLane::People,
        };
        let (marks, mark) = match began(record) {
            Some(began) => (&mut dated, dated_mark(record, began, source)),
            None => (&mut undated, plain(record, source)),
        };
        marks.push(Mark { lane: Some(lane), ..mark });
    }
    (dated, undated)
}

fn dated_mark(record: &Record, began: PartialDate, source: &Source<'_>) -> Mark {
    match &record.body {
        Body::LifeEvent(event) => life_event(record, event, began, source),
        Body::Loss(_) => mark(record, source.names, (began.first_day(), began.last_day()), began),
        _ => work(record, began, source),
    }
}

fn life_event(record: &Record, event: &LifeEvent, began: PartialDate, source: &Source<'_>) -> Mark {
    let last = match event.to {
        Some(to) => to.last_day(),
        None if event.goes_on => source.today.max(began.last_day()),
        None => began.last_day(),
    };
    Mark {
        ended: event.to,
        goes_on: event.to.is_none() && event.goes_on,
        mood: event.mood,
        amount: event.amount,
        ..mark(record, source.names, (began.first_day(), last), began)
    }
}

fn lane_of(record: &Record, event: &LifeEvent) -> ChartLane {
    match event.lane {
        Lane::Mood | Lane::Use => ChartLane::Then,
        Lane::Treatment | Lane::Medication => ChartLane::Care,
        Lane::Event => match event.area {
            Some(Area::Dispute | Area::Connection) => ChartLane::People,
            None if !record.people().is_empty() => ChartLane::People,
            Some(Area::Grief | Area::Transition) | None => ChartLane::Life,
        },
    }
}

/// Long-lived work: from when it began until it was over, or to this day.
fn work(record: &Record, began: PartialDate, source: &Source<'_>) -> Mark {
    let over = record.work().and_then(|work| match work.status {
        WorkStatus::Settled | WorkStatus::Ended => work.since,
        WorkStatus::Open | WorkStatus::Paused => None,
    });
    let goes_on = record
        .work()
        .is_some_and(|work| matches!(work.status, WorkStatus::Open | WorkStatus::Paused));
    let last = over.or_else(|| goes_on.then_some(source.today)).unwrap_or(began.last_day());
    let ended = over.map(|date| PartialDate { date, precision: Precision::Day });
    let days = (began.first_day(), last.max(began.last_day()));
    Mark { ended, goes_on, ..mark(record, source.names, days, began) }
}

/// Of what has no date: where it would stand is today, and it is not shown there.
fn plain(record: &Record, source: &Source<'_>) -> Mark {
    let today = PartialDate { date: source.today, precision: Precision::Day };
    mark(record, source.names, (source.today, source.today), today)
}

fn mark(
    record: &Record,
    names: &HashMap<RecordId, String>,
    (from, to): (NaiveDate, NaiveDate),
    began: PartialDate,
) -> Mark {
    let people = record.people();
    Mark {
        id: record.id,
        kind: record.kind(),
        lane: None,
        title: record.title().to_owned(),
        who: people.iter().filter_map(|id| names.get(id).cloned()).collect(),
        line: cut(line_of(record)),
        at: None,
        from,
        to,
        began,
        ended: None,
        goes_on: false,
        mood: None,
        amount: None,
    }
}

/// What was written first, for the kinds of which it may stand in a list: no
/// circumstances of a death, and nothing of the tools that safety can shut.
fn line_of(record: &Record) -> &str {
    match &record.body {
        Body::Conflict(one) => &one.what_happened,
        Body::Event(one) => &one.what_happened,
        Body::Contact(one) => &one.note,
        Body::Attempt(one) => &one.what_happened,
        Body::Grief(one) => &one.brought_to_mind,
        Body::Memory(one) => &one.text,
        Body::Note(one) => &one.text,
        Body::LifeEvent(one) => &one.detail,
        _ => "",
    }
}

fn cut(text: &str) -> String {
    let text = text.trim();
    let mut short: String = text.chars().take(LINE).collect();
    if short.len() < text.len() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    short
}

/// The weekly ratings, one list for each question about a piece of work. An answer that
/// was skipped is no answer.
pub(super) fn ratings(source: &Source<'_>) -> Vec<Ratings> {
    let mut all: Vec<Ratings> = Vec::new();
    let mut weekly: Vec<_> = source.weekly.iter().collect();
    weekly.sort_by_key(|record| record.at);
    for record in weekly {
        let Body::Weekly(weeks) = &record.body else { continue };
        let day = record.at.day();
        if !source.window.meets(day, day) {
            continue;
        }
        for (measure, value) in answers(weeks) {
            let Some(value) = value else { continue };
            let is_same = |one: &&mut Ratings| one.focus == weeks.focus && one.measure == measure;
            match all.iter_mut().find(is_same) {
                Some(known) => known.points.push(RatedOn { day, value }),
                None => all.push(Ratings {
                    focus: weeks.focus,
                    about: about(weeks.focus, source),
                    measure,
                    points: vec![RatedOn { day, value }],
                }),
            }
        }
    }
    all
}

fn answers(weekly: &Weekly) -> [(Measure, Option<Rating>); 5] {
    [
        (Measure::Resolution, weekly.resolution),
        (Measure::Grief, weekly.grief),
        (Measure::Warmth, weekly.warmth),
        (Measure::Interference, weekly.interference),
        (Measure::Mastery, weekly.mastery),
    ]
}

fn about(focus: Option<RecordId>, source: &Source<'_>) -> String {
    let Some(work) = source.lasting.iter().find(|record| Some(record.id) == focus) else {
        return String::new();
    };
    let person = || work.people().into_iter().find_map(|id| source.names.get(&id).cloned());
    match work.title() {
        "" => person().unwrap_or_default(),
        title => title.to_owned(),
    }
}
