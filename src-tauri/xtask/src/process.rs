//! Starts other programs, keeps what they print, and shows that they are alive.

use std::fs;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::failed::Failed;
use crate::{say, tree};

/// What a program printed, and how it ended.
pub(crate) struct Finished {
    pub(crate) success: bool,
    /// Standard output and standard error together, in the order they came.
    pub(crate) output: String,
    pub(crate) took: Duration,
}

/// How many lines of a failed program are shown; the rest is in its log.
const SHOWN_LINES: usize = 80;

/// How often a pipe hears that a long job is alive.
const HEARTBEAT: Duration = Duration::from_mins(1);

/// A command for `program` that starts in the root of the repository.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(tree::root());
    command
}

/// The cargo that runs us, in the root of the repository.
pub(crate) fn cargo() -> Command {
    let program = std::env::var("CARGO").unwrap_or_else(|_| String::from("cargo"));
    command(&program)
}

/// npm, in the folder of the user interface. On Windows it is a script with another name.
pub(crate) fn npm() -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(tree::ui());
    npm
}

/// Runs `command` to its end. Its output goes to `target/xtask/LABEL.log`; the terminal shows
/// how far it is, and if it fails the end of what it printed.
///
/// # Errors
/// When the program cannot be started at all. A program that ran and failed is an `Ok` whose
/// `success` is false.
pub(crate) fn run(label: &str, command: &mut Command) -> Result<Finished, Failed> {
    let finished = run_quietly(label, command)?;
    if !finished.success {
        say::trouble(&format!("{label} failed after {}", say::minutes(finished.took)));
        say::line(&tail(&finished.output));
        say::line(&format!("  (all of it: {})", log_file(label)?.display()));
    }
    Ok(finished)
}

/// As [`run`], but a program that fails is an error.
///
/// # Errors
/// When the program cannot be started or ends with anything but success.
pub(crate) fn must(label: &str, command: &mut Command) -> Result<Finished, Failed> {
    let finished = run(label, command)?;
    if finished.success { Ok(finished) } else { Err(Failed::new(format!("Stopped at: {label}."))) }
}

/// Runs a small program and returns what it wrote, or `None` if it is missing or fails.
pub(crate) fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether `program` is on the search path.
pub(crate) fn is_installed(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path)
        .chain([PathBuf::from("/usr/sbin"), PathBuf::from("/sbin")])
        .any(|folder| folder.join(&name).is_file())
}

fn run_quietly(label: &str, command: &mut Command) -> Result<Finished, Failed> {
    let begun = Instant::now();
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failed::new(format!("Could not start {program}: {error}.")))?;
    let heard = Arc::new(Mutex::new(Heard::default()));
    let readers = [
        child.stdout.take().map(|pipe| listen(pipe, &heard)),
        child.stderr.take().map(|pipe| listen(pipe, &heard)),
    ];
    let success = wait(label, &mut child, &heard, begun)?;
    for reader in readers.into_iter().flatten() {
        let _ = reader.join();
    }
    let output = String::from_utf8_lossy(&lock(&heard).all).into_owned();
    write_log(&log_file(label)?, &output)?;
    Ok(Finished { success, output, took: begun.elapsed() })
}

#[derive(Default)]
struct Heard {
    all: Vec<u8>,
    latest: String,
}

impl Heard {
    fn keep(&mut self, line: &[u8]) {
        self.all.extend_from_slice(line);
        self.all.push(b'\n');
        self.show(line);
    }

    fn show(&mut self, line: &[u8]) {
        let text = String::from_utf8_lossy(line).trim().to_owned();
        if !text.is_empty() {
            self.latest = text;
        }
    }
}

/// Reads a pipe to its end. A line that ends in a bare carriage return is progress: shown, not kept.
fn listen(pipe: impl Read + Send + 'static, heard: &Arc<Mutex<Heard>>) -> thread::JoinHandle<()> {
    let heard = Arc::clone(heard);
    thread::spawn(move || {
        let mut line = Vec::new();
        for byte in BufReader::new(pipe).bytes().map_while(Result::ok) {
            if byte == b'\n' {
                lock(&heard).keep(&line);
                line.clear();
                continue;
            }
            if line.last() == Some(&b'\r') {
                lock(&heard).show(&line);
                line.clear();
            }
            line.push(byte);
        }
        lock(&heard).keep(&line);
    })
}

fn wait(
    label: &str,
    child: &mut Child,
    heard: &Arc<Mutex<Heard>>,
    begun: Instant,
) -> Result<bool, Failed> {
    let mut next_beat = HEARTBEAT;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        let took = begun.elapsed();
        let latest = lock(heard).latest.clone();
        let text = format!("{label}, {}: {latest}", say::minutes(took));
        say::progress(&text);
        if took >= next_beat {
            say::heartbeat(&text);
            next_beat += HEARTBEAT;
        }
        // Short jobs are noticed at once, long ones cost nothing to watch.
        thread::sleep((took / 20).clamp(Duration::from_millis(10), Duration::from_millis(250)));
    }
}

fn lock(heard: &Mutex<Heard>) -> std::sync::MutexGuard<'_, Heard> {
    heard.lock().unwrap_or_else(PoisonError::into_inner)
}

fn log_file(label: &str) -> Result<PathBuf, Failed> {
    let name: String =
        label.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    Ok(tree::own()?.join(format!("{name}.log")))
}

fn write_log(file: &Path, output: &str) -> Result<(), Failed> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a log of a build, written whole and read by a person at most once"
    )]
    fs::write(file, output)?;
    Ok(())
}

fn tail(output: &str) -> String {
    let lines: Vec<&str> = output.lines().collect();
    let skipped = lines.len().saturating_sub(SHOWN_LINES);
    lines[skipped..].iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
