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

use std::path::{Path, PathBuf};

use chrono::DateTime;
use journal::Moment;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::files::{
    self, is_there, list, make_dir, read, remove_dir, remove_if_there, rename, sync_dir, wipe,
};
use crate::place::{
    BACKUPS, DATA, DATA_JOURNAL, KEYS_A, KEYS_B, NEXT, Place, SAFETY, STAGING, SWAP, Staging,
    temporary,
};

/// What becomes of the set that was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Old {
    /// It stays under `safety/` until the person removes it.
    SetAside,
    /// It is written over and removed.
    Wiped,
}

/// What the file `swap` says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Swap {
    Replace(Replace),
    /// Everything goes.
    Erase,
}

/// The files `old` go to the folder `aside`, then the files `new` come in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Replace {
    /// A name under `safety/`.
    aside: String,
    /// A name under `safety/` from which the new files come; empty for `next/`.
    source: String,
    old: Files,
    new: Files,
}

/// Which of [`NAMES`]: one bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Files(u8);

/// The files of a set. Their places are frozen in [`Files`]. Key files come in last.
const NAMES: [&str; 4] = [DATA_JOURNAL, DATA, KEYS_B, KEYS_A];
/// Ends the name of a folder under `safety/` that is to be wiped.
const GONE: &str = ".gone";
/// How a folder under `safety/` is named: the local time and its offset.
const NAME: &str = "%Y%m%d-%H%M%S%z";

const MAGIC: [u8; 8] = *b"NBSWP1\0\0";
const FORMAT: u16 = 1;
const LENGTH: usize = 128;
const NAME_LENGTH: usize = 32;
const HASH_AT: usize = LENGTH - 32;

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
        self.wipe_sets(|name| name.ends_with(GONE))
    }

    /// Keys first, all of them: from then on nothing opens any more.
    fn wipe_everything(&self) -> Result<(), Error> {
        let mut folders = vec![self.dir().to_owned(), self.file(NEXT), self.file(STAGING)];
        let safety = self.file(SAFETY);
        folders.extend(list(&safety)?.into_iter().map(|name| safety.join(name)));
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
            wipe(&backups.join(name))?;
        }
        for folder in &folders {
            wipe_set(folder)?;
        }
        for name in [NEXT, STAGING, BACKUPS] {
            let _ = remove_dir(&self.file(name));
        }
        self.wipe_sets(|_| true)?;
        let _ = remove_dir(&self.file(SAFETY));
        sync_dir(self.dir())
    }

    fn wipe_sets(&self, which: impl Fn(&str) -> bool) -> Result<(), Error> {
        let safety = self.file(SAFETY);
        for name in list(&safety)? {
            if which(&name) {
                wipe_set(&safety.join(&name))?;
                let _ = remove_dir(&safety.join(name));
            }
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

/// When a set was set aside, from the name of its folder; none if it is no such name.
fn read_name(name: &str) -> Option<Moment> {
    const FIXED: usize = "20260309-100000+0100".len();
    let (fixed, rest) = name.split_at_checked(FIXED)?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !rest.is_empty() && !rest.strip_prefix('-').is_some_and(is_number) {
        return None;
    }
    let read = DateTime::parse_from_str(fixed, NAME).ok()?;
    (read.format(NAME).to_string() == fixed).then_some(Moment(read))
}

fn is_aside_name(name: &str) -> bool {
    read_name(name.strip_suffix(GONE).unwrap_or(name)).is_some()
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

impl Swap {
    fn encode(&self) -> Vec<u8> {
        let mut bytes = [0; LENGTH];
        bytes[..8].copy_from_slice(&MAGIC);
        bytes[8..10].copy_from_slice(&FORMAT.to_le_bytes());
        let kind: u16 = match self {
            Self::Replace(_) => 1,
            Self::Erase => 2,
        };
        bytes[10..12].copy_from_slice(&kind.to_le_bytes());
        if let Self::Replace(replace) = self {
            (bytes[12], bytes[13]) = (replace.old.0, replace.new.0);
            bytes[16..16 + replace.aside.len()].copy_from_slice(replace.aside.as_bytes());
            bytes[48..48 + replace.source.len()].copy_from_slice(replace.source.as_bytes());
        }
        let hash = Sha256::digest(&bytes[..HASH_AT]);
        bytes[HASH_AT..].copy_from_slice(&hash);
        bytes.repeat(2)
    }

    /// None if the bytes are not as they were written.
    fn decode(bytes: &[u8]) -> Option<Result<Self, Error>> {
        let (said, hash) = bytes.split_at_checked(HASH_AT)?;
        if Sha256::digest(said).as_slice() != hash || said[..8] != MAGIC {
            return None;
        }
        if said[8..10] != FORMAT.to_le_bytes() {
            return Some(Err(Error::Newer));
        }
        match said[10] {
            1 => {
                let (aside, source) = (name_at(said, 16)?, name_at(said, 48)?);
                let (old, new) = (Files(said[12]), Files(said[13]));
                let is_ours =
                    is_aside_name(&aside) && (source.is_empty() || is_aside_name(&source));
                let replace = Replace { aside, source, old, new };
                is_ours.then_some(Ok(Self::Replace(replace)))
            }
            2 => Some(Ok(Self::Erase)),
            _ => Some(Err(Error::Newer)),
        }
    }
}

fn name_at(bytes: &[u8], at: usize) -> Option<String> {
    let field = &bytes[at..at + NAME_LENGTH];
    let end = field.iter().position(|&byte| byte == 0).unwrap_or(NAME_LENGTH);
    String::from_utf8(field[..end].to_vec()).ok()
}

impl Files {
    fn in_folder(folder: &Path) -> Result<Self, Error> {
        let mut found = 0;
        for (place, name) in NAMES.into_iter().enumerate() {
            if is_there(&folder.join(name))? {
                found |= 1 << place;
            }
        }
        Ok(Self(found))
    }

    fn has(self, name: &str) -> bool {
        self.names().any(|there| there == name)
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        let there = move |&(place, _): &(usize, &str)| self.0 & (1 << place) != 0;
        NAMES.into_iter().enumerate().filter(there).map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::place::{Presence, presence, settle};
    use crate::testing::now;

    /// A folder with files that stand for a set called `mark`.
    fn fill(folder: &Path, mark: &str) {
        fs::create_dir_all(folder).unwrap();
        for name in [DATA, KEYS_B, KEYS_A] {
            files::write_new(&folder.join(name), mark.as_bytes()).unwrap();
        }
    }

    fn home(mark: &str) -> (TempDir, PathBuf) {
        let temporary = TempDir::new().unwrap();
        let dir = temporary.path().join("journal");
        fill(&dir, mark);
        (temporary, dir)
    }

    fn marks(folder: &Path) -> Vec<String> {
        let there = |name: &&str| folder.join(name).exists();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        NAMES.into_iter().filter(there).map(read).collect()
    }

    #[test]
    fn a_set_takes_the_place_of_another_and_can_be_put_back() {
        let (_temporary, dir) = home("old");
        fs::write(dir.join(DATA_JOURNAL), "old").unwrap();
        let place = Place::take_vault(&dir).unwrap();
        let next = place.next().unwrap();
        fill(&next.dir, "new");
        place.swap_in(&next, Old::SetAside, now()).unwrap();
        assert_eq!(marks(&dir), ["new"; 3]);
        assert!(!dir.join(SWAP).exists() && !dir.join(NEXT).exists());
        let sets = sets_aside(&dir).unwrap();
        assert_eq!(sets, [("20260309-100000+0100".to_owned(), now(), 12)]);
        assert_eq!(marks(&dir.join(SAFETY).join(&sets[0].0)), ["old"; 4]);

        place.swap_back(&sets[0].0, now()).unwrap();
        assert_eq!(marks(&dir), ["old"; 4]);
        let sets = sets_aside(&dir).unwrap();
        assert_eq!(sets, [("20260309-100000+0100-2".to_owned(), now(), 9)], "no name twice");
        drop(place);
        remove_set(&dir, &sets[0].0).unwrap();
        assert_eq!(sets_aside(&dir), Ok(Vec::new()));
        assert_eq!(remove_set(&dir, &sets[0].0), Err(Error::NotThere));
    }

    #[test]
    fn names_that_are_not_ours_are_never_touched() {
        let (_temporary, dir) = home("old");
        fill(&dir.join(SAFETY).join("mine"), "mine");
        let place = Place::take_vault(&dir).unwrap();
        for name in
            ["mine", "", ".", "..", "../..", "/", "20260309-100000+0100", "é26309-100000+0100"]
        {
            assert_eq!(place.swap_back(name, now()), Err(Error::NotThere), "{name}");
            assert_eq!(remove_set(&dir, name), Err(Error::NotThere), "{name}");
        }
        assert_eq!(marks(&dir.join(SAFETY).join("mine")), ["mine"; 3]);
        assert_eq!(marks(&dir), ["old"; 3]);
    }

    /// Every state that a crash between two renames can leave is finished.
    #[test]
    fn a_swap_is_finished_from_every_state() {
        let new = [KEYS_A, DATA, DATA_JOURNAL, KEYS_B];
        for (out, brought) in (0..=3).map(|out| (out, 0)).chain((0..=4).map(|done| (3, done))) {
            let (_temporary, dir) = home("old");
            let place = Place::take_vault(&dir).unwrap();
            let next = place.next().unwrap();
            fill(&next.dir, "new");
            files::write_new(&next.file(DATA_JOURNAL), b"new").unwrap();
            place.begin_swap(&next, Old::SetAside, now()).unwrap();
            let aside = dir.join(SAFETY).join("20260309-100000+0100");
            fs::create_dir_all(&aside).unwrap();
            for name in [KEYS_B, DATA, KEYS_A].into_iter().take(out) {
                fs::rename(dir.join(name), aside.join(name)).unwrap();
            }
            for name in new.into_iter().take(brought) {
                fs::rename(next.file(name), dir.join(name)).unwrap();
            }
            drop(place);
            assert_eq!(presence(&dir), Ok(Presence::Present));
            assert_eq!(settle(&dir), Ok(Presence::Present));
            assert_eq!(marks(&dir), ["new"; 4], "{out} out, {brought} in");
            assert_eq!(marks(&aside), ["old"; 3], "{out} out, {brought} in");
            assert!(!dir.join(SWAP).exists() && !dir.join(NEXT).exists());
        }
    }

    #[test]
    fn a_swap_whose_new_set_is_gone_is_undone() {
        for (out, brought) in [(0, 0), (1, 0), (3, 0), (3, 1), (3, 2)] {
            let (_temporary, dir) = home("old");
            let place = Place::take_vault(&dir).unwrap();
            let next = place.next().unwrap();
            fill(&next.dir, "new");
            place.begin_swap(&next, Old::Wiped, now()).unwrap();
            let aside = dir.join(SAFETY).join("20260309-100000+0100.gone");
            fs::create_dir_all(&aside).unwrap();
            for name in [KEYS_B, DATA, KEYS_A].into_iter().take(out) {
                fs::rename(dir.join(name), aside.join(name)).unwrap();
            }
            for name in [DATA, KEYS_B].into_iter().take(brought) {
                fs::rename(next.file(name), dir.join(name)).unwrap();
            }
            fs::remove_file(next.file(KEYS_A)).unwrap();
            drop(place);
            assert_eq!(settle(&dir), Ok(Presence::Present));
            assert_eq!(marks(&dir), ["old"; 3], "{out} out, {brought} in");
            assert!(!aside.exists() && !dir.join(SWAP).exists());
        }
    }

    #[test]
    fn before_the_point_of_no_return_nothing_has_happened() {
        let (_temporary, dir) = home("old");
        let place = Place::take_vault(&dir).unwrap();
        let next = place.next().unwrap();
        fill(&next.dir, "new");
        // A folder stands where the file has to go.
        fs::create_dir(dir.join(temporary(SWAP))).unwrap();
        assert!(place.swap_in(&next, Old::SetAside, now()).is_err());
        assert_eq!(marks(&dir), ["old"; 3]);
        assert!(!dir.join(NEXT).exists(), "nothing half-made stays");
        fs::remove_dir(dir.join(temporary(SWAP))).unwrap();
        fill(&dir.join(NEXT), "crashed");
        drop(place);
        assert_eq!(settle(&dir), Ok(Presence::Present));
        assert_eq!(marks(&dir), ["old"; 3]);
        assert!(!dir.join(NEXT).exists());
    }

    #[test]
    fn an_erasing_cut_short_is_finished_and_takes_everything() {
        let (_temporary, dir) = home("old");
        let place = Place::take_vault(&dir).unwrap();
        fill(&dir.join(SAFETY).join("20260309-100000+0100"), "aside");
        fs::create_dir(dir.join(BACKUPS)).unwrap();
        fs::write(dir.join(BACKUPS).join("journal-2026-03-09.nbk"), "backup").unwrap();
        fs::write(dir.join("prefs"), "not ours").unwrap();
        place.write_swap(&Swap::Erase).unwrap();
        fs::remove_file(dir.join(DATA)).unwrap();
        drop(place);
        assert_eq!(presence(&dir), Ok(Presence::Present));
        assert_eq!(settle(&dir), Ok(Presence::Absent));
        assert_eq!(list(&dir).unwrap(), ["lock", "prefs"]);
    }

    #[test]
    fn what_a_swap_says_is_read_as_it_was_written_and_survives_one_damage() {
        let replace = Swap::Replace(Replace {
            aside: "20260309-100000+0100-12.gone".to_owned(),
            source: "20260309-100000-0500".to_owned(),
            old: Files(7),
            new: Files(15),
        });
        for swap in [replace, Swap::Erase] {
            let whole = swap.encode();
            assert_eq!(whole.len(), 256);
            for at in 0..LENGTH {
                let mut bytes = whole.clone();
                bytes[at] ^= 1 << (at % 8);
                assert_eq!(Swap::decode(&bytes[..LENGTH]), None, "byte {at}");
                let read = bytes.chunks_exact(LENGTH).find_map(Swap::decode);
                assert_eq!(read, Some(Ok(swap.clone())), "byte {at}");
            }
        }
    }

    #[test]
    fn a_swap_that_cannot_be_read_leaves_everything_as_it_is() {
        let (_temporary, dir) = home("old");
        for (bytes, error) in [
            (vec![7; 256], Error::DataDamaged),
            (Vec::new(), Error::DataDamaged),
            (newer(), Error::Newer),
            (outside(), Error::DataDamaged),
        ] {
            fs::write(dir.join(SWAP), &bytes).unwrap();
            assert_eq!(settle(&dir), Err(error));
            assert_eq!(marks(&dir), ["old"; 3]);
            assert_eq!(fs::read(dir.join(SWAP)).unwrap(), bytes);
        }
    }

    fn newer() -> Vec<u8> {
        let mut bytes = Swap::Erase.encode();
        bytes[8] = 2;
        let hash = Sha256::digest(&bytes[..HASH_AT]);
        bytes[HASH_AT..LENGTH].copy_from_slice(&hash);
        bytes[..LENGTH].to_vec()
    }

    fn outside() -> Vec<u8> {
        let (aside, source) = ("../elsewhere".to_owned(), String::new());
        Swap::Replace(Replace { aside, source, old: Files(7), new: Files(0) }).encode()
    }
}
