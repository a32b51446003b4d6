//! What was filled so far, oldest first, and how it changed. Scores are those that were
//! kept when the scale was filled; nothing is counted anew here.

use chrono::{Days, NaiveDate};
use serde::Serialize;
use specta::Type;

use super::scoring::{self, Moved};
use super::{Scale, find, item_nine};
use crate::answers::{Answer, Answers};
use crate::record::{Body, Record};
use crate::value::{Moment, RecordId};

/// One scale and every time it was filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ScaleHistory {
    /// The scale.
    pub scale: Scale,
    /// Every time, oldest first.
    pub filled: Vec<Filled>,
}

/// One time that a scale was filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Filled {
    /// The record.
    pub id: RecordId,
    /// When it was filled.
    pub at: Moment,
    /// What was answered.
    pub answers: Vec<Answer>,
    /// Its scores.
    pub scores: Vec<ScoreThen>,
    /// Whether it was counted by the rule that is in force now. If not, it is not set
    /// beside the others.
    pub same_rule: bool,
}

/// A score as it was kept, beside those before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ScoreThen {
    /// Which score of the scale.
    pub id: String,
    /// What came out; none if a question of it was skipped.
    pub value: Option<u16>,
    /// How many of its questions were answered.
    pub answered: u16,
    /// How many it has.
    pub of: u16,
    /// What scores in this range are often called.
    pub band: Option<String>,
    /// Whether it is "worth talking about".
    pub worth: bool,
    /// How it changed since the last time it came out.
    pub since_last: Option<Moved>,
    /// How it changed since the first time it came out.
    pub since_first: Option<Moved>,
}

/// A time of the course at which a scale is often filled and was not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Suits {
    /// The week of the course, from 1; 0 for its beginning.
    pub week: u16,
}

/// Every time a scale was filled, oldest first.
pub fn of_scale<'a>(records: &'a [Record], id: &str) -> Vec<(&'a Record, &'a Answers)> {
    let answers = |record: &'a Record| match &record.body {
        Body::Answers(answers) if answers.scale == id => Some((record, answers)),
        _ => None,
    };
    let mut all: Vec<_> = records.iter().filter_map(answers).collect();
    all.sort_by_key(|(record, _)| (record.at, record.id));
    all
}

/// The history of one scale.
pub fn history(scale: &Scale, records: &[Record]) -> ScaleHistory {
    let mut filled: Vec<Filled> = Vec::new();
    for (record, answers) in of_scale(records, &scale.id) {
        let same_rule = answers.rule == scale.rule;
        let before: Vec<&Filled> = filled.iter().filter(|one| one.same_rule && same_rule).collect();
        let scores = scores(scale, answers, &before);
        let answers = answers.answers.clone();
        filled.push(Filled { id: record.id, at: record.at, answers, scores, same_rule });
    }
    ScaleHistory { scale: scale.clone(), filled }
}

fn scores(scale: &Scale, answers: &Answers, before: &[&Filled]) -> Vec<ScoreThen> {
    let counted = scoring::score(scale, &answers.answers);
    let then = |rule: &super::ScoreRule| {
        let now = counted.iter().find(|one| one.id == rule.id);
        let value = answers.score(&rule.id);
        let came_out = |filled: &&Filled| {
            filled.scores.iter().find(|one| one.id == rule.id).and_then(|one| one.value)
        };
        let moved = |earlier: Option<u16>| Some(scoring::moved(rule, earlier?, value?));
        ScoreThen {
            id: rule.id.clone(),
            value,
            answered: now.map_or(0, |one| one.answered),
            of: now.map_or(0, |one| one.of),
            band: value.and_then(|value| rule.band(value)).map(|band| band.name.clone()),
            worth: value.is_some_and(|value| rule.is_worth_talking_about(value)),
            since_last: moved(before.iter().rev().find_map(came_out)),
            since_first: moved(before.iter().find_map(came_out)),
        }
    };
    scale.scores.iter().map(then).collect()
}

/// The answer to the question about ending one's life in the form before this one.
pub fn hard_answer_before(scale: &Scale, records: &[Record], this: &Record) -> Option<u16> {
    let mut earlier = of_scale(records, &scale.id)
        .into_iter()
        .rev()
        .filter(|(record, _)| record.id != this.id && (record.at, record.id) < (this.at, this.id));
    earlier.find_map(|(_, answers)| item_nine::hard_answer(Some(scale), answers))
}

/// Whether a scale suits now: at the beginning of a course and every so many weeks of
/// it, if it was not filled since. Nothing is ever due, and nothing waits.
pub fn suits(
    scale: &Scale,
    began: NaiveDate,
    last: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Suits> {
    let every = scale.every_weeks.filter(|&every| every > 0)?;
    let days = u64::try_from((today - began).num_days()).ok()?;
    let week = u16::try_from(days / 7 + 1).ok()?;
    let week = week - week % every;
    let Some(last) = last else { return Some(Suits { week }) };
    let from = began + Days::new(u64::from(week.saturating_sub(1)) * 7);
    (last < from).then_some(Suits { week })
}

/// A scale by its name: a built-in one, or one of those that came with a file.
pub fn known<'a>(id: &str, packs: impl IntoIterator<Item = &'a Scale>) -> Option<Scale> {
    find(id).cloned().or_else(|| packs.into_iter().find(|scale| scale.id == id).cloned())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn filled(number: u128, day: &str, values: [Option<u16>; 9]) -> Record {
        let scale = find("phq-9").unwrap();
        let answer =
            |(item, value): (usize, Option<u16>)| Answer { item: (item + 1).to_string(), value };
        let answers = values.into_iter().enumerate().map(answer).collect();
        let answers = Answers { scale: "phq-9".into(), answers, ..Answers::default() };
        let at = Moment(format!("{day}T20:00:00+01:00").parse().unwrap());
        Record::with_body(
            RecordId(Uuid::from_u128(number)),
            at,
            Body::Answers(answers.counted(scale)),
        )
    }

    fn total(of: &Filled) -> &ScoreThen {
        &of.scores[0]
    }

    #[test]
    fn changes_are_against_the_last_and_the_first_that_came_out() {
        let mut half = [Some(1); 9];
        half[4] = None;
        let records = [
            filled(4, "2026-03-05", [1, 1, 1, 1, 1, 1, 1, 1, 2].map(Some)),
            filled(1, "2026-02-05", [2, 2, 2, 2, 2, 2, 2, 2, 0].map(Some)),
            filled(2, "2026-02-19", half),
        ];
        let history = history(find("phq-9").unwrap(), &records);
        let values: Vec<_> = history.filled.iter().map(|one| total(one).value).collect();
        assert_eq!(values, [Some(16), None, Some(10)], "oldest first");
        assert_eq!((total(&history.filled[1]).answered, total(&history.filled[1]).of), (8, 9));
        let last = total(&history.filled[2]);
        assert_eq!(
            last.since_last,
            Some(Moved { by: -6, beyond: Some(true) }),
            "past the one without a total"
        );
        assert_eq!(last.since_first, last.since_last);
        assert_eq!(last.band.as_deref(), Some("moderate"));
        assert_eq!(total(&history.filled[0]).since_last, None);
    }

    #[test]
    fn what_was_kept_is_shown_and_not_counted_anew() {
        let mut old = filled(1, "2026-02-05", [Some(1); 9]);
        let Body::Answers(answers) = &mut old.body else { unreachable!() };
        (answers.rule, answers.scores[0].value) = ("0".into(), Some(40));
        assert_eq!(old.check(), Ok(()), "a rule of before is taken at its word");
        let records = [old, filled(2, "2026-03-05", [Some(1); 9])];
        let history = history(find("phq-9").unwrap(), &records);
        assert_eq!(total(&history.filled[0]).value, Some(40));
        assert!(!history.filled[0].same_rule);
        assert_eq!(
            total(&history.filled[1]).since_first,
            None,
            "two rules are not set side by side"
        );
    }

    #[test]
    fn a_score_that_the_rule_does_not_give_is_refused() {
        let mut record = filled(1, "2026-02-05", [Some(1); 9]);
        let Body::Answers(answers) = &mut record.body else { unreachable!() };
        answers.scores[0].value = Some(8);
        assert!(record.check().is_err());
        let Body::Answers(answers) = &mut record.body else { unreachable!() };
        answers.scores[0].value = Some(9);
        assert_eq!(record.check(), Ok(()));
        let Body::Answers(answers) = &mut record.body else { unreachable!() };
        answers.answers[0].value = Some(4);
        assert!(record.check().is_err(), "there is no answer 4");
    }

    #[test]
    fn the_hard_answer_of_the_time_before() {
        let at = |number, day, nine| {
            let mut values = [Some(0); 9];
            values[8] = nine;
            filled(number, day, values)
        };
        let records =
            [at(1, "2026-02-05", Some(1)), at(2, "2026-02-12", None), at(3, "2026-02-19", Some(2))];
        let before = |this| hard_answer_before(find("phq-9").unwrap(), &records, this);
        assert_eq!(before(&records[2]), Some(1), "past one that was skipped");
        assert_eq!(before(&records[0]), None);
        assert_eq!(before(&at(9, "2026-03-01", Some(0))), Some(2));
    }

    #[test]
    fn a_scale_suits_by_the_week_of_the_course() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let monitor = find("bam-r").unwrap();
        let on = |last: Option<&str>, today| {
            suits(monitor, day("2026-01-01"), last.map(day), day(today)).map(|one| one.week)
        };
        assert_eq!(on(None, "2026-01-01"), Some(0), "the beginning");
        assert_eq!(on(Some("2026-01-01"), "2026-01-21"), None, "week 3");
        assert_eq!(on(Some("2026-01-01"), "2026-01-22"), Some(4), "week 4 begins");
        assert_eq!(on(Some("2026-01-22"), "2026-01-23"), None);
        assert_eq!(
            on(Some("2026-01-01"), "2026-02-10"),
            Some(4),
            "in week 6 it is still that of week 4"
        );
        assert_eq!(on(Some("2026-01-22"), "2026-02-19"), Some(8));
        assert_eq!(on(None, "2025-12-31"), None, "before the course");
        let once = Scale { every_weeks: None, ..monitor.clone() };
        assert_eq!(suits(&once, day("2026-01-01"), None, day("2026-01-22")), None);
    }
}
