//! The daily rhythm, and medication and other care, whole.

use journal::Body;
use journal::care::{Care, CareDay, CareKind, Taken};
use journal::rhythm::{Anchors, Contacted, Rhythm, RhythmDay};
use journal::value::{ClockTime, MoodLevel};

use super::ID;

pub(super) fn bodies() -> Vec<Body> {
    let time: Option<ClockTime> = Some("23:59".parse().unwrap());
    let times = Anchors {
        out_of_bed: time,
        first_contact: time,
        started_day: time,
        dinner: time,
        to_bed: time,
    };
    let mut bodies = vec![Body::Rhythm(Rhythm { on: true, targets: times })];
    bodies.extend(every!(Contacted: Alone Present Active).into_iter().map(|with| {
        Body::RhythmDay(RhythmDay {
            times,
            contact_with: Some(with),
            mood: MoodLevel::new(-5),
            sleep_minutes: Some(1440),
        })
    }));
    let kinds = every!(CareKind: Medication GroupTherapy MutualAid OtherTherapy Other);
    bodies.extend(kinds.into_iter().map(|what| {
        Body::Care(Care { name: "name".into(), what: Some(what), note: "note".into(), over: true })
    }));
    let answers = every!(Taken: Yes No RatherNotSay);
    bodies.extend(
        answers
            .into_iter()
            .map(|taken| Body::CareDay(CareDay { care: Some(ID), taken: Some(taken) })),
    );
    bodies
}
