//! What belongs to the course as a whole, on the pages that look at it: who is around and
//! what is hoped for at the first session, how it hangs together half-way, what became
//! better and whom to turn to at the end (domain reference E.4, variants).

use journal::course::{Course, Hope};
use journal::person::Ring;
use journal::{Body, RecordId};

use crate::answers::{Answers, capital, ended};
use crate::compose::{Composer, furniture};
use crate::cravings::spaced;
use crate::page::{Line, Part, Section, SectionKind, Span};
use crate::words::Fill;
use crate::writer::Writer;

/// The section; none on a page that does not look at the course, or with nothing to say.
pub(crate) fn section(composer: &Composer<'_>) -> Option<Section> {
    if !composer.choices.course {
        return None;
    }
    let (record, course) = composer.course_record()?;
    let writer = composer.writer(record);
    let choices = &composer.choices;
    let mut answers = Answers { writer: &writer, pairs: Vec::new() };
    if choices.people {
        around(&mut answers);
    }
    if choices.formulation {
        answers.text("page-formulation", &course.formulation);
    }
    if choices.hopes {
        answers.spans("page-hopes", hopes(&writer, &course.hopes));
    }
    if choices.gains {
        answers.list("page-gains", &course.gains);
    }
    if choices.early_signs {
        answers.list("page-early-signs", &course.early_signs);
        answers.text("page-then", &course.then);
    }
    if choices.turn_to {
        answers.spans("page-turn-to", named(composer, &course.turn_to));
    }
    if answers.pairs.is_empty() {
        return None;
    }
    Some(Section {
        kind: SectionKind::Course,
        item: None,
        heading: furniture(composer.words.fill("page-course", &composer.variant())),
        aside: Line::default(),
        parts: vec![Part::Pairs { pairs: answers.pairs }],
    })
}

/// Which of its parts there is something to say of, as the panel offers them: people, hopes,
/// how it hangs together, gains, early signs, whom to turn to.
pub(crate) fn there_is(composer: &Composer<'_>) -> [bool; 6] {
    let Some(course) = composer.course() else { return [false; 6] };
    let text = |text: &String| !text.trim().is_empty();
    [
        !everyone(composer).is_empty(),
        course.hopes.iter().any(|hope| text(&hope.what)),
        text(&course.formulation),
        course.gains.iter().any(text),
        course.early_signs.iter().any(text) || text(&course.then),
        turned_to(composer, course).next().is_some(),
    ]
}

fn turned_to<'a>(
    composer: &'a Composer<'_>,
    course: &'a Course,
) -> impl Iterator<Item = RecordId> + 'a {
    course.turn_to.iter().copied().filter(|id| !composer.cast.is_private(*id))
}

fn hopes(writer: &Writer<'_>, all: &[Hope]) -> Vec<Span> {
    let words = writer.composer.words;
    let hope = |hope: &Hope| {
        let what = Fill::Spans(writer.inline(hope.what.trim_end_matches(['.', ' '])));
        match hope.near {
            Some(near) => {
                let near = Fill::Number(near.get().into());
                words.fill("page-hope-near", &[("hope", what), ("near", near)])
            }
            None => words.fill("page-hope", &[("hope", what)]),
        }
    };
    let written = all.iter().filter(|hope| !hope.what.trim().is_empty());
    words.join("page-semicolon", written.map(hope).collect())
}

fn named(composer: &Composer<'_>, people: &[RecordId]) -> Vec<Span> {
    let here = people.iter().filter(|id| !composer.cast.is_private(**id));
    let names = here.map(|id| vec![Span::plain(composer.cast.called(*id))]).collect();
    let all = composer.words.join("page-comma", names);
    if all.is_empty() { all } else { ended(capital(all)) }
}

/// Everyone with a place in the circle who is not private, by ring.
fn everyone(composer: &Composer<'_>) -> Vec<(Ring, RecordId)> {
    let card = |record: &journal::Record| match &record.body {
        Body::Person(person) if !person.private => Some((person.circle?, record.id)),
        _ => None,
    };
    composer.records.iter().filter_map(card).collect()
}

fn around(answers: &mut Answers<'_, '_>) {
    let composer = answers.writer.composer;
    let all = everyone(composer);
    let rings = [
        (Ring::VeryClose, "very_close"),
        (Ring::Close, "close"),
        (Ring::AroundMe, "around_me"),
        (Ring::OutOfTouch, "out_of_touch"),
    ];
    let ring = |(ring, name): (Ring, &'static str)| {
        let here: Vec<RecordId> =
            all.iter().filter(|(of, _)| *of == ring).map(|(_, id)| *id).collect();
        let names = named(composer, &here);
        if names.is_empty() {
            return names;
        }
        let fills = [("ring", Fill::Choice(name)), ("people", Fill::Spans(names))];
        composer.words.fill("page-around-ring", &fills)
    };
    answers.spans("page-around", spaced(rings.into_iter().map(ring).collect()));
}
