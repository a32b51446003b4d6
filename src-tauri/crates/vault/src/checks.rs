//! Looking through a whole database: whether every page is as it was written, and
//! whether they fit together.
//!
//! SQLite and SQLCipher answer such questions in words; which of them mean damage and
//! which a disk that did not read is known here.

use std::path::Path;

use rusqlite::{Connection, ffi};

use crate::database::{Database, Problem, connect};
use crate::error::Error;
use crate::keys::DatabaseKey;

impl Database {
    /// Whether all tables and indexes are well-formed. Not whether every page has its
    /// code (see [`check_codes`]), nor whether the index of words fits the texts: that
    /// can be made anew, and comparing takes longer than all the rest.
    pub(crate) fn check_tables(&self) -> Result<(), Error> {
        self.read(|connection| {
            let mut tables = connection
                .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")?;
            let mut names = tables.query([])?;
            while let Some(row) = names.next()? {
                let (name, mut verdict) = (row.get::<_, String>(0)?, Ok(()));
                let done = connection.pragma(None, "quick_check", &name, |row| {
                    verdict = more_telling(verdict, judge(&row.get::<_, String>(0)?));
                    Ok(())
                });
                // What was found before it could not go on says why it could not.
                verdict?;
                done?;
            }
            Ok(())
        })
    }

    /// Reads every page and every table. Takes seconds for a long journal.
    pub(crate) fn check_whole(&self) -> Result<(), Error> {
        self.read(|connection| {
            check_with(connection, "PRAGMA cipher_integrity_check")?;
            check_with(connection, "PRAGMA integrity_check(1)")
        })
    }
}

/// Whether every page of a file has its code. Takes no lock, so that it can be done
/// beside another connection that only reads.
pub(crate) fn check_codes(path: &Path, key: &DatabaseKey) -> Result<(), Error> {
    let database = Database::around(connect(path, key)?);
    let checked =
        database.read(|connection| check_with(connection, "PRAGMA cipher_integrity_check"));
    checked.map_err(|error| database.excuse(error, path))
}

fn check_with(connection: &Connection, pragma: &'static str) -> Result<(), Problem> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut verdict = Ok(());
    let done = loop {
        match rows.next() {
            Ok(Some(row)) => verdict = more_telling(verdict, judge(&row.get::<_, String>(0)?)),
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    // What was found before it could not go on says why it could not.
    verdict?;
    Ok(done?)
}

/// Of two verdicts: a page that the disk did not give makes others look as if they did
/// not fit, so that is what counts.
fn more_telling(one: Result<(), Error>, other: Result<(), Error>) -> Result<(), Error> {
    match (one, other) {
        (Err(Error::DataDamaged) | Ok(()), Err(unread @ Error::Database(_))) => Err(unread),
        (one, other) => one.and(other),
    }
}

/// What a check says of a page. These checks answer in words even when the disk did
/// not read, and a disk that does not read is no damage: it may read again.
fn judge(verdict: &str) -> Result<(), Error> {
    const UNREAD: [&str; 5] = [
        "error reading",
        "failed to determine file size",
        "failed to get page",
        "unable to get the page. error code=",
        "unable to validate",
    ];
    let is_unread = UNREAD.iter().any(|words| verdict.contains(words));
    match verdict {
        "ok" => Ok(()),
        _ if is_unread && !verdict.ends_with("error code=11") => {
            Err(Error::Database(ffi::SQLITE_IOERR_READ))
        }
        _ => Err(Error::DataDamaged),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::keys::DataKey;
    use crate::testing::{counting, now};

    #[test]
    fn codes_are_checked_beside_an_open_database_and_every_page_of_them() {
        let temporary = TempDir::new().unwrap();
        let path = temporary.path().canonicalize().unwrap().join("data.db");
        let key = DataKey::make(&mut counting(1)).unwrap().derive_database_key(&[9; 16]);
        let database = Database::create(&path, &key, &[9; 16], now()).unwrap();
        assert_eq!(check_codes(&path, &key), Ok(()));
        let other = DataKey::make(&mut counting(2)).unwrap().derive_database_key(&[9; 16]);
        assert_eq!(check_codes(&path, &other), Err(Error::DataDamaged));
        let whole = fs::read(&path).unwrap();
        for at in (100..whole.len()).step_by(4096) {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            let bent = path.with_extension("bent");
            let _ = fs::remove_file(&bent);
            crate::files::write_new(&bent, &bytes).unwrap();
            assert_eq!(check_codes(&bent, &key), Err(Error::DataDamaged), "byte {at}");
        }
        database.close().unwrap();
    }
}
