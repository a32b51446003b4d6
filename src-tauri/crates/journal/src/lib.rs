//! The domain of Meantime: what a person in Interpersonal Psychotherapy keeps
//! between sessions, and what can be said about it.
//!
//! Everything here is pure. No file, clock, randomness, SQL or window may enter:
//! times and ids come in as parameters, so that every rule can be tested with
//! known answers.
//!
//! A kind of record is one Rust type that implements [`record::Kind`] and one
//! line in [`record::Body`]. Storage, history, trash, search, export and import
//! then hold for it without further code.

pub mod answers;
pub mod bring;
pub mod care;
pub mod check;
pub mod check_in;
pub mod choices;
pub mod circle;
pub mod conflict;
pub mod connection;
pub mod contacts;
pub mod course;
pub mod days;
pub mod disclosure;
pub mod dispute;
pub mod event;
pub mod export;
pub mod feeling;
pub mod grief;
pub mod note;
pub mod patterns;
pub mod person;
pub mod plan;
pub mod prompt;
pub mod record;
pub mod reminders;
pub mod rhythm;
pub mod ride;
pub mod safety;
pub mod scale;
pub mod search;
pub mod settings;
pub mod technique;
pub mod timeline;
pub mod transition;
pub mod used;
pub mod value;
pub mod weekly;
pub mod with_person;
pub mod work;

pub use check::Invalid;
pub use choices::PageChoices;
pub use record::{Body, Kind, KindName, Record, Share};
pub use search::SearchQuery;
pub use value::{Moment, Rating, RecordId};
