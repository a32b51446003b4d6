//! Where something that was written must be met again: on the timeline, on the page of whom it is
//! about, in the search, and among what can be chosen for the page.

use crate::steps::choose_in_palette;
use crate::target::{button, checkbox, field, heading, radio, text};
use crate::window::Window;

/// Something that was written and marked “To bring”.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// What lists call it.
    pub title: &'a str,
    /// A word that stands in it.
    pub word: &'a str,
    /// Whom it is about.
    pub person: &'a str,
}

/// Looks for each of these in all four places.
pub fn expect_everywhere(window: &Window, all: &[Written<'_>]) {
    on_the_timeline(window, all);
    on_the_page_of_someone(window, all);
    in_the_search(window, all);
    among_what_can_be_chosen(window, all);
}

fn on_the_timeline(window: &Window, all: &[Written<'_>]) {
    window.press("Control+5");
    window.wait_for(&heading("Timeline"));
    window.wait_for(&button("Add to it"));
    for one in all {
        let mark = button(one.title);
        window.wait_until_still();
        // What is older than the course stands further back.
        if !window.sees(&mark) {
            window.click(&radio("Life"));
        }
        window.wait_for(&mark);
    }
}

fn on_the_page_of_someone(window: &Window, all: &[Written<'_>]) {
    let mut open = "";
    for one in all {
        if open != one.person {
            choose_in_palette(window, one.person, one.person);
            window.wait_for(&heading(&format!("With {}", one.person)));
            open = one.person;
        }
        window.wait_for(&button(one.title));
    }
}

fn in_the_search(window: &Window, all: &[Written<'_>]) {
    for one in all {
        window.press("Control+f");
        window.wait_for(&field("Search the journal"));
        window.rewrite(&field("Search the journal"), one.word);
        window.wait_for(&text("match"));
        window.wait_for(&button(one.title));
    }
}

fn among_what_can_be_chosen(window: &Window, all: &[Written<'_>]) {
    window.press("Control+7");
    window.wait_for(&heading("Summary"));
    for one in all {
        let item = checkbox(one.title);
        window.wait_for(&item);
        if !window.is_checked(&item) {
            window.click(&item);
        }
        window.wait("it is ticked for the page", || window.is_checked(&item));
    }
}
