//! Finding records by their words.
//!
//! The index holds one text for every record, under the number of the record, and
//! changes in the same transaction. Numbers follow time, so the newest hits come
//! first without sorting. What is typed arrives as a [`SearchQuery`], in which
//! nothing is an operator.

use journal::{Record, SearchQuery};
use rusqlite::{Connection, Transaction, named_params};
use zeroize::Zeroizing;

use crate::database::Problem;
use crate::error::Error;
use crate::excerpt::Sought;
use crate::list::{Filter, body, seq_of};
use crate::remembered::Remembered;
use crate::vault::Vault;

/// A record in which all words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub record: Record,
    /// A piece of its text around the words.
    pub parts: Vec<Part>,
}

/// A run of text that was searched for, or that was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The text.
    pub text: String,
    /// Whether it was searched for.
    pub hit: bool,
}

/// Numbers of the records that hold the words, the newest first. Nothing else is asked
/// of the index, and the records are not touched.
pub(crate) const HITS: &str = "SELECT rowid AS seq FROM record_search
     WHERE record_search MATCH :query AND rowid BETWEEN :oldest AND :newest
     ORDER BY rowid DESC";

/// The piece of a text with most of the words of a query.
pub fn excerpt(query: &SearchQuery, text: &str) -> Vec<Part> {
    Sought::of(query).excerpt(text)
}

impl Vault {
    /// Records with all words of the query, the newest first, as far as the filter
    /// wants them. A query without words finds nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the record to go on from is gone.
    pub fn search(&self, query: &SearchQuery, filter: &Filter) -> Result<Vec<Hit>, Error> {
        if query.is_empty() {
            return Ok(Vec::new());
        }
        self.database.read(|connection| {
            let before = match filter.before {
                Some(id) => seq_of(connection, id)?.ok_or(Error::NotFound)?,
                None => i64::MAX,
            };
            let remembered = &mut *self.database.remembered.borrow_mut();
            let found = found(connection, remembered, query, filter)?;
            let first = found.partition_point(|&seq| seq >= before);
            let limit = filter.limit.map_or(usize::MAX, |limit| limit as usize);
            let sought = Sought::of(query);
            let hit = |&seq: &i64| -> Result<Hit, Problem> {
                let record = body(connection, seq)?;
                let parts = sought.excerpt(&Zeroizing::new(record.search_text()));
                Ok(Hit { record, parts })
            };
            found[first..].iter().take(limit).map(hit).collect()
        })
    }

    /// Unfinished texts with all words of the query, the latest first, as far as the kinds,
    /// people, days and share of the filter want them. They are few and in no index. A
    /// query without words finds all of them.
    pub fn search_drafts(&self, query: &SearchQuery, filter: &Filter) -> Result<Vec<Hit>, Error> {
        let sought = Sought::of(query);
        let drafts = self.drafts()?.into_iter().map(|(record, _)| record);
        let hit = |record: Record| {
            let text = Zeroizing::new(record.search_text());
            let is_found = sought.are_all_in(&text);
            is_found.then(|| Hit { parts: sought.excerpt(&text), record })
        };
        Ok(drafts.filter(|draft| is_wanted(draft, filter)).filter_map(hit).collect())
    }

    /// How many records the search finds, `before` and `limit` aside.
    pub fn count_found(&self, query: &SearchQuery, filter: &Filter) -> Result<u32, Error> {
        if query.is_empty() {
            return Ok(0);
        }
        self.database.read(|connection| {
            let remembered = &mut *self.database.remembered.borrow_mut();
            let found = found(connection, remembered, query, filter)?;
            Ok(u32::try_from(found.len()).unwrap_or(u32::MAX))
        })
    }
}

/// Whether a filter wants a draft.
fn is_wanted(draft: &Record, filter: &Filter) -> bool {
    let day = draft.at.day();
    let about = draft.people();
    (filter.kinds.is_empty() || filter.kinds.contains(&draft.kind()))
        && (filter.people.is_empty() || filter.people.iter().any(|person| about.contains(person)))
        && filter.from.is_none_or(|from| day >= from)
        && filter.to.is_none_or(|to| day <= to)
        && filter.share.is_none_or(|share| draft.share == share)
}

/// Numbers of the records that a search finds, the newest first.
fn found<'a>(
    connection: &Connection,
    remembered: &'a mut Remembered,
    query: &SearchQuery,
    filter: &Filter,
) -> Result<&'a [i64], Problem> {
    remembered.found(connection, query.fts_match(), filter, |query, wanted| {
        let (Some(&newest), Some(&oldest)) = (wanted.first(), wanted.last()) else {
            return Ok(Vec::new());
        };
        let mut statement = connection.prepare_cached(HITS)?;
        let mut hits = statement
            .query(named_params! { ":query": query, ":oldest": oldest, ":newest": newest })?;
        // Both lists go down: what is in both is found by walking along them once.
        let mut wanted = wanted.iter().copied().peekable();
        let mut found = Vec::new();
        while let Some(hit) = hits.next()? {
            let hit = hit.get("seq")?;
            while wanted.next_if(|&seq| seq > hit).is_some() {}
            found.extend(wanted.next_if_eq(&hit));
        }
        Ok(found)
    })
}

/// Puts the words of a record into the index.
pub(crate) fn put(change: &Transaction<'_>, seq: i64, record: &Record) -> Result<(), Problem> {
    let text = Zeroizing::new(record.search_text());
    let mut statement =
        change.prepare_cached("INSERT INTO record_search (rowid, text) VALUES (:seq, :text)")?;
    statement.execute(named_params! { ":seq": seq, ":text": *text })?;
    Ok(())
}

/// Takes the words of a record out of the index.
pub(crate) fn remove(change: &Transaction<'_>, seq: i64) -> Result<(), Problem> {
    let mut statement = change.prepare_cached("DELETE FROM record_search WHERE rowid = :seq")?;
    statement.execute(named_params! { ":seq": seq })?;
    Ok(())
}

/// Like [`remove`], and its words leave the file at once instead of at some later
/// merge. Takes a good part of a second, so it is kept for deleting for good.
pub(crate) fn erase(change: &Transaction<'_>, seq: i64) -> Result<(), Problem> {
    let on = "INSERT INTO record_search (record_search, rank) VALUES ('secure-delete', 1)";
    let off = "INSERT INTO record_search (record_search, rank) VALUES ('secure-delete', 0)";
    change.execute(on, [])?;
    remove(change, seq)?;
    change.execute(off, [])?;
    Ok(())
}

/// Lets go of every word that was taken out of the index and still stands in the file:
/// those of texts as they were before they were changed. Writes the whole index anew,
/// unless nothing was taken out since the last time.
pub(crate) fn forget_removed(change: &Transaction<'_>) -> Result<(), Problem> {
    change.execute("INSERT INTO record_search (record_search) VALUES ('optimize')", [])?;
    Ok(())
}

/// Whether every record has its text in the index, and every text its record.
pub(crate) fn check_strays(connection: &Connection) -> Result<(), Problem> {
    let strays: u32 = connection.query_row(
        "SELECT (SELECT count(*) FROM record WHERE seq NOT IN (SELECT rowid FROM record_search))
              + (SELECT count(*) FROM record_search WHERE rowid NOT IN (SELECT seq FROM record))",
        [],
        |row| row.get(0),
    )?;
    if strays > 0 {
        return Err(Error::DataDamaged.into());
    }
    Ok(())
}

/// Whether index and records agree, and every word of every text is in the index and no
/// other. [`Database::check_whole`](crate::database::Database::check_whole) reads the
/// words as well.
pub(crate) fn check_index(connection: &Connection) -> Result<(), Problem> {
    check_strays(connection)?;
    // FTS5's own check.
    connection.execute(
        "INSERT INTO record_search (record_search, rank) VALUES ('integrity-check', 1)",
        [],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In how many pieces of the index a secret word stands.
    fn traces(vault: &Vault) -> u32 {
        let sql = "SELECT count(*) FROM record_search_data
                   WHERE instr(block, CAST('xharbour' AS BLOB)) > 0";
        let count = |connection: &Connection| Ok(connection.query_row(sql, [], |row| row.get(0))?);
        vault.database.read(count).unwrap()
    }

    fn check_deleting(texts: &[&str]) {
        let temporary = tempfile::TempDir::new().unwrap();
        let mut vault = crate::testing::vault(&temporary.path().join("journal"));
        for number in [1, 3] {
            let plain = crate::testing::note(number, "plain words");
            vault.save(&plain, crate::testing::now()).unwrap();
        }
        for text in texts {
            vault.save(&crate::testing::note(2, text), crate::testing::now()).unwrap();
        }
        assert!(traces(&vault) > 0, "the check itself works");
        let id = crate::testing::note(2, "").id;
        vault.trash(id, crate::testing::now()).unwrap();
        vault.delete_forever(id).unwrap();
        assert_eq!(traces(&vault), 0, "{texts:?}");
        vault.check_whole().unwrap();
    }

    #[test]
    fn words_deleted_for_good_are_gone_from_the_index() {
        check_deleting(&["zqxharbour"]);
    }

    #[test]
    fn words_of_earlier_versions_are_gone_as_well() {
        check_deleting(&["zqxharbour", "something else"]);
        check_deleting(&["zqxharbour", "something else", "zqxharbour again"]);
    }

    #[test]
    fn an_index_out_of_step_is_found() {
        let temporary = tempfile::TempDir::new().unwrap();
        let mut vault = crate::testing::vault(&temporary.path().join("journal"));
        vault.save(&crate::testing::note(1, "words"), crate::testing::now()).unwrap();
        vault.check_whole().unwrap();
        let strays = "INSERT INTO record_search (rowid, text) VALUES (5, 'stray')";
        vault.database.change(|change| Ok(change.execute_batch(strays)?)).unwrap();
        assert_eq!(vault.check_whole(), Err(Error::DataDamaged));
    }

    #[test]
    fn an_index_without_the_words_of_a_text_is_found() {
        let temporary = tempfile::TempDir::new().unwrap();
        let mut vault = crate::testing::vault(&temporary.path().join("journal"));
        vault.save(&crate::testing::note(1, "words"), crate::testing::now()).unwrap();
        vault.check_whole().unwrap();
        let other = "UPDATE record_search_content SET c0 = 'others'";
        let changed = vault.database.change(|change| {
            // SQLite would not let anyone touch the tables of the index.
            change.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
            Ok(change.execute(other, [])?)
        });
        assert_eq!(changed, Ok(1));
        assert_eq!(vault.check_whole(), Err(Error::DataDamaged));
        let database = &vault.database;
        assert_eq!(database.check_tables(), Ok(()), "its tables are as they were written");
        assert_eq!(database.read(check_index), Err(Error::DataDamaged));
    }
}
