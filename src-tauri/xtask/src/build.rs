//! The two builds there are: the release a person uses, and the debug build the checks use.
//!
//! Each is always asked for with the same packages and features, because another combination
//! would build half the dependencies once more.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::failed::Failed;
use crate::stamp::Stamp;
use crate::{process, say, tree};

/// Which of the two builds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// What a person uses: optimised, real key derivation, no automation.
    Release,
    /// What the checks use: unoptimised, cheap key derivation, a window that can be driven.
    Checked,
}

/// The features of the checked build. None of them may be in a release; the shell refuses to
/// compile if one is.
pub(crate) const CHECKED_FEATURES: &str = "acceptance/window,meantime/automation,meantime/custom-protocol,meantime/failpoints,meantime/weak-kdf";

impl Profile {
    /// The release, unless the (undocumented) word `--checked` asks for the build of the checks.
    pub(crate) fn from_arguments(arguments: &[String]) -> Self {
        if arguments.iter().any(|word| word == "--checked") { Self::Checked } else { Self::Release }
    }

    /// Where this build leaves the program `name`.
    pub(crate) fn program(self, name: &str) -> PathBuf {
        let folder = match self {
            Self::Release => "release",
            Self::Checked => "debug",
        };
        tree::target().join(folder).join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}

/// Builds the user interface into `ui/dist`, if anything it is made of changed.
///
/// # Errors
/// When the build fails.
pub(crate) fn ui() -> Result<(), Failed> {
    let ui = tree::ui();
    let inputs = [
        "src",
        "words",
        "public",
        "index.html",
        "package-lock.json",
        "vite.config.ts",
        "svelte.config.js",
        "tsconfig.json",
    ]
    .map(|name| ui.join(name));
    let stamp = Stamp::new("ui-build", &inputs)?;
    if stamp.is_fresh() && ui.join("dist/index.html").is_file() {
        return Ok(());
    }
    say::step("Building the interface");
    let mut npm = process::npm();
    let finished = process::must("interface build", npm.args(["run", "build"]))?;
    say::done("interface", finished.took);
    stamp.set()
}

/// Builds the program (and, with `with_demo`, the tool that makes sample courses).
///
/// # Errors
/// When the interface or the program does not build.
pub(crate) fn program(profile: Profile, with_demo: bool) -> Result<(), Failed> {
    ui()?;
    let mut cargo = cargo_with_progress();
    cargo.args(["build", "--locked"]);
    match profile {
        Profile::Release => {
            cargo.args(["--release", "--features", "meantime/custom-protocol"]);
            cargo.args(["--package", "meantime"]);
            if with_demo {
                cargo.args(["--package", "demo"]);
            }
        }
        Profile::Checked => {
            // All targets: what tests depend on would otherwise add features later, and with them
            // a second build.
            cargo.args(["--workspace", "--all-targets", "--features", CHECKED_FEATURES]);
        }
    }
    if profile == Profile::Release && !Profile::Release.program("meantime").is_file() {
        say::step("Building Meantime. The first time takes a while: about 15 minutes on two cores");
    }
    let label = match profile {
        Profile::Release => "release build",
        Profile::Checked => "checked build",
    };
    let finished = process::must(label, &mut cargo)?;
    if finished.took.as_secs() > 2 {
        say::done(label, finished.took);
    }
    Ok(())
}

/// Cargo that reports how far it is even when its output is read by a program.
pub(crate) fn cargo_with_progress() -> Command {
    let mut cargo = process::cargo();
    cargo
        .env("CARGO_TERM_PROGRESS_WHEN", "always")
        .env("CARGO_TERM_PROGRESS_WIDTH", "80")
        .env("CARGO_TERM_COLOR", "never");
    cargo
}
