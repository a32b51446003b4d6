//! The rating scales behind the page's block of scores, as figures: the same times that
//! stand there in words, with each answer. Item 9 follows its own tick: not shared, it
//! is left out of the answers too, and said to be.

use journal::scale::history::{Filled, ScaleHistory};
use journal::scale::{AnswerChoice, Question, Scale, item_nine};
use journal::{Moment, RecordId};

use crate::compose::Composer;
use crate::scores::filled;

/// One time that a scale was filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledScale {
    /// Its record.
    pub item: RecordId,
    /// When it was filled.
    pub at: Moment,
    /// The short name of the scale.
    pub scale: String,
    /// What it is called.
    pub title: String,
    /// The version of its words.
    pub version: String,
    /// LOINC code of the whole.
    pub loinc: Option<String>,
    /// The answers, in the order of the questions.
    pub answers: Vec<GivenAnswer>,
    /// What came out.
    pub scores: Vec<GivenScore>,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenAnswer {
    /// The question's name within its scale.
    pub id: String,
    /// The question.
    pub text: String,
    /// LOINC code of the question.
    pub loinc: Option<String>,
    /// The number; `None` if it was skipped or is withheld, never zero.
    pub value: Option<u16>,
    /// The words of the answer and its LOINC code, where it has words.
    pub choice: Option<(String, Option<String>)>,
    /// Not shared by choice.
    pub withheld: bool,
}

/// A score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenScore {
    /// Its name within the scale.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// LOINC code.
    pub loinc: Option<String>,
    /// What came out; `None` if a question of it was skipped.
    pub value: Option<u16>,
}

/// The answer to item 9 of the PHQ-9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemNine {
    /// When it was given.
    pub at: Moment,
    /// The answer.
    pub answer: GivenAnswer,
}

impl ItemNine {
    pub(crate) fn of(composer: &Composer<'_>) -> Option<Self> {
        if !composer.choices.item_nine {
            return None;
        }
        let phq = filled(composer).into_iter().find(|one| one.scale.id == item_nine::SCALE)?;
        let newest = phq.filled.last()?;
        let question = phq.scale.item(item_nine::ITEM)?;
        let answer = answer(&phq.scale, question, newest, false);
        answer.value.map(|_| Self { at: newest.at, answer })
    }
}

pub(crate) fn filled_scales(composer: &Composer<'_>) -> Vec<FilledScale> {
    if !composer.choices.scores {
        return Vec::new();
    }
    let shares_nine = composer.choices.item_nine;
    filled(composer).iter().flat_map(|history| times(history, shares_nine)).collect()
}

/// The first time, the one before the newest, and the newest: those that stand on the page.
fn times(history: &ScaleHistory, shares_nine: bool) -> Vec<FilledScale> {
    let last = history.filled.len();
    let shown = |place: usize| place == 0 || place + 2 >= last;
    let places = history.filled.iter().enumerate().filter(|(place, _)| shown(*place));
    places.map(|(_, filled)| of(&history.scale, filled, shares_nine)).collect()
}

fn of(scale: &Scale, filled: &Filled, shares_nine: bool) -> FilledScale {
    let withheld = |question: &Question| {
        !shares_nine && scale.id == item_nine::SCALE && question.id == item_nine::ITEM
    };
    let rule = |score: &journal::scale::history::ScoreThen| {
        let rule = scale.scores.iter().find(|rule| rule.id == score.id)?;
        Some(GivenScore {
            id: score.id.clone(),
            title: rule.title.clone(),
            loinc: rule.loinc.clone(),
            value: score.value,
        })
    };
    FilledScale {
        item: filled.id,
        at: filled.at,
        scale: scale.id.clone(),
        title: scale.title.clone(),
        version: scale.version.clone(),
        loinc: scale.loinc.clone(),
        answers: scale.items.iter().map(|one| answer(scale, one, filled, withheld(one))).collect(),
        scores: filled.scores.iter().filter_map(rule).collect(),
    }
}

fn answer(scale: &Scale, question: &Question, filled: &Filled, withheld: bool) -> GivenAnswer {
    let given = filled.answers.iter().find(|answer| answer.item == question.id);
    let value = given.and_then(|answer| answer.value).filter(|_| !withheld);
    let words = |value: u16| -> Option<&AnswerChoice> {
        scale.options_of(question).iter().find(|choice| choice.value == value)
    };
    let choice = value.and_then(words).map(|choice| (choice.text.clone(), choice.loinc.clone()));
    let text = format!("{} {}", question.lead, question.text).trim().to_owned();
    GivenAnswer {
        id: question.id.clone(),
        text,
        loinc: question.loinc.clone(),
        value,
        choice,
        withheld,
    }
}
