//! Changes of what opens a journal.

use std::path::Path;

use vault::{Error, KdfCost, Key, Pin, RecoveryKey, Run, StandIn, Vault};

use super::{
    SEED, Say, Stand, compare, done, fresh, home, only_one_opens, records, recovery_key, tidy,
    was_done,
};
use crate::campaign::journal::{self, NEXT_WORDS, WORDS, now, open, passphrase};

pub(super) fn change_passphrase(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let mut vault = open(&home(folder), WORDS)?.vault;
    let (old, new) = (passphrase(WORDS), passphrase(NEXT_WORDS));
    vault.change_passphrase(&old, &new, KdfCost::WEAK, &mut fresh())?;
    done(say);
    vault.close()
}

pub(super) fn set_passphrase(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let key = recovery_key(folder);
    let mut vault = Vault::open(&home(folder), Key::Recovery(&key))?.vault;
    let new = passphrase(NEXT_WORDS);
    vault.set_passphrase_after_recovery(&key, &new, KdfCost::WEAK, &mut fresh())?;
    done(say);
    vault.close()
}

pub(super) fn look_passphrase(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let (stand, opened) = only_one_opens(&home(folder), (WORDS, NEXT_WORDS), said)?;
    let key = recovery_key(folder);
    match opened.vault.matches_recovery_key(&key) {
        Ok(true) => {}
        other => return Err(format!("the recovery key: {other:?}")),
    }
    compare(&opened.vault, &records())?;
    opened.vault.close().map_err(|error| error.to_string())?;
    tidy(&home(folder))?;
    Ok(stand)
}

pub(super) fn change_recovery_key(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let mut vault = open(&home(folder), WORDS)?.vault;
    vault.new_recovery_key(&passphrase(WORDS), &mut fresh())?;
    done(say);
    vault.close()
}

pub(super) fn look_recovery_key(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let opened = open(&dir, WORDS).map_err(|error| format!("does not open: {error}"))?;
    compare(&opened.vault, &records())?;
    let old = opened.vault.matches_recovery_key(&recovery_key(folder));
    opened.vault.close().map_err(|error| error.to_string())?;
    tidy(&dir)?;
    let new = next_recovery_key();
    let opens = Vault::open(&dir, Key::Recovery(&new)).map(drop);
    match (old, opens) {
        (Ok(true), Err(Error::WrongSecret)) if !was_done(said) => Ok(Stand::Before),
        (Ok(false), Ok(())) => Ok(Stand::After),
        (old, new) => Err(format!("old recovery key: {old:?}, new one: {new:?}")),
    }
}

/// The recovery key that [`change_recovery_key`] makes.
fn next_recovery_key() -> RecoveryKey {
    let folder = journal::Folder::new();
    let (mut vault, _) = journal::create(&folder.journal(), SEED).expect("a journal can be made");
    vault.new_recovery_key(&passphrase(WORDS), &mut fresh()).expect("a key can be made")
}

/// What a passphrase costs to guess from now on.
fn higher() -> KdfCost {
    KdfCost::new(128, 1, 1).expect("with the cheap setting of tests this is allowed")
}

pub(super) fn raise_cost(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let mut vault = open(&home(folder), WORDS)?.vault;
    if vault.raise_cost(&passphrase(WORDS), higher(), &mut fresh())? {
        done(say);
    }
    vault.close()
}

pub(super) fn look_cost(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let opened = open_as_before(folder)?;
    let cost = opened.cost;
    opened.vault.close().map_err(|error| error.to_string())?;
    tidy(&home(folder))?;
    if cost == Some(higher()) {
        Ok(Stand::After)
    } else if cost == Some(KdfCost::WEAK) && !was_done(said) {
        Ok(Stand::Before)
    } else {
        Err(format!("the cost is {cost:?}"))
    }
}

fn a_run() -> Run {
    Run { now: now(), program: [1; 16], boot: [2; 16] }
}

fn a_pin() -> Pin {
    Pin::new(String::from("483920")).expect("it has six digits")
}

pub(super) fn turn_on_pin(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    vault::stand_in(StandIn::Working);
    let mut vault = open(&home(folder), WORDS)?.vault;
    let words = passphrase(WORDS);
    vault.turn_on_pin(&words, &a_pin(), KdfCost::WEAK, a_run(), &mut fresh())?;
    done(say);
    vault.close()
}

/// Turns it on before, so that it is tried from where a PIN is in use.
pub(super) fn turn_off_pin(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    vault::stand_in(StandIn::Working);
    let mut vault = open(&home(folder), WORDS)?.vault;
    let words = passphrase(WORDS);
    vault.turn_on_pin(&words, &a_pin(), KdfCost::WEAK, a_run(), &mut fresh())?;
    vault.turn_off_pin(&words)?;
    done(say);
    vault.close()
}

/// The passphrase and the recovery key must open whatever became of the PIN; one that was said to
/// be off must open nothing.
pub(super) fn look_pin(folder: &Path, said: &[String]) -> Result<Stand, String> {
    vault::stand_in(StandIn::Working);
    let opened = open_as_before(folder)?;
    let mut vault = opened.vault;
    // As every opening with the passphrase does: a slot without its secret goes.
    vault.passphrase_was_given(&passphrase(WORDS), a_run()).map_err(|error| error.to_string())?;
    vault.close().map_err(|error| error.to_string())?;
    open_as_before(folder)?.vault.close().map_err(|error| error.to_string())?;
    tidy(&home(folder))?;
    Ok(if was_done(said) { Stand::After } else { Stand::Before })
}

fn open_as_before(folder: &Path) -> Result<vault::Opened, String> {
    let opened = open(&home(folder), WORDS).map_err(|error| format!("does not open: {error}"))?;
    compare(&opened.vault, &records())?;
    match opened.vault.matches_recovery_key(&recovery_key(folder)) {
        Ok(true) => Ok(opened),
        other => Err(format!("the recovery key: {other:?}")),
    }
}
