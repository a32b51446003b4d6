//! What happened between people, and what happened in a life (domain reference A.4,
//! A.7).

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, Texts};
use crate::course::Area;
use crate::record::Kind;
use crate::value::{Degree, MoodLevel, PartialDate, RecordId, Used};

/// What sort of moment it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum EventKind {
    Conflict,
    Closeness,
    LossReminder,
    Change,
    Rejection,
    Request,
    Praise,
    LeftOut,
    Other,
}

/// A moment between people that was neither an argument nor only contact: someone
/// stayed, someone asked, a step in the new part of life.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Event {
    /// The writer's title.
    pub title: String,
    /// What sort of moment.
    pub what: Option<EventKind>,
    /// What happened.
    pub what_happened: String,
    /// How much it matters, 0 to 4.
    pub significance: Option<Degree>,
    /// Whether something was used after it.
    pub used_after: Option<Used>,
    /// A line on what I did after.
    pub after_note: String,
    /// The work it belongs to.
    pub focus: Option<RecordId>,
}

impl Kind for Event {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("what_happened", &self.what_happened);
        texts.answer("after_note", &self.after_note);
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}

/// The lane of a life chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Lane {
    #[default]
    Event,
    Mood,
    Use,
    Treatment,
    Medication,
}

/// Something on the life chart, also from years before therapy. Who was in it
/// stands in `around`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct LifeEvent {
    /// The writer's title.
    pub title: String,
    /// The lane.
    pub lane: Lane,
    /// When it was or began.
    pub from: Option<PartialDate>,
    /// When it ended; none for something that was short.
    pub to: Option<PartialDate>,
    /// Whether it goes on today.
    pub goes_on: bool,
    /// More about it.
    pub detail: String,
    /// The area it belongs to.
    pub area: Option<Area>,
    /// Mood then, −5 to +5.
    pub mood: Option<MoodLevel>,
    /// How much was used then, 0 to 4.
    pub amount: Option<Degree>,
}

impl Kind for LifeEvent {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.answer("detail", &self.detail);
    }

    fn rules(&self) -> Result<(), Invalid> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if to.last_day() < from.first_day() => {
                Err(Invalid::OutOfRange { field: "to" })
            }
            _ => Ok(()),
        }
    }
}
