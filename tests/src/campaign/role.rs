//! This program started again as another process, to be killed, starved or cut short.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

use super::CAMPAIGNS;

/// What this program does as another process: `CAMPAIGN.what`, in a folder.
pub struct Role {
    /// Unique among all campaigns.
    pub name: &'static str,
    /// Plays it. What it says with [`say`] the campaign hears.
    pub play: fn(&Path),
}

const NAME: &str = "MEANTIME_CAMPAIGN_ROLE";
const FOLDER: &str = "MEANTIME_CAMPAIGN_FOLDER";

/// Plays the role that this process was started for, if any; answers whether it was.
pub fn play() -> bool {
    let Ok(name) = env::var(NAME) else { return false };
    let mut roles = CAMPAIGNS.iter().flat_map(|campaign| campaign.roles);
    let role = roles.find(|role| role.name == name).expect("a campaign asks for roles it has");
    (role.play)(&PathBuf::from(env::var_os(FOLDER).expect("a role has a folder")));
    true
}

/// One line to the campaign, there at once.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // If nobody listens any more there is nobody to tell.
    let _ = out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush());
}

/// The command that starts this program in a role. More variables may be added to it.
pub fn command(role: &str, folder: &Path) -> Command {
    let mut command = Command::new(env::current_exe().expect("this program is a file"));
    command.env(NAME, role).env(FOLDER, folder);
    command
}

/// The command with a limit on the size of files, and no signal when it is reached.
pub fn limited(role: &str, folder: &Path, bytes: u64) -> Command {
    scripted(&format!("trap '' XFSZ; ulimit -f {}; exec \"$0\"", bytes / 1024), role, folder)
}

/// The command inside of a script, in which `"$0"` is this program in its role.
pub fn scripted(script: &str, role: &str, folder: &Path) -> Command {
    let mut shell = Command::new("bash");
    shell.arg("-c").arg(script).arg(env::current_exe().expect("this program is a file"));
    shell.env(NAME, role).env(FOLDER, folder);
    shell
}

/// A running role. Killed when dropped.
pub struct Other {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Other {
    /// Starts a role.
    pub fn start(role: &str, folder: &Path) -> Self {
        Self::spawn(&mut command(role, folder))
    }

    /// Starts a role with one more variable.
    pub fn start_with(role: &str, folder: &Path, name: &str, value: impl AsRef<OsStr>) -> Self {
        Self::spawn(command(role, folder).env(name, value))
    }

    /// Starts what [`command`] or [`limited`] prepared. Its complaints come out where ours do.
    pub fn spawn(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("another process cannot be started: {error}"));
        let lines = BufReader::new(child.stdout.take().expect("its output is a pipe"));
        Self { child, lines }
    }

    /// The next line it says, or nothing when it has ended. A line that a kill cut off does not
    /// count.
    pub fn next_line(&mut self) -> Option<String> {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("a role says text");
        line.strip_suffix('\n').map(str::to_owned)
    }

    /// Every line until it ends.
    pub fn rest(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.next_line()).collect()
    }

    /// Ends it without a chance to tidy up.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        self.wait();
    }

    /// Waits until it ends by itself.
    pub fn wait(&mut self) -> ExitStatus {
        self.child.wait().expect("a process that was started can be waited for")
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
