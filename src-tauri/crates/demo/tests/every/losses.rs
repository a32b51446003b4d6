//! Losses and what belongs to them.

use journal::Body;
use journal::grief::{
    Avoided, Cause, Grief, KeptDay, KeptDayKind, Loss, Memory, Rebuilding, Valence,
};
use journal::value::YearlyDay;

use super::{ID, day, degree, nth, partial_dates, rating, sure, works};

pub(super) fn bodies() -> Vec<Body> {
    let causes = every!(Cause: Illness Accident Overdose Suicide Violence Other PreferNotToSay);
    let losses = causes.into_iter().enumerate().map(|(place, cause)| loss(place, cause));
    let mut bodies: Vec<Body> = losses.map(Body::Loss).collect();
    bodies.push(Body::Grief(grief()));
    let valences = every!(Valence: Warm Painful Mixed).into_iter().enumerate();
    bodies.extend(valences.map(|(place, valence)| Body::Memory(memory(place, valence))));
    bodies
}

fn loss(place: usize, cause: Cause) -> Loss {
    let days = every!(KeptDayKind: Birthday Anniversary, Own("own".into()));
    let kept = |what| KeptDay { what, on: YearlyDay { month: 2, day: 29 }, remind: true };
    Loss {
        person: Some(ID),
        died_on: Some(nth(&partial_dates(), place)),
        cause: Some(cause),
        kept_days: days.into_iter().map(kept).collect(),
        relationship_then: "then".into(),
        expected: Some(nth(&sure(), place)),
        i_was_there: Some(nth(&sure(), place)),
        substances_involved: Some(nth(&sure(), place)),
        last_time: "last".into(),
        how_i_heard: "heard".into(),
        what_happened_then: "happened".into(),
        ritual: "ritual".into(),
        support_then: degree(),
        unsaid: "unsaid".into(),
        regrets: "regrets".into(),
        anger: "anger".into(),
        relief: "relief".into(),
        use_then: "use".into(),
        earliest_memory: "earliest".into(),
        best_times: "best".into(),
        hard_times: "hard".into(),
        gave_me: "gave".into(),
        wished_different: "wished".into(),
        disappointments: "disappointed".into(),
        roles: vec!["role".into()],
        avoided: vec![avoided()],
        ways_i_remember: "remember".into(),
        people_who_knew: vec![ID],
        rebuilding: vec![rebuilding()],
        work: nth(&works(), place),
    }
}

fn avoided() -> Avoided {
    Avoided {
        what: "what".into(),
        before: rating(),
        tried_on: Some(day()),
        after: rating(),
        note: "note".into(),
    }
}

fn rebuilding() -> Rebuilding {
    Rebuilding {
        what: "what".into(),
        why: "why".into(),
        planned_on: Some(day()),
        done: true,
        how_it_felt: "felt".into(),
    }
}

fn grief() -> Grief {
    Grief {
        title: "title".into(),
        loss: Some(ID),
        brought_to_mind: "brought".into(),
        miss: vec!["miss".into()],
        hard: vec!["hard".into()],
        unsaid: "unsaid".into(),
        with_the_feeling: "feeling".into(),
        could_hear: vec![ID],
        therapist_could_hear: true,
        after_note: "after".into(),
    }
}

fn memory(place: usize, valence: Valence) -> Memory {
    Memory {
        title: "title".into(),
        loss: Some(ID),
        when: Some(nth(&partial_dates(), place)),
        valence: Some(valence),
        text: "text".into(),
        strength: rating(),
    }
}
