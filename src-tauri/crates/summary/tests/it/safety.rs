//! What leads to speaking with someone stays off the page unless that is clearly safe
//! (domain reference D.7; ruling "Dispute safety"): every kind, every answer.

use journal::choices::PageChoices;
use journal::conflict::{Conflict, Stage};
use journal::connection::{Attempt, Pattern};
use journal::dispute::{Alternative, Dispute, StageOn};
use journal::person::{FeelSafe, Standing};
use journal::technique::{Choice, Decision, Experiment, Rehearsal};
use journal::transition::{SupportNeeded, Transition};
use journal::{Body, KindName, Record, Share};

use crate::composing::{edit, person_of, text};
use crate::sample::*;

const ITEM: u128 = 400;
/// Stands in every field that leads to speaking, and nowhere else.
const PLAN: &str = "Xylophone";

/// One of each kind with something that leads to speaking with whoever it is about.
fn plans() -> Vec<Body> {
    let plan = || PLAN.to_owned();
    let stage = StageOn {
        stage: Some(Stage::Impasse),
        on: "2026-03-08".parse().unwrap(),
        note: String::new(),
    };
    let dispute = Dispute {
        person: Some(id(DAN)),
        stages: vec![stage],
        alternatives: vec![Alternative { option: plan(), ..Alternative::default() }],
        i_keep_it_going: plan(),
        ..Dispute::default()
    };
    let choice = Choice { text: plan(), good: plan(), ..Choice::default() };
    let support =
        SupportNeeded { what: "A call".into(), who: Some(id(DAN)), asked: true, result: plan() };
    vec![
        Body::Conflict(Conflict {
            other_lines: vec![plan()],
            next_try: plan(),
            stage: Some(Stage::Impasse),
            ..Conflict::default()
        }),
        Body::Dispute(dispute),
        Body::Decision(Decision { options: vec![choice], why: plan(), ..Decision::default() }),
        Body::Rehearsal(Rehearsal { opening_line: plan(), ..Rehearsal::default() }),
        Body::Experiment(Experiment { why: plan(), ..Experiment::default() }),
        Body::Attempt(Attempt { learned: plan(), ..Attempt::default() }),
        Body::Pattern(Pattern { first_small_change: plan(), ..Pattern::default() }),
        Body::Transition(Transition { supports: vec![support], ..Transition::default() }),
    ]
}

fn with(body: Body, people: &[u128]) -> Vec<Record> {
    let mut records = journal();
    records.retain(|record| !record.kind().is_written());
    let mut item = record(ITEM, "2026-03-08T10:00", body);
    item.share = Share::ToBring;
    item.around.people = people.iter().map(|&person| id(person)).collect();
    records.push(item);
    records
}

fn tells(records: &[Record]) -> bool {
    let text = text(&compose(records, &PageChoices::default()));
    let told = text.contains(PLAN);
    assert!(told || !text.contains("Stuck."), "the stage goes with the plans: {text}");
    told
}

fn answered(mut records: Vec<Record>, person: u128, answer: Option<FeelSafe>) -> Vec<Record> {
    edit(&mut records, person, person_of).feel_safe = answer;
    records
}

#[test]
fn every_kind_tells_what_leads_to_speaking_only_after_a_clear_yes() {
    let answers = [FeelSafe::Mostly, FeelSafe::No, FeelSafe::Unsure, FeelSafe::PreferNotToSay];
    for body in plans() {
        let kind = body.name();
        let records = with(body, &[DAN]);
        assert!(tells(&answered(records.clone(), DAN, Some(FeelSafe::Yes))), "{kind:?}");
        for answer in answers.into_iter().map(Some).chain([None]) {
            assert!(!tells(&answered(records.clone(), DAN, answer)), "{kind:?} with {answer:?}");
        }
        let mut trashed = records.clone();
        trashed.retain(|record| record.id != id(DAN));
        assert!(!tells(&trashed), "{kind:?} with someone in the trash");
    }
}

#[test]
fn one_unclear_answer_shuts_it_for_two() {
    for body in plans() {
        let kind = body.name();
        if kind == KindName::Transition {
            continue; // each kind of help is asked of one person
        }
        let both = answered(with(body, &[DAN, JOY]), JOY, Some(FeelSafe::Yes));
        assert!(tells(&both), "{kind:?} with two clear answers");
        assert!(!tells(&answered(both, JOY, Some(FeelSafe::No))), "{kind:?} with one no");
    }
}

#[test]
fn nothing_is_raised_any_more_with_someone_who_died() {
    let body = Body::Rehearsal(Rehearsal { opening_line: PLAN.into(), ..Rehearsal::default() });
    let mut records = answered(with(body, &[DAN]), DAN, Some(FeelSafe::No));
    assert!(!tells(&records));
    edit(&mut records, DAN, person_of).standing = Standing::Died;
    assert!(tells(&records), "what was never said may be brought");
}

#[test]
fn whom_it_grew_from_counts_as_well() {
    let mut argument = record(ITEM + 1, "2026-03-07T10:00", Body::Conflict(Conflict::default()));
    let grew = Experiment { why: PLAN.into(), from: Some(argument.id), ..Experiment::default() };
    let mut records = with(Body::Experiment(grew), &[]);
    argument.around.people = vec![id(DAN)];
    records.push(argument);
    assert!(tells(&records));
    assert!(!tells(&answered(records, DAN, None)));
}
