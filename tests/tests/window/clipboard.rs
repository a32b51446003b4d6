//! What is copied out of the journal does not stay behind when it is locked.

use acceptance::steps::{begin, lock, unlock};
use acceptance::target::{button, field};
use acceptance::window::Window;

const WORDS: &str = "Nobody else may paste this";

#[test]
fn what_was_copied_is_taken_back_at_the_lock() {
    let window = Window::open("what_was_copied_is_taken_back");
    begin(&window);
    write(&window);
    window.press("Control+c");
    on_clipboard(&window, WORDS);
    lock(&window);
    window.wait("the clipboard is empty", || window.desktop.clipboard("clipboard").is_empty());
    // What is marked can be pasted with the middle button, without having been copied.
    assert_eq!(window.desktop.clipboard("primary"), "", "the marked text is still there");
    // What is no secret can be copied from the lock screen.
    window.click(&button("Other ways to open"));
    window.click(&button("Copy the name of the folder"));
    on_clipboard(&window, &window.home.data().display().to_string());
}

#[test]
fn what_another_program_copied_since_stays() {
    let window = Window::open("what_another_program_copied_since_stays");
    begin(&window);
    write(&window);
    window.press("Control+x");
    on_clipboard(&window, WORDS);
    assert_eq!(window.value_of(&field("Write")), "", "cutting took nothing away");
    window.press("Control+v");
    window.wait("it is pasted", || window.value_of(&field("Write")) == WORDS);
    window.desktop.put_on_clipboard("milk, bread");
    lock(&window);
    unlock(&window);
    assert_eq!(window.desktop.clipboard("clipboard"), "milk, bread");
}

/// Writes into a new page and marks all of it.
fn write(window: &Window) {
    window.press("Control+n");
    window.click(&button("Anything"));
    window.write(&field("Write"), WORDS);
    window.press("Control+a");
}

fn on_clipboard(window: &Window, text: &str) {
    window.wait("it is on the clipboard", || window.desktop.clipboard("clipboard") == text);
}
