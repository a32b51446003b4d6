//! The shape of the database and the steps by which an older one becomes it.
//!
//! Steps are only ever added; a released one never changes. All steps that a file
//! lacks run in one transaction, so it is of one version or of another, never
//! between. A file of a newer version is left untouched.

use journal::Moment;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use crate::database::{Database, Problem};
use crate::error::Error;
use crate::hex;
use crate::record::read_moment;

/// The steps, oldest first; the number of each is its place, from 1. A step ends
/// by setting `user_version` to its number.
const STEPS: &[&str] = &[include_str!("schema/001.sql")];

/// What this program can read in the body of a record. Raised with every released
/// kind or field, so that an older program refuses a journal that it would
/// misread, instead of showing half of it.
const CONTENT: u32 = 1;

/// In the database of a backup: when it was made.
const MADE: &str = "backup_made";

/// Fills an empty database.
pub(crate) fn create(
    change: &Transaction<'_>,
    vault_id: &[u8; 16],
    now: Moment,
) -> Result<(), Problem> {
    upgrade(change, STEPS)?;
    set_meta(change, "vault_id", &hex::write(vault_id))?;
    set_meta(change, "content", &CONTENT.to_string())?;
    set_meta(change, "created", &now.0.to_rfc3339())
}

/// Copies when the journal began.
pub(crate) fn copy_created(from: &Connection, to: &Transaction<'_>) -> Result<(), Problem> {
    match meta(from, "created")? {
        Some(created) => set_meta(to, "created", &created),
        None => Ok(()),
    }
}

/// Notes in a copy when it was made, or takes the note away.
pub(crate) fn note_made(change: &Connection, made: Option<Moment>) -> Result<(), Problem> {
    if let Some(made) = made {
        return set_meta(change, MADE, &made.0.to_rfc3339());
    }
    change.execute("DELETE FROM meta WHERE key = :key", named_params! { ":key": MADE })?;
    Ok(())
}

/// When a copy was made; none in a database that is no copy.
pub(crate) fn made(connection: &Connection) -> Result<Option<Moment>, Problem> {
    meta(connection, MADE)?.map(|text| read_moment(&text)).transpose()
}

/// Refuses a file of a newer version. Asked first of all: even a setting could
/// change such a file.
pub(crate) fn refuse_newer(connection: &Connection) -> Result<(), Problem> {
    if version(connection)? > STEPS.len() {
        return Err(Error::Newer.into());
    }
    Ok(())
}

/// Whether a newer version wrote a database of which only this much can be read.
pub(crate) fn is_newer(user_version: Option<u32>, content: Option<&str>) -> bool {
    let steps = u32::try_from(STEPS.len()).unwrap_or(u32::MAX);
    user_version.is_some_and(|version| version > steps)
        || content
            .and_then(|content| content.parse().ok())
            .is_some_and(|content: u32| content > CONTENT)
}

/// Puts back when a vault was made, from a damaged database.
pub(crate) fn set_created(change: &Transaction<'_>, created: &str) -> Result<(), Problem> {
    match read_moment(created) {
        Ok(_) => set_meta(change, "created", created),
        Err(_) => Ok(()),
    }
}

/// Checks that the database is the one of this vault, and brings it up to date.
pub(crate) fn migrate(database: &mut Database, vault_id: &[u8; 16]) -> Result<(), Error> {
    database.change(|change| {
        let content = content(change)?;
        if content > CONTENT {
            return Err(Error::Newer.into());
        }
        if meta(change, "vault_id")?.as_deref() != Some(&hex::write(vault_id)) {
            return Err(Error::DataDamaged.into());
        }
        upgrade(change, STEPS)?;
        if content < CONTENT {
            set_meta(change, "content", &CONTENT.to_string())?;
        }
        Ok(())
    })
}

fn upgrade(change: &Transaction<'_>, steps: &[&str]) -> Result<(), Problem> {
    for (done, step) in steps.iter().enumerate().skip(version(change)?) {
        change.execute_batch(step)?;
        // A step that forgot its number would run again over its own work.
        if version(change)? != done + 1 {
            return Err(Error::EngineUnfit.into());
        }
    }
    Ok(())
}

fn version(connection: &Connection) -> Result<usize, Problem> {
    let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// The content version; zero in a database that has no tables yet.
fn content(connection: &Connection) -> Result<u32, Problem> {
    if version(connection)? == 0 {
        // A right key and no tables: a vault never looks like this.
        return Err(Error::DataDamaged.into());
    }
    let content = meta(connection, "content")?.and_then(|text| text.parse().ok());
    content.ok_or(Problem::Known(Error::DataDamaged))
}

fn meta(connection: &Connection, key: &str) -> Result<Option<String>, Problem> {
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE key = :key")?;
    Ok(statement.query_row(named_params! { ":key": key }, |row| row.get(0)).optional()?)
}

fn set_meta(change: &Connection, key: &str, value: &str) -> Result<(), Problem> {
    change.execute(
        "INSERT INTO meta (key, value) VALUES (:key, :value)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        named_params! { ":key": key, ":value": value },
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use tempfile::TempDir;

    use super::*;
    use crate::keys::DataKey;
    use crate::testing::counting;

    const VAULT_ID: [u8; 16] = [9; 16];

    fn moment() -> Moment {
        Moment("2026-03-09T10:00:00+01:00".parse().unwrap())
    }

    fn open(path: &Path) -> Result<Database, Error> {
        let key = DataKey::make(&mut counting(1)).unwrap().derive_database_key(&VAULT_ID);
        if path.exists() {
            Database::open(path, &key, &VAULT_ID)
        } else {
            Database::create(path, &key, &VAULT_ID, moment())
        }
    }

    /// A database changed by a statement, as another version could have left it.
    fn check_refusal(sql: &'static str, expected: Error) {
        let temporary = TempDir::new().unwrap();
        let path = temporary.path().canonicalize().unwrap().join("data.db");
        let mut database = open(&path).unwrap();
        database.change(|change| Ok(change.execute_batch(sql)?)).unwrap();
        database.close().unwrap();
        let before = fs::read(&path).unwrap();
        assert_eq!(open(&path).err(), Some(expected), "{sql}");
        assert_eq!(fs::read(&path).unwrap(), before, "{sql}: the file was touched");
        let names: Vec<_> = fs::read_dir(temporary.path()).unwrap().collect();
        assert_eq!(names.len(), 1, "{sql}: a file was added");
    }

    #[test]
    fn a_newer_database_is_left_untouched() {
        check_refusal("PRAGMA user_version = 2", Error::Newer);
        check_refusal("PRAGMA user_version = 2147483647; DROP TABLE meta", Error::Newer);
        check_refusal("UPDATE meta SET value = '2' WHERE key = 'content'", Error::Newer);
    }

    #[test]
    fn a_database_of_another_vault_is_not_shown() {
        let stranger = "UPDATE meta SET value = '00' WHERE key = 'vault_id'";
        check_refusal(stranger, Error::DataDamaged);
        check_refusal("DELETE FROM meta", Error::DataDamaged);
        check_refusal("PRAGMA user_version = 0", Error::DataDamaged);
    }

    #[test]
    fn a_step_that_fails_takes_all_steps_back() {
        let temporary = TempDir::new().unwrap();
        let path = temporary.path().canonicalize().unwrap().join("data.db");
        let mut database = open(&path).unwrap();
        let good = "CREATE TABLE second (a); PRAGMA user_version = 2";
        for bad in ["CREATE TABLE third (a); nonsense", "CREATE TABLE third (a)"] {
            let steps = [STEPS[0], good, bad];
            assert!(database.change(|change| upgrade(change, &steps)).is_err());
            let left: (u32, u32) = database
                .read(|connection| {
                    let tables =
                        "SELECT count(*) FROM sqlite_schema WHERE name IN ('second', 'third')";
                    let tables = connection.query_row(tables, [], |row| row.get(0))?;
                    let version =
                        connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
                    Ok((tables, version))
                })
                .unwrap();
            assert_eq!(left, (0, 1), "after {bad}");
        }
        database.change(|change| upgrade(change, &[STEPS[0], good])).unwrap();
        database.close().unwrap();
        assert_eq!(open(&path).err(), Some(Error::Newer));
    }

    #[test]
    fn nothing_can_be_attached_or_read_in_clear() {
        let temporary = TempDir::new().unwrap();
        let dir = temporary.path().canonicalize().unwrap();
        let database = open(&dir.join("data.db")).unwrap();
        let attached = database.read(|connection| {
            let sql = "ATTACH DATABASE 'plain.db' AS plain KEY ''";
            Ok(connection.execute_batch(sql).is_err())
        });
        assert_eq!(attached, Ok(true), "this would copy the journal out in clear");
        assert!(!fs::read(dir.join("data.db")).unwrap().starts_with(b"SQLite format 3"));
    }

    #[test]
    fn a_file_that_is_there_is_not_made_again() {
        let temporary = TempDir::new().unwrap();
        let path = temporary.path().canonicalize().unwrap().join("data.db");
        crate::files::create_private(&path).unwrap();
        let key = DataKey::make(&mut counting(1)).unwrap().derive_database_key(&VAULT_ID);
        let made = Database::create(&path, &key, &VAULT_ID, moment());
        assert_eq!(made.err(), Some(Error::Io(std::io::ErrorKind::AlreadyExists)));
    }

    /// How a query is carried out, as one text.
    fn plan(sql: &str) -> String {
        let temporary = TempDir::new().unwrap();
        let path = temporary.path().canonicalize().unwrap().join("data.db");
        let database = open(&path).unwrap();
        let plan = database.read(|connection| {
            let mut statement = connection.prepare(&["EXPLAIN QUERY PLAN ", sql].concat())?;
            let mut steps = statement.raw_query();
            let mut plan = String::new();
            while let Some(step) = steps.next()? {
                plan.push_str(&step.get::<_, String>("detail")?);
                plan.push('\n');
            }
            Ok(plan)
        });
        plan.unwrap()
    }

    #[test]
    fn lists_read_the_index_alone_and_search_never_sorts() {
        let list = plan(crate::list::NUMBERS);
        assert!(
            list.contains("COVERING INDEX record_by_kind (kind=? AND seq>? AND seq<?)"),
            "{list}"
        );
        assert!(!list.contains("TEMP B-TREE"), "{list}");
        let search = plan(crate::search::HITS);
        assert!(search.starts_with("SCAN record_search VIRTUAL TABLE INDEX"), "{search}");
        assert_eq!(search.lines().count(), 1, "no sorting, no record: {search}");
    }
}
