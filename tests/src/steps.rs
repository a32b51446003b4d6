//! Steps that many journeys share.

use crate::program::wait_until;
use crate::target::{button, choice, dialog, field, heading, radio, text};
use crate::window::Window;

/// The passphrase of every journal in these tests.
pub const PASSPHRASE: &str = "four plain words in a row";

/// Goes through the first run as a person does: passphrase, recovery key typed back from the
/// screen, nothing about sessions, no country. Returns the nine groups of the recovery key.
pub fn begin(window: &Window) -> Vec<String> {
    window.click(&button("I am 18 or older, begin"));
    window.write(&field("Passphrase"), PASSPHRASE);
    window.write(&field("Type it once more"), PASSPHRASE);
    window.click(&button("Continue"));
    window.wait_for(&heading("Put your recovery key on paper"));
    let groups = shown_recovery_key(window);
    // The fields move on by themselves.
    window.write(&field("Group 1 of 9"), &groups.concat());
    window.wait_for(&text("It fits."));
    window.click(&button("Continue"));
    window.click(&button("Skip this"));
    window.click(&button("Open my journal"));
    window.wait_for(&heading("How strong is any craving right now?"));
    groups
}

/// Opens the locked journal.
pub fn unlock(window: &Window) {
    unlock_with(window, PASSPHRASE);
}

/// Opens the locked journal with another passphrase than the usual one.
pub fn unlock_with(window: &Window, passphrase: &str) {
    window.rewrite(&field("Passphrase"), passphrase);
    window.press("Enter");
    window.wait_for(&heading("How strong is any craving right now?"));
}

/// Hides and locks with the keyboard, from wherever one is, and brings the locked window back.
pub fn lock(window: &Window) {
    window.press("Control+l");
    wait_until("the window is hidden", || !window.is_on_desktop());
    window.bring_back();
    window.wait_for(&button("Other ways to open"));
    window.settle_after_lock();
}

/// Leaves a page of writing, and waits until it is kept.
pub fn leave(window: &Window) {
    window.click(&button("Done for now"));
    window.wait_gone(&button("Done for now"));
}

/// Opens a part of a long page that stands behind its own door, unless it is open.
pub fn opened(window: &Window, name: &str) {
    let door = "const door = [...document.querySelectorAll('.room button[aria-expanded]')]
        .find((one) => one.textContent.trim().startsWith(arguments[0]));
        if (door?.ariaExpanded === 'false') door.click();
        return door !== undefined";
    let there = window.run(door, &[name.into()]);
    assert_eq!(there, true, "there is no door “{name}”");
}

/// Goes somewhere by typing: what is typed, and what is chosen of what then fits.
pub fn choose_in_palette(window: &Window, typed: &str, chosen: &str) {
    window.press("Control+k");
    window.wait_for(&dialog("Go to"));
    window.type_text(typed);
    window.click(&choice(chosen));
    window.wait_gone(&dialog("Go to"));
}

/// Writes a note and leaves it.
pub fn write_note(window: &Window, words: &str) {
    window.press("Control+n");
    window.click(&button("Anything"));
    window.write(&field("Write"), words);
    leave(window);
}

/// Whether the journal's list shows these words.
pub fn is_in_the_journal(window: &Window, words: &str) -> bool {
    window.press("Control+1");
    window.wait_for(&heading("Today"));
    window.press("Control+2");
    window.wait("the journal's list is there", || {
        window.sees(&heading("Nothing here yet")) || window.sees(&field("Search the journal"))
    });
    // The list comes a moment after the field above it.
    window.wait_until_still();
    window.sees(&text(words))
}

/// Opens the settings.
pub fn settings(window: &Window) {
    window.click(&button("Settings"));
    window.wait_for(&heading("Privacy"));
    // Parts that come a moment later would push the others away from under a click.
    window.wait_for(&button("Back up now"));
}

/// Makes a backup from the settings, and waits until it was checked.
pub fn back_up(window: &Window) {
    settings(window);
    window.click(&button("Back up now"));
    window.wait_for(&text("The backup is made, opened again and checked."));
}

/// Puts someone among the people.
pub fn add_person(window: &Window, name: &str) {
    window.press("Control+3");
    window.wait("the people are shown", || {
        window.sees(&field("A first name")) || window.sees(&radio("Circles"))
    });
    if window.sees(&field("A first name")) {
        window.write(&field("A first name"), name);
        window.press("Enter");
        window.wait_for(&heading(name));
    } else {
        window.click(&button("Add"));
        window.write(&field("Name"), name);
        window.click(&button("Done"));
        window.wait_gone(&field("Name"));
    }
}

/// The nine groups on the screen.
pub fn shown_recovery_key(window: &Window) -> Vec<String> {
    let shown = "return [...document.querySelectorAll('[aria-label^=\"Recovery key\"] li span')]
        .map((group) => group.textContent)";
    let groups = window.run(shown, &[]);
    let groups: Vec<String> = serde_json::from_value(groups).expect("it is a list of texts");
    assert_eq!(groups.len(), 9, "a recovery key has nine groups");
    groups
}
