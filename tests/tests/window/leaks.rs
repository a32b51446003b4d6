//! Nothing that was written can be read from the disk: not while it is open, not locked, not after
//! a kill.

use acceptance::leak::{Sentinel, assert_that_the_scan_finds_what_is_planted, leaks};
use acceptance::steps::{PASSPHRASE, add_person, begin, leave, lock, unlock};
use acceptance::target::{button, checkbox, field, radio};
use acceptance::window::Window;

#[test]
fn nothing_written_can_be_read_from_the_disk() {
    assert_that_the_scan_finds_what_is_planted();
    let window = Window::open("nothing_written_can_be_read_from_the_disk");
    let [name, happened, said, searched, unfinished] = std::array::from_fn(|_| Sentinel::new());
    let recovery_key = begin(&window);
    add_person(&window, name.word());

    window.press("Control+n");
    window.click(&button("An argument"));
    window.write(&field("What happened?"), &format!("We said {}.", happened.word()));
    window.click(&button("Who with?"));
    window.click(&checkbox(name.word()));
    window.press("Escape");
    window.click(&button("I said"));
    window.type_text(said.word());
    leave(&window);
    window.press("Control+f");
    window.write(&field("Search the journal"), searched.word());
    window.press("Control+7");
    window.wait_for(&button("Save as PDF"));
    window.press("Control+n");
    window.click(&button("Anything"));
    window.write(&field("Write"), unfinished.word());
    std::thread::sleep(std::time::Duration::from_secs(2));

    let mut secrets = vec![name, happened, said, searched, unfinished];
    secrets.push(Sentinel::of(PASSPHRASE));
    secrets.push(Sentinel::of(&recovery_key.concat()));
    secrets.push(Sentinel::of(&recovery_key.join(" ")));
    let scan = |when: &str| {
        let found = leaks(&window.home.scanned(), &secrets);
        assert!(found.is_empty(), "{when}: {found:#?}");
    };
    scan("unlocked");
    lock(&window);
    scan("locked");
    unlock(&window);
    window.kill();
    scan("killed");
}

#[test]
fn the_folders_and_files_are_closed_to_others() {
    use std::os::unix::fs::PermissionsExt;
    let window = Window::open("the_folders_and_files_are_closed_to_others");
    begin(&window);
    let mode = |path: &std::path::Path| {
        std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    };
    assert_eq!(mode(&window.home.data()), 0o700);
    assert_eq!(mode(&window.home.journal()), 0o700);
    let mut seen = 0;
    for file in std::fs::read_dir(window.home.journal()).expect("it can be read").flatten() {
        assert_eq!(mode(&file.path()), 0o600, "{}", file.path().display());
        seen += 1;
    }
    assert!(seen >= 3, "keys and data are there");
    window.click(&button("Settings"));
    window.click(&radio("Dark"));
    let prefs = window.home.data().join("prefs");
    window.wait("the preference is kept", || prefs.is_file());
    assert_eq!(mode(&prefs), 0o600);
}
