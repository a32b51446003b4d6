//! Pieces of which sections are made: answers with their leads, feelings, numbers
//! before and after, and what may be told about planning.

use std::convert::Infallible;

use journal::conflict::Stage;
use journal::feeling::{Feeling, Felt};
use journal::grief::Loss;
use journal::value::{Change, Precision, Rating};
use journal::{Record, RecordId, safety};

use crate::compose::Composer;
use crate::page::{Line, Pair, Part, Span};
use crate::words::{Fill, text_of};
use crate::writer::Writer;

/// Answers to questions, each where there is one.
pub(crate) struct Answers<'a, 'b> {
    pub(crate) writer: &'a Writer<'b>,
    pub(crate) pairs: Vec<Pair>,
}

impl Answers<'_, '_> {
    pub(crate) fn text(&mut self, id: &str, text: &str) {
        if !text.trim().is_empty() {
            let term = self.term(id);
            self.pairs.push(Pair { term, text: self.writer.whole(text) });
        }
    }

    pub(crate) fn list(&mut self, id: &str, texts: &[String]) {
        let written = texts.iter().filter(|text| !text.trim().is_empty());
        let all: Vec<Vec<Span>> = written.map(|text| self.writer.inline(text)).collect();
        self.spans(id, self.writer.composer.words.join("page-semicolon", all));
    }

    pub(crate) fn felt(&mut self, felt: &[Felt]) {
        if !felt.is_empty() {
            self.spans("page-feelings", ended(capital(feelings(self.writer, felt))));
        }
    }

    pub(crate) fn spans(&mut self, id: &str, spans: Vec<Span>) {
        if !spans.is_empty() {
            let term = self.term(id);
            self.pairs.push(Pair { term, text: self.writer.line(spans) });
        }
    }

    pub(crate) fn term(&self, id: &str) -> Line {
        self.writer.line(self.writer.composer.words.fill(id, &[]))
    }
}

pub(crate) fn parts<const GROUPS: usize>(
    lines: Vec<Line>,
    groups: [Vec<Pair>; GROUPS],
) -> Vec<Part> {
    let mut parts = Vec::new();
    if !lines.is_empty() {
        parts.push(Part::Paragraphs { lines });
    }
    let groups = groups.into_iter().filter(|pairs| !pairs.is_empty());
    parts.extend(groups.map(|pairs| Part::Pairs { pairs }));
    parts
}

pub(crate) fn heading(
    writer: &Writer<'_>,
    title: &str,
    otherwise: impl FnOnce() -> Vec<Span>,
) -> Line {
    if title.trim().is_empty() { writer.line(otherwise()) } else { writer.whole(title) }
}

pub(crate) fn called(writer: &Writer<'_>, person: RecordId) -> Fill {
    Fill::Spans(vec![Span::plain(writer.composer.cast.called(person))])
}

/// Working on a dispute can raise danger when someone is violent, so stage, options
/// and next steps stay off the page too unless each person is clearly safe to talk
/// to (ruling "Dispute safety"), as in the window.
pub(crate) fn may_plan(writer: &Writer<'_>, record: &Record) -> bool {
    let Composer { records, cast, .. } = writer.composer;
    let find = |id| Ok::<_, Infallible>(records.iter().find(|other| other.id == id).cloned());
    let Ok(everyone) = safety::everyone(record, find);
    cast.cards.may_plan(record.kind(), everyone)
}

pub(crate) fn change(
    writer: &Writer<'_>,
    change: Change,
    [both, before, after]: [&str; 3],
) -> Option<Vec<Span>> {
    let fill = |rating: Rating| Fill::Number(rating.get().into());
    let words = writer.composer.words;
    Some(match (change.before, change.after) {
        (Some(first), Some(then)) => {
            words.fill(both, &[("before", fill(first)), ("after", fill(then))])
        }
        (Some(first), None) => words.fill(before, &[("before", fill(first))]),
        (None, Some(then)) => words.fill(after, &[("after", fill(then))]),
        (None, None) => return None,
    })
}

pub(crate) fn who_died(writer: &Writer<'_>, record: &Record) -> Option<Vec<Span>> {
    let words = writer.composer.words;
    let Loss { person, died_on, .. } = writer.composer.loss(record)?;
    let died = (*died_on)?;
    let (id, date) = match died.precision {
        Precision::Day => ("page-died-on", "page-date-day-year"),
        Precision::Month => ("page-died-in", "page-date-month-year"),
        Precision::Year => ("page-died-in", "page-date-year"),
    };
    let when = words.fill(id, &[("date", Fill::Spans(words.date(date, died.date)))]);
    let person = Fill::Spans(vec![Span::plain(writer.composer.cast.called_first((*person)?))]);
    Some(words.fill("page-grief-person", &[("person", person), ("when", Fill::Spans(when))]))
}

pub(crate) fn feelings(writer: &Writer<'_>, felt: &[Felt]) -> Vec<Span> {
    let words = writer.composer.words;
    let feeling = |one: &Felt| {
        let name = feeling_words(writer, &one.feeling);
        match one.strength {
            Some(strength) => {
                let strength = Fill::Number(strength.get().into());
                words.fill(
                    "page-felt-strength",
                    &[("feeling", Fill::Spans(name)), ("strength", strength)],
                )
            }
            None => name,
        }
    };
    words.join("page-comma", felt.iter().map(feeling).collect())
}

pub(crate) fn feeling_words(writer: &Writer<'_>, feeling: &Feeling) -> Vec<Span> {
    let name = match feeling {
        Feeling::Sad => "sad",
        Feeling::Angry => "angry",
        Feeling::Anxious => "anxious",
        Feeling::Ashamed => "ashamed",
        Feeling::Lonely => "lonely",
        Feeling::Hurt => "hurt",
        Feeling::Tender => "tender",
        Feeling::Glad => "glad",
        Feeling::Tired => "tired",
        Feeling::Bored => "bored",
        Feeling::Numb => "numb",
        Feeling::Stressed => "stressed",
        Feeling::Excited => "excited",
        Feeling::Calm => "calm",
        Feeling::Accused => "accused",
        Feeling::Disappointed => "disappointed",
        Feeling::Heavyhearted => "heavyhearted",
        Feeling::Annoyed => "annoyed",
        Feeling::Furious => "furious",
        Feeling::Uneasy => "uneasy",
        Feeling::Afraid => "afraid",
        Feeling::Panicked => "panicked",
        Feeling::Embarrassed => "embarrassed",
        Feeling::Guilty => "guilty",
        Feeling::LeftOut => "left_out",
        Feeling::Abandoned => "abandoned",
        Feeling::Rejected => "rejected",
        Feeling::Betrayed => "betrayed",
        Feeling::Grateful => "grateful",
        Feeling::Loving => "loving",
        Feeling::Content => "content",
        Feeling::Proud => "proud",
        Feeling::Joyful => "joyful",
        Feeling::Own(word) => return writer.inline(word),
    };
    writer.composer.words.fill("page-feeling", &[("feeling", Fill::Choice(name))])
}

pub(crate) fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Renegotiation => "renegotiation",
        Stage::Impasse => "impasse",
        Stage::Dissolution => "dissolution",
    }
}

/// With a capital first letter.
pub(crate) fn capital(mut spans: Vec<Span>) -> Vec<Span> {
    if let Some(Span::Words { text, .. }) = spans.first_mut() {
        *text = crate::names::capitalised(text);
    }
    spans
}

/// With a full stop, where the last words have no ending of their own.
pub(crate) fn ended(mut spans: Vec<Span>) -> Vec<Span> {
    let bare = match spans.last() {
        Some(Span::Words { .. }) => {
            text_of(&spans).trim_end().ends_with(|c: char| c.is_alphanumeric())
        }
        Some(_) => true,
        None => false,
    };
    if bare {
        spans.push(Span::plain("."));
    }
    spans
}
