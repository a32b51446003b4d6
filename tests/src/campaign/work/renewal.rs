//! New keys for everything, with or without some days left behind, and the rescue of a damaged
//! journal.

use std::fs;
use std::path::Path;

use ::journal::Record;
use chrono::NaiveDate;
use vault::{Error, KdfCost, Key, Renewal, Vault};

use super::sets::{aside, names};
use super::{
    Say, Stand, compare, done, fresh, home, only_one_opens, overwrite, prepare, records,
    recovery_key, tidy, was_done,
};
use crate::campaign::journal::{NEXT_WORDS, WORDS, now, open, passphrase};
use crate::campaign::writer::written;

/// Written on the day after all others.
const LATE: u128 = 2000;

fn with_late() -> Vec<Record> {
    records().into_iter().chain([written(LATE, 1)]).collect()
}

fn late_day() -> NaiveDate {
    written(LATE, 1).at.day()
}

fn renew_to(
    folder: &Path,
    new: &str,
    without: Option<(NaiveDate, NaiveDate)>,
    say: Say<'_>,
) -> Result<(), Error> {
    let (current, new) = (passphrase(WORDS), passphrase(new));
    let renewal =
        Renewal { current: &current, new: &new, cost: KdfCost::WEAK, without, remember: &[] };
    let (opened, _) = vault::renew(&home(folder), &renewal, now(), &mut fresh(), &mut |_| {})?;
    done(say);
    opened.vault.close()
}

pub(super) fn renew(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    renew_to(folder, NEXT_WORDS, None, say)
}

pub(super) fn look_renewed(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let (stand, opened) = only_one_opens(&dir, (WORDS, NEXT_WORDS), said)?;
    compare(&opened.vault, &records())?;
    with_paper(folder, &opened.vault, stand)?;
    opened.vault.close().map_err(|error| error.to_string())?;
    nothing_aside(&dir)?;
    Ok(stand)
}

pub(super) fn prepare_late(folder: &Path) {
    prepare(folder);
    let mut vault = open(&home(folder), WORDS).expect("it opens").vault;
    vault.save(&written(LATE, 1), now()).expect("it is saved");
    vault.close().expect("it is closed");
}

pub(super) fn leave_days(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    renew_to(folder, WORDS, Some((late_day(), late_day())), say)
}

pub(super) fn look_left_days(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let opened = open(&dir, WORDS).map_err(|error| format!("does not open: {error}"))?;
    let count = opened.vault.all().map_err(|error| error.to_string())?.len();
    let stand = if count == records().len() { Stand::After } else { Stand::Before };
    if stand == Stand::Before && was_done(said) {
        return Err(String::from("what was deleted is still there"));
    }
    let expected = if stand == Stand::After { records() } else { with_late() };
    compare(&opened.vault, &expected)?;
    with_paper(folder, &opened.vault, stand)?;
    opened.vault.close().map_err(|error| error.to_string())?;
    nothing_aside(&dir)?;
    Ok(stand)
}

/// The recovery key on the paper opens the old journal and not the new one.
fn with_paper(folder: &Path, vault: &Vault, stand: Stand) -> Result<(), String> {
    match vault.matches_recovery_key(&recovery_key(folder)) {
        Ok(opens) if opens == (stand == Stand::Before) => Ok(()),
        other => Err(format!("{stand:?}, and the old recovery key: {other:?}")),
    }
}

/// Neither the old journal nor half of the new one may be left.
fn nothing_aside(dir: &Path) -> Result<(), String> {
    tidy(dir)?;
    let left = names(&dir.join("safety"))?;
    if left.is_empty() { Ok(()) } else { Err(format!("under safety: {left:?}")) }
}

/// The first page is damaged: the journal does not open, and its rows are whole.
pub(super) fn prepare_broken(folder: &Path) {
    prepare(folder);
    let file = home(folder).join("data.db");
    let mut bytes = fs::read(&file).expect("it can be read");
    bytes[2000] ^= 4;
    overwrite(&file, &bytes);
}

pub(super) fn rescue(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let words = passphrase(WORDS);
    let rescued = vault::salvage(&home(folder), Key::Passphrase(&words), now(), &mut |_| {})?;
    assert_eq!(rescued.known as usize, records().len(), "it is known what there was");
    // Where the disk does not read, less is whole; that is said, and the rest stays aside.
    if rescued.whole == rescued.known {
        done(say);
    }
    Ok(())
}

pub(super) fn look_rescued(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let stand = match open(&dir, WORDS) {
        Ok(opened) => {
            let found = opened.vault.all().map_err(|error| error.to_string())?;
            let all = records();
            if was_done(said) || found.iter().any(|record| !all.contains(record)) {
                compare(&opened.vault, &all)?;
            }
            opened.vault.close().map_err(|error| error.to_string())?;
            Stand::After
        }
        Err(Error::DataDamaged) if was_done(said) => return Err(String::from("not rescued")),
        Err(Error::DataDamaged) => Stand::Before,
        Err(error) => return Err(format!("does not open: {error}")),
    };
    tidy(&dir)?;
    // The damaged one is kept, wherever it is.
    let damaged = match (stand, aside(&dir)?.as_slice()) {
        (Stand::Before, []) => dir,
        (Stand::After, [name]) => dir.join("safety").join(name),
        (_, names) => return Err(format!("{stand:?}, and set aside: {names:?}")),
    };
    let words = passphrase(WORDS);
    let left = if stand == Stand::Before {
        let found = vault::look_over(&damaged, Key::Passphrase(&words), &mut |_| {});
        found.map_err(|error| format!("the damaged one: {error}"))?.whole as usize
    } else if damaged.join("data.db").is_file() && damaged.join("keys.a").is_file() {
        records().len()
    } else {
        0
    };
    if left == records().len() { Ok(stand) } else { Err(format!("{left} left in the damaged one")) }
}
