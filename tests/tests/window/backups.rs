//! Backups: made, looked into, put in place; and what is no backup.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::steps::{
    PASSPHRASE, back_up, begin, is_in_the_journal, lock, settings, unlock, write_note,
};
use acceptance::target::{button, field, heading, text};
use acceptance::window::Window;

#[test]
fn a_backup_is_looked_into_and_put_in_place() {
    let window = Window::open("a_backup_is_looked_into_and_put_in_place");
    begin(&window);
    write_note(&window, "In the backup and in the journal");
    back_up(&window);
    write_note(&window, "Written after the backup");
    let file = backup(&window);
    lock(&window);
    window.click(&button("Other ways to open"));
    window.click(&button("Open a backup"));
    review(&window, &file);
    window.wait_for(&text("1 entry"));
    window.click(&button("Use this backup"));
    window.wait_for(&heading("Today"));
    assert!(is_in_the_journal(&window, "In the backup and in the journal"));
    assert!(!is_in_the_journal(&window, "Written after the backup"));
    // What was there is not lost: it was set aside, and comes back.
    settings(&window);
    window.click(&button("Put back the journal set aside"));
    window.click(&button("Put it back"));
    window.wait_for(&field("Passphrase"));
    window.settle_after_lock();
    unlock(&window);
    assert!(is_in_the_journal(&window, "Written after the backup"));
}

#[test]
fn a_new_computer_begins_with_a_backup() {
    let window = Window::open("a_new_computer_begins_with_a_backup");
    begin(&window);
    write_note(&window, "Came along on a stick");
    back_up(&window);
    let stick = window.home.out("stick.nbk");
    fs::copy(backup(&window), &stick).expect("the backup can be copied");
    window.kill();
    fs::remove_dir_all(window.home.journal()).expect("the old computer is gone");
    window.start();
    window.click(&button("Open a backup instead"));
    review(&window, &stick);
    window.click(&button("Use this backup"));
    window.wait_for(&heading("Today"));
    assert!(is_in_the_journal(&window, "Came along on a stick"));
}

#[test]
fn a_bad_file_is_no_backup_and_changes_nothing() {
    let window = Window::open("a_bad_file_is_no_backup");
    begin(&window);
    write_note(&window, "Must still be here");
    back_up(&window);
    let mut bytes = fs::read(backup(&window)).expect("the backup can be read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    for (name, content, says) in [
        ("holiday.nbk", b"not a backup".to_vec(), "That file is not a backup of Meantime."),
        ("flipped.nbk", bytes, "This backup is not as it was written"),
    ] {
        let file = window.home.out(name);
        #[expect(clippy::disallowed_methods, reason = "a file for the program to refuse")]
        fs::write(&file, content).expect("a file can be made");
        settings(&window);
        window.click(&button("Open a backup"));
        window.click(&button("Choose a file"));
        window.desktop.choose(&file);
        window.wait("the file is refused", || {
            if window.sees(&button("See what is in it"))
                && window.value_of(&field("Passphrase")).is_empty()
            {
                window.write(&field("Passphrase"), PASSPHRASE);
                window.click(&button("See what is in it"));
            }
            window.sees(&text(says))
        });
        window.press("Control+1");
        window.wait_for(&heading("Today"));
    }
    assert!(is_in_the_journal(&window, "Must still be here"));
}

#[test]
fn a_second_place_gets_every_backup_while_it_can_be_reached() {
    let window = Window::open("a_second_place_gets_every_backup");
    let (stick, away) = (window.home.out("stick"), window.home.out("taken out"));
    fs::create_dir(&stick).expect("a stick can be put in");
    begin(&window);
    settings(&window);
    window.click(&button("Choose a folder"));
    window.desktop.choose(&stick);
    window.wait_for(&text(&stick.display().to_string()));
    // It lies beside the journal here, and that is said.
    window.wait_for(&text("It is on the same disk as the journal."));
    let is_copied = || newest(&stick) == newest(&beside(&window));
    write_note(&window, "Before the stick was taken out");
    back_up_anew(&window);
    window.wait("the copy is on the stick", is_copied);
    window.wait_for(&text("A copy is in your backup folder too."));

    fs::rename(&stick, &away).expect("the stick can be taken out");
    write_note(&window, "While the stick was away");
    back_up_anew(&window);
    window.wait_for(&text("It can’t be reached now."));
    assert!(!stick.exists(), "a folder was made where the stick had been");
    assert!(!window.sees(&text("A copy is in your backup folder too.")), "there is no copy");

    fs::rename(&away, &stick).expect("the stick can be put in again");
    write_note(&window, "With the stick back in");
    back_up_anew(&window);
    window.wait("the copy is on the stick", is_copied);
    // A copy on the stick opens like any other.
    window.click(&button("Forget it"));
    window.wait_gone(&button("Forget it"));
    window.click(&button("Open a backup"));
    review(&window, backups_in(&stick).last().expect("a copy is there"));
    window.wait_for(&text("3 entries"));
}

/// Makes a backup, and waits until another one lies beside the journal.
fn back_up_anew(window: &Window) {
    let former = newest(&beside(window));
    settings(window);
    window.click(&button("Back up now"));
    window.wait("another backup is there", || newest(&beside(window)) != former);
}

fn beside(window: &Window) -> PathBuf {
    window.home.journal().join("backups")
}

/// What is in the newest backup of a folder.
fn newest(folder: &Path) -> Option<Vec<u8>> {
    fs::read(backups_in(folder).last()?).ok()
}

/// Chooses a backup's file and has it looked into.
fn review(window: &Window, file: &Path) {
    window.click(&button("Choose a file"));
    window.desktop.choose(file);
    window.write(&field("Passphrase"), PASSPHRASE);
    window.click(&button("See what is in it"));
    window.wait_for(&heading("What is in this backup"));
}

/// The newest backup beside the journal.
fn backup(window: &Window) -> PathBuf {
    backups_in(&beside(window)).pop().expect("there is a backup")
}

/// The backups in a folder, by their names.
fn backups_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> = files
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|it| it == "nbk"))
        .collect();
    found.sort();
    found
}
