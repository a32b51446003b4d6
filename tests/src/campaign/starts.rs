//! `starts`: twenty processes open one journal at the same moment, and one is killed while it
//! holds it.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use vault::Error;

use super::forged::put;
use super::journal::{self, Folder, WORDS, note};
use super::role::{Other, say};
use super::{Campaign, Report, Role, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "starts",
    what: "20 processes open one journal at once; locks left by a kill and by hand",
    goal: "exactly 1 opens, the rest are told within 1 s, stale locks never block",
    rounds: 25,
    short: 10,
    run,
    roles: &[Role { name: "starts.open", play: open }],
};

const STARTS: usize = 20;
/// The word that lets all of them go, and the one that ends the holder.
const GO: &str = "go";
const END: &str = "end";

/// What came out of the rounds.
#[derive(Default)]
struct Outcome {
    opened: u32,
    refused: u32,
    other: u32,
    slowest: u64,
    stale: u32,
    slowest_after: f64,
}

fn run(rounds: Rounds, report: &mut Report) {
    let folder = Folder::new();
    journal::make(&folder.journal(), &[note(1, "words")]);
    let mut outcome = Outcome::default();
    for round in 0..rounds.count {
        at_once(&folder, round, &mut outcome, report);
        left_behind(&folder, round, &mut outcome, report);
    }
    let refusals = u64::from(rounds.count) * (STARTS as u64 - 1);
    report.exactly("opened", outcome.opened, "", rounds.count.into());
    report.exactly("told that it is in use", outcome.refused, "", refusals);
    report.none("ended otherwise", outcome.other);
    report.at_most("slowest refusal", millis(outcome.slowest), "ms", 1000.0);
    report.none("blocked by a stale lock", outcome.stale);
    report.tell("slowest opening after a kill", format!("{:.0}", outcome.slowest_after), "ms");
}

fn at_once(folder: &Folder, round: u32, outcome: &mut Outcome, report: &mut Report) {
    let root = folder.path();
    for word in [GO, END] {
        let _ = fs::remove_file(root.join(word));
    }
    let mut others: Vec<_> = (0..STARTS).map(|_| Other::start("starts.open", root)).collect();
    for other in &mut others {
        assert_eq!(other.next_line().as_deref(), Some("ready"), "a process is ready");
    }
    fs::File::create_new(root.join(GO)).expect("the word can be given");
    let mut holder = None;
    for mut other in others {
        let line = other.next_line().unwrap_or_default();
        match line.split_once(' ') {
            Some(("opened", _)) => {
                outcome.opened += 1;
                holder = Some(other);
            }
            Some(("in-use", took)) => {
                outcome.refused += 1;
                outcome.slowest = outcome.slowest.max(took.parse().unwrap_or(u64::MAX));
            }
            _ => {
                outcome.other += 1;
                report.complain(format_args!("round {round}: “{line}”"));
            }
        }
    }
    // Every second holder ends as if the power went.
    match holder {
        Some(mut holder) if round.is_multiple_of(2) => holder.kill(),
        Some(mut holder) => {
            fs::File::create_new(root.join(END)).expect("the word can be given");
            holder.wait();
        }
        None => {}
    }
}

/// What stands where the lock stands says nothing by itself.
fn left_behind(folder: &Folder, round: u32, outcome: &mut Outcome, report: &mut Report) {
    let lock = folder.journal().join("lock");
    for left in ["as it was", "with words in it", "gone"] {
        match left {
            "with words in it" => put(&lock, b"pid 4711"),
            "gone" => fs::remove_file(&lock).expect("the lock can be removed"),
            _ => {}
        }
        let begun = Instant::now();
        let opened = journal::open(&folder.journal(), WORDS);
        outcome.slowest_after = outcome.slowest_after.max(begun.elapsed().as_secs_f64() * 1000.0);
        if let Err(error) = opened {
            outcome.stale += 1;
            report.complain(format_args!("round {round}: with the lock {left}: {error}"));
        }
    }
}

/// Says that it is ready, waits for the word, opens, and says what came of it and how many
/// milliseconds it took.
fn open(root: &Path) {
    let dir = root.join("journal");
    say("ready");
    wait_for(&root.join(GO));
    let begun = Instant::now();
    let opened = journal::open(&dir, WORDS);
    let took = begun.elapsed().as_millis();
    match opened {
        Ok(opened) => {
            say(&format!("opened {took}"));
            wait_for(&root.join(END));
            opened.vault.close().expect("it can be closed");
        }
        Err(Error::InUse) => say(&format!("in-use {took}")),
        Err(error) => say(&format!("refused {error:?}")),
    }
}

fn wait_for(file: &Path) {
    while !file.exists() {
        sleep(Duration::from_micros(500));
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of a refusal are few")]
fn millis(millis: u64) -> f64 {
    millis as f64
}
