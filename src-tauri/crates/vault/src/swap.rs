//! Putting one set of files in place of another, so that a crash at any moment
//! leaves the one or the other, and the set that was there is never lost.
//!
//! The new set is put together and verified in `next/`. Then one small file, `swap`,
//! says what is to be done: while it is not there, nothing has happened, and `next/`
//! is cleared by the next opening; once it is there, the next opening finishes what
//! it says. What is moved out goes to a folder of its own under `safety/`. Such a
//! folder is kept until the person removes it; one whose name ends in `.gone` is
//! written over and removed as soon as can be.
//!
//! No keys and no SQL may enter.

mod note;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use journal::Moment;

use crate::error::Error;
use crate::files::{
    self, is_there, list, make_dir, read, remove_dir, remove_if_there, rename, sync_dir, wipe,
};
use crate::place::{
    BACKUPS, DATA, DATA_JOURNAL, KEYS_A, KEYS_B, NEXT, Place, SAFETY, STAGING, SWAP, Staging,
    temporary,
};
use crate::swap::note::{
    Files, GONE, LENGTH, NAME, NAMES, Replace, Swap, is_aside_name, read_name,
};

/// What becomes of the set that was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Old {
    /// It stays under `safety/` until the person removes it.
    SetAside,
    /// It is written over and removed.
    Wiped,
}

impl Place {
    /// An empty folder in which the next set is put together.
    pub(crate) fn next(&self) -> Result<Staging, Error> {
        let next = Staging::at(self.file(NEXT));
        next.clear()?;
        make_dir(&next.dir)?;
        Ok(next)
    }

    /// Clears the next set away. Not if it is being moved in: then it is needed.
    pub(crate) fn give_up_next(&self, next: &Staging) {
        if is_there(&self.file(SWAP)) == Ok(false) {
            // What cannot be removed now is cleared by the next opening.
            let _ = next.clear();
        }
    }

    /// Puts the next set, which must be whole, verified and synced, in place of the
    /// present one, if there is one.
    ///
    /// # Errors
    /// If nothing was moved yet, `next` is cleared and the present set stays. An
    /// error after that means that the next opening will finish it.
    pub(crate) fn swap_in(&self, next: &Staging, old: Old, now: Moment) -> Result<(), Error> {
        let begun = self.begin_swap(next, old, now);
        if begun.is_err() {
            self.give_up_next(next);
        }
        begun?;
        self.finish_swap()
    }

    /// Sets the present set aside; then there is no vault.
    pub(crate) fn move_out(&self, now: Moment) -> Result<(), Error> {
        let replace = Replace {
            aside: self.free_name(now, "")?,
            source: String::new(),
            old: self.present()?,
            new: Files(0),
        };
        self.write_swap(&Swap::Replace(replace))?;
        self.finish_swap()
    }

    /// Puts a set that was set aside in place of the present one, which is set aside.
    ///
    /// # Errors
    /// [`Error::NotThere`] if none has this name.
    pub(crate) fn swap_back(&self, name: &str, now: Moment) -> Result<(), Error> {
        let new = match read_name(name) {
            Some(_) => Files::in_folder(&self.file(SAFETY).join(name))?,
            None => Files(0),
        };
        if new == Files(0) {
            return Err(Error::NotThere);
        }
        let (aside, source) = (self.free_name(now, "")?, name.to_owned());
        let replace = Replace { aside, source, old: self.present()?, new };
        self.write_swap(&Swap::Replace(replace))?;
        self.finish_swap()
    }

    /// Erases every set of files that is there and the backups in its own folder.
    pub(crate) fn erase(&self) -> Result<(), Error> {
        self.write_swap(&Swap::Erase)?;
        self.finish_swap()
    }

    /// Does what the file `swap` says, from wherever it was cut short, and clears
    /// away what is of no use any more.
    pub(crate) fn finish_swap(&self) -> Result<(), Error> {
        match read_swap(self)? {
            None => {}
            Some(Swap::Replace(replace)) => {
                if self.is_complete(&replace)? {
                    self.carry_out(&replace)?;
                } else {
                    self.undo(&replace)?;
                }
                self.end_swap()?;
            }
            Some(Swap::Erase) => {
                self.wipe_everything()?;
                self.end_swap()?;
            }
        }
        // The vault is in place. What cannot be cleared now is by the next opening.
        let _ = self.clear_leftovers();
        Ok(())
    }

    fn begin_swap(&self, next: &Staging, old: Old, now: Moment) -> Result<(), Error> {
        let new = Files::in_folder(&next.dir)?;
        for name in new.names() {
            files::sync(&next.file(name))?;
        }
        sync_dir(&next.dir)?;
        let end = match old {
            Old::SetAside => "",
            Old::Wiped => GONE,
        };
        let (aside, source) = (self.free_name(now, end)?, String::new());
        self.write_swap(&Swap::Replace(Replace { aside, source, old: self.present()?, new }))
    }

    fn present(&self) -> Result<Files, Error> {
        Files::in_folder(self.dir())
    }

    /// A name for a folder under `safety/` that is not taken.
    fn free_name(&self, now: Moment, end: &str) -> Result<String, Error> {
        let first = now.0.format(NAME).to_string();
        let safety = self.file(SAFETY);
        for number in 1_u16.. {
            let name = if number == 1 { first.clone() } else { format!("{first}-{number}") };
            let is_free = !is_there(&safety.join(&name))?
                && !is_there(&safety.join([name.as_str(), GONE].concat()))?;
            if is_free {
                return Ok(name + end);
            }
        }
        Err(Error::AlreadyThere)
    }

    fn write_swap(&self, swap: &Swap) -> Result<(), Error> {
        // One that a crash left is finished first; no second one may hide it.
        if is_there(&self.file(SWAP))? {
            return Err(Error::AlreadyThere);
        }
        self.prepare(SWAP, &swap.encode())?.put()
    }

    fn end_swap(&self) -> Result<(), Error> {
        files::remove(&self.file(SWAP))?;
        sync_dir(self.dir())
    }

    fn source(&self, replace: &Replace) -> PathBuf {
        if replace.source.is_empty() {
            self.file(NEXT)
        } else {
            self.file(SAFETY).join(&replace.source)
        }
    }

    /// Whether every new file is still where it came from, or already in place. If
    /// not, somebody took it away, and the old set has to stay.
    fn is_complete(&self, replace: &Replace) -> Result<bool, Error> {
        let (source, aside) = (self.source(replace), self.file(SAFETY).join(&replace.aside));
        for name in replace.new.names() {
            let is_in = is_there(&self.file(name))?
                && (!replace.old.has(name) || is_there(&aside.join(name))?);
            if !is_in && !is_there(&source.join(name))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Every file tells by where it lies whether it was moved already: first all old
    /// files go out and are synced, then all new ones come in.
    fn carry_out(&self, replace: &Replace) -> Result<(), Error> {
        let (source, aside) = (self.source(replace), self.file(SAFETY).join(&replace.aside));
        if replace.old != Files(0) {
            make_dir(&aside)?;
            sync_dir(&self.file(SAFETY))?;
            sync_dir(self.dir())?;
            for name in replace.old.names() {
                if !is_there(&aside.join(name))? && is_there(&self.file(name))? {
                    rename(&self.file(name), &aside.join(name))?;
                }
            }
            sync_dir(&aside)?;
            sync_dir(self.dir())?;
        }
        for name in replace.new.names() {
            if is_there(&source.join(name))? {
                // Renaming replaces without asking, so this asks.
                if is_there(&self.file(name))? {
                    return Err(Error::AlreadyThere);
                }
                rename(&source.join(name), &self.file(name))?;
            }
        }
        sync_dir(self.dir())?;
        if is_there(&source)? {
            sync_dir(&source)?;
            // Another file in it is not ours to judge; then the folder stays.
            let _ = remove_dir(&source);
        }
        Ok(())
    }

    /// Takes everything back to where it was.
    fn undo(&self, replace: &Replace) -> Result<(), Error> {
        let (source, aside) = (self.source(replace), self.file(SAFETY).join(&replace.aside));
        for name in replace.new.names() {
            let is_in = is_there(&self.file(name))?
                && (!replace.old.has(name) || is_there(&aside.join(name))?);
            if is_in && is_there(&source)? && !is_there(&source.join(name))? {
                rename(&self.file(name), &source.join(name))?;
            }
        }
        for name in replace.old.names() {
            if is_there(&aside.join(name))? && !is_there(&self.file(name))? {
                rename(&aside.join(name), &self.file(name))?;
            }
        }
        sync_dir(self.dir())?;
        if is_there(&aside)? {
            let _ = remove_dir(&aside);
        }
        Ok(())
    }

    /// Clears the next set, half-written key files, and sets that are to be gone.
    fn clear_leftovers(&self) -> Result<(), Error> {
        let next = Staging::at(self.file(NEXT));
        next.clear()?;
        for name in [KEYS_A, KEYS_B] {
            wipe(&self.file(&temporary(name)))?;
        }
        remove_if_there(&self.file(&temporary(SWAP)))?;
        self.wipe_sets(|name| name.ends_with(GONE) && is_aside_name(name))
    }

    /// Keys first, all of them: from then on nothing opens any more.
    fn wipe_everything(&self) -> Result<(), Error> {
        let mut folders = vec![self.dir().to_owned(), self.file(NEXT), self.file(STAGING)];
        let safety = self.file(SAFETY);
        let sets = list(&safety)?.into_iter().filter(|name| is_aside_name(name));
        folders.extend(sets.map(|name| safety.join(name)));
        for folder in &folders {
            for name in [KEYS_A, KEYS_B] {
                files::overwrite(&folder.join(name))?;
                files::overwrite(&folder.join(temporary(name)))?;
            }
        }
        let backups = self.file(BACKUPS);
        let ours = |name: &String| crate::backup::is_own_name(name);
        let names: Vec<String> = list(&backups)?.into_iter().filter(ours).collect();
        for name in &names {
            files::overwrite_start(&backups.join(name), crate::container::IMAGE_AT)?;
        }
        for name in &names {
            // Without its header it opens with nothing; to write over all of it, and of
            // a dozen others, could take minutes.
            files::remove(&backups.join(name))?;
        }
        for folder in &folders {
            wipe_set(folder)?;
        }
        for name in [NEXT, STAGING, BACKUPS] {
            let _ = remove_dir(&self.file(name));
        }
        self.wipe_sets(is_aside_name)?;
        sync_dir(self.dir())
    }

    fn wipe_sets(&self, which: impl Fn(&str) -> bool) -> Result<(), Error> {
        let safety = self.file(SAFETY);
        for name in list(&safety)? {
            if which(&name) {
                wipe_set(&safety.join(&name))?;
                remove_dir(&safety.join(name))?;
            }
        }
        if is_there(&safety)? {
            // Others that were set aside keep it.
            let _ = remove_dir(&safety);
        }
        Ok(())
    }
}

/// Writes over and removes the files of a set, keys first.
fn wipe_set(folder: &Path) -> Result<(), Error> {
    for name in [KEYS_A, KEYS_B] {
        wipe(&folder.join(name))?;
        wipe(&folder.join(temporary(name)))?;
    }
    for name in [DATA, DATA_JOURNAL] {
        wipe(&folder.join(name))?;
    }
    Ok(())
}

/// A set that was set aside: its name, when, and how many bytes.
pub(crate) fn sets_aside(dir: &Path) -> Result<Vec<(String, Moment, u64)>, Error> {
    let safety = dir.join(SAFETY);
    let mut sets = Vec::new();
    for name in list(&safety)? {
        let Some(on) = read_name(&name) else { continue };
        let (folder, mut bytes, mut is_empty) = (safety.join(&name), 0, true);
        for file in NAMES {
            if is_there(&folder.join(file))? {
                bytes += files::length(&folder.join(file))?;
                is_empty = false;
            }
        }
        if !is_empty {
            sets.push((name, on, bytes));
        }
    }
    sets.sort_by(|(one, on, _), (other, since, _)| (since, other).cmp(&(on, one)));
    Ok(sets)
}

/// Writes over and removes a set that was set aside. Its name goes first, so that a
/// crash in the middle leaves nothing that looks whole; the next opening goes on.
pub(crate) fn remove_set(dir: &Path, name: &str) -> Result<(), Error> {
    let safety = dir.join(SAFETY);
    let folder = safety.join(name);
    if read_name(name).is_none() || Files::in_folder(&folder)? == Files(0) {
        return Err(Error::NotThere);
    }
    // One that is just being put in place, or out of it, is still needed.
    if is_there(&dir.join(SWAP))? {
        return Err(Error::InUse);
    }
    let gone = safety.join([name, GONE].concat());
    rename(&folder, &gone)?;
    sync_dir(&safety)?;
    wipe_set(&gone)?;
    remove_dir(&gone)?;
    sync_dir(&safety)
}

/// What the file `swap` says, if it is there. It was synced before it got its name,
/// and says everything twice.
fn read_swap(place: &Place) -> Result<Option<Swap>, Error> {
    let path = place.file(SWAP);
    if !is_there(&path)? {
        return Ok(None);
    }
    let bytes = read(&path)?;
    let mut copies = bytes.chunks_exact(LENGTH);
    let said = copies.find_map(Swap::decode);
    said.ok_or(Error::DataDamaged)?.map(Some)
}
