//! Generated courses: how often a planted pattern is highlighted, and how often something
//! is highlighted where nothing is (ruling "Patterns").
//!
//! A course has sixty check-ins on the days of twelve weeks, one to three a day. A day has
//! a level of its own, people and places come and go by the day, and a check-in tells four
//! people, six triggers, four places, six feelings and its hour. The number has a normal
//! scale behind it, cut into 0 to 10 so that 6 is reached as often as planned.

use std::collections::HashMap;

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::{Asked, Beside, Patterns, Seen, Span, StandsOut, What};
use crate::check_in::{CheckIn, Company, Place, Trigger};
use crate::feeling::{Feeling, Felt};
use crate::record::{Body, Record};
use crate::value::{Moment, Rating, RecordId};

/// Numbers as a die would give them, the same for the same seed.
struct Die(u64);

impl Die {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap()) / f64::from(u32::MAX)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Normal, as near as twelve numbers bring it.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}

/// How a course is made.
#[derive(Clone, Copy)]
struct Plan {
    /// At what share of check-ins the first person is there.
    there: f64,
    /// How often a craving is strong without that person.
    strong: f64,
    /// How many times as often it is strong with them.
    ratio: f64,
}

/// The number on a normal scale above which a share lies, by halving.
fn above(share: f64) -> f64 {
    // The logistic curve of Bowling and others (2009), off by less than 0.0002.
    let tail = |z: f64| 1.0 / (1.0 + (0.07056 * z * z * z + 1.5976 * z).exp());
    let (mut low, mut high) = (-4.0, 4.0);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if tail(middle) > share { low = middle } else { high = middle }
    }
    low
}

fn id(number: u64) -> RecordId {
    RecordId(Uuid::from_u128(number.into()))
}

fn course(plan: Plan, seed: u64) -> Vec<Seen> {
    let mut die = Die(seed);
    let first: NaiveDate = "2026-01-05".parse().unwrap();
    let mut all = Vec::new();
    let mut offset = 0;
    let limit = above(plan.strong);
    let more = limit - above(plan.strong * plan.ratio);
    while all.len() < 60 {
        let today = first + Days::new(offset);
        // Sixty on about eighty-four days: some days have none.
        offset += 1;
        let times = [0, 0, 0, 0, 1, 1, 1, 1, 2, 3][usize::try_from(die.below(10)).unwrap()];
        let level = die.normal() * 0.45;
        let here = usize::try_from(die.below(4)).unwrap();
        for _ in 0..times {
            let is_there = die.share() < plan.there;
            let noise = die.normal() * (1.0_f64 - 0.45 * 0.45).sqrt();
            let over = level + noise + if is_there { more } else { 0.0 } - limit;
            let number = (6.0 + 2.2 * over).floor().clamp(0.0, 10.0);
            let craving = (0..=10).rev().find(|&one| f64::from(one) <= number).unwrap();
            let hour = u32::try_from(7 + die.below(16)).unwrap();
            let record = check_in(&mut die, (today, hour), craving, is_there, here);
            all.push(Seen::of(&record).unwrap());
        }
    }
    all.truncate(60);
    all
}

fn check_in(
    die: &mut Die,
    (day, hour): (NaiveDate, u32),
    craving: u8,
    is_there: bool,
    here: usize,
) -> Record {
    let mut with: Vec<Company> = Vec::new();
    if is_there {
        with.push(Company::Person(id(1)));
    }
    for person in 2..=4 {
        if die.below(10) < person {
            with.push(Company::Person(id(person)));
        }
    }
    if with.is_empty() {
        with.push(Company::Nobody);
    }
    let triggers = [
        Trigger::Frustrated,
        Trigger::LowFeeling,
        Trigger::Cue,
        Trigger::Body,
        Trigger::Argument,
        Trigger::Alone,
    ];
    let feelings = [
        Feeling::Sad,
        Feeling::Angry,
        Feeling::Anxious,
        Feeling::Lonely,
        Feeling::Bored,
        Feeling::Calm,
    ];
    let places = [Place::Home, Place::Work, Place::Out, Place::Home];
    let mut pick = |all: u64| usize::try_from(die.below(all)).unwrap();
    let (trigger, feeling, elsewhere) = (pick(6), pick(6), pick(4));
    let place = if pick(3) == 0 { elsewhere } else { here };
    let body = CheckIn {
        craving: Rating::new(craving),
        with,
        triggers: vec![triggers[trigger].clone()],
        place: Some(places[place].clone()),
        ..CheckIn::default()
    };
    let minute = u32::try_from(pick(60)).unwrap();
    let time = day.and_hms_opt(hour, minute, 0).unwrap();
    let at = Moment(DateTime::from_naive_utc_and_offset(time, FixedOffset::east_opt(0).unwrap()));
    let mut record = Record::with_body(id(die.next()), at, Body::CheckIn(body));
    record.around.feelings = vec![Felt::from(feelings[feeling].clone())];
    record
}

fn patterns(course: &[Seen], seed: u64) -> Patterns {
    let names: HashMap<RecordId, String> =
        (1..=4).map(|number| (id(number), format!("P{number}"))).collect();
    let beside = Beside {
        span: Span::Everything,
        spans: &[],
        from: None,
        today: "2027-01-01".parse().unwrap(),
        sittings: &[],
        written: &[],
        names: &names,
        seed,
    };
    Patterns::draw(&beside, course)
}

/// Of a hundred courses: in how many the planted person is highlighted, as there more at
/// higher cravings, and in how many anything else is.
fn highlighted(plan: Plan, block: u64) -> (u32, u32) {
    let (mut planted, mut others) = (0, 0);
    for number in 0..100 {
        let seed = block * 1_000 + number;
        let patterns = patterns(&course(plan, seed), seed);
        let person = What::Company(Company::Person(id(1)));
        let lines = || patterns.groups.iter().flat_map(|group| &group.lines);
        let line = lines().find(|line| line.what == person);
        let company = patterns.groups.iter().find(|group| group.asked == Asked::Company).unwrap();
        assert_eq!(company.told, 60, "the base rate has its own n");
        let found = line.is_some_and(|line| line.stands_out == Some(StandsOut::Higher));
        if let (true, Some(line)) = (found, line) {
            assert!(line.all > 0 && line.strong > 0, "highlighted with its counts");
        }
        planted += u32::from(found);
        let other = lines().any(|line| line.what != person && line.stands_out.is_some());
        others += u32::from(other);
    }
    (planted, others)
}

const PLANTED: Plan = Plan { there: 0.3, strong: 0.33, ratio: 2.5 };
const NOTHING: Plan = Plan { there: 0.3, strong: 0.4, ratio: 1.0 };

#[test]
fn a_planted_risk_ratio_is_highlighted_and_nothing_where_there_is_nothing() {
    let (found, others) = highlighted(PLANTED, 1);
    let (false_person, false_others) = highlighted(NOTHING, 2);
    println!("planted risk ratio 2.5, highlighted: {found} of 100 (goal >= 80)");
    println!("beside it something else was highlighted: {others} of 100");
    let quiet = 100 - false_others.max(false_person);
    println!("nothing planted, nothing highlighted: at most {quiet} of 100 (goal >= 95)");
    assert!(found >= 80, "{found} of 100");
    assert!(false_person + false_others <= 5, "{false_person} and {false_others} of 100");
}

#[test]
#[ignore = "says the spread over other seeds and other courses; by hand"]
fn the_spread() {
    for block in 10..20 {
        let (found, others) = highlighted(PLANTED, block);
        let (person, rest) = highlighted(NOTHING, 100 + block);
        println!("block {block}: found {found}, beside {others}; of nothing {person} + {rest}");
    }
    for (there, strong) in [(0.4, 0.3), (0.4, 0.2), (0.25, 0.25), (0.25, 0.2), (0.5, 0.25)] {
        let plan = Plan { there, strong, ratio: 2.5 };
        println!("there {there}, strong {strong}: {:?}", highlighted(plan, 50));
    }
}
