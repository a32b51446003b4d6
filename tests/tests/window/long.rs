//! Long texts and many people: sixty turns, forty people, notes of 5,000 characters. Nothing of it
//! is cut off or lies outside in a small window with large text, and it is whole after the lock.

use acceptance::screens::{SCREENS, Screen, Theme, open_sample};
use acceptance::steps::{choose_in_palette, leave, lock, unlock};
use acceptance::target::{button, field, heading, radio, text};
use acceptance::window::Window;
use acceptance::{axe, fits, program};
use serde_json::Value;

/// The screens on which it shows.
const LONG: [Screen; 14] = [
    Screen { name: "circles", reach: circles },
    Screen { name: "list", reach: list },
    Screen { name: "over-time", reach: over_time },
    Screen { name: "person", reach: person },
    Screen { name: "sixty-turns", reach: sixty_turns },
    Screen { name: "note", reach: note },
    Screen { name: "unbroken", reach: unbroken },
    Screen { name: "right-to-left", reach: right_to_left },
    Screen { name: "dispute", reach: dispute },
    Screen { name: "journal", reach: journal },
    Screen { name: "timeline", reach: timeline },
    Screen { name: "timeline-table", reach: timeline_table },
    Screen { name: "focus", reach: focus },
    Screen { name: "summary", reach: summary },
];

#[test]
fn long_texts_and_many_people_fit_into_a_small_window_and_stay_whole() {
    let window = open_sample("long", Theme::Dark, 150);
    window.resize(880, 640);
    let ids = window.run_and_wait(include_str!("long.js"));
    assert!(ids.is_array(), "{ids}");
    let mut findings = Vec::new();
    for screen in &LONG {
        (screen.reach)(&window);
        let found = [axe::violations(&window), fits::misfits(&window)].concat();
        findings.extend(found.into_iter().map(|one| format!("{}: {one}", screen.name)));
        look(&window, screen.name);
    }
    stay_whole(&window, &ids);
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// What is long stays so after something was written at its end, and after the lock.
fn stay_whole(window: &Window, ids: &Value) {
    let mut expected = kept(window, ids);
    assert_eq!(expected[0]["body"]["turns"].as_array().map(Vec::len), Some(60));
    for place in [1, 2, 3] {
        let long = expected[place]["body"]["text"].as_str().map_or(0, |text| text.chars().count());
        assert!((4_990..=5_000).contains(&long), "text {place} has {long} characters");
    }
    for (place, word) in [(1, "A long note"), (2, "Unbroken"), (3, "Righthand")] {
        open(window, word);
        window.wait("the keyboard is in the text", || {
            window.run("return document.activeElement.tagName", &[]) == "TEXTAREA"
        });
        window.press("Control+End");
        window.type_text(" The end.");
        leave(window);
        let before = expected[place]["body"]["text"].as_str().expect("it has a text");
        expected[place]["body"]["text"] = format!("{before} The end.").into();
    }
    lock(window);
    unlock(window);
    let after = kept(window, ids);
    for (place, (is, was)) in after.iter().zip(&expected).enumerate() {
        assert!(is == was, "record {place} is not as it was written: {is}");
    }
}

/// What the journal holds of these records.
fn kept(window: &Window, ids: &Value) -> Vec<Value> {
    let found = window.run_and_wait_with(include_str!("long-kept.js"), std::slice::from_ref(ids));
    found.as_array().unwrap_or_else(|| panic!("{found}")).clone()
}

/// A picture to look at.
fn look(window: &Window, name: &str) {
    let folder = program::root().join("target/window/long");
    std::fs::create_dir_all(&folder).expect("a folder for pictures can be made");
    window.picture(&folder.join(format!("{name}.png")));
}

/// Goes where the walk through all screens goes.
fn reach(window: &Window, name: &str) {
    let screen = SCREENS.iter().find(|screen| screen.name == name);
    (screen.expect("the walk has this screen").reach)(window);
}

fn circles(window: &Window) {
    reach(window, "people");
    window.click(&radio("Circles"));
    window.wait_for(&button("Keep a picture"));
}

fn list(window: &Window) {
    reach(window, "people");
    window.click(&radio("List"));
    window.wait_for(&button("Émile 37"));
}

fn over_time(window: &Window) {
    reach(window, "people-time");
}

fn person(window: &Window) {
    reach(window, "people");
    choose_in_palette(window, "Ada 1", "Ada 1");
    window.wait_for(&heading("With Ada"));
}

/// Opens something by a word of its title.
fn open(window: &Window, word: &str) {
    reach(window, "people");
    window.press("Control+f");
    let search = field("Search the journal");
    window.wait_for(&search);
    window.rewrite(&search, word);
    window.wait_for(&text("match"));
    window.click(&button(word));
    window.click(&button("Open"));
    window.wait_for(&button("Done for now"));
}

fn sixty_turns(window: &Window) {
    open(window, "Sixty turns");
    window.wait_for(&field("turn 60 of 60"));
}

fn note(window: &Window) {
    open(window, "A long note");
}

fn unbroken(window: &Window) {
    open(window, "Unbroken");
}

fn right_to_left(window: &Window) {
    open(window, "Righthand");
}

fn dispute(window: &Window) {
    open(window, "The long one");
}

fn journal(window: &Window) {
    reach(window, "journal");
    window.click(&button("Sixty turns"));
    window.wait_for(&heading("Sixty turns"));
}

fn timeline(window: &Window) {
    reach(window, "timeline");
}

fn timeline_table(window: &Window) {
    reach(window, "timeline-table");
}

fn focus(window: &Window) {
    reach(window, "focus");
    window.wait_for(&button("The long one"));
}

fn summary(window: &Window) {
    reach(window, "summary");
}
