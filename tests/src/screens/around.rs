//! The screens around an open journal. Each is reached from the one before.

use std::fs;
use std::io::{Seek, SeekFrom, Write};

use crate::steps::{PASSPHRASE, lock, settings, shown_recovery_key};
use crate::target::{button, dialog, field, heading, text};
use crate::window::Window;

/// Wrong tries after which the next has to wait.
const TRIES: usize = 4;
const PAGE: usize = 4096;

pub(super) fn unlock(window: &Window) {
    lock(window);
}

pub(super) fn wrong(window: &Window) {
    try_in_vain(window);
}

pub(super) fn pause(window: &Window) {
    for _ in 1..TRIES {
        try_in_vain(window);
    }
    window.wait_for(&button("Try again in"));
}

fn try_in_vain(window: &Window) {
    window.wait_gone(&button("Try again in"));
    window.rewrite(&field("Passphrase"), "not these words");
    window.press("Enter");
    window.wait_gone(&button("Opening"));
    window.wait_for(&text("That did not open it."));
}

pub(super) fn recovery(window: &Window) {
    window.click(&button("Use the recovery key"));
    // Made up, so that the third group does not fit and is named.
    window.write(&field("Group 1 of 9"), "7KQMR2VHXD4U");
    window.wait_for(&text("you typed"));
}

pub(super) fn help(window: &Window) {
    window.press("F1");
    window.wait_for(&button("Close help"));
}

pub(super) fn ways(window: &Window) {
    window.click(&button("Close help"));
    window.click(&button("Back to the passphrase"));
    window.click(&button("Other ways to open"));
    window.wait_for(&heading("Other ways to open"));
}

pub(super) fn anew(window: &Window) {
    window.click(&button("Begin anew"));
    window.wait_for(&button("Set it aside and begin anew"));
}

pub(super) fn backup(window: &Window) {
    window.click(&button("Back"));
    window.click(&button("Open a backup"));
    window.wait_for(&button("Choose a file"));
}

pub(super) fn rescue(window: &Window) {
    window.click(&button("Back"));
    window.click(&button("Rescue what is whole"));
    window.wait_for(&button("Look it over"));
}

/// Writes over the pages that every opening reads, then tries to open.
pub(super) fn damaged(window: &Window) {
    let file = window.home.journal().join("data.db");
    let mut journal = fs::OpenOptions::new().write(true).open(file).expect("it can be damaged");
    journal.seek(SeekFrom::Start(PAGE as u64)).expect("it is long enough");
    journal.write_all(&[0x5a; 2 * PAGE]).expect("pages can be written over");
    drop(journal);
    window.click(&button("Other ways to open"));
    window.click(&button("Back to the passphrase"));
    window.wait_gone(&button("Try again in"));
    window.rewrite(&field("Passphrase"), PASSPHRASE);
    window.press("Enter");
    window.wait_for(&heading("Part of the journal can’t be read"));
    window.wait_for(&text("Whole:"));
}

pub(super) fn rescued(window: &Window) {
    window.click(&button("Rescue what is whole"));
    window.wait_for(&heading("The journal is open again"));
}

pub(super) fn tries_told(window: &Window) {
    window.click(&button("Go to the journal"));
    window.wait_for(&text("tries to open Meantime did not work"));
}

pub(super) fn delete_everything(window: &Window) {
    settings(window);
    window.wait_until_still();
    window.click(&button("Delete everything"));
    window.wait_for(&dialog("Delete everything"));
}

pub(super) fn gone(window: &Window) {
    window.write(&field("Type delete to say that you mean it"), "delete");
    window.write(&field("Passphrase now"), PASSPHRASE);
    window.click(&button("Delete everything now"));
    window.wait_for(&heading("The journal is gone from this computer"));
}

pub(super) fn about(window: &Window) {
    window.click(&button("Begin anew"));
    window.wait_for(&heading("Before you begin"));
}

pub(super) fn passphrase(window: &Window) {
    window.click(&button("I am 18 or older, begin"));
    window.write(&field("Passphrase"), PASSPHRASE);
    window.write(&field("Type it once more"), PASSPHRASE);
}

pub(super) fn key(window: &Window) {
    window.click(&button("Continue"));
    window.wait_for(&heading("Put your recovery key on paper"));
}

pub(super) fn sessions(window: &Window) {
    let groups = shown_recovery_key(window);
    window.write(&field("Group 1 of 9"), &groups.concat());
    window.wait_for(&text("It fits."));
    window.click(&button("Continue"));
    window.wait_for(&button("Skip this"));
}

pub(super) fn numbers(window: &Window) {
    window.click(&button("Skip this"));
    window.wait_for(&button("Open my journal"));
}
