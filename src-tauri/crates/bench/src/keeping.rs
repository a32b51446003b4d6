//! Keeping the journal safe: backup, check, restore.

use std::fs;

use crate::place::Place;
use crate::report::{Goal, Report};
use crate::times::Times;
use crate::trouble::Trouble;
use crate::years::evening;

/// Makes a backup, looks into it, puts it in place, and reads every page.
pub(crate) fn measure(place: &Place, report: &mut Report) -> Result<(), Trouble> {
    let keyed = place.store.keyed()?;
    let floor = keyed.floor(&place.floor())?;
    let folder = place.scratch.join("backups");
    fs::create_dir_all(&folder)?;
    let vault = place.store.open()?;
    let (mut backup, mut bare) = (Times::default(), Times::default());
    let (mut check, mut bare_check) = (Times::default(), Times::default());
    let (file, _) = backup.take(|| Ok(vault.back_up(&folder, evening(), &mut |_| ())?))?;
    bare.take(|| Ok(floor.copy_and_check(&keyed, &place.scratch.join("copy.db"))?))?;
    check.take(|| Ok(vault.check_whole()?))?;
    bare_check.take(|| Ok(floor.check_whole()?))?;
    vault.close()?;
    report.figure("backup and verify", seconds(&backup), "s", Goal::AtMost(5.0));
    report.figure("backup and verify, floor", seconds(&bare), "s", Goal::None);
    report.figure("check the whole journal", seconds(&check), "s", Goal::None);
    report.figure("check the whole journal, floor", seconds(&bare_check), "s", Goal::None);

    let (mut hash, mut review, mut restore) =
        (Times::default(), Times::default(), Times::default());
    let (file, key) = (&file.path, place.store.key());
    let scratch = place.scratch.join("review");
    hash.take(|| Ok(vault::check_backup(file, &mut |_| ())?))?;
    review.take(|| Ok(vault::review_backup(file, key, &scratch, &mut |_| ())?))?;
    let dir = place.store.folder();
    restore.take(|| Ok(vault::restore(dir, file, key, evening(), &mut |_| ())?))?;
    report.figure("check a backup without a key", seconds(&hash), "s", Goal::None);
    report.figure("look into a backup", seconds(&review), "s", Goal::None);
    report.figure("restore", seconds(&restore), "s", Goal::None);
    Ok(())
}

fn seconds(times: &Times) -> f64 {
    times.longest() / 1000.0
}
