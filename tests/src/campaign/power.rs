//! `power`: what is done to files during real changes is put on a tape; then the power is cut on
//! paper at every point of it, with what was not yet brought to the disk dropped, reordered or
//! torn, and the journal is opened from what is left.

use std::collections::HashSet;
use std::fs;

use vault::fault::Operation;

use super::disk::{CUTS, Cut, Disk, Running};
use super::fault::{Done, Entry, tape};
use super::journal::Folder;
use super::work::{self, Stand, WORKS, Work};
use super::{Campaign, Chance, Report, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "power",
    what: "power cut at every point of recorded changes, unsynced writes dropped or torn at 512 B",
    goal: "≥ 2,000 states, 0 acknowledged lost, 0 that do not open",
    rounds: 1500,
    short: 60,
    run,
    roles: &[],
};

const SEED: u64 = 1977;

/// What came out of it.
#[derive(Default)]
struct Outcome {
    states: u32,
    before: u32,
    after: u32,
    wrong: u32,
    /// Operations that did not report themselves, so that the tape does not lead where the real
    /// folder is.
    untaped: u32,
}

/// Rounds are the cuts for each kind of change; those that leave the same are one state.
fn run(rounds: Rounds, report: &mut Report) {
    report.note(format_args!("seed {SEED}"));
    let mut chance = Chance::new(SEED);
    let mut all = Outcome::default();
    for work in WORKS {
        let sample = Sample { work, share: rounds.count * work.weight, syncs: true };
        let one = sample.cut_everywhere(&mut chance, report);
        report.note(format_args!(
            "{}: {} states, old state after {}, new state after {}",
            work.name, one.states, one.before, one.after
        ));
        all.states += one.states;
        all.before += one.before;
        all.after += one.after;
        all.wrong += one.wrong;
        all.untaped += one.untaped;
    }
    control(&mut chance, report);
    report.none("changes that the tape does not lead to", all.untaped);
    report.at_least("states", all.states, "", if rounds.is_short { 200 } else { 2000 });
    report.at_least("of them with the old state", all.before, "", 1);
    report.at_least("of them with the new state", all.after, "", 1);
    report.none("acknowledged lost, not opened, or neither old nor new", all.wrong);
}

/// A disk that lies, and says that all is safe when nothing is: the trial must notice, or it would
/// show nothing.
fn control(chance: &mut Chance, report: &mut Report) {
    let mut silent = Report::silent(CAMPAIGN.name);
    let sample = Sample { work: work::find("save"), share: 200, syncs: false };
    let lied_to = sample.cut_everywhere(chance, &mut silent);
    report.at_least("losses found on a disk that never syncs (control)", lied_to.wrong, "", 1);
}

/// One kind of change, how often the power is cut during it, and whether the disk keeps its word.
struct Sample {
    work: &'static Work,
    share: u32,
    syncs: bool,
}

impl Sample {
    /// Cuts the power about `share` times, spread over all points and all ways.
    fn cut_everywhere(&self, chance: &mut Chance, report: &mut Report) -> Outcome {
        let work = self.work;
        let folder = Folder::new();
        let here = fs::canonicalize(folder.path()).expect("the folder is there").join("here");
        fs::create_dir(&here).expect("it is new");
        (work.prepare)(&here);
        let start = Disk::read(&here);
        let (done, entries) = tape(&here, |say| (work.act)(&here, say));
        done.unwrap_or_else(|error| panic!("{} fails without a fault: {error}", work.name));

        let mut outcome = Outcome::default();
        let mut seen = HashSet::new();
        let plan = plan(entries.len(), self.share as usize);
        let mut due = plan.iter().peekable();
        let mut running = Running::new(start);
        let mut said = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            match entry {
                Entry::Did(done) if is_sync(done) && !self.syncs => {}
                Entry::Did(done) => running.take_in(done),
                Entry::Said(line) => said.push(line.clone()),
            }
            while let Some((_, cut)) = due.next_if(|(point, _)| *point == at) {
                let left = running.cut(*cut, chance);
                // The same files after the same words were tried already.
                if seen.insert((left.fingerprint(), said.len())) {
                    let place = format!("{}, point {at} of {}, {cut:?}", work.name, entries.len());
                    try_one(work, &left, (&place, &said), &mut outcome, report);
                }
            }
        }
        if let Some(difference) = running.seen().difference(&Disk::read(&here)) {
            outcome.untaped += 1;
            report.complain(format_args!("{}: by the tape {difference}", work.name));
        }
        outcome
    }
}

fn is_sync(done: &Done) -> bool {
    matches!(done.operation, Operation::Sync | Operation::SyncDir)
}

/// At which points the power is cut, and how: every way once at every point, those with chance in
/// them more often if there is room; if there is less room, some of them, spread.
fn plan(points: usize, share: usize) -> Vec<(usize, Cut)> {
    let again = (share / points.max(1)).saturating_sub(CUTS.len()) / 2;
    let mut plan = Vec::new();
    for point in 0..points {
        plan.extend(CUTS.map(|cut| (point, cut)));
        for _ in 0..again {
            plan.extend([(point, Cut::Pieces), (point, Cut::Torn)]);
        }
    }
    let all = plan.len();
    plan.into_iter()
        .enumerate()
        .filter(|(index, _)| (index + 1) * share / all > index * share / all || all <= share)
        .map(|(_, one)| one)
        .collect()
}

fn try_one(
    work: &Work,
    left: &Disk,
    (place, said): (&str, &[String]),
    outcome: &mut Outcome,
    report: &mut Report,
) {
    let folder = Folder::new();
    left.write(folder.path());
    outcome.states += 1;
    match (work.look)(folder.path(), said) {
        Ok(Stand::Before) => outcome.before += 1,
        Ok(Stand::After) => outcome.after += 1,
        Err(what) => {
            outcome.wrong += 1;
            report.complain(format_args!("{place}: {what}"));
        }
    }
}
