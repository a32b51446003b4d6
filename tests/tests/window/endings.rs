//! What goes for good: everything.

use std::fs;

use acceptance::steps::{PASSPHRASE, back_up, begin, is_in_the_journal, settings, write_note};
use acceptance::target::{button, field, heading};
use acceptance::window::Window;

#[test]
fn deleting_everything_leaves_nothing_that_opens() {
    let window = Window::open("deleting_everything");
    begin(&window);
    write_note(&window, "Soon nobody can read this");
    back_up(&window);
    settings(&window);
    window.click(&button("Delete everything"));
    window.write(&field("Type delete to say that you mean it"), "delete");
    window.write(&field("Passphrase now"), PASSPHRASE);
    window.click(&button("Delete everything now"));
    window.wait_for(&heading("The journal is gone from this computer"));
    let left: Vec<_> = fs::read_dir(window.home.journal())
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    for name in ["keys.a", "keys.b", "data.db", "backups", "safety"] {
        assert!(!left.iter().any(|one| one == name), "{name} is still there: {left:?}");
    }
    window.click(&button("Begin anew"));
    window.wait_for(&heading("Before you begin"));
    begin(&window);
    assert!(!is_in_the_journal(&window, "Soon nobody can read this"));
}
