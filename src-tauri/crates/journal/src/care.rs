//! Medication and other care beside this therapy (domain reference A.10): what it is, and
//! for each day whether it was taken or gone to. No dose is asked for, and none is advised.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, Texts};
use crate::record::Kind;
use crate::value::RecordId;

/// What sort of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum CareKind {
    Medication,
    GroupTherapy,
    MutualAid,
    OtherTherapy,
    Other,
}

/// Care that goes on beside this therapy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Care {
    /// Its name, as the person writes it.
    pub name: String,
    /// What sort of care.
    pub what: Option<CareKind>,
    /// A note for whoever prescribes or gives it.
    pub note: String,
    /// Whether it is over.
    pub over: bool,
}

impl Kind for Care {
    fn title(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("name", &self.name);
        texts.answer("note", &self.note);
    }
}

/// An answer about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Taken {
    Yes,
    No,
    RatherNotSay,
}

/// Whether it was taken, or gone to, on the day of the record's `at`. A day without one
/// is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct CareDay {
    /// The record of the care.
    pub care: Option<RecordId>,
    /// The answer.
    pub taken: Option<Taken>,
}

impl Kind for CareDay {
    fn texts<'a>(&'a self, _: &mut Texts<'a>) {}

    fn rules(&self) -> Result<(), Invalid> {
        match self.care {
            Some(_) => Ok(()),
            None => Err(Invalid::Missing { field: "care" }),
        }
    }

    fn focus(&self) -> Option<RecordId> {
        self.care
    }
}
