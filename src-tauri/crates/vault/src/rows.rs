//! Copying a vault row by row into a new database, without the entries of some days:
//! pages that are copied whole would bring along what was deleted on them.
//!
//! The one place besides the files of the tables that knows all tables.

use chrono::NaiveDate;
use journal::{KindName, Record};
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, Row, Statement, Transaction, named_params};
use zeroize::Zeroizing;

use crate::database::{Database, Problem};
use crate::error::Error;
use crate::progress::{Progress, Stage, Told};
use crate::record::from_json;
use crate::schema;
use crate::search;
use crate::vault::Vault;

/// Two days and all between them.
pub(crate) type Days = (NaiveDate, NaiveDate);

/// How many rows there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    records: u32,
    versions: u32,
    links: u32,
    pub(crate) drafts: u32,
    pub(crate) states: u32,
}

/// Is this row of `record` an entry or check-in of the days?
macro_rules! is_of_days {
    () => {
        "(day BETWEEN :first AND :last AND kind IN (SELECT value FROM json_each(:kinds)))"
    };
}

impl Vault {
    /// How many entries and check-ins there are between two days, both included, also
    /// in the trash: as many as a renewal without these days leaves behind.
    pub fn count_days(&self, first: NaiveDate, last: NaiveDate) -> Result<u32, Error> {
        self.database.read(|connection| {
            count_one(
                connection,
                concat!("SELECT count(*) FROM record WHERE ", is_of_days!()),
                (first, last),
            )
        })
    }
}

/// Whether a kind is something of a day, so that it goes with the day.
fn is_of_a_day(kind: KindName) -> bool {
    kind.is_written() || kind == KindName::CheckIn
}

/// The names of those kinds, as JSON.
fn kinds() -> String {
    let names = KindName::ALL.iter().filter(|&&kind| is_of_a_day(kind));
    let quoted: Vec<String> = names.map(|kind| ["\"", kind.as_str(), "\""].concat()).collect();
    ["[", &quoted.join(","), "]"].concat()
}

/// What a database holds.
pub(crate) fn count(connection: &Connection) -> Result<Tally, Problem> {
    let count = |sql| connection.query_row(sql, [], |row| row.get(0));
    Ok(Tally {
        records: count("SELECT count(*) FROM record")?,
        versions: count("SELECT count(*) FROM record_version")?,
        links: count("SELECT count(*) FROM record_link")?,
        drafts: count("SELECT count(*) FROM draft")?,
        states: count_states(connection)?,
    })
}

/// What a database holds, the days and what belongs to them left out. Drafts are
/// counted all.
pub(crate) fn count_without(connection: &Connection, days: Days) -> Result<Tally, Problem> {
    let count_one = |sql| count_one(connection, sql, days);
    Ok(Tally {
        records: count_one(concat!("SELECT count(*) FROM record WHERE NOT ", is_of_days!()))?,
        versions: count_one(concat!(
            "SELECT count(*) FROM record_version JOIN record USING (id) WHERE NOT ",
            is_of_days!()
        ))?,
        links: count_one(concat!(
            "SELECT count(*) FROM record_link JOIN record USING (seq) WHERE NOT ",
            is_of_days!()
        ))?,
        ..count(connection)?
    })
}

pub(crate) fn count_states(connection: &Connection) -> Result<u32, Problem> {
    Ok(connection.query_row("SELECT count(*) FROM state", [], |row| row.get(0))?)
}

fn count_one(
    connection: &Connection,
    sql: &'static str,
    (first, last): Days,
) -> Result<u32, Problem> {
    let mut statement = connection.prepare_cached(sql)?;
    let (first, last) = (first.to_string(), last.to_string());
    let parameters = named_params! { ":first": first, ":last": last, ":kinds": kinds() };
    Ok(statement.query_row(parameters, |row| row.get(0))?)
}

/// Copies everything but the entries and check-ins of the days, with their versions,
/// links, words and drafts, into a fresh database. Answers how many drafts there are.
pub(crate) fn copy_without(
    from: &Database,
    to: &mut Database,
    days: Days,
    told: Told<'_>,
) -> Result<u32, Error> {
    let of = from.read(|connection| count_without(connection, days))?.records;
    let mut done = 0;
    let mut step = || {
        done += 1;
        told(Progress { stage: Stage::Copying, done, of: u64::from(of).max(1) });
    };
    // A failure is named with what the system said of the side that is written to.
    to.change(|change| {
        from.read_for(|connection| {
            schema::copy_created(connection, change)?;
            copy_records(connection, change, days, &mut step)?;
            copy_versions(connection, change)?;
            copy_links(connection, change)?;
            copy_states(connection, change)?;
            copy_drafts(connection, change, days)
        })
    })
}

fn copy_records(
    from: &Connection,
    to: &Transaction<'_>,
    days: Days,
    step: &mut dyn FnMut(),
) -> Result<(), Problem> {
    let mut select = from.prepare(concat!(
        "SELECT seq, id, kind, day, share, created, changed, deleted, version, body
         FROM record WHERE NOT ",
        is_of_days!(),
        " ORDER BY seq"
    ))?;
    let mut insert = to.prepare(
        "INSERT INTO record
             (seq, id, kind, day, share, created, changed, deleted, version, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    let (first, last) = (days.0.to_string(), days.1.to_string());
    let parameters = named_params! { ":first": first, ":last": last, ":kinds": kinds() };
    let mut rows = select.query(parameters)?;
    while let Some(row) = rows.next()? {
        copy_row(row, &mut insert)?;
        let body = Zeroizing::new(row.get::<_, String>("body")?);
        // Made anew instead of copied, so that a flaw of the old index ends here.
        search::put(to, row.get("seq")?, &from_json(&body)?)?;
        step();
    }
    Ok(())
}

fn copy_versions(from: &Connection, to: &Transaction<'_>) -> Result<(), Problem> {
    let mut select = from.prepare("SELECT id, version, saved, body FROM record_version")?;
    let mut insert = to.prepare(
        "INSERT INTO record_version (id, version, saved, body)
         SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM record WHERE id = ?1)",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        copy_row(row, &mut insert)?;
    }
    Ok(())
}

fn copy_links(from: &Connection, to: &Transaction<'_>) -> Result<(), Problem> {
    let mut select = from.prepare("SELECT target, role, seq FROM record_link")?;
    let mut insert = to.prepare(
        "INSERT INTO record_link (target, role, seq)
         SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM record WHERE seq = ?3)",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        copy_row(row, &mut insert)?;
    }
    Ok(())
}

/// A draft goes with its record; one that was never saved goes with its own day.
fn copy_drafts(from: &Connection, to: &Transaction<'_>, days: Days) -> Result<u32, Problem> {
    let mut select = from.prepare(
        "SELECT id, saved, body,
                EXISTS (SELECT 1 FROM record WHERE record.id = draft.id) AS known
         FROM draft",
    )?;
    let mut is_kept = to.prepare("SELECT EXISTS (SELECT 1 FROM record WHERE id = ?1)")?;
    let mut insert = to.prepare("INSERT INTO draft (id, saved, body) VALUES (?1, ?2, ?3)")?;
    let mut rows = select.query([])?;
    let mut copied = 0;
    while let Some(row) = rows.next()? {
        let body = Zeroizing::new(row.get::<_, String>("body")?);
        let stays = if row.get("known")? {
            is_kept.query_row([row.get::<_, String>("id")?], |row| row.get(0))?
        } else {
            !is_of(&from_json(&body)?, days)
        };
        if stays {
            let (id, saved): (String, String) = (row.get("id")?, row.get("saved")?);
            insert.execute((id, saved, &*body))?;
            copied += 1;
        }
    }
    Ok(copied)
}

fn copy_states(from: &Connection, to: &Transaction<'_>) -> Result<(), Problem> {
    let mut select = from.prepare("SELECT key, value FROM state")?;
    let mut insert = to.prepare("INSERT INTO state (key, value) VALUES (?1, ?2)")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        copy_row(row, &mut insert)?;
    }
    Ok(())
}

fn is_of(record: &Record, (first, last): Days) -> bool {
    is_of_a_day(record.kind()) && (first..=last).contains(&record.at.day())
}

/// Gives every column of a row on as it is.
fn copy_row(row: &Row<'_>, insert: &mut Statement<'_>) -> Result<(), Problem> {
    for place in 0..insert.parameter_count() {
        insert.raw_bind_parameter(place + 1, ToSqlOutput::Borrowed(row.get_ref(place)?))?;
    }
    insert.raw_execute()?;
    Ok(())
}
