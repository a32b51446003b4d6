//! A dated picture of the closeness circle (domain reference A.3). Pictures are
//! added, never replaced.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::person::Ring;
use crate::record::Kind;
use crate::value::RecordId;

/// What a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CircleKind {
    /// How it is.
    #[default]
    Now,
    /// How the writer would like it.
    Wanted,
    /// How it was before things got hard.
    Before,
}

/// Where someone stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Who.
    pub person: RecordId,
    /// The ring.
    pub ring: Ring,
    /// Degrees around the circle, 0 to 359.
    pub angle: u16,
}

/// A picture of the circle. When it was taken is the record's `at`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Circle {
    /// What it shows.
    pub shows: CircleKind,
    /// Everybody in it.
    pub positions: Vec<Position>,
    /// A line about it.
    pub note: String,
}

impl Kind for Circle {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.answer("note", &self.note);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("positions", &self.positions, MANY)?;
        if self.positions.iter().any(|one| one.angle > 359) {
            return Err(Invalid::OutOfRange { field: "angle" });
        }
        Ok(())
    }

    fn people(&self) -> Vec<RecordId> {
        self.positions.iter().map(|one| one.person).collect()
    }
}
