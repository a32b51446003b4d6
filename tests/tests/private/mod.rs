//! The private window that people get, looked at from outside while keys are pressed on the
//! desktop: no driver steers it, and nothing of the page can be read or called from here.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use acceptance::desktop::Desktop;
use acceptance::home::Home;
use acceptance::leak::{Sentinel, assert_that_the_scan_finds_what_is_planted, leaks};
use acceptance::program::{Running, children_of, kill, shipped, wait_until};
use acceptance::steps::{PASSPHRASE, unlock};
use acceptance::target::{field, text};
use acceptance::window::Window;

/// Time for a page to open, for a person who knows the keys.
const A_MOMENT: Duration = Duration::from_millis(1500);

#[test]
fn the_private_window_keeps_nothing_readable_and_speaks_to_nobody() {
    assert_that_the_scan_finds_what_is_planted();
    let home = sample_home();
    let desktop = Desktop::start(&home);
    let trace = home.out("sockets");
    let running = start(&home, &desktop, &trace);
    let [written, searched] = [Sentinel::new(), Sentinel::new()];

    open_the_journal(&desktop);
    write_a_note(&desktop, written.word());
    desktop.press("ctrl+f");
    thread::sleep(A_MOMENT);
    desktop.type_text(searched.word());
    thread::sleep(A_MOMENT * 2);

    let secrets = [written.clone(), searched, Sentinel::of(PASSPHRASE)];
    let scan = |when: &str| {
        let found = leaks(&home.scanned(), &secrets);
        assert!(found.is_empty(), "{when}: {found:#?}");
    };
    scan("unlocked");
    desktop.press("ctrl+l");
    wait_until("the window is hidden", || {
        !desktop.titles().iter().any(|title| title == "Meantime")
    });
    thread::sleep(A_MOMENT);
    scan("locked");
    end(running);
    scan("killed");
    assert_no_internet(&trace);
    assert_was_written(home, written.word());
}

fn sample_home() -> Home {
    let home = Home::new();
    make_sample(&shipped("demo"), &home);
    home
}

/// Makes the sample course into a journal in `home`.
pub(crate) fn make_sample(demo: &Path, home: &Home) {
    let mut make = Command::new(demo);
    make.arg("vault").arg(home.journal()).args(["--passphrase", PASSPHRASE]);
    assert!(make.output().is_ok_and(|output| output.status.success()), "the sample is made");
}

/// Starts it under a trace of the sockets that it and its children open.
pub(crate) fn start(home: &Home, desktop: &Desktop, trace: &Path) -> Running {
    let mut program = Command::new("strace");
    program.args(["-f", "-qq", "-e", "trace=socket,connect,bind", "-o"]).arg(trace);
    program.arg("--").arg(shipped("meantime"));
    home.place(&mut program);
    desktop.place(&mut program);
    let running = Running::start(&program);
    wait_until("the window is there", || desktop.titles().iter().any(|title| title == "Meantime"));
    thread::sleep(A_MOMENT * 2);
    running
}

/// Kills the program first: what traces it would leave it running.
pub(crate) fn end(trace: Running) {
    for process in children_of(trace.id()) {
        kill(process);
    }
    drop(trace);
}

/// The lock screen has its field ready.
pub(crate) fn open_the_journal(desktop: &Desktop) {
    desktop.type_text(PASSPHRASE);
    desktop.press("Return");
    // The real key derivation takes a second on purpose, more on a busy machine.
    thread::sleep(Duration::from_secs(6));
}

/// “Anything” is the fourth of the four tiles; the first has the keyboard.
pub(crate) fn write_a_note(desktop: &Desktop, words: &str) {
    desktop.press("ctrl+n");
    thread::sleep(A_MOMENT);
    for key in ["Tab", "Tab", "Tab", "Return"] {
        desktop.press(key);
    }
    thread::sleep(A_MOMENT);
    desktop.type_text(words);
    thread::sleep(A_MOMENT * 2);
}

/// Only sockets of this computer itself: between programs, and to hear of changed interfaces.
fn assert_no_internet(trace: &Path) {
    let trace = fs::read_to_string(trace).expect("the trace can be read");
    assert!(trace.contains("AF_UNIX"), "the trace saw nothing at all");
    let outside: Vec<_> = trace.lines().filter(|line| line.contains("AF_INET")).collect();
    assert!(outside.is_empty(), "{}", outside.join("\n"));
}

/// What was typed did reach the journal: another build of the program finds it there.
fn assert_was_written(home: Home, words: &str) {
    let window = Window::open_in("private", home);
    unlock(&window);
    window.press("Control+2");
    window.wait_for(&field("Search the journal"));
    window.wait_for(&text(words));
}
