//! Takes a picture of every screen, in light and dark, large and small, into `target/shots`, to be
//! looked at beside the mock-ups: `cargo xtask shots`.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::home::Home;
use acceptance::program::root;
use acceptance::screens::{SCREENS, Theme, open_sample, prefer};
use acceptance::steps::{PASSPHRASE, lock};
use acceptance::target::{button, field, heading, text};
use acceptance::window::Window;

/// The sizes each screen is shown in, and what they are called in file names.
const SIZES: [(&str, u16, u32, u32); 3] =
    [("1200", 100, 1200, 800), ("880", 100, 880, 640), ("150", 150, 1200, 800)];

fn main() {
    let folder = root().join("target/shots");
    fs::create_dir_all(&folder).expect("a folder for pictures can be made");
    for theme in [Theme::Light, Theme::Dark] {
        for (size, text_size, width, height) in SIZES {
            let name = |screen: &str| folder.join(format!("{screen}-{theme}-{size}.png"));
            let window = open_sample("shots", theme, text_size);
            window.resize(width, height);
            for screen in &SCREENS {
                (screen.reach)(&window);
                window.picture(&name(screen.name));
            }
            locked(&window, &name);
            drop(window);
            let window = first(theme, text_size);
            window.resize(width, height);
            first_run(&window, &name);
        }
    }
}

fn first(theme: Theme, text_size: u16) -> Window {
    let home = Home::new();
    prefer(&home, theme, text_size);
    Window::open_in("shots", home)
}

/// The lock screen, as it is and after a wrong passphrase.
fn locked(window: &Window, name: &impl Fn(&str) -> PathBuf) {
    (SCREENS[0].reach)(window);
    lock(window);
    window.picture(&name("unlock"));
    window.write(&field("Passphrase"), "not these words");
    window.press("Enter");
    window.wait_for(&text("That did not open it."));
    window.picture(&name("unlock-wrong"));
    window.click(&button("Use the recovery key"));
    window.wait_for(&field("Group 1 of 9"));
    window.picture(&name("unlock-recovery"));
}

/// What a person sees before there is a journal, step by step.
fn first_run(window: &Window, name: &impl Fn(&str) -> PathBuf) {
    let shot = |step: &str| {
        let file: &Path = &name(step);
        window.picture(file);
    };
    window.wait_for(&heading("Before you begin"));
    shot("first-run-about");
    window.click(&button("I am 18 or older, begin"));
    window.write(&field("Passphrase"), PASSPHRASE);
    window.write(&field("Type it once more"), PASSPHRASE);
    shot("first-run-passphrase");
    window.click(&button("Continue"));
    window.wait_for(&heading("Put your recovery key on paper"));
    shot("first-run-recovery");
    window.click(&button("I’ll do this later today"));
    window.wait_for(&button("Skip this"));
    shot("first-run-sessions");
    window.click(&button("Skip this"));
    window.wait_for(&button("Open my journal"));
    shot("first-run-help");
}
