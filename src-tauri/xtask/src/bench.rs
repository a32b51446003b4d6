//! `cargo xtask bench`: how quick a journal of ten years is, how soon the window is there, and what
//! it all weighs. One line per figure.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::build::{self, Profile, cargo_with_progress};
use crate::failed::Failed;
use crate::packages::Purpose;
use crate::stamp::Stamp;
use crate::{package, process, say, setup, tree};

/// What the invented journals are made by and of. When it changes, they are made again.
const MAKERS: [&str; 6] = [
    "src-tauri/crates/bench/src/chance.rs",
    "src-tauri/crates/bench/src/language.rs",
    "src-tauri/crates/bench/src/store.rs",
    "src-tauri/crates/bench/src/years.rs",
    "src-tauri/crates/journal/src",
    "src-tauri/crates/vault/src/schema",
];

/// Builds the release and what measures it, and measures.
///
/// # Errors
/// When something is missing or does not build, or a figure is short of its goal.
pub(crate) fn bench(arguments: &[String]) -> Result<(), Failed> {
    setup::set_up(&[Purpose::Build, Purpose::Test], setup::may_use_root(arguments))?;
    build::ui()?;
    build_measures()?;
    let journals = journals()?;
    let mut measure = Command::new(Profile::Release.program("bench"));
    measure.arg(journals).args(arguments.iter().filter(|word| *word != "--yes"));
    // Its lines come out as they are found: all of it takes minutes.
    let mut good = measure.status()?.success();
    if arguments.iter().all(|word| word == "--yes") {
        build::program(Profile::Release, false)?;
        good &= package::weigh()?;
        good &= window().status()?.success();
    }
    if good { Ok(()) } else { Err(Failed::new("Not every figure reached its goal.")) }
}

/// The program that measures and the empty window, built as the release is.
fn build_measures() -> Result<(), Failed> {
    say::step("Building what measures");
    let mut cargo = cargo_with_progress();
    cargo.args(["build", "--locked", "--release", "--package", "bench", "--package", "meantime"]);
    cargo.args(["--bin", "bench", "--example", "empty"]);
    cargo.args(["--features", "meantime/bench,meantime/custom-protocol"]);
    let finished = process::must("bench build", &mut cargo)?;
    say::done("bench build", finished.took);
    Ok(())
}

/// The folder of the invented journals, emptied if they are not what would be made today.
fn journals() -> Result<PathBuf, Failed> {
    let folder = tree::target().join("bench");
    let stamp = Stamp::new("bench", &MAKERS.map(|maker| tree::root().join(maker)))?;
    if !stamp.is_fresh() {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        stamp.set()?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The program that opens windows on a private desktop and weighs them.
fn window() -> Command {
    let mut cargo = process::cargo();
    cargo.args(["run", "--locked", "--quiet", "--package", "acceptance"]);
    cargo.args(["--features", "window", "--bin", "weigh"]);
    cargo.env("MEANTIME_PROGRAM", Profile::Release.program("meantime"));
    cargo.env("MEANTIME_EMPTY", tree::target().join("release/examples/empty"));
    cargo
}
