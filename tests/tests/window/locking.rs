//! Hiding and locking, from anywhere.

use acceptance::program::wait_until;
use acceptance::steps::{begin, lock, unlock};
use acceptance::target::{button, dialog, field, heading, text};
use acceptance::window::Window;

#[test]
fn control_l_and_double_escape_hide_and_lock_from_anywhere() {
    let window = Window::open("control_l_and_double_escape_hide_and_lock_from_anywhere");
    begin(&window);
    for (place, keys) in [("Today", "Control+l"), ("a page", "Escape"), ("a dialog", "Control+l")] {
        match place {
            "a page" => {
                window.press("Control+n");
                window.click(&button("Anything"));
                window.write(&field("Write"), "I was in the middle of");
            }
            "a dialog" => {
                window.press("Control+7");
                window.wait_for(&heading("Session summary"));
                window.click(&button("Save as PDF"));
                window.wait_for(&dialog("Save as PDF"));
            }
            _ => window.wait_for(&heading("Today")),
        }
        window.press(keys);
        if keys == "Escape" {
            window.press(keys);
        }
        wait_until(&format!("hidden from {place} by {keys}"), || !window.is_on_desktop());
        window.bring_back();
        window.wait_for(&button("Use the recovery key"));
        window.settle_after_lock();
        unlock(&window);
    }
}

#[test]
fn one_escape_only_closes_what_is_open() {
    let window = Window::open("one_escape_only_closes_what_is_open");
    begin(&window);
    window.press("Control+/");
    window.wait_for(&dialog("Keys"));
    window.press("Escape");
    window.wait_gone(&dialog("Keys"));
    assert!(window.is_on_desktop() && window.sees(&heading("Today")));
}

#[test]
fn help_is_one_key_away_before_unlocking() {
    let window = Window::open("help_is_one_key_away_before_unlocking");
    window.wait_for(&heading("Before you begin"));
    window.press("F1");
    window.wait_for(&text("988"));
    window.click(&button("Close help"));
    begin(&window);
    lock(&window);
    window.press("F1");
    window.wait_for(&text("988"));
    assert!(window.titles().iter().all(|title| title == "Meantime"), "{:?}", window.titles());
}
