//! What is being written survives: a kill, a lock, a closed window.

use std::time::{Duration, Instant};

use acceptance::steps::{begin, leave, lock, unlock};
use acceptance::target::{button, field, text};
use acceptance::window::Window;

/// The promise is one second; the rest is for a debug build on a busy machine.
const MOST_LOST: Duration = Duration::from_millis(1300);

#[test]
fn a_kill_loses_at_most_the_last_second() {
    let window = Window::open("a_kill_loses_at_most_the_last_second");
    begin(&window);
    for round in 0..3 {
        open_a_new_page(&window);
        let how_long = Duration::from_millis(3200 + 270 * round);
        let typed = type_for(&window, how_long, &format!("r{round}w"));
        let killed = Instant::now();
        window.kill();
        window.start();
        unlock(&window);
        window.press("Control+n");
        window.click(&button(&format!("r{round}w0")));
        let found = window.value_of(&field("Write")).trim_end().to_owned();
        let whole = typed.last().map(|(_, text)| text.as_str()).unwrap_or_default();
        assert!(whole.starts_with(&found), "“{found}” is not how “{whole}” begins");
        let missing = typed.iter().find(|(_, text)| text.len() > found.len());
        let lost = missing.map_or(Duration::ZERO, |(at, _)| killed - *at);
        println!("round {round}: {lost:?} of typing lost");
        assert!(lost <= MOST_LOST, "{lost:?} lost: found “{found}” of “{whole}”");
        leave(&window);
    }
}

#[test]
fn a_lock_in_the_middle_of_a_word_loses_nothing() {
    let window = Window::open("a_lock_in_the_middle_of_a_word_loses_nothing");
    begin(&window);
    open_a_new_page(&window);
    window.type_text("I was about to say someth");
    lock(&window);
    unlock(&window);
    assert_in_the_journal(&window, "I was about to say someth");
}

#[test]
fn closing_the_window_in_the_middle_of_a_word_loses_nothing() {
    let window = Window::open("closing_the_window_in_the_middle_of_a_word_loses_nothing");
    begin(&window);
    open_a_new_page(&window);
    window.type_text("It was the way he looked at m");
    window.close();
    window.start();
    unlock(&window);
    assert_in_the_journal(&window, "It was the way he looked at m");
}

fn open_a_new_page(window: &Window) {
    window.press("Control+n");
    window.click(&button("Anything"));
    window.write(&field("Write"), "");
}

/// Types word after word, and says what stood there when.
fn type_for(window: &Window, how_long: Duration, stem: &str) -> Vec<(Instant, String)> {
    let begun = Instant::now();
    let mut typed = Vec::new();
    let mut text = String::new();
    for number in 0.. {
        if begun.elapsed() > how_long {
            break;
        }
        let word = format!("{stem}{number} ");
        window.type_text(&word);
        text.push_str(&word);
        typed.push((Instant::now(), text.trim_end().to_owned()));
    }
    typed
}

fn assert_in_the_journal(window: &Window, words: &str) {
    window.press("Control+2");
    window.wait_for(&field("Search the journal"));
    window.wait_for(&text(words));
}
