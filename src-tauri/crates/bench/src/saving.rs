//! Saving: what is on the disk when it says so.

use vault::floor::Row;

use crate::place::Place;
use crate::report::{Goal, Report};
use crate::store::SEED;
use crate::times::{Both, Times};
use crate::trouble::Trouble;
use crate::years::{Years, evening};

/// Saves entries, check-ins and drafts, turn and turn about with the bare database.
pub(crate) fn measure(place: &Place, report: &mut Report) -> Result<(), Trouble> {
    let mut floor = place.store.keyed()?.floor(&place.floor())?;
    let mut vault = place.store.open()?;
    let mut years = Years::new(place.size, SEED + 1);
    years.frame();
    let mut entries = Both::default();
    let mut check_ins = Both::default();
    let mut drafts = Both::default();
    let saved = 15 * place.size.rounds;
    for number in 1..=saved {
        let entry = years.entry_now(2 * number);
        let row = Row::of(&entry, evening())?;
        drafts.ours.take(|| Ok(vault.put_draft(&entry, evening())?))?;
        drafts.floor.take(|| Ok(floor.put_draft(&row)?))?;
        entries.ours.take(|| Ok(vault.save(&entry, evening())?))?;
        entries.floor.take(|| Ok(floor.save(&row)?))?;
        let check_in = years.check_in_now(2 * number + 1);
        let row = Row::of(&check_in, evening())?;
        check_ins.ours.take(|| Ok(vault.save(&check_in, evening())?))?;
        check_ins.floor.take(|| Ok(floor.save(&row)?))?;
    }
    let mut deleting = Times::default();
    for number in [1, 2, 3] {
        let mut entry = years.entry_now(2 * (saved + number));
        vault.save(&entry, evening())?;
        entry.around.feelings.clear();
        vault.save(&entry, evening())?;
        vault.trash(entry.id, evening())?;
        deleting.take(|| Ok(vault.delete_forever(entry.id)?))?;
    }
    for (name, both) in
        [("save an entry", entries), ("save a check-in", check_ins), ("save a draft", drafts)]
    {
        report.figure(&format!("{name}, p50"), both.ours.median(), "ms", Goal::None);
        report.figure(&format!("{name}, floor p50"), both.floor.median(), "ms", Goal::None);
        report.figure(&format!("{name}, p95"), both.ours.p95(), "ms", Goal::None);
        report.figure(&format!("{name}, floor p95"), both.floor.p95(), "ms", Goal::None);
        report.figure(&format!("{name}, p95 to floor"), both.ratio(95), "×", Goal::AtMost(1.3));
    }
    report.figure("delete for good, longest", deleting.longest(), "ms", Goal::None);
    Ok(())
}
