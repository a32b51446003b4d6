//! What was written and is brought: conflicts with their conversation, grief,
//! notes, and notes from check-ins; which section each kind has.

use journal::check_in::{CheckIn, Place};
use journal::conflict::{Conflict, NextStep, Speaker, Turn};
use journal::course::Area;
use journal::grief::Grief;
use journal::note::Note;
use journal::value::Used;
use journal::{Body, Record, RecordId};

use crate::answers::{
    Answers, called, capital, change, ended, feelings, heading, may_plan, parts, stage_name,
    who_died,
};
use crate::care::{ride_section, use_section};
use crate::compose::{Composer, LINE_MAX, furniture};
use crate::cravings::spaced;
use crate::page::{Line, Pair, Part, Section, SectionKind, Span, Style};
use crate::spans::styled;
use crate::tried::{
    attempt_section, circle_section, contact_section, decision_section, event_section,
    experiment_section, life_section, memory_section, past_section, pattern_section,
    rehearsal_section,
};
use crate::words::Fill;
use crate::work::{connection_section, dispute_section, loss_section, transition_section};
use crate::writer::Writer;

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
        Body::Dispute(dispute) => dispute_section(&writer, record, dispute),
        Body::Loss(loss) => loss_section(&writer, record, loss),
        Body::Transition(change) => transition_section(&writer, record, change),
        Body::Connection(connection) => connection_section(&writer, connection),
        Body::Experiment(experiment) => experiment_section(&writer, record, experiment),
        Body::Rehearsal(rehearsal) => rehearsal_section(&writer, record, rehearsal),
        Body::Attempt(attempt) => attempt_section(&writer, record, attempt),
        Body::Decision(decision) => decision_section(&writer, record, decision),
        Body::Contact(contact) => contact_section(&writer, record, contact),
        Body::Event(event) => event_section(&writer, record, event),
        Body::Memory(memory) => memory_section(&writer, record, memory),
        Body::Pattern(pattern) => pattern_section(&writer, record, pattern),
        Body::PastRelationship(past) => past_section(&writer, past),
        Body::LifeEvent(event) => life_section(&writer, event),
        Body::Circle(circle) => circle_section(&writer, circle),
        Body::Ride(ride) => ride_section(&writer, ride),
        Body::Use(used) => use_section(&writer, record, used),
        Body::Person(_)
        | Body::CheckIn(_)
        | Body::Course(_)
        | Body::Session(_)
        | Body::PageChoices(_)
        | Body::Disclosure(_)
        | Body::Settings(_)
        | Body::Weekly(_)
        | Body::Prompt(_)
        | Body::Rhythm(_)
        | Body::RhythmDay(_)
        | Body::Care(_)
        | Body::CareDay(_)
        | Body::UseDay(_)
        | Body::SafetyPlan(_)
        | Body::Answers(_)
        | Body::ScalePack(_) => return None,
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
    pairs.extend(talk(writer, conflict, other));
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.text("page-i-wanted", &conflict.i_wanted);
    answers.text("page-they-wanted", &conflict.they_wanted);
    answers.text("page-message-meant", &conflict.message_meant);
    answers.text("page-message-heard", &conflict.message_heard);
    answers.text("page-how-it-ended", &conflict.how_it_ended);
    if may_plan(writer, record) {
        answers.list("page-other-lines", &conflict.other_lines);
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

/// The turns that hold anything, with where the talk turned marked. Of a long one the part
/// around that, or else its beginning.
fn talk(writer: &Writer<'_>, conflict: &Conflict, other: Option<RecordId>) -> Vec<Pair> {
    let turned = |place: usize| conflict.turning_point.map(usize::from) == Some(place + 1);
    let is_told = |turn: &Turn| *turn != Turn { speaker: turn.speaker, ..Turn::default() };
    let turns: Vec<(&Turn, bool)> = conflict
        .turns
        .iter()
        .enumerate()
        .map(|(place, turn)| (turn, turned(place)))
        .filter(|(turn, turned)| is_told(turn) || *turned)
        .collect();
    let turning = turns.iter().position(|(_, turned)| *turned).unwrap_or_default();
    let last_start = turns.len().saturating_sub(TURNS_MAX);
    let start = if turning < TURNS_MAX { 0 } else { last_start.min(turning - TURNS_MAX / 2) };
    let left_out = |more: usize| {
        let turns = [("turns", Fill::Number(more))];
        let text = furniture(writer.composer.words.fill("page-turns-left-out", &turns));
        (more > 0).then(|| Pair { term: Line::default(), text })
    };
    let shown = turns.iter().skip(start).take(TURNS_MAX);
    let shown = shown.map(|(turn, turned)| turn_pair(writer, turn, *turned, other));
    let after = left_out(last_start - start);
    left_out(start).into_iter().chain(shown).chain(after).collect()
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

fn turn_pair(writer: &Writer<'_>, turn: &Turn, turned: bool, other: Option<RecordId>) -> Pair {
    let words = writer.composer.words;
    let person = |id| vec![Span::plain(writer.composer.cast.called_first(id))];
    let (term, mine) = match (turn.speaker, other) {
        (Speaker::Me, _) => (words.fill("page-me", &[]), true),
        (Speaker::Person(id), _) | (Speaker::Other, Some(id)) => (person(id), false),
        (Speaker::Other, None) => (words.fill("page-other", &[]), false),
        (Speaker::Nobody, _) => (words.fill("page-nobody", &[]), true),
    };
    let mut sentences = vec![said(writer, turn)];
    if !turn.nonverbal.trim().is_empty() {
        let done = Fill::Spans(writer.inline(turn.nonverbal.trim_end_matches(['.', ' '])));
        sentences.push(words.fill("page-done", &[("done", done)]));
    }
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
    if turned {
        sentences.push(styled(words.fill("page-turned", &[]), Style::Strong));
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
        body => {
            if let Body::Event(event) = body {
                used = event.used_after;
            }
            sentences.push(match record.kind().area() {
                Some(area) => {
                    let area = Fill::Choice(area_name(area));
                    words.fill("page-begun", &[("area", area), ("date", date)])
                }
                None => words.fill("page-when", &[("date", date)]),
            });
        }
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

fn area_name(area: Area) -> &'static str {
    match area {
        Area::Dispute => "dispute",
        Area::Grief => "grief",
        Area::Transition => "transition",
        Area::Connection => "connection",
    }
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

fn step_name(step: NextStep) -> &'static str {
    match step {
        NextStep::SayWhatIFelt => "say_what_i_felt",
        NextStep::AskWhatTheyMeant => "ask_what_they_meant",
        NextStep::PickACalmerTime => "pick_a_calmer_time",
        NextStep::PractiseWithTherapist => "practise_with_therapist",
    }
}
