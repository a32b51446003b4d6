//! What can be used from anywhere: deciding, rehearsing, trying (domain reference
//! A.7). Nothing here is ever due.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::record::Kind;
use crate::value::{Change, Rating, RecordId};

/// One way to decide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    /// What it is; empty for "nothing for now", which the form names.
    pub text: String,
    /// Whether it is "nothing for now", which is always among them.
    pub nothing: bool,
    /// What it would take.
    pub takes: String,
    /// Good for me.
    pub good: String,
    /// Bad for me.
    pub bad: String,
    /// What it does to them.
    pub for_them: String,
    /// What it does to my recovery.
    pub for_recovery: String,
    /// How doable, 0 to 10.
    pub doable: Option<Rating>,
}

/// A question with at least two answers, and "nothing for now" beside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Decision {
    /// The question.
    pub title: String,
    /// What it should lead to.
    pub goal: String,
    /// The options; "nothing for now" is the last of them.
    pub options: Vec<Choice>,
    /// What I would have to know first.
    pub info_needed: String,
    /// Whom I could ask.
    pub people_to_ask: Vec<RecordId>,
    /// Which of `options`, from 0.
    pub chosen: Option<u8>,
    /// Why that one.
    pub why: String,
    /// When to look at it again.
    pub review_on: Option<NaiveDate>,
    /// The work it belongs to.
    pub focus: Option<RecordId>,
}

impl Default for Decision {
    fn default() -> Self {
        let nothing = Choice { nothing: true, ..Choice::default() };
        Self {
            title: String::new(),
            goal: String::new(),
            options: vec![Choice::default(), Choice::default(), nothing],
            info_needed: String::new(),
            people_to_ask: Vec::new(),
            chosen: None,
            why: String::new(),
            review_on: None,
            focus: None,
        }
    }
}

impl Decision {
    /// Whether there is a real choice: two options with words, and nothing for now
    /// (domain reference A.7).
    pub fn can_be_made(&self) -> bool {
        let own = self.options.iter().filter(|one| !one.nothing && !one.text.trim().is_empty());
        own.count() >= 2 && self.options.iter().any(|one| one.nothing)
    }
}

impl Kind for Decision {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("goal", &self.goal);
        for one in &self.options {
            texts.answer("option", &one.text);
            texts.answer("takes", &one.takes);
            texts.answer("good", &one.good);
            texts.answer("bad", &one.bad);
            texts.answer("for_them", &one.for_them);
            texts.answer("for_recovery", &one.for_recovery);
        }
        texts.answer("info_needed", &self.info_needed);
        texts.answer("why", &self.why);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("options", &self.options, MANY)?;
        at_most("people_to_ask", &self.people_to_ask, MANY)?;
        if self.chosen.is_some_and(|chosen| usize::from(chosen) >= self.options.len()) {
            return Err(Invalid::OutOfRange { field: "chosen" });
        }
        Ok(())
    }

    fn people(&self) -> Vec<RecordId> {
        self.people_to_ask.clone()
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}

/// With whom something was practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum PractisedWith {
    Alone,
    Therapist,
    Friend,
    Group,
}

/// What they might say, and what I could say then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Exchange {
    /// They might say.
    pub reply: String,
    /// I could say.
    pub response: String,
}

/// A conversation practised before it is had. With whom stands in `around`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Rehearsal {
    /// The writer's title.
    pub title: String,
    /// The situation.
    pub situation: String,
    /// What I want from it.
    pub goal: String,
    /// My first line.
    pub opening_line: String,
    /// How it could go on.
    pub exchanges: Vec<Exchange>,
    /// With whom I practised.
    pub practised_with: Vec<PractisedWith>,
    /// How sure I am, before practising and after, 0 to 10.
    pub confidence: Change,
    /// The entry it grew from.
    pub from: Option<RecordId>,
    /// The work it belongs to.
    pub focus: Option<RecordId>,
}

impl Kind for Rehearsal {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("situation", &self.situation);
        texts.answer("goal", &self.goal);
        texts.answer("opening_line", &self.opening_line);
        for one in &self.exchanges {
            texts.answer("reply", &one.reply);
            texts.answer("response", &one.response);
        }
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("exchanges", &self.exchanges, MANY)?;
        at_most("practised_with", &self.practised_with, MANY)
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}

/// How far an experiment got. "Let go" is as good as any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum ExperimentStatus {
    #[default]
    Idea,
    Planned,
    Tried,
    Changed,
    LetGo,
}

/// A small thing to try between sessions. With whom, and the mood after, stand in
/// `around`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Experiment {
    /// What.
    pub title: String,
    /// Why.
    pub why: String,
    /// When, in the writer's words: "after group".
    pub when: String,
    /// The day it is thought of for. It is never due.
    pub planned_on: Option<NaiveDate>,
    /// What I think will happen.
    pub prediction: String,
    /// How sure I am that I can, 0 to 10.
    pub confidence: Option<Rating>,
    /// How far it got.
    pub status: ExperimentStatus,
    /// The day it was tried.
    pub tried_on: Option<NaiveDate>,
    /// What happened.
    pub what_happened: String,
    /// What I take from it.
    pub learned: String,
    /// The entry it grew from.
    pub from: Option<RecordId>,
    /// The work it belongs to.
    pub focus: Option<RecordId>,
}

impl Kind for Experiment {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("why", &self.why);
        texts.line("when", &self.when);
        texts.answer("prediction", &self.prediction);
        texts.answer("what_happened", &self.what_happened);
        texts.answer("learned", &self.learned);
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}
