//! From a loss to an open journal: the recovery key, wrong tries, new keys.

use acceptance::steps::{
    PASSPHRASE, begin, is_in_the_journal, lock, settings, unlock, unlock_with, write_note,
};
use acceptance::target::{button, field, heading, text};
use acceptance::window::Window;

const NEW: &str = "another five words for now";

#[test]
fn the_recovery_key_opens_after_a_loss_and_sets_a_new_passphrase() {
    let window = Window::open("the_recovery_key_opens_after_a_loss");
    let groups = begin(&window);
    write_note(&window, "Written before the passphrase was lost");
    lock(&window);
    window.click(&button("Use the recovery key"));
    window.write(&field("Group 1 of 9"), &groups.concat());
    window.click(&button("Continue"));
    window.write(&field("New passphrase"), NEW);
    window.write(&field("Type it once more"), NEW);
    window.click(&button("Open the journal"));
    window.wait_for(&heading("Today"));
    assert!(is_in_the_journal(&window, "Written before the passphrase was lost"));
    lock(&window);
    window.write(&field("Passphrase"), PASSPHRASE);
    window.press("Enter");
    window.wait_for(&text("That did not open it."));
    unlock_with(&window, NEW);
}

#[test]
fn wrong_tries_make_wait_and_are_told_afterwards() {
    let window = Window::open("wrong_tries_make_wait");
    begin(&window);
    lock(&window);
    for _ in 0..6 {
        window.wait_gone(&button("Try again in"));
        window.rewrite(&field("Passphrase"), "not these words at all");
        window.press("Enter");
        window.wait_for(&text("That did not open it."));
        window.wait_gone(&button("Opening"));
    }
    window.wait_for(&button("Try again in"));
    // Whoever does not wait is not heard, right passphrase or not.
    let too_soon = window.run_and_wait(&format!(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('unlock', {{ passphrase: '{PASSPHRASE}' }})
            .then(() => done('opened'), (error) => done(error.code));"
    ));
    assert_eq!(too_soon, "too_soon");
    window.wait_gone(&button("Try again in"));
    unlock(&window);
    window.press("Control+1");
    window.wait_for(&text("tries to open Meantime did not work"));
    window.click(&button("All right"));
    window.wait_gone(&text("tries to open Meantime did not work"));
}

#[test]
fn new_keys_shut_out_whoever_knows_the_old_ones() {
    let window = Window::open("new_keys_shut_out");
    let old_groups = begin(&window);
    write_note(&window, "Still here with the new keys");
    settings(&window);
    window.click(&button("Make new keys"));
    window.write(&field("Passphrase now"), PASSPHRASE);
    window.write(&field("New passphrase"), NEW);
    window.write(&field("Type it once more"), NEW);
    window.click(&button("Make new keys").within("Someone may know my passphrase"));
    let groups = new_key(&window, "The journal has new keys");
    assert_ne!(groups, old_groups);
    assert!(is_in_the_journal(&window, "Still here with the new keys"));
    lock(&window);
    window.write(&field("Passphrase"), PASSPHRASE);
    window.press("Enter");
    window.wait_for(&text("That did not open it."));
    window.click(&button("Use the recovery key"));
    window.write(&field("Group 1 of 9"), &old_groups.concat());
    window.click(&button("Continue"));
    window.write(&field("New passphrase"), PASSPHRASE);
    window.write(&field("Type it once more"), PASSPHRASE);
    window.click(&button("Open the journal"));
    window.wait_for(&text("That recovery key does not open this journal."));
    window.click(&button("Back to the passphrase"));
    unlock_with(&window, NEW);
}

/// A new recovery key is shown and typed back; answers it.
pub(crate) fn new_key(window: &Window, title: &str) -> Vec<String> {
    window.wait_for(&heading(title));
    let shown =
        "return [...document.querySelectorAll('.keygrid li span')].map((one) => one.textContent)";
    let groups = window.run(shown, &[]);
    let groups: Vec<String> = groups
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one.as_str().map(str::to_owned))
        .filter(|one| one.len() == 4)
        .collect();
    assert_eq!(groups.len(), 9, "a recovery key has nine groups");
    window.write(&field("Group 1 of 9"), &groups.concat());
    window.click(&button("Done"));
    window.wait_gone(&heading(title));
    groups
}
