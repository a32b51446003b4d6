//! Drafts: what is being written and was not saved yet. One for each id, written
//! over in place, without versions and outside of lists and search.
//!
//! A draft need not be complete, so the rules of records are not asked here.

use journal::{Moment, Record, RecordId};
use rusqlite::{OptionalExtension, Transaction, named_params};
use zeroize::Zeroizing;

use crate::database::Problem;
use crate::error::Error;
use crate::record::{from_json, read_moment, to_json, write_moment};
use crate::vault::Vault;

impl Vault {
    /// Keeps a draft in place of the one before. On success it is on the disk.
    ///
    /// # Errors
    /// [`Error::TooLarge`] beyond 16 MiB; the draft before is still there then.
    pub fn put_draft(&mut self, record: &Record, now: Moment) -> Result<(), Error> {
        let body = to_json(record)?;
        self.database.change(|change| {
            let mut statement = change.prepare_cached(
                "INSERT INTO draft (id, saved, body) VALUES (:id, :saved, :body)
                 ON CONFLICT (id) DO UPDATE SET saved = excluded.saved, body = excluded.body",
            )?;
            statement.execute(named_params! {
                ":id": record.id.to_string(),
                ":saved": write_moment(now),
                ":body": *body,
            })?;
            Ok(())
        })
    }

    /// The draft of this id.
    pub fn draft(&self, id: RecordId) -> Result<Option<Record>, Error> {
        self.database.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT body FROM draft WHERE id = :id")?;
            let found = statement.query_row(named_params! { ":id": id.to_string() }, |row| {
                Ok(Zeroizing::new(row.get::<_, String>("body")?))
            });
            found.optional()?.map(|body| from_json(&body)).transpose()
        })
    }

    /// Every draft and when it was last kept, the latest first; without those of
    /// records that lie in the trash.
    pub fn drafts(&self) -> Result<Vec<(Record, Moment)>, Error> {
        self.database.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT body, saved FROM draft WHERE NOT EXISTS (
                     SELECT 1 FROM record WHERE record.id = draft.id AND deleted IS NOT NULL)",
            )?;
            let mut rows = statement.query([])?;
            let mut drafts = Vec::new();
            while let Some(row) = rows.next()? {
                let (body, saved): (Zeroizing<String>, String) =
                    (Zeroizing::new(row.get("body")?), row.get("saved")?);
                drafts.push((from_json(&body)?, read_moment(&saved)?));
            }
            drafts.sort_by_key(|&(_, saved)| std::cmp::Reverse(saved));
            Ok(drafts)
        })
    }

    /// Drops the draft of this id, if there is one.
    pub fn drop_draft(&mut self, id: RecordId) -> Result<(), Error> {
        self.database.change(|change| remove(change, id))
    }
}

pub(crate) fn remove(change: &Transaction<'_>, id: RecordId) -> Result<(), Problem> {
    let mut statement = change.prepare_cached("DELETE FROM draft WHERE id = :id")?;
    statement.execute(named_params! { ":id": id.to_string() })?;
    Ok(())
}

/// Puts a draft that was found in a damaged database back.
pub(crate) fn put_back(
    change: &Transaction<'_>,
    id: &str,
    saved: &str,
    body: &str,
) -> Result<(), Problem> {
    let mut statement =
        change.prepare_cached("INSERT INTO draft (id, saved, body) VALUES (:id, :saved, :body)")?;
    statement.execute(named_params! { ":id": id, ":saved": saved, ":body": body })?;
    Ok(())
}
