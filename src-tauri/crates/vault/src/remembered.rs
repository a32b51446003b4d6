//! Answers that stay right until the next change.
//!
//! A list asks again and again which records there are and how many: for every letter
//! that is typed and every page that is turned. What was looked up is kept as numbers
//! of records, and forgotten with any change and with the vault.

use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::database::Problem;
use crate::list::{self, Filter};

/// What was looked up.
#[derive(Default)]
pub(crate) struct Remembered {
    counts: Vec<(Filter, u32)>,
    wanted: Option<(Filter, Vec<i64>)>,
    found: Option<Found>,
}

struct Found {
    query: Zeroizing<String>,
    filter: Filter,
    numbers: Vec<i64>,
}

/// So many counts are kept; a list needs three.
const COUNTS: usize = 8;

impl Remembered {
    /// How many records a filter wants.
    pub(crate) fn count(
        &mut self,
        connection: &Connection,
        filter: &Filter,
    ) -> Result<u32, Problem> {
        let filter = filter.whole();
        if let Some((_, count)) = self.counts.iter().find(|(asked, _)| *asked == filter) {
            return Ok(*count);
        }
        let count = list::count(connection, &filter)?;
        self.counts.truncate(COUNTS - 1);
        self.counts.insert(0, (filter, count));
        Ok(count)
    }

    /// The numbers of the records that a filter wants and `look_up` finds among them,
    /// both the newest first.
    pub(crate) fn found(
        &mut self,
        connection: &Connection,
        query: String,
        filter: &Filter,
        look_up: impl FnOnce(&str, &[i64]) -> Result<Vec<i64>, Problem>,
    ) -> Result<&[i64], Problem> {
        let (query, filter) = (Zeroizing::new(query), filter.whole());
        let found = match self.found.take() {
            Some(known) if known.query == query && known.filter == filter => known,
            Some(_) | None => {
                let wanted = match self.wanted.take() {
                    Some(known) if known.0 == filter => known,
                    Some(_) | None => (filter.clone(), list::numbers(connection, &filter)?),
                };
                let (_, wanted) = self.wanted.insert(wanted);
                let numbers = look_up(&query, wanted)?;
                Found { query, filter, numbers }
            }
        };
        Ok(&self.found.insert(found).numbers)
    }
}
