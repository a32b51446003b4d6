//! The folder of a vault: whether one is there, who may read it, and that only one
//! program has it open.
//!
//! No keys and no SQL may enter. Everything that creates, renames or removes a
//! file of a vault stands here and in `swap.rs`, so that the rule "a vault is never
//! deleted, truncated or replaced" can be checked in two files.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::files::{
    is_there, keep_private, make_dir, private, remove_if_there, sync_dir, write_new,
};
use crate::{fault, files};

/// The first copy of the header.
pub(crate) const KEYS_A: &str = "keys.a";
/// The second copy of the header.
pub(crate) const KEYS_B: &str = "keys.b";
/// The encrypted database.
pub(crate) const DATA: &str = "data.db";

/// SQLite's own journal of the database, while it is open or after a crash.
pub(crate) const DATA_JOURNAL: &str = "data.db-journal";
/// Where a first vault is put together.
pub(crate) const STAGING: &str = "new";
/// Where the set of files that is to take the place of the present one is put together.
pub(crate) const NEXT: &str = "next";
/// Says that one set of files is taking the place of another.
pub(crate) const SWAP: &str = "swap";
/// Holds what was set aside.
pub(crate) const SAFETY: &str = "safety";
/// Holds backups beside the vault.
pub(crate) const BACKUPS: &str = "backups";

const LOCK: &str = "lock";
/// In this order they come into place: a vault without key files would look
/// damaged, so the last of them makes it a vault.
const VAULT_FILES: [&str; 3] = [DATA, KEYS_B, KEYS_A];

/// Whether there is a vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// No file of a vault is there.
    Absent,
    /// At least one file of a vault is there, whole or not.
    Present,
}

/// Whether there is a vault in `dir`. Touches nothing. One that is being put in
/// place counts, and so does one that is being erased; see [`settle`].
///
/// # Errors
/// [`Error::Io`] if the folder cannot be looked into; then it is not known.
pub fn presence(dir: &Path) -> Result<Presence, Error> {
    for name in VAULT_FILES.into_iter().chain([DATA_JOURNAL, SWAP]) {
        if is_there(&dir.join(name))? {
            return Ok(Presence::Present);
        }
    }
    Ok(Presence::Absent)
}

/// Finishes what a crash cut short while a vault was put in place, set aside or
/// erased, and answers whether there is one now. Needs no key; opening does the same.
///
/// # Errors
/// [`Error::InUse`] if another program has it open.
pub fn settle(dir: &Path) -> Result<Presence, Error> {
    if presence(dir)? == Presence::Present {
        match Place::take_vault(dir) {
            Ok(_) | Err(Error::NotThere) => {}
            Err(error) => return Err(error),
        }
    }
    presence(dir)
}

/// The folder of a vault, held for this program alone until dropped.
#[derive(Debug)]
pub(crate) struct Place {
    dir: PathBuf,
    /// Unlocked by the system when the process ends, however it ends; so a lock
    /// never stays behind.
    lock: File,
}

impl Drop for Place {
    fn drop(&mut self) {
        // Closing alone would leave it locked for as long as a process that is just
        // being started still holds a copy of the handle.
        let _ = self.lock.unlock();
    }
}

impl Place {
    /// Makes the folder if need be and takes it, if there is no vault in it.
    pub(crate) fn take_empty(dir: &Path) -> Result<Self, Error> {
        let place = Self::take_new(dir)?;
        // What is whole is not touched; what a crash left half-done is finished first.
        if is_there(&place.file(SWAP))? || presence(&place.dir)? == Presence::Absent {
            place.finish_swap()?;
        }
        match presence(&place.dir)? {
            Presence::Absent => Ok(place),
            Presence::Present => Err(Error::AlreadyThere),
        }
    }

    /// Makes the folder if need be and takes it, with a vault in it or without.
    pub(crate) fn take_any(dir: &Path) -> Result<Self, Error> {
        let place = Self::take_new(dir)?;
        place.finish()?;
        Ok(place)
    }

    /// Takes the folder of a vault.
    pub(crate) fn take_vault(dir: &Path) -> Result<Self, Error> {
        if presence(dir)? == Presence::Absent {
            return Err(Error::NotThere);
        }
        let place = Self::take(dir)?;
        place.finish()?;
        // An erasing that a crash cut short was finished, so there is none any more.
        if presence(&place.dir)? == Presence::Absent {
            return Err(Error::NotThere);
        }
        Ok(place)
    }

    /// Finishes what a crash cut short.
    fn finish(&self) -> Result<(), Error> {
        self.finish_swap()?;
        self.finish_making()?;
        for name in VAULT_FILES {
            let file = self.file(name);
            if is_there(&file)? {
                keep_private(&file, 0o600)?;
            }
        }
        Ok(())
    }

    /// The folder itself, absolute and canonical.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The path of a file in it. Absolute and canonical: SQLite would take a
    /// relative path beginning with `file:` for a URI with options.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    /// An empty folder inside, in which a vault is put together before it is one.
    ///
    /// What a crash left there was never a vault: no one was told of it, and no
    /// word could have been written into it.
    pub(crate) fn stage(&self) -> Result<Staging, Error> {
        let staging = Staging::at(self.file(STAGING));
        staging.clear()?;
        make_dir(&staging.dir)?;
        Ok(staging)
    }

    /// Moves what was staged into place, key files last.
    pub(crate) fn settle(&self, staging: &Staging) -> Result<(), Error> {
        // The folder that holds the rest must outlast a power cut before the first file
        // leaves it; the file alone would look like a vault that lost its keys.
        sync_dir(&self.dir)?;
        for name in VAULT_FILES {
            self.move_in(staging, name)?;
        }
        // The vault is in place. SQLite may have left a journal that it could not remove.
        let _ = staging.clear();
        sync_dir(&self.dir)
    }

    /// Clears away what was staged, unless moving in had begun: then the rest is
    /// needed, and the next opening finishes it.
    pub(crate) fn give_up(&self, staging: &Staging) {
        if presence(&self.dir) == Ok(Presence::Absent) {
            // What cannot be removed now is cleared before the next one is made.
            let _ = staging.clear();
        }
    }

    /// Writes a new file beside `name`, for [`put`](Self::put), and reads it back.
    pub(crate) fn prepare(&self, name: &str, bytes: &[u8]) -> Result<Prepared, Error> {
        let (from, to) = (self.file(&temporary(name)), self.file(name));
        remove_if_there(&from)?;
        let prepared = Prepared { from, to, dir: self.dir.clone() };
        write_new(&prepared.from, bytes)?;
        Ok(prepared)
    }

    fn take_new(dir: &Path) -> Result<Self, Error> {
        make_dir(dir)?;
        let place = Self::take(dir)?;
        if let Some(parent) = place.dir.parent() {
            // So that the folder itself outlasts a power cut; a parent that may not
            // be read is no reason to refuse.
            let _ = sync_dir(parent);
        }
        Ok(place)
    }

    fn take(dir: &Path) -> Result<Self, Error> {
        let dir = dir.canonicalize()?;
        keep_private(&dir, 0o700)?;
        fault::before(fault::Operation::Create, &dir.join(LOCK))?;
        let lock = private().create(true).write(true).truncate(false).open(dir.join(LOCK))?;
        keep_private(&dir.join(LOCK), 0o600)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { dir, lock }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Finishes [`settle`](Self::settle) after a crash in the middle of it.
    ///
    /// Only if it can be nothing else: the database is in place and both key files,
    /// wherever they are, are equal. A key file of another vault put beside these
    /// would make the right passphrase look wrong.
    fn finish_making(&self) -> Result<(), Error> {
        let staging = Staging::at(self.file(STAGING));
        if !is_there(&staging.dir)? || !is_there(&self.file(DATA))? {
            return Ok(());
        }
        let mut missing = Vec::new();
        let mut found = Vec::new();
        for name in [KEYS_B, KEYS_A] {
            if is_there(&self.file(name))? {
                found.push(files::read(&self.file(name))?);
            } else if is_there(&staging.file(name))? {
                found.push(files::read(&staging.file(name))?);
                missing.push(name);
            }
        }
        if found.len() == 2 && found[0] == found[1] {
            for name in missing {
                self.move_in(&staging, name)?;
            }
            // Another file in it is not ours to judge; the folder may stay.
            let _ = staging.clear();
        }
        sync_dir(&self.dir)
    }

    fn move_in(&self, staging: &Staging, name: &str) -> Result<(), Error> {
        let to = self.file(name);
        // Renaming replaces without asking, so this asks.
        if is_there(&to)? {
            return Err(Error::AlreadyThere);
        }
        files::rename(&staging.dir.join(name), &to)?;
        sync_dir(&self.dir)
    }
}

/// Where a vault is put together.
pub(crate) struct Staging {
    pub(crate) dir: PathBuf,
}

impl Staging {
    /// The folder, which may not exist.
    pub(crate) fn at(dir: PathBuf) -> Self {
        Self { dir }
    }

    /// The path of a file in it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    /// Writes a file and reads it back.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        write_new(&self.file(name), bytes)?;
        sync_dir(&self.dir)
    }

    /// Removes it and the files that [`Place::stage`] can have led to.
    pub(crate) fn clear(&self) -> Result<(), Error> {
        if !is_there(&self.dir)? {
            return Ok(());
        }
        self.clear_files()?;
        files::remove_dir(&self.dir)
    }

    /// Removes the files and leaves the folder.
    pub(crate) fn clear_files(&self) -> Result<(), Error> {
        for name in VAULT_FILES.into_iter().chain([DATA_JOURNAL]) {
            remove_if_there(&self.file(name))?;
        }
        Ok(())
    }
}

/// A file that is written, synced and read back, but not yet in its place.
pub(crate) struct Prepared {
    from: PathBuf,
    to: PathBuf,
    dir: PathBuf,
}

impl Prepared {
    /// Puts it in its place in one step that a crash cannot halve.
    pub(crate) fn put(self) -> Result<(), Error> {
        let put = files::rename(&self.from, &self.to);
        if put.is_err() {
            self.discard();
        }
        put?;
        sync_dir(&self.dir)
    }

    /// Removes it. If that fails, the next one clears it away.
    pub(crate) fn discard(&self) {
        let _ = files::remove(&self.from);
    }
}

/// Under which name a file is written before it is put in place.
pub(crate) fn temporary(name: &str) -> String {
    let mut temporary = name.to_owned();
    temporary.push_str(".tmp");
    temporary
}
