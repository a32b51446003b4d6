//! `parsers`: everything that is read from a file or typed, with one fault at a time and with
//! noise: key files, backups, sealed texts, recovery keys, readable exports.

mod noise;
mod vectors;

use std::panic::{AssertUnwindSafe, catch_unwind};

use vault::derivations_begun;

use super::{Campaign, Chance, Report, Rounds};
use vectors::{Samples, Vector};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "parsers",
    what: "key files, backups, sealed texts, recovery keys and exports, one fault each, and noise",
    goal: "≥ 60 one-fault vectors refused as they must be, 0 panics, no derivation out of range",
    rounds: 20_000,
    short: 400,
    run,
    roles: &[],
};

const SEED: u64 = 10;

/// What came out of the trials.
#[derive(Default)]
struct Outcome {
    vectors: u32,
    misjudged: u32,
    panics: u32,
    accepted: u32,
}

fn run(rounds: Rounds, report: &mut Report) {
    report.note(format_args!("seed {SEED}"));
    let samples = Samples::make();
    let mut outcome = Outcome::default();
    let before = derivations_begun().0;
    for vector in vectors::before_derivation() {
        judge(&samples, &vector, &mut outcome, report);
    }
    let after = derivations_begun().0;
    for vector in vectors::others() {
        judge(&samples, &vector, &mut outcome, report);
    }
    report.at_least("one-fault vectors", outcome.vectors, "", 60);
    report.none("vectors not refused as they must be", outcome.misjudged);
    report.none("derivations begun for settings out of range", after - before);
    let mut chance = Chance::new(SEED);
    for (name, trial) in noise::TRIALS {
        for round in 0..rounds.count {
            let judged = catch_unwind(AssertUnwindSafe(|| trial(&samples, &mut chance)));
            let Ok(is_accepted) = judged else {
                outcome.panics += 1;
                report.complain(format_args!("{name}, round {round}: a panic"));
                continue;
            };
            outcome.accepted += u32::from(is_accepted);
        }
    }
    let trials = u64::from(rounds.count) * noise::TRIALS.len() as u64;
    report.tell("noisy inputs read", trials, "");
    report.none("changed inputs taken for whole", outcome.accepted);
    report.none("panics", outcome.panics);
    report.none("derivations outside of the limits", derivations_begun().1);
}

fn judge(samples: &Samples, vector: &Vector, outcome: &mut Outcome, report: &mut Report) {
    outcome.vectors += 1;
    match catch_unwind(AssertUnwindSafe(|| vector.judge(samples))) {
        Ok(answer) if vector.expects(&answer) => {}
        Ok(answer) => {
            outcome.misjudged += 1;
            report.complain(format_args!("{}: {answer}", vector.name));
        }
        Err(_) => {
            outcome.panics += 1;
            report.complain(format_args!("{}: a panic", vector.name));
        }
    }
}
