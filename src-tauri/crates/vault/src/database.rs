//! The encrypted database: opening it so that nothing is ever plain, and naming
//! what goes wrong in it.
//!
//! No knowledge of records may enter; that is in the files of their tables.

use std::cell::{Cell, OnceCell, RefCell};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use journal::Moment;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior, ffi};

use crate::error::Error;
use crate::fault::{self, Operation};
use crate::ffi::{set_key, system_error};
use crate::files;
use crate::follow::Touched;
use crate::hex;
use crate::keys::DatabaseKey;
use crate::remembered::Remembered;
use crate::schema;

pub(crate) const PAGE: u64 = 4096;
const PLAIN_START: &[u8; 16] = b"SQLite format 3\0";

/// An open database.
pub(crate) struct Database {
    pub(crate) connection: Connection,
    /// A second handle of its file, once that was read past SQLite. Closing it would end
    /// SQLite's lock on the file, so it stays as long as the connection, and is dropped
    /// after it.
    pub(crate) file: OnceCell<fs::File>,
    /// What was looked up since the last change.
    pub(crate) remembered: RefCell<Remembered>,
    /// Which rows were changed since it was opened.
    pub(crate) touched: Touched,
    /// How many changes were begun since it was opened.
    pub(crate) changes: u64,
    /// The disk did not give a page since it was opened.
    is_unread: Cell<bool>,
}

/// A setting, how to read it back, and what must be read.
struct Pragma {
    set: &'static str,
    read: &'static str,
    expected: &'static str,
}

/// In this order, after the key. Each is read back, because SQLite passes over
/// pragmas that it does not know or cannot follow without a word.
const PRAGMAS: &[Pragma] = &[
    // Defaults of SQLCipher 4; a build with others would not read our files.
    Pragma { set: "", read: "PRAGMA cipher_page_size", expected: "4096" },
    Pragma { set: "", read: "PRAGMA cipher_use_hmac", expected: "1" },
    Pragma { set: "", read: "PRAGMA cipher_hmac_algorithm", expected: "HMAC_SHA512" },
    Pragma { set: "", read: "PRAGMA cipher_plaintext_header_size", expected: "0" },
    // No second opener, and no shared-memory file.
    Pragma {
        set: "PRAGMA locking_mode = EXCLUSIVE",
        read: "PRAGMA locking_mode",
        expected: "exclusive",
    },
    // A write-ahead log drops its tail without an error when one bit of it flips.
    Pragma { set: "PRAGMA journal_mode = DELETE", read: "PRAGMA journal_mode", expected: "delete" },
    // FULL would not sync the folder after the journal is gone: a power cut could
    // bring it back and with it undo the last entry.
    Pragma { set: "PRAGMA synchronous = EXTRA", read: "PRAGMA synchronous", expected: "3" },
    Pragma { set: "PRAGMA secure_delete = ON", read: "PRAGMA secure_delete", expected: "1" },
    Pragma { set: "PRAGMA temp_store = MEMORY", read: "PRAGMA temp_store", expected: "2" },
    Pragma { set: "PRAGMA mmap_size = 0", read: "PRAGMA mmap_size", expected: "0" },
    // 16 MiB instead of 2: search while typing reads the same pages again and again,
    // and every page that has to be read again has to be decrypted again.
    Pragma { set: "PRAGMA cache_size = -16384", read: "PRAGMA cache_size", expected: "-16384" },
    Pragma { set: "PRAGMA foreign_keys = ON", read: "PRAGMA foreign_keys", expected: "1" },
    // Against a database that somebody crafted.
    Pragma { set: "PRAGMA trusted_schema = OFF", read: "PRAGMA trusted_schema", expected: "0" },
    Pragma { set: "PRAGMA cell_size_check = ON", read: "PRAGMA cell_size_check", expected: "1" },
];

const LIMITS: [(Limit, i32); 4] = [
    (Limit::SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024),
    // ATTACH … KEY '' would copy the journal out in clear.
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 999),
];

impl Database {
    /// Makes a new one. The file must not exist.
    pub(crate) fn create(
        path: &Path,
        key: &DatabaseKey,
        vault_id: &[u8; 16],
        now: Moment,
    ) -> Result<Self, Error> {
        // SQLite would create the file readable for everyone.
        files::create_private(path)?;
        let mut database = Self::around(connect(path, key)?);
        database.configure()?;
        database.change(|change| schema::create(change, vault_id, now))?;
        let mut first = [0; 16];
        files::read_at(&mut database.own_file(path)?, path, 0, &mut first)?;
        if first == *PLAIN_START {
            return Err(Error::EngineUnfit);
        }
        Ok(database)
    }

    /// Opens the one that belongs to the vault with this id.
    ///
    /// The key is known to be right, so whatever cannot be read is damaged.
    pub(crate) fn open(path: &Path, key: &DatabaseKey, vault_id: &[u8; 16]) -> Result<Self, Error> {
        look_at(path)?;
        let mut database = Self::around(connect(path, key)?);
        database.configure().map_err(|error| database.excuse(error, path))?;
        schema::migrate(&mut database, vault_id)?;
        database.check_length(path)?;
        Ok(database)
    }

    pub(crate) fn around(mut connection: Connection) -> Self {
        let touched = Touched::listen(&mut connection);
        let (remembered, is_unread) = (RefCell::default(), Cell::new(false));
        Self { connection, file: OnceCell::new(), remembered, touched, changes: 0, is_unread }
    }

    /// Runs `work` in one transaction: all of it is kept, or nothing.
    pub(crate) fn change<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Problem>,
    ) -> Result<T, Error> {
        self.remembered.take();
        self.changes += 1;
        let outcome = self.try_change(work);
        outcome.map_err(|problem| self.explain(&problem))
    }

    /// Runs `work` without changing anything.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Problem>,
    ) -> Result<T, Error> {
        self.read_for(work).map_err(|problem| self.explain(&problem))
    }

    /// Like [`read`](Self::read), for work that writes elsewhere: a failure is left to
    /// be named there.
    pub(crate) fn read_for<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let outcome = work(&self.connection).and_then(|answer| {
            refuse_if_damaged(&self.connection)?;
            Ok(answer)
        });
        if outcome.is_err() {
            // What was looked up on the way may be only a part of it.
            self.remembered.take();
        }
        outcome
    }

    /// Closes it. On failure everything acknowledged is on disk all the same.
    pub(crate) fn close(self) -> Result<(), Error> {
        match self.connection.close() {
            Ok(()) => Ok(()),
            Err((connection, error)) => {
                let database = Self::around(connection);
                Err(database.explain(&Problem::Sql(error)))
            }
        }
    }

    /// The first bytes of the file, from which SQLCipher makes the key that
    /// authenticates pages. Not read from the file itself: closing a second handle
    /// would end SQLite's lock on it.
    pub(crate) fn salt(&self) -> Result<[u8; 16], Error> {
        self.read(read_salt)
    }

    fn try_change<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let outcome = work(&transaction)?;
        refuse_if_damaged(&transaction)?;
        transaction.commit()?;
        Ok(outcome)
    }

    fn configure(&self) -> Result<(), Error> {
        self.read(|connection| {
            // The first read of the file: here the key meets it.
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
            schema::refuse_newer(connection)?;
            for pragma in PRAGMAS {
                obey(connection, pragma)?;
            }
            for (limit, value) in LIMITS {
                connection.set_limit(limit, value)?;
                if connection.limit(limit)? != value {
                    return Err(Error::EngineUnfit.into());
                }
            }
            if !connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)? {
                return Err(Error::EngineUnfit.into());
            }
            Ok(())
        })
    }

    /// If SQLCipher could not read the salt, it takes another one and says that the file
    /// is no database. That is a disk that does not read, and no damage.
    pub(crate) fn excuse(&self, error: Error, path: &Path) -> Error {
        if error != Error::DataDamaged {
            return error;
        }
        match (first_bytes(path), read_salt(&self.connection)) {
            (Err(unread), _) => unread,
            (Ok(first), Ok(salt)) if first != salt => Error::Database(ffi::SQLITE_IOERR_READ),
            _ => error,
        }
    }

    /// A file cut off at its end is found now and not when the entry is missed.
    /// Bytes after its end do no harm.
    fn check_length(&self, path: &Path) -> Result<(), Error> {
        if fs::metadata(path)?.len() < self.length()? { Err(Error::DataDamaged) } else { Ok(()) }
    }

    /// How long its file must be at least.
    pub(crate) fn length(&self) -> Result<u64, Error> {
        let pages: u32 = self.read(|connection| {
            Ok(connection.query_row("PRAGMA page_count", [], |row| row.get(0))?)
        })?;
        Ok(u64::from(pages) * PAGE)
    }

    /// Names a failure. Its text is dropped: it may quote what was written.
    ///
    /// When the disk did not give a page, SQLCipher calls every page after it damaged,
    /// until the database is opened again. They are not.
    pub(crate) fn explain(&self, problem: &Problem) -> Error {
        const UNREAD: Error = Error::Database(ffi::SQLITE_IOERR_READ);
        let error = self.name(problem);
        if error == UNREAD {
            self.is_unread.set(true);
        }
        if error == Error::DataDamaged && self.is_unread.get() { UNREAD } else { error }
    }

    fn name(&self, problem: &Problem) -> Error {
        match problem {
            Problem::Known(error) => *error,
            Problem::Sql(rusqlite::Error::SqliteFailure(failure, _)) => {
                explain_failure(*failure, system_error(&self.connection))
            }
            Problem::Sql(
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::QueryReturnedNoRows,
            ) => Error::DataDamaged,
            Problem::Sql(_) => Error::Database(ffi::SQLITE_MISUSE),
        }
    }
}

/// SQLCipher hands out a page that fails its code as zeros, without an error, and only
/// then refuses others. What reads to the end of a list, as the index of words does,
/// would take the zeros for the end: so it is asked before any answer counts.
fn refuse_if_damaged(connection: &Connection) -> Result<(), Problem> {
    // It answers while a statement is prepared, so one that was kept would say what it
    // said at first.
    let status: String = connection.query_row("PRAGMA cipher_status", [], |row| row.get(0))?;
    if status == "1" { Ok(()) } else { Err(Error::DataDamaged.into()) }
}

fn read_salt(connection: &Connection) -> Result<[u8; 16], Problem> {
    let text: String = connection.query_row("PRAGMA cipher_salt", [], |row| row.get(0))?;
    hex::read(&text).ok_or(Problem::Known(Error::EngineUnfit))
}

/// A failure before it is named.
pub(crate) enum Problem {
    Known(Error),
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self::Known(error)
    }
}

fn explain_failure(failure: ffi::Error, system_error: i32) -> Error {
    match failure.code {
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Error::DataDamaged,
        ErrorCode::DiskFull => Error::DiskFull,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::InUse,
        ErrorCode::OutOfMemory => Error::LowMemory,
        ErrorCode::TooBig => Error::TooLarge,
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => {
            explain_io(failure.extended_code, system_error)
        }
        ErrorCode::ReadOnly => Error::Io(io::ErrorKind::PermissionDenied),
        _ => Error::Database(failure.extended_code),
    }
}

/// SQLite says "full" only for ENOSPC; a quota or a size limit comes as a failed write.
fn explain_io(extended_code: i32, system_error: i32) -> Error {
    match extended_code {
        // Less could be read than the file must have.
        ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_IOERR_CORRUPTFS => Error::DataDamaged,
        _ => match Error::from(io::Error::from_raw_os_error(system_error)) {
            Error::DiskFull => Error::DiskFull,
            _ => Error::Database(extended_code),
        },
    }
}

/// Opens a connection with its key. The file must exist: one that SQLite makes
/// itself would be readable for everyone.
#[expect(clippy::disallowed_methods, reason = "the one place that opens, and it sets the key")]
pub(crate) fn connect(path: &Path, key: &DatabaseKey) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection =
        Connection::open_with_flags(path, flags).map_err(|error| explain_opening(&error))?;
    prepare(&connection, key).map_err(|problem| match problem {
        Problem::Known(error) => error,
        Problem::Sql(_) => Error::EngineUnfit,
    })?;
    Ok(connection)
}

fn explain_opening(error: &rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            Error::Io(io::ErrorKind::PermissionDenied)
        }
        Some(ErrorCode::OutOfMemory) => Error::LowMemory,
        _ => Error::EngineUnfit,
    }
}

fn prepare(connection: &Connection, key: &DatabaseKey) -> Result<(), Problem> {
    // A second opener is told at once; waiting would only hide why.
    connection.busy_timeout(std::time::Duration::ZERO)?;
    // By default SQLCipher writes errors to standard error.
    run(connection, "PRAGMA cipher_log_level = NONE")?;
    // Pages and texts are wiped when SQLite gives their memory back.
    run(connection, "PRAGMA cipher_memory_security = ON")?;
    set_key(connection, key)?;
    // Empty in a build without SQLCipher, which would write the journal in clear.
    let version: String = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0))?;
    let wipes: String =
        connection.query_row("PRAGMA cipher_memory_security", [], |row| row.get(0))?;
    if version.is_empty() || wipes != "1" {
        return Err(Error::EngineUnfit.into());
    }
    Ok(())
}

/// Runs a statement and passes over its rows.
pub(crate) fn run(connection: &Connection, sql: &'static str) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

fn obey(connection: &Connection, pragma: &Pragma) -> Result<(), Problem> {
    if !pragma.set.is_empty() {
        run(connection, pragma.set)?;
    }
    let value: rusqlite::types::Value = connection.query_row(pragma.read, [], |row| row.get(0))?;
    let is_expected = match value {
        rusqlite::types::Value::Integer(number) => pragma.expected.parse() == Ok(number),
        rusqlite::types::Value::Text(text) => text == pragma.expected,
        _ => false,
    };
    if is_expected { Ok(()) } else { Err(Error::EngineUnfit.into()) }
}

/// What can be told without the key: SQLite takes an empty file for a new
/// database, with any key.
fn look_at(path: &Path) -> Result<(), Error> {
    let metadata = match path.symlink_metadata() {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::DataDamaged),
        Err(error) => return Err(error.into()),
    };
    if !metadata.is_file() || metadata.len() < 2 * PAGE || first_bytes(path)? == *PLAIN_START {
        return Err(Error::DataDamaged);
    }
    Ok(())
}

/// The salt with which SQLCipher made the file.
pub(crate) fn first_bytes(path: &Path) -> Result<[u8; 16], Error> {
    fault::before(Operation::Read, path)?;
    let mut first = [0; 16];
    fs::File::open(path)?.read_exact(&mut first)?;
    Ok(first)
}
