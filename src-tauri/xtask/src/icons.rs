//! `cargo xtask icons`: draws the icon set again from its one source, `icons/icon.svg`.

use std::fs;
use std::path::Path;

use crate::failed::Failed;
use crate::{process, say, tools, tree};

/// Sizes that the Tauri command line draws only when asked, for Linux panels and menus.
const SMALL: [&str; 3] = ["16", "24", "48"];

/// What is kept of the many files it draws.
const KEPT: [&str; 7] = [
    "32x32.png",
    "64x64.png",
    "128x128.png",
    "128x128@2x.png",
    "icon.png",
    "icon.icns",
    "icon.ico",
];

/// Draws every icon and puts it into `icons/`.
///
/// # Errors
/// When the drawing tool cannot be had or fails.
pub(crate) fn icons(_: &[String]) -> Result<(), Failed> {
    let tauri = tools::tauri()?;
    let icons = tree::root().join("icons");
    let drawn = tree::own()?.join("icons");
    let draw = |extra: &[&str]| {
        let mut command = process::command(&tauri.to_string_lossy());
        command.arg("icon").arg(icons.join("icon.svg"));
        command.arg("--output").arg(&drawn).args(extra);
        process::must("icons", &mut command)
    };
    draw(&[])?;
    for size in SMALL {
        draw(&["--png", size])?;
    }
    for name in KEPT {
        keep(&drawn, &icons, name)?;
    }
    for size in SMALL {
        keep(&drawn, &icons, &format!("{size}x{size}.png"))?;
    }
    say::line("icons/ is drawn from icons/icon.svg.");
    Ok(())
}

fn keep(drawn: &Path, icons: &Path, name: &str) -> Result<(), Failed> {
    fs::copy(drawn.join(name), icons.join(name))?;
    Ok(())
}
