//! The four areas, what was tried, and the smaller kinds on the page.

use journal::choices::PageChoices;
use journal::circle::{Circle, Position};
use journal::conflict::{Stage, Turn};
use journal::connection::{
    Attempt, AttemptResult, Connection, Contact, PastRelationship, Pattern, StartedBy,
};
use journal::course::Area;
use journal::dispute::{Alternative, Dispute, StageOn};
use journal::event::{Event, LifeEvent};
use journal::grief::{Avoided, KeptDay, KeptDayKind, Loss, Memory};
use journal::person::{Expectation, FeelSafe, Met, Relation, Ring, Said};
use journal::technique::{Choice, Decision, Experiment, ExperimentStatus, Rehearsal};
use journal::transition::{Transition, Weighed};
use journal::value::{Degree, YearlyDay};
use journal::weekly::Weekly;
use journal::work::{Work, WorkStatus};
use journal::{Body, KindName, Record, RecordId, Share};
use summary::{BlockKind, Offer};

use crate::composing::text;
use crate::sample::*;

const DISPUTE: u128 = 400;

fn brought(number: u128, when: &str, body: Body) -> Record {
    let mut record = record(number, when, body);
    record.share = Share::ToBring;
    record
}

/// What is brought in these tests only: people, the course, and nothing written.
fn ground() -> Vec<Record> {
    let mut records = journal();
    records.retain(|record| !record.kind().is_written());
    records
}

fn dispute() -> Dispute {
    let stage = |stage, day: &str| StageOn {
        stage: Some(stage),
        on: day.parse().unwrap(),
        note: String::new(),
    };
    let expected = |text: &str, importance| Expectation {
        text: text.into(),
        met: Met::No,
        said: Some(Said::Partly),
        importance: Degree::new(importance),
    };
    let option = |option: &str, chosen| Alternative {
        option: option.into(),
        chosen,
        ..Alternative::default()
    };
    Dispute {
        title: "Being late, with Dan".into(),
        person: Some(id(DAN)),
        stages: vec![
            stage(Stage::Renegotiation, "2026-02-02"),
            stage(Stage::Impasse, "2026-03-08"),
        ],
        mine: vec![
            expected("The least", 1),
            expected("To be trusted.", 4),
            expected("To be asked", 3),
        ],
        alternatives: vec![option("Wait", false), option("Text him", true)],
        good_enough: "He asks first.".into(),
        value_difference: "A field that stays in the journal.".into(),
        ..Dispute::default()
    }
}

fn with_dispute(dispute: Dispute) -> Vec<Record> {
    let mut records = ground();
    records.push(brought(DISPUTE, "2026-02-01T10:00", Body::Dispute(dispute)));
    for (number, (day, resolution)) in [("02-10", 2), ("03-01", 5)].into_iter().enumerate() {
        let weekly = Weekly {
            focus: Some(id(DISPUTE)),
            resolution: rating(resolution),
            ..Weekly::default()
        };
        let number = 410 + number as u128;
        records.push(record(number, &format!("2026-{day}T20:00"), Body::Weekly(weekly)));
    }
    records
}

fn page_text(records: &[Record]) -> String {
    text(&compose(records, &PageChoices::default()))
}

fn entries(records: &[Record]) -> Vec<RecordId> {
    compose(records, &PageChoices::default()).items()
}

fn feel_safe(records: &mut [Record], answer: Option<FeelSafe>) {
    for record in records {
        if let Body::Person(person) = &mut record.body {
            person.feel_safe = answer;
        }
    }
}

#[test]
fn a_dispute_tells_where_it_stands_and_what_matters_most() {
    let text = page_text(&with_dispute(dispute()));
    assert!(
        text.contains(
            "Being late, with my partner\nWorking on a disagreement since Sunday 1 February.\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("Stuck. Since 8 March. Before that, from 2 February: Talking it through.")
    );
    assert!(
        text.contains(
            "To be trusted (said in part, not met); To be asked (said in part, not met)\n"
        )
    );
    assert!(!text.contains("The least"), "the two that matter most");
    assert!(text.contains("Text him (chosen); Wait\n"));
    assert!(text.contains("2, 5 (10 February to 1 March)\n"), "weekly numbers: {text}");
    assert!(!text.contains("stays in the journal"));
}

#[test]
fn planning_stays_off_the_page_unless_it_is_clearly_safe() {
    let try_it = Experiment {
        title: "A try".into(),
        why: "Planning to speak.".into(),
        focus: Some(id(DISPUTE)),
        ..Experiment::default()
    };
    let practise = Rehearsal {
        title: "A practice".into(),
        opening_line: "Planning to speak.".into(),
        ..Rehearsal::default()
    };
    let mut records = with_dispute(dispute());
    records.push(brought(420, "2026-03-08T10:00", Body::Experiment(try_it)));
    let mut practise = brought(421, "2026-03-08T11:00", Body::Rehearsal(practise));
    practise.around.people = vec![id(DAN)];
    records.push(practise);
    assert!(page_text(&records).contains("Planning to speak."), "a clear yes");
    let unclear = [FeelSafe::Mostly, FeelSafe::No, FeelSafe::Unsure, FeelSafe::PreferNotToSay];
    for answer in unclear.into_iter().map(Some).chain([None]) {
        feel_safe(&mut records, answer);
        let text = page_text(&records);
        for hidden in ["Stuck.", "Text him", "Planning to speak."] {
            assert!(!text.contains(hidden), "{hidden} with {answer:?}");
        }
        for stays in ["To be trusted", "He asks first.", "A try\n", "A practice\n"] {
            assert!(text.contains(stays), "{stays} with {answer:?}");
        }
    }
    let nobody = page_text(&with_dispute(Dispute { person: None, ..dispute() }));
    assert!(!nobody.contains("Stuck.") && !nobody.contains("Text him"), "with nobody named");
}

#[test]
fn work_that_goes_on_is_ticked_until_it_ends_and_is_named_when_left_out() {
    let records = with_dispute(dispute());
    assert_eq!(entries(&records), [id(DISPUTE)], "it was begun long before");
    let off = PageChoices { items: vec![item(DISPUTE, false)], ..PageChoices::default() };
    let page = compose(&records, &off);
    assert!(page.items().is_empty());
    assert_eq!(page.left_out.text(), "Not shared by choice: 1 entry");
    let work = Work { status: WorkStatus::Settled, ending: "We talked.".into(), ..Work::default() };
    let settled = with_dispute(Dispute { work, ..dispute() });
    let page = compose(&settled, &PageChoices::default());
    assert!(page.items().is_empty() && page.left_out.spans.is_empty(), "its time is over");
    let on = PageChoices { items: vec![item(DISPUTE, true)], ..PageChoices::default() };
    assert!(text(&compose(&settled, &on)).contains("We talked."));
}

#[test]
fn work_that_is_only_mine_leaves_no_trace() {
    let mut mine = with_dispute(dispute());
    mine.iter_mut().find(|record| record.id == id(DISPUTE)).unwrap().share = Share::OnlyMe;
    let choices = PageChoices { items: vec![item(DISPUTE, true)], ..PageChoices::default() };
    assert_eq!(compose(&mine, &choices), compose(&ground(), &choices), "nor do its weeks");
}

#[test]
fn the_work_with_a_private_person_and_what_belongs_to_it_are_on_no_page() {
    let mut records = with_dispute(Dispute { pattern_with: vec![id(JOY)], ..dispute() });
    let note = journal::note::Note {
        text: "Xylophone".into(),
        focus: Some(id(DISPUTE)),
        ..journal::note::Note::default()
    };
    records.push(brought(420, "2026-03-08T10:00", Body::Note(note)));
    assert_eq!(entries(&records).len(), 2);
    for record in &mut records {
        if let Body::Person(person) = &mut record.body {
            person.private = person.relation == Some(Relation::Partner);
        }
    }
    let page = compose(&records, &PageChoices::default());
    assert!(page.items().is_empty() && page.left_out.spans.is_empty());
    assert!(!text(&page).contains("Xylophone"));
}

#[test]
fn a_loss_tells_its_weeks_what_was_approached_and_near_days() {
    let near =
        KeptDay { what: KeptDayKind::Birthday, on: YearlyDay { month: 3, day: 20 }, remind: false };
    let far = KeptDay {
        what: KeptDayKind::Own("the day at the lake".into()),
        on: YearlyDay { month: 7, day: 2 },
        remind: false,
    };
    let avoided = Avoided {
        what: "His coat.".into(),
        before: rating(7),
        tried_on: Some("2026-03-07".parse().unwrap()),
        after: rating(4),
        ..Avoided::default()
    };
    let loss = Loss {
        person: Some(id(FATHER)),
        cause: Some(journal::grief::Cause::Overdose),
        what_happened_then: "A field that stays in the journal.".into(),
        kept_days: vec![near, far],
        avoided: vec![avoided],
        ..Loss::default()
    };
    let mut records = ground();
    records.push(brought(500, "2026-02-01T10:00", Body::Loss(loss)));
    let weekly = Weekly { focus: Some(id(500)), warmth: rating(6), ..Weekly::default() };
    records.push(record(501, "2026-03-05T20:00", Body::Weekly(weekly)));
    let text = page_text(&records);
    assert!(text.contains("Missing my father\n"), "{text}");
    assert!(text.contains("Warmth, 0–10\n6 (5 March)\n"));
    assert!(!text.contains("Grief, 0–10"), "what was skipped is not printed as zero");
    assert!(text.contains("His coat (looked 7, was 4)\n"));
    assert!(text.contains("birthday (Friday 20 March)\n") && !text.contains("lake"));
    assert!(!text.contains("overdose") && !text.contains("stays in the journal"));
}

#[test]
fn a_change_tells_what_weighs_most() {
    let line = |text: &str, weight| Weighed { text: text.into(), weight: Degree::new(weight) };
    let change = Transition {
        title: "The new kitchen".into(),
        from_role: "Nights".into(),
        to_role: "Days".into(),
        old_good: vec![line("Cash", 1), line("The crew", 4), line("The pace", 3)],
        using_then: "It ended the day.".into(),
        ..Transition::default()
    };
    let mut records = ground();
    records.push(brought(600, "2026-02-01T10:00", Body::Transition(change)));
    let text = page_text(&records);
    assert!(text.contains("Nights → Days\n") && text.contains("The crew; The pace.\n"), "{text}");
    assert!(!text.contains("Cash") && text.contains("It ended the day."));
}

#[test]
fn contacts_are_counted_only_as_far_as_they_are_brought() {
    let contact = |number, share| {
        let contact = Contact { started_by: Some(StartedBy::Me), ..Contact::default() };
        let mut record = record(number, "2026-03-07T10:00", Body::Contact(contact));
        record.share = share;
        record
    };
    let mut records = ground();
    let work = Connection { wish: "More.".into(), ..Connection::default() };
    records.push(brought(700, "2026-02-01T10:00", Body::Connection(work)));
    records.push(contact(701, Share::OnlyMe));
    assert!(!page_text(&records).contains("begun by me"), "none is brought");
    records.push(contact(702, Share::ToBring));
    assert!(page_text(&records).contains("1 contact; 1 begun by me.\n"));
}

/// One of each smaller kind, with a word of its own in it.
fn smaller() -> Vec<(Body, &'static str)> {
    let position = |number, ring| Position { person: id(number), ring, angle: 0 };
    let choice = |text: &str| Choice { text: text.into(), ..Choice::default() };
    let nothing = Choice { nothing: true, good: "Rest.".into(), ..Choice::default() };
    vec![
        (
            Body::Experiment(Experiment {
                status: ExperimentStatus::LetGo,
                ..Experiment::default()
            }),
            "Let go.",
        ),
        (
            Body::Attempt(Attempt { result: Some(AttemptResult::NoReply), ..Attempt::default() }),
            "No reply.",
        ),
        (
            Body::Decision(Decision {
                options: vec![choice("Stay"), choice("Go"), nothing],
                chosen: Some(2),
                ..Decision::default()
            }),
            "Nothing for now (chosen). For: Rest.",
        ),
        (
            Body::Contact(Contact { note: "On the bench.".into(), ..Contact::default() }),
            "On the bench.",
        ),
        (
            Body::Event(Event { what_happened: "She stayed.".into(), ..Event::default() }),
            "She stayed.",
        ),
        (Body::Memory(Memory { text: "Peas.".into(), ..Memory::default() }), "Peas."),
        (Body::Pattern(Pattern { ends: "Quiet.".into(), ..Pattern::default() }), "Quiet."),
        (
            Body::PastRelationship(PastRelationship {
                worked: "Walking.".into(),
                ..PastRelationship::default()
            }),
            "Walking.",
        ),
        (
            Body::LifeEvent(LifeEvent { detail: "Far away.".into(), ..LifeEvent::default() }),
            "Far away.",
        ),
        (
            Body::Circle(Circle {
                positions: vec![position(DAN, Ring::Close), position(JOY, Ring::Close)],
                ..Circle::default()
            }),
            "My partner, my friend.",
        ),
        (
            Body::Rehearsal(Rehearsal { opening_line: "Hello.".into(), ..Rehearsal::default() }),
            "Hello.",
        ),
    ]
}

#[test]
fn each_smaller_kind_is_offered_and_set_when_it_is_brought_and_never_otherwise() {
    for (body, words) in smaller() {
        let kind = body.name();
        let mut records = ground();
        records.push(brought(800, "2026-03-08T10:00", body));
        let page = compose(&records, &PageChoices::default());
        assert_eq!(page.items(), [id(800)], "{kind:?}");
        assert!(text(&page).contains(words), "{kind:?}: {}", text(&page));
        assert!(offered(&records).contains(&id(800)), "{kind:?}");
        records.last_mut().unwrap().share = Share::OnlyMe;
        assert_eq!(
            compose(&records, &PageChoices::default()),
            compose(&ground(), &PageChoices::default()),
            "{kind:?} is Only me"
        );
        assert!(offered(&records).is_empty(), "{kind:?} is Only me");
    }
}

fn offer(records: &[Record]) -> Offer {
    summary::offer(&material(records), &PageChoices::default())
}

fn offered(records: &[Record]) -> Vec<RecordId> {
    let offer = offer(records);
    let block = offer.blocks.iter().find(|block| block.kind == BlockKind::Entries).unwrap();
    block.items.iter().map(|item| item.item).collect()
}

#[test]
fn every_kind_that_is_written_and_all_work_can_be_brought() {
    for &kind in KindName::ALL.iter().filter(|kind| kind.is_written() || kind.area().is_some()) {
        let mut records = ground();
        records.push(brought(800, "2026-03-08T10:00", Body::empty(kind)));
        assert_eq!(entries(&records), [id(800)], "{kind:?}");
        assert_eq!(offered(&records), [id(800)], "{kind:?}");
    }
}

#[test]
fn the_panel_shows_of_work_what_the_page_shows() {
    let records = with_dispute(dispute());
    let offer = offer(&records);
    let block = offer.blocks.iter().find(|block| block.kind == BlockKind::Entries).unwrap();
    let shown: String = block.items[0].text.iter().map(|part| part.text.as_str()).collect();
    assert!(shown.contains("To be trusted.") && shown.contains("He asks first."));
    assert!(!shown.contains("stays in the journal"));
}

#[test]
fn main_work_comes_first_then_conversations_then_what_was_tried_then_other_work() {
    let mut records = journal();
    let experiment = Experiment { title: "A try".into(), ..Experiment::default() };
    records.push(brought(801, "2026-03-06T10:00", Body::Experiment(experiment)));
    records.push(brought(DISPUTE, "2026-02-01T10:00", Body::Dispute(dispute())));
    records.push(brought(802, "2026-02-20T10:00", Body::Transition(Transition::default())));
    let course = records.iter_mut().find_map(|record| match &mut record.body {
        Body::Course(course) => Some(course),
        _ => None,
    });
    course.unwrap().main_area = Some(Area::Dispute);
    let order = [DISPUTE, CONFLICT, 801, 802, GRIEF, NOTE].map(id);
    assert_eq!(entries(&records), order);
    assert_eq!(offered(&records), order);
}

#[test]
fn what_was_tried_since_last_time_counts_by_the_day_it_was_tried() {
    let tried = |day: &str| Experiment {
        title: "Ask first".into(),
        tried_on: Some(day.parse().unwrap()),
        ..Experiment::default()
    };
    let mut records = ground();
    // Written down long before the last session.
    records.push(brought(420, "2026-02-01T10:00", Body::Experiment(tried("2026-03-08"))));
    assert_eq!(entries(&records), [id(420)], "tried since then");
    records.pop();
    records.push(brought(420, "2026-03-08T10:00", Body::Experiment(tried("2026-02-01"))));
    assert!(entries(&records).is_empty(), "tried before, and only written down now");
}

#[test]
fn a_conversation_tells_where_it_turned() {
    let mut records = ground();
    let mut talk = conflict();
    talk.turning_point = Some(3);
    let mut argument = brought(CONFLICT, "2026-03-08T21:00", Body::Conflict(talk.clone()));
    argument.around.people = vec![id(DAN)];
    records.push(argument);
    let text = page_text(&records);
    let turned = text.find("It turned here.").expect("it is told");
    assert!(text.find("I made dinner.").unwrap() < turned, "{text}");
    assert!(text[turned..].contains("Went to the bedroom"), "{text}");

    // Of a long one the part around it.
    let turn = talk.turns[2].clone();
    talk.turns = (1..=40).map(|n| Turn { said: format!("Line {n}."), ..turn.clone() }).collect();
    talk.turning_point = Some(30);
    records.last_mut().unwrap().body = Body::Conflict(talk);
    let text = page_text(&records);
    assert!(text.contains("Line 30."), "{text}");
    assert!(text.contains("It turned here."), "{text}");
    assert!(text.contains("23 more turns") && text.contains("5 more turns"), "{text}");
}
