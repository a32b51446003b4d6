//! Finding records by their words.
//!
//! The index holds one text for every record, under the number of the record, and
//! changes in the same transaction. Numbers follow time, so the newest hits come
//! first without sorting. What is typed arrives as a [`SearchQuery`], in which
//! nothing is an operator.

use journal::{Record, SearchQuery};
use rusqlite::{Connection, Rows, Transaction, named_params};
use zeroize::Zeroizing;

use crate::database::Problem;
use crate::error::Error;
use crate::list::{Filter, Wanted, wanted};
use crate::record::from_json;
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

/// Marks around what was found. Code points that are no characters and never will
/// be; they are taken out of every text before it is indexed.
const OPEN: char = '\u{fdd0}';
const CLOSE: char = '\u{fdd1}';
const ELLIPSIS: &str = "…";

/// Which records hold the words and are wanted. The index of words comes first, so
/// that its order needs no sorting.
macro_rules! found {
    () => {
        concat!(
            " FROM record_search CROSS JOIN record INDEXED BY record_by_seq
                 ON record.seq = record_search.rowid
             WHERE record_search MATCH :query
             AND (:kinds IS NULL OR record.kind IN (SELECT value FROM json_each(:kinds)))
             AND ",
            wanted!()
        )
    };
}

/// A list of hits with their excerpts.
pub(crate) const HITS: &str = concat!(
    "SELECT record.body,
         snippet(record_search, 0, :open, :close, :ellipsis, 24) AS excerpt",
    found!(),
    " ORDER BY record_search.rowid DESC LIMIT :limit"
);

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
            let wanted = Wanted::of(connection, filter)?;
            let mut statement = connection.prepare_cached(HITS)?;
            let found = statement.query(named_params! {
                ":open": OPEN.to_string(),
                ":close": CLOSE.to_string(),
                ":ellipsis": ELLIPSIS,
                ":query": query.fts_match(),
                ":kinds": kinds(filter),
                ":trashed": wanted.trashed,
                ":before": wanted.before,
                ":share": wanted.share,
                ":from": wanted.from,
                ":to": wanted.to,
                ":people": wanted.people,
                ":focus": wanted.focus,
                ":limit": wanted.limit,
            })?;
            read_hits(found)
        })
    }

    /// How many records the search finds, `before` and `limit` aside.
    pub fn count_found(&self, query: &SearchQuery, filter: &Filter) -> Result<u32, Error> {
        if query.is_empty() {
            return Ok(0);
        }
        let all = Filter { before: None, limit: None, ..filter.clone() };
        self.database.read(|connection| {
            let wanted = Wanted::of(connection, &all)?;
            let mut statement = connection.prepare_cached(concat!("SELECT count(*)", found!()))?;
            let count = statement.query_row(
                named_params! {
                    ":query": query.fts_match(),
                    ":kinds": kinds(filter),
                    ":trashed": wanted.trashed,
                    ":before": wanted.before,
                    ":share": wanted.share,
                    ":from": wanted.from,
                    ":to": wanted.to,
                    ":people": wanted.people,
                    ":focus": wanted.focus,
                },
                |row| row.get(0),
            )?;
            Ok(count)
        })
    }
}

/// Puts the words of a record into the index.
pub(crate) fn put(change: &Transaction<'_>, seq: i64, record: &Record) -> Result<(), Problem> {
    let text = Zeroizing::new(without_marks(&Zeroizing::new(record.search_text())));
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

/// Whether index and records agree; for tests and repairs.
pub(crate) fn check_index(connection: &Connection) -> Result<(), Problem> {
    let strays: u32 = connection.query_row(
        "SELECT (SELECT count(*) FROM record WHERE seq NOT IN (SELECT rowid FROM record_search))
              + (SELECT count(*) FROM record_search WHERE rowid NOT IN (SELECT seq FROM record))",
        [],
        |row| row.get(0),
    )?;
    if strays > 0 {
        return Err(Error::DataDamaged.into());
    }
    // FTS5's own check: every word of every text is in the index, and no other.
    connection.execute(
        "INSERT INTO record_search (record_search, rank) VALUES ('integrity-check', 1)",
        [],
    )?;
    Ok(())
}

fn kinds(filter: &Filter) -> Option<String> {
    let quoted: Vec<String> =
        filter.kinds.iter().map(|kind| ["\"", kind.as_str(), "\""].concat()).collect();
    (!quoted.is_empty()).then(|| ["[", &quoted.join(","), "]"].concat())
}

fn read_hits(mut found: Rows<'_>) -> Result<Vec<Hit>, Problem> {
    let mut hits = Vec::new();
    while let Some(row) = found.next()? {
        let (body, excerpt): (Zeroizing<String>, Zeroizing<String>) =
            (Zeroizing::new(row.get("body")?), Zeroizing::new(row.get("excerpt")?));
        hits.push(Hit { record: from_json(&body)?, parts: parts(&excerpt) });
    }
    Ok(hits)
}

fn without_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    plain.extend(text.chars().filter(|&character| character != OPEN && character != CLOSE));
    plain
}

fn parts(excerpt: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut hit = false;
    for run in excerpt.split_inclusive([OPEN, CLOSE]) {
        let text = run.trim_end_matches([OPEN, CLOSE]);
        if !text.is_empty() {
            parts.push(Part { text: text.to_owned(), hit });
        }
        hit = run.ends_with(OPEN);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_parted_at_its_marks() {
        let excerpt = format!("we {OPEN}argued{CLOSE} about {OPEN}money{CLOSE}");
        let read: Vec<(String, bool)> =
            parts(&excerpt).into_iter().map(|part| (part.text, part.hit)).collect();
        let expected = [("we ", false), ("argued", true), (" about ", false), ("money", true)];
        assert_eq!(read, expected.map(|(text, hit)| (text.to_owned(), hit)));
        assert!(parts("").is_empty());
    }

    #[test]
    fn words_deleted_for_good_are_gone_from_the_index() {
        let temporary = tempfile::TempDir::new().unwrap();
        let mut vault = crate::testing::vault(&temporary.path().join("journal"));
        for number in 1..=3 {
            let text = if number == 2 { "zqxharbour" } else { "plain words" };
            vault.save(&crate::testing::note(number, text), crate::testing::now()).unwrap();
        }
        let count = |vault: &Vault| -> u32 {
            let sql = "SELECT count(*) FROM record_search_data
                       WHERE instr(block, CAST('xharbour' AS BLOB)) > 0";
            let count = vault
                .database
                .read(|connection| Ok(connection.query_row(sql, [], |row| row.get(0))?));
            count.unwrap()
        };
        assert!(count(&vault) > 0, "the check itself works");
        let id = crate::testing::note(2, "").id;
        vault.trash(id, crate::testing::now()).unwrap();
        vault.delete_forever(id).unwrap();
        assert_eq!(count(&vault), 0);
        vault.check_whole().unwrap();
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
    fn marks_in_a_text_cannot_forge_a_hit() {
        assert_eq!(without_marks(&format!("a{OPEN}b{CLOSE}c")), "abc");
    }
}
