//! Opens the program, on the person's own journal or on a sample, and renders pages without it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process as system};

use crate::build::{self, Profile};
use crate::failed::Failed;
use crate::packages::Purpose;
use crate::tally::{Count, Kind};
use crate::{help, process, say, setup, tree};

/// The program's folder below the system's data folder, as `identifier` in tauri.conf.json has
/// it, and in it the journal's, as the shell names it.
const JOURNAL: &str = "app.meantime.Meantime/v1";

/// `cargo xtask run`.
///
/// # Errors
/// When something is missing, does not build, or the program ends badly.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let profile = ready(arguments, false)?;
    open(&mut Command::new(profile.program("meantime")))
}

/// `cargo xtask demo`, with or without `--export FILE`.
///
/// # Errors
/// As [`run`]; also when the sample cannot be made.
pub(crate) fn demo(arguments: &[String]) -> Result<(), Failed> {
    let profile = ready(arguments, true)?;
    if let Some(place) = arguments.iter().position(|word| word == "--export") {
        let Some(file) = arguments.get(place + 1) else {
            return help::usage_error("Export into which file?");
        };
        return open(Command::new(profile.program("demo")).arg("export").arg(file));
    }
    let home = ThrowAway::new()?;
    say::step("Writing a sample course into a throw-away journal");
    open(Command::new(profile.program("demo")).arg("vault").arg(home.journal()))?;
    say::step("Opening it. It is removed when the window closes");
    let mut program = Command::new(profile.program("meantime"));
    home.place(&mut program)?;
    open(&mut program)
}

/// `cargo xtask page IN.json OUT.pdf …`.
///
/// # Errors
/// As [`run`]; also when the page cannot be rendered.
pub(crate) fn page(arguments: &[String]) -> Result<(), Failed> {
    let words: Vec<_> = arguments.iter().filter(|word| !is_ours(word)).collect();
    if words.len() < 2 {
        return help::usage_error("Which export, and into which file?");
    }
    let profile = ready(arguments, true)?;
    open(Command::new(profile.program("demo")).arg("page").args(words))
}

/// Makes the sample's page and has independent readers look at it.
///
/// # Errors
/// When a reader cannot be started.
pub(crate) fn check_page() -> Result<Vec<(Kind, Count)>, Failed> {
    let folder = tree::own()?;
    let (export, pdf) = (folder.join("sample.json"), folder.join("sample.pdf"));
    let demo = || process::command(&Profile::Checked.program("demo").to_string_lossy());
    let mut counts = Vec::new();
    let mut check = |label: &str, command: &mut Command| -> Result<String, Failed> {
        let finished = process::run(label, command)?;
        counts.push((Kind::Check, Count::one(finished.success)));
        Ok(finished.output)
    };
    check("demo --export", demo().arg("export").arg(&export))?;
    check("page", demo().arg("page").args([&export, &pdf]))?;
    check("qpdf --check", process::command("qpdf").arg("--check").arg(&pdf))?;
    let about = check("pdfinfo", process::command("pdfinfo").arg(&pdf))?;
    let says = |name: &str| {
        let line = about.lines().find_map(|line| line.strip_prefix(name));
        line.map_or("", str::trim).to_owned()
    };
    let good = says("Tagged:") == "yes" && matches!(says("Pages:").as_str(), "1" | "2");
    if !good {
        say::trouble("The sample's page is not one or two tagged pages.");
    }
    counts.push((Kind::Check, Count::one(good)));
    Ok(counts)
}

/// Makes FHIR documents of the sample and of every generated course, and has a validator nobody
/// here wrote look at them.
///
/// # Errors
/// When a program cannot be started.
pub(crate) fn check_documents(python: &Path) -> Result<Vec<(Kind, Count)>, Failed> {
    build::program(Profile::Checked, true)?;
    let folder = tree::own()?.join("documents");
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let demo = || process::command(&Profile::Checked.program("demo").to_string_lossy());
    process::must("demo --export", demo().arg("export").arg(folder.join("sample.json")))?;
    process::must("demo courses", demo().arg("courses").arg(&folder))?;
    let mut validate = process::command(&python.to_string_lossy());
    validate.arg("-B").arg(tree::root().join("tests/reader/documents.py"));
    validate.arg(tree::root().join("src-tauri/crates/summary/fhir/CodeSystem-ipt-notes.json"));
    let mut exports: Vec<_> = fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?;
    exports.sort_by_key(fs::DirEntry::path);
    for export in exports {
        let document = export.path().with_extension("fhir");
        let mut page = demo();
        page.arg("page").arg(export.path()).arg(&document).args(["--format", "fhir"]);
        process::must("page", &mut page)?;
        validate.arg(document);
    }
    let finished = process::run("FHIR documents", &mut validate)?;
    if finished.success {
        say::done("FHIR documents", finished.took);
    }
    Ok(vec![(Kind::Check, Count::one(finished.success))])
}

/// Sets up and builds what opening needs.
fn ready(arguments: &[String], with_demo: bool) -> Result<Profile, Failed> {
    setup::set_up(&[Purpose::Build], setup::may_use_root(arguments))?;
    let profile = Profile::from_arguments(arguments);
    build::program(profile, with_demo)?;
    Ok(profile)
}

fn is_ours(word: &str) -> bool {
    matches!(word, "--yes" | "--checked")
}

/// Starts a program in the caller's own folder and terminal, and waits for it.
fn open(command: &mut Command) -> Result<(), Failed> {
    let status = command.status().map_err(|error| {
        let program = command.get_program().to_string_lossy();
        Failed::new(format!("Could not start {program}: {error}."))
    })?;
    if status.success() { Ok(()) } else { Err(Failed::new(format!("It ended with {status}."))) }
}

/// A home folder that is removed when it goes out of scope.
struct ThrowAway(PathBuf);

impl ThrowAway {
    fn new() -> Result<Self, Failed> {
        let folder = env::temp_dir().join(format!("meantime-demo-{}", system::id()));
        fs::create_dir(&folder)?;
        close_to_others(&folder)?;
        let home = Self(folder);
        fs::create_dir_all(home.journal())?;
        Ok(home)
    }

    fn journal(&self) -> PathBuf {
        self.data().join(JOURNAL)
    }

    fn data(&self) -> PathBuf {
        if cfg!(target_os = "macos") {
            self.0.join("Library/Application Support")
        } else {
            self.0.join("data")
        }
    }

    /// Points a program at this home by the system's own variables, so that the release needs no
    /// feature for it.
    fn place(&self, program: &mut Command) -> Result<(), Failed> {
        if cfg!(windows) {
            return Err(Failed::usage(
                "Windows has no variable for a program's data folder: open the sample on Linux or macOS.",
            ));
        }
        if cfg!(target_os = "macos") {
            program.env("HOME", &self.0);
        }
        program
            .env("XDG_DATA_HOME", self.data())
            .env("XDG_CONFIG_HOME", self.0.join("config"))
            .env("XDG_CACHE_HOME", self.0.join("cache"));
        Ok(())
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            say::trouble(&format!("{} is still there: {error}.", self.0.display()));
        }
    }
}

#[cfg(unix)]
fn close_to_others(folder: &Path) -> Result<(), Failed> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    Ok(())
}

#[cfg(not(unix))]
fn close_to_others(_: &Path) -> Result<(), Failed> {
    Ok(())
}
