//! Patterns on built data with known answers.

use uuid::Uuid;

use super::*;
use crate::check_in::{CheckIn, Coping};
use crate::course::{Session, SessionStatus, sittings};
use crate::record::{Body, Record};

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn at(when: &str) -> Moment {
    Moment(when.parse().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn seen(number: u128, when: &str, craving: u8, body: CheckIn) -> Seen {
    let body = CheckIn { craving: Rating::new(craving), ..body };
    Seen::of(&Record::with_body(id(1000 + number), at(when), Body::CheckIn(body))).unwrap()
}

/// One check-in an evening from the first of March.
fn evenings(cravings: &[u8], body: impl Fn(usize) -> CheckIn) -> Vec<Seen> {
    let first = day("2026-03-01");
    cravings
        .iter()
        .enumerate()
        .map(|(number, &craving)| {
            let day = first + Days::new(number.try_into().unwrap());
            let when = format!("{day}T19:00:00+01:00");
            seen(number.try_into().unwrap(), &when, craving, body(number))
        })
        .collect()
}

fn with(person: u128) -> CheckIn {
    CheckIn { with: vec![Company::Person(id(person))], ..CheckIn::default() }
}

struct Given<'a> {
    written: &'a [(KindName, Moment)],
    sessions: &'a [Record],
    from: Option<NaiveDate>,
}

const NOTHING: Given<'_> = Given { written: &[], sessions: &[], from: None };

fn draw_with(given: &Given<'_>, check_ins: &[Seen]) -> Patterns {
    let names = HashMap::from([(id(7), "Marcus".to_owned()), (id(8), "Joy".to_owned())]);
    let beside = Beside {
        span: Span::Everything,
        spans: &[Span::Everything],
        from: given.from,
        today: day("2027-01-01"),
        sittings: &sittings(given.sessions),
        written: given.written,
        names: &names,
        seed: 1,
    };
    Patterns::draw(&beside, check_ins)
}

fn draw(check_ins: &[Seen]) -> Patterns {
    draw_with(&NOTHING, check_ins)
}

fn group(patterns: &Patterns, asked: Asked) -> &PatternGroup {
    patterns.groups.iter().find(|group| group.asked == asked).unwrap()
}

fn line<'a>(patterns: &'a Patterns, asked: Asked, what: &What) -> &'a PatternLine {
    group(patterns, asked).lines.iter().find(|line| line.what == *what).unwrap()
}

#[test]
fn nothing_is_said_before_ten_check_ins() {
    let nine = draw(&evenings(&[7; 9], |_| with(7)));
    assert_eq!((nine.check_ins, nine.strong), (9, None));
    assert!(nine.groups.is_empty() && nine.week.is_empty() && nine.helped.is_empty());
    assert!(draw(&evenings(&[7; 10], |_| with(7))).strong.is_some());
}

#[test]
fn counts_stand_beside_their_base_rate_and_what_was_skipped_is_in_neither() {
    // Four strong ones; the person is at three of them, and at five of all. Two skipped it.
    let numbers = [7, 2, 8, 3, 6, 1, 2, 7, 0, 3, 2, 9];
    let patterns = draw(&evenings(&numbers, |number| match number {
        0 | 2 | 3 | 4 | 5 => with(7),
        10 | 11 => CheckIn::default(),
        _ => CheckIn { with: vec![Company::Nobody], ..CheckIn::default() },
    }));
    assert_eq!(patterns.strong.map(|strong| strong.check_ins), Some(5));
    let company = group(&patterns, Asked::Company);
    assert_eq!((company.told, company.strong), (10, 4));
    let marcus = line(&patterns, Asked::Company, &What::Company(Company::Person(id(7))));
    assert_eq!((marcus.strong, marcus.all, marcus.days), (3, 5, 5));
    assert_eq!(marcus.name, "Marcus");
    let ids: Vec<_> = marcus.entries.iter().map(|one| one.id).collect();
    assert_eq!(ids, [id(1004), id(1002), id(1000)], "the strong ones, newest first");
    assert_eq!(marcus.average.get(), 50, "(7 + 8 + 3 + 6 + 1) / 5");
}

#[test]
fn strong_is_six_or_the_own_upper_third() {
    let from = |numbers: &[u8]| draw(&evenings(numbers, |_| CheckIn::default())).strong.unwrap();
    assert_eq!(from(&[6, 7, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5]).at_least.get(), 6, "twice in twelve");
    let low = from(&[4, 3, 3, 2, 2, 1, 1, 0, 0, 0, 0, 0]);
    assert_eq!((low.at_least.get(), low.check_ins), (3, 3));
    assert_eq!(from(&[9, 9, 9, 8, 8, 8, 7, 7, 7, 6, 6, 6]).at_least.get(), 9);
    assert_eq!(from(&[0; 12]).check_ins, 0, "no craving is never strong");
}

#[test]
fn what_is_plainly_there_is_highlighted_and_what_is_not_there_is_not() {
    let clear: Vec<u8> = (0..40).map(|number| if number % 2 == 0 { 8 } else { 2 }).collect();
    let body = |number: usize| with(if number.is_multiple_of(2) { 7 } else { 8 });
    let patterns = draw(&evenings(&clear, body));
    let way = |person| {
        let what = What::Company(Company::Person(id(person)));
        line(&patterns, Asked::Company, &what).stands_out
    };
    assert_eq!((way(7), way(8)), (Some(StandsOut::Higher), Some(StandsOut::Lower)));

    let flat = draw(&evenings(&[5; 40], body));
    let lines = flat.groups.iter().flat_map(|group| &group.lines);
    assert!(lines.into_iter().all(|line| line.stands_out.is_none()));
}

#[test]
fn someone_without_a_card_is_not_told() {
    let patterns = draw(&evenings(&[5; 12], |number| with(if number < 6 { 7 } else { 99 })));
    let company = group(&patterns, Asked::Company);
    assert_eq!((company.told, company.lines.len()), (12, 1));
}

#[test]
fn near_is_a_day_after_what_happened_and_the_eve_of_a_session() {
    let written = [(KindName::Conflict, at("2026-03-03T20:00:00+01:00"))];
    let session = |number, when: &str, status| {
        let body = Session { status, ..Session::default() };
        Record::with_body(id(number), at(when), Body::Session(body))
    };
    let sessions = [
        session(50, "2026-03-07T15:00:00+01:00", SessionStatus::Held),
        session(51, "2026-03-10T15:00:00+01:00", SessionStatus::Cancelled),
    ];
    let given = Given { written: &written, sessions: &sessions, from: None };
    let patterns = draw_with(&given, &evenings(&[5; 12], |_| CheckIn::default()));
    let ids = |near| {
        let lines = &group(&patterns, Asked::Near).lines;
        lines.iter().find(|line| line.what == What::Near(near)).map(|line| line.all)
    };
    assert_eq!(ids(Near::Conflict), Some(1), "the evening after, not the hour before");
    assert_eq!(ids(Near::BeforeSession), Some(1));
    assert_eq!(ids(Near::AfterSession), Some(1), "what was cancelled is not counted");
}

#[test]
fn mood_is_counted_only_where_it_was_told() {
    let written = [(KindName::Conflict, at("2026-03-03T18:00:00+01:00"))];
    let given = Given { written: &written, sessions: &[], from: None };
    let patterns = draw_with(
        &given,
        &evenings(&[5; 12], |number| CheckIn {
            mood: Rating::new(if number == 2 { 1 } else { 6 }).filter(|_| number != 5),
            ..CheckIn::default()
        }),
    );
    let moods = group(&patterns, Asked::MoodNear);
    assert_eq!((moods.told, moods.average.get()), (11, 55));
    let after = line(&patterns, Asked::MoodNear, &What::Near(Near::Conflict));
    assert_eq!((after.all, after.average.get()), (1, 10));
    assert_eq!(after.entries.iter().map(|one| one.id).collect::<Vec<_>>(), [id(1002)]);
}

#[test]
fn what_helped_is_told_by_its_rating_and_by_the_next_check_in() {
    let called = || CheckIn {
        coping: vec![Coping::TalkedToSomeone],
        helped: Rating::new(8),
        ..CheckIn::default()
    };
    let mut all = evenings(&[2; 10], |_| CheckIn::default());
    all.push(seen(90, "2026-04-01T18:00:00+02:00", 7, called()));
    all.push(seen(91, "2026-04-01T20:30:00+02:00", 3, CheckIn::default()));
    all.push(seen(92, "2026-04-02T18:00:00+02:00", 6, called()));
    all.push(seen(93, "2026-04-02T21:30:00+02:00", 1, CheckIn::default()));
    let patterns = draw(&all);
    let of = |did: Did| patterns.helped.iter().find(|line| line.did == did).unwrap();
    let talked = of(Did::This(Coping::TalkedToSomeone));
    assert_eq!((talked.times, talked.rated, talked.helped.unwrap().get()), (2, 2, 80));
    assert_eq!((talked.followed, talked.lower), (1, 1), "three and a half hours are too long");
    assert_eq!((talked.before.unwrap().get(), talked.after.unwrap().get()), (70, 30));
    assert_eq!(of(Did::NoneNoted).times, 12);
}

#[test]
fn hours_and_days_are_those_of_the_writers_clock() {
    let mut all = evenings(&[5; 10], |_| CheckIn::default());
    // A Sunday evening in New York, which is Monday in London.
    all.push(seen(50, "2026-03-29T23:30:00-04:00", 9, CheckIn::default()));
    let patterns = draw(&all);
    let cell = patterns.week.iter().find(|cell| cell.weekday == 6 && cell.hours == 6).unwrap();
    assert_eq!(cell.all, 1, "Sunday after 9 pm");
    let night = line(&patterns, Asked::DayPart, &What::DayPart(DayPart::Night));
    assert_eq!(night.all, 1);
}

#[test]
fn a_part_of_the_time_counts_only_its_own_days() {
    let given = Given { written: &[], sessions: &[], from: Some(day("2026-03-03")) };
    let patterns = draw_with(&given, &evenings(&[5; 12], |_| CheckIn::default()));
    assert_eq!((patterns.check_ins, patterns.since), (10, Some(day("2026-03-03"))));
    let today = day("2026-03-28");
    assert_eq!(Span::FourWeeks.from(None, today), Some(day("2026-03-01")));
    assert_eq!(Span::Everything.from(Some(today), today), None);
}
