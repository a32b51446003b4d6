//! From the night kitchen to the school kitchen: what was left, what was found,
//! and how it was decided.

use journal::feeling::Feeling::{Calm, Excited, Lonely, Own, Sad};
use journal::technique::{Choice, Decision};
use journal::transition::{ChangeKind, Chosen, Skill, SupportNeeded, Transition, Weighed};
use journal::value::{PartialDate, Precision};
use journal::weekly::Weekly;
use journal::{Body, Rating, Record, RecordId};

use crate::builders::{degree, entry, felt, id};
use crate::calendar::Calendar;
use crate::losses::HER_DEATH;
use crate::people::{ANA, DEZ, JOY, KEV, MARCUS, PRIYA, RUTH, THEO};

pub(crate) const CHANGE: RecordId = id(750);

/// The change, its weeks and two decisions.
pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let mut all = vec![change(calendar), leaving(calendar), her_birthday(calendar)];
    all.extend(weeks(calendar));
    all
}

fn lines<const N: usize>(lines: [(&str, i8); N]) -> Vec<Weighed> {
    lines.map(|(text, weight)| Weighed { text: text.into(), weight: degree(weight) }).into()
}

/// Then and now, good and hard.
fn grid() -> Transition {
    Transition {
        old_good: lines([
            ("The crew. We had each other’s backs", 4),
            ("I was fast, and they knew it", 4),
            ("Cash in hand on Fridays", 2),
        ]),
        old_hard: lines([
            ("Drinks after every shift", 4),
            ("Asleep till noon", 2),
            ("Missed his school things", 4),
        ]),
        new_good: lines([
            ("Supper with Theo", 4),
            ("Mornings with a clear head", 4),
            ("Weekends off", 2),
        ]),
        new_hard: lines([
            ("Nobody knows me yet", 3),
            ("Five to seven is so quiet", 4),
            ("Less money", 2),
        ]),
        ..Transition::default()
    }
}

fn change(calendar: Calendar) -> Record {
    let since = calendar.date(calendar.first_school_day());
    let change = Transition {
        title: "From the night kitchen to the school kitchen".into(),
        change: Some(ChangeKind::Work),
        from_role: "Line cook, nights".into(),
        to_role: "School kitchen, days".into(),
        changed_on: Some(PartialDate { date: since, precision: Precision::Day }),
        chosen: Some(Chosen::Mine),
        sudden: Some(false),
        miss: "Being good at something without trying.".into(),
        glad_to_leave: "The row of glasses on the pass.".into(),
        feelings: felt([(Lonely, 4), (Calm, 5), (Sad, 4), (Excited, 3)]),
        how_it_happened: "I saw the card in the laundromat and took the whole card.".into(),
        people_lost: vec![KEV, DEZ],
        people_kept: vec![MARCUS, THEO, ANA],
        people_gained: vec![PRIYA],
        continues: "I can feed two hundred people and stay calm.".into(),
        using_then: "It said the night was over. It made eleven people into a crew.".into(),
        using_now: "Nothing says the day is over yet. The lamp, a bit. Tea is not it.".into(),
        small_thing: "Eat lunch with Priya on Wednesday.".into(),
        skills: vec![
            Skill {
                skill: "Talking to people before I have fed them".into(),
                have: degree(1),
                how: "One hello a day.".into(),
            },
            Skill {
                skill: "Getting up at four".into(),
                have: degree(3),
                how: "Bed by nine, phone in the bread bin.".into(),
            },
        ],
        supports: vec![SupportNeeded {
            what: "A call in the hard hour".into(),
            who: Some(ANA),
            asked: true,
            result: "She calls at half past five when she can.".into(),
        }],
        ..grid()
    };
    let day = calendar.workday(-26);
    entry(750, calendar.at(day, 20, 15), Body::Transition(change))
        .felt([(Lonely, 4), (Calm, 5)])
        .mood(5, 6)
        .craving(4, 4)
        .brought()
        .done()
}

/// "I can handle this new part of life", 0 to 10.
fn weeks(calendar: Calendar) -> Vec<Record> {
    const TOLD: [(i64, u8); 4] = [(-25, 3), (-17, 4), (-10, 4), (-4, 6)];
    let week = |(number, (day, mastery)): (u128, (i64, u8))| {
        let weekly =
            Weekly { focus: Some(CHANGE), mastery: Rating::new(mastery), ..Weekly::default() };
        entry(number, calendar.at(day, 21, 45), Body::Weekly(weekly)).done()
    };
    (760..).zip(TOLD).map(week).collect()
}

fn choice(text: &str, takes: &str, [good, bad]: [&str; 2], doable: u8) -> Choice {
    Choice {
        text: text.into(),
        takes: takes.into(),
        good: good.into(),
        bad: bad.into(),
        doable: Rating::new(doable),
        ..Choice::default()
    }
}

fn nothing(good: &str, bad: &str) -> Choice {
    Choice { nothing: true, good: good.into(), bad: bad.into(), ..Choice::default() }
}

fn leaving(calendar: Calendar) -> Record {
    let school = choice(
        "Take the school job",
        "Up at four. Two hundred less a month.",
        ["Theo’s bedtime every night.", "Nobody there knows what I can do."],
        6,
    );
    let school = Choice {
        for_them: "Marcus sleeps.".into(),
        for_recovery: "No glass on the pass at one in the morning.".into(),
        ..school
    };
    let fewer = choice(
        "Ask Kev for three nights instead of five",
        "A talk with Kev.",
        ["I keep the crew.", "Three nights of the row of glasses."],
        3,
    );
    let decision = Decision {
        title: "Do I leave the night kitchen?".into(),
        goal: "An evening that is mine.".into(),
        options: vec![school, fewer, nothing("No talk to have.", "I know how every night ends.")],
        info_needed: "What the school pays in summer.".into(),
        people_to_ask: vec![ANA, JOY],
        chosen: Some(0),
        why: "I want to be asleep when it is dark.".into(),
        review_on: Some(calendar.date(30)),
        focus: Some(CHANGE),
    };
    entry(751, calendar.at(-40, 14, 20), Body::Decision(decision))
        .felt([(Own("torn".into()), 6)])
        .mood(4, 6)
        .done()
}

fn her_birthday(calendar: Calendar) -> Record {
    let decision = Decision {
        title: "What do we do on Mom’s birthday?".into(),
        goal: "Not to be alone with it at five.".into(),
        options: vec![
            choice(
                "Her soup at our place, with Ana and Dad",
                "Asking Dad.",
                ["Theo hears about her.", "Dad might leave the table."],
                6,
            ),
            choice(
                "Ana and I walk to the water",
                "A sitter for an hour.",
                ["Easy.", "Dad sits at home."],
                9,
            ),
            nothing("Nobody has to ask anybody.", "It will come anyway."),
        ],
        people_to_ask: vec![ANA],
        focus: Some(HER_DEATH),
        ..Decision::default()
    };
    entry(752, calendar.at(-5, 20, 50), Body::Decision(decision)).about([ANA, RUTH]).done()
}
