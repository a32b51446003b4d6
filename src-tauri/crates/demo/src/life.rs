//! The life chart, pictures of the circle, and moments that were neither an
//! argument nor only contact.

use chrono::{Datelike, NaiveDate};
use journal::circle::{Circle, CircleKind, Position};
use journal::course::Area;
use journal::event::{Event, EventKind, Lane, LifeEvent};
use journal::feeling::Feeling::{Glad, Lonely, Own, Stressed, Tender};
use journal::person::Ring::{self, AroundMe, Close, OutOfTouch, VeryClose};
use journal::value::{MoodLevel, PartialDate, Precision, Used};
use journal::{Body, Record, RecordId};

use crate::builders::{degree, entry};
use crate::calendar::Calendar;
use crate::change::CHANGE;
use crate::people::{ANA, DEZ, JOY, KEV, MARCUS, NADIA, PRIYA, RUTH, THEO, WALT};

/// Eleven things on the chart, five pictures, three moments.
pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let mut all = life(calendar);
    all.extend(circles(calendar));
    all.extend(moments(calendar));
    all
}

/// A day of this course, as exactly as the writer knows it.
fn on(calendar: Calendar, day: i64, precision: Precision) -> PartialDate {
    PartialDate { date: calendar.date(day), precision }
}

/// A year before Ruth died.
fn year(calendar: Calendar, before: i32) -> PartialDate {
    let year = calendar.day_ruth_died().year() - before;
    let date = NaiveDate::from_ymd_opt(year, 1, 1).expect("every year has a first of January");
    PartialDate { date, precision: Precision::Year }
}

fn life(calendar: Calendar) -> Vec<Record> {
    let life_event = |(number, (people, event)): (u128, (&[RecordId], LifeEvent))| {
        let at = calendar.at(-80, 20, 0);
        let mut record = entry(number, at, Body::LifeEvent(event)).done();
        record.around.people = people.into();
        record
    };
    let chart: Vec<(&[RecordId], LifeEvent)> =
        before(calendar).into_iter().chain(since(calendar)).collect();
    (900..).zip(chart).map(life_event).collect()
}

fn of(title: &str, lane: Lane, from: PartialDate, to: Option<PartialDate>) -> LifeEvent {
    LifeEvent { title: title.into(), lane, from: Some(from), to, ..LifeEvent::default() }
}

/// The years before.
fn before(calendar: Calendar) -> Vec<(&'static [RecordId], LifeEvent)> {
    let year = |before| year(calendar, before);
    let winter = LifeEvent {
        mood: MoodLevel::new(-3),
        detail: "I got up and I cooked. I don’t remember much else.".into(),
        ..of("The flat winter", Lane::Mood, year(3), Some(year(2)))
    };
    let nights = LifeEvent {
        amount: degree(2),
        ..of(
            "Drinks after every shift",
            Lane::Use,
            year(9),
            Some(on(calendar, -97, Precision::Day)),
        )
    };
    vec![
        (&[], of("First kitchen job", Lane::Event, year(16), None)),
        (
            &[KEV, DEZ],
            of("The night kitchen", Lane::Event, year(9), Some(on(calendar, -33, Precision::Day))),
        ),
        (&[], nights),
        (&[THEO], of("Theo was born", Lane::Event, year(8), None)),
        (&[MARCUS], of("Met Marcus", Lane::Event, year(6), None)),
        (&[], winter),
    ]
}

/// The last year.
fn since(calendar: Calendar) -> Vec<(&'static [RecordId], LifeEvent)> {
    let died = (calendar.day_ruth_died() - calendar.today).num_days();
    let summer = LifeEvent {
        amount: degree(4),
        area: Some(Area::Grief),
        ..of(
            "Drinking alone at home",
            Lane::Use,
            on(calendar, died, Precision::Month),
            Some(on(calendar, -97, Precision::Day)),
        )
    };
    let hospital = LifeEvent {
        detail: "Marcus found me on the stairs. Two nights.".into(),
        ..of("Hospital", Lane::Treatment, on(calendar, died + 80, Precision::Month), None)
    };
    let group = LifeEvent {
        goes_on: true,
        ..of("Group, twice a week", Lane::Treatment, on(calendar, -94, Precision::Day), None)
    };
    let tablet = of(
        "A tablet for sleep",
        Lane::Medication,
        on(calendar, -60, Precision::Day),
        Some(on(calendar, -32, Precision::Day)),
    );
    let mornings = LifeEvent {
        goes_on: true,
        mood: MoodLevel::new(2),
        area: Some(Area::Transition),
        ..of("Mornings with a clear head", Lane::Mood, on(calendar, -28, Precision::Day), None)
    };
    vec![(&[], summer), (&[MARCUS], hospital), (&[], group), (&[], tablet), (&[], mornings)]
}

const FIRST: [(RecordId, Ring, u16); 7] = [
    (MARCUS, VeryClose, 71),
    (THEO, VeryClose, 297),
    (ANA, AroundMe, 326),
    (DEZ, Close, 158),
    (KEV, Close, 92),
    (WALT, AroundMe, 217),
    (RUTH, Close, 196),
];
const BEFORE: [(RecordId, Ring, u16); 6] = [
    (MARCUS, VeryClose, 71),
    (THEO, VeryClose, 297),
    (RUTH, VeryClose, 196),
    (ANA, Close, 326),
    (WALT, Close, 217),
    (DEZ, Close, 158),
];
const MIDDLE: [(RecordId, Ring, u16); 9] = [
    (MARCUS, Close, 71),
    (THEO, VeryClose, 297),
    (ANA, Close, 326),
    (JOY, AroundMe, 124),
    (DEZ, AroundMe, 158),
    (KEV, AroundMe, 92),
    (WALT, AroundMe, 217),
    (RUTH, Close, 196),
    (NADIA, OutOfTouch, 40),
];
const NOW: [(RecordId, Ring, u16); 10] = [
    (MARCUS, VeryClose, 71),
    (THEO, VeryClose, 297),
    (ANA, Close, 326),
    (JOY, Close, 124),
    (PRIYA, AroundMe, 253),
    (DEZ, AroundMe, 158),
    (KEV, AroundMe, 92),
    (WALT, AroundMe, 217),
    (RUTH, Close, 196),
    (NADIA, OutOfTouch, 40),
];
const WANTED: [(RecordId, Ring, u16); 8] = [
    (MARCUS, VeryClose, 71),
    (THEO, VeryClose, 297),
    (ANA, VeryClose, 326),
    (JOY, Close, 124),
    (PRIYA, Close, 253),
    (WALT, Close, 217),
    (DEZ, AroundMe, 158),
    (RUTH, Close, 196),
];

fn circles(calendar: Calendar) -> Vec<Record> {
    let circle = |number, day, shows, all: &[(RecordId, Ring, u16)], note: &str| {
        let position = |&(person, ring, angle)| Position { person, ring, angle };
        let positions = all.iter().map(position).collect();
        let circle = Circle { shows, positions, note: note.into() };
        entry(number, calendar.at(day, 20, 40), Body::Circle(circle)).done()
    };
    vec![
        circle(120, -81, CircleKind::Before, &BEFORE, "Before Mom got ill."),
        circle(121, -80, CircleKind::Now, &FIRST, "Drawn with Dr. Okafor, finished at home."),
        circle(122, -39, CircleKind::Now, &MIDDLE, ""),
        circle(123, -11, CircleKind::Wanted, &WANTED, "Dad nearer. I did not know I wanted that."),
        circle(124, -5, CircleKind::Now, &NOW, ""),
    ]
}

fn moments(calendar: Calendar) -> [Record; 3] {
    let moment = |title: &str, what, happened: &str, matters| Event {
        title: title.into(),
        what: Some(what),
        what_happened: happened.into(),
        significance: degree(matters),
        used_after: Some(Used::No),
        ..Event::default()
    };
    let skates = moment(
        "He held my sleeve on the ice",
        EventKind::Closeness,
        "Theo does not hold hands any more. On the ice he took my sleeve, the whole hour, and \
         talked.",
        4,
    );
    let song = moment(
        "They sang and I did not know it was her birthday",
        EventKind::LeftOut,
        "Everybody at the school had signed the card. It came round to me last, with a line left \
         at the bottom. There was a line left, though.",
        2,
    );
    let song = Event { focus: Some(CHANGE), ..song };
    let asked = moment(
        "His mother asked me to cook",
        EventKind::Request,
        "Forty people, in May. She asked me, not Marcus to ask me.",
        3,
    );
    let school = calendar.workday(-22);
    [
        entry(850, calendar.at(-35, 19, 40), Body::Event(skates))
            .about([THEO])
            .felt([(Tender, 9), (Glad, 7)])
            .mood(6, 8)
            .done(),
        entry(851, calendar.at(school, 15, 30), Body::Event(song))
            .felt([(Lonely, 6), (Own("seen, a bit".into()), 2)])
            .mood(5, 4)
            .craving(2, 4)
            .done(),
        entry(852, calendar.at(-13, 20, 0), Body::Event(asked))
            .about([MARCUS])
            .felt([(Glad, 6), (Stressed, 3)])
            .done(),
    ]
}
