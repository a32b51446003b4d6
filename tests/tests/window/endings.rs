//! What goes for good: everything, or some days; and the page that proves how it is kept.

use std::fs;

use acceptance::keys::hex;
use acceptance::steps::{
    PASSPHRASE, back_up, begin, is_in_the_journal, lock, settings, unlock, write_note,
};
use acceptance::target::{button, field, heading, radio, text};
use acceptance::window::Window;

use crate::ways_in::new_key;

#[test]
fn deleting_everything_leaves_nothing_that_opens() {
    let window = Window::open("deleting_everything");
    begin(&window);
    write_note(&window, "Soon nobody can read this");
    back_up(&window);
    settings(&window);
    window.click(&button("Delete everything"));
    window.write(&field("Type delete to say that you mean it"), "delete");
    window.write(&field("Passphrase now"), PASSPHRASE);
    window.click(&button("Delete everything now"));
    window.wait_for(&heading("The journal is gone from this computer"));
    let left: Vec<_> = fs::read_dir(window.home.journal())
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    for name in ["keys.a", "keys.b", "data.db", "backups", "safety"] {
        assert!(!left.iter().any(|one| one == name), "{name} is still there: {left:?}");
    }
    window.click(&button("Begin anew"));
    window.wait_for(&heading("Before you begin"));
    begin(&window);
    assert!(!is_in_the_journal(&window, "Soon nobody can read this"));
}

#[test]
fn deleted_days_are_gone_and_the_rest_has_new_keys() {
    let window = Window::open("deleted_days_are_gone");
    begin(&window);
    write_note(&window, "Today goes for good");
    settings(&window);
    window.click(&button("Choose the days"));
    for end in ["First day", "Last day"] {
        choose_today(&window, end);
    }
    window.wait_for(&text("1 entry or check-in will be gone."));
    window.write(&field("Passphrase now"), PASSPHRASE);
    window.click(&button("Delete for good"));
    new_key(&window, "These days are deleted");
    assert!(!is_in_the_journal(&window, "Today goes for good"));
    lock(&window);
    unlock(&window);
}

#[test]
fn the_page_of_proof_tells_the_truth() {
    let window = Window::open("the_page_of_proof_tells_the_truth");
    begin(&window);
    write_note(&window, "Something to be kept");
    back_up(&window);
    settings(&window);
    window.click(&radio("Dark"));
    let plain = window.home.data().join("prefs");
    window.wait("the plain file is there", || plain.is_file());
    window.click(&button("How this is kept"));
    window.wait_for(&heading("Every file Meantime keeps"));
    window.wait_for(&text("v1/data.db"));
    if window.sees(&button("more file")) {
        window.click(&button("more file"));
    }
    window.wait_for(&text("v1/keys.a"));
    let page = window.page_text();
    let first = fs::read(window.home.journal().join("data.db")).expect("the journal is there");
    let hex = String::from_utf8(hex(&first[..32])).expect("digits are text");
    let shown: String = page.to_lowercase().chars().filter(char::is_ascii_hexdigit).collect();
    assert!(shown.contains(&hex), "the first bytes on the page are not the file’s:\n{page}");
    for name in ["data.db", "keys.a", "keys.b", "prefs", ".nbk"] {
        assert!(page.contains(name), "{name} is not on the page:\n{page}");
    }
    assert!(page.contains(&window.home.data().display().to_string()), "the folder is not named");
    let prefs = fs::read_to_string(plain).expect("it can be read");
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert!(squeezed(&page).contains(&squeezed(&prefs)), "the plain file is not word for word");
}

/// Chooses today, where the days that a field offers begin.
fn choose_today(window: &Window, field: &str) {
    window.click(&button(&format!("{field}: Choose a day")));
    let here = "return document.querySelector('[role=grid] button[tabindex=\"0\"]')
        ?.getAttribute('aria-label') ?? ''";
    let mut today = String::new();
    window.wait("the days are there", || {
        window.run(here, &[]).as_str().unwrap_or_default().clone_into(&mut today);
        !today.is_empty()
    });
    window.click(&button(&today));
    window.wait_gone(&button(&format!("{field}: Choose a day")));
}
