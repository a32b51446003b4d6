//! Records in which every field is set and every name occurs.
//!
//! No `..Default::default()` may stand here, and every list of names is matched
//! exhaustively: a new field or name does not compile until it stands here, and
//! then does not fit the schema until it stands there too.

use journal::check_in::{CheckIn, Company, Coping, Halt, Place, Trigger, UrgeLength};
use journal::choices::{Blackout, ItemChoice, Names, Paper};
use journal::conflict::{Conflict, NextStep, Speaker, Stage, Turn};
use journal::course::{Area, Course, Phase, Session, SessionStatus};
use journal::disclosure::Disclosure;
use journal::feeling::{Feeling, Felt};
use journal::grief::{Cause, Grief, KeptDay, KeptDayKind, Loss};
use journal::note::Note;
use journal::person::{
    EffectOnRecovery, Expectation, FeelSafe, Met, Person, Relation, Ring, Standing,
};
use journal::record::Around;
use journal::settings::Settings;
use journal::value::{Change, PartialDate, Precision, Used, YearlyDay};
use journal::{Body, Moment, PageChoices, Rating, Record, RecordId, Share};
use uuid::Uuid;

/// An id that stands for any.
pub(crate) const ID: RecordId = RecordId(Uuid::from_u128(7));

/// Every name of an enum; one that is missing here does not compile.
macro_rules! every {
    ($type:ident: $($plain:ident)* $(, $with:ident($value:expr))*) => {{
        let exhaustive = |one: &$type| match one {
            $($type::$plain => (),)*
            $($type::$with(_) => (),)*
        };
        let all = vec![$($type::$plain,)* $($type::$with($value),)*];
        all.iter().for_each(exhaustive);
        all
    }};
}

/// At least one record of each kind, with every field set and every name used.
pub(crate) fn records() -> Vec<Record> {
    let mut bodies = people();
    bodies.extend(conflicts());
    bodies.extend(losses());
    bodies.push(grief());
    bodies.extend(check_ins());
    bodies.push(Body::Note(Note { title: "title".into(), text: "text".into(), ..Note::default() }));
    bodies.extend(courses());
    bodies.extend(sessions());
    bodies.extend(choices());
    bodies.push(disclosure());
    bodies.push(Body::Settings(Settings { lock_after_minutes: 5, spell_check: true }));
    let shares = every!(Share: OnlyMe ToBring);
    let record = |(number, body): (u128, Body)| Record {
        id: RecordId(Uuid::from_u128(number)),
        at: at(),
        share: shares[usize::from(number % 2 == 0)],
        around: around(),
        body,
    };
    (1..).zip(bodies).map(record).collect()
}

fn at() -> Moment {
    Moment("2026-03-08T19:00:00.25+05:30".parse().unwrap())
}

fn rating() -> Option<Rating> {
    Rating::new(10)
}

fn feelings() -> Vec<Felt> {
    let all = every!(
        Feeling: Sad Angry Anxious Ashamed Lonely Hurt Tender Glad Tired Bored Numb Stressed
            Excited Calm Accused, Own("own".into())
    );
    all.into_iter().map(|feeling| Felt { feeling, strength: rating() }).collect()
}

fn around() -> Around {
    let change = Change { before: rating(), after: rating() };
    Around { people: vec![ID], feelings: feelings(), mood: change, craving: change }
}

fn places() -> Vec<Place> {
    every!(Place: Home SomeonesHome Work Out Travelling Online Treatment, Own("own".into()))
}

fn used() -> Vec<Used> {
    every!(Used: No Yes RatherNotSay)
}

/// The member of a list at a place, round and round.
fn nth<T: Clone>(list: &[T], place: usize) -> T {
    list[place % list.len()].clone()
}

fn people() -> Vec<Body> {
    let relations = every!(
        Relation: Partner ExPartner Mother Father Parent Son Daughter Child Brother Sister Sibling
            OtherFamily Friend Colleague Boss Sponsor PeerInRecovery Clinician Neighbour Pet Other
    );
    let standings = every!(Standing: Current Past Died Estranged);
    let rings = every!(Ring: VeryClose Close AroundMe OutOfTouch);
    let effects = every!(EffectOnRecovery: Helps Harder Both NotSure);
    let safe = every!(FeelSafe: Yes Mostly No Unsure PreferNotToSay);
    let met = every!(Met: Yes Partly No Unknown);
    let expectation = |met| Expectation { text: "text".into(), met, ..Expectation::default() };
    let expected: Vec<_> = met.into_iter().map(expectation).collect();
    let person = |(place, relation)| {
        Body::Person(Person {
            name: "name".into(),
            relation: Some(relation),
            about: "about".into(),
            standing: nth(&standings, place),
            circle: Some(nth(&rings, place)),
            angle: Some(359),
            effect_on_recovery: Some(nth(&effects, place)),
            i_expect: expected.clone(),
            they_expect: expected.clone(),
            satisfying: "good".into(),
            unsatisfying: "hard".into(),
            change_wanted: "change".into(),
            phone: "555".into(),
            phone_note: "after five".into(),
            can_call: true,
            feel_safe: Some(nth(&safe, place)),
            private: true,
            ..Person::default()
        })
    };
    relations.into_iter().enumerate().map(person).collect()
}

fn conflicts() -> Vec<Body> {
    let speakers = every!(Speaker: Me Other Nobody, Person(ID));
    let turn = |speaker| Turn {
        speaker,
        said: "said".into(),
        meant: "meant".into(),
        felt: feelings(),
        not_said: "not said".into(),
        ..Turn::default()
    };
    let turns: Vec<_> = speakers.into_iter().map(turn).collect();
    let stages = every!(Stage: Renegotiation Impasse Dissolution);
    let next_steps =
        every!(NextStep: SayWhatIFelt AskWhatTheyMeant PickACalmerTime PractiseWithTherapist);
    let conflict = |(place, at)| {
        Body::Conflict(Conflict {
            title: "title".into(),
            place: Some(at),
            what_happened: "happened".into(),
            turns: turns.clone(),
            i_wanted: "wanted".into(),
            they_wanted: "wanted".into(),
            how_it_ended: "ended".into(),
            stage: Some(nth(&stages, place)),
            next_try: "try".into(),
            next_steps: next_steps.clone(),
            used_after: Some(nth(&used(), place)),
            after_note: "after".into(),
            ..Conflict::default()
        })
    };
    places().into_iter().enumerate().map(conflict).collect()
}

fn losses() -> Vec<Body> {
    let causes = every!(Cause: Illness Accident Overdose Suicide Violence Other PreferNotToSay);
    let precisions = every!(Precision: Day Month Year);
    let days = every!(KeptDayKind: Birthday Anniversary, Own("own".into()));
    let kept = |what| KeptDay { what, on: YearlyDay { month: 2, day: 29 }, remind: true };
    let kept_days: Vec<_> = days.into_iter().map(kept).collect();
    let date = "2025-06-14".parse().unwrap();
    let loss = |(place, cause)| {
        Body::Loss(Loss {
            person: Some(ID),
            died_on: Some(PartialDate { date, precision: nth(&precisions, place) }),
            cause: Some(cause),
            kept_days: kept_days.clone(),
            ..Loss::default()
        })
    };
    causes.into_iter().enumerate().map(loss).collect()
}

fn grief() -> Body {
    Body::Grief(Grief {
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
    })
}

fn check_ins() -> Vec<Body> {
    let lengths = every!(
        UrgeLength: UnderFive FiveToFifteen FifteenToThirty ThirtyToSixty OverAnHour StillGoing
    );
    let triggers = every!(
        Trigger: Frustrated LowFeeling Withdrawal Body FeelBetter TestControl Cue OutOfTheBlue
            Argument HurtByPerson Offered AroundUse GoodTimes Loss LifeChange Alone,
            Own("own".into())
    );
    let coping = every!(
        Coping: TalkedToSomeone WentOutside Left Wrote WaitedItOut UrgeTimer AteOrRested Exercise
            Meeting Medication PrayerOrMeditation Distraction NothingYet, Own("own".into())
    );
    let check_in = |(place, at_place)| {
        Body::CheckIn(CheckIn {
            craving: rating(),
            mood: rating(),
            used: Some(nth(&used(), place)),
            substances: vec!["alcohol".into()],
            peak: rating(),
            urge_length: Some(nth(&lengths, place)),
            halt: every!(Halt: Hungry Angry Lonely Tired),
            with: every!(Company: Nobody PeopleAtWork, Person(ID), Own("own".into())),
            place: Some(at_place),
            triggers: triggers.clone(),
            coping: coping.clone(),
            helped: rating(),
            confidence: rating(),
            body: rating(),
            note: "note".into(),
            entered: Some(at()),
        })
    };
    places().into_iter().enumerate().map(check_in).collect()
}

fn courses() -> Vec<Body> {
    let phases = every!(Phase: Initial Middle Ending Maintenance);
    let areas = every!(Area: Dispute Grief Transition Connection);
    let course = |(phase, area)| {
        Body::Course(Course {
            started_on: Some("2026-01-29".parse().unwrap()),
            planned_sessions: 16,
            cadence_days: 7,
            phase: Some(phase),
            main_area: Some(area),
            therapist: "Dr. O.".into(),
            ..Course::default()
        })
    };
    phases.into_iter().zip(areas).map(course).collect()
}

fn sessions() -> Vec<Body> {
    let session = |status| {
        Body::Session(Session {
            course: Some(ID),
            number: 7,
            status,
            agenda: vec!["agenda".into()],
            own_line: "line".into(),
            takeaways: "taken".into(),
        })
    };
    every!(SessionStatus: Planned Held Missed Cancelled).into_iter().map(session).collect()
}

fn choices() -> Vec<Body> {
    let papers = every!(Paper: A4 Letter);
    let choices = |(place, names)| {
        Body::PageChoices(PageChoices {
            names,
            label: "D.".into(),
            paper: nth(&papers, place),
            item_nine: true,
            safety_plan: true,
            own_line: true,
            agenda: true,
            scores: true,
            cravings: true,
            use_days: true,
            check_in_notes: true,
            triggers: true,
            entries: true,
            items: vec![ItemChoice { item: ID, on: true }],
            blackouts: vec![Blackout { item: ID, words: "words".into() }],
        })
    };
    every!(Names: AsWritten Initials Role).into_iter().enumerate().map(choices).collect()
}

fn disclosure() -> Body {
    let day = "2026-03-05".parse().unwrap();
    Body::Disclosure(Disclosure {
        session: Some(ID),
        period: Some((day, day)),
        items: vec![ID],
        sealed: true,
        file_hash: "00".repeat(32),
    })
}
