//! Sets up what is missing, and only that: system packages, the interface's packages.
//!
//! It asks before it uses root, except when told not to (`--yes`) or in a continuous check
//! (`CI=true`). The second time it says nothing.

use std::env;
use std::time::Instant;

use crate::failed::Failed;
use crate::packages::{self, Manager, Need, Purpose};
use crate::stamp::Stamp;
use crate::{process, say, tree};

/// The oldest Node.js that the interface's tools run on.
const OLDEST_NODE: u32 = 20;

/// `cargo xtask setup [--test] [--yes]`.
///
/// # Errors
/// When something is missing that cannot be installed from here.
pub(crate) fn command(arguments: &[String]) -> Result<(), Failed> {
    let purposes: &[Purpose] = if arguments.iter().any(|word| word == "--test") {
        &[Purpose::Build, Purpose::Test]
    } else {
        &[Purpose::Build]
    };
    set_up(purposes, may_use_root(arguments))?;
    say::line("Everything is there.");
    Ok(())
}

/// Whether the call said that system packages may be installed without asking.
pub(crate) fn may_use_root(arguments: &[String]) -> bool {
    arguments.iter().any(|word| word == "--yes") || is_continuous_check()
}

/// Whether this runs where nobody can be asked.
pub(crate) fn is_continuous_check() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Installs what `purposes` need and the system lacks, then the interface's packages.
///
/// # Errors
/// When something is missing that cannot be, or may not be, installed from here.
pub(crate) fn set_up(purposes: &[Purpose], may_use_root: bool) -> Result<(), Failed> {
    system(purposes, may_use_root)?;
    node()?;
    ui_packages()
}

#[cfg(target_os = "linux")]
fn system(purposes: &[Purpose], may_use_root: bool) -> Result<(), Failed> {
    let missing = packages::missing(purposes);
    if missing.is_empty() {
        return Ok(());
    }
    say::step("This system lacks:");
    for need in &missing {
        say::line(&format!("    {}", need.what()));
    }
    let Some(manager) = Manager::of_this_system() else {
        return Err(Failed::usage(
            "Please install these with your system's package manager, then run this again.",
        ));
    };
    install(manager, &missing, may_use_root)?;
    let still: Vec<_> = packages::missing(purposes).iter().map(|need| need.what()).collect();
    if still.is_empty() {
        return Ok(());
    }
    Err(Failed::usage(format!("After installing, this is still missing: {}.", still.join("; "))))
}

fn install(manager: Manager, missing: &[&Need], may_use_root: bool) -> Result<(), Failed> {
    let mut names: Vec<_> = missing.iter().flat_map(|need| need.packages(manager)).collect();
    names.dedup();
    let commands = as_root(manager.install(&names));
    let shown: Vec<_> = commands.iter().map(|words| words.join(" ")).collect();
    say::line(&format!("  To install it, as root:\n    {}", shown.join("\n    ")));
    if !may_use_root {
        match say::ask("Run this now?") {
            Some(true) => {}
            Some(false) => return Err(Failed::usage("Nothing was installed.")),
            None => {
                return Err(Failed::usage(
                    "Nobody is here to be asked. Run it yourself, or call again with --yes.",
                ));
            }
        }
    }
    for words in &commands {
        let begun = Instant::now();
        let is_update = words.last() == Some(&"update");
        let label = if is_update { "list of packages" } else { "system packages" };
        let mut command = process::command(words[0]);
        command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive");
        process::must(label, &mut command)?;
        say::done(label, begun.elapsed());
    }
    Ok(())
}

fn as_root(commands: Vec<Vec<&'static str>>) -> Vec<Vec<&'static str>> {
    let is_root = process::ask("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if is_root {
        return commands;
    }
    commands.into_iter().map(|words| [&["sudo"], words.as_slice()].concat()).collect()
}

/// On macOS nothing is installed from here: the tools come from Apple.
#[cfg(target_os = "macos")]
fn system(_: &[Purpose], _: bool) -> Result<(), Failed> {
    let mut missing = Vec::new();
    if process::ask("xcode-select", &["-p"]).is_none() {
        missing.push("the Xcode command line tools: run  xcode-select --install");
    }
    if !process::is_installed("perl") {
        missing.push("Perl: run  brew install perl");
    }
    report(&missing)
}

/// On Windows nothing is installed from here: each tool has its own installer.
#[cfg(target_os = "windows")]
fn system(_: &[Purpose], _: bool) -> Result<(), Failed> {
    const WEBVIEW2: &str = r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let mut missing = Vec::new();
    if process::ask("reg", &["query", WEBVIEW2, "/v", "pv"]).is_none() {
        missing.push(
            "the WebView2 runtime (part of Windows 11; else Microsoft's Evergreen installer)",
        );
    }
    if !process::is_installed("link") && !std::path::Path::new(VSWHERE).is_file() {
        missing
            .push("the MSVC build tools: Visual Studio Installer, “Desktop development with C++”");
    }
    if !process::is_installed("perl") {
        missing.push("Perl: Strawberry Perl, on the PATH");
    }
    if !process::is_installed("nasm") {
        missing.push("NASM, on the PATH");
    }
    report(&missing)
}

#[cfg(target_os = "windows")]
const VSWHERE: &str = r"C:\Program Files (x86)\Microsoft Visual Studio\Installer\vswhere.exe";

#[cfg(not(target_os = "linux"))]
fn report(missing: &[&str]) -> Result<(), Failed> {
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failed::usage(format!(
        "This system lacks:\n    {}\nPlease install it, then run this again.",
        missing.join("\n    ")
    )))
}

fn node() -> Result<(), Failed> {
    let version = process::ask("node", &["--version"]).unwrap_or_default();
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|number| number.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        Some(_) => Err(Failed::usage(format!(
            "Node.js is {}; version {OLDEST_NODE} or newer is needed.",
            version.trim()
        ))),
        None => Err(Failed::usage(format!(
            "Node.js {OLDEST_NODE} or newer with npm is needed (nodejs.org)."
        ))),
    }
}

/// `npm ci`, when the lock file is not the one that was installed last.
fn ui_packages() -> Result<(), Failed> {
    let ui = tree::ui();
    let stamp = Stamp::new("npm-ci", &[ui.join("package-lock.json")])?;
    if stamp.is_fresh() && ui.join("node_modules").is_dir() {
        return Ok(());
    }
    say::step("Installing the interface's packages");
    let mut npm = process::npm();
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=http"]);
    let finished = process::must("npm ci", &mut npm)?;
    say::done("npm ci", finished.took);
    stamp.set()
}
