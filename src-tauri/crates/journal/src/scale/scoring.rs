//! Counting: pure, exact, and never a guess. A skipped question leaves its score
//! uncounted; nothing is filled in for it.

use serde::Serialize;
use specta::Type;

use super::{Question, Scale, ScoreRule};
use crate::answers::Answer;

/// One score as it came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Scored {
    /// Which score of the scale.
    pub id: String,
    /// What came out; none while one of its questions is not answered.
    pub value: Option<u16>,
    /// How many of its questions are answered.
    pub answered: u16,
    /// How many it has.
    pub of: u16,
    /// What scores in this range are often called.
    pub band: Option<String>,
    /// Whether it is "worth talking about".
    pub worth: bool,
}

/// A change between two scores of the same kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Moved {
    /// How far; negative is lower.
    pub by: i32,
    /// Whether it is more than normal up-and-down; none if nobody agreed on a threshold.
    pub beyond: Option<bool>,
}

/// The answers as the rules of the scale see them: every question in its order, those
/// that follow from another answer filled in or left out.
pub fn settled(scale: &Scale, answers: &[Answer]) -> Vec<Answer> {
    let given =
        |id: &str| answers.iter().find(|answer| answer.item == id).and_then(|one| one.value);
    let after: Vec<_> =
        scale.skips.iter().filter(|skip| given(&skip.item) == Some(skip.is)).collect();
    let value = |item: &Question| {
        if after.iter().any(|skip| skip.sets.contains(&item.id)) {
            return Some(0);
        }
        if after.iter().any(|skip| skip.leaves_out.contains(&item.id)) {
            return None;
        }
        given(&item.id).filter(|&value| scale.allows(item, value))
    };
    scale.items.iter().map(|item| Answer { item: item.id.clone(), value: value(item) }).collect()
}

/// The questions that are not asked after the answers given so far.
pub fn passed_over(scale: &Scale, answers: &[Answer]) -> Vec<String> {
    let settled = settled(scale, answers);
    let is =
        |item: &str, value| settled.iter().any(|one| one.item == item && one.value == Some(value));
    let skips = scale.skips.iter().filter(|skip| is(&skip.item, skip.is));
    skips.flat_map(|skip| skip.sets.iter().chain(&skip.leaves_out).cloned()).collect()
}

/// Every score of the scale.
pub fn score(scale: &Scale, answers: &[Answer]) -> Vec<Scored> {
    let settled = settled(scale, answers);
    scale.scores.iter().map(|rule| one(scale, rule, &settled)).collect()
}

fn one(scale: &Scale, rule: &ScoreRule, settled: &[Answer]) -> Scored {
    let points: Vec<Option<u16>> =
        rule.items.iter().map(|id| points(scale, rule, id, settled)).collect();
    let sum = points.iter().copied().sum::<Option<u16>>();
    let value = sum.filter(|_| !points.is_empty()).map(|sum| sum * rule.times.unwrap_or(1));
    Scored {
        id: rule.id.clone(),
        value,
        answered: count(points.iter().flatten().count()),
        of: count(points.len()),
        band: value.and_then(|value| rule.band(value)).map(|band| band.name.clone()),
        worth: value.is_some_and(|value| rule.is_worth_talking_about(value)),
    }
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// What an answer adds to a score.
fn points(scale: &Scale, rule: &ScoreRule, id: &str, settled: &[Answer]) -> Option<u16> {
    let item = scale.item(id)?;
    let value = settled.iter().find(|answer| answer.item == id)?.value?;
    let (points, low, high) = match item.days {
        Some(most) if rule.continuous => (value, 0, most),
        Some(most) => (category(&scale.day_bins, value)?, 0, category(&scale.day_bins, most)?),
        None => {
            let of = |choice: &super::AnswerChoice| {
                if rule.continuous { choice.weight } else { Some(choice.value) }
            };
            let all: Option<Vec<u16>> = scale.options_of(item).iter().map(of).collect();
            let all = all?;
            let chosen = scale.options_of(item).iter().find(|choice| choice.value == value)?;
            (of(chosen)?, *all.iter().min()?, *all.iter().max()?)
        }
    };
    if rule.reversed.iter().any(|one| one == id) { Some(low + high - points) } else { Some(points) }
}

/// The group that a number of days falls into; a scale without groups counts the days.
pub fn category(bins: &[u16], days: u16) -> Option<u16> {
    if bins.is_empty() {
        return Some(days);
    }
    bins.iter().position(|&most| days <= most).map(count)
}

/// The lowest and the highest that a score can be.
pub fn ends(scale: &Scale, rule: &ScoreRule) -> Option<(u16, u16)> {
    let times = rule.times.unwrap_or(1);
    let mut sum = (0_u16, 0_u16);
    for id in &rule.items {
        let item = scale.item(id)?;
        let values: Vec<u16> = match item.days {
            Some(most) => vec![0, most],
            None => scale.options_of(item).iter().map(|choice| choice.value).collect(),
        };
        let of = |&value: &u16| {
            points(scale, rule, id, &[Answer { item: id.clone(), value: Some(value) }])
        };
        let all = values.iter().map(of).collect::<Option<Vec<u16>>>()?;
        sum = (sum.0.checked_add(*all.iter().min()?)?, sum.1.checked_add(*all.iter().max()?)?);
    }
    Some((sum.0.checked_mul(times)?, sum.1.checked_mul(times)?))
}

/// How a score changed. "More than normal up-and-down" is said only past an agreed
/// threshold: PHQ-9 from 6 and GAD-7 from 4 on.
pub fn moved(rule: &ScoreRule, before: u16, now: u16) -> Moved {
    let by = i32::from(now) - i32::from(before);
    let beyond = rule.reliable_change.map(|least| by.unsigned_abs() >= u32::from(least));
    Moved { by, beyond }
}

#[cfg(test)]
#[path = "scoring_tests.rs"]
mod tests;
