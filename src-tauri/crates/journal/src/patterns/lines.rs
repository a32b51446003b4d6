//! Counting: for each question, what was there, how often, and beside what.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use super::chance::{FALSE_SHARE, Outcome, stand_out};
use super::helped::{self, Helped};
use super::{
    AFTER_HOURS, Asked, Beside, Cell, DayPart, HOURS, Near, PatternGroup, PatternLine, Seen,
    StandsOut, What, count, days_of, led,
};
use crate::check_in::Company;
use crate::course::SessionStatus;
use crate::record::KindName;
use crate::timeline::Tenths;
use crate::value::{Moment, Rating};

/// The check-ins of a week, cell by cell.
pub(super) fn week(seen: &[&Seen], at_least: Rating) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for one in seen {
        let (weekday, hours) = (weekday(one.day()), hours(one.hour()));
        let is_same = |cell: &&mut Cell| (cell.weekday, cell.hours) == (weekday, hours);
        let strong = u32::from(one.strongest() >= Some(at_least));
        match cells.iter_mut().find(is_same) {
            Some(cell) => (cell.strong, cell.all) = (cell.strong + strong, cell.all + 1),
            None => cells.push(Cell { weekday, hours, strong, all: 1 }),
        }
    }
    cells.sort_by_key(|cell| (cell.weekday, cell.hours));
    cells
}

fn weekday(day: NaiveDate) -> u8 {
    u8::try_from(day.weekday().num_days_from_monday()).unwrap_or(0)
}

fn hours(hour: u32) -> u8 {
    let column = HOURS.iter().rposition(|&start| start <= hour).unwrap_or(HOURS.len() - 1);
    u8::try_from(column).unwrap_or(0)
}

fn day_part(hour: u32) -> DayPart {
    match hour {
        6..12 => DayPart::Morning,
        12..17 => DayPart::Afternoon,
        17..21 => DayPart::Evening,
        _ => DayPart::Night,
    }
}

/// A question, the check-ins that answered it, and the answers.
struct Answered<'a> {
    asked: Asked,
    told: Vec<&'a Seen>,
    /// The number in question, in order.
    values: Vec<Rating>,
    /// Each answer with its places in `told`.
    things: Vec<(What, Vec<usize>)>,
}

impl<'a> Answered<'a> {
    /// Gathers answers. A check-in without an answer, or without the number, is unknown.
    fn gather<T: Eq + Hash>(
        asked: Asked,
        seen: &[&'a Seen],
        number: impl Fn(&Seen) -> Option<Rating>,
        answers: impl Fn(&'a Seen) -> Option<Vec<T>>,
        what: impl Fn(T) -> What,
    ) -> Self {
        let (mut told, mut values) = (Vec::new(), Vec::new());
        let mut order: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<T, usize> = HashMap::new();
        for &one in seen {
            let (Some(value), Some(answers)) = (number(one), answers(one)) else { continue };
            for answer in answers {
                let next = order.len();
                let thing = *known.entry(answer).or_insert(next);
                if thing == next {
                    order.push(Vec::new());
                }
                if order[thing].last() != Some(&told.len()) {
                    order[thing].push(told.len());
                }
            }
            told.push(one);
            values.push(value);
        }
        let mut things: Vec<(What, usize)> =
            known.into_iter().map(|(answer, thing)| (what(answer), thing)).collect();
        things.sort_by_key(|&(_, thing)| thing);
        let things = things
            .into_iter()
            .map(|(what, thing)| (what, std::mem::take(&mut order[thing])))
            .collect();
        Self { asked, told, values, things }
    }

    fn cravings<T: Eq + Hash>(
        asked: Asked,
        seen: &[&'a Seen],
        answers: impl Fn(&'a Seen) -> Option<Vec<T>>,
        what: impl Fn(T) -> What,
    ) -> Self {
        Self::gather(asked, seen, Seen::strongest, answers, what)
    }

    fn chances(&self, seed: u64) -> Vec<Option<f64>> {
        let places: Vec<&[usize]> = self.things.iter().map(|(_, places)| &places[..]).collect();
        chances(&self.told, &self.values, &places, seed)
    }

    fn group(&self, beside: &Beside<'_>, at_least: Rating, found: &[bool]) -> PatternGroup {
        let average = mean(&self.values);
        let is_mood = self.asked == Asked::MoodNear;
        let mut lines: Vec<PatternLine> = self
            .things
            .iter()
            .zip(found)
            .map(|((what, places), &found)| self.line(beside, what, places, at_least, found))
            .collect();
        match self.asked {
            Asked::DayPart | Asked::Weekday => {}
            _ if is_mood => lines.sort_by_key(|line| std::cmp::Reverse(line.all)),
            _ => lines.sort_by_key(|line| std::cmp::Reverse((line.strong, line.all))),
        }
        let strong = self.told.iter().filter(|one| one.strongest() >= Some(at_least)).count();
        let told = count(self.told.len());
        PatternGroup { asked: self.asked, told, strong: count(strong), average, lines }
    }

    fn line(
        &self,
        beside: &Beside<'_>,
        what: &What,
        places: &[usize],
        at_least: Rating,
        found: bool,
    ) -> PatternLine {
        let there: Vec<&Seen> = places.iter().map(|&place| self.told[place]).collect();
        let values: Vec<Rating> = places.iter().map(|&place| self.values[place]).collect();
        let strong: Vec<&Seen> =
            there.iter().copied().filter(|one| one.strongest() >= Some(at_least)).collect();
        let shown = if self.asked == Asked::MoodNear { &there } else { &strong };
        let is_higher = exact(&values) > exact(&self.values);
        let way = if is_higher { StandsOut::Higher } else { StandsOut::Lower };
        let name = match what {
            What::Company(Company::Person(id)) => beside.names.get(id).cloned(),
            _ => None,
        };
        PatternLine {
            what: what.clone(),
            name: name.unwrap_or_default(),
            strong: count(strong.len()),
            all: count(there.len()),
            days: days_of(&there),
            average: mean(&values),
            stands_out: found.then_some(way),
            entries: led(shown.iter().copied()),
        }
    }
}

/// The chance of each of several things, given the day of each number.
pub(super) fn chances(
    told: &[&Seen],
    values: &[Rating],
    places: &[&[usize]],
    seed: u64,
) -> Vec<Option<f64>> {
    let values = values.iter().map(|value| f64::from(value.get())).collect();
    Outcome::new(values, &stretches(told)).chances(places, seed)
}

/// The day of each, and the four weeks that it falls in. A last part of less than two
/// weeks belongs to the four weeks before it.
fn stretches(told: &[&Seen]) -> Vec<(i64, i64)> {
    const LENGTH: i64 = 28;
    let (Some(first), Some(last)) = (told.first(), told.last()) else { return Vec::new() };
    let first = first.day();
    let whole = ((last.day() - first).num_days() + 1 + LENGTH / 2) / LENGTH;
    let of = |one: &&Seen| {
        let day = (one.day() - first).num_days();
        (day, (day / LENGTH).min((whole - 1).max(0)))
    };
    told.iter().map(of).collect()
}

/// The average, to a tenth; a half is rounded up.
pub(super) fn mean(values: &[Rating]) -> Tenths {
    Tenths::mean(values.iter().copied().map(Tenths::whole)).unwrap_or_default()
}

/// The average as it is compared.
fn exact(values: &[Rating]) -> f64 {
    let sum: u32 = values.iter().map(|value| u32::from(value.get())).sum();
    f64::from(sum) / f64::from(count(values.len()).max(1))
}

/// How much a question weighs in the tests. This therapy asks first who was there and what
/// happened between people; the clock comes last.
fn weight(asked: Asked) -> f64 {
    match asked {
        Asked::Company | Asked::Near => 3.0,
        Asked::Trigger => 2.0,
        Asked::Feeling | Asked::Halt | Asked::Place | Asked::MoodNear => 1.0,
        Asked::DayPart | Asked::Weekday => 0.5,
    }
}

/// All groups, and what helped. Every test of the screen is in one family.
pub(super) fn all(
    beside: &Beside<'_>,
    seen: &[&Seen],
    at_least: Rating,
) -> (Vec<PatternGroup>, Vec<Helped>) {
    let groups = questions(beside, seen);
    let coped = helped::gather(seen);
    let mut chances: Vec<(Option<f64>, f64)> = Vec::new();
    for (number, group) in (0..).zip(&groups) {
        let weight = weight(group.asked);
        let found = group.chances(beside.seed.wrapping_add(number));
        chances.extend(found.into_iter().map(|chance| (chance, weight)));
    }
    let before = chances.len();
    let for_coped = coped.chances(beside.seed.wrapping_sub(1));
    chances.extend(for_coped.into_iter().map(|chance| (chance, 1.0)));
    let found = stand_out(&chances, FALSE_SHARE);
    let (mut for_groups, for_coping) = found.split_at(before);
    let mut told = Vec::new();
    for group in groups {
        let (own, rest) = for_groups.split_at(group.things.len());
        for_groups = rest;
        if !group.things.is_empty() {
            told.push(group.group(beside, at_least, own));
        }
    }
    (told, coped.lines(for_coping))
}

fn questions<'a>(beside: &Beside<'_>, seen: &[&'a Seen]) -> Vec<Answered<'a>> {
    let near = |one: &Seen| Some(near(beside, one));
    let said = |list: bool| list.then_some(());
    vec![
        in_order(Answered::cravings(
            Asked::DayPart,
            seen,
            |one| Some(vec![day_part(one.hour())]),
            What::DayPart,
        )),
        in_order(Answered::cravings(
            Asked::Weekday,
            seen,
            |one| Some(vec![weekday(one.day())]),
            What::Weekday,
        )),
        Answered::cravings(
            Asked::Trigger,
            seen,
            |one| said(!one.triggers().is_empty()).map(|()| one.triggers().iter().collect()),
            |trigger| What::Trigger(trigger.clone()),
        ),
        Answered::cravings(
            Asked::Company,
            seen,
            |one| {
                let known = |company: &&Company| match company {
                    Company::Person(id) => beside.names.contains_key(id),
                    Company::Nobody | Company::PeopleAtWork | Company::Own(_) => true,
                };
                said(!one.with().is_empty()).map(|()| one.with().iter().filter(known).collect())
            },
            |company| What::Company(company.clone()),
        ),
        Answered::cravings(
            Asked::Feeling,
            seen,
            |one| {
                let felt: Vec<_> = one.feelings().collect();
                said(!felt.is_empty()).map(|()| felt)
            },
            |feeling| What::Feeling(feeling.clone()),
        ),
        Answered::cravings(
            Asked::Halt,
            seen,
            |one| said(!one.halt().is_empty()).map(|()| one.halt().to_vec()),
            What::Halt,
        ),
        Answered::cravings(
            Asked::Place,
            seen,
            |one| one.place().map(|place| vec![place]),
            |place| What::Place(place.clone()),
        ),
        Answered::cravings(Asked::Near, seen, near, What::Near),
        Answered::gather(Asked::MoodNear, seen, Seen::mood, near, What::Near),
    ]
}

/// Times stand in their own order.
fn in_order(mut answered: Answered<'_>) -> Answered<'_> {
    let place = |what: &What| match what {
        What::DayPart(part) => match part {
            DayPart::Morning => 0,
            DayPart::Afternoon => 1,
            DayPart::Evening => 2,
            DayPart::Night => 3,
        },
        What::Weekday(day) => *day,
        _ => 0,
    };
    answered.things.sort_by_key(|(what, _)| place(what));
    answered
}

/// In the order of their numbers in [`near`].
const NEAR: [Near; 6] = [
    Near::Conflict,
    Near::Contact,
    Near::Event,
    Near::Loss,
    Near::BeforeSession,
    Near::AfterSession,
];

/// What a check-in was near to. `written` is in order of time.
fn near(beside: &Beside<'_>, one: &Seen) -> Vec<Near> {
    let since = Moment(one.at.0 - TimeDelta::hours(AFTER_HOURS));
    let first = beside.written.partition_point(|&(_, at)| at < since);
    let mut near: BTreeSet<u8> = BTreeSet::new();
    for &(kind, at) in &beside.written[first..] {
        if at > one.at {
            break;
        }
        near.extend(match kind {
            KindName::Conflict => Some(0),
            KindName::Contact | KindName::Attempt => Some(1),
            KindName::Event => Some(2),
            KindName::Grief | KindName::Memory => Some(3),
            _ => None,
        });
    }
    let first = beside.sittings.partition_point(|sitting| sitting.record.at < since);
    let soon = Moment(one.at.0 + TimeDelta::days(3));
    for sitting in &beside.sittings[first..] {
        let at = sitting.record.at;
        if at > soon {
            break;
        }
        let is_over = matches!(sitting.session.status, SessionStatus::Held);
        let is_real = is_over || sitting.session.status == SessionStatus::Planned;
        let eve = at.day() - Days::new(1);
        if is_real && at > one.at && (one.day() == eve || one.day() == at.day()) {
            near.insert(4);
        }
        if is_over && at <= one.at {
            near.insert(5);
        }
    }
    near.into_iter().map(|place| NEAR[usize::from(place)]).collect()
}
