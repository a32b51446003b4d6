//! What can be used from anywhere, and what happened in a life.

use journal::Body;
use journal::event::{Event, EventKind, Lane, LifeEvent};
use journal::prompt::Prompt;
use journal::technique::{
    Choice, Decision, Exchange, Experiment, ExperimentStatus, PractisedWith, Rehearsal,
};
use journal::value::{Change, MoodLevel};

use super::{ID, area, day, degree, nth, partial_dates, rating, used};

pub(super) fn bodies() -> Vec<Body> {
    let mut bodies = events();
    bodies.extend(life_events());
    bodies.push(Body::Decision(decision()));
    bodies.push(Body::Rehearsal(rehearsal()));
    let statuses = every!(ExperimentStatus: Idea Planned Tried Changed LetGo);
    bodies.extend(statuses.into_iter().map(|status| Body::Experiment(experiment(status))));
    let prompt = |area| Body::Prompt(Prompt { text: "text".into(), area: Some(area) });
    bodies.extend(area().into_iter().map(prompt));
    bodies
}

fn events() -> Vec<Body> {
    let kinds = every!(
        EventKind: Conflict Closeness LossReminder Change Rejection Request Praise LeftOut Other
    );
    let event = |(place, what)| {
        Body::Event(Event {
            title: "title".into(),
            what: Some(what),
            what_happened: "happened".into(),
            significance: degree(),
            used_after: Some(nth(&used(), place)),
            after_note: "after".into(),
            focus: Some(ID),
        })
    };
    kinds.into_iter().enumerate().map(event).collect()
}

fn life_events() -> Vec<Body> {
    let life_event = |(place, lane)| {
        Body::LifeEvent(LifeEvent {
            title: "title".into(),
            lane,
            from: Some(nth(&partial_dates(), place)),
            to: Some(nth(&partial_dates(), place)),
            goes_on: true,
            detail: "detail".into(),
            area: Some(nth(&area(), place)),
            mood: MoodLevel::new(-5),
            amount: degree(),
        })
    };
    let lanes = every!(Lane: Event Mood Use Treatment Medication);
    lanes.into_iter().enumerate().map(life_event).collect()
}

fn decision() -> Decision {
    let choice = |nothing| Choice {
        text: "text".into(),
        nothing,
        takes: "takes".into(),
        good: "good".into(),
        bad: "bad".into(),
        for_them: "them".into(),
        for_recovery: "recovery".into(),
        doable: rating(),
    };
    Decision {
        title: "title".into(),
        goal: "goal".into(),
        options: vec![choice(false), choice(false), choice(true)],
        info_needed: "info".into(),
        people_to_ask: vec![ID],
        chosen: Some(2),
        why: "why".into(),
        review_on: Some(day()),
        focus: Some(ID),
    }
}

fn rehearsal() -> Rehearsal {
    Rehearsal {
        title: "title".into(),
        situation: "situation".into(),
        goal: "goal".into(),
        opening_line: "opening".into(),
        exchanges: vec![Exchange { reply: "reply".into(), response: "response".into() }],
        practised_with: every!(PractisedWith: Alone Therapist Friend Group),
        confidence: Change { before: rating(), after: rating() },
        from: Some(ID),
        focus: Some(ID),
    }
}

fn experiment(status: ExperimentStatus) -> Experiment {
    Experiment {
        title: "title".into(),
        why: "why".into(),
        when: "when".into(),
        planned_on: Some(day()),
        prediction: "prediction".into(),
        confidence: rating(),
        status,
        tried_on: Some(day()),
        what_happened: "happened".into(),
        learned: "learned".into(),
        from: Some(ID),
        focus: Some(ID),
    }
}
