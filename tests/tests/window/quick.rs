//! Quick unlock with a PIN, with a real keychain on the desktop's own bus.

use acceptance::steps::{PASSPHRASE, begin, lock, settings, unlock};
use acceptance::target::{button, field, heading, switch, text};
use acceptance::window::Window;

const PIN: &str = "482913";

#[test]
fn a_pin_opens_after_a_restart_until_it_was_wrong_five_times() {
    let window = Window::open("a_pin_opens_after_a_restart");
    let _keychain = window.desktop.start_keychain(&window.home);
    window.close();
    window.start();
    begin(&window);
    turn_on(&window);
    restart(&window);
    window.wait_for(&field("PIN"));
    window.write(&field("PIN"), PIN);
    window.press("Enter");
    window.wait_for(&heading("Today"));
    lock(&window);
    for left in ["4 more tries", "3 more tries", "2 more tries", "one more try"] {
        window.wait("the next try may come", || !window.sees(&button("Try again in")));
        window.rewrite(&field("PIN"), "000000");
        window.press("Enter");
        window.wait_for(&text(left));
    }
    window.wait("the next try may come", || !window.sees(&button("Try again in")));
    window.rewrite(&field("PIN"), "000000");
    window.press("Enter");
    window.wait_for(&text("The PIN is off now."));
    window.wait("the next try may come", || !window.sees(&button("Try again in")));
    unlock(&window);
}

#[test]
fn a_pin_that_was_turned_off_opens_nothing() {
    let window = Window::open("a_pin_that_was_turned_off");
    let _keychain = window.desktop.start_keychain(&window.home);
    window.close();
    window.start();
    begin(&window);
    turn_on(&window);
    restart(&window);
    window.wait_for(&field("PIN"));
    window.click(&button("Use the passphrase"));
    unlock(&window);
    settings(&window);
    window.click(&switch("Quick unlock with a PIN"));
    window.write(&field("Your passphrase"), PASSPHRASE);
    window.click(&button("Turn it off"));
    window.wait_for(&text("The PIN is off."));
    restart(&window);
    window.wait_for(&field("Passphrase"));
    assert!(!window.sees(&field("PIN")), "a PIN is still asked for");
}

fn turn_on(window: &Window) {
    settings(window);
    window.click(&switch("Quick unlock with a PIN"));
    window.write(&field("Your passphrase"), PASSPHRASE);
    window.write(&field("PIN"), PIN);
    window.write(&field("PIN once more"), PIN);
    window.click(&button("Turn it on"));
    window.wait_for(&text("It works once Meantime was closed and started again."));
}

fn restart(window: &Window) {
    window.close();
    window.start();
}
