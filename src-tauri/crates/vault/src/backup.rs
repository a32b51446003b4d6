//! Backups: one encrypted file that holds a whole vault, verified before it gets
//! its name.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::{panic, thread};

use chrono::{DateTime, NaiveDate, Utc};
use journal::Moment;
use rusqlite::Connection;

use crate::checks;
use crate::container::{self, Container};
use crate::contents::{self, Contents, Held, Newest};
use crate::database::{self, Database};
use crate::error::Error;
use crate::fault;
use crate::files::{self, is_there};
use crate::header::{self, Header};
use crate::hex;
use crate::keyfile;
use crate::keys::OpenKeys;
use crate::place::{BACKUPS, DATA, KEYS_A, KEYS_B, Place, Staging};
use crate::progress::{Progress, Stage, Told};
use crate::retention;
use crate::schema;
use crate::swap::Old;
use crate::vault::{Key, Vault};

/// What the files of a backup that is being made end with.
const WORK_ENDS: [&str; 3] = [".part", ".copy", ".copy-journal"];

/// Whether a file in the vault's own folder of backups got its name from this program.
pub(crate) fn is_own_name(name: &str) -> bool {
    let of_work = WORK_ENDS.iter().find_map(|end| name.strip_suffix(end));
    let of_work = of_work.and_then(|start| start.strip_prefix("journal-"));
    let is_id = |id: &str| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    read_name(name).is_some() || of_work.is_some_and(is_id)
}

/// Day and number of a backup with a name of this program's making.
fn read_name(name: &str) -> Option<(NaiveDate, u32)> {
    let (day, rest) = name.strip_prefix("journal-")?.split_at_checked("2026-03-09".len())?;
    let day: NaiveDate = day.parse().ok()?;
    let number = rest.strip_suffix(".nbk")?;
    match number.strip_prefix('-') {
        None => number.is_empty().then_some((day, 1)),
        Some(number) if number.starts_with('+') => None,
        Some(number) => number.parse().ok().filter(|&number| number > 1).map(|n| (day, n)),
    }
}

/// A backup that lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// The day in its name, or of its last change if the name has none.
    pub day: NaiveDate,
    /// Its length in bytes.
    pub bytes: u64,
    /// The vault it is of.
    pub vault_id: [u8; 16],
}

/// A backup that was opened with a secret and looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// What is in it.
    pub contents: Contents,
    /// When it was made.
    pub made: Moment,
    /// The vault it is of.
    pub vault_id: [u8; 16],
}

impl Vault {
    /// Makes a backup in `folder`, which must exist (its own folder of backups is made
    /// if need be), opens it from the disk and compares it before it gets its name.
    /// Never writes over a file.
    ///
    /// # Errors
    /// [`Error::DiskFull`] and the rest; nothing half-made stays.
    pub fn back_up(
        &self,
        folder: &Path,
        now: Moment,
        told: Told<'_>,
    ) -> Result<(BackupFile, Contents), Error> {
        if folder == self.place.file(BACKUPS) || is_own_folder(folder, self.place.dir()) {
            files::make_dir(folder)?;
        }
        // SQLite would take a relative path beginning with `file:` for more than a path.
        let work = Work::begin(&folder.canonicalize()?, &self.keys.vault_id)?;
        let written = self.write_backup(&work, now, told);
        if written.is_ok() {
            let _ = work.clear_copy();
        } else {
            // What cannot be removed now is by the next backup to this folder.
            let _ = work.clear();
        }
        written
    }

    fn write_backup(
        &self,
        work: &Work,
        now: Moment,
        told: Told<'_>,
    ) -> Result<(BackupFile, Contents), Error> {
        let mut header = keyfile::present(&self.place, &self.keys.header)?.without_quick_unlock();
        let held = self.database.read(contents::count)?;
        let image = files::length(&self.place.file(DATA))?;
        files::need_room(&work.folder, image.saturating_mul(2))?;

        let note = |copy: &Connection| schema::note_made(copy, Some(now));
        let data = self.place.file(DATA);
        self.database.copy_file_to(&data, &work.copy, &self.keys.database, note, told)?;
        header.data_salt = database::first_bytes(&work.copy)?;
        let header = header.encode(&self.keys.header);
        // The copy does not change any more, so it is looked into while it is sealed.
        let keys = &self.keys;
        let look = thread::scope(|threads| {
            let looking = thread::Builder::new()
                .spawn_scoped(threads, move || look_into(&work.copy, keys))?;
            let sealed = self.seal_copy(work, &header, told);
            let look = looking.join().unwrap_or_else(|panic| panic::resume_unwind(panic));
            sealed.and(look)
        });
        let look = look.map_err(|error| self.whose(error))?;
        let is_newest_here =
            self.database.read(|held| contents::has(held, look.newest.as_ref()))?;
        if look.held != held || !is_newest_here || look.review.made != now {
            return Err(Error::BackupDamaged);
        }
        let path = name_it(&work.part, &work.folder, now.day())?;
        let bytes = files::length(&path)?;
        let file = BackupFile { path, day: now.day(), bytes, vault_id: self.keys.vault_id };
        Ok((file, look.review.contents))
    }

    /// What is damaged in a copy may have been so before.
    fn whose(&self, error: Error) -> Error {
        if error != Error::BackupDamaged {
            return error;
        }
        match checks::check_codes(&self.place.file(DATA), &self.keys.database) {
            Err(Error::DataDamaged) => Error::DataDamaged,
            _ => error,
        }
    }

    /// Puts header and codes around the copy, and reads all of it again from the disk:
    /// its codes must fit, its image must be the copy byte for byte, and every page of
    /// the copy must have its own code.
    fn seal_copy(&self, work: &Work, header: &header::Bytes, told: Told<'_>) -> Result<(), Error> {
        container::write(&work.part, header, &work.copy, &self.keys.backup, told)?;
        files::read_afresh(&work.part)?;
        let mut written = Container::open(&work.part)?;
        if *written.header_bytes != *header {
            return Err(Error::BackupDamaged);
        }
        let mut copy = File::open(&work.copy)?;
        let mut again = Vec::new();
        written.read(&work.part, Some(&self.keys.backup), told, |piece| {
            again.resize(piece.len(), 0);
            copy.read_exact(&mut again)?;
            if again == piece { Ok(()) } else { Err(Error::BackupDamaged) }
        })?;
        checks::check_codes(&work.copy, &self.keys.database).map_err(of_backup)
    }
}

/// The files of a backup that is being made. Their names tell of which vault, so that
/// what a crash left is found by the next one, and no one else's is touched.
struct Work {
    folder: PathBuf,
    /// The backup, before it has its name.
    part: PathBuf,
    /// The database alone.
    copy: PathBuf,
    /// SQLite's own journal of it.
    journal: PathBuf,
}

impl Work {
    fn begin(folder: &Path, vault_id: &[u8; 16]) -> Result<Self, Error> {
        let name = |end: &str| folder.join(["journal-", &hex::write(vault_id), end].concat());
        let [part, copy, journal] = WORK_ENDS.map(name);
        let work = Self { folder: folder.to_owned(), part, copy, journal };
        work.clear()?;
        Ok(work)
    }

    fn clear(&self) -> Result<(), Error> {
        files::remove_if_there(&self.part)?;
        self.clear_copy()
    }

    fn clear_copy(&self) -> Result<(), Error> {
        files::remove_if_there(&self.journal)?;
        files::remove_if_there(&self.copy)
    }
}

/// Whether `folder` is the vault's own folder of backups, which may not exist yet.
fn is_own_folder(folder: &Path, dir: &Path) -> bool {
    let parent = folder.parent().and_then(|parent| parent.canonicalize().ok());
    parent.as_deref() == Some(dir) && folder.ends_with(BACKUPS)
}

/// Gives a verified backup a name of this day after all that are there. A number that
/// was thinned out is not given again while a later one stands: the newest backup would
/// be taken for an old one, and be thinned out in its place.
fn name_it(part: &Path, folder: &Path, day: NaiveDate) -> Result<PathBuf, Error> {
    let names = files::list(folder)?;
    let of_day = names.iter().filter_map(|name| read_name(name)).filter(|(its, _)| *its == day);
    let last = of_day.map(|(_, number)| number).max().unwrap_or(0);
    for number in last.saturating_add(1)..=u32::MAX {
        let name = match number {
            1 => format!("journal-{day}.nbk"),
            _ => format!("journal-{day}-{number}.nbk"),
        };
        let path = folder.join(name);
        if !is_there(&path)? {
            files::rename(part, &path)?;
            files::sync_dir_if_possible(folder)?;
            return Ok(path);
        }
    }
    Err(Error::AlreadyThere)
}

fn open_copy(path: &Path, keys: &OpenKeys) -> Result<Database, Error> {
    Database::open(path, &keys.database, &keys.vault_id)
}

/// What was found in the copy in a backup.
struct Look {
    review: Review,
    held: Held,
    newest: Option<Newest>,
}

/// Reads every table of the copy in a backup, and what is in it.
fn look_into(path: &Path, keys: &OpenKeys) -> Result<Look, Error> {
    let look = || {
        let copy = open_copy(path, keys)?;
        copy.check_tables()?;
        let made = copy.read(schema::made)?.ok_or(Error::DataDamaged)?;
        let held = copy.read(contents::count)?;
        let newest = copy.read(contents::newest)?;
        copy.close()?;
        let contents = held.contents(newest.as_ref())?;
        Ok(Look { review: Review { contents, made, vault_id: keys.vault_id }, held, newest })
    };
    look().map_err(of_backup)
}

/// Damage of the database in a backup is damage of the backup.
fn of_backup(error: Error) -> Error {
    match error {
        Error::DataDamaged => Error::BackupDamaged,
        error => error,
    }
}

/// The backups in a folder, the newest first. Needs no key; files that are not
/// backups are passed over. They are not read whole: see [`check_backup`].
pub fn backups(folder: &Path) -> Result<Vec<BackupFile>, Error> {
    let mut found = Vec::new();
    for name in files::list(folder)? {
        if !Path::new(&name).extension().is_some_and(|end| end.eq_ignore_ascii_case("nbk")) {
            continue;
        }
        let path = folder.join(&name);
        if let Ok(container) = Container::open(&path) {
            found.push((read_name(&name), describe(path, &container)?));
        }
    }
    let rank = |(name, file): &(Option<(NaiveDate, u32)>, BackupFile)| {
        (file.day, name.map_or(0, |(_, number)| number), file.path.clone())
    };
    found.sort_by_key(|file| std::cmp::Reverse(rank(file)));
    Ok(found.into_iter().map(|(_, file)| file).collect())
}

fn describe(path: PathBuf, container: &Container) -> Result<BackupFile, Error> {
    let metadata = path.metadata()?;
    let name = path.file_name().and_then(|name| name.to_str()).and_then(read_name);
    let day = match name {
        Some((day, _)) => day,
        None => DateTime::<Utc>::from(metadata.modified()?).date_naive(),
    };
    let vault_id = container.header.vault_id;
    Ok(BackupFile { path, day, bytes: metadata.len(), vault_id })
}

/// Whether a file is a backup and as it was written, as far as that can be told
/// without a key: its layout, its length and its hash. Read from the disk and not from
/// memory, where the system can: there are sticks that forget what was written to them.
///
/// # Errors
/// [`Error::NotABackup`], [`Error::BackupDamaged`] or [`Error::Newer`].
pub fn check_backup(file: &Path, told: Told<'_>) -> Result<BackupFile, Error> {
    files::read_afresh(file)?;
    check(file, told)
}

fn check(file: &Path, told: Told<'_>) -> Result<BackupFile, Error> {
    let mut container = Container::open(file)?;
    container.read(file, None, told, |_| Ok(()))?;
    describe(file.to_owned(), &container)
}

/// Whether `folder` holds a copy of a backup, under whatever name: a file of the same vault and
/// length with the same codes at its end, which are of all that is in it. A few thousand bytes of
/// each are read; that a copy is still whole only [`check_backup`] tells.
///
/// # Errors
/// If the backup itself or the folder cannot be read.
pub fn has_copy(folder: &Path, backup: &BackupFile) -> Result<bool, Error> {
    let codes = |path: &Path| Container::open(path)?.codes(path);
    let own = codes(&backup.path)?;
    let is_alike =
        |other: &BackupFile| (other.vault_id, other.bytes) == (backup.vault_id, backup.bytes);
    Ok(backups(folder)?.iter().any(|other| is_alike(other) && codes(&other.path) == Ok(own)))
}

/// Whether a secret opens a backup. What is in it is not read.
///
/// # Errors
/// [`Error::WrongSecret`] if it does not; else as [`check_backup`].
pub fn prove_backup(file: &Path, key: Key<'_>) -> Result<(), Error> {
    unlock(&Container::open(file)?, key).map(drop)
}

/// The keys of a backup.
fn unlock(container: &Container, key: Key<'_>) -> Result<OpenKeys, Error> {
    let data_key = container.header.unwrap(key)?;
    let keys = data_key.derive_open_keys(&container.header.vault_id);
    if !Header::is_authentic(&container.header_bytes, &keys.header) {
        return Err(Error::BackupDamaged);
    }
    Ok(keys)
}

/// Opens a backup read-only and says what is in it. `scratch` is a folder of the
/// shell's that may not exist; it is used for the encrypted copy and gone afterwards.
///
/// # Errors
/// As [`check_backup`]; [`Error::WrongSecret`] if the secret is not the backup's.
pub fn review_backup(
    file: &Path,
    key: Key<'_>,
    scratch: &Path,
    told: Told<'_>,
) -> Result<Review, Error> {
    files::make_dir(scratch)?;
    let staging = Staging::at(scratch.canonicalize()?);
    staging.clear_files()?;
    let unpacked = unpack(file, key, &staging, 1, told);
    let cleared = staging.clear();
    let review = unpacked?.review;
    cleared.map(|()| review)
}

/// Removes surplus backups of one vault from a folder: of those made by this
/// program's own names, seven days, four weeks and six months are kept, and always
/// the newest that is whole. Answers how many went.
pub fn thin_out(folder: &Path, vault_id: &[u8; 16], today: NaiveDate) -> Result<u32, Error> {
    let mut ours = Vec::new();
    for file in backups(folder)? {
        let name = file.path.file_name().and_then(|name| name.to_str()).and_then(read_name);
        if let (Some(name), true) = (name, file.vault_id == *vault_id) {
            ours.push((name, file.path));
        }
    }
    let names: Vec<(NaiveDate, u32)> = ours.iter().map(|&(name, _)| name).collect();
    let surplus = retention::surplus(&names, today);
    if surplus.is_empty() {
        return Ok(0);
    }
    let is_whole = |path: &Path| check(path, &mut |_| {}).is_ok();
    let newest_whole = ours.iter().position(|(_, path)| is_whole(path));
    let mut gone = 0;
    for place in surplus {
        if Some(place) != newest_whole {
            files::remove(&ours[place].1)?;
            gone += 1;
        }
    }
    files::sync_dir_if_possible(folder)?;
    Ok(gone)
}

/// Puts a backup in place of the vault in `dir`, if there is one, which must be closed
/// and is set aside, never overwritten. After a crash at any point the next opening
/// finishes it or undoes it.
///
/// # Errors
/// As [`review_backup`]; the present vault is then as it was. [`Error::DiskFull`] if
/// there is not three times the room it takes.
pub fn restore(
    dir: &Path,
    file: &Path,
    key: Key<'_>,
    now: Moment,
    told: Told<'_>,
) -> Result<Review, Error> {
    let place = Place::take_any(dir)?;
    let next = place.next()?;
    let made = make_next(&next, file, key, told);
    if made.is_err() {
        place.give_up_next(&next);
    }
    let review = made?;
    told(Progress { stage: Stage::MovingIn, done: 0, of: 1 });
    place.swap_in(&next, Old::SetAside, now)?;
    told(Progress { stage: Stage::MovingIn, done: 1, of: 1 });
    Ok(review)
}

/// Makes a backup into a set of files.
fn make_next(next: &Staging, file: &Path, key: Key<'_>, told: Told<'_>) -> Result<Review, Error> {
    let Unpacked { header, keys, review } = unpack(file, key, next, 3, told)?;
    let mut copy = open_copy(&next.file(DATA), &keys)?;
    copy.change(|change| schema::note_made(change, None))?;
    copy.close()?;
    next.write(KEYS_A, header.as_slice())?;
    next.write(KEYS_B, header.as_slice())?;
    Ok(review)
}

/// A backup whose image is a file of its own again, and was read whole.
struct Unpacked {
    header: Box<header::Bytes>,
    keys: OpenKeys,
    review: Review,
}

/// Takes the image out of a backup, if there is so many times the room it takes.
fn unpack(
    file: &Path,
    key: Key<'_>,
    into: &Staging,
    times: u64,
    told: Told<'_>,
) -> Result<Unpacked, Error> {
    let mut container = Container::open(file)?;
    files::need_room(&into.dir, container.image.saturating_mul(times))?;
    let keys = unlock(&container, key)?;
    let data = into.file(DATA);
    let (mut image, mut at) = (files::create_new(&data)?, 0);
    container.read(file, Some(&keys.backup), told, |piece| {
        fault::before_write(&data, at, piece)?;
        at += piece.len() as u64;
        Ok(image.write_all(piece)?)
    })?;
    drop(image);
    files::sync(&data)?;
    checks::check_codes(&data, &keys.database).map_err(of_backup)?;
    let review = look_into(&data, &keys)?.review;
    Ok(Unpacked { header: container.header_bytes, keys, review })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_program_are_its_own() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        assert_eq!(read_name("journal-2026-03-09.nbk"), Some((day("2026-03-09"), 1)));
        assert_eq!(read_name("journal-2026-03-09-12.nbk"), Some((day("2026-03-09"), 12)));
        let work = "journal-000102030405060708090a0b0c0d0e0f.copy-journal";
        assert!(is_own_name(work) && is_own_name("journal-2026-03-09.nbk"));
        for name in [
            "",
            "journal-",
            "journal-.part",
            "journal-2026-03-09",
            "journal-2026-03-09.nbk.nbk",
            "journal-2026-03-09-1.nbk",
            "journal-2026-03-09-x.nbk",
            "journal-2026-03-09-+2.nbk",
            "journal-2026-13-09.nbk",
            "Journal-2026-03-09.nbk",
            "my journal-2026-03-09.nbk",
            "journal-000102030405060708090a0b0c0d0e0g.part",
            "journal-é2026-03-09.nbk",
        ] {
            assert!(!is_own_name(name), "{name}");
        }
    }
}
