//! Records in which every field is set and every name occurs.
//!
//! No `..Default::default()` may stand here, and every list of names is matched
//! exhaustively: a new field or name does not compile until it stands here, and
//! then does not fit the schema until it stands there too.

use chrono::NaiveDate;
use journal::check_in::{CheckIn, Halt, Place, Trigger, UrgeLength};
use journal::choices::{Blackout, ItemChoice, LineLeft, Names, Paper, Variant};
use journal::conflict::{Conflict, NextStep, Speaker, Stage, TalkStyle, Turn};
use journal::connection::ContactMode;
use journal::course::{Area, Course, Hope, Phase, Session, SessionStatus};
use journal::disclosure::Disclosure;
use journal::feeling::{Feeling, Felt};
use journal::note::Note;
use journal::person::{
    ChangeWhose, ContactFrequency, EffectOnRecovery, Expectation, FeelSafe, KnowsAbout, Met,
    Person, Relation, Ring, Said, Standing, SubstanceRole, SupportKind,
};
use journal::record::Around;
use journal::value::{Change, Degree, Lean, PartialDate, Precision, Sure, Used};
use journal::work::{Work, WorkStatus};
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

mod areas;
mod beside;
mod care;
mod losses;
mod scales;
mod techniques;

/// At least one record of each kind, with every field set and every name used.
pub(crate) fn records() -> Vec<Record> {
    let mut bodies = people();
    bodies.extend(conflicts());
    bodies.extend(losses::bodies());
    bodies.extend(areas::bodies());
    bodies.extend(techniques::bodies());
    bodies.extend(beside::bodies());
    bodies.extend(care::bodies());
    bodies.extend(scales::bodies());
    bodies.extend(check_ins());
    bodies.push(Body::Note(Note { title: "title".into(), text: "text".into(), focus: Some(ID) }));
    bodies.extend(courses());
    bodies.extend(sessions());
    bodies.extend(choices());
    bodies.push(disclosure());
    bodies.extend(care::settings());
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

fn degree() -> Option<Degree> {
    Degree::new(4)
}

fn lean() -> Option<Lean> {
    Lean::new(-3)
}

fn day() -> NaiveDate {
    "2026-03-05".parse().unwrap()
}

fn sure() -> Vec<Sure> {
    every!(Sure: Yes Partly No Unsure)
}

fn area() -> Vec<Area> {
    every!(Area: Dispute Grief Transition Connection)
}

fn rings() -> Vec<Ring> {
    every!(Ring: VeryClose Close AroundMe OutOfTouch)
}

fn contact_modes() -> Vec<ContactMode> {
    every!(ContactMode: InPerson Call Text Video Online Letter)
}

fn stages() -> Vec<Stage> {
    every!(Stage: Renegotiation Impasse Dissolution)
}

/// A date of each precision.
fn partial_dates() -> Vec<PartialDate> {
    let precisions = every!(Precision: Day Month Year);
    precisions.into_iter().map(|precision| PartialDate { date: day(), precision }).collect()
}

/// Work that stands in each way it can.
fn works() -> Vec<Work> {
    let standing = |status| Work {
        status,
        since: Some(day()),
        ending: "ending".into(),
        takes: "takes".into(),
    };
    every!(WorkStatus: Open Paused Settled Ended).into_iter().map(standing).collect()
}

/// Expectations, met and said in every way.
fn expectations() -> Vec<Expectation> {
    let said = every!(Said: Yes Partly No);
    let met = every!(Met: Yes Partly No Unknown);
    let expectation = |(place, met)| Expectation {
        text: "text".into(),
        met,
        said: Some(nth(&said, place)),
        importance: degree(),
    };
    met.into_iter().enumerate().map(expectation).collect()
}

fn feelings() -> Vec<Felt> {
    let all = every!(
        Feeling: Sad Angry Anxious Ashamed Lonely Hurt Tender Glad Tired Bored Numb Stressed
            Excited Calm Accused Disappointed Heavyhearted Annoyed Furious Uneasy Afraid Panicked Embarrassed Guilty LeftOut Abandoned Rejected Betrayed Grateful Loving Content Proud Joyful, Own("own".into())
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
    relations.into_iter().enumerate().map(|(place, one)| Body::Person(person(place, one))).collect()
}

fn person(place: usize, relation: Relation) -> Person {
    Person {
        name: "name".into(),
        relation: Some(relation),
        about: "about".into(),
        standing: nth(&every!(Standing: Current Past Died Estranged), place),
        circle: Some(nth(&rings(), place)),
        circle_wanted: Some(nth(&rings(), place)),
        angle: Some(359),
        effect_on_recovery: Some(nth(&every!(EffectOnRecovery: Helps Harder Both NotSure), place)),
        contact_frequency: Some(nth(&frequencies(), place)),
        contact_modes: contact_modes(),
        activities: "activities".into(),
        can_talk_about: "can".into(),
        cannot_talk_about: "cannot".into(),
        support_given: degree(),
        support_received: degree(),
        support_kinds: every!(SupportKind: Emotional Practical Money Company Advice Recovery),
        conflict_level: degree(),
        substance_role: substance_roles(),
        knows_about: every!(KnowsAbout: MyUse MyTreatment MyMood),
        change_since_onset: "since".into(),
        feelings_with: feelings(),
        i_expect: expectations(),
        they_expect: expectations(),
        satisfying: "good".into(),
        unsatisfying: "hard".into(),
        change_wanted: "change".into(),
        change_whose: Some(nth(&every!(ChangeWhose: Mine Theirs Both AcceptAsIs), place)),
        phone: "555".into(),
        phone_note: "after five".into(),
        can_call: true,
        feel_safe: Some(nth(&every!(FeelSafe: Yes Mostly No Unsure PreferNotToSay), place)),
        private: true,
    }
}

fn frequencies() -> Vec<ContactFrequency> {
    every!(
        ContactFrequency: Daily SeveralAWeek Weekly TwoOrThreeAMonth Monthly FewAYear None
    )
}

fn substance_roles() -> Vec<SubstanceRole> {
    every!(
        SubstanceRole: SupportsRecovery Neutral UsesWithMe Supplies PressuresMe Worried Harmed
            DoesNotKnow
    )
}

fn conflicts() -> Vec<Body> {
    let conflict = |(place, at)| Body::Conflict(conflict(place, at));
    places().into_iter().enumerate().map(conflict).collect()
}

fn conflict(number: usize, place: Place) -> Conflict {
    let next_steps =
        every!(NextStep: SayWhatIFelt AskWhatTheyMeant PickACalmerTime PractiseWithTherapist);
    Conflict {
        title: "title".into(),
        place: Some(place),
        what_happened: "happened".into(),
        turns: turns(),
        turning_point: Some(4),
        my_style: talk_styles(),
        their_style: talk_styles(),
        message_meant: "meant".into(),
        message_heard: "heard".into(),
        other_lines: vec!["other".into()],
        got_what_i_wanted: rating(),
        between_us_after: lean(),
        i_had_used: Some(nth(&sure(), number)),
        they_had_used: Some(nth(&sure(), number)),
        i_wanted: "wanted".into(),
        they_wanted: "wanted".into(),
        how_it_ended: "ended".into(),
        stage: Some(nth(&stages(), number)),
        next_try: "try".into(),
        next_steps,
        used_after: Some(nth(&used(), number)),
        after_note: "after".into(),
        focus: Some(ID),
    }
}

fn turns() -> Vec<Turn> {
    let turn = |speaker| Turn {
        speaker,
        said: "said".into(),
        meant: "meant".into(),
        felt: feelings(),
        not_said: "not said".into(),
        nonverbal: "nonverbal".into(),
    };
    every!(Speaker: Me Other Nobody, Person(ID)).into_iter().map(turn).collect()
}

fn talk_styles() -> Vec<TalkStyle> {
    every!(
        TalkStyle: Silence Hinting Blaming MindReading Sarcasm GivingIn WalkingOut RaisingOldThings
            Threats ClearRequest IStatement ListeningBack Apology
    )
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
    let check_in = |(place, at_place)| {
        Body::CheckIn(CheckIn {
            craving: rating(),
            mood: rating(),
            used: Some(nth(&used(), place)),
            substances: vec!["alcohol".into()],
            peak: rating(),
            urge_length: Some(nth(&lengths, place)),
            halt: every!(Halt: Hungry Angry Lonely Tired),
            with: care::company(),
            between: care::between(),
            event: Some(ID),
            place: Some(at_place),
            triggers: triggers.clone(),
            coping: care::coping(),
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
    let second = [Area::Grief, Area::Transition, Area::Connection, Area::Dispute];
    let course = |(place, goal)| {
        Body::Course(Course {
            started_on: Some("2026-01-29".parse().unwrap()),
            planned_sessions: 16,
            cadence_days: 7,
            phase: Some(nth(&phases, place)),
            main_area: Some(nth(&area(), place)),
            second_area: Some(nth(&second, place)),
            therapist: "Dr. O.".into(),
            goal: Some(goal),
            contract_note: "fifty minutes".into(),
            formulation: "evenings".into(),
            hopes: vec![Hope { what: "to be believed".into(), near: rating() }, Hope::default()],
            gains: vec!["mornings".into()],
            early_signs: vec!["not calling back".into()],
            turn_to: vec![ID],
            then: "call Ana".into(),
            ended_on: Some("2026-05-14".parse().unwrap()),
        })
    };
    care::goals().into_iter().enumerate().map(course).collect()
}

fn sessions() -> Vec<Body> {
    let session = |status| {
        Body::Session(Session {
            course: Some(ID),
            number: 7,
            status,
            agenda: vec!["agenda".into()],
            own_line: "line".into(),
            went_well: vec!["went".into()],
            coming: vec!["coming".into()],
            takeaways: "taken".into(),
            agreed: vec!["agreed".into()],
        })
    };
    every!(SessionStatus: Planned Held Missed Cancelled).into_iter().map(session).collect()
}

fn choices() -> Vec<Body> {
    let papers = every!(Paper: A4 Letter);
    let names = every!(Names: AsWritten Initials Role);
    let variants = every!(Variant: Session First Midway Ending Group Prescriber);
    let choices = |(place, variant)| {
        Body::PageChoices(PageChoices {
            variant,
            names: nth(&names, place),
            label: "D.".into(),
            paper: nth(&papers, place),
            item_nine: true,
            safety_plan: true,
            own_line: true,
            agenda: true,
            went_well: true,
            coming: true,
            scores: true,
            cravings: true,
            use_days: true,
            check_in_notes: true,
            triggers: true,
            areas: true,
            moments: true,
            supports: true,
            rhythm: true,
            course: true,
            people: true,
            hopes: true,
            formulation: true,
            gains: true,
            early_signs: true,
            turn_to: true,
            entries: true,
            items: vec![ItemChoice { item: ID, on: true }],
            lines: vec![LineLeft { item: nth(&[None, Some(ID)], place), line: "line".into() }],
            blackouts: vec![Blackout { item: ID, words: "words".into() }],
        })
    };
    variants.into_iter().enumerate().map(choices).collect()
}

fn disclosure() -> Body {
    Body::Disclosure(Disclosure {
        variant: Variant::Group,
        to_whom: "whom".into(),
        session: Some(ID),
        period: Some((day(), day())),
        items: vec![ID],
        sealed: true,
        file_hash: "00".repeat(32),
    })
}
