//! Copies of a whole database into a new file, under the same key or another one.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::database::{Database, Problem, connect, run};
use crate::error::Error;
use crate::fault;
use crate::files;
use crate::keys::DatabaseKey;
use crate::progress::{Progress, Stage, Told};

const PIECE: u64 = 256 * 1024;

impl Database {
    /// Copies everything, page by page, into a new file under another key. It need not
    /// be on the disk then, and was not looked at.
    ///
    /// Never by ATTACH, which would write in clear with an empty key.
    pub(crate) fn copy_to(
        &self,
        path: &Path,
        key: &DatabaseKey,
        told: Told<'_>,
    ) -> Result<(), Error> {
        drop(files::create_new(path)?);
        let mut copy = open_copy(path, key)?;
        let copied = self.copy_pages(&mut copy.connection, told);
        copied.map_err(|problem| copy.explain(&problem))?;
        copy.close()
    }

    /// Copies the file `from`, which is this database's, byte for byte and so under the
    /// same key, and has `finish` change the copy. Twice as quick as page by page, as
    /// nothing is decrypted; that each page has its code must be looked at afterwards.
    ///
    /// Between two changes all of the database lies in its file, and while `self` is
    /// lent nobody begins one: the lock on it is exclusive.
    pub(crate) fn copy_file_to(
        &self,
        from: &Path,
        path: &Path,
        key: &DatabaseKey,
        finish: impl FnOnce(&Connection) -> Result<(), Problem>,
        told: Told<'_>,
    ) -> Result<(), Error> {
        let mut to = files::create_new(path)?;
        let of = self.length()?;
        let mut own = self.own_file(from)?;
        let (mut at, mut piece) = (0, Vec::new());
        while at < of {
            let length = PIECE.min(of - at);
            piece.resize(usize::try_from(length).unwrap_or_default(), 0);
            files::read_at(&mut own, from, at, &mut piece).map_err(cut_off)?;
            fault::before_write(path, at, &piece)?;
            to.write_all(&piece)?;
            at += length;
            told(Progress { stage: Stage::Copying, done: at, of });
        }
        drop(to);
        let copy = open_copy(path, key)?;
        copy.read(finish).map_err(|error| copy.excuse(error, path))?;
        copy.close()
    }

    /// The handle through which its own file is read; see the field.
    pub(crate) fn own_file(&self, path: &Path) -> Result<&File, Error> {
        if let Some(file) = self.file.get() {
            return Ok(file);
        }
        let opened = files::open(path)?;
        Ok(self.file.get_or_init(|| opened))
    }

    fn copy_pages(&self, copy: &mut Connection, told: Told<'_>) -> Result<(), Problem> {
        const PAGES_AT_ONCE: i32 = 512;
        let backup = Backup::new(&self.connection, copy)?;
        loop {
            let step = backup.step(PAGES_AT_ONCE)?;
            let progress = backup.progress();
            let count = |pages: i32| u64::from(pages.unsigned_abs());
            let of = count(progress.pagecount).max(1);
            told(Progress { stage: Stage::Copying, done: of - count(progress.remaining), of });
            match step {
                StepResult::More => {}
                StepResult::Done => return Ok(()),
                _ => return Err(Error::InUse.into()),
            }
        }
    }
}

/// Half a copy is thrown away, so nothing has to bring it back. Whoever keeps it syncs
/// it as a whole.
fn open_copy(path: &Path, key: &DatabaseKey) -> Result<Database, Error> {
    let copy = Database::around(connect(path, key)?);
    let configured = copy.read(|connection| {
        run(connection, "PRAGMA journal_mode = OFF")?;
        run(connection, "PRAGMA synchronous = OFF")?;
        Ok(run(connection, "PRAGMA locking_mode = EXCLUSIVE")?)
    });
    configured.map_err(|error| copy.excuse(error, path))?;
    Ok(copy)
}

/// A file that ends before its database does was cut off.
fn cut_off(error: Error) -> Error {
    match error {
        Error::Io(ErrorKind::UnexpectedEof) => Error::DataDamaged,
        error => error,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::keys::DataKey;
    use crate::testing::{counting, now};

    fn database(folder: &TempDir) -> (std::path::PathBuf, DatabaseKey, Database) {
        let path = folder.path().canonicalize().unwrap().join("data.db");
        let key = DataKey::make(&mut counting(1)).unwrap().derive_database_key(&[9; 16]);
        let database = Database::create(&path, &key, &[9; 16], now()).unwrap();
        (path, key, database)
    }

    #[test]
    fn a_copied_file_is_the_same_byte_for_byte_but_for_the_finish() {
        let folder = TempDir::new().unwrap();
        let (path, key, database) = database(&folder);
        // Bytes after the end of a database are not its own.
        let mut longer = fs::OpenOptions::new().append(true).open(&path).unwrap();
        longer.write_all(&[7; 100]).unwrap();
        let copy = path.with_extension("copy");
        database.copy_file_to(&path, &copy, &key, |_| Ok(()), &mut |_| {}).unwrap();
        let (copied, own) = (fs::read(&copy).unwrap(), fs::read(&path).unwrap());
        assert_eq!(copied.len() + 100, own.len());
        assert_eq!(copied, own[..copied.len()]);
        database.close().unwrap();
    }

    #[test]
    fn a_file_that_is_too_short_is_damaged_and_not_copied() {
        let folder = TempDir::new().unwrap();
        let (path, key, database) = database(&folder);
        let length = fs::metadata(&path).unwrap().len();
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(length - 1).unwrap();
        let copy = path.with_extension("copy");
        let copied = database.copy_file_to(&path, &copy, &key, |_| Ok(()), &mut |_| {});
        assert_eq!(copied, Err(Error::DataDamaged));
    }

    /// The system forgets a program's lock on a file when the program closes any handle
    /// of it.
    #[cfg(target_os = "linux")]
    #[test]
    fn the_lock_outlives_a_copy() {
        use std::os::unix::fs::MetadataExt;

        let folder = TempDir::new().unwrap();
        let (path, key, database) = database(&folder);
        let inode = format!(":{} ", fs::metadata(&path).unwrap().ino());
        let locks = || {
            let all = fs::read_to_string("/proc/locks").unwrap();
            all.lines().filter(|line| line.contains(&inode)).count()
        };
        let before = locks();
        assert!(before > 0, "SQLite holds a lock");
        for name in ["copy", "another copy"] {
            let copy = path.with_extension(name);
            database.copy_file_to(&path, &copy, &key, |_| Ok(()), &mut |_| {}).unwrap();
        }
        assert_eq!(locks(), before);
        database.close().unwrap();
        assert_eq!(locks(), 0);
    }
}
