//! What the window asks while it is open: lists, people, and the page.

use journal::KindName;
use meantime::bench::Shell;

use crate::place::{LINES, Place};
use crate::report::{Goal, Report};
use crate::times::{Both, Times};
use crate::trouble::Trouble;
use crate::years::evening;

/// Asks what the screens ask.
pub(crate) fn measure(place: &Place, report: &mut Report) -> Result<(), Trouble> {
    let floor = place.store.keyed()?.floor(&place.floor())?;
    let shell = Shell::new(place.store.open()?);
    let mut list = Both::default();
    let mut after = None;
    for _ in 0..2 * place.size.rounds {
        after = list.ours.take(|| Ok(shell.list("", after)?))?.1;
        list.floor.take(|| Ok(floor.list(KindName::Note, LINES)?))?;
    }
    report.figure("a page of the list, p95", list.ours.p95(), "ms", Goal::AtMost(16.0));
    report.figure("a page of the list, floor p95", list.floor.p95(), "ms", Goal::None);
    let (mut today, mut people) = (Times::default(), Times::default());
    for _ in 0..place.size.rounds {
        today.take(|| Ok(shell.today(evening())?))?;
        people.take(|| Ok(shell.people(evening())?))?;
    }
    report.figure("Today, p95", today.p95(), "ms", Goal::AtMost(50.0));
    report.figure("people, p95", people.p95(), "ms", Goal::AtMost(50.0));
    let (mut first, mut warm) = (Times::default(), Times::default());
    first.take(|| Ok(shell.page(evening())?))?;
    for _ in 0..place.size.rounds {
        warm.take(|| Ok(shell.page(evening())?))?;
    }
    // Of this program; the second journal of one run finds the fonts read already.
    report.figure("page preview, first", first.longest(), "ms", Goal::AtMost(600.0));
    report.figure("page preview, warm p95", warm.p95(), "ms", Goal::AtMost(100.0));
    Ok(())
}
