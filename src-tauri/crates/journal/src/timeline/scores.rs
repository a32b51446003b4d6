//! Scores of rating scales on the chart: those that came out, as they were kept.

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use super::Source;
use crate::scale::built_in;
use crate::scale::history::of_scale;

/// The scores of one built-in scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ScoresOn {
    /// The scale's short name.
    pub scale: String,
    /// What it is called.
    pub title: String,
    /// What is counted, where a scale counts more than one thing; else empty.
    pub part: String,
    /// The lowest the score can be.
    pub low: u16,
    /// The highest it can be.
    pub high: u16,
    /// The scores, earliest first.
    pub points: Vec<ScoredOn>,
}

/// One score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ScoredOn {
    /// The day the scale was filled.
    pub day: NaiveDate,
    /// What came out.
    pub value: u16,
}

/// The first score of each built-in scale that was filled in the window. One that did not
/// come out, because a question was skipped, is not there.
pub(super) fn scores(source: &Source<'_>) -> Vec<ScoresOn> {
    let of = |scale: &crate::scale::Scale| {
        let rule = scale.main_rule()?;
        let counted = |day: NaiveDate| source.window.meets(day, day);
        let points: Vec<ScoredOn> = of_scale(source.weekly, &scale.id)
            .into_iter()
            .filter(|(record, answers)| counted(record.at.day()) && answers.rule == scale.rule)
            .filter_map(|(record, answers)| {
                Some(ScoredOn { day: record.at.day(), value: answers.score(&rule.id)? })
            })
            .collect();
        let part = if scale.scores.len() > 1 { rule.title.clone() } else { String::new() };
        (!points.is_empty()).then(|| ScoresOn {
            scale: scale.id.clone(),
            title: scale.title.clone(),
            part,
            low: rule.low,
            high: rule.high,
            points,
        })
    };
    built_in::built_in().iter().filter_map(of).collect()
}
