//! Bringing in records from elsewhere: another journal's readable export, or another
//! program's. All of them or none, with nothing lost and nothing doubled.
//!
//! A record that is not here comes in with its id. One that is here the same is left
//! alone, and comes back if it lies in the trash. Where the two differ, the newer one
//! is what is shown and the other is kept as an earlier version of it: newer is what
//! was changed here after the file was written, else what is in the file. A file that
//! does not say when it was written counts as older. Of the settings and the page's
//! choices there is one each; if there is one here, it stays.

use std::collections::HashSet;

use journal::{KindName, Moment, Record, RecordId};
use rusqlite::{Connection, Transaction, named_params};
use zeroize::Zeroizing;

use crate::database::Problem;
use crate::error::Error;
use crate::record::{Kept, from_json, keep, read_moment, set_deleted, to_json};
use crate::vault::Vault;

/// How many records meet which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    /// Not here yet.
    pub new: u32,
    /// Here and older: the file's is shown, the one here becomes an earlier version.
    pub replaced: u32,
    /// Here and newer: it stays, the file's becomes an earlier version.
    pub stays: u32,
    /// Here the same, or among the earlier versions here.
    pub same: u32,
    /// Here the same, in the trash: comes back.
    pub from_trash: u32,
    /// Settings and choices, of which there are some here already: these stay.
    pub ours: u32,
}

/// What was brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// How many records met which fate.
    pub fates: Fates,
    /// How to take it back.
    pub undo: Vec<Undo>,
}

/// How one record is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    /// It is put in the trash.
    Trash(RecordId),
    /// The version before is shown again, if nobody changed it since.
    Version {
        /// The record.
        id: RecordId,
        /// The version that it became.
        became: u32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    New,
    Replaced,
    Stays,
    Same,
    FromTrash,
    Ours,
}

impl Vault {
    /// What would become of the records. Changes nothing.
    ///
    /// # Errors
    /// [`Error::Invalid`] if one of them may not be kept.
    pub fn weigh(&self, records: &[Record], written: Option<Moment>) -> Result<Fates, Error> {
        check(records)?;
        self.database.read(|connection| Ok(count(&fates(connection, records, written)?)))
    }

    /// Brings the records in, in one transaction.
    ///
    /// # Errors
    /// [`Error::Invalid`] if one of them may not be kept; nothing was changed then.
    pub fn bring(
        &mut self,
        records: &[Record],
        written: Option<Moment>,
        now: Moment,
    ) -> Result<Brought, Error> {
        check(records)?;
        self.database.change(|change| {
            let fates = fates(change, records, written)?;
            let mut undo = Vec::new();
            for (record, fate) in records.iter().zip(&fates) {
                undo.extend(put(change, record, *fate, now)?);
            }
            Ok(Brought { fates: count(&fates), undo })
        })
    }

    /// Takes back what was brought in: what is new goes into the trash, and what was
    /// replaced is shown again unless it was changed since. Nothing is deleted.
    ///
    /// # Errors
    /// As [`save`](Self::save); nothing was changed then.
    pub fn take_back(&mut self, undo: &[Undo], now: Moment) -> Result<(), Error> {
        self.database.change(|change| {
            for one in undo {
                match *one {
                    Undo::Trash(id) => {
                        let lies_there =
                            Kept::find(change, id)?.is_none_or(|kept| kept.deleted.is_some());
                        if !lies_there {
                            set_deleted(change, id, Some(now))?;
                        }
                    }
                    Undo::Version { id, became } => show_before(change, id, became, now)?,
                }
            }
            Ok(())
        })
    }
}

fn check(records: &[Record]) -> Result<(), Error> {
    records.iter().try_for_each(|record| Ok(record.check()?))
}

fn fates(
    connection: &Connection,
    records: &[Record],
    written: Option<Moment>,
) -> Result<Vec<Fate>, Problem> {
    let mut taken = HashSet::new();
    for kind in [KindName::Settings, KindName::PageChoices] {
        if has_one(connection, kind)? {
            taken.insert(kind);
        }
    }
    let fate = |record: &Record| -> Result<Fate, Problem> {
        let Some(kept) = Kept::find(connection, record.id)? else {
            return Ok(if taken.contains(&record.kind()) { Fate::Ours } else { Fate::New });
        };
        if from_json(&kept.body)? == *record {
            return Ok(if kept.deleted.is_some() { Fate::FromTrash } else { Fate::Same });
        }
        if was_once(connection, record)? {
            return Ok(Fate::Same);
        }
        let changed = read_moment(&kept.changed)?;
        let is_newer = written.is_some_and(|written| written > changed);
        Ok(if is_newer { Fate::Replaced } else { Fate::Stays })
    };
    records.iter().map(fate).collect()
}

fn has_one(connection: &Connection, kind: KindName) -> Result<bool, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT 1 FROM record WHERE kind = :kind AND deleted IS NULL LIMIT 1")?;
    Ok(statement.exists(named_params! { ":kind": kind.as_str() })?)
}

/// Whether the record is among its own earlier versions.
fn was_once(connection: &Connection, record: &Record) -> Result<bool, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT body FROM record_version WHERE id = :id")?;
    let mut rows = statement.query(named_params! { ":id": record.id.to_string() })?;
    while let Some(row) = rows.next()? {
        let body: Zeroizing<String> = Zeroizing::new(row.get("body")?);
        if from_json(&body)? == *record {
            return Ok(true);
        }
    }
    Ok(false)
}

fn put(
    change: &Transaction<'_>,
    record: &Record,
    fate: Fate,
    now: Moment,
) -> Result<Option<Undo>, Problem> {
    let id = record.id;
    Ok(match fate {
        Fate::Same | Fate::Ours => None,
        Fate::FromTrash => {
            set_deleted(change, id, None)?;
            Some(Undo::Trash(id))
        }
        Fate::New => {
            // Twice in one file is once here; the reader of the file sees to it, and the
            // second would otherwise be a version of the first.
            keep(change, record, &to_json(record)?, now)?;
            Some(Undo::Trash(id))
        }
        Fate::Replaced => {
            let saved = keep(change, record, &to_json(record)?, now)?;
            Some(Undo::Version { id, became: saved.version })
        }
        Fate::Stays => {
            let Some(kept) = Kept::find(change, id)? else { return Ok(None) };
            let present = from_json(&kept.body)?;
            keep(change, record, &to_json(record)?, now)?;
            keep(change, &present, &kept.body, now)?;
            None
        }
    })
}

fn show_before(
    change: &Transaction<'_>,
    id: RecordId,
    became: u32,
    now: Moment,
) -> Result<(), Problem> {
    let Some(kept) = Kept::find(change, id)?.filter(|kept| kept.version == became) else {
        return Ok(());
    };
    let mut statement = change.prepare_cached(
        "SELECT body FROM record_version WHERE id = :id AND version < :version
         ORDER BY version DESC LIMIT 1",
    )?;
    let mut rows =
        statement.query(named_params! { ":id": id.to_string(), ":version": kept.version })?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let body: Zeroizing<String> = Zeroizing::new(row.get("body")?);
    keep(change, &from_json(&body)?, &body, now)?;
    Ok(())
}

fn count(fates: &[Fate]) -> Fates {
    let of = |wanted| {
        let count = fates.iter().filter(|fate| **fate == wanted).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    Fates {
        new: of(Fate::New),
        replaced: of(Fate::Replaced),
        stays: of(Fate::Stays),
        same: of(Fate::Same),
        from_trash: of(Fate::FromTrash),
        ours: of(Fate::Ours),
    }
}

#[cfg(test)]
mod tests {
    use journal::settings::Settings;
    use journal::{Body, SearchQuery};

    use super::*;
    use crate::list::Filter;
    use crate::testing::{note, now, vault};

    fn at(text: &str) -> Moment {
        Moment(text.parse().unwrap())
    }

    fn before() -> Moment {
        at("2026-03-01T10:00:00+01:00")
    }

    fn after() -> Moment {
        at("2026-03-20T10:00:00+01:00")
    }

    fn texts(vault: &Vault) -> Vec<Record> {
        vault.all().unwrap()
    }

    #[test]
    fn what_comes_twice_is_there_once() {
        let temporary = tempfile::TempDir::new().unwrap();
        let mut vault = vault(temporary.path());
        let records = [note(1, "one"), note(2, "two")];
        let first = vault.bring(&records, Some(after()), now()).unwrap();
        assert_eq!(first.fates, Fates { new: 2, ..Fates::default() });
        let second = vault.bring(&records, Some(after()), now()).unwrap();
        assert_eq!(second.fates, Fates { same: 2, ..Fates::default() });
        assert!(second.undo.is_empty());
        assert_eq!(texts(&vault), records);
        assert_eq!(vault.history(records[0].id).unwrap().len(), 1);
    }

    #[test]
    fn of_two_that_differ_the_newer_is_shown_and_the_other_kept() {
        for (written, shown) in
            [(Some(after()), "theirs"), (Some(before()), "ours"), (None, "ours")]
        {
            let temporary = tempfile::TempDir::new().unwrap();
            let mut vault = vault(temporary.path());
            vault.save(&note(1, "ours"), now()).unwrap();
            let theirs = [note(1, "theirs")];
            let weighed = vault.weigh(&theirs, written).unwrap();
            let brought = vault.bring(&theirs, written, now()).unwrap();
            assert_eq!(brought.fates, weighed, "the preview says what happens");
            assert_eq!(texts(&vault), [note(1, shown)]);
            let kept: Vec<Record> =
                vault.history(theirs[0].id).unwrap().into_iter().map(|one| one.record).collect();
            assert!(kept.contains(&note(1, "ours")) && kept.contains(&note(1, "theirs")));
            let again = vault.bring(&theirs, written, now()).unwrap();
            assert_eq!(again.fates, Fates { same: 1, ..Fates::default() });
            assert_eq!(vault.history(theirs[0].id).unwrap().len(), kept.len());
        }
    }

    #[test]
    fn what_was_brought_can_be_taken_back() {
        let temporary = tempfile::TempDir::new().unwrap();
        let mut vault = vault(temporary.path());
        for number in [1, 3, 4] {
            vault.save(&note(number, "ours"), now()).unwrap();
        }
        vault.trash(note(4, "").id, now()).unwrap();
        let theirs = [note(1, "theirs"), note(2, "new"), note(3, "theirs"), note(4, "ours")];
        let brought = vault.bring(&theirs, Some(after()), now()).unwrap();
        assert_eq!(brought.fates, Fates { new: 1, replaced: 2, from_trash: 1, ..Fates::default() });
        vault.save(&note(3, "changed since"), now()).unwrap();
        vault.take_back(&brought.undo, now()).unwrap();
        assert_eq!(texts(&vault), [note(1, "ours"), note(3, "changed since")]);
        assert_eq!(vault.trashed().unwrap().len(), 2);
        let found =
            |text: &str| vault.search(&SearchQuery::parse(text), &Filter::default()).unwrap().len();
        assert_eq!((found("ours"), found("theirs")), (1, 0), "the index follows");
    }

    #[test]
    fn there_are_never_two_settings() {
        let temporary = tempfile::TempDir::new().unwrap();
        let mut vault = vault(temporary.path());
        let settings = |number| {
            let body = Body::Settings(Settings::default());
            Record { id: note(number, "").id, ..Record::with_body(note(1, "").id, now(), body) }
        };
        let first = vault.bring(&[settings(1)], None, now()).unwrap();
        assert_eq!(first.fates.new, 1, "none was here");
        let second = vault.bring(&[settings(2)], Some(after()), now()).unwrap();
        assert_eq!(second.fates, Fates { ours: 1, ..Fates::default() });
        assert_eq!(texts(&vault).len(), 1);
    }

    #[test]
    fn one_that_may_not_be_kept_refuses_all() {
        let temporary = tempfile::TempDir::new().unwrap();
        let mut vault = vault(temporary.path());
        let records = [note(1, "fine"), note(2, &"x".repeat(200_000))];
        assert!(matches!(vault.bring(&records, None, now()), Err(Error::Invalid(_))));
        assert!(vault.weigh(&records, None).is_err());
        assert!(texts(&vault).is_empty());
    }
}
