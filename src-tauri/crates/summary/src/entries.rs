//! What was written and is brought: conflicts with their conversation, grief,
//! notes, and notes from check-ins.

use journal::check_in::{CheckIn, Place};
use journal::conflict::{Conflict, NextStep, Speaker, Stage, Turn};
use journal::feeling::{Feeling, Felt};
use journal::grief::{Grief, Loss};
use journal::note::Note;
use journal::value::{Change, Precision, Rating, Used};
use journal::{Body, Record, RecordId};

use crate::compose::{Composer, LINE_MAX, Writer, furniture};
use crate::cravings::spaced;
use crate::page::{Line, Pair, Part, Section, SectionKind, Span, Style};
use crate::spans::styled;
use crate::words::{Fill, text_of};

/// The most turns of a conversation (domain reference E.4).
const TURNS_MAX: usize = 12;
/// The most notes of check-ins.
const NOTES_MAX: usize = 8;

pub(crate) fn sections(composer: &Composer<'_>) -> Vec<Section> {
    let entries = composer.to_bring().filter(|entry| composer.entry_ticked(entry));
    let mut sections: Vec<Section> = entries.filter_map(|entry| section(composer, entry)).collect();
    // Check-in notes are numbers' company: before the longer texts, which may be
    // left out for want of space.
    if let Some(notes) = check_in_notes(composer) {
        sections.insert(0, notes);
    }
    sections
}

fn section(composer: &Composer<'_>, record: &Record) -> Option<Section> {
    let writer = composer.writer(record);
    let (heading, parts) = match &record.body {
        Body::Conflict(conflict) => conflict_section(&writer, record, conflict),
        Body::Grief(grief) => grief_section(&writer, record, grief),
        Body::Note(note) => note_section(&writer, record, note),
        Body::Person(_)
        | Body::Loss(_)
        | Body::CheckIn(_)
        | Body::Course(_)
        | Body::Session(_)
        | Body::PageChoices(_)
        | Body::Disclosure(_)
        | Body::Settings(_)
        | Body::Circle(_)
        | Body::Dispute(_)
        | Body::Transition(_)
        | Body::Connection(_)
        | Body::Contact(_)
        | Body::Attempt(_)
        | Body::Pattern(_)
        | Body::PastRelationship(_)
        | Body::Memory(_)
        | Body::Event(_)
        | Body::LifeEvent(_)
        | Body::Decision(_)
        | Body::Rehearsal(_)
        | Body::Experiment(_)
        | Body::Weekly(_)
        | Body::Prompt(_) => return None,
    };
    let aside = aside(&writer, record);
    Some(Section { kind: SectionKind::Entry, item: Some(record.id), heading, aside, parts })
}

fn conflict_section(
    writer: &Writer<'_>,
    record: &Record,
    conflict: &Conflict,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let other = only_other(writer, record);
    let heading = heading(writer, &conflict.title, || match other {
        Some(person) => words.fill("page-conflict-with", &[("person", called(writer, person))]),
        None => words.fill("page-conflict", &[]),
    });
    let mut pairs: Vec<Pair> = Vec::new();
    let turns: Vec<&Turn> = conflict
        .turns
        .iter()
        .filter(|turn| **turn != Turn { speaker: turn.speaker, ..Turn::default() })
        .collect();
    pairs.extend(turns.iter().take(TURNS_MAX).map(|turn| turn_pair(writer, turn, other)));
    if let Some(more @ 1..) = turns.len().checked_sub(TURNS_MAX) {
        let more = words.fill("page-turns-left-out", &[("turns", Fill::Number(more))]);
        pairs.push(Pair { term: Line::default(), text: furniture(more) });
    }
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.text("page-i-wanted", &conflict.i_wanted);
    answers.text("page-they-wanted", &conflict.they_wanted);
    answers.text("page-how-it-ended", &conflict.how_it_ended);
    if may_plan(writer, record) {
        if let Some(stage) = conflict.stage {
            let stage = words.fill("page-stage", &[("stage", Fill::Choice(stage_name(stage)))]);
            answers.spans("page-where-it-stands", styled(stage, Style::Strong));
        }
        answers.spans("page-could-try", could_try(writer, conflict));
    }
    answers.felt(&record.around.feelings);
    answers.text("page-after", &conflict.after_note);
    (heading, parts(writer.paragraphs(&conflict.what_happened), [pairs, answers.pairs]))
}

// Working on a dispute can raise danger when someone is violent, so stage and
// next steps stay off the page too unless each person is clearly safe to talk to
// (ruling "Dispute safety").
fn may_plan(writer: &Writer<'_>, record: &Record) -> bool {
    let people = record.people();
    people.iter().all(|&person| writer.composer.cast.is_safe(person))
}

fn could_try(writer: &Writer<'_>, conflict: &Conflict) -> Vec<Span> {
    let words = writer.composer.words;
    let mut steps: Vec<Vec<Span>> = Vec::new();
    if !conflict.next_steps.is_empty() {
        let step = |step: &NextStep| {
            words.fill("page-next-step", &[("step", Fill::Choice(step_name(*step)))])
        };
        let listed = words.join("page-comma", conflict.next_steps.iter().map(step).collect());
        steps.push(ended(capital(listed)));
    }
    if !conflict.next_try.trim().is_empty() {
        steps.push(writer.inline(&conflict.next_try));
    }
    spaced(steps)
}

fn turn_pair(writer: &Writer<'_>, turn: &Turn, other: Option<RecordId>) -> Pair {
    let words = writer.composer.words;
    let person = |id| vec![Span::plain(writer.composer.cast.called_first(id))];
    let (term, mine) = match (turn.speaker, other) {
        (Speaker::Me, _) => (words.fill("page-me", &[]), true),
        (Speaker::Person(id), _) | (Speaker::Other, Some(id)) => (person(id), false),
        (Speaker::Other, None) => (words.fill("page-other", &[]), false),
        (Speaker::Nobody, _) => (words.fill("page-nobody", &[]), true),
    };
    let mut sentences = vec![said(writer, turn)];
    let mut beside = |id: &str, name: &'static str, text: &str| {
        if !text.trim().is_empty() {
            let fill = Fill::Spans(ended(writer.inline(text)));
            sentences.push(styled(words.fill(id, &[(name, fill)]), Style::Aside));
        }
    };
    beside(if mine { "page-i-meant" } else { "page-i-took-it" }, "meant", &turn.meant);
    beside("page-not-said", "notSaid", &turn.not_said);
    if !turn.felt.is_empty() {
        let felt = [("feelings", Fill::Spans(feelings(writer, &turn.felt)))];
        sentences.push(styled(words.fill("page-felt", &felt), Style::Aside));
    }
    Pair { term: writer.line(term), text: writer.line(spaced(sentences)) }
}

fn said(writer: &Writer<'_>, turn: &Turn) -> Vec<Span> {
    let words = writer.composer.words;
    let text = turn.said.trim();
    if text.is_empty() {
        return Vec::new();
    }
    let within = |open: &[char], close: &[char]| {
        let inner = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.filter(|inner| !inner.is_empty())
    };
    // What was done rather than said stands in brackets, also when written so.
    if let Some(done) = within(&['('], &[')']) {
        return words.fill("page-done", &[("done", Fill::Spans(writer.inline(done)))]);
    }
    if turn.speaker == Speaker::Nobody {
        return words.fill("page-done", &[("done", Fill::Spans(writer.inline(text)))]);
    }
    let quotes = ['"', '“', '”', '„', '«', '»'];
    let bare = within(&quotes, &quotes).unwrap_or(text);
    words.fill("page-said", &[("said", Fill::Spans(writer.inline(bare)))])
}

fn grief_section(writer: &Writer<'_>, record: &Record, grief: &Grief) -> (Line, Vec<Part>) {
    let composer = writer.composer;
    let words = composer.words;
    let heading = heading(writer, &grief.title, || match composer.lost(record) {
        Some(person) => words.fill("page-grief-of", &[("person", called(writer, person))]),
        None => words.fill("page-grief", &[]),
    });
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.text("page-brought-to-mind", &grief.brought_to_mind);
    answers.list("page-miss", &grief.miss);
    answers.list("page-hard", &grief.hard);
    answers.text("page-unsaid", &grief.unsaid);
    answers.text("page-with-the-feeling", &grief.with_the_feeling);
    let known = grief.could_hear.iter().filter(|id| !composer.cast.is_private(**id));
    let mut hearers: Vec<Vec<Span>> =
        known.map(|id| vec![Span::plain(composer.cast.called(*id))]).collect();
    if grief.therapist_could_hear {
        hearers.push(words.fill("page-you", &[]));
    }
    if !hearers.is_empty() {
        answers.spans("page-could-hear", ended(capital(words.join("page-comma", hearers))));
    }
    answers.felt(&record.around.feelings);
    answers.text("page-after", &grief.after_note);
    (heading, parts(Vec::new(), [answers.pairs]))
}

fn note_section(writer: &Writer<'_>, record: &Record, note: &Note) -> (Line, Vec<Part>) {
    let heading = heading(writer, &note.title, || writer.composer.words.fill("page-note", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.felt(&record.around.feelings);
    (heading, parts(writer.paragraphs(&note.text), [answers.pairs]))
}

fn check_in_notes(composer: &Composer<'_>) -> Option<Section> {
    let words = composer.words;
    let ticked = composer.check_in_notes().filter(|note| composer.note_ticked(note));
    let line = |record: &Record| {
        let Body::CheckIn(CheckIn { craving, note, .. }) = &record.body else { return None };
        let writer = composer.writer(record).at_most(LINE_MAX);
        let fills = [
            ("date", Fill::Spans(words.weekday_date(record.at.day()))),
            ("craving", Fill::Number((*craving)?.get().into())),
            ("note", Fill::Spans(writer.inline(note))),
        ];
        Some(writer.line(words.fill("page-check-in-note", &fills)))
    };
    let mut lines: Vec<Line> = ticked.filter_map(line).collect();
    if let Some(more @ 1..) = lines.len().checked_sub(NOTES_MAX) {
        lines.truncate(NOTES_MAX);
        let more = words.fill("page-lines-left-out", &[("lines", Fill::Number(more))]);
        lines.push(furniture(more));
    }
    (!lines.is_empty()).then(|| Section {
        kind: SectionKind::CheckInNotes,
        item: None,
        heading: furniture(words.fill("page-check-in-notes", &[])),
        aside: Line::default(),
        parts: vec![Part::Lines { lines }],
    })
}

/// Answers to questions, each where there is one.
struct Answers<'a, 'b> {
    writer: &'a Writer<'b>,
    pairs: Vec<Pair>,
}

impl Answers<'_, '_> {
    fn text(&mut self, id: &str, text: &str) {
        if !text.trim().is_empty() {
            let term = self.term(id);
            self.pairs.push(Pair { term, text: self.writer.whole(text) });
        }
    }

    fn list(&mut self, id: &str, texts: &[String]) {
        let written = texts.iter().filter(|text| !text.trim().is_empty());
        let all: Vec<Vec<Span>> = written.map(|text| self.writer.inline(text)).collect();
        self.spans(id, self.writer.composer.words.join("page-semicolon", all));
    }

    fn felt(&mut self, felt: &[Felt]) {
        if !felt.is_empty() {
            self.spans("page-feelings", ended(capital(feelings(self.writer, felt))));
        }
    }

    fn spans(&mut self, id: &str, spans: Vec<Span>) {
        if !spans.is_empty() {
            let term = self.term(id);
            self.pairs.push(Pair { term, text: self.writer.line(spans) });
        }
    }

    fn term(&self, id: &str) -> Line {
        self.writer.line(self.writer.composer.words.fill(id, &[]))
    }
}

fn parts<const GROUPS: usize>(lines: Vec<Line>, groups: [Vec<Pair>; GROUPS]) -> Vec<Part> {
    let mut parts = Vec::new();
    if !lines.is_empty() {
        parts.push(Part::Paragraphs { lines });
    }
    let groups = groups.into_iter().filter(|pairs| !pairs.is_empty());
    parts.extend(groups.map(|pairs| Part::Pairs { pairs }));
    parts
}

fn heading(writer: &Writer<'_>, title: &str, otherwise: impl FnOnce() -> Vec<Span>) -> Line {
    if title.trim().is_empty() { writer.line(otherwise()) } else { writer.whole(title) }
}

fn called(writer: &Writer<'_>, person: RecordId) -> Fill {
    Fill::Spans(vec![Span::plain(writer.composer.cast.called(person))])
}

/// The one person it is about, if it is about one.
fn only_other(writer: &Writer<'_>, record: &Record) -> Option<RecordId> {
    let people = record.people();
    let mut others = people.iter().filter(|id| !writer.composer.cast.is_private(**id));
    others.next().copied().filter(|_| people.len() == 1)
}

fn aside(writer: &Writer<'_>, record: &Record) -> Line {
    let words = writer.composer.words;
    let date = Fill::Spans(words.weekday_date(record.at.day()));
    let mut sentences = Vec::new();
    let mut used = None;
    match &record.body {
        Body::Conflict(conflict) => {
            used = conflict.used_after;
            sentences.push(match &conflict.place {
                Some(place) => {
                    let place = Fill::Spans(place_words(writer, place));
                    words.fill("page-when-where", &[("date", date), ("place", place)])
                }
                None => words.fill("page-when", &[("date", date)]),
            });
        }
        _ => sentences.push(words.fill("page-when", &[("date", date)])),
    }
    sentences.extend(who_died(writer, record));
    let craving = ["page-craving-change", "page-craving-before", "page-craving-after"];
    sentences.extend(change(writer, record.around.craving, craving));
    let mood = ["page-mood-change", "page-mood-before", "page-mood-after"];
    sentences.extend(change(writer, record.around.mood, mood));
    match used {
        Some(Used::Yes) => sentences.push(words.fill("page-used-after", &[])),
        Some(Used::No) => sentences.push(words.fill("page-not-used-after", &[])),
        Some(Used::RatherNotSay) | None => {}
    }
    writer.line(spaced(sentences))
}

fn who_died(writer: &Writer<'_>, record: &Record) -> Option<Vec<Span>> {
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

fn change(
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

fn place_words(writer: &Writer<'_>, place: &Place) -> Vec<Span> {
    let name = match place {
        Place::Home => "home",
        Place::SomeonesHome => "someones_home",
        Place::Work => "work",
        Place::Out => "out",
        Place::Travelling => "travelling",
        Place::Online => "online",
        Place::Treatment => "treatment",
        Place::Own(word) => return writer.inline(word),
    };
    writer.composer.words.fill("page-place", &[("place", Fill::Choice(name))])
}

fn feelings(writer: &Writer<'_>, felt: &[Felt]) -> Vec<Span> {
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

fn feeling_words(writer: &Writer<'_>, feeling: &Feeling) -> Vec<Span> {
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

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Renegotiation => "renegotiation",
        Stage::Impasse => "impasse",
        Stage::Dissolution => "dissolution",
    }
}

fn step_name(step: NextStep) -> &'static str {
    match step {
        NextStep::SayWhatIFelt => "say_what_i_felt",
        NextStep::AskWhatTheyMeant => "ask_what_they_meant",
        NextStep::PickACalmerTime => "pick_a_calmer_time",
        NextStep::PractiseWithTherapist => "practise_with_therapist",
    }
}

/// With a capital first letter.
fn capital(mut spans: Vec<Span>) -> Vec<Span> {
    if let Some(Span::Words { text, .. }) = spans.first_mut() {
        *text = crate::names::capitalised(text);
    }
    spans
}

/// With a full stop, where the last words have no ending of their own.
fn ended(mut spans: Vec<Span>) -> Vec<Span> {
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
