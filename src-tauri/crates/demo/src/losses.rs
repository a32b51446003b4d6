//! Ruth, who died, and what is written about her.

use chrono::{Datelike, NaiveDate, Weekday};
use journal::feeling::Feeling::{Angry, Ashamed, Calm, Glad, Lonely, Numb, Own, Sad, Tender};
use journal::grief::{Cause, Grief, KeptDay, KeptDayKind, Loss};
use journal::value::{PartialDate, Precision, YearlyDay};
use journal::{Body, Record, RecordId};

use crate::builders::{Entry, entry, id, texts};
use crate::calendar::Calendar;
use crate::people::{ANA, JOY, MARCUS, RUTH, WALT};

const HER_DEATH: RecordId = id(300);

/// The loss and six reflections on it.
pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
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
        ..Loss::default()
    };
    entry(300, calendar.at(-86, 20, 10), Body::Loss(loss)).about([RUTH]).done()
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
