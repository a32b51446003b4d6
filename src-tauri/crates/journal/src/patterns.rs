//! Patterns: when cravings come, after what, with whom, and what helped. Counts and days,
//! each beside its base rate, and never a cause.
//!
//! *Strong.* A craving counts with the strongest that its check-in knows of. It is strong
//! from 6 on. For someone whose numbers reach 6 less often than once in six check-ins, or
//! more often than every second time, it is strong in their own upper third. Which number
//! that is stands in the answer, and on the screen.
//!
//! *Unknown is not none.* A question that was skipped at a check-in says nothing about it:
//! each group counts only the check-ins that answered its question, in both of its counts.
//!
//! *Highlighted* is only what passes the test of `chance.rs`. Counts are always there, but
//! not before [`ENOUGH`] check-ins.

mod chance;
mod helped;
mod lines;
mod seen;

use std::collections::{BTreeSet, HashMap};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check_in::{Company, Halt, Place, Trigger};
use crate::course::Sitting;
use crate::feeling::Feeling;
use crate::record::KindName;
use crate::timeline::Tenths;
use crate::value::{Moment, Rating, RecordId};

pub use helped::{Did, Helped};
pub use seen::Seen;

/// Before so many check-ins nothing is said (guide, "Charts").
pub const ENOUGH: usize = 10;
/// A line leads to so many of its check-ins, the newest first.
pub const LED_TO: usize = 30;
/// Cravings are strong from this number on, for most people.
const STRONG: u8 = 6;
/// Days of four weeks.
const FOUR_WEEKS: u64 = 28;
/// Hours that count as after something.
const AFTER_HOURS: i64 = 24;

/// The part of the time that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// The last four weeks.
    FourWeeks,
    /// From the beginning of the course.
    Course,
    /// Everything there is.
    Everything,
}

impl Span {
    /// The first day that is counted; none for everything. `course` is when the newest
    /// course began.
    pub fn from(self, course: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::FourWeeks => Some(today - Days::new(FOUR_WEEKS - 1)),
            Self::Course => course,
            Self::Everything => None,
        }
    }
}

/// When something was written of; the rest of it is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Written {
    /// The moment.
    pub at: Moment,
}

/// What is counted as strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Strong {
    /// From this number on.
    pub at_least: Rating,
    /// How many check-ins.
    pub check_ins: u32,
    /// On how many days.
    pub days: u32,
}

/// A part of the day, by the writer's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// From 6 until noon.
    Morning,
    /// From noon until 5 pm.
    Afternoon,
    /// From 5 pm until 9 pm.
    Evening,
    /// From 9 pm until 6.
    Night,
}

/// What a check-in can be near to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Near {
    /// Within a day after an argument.
    Conflict,
    /// Within a day after contact, or a try at it.
    Contact,
    /// Within a day after another moment between people.
    Event,
    /// Within a day after writing about someone who died.
    Loss,
    /// On the day before a session, or on its day until it begins.
    BeforeSession,
    /// Within a day after a session.
    AfterSession,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A part of the day.
    DayPart(DayPart),
    /// A day of the week, 0 for Monday.
    Weekday(u8),
    /// What set it off.
    Trigger(Trigger),
    /// Who was there.
    Company(Company),
    /// What was felt.
    Feeling(Feeling),
    /// Hungry, angry, lonely, tired.
    Halt(Halt),
    /// Where.
    Place(Place),
    /// What was near in time.
    Near(Near),
}

/// Which way something stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StandsOut {
    /// Higher than otherwise.
    Higher,
    /// Lower than otherwise.
    Lower,
}

/// A check-in that a line leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Led {
    /// The record.
    pub id: RecordId,
    /// When it was.
    pub at: Moment,
    /// The strongest craving it knows of.
    pub strongest: Option<Rating>,
}

/// Something and how often it was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PatternLine {
    /// What.
    pub what: What,
    /// Whose card it is, for people.
    pub name: String,
    /// At how many strong cravings it was there.
    pub strong: u32,
    /// At how many check-ins it was there.
    pub all: u32,
    /// On how many days it was there.
    pub days: u32,
    /// The average of the group's number when it was there.
    pub average: Tenths,
    /// Whether it stands out, and which way. None is not proof of anything either.
    pub stands_out: Option<StandsOut>,
    /// The newest check-ins with it; of cravings, the strong ones.
    pub entries: Vec<Led>,
}

/// A question that is asked of check-ins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Cravings by part of the day.
    DayPart,
    /// Cravings by weekday.
    Weekday,
    /// Cravings by what set them off.
    Trigger,
    /// Cravings by who was there.
    Company,
    /// Cravings by what was felt.
    Feeling,
    /// Cravings when hungry, angry, lonely or tired.
    Halt,
    /// Cravings by place.
    Place,
    /// Cravings near what happened.
    Near,
    /// Mood near what happened.
    MoodNear,
}

/// A question and its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PatternGroup {
    /// The question.
    pub asked: Asked,
    /// How many check-ins answered it. The others are unknown, and in none of the counts.
    pub told: u32,
    /// How many strong cravings are among them.
    pub strong: u32,
    /// The average of the number among them.
    pub average: Tenths,
    /// The answers, those most often there at strong cravings first; times in their order.
    pub lines: Vec<PatternLine>,
}

/// Strong cravings of a weekday in a few hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Cell {
    /// The weekday, 0 for Monday.
    pub weekday: u8,
    /// Which hours: the place of the one in [`HOURS`] with which they begin.
    pub hours: u8,
    /// How many strong cravings.
    pub strong: u32,
    /// How many check-ins.
    pub all: u32,
}

/// The hours with which the columns of the week begin; the last goes on until the first.
pub const HOURS: [u32; 7] = [6, 9, 12, 15, 17, 19, 21];

/// What the check-ins of a part of the time show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Patterns {
    /// Which part.
    pub span: Span,
    /// Parts that can be asked for.
    pub spans: Vec<Span>,
    /// The day of the first check-in that is counted.
    pub since: Option<NaiveDate>,
    /// How many check-ins.
    pub check_ins: u32,
    /// On how many days.
    pub days: u32,
    /// What is strong; none before there is enough to say anything.
    pub strong: Option<Strong>,
    /// The hours with which the columns of `week` begin.
    pub hours: Vec<u32>,
    /// The week; only cells with a check-in.
    pub week: Vec<Cell>,
    /// The questions that anyone answered.
    pub groups: Vec<PatternGroup>,
    /// What was done about cravings, and how that went.
    pub helped: Vec<Helped>,
}

/// What patterns are drawn from, besides the check-ins.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// The part of the time.
    pub span: Span,
    /// Parts that can be asked for.
    pub spans: &'a [Span],
    /// Its first day; none for everything.
    pub from: Option<NaiveDate>,
    /// Today. Nothing after it is counted.
    pub today: NaiveDate,
    /// Every session.
    pub sittings: &'a [Sitting<'a>],
    /// When what was written was: arguments, contact, moments, losses.
    pub written: &'a [(KindName, Moment)],
    /// The names of everybody with a card. Who has none is not told.
    pub names: &'a HashMap<RecordId, String>,
    /// Any number; the same one deals the same permutations.
    pub seed: u64,
}

impl Patterns {
    /// The patterns of the check-ins in a part of the time.
    pub fn draw<'a>(beside: &Beside<'_>, check_ins: impl IntoIterator<Item = &'a Seen>) -> Self {
        let is_in = |day| beside.from.is_none_or(|from| day >= from) && day <= beside.today;
        let mut seen: Vec<&Seen> = check_ins
            .into_iter()
            .filter(|one| is_in(one.day()) && one.strongest().is_some())
            .collect();
        seen.sort_by_key(|one| (one.day(), one.at.0.time(), one.id));
        let mut patterns = Self {
            span: beside.span,
            spans: beside.spans.to_vec(),
            since: seen.first().map(|one| one.day()),
            check_ins: count(seen.len()),
            days: days_of(&seen),
            strong: None,
            hours: HOURS.to_vec(),
            week: Vec::new(),
            groups: Vec::new(),
            helped: Vec::new(),
        };
        if seen.len() < ENOUGH {
            return patterns;
        }
        let at_least = strong_from(&seen);
        let strong: Vec<&Seen> =
            seen.iter().copied().filter(|one| one.strongest() >= Some(at_least)).collect();
        let days = days_of(&strong);
        patterns.strong = Some(Strong { at_least, check_ins: count(strong.len()), days });
        patterns.week = lines::week(&seen, at_least);
        (patterns.groups, patterns.helped) = lines::all(beside, &seen, at_least);
        patterns
    }
}

/// The number from which this person's cravings are strong; see the head of this module.
fn strong_from(seen: &[&Seen]) -> Rating {
    let reach = |number: u8| {
        seen.iter().filter(|one| one.strongest().is_some_and(|most| most.get() >= number)).count()
    };
    let usual = reach(STRONG);
    let fits = usual * 6 >= seen.len() && usual * 2 <= seen.len();
    let upper_third =
        || (1..=Rating::MAX).find(|&number| reach(number) * 3 <= seen.len()).unwrap_or(Rating::MAX);
    let number = if fits { STRONG } else { upper_third() };
    Rating::new(number).unwrap_or_else(|| unreachable!("1 to 10 are ratings"))
}

fn days_of(seen: &[&Seen]) -> u32 {
    count(seen.iter().map(|one| one.day()).collect::<BTreeSet<_>>().len())
}

/// The newest of them, to open.
fn led<'a>(seen: impl DoubleEndedIterator<Item = &'a Seen>) -> Vec<Led> {
    let of = |one: &Seen| Led { id: one.id, at: one.at, strongest: one.strongest() };
    seen.rev().take(LED_TO).map(of).collect()
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod courses;
#[cfg(test)]
mod tests;
