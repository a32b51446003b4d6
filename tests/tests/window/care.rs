//! Check-ins, riding an urge out, use, its days, help and the safety plan.

use std::thread::sleep;
use std::time::{Duration, Instant};

use acceptance::steps::{begin, lock, unlock};
use acceptance::target::{Target, button, checkbox, field, heading, radio, text};
use acceptance::window::Window;

/// Scripted human pace (ruling of that name): one key, and one decision.
const KEY: Duration = Duration::from_millis(280);
const DECISION: Duration = Duration::from_millis(1350);
/// From deciding to check in until it is kept.
const CHECK_IN: Duration = Duration::from_secs(5);
const HELP: Duration = Duration::from_secs(1);

#[test]
fn a_check_in_takes_three_keys_and_five_seconds_from_today_and_from_an_entry() {
    let window = Window::open("a_check_in_takes_three_keys");
    begin(&window);
    window.wait_for(&heading("Today"));
    let from_today = check_in(&window, "7", &text("Checked in: 7."));
    println!("check-in from Today: {from_today:?}, 2 keys beyond the shortcut");

    window.press("Control+n");
    window.click(&button("Anything"));
    window.write(&field("Write"), "It began when he");
    let from_entry = check_in(&window, "t", &text("Checked in: 10."));
    println!("check-in from inside an entry: {from_entry:?}, 2 keys beyond the shortcut");
    window.wait_for(&field("Write"));
    assert_eq!(window.value_of(&field("Write")), "It began when he", "the draft behind it");
    window.wait("the keyboard is back in the entry", || window.has_focus(&field("Write")));
    window.type_text(" said it");
    assert_eq!(window.value_of(&field("Write")), "It began when he said it");
    assert!(from_today <= CHECK_IN && from_entry <= CHECK_IN, "{from_today:?}, {from_entry:?}");
}

/// Presses the shortcut, one digit and Enter as a person would, and times it.
fn check_in(window: &Window, digit: &str, kept: &Target) -> Duration {
    let begun = Instant::now();
    at_pace(window, "Control+j", Duration::ZERO);
    window.wait_for(&heading("How strong is the craving right now?"));
    at_pace(window, digit, DECISION);
    at_pace(window, "Enter", Duration::ZERO);
    window.wait_for(kept);
    begun.elapsed()
}

fn at_pace(window: &Window, key: &str, thought: Duration) {
    sleep(thought + KEY);
    window.press(key);
}

#[test]
fn a_ride_goes_on_through_help_and_a_lock_and_is_kept() {
    let window = Window::open("a_ride_goes_on_through_help_and_a_lock");
    begin(&window);
    window.press("Control+j");
    window.wait_for(&heading("How strong is the craving right now?"));
    window.press("8");
    window.click(&radio("5").within("How long?"));
    window.click(&button("Ride it out"));
    window.wait_for(&heading("Ride it out"));
    window.wait_for(&text("4:5"));
    window.press("F1");
    window.wait_for(&heading("Help now"));
    window.click(&button("Back to what you were writing"));
    window.wait_for(&text("left of 5 minutes"));
    lock(&window);
    window.wait("the bare countdown goes on", || window.page_text().contains("4:"));
    assert!(!window.page_text().contains("urge"), "the lock screen says only the time");
    unlock(&window);
    window.press("Control+2");
    window.wait_for(&field("Search the journal"));
    window.click(&button("An urge you rode out"));
    window.click(&button("Open"));
    window.wait_for(&text("left of 5 minutes"));
    window.click(&button("Stop here"));
    window.wait_for(&text("It may still be there."));
    window.click(&radio("3").within("How strong is it now?"));
    window.wait_gone(&text("It may still be there."));
    window.click(&checkbox("Went outside"));
    window.click(&button("Keep it"));
    window.press("Control+2");
    window.wait_for(&text("An urge you rode out"));
}

#[test]
fn use_is_written_without_a_verdict_and_its_day_is_marked() {
    let window = Window::open("use_is_written_without_a_verdict");
    begin(&window);
    window.press("Control+j");
    window.wait_for(&heading("How strong is the craving right now?"));
    window.press("4");
    window.click(&radio("Yes").within("Drank or used since the last check-in"));
    window.click(&button("Write about it"));
    window.wait_for(&text("Thank you for writing this down."));
    assert!(!window.page_text().contains("An amount that was usual before"), "no opioid named yet");
    window.click(
        &checkbox("Not sure")
            .within("Was it an opioid, such as heroin, fentanyl or strong pain pills?"),
    );
    window.wait_for(&text("An amount that was usual before can be too much now"));
    window.write(&field("What was happening?"), "We had argued");
    window.click(&checkbox("Part of me wanted to be hurt"));
    window.wait_for(&text("Thank you for being honest here."));
    window.click(&button("I’m safe right now"));
    window.click(&button("Back to what you were writing"));
    window.wait_for(&field("What was happening?"));
    assert_eq!(window.value_of(&field("What was happening?")), "We had argued");
    window.click(&button("Days with and without use"));
    window.wait_for(&text("0 without use, 1 with"));
    window.wait_for(&text("29 days are unknown."));
    window.click(&radio("No use"));
    window.wait_for(&text("1 without use, 0 with"));
    window.click(&checkbox("Not using at all"));
    window.wait_for(&text("1 day without use in the last 30, of 1 recorded."));
}

#[test]
fn help_comes_within_a_second_before_unlocking_and_the_plan_after_it() {
    let window = Window::open("help_comes_within_a_second");
    begin(&window);
    window.press("F1");
    window.click(&button("Begin my plan"));
    window.click(&button("Begin my plan"));
    window.wait_for(&heading("How I know it’s getting hard"));
    window.write(&field("How I know it’s getting hard"), "Not sleeping");
    window.click(&button("Next"));
    window.wait_for(&heading("Things I can do on my own"));
    window.click(&button("See the whole plan"));
    window.wait_for(&text("Not sleeping"));
    assert!(window.sees(&button("Print")));
    window.click(&button("Back"));
    window.wait_gone(&button("Print"));
    window.press("F1");
    window.wait_for(&text("Not sleeping"));
    window.click(&button("Add a number"));
    window.write(&field("Name"), "Night line");
    window.write(&field("Number"), "555 0199");
    window.click(&button("Keep"));
    window.wait_for(&text("555 0199"));
    lock(&window);
    let begun = Instant::now();
    window.press("F1");
    window.wait_for(&text("988"));
    let took = begun.elapsed();
    println!("Help before unlocking: {took:?}");
    assert!(took <= HELP, "{took:?}");
    let shown = window.page_text();
    assert!(!shown.contains("Not sleeping") && !shown.contains("555 0199"), "nothing personal");
    window.click(&button("I’m having thoughts of ending my life"));
    window.wait_for(&text("No one is watching it."));
    window.click(&button("I’m safe right now"));
    window.click(&button("When someone may have taken too much"));
    window.wait_for(&text("waits for review by a clinician"));
    window.click(&button("Close help"));
    unlock(&window);
}
