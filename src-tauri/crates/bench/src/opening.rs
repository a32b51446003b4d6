//! From the right passphrase to Today, without the derivation that makes guessing slow.

use journal::Moment;
use meantime::bench::Shell;

use crate::place::Place;
use crate::report::{Goal, Report};
use crate::times::{Both, Times};
use crate::trouble::Trouble;
use crate::years::evening;

/// Opens the journal again and again.
pub(crate) fn measure(place: &Place, report: &mut Report) -> Result<(), Trouble> {
    let keyed = place.store.keyed()?;
    let mut open = Both::default();
    let (mut today, mut list, mut close) = (Times::default(), Times::default(), Times::default());
    let mut whole = Times::default();
    let now: Moment = evening();
    for _ in 0..2 * place.size.rounds {
        open.floor.take(|| Ok(keyed.open()?))?;
        let vault = open.ours.take(|| place.store.open())?;
        let shell = Shell::new(vault);
        today.take(|| Ok(shell.today(now)?))?;
        list.take(|| Ok(shell.list("", None)?))?;
        close.take(|| Ok(shell.into_vault().close()?))?;
        whole.push(open.ours.last() + today.last());
    }
    report.figure("database", megabytes(place.store.bytes()?), "MB", Goal::None);
    report.figure("open with a key, p95", open.ours.p95(), "ms", Goal::None);
    report.figure("open with a key, floor p95", open.floor.p95(), "ms", Goal::None);
    report.figure("open and answer Today, p95", whole.p95(), "ms", Goal::AtMost(120.0));
    report.figure("first list, p95", list.p95(), "ms", Goal::AtMost(120.0));
    report.figure("close, p95", close.p95(), "ms", Goal::None);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a file is far below 2^53 bytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
