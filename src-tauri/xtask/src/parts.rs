//! The parts of `cargo xtask test`, in the order they run: what is quick and what others stand on
//! comes first.

use std::path::PathBuf;
use std::process::Command;

use crate::build::{self, CHECKED_FEATURES, Profile, cargo_with_progress};
use crate::failed::Failed;
use crate::tally::{Count, Kind};
use crate::{app, campaign, package, process, say, setup, tools, tree};

/// One part: a name to call it by, and what it does.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    /// Left out unless named, or unless `--full` is given.
    pub(crate) only_when_asked: bool,
    pub(crate) run: fn() -> Result<Counts, Failed>,
}

type Counts = Vec<(Kind, Count)>;

/// Every part.
pub(crate) static PARTS: [Part; 10] = [
    part("tidy", "formatting of Rust and of the interface", tidy),
    part("deny", "bans, licences and sources of dependencies", deny),
    part("ui", "types, lints, tests and build of the interface", ui),
    part("clippy", "Rust lints, warnings forbidden", clippy),
    part("build", "the checked debug build", checked_build),
    part("rust", "Rust tests", rust),
    part("reader", "frozen files and FHIR documents, read by programs that are not ours", reader),
    part("window", "journeys in the real window", window),
    part("campaigns", "the short form of every campaign", campaign::short_forms),
    Part {
        only_when_asked: true,
        ..part("package", "the release build and its package", package::check)
    },
];

/// The walk that takes a picture of every screen.
pub(crate) fn gallery() -> Command {
    let mut cargo = cargo_with_progress();
    cargo.args(["run", "--locked", "--quiet", "--package", "acceptance"]);
    cargo.args(["--features", "window", "--bin", "shots"]);
    cargo
}

const fn part(name: &'static str, what: &'static str, run: fn() -> Result<Counts, Failed>) -> Part {
    Part { name, what, only_when_asked: false, run }
}

fn tidy() -> Result<Counts, Failed> {
    let mut rust = process::cargo();
    rust.args(["fmt", "--all", "--check", "--", "--color", "never"]);
    let mut interface = process::npm();
    interface.args(["run", "--silent", "format:check"]);
    Ok(vec![check("rustfmt", &mut rust)?, check("prettier", &mut interface)?])
}

/// Without a connection the tool may not be to be had. That fails a continuous check, and is said
/// and skipped for a person on a train.
fn deny() -> Result<Counts, Failed> {
    let program = match tools::cargo_deny() {
        Ok(program) => program,
        Err(failed) if setup::is_continuous_check() => return Err(failed),
        Err(failed) => {
            say::line(&format!("  skipped: {failed}"));
            return Ok(vec![(Kind::Check, Count::one_skipped())]);
        }
    };
    // cargo-deny reads the manifest of every crate in the lock file, other systems' included.
    let mut fetch = cargo_with_progress();
    process::must("fetching crates", fetch.args(["fetch", "--locked"]))?;
    let deny = || {
        let mut deny = process::command(&program.to_string_lossy());
        deny.args(["--locked", "--offline", "--color", "never"]);
        deny
    };
    // The client of the real-window tests speaks HTTP to a driver on loopback; nothing else may.
    let mut bans = deny();
    bans.args(["--exclude", "acceptance", "check", "bans"]);
    let mut licences = deny();
    licences.args(["check", "licenses", "sources"]);
    Ok(vec![check("banned crates", &mut bans)?, check("licences and sources", &mut licences)?])
}

fn ui() -> Result<Counts, Failed> {
    let script = |name: &str| {
        let mut npm = process::npm();
        npm.args(["run", "--silent", name]).env("NO_COLOR", "1");
        npm
    };
    let mut counts =
        vec![check("svelte-check", &mut script("check"))?, check("eslint", &mut script("lint"))?];
    let tests = process::run("vitest", &mut script("test"))?;
    counts.push((Kind::Interface, Count::of_runner(&tests.output, tests.success)));
    build::ui()?;
    counts.push((Kind::Check, Count::one(true)));
    Ok(counts)
}

fn clippy() -> Result<Counts, Failed> {
    build::ui()?;
    let mut clippy = cargo_with_progress();
    clippy.args(["clippy", "--workspace", "--all-targets", "--locked"]);
    clippy.args(["--features", CHECKED_FEATURES, "--", "-D", "warnings"]);
    Ok(vec![check("clippy", &mut clippy)?])
}

fn checked_build() -> Result<Counts, Failed> {
    build::program(Profile::Checked, true)?;
    Ok(vec![(Kind::Check, Count::one(true))])
}

fn rust() -> Result<Counts, Failed> {
    build::program(Profile::Checked, true)?;
    let mut tests = if has_nextest() {
        let mut nextest = cargo_with_progress();
        nextest.args(["nextest", "run", "--workspace", "--locked"]);
        nextest.args(["--features", CHECKED_FEATURES]);
        nextest.args(["--filterset", "not (binary(window) + binary(release))"]);
        nextest
    } else {
        // The window's journeys need a feature of their own, so that they stay out of this.
        let features = CHECKED_FEATURES.replace("acceptance/window,", "");
        let mut tests = cargo_with_progress();
        tests.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
        tests.args(["--features", &features]);
        tests
    };
    let finished = process::run("Rust tests", &mut tests)?;
    let mut counts = vec![(Kind::Rust, Count::of_runner(&finished.output, finished.success))];
    counts.extend(app::check_page()?);
    Ok(counts)
}

/// Without a connection its packages may not be to be had; then as with [`deny`].
fn reader() -> Result<Counts, Failed> {
    let python = match tools::reader_python() {
        Ok(python) => python,
        Err(failed) if setup::is_continuous_check() => return Err(failed),
        Err(failed) => {
            say::line(&format!("  skipped: {failed}"));
            return Ok(vec![(Kind::Check, Count::one_skipped())]);
        }
    };
    let fixtures = tree::root().join("src-tauri/crates/vault/tests/fixtures");
    let mut read = process::command(&python.to_string_lossy());
    read.arg("-B").arg(tree::root().join("tests/reader/check.py"));
    for entry in std::fs::read_dir(fixtures)? {
        let path = entry?.path();
        if path.is_dir() {
            read.arg(path);
        }
    }
    let mut counts = vec![check("reader", &mut read)?];
    counts.extend(app::check_documents(&python)?);
    Ok(counts)
}

fn window() -> Result<Counts, Failed> {
    build::program(Profile::Checked, true)?;
    window_tests("window", &[])
}

/// Runs the tests of one program that opens windows, and tells it where things are.
///
/// # Errors
/// When the runner cannot be started.
pub(crate) fn window_tests(binary: &str, places: &[(&str, PathBuf)]) -> Result<Counts, Failed> {
    let mut tests = cargo_with_progress();
    if has_nextest() {
        tests.args(["nextest", "run", "--workspace", "--locked"]);
        tests.args(["--features", CHECKED_FEATURES]);
        tests.args(["--filterset", &format!("binary({binary})")]);
    } else {
        tests.args(["test", "--workspace", "--locked"]);
        tests.args(["--features", CHECKED_FEATURES, "--test", binary]);
        tests.args(["--", "--test-threads=1"]);
    }
    tests.env("MEANTIME_PROGRAM", Profile::Checked.program("meantime"));
    tests.envs(places.iter().map(|(name, place)| (name, place)));
    let finished = process::run(&format!("real-window tests ({binary})"), &mut tests)?;
    Ok(vec![(Kind::Window, Count::of_runner(&finished.output, finished.success))])
}

fn has_nextest() -> bool {
    process::is_installed("cargo-nextest")
}

/// Runs `command` as one check.
fn check(label: &str, command: &mut Command) -> Result<(Kind, Count), Failed> {
    let finished = process::run(label, command)?;
    if finished.success {
        say::done(label, finished.took);
    }
    Ok((Kind::Check, Count::one(finished.success)))
}
