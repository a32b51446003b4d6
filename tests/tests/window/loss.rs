//! Losses and changes, as a person writes them: behind doors, in any order, with nothing asked for
//! that was not wanted. What was kept is there again on the page, on Today and in the journal.

use acceptance::axe;
use acceptance::found::{Written, expect_everywhere};
use acceptance::keyboard::Learner;
use acceptance::steps::{add_person, begin, leave};
use acceptance::target::{button, checkbox, combobox, dialog, field, heading, radio, switch, text};
use acceptance::window::Window;

const HEARD: &str = "Her neighbour rang me about the tablets";
const KITCHEN: &str = "Her kitchen in the morning";
const MEMORY: &str = "She hummed along with the kitchen radio";
const CHANGE: &str = "From nights to days";
const AVOIDED: &str = "The allotment behind the station";

#[test]
fn a_loss_from_the_first_door_to_its_ending() {
    let window = Window::open("a_loss_from_the_first_door_to_its_ending");
    begin(&window);
    name_who_died(&window);
    say_how_it_was(&window);
    write_a_memory(&window);
    go_near_what_is_hard(&window);
    keep_the_day(&window);
    make_room_again(&window);
    rate_the_week_and_rest(&window);
    let findings = axe::violations(&window);
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    leave(&window);

    // Only because it was switched on.
    window.press("Control+1");
    window.wait_for(&text("is the day Ruth died"));
    no_list_says_how(&window);
    let written = |title, word| Written { title, word, person: "Ruth" };
    expect_everywhere(&window, &[written("Ruth", "choir"), written(KITCHEN, "hummed")]);
    everything_is_there_again(&window);
}

#[test]
fn a_change_is_weighed_by_keyboard_alone() {
    let window = Window::open("a_change_is_weighed_by_keyboard_alone");
    begin(&window);
    add_person(&window, "Theo");
    let mut hands = Learner::new(&window);
    hands.press("ctrl+4");
    hands.push(&button("Begin one").within("A change"));
    hands.go_to(&field("Title"));
    hands.type_text(CHANGE);
    hands.push(&button("What kind of change?"));
    hands.go_to(&radio("Work or school"));
    for _ in 0..6 {
        hands.press("Down");
    }
    hands.press("Escape");
    hands.wait_for(&text("an amount from before can kill"));

    // Enter begins the next line; the weight is one Tab away and takes a digit.
    hands.go_to(&field("Then, what was good, line 1"));
    hands.type_text("The crew");
    hands.press("Return");
    hands.type_text("Cash on Fridays");
    weigh(&mut hands, "How much it weighs: Then, what was good, line 1", "4");
    weigh(&mut hands, "How much it weighs: Then, what was good, line 2", "1");
    hands.go_to(&field("Now, what is good, line 1"));
    hands.type_text("Supper with Theo");
    weigh(&mut hands, "How much it weighs: Now, what is good, line 1", "3");
    hands.wait_for(&text("The crew and Cash on Fridays"));
    hands.push(&button("People Who drifted away"));
    hands.push(&button("New Choose someone"));
    hands.type_text("Theo");
    hands.press("Return");
    hands.press("Escape");
    hands.wait_for(&button("New Theo"));
    hands.go_to(&radio("Only me"));
    hands.press("Right");
    hands.wait_for(&text("It can go in your next summary."));
    hands.push(&button("Done for now"));
    let written = Written { title: CHANGE, word: "Fridays", person: "Theo" };
    expect_everywhere(&window, &[written]);

    window.press("Control+4");
    hands.push(&button(CHANGE));
    hands.wait_for(&field("Then, what was good, line 2"));
    let weight = |line: &str| window.value_of(&combobox(&format!("How much it weighs: {line}")));
    assert_eq!(weight("Then, what was good, line 1"), "4");
    assert_eq!(weight("Then, what was good, line 2"), "1");
    assert_eq!(weight("Now, what is good, line 1"), "3");
    let findings = axe::violations(&window);
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

fn weigh(hands: &mut Learner<'_>, list: &str, digit: &str) {
    hands.go_to(&combobox(list));
    hands.press(digit);
    hands.pause();
}

fn name_who_died(window: &Window) {
    window.press("Control+4");
    window.click(&button("Begin one").within("A loss"));
    window.click(&button("Who is this about?"));
    window.write(&field("Someone else who died"), "Ruth");
    window.press("Enter");
    window.wait_for(&heading("Ruth"));

    // A year ago and a few days on, so that the day is near.
    window.click(&button("When did they die?"));
    let soon = "const day = new Date(Date.now() + 5 * 86400000);
        const month = new Intl.DateTimeFormat('en', { month: 'long' }).format(day);
        return [String(day.getDate()), month, String(day.getFullYear() - 1)]";
    let soon = window.run(soon, &[]);
    let part = |place: usize| soon[place].as_str().expect("a part of a date").to_owned();
    window.choose(&combobox("Day"), &part(0));
    window.choose(&combobox("Month"), &part(1));
    window.write(&field("Year"), &part(2));
    window.press("Escape");
    window.wait_for(&text("Died "));

    window.click(&button("What of?"));
    window.click(&radio("Overdose"));
    window.press("Escape");
    window.wait_for(&text("Losing someone this way is its own kind of hard."));
}

fn say_how_it_was(window: &Window) {
    window.click(&button("How it happened Before"));
    window.click(&button("How you heard"));
    window.write(&field("How you heard"), HEARD);
    window.click(&checkbox("No").within("Was it expected?"));
}

fn write_a_memory(window: &Window) {
    window.click(&button("A memory").within("Memories and writing"));
    window.write(&field("Title"), KITCHEN);
    window.write(&field("What do you remember of Ruth?"), MEMORY);
    window.click(&checkbox("Both"));
    window.click(&radio("To bring"));
    window.wait_for(&text("Losing someone this way is its own kind of hard."));
    // The page behind it has a button of the same name.
    window.click(&button("Done for now"));
    window.wait_for(&heading("Memories and writing"));
}

fn go_near_what_is_hard(window: &Window) {
    window.click(&button("What is hard to go near Places"));
    window.click(&button("Add something").within("What is hard to go near"));
    window.write(&field("What do you stay away from?"), AVOIDED);
    window.click(&radio("8").within("How hard does it look? 0 to 10"));
    window.click(&button("The day you tried it"));
    window.wait_for(&dialog("The day you tried it"));
    // The keyboard stands on today.
    window.press("Enter");
    window.wait_gone(&dialog("The day you tried it"));
    window.click(&radio("4").within("How hard was it? 0 to 10"));
    window.click(&button("Done").within("What is hard to go near"));
    window.wait_for(&text("Looked like 8 of 10, was 4."));
}

fn keep_the_day(window: &Window) {
    window.click(&button("Days to be gentle with A birthday"));
    window.click(&button("Keep"));
    let remind = switch("The day Ruth died: say so on Today when it is near");
    window.wait_for(&remind);
    assert!(!window.is_checked(&remind), "nothing reminds before it is asked to");
    window.click(&remind);
}

fn make_room_again(window: &Window) {
    window.click(&button("Making room again New"));
    window.click(&button("Add something").within("Making room again"));
    window.write(&field("Something to do, or someone to see"), "Sing in the choir on Tuesdays");
    window.click(&button("Done").within("Making room again"));
    window.wait_for(&text("1 idea"));
}

fn rate_the_week_and_rest(window: &Window) {
    window.click(&radio("6").within("How strong was the grief this week?"));
    window.click(&radio("7").within("How well could you think of Ruth with warmth?"));
    window.click(&radio("Settled"));
    window.write(&field("What do you take from it?"), "That I can hum it too");
    window.click(&radio("To bring"));
}

/// The circumstances are read where they were written, and nowhere else.
fn no_list_says_how(window: &Window) {
    window.press("Control+f");
    window.wait_for(&field("Search the journal"));
    window.type_text("tablets");
    window.wait_for(&text(" match"));
    assert!(!window.page_text().contains(HEARD), "{}", window.page_text());
}

fn everything_is_there_again(window: &Window) {
    window.press("Control+4");
    window.wait_for(&text("1 that is over"));
    window.click(&button("Show 1 that is over"));
    window.click(&button("Ruth"));
    window.wait_for(&text("1 on the list, 1 tried"));
    window.wait_for(&text("1 day kept"));
    assert!(window.is_checked(&radio("6").within("How strong was the grief this week?")));
    assert!(window.is_checked(&radio("Settled")));
}
