//! Keeping one record: saving, its earlier versions, trash, and the end.
//!
//! Nothing here knows a kind. What a list or the search needs of a record is asked
//! of the record itself, so a new kind needs no line of SQL.

use chrono::DateTime;
use journal::{Invalid, Moment, Record, RecordId, Share};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use zeroize::Zeroizing;

use crate::database::Problem;
use crate::draft;
use crate::error::Error;
use crate::search;
use crate::vault::Vault;

/// What became of a record that was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its version now, from 1. Saving without a change makes no new one.
    pub version: u32,
}

/// A record as it was at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub version: u32,
    /// When it was saved like this.
    pub saved: Moment,
    /// What it was.
    pub record: Record,
}

/// How many versions of a record are kept, the present one included.
const VERSIONS_KEPT: u32 = 20;
/// Records of one second that find room before the next second is used.
pub(crate) const PER_SECOND: i64 = 64;

impl Vault {
    /// Saves a record: a new one, or the next version of one that is there. Its
    /// draft is dropped with it. A record in the trash stays there.
    ///
    /// On success it is on the disk, not only on its way.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the record may not be kept; nothing was changed then,
    /// and the draft is still there.
    pub fn save(&mut self, record: &Record, now: Moment) -> Result<Saved, Error> {
        record.check()?;
        let body = to_json(record)?;
        self.database.change(|change| {
            let saved = keep(change, record, &body, now)?;
            draft::remove(change, record.id)?;
            Ok(saved)
        })
    }

    /// Saves records from elsewhere, all of them or none. One with an id that is
    /// there already becomes its next version, and comes back from the trash.
    ///
    /// # Errors
    /// [`Error::Invalid`] if one of them may not be kept; nothing was changed then.
    pub fn import(&mut self, records: &[Record], now: Moment) -> Result<(), Error> {
        for record in records {
            record.check()?;
        }
        self.database.change(|change| {
            for record in records {
                keep(change, record, &to_json(record)?, now)?;
                set_deleted(change, record.id, None)?;
            }
            Ok(())
        })
    }

    /// The record with this id, also if it lies in the trash, so that an entry can
    /// still name a person who was put there.
    pub fn record(&self, id: RecordId) -> Result<Option<Record>, Error> {
        self.database.read(|connection| {
            let found = Kept::find(connection, id)?;
            found.map(|kept| from_json(&kept.body)).transpose()
        })
    }

    /// Puts a record in the trash. Already there: nothing changes.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such record.
    pub fn trash(&mut self, id: RecordId, now: Moment) -> Result<(), Error> {
        self.database.change(|change| {
            let kept = Kept::find(change, id)?.ok_or(Error::NotFound)?;
            if kept.deleted.is_none() {
                set_deleted(change, id, Some(now))?;
            }
            Ok(())
        })
    }

    /// Takes a record out of the trash, as it was.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such record.
    pub fn untrash(&mut self, id: RecordId) -> Result<(), Error> {
        self.database.change(|change| {
            Kept::find(change, id)?.ok_or(Error::NotFound)?;
            set_deleted(change, id, None)
        })
    }

    /// What lies in the trash and since when, the latest first.
    pub fn trashed(&self) -> Result<Vec<(Record, Moment)>, Error> {
        self.database.read(|connection| {
            let mut statement = connection
                .prepare_cached("SELECT body, deleted FROM record WHERE deleted IS NOT NULL")?;
            let mut rows = statement.query([])?;
            let mut trashed = Vec::new();
            while let Some(row) = rows.next()? {
                let (body, deleted): (Zeroizing<String>, String) =
                    (Zeroizing::new(row.get("body")?), row.get("deleted")?);
                trashed.push((from_json(&body)?, read_moment(&deleted)?));
            }
            trashed.sort_by_key(|&(_, since)| std::cmp::Reverse(since));
            Ok(trashed)
        })
    }

    /// Deletes a record in the trash for good, with its versions and draft. One that
    /// was changed before takes seconds in a long journal.
    ///
    /// # Errors
    /// [`Error::NotInTrash`] if it does not lie there, [`Error::NotFound`] if there
    /// is no such record.
    pub fn delete_forever(&mut self, id: RecordId) -> Result<(), Error> {
        self.database.change(|change| {
            let kept = Kept::find(change, id)?.ok_or(Error::NotFound)?;
            if kept.deleted.is_none() {
                return Err(Error::NotInTrash.into());
            }
            search::erase(change, kept.seq)?;
            if kept.version > 1 {
                search::forget_removed(change)?;
            }
            draft::remove(change, id)?;
            // Versions and links go with it, by their foreign keys.
            change.execute(
                "DELETE FROM record WHERE id = :id",
                named_params! { ":id": id.to_string() },
            )?;
            Ok(())
        })
    }

    /// The last twenty versions of a record, the present one first. Empty if there
    /// is no such record.
    pub fn history(&self, id: RecordId) -> Result<Vec<Version>, Error> {
        self.database.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT version, changed AS saved, body FROM record WHERE id = :id
                 UNION ALL
                 SELECT version, saved, body FROM record_version WHERE id = :id
                 ORDER BY version DESC",
            )?;
            let mut rows = statement.query(named_params! { ":id": id.to_string() })?;
            let mut history = Vec::new();
            while let Some(row) = rows.next()? {
                let (saved, body): (String, Zeroizing<String>) =
                    (row.get("saved")?, Zeroizing::new(row.get("body")?));
                history.push(Version {
                    version: row.get("version")?,
                    saved: read_moment(&saved)?,
                    record: from_json(&body)?,
                });
            }
            Ok(history)
        })
    }
}

/// A row of `record` that was found in a damaged database. Of the other columns every
/// one follows from the record itself.
pub(crate) struct Row {
    pub(crate) seq: i64,
    pub(crate) created: String,
    pub(crate) changed: String,
    pub(crate) deleted: Option<String>,
    pub(crate) version: u32,
    pub(crate) body: Zeroizing<String>,
    pub(crate) record: Record,
}

impl Row {
    /// The row, if every field of it can be read and the body is of this id.
    pub(crate) fn read(
        id: &str,
        seq: Option<i64>,
        [created, changed]: [&str; 2],
        deleted: Option<String>,
        version: i64,
        body: Zeroizing<String>,
    ) -> Option<Self> {
        let record = from_json(&body).ok()?;
        let moments = [created, changed].into_iter().chain(deleted.as_deref());
        if record.id.to_string() != id
            || !moments.into_iter().all(|moment| read_moment(moment).is_ok())
        {
            return None;
        }
        let seq = seq.unwrap_or_else(|| first_seq(&record));
        let version = u32::try_from(version).ok()?;
        let (created, changed) = (created.to_owned(), changed.to_owned());
        Some(Self { seq, created, changed, deleted, version, body, record })
    }
}

/// Puts a row that was found back, with its links and words. If its number is taken,
/// it gets another of the same second.
pub(crate) fn put_back(change: &Transaction<'_>, row: &Row) -> Result<(), Problem> {
    let mut statement = change.prepare_cached("SELECT 1 FROM record WHERE seq = :seq")?;
    let is_taken = statement.exists(named_params! { ":seq": row.seq })?;
    let seq = if is_taken { free_seq(change, &row.record)? } else { row.seq };
    let mut statement = change.prepare_cached(
        "INSERT INTO record
             (seq, id, kind, day, share, created, changed, deleted, version, body)
         VALUES
             (:seq, :id, :kind, :day, :share, :created, :changed, :deleted, :version, :body)",
    )?;
    statement.execute(named_params! {
        ":seq": seq,
        ":id": row.record.id.to_string(),
        ":kind": row.record.kind().as_str(),
        ":day": write_day(&row.record),
        ":share": write_share(row.record.share),
        ":created": row.created,
        ":changed": row.changed,
        ":deleted": row.deleted,
        ":version": row.version,
        ":body": *row.body,
    })?;
    link(change, &row.record, seq)?;
    search::put(change, seq, &row.record)
}

/// Puts an earlier version that was found back.
pub(crate) fn put_back_version(change: &Transaction<'_>, row: &Row) -> Result<(), Problem> {
    let mut statement = change.prepare_cached(
        "INSERT INTO record_version (id, version, saved, body)
         VALUES (:id, :version, :saved, :body)",
    )?;
    statement.execute(named_params! {
        ":id": row.record.id.to_string(),
        ":version": row.version,
        ":saved": row.changed,
        ":body": *row.body,
    })?;
    Ok(())
}

/// How many records, earlier versions and drafts there are.
pub(crate) fn count_rows(connection: &Connection) -> Result<[u32; 3], Problem> {
    Ok(connection.query_row(
        "SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM record_version),
             (SELECT count(*) FROM draft)",
        [],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]),
    )?)
}

/// A row of `record`, as far as saving needs it.
pub(crate) struct Kept {
    seq: i64,
    pub(crate) version: u32,
    pub(crate) changed: String,
    pub(crate) deleted: Option<String>,
    pub(crate) body: Zeroizing<String>,
}

impl Kept {
    pub(crate) fn find(connection: &Connection, id: RecordId) -> Result<Option<Self>, Problem> {
        let mut statement = connection.prepare_cached(
            "SELECT seq, version, changed, deleted, body FROM record WHERE id = :id",
        )?;
        let found = statement.query_row(named_params! { ":id": id.to_string() }, |row| {
            Ok(Self {
                seq: row.get("seq")?,
                version: row.get("version")?,
                changed: row.get("changed")?,
                deleted: row.get("deleted")?,
                body: Zeroizing::new(row.get("body")?),
            })
        });
        Ok(found.optional()?)
    }
}

pub(crate) fn keep(
    change: &Transaction<'_>,
    record: &Record,
    body: &str,
    now: Moment,
) -> Result<Saved, Problem> {
    let Some(before) = Kept::find(change, record.id)? else {
        let seq = free_seq(change, record)?;
        insert(change, record, seq, body, now)?;
        link(change, record, seq)?;
        search::put(change, seq, record)?;
        return Ok(Saved { version: 1 });
    };
    if *before.body == *body {
        return Ok(Saved { version: before.version });
    }
    let seq = if first_seq(record) == before.seq - before.seq.rem_euclid(PER_SECOND) {
        before.seq
    } else {
        free_seq(change, record)?
    };
    let version = before.version + 1;
    set_aside(change, record.id, &before, version)?;
    search::remove(change, before.seq)?;
    update(change, record, seq, version, body, now)?;
    link(change, record, seq)?;
    search::put(change, seq, record)?;
    Ok(Saved { version })
}

fn insert(
    change: &Transaction<'_>,
    record: &Record,
    seq: i64,
    body: &str,
    now: Moment,
) -> Result<(), Problem> {
    let mut statement = change.prepare_cached(
        "INSERT INTO record (seq, id, kind, day, share, created, changed, version, body)
         VALUES (:seq, :id, :kind, :day, :share, :now, :now, 1, :body)",
    )?;
    statement.execute(named_params! {
        ":seq": seq,
        ":id": record.id.to_string(),
        ":kind": record.kind().as_str(),
        ":day": write_day(record),
        ":share": write_share(record.share),
        ":now": write_moment(now),
        ":body": body,
    })?;
    Ok(())
}

fn update(
    change: &Transaction<'_>,
    record: &Record,
    seq: i64,
    version: u32,
    body: &str,
    now: Moment,
) -> Result<(), Problem> {
    let mut statement = change.prepare_cached(
        "UPDATE record SET seq = :seq, kind = :kind, day = :day, share = :share,
             changed = :now, version = :version, body = :body
         WHERE id = :id",
    )?;
    statement.execute(named_params! {
        ":seq": seq,
        ":id": record.id.to_string(),
        ":kind": record.kind().as_str(),
        ":day": write_day(record),
        ":share": write_share(record.share),
        ":now": write_moment(now),
        ":version": version,
        ":body": body,
    })?;
    Ok(())
}

/// Keeps what a record was, and lets go of what is older than the versions kept.
fn set_aside(
    change: &Transaction<'_>,
    id: RecordId,
    before: &Kept,
    version: u32,
) -> Result<(), Problem> {
    let mut statement = change.prepare_cached(
        "INSERT INTO record_version (id, version, saved, body)
         VALUES (:id, :version, :saved, :body)",
    )?;
    statement.execute(named_params! {
        ":id": id.to_string(),
        ":version": before.version,
        ":saved": before.changed,
        ":body": *before.body,
    })?;
    let mut statement =
        change.prepare_cached("DELETE FROM record_version WHERE id = :id AND version <= :last")?;
    statement.execute(named_params! {
        ":id": id.to_string(),
        ":last": version.saturating_sub(VERSIONS_KEPT),
    })?;
    Ok(())
}

fn link(change: &Transaction<'_>, record: &Record, seq: i64) -> Result<(), Problem> {
    let mut statement = change.prepare_cached("DELETE FROM record_link WHERE seq = :seq")?;
    statement.execute(named_params! { ":seq": seq })?;
    let mut statement = change.prepare_cached(
        "INSERT INTO record_link (target, role, seq) VALUES (:target, :role, :seq)",
    )?;
    let people = record.people().into_iter().map(|person| (person, "person"));
    let focus = record.focus().into_iter().map(|focus| (focus, "focus"));
    for (target, role) in people.chain(focus) {
        let target = target.to_string();
        statement.execute(named_params! { ":target": target, ":role": role, ":seq": seq })?;
    }
    Ok(())
}

pub(crate) fn set_deleted(
    change: &Transaction<'_>,
    id: RecordId,
    deleted: Option<Moment>,
) -> Result<(), Problem> {
    let mut statement =
        change.prepare_cached("UPDATE record SET deleted = :deleted WHERE id = :id")?;
    statement.execute(named_params! {
        ":deleted": deleted.map(write_moment),
        ":id": id.to_string(),
    })?;
    Ok(())
}

/// The first number of the second in which the record was.
pub(crate) fn first_seq(record: &Record) -> i64 {
    record.at.0.timestamp() * PER_SECOND
}

/// A number for a record, so that numbers follow time.
fn free_seq(connection: &Connection, record: &Record) -> Result<i64, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT max(seq) FROM record WHERE seq >= :first AND seq < :end")?;
    let mut first = first_seq(record);
    loop {
        let end = first + PER_SECOND;
        let last: Option<i64> = statement
            .query_row(named_params! { ":first": first, ":end": end }, |row| row.get(0))?;
        match last {
            None => return Ok(first),
            Some(last) if last + 1 < end => return Ok(last + 1),
            Some(_) => first = end,
        }
    }
}

/// The JSON of a record, tried out: what could not be read again is not kept.
pub(crate) fn to_json(record: &Record) -> Result<Zeroizing<String>, Error> {
    let unreadable = Error::Invalid(Invalid::OutOfRange { field: "at" });
    let json = Zeroizing::new(serde_json::to_string(record).map_err(|_| unreadable)?);
    match serde_json::from_str::<Record>(&json) {
        Ok(again) if again == *record => Ok(json),
        _ => Err(unreadable),
    }
}

/// The error of the JSON reader is dropped: it may quote what was written.
pub(crate) fn from_json(json: &str) -> Result<Record, Problem> {
    serde_json::from_str(json).map_err(|_| Problem::Known(Error::DataDamaged))
}

pub(crate) fn write_moment(moment: Moment) -> String {
    moment.0.to_rfc3339()
}

pub(crate) fn read_moment(text: &str) -> Result<Moment, Problem> {
    let read = DateTime::parse_from_rfc3339(text);
    read.map(Moment).map_err(|_| Problem::Known(Error::DataDamaged))
}

pub(crate) fn write_day(record: &Record) -> String {
    record.at.day().to_string()
}

pub(crate) fn write_share(share: Share) -> &'static str {
    match share {
        Share::OnlyMe => "only_me",
        Share::ToBring => "to_bring",
    }
}
