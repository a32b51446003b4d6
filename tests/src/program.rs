//! Programs that the tests start, and end again whatever happens.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

/// A running program that is ended when this goes out of scope.
///
/// It also ends when the thread that started it dies, so that a killed test leaves nothing
/// behind.
pub struct Running(Child);

impl Running {
    /// Starts `command`, with what it prints thrown away.
    pub fn start(command: &Command) -> Self {
        let mut guarded = guarded(command);
        guarded.stdout(Stdio::null()).stderr(Stdio::null());
        Self(guarded.spawn().unwrap_or_else(|error| panic!("starting {command:?}: {error}")))
    }

    /// Starts `command`, with what it prints added to `log`.
    pub fn start_into(command: &Command, log: &Path) -> Self {
        let mut guarded = guarded(command);
        let mut file = fs::OpenOptions::new();
        let log = file.create(true).append(true).open(log).expect("a file for what it prints");
        let both = log.try_clone().expect("one file for both");
        guarded.stdout(Stdio::from(log)).stderr(Stdio::from(both));
        Self(guarded.spawn().unwrap_or_else(|error| panic!("starting {command:?}: {error}")))
    }

    /// Starts `command` and returns the first line it prints.
    pub fn start_and_hear(command: &Command) -> (Self, String) {
        use std::io::{BufRead, BufReader};
        let mut guarded = guarded(command);
        guarded.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child =
            guarded.spawn().unwrap_or_else(|error| panic!("starting {command:?}: {error}"));
        let mut line = String::new();
        let pipe = child.stdout.take().expect("its output is a pipe");
        BufReader::new(pipe).read_line(&mut line).expect("it prints a line of text");
        (Self(child), line.trim().to_owned())
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent").to_path_buf()
}

/// A program of the checked build, by name.
pub fn built(name: &str) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder));
    there(target.join("debug").join(name))
}

/// A program as people get it: from the folder that `MEANTIME_SHIPPED` names, else of the checked
/// build, whose window is as private as the release's while no driver steers it.
pub fn shipped(name: &str) -> PathBuf {
    match env::var_os("MEANTIME_SHIPPED") {
        Some(folder) => there(PathBuf::from(folder).join(name)),
        None => built(name),
    }
}

fn there(program: PathBuf) -> PathBuf {
    let is_built = program.is_file();
    assert!(is_built, "{} is not built: run `cargo xtask test build` first", program.display());
    program
}

/// The program under test.
pub fn meantime() -> PathBuf {
    env::var_os("MEANTIME_PROGRAM").map_or_else(|| built("meantime"), PathBuf::from)
}

/// Ends a process at once, as a crash or a power cut would.
pub fn kill(id: u32) {
    // Every system's shell can do this; the program `kill` is not everywhere.
    let status = Command::new("sh").arg("-c").arg(format!("kill -9 {id}")).status();
    assert!(status.is_ok_and(|status| status.success()), "process {id} could not be killed");
    wait_until("the killed process is gone", || !is_alive(id));
}

/// The processes that `parent` started.
pub fn children_of(parent: u32) -> Vec<u32> {
    processes().filter(|&id| parent_of(id) == Some(parent)).collect()
}

/// What a process is called, at most 15 letters of it.
pub fn name_of(id: u32) -> Option<String> {
    Some(fs::read_to_string(format!("/proc/{id}/comm")).ok()?.trim().to_owned())
}

/// Waits until `is_so`, or says what never came.
pub fn wait_until(what: &str, is_so: impl FnMut() -> bool) {
    wait_at_most(Duration::from_secs(20), what, is_so);
}

/// The same, for what takes as long as there is much of it.
pub fn wait_at_most(limit: Duration, what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < limit, "waited {limit:?}, and still not: {what}");
        std::thread::sleep(Duration::from_millis(30));
    }
}

/// The command, ended by the kernel when the thread that starts it dies.
fn guarded(command: &Command) -> Command {
    let mut guarded = Command::new("setpriv");
    guarded.arg("--pdeathsig").arg("KILL").arg("--").arg(command.get_program());
    guarded.args(command.get_args()).stdin(Stdio::null());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => guarded.env(name, value),
            None => guarded.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        guarded.current_dir(folder);
    }
    guarded
}

/// Whether a process still runs.
pub fn is_alive(id: u32) -> bool {
    // A zombie's command line is empty: it is dead, only nobody has asked about it yet.
    fs::read(format!("/proc/{id}/cmdline")).is_ok_and(|line| !line.is_empty())
}

fn processes() -> impl Iterator<Item = u32> {
    fs::read_dir("/proc")
        .expect("/proc can be read")
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn parent_of(id: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse().ok()
}
