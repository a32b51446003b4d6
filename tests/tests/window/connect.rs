//! Reaching out, with the keyboard alone: rehearsed, tried, gone nowhere, and kept all the same.

use acceptance::found::{Written, expect_everywhere};
use acceptance::keyboard::Learner;
use acceptance::steps::{add_person, begin};
use acceptance::target::{button, checkbox, dialog, field, heading, radio, text};
use acceptance::window::Window;

const COFFEE: &str = "Ask Ana for coffee";
/// What was rehearsed and what was tried share their name; the attempt gets one of its own.
const ASKED: &str = "Asked Ana for coffee";
const LINE: &str = "Would you have an hour on Sunday?";
const SILENCE: &str = "I left a voicemail and heard nothing";

#[test]
fn a_rehearsal_and_an_attempt_that_went_nowhere() {
    let window = Window::open("a_rehearsal_and_an_attempt_that_went_nowhere");
    begin(&window);
    add_person(&window, "Ana");
    let mut keys = Learner::new(&window);

    keys.press("ctrl+4");
    keys.push(&button("Begin").within("Connection"));
    say(&window, &mut keys, "What would you like to be different?", "Someone to see on Sundays");
    keys.push(&button("A rehearsal"));
    rehearse(&window, &mut keys);

    keys.push(&button("Write how it went"));
    try_it(&window, &mut keys);

    // Back at the rehearsal, which now knows what came after it, and at the work.
    keys.wait_for(&button("Write how it went"));
    keys.wait_for(&button(ASKED));
    bring(&mut keys);
    keys.push(&button("Done for now"));
    keys.wait_for(&heading("What belongs to this"));
    keys.wait_for(&text("Reaching out,"));
    keys.wait_for(&text("A rehearsal,"));
    keys.wait_for(&text("Reached out"));
    keys.push(&button("Done for now"));

    let written = |title, word| Written { title, word, person: "Ana" };
    let all = [written(COFFEE, "hour on Sunday"), written(ASKED, "voicemail")];
    expect_everywhere(&window, &all);
    window.press("Control+f");
    window.wait_for(&field("Search the journal"));
    window.type_text("voicemail");
    window.wait_for(&text("1 of 2 match"));
    window.close();
}

/// Nothing of it is on offer before the question is answered with a clear yes.
fn rehearse(window: &Window, keys: &mut Learner<'_>) {
    say(window, keys, "What is it about?", COFFEE);
    keys.push(&button("Who would you say it to?"));
    keys.wait_for(&dialog("Who is this about?"));
    keys.type_text("Ana");
    keys.press("Return");
    keys.press("Escape");
    keys.wait_for(&heading("Do you feel safe raising this with Ana?"));
    assert!(!window.sees(&field("What could your first line be?")));
    keys.push(&button("Mostly"));
    keys.wait_for(&text("Talk about this with your therapist first."));
    assert!(!window.sees(&field("What could your first line be?")));
    keys.push(&button("Change"));
    keys.push(&button("Yes"));
    say(window, keys, "What could your first line be?", LINE);
    say(window, keys, "Ana might say, turn 1 of 1", "I am away");
    keys.press("Return");
    say(window, keys, "I could say, turn 1 of 1", "The week after, then");
}

fn try_it(window: &Window, keys: &mut Learner<'_>) {
    keys.wait_for(&field("What did you try?"));
    assert_eq!(window.value_of(&field("What did you try?")), COFFEE);
    keys.go_to(&field("What did you try?"));
    keys.press("ctrl+a");
    say(window, keys, "What did you try?", ASKED);
    say(window, keys, "What happened?", SILENCE);
    keys.go_to(&checkbox("No reply"));
    keys.press("space");
    keys.wait_for(&text("That was your part, and you did it."));
    bring(keys);
    keys.push(&button("Done for now"));
}

/// Marks what is open as one to bring.
fn bring(keys: &mut Learner<'_>) {
    keys.go_to(&radio("Only me"));
    keys.press("Right");
    keys.wait_for(&text("It can go in your next summary."));
}

/// Goes to a field, writes, and waits until all of it has come: keys are slower than the driver.
fn say(window: &Window, keys: &mut Learner<'_>, name: &str, words: &str) {
    keys.go_to(&field(name));
    keys.type_text(words);
    window.wait("all of it is written", || window.value_of(&field(name)) == words);
}
