//! The border: what a record must satisfy before it is kept.
//!
//! A type states its texts once, through [`Texts`]; length checks, search and
//! the readable export all work from that one list.

use thiserror::Error;

/// Longest one-line text, in characters: names, titles, labels.
pub const LINE: usize = 200;
/// Longest answer to one question, in characters.
pub const ANSWER: usize = 10_000;
/// Longest free page, in characters; about forty printed pages.
pub const PAGE: usize = 100_000;
/// Most members of any list in a record.
pub const MANY: usize = 200;
/// Most turns of one conversation (domain reference A.7).
pub const TURNS: usize = 60;

/// Why a record was refused. Names the field, never what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Invalid {
    /// A text is longer than its limit.
    #[error("{field} is longer than {max} characters")]
    TooLong {
        /// The field's name.
        field: &'static str,
        /// The limit in characters.
        max: usize,
    },
    /// A list has more members than its limit.
    #[error("{field} has more than {max} members")]
    TooMany {
        /// The field's name.
        field: &'static str,
        /// The limit.
        max: usize,
    },
    /// A value that must be there is not.
    #[error("{field} is missing")]
    Missing {
        /// The field's name.
        field: &'static str,
    },
    /// A value that cannot be.
    #[error("{field} is out of range")]
    OutOfRange {
        /// The field's name.
        field: &'static str,
    },
}

/// Gathers the texts of a record in reading order.
#[derive(Debug, Default)]
pub struct Texts<'a> {
    all: Vec<Text<'a>>,
}

/// One text of a record.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The field's name.
    pub field: &'static str,
    /// What stands there.
    pub text: &'a str,
    /// The longest it may be, in characters.
    pub max: usize,
}

impl<'a> Texts<'a> {
    /// What was gathered.
    pub fn into_vec(self) -> Vec<Text<'a>> {
        self.all
    }

    /// A one-line text.
    pub fn line(&mut self, field: &'static str, text: &'a str) {
        self.text(field, text, LINE);
    }

    /// An answer to a question.
    pub fn answer(&mut self, field: &'static str, text: &'a str) {
        self.text(field, text, ANSWER);
    }

    /// A free page.
    pub fn page(&mut self, field: &'static str, text: &'a str) {
        self.text(field, text, PAGE);
    }

    /// A list of answers.
    pub fn answers(&mut self, field: &'static str, texts: &'a [String]) {
        for text in texts {
            self.answer(field, text);
        }
    }

    fn text(&mut self, field: &'static str, text: &'a str, max: usize) {
        self.all.push(Text { field, text, max });
    }
}

/// Refuses a list with more than `max` members.
///
/// # Errors
/// [`Invalid::TooMany`] with the field's name.
pub fn at_most<T>(field: &'static str, list: &[T], max: usize) -> Result<(), Invalid> {
    if list.len() > max {
        return Err(Invalid::TooMany { field, max });
    }
    Ok(())
}
