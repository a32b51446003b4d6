//! The readable export: every record as documented JSON, for the person's own
//! use and for moving to another journal. Its schema stands beside this file
//! (`readable.schema.json`). Versioned from the first day.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::check::Invalid;
use crate::record::Record;
use crate::value::Moment;

/// Says what the file is.
pub const FORMAT: &str = "meantime-readable";
/// The version written by this program.
pub const VERSION: u32 = 1;

/// A readable export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Readable {
    /// Always [`FORMAT`].
    pub format: String,
    /// [`VERSION`] at the time of writing.
    pub version: u32,
    /// When it was written.
    pub written: Moment,
    /// Every record, oldest first.
    pub records: Vec<Record>,
}

/// Why a readable export could not be read. Never quotes what stands in it.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// It is not JSON of the expected shape.
    #[error("the file is not a readable export, or line {line} of it is damaged")]
    Shape {
        /// The line where reading stopped, from 1.
        line: usize,
    },
    /// It says to be something else.
    #[error("the file is of another kind")]
    Format,
    /// It was written by a newer program.
    #[error("the file was written by a newer version")]
    Newer,
    /// A record in it may not be kept.
    #[error("record {place} of the file, line {line}: {source}")]
    Record {
        /// Which record, from 1.
        place: usize,
        /// The line it begins on, from 1.
        line: usize,
        /// What is wrong with it.
        source: Invalid,
    },
    /// Two records in it have the same id.
    #[error("record {place} of the file, line {line}, has the id of an earlier one")]
    Doubled {
        /// Which record, from 1.
        place: usize,
        /// The line it begins on, from 1.
        line: usize,
    },
}

impl Readable {
    /// An export of `records`, put in order of time.
    pub fn new(mut records: Vec<Record>, written: Moment) -> Self {
        records.sort_by_key(|record| (record.at, record.id));
        Self { format: FORMAT.to_owned(), version: VERSION, written, records }
    }

    /// The file's text, indented for reading.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("records have only string keys")
    }

    /// Reads a file's text and checks every record in it.
    ///
    /// # Errors
    /// [`Unreadable`] says which part; it never quotes the file.
    pub fn from_json(text: &str) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        let shape = |error: serde_json::Error| Unreadable::Shape { line: error.line() };
        // The head is read on its own first, so that a newer file is called newer
        // and not damaged.
        let head: Head = serde_json::from_str(text).map_err(shape)?;
        if head.format != FORMAT {
            return Err(Unreadable::Format);
        }
        if head.version > VERSION {
            return Err(Unreadable::Newer);
        }
        let readable: Self = serde_json::from_str(text).map_err(shape)?;
        readable.check(text)?;
        Ok(readable)
    }

    fn check(&self, text: &str) -> Result<(), Unreadable> {
        let mut ids = std::collections::HashSet::new();
        for (index, record) in self.records.iter().enumerate() {
            let place = index + 1;
            record.check().map_err(|source| {
                let line = line_of(text, index);
                Unreadable::Record { place, line, source }
            })?;
            if !ids.insert(record.id) {
                return Err(Unreadable::Doubled { place, line: line_of(text, index) });
            }
        }
        Ok(())
    }
}

fn line_of(text: &str, index: usize) -> usize {
    crate::bring::lines_of(text, "records").get(index).copied().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::note::Note;
    use crate::record::Body;
    use crate::value::RecordId;

    fn at(text: &str) -> Moment {
        Moment(text.parse().unwrap())
    }

    fn note(number: u128, when: &str) -> Record {
        let body = Body::Note(Note { text: "a secret line".into(), ..Note::default() });
        Record::with_body(RecordId(Uuid::from_u128(number)), at(when), body)
    }

    fn export() -> Readable {
        let records = vec![note(2, "2026-03-02T10:00:00Z"), note(1, "2026-03-01T10:00:00Z")];
        Readable::new(records, at("2026-03-09T10:00:00Z"))
    }

    #[test]
    fn what_is_written_is_read_back() {
        let before = export();
        assert_eq!(before.records[0].id.0.as_u128(), 1, "oldest first");
        assert_eq!(Readable::from_json(&before.to_json()).unwrap(), before);
    }

    #[test]
    fn a_newer_file_is_called_newer_even_if_its_records_are_unknown() {
        let json = r#"{"format":"meantime-readable","version":99,"records":[{"odd":1}]}"#;
        assert!(matches!(Readable::from_json(json), Err(Unreadable::Newer)));
    }

    #[test]
    fn damage_names_the_line_and_quotes_nothing() {
        let json = export().to_json().replace("\"share\": \"only_me\"", "\"share\": \"secret\"");
        let refused = Readable::from_json(&json).unwrap_err();
        assert!(matches!(refused, Unreadable::Shape { line } if line > 1));
        assert!(!refused.to_string().contains("secret"));
    }

    #[test]
    fn a_doubled_record_is_named() {
        let mut twice = export();
        twice.records.push(twice.records[0].clone());
        let refused = Readable::from_json(&twice.to_json());
        assert!(matches!(refused, Err(Unreadable::Doubled { place: 3, line }) if line > 20));
    }
}
