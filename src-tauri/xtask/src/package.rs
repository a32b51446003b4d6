//! `cargo xtask package`: the release, packaged for Debian and its kin, and looked at.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::build::{self, Profile};
use crate::failed::Failed;
use crate::packages::Purpose;
use crate::tally::{Count, Kind};
use crate::{parts, process, say, setup, tools, tree};

/// The most a package may weigh (architecture, "Speed and size").
const MOST_BYTES: u64 = 25 * 1024 * 1024;

/// Builds the package and prints where it is and what it weighs.
///
/// # Errors
/// When something is missing or does not build, or the package is not as it should be.
pub(crate) fn package(arguments: &[String]) -> Result<(), Failed> {
    setup::set_up(&[Purpose::Build, Purpose::Test], setup::may_use_root(arguments))?;
    let counts = check()?;
    if counts.iter().all(|(_, count)| count.failed == 0) {
        return Ok(());
    }
    Err(Failed::new("The package is not as it should be."))
}

/// Builds the package and checks it, as one part of `test --full`.
///
/// # Errors
/// When it does not build or a tool cannot be started.
pub(crate) fn check() -> Result<Vec<(Kind, Count)>, Failed> {
    let package = make()?;
    let unpacked = unpack(&package)?;
    let program = unpacked.join("usr/bin/meantime");
    let desktop = unpacked.join("usr/share/applications/Meantime.desktop");
    let mut validate = process::command("desktop-file-validate");
    let valid = process::run("desktop-file-validate", validate.arg(&desktop))?.success;
    let (weight, size) = (fs::metadata(&package)?.len(), fs::metadata(&program)?.len());
    say::line(&format!("  {}", package.display()));
    say::line(&figure("package size", weight, weight <= MOST_BYTES));
    say::line(&format!("  program size: {size} bytes"));
    let good = [valid, weight <= MOST_BYTES];
    let mut counts: Vec<_> = good.into_iter().map(|good| (Kind::Check, Count::one(good))).collect();
    // The tests look at the release through a build that can be driven.
    build::program(Profile::Checked, true)?;
    let release = tree::target().join("release");
    counts.extend(parts::window_tests("release", &[("MEANTIME_SHIPPED", release)])?);
    Ok(counts)
}

fn make() -> Result<PathBuf, Failed> {
    // With the sample's tool, because the tests of the release need a journal with real keys.
    build::program(Profile::Release, true)?;
    let tauri = tools::tauri()?;
    let begun = Instant::now();
    let mut bundle = process::command(&tauri.to_string_lossy());
    bundle.current_dir(tree::root().join("src-tauri"));
    // Packs what was just built, so that there is one release build and no other.
    bundle.args(["bundle", "--bundles", "deb", "--ci"]);
    process::must("package", &mut bundle)?;
    say::done("package", begun.elapsed());
    newest(&tree::target().join("release/bundle/deb"))
}

fn newest(folder: &Path) -> Result<PathBuf, Failed> {
    let is_package = |path: &PathBuf| path.extension().is_some_and(|name| name == "deb");
    fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .filter(is_package)
        .max_by_key(|path| fs::metadata(path).and_then(|about| about.modified()).ok())
        .ok_or_else(|| Failed::new("No package was made."))
}

/// The size of the program and of its package, if one is there that is not older, each as a
/// figure. Answers whether every goal was reached.
///
/// # Errors
/// When the program is not built.
pub(crate) fn weigh() -> Result<bool, Failed> {
    let program = fs::metadata(Profile::Release.program("meantime"))?;
    say::line(&format!("program: {}", megabytes(program.len())));
    let package = newest(&tree::target().join("release/bundle/deb")).and_then(|package| {
        let package = fs::metadata(package)?;
        Ok((package.len(), package.modified()? >= program.modified()?))
    });
    let Ok((weight, true)) = package else {
        say::line("# package: not measured; `cargo xtask package` makes one of this build");
        return Ok(true);
    };
    let good = weight <= MOST_BYTES;
    say::line(figure("package", weight, good).trim_start());
    Ok(good)
}

/// Unpacks into a scratch folder, not over the system.
fn unpack(package: &Path) -> Result<PathBuf, Failed> {
    let scratch = tree::own()?.join("unpacked");
    if scratch.exists() {
        fs::remove_dir_all(&scratch)?;
    }
    let mut unpack = process::command("dpkg-deb");
    process::must("unpacking", unpack.arg("--extract").arg(package).arg(&scratch))?;
    Ok(scratch)
}

/// A figure against its goal, in the form all of the project's figures have.
fn figure(name: &str, bytes: u64, good: bool) -> String {
    let verdict = if good { "ok" } else { "short" };
    format!("  {name}: {} (goal ≤ {}) {verdict}", megabytes(bytes), megabytes(MOST_BYTES))
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576)
}
