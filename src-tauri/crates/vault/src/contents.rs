//! What a vault holds, counted: for the person, and to tell whether a copy holds the
//! same.

use journal::{KindName, Moment};
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::database::Problem;
use crate::error::Error;
use crate::record::read_moment;
use crate::rows::{self, Tally};
use crate::vault::Vault;

/// What a vault holds, in the numbers a person knows it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Records that were written ([`journal::KindName::is_written`]) and check-ins,
    /// the trash aside.
    pub entries: u32,
    /// People with a card.
    pub people: u32,
    /// When the newest change was made; none in an empty vault.
    pub newest: Option<Moment>,
}

/// How many there are of everything. Indexes know it, so no record is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    entries: u32,
    people: u32,
    tally: Tally,
}

/// The record that was changed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Newest {
    seq: i64,
    version: u32,
    changed: String,
}

impl Vault {
    /// What it holds.
    pub fn contents(&self) -> Result<Contents, Error> {
        let held = self.database.read(count)?;
        held.contents(self.database.read(newest)?.as_ref())
    }
}

impl Held {
    /// In the numbers a person knows.
    pub(crate) fn contents(&self, newest: Option<&Newest>) -> Result<Contents, Error> {
        let moment = |newest: &Newest| read_moment(&newest.changed).map_err(|_| Error::DataDamaged);
        let newest = newest.map(moment).transpose()?;
        Ok(Contents { entries: self.entries, people: self.people, newest })
    }
}

/// Counts everything in a database.
pub(crate) fn count(connection: &Connection) -> Result<Held, Problem> {
    let kinds = |wanted: fn(KindName) -> bool| {
        let names = KindName::ALL.iter().filter(|&&kind| wanted(kind));
        let quoted: Vec<String> = names.map(|kind| ["\"", kind.as_str(), "\""].concat()).collect();
        ["[", &quoted.join(","), "]"].concat()
    };
    let count = |kinds: String| {
        let mut statement = connection.prepare_cached(
            "SELECT count(*) FROM record
             WHERE kind IN (SELECT value FROM json_each(:kinds)) AND deleted IS NULL",
        )?;
        statement.query_row(named_params! { ":kinds": kinds }, |row| row.get(0))
    };
    Ok(Held {
        entries: count(kinds(|kind| kind.is_written() || kind == KindName::CheckIn))?,
        people: count(kinds(|kind| kind == KindName::Person))?,
        tally: rows::count(connection)?,
    })
}

/// Finds the record that was changed last. Reads all of them.
pub(crate) fn newest(connection: &Connection) -> Result<Option<Newest>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, version, changed FROM record
         ORDER BY unixepoch(changed, 'subsec') DESC LIMIT 1",
    )?;
    let found = statement.query_row([], |row| {
        Ok(Newest { seq: row.get(0)?, version: row.get(1)?, changed: row.get(2)? })
    });
    Ok(found.optional()?)
}

/// Whether a database has this record as it is here; without one, whether it has none.
pub(crate) fn has(connection: &Connection, newest: Option<&Newest>) -> Result<bool, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT CASE WHEN :seq IS NULL THEN NOT EXISTS (SELECT 1 FROM record)
         ELSE EXISTS (SELECT 1 FROM record
                      WHERE seq = :seq AND version = :version AND changed = :changed) END",
    )?;
    let parameters = named_params! {
        ":seq": newest.map(|newest| newest.seq),
        ":version": newest.map(|newest| newest.version),
        ":changed": newest.map(|newest| &newest.changed),
    };
    Ok(statement.query_row(parameters, |row| row.get(0))?)
}
