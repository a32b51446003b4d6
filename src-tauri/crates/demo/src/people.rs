//! The ten people of the course, as the writer sees them.

use journal::connection::ContactMode::{Call, InPerson, Text};
use journal::feeling::Feeling::{
    Accused, Anxious, Ashamed, Calm, Excited, Glad, Hurt, Lonely, Sad, Tender,
};
use journal::person::ContactFrequency::{
    Daily, FewAYear, Monthly, SeveralAWeek, TwoOrThreeAMonth, Weekly,
};
use journal::person::EffectOnRecovery::{Both, Harder, Helps, NotSure};
use journal::person::KnowsAbout::{MyMood, MyTreatment, MyUse};
use journal::person::Met::{No, Partly, Unknown, Yes};
use journal::person::Ring::{AroundMe, Close, OutOfTouch, VeryClose};
use journal::person::SubstanceRole::{
    DoesNotKnow, Harmed, Neutral, PressuresMe, SupportsRecovery, UsesWithMe, Worried,
};
use journal::person::SupportKind::{Advice, Company, Emotional, Practical, Recovery};
use journal::person::{
    ChangeWhose, ContactFrequency, Expectation, FeelSafe, Met, Person, Relation, Said, Standing,
};
use journal::value::Degree;
use journal::{Body, Record, RecordId};

use crate::builders::{degree, entry, felt, id};
use crate::calendar::Calendar;

pub(crate) const MARCUS: RecordId = id(101);
pub(crate) const THEO: RecordId = id(102);
pub(crate) const ANA: RecordId = id(103);
pub(crate) const JOY: RecordId = id(104);
pub(crate) const PRIYA: RecordId = id(105);
pub(crate) const DEZ: RecordId = id(106);
pub(crate) const KEV: RecordId = id(107);
pub(crate) const WALT: RecordId = id(108);
pub(crate) const RUTH: RecordId = id(109);
pub(crate) const NADIA: RecordId = id(110);

/// Everyone's card, in the order in which they were added.
pub(crate) fn cards(calendar: Calendar) -> Vec<Record> {
    let first_evening =
        [marcus(), theo(), ana(), joy(), dez(), kev(), walt(), ruth()].map(|card| (-87, card));
    let later = [(-70, nadia()), (calendar.workday(-20), priya())];
    let all = first_evening.into_iter().chain(later);
    let card = |(minute, (day, (number, person)))| {
        entry(number, calendar.at(day, 21, minute), Body::Person(person)).done()
    };
    (10..).zip(all).map(card).collect()
}

/// What is expected: whether it happens, whether it was said, how much it matters.
pub(crate) fn expects<const N: usize>(all: [(&str, Met, Said, i8); N]) -> Vec<Expectation> {
    let expectation = |(text, met, said, importance): (&str, Met, Said, i8)| Expectation {
        text: text.into(),
        met,
        said: Some(said),
        importance: Degree::new(importance),
    };
    all.map(expectation).into()
}

fn marcus() -> (u128, Person) {
    let person = Person {
        name: "Marcus".into(),
        relation: Some(Relation::Partner),
        about: "Six years. We live together.".into(),
        circle: Some(VeryClose),
        angle: Some(71),
        effect_on_recovery: Some(Both),
        contact_frequency: Some(Daily),
        contact_modes: vec![InPerson, Text],
        activities: "Supper, school runs, the show about the lighthouse.".into(),
        can_talk_about: "Theo, the shop, money if it is daylight.".into(),
        cannot_talk_about: "The night in the hospital. He leaves the room inside his face.".into(),
        support_given: degree(2),
        support_received: degree(3),
        support_kinds: vec![Emotional, Practical, Company],
        conflict_level: degree(3),
        substance_role: vec![Worried, Harmed],
        knows_about: vec![MyUse, MyTreatment, MyMood],
        change_since_onset: "After Mom he started listening to how I shut the door.".into(),
        feelings_with: felt([(Tender, 7), (Accused, 5), (Ashamed, 4)]),
        i_expect: marcus_mine(),
        they_expect: marcus_theirs(),
        satisfying: "He makes me laugh. He is patient with Theo.".into(),
        unsatisfying: "He counts the minutes and I count his looks.".into(),
        change_wanted: "That we go silent after a fight.".into(),
        change_whose: Some(ChangeWhose::Both),
        phone: "555 0119".into(),
        phone_note: "Not while he is under a car; he calls back".into(),
        feel_safe: Some(FeelSafe::Yes),
        ..Person::default()
    };
    (101, person)
}

/// What I expect of Marcus: the same on his card and in the dispute with him.
pub(crate) fn marcus_mine() -> Vec<Expectation> {
    expects([
        ("To trust me when I’m late.", No, Said::Partly, 4),
        ("To ask how group was.", No, Said::No, 3),
    ])
}

/// What he expects of me.
pub(crate) fn marcus_theirs() -> Vec<Expectation> {
    expects([
        ("A text if I’ll be late.", Partly, Said::Yes, 4),
        ("To be told things before he hears them.", Partly, Said::Yes, 4),
    ])
}

fn theo() -> (u128, Person) {
    let person = Person {
        name: "Theo".into(),
        relation: Some(Relation::Son),
        about: "Eight. Wants to drive a bus.".into(),
        circle: Some(VeryClose),
        angle: Some(297),
        effect_on_recovery: Some(Helps),
        contact_frequency: Some(Daily),
        contact_modes: vec![InPerson],
        activities: "Pancakes, skates, reading in two voices.".into(),
        can_talk_about: "Buses. Why people die.".into(),
        support_given: degree(4),
        support_kinds: vec![Company],
        conflict_level: degree(1),
        substance_role: vec![Harmed],
        knows_about: vec![MyTreatment],
        change_since_onset: "He stopped asking me to come to school things.".into(),
        feelings_with: felt([(Tender, 9), (Glad, 7), (Ashamed, 3)]),
        they_expect: expects([
            ("That I am there when I say I will be.", Partly, Said::Yes, 4),
            ("Pancakes on Saturday.", Yes, Said::Yes, 3),
        ]),
        satisfying: "He tells me everything if I wait long enough.".into(),
        unsatisfying: "He watches my face before he asks for things.".into(),
        change_wanted: "That he has to check how I am first.".into(),
        change_whose: Some(ChangeWhose::Mine),
        ..Person::default()
    };
    (102, person)
}

fn ana() -> (u128, Person) {
    let person = Person {
        name: "Ana".into(),
        relation: Some(Relation::Sister),
        about: "The older one. Twenty minutes by car.".into(),
        circle: Some(Close),
        circle_wanted: Some(VeryClose),
        angle: Some(326),
        effect_on_recovery: Some(Helps),
        contact_frequency: Some(SeveralAWeek),
        contact_modes: vec![Call, InPerson, Text],
        activities: "Soup, Dad’s errands, the box of photos.".into(),
        can_talk_about: "Mom. The evening I drank.".into(),
        cannot_talk_about: "Who does more. We both count.".into(),
        support_given: degree(2),
        support_received: degree(4),
        support_kinds: vec![Emotional, Practical, Recovery],
        conflict_level: degree(2),
        substance_role: vec![SupportsRecovery, Worried],
        knows_about: vec![MyUse, MyTreatment, MyMood],
        feelings_with: felt([(Tender, 7), (Calm, 6)]),
        i_expect: expects([("To tell me when it gets too much for her.", Partly, Said::Yes, 3)]),
        they_expect: expects([("That I do my half with Dad.", Partly, Said::Yes, 4)]),
        satisfying: "She picks up. She knew Mom the way I did.".into(),
        unsatisfying: "She fixes things before I have said what they are.".into(),
        phone: "555 0178".into(),
        phone_note: "After five, or text".into(),
        can_call: true,
        feel_safe: Some(FeelSafe::Yes),
        ..Person::default()
    };
    (103, person)
}

fn joy() -> (u128, Person) {
    let person = Person {
        name: "Joy".into(),
        relation: Some(Relation::PeerInRecovery),
        about: "From group. Drives a school bus, four years without a drink.".into(),
        circle: Some(Close),
        angle: Some(124),
        effect_on_recovery: Some(Helps),
        contact_frequency: Some(SeveralAWeek),
        contact_modes: vec![Call, Text, InPerson],
        activities: "Group, then the bench outside group.".into(),
        can_talk_about: "The hour before.".into(),
        support_given: degree(1),
        support_received: degree(4),
        support_kinds: vec![Recovery, Emotional, Advice],
        conflict_level: degree(0),
        substance_role: vec![SupportsRecovery],
        knows_about: vec![MyUse, MyTreatment, MyMood],
        feelings_with: felt([(Calm, 7), (Tender, 5)]),
        satisfying: "She never sounds surprised.".into(),
        phone: "555 0142".into(),
        phone_note: "Any time, she means it".into(),
        can_call: true,
        feel_safe: Some(FeelSafe::Yes),
        ..Person::default()
    };
    (104, person)
}

fn priya() -> (u128, Person) {
    let person = Person {
        name: "Priya".into(),
        relation: Some(Relation::Colleague),
        about: "Does the ovens at the school. Hums.".into(),
        circle: Some(AroundMe),
        angle: Some(253),
        circle_wanted: Some(Close),
        effect_on_recovery: Some(NotSure),
        contact_frequency: Some(SeveralAWeek),
        contact_modes: vec![InPerson],
        activities: "The ovens. Soon lunch on the bench.".into(),
        support_given: degree(1),
        support_received: degree(2),
        support_kinds: vec![Practical, Company],
        conflict_level: degree(0),
        substance_role: vec![Neutral, DoesNotKnow],
        feelings_with: felt([(Glad, 5), (Anxious, 4)]),
        satisfying: "She showed me where everything is and did not make it a favor.".into(),
        feel_safe: Some(FeelSafe::Yes),
        ..Person::default()
    };
    (105, person)
}

fn dez() -> (u128, Person) {
    let person = Person {
        name: "Dez".into(),
        relation: Some(Relation::Friend),
        about: "On the line with me nine years. Between places just now.".into(),
        circle: Some(AroundMe),
        angle: Some(158),
        effect_on_recovery: Some(Harder),
        contact_frequency: Some(Monthly),
        contact_modes: vec![Call, Text],
        activities: "It was always Lou’s.".into(),
        can_talk_about: "The line, his cousin, music.".into(),
        cannot_talk_about: "Group. He makes it a joke so it can’t hurt.".into(),
        support_given: degree(2),
        support_received: degree(1),
        conflict_level: degree(2),
        substance_role: vec![UsesWithMe, PressuresMe],
        knows_about: vec![MyUse],
        change_since_onset: "He is the one who calls on the bad nights.".into(),
        feelings_with: felt([(Excited, 5), (Sad, 5)]),
        they_expect: expects([("That I pick up, whatever time it is.", No, Said::Partly, 3)]),
        satisfying: "He drove all night to be at Mom’s funeral.".into(),
        unsatisfying: "Every plan has a bar in it.".into(),
        change_wanted: "That we find one thing to do in daylight.".into(),
        change_whose: Some(ChangeWhose::Both),
        feel_safe: Some(FeelSafe::Unsure),
        ..Person::default()
    };
    (106, person)
}

fn kev() -> (u128, Person) {
    let person = Person {
        name: "Kev".into(),
        relation: Some(Relation::Boss),
        about: "Ran the night kitchen. Taught me most of what I know.".into(),
        standing: Standing::Past,
        circle: Some(AroundMe),
        angle: Some(92),
        effect_on_recovery: Some(Harder),
        contact_frequency: Some(ContactFrequency::None),
        support_received: degree(2),
        support_kinds: vec![Advice],
        conflict_level: degree(4),
        substance_role: vec![UsesWithMe],
        feelings_with: felt([(Anxious, 6)]),
        satisfying: "He saw I was good before I did.".into(),
        unsatisfying: "He throws things when it is busy. He pours for everyone after.".into(),
        feel_safe: Some(FeelSafe::No),
        ..Person::default()
    };
    (107, person)
}

fn walt() -> (u128, Person) {
    let person = Person {
        name: "Walt (Dad)".into(),
        relation: Some(Relation::Father),
        about: "Seventy-four. Alone in the house now.".into(),
        circle: Some(AroundMe),
        angle: Some(217),
        circle_wanted: Some(Close),
        contact_frequency: Some(TwoOrThreeAMonth),
        contact_modes: vec![InPerson, Call],
        activities: "The eye doctor. Doughnuts.".into(),
        can_talk_about: "The car and the weather.".into(),
        cannot_talk_about: "Mom.".into(),
        support_given: degree(2),
        support_received: degree(1),
        support_kinds: vec![Practical],
        conflict_level: degree(2),
        substance_role: vec![DoesNotKnow],
        change_since_onset: "He went quiet the day of the funeral and stayed there.".into(),
        feelings_with: felt([(Sad, 6), (Hurt, 4), (Lonely, 4)]),
        i_expect: expects([("To ask us before he gives her things away.", No, Said::Yes, 4)]),
        they_expect: expects([
            ("To come on Sundays.", Partly, Said::Yes, 3),
            ("Not to bring it all up.", Unknown, Said::No, 3),
        ]),
        satisfying: "He still cuts the grass for next door.".into(),
        unsatisfying: "We talk about the car and the weather.".into(),
        change_wanted: "One talk about Mom that does not end with him leaving the room.".into(),
        feel_safe: Some(FeelSafe::Mostly),
        ..Person::default()
    };
    (108, person)
}

fn ruth() -> (u128, Person) {
    let person = Person {
        name: "Ruth (Mom)".into(),
        relation: Some(Relation::Mother),
        about: "The radio was always on.".into(),
        standing: Standing::Died,
        circle: Some(Close),
        angle: Some(196),
        contact_frequency: Some(Weekly),
        contact_modes: vec![Call, InPerson],
        activities: "Cooking side by side. A glass at five.".into(),
        support_received: degree(3),
        support_kinds: vec![Emotional, Advice],
        substance_role: vec![UsesWithMe],
        feelings_with: felt([(Tender, 8), (Sad, 7)]),
        satisfying: "She sang over the dishes. She called every Sunday.".into(),
        unsatisfying: "We drank together, a lot. She never said she was proud.".into(),
        ..Person::default()
    };
    (109, person)
}

fn nadia() -> (u128, Person) {
    let person = Person {
        name: "Nadia".into(),
        relation: Some(Relation::ExPartner),
        about: "Before Marcus. I have not told anyone here about her.".into(),
        standing: Standing::Past,
        circle: Some(OutOfTouch),
        angle: Some(40),
        effect_on_recovery: Some(NotSure),
        contact_frequency: Some(FewAYear),
        feel_safe: Some(FeelSafe::PreferNotToSay),
        private: true,
        ..Person::default()
    };
    (110, person)
}
