//! Charts with known answers.

use chrono::{Datelike, Days};
use uuid::Uuid;

use super::*;
use crate::Body;
use crate::check_in::CheckIn;
use crate::conflict::Conflict;
use crate::course::{Area, Session, sittings};
use crate::dispute::Dispute;
use crate::event::{Event, EventKind, Lane, LifeEvent};
use crate::grief::{Cause, Loss};
use crate::technique::Experiment;
use crate::transition::Transition;
use crate::used::{Use, UseDay};
use crate::value::{Moment, PartialDate, Precision, Rating, Used};
use crate::weekly::Weekly;
use crate::work::{Work, WorkStatus};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Moment {
    Moment(text.parse().unwrap())
}

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn record(number: u128, when: &str, body: Body) -> Record {
    Record::with_body(id(number), at(when), body)
}

fn date(text: &str, precision: Precision) -> PartialDate {
    PartialDate { date: day(text), precision }
}

fn glance(when: &str, check_in: &CheckIn) -> Glance {
    Glance::of(at(when), check_in)
}

fn craving(number: u8) -> CheckIn {
    CheckIn { craving: Rating::new(number), ..CheckIn::default() }
}

fn window(from: &str, to: &str, unit: Unit) -> Window {
    Window { zoom: Zoom::Course, from: day(from), to: day(to), unit }
}

const TODAY: &str = "2026-03-09";

/// The chart of records that are not check-ins.
fn chart(window: Window, lasting: &[Record], entries: &[Record], weekly: &[Record]) -> Timeline {
    let names = HashMap::from([(id(7), "Marcus".to_owned()), (id(8), "Ruth".to_owned())]);
    let source = Source {
        today: day(TODAY),
        window,
        zooms: &[Zoom::FourWeeks],
        sittings: &[],
        lasting,
        entries: Some(entries),
        used: &[],
        written: &[],
        weekly,
        names: &names,
    };
    Timeline::draw(source, [])
}

fn points_of(window: Window, check_ins: Vec<Glance>, written: &[(NaiveDate, u32)]) -> Vec<Point> {
    points::points(window, check_ins, &[], written)
}

#[test]
fn days_without_a_check_in_are_gaps_and_zero_is_an_answer() {
    let window = window("2026-03-01", "2026-03-05", Unit::Day);
    let check_ins = vec![
        glance("2026-03-01T20:00:00Z", &craving(0)),
        glance("2026-03-04T20:00:00Z", &craving(7)),
    ];
    let points = points_of(window, check_ins, &[]);
    let known: Vec<_> = points.iter().map(|one| (one.from, one.strongest.unwrap().get())).collect();
    assert_eq!(known, [(day("2026-03-01"), 0), (day("2026-03-04"), 70)]);
    assert_eq!(points[0].mood, None, "skipped is not zero");
}

#[test]
fn a_day_shows_its_strongest_and_the_average_of_its_moods() {
    let one = CheckIn { mood: Rating::new(3), peak: Rating::new(8), ..craving(2) };
    let other = CheckIn { mood: Rating::new(4), ..craving(5) };
    let check_ins =
        vec![glance("2026-03-02T09:00:00Z", &one), glance("2026-03-02T21:00:00Z", &other)];
    let point = points_of(window("2026-03-01", "2026-03-05", Unit::Day), check_ins, &[])[0];
    assert_eq!(point.strongest.unwrap().get(), 80);
    assert_eq!(point.highest, Rating::new(8));
    assert_eq!((point.mood.unwrap().get(), point.mood_days), (35, 1));
    assert_eq!((point.check_ins, point.days), (2, 1));
}

#[test]
fn a_month_averages_its_days_and_tells_of_how_many() {
    // Two check-ins on one day weigh as much as one on another.
    let check_ins = vec![
        glance("2026-02-01T09:00:00Z", &craving(2)),
        glance("2026-02-01T21:00:00Z", &craving(6)),
        glance("2026-02-20T09:00:00Z", &craving(3)),
        glance("2026-02-28T09:00:00Z", &CheckIn { mood: Rating::new(5), ..craving(4) }),
    ];
    let points = points_of(window("2020-01-01", "2026-03-09", Unit::Month), check_ins, &[]);
    assert_eq!(points.len(), 1);
    let point = points[0];
    // (6 + 3 + 4) / 3 = 4.33
    assert_eq!((point.from, point.strongest.unwrap().get()), (day("2026-02-01"), 43));
    assert_eq!((point.days, point.check_ins, point.mood_days), (3, 4, 1));
    assert_eq!(point.highest, Rating::new(6));
}

#[test]
fn weeks_begin_on_monday_also_across_a_year() {
    let check_ins = vec![
        glance("2025-12-31T09:00:00Z", &craving(4)),
        glance("2026-01-04T09:00:00Z", &craving(5)),
        glance("2026-01-05T09:00:00Z", &craving(9)),
    ];
    let points = points_of(window("2024-01-01", "2026-03-09", Unit::Week), check_ins, &[]);
    let known: Vec<_> = points.iter().map(|one| (one.from, one.strongest.unwrap().get())).collect();
    assert_eq!(known, [(day("2025-12-29"), 45), (day("2026-01-05"), 90)]);
}

#[test]
fn a_check_in_stands_on_the_writers_own_day_wherever_they_were() {
    // The same moment: still the 1st in New York, the 2nd in Berlin.
    let check_ins = vec![
        glance("2026-03-01T20:30:00-05:00", &craving(1)),
        glance("2026-03-02T02:30:00+01:00", &craving(2)),
    ];
    let points = points_of(window("2026-03-01", "2026-03-05", Unit::Day), check_ins, &[]);
    let days: Vec<_> = points.iter().map(|one| one.from).collect();
    assert_eq!(days, [day("2026-03-01"), day("2026-03-02")]);
}

#[test]
fn use_is_known_only_of_days_that_were_told() {
    let told = |used| CheckIn { used, ..craving(1) };
    let check_ins = vec![
        glance("2026-02-02T09:00:00Z", &told(None)),
        glance("2026-02-03T09:00:00Z", &told(Some(Used::RatherNotSay))),
        glance("2026-02-04T09:00:00Z", &told(Some(Used::No))),
        glance("2026-02-05T09:00:00Z", &told(Some(Used::No))),
        glance("2026-02-05T21:00:00Z", &told(Some(Used::Yes))),
    ];
    let by_day = points_of(window("2026-02-01", "2026-02-28", Unit::Day), check_ins.clone(), &[]);
    let known: Vec<_> = by_day.iter().map(|one| (one.used_days, one.known_days)).collect();
    assert_eq!(known, [(0, 0), (0, 0), (0, 1), (1, 1)]);
    let month = points_of(window("2026-02-01", "2026-02-28", Unit::Month), check_ins, &[]);
    assert_eq!((month[0].used_days, month[0].known_days, month[0].days), (1, 2, 4));
}

#[test]
fn a_time_of_use_is_on_its_day_and_a_marked_day_holds_against_all_else() {
    let used = |number, when: &str| record(number, when, Body::Use(Use::default()));
    let marked =
        |number, when: &str, used| record(number, when, Body::UseDay(UseDay { used: Some(used) }));
    let told = [
        used(1, "2026-02-03T22:00:00Z"),
        used(2, "2026-02-04T22:00:00Z"),
        marked(3, "2026-02-04T12:00:00Z", Used::No),
        marked(4, "2026-02-05T12:00:00Z", Used::Yes),
        marked(5, "2026-02-06T12:00:00Z", Used::RatherNotSay),
        used(6, "2026-03-01T22:00:00Z"),
    ];
    let check_ins = [glance("2026-02-05T09:00:00Z", &craving(4))];
    let window = window("2026-02-01", "2026-02-28", Unit::Day);
    let points = points::points(window, check_ins, &told, &[]);
    let known: Vec<_> = points
        .iter()
        .map(|one| (one.from.day(), one.used_days, one.known_days, one.days, one.check_ins))
        .collect();
    assert_eq!(known, [(3, 1, 1, 0, 0), (4, 0, 1, 0, 0), (5, 1, 1, 1, 1)]);
    assert_eq!(points[0].strongest, None, "a day without a check-in has no number");
}

#[test]
fn a_strongest_that_was_told_later_says_so() {
    let late = CheckIn { entered: Some(at("2026-03-02T20:00:00Z")), ..craving(6) };
    let first = points_of(
        window("2026-03-01", "2026-03-05", Unit::Day),
        vec![glance("2026-03-02T12:00:00Z", &late.clone())],
        &[],
    );
    assert!(first[0].late);
    let check_ins =
        vec![glance("2026-03-02T12:00:00Z", &late), glance("2026-03-02T21:00:00Z", &craving(6))];
    let both = points_of(window("2026-03-01", "2026-03-05", Unit::Day), check_ins, &[]);
    assert!(!both[0].late, "the same number was also told at once");
}

#[test]
fn entries_are_counted_where_no_check_in_was() {
    let written = [(day("2026-02-10"), 2), (day("2026-02-11"), 1), (day("2025-01-01"), 9)];
    let points = points_of(window("2026-01-01", "2026-03-09", Unit::Month), vec![], &written);
    assert_eq!((points.len(), points[0].entries, points[0].days), (1, 3, 0));
    assert_eq!(points[0].strongest, None);
}

#[test]
fn ten_years_are_told_by_the_month() {
    let first = day("2016-03-09");
    let check_ins = (0..3_652).map(|number| {
        let day = first + Days::new(number);
        glance(&format!("{day}T20:00:00+01:00"), &craving((number % 11).try_into().unwrap()))
    });
    let bounds = Bounds { first: Some(first), course: None };
    let window = Window::of(Zoom::Life, None, bounds, &[], at("2026-03-09T21:00:00+01:00"));
    assert_eq!((window.from, window.to, window.unit), (first, day(TODAY), Unit::Month));
    let points = points_of(window, check_ins.collect(), &[]);
    assert_eq!(points.len(), 121);
    assert_eq!(points.iter().map(|one| one.days).sum::<u32>(), 3_652);
    assert_eq!(points[0].from, day("2016-03-01"), "the month that holds the first day");
}

fn course() -> Vec<Record> {
    let session = |number: u16, when: &str, status| {
        let body = Body::Session(Session { number, status, ..Session::default() });
        record(number.into(), when, body)
    };
    vec![
        session(5, "2026-02-26T14:00:00+01:00", SessionStatus::Held),
        session(6, "2026-03-05T14:00:00+01:00", SessionStatus::Missed),
        session(7, "2026-03-12T14:00:00+01:00", SessionStatus::Planned),
    ]
}

#[test]
fn windows_end_with_the_next_session_and_begin_where_they_say() {
    let records = course();
    let sittings = sittings(&records);
    let now = at("2026-03-09T10:00:00+01:00");
    let bounds = Bounds { first: Some(day("1998-01-01")), course: Some(day("2026-01-29")) };
    let of = |zoom, day| {
        let window = Window::of(zoom, day, bounds, &sittings, now);
        (window.zoom, window.from, window.to, window.unit)
    };
    assert_eq!(
        of(Zoom::LastSession, None),
        (Zoom::LastSession, day("2026-02-26"), day("2026-03-12"), Unit::Day)
    );
    assert_eq!(
        of(Zoom::FourWeeks, None),
        (Zoom::FourWeeks, day("2026-02-10"), day(TODAY), Unit::Day)
    );
    assert_eq!(
        of(Zoom::Course, None),
        (Zoom::Course, day("2026-01-29"), day("2026-03-12"), Unit::Day)
    );
    assert_eq!(
        of(Zoom::Life, None),
        (Zoom::Life, day("1998-01-01"), day("2026-03-12"), Unit::Month)
    );
    // Around a day that lies further back.
    let around = of(Zoom::FourWeeks, Some(day("2025-05-20")));
    assert_eq!((around.1, around.2), (day("2025-05-06"), day("2025-06-02")));
    assert_eq!(Window::zooms(bounds, &sittings, now).len(), 4);
}

#[test]
fn without_sessions_four_weeks_are_what_there_is() {
    let now = at("2026-03-09T10:00:00+01:00");
    let bounds = Bounds { first: Some(day(TODAY)), course: None };
    assert_eq!(Window::zooms(bounds, &[], now), [Zoom::FourWeeks, Zoom::Life]);
    let window = Window::of(Zoom::Course, None, bounds, &[], now);
    assert_eq!((window.zoom, window.from), (Zoom::FourWeeks, day("2026-02-10")));
}

#[test]
fn a_session_far_ahead_does_not_stretch_the_chart() {
    let planned = Body::Session(Session::default());
    let records = [record(1, "2026-06-01T14:00:00+01:00", planned)];
    let bounds = Bounds { first: None, course: Some(day("2026-03-01")) };
    let now = at("2026-03-09T10:00:00+01:00");
    let window = Window::of(Zoom::Course, None, bounds, &sittings(&records), now);
    assert_eq!(window.to, day(TODAY));
}

fn life_event(number: u128, event: LifeEvent) -> Record {
    record(number, "2026-02-01T12:00:00+01:00", Body::LifeEvent(event))
}

#[test]
fn a_year_stays_as_wide_as_a_year_and_a_month_as_a_month() {
    let year =
        LifeEvent { from: Some(date("2009-07-02", Precision::Year)), ..LifeEvent::default() };
    let month =
        LifeEvent { from: Some(date("2012-02-17", Precision::Month)), ..LifeEvent::default() };
    let both = LifeEvent {
        from: Some(date("2014-05-03", Precision::Year)),
        to: Some(date("2016-02-10", Precision::Month)),
        ..LifeEvent::default()
    };
    let lasting = [life_event(1, year), life_event(2, month), life_event(3, both)];
    let chart = chart(window("2000-01-01", TODAY, Unit::Month), &lasting, &[], &[]);
    let spans: Vec<_> = chart.marks.iter().map(|mark| (mark.from, mark.to)).collect();
    assert_eq!(
        spans,
        [
            (day("2009-01-01"), day("2009-12-31")),
            (day("2012-02-01"), day("2012-02-29")),
            (day("2014-01-01"), day("2016-02-29")),
        ]
    );
    assert_eq!(chart.marks[0].began.precision, Precision::Year);
}

#[test]
fn what_goes_on_reaches_today_and_what_has_no_end_does_not() {
    let job = LifeEvent {
        from: Some(date("2026-02-09", Precision::Day)),
        goes_on: true,
        ..LifeEvent::default()
    };
    let short =
        LifeEvent { from: Some(date("2026-02-09", Precision::Day)), ..LifeEvent::default() };
    let lasting = [life_event(1, job), life_event(2, short)];
    let chart = chart(window("2026-01-29", "2026-03-12", Unit::Day), &lasting, &[], &[]);
    assert_eq!((chart.marks[0].to, chart.marks[0].goes_on), (day(TODAY), true));
    assert_eq!((chart.marks[1].to, chart.marks[1].goes_on), (day("2026-02-09"), false));
}

#[test]
fn what_has_no_date_stands_beside_the_chart() {
    let loss = Loss { person: Some(id(8)), ..Loss::default() };
    let lasting = [
        life_event(1, LifeEvent::default()),
        record(2, "2026-02-01T12:00:00+01:00", Body::Loss(loss)),
        record(3, "2026-02-01T12:00:00+01:00", Body::Transition(Transition::default())),
    ];
    let chart = chart(window("2026-01-29", "2026-03-12", Unit::Day), &lasting, &[], &[]);
    assert!(chart.marks.is_empty(), "the day it was written is not when it was");
    let undated: Vec<_> = chart.undated.iter().map(|mark| (mark.id, mark.lane)).collect();
    let life = Some(ChartLane::Life);
    assert_eq!(undated, [(id(1), life), (id(2), life), (id(3), life)]);
    assert_eq!(chart.undated[1].who, ["Ruth"]);
}

#[test]
fn work_reaches_to_its_end_or_to_today() {
    let settled =
        Work { status: WorkStatus::Settled, since: Some(day("2026-02-20")), ..Work::default() };
    let paused =
        Work { status: WorkStatus::Paused, since: Some(day("2026-02-20")), ..Work::default() };
    let ended = Dispute { work: settled, person: Some(id(7)), ..Dispute::default() };
    let resting = Dispute { work: paused, ..Dispute::default() };
    let moved = Transition {
        changed_on: Some(date("2026-02-09", Precision::Day)),
        ..Transition::default()
    };
    let lasting = [
        record(1, "2026-02-01T12:00:00+01:00", Body::Dispute(ended)),
        record(2, "2026-02-02T12:00:00+01:00", Body::Dispute(resting)),
        record(3, "2026-03-01T12:00:00+01:00", Body::Transition(moved)),
    ];
    let chart = chart(window("2026-01-29", "2026-03-12", Unit::Day), &lasting, &[], &[]);
    let told: Vec<_> = chart
        .marks
        .iter()
        .map(|mark| (mark.lane.unwrap(), mark.from, mark.to, mark.goes_on))
        .collect();
    assert_eq!(
        told,
        [
            (ChartLane::People, day("2026-02-01"), day("2026-02-20"), false),
            (ChartLane::People, day("2026-02-02"), day(TODAY), true),
            (ChartLane::Life, day("2026-02-09"), day(TODAY), true),
        ]
    );
}

#[test]
fn marks_outside_of_the_window_are_left_out_and_those_across_its_edge_are_not() {
    let before =
        LifeEvent { from: Some(date("2025-12-01", Precision::Day)), ..LifeEvent::default() };
    let across = LifeEvent {
        from: Some(date("2025-06-01", Precision::Month)),
        to: Some(date("2026-02-01", Precision::Day)),
        ..LifeEvent::default()
    };
    let lasting = [life_event(1, before), life_event(2, across)];
    let chart = chart(window("2026-01-29", "2026-03-12", Unit::Day), &lasting, &[], &[]);
    assert_eq!(chart.marks.iter().map(|mark| mark.id).collect::<Vec<_>>(), [id(2)]);
}

#[test]
fn everything_has_its_lane() {
    let with = |lane, area, people: &[RecordId]| {
        let event = LifeEvent {
            from: Some(date("2026-02-01", Precision::Day)),
            lane,
            area,
            ..LifeEvent::default()
        };
        let mut record = life_event(1, event);
        record.around.people = people.to_vec();
        let chart = chart(window("2026-01-29", TODAY, Unit::Day), &[record], &[], &[]);
        chart.marks[0].lane.unwrap()
    };
    assert_eq!(with(Lane::Event, None, &[]), ChartLane::Life);
    assert_eq!(with(Lane::Event, None, &[id(7)]), ChartLane::People);
    assert_eq!(with(Lane::Event, Some(Area::Connection), &[]), ChartLane::People);
    assert_eq!(with(Lane::Event, Some(Area::Grief), &[id(7)]), ChartLane::Life);
    assert_eq!(with(Lane::Use, None, &[]), ChartLane::Then);
    assert_eq!(with(Lane::Mood, Some(Area::Dispute), &[id(7)]), ChartLane::Then);
    assert_eq!(with(Lane::Medication, None, &[]), ChartLane::Care);

    let step = Event { what: Some(EventKind::Change), ..Event::default() };
    let entries = [
        record(2, "2026-02-02T12:00:00+01:00", Body::Event(Event::default())),
        record(3, "2026-02-03T12:00:00+01:00", Body::Event(step)),
        record(4, "2026-02-04T12:00:00+01:00", Body::Experiment(Experiment::default())),
    ];
    let chart = chart(window("2026-01-29", TODAY, Unit::Day), &[], &entries, &[]);
    let lanes: Vec<_> = chart.marks.iter().map(|mark| mark.lane).collect();
    assert_eq!(lanes, [Some(ChartLane::People), Some(ChartLane::Life), None]);
}

#[test]
fn first_words_are_cut_and_never_those_that_are_not_for_a_list() {
    let conflict = Conflict {
        title: "Late".into(),
        what_happened: "ж".repeat(400),
        next_try: "say it".into(),
        ..Conflict::default()
    };
    let loss = Loss {
        died_on: Some(date("2026-02-02", Precision::Day)),
        cause: Some(Cause::Overdose),
        what_happened_then: "what happened then".into(),
        ..Loss::default()
    };
    let hidden = Conflict { next_try: "say it".into(), ..Conflict::default() };
    let entries = [
        record(1, "2026-02-01T12:00:00+01:00", Body::Conflict(conflict)),
        record(2, "2026-02-01T13:00:00+01:00", Body::Conflict(hidden)),
    ];
    let lasting = [record(3, "2026-02-02T12:00:00+01:00", Body::Loss(loss))];
    let chart = chart(window("2026-01-29", TODAY, Unit::Day), &lasting, &entries, &[]);
    assert_eq!(chart.marks[0].line.chars().count(), 161);
    assert_eq!((chart.marks[1].line.as_str(), chart.marks[2].line.as_str()), ("", ""));
}

#[test]
fn ratings_stand_by_question_and_skipped_ones_leave_no_point() {
    let dispute = Dispute { person: Some(id(7)), ..Dispute::default() };
    let lasting = [record(20, "2026-02-01T12:00:00+01:00", Body::Dispute(dispute))];
    let week = |number, when: &str, resolution: Option<u8>| {
        let resolution = resolution.and_then(Rating::new);
        let body = Weekly { focus: Some(id(20)), resolution, ..Weekly::default() };
        record(number, when, Body::Weekly(body))
    };
    let weekly = [
        week(3, "2026-02-22T12:00:00+01:00", Some(4)),
        week(2, "2026-02-15T12:00:00+01:00", None),
        week(1, "2026-02-08T12:00:00+01:00", Some(0)),
        week(4, "2025-02-08T12:00:00+01:00", Some(9)),
    ];
    let chart = chart(window("2026-01-29", TODAY, Unit::Day), &lasting, &[], &weekly);
    assert_eq!(chart.ratings.len(), 1);
    let ratings = &chart.ratings[0];
    assert_eq!((ratings.about.as_str(), ratings.measure), ("Marcus", Measure::Resolution));
    let points: Vec<_> = ratings.points.iter().map(|one| (one.day, one.value.get())).collect();
    assert_eq!(points, [(day("2026-02-08"), 0), (day("2026-02-22"), 4)]);
}

#[test]
fn a_glance_passes_over_everything_else_in_a_check_in() {
    let check_in =
        CheckIn { mood: Rating::new(4), used: Some(Used::Yes), note: "long".into(), ..craving(6) };
    let kept = record(1, "2026-03-02T12:00:00+01:00", Body::CheckIn(check_in.clone()));
    let read: Glance = serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap();
    assert_eq!(read, Glance::of(kept.at, &check_in));
}
