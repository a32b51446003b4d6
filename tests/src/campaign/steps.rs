//! `steps`: the program is killed before every single operation on a file, SQLite's included,
//! during every long change; afterwards exactly one of the old and the new state is there.

use std::path::Path;
use std::{env, fs};

use super::fault::{Plan, Then, under};
use super::journal::{self, Folder};
use super::role::{Other, command, say};
use super::work::{self, Stand, WORKS, Work};
use super::{ALL, Campaign, Report, Role, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "steps",
    what: "kill -9 before every operation on a file during every kind of change",
    goal: "at every step exactly one of old and new secret opens, data equal",
    rounds: ALL,
    short: 12,
    run,
    roles: &[Role { name: "steps.act", play: act }],
};

const WORK: &str = "MEANTIME_CAMPAIGN_WORK";
const AT: &str = "MEANTIME_CAMPAIGN_AT";

/// What came out of it.
#[derive(Default)]
struct Outcome {
    steps: u32,
    before: u32,
    after: u32,
    wrong: u32,
    unstable: u32,
}

/// Rounds are the most steps of each piece of work; with fewer than there are, they are spread.
fn run(rounds: Rounds, report: &mut Report) {
    let mut all = Outcome::default();
    for work in WORKS {
        let one = every_step(work, rounds.count, report);
        report.note(format_args!(
            "{}: {} steps, old state after {}, new state after {}",
            work.name, one.steps, one.before, one.after
        ));
        all.steps += one.steps;
        all.wrong += one.wrong;
        all.unstable += one.unstable;
        all.before += one.before;
        all.after += one.after;
    }
    report.exactly("kinds of change", WORKS.len() as u64, "", WORKS.len() as u64);
    report.at_least("crashes", all.steps, "", WORKS.len() as u64 * 8);
    report.at_least("of them with the old state afterwards", all.before, "", 1);
    report.at_least("of them with the new state afterwards", all.after, "", 1);
    report.none("neither old nor new, or both", all.wrong);
    report.none("different at the second look", all.unstable);
}

fn every_step(work: &Work, most: u32, report: &mut Report) -> Outcome {
    let template = Folder::new();
    (work.prepare)(template.path());
    let folder = Folder::new();
    let here = folder.path().join("here");
    journal::copy(template.path(), &here);
    let steps = count(work, &here);
    let mut outcome = Outcome::default();
    for step in spread(steps, most) {
        journal::copy(template.path(), &here);
        let said = crash_at(work, &here, step);
        outcome.steps += 1;
        match (work.look)(&here, &said) {
            Ok(stand) => {
                match stand {
                    Stand::Before => outcome.before += 1,
                    Stand::After => outcome.after += 1,
                }
                if !work.look_changes && (work.look)(&here, &said) != Ok(stand) {
                    outcome.unstable += 1;
                    report.complain(format_args!("{}, step {step}: unstable", work.name));
                }
            }
            Err(what) => {
                outcome.wrong += 1;
                report.complain(format_args!("{}, step {step} of {steps}: {what}", work.name));
            }
        }
    }
    outcome
}

/// Every number up to `last`, or `most` of them, always with the first and the last.
pub(super) fn spread(last: u32, most: u32) -> Vec<u32> {
    if last <= most {
        return (1..=last).collect();
    }
    let most = most.max(2);
    let place = |index: u32| {
        let far = u64::from(index) * u64::from(last - 1) / u64::from(most - 1);
        1 + u32::try_from(far).expect("it is not above the last")
    };
    (0..most).map(place).collect()
}

fn count(work: &Work, folder: &Path) -> u32 {
    let plan = Plan { counts: |event| event.operation.is_change(), at: 0, then: Then::Count };
    let folder = fs::canonicalize(folder).expect("the folder is there");
    let done = under(plan, || (work.act)(&folder, &mut |_| {}));
    done.outcome.unwrap_or_else(|error| panic!("{} fails without a fault: {error}", work.name));
    done.counted
}

fn crash_at(work: &Work, folder: &Path, step: u32) -> Vec<String> {
    let mut command = command("steps.act", folder);
    command.env(WORK, work.name).env(AT, step.to_string());
    let mut other = Other::spawn(&mut command);
    let said = other.rest();
    assert!(!other.wait().success(), "{} was not cut short at step {step}", work.name);
    said
}

/// Does a piece of work and is killed at a step.
fn act(folder: &Path) {
    let work = work::find(&env::var(WORK).expect("it says which work"));
    let at = env::var(AT).ok().and_then(|at| at.parse().ok()).expect("it says which step");
    let plan = Plan { counts: |event| event.operation.is_change(), at, then: Then::Die };
    let done = under(plan, || (work.act)(folder, &mut |line| say(&line)));
    done.outcome.unwrap_or_else(|error| panic!("{} fails without a fault: {error}", work.name));
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn steps_are_spread_with_both_ends() {
        assert_eq!(spread(3, 10), [1, 2, 3]);
        assert_eq!(spread(9, 3), [1, 5, 9]);
        assert_eq!(spread(100, 2), [1, 100]);
    }
}
