//! Eight arguments, each with the words that were said. Nobody in them is a villain.

use journal::check_in::Place;
use journal::conflict::{Conflict, NextStep, Stage, TalkStyle, Turn};
use journal::feeling::Feeling::{
    Accused, Angry, Anxious, Ashamed, Calm, Glad, Hurt, Lonely, Numb, Sad, Stressed, Tender, Tired,
};
use journal::value::{Sure, Used};
use journal::{Body, Rating, Record, RecordId};

use crate::builders::{entry, id, lean, me, nobody, texts, they, unsaid};
use crate::calendar::Calendar;
use crate::dispute::DISPUTE;
use crate::people::{ANA, DEZ, KEV, MARCUS, WALT};

/// The newest, from which a rehearsal and something to try grew.
pub(crate) const LATE_FROM_GROUP: RecordId = id(408);
/// Those that were on a page handed over.
pub(crate) const THE_BOTTLE: RecordId = id(403);
pub(crate) const SAYING_NO_TO_DEZ: RecordId = id(405);

/// The arguments, oldest first.
pub(crate) fn entries(calendar: Calendar) -> Vec<Record> {
    vec![
        he_looked_in_my_bag(calendar),
        who_drives_dad(calendar),
        the_bottle(calendar),
        moms_things(calendar),
        saying_no_to_dez(calendar),
        giving_notice(calendar),
        money_and_his_mother(calendar),
        late_from_group(calendar),
    ]
}

fn he_looked_in_my_bag(calendar: Calendar) -> Record {
    let conflict = Conflict {
        title: "He looked in my bag".into(),
        place: Some(Place::Home),
        what_happened: "I came out of the shower and my bag was on the chair, not on the hook. \
            Marcus was wiping the counter that was already dry. I knew."
            .into(),
        turns: vec![
            me("“Did you look in my bag?”", "Please say no.", [Anxious]),
            they(
                MARCUS,
                "“I was looking for the car keys.”",
                "He was looking for a bottle.",
                [Accused, Angry],
            ),
            me(
                "“The keys are on the hook. They are always on the hook.”",
                "I am not stupid.",
                [Angry],
            ),
            they(
                MARCUS,
                "“I have found things before. I’m not proud of it. I just need to know.”",
                "He will check me for the rest of my life.",
                [Ashamed, Hurt],
            ),
            unsaid(
                "There was nothing in it. I wanted you to find nothing and say so.",
                me("“Then look. Look in all of it.”", "Stop.", [Hurt]),
            ),
            nobody("He put the bag back on the hook. Theo came in for cereal."),
        ],
        i_wanted: "To be believed without being searched.".into(),
        they_wanted: "To stop being scared, I think. He had the same face as at the hospital."
            .into(),
        how_it_ended: "Cereal. Then work. Nothing more was said.".into(),
        stage: Some(Stage::Impasse),
        next_steps: vec![NextStep::AskWhatTheyMeant],
        used_after: Some(Used::No),
        turning_point: Some(4),
        my_style: vec![TalkStyle::Blaming],
        their_style: vec![TalkStyle::Hinting, TalkStyle::IStatement],
        between_us_after: lean(-2),
        focus: Some(DISPUTE),
        ..Conflict::default()
    };
    entry(401, calendar.at(-84, 9, 30), Body::Conflict(conflict))
        .about([MARCUS])
        .felt([(Accused, 8), (Ashamed, 6)])
        .mood(5, 3)
        .craving(2, 6)
        .brought()
        .done()
}

fn who_drives_dad(calendar: Calendar) -> Record {
    let conflict = Conflict {
        title: "Who drives Dad".into(),
        place: Some(Place::Own("On the phone".into())),
        what_happened: "Dad has the eye doctor. Ana asked if I could take him this once. I said I \
            sleep in the day. It went from there."
            .into(),
        turns: vec![
            they(ANA, "“I have done the last six.”", "I am the lazy one.", [Accused]),
            me(
                "“I work nights, Ana. You know that.”",
                "I can’t drive that early and she knows why.",
                [Ashamed],
            ),
            they(
                ANA,
                "“I know you do. I’m asking for one.”",
                "She is at the end of it.",
                [Ashamed, Sad],
            ),
            unsaid(
                "I was scared I would still be over the limit at nine in the morning. That used to be true.",
                me("“Fine. I’ll take him.”", "Leave me alone.", [Angry, Tired]),
            ),
            they(ANA, "“Not like that. I don’t want a fine.”", "She wants me to want to.", [Hurt]),
            me("“I’ll take him. I mean it. I’ll set two alarms.”", "I am trying.", [Tender]),
        ],
        i_wanted: "To not be the one who has to be asked.".into(),
        they_wanted: "One day off.".into(),
        how_it_ended: "I took him. We talked about the car. He bought me a doughnut.".into(),
        stage: Some(Stage::Renegotiation),
        next_try: "Offer the next one before she asks.".into(),
        used_after: Some(Used::No),
        after_note: "Slept two hours, then drove. Dad asked if I was eating.".into(),
        ..Conflict::default()
    };
    entry(402, calendar.at(-76, 15, 45), Body::Conflict(conflict))
        .about([ANA])
        .felt([(Ashamed, 6), (Tired, 7)])
        .mood(4, 6)
        .craving(3, 3)
        .done()
}

fn the_bottle(calendar: Calendar) -> Record {
    let conflict = Conflict {
        title: "The bottle behind the flour".into(),
        place: Some(Place::Home),
        what_happened: "Two days after I drank I told Marcus where the rest of the bottle was. I \
            wanted to be the one to say it. He went and got it before I had finished."
            .into(),
        turns: the_bottle_turns(),
        i_wanted: "For telling first to count for something.".into(),
        they_wanted: "To not have to look for things any more.".into(),
        how_it_ended: "We poured it out together. He held the bottle and I ran the tap. Then he \
            went to bed and I sat up with the light on."
            .into(),
        stage: Some(Stage::Renegotiation),
        next_try: "Ask him what telling first is worth to him.".into(),
        next_steps: vec![NextStep::AskWhatTheyMeant, NextStep::PractiseWithTherapist],
        used_after: Some(Used::No),
        turning_point: Some(7),
        my_style: vec![TalkStyle::ClearRequest, TalkStyle::Silence],
        their_style: vec![TalkStyle::IStatement, TalkStyle::ListeningBack],
        message_meant: "I am telling you first because you asked me to.".into(),
        message_heard: "There is a bottle in the house.".into(),
        got_what_i_wanted: Rating::new(6),
        between_us_after: lean(1),
        i_had_used: Some(Sure::No),
        they_had_used: Some(Sure::No),
        focus: Some(DISPUTE),
        after_note: "Texted Joy “poured it out”. She sent a picture of her cat.".into(),
        ..Conflict::default()
    };
    entry(403, calendar.at(-63, 21, 20), Body::Conflict(conflict))
        .about([MARCUS])
        .felt([(Ashamed, 7), (Sad, 6), (Tender, 4)])
        .mood(2, 4)
        .craving(5, 2)
        .brought()
        .done()
}

fn the_bottle_turns() -> Vec<Turn> {
    vec![
        me(
            "“There’s a bottle behind the flour. About a third left. I want you to know.”",
            "I am telling you first this time.",
            [Anxious, Ashamed],
        ),
        nobody("He got up, found it, put it on the table between us."),
        they(MARCUS, "“How long has it been there?”", "How many times did you lie?", [Accused]),
        me("“Since that night. Only since that night.”", "Believe the date at least.", [Ashamed]),
        they(
            MARCUS,
            "“I made Theo’s lunch with that flour.”",
            "Nothing here is safe.",
            [Ashamed, Sad],
        ),
        unsaid(
            "I thought of that too, at four in the morning.",
            me("“I know.”", "I have no more words.", [Numb]),
        ),
        they(
            MARCUS,
            "“Okay. Thank you for telling me. I’m still angry.”",
            "Both of those are true.",
            [Tender, Sad],
        ),
        me("“You can be.”", "Stay and be angry here.", [Tender]),
    ]
}

fn moms_things(calendar: Calendar) -> Record {
    let conflict = Conflict {
        title: "Mom’s things".into(),
        place: Some(Place::SomeonesHome),
        what_happened:
            "I went to see Dad and the sewing room was empty. Boxes gone, machine gone, \
            the curtain she made gone. He had called a man with a van. He did not call us."
                .into(),
        turns: vec![
            me("“Where is everything?”", "Where is she?", [Anxious]),
            they(
                WALT,
                "“I had it taken. It was only sitting there.”",
                "She was only sitting there.",
                [Angry],
            ),
            me("“You could have asked. Ana wanted the machine.”", "I wanted to be asked.", [Hurt]),
            they(
                WALT,
                "“I can’t walk past that door every night. You two go home.”",
                "You left me with it.",
                [Ashamed, Sad],
            ),
            unsaid(
                "I would have sat in there with you.",
                me("“It was hers, Dad.”", "It was ours.", [Angry, Sad]),
            ),
            nobody("He went out to the yard and started the mower. There was hardly any grass."),
        ],
        i_wanted: "To say goodbye to a room.".into(),
        they_wanted: "To sleep, I guess.".into(),
        how_it_ended:
            "I watched him mow for a while and then I left. I honked. He put his hand up.".into(),
        stage: Some(Stage::Impasse),
        next_steps: vec![NextStep::PickACalmerTime, NextStep::PractiseWithTherapist],
        used_after: Some(Used::No),
        after_note: "Sat in the car outside Ana’s until she came home.".into(),
        ..Conflict::default()
    };
    entry(404, calendar.at(-55, 17, 0), Body::Conflict(conflict))
        .about([WALT])
        .felt([(Angry, 8), (Sad, 8)])
        .mood(5, 2)
        .craving(3, 7)
        .brought()
        .done()
}

fn saying_no_to_dez(calendar: Calendar) -> Record {
    let conflict = Conflict {
        title: "Saying no to Dez".into(),
        place: Some(Place::Work),
        what_happened: "Out by the bins on my break. Dez was picking up his knives and wanted me \
            to come for one after."
            .into(),
        turns: vec![
            they(DEZ, "“One. For old times. I’m buying.”", "He misses us.", [Tender, Anxious]),
            me("“I’m not drinking, Dez.”", "Please make this easy.", [Anxious]),
            they(
                DEZ,
                "“Since when are you too good for it?”",
                "I left him behind.",
                [Hurt, Ashamed],
            ),
            unsaid(
                "I am scared of how much I want to come.",
                me(
                    "“I’m not too good for anything. I can’t have one. I’d have breakfast with you.”",
                    "I want you, not that.",
                    [Tender],
                ),
            ),
            they(DEZ, "“Who has breakfast?”", "No.", [Sad]),
            nobody("He laughed and punched my arm and took his knives. He did not look back."),
        ],
        i_wanted: "To keep him and not the rest of it.".into(),
        they_wanted: "Company. He has been on his cousin’s couch for months.".into(),
        how_it_ended: "I went back in and plated forty covers with my hands shaking.".into(),
        stage: Some(Stage::Dissolution),
        next_try: "Text him about breakfast once. Then let it be.".into(),
        next_steps: vec![NextStep::SayWhatIFelt],
        used_after: Some(Used::No),
        after_note: "Called Joy from the walk-in. It is the only quiet place.".into(),
        ..Conflict::default()
    };
    entry(405, calendar.at(-42, 22, 40), Body::Conflict(conflict))
        .about([DEZ])
        .felt([(Hurt, 6), (Sad, 6), (Glad, 3)])
        .mood(5, 4)
        .craving(6, 5)
        .brought()
        .done()
}

fn giving_notice(calendar: Calendar) -> Record {
    let conflict = Conflict {
        title: "Giving notice".into(),
        place: Some(Place::Work),
        what_happened: "Told Kev I got the school job. He was counting the drawer.".into(),
        turns: vec![
            me("“I’m leaving, Kev. End of the week.”", "Don’t throw anything.", [Anxious]),
            they(KEV, "“School lunches. You.”", "What a waste.", [Ashamed]),
            me("“Days. I’d see my kid.”", "Be glad for me.", [Hurt]),
            they(
                KEV,
                "“You’re the best I have on that line and you want to scoop peas.”",
                "He thinks I am good. He has never said it before.",
                [Glad, Sad],
            ),
            nobody(
                "He shut the drawer hard. The new kid jumped. Then he poured two and pushed one at me.",
            ),
            me("“No thanks.”", "That is why.", [Calm]),
        ],
        i_wanted: "A handshake.".into(),
        they_wanted: "Not to have to train somebody in five days.".into(),
        how_it_ended: "He drank both. He said come by, and I said I would, and I won’t.".into(),
        used_after: Some(Used::No),
        ..Conflict::default()
    };
    entry(406, calendar.at(-37, 23, 50), Body::Conflict(conflict))
        .about([KEV])
        .felt([(Sad, 5), (Calm, 4), (Anxious, 5)])
        .craving(5, 4)
        .done()
}

fn money_and_his_mother(calendar: Calendar) -> Record {
    let conflict = Conflict {
        title: "Money and his mother".into(),
        place: Some(Place::Home),
        what_happened: "He said we would talk later and then we didn’t. I had been up since four. \
            His mother’s roof is leaking and he has told her we will help. We. I make less now than \
            I did on nights, and I found out from her, on the phone, thanking me."
            .into(),
        turns: vec![
            me("“Your mother thanked me for the roof.”", "You left me out.", [Hurt]),
            they(MARCUS, "“I was going to tell you tonight.”", "It was decided.", [Angry]),
            me(
                "“You want to hear things before other people do. So do I.”",
                "It is the same rule.",
                [Angry],
            ),
            they(
                MARCUS,
                "“I didn’t want to put it on you. With the new job. With everything.”",
                "I am something you have to be careful with.",
                [Hurt, Sad],
            ),
            unsaid("I am tired of being careful glass.", me("“Put it on me.”", "Let me be in this.", [Tender])),
            they(MARCUS, "“Okay. Two hundred a month for six months. That’s what she needs.”", "He means it.", [Calm]),
        ],
        i_wanted: "To be asked, like someone who lives here.".into(),
        they_wanted: "To take care of her without making me worry.".into(),
        how_it_ended: "We did the sums on the back of Theo’s drawing. It can work if we keep the old \
            car another year."
            .into(),
        stage: Some(Stage::Renegotiation),
        next_try: "Sums on the first Sunday of the month, both of us, with coffee.".into(),
        used_after: Some(Used::No),
        turning_point: Some(5),
        my_style: vec![TalkStyle::ClearRequest],
        their_style: vec![TalkStyle::ListeningBack],
        got_what_i_wanted: Rating::new(7),
        between_us_after: lean(2),
        focus: Some(DISPUTE),
        ..Conflict::default()
    };
    entry(407, calendar.at(-15, 19, 30), Body::Conflict(conflict))
        .about([MARCUS])
        .felt([(Hurt, 6), (Stressed, 6)])
        .mood(4, 6)
        .craving(4, 2)
        .done()
}

fn late_from_group(calendar: Calendar) -> Record {
    let conflict = Conflict {
        title: "Late from group".into(),
        place: Some(Place::Home),
        what_happened: "I got home at quarter past seven. I had said six. Group ran over and I \
            stayed to talk with Joy. Dinner was on the table and Theo had already eaten."
            .into(),
        turns: vec![
            they(
                MARCUS,
                "“You said six. It’s quarter past seven.”",
                "He thinks I was drinking.",
                [Accused, Ashamed],
            ),
            me("“I was at group. Smell my breath if you want.”", "Please trust me.", [Angry, Hurt]),
            they(MARCUS, "“I made dinner. I wasn’t saying that.”", "He is tired of me.", [Lonely]),
            me("(I went to the bedroom and shut the door.)", "", []),
        ],
        i_wanted: "For him to be glad I went. To be asked how it was.".into(),
        they_wanted: "Maybe just to know I was all right.".into(),
        how_it_ended: "We didn’t speak until morning. He left coffee out for me.".into(),
        stage: Some(Stage::Impasse),
        next_try: "Text when group runs over. Tell him: “When you ask the time, I hear that you \
            think I drank. I need you to ask how it went.”"
            .into(),
        next_steps: vec![NextStep::PractiseWithTherapist],
        used_after: Some(Used::No),
        turning_point: Some(2),
        my_style: vec![TalkStyle::Sarcasm, TalkStyle::WalkingOut],
        their_style: vec![TalkStyle::Hinting],
        message_meant: "I went, and I want you to be glad of it.".into(),
        message_heard: "Leave me alone.".into(),
        other_lines: texts(["“I’m sorry about dinner. Ask me how it went.”"]),
        got_what_i_wanted: Rating::new(1),
        between_us_after: lean(-2),
        i_had_used: Some(Sure::No),
        they_had_used: Some(Sure::No),
        focus: Some(DISPUTE),
        after_note: "Called Joy. Did not drink.".into(),
    };
    entry(408, calendar.at(-1, 19, 0), Body::Conflict(conflict))
        .about([MARCUS])
        .felt([(Hurt, 7), (Lonely, 6)])
        .craving(2, 7)
        .brought()
        .done()
}
