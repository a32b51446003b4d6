//! A change, as a person writes it with the keyboard alone.

use acceptance::axe;
use acceptance::keyboard::Learner;
use acceptance::steps::begin;
use acceptance::target::{button, combobox, field, radio, text};
use acceptance::window::Window;

#[test]
fn a_change_is_weighed_by_keyboard_alone() {
    let window = Window::open("a_change_is_weighed_by_keyboard_alone");
    begin(&window);
    let mut hands = Learner::new(&window);
    hands.press("ctrl+4");
    hands.push(&button("Begin one").within("A change"));
    hands.go_to(&field("Title"));
    hands.type_text("From nights to days");
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
    hands.push(&button("Done for now"));

    hands.push(&button("From nights to days"));
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
