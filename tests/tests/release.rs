//! The release itself, as it is packaged. `cargo xtask test package` builds it and runs this.

mod private;

use std::fs;

use acceptance::desktop::Desktop;
use acceptance::home::Home;
use acceptance::program::{built, meantime, shipped};
use acceptance::window::Window;

#[test]
fn no_driver_can_take_the_release_over() {
    assert!(Window::can_drive(meantime()), "a build for tests can be driven");
    assert!(!Window::can_drive(shipped("meantime")), "a driver got hold of the release");
}

#[test]
fn the_release_refuses_a_journal_with_cheap_keys() {
    let home = Home::new();
    private::make_sample(&built("demo"), &home);
    let desktop = Desktop::start(&home);
    let running = private::start(&home, &desktop, &home.out("sockets"));
    let before = fs::read(home.journal().join("data.db")).expect("the journal is there");
    private::open_the_journal(&desktop);
    private::write_a_note(&desktop, "this must go nowhere");
    let after = fs::read(home.journal().join("data.db")).expect("the journal is there");
    assert!(before == after, "a journal below the floor was opened");
    private::end(running);
}
