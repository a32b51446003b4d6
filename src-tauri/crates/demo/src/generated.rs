//! Courses that nobody would write: empty ones, extreme ones, and ones of chance, in
//! three languages. What has to hold for every course is tried on these.
//!
//! The number of a course decides everything in it.

use chrono::{DateTime, Days, Duration, FixedOffset};
use journal::check_in::{CheckIn, Company, Halt, Place, Trigger};
use journal::choices::{Names, PageChoices, Paper};
use journal::conflict::{Conflict, Speaker, Turn};
use journal::course::{Course, Session, SessionStatus};
use journal::grief::{Grief, Loss};
use journal::note::Note;
use journal::person::{FeelSafe, Person, Relation};
use journal::value::{Change, PartialDate, Precision, Used};
use journal::{Body, Moment, Rating, Record, RecordId, Share};
use uuid::Uuid;

/// How many courses are tried: the first eight are the odd ones.
pub const COURSES: u64 = 20;

const TEXTS: [[&str; 4]; 3] = [
    [
        "We argued about the <rent> & the \"keys\".",
        "=SUM(A1:A9) is what he said, -1 of 10",
        "A slow evening.\n\nTea, then sleep.",
        "# not a heading | *nor* a [link](x)",
    ],
    [
        "Мы поссорились из-за ключей, Ёжик.",
        "Тихий вечер дома; чай и сон.",
        "Позвонил отцу.\nОн не ответил.",
        "@мама, +7 дней",
    ],
    [
        "تشاجرنا حول الإيجار مع 3 أشخاص.",
        "مساء هادئ في البيت.",
        "اتصلت بأبي\nولم يرد.",
        "قالت: \"لا\" ثم 😀 ذهبت",
    ],
];
const NAMES: [[&str; 3]; 3] =
    [["Dan", "Ruth O’Neill", "J."], ["Настя", "Пётр", "Оля"], ["ليلى", "عمر", "نور"]];

/// The moment every one of these is written at.
///
/// # Panics
/// Never: the moment is a constant.
pub fn written() -> Moment {
    Moment(DateTime::parse_from_rfc3339("2026-03-09T20:00:00+01:00").expect("it is a moment"))
}

/// The course of this number, oldest first.
pub fn generated(number: u64) -> Vec<Record> {
    let mut made = Made { chance: number, records: Vec::new(), language: place(number, 3) };
    match number {
        0 => {}
        1 => made.course(0, 16),
        2 => made.check_in(made_at(1), Extent::Least),
        3 => made.extreme(),
        4 => made.long(),
        5 => made.ordinary(0, Share::ToBring),
        6 => made.ordinary(3, Share::OnlyMe),
        7 => made.held_beyond(),
        _ => made.ordinary(place(number, 14), Share::ToBring),
    }
    made.records.sort_by_key(|record| (record.at, record.id));
    made.records
}

/// How much of a record is filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Least,
    Some,
    Most,
}

struct Made {
    chance: u64,
    records: Vec<Record>,
    language: usize,
}

fn place(number: u64, of: u64) -> usize {
    usize::try_from(number % of).unwrap_or(0)
}

/// A moment some hours before the one of writing.
fn made_at(hours: i64) -> DateTime<FixedOffset> {
    written().0 - Duration::hours(hours)
}

impl Made {
    /// `SplitMix64`: the same numbers for the same course on every machine.
    fn next(&mut self, below: u64) -> u64 {
        self.chance = self.chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut one = self.chance;
        one = (one ^ (one >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        one = (one ^ (one >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (one ^ (one >> 31)) % below
    }

    fn add(&mut self, at: DateTime<FixedOffset>, share: Share, body: Body) -> RecordId {
        let high = u128::from(self.next(u64::MAX)) << 64;
        let id = RecordId(Uuid::from_u128(high | u128::from(self.next(u64::MAX))));
        let mut record = Record::with_body(id, Moment(at), body);
        record.share = share;
        record.around.mood = Change { before: self.rating(), after: self.rating() };
        record.around.craving.after = self.rating();
        self.records.push(record);
        id
    }

    fn rating(&mut self) -> Option<Rating> {
        u8::try_from(self.next(13)).ok().and_then(Rating::new)
    }

    fn text(&mut self) -> String {
        let place = usize::try_from(self.next(4)).unwrap_or(0);
        TEXTS[self.language][place].to_owned()
    }

    fn person(&mut self, place: usize, private: bool) -> RecordId {
        let person = Person {
            name: NAMES[self.language][place % 3].to_owned(),
            relation: Some(Relation::Partner),
            feel_safe: (place == 0).then_some(FeelSafe::Yes),
            private,
            ..Person::default()
        };
        self.add(made_at(2000), Share::OnlyMe, Body::Person(person))
    }

    fn course(&mut self, held: u16, planned: u8) {
        let first = written().0 - Duration::days(i64::from(held) * 7);
        let course = Course {
            started_on: Some(first.date_naive()),
            planned_sessions: planned,
            ..Course::default()
        };
        let course = self.add(first, Share::OnlyMe, Body::Course(course));
        for number in 1..=held + 1 {
            let status = match number {
                number if number > held => SessionStatus::Planned,
                number if number % 5 == 4 => SessionStatus::Missed,
                _ => SessionStatus::Held,
            };
            let agenda = (0..self.next(8)).map(|_| self.text()).collect();
            let own_line = self.text();
            let went_well = (0..self.next(3)).map(|_| self.text()).collect();
            let coming = (0..self.next(3)).map(|_| self.text()).collect();
            let session = Session {
                course: Some(course),
                number,
                status,
                agenda,
                own_line,
                went_well,
                coming,
                ..Session::default()
            };
            let at = first + Duration::days(i64::from(number - 1) * 7) + Duration::hours(20);
            self.add(at, Share::OnlyMe, Body::Session(session));
        }
    }

    fn check_in(&mut self, at: DateTime<FixedOffset>, extent: Extent) {
        let mut check_in = CheckIn {
            craving: Some(self.rating().unwrap_or_else(|| Rating::new(0).expect("it is one"))),
            ..CheckIn::default()
        };
        if extent != Extent::Least {
            check_in.mood = self.rating();
            check_in.peak = self.rating();
            check_in.used = [None, Some(Used::No), Some(Used::Yes), Some(Used::RatherNotSay)]
                [usize::try_from(self.next(4)).unwrap_or(0)];
            check_in.note = self.text();
            check_in.triggers =
                vec![Trigger::Argument, Trigger::Own(self.text().replace('\n', " "))];
        }
        if extent == Extent::Most {
            check_in.with = vec![Company::Own("x".repeat(200))];
            check_in.place = Some(Place::Own("=".repeat(200)));
            check_in.halt = vec![Halt::Hungry, Halt::Angry, Halt::Lonely, Halt::Tired];
            check_in.note = "=\u{1}\u{202E}\u{0}".to_owned() + &"Ω<&>\"'\\".repeat(1000);
        }
        self.add(at, Share::OnlyMe, Body::CheckIn(check_in));
    }

    fn entries(&mut self, share: Share) {
        let people = [self.person(0, false), self.person(1, false), self.person(2, true)];
        for hours in [3, 30, 55] {
            let note =
                Note { title: self.text().replace('\n', " "), text: self.text(), focus: None };
            self.add(made_at(hours), share, Body::Note(note));
        }
        let turn = |made: &mut Self, speaker| Turn {
            speaker,
            said: made.text(),
            meant: made.text(),
            ..Turn::default()
        };
        let turns = vec![turn(self, Speaker::Me), turn(self, Speaker::Person(people[0]))];
        let conflict = Conflict { what_happened: self.text(), turns, ..Conflict::default() };
        self.add(made_at(20), share, Body::Conflict(conflict));
        let died_on =
            PartialDate { date: written().day() - Days::new(400), precision: Precision::Month };
        let loss = Loss { person: Some(people[1]), died_on: Some(died_on), ..Loss::default() };
        let loss = self.add(made_at(900), Share::OnlyMe, Body::Loss(loss));
        let grief = Grief { loss: Some(loss), ..Grief::default() };
        self.add(made_at(40), share, Body::Grief(grief));
    }

    fn choices(&mut self, names: Names, label: &str) {
        let notes: Vec<RecordId> = self.records.iter().map(|record| record.id).collect();
        let tick = |item| journal::choices::ItemChoice { item, on: true };
        let choices = PageChoices {
            names,
            label: label.to_owned(),
            paper: if self.next(2) == 0 { Paper::A4 } else { Paper::Letter },
            check_in_notes: true,
            items: notes.into_iter().take(190).map(tick).collect(),
            ..PageChoices::default()
        };
        self.add(made_at(0), Share::OnlyMe, Body::PageChoices(choices));
    }

    fn ordinary(&mut self, held: usize, share: Share) {
        self.course(u16::try_from(held).unwrap_or(0), 16);
        self.entries(share);
        for _ in 0..self.next(40) + 3 {
            let hours = i64::try_from(self.next(400)).unwrap_or(0);
            self.check_in(made_at(hours + 1), Extent::Some);
        }
        let names = [Names::Role, Names::Initials, Names::AsWritten][held % 3];
        self.choices(names, if held.is_multiple_of(2) { "" } else { "K. <5>" });
    }

    /// Every text as long as it may be, every number at an end, an hour with
    /// everything in it.
    fn extreme(&mut self) {
        self.course(40, 40);
        let long = "ש<&>\u{7}א \"=' ".repeat(8_000);
        let note = Note { title: "=cmd|' /C calc'!A0".into(), text: long, focus: None };
        self.add(made_at(2), Share::ToBring, Body::Note(note));
        for minutes in 0..60 {
            self.check_in(made_at(3) + Duration::minutes(minutes), Extent::Most);
        }
        self.choices(Names::AsWritten, "<script>\u{202E}& \"quoted\"");
    }

    /// Ten years without a session.
    fn long(&mut self) {
        for day in 0..3650 {
            if self.next(3) > 0 {
                self.check_in(made_at(day * 24 + 1), Extent::Some);
            }
        }
    }

    /// A check-in long before, one in another time zone, and one to come.
    fn held_beyond(&mut self) {
        self.course(2, 8);
        let past = DateTime::parse_from_rfc3339("0007-01-01T00:00:00+14:00");
        let there = DateTime::parse_from_rfc3339("2026-03-09T06:00:00-11:00");
        let ahead = DateTime::parse_from_rfc3339("9999-12-31T23:59:59Z");
        for at in [past, there, ahead].into_iter().flatten() {
            self.check_in(at, Extent::Some);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_course_may_be_kept_and_is_the_same_each_time() {
        for number in 0..COURSES {
            let records = generated(number);
            assert!(records.iter().all(|record| record.check().is_ok()), "course {number}");
            assert_eq!(records, generated(number));
        }
        assert!(generated(0).is_empty() && generated(4).len() > 2000);
    }
}
