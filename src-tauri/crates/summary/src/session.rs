//! What was written for the session ahead: what is wanted from it, what went well and what
//! is coming up (domain reference E.3, block 2; E.4, blocks 11 and 12).

use journal::course::{Session, Sitting};

use crate::compose::{Composer, LINE_MAX, furniture};
use crate::page::{Line, Part, Section, SectionKind};
use crate::words::Fill;

/// The most lines of the agenda.
const AGENDA_MAX: usize = 5;
/// The most things that went well.
const WELL_MAX: usize = 3;
/// The most things that are coming up.
const COMING_MAX: usize = 5;

pub(crate) fn agenda_written<'a>(composer: &Composer<'a>) -> Option<Sitting<'a>> {
    written(composer, |session| &session.agenda)
}

pub(crate) fn went_well_written<'a>(composer: &Composer<'a>) -> Option<Sitting<'a>> {
    written(composer, |session| &session.went_well)
}

pub(crate) fn coming_written<'a>(composer: &Composer<'a>) -> Option<Sitting<'a>> {
    written(composer, |session| &session.coming)
}

/// The session ahead, if any of these lines was written for it.
fn written<'a>(composer: &Composer<'a>, lines: fn(&Session) -> &[String]) -> Option<Sitting<'a>> {
    let any = |session| lines(session).iter().any(|line: &String| !line.trim().is_empty());
    composer.next().filter(|sitting| any(sitting.session))
}

pub(crate) fn agenda(composer: &Composer<'_>) -> Option<Section> {
    let sitting = agenda_written(composer).filter(|_| composer.choices.agenda)?;
    let (lines, more) = shown(composer, sitting, &sitting.session.agenda, AGENDA_MAX);
    let parts = [Part::Numbered { lines }].into_iter().chain(more).collect();
    Some(section(composer, SectionKind::Agenda, sitting, "page-agenda", parts))
}

pub(crate) fn went_well(composer: &Composer<'_>) -> Option<Section> {
    let sitting = went_well_written(composer).filter(|_| composer.choices.went_well)?;
    let (lines, more) = shown(composer, sitting, &sitting.session.went_well, WELL_MAX);
    let parts = [Part::Lines { lines }].into_iter().chain(more).collect();
    Some(section(composer, SectionKind::WentWell, sitting, "page-went-well", parts))
}

pub(crate) fn coming(composer: &Composer<'_>) -> Option<Section> {
    let sitting = coming_written(composer).filter(|_| composer.choices.coming)?;
    let (lines, more) = shown(composer, sitting, &sitting.session.coming, COMING_MAX);
    let parts = [Part::Lines { lines }].into_iter().chain(more).collect();
    Some(section(composer, SectionKind::Coming, sitting, "page-coming", parts))
}

/// The first lines, and how many more there are.
fn shown(
    composer: &Composer<'_>,
    sitting: Sitting<'_>,
    texts: &[String],
    most: usize,
) -> (Vec<Line>, Option<Part>) {
    let writer = composer.writer(sitting.record).at_most(LINE_MAX);
    let wanted: Vec<&String> = texts.iter().filter(|line| !line.trim().is_empty()).collect();
    let lines = wanted.iter().take(most).map(|text| writer.whole(text)).collect();
    let more = wanted.len().checked_sub(most).filter(|more| *more > 0).map(|more| {
        let more = composer.words.fill("page-lines-left-out", &[("lines", Fill::Number(more))]);
        Part::Paragraphs { lines: vec![furniture(more)] }
    });
    (lines, more)
}

fn section(
    composer: &Composer<'_>,
    kind: SectionKind,
    sitting: Sitting<'_>,
    heading: &str,
    parts: Vec<Part>,
) -> Section {
    Section {
        kind,
        item: Some(sitting.record.id),
        heading: furniture(composer.words.fill(heading, &[])),
        aside: Line::default(),
        parts,
    }
}
