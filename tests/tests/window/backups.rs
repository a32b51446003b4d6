//! Backups: made, looked into, put in place; and what is no backup.

use std::fs;
use std::path::PathBuf;

use acceptance::steps::{PASSPHRASE, back_up, begin, is_in_the_journal, settings, write_note};
use acceptance::target::{button, field, heading, text};
use acceptance::window::Window;

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

/// The newest backup beside the journal.
fn backup(window: &Window) -> PathBuf {
    let folder = window.home.journal().join("backups");
    let files = fs::read_dir(folder).expect("there is a folder for backups").flatten();
    let newest = files
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|it| it == "nbk"))
        .max();
    newest.expect("there is a backup")
}
