//! Sixteen empty pages that were filled: the evening of drinking and what came
//! after, the new job, being alone, good days.

use journal::feeling::Feeling::{
    Anxious, Ashamed, Bored, Calm, Excited, Glad, Lonely, Own, Sad, Stressed, Tender, Tired,
};
use journal::note::Note;
use journal::{Body, Moment, Record, RecordId};

use crate::builders::{Entry, entry, id};
use crate::calendar::Calendar;
use crate::people::{ANA, DEZ, JOY, KEV, MARCUS, NADIA, PRIYA, RUTH, THEO};

/// Those that were on a page handed over.
pub(crate) const THE_DAY_AFTER: RecordId = id(504);
pub(crate) const THEOS_PLAY: RecordId = id(512);

/// The notes, oldest first.
pub(crate) fn entries(calendar: Calendar) -> Vec<Record> {
    let mut all: Vec<Record> = first_weeks(calendar).into();
    all.extend(after_the_evening(calendar));
    all.extend(leaving_nights(calendar));
    all.extend(school_kitchen(calendar));
    all.extend(last_days(calendar));
    all
}

fn note(number: u128, at: Moment, title: &str, text: &str) -> Entry {
    let note = Note { title: title.into(), text: text.into(), ..Note::default() };
    entry(number, at, Body::Note(note))
}

fn first_weeks(calendar: Calendar) -> [Record; 3] {
    let first_page = note(
        501,
        calendar.at(-87, 21, 40),
        "First page",
        "Dr. Okafor says write whatever, no rules, nobody marks it. So. I cook nights. I have a \
         son who is eight and a partner who waits up. My mother died in June. I stopped drinking \
         nine days before this started and I can feel every hour between five and midnight.\n\n\
         I don’t know what I want from this. To sleep. For Marcus to stop listening to how I shut \
         the door.\n\nThat is a page.",
    )
    .about([MARCUS, THEO])
    .felt([(Anxious, 5), (Tired, 7)])
    .mood(4, 5);
    let good_day = note(
        502,
        calendar.at(-72, 20, 10),
        "A good day, so I write it down",
        "Pancakes. Theo flipped one onto the floor and Marcus ate it, with a bow. We went to the \
         big playground after, the one with the net. It was cold and nobody else was there. Theo \
         made us be passengers. Marcus paid his fare with a leaf.\n\nI thought about drinking one \
         time, at four, when we passed the place on the corner. It came and it went. I noticed it \
         was gone only later, like a noise that stops.",
    )
    .about([THEO, MARCUS])
    .felt([(Glad, 8), (Calm, 6)])
    .mood(6, 8)
    .craving(3, 1);
    let untitled = note(
        503,
        calendar.at(-66, 3, 20),
        "",
        "Home from shift. Everyone asleep. Feet hurt. They all went across the road and I came \
         home and there is nobody awake to be proud of me. I know how that sounds.",
    )
    .felt([(Lonely, 7), (Tired, 8)]);
    [first_page.done(), good_day.done(), untitled.done()]
}

fn after_the_evening(calendar: Calendar) -> [Record; 3] {
    let day_after = note(
        504,
        calendar.at(-64, 9, 40),
        "The day after",
        "I drank last night. Writing it here so it is not a secret. Dez called late, about ten. \
         It was my night off and Marcus was at his mother’s with Theo, so the house was mine and \
         too quiet. Dez said they were all at Lou’s and it was not the same without me. I said I \
         would come for one soda. I think I knew when I put my shoes on.\n\n\
         I had four or five. I bought a bottle on the way home. I did not drive. I was sick in \
         the night and I slept on the bathroom floor with a towel.\n\n\
         What I felt before: left out. What I felt at Lou’s for an hour: warm. What I feel now: \
         sad, mostly. My head hurts.\n\n\
         I called Ana at eight. She said “are you safe” and then she said “do you want me to \
         come”. She did not say anything else. She is on her way with eggs. I have told this page \
         and my sister. Next is Marcus, then Joy, then Dr. Okafor.",
    )
    .about([DEZ, ANA])
    .felt([(Sad, 7), (Ashamed, 7), (Own("relieved to say it".into()), 4)])
    .mood(1, 3)
    .craving(4, 3)
    .brought();
    let joy_said = note(
        505,
        calendar.at(-61, 20, 15),
        "What Joy said",
        "Told it in group. My voice went small. Nobody looked at the floor. Joy said, “You came \
         back in two days. My first time it took me two years to come back.” Then she asked what \
         the hour before was like. Not the drinking. The hour before.\n\nQuiet house. No plan. \
         Phone in my hand. I am going to make a plan for quiet houses.",
    )
    .about([JOY])
    .felt([(Tender, 6), (Calm, 5)])
    .mood(4, 6);
    let ana_stayed = note(
        506,
        calendar.at(-47, 22, 30),
        "Ana stayed",
        "She was going to drop off the pot and go. Then it rained. She stayed till ten. We looked \
         at the box of photos she took before Dad’s man with the van came. There is one of Mom on \
         the fire escape with a cigarette, maybe twenty-five, laughing at whoever held the camera. \
         Ana thinks it was Dad.\n\nWe did not fix anything. It was good.",
    )
    .about([ANA, RUTH])
    .felt([(Tender, 7), (Glad, 5), (Sad, 4)])
    .mood(5, 7)
    .craving(2, 1);
    [day_after.done(), joy_said.done(), ana_stayed.done()]
}

fn leaving_nights(calendar: Calendar) -> [Record; 2] {
    let plan = note(
        507,
        calendar.at(-44, 17, 30),
        "A plan for quiet houses",
        "1. Food first. Eat something hot even if it is toast.\n\
         2. Radio on, lamp on, in that order.\n\
         3. Call Joy or Ana before five thirty, not after.\n\
         4. Phone goes in the bread bin.\n\
         5. If it is over six: shoes on and walk to the water and back. Not past the corner.\n\n\
         Marcus read it and added: 6. Or call me. I can leave the shop.",
    )
    .about([JOY, ANA, MARCUS]);
    let last_night = note(
        508,
        calendar.at(-33, 4, 5),
        "Last night on the line",
        "Two hundred and six covers and not one sent back. At one in the morning they banged the \
         pans for me like they do. I taught half of those kids how to hold a knife. Kev gave me \
         the small ladle, the good one, wrapped in a towel. He said nothing. I had to go and look \
         at the ice machine for a while.\n\nThen the row of glasses on the pass, like every \
         night. I shook everybody’s hand and went home with my knives and my ladle. It felt like \
         leaving a country. I cried at the bus stop and a man asked if I was all right and I was, \
         in a way.",
    )
    .about([KEV])
    .felt([(Sad, 7), (Own("proud".into()), 7), (Tired, 8)])
    .mood(5, 5)
    .craving(7, 4);
    [plan.done(), last_night.done()]
}

fn school_kitchen(calendar: Calendar) -> [Record; 5] {
    [
        first_day(calendar),
        five_to_seven(calendar),
        message_from_nadia(calendar),
        theos_play(calendar),
        nobody_knows_me(calendar),
    ]
}

fn first_day(calendar: Calendar) -> Record {
    let first_day = calendar.first_school_day();
    note(
        509,
        calendar.at(first_day, 18, 45),
        "First day",
        "Up at four. It was dark like after a shift, but the other way round. Hair net, white \
         coat too big. The ovens are taller than me. I dropped a whole tray of rolls in front of \
         everybody and a woman with a hum picked up the other end and said “everybody does one”.\n\nThen the \
         bell. Three hundred feet on the stairs. A boy asked me if I was new and I said yes and \
         he said “me too”.\n\nHome by two. Picked Theo up at the gate. He ran.",
    )
    .about([PRIYA, THEO])
    .felt([(Anxious, 6), (Excited, 5), (Glad, 6)])
    .mood(5, 7)
    .craving(1, 3)
    .done()
}

fn five_to_seven(calendar: Calendar) -> Record {
    note(
        510,
        calendar.at(calendar.workday(-24), 18, 50),
        "Five to seven",
        "Nobody warned me about this part. On nights, five to seven was the best of it. Prep done, \
         radio up, family meal standing at the pass, somebody telling a story about somebody. \
         Eleven people who knew how I take my coffee. Then the first tickets and no time to think \
         till one.\n\n\
         Now at five the house is still. Marcus is at the shop till seven. Theo does his reading \
         and then he wants his show. I have cooked for two hundred people and I stand in my own \
         kitchen and can’t think what to make for three. My hands want a glass in them. Not even \
         a drink. A glass. Something that says the day is over.\n\n\
         I tried tea. It is not the same. I tried going to the shop, but the shop has that aisle. \
         I tried calling Dez, and hung up before it rang, and felt like a kid.\n\n\
         What I think it is: nobody sees me between five and seven. On the line they saw me. They \
         also saw me drink every single night and never said a word, so I don’t know what \
         kind of seeing that was. But it was loud and warm and I was in it.\n\n\
         Theo just came in and asked what I am writing. I said a list. He said put bananas. So: \
         bananas.",
    )
    .about([THEO, DEZ])
    .felt([(Lonely, 8), (Bored, 6), (Sad, 5)])
    .mood(4, 5)
    .craving(6, 4)
    .brought()
    .done()
}

fn message_from_nadia(calendar: Calendar) -> Record {
    note(
        511,
        calendar.at(-20, 23, 10),
        "A message from Nadia",
        "After seven years. “Heard about your mom. I always liked her.” I read it nine times. I \
         have not answered. I am not going to tell Marcus tonight and I am not going to hide it \
         either, I am just going to sleep.",
    )
    .about([NADIA])
    .felt([(Anxious, 5), (Tender, 3)])
    .craving(3, 4)
    .done()
}

fn theos_play(calendar: Calendar) -> Record {
    note(
        512,
        calendar.at(calendar.workday(-16), 20, 30),
        "Theo’s play",
        "He was a tree with one line. The line was “winter is coming in”. I have missed every \
         school thing for two years, asleep or worse. I was in the second row. He saw me and he \
         did not look away till his line, and he said it to me.\n\nI did not think about anything \
         else for a whole hour.",
    )
    .about([THEO])
    .felt([(Own("proud".into()), 9), (Tender, 8)])
    .mood(6, 9)
    .craving(1, 0)
    .brought()
    .done()
}

fn nobody_knows_me(calendar: Calendar) -> Record {
    note(
        513,
        calendar.at(calendar.workday(-12), 13, 40),
        "Nobody knows me yet",
        "Sat at the end of the table at break. They talked about somebody’s wedding. They were \
         not unkind. I laughed when they laughed. I have been the loud one in every kitchen I ever \
         worked in and here I am the one who washes the trays and goes home.\n\nIf I had a drink \
         in me I would have told the story about the eel. That is the thing. I don’t know how to \
         tell the eel story without one.",
    )
    .felt([(Lonely, 7), (Stressed, 4)])
    .mood(4, 4)
    .craving(4, 5)
    .done()
}

fn last_days(calendar: Calendar) -> [Record; 3] {
    [priya_asked(calendar), three_left(calendar), he_laughed(calendar)]
}

fn priya_asked(calendar: Calendar) -> Record {
    note(
        514,
        calendar.at(calendar.workday(-6), 15, 0),
        "",
        "Priya asked if I want to eat lunch with her next week. She said the bench by the bike rack \
         gets sun. I said sure like it was nothing.",
    )
    .about([PRIYA])
    .felt([(Glad, 5), (Anxious, 4)])
    .mood(5, 6)
    .done()
}

fn three_left(calendar: Calendar) -> Record {
    note(
        515,
        calendar.at(-4, 20, 30),
        "Three left",
        "Three sessions after today. I said I was fine with it. On the bus I was not fine with it. \
         It feels as if everyone good leaves. Which is not even true. Ana is still here. \
         Joy is still here.",
    )
    .felt([(Sad, 5), (Own("left".into()), 5)])
    .mood(5, 5)
    .craving(3, 3)
    .brought()
    .done()
}

fn he_laughed(calendar: Calendar) -> Record {
    note(
        516,
        calendar.at(-3, 20, 45),
        "He laughed at supper",
        "Marcus was home late too and we ate standing up. Theo did his voice of the bus driver. \
         Marcus laughed so hard he had to put the plate down. I had forgotten the sound. I looked \
         at the two of them and thought, this is at half past six. This is in the hard hour.",
    )
    .about([MARCUS, THEO])
    .felt([(Glad, 8), (Tender, 7)])
    .mood(5, 8)
    .craving(2, 0)
    .brought()
    .done()
}
