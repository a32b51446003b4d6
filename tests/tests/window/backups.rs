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
    backups_in(&window.home.journal().join("backups")).pop().expect("there is a backup")
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
