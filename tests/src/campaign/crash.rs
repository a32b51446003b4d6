//! `crash`: another process writes records, versions and drafts and is killed at random points;
//! what it had said was kept must be there.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::journal::{self, Folder, WORDS};
use super::role::{Other, say};
use super::work::is_hot;
use super::writer::{Acknowledged, write_one};
use super::{Campaign, Chance, Report, Role, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "crash",
    what: "kill -9 at random points while records, drafts and versions are written",
    goal: "0 acknowledged lost, 0 integrity errors, ≥ 300 hot journals really hit in 1,000",
    rounds: 1000,
    short: 60,
    run,
    roles: &[Role { name: "crash.write", play: write }],
};

const SEED: u64 = 42;
/// After these many rounds a new journal is begun, so that a round does not grow with its number.
const ROUNDS_PER_JOURNAL: u32 = 50;

/// What came out of the rounds.
#[derive(Default)]
struct Outcome {
    acknowledged: u32,
    hot: u32,
    lost: u32,
    unopened: u32,
    integrity: u32,
}

fn run(rounds: Rounds, report: &mut Report) {
    report.note(format_args!("seed {SEED}"));
    let mut chance = Chance::new(SEED);
    let mut outcome = Outcome::default();
    let mut left = rounds.count;
    while left > 0 {
        let now = left.min(ROUNDS_PER_JOURNAL);
        one_journal(now, &mut chance, &mut outcome, report);
        left -= now;
    }
    report.exactly("kills", rounds.count, "", u64::from(rounds.count));
    report.at_least("acknowledged saves", outcome.acknowledged, "", u64::from(rounds.count));
    // Three in ten: so many kills must come in the middle of a transaction for the rest to mean
    // anything.
    let hot = u64::from(rounds.count * 3 / 10);
    report.at_least("hot journals hit", outcome.hot, "", hot);
    report.none("acknowledged lost", outcome.lost);
    report.none("not opened again", outcome.unopened);
    report.none("integrity errors", outcome.integrity);
}

fn one_journal(rounds: u32, chance: &mut Chance, outcome: &mut Outcome, report: &mut Report) {
    let folder = Folder::on_disk();
    let dir = folder.journal();
    journal::make(&dir, &[]);
    let mut acknowledged = Acknowledged::default();
    for round in 0..rounds {
        let mut other = Other::start("crash.write", &dir);
        let heard = hear_and_kill(&mut other, &dir, chance);
        outcome.acknowledged += acknowledged.take_in(&heard);
        outcome.hot += u32::from(is_hot(&dir));
        match journal::open(&dir, WORDS) {
            Ok(opened) => {
                let whole = opened.vault.check_whole();
                if let Err(error) = whole {
                    outcome.integrity += 1;
                    report.complain(format_args!("round {round}: {error}"));
                }
                let lost = acknowledged.missing(&opened.vault);
                outcome.lost += u32::try_from(lost.len()).unwrap_or(u32::MAX);
                for what in lost {
                    report.complain(format_args!("round {round}: {what} was lost"));
                }
            }
            Err(error) => {
                outcome.unopened += 1;
                report.complain(format_args!("round {round}: not opened: {error}"));
            }
        }
    }
}

/// Listens to a few lines, waits a moment, both different in every round, then kills; every second
/// time not before a transaction has begun, because most of the time there is none. Every line that
/// was said.
fn hear_and_kill(other: &mut Other, dir: &Path, chance: &mut Chance) -> Vec<String> {
    let lines = 1 + chance.index(14);
    let mut heard: Vec<String> = (0..lines).map_while(|_| other.next_line()).collect();
    sleep(Duration::from_micros(chance.below(16_000)));
    if chance.below(2) == 0 {
        let until = Instant::now() + Duration::from_millis(50);
        while !is_hot(dir) && Instant::now() < until {
            std::hint::spin_loop();
        }
        sleep(Duration::from_micros(chance.below(1000)));
    }
    other.kill();
    heard.extend(other.rest());
    heard
}

/// Every line is said after the vault said that it is kept.
fn write(dir: &Path) {
    let mut vault = journal::open(dir, WORDS).expect("it opens").vault;
    let trashed = vault.trashed().expect("it can be read").len();
    let first = (vault.all().expect("it can be read").len() + trashed) as u128 + 1;
    for number in first.. {
        write_one(&mut vault, number, &mut |line| say(&line)).expect("it is kept");
    }
}
