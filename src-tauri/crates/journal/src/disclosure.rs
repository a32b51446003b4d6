//! What was handed over: the log of pages that left the journal.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::choices::Variant;
use crate::record::Kind;
use crate::value::RecordId;

/// One page that was saved or printed. When is the record's `at`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Disclosure {
    /// Whom it was for, and when in a course.
    pub variant: Variant,
    /// The therapist as the person called them then; empty on a sheet for others.
    pub to_whom: String,
    /// The session it was made for.
    pub session: Option<RecordId>,
    /// First and last day it covers.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The items that were on it.
    pub items: Vec<RecordId>,
    /// Whether the file was sealed with a password. The password is never kept.
    pub sealed: bool,
    /// SHA-256 of the file as it was written, in hexadecimal; empty if it was printed.
    pub file_hash: String,
}

impl Kind for Disclosure {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("to_whom", &self.to_whom);
        texts.line("file_hash", &self.file_hash);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("items", &self.items, 10 * MANY)
    }
}
