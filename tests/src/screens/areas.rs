//! The work in the four areas, the techniques and the timeline, each with what the sample course
//! wrote there, and what begins empty.

use crate::steps::opened;
use crate::target::{button, choice, dialog, field, heading, radio, slider, text};
use crate::window::Window;

pub(super) fn focus(window: &Window) {
    super::clear(window);
    window.press("Control+4");
    window.wait_for(&heading("For any of these"));
}

pub(super) fn palette(window: &Window) {
    super::clear(window);
    window.press("Control+k");
    window.wait_for(&dialog("Go to"));
    window.type_text("marcus");
    window.wait_for(&choice("An argument with Marcus"));
}

/// Opens what the palette offers under this name.
fn offered(window: &Window, name: &str) {
    super::clear(window);
    window.press("Control+k");
    window.wait_for(&dialog("Go to"));
    window.type_text(name);
    window.wait_for(&choice(name));
    window.press("Enter");
    window.wait_for(&button("Done for now"));
}

pub(super) fn dispute(window: &Window) {
    focus(window);
    window.click(&button("To be believed when I am late"));
    window.wait_for(&heading("What could be done?"));
}

pub(super) fn loss(window: &Window) {
    focus(window);
    window.click(&button("Ruth"));
    window.wait_for(&heading("Memories and writing"));
    for door in ["What is hard to go near", "Days to be gentle with", "Making room again"] {
        opened(window, door);
    }
}

pub(super) fn transition(window: &Window) {
    focus(window);
    window.click(&button("From the night kitchen to the school kitchen"));
    window.wait_for(&heading("This week"));
    for door in ["How it came about", "What it asks of you", "Help"] {
        opened(window, door);
    }
}

pub(super) fn connection(window: &Window) {
    focus(window);
    window.click(&button("People who know me as I am now"));
    window.wait_for(&text("I began"));
}

/// Opens an entry from the journal's search by its title.
fn entry(window: &Window, title: &str) {
    entry_with(window, title, title);
}

/// Opens an entry by words that stand in no other, where a session names its title too.
fn entry_with(window: &Window, words: &str, title: &str) {
    super::journal(window);
    window.rewrite(&crate::target::field("Search the journal"), words);
    window.wait_for(&text("match"));
    window.wait_for(&button(title));
    window.wait_until_still();
    window.click(&button(title));
    window.wait_for(&heading(title));
    window.click(&button("Open"));
    window.wait_for(&button("Done for now"));
}

pub(super) fn memory(window: &Window) {
    entry(window, "The blue bowl");
}

pub(super) fn contact(window: &Window) {
    offered(window, "Write: a contact");
}

pub(super) fn event(window: &Window) {
    offered(window, "Write: a moment between people");
}

pub(super) fn life_event(window: &Window) {
    offered(window, "Write: something for the timeline");
}

pub(super) fn attempt(window: &Window) {
    entry(window, "Asked Priya what she hums");
}

pub(super) fn pattern(window: &Window) {
    entry(window, "I go quiet first");
}

pub(super) fn past_relationship(window: &Window) {
    entry(window, "Nadia");
}

pub(super) fn decision(window: &Window) {
    entry_with(window, "An evening that is mine", "Do I leave the night kitchen?");
}

pub(super) fn rehearsal(window: &Window) {
    entry(window, "What I want to say to Marcus");
}

pub(super) fn experiment(window: &Window) {
    entry(window, "Text Marcus when group runs over");
}

/// With nobody clearly safe: the question, and what stands in place of the rest.
pub(super) fn closed(window: &Window) {
    offered(window, "Practise what to say");
    window.click(&button("Who would you say it to?"));
    window.wait_for(&dialog("Who is this about?"));
    window.write(&field("Type a name"), "Walt");
    window.press("Enter");
    window.press("Escape");
    window.wait_gone(&dialog("Who is this about?"));
    window.wait_for(&text("first."));
}

pub(super) fn timeline(window: &Window) {
    super::clear(window);
    window.press("Control+5");
    window.wait_for(&radio("From the start"));
    if window.sees(&button("Show as a chart")) {
        window.click(&button("Show as a chart"));
    }
    window.wait_for(&slider("Day"));
}

pub(super) fn timeline_table(window: &Window) {
    timeline(window);
    window.click(&button("Show as a table"));
    window.wait_for(&text("Strongest craving"));
}

pub(super) fn timeline_life(window: &Window) {
    timeline(window);
    window.click(&radio("Life"));
    window.wait_until_still();
}
