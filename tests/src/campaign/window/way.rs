//! The way with the keyboard through every screen of the sample course, with a word of its own in
//! every field. Learned in a window that can be looked into.

use crate::home::Home;
use crate::keyboard::{Learner, Way};
use crate::leak::Sentinel;
use crate::private::make_sample;
use crate::program::{Running, built};
use crate::screens::{Theme, prefer};
use crate::steps::PASSPHRASE;
use crate::target::{Target, button, dialog, field, heading, switch, text};
use crate::window::Window;

/// A recovery key that fits together and opens nothing: the one of the bytes 00 to 0F.
pub(super) const NO_KEY: &str = "0000G40NR405M301E20M918W5GRY38EW1WZY";

/// A home with the sample course, made by the tool `demo`.
pub(super) fn sample(demo: &std::path::Path) -> Home {
    let home = Home::new();
    make_sample(demo, &home);
    prefer(&home, Theme::Light, 100);
    home
}

/// Learns the way; the short one leaves most screens out.
pub(super) fn learn(is_short: bool) -> Way {
    let window = Window::open_in("way", sample(&built("demo")));
    let _keychain = (!is_short).then(|| begin_with_keychain(&window));
    let mut learner = Learner::new(&window);
    if !is_short {
        at_the_door(&mut learner);
    }
    learner.go_to(&field("Passphrase"));
    learner.type_text(PASSPHRASE);
    learner.press("Return");
    learner.wait_for_opening(&heading("How strong is any craving right now?"));
    if !is_short {
        in_short_answers(&mut learner);
        in_entries(&mut learner);
        about_people_and_sessions(&mut learner);
        in_settings(&mut learner);
    }
    learner.on("search");
    learner.press("ctrl+f");
    learner.wait_for(&field("Search the journal"));
    learner.fill(&field("Search the journal"));
    learner.pause();
    learner.on("a note that is not finished");
    page(&mut learner, "Anything", &field("Write"));
    learner.fill_all(if is_short { &[] } else { &ENTRY });
    learner.finish()
}

/// Buttons of a page of writing that bring more fields.
const ENTRY: [&str; 2] = ["Other", "Something else"];

/// What is typed at the lock screen, wrong on purpose.
fn at_the_door(learner: &mut Learner<'_>) {
    learner.on("the lock screen");
    learner.fill(&field("Passphrase"));
    learner.press("Return");
    learner.wait_for(&text("That did not open it."));
    learner.push(&button("Use the recovery key"));
    learner.wait_for(&field("Group 1 of 9"));
    learner.go_to(&field("Group 1 of 9"));
    learner.type_secret("Recovery key", Sentinel::of(NO_KEY));
    learner.pause();
    learner.push(&button("Back to the passphrase"));
    learner.wait_for(&field("Passphrase"));
}

fn in_short_answers(learner: &mut Learner<'_>) {
    learner.on("Today");
    learner.press("ctrl+1");
    learner.wait_for(&heading("Today"));
    learner.fill_all(&["Something else", "Other"]);
    learner.on("a check-in");
    learner.press("ctrl+j");
    learner.wait_for(&heading("How strong is the craving right now?"));
    learner.press("6");
    learner.fill_all(&["Other", "Add a note", "More questions", "Show all"]);
    learner.push(&button("Save"));
    learner.pause();
}

fn in_entries(learner: &mut Learner<'_>) {
    learner.on("an argument");
    page(learner, "An argument", &heading("What was said?"));
    in_dialog(learner, "Who with?", "Who is this about?");
    in_dialog(learner, "Where?", "Where was this?");
    learner.fill_all(&[&ENTRY[..], &["I said", "They said", "Nobody spoke"]].concat());
    feeling(learner);
    learner.push(&button("Done for now"));
    learner.on("a loss");
    page(learner, "A loss", &heading("What I miss"));
    learner.fill_all(&[&ENTRY[..], &["Someone else"]].concat());
    feeling(learner);
    learner.push(&button("Done for now"));
    learner.on("a note");
    page(learner, "Anything", &field("Write"));
    learner.fill_all(&ENTRY);
    feeling(learner);
    learner.push(&button("Done for now"));
}

fn about_people_and_sessions(learner: &mut Learner<'_>) {
    learner.on("a person");
    learner.press("ctrl+3");
    learner.wait_for(&button("Add"));
    learner.push(&button("Add"));
    learner.wait_for(&field("Name"));
    learner.fill_all(&[]);
    // The card goes on in small steps; some have nothing to write.
    for (step, is_written) in [
        ("How close", false),
        ("Time together", true),
        ("Support", false),
        ("What we expect", true),
        ("Between us", true),
        ("Using, and what they know", true),
        ("Reaching them", true),
    ] {
        learner.push(&button(&format!("Next: {step}")));
        if is_written {
            learner.fill_all(&["Add one"]);
        }
    }
    learner.push(&button("Done"));
    learner.on("the page");
    learner.press("ctrl+7");
    learner.wait_for(&heading("Names on the page"));
    learner.fill_all(&[]);
    in_dialog(learner, "Edit what I want from this session", "What I want from this session");
    in_dialog(learner, "Save as PDF", "Save as PDF");
}

fn in_settings(learner: &mut Learner<'_>) {
    learner.on("the settings");
    learner.push(&button("Settings"));
    learner.wait_for(&heading("Privacy"));
    learner.fill_all(&[]);
    in_dialog(learner, "Change", "Change the passphrase");
    turn_pin_on(learner);
}

/// The program looks for a keychain when it starts.
fn begin_with_keychain(window: &Window) -> Running {
    let keychain = window.desktop.start_keychain(&window.home);
    window.close();
    window.start();
    keychain
}

fn turn_pin_on(learner: &mut Learner<'_>) {
    let pin = Sentinel::digits();
    learner.go_to(&switch("Quick unlock with a PIN"));
    learner.press("space");
    learner.go_to(&field("Your passphrase"));
    learner.type_text(PASSPHRASE);
    learner.go_to(&field("PIN"));
    learner.type_secret("PIN", pin.clone());
    learner.go_to(&field("PIN once more"));
    learner.type_text(pin.word());
    learner.push(&button("Turn it on"));
    learner.wait_for_work(&text("It works once Meantime was closed and started again."));
}

/// Opens a page of writing of this kind.
fn page(learner: &mut Learner<'_>, kind: &str, there: &Target) {
    learner.press("ctrl+n");
    learner.wait_for(&heading("What would you like to write about?"));
    learner.push(&button(kind));
    learner.wait_for(there);
}

/// Writes a feeling in words of one's own. What opens holds the keyboard until it is closed.
fn feeling(learner: &mut Learner<'_>) {
    in_dialog(learner, "Craving or mood", "Around this");
    learner.push(&button("Add a feeling"));
    learner.fill_all(&[]);
    learner.press("Escape");
    learner.pause();
}

/// Opens a dialog, writes in all of it, and closes it.
fn in_dialog(learner: &mut Learner<'_>, opener: &str, name: &str) {
    learner.push(&button(opener));
    learner.wait_for(&dialog(name));
    learner.fill_all(&["Somewhere else"]);
    learner.press("Escape");
    learner.pause();
}
