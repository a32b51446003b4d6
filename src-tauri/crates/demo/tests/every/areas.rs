//! The long-lived work besides losses, and what belongs to it.

use journal::Body;
use journal::circle::{Circle, CircleKind, Position};
use journal::connection::{
    Attempt, AttemptResult, Connection, Contact, ContactLength, Depth, PastRelationship, Pattern,
    Setting, StartedBy,
};
use journal::dispute::{Alternative, Dispute, StageOn};
use journal::transition::{ChangeKind, Chosen, Skill, SupportNeeded, Transition, Weighed};
use journal::weekly::Weekly;

use super::{
    ID, contact_modes, day, degree, expectations, feelings, lean, nth, partial_dates, rating,
    rings, stages, sure, works,
};

pub(super) fn bodies() -> Vec<Body> {
    let mut bodies = circles();
    bodies.push(Body::Dispute(dispute()));
    bodies.extend(transitions());
    bodies.push(Body::Connection(connection()));
    bodies.extend(contacts());
    bodies.extend(attempts());
    bodies.extend(patterns());
    bodies.push(Body::PastRelationship(past_relationship()));
    bodies.push(Body::Weekly(Weekly {
        focus: Some(ID),
        resolution: rating(),
        grief: rating(),
        warmth: rating(),
        interference: rating(),
        mastery: rating(),
    }));
    bodies
}

fn circles() -> Vec<Body> {
    let position = |ring| Position { person: ID, ring, angle: 359 };
    let positions: Vec<_> = rings().into_iter().map(position).collect();
    let circle =
        |shows| Body::Circle(Circle { shows, positions: positions.clone(), note: "note".into() });
    every!(CircleKind: Now Wanted Before).into_iter().map(circle).collect()
}

fn dispute() -> Dispute {
    let stages = stages().into_iter().map(Some).chain([None]);
    let alternative = Alternative {
        option: "option".into(),
        good: "good".into(),
        bad: "bad".into(),
        chosen: true,
    };
    Dispute {
        title: "title".into(),
        person: Some(ID),
        stages: stages.map(|stage| StageOn { stage, on: day(), note: "note".into() }).collect(),
        mine: expectations(),
        theirs: expectations(),
        value_difference: "values".into(),
        pattern_elsewhere: "elsewhere".into(),
        pattern_with: vec![ID],
        i_keep_it_going: "mine".into(),
        they_keep_it_going: "theirs".into(),
        gain_of_not_settling: "gain".into(),
        alternatives: vec![alternative],
        resources: vec!["resource".into()],
        link_to_use: "use".into(),
        wanted_outcome: "wanted".into(),
        good_enough: "enough".into(),
        work: nth(&works(), 0),
    }
}

fn transitions() -> Vec<Body> {
    let changes = every!(
        ChangeKind: Work Relationship Health Home Money Parenthood Treatment WithoutUsing Custody
            Other
    );
    let transition = |(place, change)| Body::Transition(transition(place, change));
    changes.into_iter().enumerate().map(transition).collect()
}

fn transition(place: usize, change: ChangeKind) -> Transition {
    let lines = || vec![Weighed { text: "text".into(), weight: degree() }];
    let skill = Skill { skill: "skill".into(), have: degree(), how: "how".into() };
    let support =
        SupportNeeded { what: "what".into(), who: Some(ID), asked: true, result: "result".into() };
    Transition {
        title: "title".into(),
        change: Some(change),
        from_role: "from".into(),
        to_role: "to".into(),
        changed_on: Some(nth(&partial_dates(), place)),
        chosen: Some(nth(&every!(Chosen: Mine NotMine Both), place)),
        sudden: Some(true),
        old_good: lines(),
        old_hard: lines(),
        new_good: lines(),
        new_hard: lines(),
        miss: "miss".into(),
        glad_to_leave: "glad".into(),
        feelings: feelings(),
        how_it_happened: "happened".into(),
        people_lost: vec![ID],
        people_kept: vec![ID],
        people_gained: vec![ID],
        skills: vec![skill],
        supports: vec![support],
        continues: "continues".into(),
        using_then: "then".into(),
        using_now: "now".into(),
        small_thing: "small".into(),
        work: nth(&works(), place),
    }
}

fn connection() -> Connection {
    Connection {
        title: "title".into(),
        now: "now".into(),
        wish: "wish".into(),
        in_the_way: "way".into(),
        felt_close: "close".into(),
        work: nth(&works(), 1),
    }
}

fn contacts() -> Vec<Body> {
    let lengths = every!(ContactLength: AMinute UnderFifteen UnderAnHour Longer);
    let depths = every!(Depth: SmallTalk Everyday Personal);
    let settings = every!(Setting: Sober Using Mixed);
    let starts = every!(StartedBy: Me Them Planned);
    let contact = |(place, mode)| {
        Body::Contact(Contact {
            title: "title".into(),
            someone_new: true,
            mode: Some(mode),
            started_by: Some(nth(&starts, place)),
            length: Some(nth(&lengths, place)),
            depth: Some(nth(&depths, place)),
            felt: lean(),
            setting: Some(nth(&settings, place)),
            note: "note".into(),
            focus: Some(ID),
        })
    };
    contact_modes().into_iter().enumerate().map(contact).collect()
}

fn attempts() -> Vec<Body> {
    let attempt = |result| {
        Body::Attempt(Attempt {
            title: "title".into(),
            what_happened: "happened".into(),
            difficulty: rating(),
            result: Some(result),
            felt_after: lean(),
            learned: "learned".into(),
            rehearsal: Some(ID),
            focus: Some(ID),
        })
    };
    let results = every!(AttemptResult: WentWell Mixed NoReply SaidNo IStopped);
    results.into_iter().map(attempt).collect()
}

fn patterns() -> Vec<Body> {
    let pattern = |in_therapy| {
        Body::Pattern(Pattern {
            title: "title".into(),
            starts: "starts".into(),
            then_i: "then I".into(),
            then_they: "then they".into(),
            ends: "ends".into(),
            seen_with: vec![ID],
            in_therapy: Some(in_therapy),
            first_small_change: "change".into(),
            focus: Some(ID),
        })
    };
    sure().into_iter().map(pattern).collect()
}

fn past_relationship() -> PastRelationship {
    PastRelationship {
        title: "title".into(),
        person: Some(ID),
        period: "period".into(),
        worked: "worked".into(),
        went_wrong: "wrong".into(),
        how_it_ended: "ended".into(),
        my_part: "mine".into(),
        their_part: "theirs".into(),
        focus: Some(ID),
    }
}
