//! `io`: every read, write and sync fails in its turn, once or from then on, during every kind of
//! change and of reading.

use std::panic::{AssertUnwindSafe, catch_unwind};

use vault::Error;

use super::fault::{EIO, Plan, Then, Under, under};
use super::journal::{self, Folder};
use super::steps::spread;
use super::work::{DONE, Stand, WORKS, Work};
use super::{ALL, Campaign, Report, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "io",
    what: "every read, write and sync failed in turn, once and from then on",
    goal: "no panic, no false success, nothing lost, no failing disk called damage or a wrong secret",
    rounds: ALL,
    short: 10,
    run,
    roles: &[],
};

/// What came out of it.
#[derive(Default)]
struct Outcome {
    trials: u32,
    refused: u32,
    withstood: u32,
    panics: u32,
    wrong: u32,
    misnamed: u32,
    half_done: u32,
}

/// Rounds are the most operations of each kind of work that fail; with fewer than there are, they
/// are spread.
fn run(rounds: Rounds, report: &mut Report) {
    let mut all = Outcome::default();
    for work in WORKS {
        let template = Folder::new();
        (work.prepare)(template.path());
        let trial = Trial { work, template, folder: Folder::new() };
        let operations = trial.count();
        let before = all.trials;
        for at in spread(operations, rounds.count) {
            for then in [Then::Fail(EIO), Then::FailFromNowOn(EIO)] {
                trial.fail(Plan { counts: |_| true, at, then }, &mut all, report);
            }
        }
        let trials = all.trials - before;
        report.note(format_args!("{}: {operations} operations, {trials} trials", work.name));
    }
    report.at_least("trials", all.trials, "", WORKS.len() as u64 * 8);
    report.at_least("of them refused with an error", all.refused, "", 1);
    report.tell("of them done all the same", all.withstood, "");
    report.none("panics", all.panics);
    report.none("false success, loss, or neither old nor new", all.wrong);
    report.none("done in spite of an error, where that is ruled out", all.half_done);
    report.none("called damage or a wrong secret", all.misnamed);
}

/// One kind of work, with the files it begins with.
struct Trial {
    work: &'static Work,
    template: Folder,
    folder: Folder,
}

impl Trial {
    fn begin(&self) -> std::path::PathBuf {
        let here = self.folder.path().join("here");
        journal::copy(self.template.path(), &here);
        here
    }

    fn count(&self) -> u32 {
        let here = self.begin();
        let plan = Plan { counts: |_| true, at: 0, then: Then::Count };
        let done = under(plan, || (self.work.act)(&here, &mut |_| {}));
        done.outcome
            .unwrap_or_else(|error| panic!("{} fails without a fault: {error}", self.work.name));
        done.counted
    }

    fn fail(&self, plan: Plan, all: &mut Outcome, report: &mut Report) {
        let here = self.begin();
        let mut said = Vec::new();
        let act = || (self.work.act)(&here, &mut |line| said.push(line));
        let Under { outcome, chosen, .. } = under(plan, || catch_unwind(AssertUnwindSafe(act)));
        all.trials += 1;
        let Plan { at, then, .. } = plan;
        let mut complain = |what: String| {
            let name = self.work.name;
            report.complain(format_args!("{name}, {at} ({chosen}), {then:?}: {what}"));
        };
        match outcome {
            Err(_) => {
                all.panics += 1;
                complain(String::from("panicked"));
            }
            Ok(Ok(())) => all.withstood += 1,
            Ok(Err(error)) => {
                all.refused += 1;
                let is_true = self.work.is_damaged && error == Error::DataDamaged;
                if is_misnamed(error) && !is_true {
                    all.misnamed += 1;
                    complain(format!("called “{error}”"));
                }
            }
        }
        let was_refused = matches!(outcome, Ok(Err(_))) && !said.iter().any(|line| line == DONE);
        match (self.work.look)(&here, &said) {
            // With a disk that stays dead nothing can be taken back.
            Ok(Stand::After)
                if was_refused && self.work.undoes && matches!(then, Then::Fail(_)) =>
            {
                all.half_done += 1;
                complain(String::from("refused, and done all the same"));
            }
            Ok(_) => {}
            Err(what) => {
                all.wrong += 1;
                complain(format!("{what} (it had answered {outcome:?})"));
            }
        }
    }
}

/// A disk that does not read is no damage, as far as anyone can tell: it may read again.
fn is_misnamed(error: Error) -> bool {
    matches!(
        error,
        Error::WrongSecret
            | Error::HeaderDamaged
            | Error::DataDamaged
            | Error::BackupDamaged
            | Error::NotABackup
            | Error::SettingsAltered
            | Error::Newer
            | Error::NotThere
            | Error::AlreadyThere
            | Error::InUse
            | Error::NotFound
    )
}
