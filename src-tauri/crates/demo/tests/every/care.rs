//! Urges that were ridden out, use, its days, and the safety plan.

use journal::Body;
use journal::check_in::{Between, BetweenUs, Company, Coping};
use journal::plan::SafetyPlan;
use journal::ride::{Ride, RideEnd, RideRating};
use journal::settings::{CheckInPace, OwnNumber, Settings};
use journal::used::{Danger, Goal, Intended, Told, Use, UseDay};

use super::{ID, at, feelings, nth, places, rating, sure, used};

pub(super) fn bodies() -> Vec<Body> {
    let ends = every!(RideEnd: TimeOver Eased Stopped);
    let mut bodies: Vec<Body> = ends.into_iter().map(|end| Body::Ride(ride(end))).collect();
    let uses = sure().into_iter().enumerate().map(|(place, _)| Body::Use(one_use(place)));
    bodies.extend(uses);
    let day = |used| Body::UseDay(UseDay { used: Some(used) });
    bodies.extend(used().into_iter().map(day));
    bodies.push(Body::SafetyPlan(plan()));
    bodies
}

pub(super) fn settings() -> Vec<Body> {
    let settings = |pace| {
        let check_in_pace = Some(pace);
        let own = OwnNumber { name: "name".into(), number: "1".into(), about: "about".into() };
        Body::Settings(Settings {
            lock_after_minutes: 5,
            spell_check: true,
            check_in_pace,
            own_numbers: vec![own],
            reminder_text: "reminder_text".into(),
        })
    };
    let paces = every!(CheckInPace: OnceADay FewAWeek WhenIWant);
    paces.into_iter().map(settings).collect()
}

pub(super) fn goals() -> Vec<Goal> {
    every!(Goal: Abstinence CuttingDown SaferUse Undecided, Own("own".into()))
}

pub(super) fn between() -> Vec<BetweenUs> {
    let what = every!(Between: Argued ReachedOut Offered ThoughtAbout);
    what.into_iter().map(|what| BetweenUs { person: ID, what }).collect()
}

pub(super) fn coping() -> Vec<Coping> {
    every!(
        Coping: TalkedToSomeone WentOutside Left Wrote WaitedItOut UrgeTimer AteOrRested Exercise
            Meeting Medication PrayerOrMeditation Distraction NothingYet, Own("own".into())
    )
}

pub(super) fn company() -> Vec<Company> {
    every!(Company: Nobody PeopleAtWork, Person(ID), Own("own".into()))
}

fn ride(end: RideEnd) -> Ride {
    Ride {
        planned_minutes: 15,
        lasted_seconds: Some(900),
        ended: Some(end),
        during: vec![RideRating { minute: 5, rating: rating().unwrap() }],
        what_helped: coping(),
        helped: rating(),
        note: "note".into(),
    }
}

fn one_use(place: usize) -> Use {
    Use {
        only_day: true,
        substances: vec!["alcohol".into()],
        amount: "amount".into(),
        units: "units".into(),
        opioid: Some(nth(&sure(), place)),
        after_break: Some(nth(&sure(), place)),
        with: company(),
        place: Some(nth(&places(), places().len() - 1 - place)),
        happening: "happening".into(),
        event: Some(ID),
        feelings_after: feelings(),
        planned: Some(nth(&every!(Intended: Yes Partly No), place)),
        stopped_because: "stopped".into(),
        helped_after: "helped".into(),
        next_day: "next".into(),
        told: every!(Told: Nobody Therapist, Person(ID), Own("own".into())),
        learned: "learned".into(),
        danger: every!(Danger: TooMuch Intent),
    }
}

fn plan() -> SafetyPlan {
    let list = || vec!["line".to_owned()];
    SafetyPlan {
        signs: list(),
        alone: list(),
        lift: list(),
        ask: list(),
        professionals: list(),
        safer: list(),
        matters: list(),
        edited: Some(at()),
    }
}
