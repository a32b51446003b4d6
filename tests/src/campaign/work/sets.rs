//! Backups, and whole journals that take the place of one another.

use std::fs;
use std::path::{Path, PathBuf};

use ::journal::{Moment, Record};
use chrono::{Days, NaiveDate};
use vault::{Error, KdfCost, Key, Opened, Presence, Vault};

use super::{
    Say, Stand, compare, done, fresh, home, only_one_opens, prepare, records, tidy, was_done,
};
use crate::campaign::journal::{self, NEXT_WORDS, WORDS, now, open, passphrase};
use crate::campaign::writer::written;

/// Where backups go.
fn shelf(folder: &Path) -> PathBuf {
    folder.join("shelf")
}

/// The first backup on it.
fn first_backup(folder: &Path) -> PathBuf {
    shelf(folder).join("journal-2026-03-09.nbk")
}

/// The records of the journal that was made new since the backup.
fn newer_records() -> Vec<Record> {
    records().into_iter().chain([written(7, 1)]).collect()
}

pub(super) fn prepare_backup(folder: &Path) {
    prepare(folder);
    fs::create_dir(shelf(folder)).expect("it is new");
}

pub(super) fn back_up(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let vault = open(&home(folder), WORDS)?.vault;
    vault.back_up(&shelf(folder), now(), &mut |_| {})?;
    done(say);
    vault.close()
}

pub(super) fn look_backup(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    look_untouched(&dir)?;
    let made = names(&shelf(folder))?
        .iter()
        .any(|name| Path::new(name).extension().is_some_and(|end| end == "nbk"));
    if !made {
        let lost = Err(String::from("a backup was made and is gone"));
        return if was_done(said) { lost } else { Ok(Stand::Before) };
    }
    // What has the name of a backup must be one, whole.
    let key = passphrase(WORDS);
    let (file, scratch) = (first_backup(folder), folder.join("scratch"));
    let review = vault::review_backup(&file, Key::Passphrase(&key), &scratch, &mut |_| {});
    let review = review.map_err(|error| format!("the backup: {error}"))?;
    if review.contents.entries as usize != records().len() {
        return Err(format!("the backup holds {:?}", review.contents));
    }
    Ok(Stand::After)
}

/// Days of backups; two more than are kept of days, and no more weeks than are kept.
const DAYS: u64 = 10;

fn day(number: u64) -> Moment {
    Moment(now().0.checked_add_days(Days::new(number)).expect("a near day"))
}

pub(super) fn prepare_many(folder: &Path) {
    prepare_backup(folder);
    let vault = open(&home(folder), WORDS).expect("it opens").vault;
    for number in 0..DAYS {
        vault.back_up(&shelf(folder), day(number), &mut |_| {}).expect("a backup is made");
    }
}

pub(super) fn thin_out(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let today: NaiveDate = day(DAYS - 1).day();
    // On a disk that does not read there is none to be seen.
    let Some(one) = vault::backups(&shelf(folder))?.pop() else { return Ok(()) };
    vault::thin_out(&shelf(folder), &one.vault_id, today)?;
    done(say);
    Ok(())
}

pub(super) fn look_many(folder: &Path, _: &[String]) -> Result<Stand, String> {
    let left = vault::backups(&shelf(folder)).map_err(|error| error.to_string())?;
    let newest = left.first().ok_or("no backup is left")?;
    if newest.day != day(DAYS - 1).day() || left.len() < 7 {
        return Err(format!("{} backups are left, the newest of {}", left.len(), newest.day));
    }
    for file in &left {
        vault::check_backup(&file.path, &mut |_| {}).map_err(|error| error.to_string())?;
    }
    let all = usize::try_from(DAYS).expect("a few");
    // What cannot be read is passed over, so that on a failing disk none may go.
    Ok(if left.len() == all { Stand::Before } else { Stand::After })
}

/// A backup on the shelf, and since then one more record and another passphrase.
pub(super) fn prepare_restore(folder: &Path) {
    prepare_backup(folder);
    let mut vault = open(&home(folder), WORDS).expect("it opens").vault;
    vault.back_up(&shelf(folder), now(), &mut |_| {}).expect("a backup is made");
    vault.save(&written(7, 1), now()).expect("it is saved");
    let (old, new) = (passphrase(WORDS), passphrase(NEXT_WORDS));
    let changed = vault.change_passphrase(&old, &new, KdfCost::WEAK, &mut fresh());
    changed.expect("it is changed");
    vault.close().expect("it is closed");
}

pub(super) fn restore(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let key = passphrase(WORDS);
    let file = first_backup(folder);
    vault::restore(&home(folder), &file, Key::Passphrase(&key), now(), &mut |_| {})?;
    done(say);
    Ok(())
}

/// Before: the newer journal, nothing set aside. After: the one of the backup, and the newer one
/// whole among those set aside.
pub(super) fn look_restored(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let (stand, opened) = only_one_opens(&dir, (NEXT_WORDS, WORDS), said)?;
    let expected = if stand == Stand::Before { newer_records() } else { records() };
    close_as(opened, &expected, &dir)?;
    vault::check_backup(&first_backup(folder), &mut |_| {}).map_err(|error| error.to_string())?;
    match (stand, aside(&dir)?.as_slice()) {
        (Stand::Before, []) => Ok(stand),
        (Stand::After, [name]) => {
            let opened = open_aside(folder, name, NEXT_WORDS)?;
            compare(&opened, &newer_records())?;
            Ok(stand)
        }
        (_, names) => Err(format!("{stand:?}, and set aside: {names:?}")),
    }
}

/// After a restore: the journal of the backup is present, the newer one is set aside.
pub(super) fn prepare_aside(folder: &Path) {
    prepare_restore(folder);
    restore(folder, &mut |_| {}).expect("it is restored");
}

pub(super) fn set_aside(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    vault::set_aside(&home(folder), now())?;
    done(say);
    Ok(())
}

pub(super) fn look_set_aside(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    match vault::settle(&dir).map_err(|error| error.to_string())? {
        Presence::Present if was_done(said) => Err(String::from("it is still there")),
        Presence::Present => {
            look_untouched(&dir)?;
            Ok(Stand::Before)
        }
        Presence::Absent => {
            let [name] = &aside(&dir)?[..] else { return Err(String::from("it is gone")) };
            compare(&open_aside(folder, name, WORDS)?, &records())?;
            tidy(&dir)?;
            Ok(Stand::After)
        }
    }
}

pub(super) fn put_back(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let sets = vault::set_asides(&home(folder))?;
    vault::put_back(&home(folder), &sets[0].name, now())?;
    done(say);
    Ok(())
}

pub(super) fn look_put_back(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let (stand, opened) = only_one_opens(&dir, (WORDS, NEXT_WORDS), said)?;
    let (present, other, words) = match stand {
        Stand::Before => (records(), newer_records(), NEXT_WORDS),
        Stand::After => (newer_records(), records(), WORDS),
    };
    close_as(opened, &present, &dir)?;
    let [name] = &aside(&dir)?[..] else { return Err(String::from("not one is set aside")) };
    compare(&open_aside(folder, name, words)?, &other)?;
    Ok(stand)
}

pub(super) fn remove_aside(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let sets = vault::set_asides(&home(folder))?;
    vault::remove_set_aside(&home(folder), &sets[0].name)?;
    done(say);
    Ok(())
}

pub(super) fn look_removed(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    look_untouched(&dir)?;
    match &aside(&dir)?[..] {
        [] if names(&dir.join("safety"))?.is_empty() => Ok(Stand::After),
        [name] if !was_done(said) => {
            compare(&open_aside(folder, name, NEXT_WORDS)?, &newer_records())?;
            Ok(Stand::Before)
        }
        _ => Err(format!("under safety: {:?}", names(&dir.join("safety")))),
    }
}

pub(super) fn erase(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    vault::erase(&home(folder), Key::Passphrase(&passphrase(WORDS)))?;
    done(say);
    Ok(())
}

pub(super) fn look_erased(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    match vault::settle(&dir).map_err(|error| error.to_string())? {
        Presence::Present if was_done(said) => Err(String::from("it is still there")),
        Presence::Present => {
            look_untouched(&dir)?;
            let [name] = &aside(&dir)?[..] else { return Err(String::from("half erased")) };
            compare(&open_aside(folder, name, NEXT_WORDS)?, &newer_records())?;
            Ok(Stand::Before)
        }
        Presence::Absent => match &names(&dir)?[..] {
            [lock] if lock == "lock" => Ok(Stand::After),
            left => Err(format!("left behind: {left:?}")),
        },
    }
}

/// The journal in `dir` opens with its words, holds what it held, and is closed and tidy again.
fn look_untouched(dir: &Path) -> Result<(), String> {
    let opened = open(dir, WORDS).map_err(|error| format!("does not open: {error}"))?;
    close_as(opened, &records(), dir)
}

/// What was opened in `dir` holds these records; it is closed and tidy again.
fn close_as(opened: Opened, expected: &[Record], dir: &Path) -> Result<(), String> {
    compare(&opened.vault, expected)?;
    opened.vault.close().map_err(|error| error.to_string())?;
    tidy(dir)
}

/// The names of the journals that were set aside.
pub(super) fn aside(dir: &Path) -> Result<Vec<String>, String> {
    let sets = vault::set_asides(dir).map_err(|error| error.to_string())?;
    Ok(sets.into_iter().map(|set| set.name).collect())
}

/// Opens a copy of a journal that was set aside.
fn open_aside(folder: &Path, name: &str, words: &str) -> Result<Vault, String> {
    let copy = folder.join("copy of what was set aside");
    journal::copy(&home(folder).join("safety").join(name), &copy);
    let opened = open(&copy, words).map_err(|error| format!("the one set aside: {error}"))?;
    fs::remove_dir_all(&copy).map_err(|error| error.to_string())?;
    Ok(opened.vault)
}

/// The names in a folder; none if it is not there.
pub(super) fn names(folder: &Path) -> Result<Vec<String>, String> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| error.to_string())?.file_name();
        names.push(name.to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
