//! What was read of every record of one kind, kept up to date by reading again only
//! what changed.
//!
//! A chart over ten years looks at every check-in. Reading all of them takes longer than
//! the 100 ms a person may be made to wait, and most of them never change again. Of a
//! whole life in the bench (`charting`, release, two cores): with 36,500 check-ins 187 ms
//! to read, then 23 ms, or 38 ms after one more; with 78,200 check-ins 406, 42 and 71 ms.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use journal::KindName;
use rusqlite::{Connection, named_params};
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use crate::database::Problem;
use crate::error::Error;
use crate::list::{self, Filter};
use crate::vault::Vault;

/// Something read of every record of one kind outside of the trash.
#[derive(Clone, Debug)]
pub struct Followed<T> {
    kind: KindName,
    /// How much of what was touched is in it; none before the first look.
    seen: Option<Mark>,
    rows: BTreeMap<i64, T>,
}

impl<T> Followed<T> {
    /// Nothing read yet.
    pub fn new(kind: KindName) -> Self {
        Self { kind, seen: None, rows: BTreeMap::new() }
    }

    /// Whether it was read once, so that the next look reads only what changed.
    pub fn is_read(&self) -> bool {
        self.seen.is_some()
    }

    /// What was read, the oldest first.
    pub fn rows(&self) -> impl Iterator<Item = &T> {
        self.rows.values()
    }
}

/// The numbers of rows that were changed since the database was opened, as SQLite
/// tells them itself: no way of changing a record can be forgotten. Of a row that got
/// another number only the new one is told.
#[derive(Clone, Default)]
pub(crate) struct Touched(Arc<Mutex<Log>>);

#[derive(Default)]
struct Log {
    /// How often the log was begun anew.
    epoch: u64,
    /// Whether the database tells what it changes.
    hears: bool,
    numbers: Vec<i64>,
}

/// A place in that log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    epoch: u64,
    length: usize,
}

/// After so many changes reading everything again is as quick.
const LONGEST: usize = 5_000;

impl Touched {
    /// Listens to what a database changes. If it does not tell, everything is always
    /// read again.
    pub(crate) fn listen(connection: &mut Connection) -> Self {
        let touched = Self::default();
        let log = touched.clone();
        let told = connection.update_hook(Some(move |_, _: &str, table: &str, row| {
            if table == "record" {
                log.add(row);
            }
        }));
        touched.log().hears = told.is_ok();
        touched
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, row: i64) {
        let mut log = self.log();
        if log.numbers.len() >= LONGEST {
            log.epoch += 1;
            log.numbers.clear();
        }
        log.numbers.push(row);
    }

    /// The present place, and what came after an earlier one; none if the log was begun
    /// anew since then.
    fn since(&self, seen: Option<Mark>) -> (Mark, Option<BTreeSet<i64>>) {
        let log = self.log();
        let now = Mark { epoch: log.epoch, length: log.numbers.len() };
        let after = seen
            .filter(|seen| log.hears && seen.epoch == now.epoch)
            .and_then(|seen| log.numbers.get(seen.length..))
            .map(|numbers| numbers.iter().copied().collect());
        (now, after)
    }
}

impl Vault {
    /// Brings what was read of a kind up to date. `T` need only know the fields of the
    /// record that it is after.
    ///
    /// # Errors
    /// [`Error::DataDamaged`] if a record is no such `T`; what was read is forgotten then.
    pub fn follow<T: DeserializeOwned>(&self, known: &mut Followed<T>) -> Result<(), Error> {
        let (now, touched) = self.database.touched.since(known.seen.take());
        if touched.is_none() {
            known.rows.clear();
        }
        let touched = touched.unwrap_or_default();
        if !known.rows.is_empty() && touched.is_empty() {
            known.seen = Some(now);
            return Ok(());
        }
        let kind = known.kind;
        let rows = &mut known.rows;
        self.database.read(|connection| {
            if rows.is_empty() {
                *rows = read_all(connection, kind)?;
                return Ok(());
            }
            let filter = Filter { kinds: vec![kind], ..Filter::default() };
            let present: BTreeSet<i64> = list::numbers(connection, &filter)?.into_iter().collect();
            rows.retain(|seq, _| present.contains(seq) && !touched.contains(seq));
            let missing: Vec<i64> =
                present.into_iter().filter(|seq| !rows.contains_key(seq)).collect();
            for seq in missing {
                rows.insert(seq, read_one(connection, seq)?);
            }
            Ok(())
        })?;
        known.seen = Some(now);
        Ok(())
    }

    /// Something of each record that a filter wants, the newest first.
    ///
    /// # Errors
    /// [`Error::DataDamaged`] if a record is no such `T`.
    pub fn glances<T: DeserializeOwned>(&self, filter: &Filter) -> Result<Vec<T>, Error> {
        self.database.read(|connection| {
            let numbers = list::numbers(connection, filter)?;
            numbers.into_iter().map(|seq| read_one(connection, seq)).collect()
        })
    }
}

/// In the order in which they lie on the disk, so that each page is decrypted once.
fn read_all<T: DeserializeOwned>(
    connection: &Connection,
    kind: KindName,
) -> Result<BTreeMap<i64, T>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, body FROM record INDEXED BY record_by_kind
         WHERE kind = :kind AND deleted IS NULL ORDER BY seq",
    )?;
    let mut rows = statement.query(named_params! { ":kind": kind.as_str() })?;
    let mut all = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let body = row.get_ref("body")?.as_str().map_err(|_| Error::DataDamaged)?;
        all.insert(row.get("seq")?, glance(body)?);
    }
    Ok(all)
}

fn read_one<T: DeserializeOwned>(connection: &Connection, seq: i64) -> Result<T, Problem> {
    let mut statement = connection.prepare_cached("SELECT body FROM record WHERE seq = :seq")?;
    let body = statement.query_row(named_params! { ":seq": seq }, |row| {
        Ok(Zeroizing::new(row.get::<_, String>("body")?))
    })?;
    glance(&body)
}

/// The error of the JSON reader is dropped: it may quote what was written.
fn glance<T: DeserializeOwned>(body: &str) -> Result<T, Problem> {
    serde_json::from_str(body).map_err(|_| Problem::Known(Error::DataDamaged))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use journal::{Body, Moment, Record, RecordId};
    use serde::Deserialize;

    use super::*;
    use crate::testing::{note, now, vault};

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    struct Title {
        id: RecordId,
        body: Text,
    }

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    struct Text {
        text: String,
    }

    fn later(number: u128, text: &str, minutes: i64) -> Record {
        Record { at: Moment(now().0 + TimeDelta::minutes(minutes)), ..note(number, text) }
    }

    /// What is followed is what reading everything anew gives.
    fn check(vault: &Vault, known: &mut Followed<Title>) -> Vec<String> {
        vault.follow(known).unwrap();
        let mut fresh = Followed::new(KindName::Note);
        vault.follow(&mut fresh).unwrap();
        let told: Vec<&Title> = known.rows().collect();
        assert_eq!(told, fresh.rows().collect::<Vec<_>>());
        told.into_iter().map(|title| title.body.text.clone()).collect()
    }

    #[test]
    fn every_way_of_changing_a_record_is_followed() {
        let dir = tempfile::tempdir().unwrap();
        let mut vault = vault(dir.path());
        let mut known = Followed::new(KindName::Note);
        assert!(check(&vault, &mut known).is_empty());

        for (number, text) in [(1, "one"), (2, "two"), (3, "three")] {
            let minutes = i64::try_from(number).unwrap();
            vault.save(&later(number, text, minutes), now()).unwrap();
        }
        assert_eq!(check(&vault, &mut known), ["one", "two", "three"]);

        // Changed in its place, moved in time, thrown away.
        vault.save(&later(1, "one again", 1), now()).unwrap();
        vault.save(&later(2, "two", 90), now()).unwrap();
        vault.trash(note(3, "").id, now()).unwrap();
        assert_eq!(check(&vault, &mut known), ["one again", "two"]);

        vault.untrash(note(3, "").id).unwrap();
        vault.import(&[later(4, "four", -5)], now()).unwrap();
        assert_eq!(check(&vault, &mut known), ["four", "one again", "three", "two"]);

        vault.trash(note(4, "").id, now()).unwrap();
        vault.delete_forever(note(4, "").id).unwrap();
        let mut other = Record::new(note(5, "").id, now(), KindName::Person);
        if let Body::Person(person) = &mut other.body {
            person.name = "Ana".into();
        }
        vault.save(&other, now()).unwrap();
        assert_eq!(check(&vault, &mut known), ["one again", "three", "two"]);
    }

    #[test]
    fn what_was_read_once_is_not_read_again() {
        #[derive(Debug, Deserialize)]
        struct Counted {
            #[serde(rename = "id", deserialize_with = "count")]
            _id: (),
        }
        thread_local!(static READ: std::cell::Cell<u32> = const { std::cell::Cell::new(0) });
        fn count<'de, D: serde::Deserializer<'de>>(from: D) -> Result<(), D::Error> {
            READ.set(READ.get() + 1);
            serde::de::IgnoredAny::deserialize(from).map(drop)
        }
        let dir = tempfile::tempdir().unwrap();
        let mut vault = vault(dir.path());
        let many: Vec<Record> =
            (0..50).map(|number| later(number, "a", i64::try_from(number).unwrap())).collect();
        vault.import(&many, now()).unwrap();
        let mut known: Followed<Counted> = Followed::new(KindName::Note);
        vault.follow(&mut known).unwrap();
        assert_eq!(READ.get(), 50);
        vault.follow(&mut known).unwrap();
        assert_eq!(READ.get(), 50, "nothing changed");
        vault.save(&later(7, "b", 7), now()).unwrap();
        vault.follow(&mut known).unwrap();
        assert_eq!(READ.get(), 51, "only what changed");
    }

    #[test]
    fn a_long_log_is_begun_anew_and_everything_read_again() {
        let touched = Touched::default();
        touched.log().hears = true;
        touched.add(1);
        let (place, _) = touched.since(None);
        touched.add(2);
        assert_eq!(touched.since(Some(place)).1, Some(BTreeSet::from([2])));
        for row in 0..i64::try_from(LONGEST).unwrap() {
            touched.add(row);
        }
        assert_eq!(touched.since(Some(place)).1, None);
    }
}
