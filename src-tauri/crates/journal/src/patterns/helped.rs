//! What was done about a craving: how much that helped, in the person's own number, and
//! whether the next craving was lower.

use chrono::TimeDelta;
use serde::Serialize;
use specta::Type;

use super::lines::{chances, mean};
use super::{Led, Seen, count, led};
use crate::check_in::Coping;
use crate::timeline::Tenths;
use crate::value::Rating;

/// A check-in within so many hours tells how it went on.
const LATER_HOURS: i64 = 3;

/// What a line of [`Helped`] is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// One way of coping.
    This(Coping),
    /// Any way at all.
    Any,
    /// Nothing was noted.
    NoneNoted,
}

/// A way of coping and how it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Helped {
    /// What was done.
    pub did: Did,
    /// At how many check-ins.
    pub times: u32,
    /// At how many of them it was told how much it helped.
    pub rated: u32,
    /// How much it helped on average, 0 to 10; none if it was never told.
    pub helped: Option<Tenths>,
    /// How often there was another check-in within three hours.
    pub followed: u32,
    /// How often the craving was lower then.
    pub lower: u32,
    /// The average craving at first, where there was another.
    pub before: Option<Tenths>,
    /// The average craving later.
    pub after: Option<Tenths>,
    /// Whether its ratings stand out from those of the other ways, above them.
    pub stands_out: bool,
    /// The newest check-ins with it.
    pub entries: Vec<Led>,
}

/// The check-ins, and where each way of coping is among those with a rating.
pub(super) struct Coped<'a> {
    seen: Vec<&'a Seen>,
    ways: Vec<&'a Coping>,
    rated: Vec<&'a Seen>,
    values: Vec<Rating>,
    places: Vec<Vec<usize>>,
}

fn ways(one: &Seen) -> impl Iterator<Item = &Coping> {
    one.coping().iter().filter(|way| **way != Coping::NothingYet)
}

/// Gathers what was done.
pub(super) fn gather<'a>(seen: &[&'a Seen]) -> Coped<'a> {
    let mut all: Vec<&Coping> = Vec::new();
    for one in seen {
        for way in ways(one) {
            if !all.contains(&way) {
                all.push(way);
            }
        }
    }
    let rated: Vec<&Seen> = seen
        .iter()
        .copied()
        .filter(|one| one.helped().is_some() && ways(one).next().is_some())
        .collect();
    let values = rated.iter().filter_map(|one| one.helped()).collect();
    let places = all
        .iter()
        .map(|way| (0..rated.len()).filter(|&at| rated[at].coping().contains(way)).collect())
        .collect();
    Coped { seen: seen.to_vec(), ways: all, rated, values, places }
}

impl Coped<'_> {
    /// The chance of each way of coping.
    pub(super) fn chances(&self, seed: u64) -> Vec<Option<f64>> {
        let places: Vec<&[usize]> = self.places.iter().map(|places| &places[..]).collect();
        chances(&self.rated, &self.values, &places, seed)
    }

    /// The lines, the most frequent first, then all together and where nothing was noted.
    pub(super) fn lines(&self, found: &[bool]) -> Vec<Helped> {
        if self.ways.is_empty() {
            return Vec::new();
        }
        let mut lines: Vec<Helped> = self
            .ways
            .iter()
            .zip(found)
            .map(|(&way, &found)| {
                let line = self.line(Did::This(way.clone()), |one| one.coping().contains(way));
                let is_above = line.helped > Some(mean(&self.values));
                Helped { stands_out: found && is_above, ..line }
            })
            .collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.times));
        lines.push(self.line(Did::Any, |one| ways(one).next().is_some()));
        lines.push(self.line(Did::NoneNoted, |one| ways(one).next().is_none()));
        lines
    }

    fn line(&self, did: Did, is_it: impl Fn(&Seen) -> bool) -> Helped {
        let (mut times, mut ratings) = (Vec::new(), Vec::new());
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut lower = 0;
        for (place, one) in self.seen.iter().enumerate().filter(|(_, one)| is_it(one)) {
            times.push(*one);
            ratings.extend(one.helped().filter(|_| did != Did::NoneNoted));
            let Some(next) = self.seen.get(place + 1).filter(|next| is_soon(one, next)) else {
                continue;
            };
            let (Some(first), Some(later)) = (one.craving(), next.craving()) else { continue };
            before.push(first);
            after.push(later);
            lower += u32::from(later < first);
        }
        let average = |of: &[Rating]| (!of.is_empty()).then(|| mean(of));
        Helped {
            did,
            times: count(times.len()),
            rated: count(ratings.len()),
            helped: average(&ratings),
            followed: count(before.len()),
            lower,
            before: average(&before),
            after: average(&after),
            stands_out: false,
            entries: led(times.into_iter()),
        }
    }
}

fn is_soon(one: &Seen, next: &Seen) -> bool {
    let between = next.at.0 - one.at.0;
    between > TimeDelta::zero() && between <= TimeDelta::hours(LATER_HOURS)
}
