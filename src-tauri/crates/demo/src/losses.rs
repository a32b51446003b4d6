//! Ruth, who died, and what is written about her.

use chrono::{Datelike, NaiveDate, Weekday};
use journal::feeling::Feeling::{Angry, Ashamed, Calm, Glad, Lonely, Numb, Own, Sad, Tender};
use journal::grief::{
    Avoided, Cause, Grief, KeptDay, KeptDayKind, Loss, Memory, Rebuilding, Valence,
};
use journal::value::{PartialDate, Precision, Sure, YearlyDay};
use journal::weekly::Weekly;
use journal::{Body, Rating, Record, RecordId};

use crate::builders::{Entry, degree, entry, id, texts};
use crate::calendar::Calendar;
use crate::people::{ANA, JOY, MARCUS, RUTH, WALT};

pub(crate) const HER_DEATH: RecordId = id(300);

/// The loss, six reflections on it, three memories and the numbers of some weeks.
pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let mut all = written(calendar);
    all.extend(memories(calendar));
    all.extend(weeks(calendar));
    all
}

fn written(calendar: Calendar) -> Vec<Record> {
    vec![
        the_loss(calendar),
        sunday_at_five(calendar),
        her_coat(calendar),
        the_voicemail(calendar),
        the_recipe_card(calendar),
        what_the_nurse_said(calendar),
        her_kitchen_radio(calendar),
    ]
}

fn the_loss(calendar: Calendar) -> Record {
    let died = calendar.day_ruth_died();
    let kept = |what, on: NaiveDate| KeptDay { what, on: yearly(on), remind: true };
    let loss = Loss {
        person: Some(RUTH),
        died_on: Some(PartialDate { date: died, precision: Precision::Day }),
        cause: Some(Cause::Illness),
        kept_days: vec![
            kept(KeptDayKind::Birthday, calendar.date(13)),
            kept(KeptDayKind::Anniversary, died),
            kept(KeptDayKind::Own("Their wedding day".into()), calendar.date(47)),
        ],
        avoided: avoided(calendar),
        rebuilding: rebuilding(calendar),
        people_who_knew: vec![ANA, WALT, MARCUS],
        ..her_story()
    };
    entry(300, calendar.at(-86, 20, 10), Body::Loss(loss)).about([RUTH]).done()
}

/// What is told of her, and of the days around her death.
fn her_story() -> Loss {
    Loss {
        relationship_then: "Close, and never about anything. We cooked and we drank.".into(),
        expected: Some(Sure::Partly),
        i_was_there: Some(Sure::No),
        substances_involved: Some(Sure::Unsure),
        last_time: "The Sunday before. She sat to peel the potatoes. She never sat.".into(),
        how_i_heard: "Ana called the pass at twenty to eleven. I finished the ticket.".into(),
        what_happened_then: "I drove to the hospital with my apron on. Dad was in the hall \
            holding her bag with both hands."
            .into(),
        ritual: "The small church. Dez drove all night. I did not read what I wrote.".into(),
        support_then: degree(2),
        unsaid: "That I knew, and that I was scared too.".into(),
        regrets: "Four drinks in and plating fish while she died.".into(),
        anger: "She told the nurse to wait. She decided for me.".into(),
        relief: "That nobody pours at five any more. I feel bad writing it.".into(),
        use_then: "Every night that summer, alone, after Theo slept.".into(),
        earliest_memory: "Standing on a chair beside her, shelling peas into a blue bowl.".into(),
        best_times: "Any kitchen with the radio on.".into(),
        hard_times: "Fridays, when they had both had enough and went quiet.".into(),
        gave_me: "My hands. How to season. When to leave a thing alone.".into(),
        wished_different: "That she had asked me one question and waited.".into(),
        disappointments: "She never came to eat where I cooked.".into(),
        roles: texts(["Who called on Sundays", "Who taught me to cook", "Who I drank with"]),
        ways_i_remember: "Her soup. Mints. The lamp before the radio.".into(),
        ..Loss::default()
    }
}

fn avoided(calendar: Calendar) -> Vec<Avoided> {
    let of = |what: &str, before: u8, tried: Option<(i64, u8)>, note: &str| Avoided {
        what: what.into(),
        before: Rating::new(before),
        tried_on: tried.map(|(day, _)| calendar.date(day)),
        after: tried.and_then(|(_, after)| Rating::new(after)),
        note: note.into(),
    };
    vec![
        of("Her coat in the hall closet", 7, Some((-69, 5)), "Mint in the pocket."),
        of("The house on a Sunday", 8, Some((-10, 6)), "Dad made the coffee."),
        of("Playing her message", 9, None, ""),
    ]
}

fn rebuilding(calendar: Calendar) -> Vec<Rebuilding> {
    vec![
        Rebuilding {
            what: "Her bean soup, with Theo on the chair".into(),
            why: "So somebody learns it from me.".into(),
            planned_on: Some(calendar.date(13)),
            ..Rebuilding::default()
        },
        Rebuilding {
            what: "A call with Ana on Sundays at five".into(),
            why: "The hour is still there.".into(),
            planned_on: None,
            done: true,
            how_it_felt: "Odd, then good. We hung up at six and nobody had cried.".into(),
        },
    ]
}

fn memories(calendar: Calendar) -> [Record; 3] {
    let memory = |number, (day, hour, minute), memory: Memory| {
        let memory = Memory { loss: Some(HER_DEATH), ..memory };
        entry(number, calendar.at(day, hour, minute), Body::Memory(memory)).about([RUTH])
    };
    let year = |before: i32| {
        let year = calendar.day_ruth_died().year() - before;
        let date = NaiveDate::from_ymd_opt(year, 6, 1).expect("June has a first");
        Some(PartialDate { date, precision: Precision::Year })
    };
    let peas = Memory {
        title: "The blue bowl".into(),
        when: year(29),
        valence: Some(Valence::Warm),
        text: "She put me on the chair and gave me the peas and went on talking to the radio. \
            Every tenth pea I ate, and she saw, and she did not say."
            .into(),
        strength: Rating::new(7),
        ..Memory::default()
    };
    let card_game = Memory {
        title: "Cards, the winter Dad was away".into(),
        when: year(21),
        valence: Some(Valence::Mixed),
        text: "We played for matches. She let me have the foam of hers. I thought it was the \
            best winter. I think now she was lonely."
            .into(),
        strength: Rating::new(6),
        ..Memory::default()
    };
    let potatoes = Memory {
        title: "She sat down to peel".into(),
        when: year(0),
        valence: Some(Valence::Painful),
        text: "The last Sunday. She pulled the stool over without a word and peeled sitting. I \
            looked at the stool and then I looked at the pan."
            .into(),
        strength: Rating::new(8),
        ..Memory::default()
    };
    [
        memory(311, (-48, 21, 5), peas).felt([(Tender, 7)]).craving(2, 1).done(),
        memory(312, (-34, 15, 30), card_game).felt([(Tender, 5), (Sad, 5)]).done(),
        memory(313, (-10, 21, 40), potatoes).felt([(Sad, 8), (Ashamed, 5)]).craving(3, 4).done(),
    ]
}

/// Grief, warmth and how much it is in the way, from week to week; some were skipped.
fn weeks(calendar: Calendar) -> Vec<Record> {
    const TOLD: [(i64, u8, Option<u8>, Option<u8>); 8] = [
        (-73, 8, Some(3), Some(7)),
        (-66, 8, Some(3), Some(7)),
        (-54, 9, Some(2), Some(8)),
        (-45, 7, Some(4), None),
        (-31, 7, Some(5), Some(5)),
        (-19, 5, Some(7), Some(4)),
        (-10, 6, None, Some(4)),
        (-3, 6, Some(6), Some(3)),
    ];
    let week = |(number, (day, grief, warmth, interference)): (u128, _)| {
        let weekly = Weekly {
            focus: Some(HER_DEATH),
            grief: Rating::new(grief),
            warmth: Option::and_then(warmth, Rating::new),
            interference: Option::and_then(interference, Rating::new),
            ..Weekly::default()
        };
        entry(number, calendar.at(day, 21, 15), Body::Weekly(weekly)).done()
    };
    (320..).zip(TOLD).map(week).collect()
}

fn yearly(day: NaiveDate) -> YearlyDay {
    let small = |number: u32| u8::try_from(number).expect("months and days are small");
    YearlyDay { month: small(day.month()), day: small(day.day()) }
}

fn grief(
    calendar: Calendar,
    number: u128,
    day: i64,
    (hour, minute): (u32, u32),
    about: Grief,
) -> Entry {
    let about = Grief { loss: Some(HER_DEATH), ..about };
    entry(number, calendar.at(day, hour, minute), Body::Grief(about)).about([RUTH])
}

fn sunday_at_five(calendar: Calendar) -> Record {
    let about = Grief {
        title: "Sunday at five".into(),
        brought_to_mind: "The phone rang at five and for one second it was her. It was a \
            recording about the car. I stood there holding it. She called every Sunday at five, \
            after the roast went in, so she had an hour and nothing to stir. I used to roll my \
            eyes at Marcus and put her on speaker."
            .into(),
        miss: texts(["That she called every Sunday", "How she said my name, like a question"]),
        hard: texts([
            "She talked and did not ask",
            "Half of it I don’t remember, we were both drinking",
        ]),
        with_the_feeling: "I turn the radio up. Before, I poured a glass at five so it would be \
            in my hand when she rang."
            .into(),
        could_hear: vec![ANA],
        after_note: "Called Ana at ten past five. She had looked at her phone too.".into(),
        ..Grief::default()
    };
    let day = calendar.last(Weekday::Sun, -78);
    grief(calendar, 301, day, (18, 25), about)
        .felt([(Sad, 7), (Lonely, 6)])
        .mood(3, 4)
        .craving(6, 3)
        .done()
}

fn her_coat(calendar: Calendar) -> Record {
    let about = Grief {
        title: "Her coat".into(),
        brought_to_mind: "Looking for Theo’s boots in the hall closet I put my hand on her coat. \
            The brown one. I said I would take it to the charity shop in July. I put my face in \
            it, which I had told myself I would not do. There was a bus ticket and a mint in the \
            pocket."
            .into(),
        miss: texts(["Mints in every pocket", "Walking on her left side because of her bad ear"]),
        hard: texts([
            "She would not see a doctor",
            "I saw she was thinner and I poured us another one",
        ]),
        unsaid: "I knew. Some part of me knew in April. I am sorry I let you joke about it.".into(),
        with_the_feeling: "I put it back and shut the door. Mostly I shut the door.".into(),
        could_hear: vec![MARCUS, ANA],
        therapist_could_hear: true,
        after_note: "Told Marcus about the mint. He laughed and then he didn’t.".into(),
        ..Grief::default()
    };
    grief(calendar, 302, -69, (22, 5), about)
        .felt([(Sad, 8), (Ashamed, 5), (Tender, 6)])
        .mood(4, 3)
        .craving(3, 5)
        .done()
}

fn the_voicemail(calendar: Calendar) -> Record {
    let about = Grief {
        title: "The voicemail".into(),
        brought_to_mind: "My phone says it is almost full. There are eleven messages and one is \
            hers, forty seconds. I know what is on it. She wants to know if I still have the big \
            pan. I have not played it since the funeral. I can’t delete it and I can’t press it."
            .into(),
        miss: texts(["The way she never said hello, just started"]),
        unsaid: "I still have the big pan.".into(),
        could_hear: vec![JOY],
        after_note: "Moved two hundred photos to the computer so it can stay.".into(),
        ..Grief::default()
    };
    grief(calendar, 303, -50, (23, 15), about).felt([(Sad, 6), (Numb, 4)]).mood(4, 5).done()
}

fn the_recipe_card(calendar: Calendar) -> Record {
    let about = Grief {
        title: "The recipe card".into(),
        brought_to_mind: "They asked for ideas for the menu at school and I said her bean soup, \
            out loud, before I thought. I found the card in the flour tin. Her writing leans back \
            like she is pulling a rope. At the bottom it says “more salt than you think, less \
            than your father thinks”. We made it for two hundred. A girl came back for more and \
            said it tasted like somebody’s house."
            .into(),
        miss: texts([
            "Her writing",
            "Being taught something without being told off",
            "Cooking next to her, hips bumping",
        ]),
        hard: texts(["She never tasted anything I made in a real kitchen"]),
        with_the_feeling: "This time I told someone. I said to Priya it was my mother’s soup and \
            my voice did a thing and she just nodded and passed me the ladle."
            .into(),
        could_hear: vec![ANA, WALT],
        therapist_could_hear: true,
        after_note: "Sent Ana a picture of the card. She sent back a heart and then called.".into(),
        ..Grief::default()
    };
    let day = calendar.workday(-19);
    grief(calendar, 304, day, (16, 10), about)
        .felt([(Tender, 8), (Sad, 5), (Glad, 6)])
        .mood(6, 7)
        .craving(2, 1)
        .brought()
        .done()
}

fn what_the_nurse_said(calendar: Calendar) -> Record {
    let about = Grief {
        title: "What the nurse said".into(),
        brought_to_mind: "A woman on the bus had the same blue shoes as the night nurse. The \
            nurse was kind. She said “your mother asked us to wait before we called”. I have \
            carried that sentence since June like a stone in a shoe."
            .into(),
        hard: texts([
            "She asked them to wait before they called us",
            "I was at work. I would have been four drinks in anyway and I know it",
        ]),
        unsaid: "You decided for me. You always thought I could not take things. I could have \
            sat there. I could have held your hand and been no use at all and still been there."
            .into(),
        with_the_feeling: "I get angry at Dad because he is still here to be angry at.".into(),
        ..Grief::default()
    };
    grief(calendar, 305, -9, (20, 50), about)
        .felt([(Angry, 7), (Sad, 6), (Own("left out".into()), 8)])
        .mood(4, 4)
        .craving(4, 4)
        .done()
}

fn her_kitchen_radio(calendar: Calendar) -> Record {
    let about = Grief {
        title: "Her kitchen radio".into(),
        brought_to_mind: "The station she liked came on at the shop. I stood by the apples and \
            couldn’t move. I wanted a drink before I even knew I was sad."
            .into(),
        miss: texts(["Her singing over the dishes", "That she called every Sunday"]),
        hard: texts(["She never said she was proud", "We drank together, a lot"]),
        unsaid: "I was angry that you didn’t tell me how sick you were. I would have come.".into(),
        could_hear: vec![ANA],
        therapist_could_hear: true,
        after_note: "Writing it down, 25 minutes.".into(),
        ..Grief::default()
    };
    grief(calendar, 306, -2, (20, 2), about)
        .felt([(Sad, 7), (Lonely, 5), (Calm, 2)])
        .craving(5, 3)
        .done()
}
