//! What was tried, decided and practised, and the smaller things people write:
//! contacts, moments, memories, stories that repeat, the years before.

use journal::circle::{Circle, CircleKind};
use journal::connection::{
    Attempt, AttemptResult, Contact, ContactMode, PastRelationship, Pattern, StartedBy,
};
use journal::event::{Event, LifeEvent};
use journal::grief::{Memory, Valence};
use journal::person::Ring;
use journal::technique::{Choice, Decision, Experiment, ExperimentStatus, Rehearsal};
use journal::value::{PartialDate, Precision};
use journal::{Rating, Record};

use crate::answers::{Answers, called, capital, change, ended, heading, may_plan, parts};
use crate::cravings::spaced;
use crate::page::{Line, Pair, Part, Span, Style};
use crate::spans::styled;
use crate::words::Fill;
use crate::writer::Writer;

pub(crate) fn experiment_section(
    writer: &Writer<'_>,
    record: &Record,
    experiment: &Experiment,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &experiment.title, || words.fill("page-experiment", &[]));
    if !may_plan(writer, record) {
        return (heading, Vec::new());
    }
    let status = match experiment.status {
        ExperimentStatus::Idea => "idea",
        ExperimentStatus::Planned => "planned",
        ExperimentStatus::Tried => "tried",
        ExperimentStatus::Changed => "changed",
        ExperimentStatus::LetGo => "let_go",
    };
    let mut answers = Answers { writer, pairs: Vec::new() };
    let status = words.fill("page-status", &[("status", Fill::Choice(status))]);
    let day = experiment
        .tried_on
        .map(|day| words.fill("page-when", &[("date", Fill::Spans(words.weekday_date(day)))]));
    let told = [styled(status, Style::Strong)].into_iter().chain(day).collect();
    answers.spans("page-how-far", spaced(told));
    answers.text("page-why", &experiment.why);
    answers.text("page-prediction", &experiment.prediction);
    answers.text("page-what-happened", &experiment.what_happened);
    answers.text("page-takes", &experiment.learned);
    answers.felt(&record.around.feelings);
    (heading, parts(Vec::new(), [answers.pairs]))
}

pub(crate) fn rehearsal_section(
    writer: &Writer<'_>,
    record: &Record,
    rehearsal: &Rehearsal,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &rehearsal.title, || words.fill("page-rehearsal", &[]));
    if !may_plan(writer, record) {
        return (heading, Vec::new());
    }
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.text("page-goal", &rehearsal.goal);
    answers.text("page-opening-line", &rehearsal.opening_line);
    for one in &rehearsal.exchanges {
        answers.text("page-might-say", &one.reply);
        answers.text("page-could-say", &one.response);
    }
    let sure = ["page-sure-change", "page-sure-before", "page-sure-after"];
    answers.spans("page-sure", change(writer, rehearsal.confidence, sure).unwrap_or_default());
    (heading, parts(writer.paragraphs(&rehearsal.situation), [answers.pairs]))
}

pub(crate) fn attempt_section(
    writer: &Writer<'_>,
    record: &Record,
    attempt: &Attempt,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &attempt.title, || words.fill("page-attempt", &[]));
    let result = attempt.result.map(|result| match result {
        AttemptResult::WentWell => "went_well",
        AttemptResult::Mixed => "mixed",
        AttemptResult::NoReply => "no_reply",
        AttemptResult::SaidNo => "said_no",
        AttemptResult::IStopped => "i_stopped",
    });
    let mut answers = Answers { writer, pairs: Vec::new() };
    let result = result.map(|one| words.fill("page-result", &[("result", Fill::Choice(one))]));
    answers.spans("page-what-came", styled(result.unwrap_or_default(), Style::Strong));
    // What looks ahead to the next time stays shut with it.
    if may_plan(writer, record) {
        answers.spans("page-looked-hard", out_of_ten(writer, attempt.difficulty));
        answers.text("page-takes", &attempt.learned);
    }
    answers.felt(&record.around.feelings);
    (heading, parts(writer.paragraphs(&attempt.what_happened), [answers.pairs]))
}

fn out_of_ten(writer: &Writer<'_>, rating: Option<Rating>) -> Vec<Span> {
    let number = |rating: Rating| {
        let fills = [("rating", Fill::Number(rating.get().into()))];
        writer.composer.words.fill("page-out-of-ten", &fills)
    };
    rating.map(number).unwrap_or_default()
}

pub(crate) fn decision_section(
    writer: &Writer<'_>,
    record: &Record,
    decision: &Decision,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &decision.title, || words.fill("page-decision", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.text("page-goal", &decision.goal);
    if may_plan(writer, record) {
        for (place, choice) in decision.options.iter().enumerate() {
            let chosen = decision.chosen.map(usize::from) == Some(place);
            let option = choice_spans(writer, choice, chosen);
            answers.spans("page-option", option);
        }
        answers.text("page-why", &decision.why);
    }
    answers.text("page-info-needed", &decision.info_needed);
    let asked = decision.people_to_ask.iter();
    let asked = asked.filter(|id| !writer.composer.cast.is_private(**id));
    let names = asked.map(|id| vec![Span::plain(writer.composer.cast.called(*id))]).collect();
    answers.spans("page-to-ask", ended(capital(words.join("page-comma", names))));
    answers.felt(&record.around.feelings);
    (heading, parts(Vec::new(), [answers.pairs]))
}

fn choice_spans(writer: &Writer<'_>, choice: &Choice, chosen: bool) -> Vec<Span> {
    let words = writer.composer.words;
    let text = if choice.nothing && choice.text.trim().is_empty() {
        words.fill("page-nothing-for-now", &[])
    } else {
        writer.inline(&choice.text)
    };
    let for_and_against = [("page-for", &choice.good), ("page-against", &choice.bad)];
    let said = for_and_against.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let mut sentences: Vec<Vec<Span>> = said
        .map(|(id, text)| words.fill(id, &[("text", Fill::Spans(ended(writer.inline(text))))]))
        .collect();
    let is_empty = text.is_empty() || (choice.nothing && !chosen && sentences.is_empty());
    if is_empty {
        return Vec::new();
    }
    let option = if chosen {
        let fills = [
            ("text", Fill::Spans(styled(text, Style::Strong))),
            ("facts", Fill::Spans(words.fill("page-chosen", &[]))),
        ];
        let mut option = words.fill("page-with-facts", &fills);
        option.push(Span::plain("."));
        option
    } else {
        ended(text)
    };
    sentences.insert(0, option);
    spaced(sentences)
}

pub(crate) fn contact_section(
    writer: &Writer<'_>,
    record: &Record,
    contact: &Contact,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let people = record.people();
    let mut known = people.iter().filter(|id| !writer.composer.cast.is_private(**id));
    let heading = heading(writer, &contact.title, || match known.next() {
        Some(person) => words.fill("page-contact-with", &[("person", called(writer, *person))]),
        None => words.fill("page-contact", &[]),
    });
    let mode = contact.mode.map(|mode| match mode {
        ContactMode::InPerson => "in_person",
        ContactMode::Call => "call",
        ContactMode::Text => "text",
        ContactMode::Video => "video",
        ContactMode::Online => "online",
        ContactMode::Letter => "letter",
    });
    let started = contact.started_by.map(|started| match started {
        StartedBy::Me => "me",
        StartedBy::Them => "them",
        StartedBy::Planned => "planned",
    });
    let mode = mode.map(|mode| words.fill("page-mode", &[("mode", Fill::Choice(mode))]));
    let started =
        started.map(|who| words.fill("page-started", &[("startedBy", Fill::Choice(who))]));
    let how = words.join("page-comma", mode.into_iter().chain(started).collect());
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.spans("page-how", ended(capital(how)));
    answers.felt(&record.around.feelings);
    (heading, parts(writer.paragraphs(&contact.note), [answers.pairs]))
}

pub(crate) fn event_section(
    writer: &Writer<'_>,
    record: &Record,
    event: &Event,
) -> (Line, Vec<Part>) {
    let heading = heading(writer, &event.title, || writer.composer.words.fill("page-event", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.felt(&record.around.feelings);
    answers.text("page-after", &event.after_note);
    (heading, parts(writer.paragraphs(&event.what_happened), [answers.pairs]))
}

pub(crate) fn memory_section(
    writer: &Writer<'_>,
    record: &Record,
    memory: &Memory,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &memory.title, || match writer.composer.lost(record) {
        Some(person) => words.fill("page-memory-of", &[("person", called(writer, person))]),
        None => words.fill("page-memory", &[]),
    });
    let valence = memory.valence.map(|valence| match valence {
        Valence::Warm => "warm",
        Valence::Painful => "painful",
        Valence::Mixed => "mixed",
    });
    let mut answers = Answers { writer, pairs: Vec::new() };
    let valence = valence.map(|one| words.fill("page-valence", &[("valence", Fill::Choice(one))]));
    answers.spans("page-it-is", valence.unwrap_or_default());
    answers.spans("page-strength", out_of_ten(writer, memory.strength));
    answers.felt(&record.around.feelings);
    (heading, parts(writer.paragraphs(&memory.text), [answers.pairs]))
}

/// Whether it shows up in therapy too stays in the journal (domain reference A.6.4).
pub(crate) fn pattern_section(
    writer: &Writer<'_>,
    record: &Record,
    pattern: &Pattern,
) -> (Line, Vec<Part>) {
    let heading =
        heading(writer, &pattern.title, || writer.composer.words.fill("page-pattern", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.text("page-starts", &pattern.starts);
    answers.text("page-then-i", &pattern.then_i);
    answers.text("page-then-they", &pattern.then_they);
    answers.text("page-ends", &pattern.ends);
    if may_plan(writer, record) {
        answers.text("page-first-change", &pattern.first_small_change);
    }
    (heading, parts(Vec::new(), [answers.pairs]))
}

pub(crate) fn past_section(writer: &Writer<'_>, past: &PastRelationship) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &past.title, || words.fill("page-past", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.text("page-period-of", &past.period);
    answers.text("page-worked", &past.worked);
    answers.text("page-went-wrong", &past.went_wrong);
    answers.text("page-how-it-ended", &past.how_it_ended);
    answers.text("page-my-part", &past.my_part);
    answers.text("page-their-part", &past.their_part);
    (heading, parts(Vec::new(), [answers.pairs]))
}

pub(crate) fn life_section(writer: &Writer<'_>, event: &LifeEvent) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &event.title, || words.fill("page-life", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    let ends = [event.from, event.to].into_iter().flatten().map(|date| known(writer, date));
    let when = words.join("page-dash", ends.collect());
    answers.spans("page-period-of", when);
    (heading, parts(writer.paragraphs(&event.detail), [answers.pairs]))
}

/// A date as exactly as it is known.
fn known(writer: &Writer<'_>, date: PartialDate) -> Vec<Span> {
    let id = match date.precision {
        Precision::Day => "page-date-day-year",
        Precision::Month => "page-date-month-year",
        Precision::Year => "page-date-year",
    };
    writer.composer.words.date(id, date.date)
}

pub(crate) fn circle_section(writer: &Writer<'_>, circle: &Circle) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let shows = match circle.shows {
        CircleKind::Now => "now",
        CircleKind::Wanted => "wanted",
        CircleKind::Before => "before",
    };
    let heading = words.fill("page-circle", &[("shows", Fill::Choice(shows))]);
    let rings = [Ring::VeryClose, Ring::Close, Ring::AroundMe, Ring::OutOfTouch];
    let pairs = rings.into_iter().filter_map(|ring| ring_pair(writer, circle, ring)).collect();
    (writer.line(heading), parts(writer.paragraphs(&circle.note), [pairs]))
}

fn ring_pair(writer: &Writer<'_>, circle: &Circle, ring: Ring) -> Option<Pair> {
    let composer = writer.composer;
    let name = match ring {
        Ring::VeryClose => "very_close",
        Ring::Close => "close",
        Ring::AroundMe => "around_me",
        Ring::OutOfTouch => "out_of_touch",
    };
    let here = circle.positions.iter().filter(|one| one.ring == ring);
    let here = here.filter(|one| !composer.cast.is_private(one.person));
    let names: Vec<_> =
        here.map(|one| vec![Span::plain(composer.cast.called(one.person))]).collect();
    let term = writer.line(composer.words.fill("page-ring", &[("ring", Fill::Choice(name))]));
    let all = composer.words.join("page-comma", names);
    (!all.is_empty()).then(|| Pair { term, text: writer.line(ended(capital(all))) })
}
