//! What goes on beside the therapy: the daily rhythm of the last two weeks, a medicine
//! and a group with the days of three weeks, and two questions that came in a file.

use journal::answers::ScalePack;
use journal::care::{Care, CareDay, CareKind, Taken};
use journal::rhythm::{Anchors, Contacted, Rhythm, RhythmDay};
use journal::scale::{AnswerChoice, Question, Scale, ScoreRule};
use journal::value::{ClockTime, MoodLevel};
use journal::{Body, Record, RecordId};

use crate::builders::{entry, id};
use crate::calendar::Calendar;

const MEDICINE: RecordId = id(2101);
const GROUP: RecordId = id(2102);

/// The day told from today, the five times (`-` was not told), how the first contact was,
/// mood, and minutes slept.
type Told = (i64, &'static str, Option<Contacted>, i8, Option<u16>);

const DAYS: [Told; 11] = [
    (-14, "06:50 07:20 15:00 21:30 01:10", Some(Contacted::Present), -1, Some(330)),
    (-13, "07:30 08:00 - 19:10 23:50", Some(Contacted::Active), 0, Some(370)),
    (-12, "07:10 - 15:00 21:40 00:55", None, -1, None),
    (-10, "07:05 07:30 09:00 18:40 23:20", Some(Contacted::Active), 1, Some(420)),
    (-7, "07:00 07:25 09:10 18:30 23:10", Some(Contacted::Active), 1, Some(435)),
    (-6, "07:15 08:40 09:00 18:45 23:30", Some(Contacted::Present), 0, Some(440)),
    (-5, "08:20 10:30 - 20:15 00:40", Some(Contacted::Alone), -2, Some(400)),
    (-4, "07:05 07:30 09:05 18:30 23:15", Some(Contacted::Active), 1, Some(385)),
    (-3, "06:55 07:25 09:00 - 23:00", Some(Contacted::Active), 1, Some(450)),
    (-2, "07:10 07:35 09:00 18:35 -", Some(Contacted::Present), 1, None),
    (-1, "07:00 07:20 - 18:30 23:05", Some(Contacted::Active), 2, Some(445)),
];

/// What was said of the medicine on the days before today; a blank is unknown.
const TAKEN: &str = "yyyyy yynyyyy yyyy yyy";

pub(crate) fn records(calendar: Calendar) -> Vec<Record> {
    let mut all = vec![rhythm(calendar)];
    all.extend((2011..).zip(DAYS).map(|(number, told)| {
        let (day, times, contact_with, mood, sleep_minutes) = told;
        let mood = MoodLevel::new(mood);
        let body = RhythmDay { times: anchors(times), contact_with, mood, sleep_minutes };
        entry(number, calendar.at(day, 12, 0), Body::RhythmDay(body)).done()
    }));
    all.extend(care(calendar));
    all.push(
        entry(2100, calendar.at(-21, 17, 0), Body::ScalePack(ScalePack { scale: pack() })).done(),
    );
    all
}

fn anchors(times: &str) -> Anchors {
    let mut times = times.split(' ').map(|time| time.parse::<ClockTime>().ok());
    let mut next = || times.next().flatten();
    Anchors {
        out_of_bed: next(),
        first_contact: next(),
        started_day: next(),
        dinner: next(),
        to_bed: next(),
    }
}

fn rhythm(calendar: Calendar) -> Record {
    let targets = anchors("07:00 07:30 09:00 18:30 23:00");
    entry(2010, calendar.at(-15, 20, 0), Body::Rhythm(Rhythm { on: true, targets })).done()
}

fn care(calendar: Calendar) -> Vec<Record> {
    let medicine = Care {
        name: "Naltrexone".into(),
        what: Some(CareKind::Medication),
        note: "Ask about the headaches in the first hour.".into(),
        over: false,
    };
    let group =
        Care { name: "Wednesday group".into(), what: Some(CareKind::MutualAid), ..Care::default() };
    let mut all = vec![
        entry(2101, calendar.at(-60, 17, 0), Body::Care(medicine)).done(),
        entry(2102, calendar.at(-60, 17, 5), Body::Care(group)).done(),
    ];
    let of = |care, taken| Body::CareDay(CareDay { care: Some(care), taken: Some(taken) });
    let days = (1..).zip(TAKEN.chars().rev());
    all.extend((2110..).zip(days).filter_map(|(number, (ago, said))| {
        let taken = match said {
            'y' => Taken::Yes,
            'n' => Taken::No,
            _ => return None,
        };
        Some(entry(number, calendar.at(-ago, 12, 0), of(MEDICINE, taken)).done())
    }));
    all.extend((2150..).zip([-5, -12, -19]).map(|(number, day)| {
        let taken = if day == -12 { Taken::RatherNotSay } else { Taken::Yes };
        entry(number, calendar.at(day, 12, 0), of(GROUP, taken)).done()
    }));
    all
}

/// Two questions that Dr. Okafor asks of everyone, as a file from the office.
fn pack() -> Scale {
    let option =
        |value, text: &str| AnswerChoice { value, text: text.into(), ..AnswerChoice::default() };
    let item =
        |id: &str, text: &str| Question { id: id.into(), text: text.into(), ..Question::default() };
    Scale {
        id: "office-week".into(),
        version: "1".into(),
        language: "en".into(),
        title: "My week in two questions".into(),
        copyright: "Dr. Okafor’s office".into(),
        licence: "For people seen at the office".into(),
        permission: "Given by the office".into(),
        source_url: "https://example.org/two-questions".into(),
        verified_on: "2026-01-12".into(),
        rule: "1".into(),
        recall_days: Some(7),
        stem: "In the last week:".into(),
        options: vec![
            option(0, "Not at all"),
            option(1, "A little"),
            option(2, "Mostly"),
            option(3, "Fully"),
        ],
        items: vec![
            item("1", "I rested enough."),
            item("2", "I spoke with someone who matters to me."),
        ],
        scores: vec![ScoreRule {
            id: "total".into(),
            title: "Total".into(),
            items: vec!["1".into(), "2".into()],
            low: 0,
            high: 6,
            ..ScoreRule::default()
        }],
        ..Scale::default()
    }
}
