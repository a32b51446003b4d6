//! A scale from its first key to the page: item 9 shows its card at once, the form left half-way
//! is found again after the lock, and what came out stands in the history and on the page.

use acceptance::keyboard::Learner;
use acceptance::steps::{begin, lock, unlock};
use acceptance::target::{button, choice, dialog, heading, text};
use acceptance::window::Window;

const THANKS: &str = "Thank you for being honest here.";

#[test]
fn a_scale_from_its_first_key_to_the_page() {
    let window = Window::open("a_scale_from_its_first_key_to_the_page");
    begin(&window);
    let mut keys = Learner::new(&window);

    to_scales(&mut keys);
    keys.push(&button("Fill it in: PHQ-9"));
    keys.wait_for(&text("Over the last 2 weeks"));
    keys.wait_for(&text("0 of 9"));
    // The first question is ready for a key. The fifth is passed over.
    for key in ["1", "1", "2", "1", "Down", "1", "1", "0"] {
        assert!(!window.sees(&text(THANKS)), "before question 9 is answered");
        keys.press(key);
    }
    keys.wait_for(&text("7 of 9"));
    keys.press("1");
    keys.wait_for(&text(THANKS));
    keys.wait_for(&text("No one is watching it."));
    keys.wait_for(&text("8 of 9 answered"));
    keys.wait_for(&text("Saved"));

    lock(&window);
    unlock(&window);
    window.wait_for(&button("PHQ-9"));
    let mut keys = Learner::new(&window);
    keys.push(&button("PHQ-9"));
    keys.wait_for(&text("8 of 9"));
    keys.wait_for(&text(THANKS));
    keys.press("2");
    keys.wait_for(&text("9 of 9"));
    keys.push(&button("safe right now, continue"));
    keys.push(&button("Done"));

    keys.wait_for(&text("Scores in this range are often called “moderate”"));
    keys.wait_for(&heading("Every time"));
    assert!(!window.page_text().contains("You have"));

    window.press("Control+7");
    window.wait_for(&heading("Summary"));
    window.wait("the score and item 9 on the page", || {
        let page = window.page_text();
        page.contains("PHQ-9, 0–27 10") && page.contains("Several days (1)")
    });
    window.close();
}

fn to_scales(keys: &mut Learner<'_>) {
    keys.press("ctrl+k");
    keys.wait_for(&dialog("Go to"));
    keys.type_text("scales");
    keys.wait_for(&choice("Scales"));
    keys.press("Return");
    keys.wait_for(&heading("Scales"));
}
