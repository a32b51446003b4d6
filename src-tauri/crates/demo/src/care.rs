//! Two urges that were ridden out, the evening of drinking in its own form, a day of
//! the calendar, and the safety plan.

use journal::check_in::{Company, Coping, Place};
use journal::feeling::{Feeling, Felt};
use journal::plan::SafetyPlan;
use journal::ride::{Ride, RideEnd, RideRating};
use journal::used::{Intended, Told, Use, UseDay};
use journal::value::{Sure, Used};
use journal::{Body, Rating, Record};

use crate::builders::entry;
use crate::calendar::Calendar;
use crate::people::{ANA, DEZ};

pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let day = UseDay { used: Some(Used::No) };
    let mut all = rides(calendar);
    all.push(evening(calendar));
    all.push(entry(2004, calendar.at(-62, 12, 0), Body::UseDay(day)).done());
    all.push(plan(calendar));
    all
}

fn rides(calendar: Calendar) -> Vec<Record> {
    let rated = |minute, rating| RideRating {
        minute,
        rating: Rating::new(rating).expect("a number from 0 to 10"),
    };
    let waited = Ride {
        planned_minutes: 15,
        lasted_seconds: Some(900),
        ended: Some(RideEnd::TimeOver),
        during: vec![rated(4, 8), rated(9, 6)],
        what_helped: vec![Coping::TalkedToSomeone, Coping::WaitedItOut],
        helped: Rating::new(7),
        note: "Called Joy at minute six. We talked about her cat.".into(),
    };
    let walked = Ride {
        planned_minutes: 10,
        lasted_seconds: Some(412),
        ended: Some(RideEnd::Eased),
        during: Vec::new(),
        what_helped: vec![Coping::WentOutside],
        helped: Rating::new(6),
        note: String::new(),
    };
    vec![
        entry(2001, calendar.at(-58, 18, 5), Body::Ride(waited)).craving(7, 3).done(),
        entry(2002, calendar.at(-45, 17, 50), Body::Ride(walked)).craving(6, 2).done(),
    ]
}

fn evening(calendar: Calendar) -> Record {
    let felt = |feeling| Felt { feeling, strength: None };
    let used = Use {
        substances: vec!["alcohol".into()],
        amount: "Four or five, and some of a bottle at home".into(),
        opioid: Some(Sure::No),
        after_break: Some(Sure::Yes),
        with: vec![Company::Person(DEZ), Company::Own("people from the kitchen".into())],
        place: Some(Place::Out),
        happening: "Quiet house. Dez called and said it was not the same without me. I wanted to \
                    be asked."
            .into(),
        feelings_after: vec![felt(Feeling::Sad), felt(Feeling::Ashamed)],
        planned: Some(Intended::Partly),
        stopped_because: "I got sick.".into(),
        helped_after: "Ana, and the eggs.".into(),
        next_day: "Ana stays till noon. Group at six. Tell Marcus before he hears it.".into(),
        told: vec![Told::Person(ANA), Told::Therapist],
        learned: "The hour before is the one to plan for.".into(),
        ..Use::default()
    };
    entry(2003, calendar.at(-65, 22, 30), Body::Use(used))
        .felt([(Feeling::Lonely, 7)])
        .craving(6, 4)
        .done()
}

fn plan(calendar: Calendar) -> Record {
    let lines = |all: &[&str]| all.iter().map(|&line| line.to_owned()).collect();
    let plan = SafetyPlan {
        signs: lines(&[
            "Not sleeping two nights",
            "Saying “what’s the point”",
            "Not answering Ana",
        ]),
        alone: lines(&["Walk to the water and back", "Shower, radio on", "The 15-minute timer"]),
        lift: lines(&["The late café on Mill Street", "Wednesday group, even just to sit"]),
        ask: lines(&["Joy, any hour", "Ana, after five or by text"]),
        professionals: lines(&["Dr. Okafor’s office, weekdays 9 to 5", "988, call or text"]),
        safer: lines(&["Marcus has the key to the locked box", "Nothing to drink in the house"]),
        matters: lines(&["Theo", "The small ladle", "Saturday pancakes"]),
        edited: Some(calendar.at(-30, 15, 40)),
    };
    entry(2005, calendar.at(-74, 15, 10), Body::SafetyPlan(plan)).done()
}
