//! A filled scale, and a scale that came with a file.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, LINE, Texts, at_most};
use crate::record::Kind;
use crate::scale::{Scale, built_in, pack, scoring};
use crate::value::Moment;

/// Most questions of one scale.
pub const ITEMS: usize = 100;

/// The answers to one scale. The record's time is when it was filled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// Which scale.
    pub scale: String,
    /// The version of its words.
    pub version: String,
    /// The language of its words.
    pub language: String,
    /// What was answered.
    pub answers: Vec<Answer>,
    /// When it was begun.
    pub started: Option<Moment>,
    /// When it was done; none while it is left half-way.
    pub finished: Option<Moment>,
    /// What came out.
    pub scores: Vec<Score>,
    /// The version of the rule by which it was counted.
    pub rule: String,
}

/// The answer to one question. Skipped is null, never zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Answer {
    /// The question's name within its scale.
    pub item: String,
    /// The number of the answer, or of days.
    pub value: Option<u16>,
}

/// A score as it came out when the scale was filled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Score {
    /// Which score of the scale.
    pub id: String,
    /// What came out; null if a question of it was skipped.
    pub value: Option<u16>,
}

impl Answers {
    /// The answer to one question.
    pub fn answer(&self, item: &str) -> Option<u16> {
        self.answers.iter().find(|answer| answer.item == item)?.value
    }

    /// A score as it was kept.
    pub fn score(&self, id: &str) -> Option<u16> {
        self.scores.iter().find(|score| score.id == id)?.value
    }

    /// The same answers, settled and counted by the rule of this scale.
    #[must_use]
    pub fn counted(mut self, scale: &Scale) -> Self {
        self.answers = scoring::settled(scale, &self.answers);
        let kept = |one: scoring::Scored| Score { id: one.id, value: one.value };
        self.scores = scoring::score(scale, &self.answers).into_iter().map(kept).collect();
        self.version.clone_from(&scale.version);
        self.language.clone_from(&scale.language);
        self.rule.clone_from(&scale.rule);
        self
    }
}

impl Kind for Answers {
    /// What the scale is called; its short name if it came with a file.
    fn title(&self) -> Option<&str> {
        Some(built_in::find(&self.scale).map_or(self.scale.as_str(), |scale| scale.title.as_str()))
    }

    fn texts<'a>(&'a self, _texts: &mut Texts<'a>) {}

    /// Scores of a built-in scale, counted by the rule that is still in force, must be
    /// what that rule gives.
    fn rules(&self) -> Result<(), Invalid> {
        if self.scale.is_empty() {
            return Err(Invalid::Missing { field: "scale" });
        }
        at_most("answers", &self.answers, ITEMS)?;
        at_most("scores", &self.scores, ITEMS)?;
        let names = [&self.scale, &self.version, &self.language, &self.rule].into_iter();
        let names = names.chain(self.answers.iter().map(|one| &one.item));
        if names
            .chain(self.scores.iter().map(|one| &one.id))
            .any(|name| name.chars().count() > LINE)
        {
            return Err(Invalid::TooLong { field: "scale", max: LINE });
        }
        let mut items: Vec<_> = self.answers.iter().map(|answer| &answer.item).collect();
        items.sort_unstable();
        items.dedup();
        if items.len() < self.answers.len() {
            return Err(Invalid::OutOfRange { field: "answers" });
        }
        let known = built_in::find(&self.scale).filter(|scale| {
            scale.rule == self.rule
                && scale.version == self.version
                && scale.language == self.language
        });
        known.map_or(Ok(()), |scale| self.agrees(scale))
    }
}

impl Answers {
    fn agrees(&self, scale: &Scale) -> Result<(), Invalid> {
        let can_be = |answer: &Answer| {
            let item = scale.item(&answer.item);
            item.is_some_and(|item| answer.value.is_none_or(|value| scale.allows(item, value)))
        };
        if !self.answers.iter().all(can_be) {
            return Err(Invalid::OutOfRange { field: "answers" });
        }
        let again = self.clone().counted(scale);
        let same = |score: &Score| again.scores.iter().any(|one| one == score);
        if self.scores.iter().all(same) {
            Ok(())
        } else {
            Err(Invalid::OutOfRange { field: "scores" })
        }
    }
}

/// A scale that came with a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct ScalePack {
    /// The scale.
    pub scale: Scale,
}

impl Kind for ScalePack {
    fn title(&self) -> Option<&str> {
        Some(&self.scale.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        let scale = &self.scale;
        texts.line("title", &scale.title);
        texts.answer("stem", &scale.stem);
        for item in &scale.items {
            texts.answer("item", &item.text);
        }
    }

    fn rules(&self) -> Result<(), Invalid> {
        pack::check(&self.scale).map_err(|_| Invalid::OutOfRange { field: "scale" })
    }
}
