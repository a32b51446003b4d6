//! The life chart of a whole life, and the patterns of all check-ins: at first, again, and
//! after a check-in.

use journal::patterns::Span;
use journal::timeline::Zoom;
use meantime::bench::Shell;

use crate::place::Place;
use crate::report::{Goal, Report};
use crate::store::SEED;
use crate::times::Times;
use crate::trouble::Trouble;
use crate::years::{Years, evening};

/// Asks for the chart in every part of the time.
pub(crate) fn measure(place: &Place, report: &mut Report) -> Result<(), Trouble> {
    let mut years = Years::new(place.size, SEED + 1);
    years.frame();
    let mut shell = Shell::new(place.store.open()?);
    let (mut course, mut first) = (Times::default(), Times::default());
    let (mut again, mut after) = (Times::default(), Times::default());
    for _ in 0..place.size.rounds {
        course.take(|| Ok(shell.timeline(Zoom::Course, evening())?))?;
    }
    // As the screen does: a moment after it opened, the life is read ahead.
    first.take(|| Ok(shell.timeline(Zoom::Life, evening())?))?;
    for number in 0..place.size.rounds {
        again.take(|| Ok(shell.timeline(Zoom::Life, evening())?))?;
        shell.keep(&years.check_in_now(number), evening())?;
        after.take(|| Ok(shell.timeline(Zoom::Life, evening())?))?;
    }
    report.figure("a course's timeline, p95", course.p95(), "ms", Goal::AtMost(100.0));
    report.figure("a life's timeline, read ahead", first.longest(), "ms", Goal::None);
    report.figure("a life's timeline, p95", again.p95(), "ms", Goal::AtMost(100.0));
    report.figure(
        "a life's timeline after a check-in, p95",
        after.p95(),
        "ms",
        Goal::AtMost(100.0),
    );
    patterns(place, &mut years, &mut shell, report)
}

fn patterns(
    place: &Place,
    years: &mut Years,
    shell: &mut Shell,
    report: &mut Report,
) -> Result<(), Trouble> {
    let (mut course, mut first) = (Times::default(), Times::default());
    let (mut again, mut after) = (Times::default(), Times::default());
    for _ in 0..place.size.rounds {
        course.take(|| Ok(shell.patterns(Span::Course, evening())?))?;
    }
    first.take(|| Ok(shell.patterns(Span::Everything, evening())?))?;
    for number in 0..place.size.rounds {
        again.take(|| Ok(shell.patterns(Span::Everything, evening())?))?;
        shell.keep(&years.check_in_now(place.size.rounds + number), evening())?;
        after.take(|| Ok(shell.patterns(Span::Everything, evening())?))?;
    }
    report.figure("a course's patterns, p95", course.p95(), "ms", Goal::AtMost(100.0));
    report.figure("the patterns of all check-ins, at first", first.longest(), "ms", Goal::None);
    report.figure("the patterns of all check-ins, p95", again.p95(), "ms", Goal::AtMost(100.0));
    report.figure(
        "the patterns of all check-ins after a check-in, p95",
        after.p95(),
        "ms",
        Goal::AtMost(100.0),
    );
    Ok(())
}
