//! Long texts and many people: sixty turns, forty people, notes of 5,000 characters. Nothing of it
//! is cut off or lies outside in a small window with large text, light or dark.

use acceptance::screens::{SCREENS, Screen, Theme, open_sample};
use acceptance::steps::choose_in_palette;
use acceptance::target::{button, heading, radio, slider};
use acceptance::window::Window;
use acceptance::{axe, fits, program};

/// The screens on which it shows.
const LONG: [Screen; 10] = [
    Screen { name: "circles", reach: circles },
    Screen { name: "list", reach: list },
    Screen { name: "over-time", reach: over_time },
    Screen { name: "person", reach: person },
    Screen { name: "sixty-turns", reach: sixty_turns },
    Screen { name: "note", reach: note },
    Screen { name: "dispute", reach: dispute },
    Screen { name: "journal", reach: journal },
    Screen { name: "timeline", reach: timeline },
    Screen { name: "summary", reach: summary },
];

#[test]
fn long_texts_and_many_people_fit_into_a_small_window() {
    let mut findings = Vec::new();
    for (theme, text_size, width, height) in [
        (Theme::Light, 100, 880, 640),
        (Theme::Dark, 150, 880, 640),
        (Theme::Light, 150, 1200, 800),
    ] {
        let window = open_sample("long", theme, text_size);
        window.resize(width, height);
        let planted = window.run_and_wait(include_str!("long.js"));
        assert_eq!(planted, "done");
        for screen in &LONG {
            (screen.reach)(&window);
            let at = format!("{} {theme}, {width}×{height} at {text_size} %", screen.name);
            let found = [axe::violations(&window), fits::misfits(&window)].concat();
            findings.extend(found.into_iter().map(|one| format!("{at}: {one}")));
            look(&window, &format!("{}-{theme}-{text_size}-{width}", screen.name));
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
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
    let search = acceptance::target::field("Search the journal");
    window.wait_for(&search);
    window.rewrite(&search, word);
    window.wait_for(&acceptance::target::text("match"));
    window.click(&button(word));
    window.click(&button("Open"));
    window.wait_for(&button("Done for now"));
}

fn sixty_turns(window: &Window) {
    open(window, "Sixty turns");
    window.wait_for(&acceptance::target::field("turn 60 of 60"));
}

fn note(window: &Window) {
    open(window, "A long note");
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
    window.wait_for(&slider("Day"));
}

fn summary(window: &Window) {
    reach(window, "summary");
}
