//! What SQLCipher itself needs for the work of a vault: the floor under its speed,
//! for `cargo xtask bench` alone.
//!
//! It works on a copy of a vault's database, opened by the same function: the same
//! key, settings, tables, indexes and rows. What is left out is everything that a
//! vault does besides: the rules of records, JSON, versions, drafts, filters. No
//! program that a person gets is built with this module.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

use journal::{KindName, Moment, Record, SearchQuery};
use rusqlite::{Transaction, named_params};

use crate::checks::check_codes;
use crate::database::{Database, Problem, connect};
use crate::error::Error;
use crate::keyfile;
use crate::keys::DatabaseKey;
use crate::place::{DATA, Place};
use crate::record::{first_seq, to_json, write_day, write_moment, write_share};
use crate::vault::Key;

/// A vault's database key, so that a journal can be opened again and again without
/// the work that makes guessing slow.
pub struct Keyed {
    dir: PathBuf,
    key: DatabaseKey,
    vault_id: [u8; 16],
}

impl Keyed {
    /// Derives the key of the closed vault in `dir`.
    pub fn unlock(dir: &Path, key: Key<'_>) -> Result<Self, Error> {
        let place = Place::take_vault(dir)?;
        let unlocked = keyfile::unlock(&place, key)?;
        let vault_id = unlocked.header.vault_id;
        let key = unlocked.data_key.derive_database_key(&vault_id);
        Ok(Self { dir: dir.to_owned(), key, vault_id })
    }

    /// Copies the closed database into the file `to`, over what is there, and opens
    /// the copy.
    pub fn floor(&self, to: &Path) -> Result<Floor, Error> {
        fs::copy(self.dir.join(DATA), to)?;
        let database = Database::open(to, &self.key, &self.vault_id)?;
        Ok(Floor { database })
    }

    /// Opens the database of a closed vault with its key, up to its newest record.
    pub fn open(&self) -> Result<(), Error> {
        let connection = connect(&self.dir.join(DATA), &self.key)?;
        let newest = "SELECT body FROM record ORDER BY seq DESC LIMIT 1";
        let found = connection.query_row(newest, [], |row| row.get::<_, String>("body"));
        black_box(found.map_err(|_| Error::DataDamaged)?);
        Ok(())
    }
}

/// A copy of a vault's database, used bare.
pub struct Floor {
    database: Database,
}

/// A record taken apart into what is written of it.
pub struct Row {
    seq: i64,
    id: String,
    kind: &'static str,
    day: String,
    share: &'static str,
    now: String,
    body: String,
    people: Vec<String>,
    text: String,
}

impl Row {
    /// The row of a new record. Its number must be free in the copy: of one second
    /// there may be one record.
    pub fn of(record: &Record, now: Moment) -> Result<Self, Error> {
        Ok(Self {
            seq: first_seq(record),
            id: record.id.to_string(),
            kind: record.kind().as_str(),
            day: write_day(record),
            share: write_share(record.share),
            now: write_moment(now),
            body: to_json(record)?.to_string(),
            people: record.people().iter().map(ToString::to_string).collect(),
            text: record.search_text(),
        })
    }
}

impl Floor {
    /// Writes a new record and its index in one durable transaction.
    pub fn save(&mut self, row: &Row) -> Result<(), Error> {
        self.database.change(|change| insert(change, row))
    }

    /// Writes a draft in place of the one before, durably.
    pub fn put_draft(&mut self, row: &Row) -> Result<(), Error> {
        self.database.change(|change| {
            let mut statement = change.prepare_cached(
                "INSERT INTO draft (id, saved, body) VALUES (:id, :saved, :body)
                 ON CONFLICT (id) DO UPDATE SET saved = excluded.saved, body = excluded.body",
            )?;
            statement.execute(named_params! {
                ":id": row.id, ":saved": row.now, ":body": row.body,
            })?;
            Ok(())
        })
    }

    /// The newest records with all words, with a piece of text around them, straight
    /// from the index of words. Answers how many there are.
    pub fn search(&self, query: &SearchQuery, limit: u32) -> Result<usize, Error> {
        self.database.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT rowid, snippet(record_search, 0, '[', ']', '…', 24) AS excerpt
                 FROM record_search WHERE record_search MATCH :query
                 ORDER BY rowid DESC LIMIT :limit",
            )?;
            let mut rows =
                statement.query(named_params! { ":query": query.fts_match(), ":limit": limit })?;
            let mut count = 0;
            while let Some(row) = rows.next()? {
                black_box(row.get::<_, String>("excerpt")?);
                count += 1;
            }
            Ok(count)
        })
    }

    /// How many records hold all words.
    pub fn count(&self, query: &SearchQuery) -> Result<usize, Error> {
        self.database.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT rowid FROM record_search WHERE record_search MATCH :query ORDER BY rowid DESC",
            )?;
            let mut rows = statement.query(named_params! { ":query": query.fts_match() })?;
            let mut count = 0;
            while let Some(row) = rows.next()? {
                black_box(row.get::<_, i64>("rowid")?);
                count += 1;
            }
            Ok(count)
        })
    }

    /// The newest bodies of one kind, unread.
    pub fn list(&self, kind: KindName, limit: u32) -> Result<usize, Error> {
        self.database.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT body FROM record WHERE kind = :kind AND deleted IS NULL
                 ORDER BY seq DESC LIMIT :limit",
            )?;
            let mut rows =
                statement.query(named_params! { ":kind": kind.as_str(), ":limit": limit })?;
            let mut count = 0;
            while let Some(row) = rows.next()? {
                black_box(row.get::<_, String>("body")?);
                count += 1;
            }
            Ok(count)
        })
    }

    /// Copies the database page by page into the new file `to`, syncs it, opens the
    /// copy from disk and has every page of it checked.
    pub fn copy_and_check(&self, keyed: &Keyed, to: &Path) -> Result<(), Error> {
        crate::files::create_private(to)?;
        let mut copy = connect(to, &keyed.key)?;
        self.database.read(|connection| {
            let backup = rusqlite::backup::Backup::new(connection, &mut copy)?;
            Ok(backup.run_to_completion(1024, Duration::ZERO, None)?)
        })?;
        drop(copy);
        fs::File::open(to)?.sync_all()?;
        check_codes(to, &keyed.key)?;
        let copy = Database::open(to, &keyed.key, &keyed.vault_id)?;
        copy.check_tables()?;
        copy.close()
    }

    /// Lets SQLCipher and SQLite check every page and every table.
    pub fn check_whole(&self) -> Result<(), Error> {
        self.database.check_whole()
    }
}

fn insert(change: &Transaction<'_>, row: &Row) -> Result<(), Problem> {
    let mut record = change.prepare_cached(
        "INSERT INTO record (seq, id, kind, day, share, created, changed, version, body)
         VALUES (:seq, :id, :kind, :day, :share, :now, :now, 1, :body)",
    )?;
    record.execute(named_params! {
        ":seq": row.seq,
        ":id": row.id,
        ":kind": row.kind,
        ":day": row.day,
        ":share": row.share,
        ":now": row.now,
        ":body": row.body,
    })?;
    let mut link = change.prepare_cached(
        "INSERT INTO record_link (target, role, seq) VALUES (:target, 'person', :seq)",
    )?;
    for person in &row.people {
        link.execute(named_params! { ":target": person, ":seq": row.seq })?;
    }
    let mut words =
        change.prepare_cached("INSERT INTO record_search (rowid, text) VALUES (:seq, :text)")?;
    words.execute(named_params! { ":seq": row.seq, ":text": row.text })?;
    Ok(())
}
