//! What the window asks most, asked without a window: for `cargo xtask bench` alone.
//!
//! The same functions answer as in the commands, and each answer is written out as it
//! would be for the window. No program that a person gets is built with this module.

use journal::patterns::Span;
use journal::timeline::Zoom;
use journal::{Moment, Record, RecordId};
use serde::Serialize;
use vault::Vault;

use crate::commands::timeline::ChartQuery;
use crate::commands::{list, page, patterns, people, timeline, today};
use crate::error::Failure;
use crate::rows::Query;
use crate::session::Open;

/// An open journal, as the shell holds it.
pub struct Shell(Open);

/// The shell refused; it says only with which code.
#[derive(Debug)]
pub struct Refused(pub String);

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self(format!("{:?}", failure.code))
    }
}

/// How many bytes the window gets.
type Bytes = Result<usize, Refused>;

impl Shell {
    /// An opened vault.
    pub fn new(vault: Vault) -> Self {
        Self(Open::new(vault))
    }

    /// The vault again.
    pub fn into_vault(self) -> Vault {
        self.0.vault
    }

    /// Keeps a record, as the window does.
    pub fn keep(&mut self, record: &Record, now: Moment) -> Result<(), Refused> {
        self.0.vault.save(record, now).map_err(Failure::from)?;
        Ok(())
    }

    /// Today.
    pub fn today(&self, now: Moment) -> Bytes {
        written(&today::look(&self.0, now)?)
    }

    /// The journal's list: sixty lines of what matches, and where it goes on.
    pub fn list(
        &self,
        typed: &str,
        after: Option<RecordId>,
    ) -> Result<(usize, Option<RecordId>), Refused> {
        let query = Query {
            text: typed.to_owned(),
            kinds: Vec::new(),
            people: Vec::new(),
            from: None,
            to: None,
            share: None,
            after,
            limit: 60,
        };
        let page = list::list(&self.0, &query)?;
        Ok((written(&page)?, page.more))
    }

    /// Everybody with a card.
    pub fn people(&self, now: Moment) -> Bytes {
        written(&people::cards(&self.0, now)?)
    }

    /// The life chart of a part of the time.
    pub fn timeline(&self, zoom: Zoom, now: Moment) -> Bytes {
        written(&timeline::look(&self.0, ChartQuery { zoom, day: None }, now)?)
    }

    /// The patterns of a part of the time.
    pub fn patterns(&self, span: Span, now: Moment) -> Bytes {
        written(&patterns::look(&self.0, span, now)?)
    }

    /// The page, laid out and drawn, under the choices of a first page.
    pub fn page(&self, now: Moment) -> Bytes {
        written(&page::preview(&self.0, now)?)
    }
}

fn written<T: Serialize>(answer: &T) -> Bytes {
    serde_json::to_vec(answer).map(|bytes| bytes.len()).map_err(|error| Refused(error.to_string()))
}
