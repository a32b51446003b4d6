//! The course of therapy: its sessions, and what the app keeps beside them.

use chrono::NaiveDate;
use journal::choices::Variant;
use journal::course::SessionStatus::{self, Held, Missed, Planned};
use journal::course::{Area, Course, Hope, Phase, Session};
use journal::disclosure::Disclosure;
use journal::settings::Settings;
use journal::used::Goal;
use journal::{Body, PageChoices, Rating, Record, RecordId};

use crate::builders::{entry, id, texts};
use crate::calendar::Calendar;
use crate::people::{ANA, JOY};
use crate::{arguments, notes};

const COURSE: RecordId = id(200);
const THERAPIST: &str = "Dr. Okafor";
const PAGE_CHOICES: u128 = 600;
const SETTINGS: u128 = 601;
const FIRST_DISCLOSURE: u128 = 610;

/// The course, its fourteen sessions, three pages handed over, the choices of
/// the last one and the journal's settings.
pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let mut all = vec![course(calendar)];
    all.extend(first_sessions(calendar));
    all.extend(middle_sessions(calendar));
    all.extend(late_sessions(calendar));
    all.push(next_session(calendar));
    all.extend(disclosures(calendar));
    let choices = PageChoices { label: "D.".into(), ..PageChoices::default() };
    all.push(entry(PAGE_CHOICES, calendar.at(-5, 20, 40), Body::PageChoices(choices)).done());
    let settings = Body::Settings(Settings::default());
    all.push(entry(SETTINGS, calendar.at(-88, 16, 31), settings).done());
    all
}

fn course(calendar: Calendar) -> Record {
    let course = Course {
        started_on: Some(calendar.date(-88)),
        phase: Some(Phase::Ending),
        main_area: Some(Area::Dispute),
        second_area: Some(Area::Grief),
        therapist: THERAPIST.into(),
        contract_note: "Thursdays at two, fifty minutes, sixteen times. If I miss one I call."
            .into(),
        formulation: "Mom died and I had no one to say it to. When Marcus does not believe me I \
                      feel like a suspect, and between five and seven both come at once. That is \
                      when I drank."
            .into(),
        hopes: vec![
            Hope { what: "To be believed when I am late".into(), near: Rating::new(6) },
            Hope { what: "Evenings that belong to me".into(), near: Rating::new(7) },
            Hope { what: "To say Mom’s name at the table".into(), near: Rating::new(5) },
        ],
        gains: texts([
            "I told Marcus what I expect before I was angry. I did that.",
            "Ana knows, and she calls.",
        ]),
        early_signs: texts(["I stop calling back", "I sit in the car before I go in"]),
        turn_to: vec![ANA, JOY],
        then: "Call Ana at half past five. Write one line. Go to group on Saturday.".into(),
        goal: Some(Goal::Abstinence),
        ..Course::default()
    };
    entry(200, calendar.at(-88, 16, 30), Body::Course(course)).done()
}

/// One session on a day told from today, at two in the afternoon.
fn session<const N: usize>(
    calendar: Calendar,
    (number, day, status): (u16, i64, SessionStatus),
    agenda: [&str; N],
    takeaways: &str,
) -> Record {
    let session = Session {
        course: Some(COURSE),
        number,
        status,
        agenda: texts(agenda),
        own_line: String::new(),
        went_well: Vec::new(),
        coming: Vec::new(),
        takeaways: takeaways.into(),
        agreed: Vec::new(),
    };
    let at = calendar.at(day, 14, 0);
    entry(200 + u128::from(number), at, Body::Session(session)).done()
}

fn first_sessions(calendar: Calendar) -> [Record; 4] {
    [
        session(
            calendar,
            (1, -88, Held),
            [],
            "Sixteen weeks. It has a beginning and an end and we both know when. \
             It helped to hear that this is a thing people get treated for.",
        ),
        session(
            calendar,
            (2, -81, Held),
            ["Tell about the people", "The bag"],
            "We drew the circle. I put Mom close and did not know if I was allowed to.",
        ),
        session(
            calendar,
            (3, -74, Held),
            ["Ana and Dad", "Why evenings are the worst"],
            "Marcus and me, and Mom. Those two are what we work on. \
             I drink when I feel accused and when I miss her. Not the same drink.",
        ),
        session(
            calendar,
            (4, -67, Held),
            ["The coat", "Marcus does not ask about group"],
            "Two lists: what I expect, what he expects. Half of mine I never said out loud.",
        ),
    ]
}

fn middle_sessions(calendar: Calendar) -> [Record; 4] {
    let planned = calendar.weekday(-60);
    let moved = format!(
        "Moved from {planned}, Marcus had the car. I brought the evening I drank, and the page \
         about it. We went through it hour by hour. There were three places where one call might \
         have changed it. Nobody was angry with me in that room.",
    );
    [
        session(calendar, (5, -58, Held), ["The evening I drank", "The bottle"], &moved),
        session(
            calendar,
            (6, -53, Held),
            ["Dad and Mom’s things"],
            "I can be angry with him and still see that he is lost.",
        ),
        session(
            calendar,
            (7, -46, Held),
            ["Sleep", "Mom’s voice on the phone"],
            "Keep the message. No need to play it. No need to erase it.",
        ),
        session(
            calendar,
            (8, -39, Held),
            ["Dez", "Do I leave the night kitchen?"],
            "Saying no to Dez was one sentence long. I had practised five.",
        ),
    ]
}

fn late_sessions(calendar: Calendar) -> [Record; 5] {
    [
        session(
            calendar,
            (9, -32, Missed),
            ["Leaving Kev’s kitchen"],
            "Slept through it after my last nights. Called at four. We keep the next one.",
        ),
        session(
            calendar,
            (10, -25, Held),
            ["The new job", "Five to seven"],
            "You can miss a place that was not good for you. The old kitchen was also a family.",
        ),
        session(
            calendar,
            (11, -18, Held),
            ["Mom’s recipe card", "Nobody talks to me at work"],
            "Lonely is not a fact about me. It is the second week of a new job. Try one hello.",
        ),
        session(
            calendar,
            (12, -11, Held),
            ["Money", "What Marcus and I do after a fight"],
            "We go quiet to be safe, both of us. Quiet is where it hurts most.",
        ),
        session(
            calendar,
            (13, -4, Held),
            ["How we end this", "Who I call at half past five"],
            "Three left. It is all right to be sad about it. Make the list of who I turn to.",
        ),
    ]
}

fn next_session(calendar: Calendar) -> Record {
    let fight = calendar.weekday(-1);
    let birthday = calendar.said(13);
    let mut next = session(calendar, (14, 3, Planned), [], "");
    if let Body::Session(session) = &mut next.body {
        session.agenda = vec![
            format!("The fight with Marcus on {fight}. Practise what I want to say to him."),
            "The quiet hour after work, five to seven.".into(),
            format!("Mom’s birthday on {birthday}. Make a plan for the day."),
        ];
        session.went_well =
            vec!["I told Marcus what I expect before I was angry.".into(), "Group, twice.".into()];
        session.coming =
            vec![format!("Mom’s birthday, {birthday}. Ana comes over and we cook her soup.")];
        session.own_line = format!("I have slept badly since {fight}. Please ask me about it.");
    }
    next
}

fn disclosures(calendar: Calendar) -> [Record; 3] {
    let page = |number: u128, day, session, period: (i64, i64), items: Vec<RecordId>| {
        let period = (calendar.date(period.0), calendar.date(period.1));
        let disclosure = disclosure(number, session, period, items);
        entry(FIRST_DISCLOSURE + number, calendar.at(day, 9, 5), Body::Disclosure(disclosure))
            .done()
    };
    [
        page(0, -58, id(205), (-67, -58), vec![notes::THE_DAY_AFTER, arguments::THE_BOTTLE]),
        page(1, -39, id(208), (-46, -39), vec![arguments::SAYING_NO_TO_DEZ]),
        page(2, -11, id(212), (-18, -11), vec![notes::THEOS_PLAY]),
    ]
}

fn disclosure(
    number: u128,
    session: RecordId,
    period: (NaiveDate, NaiveDate),
    items: Vec<RecordId>,
) -> Disclosure {
    // No file stands behind these; the hash only has the shape of one.
    let file_hash = format!("{:064x}", 0x00c0_ffee_u128 + number);
    Disclosure {
        variant: Variant::Session,
        to_whom: THERAPIST.into(),
        session: Some(session),
        period: Some(period),
        items,
        sealed: number > 0,
        file_hash,
    }
}
