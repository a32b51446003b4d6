//! One disagreement from the first argument to its outcome, with the keyboard alone, and what is
//! closed again once it no longer feels safe to raise it.

use acceptance::found::{Written, expect_everywhere};
use acceptance::keyboard::Learner;
use acceptance::steps::{add_person, begin};
use acceptance::target::{button, checkbox, choice, dialog, field, heading, radio, text};
use acceptance::window::Window;

const LATE: &str = "Late from group";
const WORK: &str = "To be asked first";
const CALLED: &str = "Text him when group runs over";
const LINE: &str = "I need you to ask how it went";
const HAPPENED: &str = "He wrote back with a heart";
const ENOUGH: &str = "That he asks before he counts the minutes";
/// What leads to speaking, each at a place of its own.
const TOOLS: [&str; 3] = ["Weigh a decision", "Practise what to say", "Something to try"];

#[test]
fn a_disagreement_from_the_first_argument_to_its_outcome() {
    let window = Window::open("a_disagreement_from_the_first_argument_to_its_outcome");
    begin(&window);
    add_person(&window, "Marcus");
    let mut keys = Learner::new(&window);

    write_the_argument(&window, &mut keys);
    say_where_it_stands(&window, &mut keys);
    weigh_what_could_be_done(&mut keys);
    rehearse_and_try(&window, &mut keys);
    settle(&mut keys);
    it_is_found_again(&window);
    come_back(&window, &mut keys);
    it_closes_once_it_is_not_safe(&window, &mut keys);

    for (word, title) in [("minutes", WORK), ("heart", CALLED)] {
        window.press("Control+k");
        window.wait_for(&dialog("Go to"));
        window.type_text(word);
        window.wait_for(&choice(&format!("Search the journal for “{word}”")));
        window.press("Enter");
        window.wait_for(&text("match"));
        window.wait_for(&button(title));
    }
    window.close();
}

/// The question comes first; the steps that lead to speaking come with a clear yes.
fn write_the_argument(window: &Window, keys: &mut Learner<'_>) {
    keys.press("ctrl+k");
    keys.wait_for(&dialog("Go to"));
    keys.type_text("argument with marcus");
    keys.wait_for(&choice("An argument with Marcus"));
    keys.press("Return");
    keys.wait_for(&heading("Do you feel safe raising this with Marcus?"));
    assert!(!window.sees(&heading("Where does it stand now?")));
    keys.push(&button("Mostly"));
    keys.wait_for(&text("Talk about this with your therapist first."));
    assert!(!window.sees(&heading("Where does it stand now?")));
    keys.push(&button("Change"));
    keys.push(&button("Yes"));
    keys.wait_for(&heading("Where does it stand now?"));

    keys.go_to(&field("Title"));
    keys.type_text(LATE);
    keys.push(&button("Marcus said"));
    keys.type_text("You said six");
    keys.push(&button("It turned here"));
    keys.push(&button("A closer look"));
    keys.go_to(&checkbox("Silence").within("How did I talk?"));
    keys.press("space");
    bring(keys);
    keys.push(&button("Part of a disagreement?"));
    keys.push(&button("Begin a page for it"));
    keys.push(&button("Part of: Late from group"));
    keys.push(&button("Open its page"));
    keys.wait_for(&heading("What do you each expect of the other?"));
}

/// A stage with an earlier day, then another one from today: both stay.
fn say_where_it_stands(window: &Window, keys: &mut Learner<'_>) {
    assert_eq!(window.value_of(&field("Title")), LATE);
    keys.go_to(&field("Title"));
    keys.press("ctrl+a");
    keys.type_text(WORK);
    keys.go_to(&radio("Talking it through"));
    keys.press("Right");
    keys.push(&button("Stuck since"));
    keys.push(&button("Since which day?"));
    keys.press("Up");
    keys.press("Return");
    keys.pause();
    keys.go_to(&field("What told you so? Stuck"));
    keys.type_text("We had stopped talking about it");
    keys.go_to(&radio("Stuck").within("Where does it stand now?"));
    keys.press("Left");
    keys.wait_for(&field("What told you so? Talking it through"));
    keys.wait_for(&field("What told you so? Stuck"));
}

fn weigh_what_could_be_done(keys: &mut Learner<'_>) {
    keys.go_to(&field("What would be good enough?"));
    keys.type_text(ENOUGH);
    keys.push(&button("Add a way"));
    keys.type_text("Text when late");
    keys.press("Return");
    keys.type_text("Leave it for now");
    keys.go_to(&field("What would likely be good about way 1"));
    keys.type_text("He need not guess");
    keys.go_to(&checkbox("I would take this one"));
    keys.press("space");
    keys.go_to(&radio("0, Not at all").within("How settled does it feel this week?"));
    keys.press("4");
}

fn rehearse_and_try(window: &Window, keys: &mut Learner<'_>) {
    keys.push(&button("Practise what to say"));
    keys.wait_for(&field("What could your first line be?"));
    keys.go_to(&field("What is it about?"));
    keys.type_text("Asking");
    keys.go_to(&field("What could your first line be?"));
    keys.type_text(LINE);
    bring(keys);
    keys.push(&button("Done for now"));
    keys.wait_for(&button("Asking"));

    keys.push(&button("Something to try"));
    keys.go_to(&field("What would you like to try?"));
    keys.type_text(CALLED);
    keys.go_to(&radio("An idea"));
    keys.press("Right");
    keys.press("Right");
    keys.go_to(&field("What happened?"));
    keys.type_text(HAPPENED);
    bring(keys);
    keys.push(&button("Done for now"));
    keys.wait_for(&button(CALLED));
    assert!(window.sees(&button("Asking")) && window.sees(&button(LATE)));
}

fn settle(keys: &mut Learner<'_>) {
    keys.go_to(&radio("Working on it"));
    keys.press("Right");
    keys.press("Right");
    keys.go_to(&field("How did it end?"));
    keys.type_text("He asks now, most days");
    keys.wait_for(&text("It is settled, well enough."));
    bring(keys);
    keys.push(&button("Done for now"));
}

/// The argument word for word, the work, what was rehearsed and what was tried.
fn it_is_found_again(window: &Window) {
    let written = |title, word| Written { title, word, person: "Marcus" };
    let all = [
        written(LATE, "six"),
        written(WORK, "minutes"),
        written("Asking", "how it went"),
        written(CALLED, "heart"),
    ];
    expect_everywhere(window, &all);
}

/// What is over stands behind a button of its own.
fn come_back(window: &Window, keys: &mut Learner<'_>) {
    window.press("Control+4");
    keys.push(&button("Show 1 that is over"));
    keys.push(&button(WORK));
    keys.wait_for(&heading("What do you each expect of the other?"));
}

/// Marks what is open as one to bring.
fn bring(keys: &mut Learner<'_>) {
    keys.go_to(&radio("Only me"));
    keys.press("Right");
    keys.wait_for(&text("It can go in your next summary."));
}

/// The answer changes: every tool goes, here and in the palette; what was written stays.
fn it_closes_once_it_is_not_safe(window: &Window, keys: &mut Learner<'_>) {
    for tool in TOOLS {
        keys.wait_for(&button(tool));
    }
    keys.push(&button("Change"));
    keys.push(&button("No").within("Do you feel safe raising this with Marcus?"));
    keys.wait_for(&text("Talk about this with your therapist first."));
    // What was tried stays in the list by that name; the doors to something new go.
    for tool in &TOOLS[..2] {
        assert!(!window.sees(&button(tool)), "{tool}");
    }
    for hidden in ["Where does it stand now?", "What could be done?"] {
        assert!(!window.sees(&heading(hidden)), "{hidden}");
    }
    assert_eq!(window.value_of(&field("What would be good enough?")), ENOUGH);

    keys.press("ctrl+k");
    keys.wait_for(&dialog("Go to"));
    keys.type_text("marcus");
    keys.wait_for(&choice("An argument with Marcus"));
    assert!(!window.sees(&choice("Practise what to say to Marcus")));
    assert!(!window.sees(&choice("Something to try with Marcus")));
    keys.press("Escape");
    keys.pause();
    keys.push(&button("Asking"));
    keys.wait_for(&text("Talk about this with your therapist first."));
    assert!(!window.sees(&field("What could your first line be?")));
    assert!(!window.page_text().contains(LINE));
    keys.push(&button("Done for now"));
    keys.wait_for(&heading("What do you each expect of the other?"));
    keys.push(&button("Done for now"));
}
