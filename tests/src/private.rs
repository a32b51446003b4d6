//! The private window that people get: no driver steers it, and nothing of its page can be read or
//! called from here. Keys are pressed on the desktop, and everything else is seen from outside.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::desktop::Desktop;
use crate::home::Home;
use crate::program::{Running, children_of, is_alive, kill, name_of, root, wait_until};
use crate::steps::PASSPHRASE;

/// Time for a page to open, for a person who knows the keys.
pub const A_MOMENT: Duration = Duration::from_millis(1500);

/// The program in its private window.
pub struct Private {
    /// The folder it lives in.
    pub home: Home,
    /// The desktop it is shown on.
    pub desktop: Desktop,
    running: Running,
    program: PathBuf,
    _keychain: Option<Running>,
}

impl Private {
    /// Opens `program` in `home`, started by the words of `around`: a trace, a room without
    /// network, or nothing.
    pub fn open(home: Home, program: &Path, around: &[&OsStr]) -> Self {
        let desktop = Desktop::start(&home);
        Self::begin(home, desktop, None, program, around)
    }

    /// Opens `program` in `home` on a desktop with a keychain, open as it is after signing in.
    pub fn open_with_keychain(home: Home, program: &Path) -> Self {
        let desktop = Desktop::start(&home);
        let keychain = desktop.start_keychain(&home);
        Self::begin(home, desktop, Some(keychain), program, &[])
    }

    fn begin(
        home: Home,
        desktop: Desktop,
        keychain: Option<Running>,
        program: &Path,
        around: &[&OsStr],
    ) -> Self {
        let mut words = around.iter().copied().chain([program.as_os_str()]);
        let mut command = Command::new(words.next().expect("there is the program at least"));
        // What goes astray is to lie where it is looked for.
        command.args(words).current_dir(home.path());
        home.place(&mut command);
        desktop.place(&mut command);
        let log = home.out("said");
        let running = Running::start_into(&command, &log);
        let private =
            Self { home, desktop, running, program: program.to_path_buf(), _keychain: keychain };
        wait_until("the window is there", || private.is_on_desktop());
        thread::sleep(A_MOMENT * 2);
        private
    }

    /// Whether the window is on the desktop, and not hidden away.
    pub fn is_on_desktop(&self) -> bool {
        self.desktop.titles().iter().any(|title| title == "Meantime")
    }

    /// Opens the journal: the lock screen has its field ready.
    pub fn unlock(&self) {
        self.desktop.type_text(PASSPHRASE);
        self.desktop.press("Return");
        self.wait_for_opening();
    }

    /// Waits until the program has the journal's file open, and its page has followed.
    pub fn wait_for_opening(&self) {
        let process = self.process();
        wait_until("the journal is open", || has_open(process, "data.db"));
        thread::sleep(A_MOMENT * 2);
    }

    /// Hides and locks, and waits until nothing is to be seen.
    pub fn hide(&self) {
        self.desktop.press("ctrl+l");
        wait_until("the window is hidden", || !self.is_on_desktop());
    }

    /// Brings the hidden window back.
    pub fn bring_back(&self) {
        let found = self.desktop.xdotool(&["search", "--name", "^Meantime$"]).unwrap_or_default();
        for id in found.lines() {
            self.desktop.xdotool(&["windowactivate", id]);
        }
        wait_until("the window is back on the desktop", || self.is_on_desktop());
    }

    /// The program's own process, whatever stands around it.
    pub fn process(&self) -> u32 {
        let name = self.program.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let all = with_all_below(self.running.id());
        let found = all.into_iter().find(|&id| name_of(id).is_some_and(|one| one == name));
        found.expect("the program runs")
    }

    /// The processes in which WebKit shows the page.
    pub fn page_processes(&self) -> Vec<u32> {
        let below = with_all_below(self.process());
        below
            .into_iter()
            .filter(|&id| name_of(id).is_some_and(|it| it.starts_with("WebKitWeb")))
            .collect()
    }

    /// What the program wrote to its terminal.
    pub fn said(&self) -> String {
        let bytes = std::fs::read(self.home.out("said")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Ends it at once, as a crash or a power cut would, and hands the home back.
    pub fn kill(self) -> Home {
        let process = self.process();
        kill(process);
        wait_until("it is gone", || !is_alive(process));
        self.home
    }
}

/// Programs as people get them: from `target/release`.
pub fn released(name: &str) -> Option<PathBuf> {
    let file = root().join("target/release").join(name);
    file.is_file().then_some(file)
}

/// Makes the sample course into a journal in `home`.
pub fn make_sample(demo: &Path, home: &Home) {
    let mut make = Command::new(demo);
    make.arg("vault").arg(home.journal()).args(["--passphrase", PASSPHRASE]);
    assert!(make.output().is_ok_and(|output| output.status.success()), "the sample is made");
}

fn has_open(process: u32, name: &str) -> bool {
    let files = std::fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
    files.filter_map(|file| std::fs::read_link(file.path()).ok()).any(|file| file.ends_with(name))
}

fn with_all_below(id: u32) -> Vec<u32> {
    let mut all = vec![id];
    let mut next = 0;
    while let Some(&id) = all.get(next) {
        all.extend(children_of(id));
        next += 1;
    }
    all
}
