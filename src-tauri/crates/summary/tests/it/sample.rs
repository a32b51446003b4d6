//! A small invented journal around session 7 of a course.

use journal::check_in::{CheckIn, Place};
use journal::choices::{Blackout, ItemChoice, PageChoices};
use journal::conflict::{Conflict, NextStep, Speaker, Stage, Turn};
use journal::course::{Course, Session, SessionStatus};
use journal::feeling::Feeling;
use journal::grief::{Grief, Loss};
use journal::note::Note;
use journal::person::{FeelSafe, Person, Relation};
use journal::value::{Change, PartialDate, Precision, Used};
use journal::{Body, Moment, Rating, Record, RecordId, Share};
use summary::{Material, Page, Words};
use uuid::Uuid;

pub(crate) const NOW: &str = "2026-03-09T20:00:00+01:00";

pub(crate) fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

pub(crate) const DAN: u128 = 1;
pub(crate) const RUTH: u128 = 2;
pub(crate) const JOY: u128 = 3;
pub(crate) const FATHER: u128 = 4;
pub(crate) const SESSION: u128 = 107;
pub(crate) const CONFLICT: u128 = 200;
pub(crate) const GRIEF: u128 = 201;
pub(crate) const NOTE: u128 = 202;
pub(crate) const SECRET: u128 = 203;

pub(crate) fn at(text: &str) -> Moment {
    let text = if text.len() == 16 { format!("{text}:00+01:00") } else { text.to_owned() };
    Moment(text.parse().unwrap())
}

pub(crate) fn record(number: u128, when: &str, body: Body) -> Record {
    Record::with_body(id(number), at(when), body)
}

pub(crate) fn rating(number: u8) -> Option<Rating> {
    Rating::new(number)
}

pub(crate) fn person(number: u128, name: &str, relation: Relation) -> Record {
    let feel_safe = Some(FeelSafe::Yes);
    let person =
        Person { name: name.into(), relation: Some(relation), feel_safe, ..Person::default() };
    record(number, "2026-01-20T10:00", Body::Person(person))
}

pub(crate) fn check_in(
    number: u128,
    when: &str,
    craving: u8,
    mood: u8,
    used: Used,
    note: &str,
) -> Record {
    let body = CheckIn {
        craving: rating(craving),
        mood: rating(mood),
        used: Some(used),
        note: note.into(),
        ..CheckIn::default()
    };
    record(number, when, Body::CheckIn(body))
}

fn course(records: &mut Vec<Record>) {
    let course = Course {
        started_on: Some("2026-01-29".parse().unwrap()),
        therapist: "Dr. Okafor".into(),
        ..Course::default()
    };
    records.push(record(100, "2026-01-20T10:00", Body::Course(course)));
    let days = ["01-29", "02-05", "02-12", "02-19", "02-26", "03-05", "03-12"];
    for (place, day) in days.iter().enumerate() {
        let number = u16::try_from(place).unwrap() + 1;
        let status = if number < 7 { SessionStatus::Held } else { SessionStatus::Planned };
        let mut session = Session { number, status, ..Session::default() };
        if number == 7 {
            session.own_line = "I have slept badly since Sunday. Please ask me about it.".into();
            session.agenda = vec![
                "The fight with Dan on Sunday. Practise what I want to say to him.".into(),
                "The quiet hour after work, five to seven.".into(),
                "Mom’s birthday on 22 March. Make a plan for the day.".into(),
            ];
        }
        let when = format!("2026-{day}T14:00");
        records.push(record(100 + u128::from(number), &when, Body::Session(session)));
    }
}

fn check_ins(records: &mut Vec<Record>) {
    let strongest = [
        7, 6, 7, 8, 6, 7, 5, 6, 99, 7, 6, 7, 7, 5, 99, 6, 8, 5, 6, 5, 4, 6, 5, 8, 4, 5, 3, 4, 99,
        3, 5, 4, 3, 2, 4, 3, 2, 3, 7, 3,
    ];
    let first: chrono::NaiveDate = "2026-01-29".parse().unwrap();
    for (day, craving) in first.iter_days().zip(strongest).filter(|(_, craving)| *craving < 99) {
        let used = if day.to_string() == "2026-02-21" { Used::Yes } else { Used::No };
        let number = 1000 + u128::try_from(records.len()).unwrap();
        records.push(check_in(number, &format!("{day}T19:30"), craving, 10 - craving, used, ""));
    }
}

pub(crate) fn conflict() -> Conflict {
    let turn = |speaker, said: &str, meant: &str, felt: Vec<Feeling>| Turn {
        speaker,
        said: said.into(),
        meant: meant.into(),
        felt: felt.into_iter().map(Into::into).collect(),
        not_said: String::new(),
        ..Turn::default()
    };
    let dan = Speaker::Person(id(DAN));
    Conflict {
        title: "An argument with Dan".into(),
        place: Some(Place::Home),
        what_happened: "I got home at quarter past seven; I had said six. Group ran over and I stayed to talk with Joy.".into(),
        turns: vec![
            turn(dan, "You said six. It’s quarter past seven.", "he thinks I was drinking", vec![Feeling::Accused, Feeling::Ashamed]),
            turn(Speaker::Me, "I was at group. Smell my breath if you want.", "please trust me", vec![Feeling::Angry, Feeling::Hurt]),
            turn(dan, "I made dinner. I wasn’t saying that.", "he is tired of me", vec![Feeling::Lonely]),
            turn(Speaker::Me, "(Went to the bedroom and shut the door.)", "", vec![]),
        ],
        i_wanted: "For him to be glad I went. To be asked how it was.".into(),
        they_wanted: String::new(),
        how_it_ended: "We didn’t speak until morning. He left coffee out for me.".into(),
        stage: Some(Stage::Impasse),
        next_try: "Text when group runs over. Tell him: “When you ask the time, I hear that you think I drank. I need you to ask how it went.”".into(),
        next_steps: vec![NextStep::PickACalmerTime],
        used_after: Some(Used::No),
        after_note: String::new(), ..Conflict::default() }
}

pub(crate) fn journal() -> Vec<Record> {
    let mut records = vec![
        person(DAN, "Dan", Relation::Partner),
        person(RUTH, "Ruth (Mom)", Relation::Mother),
        person(JOY, "Joy", Relation::Friend),
        person(FATHER, "Peter", Relation::Father),
    ];
    course(&mut records);
    check_ins(&mut records);
    let mut argument = record(CONFLICT, "2026-03-08T21:00", Body::Conflict(conflict()));
    argument.share = Share::ToBring;
    argument.around.people = vec![id(DAN)];
    argument.around.craving = Change { before: rating(2), after: rating(7) };
    records.push(argument);

    let died_on = PartialDate { date: "2024-11-02".parse().unwrap(), precision: Precision::Day };
    let loss = Loss { person: Some(id(FATHER)), died_on: Some(died_on), ..Loss::default() };
    records.push(record(300, "2026-02-01T10:00", Body::Loss(loss)));
    let grief = Grief {
        title: "His coat in the hall".into(),
        loss: Some(id(300)),
        brought_to_mind: "Mom gave me his winter coat. There was a bus ticket in the pocket."
            .into(),
        miss: vec!["calling him on Sundays".into(), "how he said my name".into()],
        hard: vec!["he never asked about my drinking".into()],
        unsaid: "That I was sober when he died.".into(),
        with_the_feeling: "I walk until I am tired.".into(),
        could_hear: vec![id(RUTH)],
        therapist_could_hear: true,
        ..Grief::default()
    };
    let mut grief = record(GRIEF, "2026-03-07T18:00", Body::Grief(grief));
    grief.share = Share::ToBring;
    records.push(grief);

    let note = Note {
        title: "Quiet hour".into(),
        text: "Five to seven is so quiet.\n\nI put the radio on and cooked.".into(),
        ..Note::default()
    };
    let mut note = record(NOTE, "2026-03-06T19:00", Body::Note(note));
    note.share = Share::ToBring;
    records.push(note);

    let secret =
        Note { title: "Zanzibar".into(), text: "xylophone quartz".into(), ..Note::default() };
    records.push(record(SECRET, "2026-03-08T23:00", Body::Note(secret)));
    records
}

pub(crate) fn material(records: &[Record]) -> Material<'_> {
    Material { records, now: at(NOW), words: Words::of("en"), since: None }
}

pub(crate) fn compose(records: &[Record], choices: &PageChoices) -> Page {
    summary::compose(&material(records), choices)
}

pub(crate) fn blackout(item: u128, words: &str) -> Blackout {
    Blackout { item: id(item), words: words.into() }
}

pub(crate) fn item(item: u128, on: bool) -> ItemChoice {
    ItemChoice { item: id(item), on }
}
