//! Every screen of the program on the sample course, and how to get there.

mod areas;
mod around;
mod beside;

use std::fmt;
use std::fs;
use std::process::Command;

use serde_json::json;

use crate::home::Home;
use crate::program::built;
use crate::steps::{self, PASSPHRASE, back_up, unlock};
use crate::target::{button, dialog, field, heading, link, radio, text};
use crate::window::Window;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl fmt::Display for Theme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Light => "light",
            Self::Dark => "dark",
        })
    }
}

/// A screen, and how to get there from any other.
pub struct Screen {
    /// What it is called in file names and messages.
    pub name: &'static str,
    /// Goes there and waits until it is there.
    pub reach: fn(&Window),
}

/// The screens of an open journal, in the order of the sidebar.
pub static SCREENS: [Screen; 58] = [
    Screen { name: "today", reach: today },
    Screen { name: "check-in", reach: check_in },
    Screen { name: "write", reach: write },
    Screen { name: "conflict", reach: conflict },
    Screen { name: "grief", reach: grief },
    Screen { name: "note", reach: note },
    Screen { name: "journal", reach: journal },
    Screen { name: "search", reach: search },
    Screen { name: "people", reach: people },
    Screen { name: "people-wanted", reach: people_wanted },
    Screen { name: "people-time", reach: people_time },
    Screen { name: "person", reach: person },
    Screen { name: "person-page", reach: person_page },
    Screen { name: "summary", reach: summary },
    Screen { name: "summary-save", reach: summary_save },
    Screen { name: "patterns", reach: patterns },
    Screen { name: "focus", reach: areas::focus },
    Screen { name: "palette", reach: areas::palette },
    Screen { name: "dispute", reach: areas::dispute },
    Screen { name: "loss", reach: areas::loss },
    Screen { name: "memory", reach: areas::memory },
    Screen { name: "change", reach: areas::transition },
    Screen { name: "connection", reach: areas::connection },
    Screen { name: "contact", reach: areas::contact },
    Screen { name: "attempt", reach: areas::attempt },
    Screen { name: "pattern", reach: areas::pattern },
    Screen { name: "past-relationship", reach: areas::past_relationship },
    Screen { name: "moment", reach: areas::event },
    Screen { name: "life-event", reach: areas::life_event },
    Screen { name: "decision", reach: areas::decision },
    Screen { name: "practise", reach: areas::rehearsal },
    Screen { name: "experiment", reach: areas::experiment },
    Screen { name: "practise-closed", reach: areas::closed },
    Screen { name: "timeline", reach: areas::timeline },
    Screen { name: "timeline-table", reach: areas::timeline_table },
    Screen { name: "timeline-life", reach: areas::timeline_life },
    Screen { name: "help", reach: help },
    Screen { name: "settings", reach: settings },
    Screen { name: "about", reach: about },
    Screen { name: "keys", reach: keys },
    Screen { name: "proof", reach: proof },
    Screen { name: "backups", reach: backups },
    Screen { name: "restore", reach: restore },
    Screen { name: "restore-review", reach: restore_review },
    Screen { name: "rehearsal", reach: rehearsal },
    Screen { name: "new-keys", reach: new_keys },
    Screen { name: "delete-days", reach: delete_days },
    Screen { name: "ride", reach: ride },
    Screen { name: "use", reach: a_use },
    Screen { name: "use-days", reach: use_days },
    Screen { name: "safety-plan", reach: safety_plan },
    Screen { name: "help-overdose", reach: help_overdose },
    Screen { name: "scales", reach: beside::scales },
    Screen { name: "scale", reach: beside::scale },
    Screen { name: "sources", reach: beside::sources },
    Screen { name: "rhythm", reach: beside::rhythm },
    Screen { name: "care", reach: beside::care },
    Screen { name: "reminders", reach: beside::reminders },
];

/// The screens around an open journal, in the order in which one leads to the next: from the lock
/// and the ways past it to a journal that was damaged, rescued and erased, and a new beginning.
/// Walked once, from an open journal; nothing of it is left.
pub static AROUND: [Screen; 19] = [
    Screen { name: "unlock", reach: around::unlock },
    Screen { name: "unlock-wrong", reach: around::wrong },
    Screen { name: "unlock-pause", reach: around::pause },
    Screen { name: "unlock-recovery", reach: around::recovery },
    Screen { name: "unlock-help", reach: around::help },
    Screen { name: "unlock-ways", reach: around::ways },
    Screen { name: "unlock-anew", reach: around::anew },
    Screen { name: "unlock-backup", reach: around::backup },
    Screen { name: "unlock-rescue", reach: around::rescue },
    Screen { name: "damaged", reach: around::damaged },
    Screen { name: "rescued", reach: around::rescued },
    Screen { name: "tries-told", reach: around::tries_told },
    Screen { name: "delete-everything", reach: around::delete_everything },
    Screen { name: "gone", reach: around::gone },
    Screen { name: "first-run-about", reach: around::about },
    Screen { name: "first-run-passphrase", reach: around::passphrase },
    Screen { name: "first-run-recovery", reach: around::key },
    Screen { name: "first-run-sessions", reach: around::sessions },
    Screen { name: "first-run-help", reach: around::numbers },
];

/// Opens the sample course, unlocked, with this theme and text size.
pub fn open_sample(name: &str, theme: Theme, text_size: u16) -> Window {
    let home = Home::new();
    let made = Command::new(built("demo"))
        .arg("vault")
        .arg(home.journal())
        .args(["--passphrase", PASSPHRASE])
        .output()
        .expect("the sample can be made");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    prefer(&home, theme, text_size);
    let window = Window::open_in(name, home);
    unlock(&window);
    window
}

/// Writes the plain preferences that are read before the journal is open.
pub fn prefer(home: &Home, theme: Theme, text_size: u16) {
    let prefs = json!({ "theme": theme.to_string(), "text_size": text_size, "region": "US" });
    fs::create_dir_all(home.data()).expect("the program's folder can be made");
    #[expect(clippy::disallowed_methods, reason = "a file the program finds when it starts")]
    fs::write(home.data().join("prefs"), prefs.to_string()).expect("preferences can be written");
}

fn today(window: &Window) {
    clear(window);
    window.press("Control+1");
    window.wait_for(&heading("Cravings, last 14 days"));
}

fn check_in(window: &Window) {
    clear(window);
    window.press("Control+j");
    window.wait_for(&heading("How strong is the craving right now?"));
}

fn write(window: &Window) {
    clear(window);
    window.press("Control+n");
    window.wait_for(&heading("What would you like to write about?"));
}

fn conflict(window: &Window) {
    write(window);
    window.click(&button("An argument"));
    window.wait_for(&heading("What was said?"));
}

fn grief(window: &Window) {
    write(window);
    window.click(&button("A loss"));
    window.wait_for(&heading("What I miss"));
}

fn note(window: &Window) {
    write(window);
    window.click(&button("Anything"));
    window.wait_for(&field("Write"));
}

fn journal(window: &Window) {
    clear(window);
    window.press("Control+2");
    window.wait_for(&field("Search the journal"));
}

fn search(window: &Window) {
    journal(window);
    window.rewrite(&field("Search the journal"), "work");
    window.wait_for(&text("match"));
}

fn people(window: &Window) {
    clear(window);
    window.press("Control+3");
    window.wait_for(&button("Add"));
}

fn people_wanted(window: &Window) {
    people(window);
    window.click(&radio("Circles"));
    window.click(&radio("As I’d like it"));
    window.wait_for(&text("Move people to where you would like them to be."));
}

/// With a picture kept: the sample may have none of its own.
fn people_time(window: &Window) {
    people(window);
    window.click(&radio("Circles"));
    window.click(&radio("Now"));
    window.click(&button("Keep a picture"));
    window.click(&radio("Over time"));
    window.wait_for(&heading("What moved"));
}

fn person_page(window: &Window) {
    people(window);
    window.click(&radio("Circles"));
    window.click(&button("Open their page"));
    window.wait_for(&heading("The circle over time"));
}

fn person(window: &Window) {
    people(window);
    window.click(&button("Add"));
    window.wait_for(&field("Name"));
}

fn patterns(window: &Window) {
    clear(window);
    window.press("Control+6");
    window.wait_for(&heading("Who was there"));
}

fn summary(window: &Window) {
    clear(window);
    window.press("Control+7");
    window.wait_for(&heading("Names on the page"));
    // The button stays shut until the page is laid out.
    let ready = "return [...document.querySelectorAll('button')]
        .every((one) => !one.textContent.includes('Save as PDF') || !one.disabled)";
    window.wait("the page is laid out", || window.run(ready, &[]) == json!(true));
}

fn summary_save(window: &Window) {
    summary(window);
    // In a small window the page itself is the other side of the screen.
    if window.sees(&radio("The page")) {
        window.click(&radio("The page"));
    }
    window.click(&button("Save as PDF"));
    window.wait_for(&dialog("Save as PDF"));
}

fn help(window: &Window) {
    clear(window);
    window.press("F1");
    window.wait_for(&heading("Help now"));
}

fn help_overdose(window: &Window) {
    help(window);
    window.click(&button("When someone may have taken too much"));
    window.wait_for(&heading("When someone may have taken too much"));
}

fn ride(window: &Window) {
    by_palette(window, "Ride out an urge");
    window.wait_for(&button("Start"));
}

fn a_use(window: &Window) {
    by_palette(window, "a time of use");
    window.wait_for(&text("Thank you for writing this down."));
}

fn use_days(window: &Window) {
    by_palette(window, "Days with and without");
    window.wait_for(&heading("Days with and without use"));
    window.wait_for(&button("Show as a table"));
}

fn safety_plan(window: &Window) {
    by_palette(window, "safety plan");
    window.wait_for(&heading("My safety plan"));
}

pub(crate) fn by_palette(window: &Window, words: &str) {
    clear(window);
    window.press("Control+k");
    window.wait_for(&dialog("Go to"));
    window.type_text(words);
    window.press("Enter");
}

fn settings(window: &Window) {
    clear(window);
    steps::settings(window);
}

fn about(window: &Window) {
    settings(window);
    let way = if window.sees(&link("Open")) { link("Open") } else { button("Open") };
    window.click(&way);
    window.wait_for(&heading("About Meantime"));
}

fn keys(window: &Window) {
    today(window);
    window.press("Control+/");
    window.wait_for(&dialog("Keys"));
}

fn proof(window: &Window) {
    settings(window);
    // A small window has no list of parts; the page's own door is a little further down.
    let way = ["How this is kept", "Look"].map(button).into_iter().find(|way| window.sees(way));
    window.click(&way.expect("a way to what is kept"));
    window.wait_for(&heading("Every file Meantime keeps"));
    window.wait_for(&text("v1/data.db"));
}

/// Settings where the backups are, with one at least.
fn backups(window: &Window) {
    settings(window);
    // A small window has no list of parts; they follow each other on the page.
    if window.sees(&button("Backup")) {
        window.click(&button("Backup"));
    }
    window.wait_for(&button("Back up now"));
    if !window.sees(&button("Try opening it")) {
        back_up(window);
        window.wait_for(&button("Try opening it"));
    }
}

fn restore(window: &Window) {
    backups(window);
    window.click(&button("Open a backup"));
    window.wait_for(&button("Choose a file"));
}

fn restore_review(window: &Window) {
    backups(window);
    window.click(&button("Use it"));
    window.write(&field("Passphrase"), PASSPHRASE);
    window.click(&button("See what is in it"));
    window.wait_for(&heading("What is in this backup"));
}

fn rehearsal(window: &Window) {
    backups(window);
    window.click(&button("Try opening it"));
    window.wait_for(&field("Passphrase"));
}

fn new_keys(window: &Window) {
    settings(window);
    window.click(&button("Make new keys"));
    window.wait_for(&dialog("Someone may know my passphrase"));
}

fn delete_days(window: &Window) {
    settings(window);
    window.click(&button("Choose the days"));
    window.wait_for(&dialog("Delete some days for good"));
}

/// Closes a dialog, if one is open. (Two Esc in a hurry would hide the window.)
fn clear(window: &Window) {
    let is_open = "return document.querySelector('dialog[open], [role=dialog]') !== null";
    if window.run(is_open, &[]) == json!(true) {
        window.press("Escape");
        window.wait("the dialog is closed", || window.run(is_open, &[]) == json!(false));
    }
}
