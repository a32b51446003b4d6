//! Rating scales: what a scale file says, and the ones that are built in.
//!
//! The words of a scale stand in its data file and nowhere else: nobody edits them, and
//! a test compares them byte for byte with the reference. How a scale is counted stands
//! in the same file; [`scoring`] only carries it out.

pub mod built_in;
pub mod history;
pub mod item_nine;
pub mod loinc;
pub mod pack;
pub mod scoring;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use built_in::{built_in, find};

/// One scale in one version and language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Scale {
    /// Its short name, such as `phq-9`; the same in every version and language.
    pub id: String,
    /// The version of the words.
    pub version: String,
    /// The language of the words, such as `en`.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// What it is called where there is little room, such as `PHQ-9`; the title if empty.
    pub short: String,
    /// Who owns it.
    pub copyright: String,
    /// Under which terms it may be used.
    pub licence: String,
    /// On what these terms rest.
    pub permission: String,
    /// Where it was taken from.
    pub source_url: String,
    /// The day the words were last compared with their source, as `YYYY-MM-DD`.
    pub verified_on: String,
    /// The version of the way it is counted. Kept with every score, so that nothing is
    /// counted anew in silence.
    pub rule: String,
    /// How many days back it asks; none if it does not say.
    pub recall_days: Option<u16>,
    /// Whether only the counting is built in and the words are still to come with a
    /// scale file.
    pub slot: bool,
    /// What stands above the questions.
    pub stem: String,
    /// The answers of every question that has none of its own.
    pub options: Vec<AnswerChoice>,
    /// The questions, in order.
    pub items: Vec<Question>,
    /// Days counted in groups: the highest number of days of each, from 0 on.
    pub day_bins: Vec<u16>,
    /// Which questions are passed over after which answer.
    pub skips: Vec<Skip>,
    /// What is counted.
    pub scores: Vec<ScoreRule>,
    /// LOINC code of the whole.
    pub loinc: Option<String>,
    /// How many weeks of a course lie between two times, as therapists often do it.
    pub every_weeks: Option<u16>,
    /// Whether its words are such that the reader is told they are fixed.
    pub fixed_words: bool,
    /// What was checked, in sentences.
    pub checked: Vec<String>,
    /// What still waits for a check, in sentences.
    pub waits: Vec<String>,
}

/// One answer that can be given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerChoice {
    /// Its number.
    pub value: u16,
    /// Its words.
    pub text: String,
    /// What it weighs where a scale counts in days.
    pub weight: Option<u16>,
    /// LOINC answer code.
    pub loinc: Option<String>,
}

/// One question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Question {
    /// Its name within the scale, such as `7a`.
    pub id: String,
    /// The beginning that it shares with the questions beside it.
    pub lead: String,
    /// Its words.
    pub text: String,
    /// Its own answers; empty if it has those of the scale, or days.
    pub options: Vec<AnswerChoice>,
    /// Asks for a number of days, 0 to this.
    pub days: Option<u16>,
    /// Whether it is asked and kept, and never counted.
    pub unscored: bool,
    /// Whether an answer of 1 or more shows the card of D.1.
    pub care: bool,
    /// LOINC code.
    pub loinc: Option<String>,
}

/// What follows from one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Skip {
    /// The question.
    pub item: String,
    /// The answer.
    pub is: u16,
    /// Questions that are then 0 without being asked.
    pub sets: Vec<String>,
    /// Questions that are then not asked.
    pub leaves_out: Vec<String>,
}

/// One thing that is counted: a sum over some questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct ScoreRule {
    /// Its name within the scale, such as `total`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The questions it adds up. All of them must be answered.
    pub items: Vec<String>,
    /// Those of them that count from the other end.
    pub reversed: Vec<String>,
    /// Whether days count as days and words by their weight, instead of in groups.
    pub continuous: bool,
    /// What the sum is multiplied by; 1 if it says nothing.
    pub times: Option<u16>,
    /// The lowest it can be.
    pub low: u16,
    /// The highest it can be.
    pub high: u16,
    /// Published ranges, lowest first; together they cover `low` to `high`.
    pub bands: Vec<Band>,
    /// The change from which on it is more than normal up-and-down.
    pub reliable_change: Option<u16>,
    /// When it is "worth talking about".
    pub worth: Option<Worth>,
    /// LOINC code.
    pub loinc: Option<String>,
}

/// A published range of scores.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Band {
    /// The lowest score in it.
    pub from: u16,
    /// The highest score in it.
    pub to: u16,
    /// What scores in it are often called.
    pub name: String,
}

/// From where on, or up to where, a score is "worth talking about".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Worth {
    /// This or more.
    pub at_least: Option<u16>,
    /// This or less.
    pub at_most: Option<u16>,
}

impl Scale {
    /// What it is called where there is little room.
    pub fn short_title(&self) -> &str {
        if self.short.is_empty() { &self.title } else { &self.short }
    }

    /// A question of it.
    pub fn item(&self, id: &str) -> Option<&Question> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The answers a question offers; empty where it asks for days.
    pub fn options_of<'a>(&'a self, item: &'a Question) -> &'a [AnswerChoice] {
        match (item.days, item.options.is_empty()) {
            (Some(_), _) => &[],
            (None, true) => &self.options,
            (None, false) => &item.options,
        }
    }

    /// Whether a question can be answered so.
    pub fn allows(&self, item: &Question, value: u16) -> bool {
        match item.days {
            Some(most) => value <= most,
            None => self.options_of(item).iter().any(|choice| choice.value == value),
        }
    }

    /// What is counted first: the total, or the first of several parts.
    pub fn main_rule(&self) -> Option<&ScoreRule> {
        self.scores.first()
    }
}

impl ScoreRule {
    /// The range a score lies in.
    pub fn band(&self, value: u16) -> Option<&Band> {
        self.bands.iter().find(|band| (band.from..=band.to).contains(&value))
    }

    /// Whether a score is "worth talking about".
    pub fn is_worth_talking_about(&self, value: u16) -> bool {
        self.worth.is_some_and(|worth| {
            worth.at_least.is_some_and(|least| value >= least)
                || worth.at_most.is_some_and(|most| value <= most)
        })
    }
}

#[cfg(test)]
#[path = "scale/words_tests.rs"]
mod words_tests;
