//! The test program run again as another process, to be killed or starved.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};

use chrono::NaiveDate;
use journal::Record;
use vault::{KdfCost, Key, Renewal, Vault, renew, restore};

use crate::support::{WORDS, counting, create, id, note, now, open_with, passphrase};

const ROLE: &str = "VAULT_TEST_ROLE";
const DIR: &str = "VAULT_TEST_DIR";
/// Lines of a role begin with this; the rest is the test harness.
const MARK: &str = "> ";

/// What the other process does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Opens, says whether it did, and ends.
    Open,
    /// Saves records, versions and drafts until it is killed.
    Write,
    /// Saves larger and larger notes until an error, and names it.
    Fill,
    /// Changes the passphrase between two until it is killed or refused.
    ChangePassphrase,
    /// Makes a vault.
    Create,
    /// Makes a backup in the folder beside the vault, and says how that went.
    BackUp,
    /// Restores the backup that lies there.
    Restore,
    /// Renews the keys.
    Renew,
    /// Renews the keys without some days.
    LeaveDays,
}

const ROLES: [Role; 9] = [
    Role::Open,
    Role::Write,
    Role::Fill,
    Role::ChangePassphrase,
    Role::Create,
    Role::BackUp,
    Role::Restore,
    Role::Renew,
    Role::LeaveDays,
];

/// The words that [`Role::ChangePassphrase`] changes to and back.
pub(crate) const NEXT_WORDS: &str = "a different set of words";

/// A running process.
pub(crate) struct Other {
    child: Child,
    lines: BufReader<ChildStdout>,
    stderr: Option<ChildStderr>,
}

pub(crate) fn start(role: Role, dir: &Path) -> Other {
    spawn(Command::new(env::current_exe().unwrap()), role, dir)
}

/// Starts with a limit on the size of files, in bytes, and no signal when it is reached.
pub(crate) fn start_limited(role: Role, dir: &Path, bytes: u64) -> Other {
    let mut shell = Command::new("bash");
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", bytes / 1024);
    shell.arg("-c").arg(script).arg(env::current_exe().unwrap());
    spawn(shell, role, dir)
}

/// Starts with a umask.
pub(crate) fn start_with_umask(role: Role, dir: &Path, umask: &str) -> Other {
    let mut shell = Command::new("bash");
    let script = format!("umask {umask}; exec \"$0\" \"$@\"");
    shell.arg("-c").arg(script).arg(env::current_exe().unwrap());
    spawn(shell, role, dir)
}

fn spawn(mut command: Command, role: Role, dir: &Path) -> Other {
    let mut child = command
        .args(["--exact", "child::play_role", "--nocapture", "--test-threads=1"])
        .env(ROLE, format!("{role:?}"))
        .env(DIR, dir)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    let stderr = child.stderr.take();
    Other { child, lines, stderr }
}

impl Other {
    /// The next line of the role, or nothing when the process has ended.
    pub(crate) fn next_line(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            // A line cut off by a kill was not finished, so it does not count.
            if let Some((_, said)) = line.strip_suffix('\n').and_then(|line| line.split_once(MARK))
            {
                return Some(said.to_owned());
            }
        }
    }

    /// Ends it without a chance to tidy up.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        self.child.wait().unwrap();
    }

    pub(crate) fn wait(&mut self) {
        assert!(self.child.wait().unwrap().success(), "the other process failed");
    }

    /// All that it wrote to standard error.
    pub(crate) fn complaints(&mut self) -> String {
        std::io::read_to_string(self.stderr.take().unwrap()).unwrap()
    }
}

#[expect(clippy::print_stdout, reason = "this is how the other process answers")]
fn say(what: &str) {
    println!("{MARK}{what}");
}

/// Does nothing in a usual run of the tests.
#[test]
fn play_role() {
    let Ok(name) = env::var(ROLE) else { return };
    let role = ROLES.into_iter().find(|role| format!("{role:?}") == name).unwrap();
    let dir = PathBuf::from(env::var_os(DIR).unwrap());
    match role {
        Role::Open => open(&dir),
        Role::Write => write(&dir),
        Role::Fill => fill(&dir),
        Role::ChangePassphrase => change_passphrase(&dir),
        Role::Create => {
            create(&dir).unwrap().0.close().unwrap();
            say("created");
        }
        Role::BackUp => {
            let vault = open_with(&dir, WORDS).unwrap().vault;
            let made = vault.back_up(&dir.with_file_name("shelf"), now(), &mut |_| {});
            say(&format!("{:?}", made.err()));
        }
        Role::Restore => {
            let key = passphrase(WORDS);
            let file = dir.with_file_name("shelf").join("journal-2026-03-09.nbk");
            let restored = restore(&dir, &file, Key::Passphrase(&key), now(), &mut |_| {});
            say(&format!("{:?}", restored.err()));
        }
        Role::Renew => renew_it(&dir, None),
        Role::LeaveDays => renew_it(&dir, Some((now().day(), now().day()))),
    }
}

fn renew_it(dir: &Path, without: Option<(NaiveDate, NaiveDate)>) {
    let words = passphrase(WORDS);
    let renewal =
        Renewal { current: &words, new: &words, cost: KdfCost::WEAK, without, remember: &[] };
    let renewed = renew(dir, &renewal, now(), &mut counting(5), &mut |_| {});
    say(&format!("{:?}", renewed.err()));
}

fn open(dir: &Path) {
    match open_with(dir, WORDS) {
        Ok(opened) => say(&format!("opened {}", opened.vault.all().unwrap().len())),
        Err(error) => say(&format!("refused {error:?}")),
    }
}

/// What [`Role::Write`] saves as this version of this record.
pub(crate) fn written(number: u128, version: u32) -> Record {
    let end = if version == 1 { "" } else { "more" };
    note(number, &format!("{number} {}{end}", "some words about the day ".repeat(40)))
}

/// Every line is said after the vault said that it is kept.
fn write(dir: &Path) {
    let mut vault = open_with(dir, WORDS).unwrap().vault;
    let first = vault.all().unwrap().len() as u128 + 1;
    for number in first.. {
        vault.put_draft(&note(number, "half a sentence"), now()).unwrap();
        say(&format!("draft {number}"));
        vault.save(&written(number, 1), now()).unwrap();
        say(&format!("saved {number} 1"));
        if number % 3 == 0 {
            vault.save(&written(number, 2), now()).unwrap();
            say(&format!("saved {number} 2"));
        }
    }
}

fn fill(dir: &Path) {
    let mut vault = open_with(dir, WORDS).unwrap().vault;
    for number in 1.. {
        let record = note(number, &"filling the disk ".repeat(200));
        match vault.save(&record, now()) {
            Ok(_) => say(&format!("saved {number}")),
            Err(error) => {
                say(&format!("failed {error:?}"));
                break;
            }
        }
    }
    say(&format!("draft {:?}", vault.put_draft(&note(9999, &"x ".repeat(90_000)), now()).err()));
    let readable = vault.record(id(1)).unwrap().is_some();
    say(&format!("readable {readable}"));
    say(&format!("passphrase {:?}", change(&mut vault, WORDS, NEXT_WORDS).err()));
}

fn change_passphrase(dir: &Path) {
    let words = [WORDS, NEXT_WORDS];
    let mut present = usize::from(open_with(dir, WORDS).is_err());
    let mut vault = open_with(dir, words[present]).unwrap().vault;
    loop {
        say(&format!("leaving {present}"));
        change(&mut vault, words[present], words[1 - present]).unwrap();
        present = 1 - present;
        say(&format!("present {present}"));
    }
}

fn change(vault: &mut Vault, from: &str, to: &str) -> Result<(), vault::Error> {
    let seed = u64::from(std::process::id());
    vault.change_passphrase(&passphrase(from), &passphrase(to), KdfCost::WEAK, &mut counting(seed))
}
