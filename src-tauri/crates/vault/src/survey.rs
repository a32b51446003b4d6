//! What is left in a damaged database, and where.
//!
//! A row is recognised by its shape alone, so that neither the tree of its table nor
//! the list of tables is needed. Pages that SQLite gave free are all zero in our files
//! (`secure_delete`), so nothing that was deleted can be taken for something kept.

use std::collections::{BTreeMap, BTreeSet};

use zeroize::Zeroizing;

use crate::cells::{Cell, Value, cells, user_version};
use crate::error::Error;
use crate::pages::Pages;
use crate::record::{Row, from_json, read_moment};
use crate::salvage::Salvage;
use crate::schema;

/// Where a row stands: its page, and its place among the cells of the page.
pub(crate) type At = (u32, usize);

/// What is left, and where. Records are called by the text of their id.
#[derive(Default)]
pub(crate) struct Survey {
    /// Rows of `meta`, as far as they are known by name.
    pub(crate) meta: BTreeMap<String, String>,
    /// Rows of `state`.
    pub(crate) state: BTreeMap<String, String>,
    /// The version of every record that is whole, and where it stands.
    pub(crate) records: BTreeMap<String, (u32, At)>,
    /// Where earlier versions stand that are whole.
    pub(crate) versions: BTreeMap<(String, u32), At>,
    /// For records that are not whole the latest version that is.
    pub(crate) earlier: BTreeMap<String, u32>,
    /// Where drafts stand that are whole.
    pub(crate) drafts: BTreeMap<String, At>,
    /// Numbers of records that any trace tells of.
    known: BTreeSet<i64>,
    /// Which number a record may have, from what is left of its row or of an index.
    numbers: BTreeSet<(String, i64)>,
    /// Numbers of records that lie in the trash, and since when.
    trashed: BTreeMap<i64, String>,
}

/// What stands in a cell.
pub(crate) enum Found {
    /// A record that is whole.
    Record(Box<Row>),
    /// An earlier version that is whole.
    Version(Box<Row>),
    /// A draft that is whole: its id, when it was kept, and the draft.
    Draft { id: String, saved: String, body: Zeroizing<String> },
    /// A row of one of the two tables of small things.
    Pair(String, String),
    /// Something that only a record with this number has.
    Trace { number: i64, deleted: Option<String> },
    /// A record or a draft may have this number.
    Number { id: String, number: i64 },
    /// The start of a record that runs over to a page that is lost.
    Half { id: String, number: i64, deleted: Option<String> },
}

/// What `meta` knows; the table of states has the same shape.
const META: [&str; 4] = ["vault_id", "content", "created", "backup_made"];

impl Survey {
    /// Reads every page. `step` is told how many were.
    ///
    /// # Errors
    /// [`Error::Newer`] if a newer version wrote it: then not everything would be known.
    pub(crate) fn of(pages: &mut Pages, step: &mut dyn FnMut(u32)) -> Result<Self, Error> {
        let mut survey = Self::default();
        visit(pages, step, |at, found| -> Result<(), Error> {
            survey.note(at, found);
            Ok(())
        })?;
        let version = pages.read(1).as_ref().map(user_version);
        if schema::is_newer(version, survey.meta.get("content").map(String::as_str)) {
            return Err(Error::Newer);
        }
        for (id, version) in survey.versions.keys() {
            if !survey.records.contains_key(id) {
                // In their order, so that the last one stays.
                survey.earlier.insert(id.clone(), *version);
            }
        }
        Ok(survey)
    }

    /// What of it a person is told.
    pub(crate) fn salvage(&self) -> Salvage {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (whole, earlier) = (self.records.len(), self.earlier.len());
        Salvage {
            whole: count(whole),
            earlier: count(earlier),
            known: count(self.known.len().max(whole + earlier)),
            drafts: count(self.drafts.len()),
        }
    }

    /// Makes of an earlier version the row of its record.
    pub(crate) fn complete(&self, version: Row) -> Row {
        let id = version.record.id.to_string();
        let numbers = self.numbers.range((id.clone(), i64::MIN)..=(id, i64::MAX));
        let number = numbers.map(|(_, number)| *number).find(|number| self.known.contains(number));
        let seq = number.unwrap_or(version.seq);
        Row { seq, deleted: self.trashed.get(&seq).cloned(), ..version }
    }

    fn note(&mut self, at: At, found: Found) {
        match found {
            Found::Record(row) => {
                self.known.insert(row.seq);
                let id = row.record.id.to_string();
                let is_newest =
                    self.records.get(&id).is_none_or(|(version, _)| *version < row.version);
                if is_newest {
                    self.records.insert(id, (row.version, at));
                }
            }
            Found::Version(row) => {
                self.versions.insert((row.record.id.to_string(), row.version), at);
            }
            Found::Draft { id, .. } => {
                self.drafts.insert(id, at);
            }
            Found::Pair(key, value) => {
                let is_meta = META.contains(&key.as_str());
                if is_meta { &mut self.meta } else { &mut self.state }.insert(key, value);
            }
            Found::Trace { number, deleted } => self.trace(number, deleted),
            Found::Number { id, number } => {
                self.numbers.insert((id, number));
            }
            Found::Half { id, number, deleted } => {
                self.numbers.insert((id, number));
                self.trace(number, deleted);
            }
        }
    }

    fn trace(&mut self, number: i64, deleted: Option<String>) {
        self.known.insert(number);
        if let Some(deleted) = deleted {
            self.trashed.insert(number, deleted);
        }
    }
}

/// Shows everything that is left to `take`, in the order of the pages.
pub(crate) fn visit<E: From<Error>>(
    pages: &mut Pages,
    step: &mut dyn FnMut(u32),
    mut take: impl FnMut(At, Found) -> Result<(), E>,
) -> Result<(), E> {
    for number in 1..=pages.count() {
        if let Some(page) = pages.read(number) {
            for (place, cell) in
                cells(&mut |number| pages.read(number), number, &page)?.into_iter().enumerate()
            {
                if let Some(found) = recognise(cell) {
                    take((number, place), found)?;
                }
            }
        }
        if number.is_multiple_of(16) || number == pages.count() {
            step(number);
        }
    }
    Ok(())
}

fn recognise(cell: Cell) -> Option<Found> {
    match cell {
        Cell::Row { number, values, is_whole: true } => recognise_row(number, values),
        Cell::Row { number, values, is_whole: false } => recognise_half(number, &values),
        Cell::Entry(values) => recognise_entry(&values),
    }
}

/// The shapes of the tables in `schema/001.sql`, and of the texts that the index of
/// words keeps.
fn recognise_row(number: i64, values: Vec<Value>) -> Option<Found> {
    use Value::{Nothing, Number, Text};
    let mut fields = values.into_iter();
    let mut next = || fields.next();
    match (next(), next(), next(), next(), next(), next()) {
        (Some(Text(key)), Some(Text(value)), None, ..) => {
            Some(Found::Pair(key.to_string(), value.to_string()))
        }
        (Some(Text(id)), Some(Text(saved)), Some(Text(body)), None, ..) => {
            let is_whole = from_json(&body).is_ok_and(|record| record.id.to_string() == *id);
            let is_whole = is_whole && read_moment(&saved).is_ok();
            is_whole.then(|| Found::Draft { id: id.to_string(), saved: saved.to_string(), body })
        }
        (Some(Text(id)), Some(Number(version)), Some(Text(saved)), Some(Text(body)), None, _) => {
            let row = Row::read(&id, None, [&saved, &saved], None, version, body)?;
            Some(Found::Version(Box::new(row)))
        }
        (
            Some(Nothing),
            Some(Text(id)),
            Some(Text(_)),
            Some(Text(_)),
            Some(Text(_)),
            Some(made),
        ) => {
            let (Text(created), Some(Text(changed))) = (made, next()) else { return None };
            let deleted = match next()? {
                Text(deleted) => Some(deleted.to_string()),
                _ => None,
            };
            let (Some(Number(version)), Some(Text(body))) = (next(), next()) else { return None };
            let read =
                Row::read(&id, Some(number), [&created, &changed], deleted.clone(), version, body);
            Some(match read {
                Some(row) => Found::Record(Box::new(row)),
                None => Found::Half { id: id.to_string(), number, deleted },
            })
        }
        (Some(Nothing), Some(Text(_)), None, ..) => Some(Found::Trace { number, deleted: None }),
        _ => None,
    }
}

fn recognise_half(number: i64, values: &[Value]) -> Option<Found> {
    use Value::{Nothing, Text};
    let [Nothing, Text(id), Text(_), Text(_), Text(_), rest @ ..] = values else {
        return None;
    };
    let deleted = match rest.get(2) {
        Some(Text(deleted)) => Some(deleted.to_string()),
        _ => None,
    };
    Some(Found::Half { id: id.to_string(), number, deleted })
}

/// The shapes of the indexes and of the table of links.
fn recognise_entry(values: &[Value]) -> Option<Found> {
    use Value::{Nothing, Number, Text};
    let trace = |number: i64, deleted: &Value| {
        let deleted = match deleted {
            Text(deleted) => Some(deleted.to_string()),
            _ => None,
        };
        Some(Found::Trace { number, deleted })
    };
    match values {
        [Text(_), Number(number), Text(_), Text(_), deleted @ (Nothing | Text(_)), ..]
        | [Number(number), Text(_), Text(_), Text(_), deleted @ (Nothing | Text(_)), ..] => {
            trace(*number, deleted)
        }
        [Text(_), Text(role), Number(number)] if matches!(role.as_str(), "person" | "focus") => {
            trace(*number, &Nothing)
        }
        [Text(id), Number(number)] => Some(Found::Number { id: id.to_string(), number: *number }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::place::{DATA, DATA_JOURNAL};
    use crate::testing::{note, now, vault};

    /// What is left of copies of the two files, with or without the journal.
    fn left(dir: &std::path::Path, journal: &str, vault: &crate::vault::Vault) -> Survey {
        let salt = vault.database.salt().unwrap();
        let (data, journal) = (dir.join("copy"), dir.join(journal));
        let mut pages = Pages::open(&data, &journal, &vault.keys.database, &salt).unwrap();
        Survey::of(&mut pages, &mut |_| {}).unwrap()
    }

    #[test]
    fn a_change_that_was_cut_short_is_rolled_back_page_by_page() {
        let temporary = tempfile::TempDir::new().unwrap();
        let dir = temporary.path().canonicalize().unwrap();
        let mut vault = vault(&dir.join("journal"));
        for number in 1..=40 {
            let text = format!("{number} {}", "words of a day ".repeat(100));
            vault.save(&note(number, &text), now()).unwrap();
        }
        let (data, journal) =
            (dir.join("journal").join(DATA), dir.join("journal").join(DATA_JOURNAL));
        vault
            .database
            .change(|change| {
                // So little room in memory that the change is on the disk before its end.
                change.execute_batch(
                    "PRAGMA cache_size = 5;
                     UPDATE record SET changed = 'later', body = 'nothing' || body;
                     DELETE FROM record WHERE rowid IN (SELECT seq FROM record LIMIT 20);",
                )?;
                fs::copy(&data, dir.join("copy")).unwrap();
                fs::copy(&journal, dir.join("copy-journal")).unwrap();
                Err::<(), _>(Error::NotFound.into())
            })
            .unwrap_err();

        let torn = left(&dir, "not-there", &vault).salvage();
        assert!(torn.whole < 40, "the change really was on the disk: {torn:?}");
        let rolled_back = left(&dir, "copy-journal", &vault).salvage();
        assert_eq!((rolled_back.whole, rolled_back.known), (40, 40));

        // One record of the journal damaged: the others still count.
        let mut bytes = fs::read(dir.join("copy-journal")).unwrap();
        bytes[512 + 8 + 4104 + 2000] ^= 1;
        crate::files::write_new(&dir.join("bent-journal"), &bytes).unwrap();
        assert!(left(&dir, "bent-journal", &vault).salvage().whole > torn.whole);
        // Ended by SQLite: not in force any more.
        bytes[..28].fill(0);
        crate::files::write_new(&dir.join("ended-journal"), &bytes).unwrap();
        assert_eq!(left(&dir, "ended-journal", &vault).salvage(), torn);
    }
}
