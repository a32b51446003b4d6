//! The long-lived work in the four areas: where it stands, and little more (domain
//! reference E.4, block 7). What was written for it is brought entry by entry.

use chrono::{Days, NaiveDate};
use journal::connection::{Connection, Contact, StartedBy};
use journal::course::Area;
use journal::dispute::{Alternative, Dispute};
use journal::grief::{Avoided, KeptDay, KeptDayKind, Loss, Rebuilding};
use journal::person::{Expectation, Met, Said};
use journal::safety::Raising;
use journal::transition::{SupportNeeded, Transition, Weighed};
use journal::weekly::Weekly;
use journal::work::Work;
use journal::{Body, Rating, Record};

use crate::answers::{Answers, called, ended, heading, may_plan, parts, stage_name};
use crate::compose::{Composer, furniture};
use crate::cravings::spaced;
use crate::page::{Line, Part, Section, SectionKind, Span, Style};
use crate::spans::styled;
use crate::words::Fill;
use crate::writer::Writer;

/// The most lines of one field, those that matter most (domain reference E.4).
const TOP: usize = 2;
/// The most weeks whose numbers are printed.
const WEEKS: usize = 6;
/// How far ahead dates are named.
const AHEAD: Days = Days::new(14);

/// What of each kind stands on the page, so that the panel offers no more.
pub(crate) fn stands_on_page(body: &Body, field: &str) -> bool {
    match body {
        Body::Dispute(_) => matches!(
            field,
            "mine" | "theirs" | "option" | "good_enough" | "link_to_use" | "ending" | "takes"
        ),
        Body::Loss(_) => {
            matches!(field, "kept_days" | "avoided" | "note" | "rebuilding" | "ending" | "takes")
        }
        Body::Transition(_) => {
            matches!(
                field,
                "from_role" | "to_role" | "old_good" | "old_hard" | "new_good" | "new_hard"
            ) || matches!(
                field,
                "miss" | "what" | "result" | "using_then" | "using_now" | "small_thing"
            ) || matches!(field, "ending" | "takes")
        }
        Body::Connection(_) => {
            matches!(field, "now" | "wish" | "in_the_way" | "ending" | "takes")
        }
        _ => true,
    }
}

/// The weekly numbers of the areas that the course works on, without a word that was
/// written; none if there are none. Where the work itself is brought they stand there.
pub(crate) fn numbers(composer: &Composer<'_>) -> Option<Section> {
    let course = composer.course()?;
    let mut pairs = Vec::new();
    for area in [course.main_area, course.second_area].into_iter().flatten() {
        let here = |record: &&Record| {
            record.kind().area() == Some(area)
                && record.work().is_some_and(Work::is_open)
                && !composer.is_private(record)
                && !composer.is_on_page(record)
        };
        for record in composer.records.iter().filter(here) {
            let writer = composer.writer(record);
            let mut answers = Answers { writer: &writer, pairs: Vec::new() };
            match area {
                Area::Dispute => {
                    answers.spans("page-settled", weeks(&writer, record, |week| week.resolution));
                }
                Area::Grief => grief_weeks(&mut answers, record),
                Area::Transition => {
                    answers.spans("page-mastery", weeks(&writer, record, |week| week.mastery));
                }
                Area::Connection => {}
            }
            pairs.append(&mut answers.pairs);
        }
    }
    if pairs.is_empty() {
        return None;
    }
    Some(Section {
        kind: SectionKind::Areas,
        item: None,
        heading: furniture(composer.words.fill("page-areas", &[])),
        aside: furniture(composer.words.fill("page-areas-aside", &[])),
        parts: vec![Part::Pairs { pairs }],
    })
}

fn grief_weeks(answers: &mut Answers<'_, '_>, record: &Record) {
    let writer = answers.writer;
    answers.spans("page-grief-number", weeks(writer, record, |week| week.grief));
    answers.spans("page-warmth", weeks(writer, record, |week| week.warmth));
    answers.spans("page-interference", weeks(writer, record, |week| week.interference));
}

pub(crate) fn dispute_section(
    writer: &Writer<'_>,
    record: &Record,
    dispute: &Dispute,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let other = dispute.person.filter(|id| !writer.composer.cast.is_private(*id));
    let heading = heading(writer, &dispute.title, || match other {
        Some(person) => words.fill("page-conflict-with", &[("person", called(writer, person))]),
        None => words.fill("page-conflict", &[]),
    });
    let mut answers = Answers { writer, pairs: Vec::new() };
    let plan = may_plan(writer, record);
    if plan {
        answers.spans("page-where-it-stands", stages(writer, dispute));
    }
    answers.spans("page-i-expect", expected(writer, &dispute.mine));
    answers.spans("page-they-expect", expected(writer, &dispute.theirs));
    if plan {
        answers.spans("page-options", options(writer, &dispute.alternatives));
    }
    answers.text("page-good-enough", &dispute.good_enough);
    answers.text("page-link-to-use", &dispute.link_to_use);
    answers.spans("page-settled", weeks(writer, record, |week| week.resolution));
    standing(&mut answers, &dispute.work);
    (heading, parts(Vec::new(), [answers.pairs]))
}

fn stages(writer: &Writer<'_>, dispute: &Dispute) -> Vec<Span> {
    let words = writer.composer.words;
    let mut told: Vec<_> = dispute.stages.iter().filter(|one| one.stage.is_some()).collect();
    told.sort_by_key(|one| one.on);
    let sentences = told.iter().rev().take(TOP).enumerate().filter_map(|(place, one)| {
        let stage = words.fill("page-stage", &[("stage", Fill::Choice(stage_name(one.stage?)))]);
        let style = if place == 0 { Style::Strong } else { Style::Plain };
        let fills = [
            ("stage", Fill::Spans(styled(stage, style))),
            ("date", Fill::Spans(words.date("page-date-day", one.on))),
        ];
        Some(words.fill(if place == 0 { "page-stage-since" } else { "page-stage-before" }, &fills))
    });
    spaced(sentences.collect())
}

fn expected(writer: &Writer<'_>, all: &[Expectation]) -> Vec<Span> {
    let words = writer.composer.words;
    let mut told: Vec<&Expectation> =
        all.iter().filter(|one| !one.text.trim().is_empty()).collect();
    told.sort_by_key(|one| std::cmp::Reverse(one.importance));
    let line = |one: &&Expectation| {
        let said = one.said.map(|said| match said {
            Said::Yes => "yes",
            Said::Partly => "partly",
            Said::No => "no",
        });
        let met = match one.met {
            Met::Yes => Some("yes"),
            Met::Partly => Some("partly"),
            Met::No => Some("no"),
            Met::Unknown => None,
        };
        let said = said.map(|said| words.fill("page-said-aloud", &[("said", Fill::Choice(said))]));
        let met = met.map(|met| words.fill("page-met", &[("met", Fill::Choice(met))]));
        let facts: Vec<_> = said.into_iter().chain(met).collect();
        let text = writer.inline(one.text.trim_end_matches(['.', ' ']));
        with_facts(writer, text, facts)
    };
    words.join("page-semicolon", told.iter().take(TOP).map(line).collect())
}

/// A text with what is told of it in brackets, if anything is.
fn with_facts(writer: &Writer<'_>, text: Vec<Span>, facts: Vec<Vec<Span>>) -> Vec<Span> {
    if facts.is_empty() {
        return text;
    }
    let words = writer.composer.words;
    let facts = words.join("page-comma", facts);
    words.fill("page-with-facts", &[("text", Fill::Spans(text)), ("facts", Fill::Spans(facts))])
}

fn options(writer: &Writer<'_>, all: &[Alternative]) -> Vec<Span> {
    let words = writer.composer.words;
    let mut told: Vec<_> = all.iter().filter(|one| !one.option.trim().is_empty()).collect();
    told.sort_by_key(|one| !one.chosen);
    let option = |one: &&Alternative| {
        let facts = if one.chosen { vec![words.fill("page-chosen", &[])] } else { Vec::new() };
        with_facts(writer, writer.inline(&one.option), facts)
    };
    words.join("page-semicolon", told.iter().map(option).collect())
}

/// One number from week to week, with the days from and to.
fn weeks(
    writer: &Writer<'_>,
    record: &Record,
    number: impl Fn(&Weekly) -> Option<Rating>,
) -> Vec<Span> {
    let composer = writer.composer;
    let of = |one: &Record| match &one.body {
        Body::Weekly(weekly) if weekly.focus == Some(record.id) => {
            Some((one.at.day(), number(weekly)?))
        }
        _ => None,
    };
    let until = composer.interval.until;
    let mut told: Vec<(NaiveDate, Rating)> =
        composer.records.iter().filter(|one| one.at <= until).filter_map(of).collect();
    told.sort_by_key(|(day, _)| *day);
    let last = &told[told.len().saturating_sub(WEEKS)..];
    let (Some((first, _)), Some((newest, _))) = (last.first(), last.last()) else {
        return Vec::new();
    };
    let words = composer.words;
    let value = |(_, rating): &(_, Rating)| vec![words.number(&rating.get().to_string())];
    let values = words.join("page-comma", last.iter().map(value).collect());
    let period = words.period(*first, *newest);
    let fills = [("values", Fill::Spans(values)), ("period", Fill::Spans(period))];
    words.fill("page-weeks", &fills)
}

/// How it ended or why it rests, and what is taken from it.
fn standing(answers: &mut Answers<'_, '_>, work: &Work) {
    if !work.is_open() {
        answers.text("page-ending", &work.ending);
        answers.text("page-takes", &work.takes);
    }
}

pub(crate) fn loss_section(writer: &Writer<'_>, record: &Record, loss: &Loss) -> (Line, Vec<Part>) {
    let composer = writer.composer;
    let words = composer.words;
    let heading = match loss.person {
        Some(person) => words.fill("page-grief-of", &[("person", called(writer, person))]),
        None => words.fill("page-grief", &[]),
    };
    let mut answers = Answers { writer, pairs: Vec::new() };
    grief_weeks(&mut answers, record);
    answers.spans("page-approached", approached(writer, &loss.avoided));
    answers.spans("page-rebuilding", rebuilt(writer, &loss.rebuilding));
    answers.spans("page-days-ahead", days_ahead(writer, &loss.kept_days));
    standing(&mut answers, &loss.work);
    (writer.line(heading), parts(Vec::new(), [answers.pairs]))
}

fn approached(writer: &Writer<'_>, all: &[Avoided]) -> Vec<Span> {
    let words = writer.composer.words;
    let mut tried: Vec<_> = all.iter().filter(|one| one.tried_on.is_some()).collect();
    tried.sort_by_key(|one| std::cmp::Reverse(one.tried_on));
    let number = |id: &str, rating: Option<Rating>| {
        Some(words.fill(id, &[("rating", Fill::Number(rating?.get().into()))]))
    };
    let line = |one: &&Avoided| {
        let before = number("page-looked", one.before);
        let after = number("page-was", one.after);
        let text = writer.inline(one.what.trim_end_matches(['.', ' ']));
        with_facts(writer, text, before.into_iter().chain(after).collect())
    };
    words.join("page-semicolon", tried.iter().take(TOP).map(line).collect())
}

fn rebuilt(writer: &Writer<'_>, all: &[Rebuilding]) -> Vec<Span> {
    let words = writer.composer.words;
    let told = all.iter().filter(|one| !one.what.trim().is_empty());
    let line = |one: &Rebuilding| {
        let facts = if one.done { vec![words.fill("page-done-so", &[])] } else { Vec::new() };
        with_facts(writer, writer.inline(one.what.trim_end_matches(['.', ' '])), facts)
    };
    words.join("page-semicolon", told.take(TOP + 1).map(line).collect())
}

fn days_ahead(writer: &Writer<'_>, all: &[KeptDay]) -> Vec<Span> {
    let words = writer.composer.words;
    let today = writer.composer.now.day();
    let last = today.checked_add_days(AHEAD).unwrap_or(today);
    let near = all.iter().filter_map(|kept| {
        let day = kept.on.next_from(today).filter(|day| *day <= last)?;
        let what = match &kept.what {
            KeptDayKind::Birthday => words.fill("page-birthday", &[]),
            KeptDayKind::Anniversary => words.fill("page-anniversary", &[]),
            KeptDayKind::Own(word) => writer.inline(word),
        };
        Some(with_facts(writer, what, vec![words.weekday_date(day)]))
    });
    words.join("page-semicolon", near.collect())
}

pub(crate) fn transition_section(
    writer: &Writer<'_>,
    record: &Record,
    change: &Transition,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &change.title, || words.fill("page-change", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    let roles = [&change.from_role, &change.to_role];
    if roles.iter().all(|role| !role.trim().is_empty()) {
        let [from, to] = roles.map(|role| Fill::Spans(writer.inline(role)));
        answers.spans("page-parts", words.fill("page-from-to", &[("from", from), ("to", to)]));
    }
    answers.spans("page-was-good", heaviest(writer, &change.old_good));
    answers.spans("page-was-hard", heaviest(writer, &change.old_hard));
    answers.spans("page-now-good", heaviest(writer, &change.new_good));
    answers.spans("page-now-hard", heaviest(writer, &change.new_hard));
    answers.text("page-miss", &change.miss);
    answers.text("page-using-then", &change.using_then);
    answers.text("page-using-now", &change.using_now);
    answers.spans("page-supports", supports(writer, &change.supports));
    answers.text("page-small-thing", &change.small_thing);
    answers.spans("page-mastery", weeks(writer, record, |week| week.mastery));
    answers.felt(&record.around.feelings);
    standing(&mut answers, &change.work);
    (heading, parts(Vec::new(), [answers.pairs]))
}

fn heaviest(writer: &Writer<'_>, all: &[Weighed]) -> Vec<Span> {
    let mut told: Vec<_> = all.iter().filter(|one| !one.text.trim().is_empty()).collect();
    told.sort_by_key(|one| std::cmp::Reverse(one.weight));
    let line = |one: &&Weighed| writer.inline(one.text.trim_end_matches(['.', ' ']));
    let joined = told.iter().take(TOP).map(line).collect();
    ended(writer.composer.words.join("page-semicolon", joined))
}

fn supports(writer: &Writer<'_>, all: &[SupportNeeded]) -> Vec<Span> {
    let words = writer.composer.words;
    let told = all.iter().filter(|one| !one.what.trim().is_empty());
    let line = |one: &SupportNeeded| {
        let who = one.who.filter(|id| !writer.composer.cast.is_private(*id));
        let who = who.map(|id| vec![Span::plain(writer.composer.cast.called(id))]);
        let what = writer.inline(one.what.trim_end_matches(['.', ' ']));
        // Asking someone is speaking with them (ruling "Dispute safety").
        let open = writer.composer.cast.cards.raising(one.who) != Raising::Closed;
        let asked = words.fill(if one.asked { "page-asked" } else { "page-not-asked" }, &[]);
        let facts = who.into_iter().chain(open.then_some(asked)).collect();
        let mut line = with_facts(writer, what, facts);
        line.push(Span::plain("."));
        let result = if open { writer.inline(&one.result) } else { Vec::new() };
        spaced(vec![line, result])
    };
    spaced(told.take(TOP).map(line).collect())
}

pub(crate) fn connection_section(
    writer: &Writer<'_>,
    connection: &Connection,
) -> (Line, Vec<Part>) {
    let words = writer.composer.words;
    let heading = heading(writer, &connection.title, || words.fill("page-connection", &[]));
    let mut answers = Answers { writer, pairs: Vec::new() };
    answers.text("page-connection-now", &connection.now);
    answers.text("page-connection-wish", &connection.wish);
    answers.text("page-in-the-way", &connection.in_the_way);
    answers.spans("page-contacts", contacts(writer));
    standing(&mut answers, &connection.work);
    (heading, parts(Vec::new(), [answers.pairs]))
}

/// Counts only contacts that are brought: what is `Only me` leaves no trace, not
/// even in a count (ruling "Sharing").
fn contacts(writer: &Writer<'_>) -> Vec<Span> {
    let composer = writer.composer;
    let contact = |record: &&Record| composer.interval.contains(record.at);
    let of = |record: &Record| -> Option<Contact> {
        match &record.body {
            Body::Contact(contact) => Some(contact.clone()),
            _ => None,
        }
    };
    let brought: Vec<Contact> = composer
        .to_bring()
        .filter(|record| composer.entry_ticked(record))
        .filter(contact)
        .filter_map(of)
        .collect();
    if brought.is_empty() {
        return Vec::new();
    }
    let by_me = brought.iter().filter(|one| one.started_by == Some(StartedBy::Me)).count();
    let fills = [("contacts", Fill::Number(brought.len())), ("byMe", Fill::Number(by_me))];
    composer.words.fill("page-contact-count", &fills)
}
