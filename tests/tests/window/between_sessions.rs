//! The one thread everything else stands on: typed in the window, safe on disk, chosen on a page,
//! a file the therapist can open.

use std::path::{Path, PathBuf};

use acceptance::pdf;
use acceptance::steps::{PASSPHRASE, add_person, begin, leave, lock, unlock};
use acceptance::target::{button, checkbox, choice, dialog, field, heading, radio, text};
use acceptance::window::Window;

const RENT: &str = "We argued about the rent, in front of Marguerite";
const TURNS: [&str; 4] =
    ["You never listen", "I pay for everything", "That is not the point", "Then what is"];
const MISSED: &str = "I miss how she hummed in the kitchen";
const KEPT_BACK: &str = "I did not want anyone to know about the letter";

#[test]
fn from_the_first_word_to_the_therapist() {
    let window = Window::open("from_the_first_word_to_the_therapist");
    begin(&window);
    add_person(&window, "Sam");
    add_person(&window, "Priya");
    write_an_argument(&window);
    write_about_a_loss(&window);
    write_a_note_for_nobody(&window);
    check_in_by_keyboard_alone(&window);
    come_back_with_the_wrong_passphrase_first(&window);
    find_the_argument(&window);

    window.press("Control+7");
    window.wait_for(&text("Then what is"));
    let (open_file, open_password) = save_the_page(&window, "open.pdf");
    black_out(&window, "Marguerite");
    let (closed_file, closed_password) = save_the_page(&window, "closed.pdf");
    window.close();

    // What must be missing later is there before: the search finds what can be found.
    let open = read(&open_file, &open_password);
    assert!(open.contains("Marguerite") && open.contains(MISSED), "{open}");
    let closed = read(&closed_file, &closed_password);
    for chosen in [MISSED, "You never listen", "Then what is", "We argued about the rent"] {
        assert!(closed.contains(chosen), "“{chosen}” was chosen, and is not in:\n{closed}");
    }
    for absent in ["Marguerite", KEPT_BACK, "the letter", "Sam", "Priya"] {
        assert!(!closed.contains(absent), "“{absent}” must not be in:\n{closed}");
    }
}

fn write_an_argument(window: &Window) {
    window.press("Control+n");
    window.click(&button("An argument"));
    window.write(&field("What happened?"), RENT);
    window.click(&button("Who with?"));
    window.click(&checkbox("Sam"));
    window.press("Escape");
    window.wait_gone(&dialog("Who is this about?"));
    window.click(&button("I said"));
    for (place, turn) in TURNS.iter().enumerate() {
        window.wait_for(&field(&format!("turn {} of {}", place + 1, place + 1)));
        window.type_text(turn);
        if place + 1 < TURNS.len() {
            window.press("Enter");
        }
    }
    window.click(&radio("To bring"));
    leave(window);
}

fn write_about_a_loss(window: &Window) {
    window.press("Control+n");
    window.click(&button("A loss"));
    window.click(&button("Who is this about?"));
    window.write(&field("Someone else who died"), "Ruth");
    window.click(&button("Add Ruth"));
    window.click(&button("Keep this"));
    window.wait_gone(&dialog("About Ruth"));
    window.write(&field("What brought Ruth to mind?"), "The smell of oranges");
    window.write(&field("What I miss, line 1"), MISSED);
    window.click(&radio("To bring"));
    leave(window);
}

/// It stays “Only me”, as everything does at first.
fn write_a_note_for_nobody(window: &Window) {
    window.press("Control+n");
    window.click(&button("Anything"));
    window.write(&field("Write"), KEPT_BACK);
    leave(window);
}

/// Open, digit, Enter.
fn check_in_by_keyboard_alone(window: &Window) {
    window.press("Control+1");
    window.wait_for(&heading("Today"));
    window.press("Control+j");
    window.wait_for(&heading("How strong is the craving right now?"));
    window.press("6");
    window.press("Enter");
    window.wait_gone(&heading("How strong is the craving right now?"));
    window.press("Control+1");
    window.wait_for(&text("1 check-in so far"));
}

fn come_back_with_the_wrong_passphrase_first(window: &Window) {
    lock(window);
    window.write(&field("Passphrase"), "not these words at all");
    window.press("Enter");
    window.wait_for(&text("That did not open it."));
    assert!(!window.page_text().contains(PASSPHRASE));
    unlock(window);
}

fn find_the_argument(window: &Window) {
    window.press("Control+f");
    window.wait_for(&field("Search the journal"));
    window.type_text("rent");
    window.wait_for(&text("1 of 3 match"));
    window.wait_for(&button("We argued about the rent"));
}

fn black_out(window: &Window, word: &str) {
    window.click(&choice(word));
    window.press("Enter");
    window.wait_for(&text(&format!("Taken out: {word}.")));
    window.wait("the page has been laid out without it", || {
        let on_page = "return document.querySelector('[aria-label^=\"The page as\"]')?.innerText";
        let page = window.run(on_page, &[]);
        page.as_str().is_some_and(|page| page.contains("rent") && !page.contains(word))
    });
}

/// Saves through the system's own dialog, and gives the file with its password.
fn save_the_page(window: &Window, name: &str) -> (PathBuf, String) {
    let file = window.home.out(name);
    window.click(&button("Save as PDF"));
    window.wait("a password is suggested", || {
        !window.value_of(&field("Password for this file")).is_empty()
    });
    let password = window.value_of(&field("Password for this file"));
    assert_eq!(password.split(' ').count(), 5, "five words");
    window.click(&button("Choose where to save"));
    window.desktop.save_as(&file);
    window.wait_for(&text("The file is where you put it."));
    window.click(&button("Done"));
    (file, password)
}

/// The text of a locked file, the same for two readers that have nothing to do with ours.
fn read(file: &Path, password: &str) -> String {
    assert!(pdf::is_sound(file, Some(password)), "qpdf finds the file sound");
    let encryption = pdf::encryption(file, password).expect("it can be opened");
    assert!(encryption.contains("R = 6") && encryption.contains("AESv3"), "{encryption}");
    for wrong in [None, Some("not the password"), Some(PASSPHRASE)] {
        assert!(pdf::text(file, wrong).is_none(), "{wrong:?} must not open it");
        assert!(pdf::text_by_second_reader(file, wrong).is_none(), "{wrong:?} must not open it");
    }
    let one = pdf::text(file, Some(password)).expect("it can be read");
    let other = pdf::text_by_second_reader(file, Some(password)).expect("it can be read");
    let words = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(words(&one).len(), words(&other).len(), "two readers, one text");
    one.split_whitespace().collect::<Vec<_>>().join(" ")
}
