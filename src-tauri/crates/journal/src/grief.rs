//! Grief: a loss, and what is written about it (domain reference A.6.2).

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::record::Kind;
use crate::value::{PartialDate, RecordId, YearlyDay};

/// What someone died of, as far as the writer wants to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Cause {
    Illness,
    Accident,
    Overdose,
    Suicide,
    Violence,
    Other,
    PreferNotToSay,
}

/// A day of the year that may be hard or dear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct KeptDay {
    /// What day it is.
    pub what: KeptDayKind,
    /// When it comes round.
    pub on: YearlyDay,
}

/// The kind of a kept day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum KeptDayKind {
    /// Their birthday.
    Birthday,
    /// The day they died.
    Anniversary,
    /// Another day, in the writer's word.
    Own(String),
}

/// Someone who died.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Loss {
    /// Who died; a person's card.
    pub person: Option<RecordId>,
    /// When, as exactly as the writer knows or wants.
    pub died_on: Option<PartialDate>,
    /// What they died of.
    pub cause: Option<Cause>,
    /// Days of the year to be gentle with.
    pub kept_days: Vec<KeptDay>,
}

impl Loss {
    /// Whether support for this kind of bereavement is always shown
    /// (domain reference A.6.2: common among people in this care).
    pub fn always_show_support(&self) -> bool {
        matches!(self.cause, Some(Cause::Overdose | Cause::Suicide))
    }
}

impl Kind for Loss {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for kept in &self.kept_days {
            if let KeptDayKind::Own(word) = &kept.what {
                texts.line("kept_days", word);
            }
        }
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("kept_days", &self.kept_days, MANY)?;
        let possible = |kept: &KeptDay| {
            let YearlyDay { month, day } = kept.on;
            chrono::NaiveDate::from_ymd_opt(2024, month.into(), day.into()).is_some()
        };
        if self.kept_days.iter().all(possible) {
            return Ok(());
        }
        Err(Invalid::OutOfRange { field: "kept_days" })
    }

    fn people(&self) -> Vec<RecordId> {
        self.person.into_iter().collect()
    }
}

/// Something written about a loss.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Grief {
    /// The writer's title.
    pub title: String,
    /// The loss it is about.
    pub loss: Option<RecordId>,
    /// What brought them to mind.
    pub brought_to_mind: String,
    /// What I miss.
    pub miss: Vec<String>,
    /// What was hard.
    pub hard: Vec<String>,
    /// Something left unsaid.
    pub unsaid: String,
    /// What I do with this feeling, most days.
    pub with_the_feeling: String,
    /// People who could hear some of this.
    pub could_hear: Vec<RecordId>,
    /// Whether the therapist could hear some of it.
    pub therapist_could_hear: bool,
    /// A line on what I did after.
    pub after_note: String,
}

impl Kind for Grief {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("brought_to_mind", &self.brought_to_mind);
        texts.answers("miss", &self.miss);
        texts.answers("hard", &self.hard);
        texts.answer("unsaid", &self.unsaid);
        texts.answer("with_the_feeling", &self.with_the_feeling);
        texts.answer("after_note", &self.after_note);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("miss", &self.miss, MANY)?;
        at_most("hard", &self.hard, MANY)?;
        at_most("could_hear", &self.could_hear, MANY)
    }

    fn people(&self) -> Vec<RecordId> {
        self.could_hear.clone()
    }

    fn focus(&self) -> Option<RecordId> {
        self.loss
    }
}
