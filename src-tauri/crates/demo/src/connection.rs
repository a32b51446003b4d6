//! People who know me as I am now: contacts, tries, a story that repeats, and
//! relationships of before.

use journal::connection::AttemptResult::{Mixed, NoReply, WentWell};
use journal::connection::ContactMode::{Call, InPerson};
use journal::connection::StartedBy::{Me, Planned, Them};
use journal::connection::{
    Attempt, Connection, Contact, ContactLength, ContactMode, Depth, PastRelationship, Pattern,
    Setting, StartedBy,
};
use journal::course::Area;
use journal::feeling::Feeling::{Anxious, Calm, Glad, Lonely, Sad, Tender};
use journal::prompt::Prompt;
use journal::technique::{Exchange, Experiment, ExperimentStatus, PractisedWith, Rehearsal};
use journal::value::Sure;
use journal::{Body, Moment, Rating, Record, RecordId};

use crate::builders::{change, entry, id, lean};
use crate::calendar::Calendar;
use crate::people::{ANA, JOY, MARCUS, NADIA, PRIYA, WALT};

const CONNECTION: RecordId = id(800);
const HELLO: RecordId = id(820);

/// The work, and what belongs to it.
pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let mut all = vec![connection(calendar), pattern(calendar), rehearsal(calendar)];
    all.extend(contacts(calendar));
    all.extend(attempts(calendar));
    all.extend(experiments(calendar));
    all.extend(before(calendar));
    all.extend(prompts(calendar));
    all
}

fn connection(calendar: Calendar) -> Record {
    let connection = Connection {
        title: "People who know me as I am now".into(),
        now: "Marcus, Theo, Ana, Joy. Everybody else knew the loud one.".into(),
        wish: "Two people at the school who would notice if I was not there.".into(),
        in_the_way: "I wait to be asked. I used to have a glass for that.".into(),
        felt_close: "Priya took the other end of the tray. She did not look at anyone.".into(),
        ..Connection::default()
    };
    entry(800, calendar.at(-18, 20, 30), Body::Connection(connection)).done()
}

fn contact(number: u128, at: Moment, people: &[RecordId], contact: Contact) -> Record {
    let contact = Contact { focus: Some(CONNECTION), ..contact };
    let mut record = entry(number, at, Body::Contact(contact)).done();
    record.around.people = people.into();
    record
}

fn of(
    title: &str,
    mode: ContactMode,
    started_by: StartedBy,
    (length, depth): (ContactLength, Depth),
    felt: i8,
) -> Contact {
    Contact {
        title: title.into(),
        mode: Some(mode),
        started_by: Some(started_by),
        length: Some(length),
        depth: Some(depth),
        felt: lean(felt),
        setting: Some(Setting::Sober),
        ..Contact::default()
    }
}

fn contacts(calendar: Calendar) -> Vec<Record> {
    let work = |day| calendar.workday(day);
    let at = |day, hour, minute| calendar.at(day, hour, minute);
    let hello = (ContactLength::AMinute, Depth::SmallTalk);
    let short = (ContactLength::UnderFifteen, Depth::Personal);
    let long = (ContactLength::UnderAnHour, Depth::Personal);
    let coffee = (ContactLength::UnderAnHour, Depth::Everyday);
    let chat = (ContactLength::UnderFifteen, Depth::Everyday);
    let bus = Contact {
        someone_new: true,
        note: "He asked what I cook. I said rice for two hundred.".into(),
        ..of("The man at the bus stop", InPerson, Them, hello, 1)
    };
    let gate = Contact { someone_new: true, ..of("A mother at the gate", InPerson, Me, chat, 2) };
    let ana = of("Ana at half past five", Call, Planned, long, 2);
    let dad = of("Coffee with Dad", InPerson, Me, coffee, 0);
    let joy = of("Joy called, for once", Call, Them, short, 3);
    let priya = of("Priya by the bike rack", InPerson, Them, hello, 2);
    let after = of("Joy, after the fight", Call, Me, short, 2);
    vec![
        contact(810, at(-21, 17, 50), &[ANA], ana),
        contact(811, at(work(-17), 14, 30), &[], bus),
        contact(812, at(work(-15), 14, 10), &[], gate),
        contact(813, at(-10, 16, 0), &[WALT], dad),
        contact(814, at(-8, 18, 20), &[JOY], joy),
        contact(815, at(work(-6), 15, 5), &[PRIYA], priya),
        contact(816, at(-1, 20, 10), &[JOY], after),
    ]
}

fn attempts(calendar: Calendar) -> [Record; 3] {
    let of = |title: &str, happened: &str, difficulty, result, felt: i8, learned: &str| Attempt {
        title: title.into(),
        what_happened: happened.into(),
        difficulty: Rating::new(difficulty),
        result: Some(result),
        felt_after: lean(felt),
        learned: learned.into(),
        rehearsal: None,
        focus: Some(CONNECTION),
    };
    let hello = of(
        "Said hello at the ovens",
        "She had music in her ears. I said it to the oven, more or less.",
        4,
        NoReply,
        -1,
        "It was the music. I asked her later.",
    );
    let table = of(
        "Sat in the middle of the table",
        "They moved the bags for me. I did not know the show they talked about.",
        6,
        Mixed,
        0,
        "Nobody minded that I was quiet.",
    );
    let hums = of(
        "Asked Priya what she hums",
        "She went red and told me. It is her grandmother’s.",
        5,
        WentWell,
        3,
        "A question is easier than a story.",
    );
    let hums = Attempt { rehearsal: Some(HELLO), ..hums };
    let try_of = |number, day, attempt| {
        let at = calendar.at(calendar.workday(day), 16, 20);
        entry(number, at, Body::Attempt(attempt))
    };
    [
        try_of(821, -16, hello).about([PRIYA]).felt([(Lonely, 5)]).done(),
        try_of(822, -11, table).felt([(Anxious, 6), (Calm, 3)]).mood(4, 5).done(),
        try_of(823, -7, hums).about([PRIYA]).felt([(Glad, 6)]).mood(5, 7).done(),
    ]
}

fn rehearsal(calendar: Calendar) -> Record {
    let rehearsal = Rehearsal {
        title: "Talking to Priya without a story".into(),
        situation: "By the ovens, before the bell.".into(),
        goal: "One question, one answer.".into(),
        opening_line: "“What is it that you hum?”".into(),
        exchanges: vec![Exchange {
            reply: "“Was I humming?”".into(),
            response: "“Every morning. I like it.”".into(),
        }],
        practised_with: vec![PractisedWith::Alone, PractisedWith::Group],
        confidence: change(3, 6),
        from: None,
        focus: Some(CONNECTION),
    };
    entry(820, calendar.at(-10, 20, 20), Body::Rehearsal(rehearsal)).about([PRIYA]).done()
}

fn experiments(calendar: Calendar) -> [Record; 3] {
    let lunch = Experiment {
        title: "Lunch with Priya on the bench".into(),
        why: "She asked. I said sure like it was nothing.".into(),
        when: "Wednesday, if it does not rain.".into(),
        planned_on: Some(calendar.date(calendar.last(chrono::Weekday::Wed, 6))),
        prediction: "I will talk too much or not at all.".into(),
        confidence: Rating::new(7),
        status: ExperimentStatus::Planned,
        focus: Some(CONNECTION),
        ..Experiment::default()
    };
    let choir = Experiment {
        title: "The choir on Thursdays".into(),
        why: "Mom sang.".into(),
        status: ExperimentStatus::LetGo,
        learned: "Thursday is group. Maybe in summer.".into(),
        focus: Some(CONNECTION),
        ..Experiment::default()
    };
    let early = Experiment {
        title: "Call Joy before five, not after".into(),
        why: "After five I don’t call anybody.".into(),
        prediction: "She will be driving.".into(),
        confidence: Rating::new(5),
        status: ExperimentStatus::Changed,
        tried_on: Some(calendar.date(-9)),
        what_happened: "She was driving. She sent a picture of the wheel.".into(),
        learned: "Text at four, call at six.".into(),
        focus: Some(CONNECTION),
        ..Experiment::default()
    };
    let at = |day, hour| calendar.at(day, hour, 30);
    [
        entry(824, at(calendar.workday(-6), 16), Body::Experiment(lunch)).about([PRIYA]).done(),
        entry(825, at(-12, 21), Body::Experiment(choir)).done(),
        entry(826, at(-9, 19), Body::Experiment(early)).about([JOY]).mood(4, 6).done(),
    ]
}

fn pattern(calendar: Calendar) -> Record {
    let pattern = Pattern {
        title: "I go quiet first".into(),
        starts: "someone asks me something that sounds like checking.".into(),
        then_i: "answer short and leave the room.".into(),
        then_they: "stop asking.".into(),
        ends: "with both of us being careful for days.".into(),
        seen_with: vec![MARCUS, WALT],
        in_therapy: Some(Sure::Partly),
        first_small_change: "Stay in the room for one more sentence.".into(),
        focus: Some(CONNECTION),
    };
    entry(830, calendar.at(-11, 17, 10), Body::Pattern(pattern)).done()
}

fn before(calendar: Calendar) -> [Record; 2] {
    let nadia = PastRelationship {
        title: "Nadia".into(),
        person: Some(NADIA),
        period: "Two years, before Marcus".into(),
        worked: "She told me things straight.".into(),
        went_wrong: "I was out every night and called it work.".into(),
        how_it_ended: "She left a note on the good knife.".into(),
        my_part: "I never asked her to stay.".into(),
        their_part: "She did not say it was the last week.".into(),
        focus: Some(CONNECTION),
    };
    let school = PastRelationship {
        title: "Carla, who sat behind me".into(),
        period: "School".into(),
        worked: "We walked home the long way.".into(),
        went_wrong: "She moved in March and I did not write back.".into(),
        how_it_ended: "It just got long.".into(),
        focus: Some(CONNECTION),
        ..PastRelationship::default()
    };
    [
        entry(831, calendar.at(-17, 22, 0), Body::PastRelationship(nadia)).felt([(Sad, 4)]).done(),
        entry(832, calendar.at(-17, 22, 20), Body::PastRelationship(school))
            .felt([(Tender, 4)])
            .done(),
    ]
}

fn prompts(calendar: Calendar) -> [Record; 2] {
    let of = |number, text: &str, area| {
        let prompt = Prompt { text: text.into(), area };
        entry(number, calendar.at(-24, 21, 10), Body::Prompt(prompt)).done()
    };
    [
        of(840, "Who saw me today, and what did they see?", Some(Area::Connection)),
        of(841, "What did my hands do between five and seven?", None),
    ]
}
