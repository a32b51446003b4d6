//! Takes a picture of every screen, in light and dark, large and small, into `target/shots`, to be
//! looked at beside the mock-ups: `cargo xtask shots`.

use std::fs;

use acceptance::program::root;
use acceptance::screens::{AROUND, SCREENS, Theme, open_sample};

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
            for screen in &AROUND {
                (screen.reach)(&window);
                window.picture(&name(screen.name));
            }
        }
    }
}
