//! The journal of many years that everything is measured on: invented, and the same in
//! every run.
//!
//! Kinds that a person can keep are in it as often as a person would keep them. Scores
//! of scales and the other kinds join it here when the journal has them.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use journal::check_in::{CheckIn, Company, Coping, Place, Trigger};
use journal::conflict::{Conflict, Speaker, Stage, Turn};
use journal::course::{Area, Course, Session, SessionStatus};
use journal::feeling::{Feeling, Felt};
use journal::grief::{Cause, Grief, KeptDay, KeptDayKind, Loss};
use journal::note::Note;
use journal::person::{Person, Relation, Ring};
use journal::value::{Change, Used, YearlyDay};
use journal::{Body, Moment, Rating, Record, RecordId, Share};
use uuid::Uuid;

use crate::chance::Chance;
use crate::language::{self, Language};

/// How much was kept in how many years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// What it is called.
    pub(crate) name: &'static str,
    /// For how many days.
    pub(crate) days: u32,
    /// Check-ins altogether.
    pub(crate) check_ins: u32,
    /// Entries altogether.
    pub(crate) entries: u32,
    /// People with a card.
    pub(crate) people: u32,
    /// How often everything is done, to be measured.
    pub(crate) rounds: u32,
}

/// Ten years.
pub(crate) const TEN_YEARS: Size = Size {
    name: "ten-years",
    days: 3_652,
    check_ins: 36_500,
    entries: 10_000,
    people: 60,
    rounds: 20,
};
/// A hundred thousand records, in the proportions of the ten years.
pub(crate) const HUNDRED_THOUSAND: Size = Size {
    name: "100000",
    days: 7_850,
    check_ins: 78_200,
    entries: 21_450,
    people: 120,
    rounds: 20,
};
/// Half a year, to see that everything can be measured.
pub(crate) const QUICK: Size =
    Size { name: "quick", days: 182, check_ins: 1_820, entries: 500, people: 20, rounds: 2 };

/// Words of an entry, on average.
const WORDS: usize = 400;
/// Of so many entries one is changed once after it was saved.
const CHANGED: usize = 5;

/// Sessions of a course, and the days from one to the next.
const SESSIONS: u16 = 16;
const CADENCE: u64 = 7;
/// Days from the beginning of one course to that of the next.
const COURSE_EVERY: u32 = 730;

/// A journal that is being made.
pub(crate) struct Years {
    size: Size,
    chance: Chance,
    languages: Vec<Language>,
    people: Vec<RecordId>,
    losses: Vec<RecordId>,
    last_day: NaiveDate,
}

/// The evening on which the journal was last written in.
pub(crate) fn evening() -> Moment {
    Moment("2026-03-09T21:00:00+01:00".parse().expect("this is a moment"))
}

impl Years {
    /// The journal of this size; the same seed gives the same one.
    pub(crate) fn new(size: Size, seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let languages = language::all(&mut chance);
        let last_day = evening().day();
        Self { size, chance, languages, people: Vec::new(), losses: Vec::new(), last_day }
    }

    /// What a person would type to find something.
    pub(crate) fn searches(&self) -> Vec<String> {
        language::searches(&self.languages)
    }

    /// The cards, courses and losses that are there from the beginning or planned.
    pub(crate) fn frame(&mut self) -> Vec<Record> {
        let first = self.day(0);
        let mut records = Vec::new();
        for number in 0..self.size.people {
            let at = self.at(first, 8, number);
            let record = self.person(number, at);
            self.people.push(record.id);
            records.push(record);
        }
        for number in 0..4 {
            let at = self.at(first, 9, number);
            let record = self.loss(number, at);
            self.losses.push(record.id);
            records.push(record);
        }
        for begun in (0..self.size.days).step_by(COURSE_EVERY as usize) {
            self.course(begun, &mut records);
        }
        records
    }

    /// What was kept on one day, in order. `number` is below [`Size::days`].
    pub(crate) fn day_of(&mut self, number: u32) -> Vec<Record> {
        let day = self.day(number);
        let on =
            |total: u32| total * (number + 1) / self.size.days - total * number / self.size.days;
        let (check_ins, entries) = (on(self.size.check_ins), on(self.size.entries));
        let mut records = Vec::new();
        for one in 0..check_ins {
            let at = self.at(day, 7 + one, one);
            records.push(self.check_in(at));
        }
        for one in 0..entries {
            let at = self.at(day, 19 + one % 3, one);
            records.push(self.entry(at));
        }
        records.sort_by_key(|record| record.at);
        records
    }

    /// Some of the entries again, as they were changed a little later.
    pub(crate) fn changed(&mut self, records: &[Record]) -> Vec<Record> {
        let mut changed = Vec::new();
        for record in records {
            if record.kind().is_written() && self.chance.once_in(CHANGED) {
                let mut record = record.clone();
                record.around.mood.after = Rating::new(10);
                changed.push(record);
            }
        }
        changed
    }

    /// A new entry of this evening, as it is saved while speed is measured. Each has a
    /// second of its own.
    pub(crate) fn entry_now(&mut self, number: u32) -> Record {
        let at = Moment(evening().0 + TimeDelta::seconds(i64::from(number)));
        self.entry(at)
    }

    /// A new check-in, likewise.
    pub(crate) fn check_in_now(&mut self, number: u32) -> Record {
        let at = Moment(evening().0 + TimeDelta::seconds(i64::from(number)));
        self.check_in(at)
    }

    fn day(&self, number: u32) -> NaiveDate {
        self.last_day - Days::new(u64::from(self.size.days - 1 - number))
    }

    fn at(&mut self, day: NaiveDate, hour: u32, second: u32) -> Moment {
        let minute = u32::try_from(self.chance.below(60)).expect("it is below 60");
        let time = day.and_hms_opt(hour.min(22), minute, second % 60).expect("this is a time");
        let offset = FixedOffset::east_opt(3600).expect("an hour east");
        Moment(DateTime::from_naive_utc_and_offset(time - offset, offset))
    }

    /// As ids are made: a time in front, so that those of one day stand together.
    fn id(&mut self, at: Moment) -> RecordId {
        let time = u128::from(at.0.timestamp_millis().unsigned_abs());
        let (high, low) = (u128::from(self.chance.next()), u128::from(self.chance.next()));
        let version = 7 << 76;
        let variant = 2 << 62;
        RecordId(Uuid::from_u128(time << 80 | version | (high & 0xfff) << 64 | variant | low >> 2))
    }

    fn record(&mut self, at: Moment, body: Body) -> Record {
        Record::with_body(self.id(at), at, body)
    }

    fn rating(&mut self) -> Option<Rating> {
        // Low ones are more frequent, and the sum of two chances makes it so.
        let number = self.chance.below(8).min(self.chance.below(11));
        u8::try_from(number).ok().and_then(Rating::new)
    }

    fn text(&mut self, words: usize) -> String {
        let length = words / 2 + self.chance.below(words.max(1));
        let language = language::pick(&self.languages, &mut self.chance);
        language.text(length.max(1), &mut self.chance)
    }

    /// Someone: a few people are in most entries.
    fn someone(&mut self) -> RecordId {
        let few = self.chance.below(self.people.len()).min(self.chance.below(self.people.len()));
        self.people[few.min(self.chance.below(self.people.len()))]
    }

    fn feelings(&mut self) -> Vec<Felt> {
        const FEELINGS: [Feeling; 8] = [
            Feeling::Sad,
            Feeling::Angry,
            Feeling::Anxious,
            Feeling::Lonely,
            Feeling::Hurt,
            Feeling::Calm,
            Feeling::Tired,
            Feeling::Glad,
        ];
        let first = self.chance.below(FEELINGS.len());
        let several = 1 + self.chance.below(2);
        let chosen = FEELINGS.iter().cycle().skip(first).take(several).cloned();
        chosen.map(|feeling| Felt { feeling, strength: self.rating() }).collect()
    }

    fn check_in(&mut self, at: Moment) -> Record {
        let mut check_in = CheckIn {
            craving: self.rating(),
            mood: self.rating(),
            used: Some(if self.chance.once_in(20) { Used::Yes } else { Used::No }),
            ..CheckIn::default()
        };
        if self.chance.once_in(2) {
            check_in.place =
                Some(self.chance.one_of(&[Place::Home, Place::Work, Place::Out]).clone());
            check_in.triggers =
                vec![self.chance.one_of(&[Trigger::LowFeeling, Trigger::Argument]).clone()];
            check_in.coping = vec![self.chance.one_of(&[Coping::Wrote, Coping::Left]).clone()];
            check_in.with = vec![if self.chance.once_in(2) {
                Company::Nobody
            } else {
                Company::Person(self.someone())
            }];
        }
        if self.chance.once_in(4) {
            check_in.note = self.text(15);
        }
        let mut record = self.record(at, Body::CheckIn(check_in));
        record.around.feelings = self.feelings();
        record
    }

    fn entry(&mut self, at: Moment) -> Record {
        let body = match self.chance.below(20) {
            0..9 => {
                Body::Note(Note { title: self.text(4), text: self.text(WORDS), ..Note::default() })
            }
            9..16 => Body::Conflict(self.conflict()),
            _ => Body::Grief(self.grief()),
        };
        let mut record = self.record(at, body);
        record.around.people = vec![self.someone()];
        record.around.feelings = self.feelings();
        record.around.mood = Change { before: self.rating(), after: self.rating() };
        if self.chance.once_in(7) {
            record.share = Share::ToBring;
        }
        record
    }

    fn conflict(&mut self) -> Conflict {
        let other = self.someone();
        let turn = |years: &mut Self, speaker| Turn {
            speaker,
            said: years.text(WORDS / 16),
            meant: years.text(WORDS / 16),
            felt: years.feelings(),
            not_said: String::new(),
            ..Turn::default()
        };
        let speakers = [Speaker::Me, Speaker::Person(other), Speaker::Me, Speaker::Person(other)];
        Conflict {
            title: self.text(4),
            place: Some(Place::Home),
            what_happened: self.text(WORDS / 4),
            turns: speakers.map(|speaker| turn(self, speaker)).into(),
            i_wanted: self.text(WORDS / 16),
            they_wanted: self.text(WORDS / 16),
            how_it_ended: self.text(WORDS / 16),
            next_try: self.text(WORDS / 16),
            stage: Some(Stage::Impasse),
            ..Conflict::default()
        }
    }

    fn grief(&mut self) -> Grief {
        Grief {
            title: self.text(4),
            loss: Some(*self.chance.one_of(&self.losses)),
            brought_to_mind: self.text(WORDS / 4),
            miss: vec![self.text(WORDS / 8), self.text(WORDS / 8)],
            hard: vec![self.text(WORDS / 8)],
            unsaid: self.text(WORDS / 4),
            with_the_feeling: self.text(WORDS / 8),
            ..Grief::default()
        }
    }

    fn person(&mut self, number: u32, at: Moment) -> Record {
        const RELATIONS: [Relation; 6] = [
            Relation::Friend,
            Relation::Colleague,
            Relation::Sister,
            Relation::Neighbour,
            Relation::OtherFamily,
            Relation::PeerInRecovery,
        ];
        const RINGS: [Ring; 4] = [Ring::VeryClose, Ring::Close, Ring::AroundMe, Ring::OutOfTouch];
        let person = Person {
            name: format!("Person {number}"),
            relation: Some(*self.chance.one_of(&RELATIONS)),
            about: self.text(8),
            circle: Some(*self.chance.one_of(&RINGS)),
            satisfying: self.text(30),
            unsatisfying: self.text(30),
            change_wanted: self.text(20),
            ..Person::default()
        };
        self.record(at, Body::Person(person))
    }

    fn loss(&mut self, number: u32, at: Moment) -> Record {
        let month = u8::try_from(number % 12 + 1).expect("a month is below 13");
        let kept =
            KeptDay { what: KeptDayKind::Birthday, on: YearlyDay { month, day: 14 }, remind: true };
        let loss = Loss {
            person: Some(self.someone()),
            cause: Some(Cause::Illness),
            kept_days: vec![kept],
            ..Loss::default()
        };
        self.record(at, Body::Loss(loss))
    }

    /// A course of sessions. The last course still runs: its last sessions are planned.
    fn course(&mut self, begun: u32, records: &mut Vec<Record>) {
        // The last course began in autumn, so that some of it lies ahead.
        let is_last = begun + COURSE_EVERY >= self.size.days;
        let first = if is_last { self.last_day - Days::new(80) } else { self.day(begun) };
        let course = Course {
            started_on: Some(first),
            planned_sessions: 16,
            main_area: Some(Area::Dispute),
            therapist: "R. L.".to_owned(),
            ..Course::default()
        };
        let at = self.at(first, 9, 0);
        let course = self.record(at, Body::Course(course));
        for number in 0..SESSIONS {
            let day = first + Days::new(CADENCE * u64::from(number));
            let status =
                if day < self.last_day { SessionStatus::Held } else { SessionStatus::Planned };
            let session = Session {
                course: Some(course.id),
                number: number + 1,
                status,
                agenda: vec![self.text(12), self.text(12)],
                own_line: self.text(10),
                went_well: vec![self.text(8)],
                coming: vec![self.text(8)],
                takeaways: self.text(40),
                agreed: Vec::new(),
            };
            let at = self.at(day, 14, 0);
            let session = self.record(at, Body::Session(session));
            records.push(session);
        }
        records.push(course);
    }
}
