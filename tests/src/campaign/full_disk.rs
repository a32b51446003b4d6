//! `full-disk`: the disk is full after any number of bytes, by a small file system, by a limit on
//! the size of files, and by a count below SQLite; nothing acknowledged is lost, the reason is
//! named, and nothing half-written is left.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{env, fs, io};

use vault::Error;
use vault::fault::{Operation, watch};

use super::fault::ENOSPC;
use super::journal::{self, Folder};
use super::role::{Other, limited, say};
use super::work::{self, WORKS, Work, overwrite};
use super::{Campaign, Report, Role, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "full-disk",
    what: "disk full after any number of bytes, on small file systems and with limits",
    goal: "every acknowledged row after reopening, the reason named, nothing half-written left",
    rounds: 60,
    short: 6,
    run,
    roles: &[Role { name: "full-disk.act", play: act }],
};

const WORK: &str = "MEANTIME_CAMPAIGN_WORK";

/// What came out of it.
#[derive(Default)]
struct Outcome {
    trials: u32,
    refused: u32,
    wrong: u32,
    unnamed: u32,
    litter: u32,
}

/// Rounds are the amounts of room that are tried for each kind of work and each kind of limit.
fn run(rounds: Rounds, report: &mut Report) {
    let mut all = Outcome::default();
    for work in WORKS {
        let template = Folder::new();
        (work.prepare)(template.path());
        let trial = Trial { work, template };
        trial.by_count(rounds.count, &mut all, report);
        trial.by_limit(rounds.count.div_ceil(3), &mut all, report);
    }
    let before = all.trials;
    let small = Small::mount();
    if let Some(small) = &small {
        for work in WORKS {
            small.fill(work, rounds.count.div_ceil(3), &mut all, report);
        }
    } else {
        report.note("no small file system can be mounted here: counted and limited only");
    }
    report.tell("trials on a small file system", all.trials - before, "");
    report.at_least("trials", all.trials, "", WORKS.len() as u64 * 4);
    report.at_least("of them refused", all.refused, "", 10);
    report.none("acknowledged lost, or neither old nor new", all.wrong);
    report.none("not called a full disk", all.unnamed);
    report.none("half-written files left", all.litter);
}

struct Trial {
    work: &'static Work,
    template: Folder,
}

impl Trial {
    /// Refuses every write that would take the sum beyond so many bytes.
    fn by_count(&self, amounts: u32, all: &mut Outcome, report: &mut Report) {
        let folder = Folder::new();
        let here = folder.path().join("here");
        let most = self.within(&here, u64::MAX).1;
        for amount in 0..amounts {
            let room = most * u64::from(amount) / u64::from(amounts);
            let (outcome, _, said) = self.within(&here, room);
            let place = format!("{}, {room} of {most} bytes", self.work.name);
            judge(self.work, &here, outcome, (&place, &said), all, report);
        }
    }

    fn within(&self, here: &Path, room: u64) -> (Result<(), Error>, u64, Vec<String>) {
        journal::copy(self.template.path(), here);
        let written = Arc::new(AtomicU64::new(0));
        let sum = Arc::clone(&written);
        let watching = watch(move |event| {
            let more = event.bytes.len() as u64;
            // Making a file or a folder takes room as well, if only a little.
            let more = more.max(u64::from(event.operation == Operation::MakeDir) * 64);
            if more > 0 && sum.load(Ordering::Relaxed) + more > room {
                return Err(io::Error::from_raw_os_error(ENOSPC));
            }
            sum.fetch_add(more, Ordering::Relaxed);
            Ok(())
        });
        let mut said = Vec::new();
        let outcome = (self.work.act)(here, &mut |line| said.push(line));
        drop(watching);
        (outcome, written.load(Ordering::Relaxed), said)
    }

    /// Another process with a limit on the size of files, as a quota would refuse.
    fn by_limit(&self, amounts: u32, all: &mut Outcome, report: &mut Report) {
        let folder = Folder::new();
        let here = folder.path().join("here");
        for amount in 0..amounts {
            let kib = 2 + u64::from(amount) * 400 / u64::from(amounts);
            journal::copy(self.template.path(), &here);
            let mut other =
                Other::spawn(limited("full-disk.act", &here, kib * 1024).env(WORK, self.work.name));
            let (outcome, said) = heard(other.rest());
            other.wait();
            let place = format!("{}, files of {kib} KiB", self.work.name);
            judge(self.work, &here, outcome, (&place, &said), all, report);
        }
    }
}

/// Does a piece of work and says what it came to.
fn act(folder: &Path) {
    let work = work::find(&env::var(WORK).expect("it says which work"));
    match (work.act)(folder, &mut |line| say(&line)) {
        Ok(()) => say("> ok"),
        Err(Error::DiskFull) => say("> full"),
        Err(error) => say(&format!("> {error}")),
    }
}

/// What another process came to, and what it had said was kept.
fn heard(mut lines: Vec<String>) -> (Result<(), Error>, Vec<String>) {
    let outcome = match lines.pop_if(|line| line.starts_with("> ")).as_deref() {
        Some("> ok") => Ok(()),
        Some("> full") => Err(Error::DiskFull),
        _ => Err(Error::Io(io::ErrorKind::Other)),
    };
    (outcome, lines)
}

fn judge(
    work: &Work,
    here: &Path,
    outcome: Result<(), Error>,
    (place, said): (&str, &[String]),
    all: &mut Outcome,
    report: &mut Report,
) {
    all.trials += 1;
    if let Err(error) = outcome {
        all.refused += 1;
        if error != Error::DiskFull {
            all.unnamed += 1;
            report.complain(format_args!("{place}: called “{error}”"));
        }
    }
    let left = litter(here);
    if !left.is_empty() {
        all.litter += 1;
        report.complain(format_args!("{place}: left behind: {}", left.join(", ")));
    }
    if let Err(what) = (work.look)(here, said) {
        all.wrong += 1;
        report.complain(format_args!("{place}: {what} (it had answered {outcome:?})"));
    }
}

/// Files that are of no use, before anything had a chance to mend what is there. What the next
/// opening needs to finish a change is none: the file `swap`, and `next` beside it.
fn litter(here: &Path) -> Vec<String> {
    let journal = work::home(here);
    let is_unfinished = journal.join("swap").exists();
    let mut left = Vec::new();
    for folder in [journal, here.join("shelf")] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for name in entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()) {
            let is_half =
                [".tmp", ".part", ".copy", ".copy-journal"].iter().any(|end| name.ends_with(end))
                    || (name == "next" && !is_unfinished);
            if is_half {
                left.push(name);
            }
        }
    }
    left
}

/// A file system of a few MiB, in memory. Only root may have one.
struct Small(Folder);

impl Small {
    fn mount() -> Option<Self> {
        let folder = Folder::on_disk();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=4m,mode=0700", "tmpfs"]).arg(folder.path());
        let done = mount.output().is_ok_and(|output| output.status.success());
        done.then_some(Self(folder))
    }

    /// Leaves more and more room.
    fn fill(&self, work: &Work, amounts: u32, all: &mut Outcome, report: &mut Report) {
        let template = Folder::new();
        (work.prepare)(template.path());
        let (here, ballast) = (self.0.path().join("here"), self.0.path().join("ballast"));
        for amount in 0..amounts {
            let _ = fs::remove_file(&ballast);
            journal::copy(template.path(), &here);
            let room = u64::from(amount) * 900 / u64::from(amounts) * 1024;
            fill_up_to(&ballast, self.0.path(), room);
            let mut said = Vec::new();
            let outcome = (work.act)(&here, &mut |line| said.push(line));
            let _ = fs::remove_file(&ballast);
            let place = format!("{}, {} KiB of room", work.name, room / 1024);
            judge(work, &here, outcome, (&place, &said), all, report);
            let _ = fs::remove_dir_all(&here);
        }
    }
}

fn fill_up_to(ballast: &Path, folder: &Path, room: u64) {
    let stat = rustix::fs::statvfs(folder).expect("a file system tells its room");
    let free = stat.f_bavail * stat.f_frsize;
    let length = usize::try_from(free.saturating_sub(room)).expect("it is small");
    overwrite(ballast, &vec![0; length]);
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}
