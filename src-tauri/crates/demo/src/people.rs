//! The ten people of the course, as the writer sees them.

use journal::person::EffectOnRecovery::{Both, Harder, Helps, NotSure};
use journal::person::Met::{No, Partly, Unknown, Yes};
use journal::person::Ring::{AroundMe, Close, OutOfTouch, VeryClose};
use journal::person::{Expectation, FeelSafe, Met, Person, Relation, Standing};
use journal::{Body, Record, RecordId};

use crate::builders::{entry, id};
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

fn expects<const N: usize>(all: [(&str, Met); N]) -> Vec<Expectation> {
    all.map(|(text, met)| Expectation { text: text.into(), met, ..Expectation::default() }).into()
}

fn marcus() -> (u128, Person) {
    let person = Person {
        name: "Marcus".into(),
        relation: Some(Relation::Partner),
        about: "Six years. We live together.".into(),
        circle: Some(VeryClose),
        angle: Some(71),
        effect_on_recovery: Some(Both),
        i_expect: expects([("To trust me when I’m late.", No), ("To ask how group was.", No)]),
        they_expect: expects([
            ("A text if I’ll be late.", Partly),
            ("To be told things before he hears them.", Partly),
        ]),
        satisfying: "He makes me laugh. He is patient with Theo.".into(),
        unsatisfying: "He counts the minutes and I count his looks.".into(),
        change_wanted: "That we go silent after a fight.".into(),
        phone: "555 0119".into(),
        phone_note: "Not while he is under a car; he calls back".into(),
        feel_safe: Some(FeelSafe::Yes),
        ..Person::default()
    };
    (101, person)
}

fn theo() -> (u128, Person) {
    let person = Person {
        name: "Theo".into(),
        relation: Some(Relation::Son),
        about: "Eight. Wants to drive a bus.".into(),
        circle: Some(VeryClose),
        angle: Some(297),
        effect_on_recovery: Some(Helps),
        they_expect: expects([
            ("That I am there when I say I will be.", Partly),
            ("Pancakes on Saturday.", Yes),
        ]),
        satisfying: "He tells me everything if I wait long enough.".into(),
        unsatisfying: "He watches my face before he asks for things.".into(),
        change_wanted: "That he has to check how I am first.".into(),
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
        angle: Some(326),
        effect_on_recovery: Some(Helps),
        i_expect: expects([("To tell me when it gets too much for her.", Partly)]),
        they_expect: expects([("That I do my half with Dad.", Partly)]),
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
        effect_on_recovery: Some(NotSure),
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
        they_expect: expects([("That I pick up, whatever time it is.", No)]),
        satisfying: "He drove all night to be at Mom’s funeral.".into(),
        unsatisfying: "Every plan has a bar in it.".into(),
        change_wanted: "That we find one thing to do in daylight.".into(),
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
        i_expect: expects([("To ask us before he gives her things away.", No)]),
        they_expect: expects([
            ("To come on Sundays.", Partly),
            ("Not to bring it all up.", Unknown),
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
        feel_safe: Some(FeelSafe::PreferNotToSay),
        private: true,
        ..Person::default()
    };
    (110, person)
}
