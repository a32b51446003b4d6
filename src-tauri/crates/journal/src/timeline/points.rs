//! Cravings, mood and use, step by step.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::window::Window;
use crate::check_in::CheckIn;
use crate::days::{DayUse, with_answer};
use crate::record::{Body, Record};
use crate::value::{Moment, Rating, Used};

/// What the chart needs of a check-in. The rest of it is passed over, so that ten years
/// of them can be read at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Glance {
    at: Moment,
    body: Numbers,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
struct Numbers {
    craving: Option<Rating>,
    peak: Option<Rating>,
    mood: Option<Rating>,
    used: Option<Used>,
    entered: Option<Moment>,
}

impl Glance {
    /// The glance at a check-in.
    pub fn of(at: Moment, check_in: &CheckIn) -> Self {
        let CheckIn { craving, peak, mood, used, entered, .. } = *check_in;
        Self { at, body: Numbers { craving, peak, mood, used, entered } }
    }

    /// The writer's own day.
    pub fn day(&self) -> NaiveDate {
        self.at.day()
    }

    /// The strongest craving it knows of, as [`CheckIn::strongest`] has it.
    fn strongest(&self) -> Option<Rating> {
        self.body.craving.max(self.body.peak)
    }

    /// Told more than an hour after it was, as [`CheckIn::late`] has it.
    fn late(&self) -> bool {
        let hour = chrono::Duration::minutes(60);
        self.body.entered.is_some_and(|entered| entered.0 - self.at.0 > hour)
    }
}

/// A number from 0 to 10 in tenths: the average of several is seldom a whole one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(transparent)]
pub struct Tenths(u16);

impl Tenths {
    /// A rating in tenths.
    pub fn whole(rating: Rating) -> Self {
        Self(u16::from(rating.get()) * 10)
    }

    /// The average of several, a half rounded up; none of none.
    pub fn mean(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut sum = Sum::default();
        all.into_iter().for_each(|one| sum.add(one));
        sum.average()
    }

    /// How many tenths.
    pub fn get(self) -> u16 {
        self.0
    }
}

/// A day, week or month of which something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Point {
    /// Its first day.
    pub from: NaiveDate,
    /// How many check-ins there were.
    pub check_ins: u32,
    /// On how many days there was one.
    pub days: u32,
    /// The strongest craving of the day; of a week or month the average of its days.
    pub strongest: Option<Tenths>,
    /// The strongest of all.
    pub highest: Option<Rating>,
    /// The average mood of the day; of a week or month the average of its days.
    pub mood: Option<Tenths>,
    /// On how many days mood was told.
    pub mood_days: u32,
    /// On how many days something was used.
    pub used_days: u32,
    /// On how many days it was told whether something was used. The others are unknown.
    pub known_days: u32,
    /// Whether the strongest of the day was told only later.
    pub late: bool,
    /// How many entries were written.
    pub entries: u32,
}

impl Point {
    fn empty(from: NaiveDate) -> Self {
        Self {
            from,
            check_ins: 0,
            days: 0,
            strongest: None,
            highest: None,
            mood: None,
            mood_days: 0,
            used_days: 0,
            known_days: 0,
            late: false,
            entries: 0,
        }
    }
}

/// One day, while it is put together.
#[derive(Clone, Copy, Debug, Default)]
struct OneDay {
    check_ins: u32,
    strongest: Option<Rating>,
    late: bool,
    mood: Sum,
    used: DayUse,
}

impl OneDay {
    fn add(&mut self, glance: &Glance) {
        self.check_ins += 1;
        let strongest = glance.strongest();
        if strongest > self.strongest {
            (self.strongest, self.late) = (strongest, glance.late());
        } else if strongest.is_some() && strongest == self.strongest {
            self.late &= glance.late();
        }
        if let Some(mood) = glance.body.mood {
            self.mood.add(Tenths::whole(mood));
        }
        self.used = with_answer(self.used, glance.body.used);
    }
}

/// Tenths that are added up for their average.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    sum: u32,
    count: u32,
}

impl Sum {
    fn add(&mut self, tenths: Tenths) {
        self.sum += u32::from(tenths.0);
        self.count += 1;
    }

    /// The average, a half rounded up; none of none.
    fn average(self) -> Option<Tenths> {
        let rounded = (2 * self.sum + self.count).checked_div(2 * self.count)?;
        u16::try_from(rounded).ok().map(Tenths)
    }
}

/// A day, week or month, while it is put together.
struct Step {
    point: Point,
    strongest: Sum,
    mood: Sum,
}

impl Step {
    fn add(&mut self, day: OneDay) {
        self.point.check_ins += day.check_ins;
        self.point.days += u32::from(day.check_ins > 0);
        if let Some(strongest) = day.strongest {
            self.strongest.add(Tenths::whole(strongest));
        }
        self.point.highest = self.point.highest.max(day.strongest);
        if let Some(mood) = day.mood.average() {
            self.mood.add(mood);
        }
        self.point.used_days += u32::from(day.used == DayUse::Used);
        self.point.known_days += u32::from(day.used != DayUse::Unknown);
        self.point.late = day.late;
    }

    fn point(self) -> Point {
        let (strongest, mood) = (self.strongest.average(), self.mood.average());
        Point { strongest, mood, mood_days: self.mood.count, ..self.point }
    }
}

/// What times of use and marked days say of their days: the mark holds against everything else,
/// as in [`crate::days::days`].
fn add_use(days: &mut BTreeMap<NaiveDate, OneDay>, window: Window, used: &[Record]) {
    let here = || used.iter().filter(|record| window.meets(record.at.day(), record.at.day()));
    for record in here().filter(|record| matches!(record.body, Body::Use(_))) {
        days.entry(record.at.day()).or_default().used = DayUse::Used;
    }
    for record in here() {
        let Body::UseDay(marked) = &record.body else { continue };
        let answer = with_answer(DayUse::Unknown, marked.used);
        // Rather not say takes an answer back, and is none of its own.
        if answer != DayUse::Unknown {
            days.entry(record.at.day()).or_default().used = answer;
        } else if let (Some(_), Some(day)) = (marked.used, days.get_mut(&record.at.day())) {
            day.used = answer;
        }
    }
}

/// The points of a window: of every step that has a check-in, an entry, or a day of which it is
/// known whether something was used.
pub(super) fn points(
    window: Window,
    check_ins: impl IntoIterator<Item = Glance>,
    used: &[Record],
    written: &[(NaiveDate, u32)],
) -> Vec<Point> {
    let mut days: BTreeMap<NaiveDate, OneDay> = BTreeMap::new();
    for glance in check_ins {
        let day = glance.day();
        if window.meets(day, day) {
            days.entry(day).or_default().add(&glance);
        }
    }
    add_use(&mut days, window, used);
    let mut steps: BTreeMap<NaiveDate, Step> = BTreeMap::new();
    let empty =
        |from| Step { point: Point::empty(from), strongest: Sum::default(), mood: Sum::default() };
    for (day, one) in days {
        let start = window.unit.start(day);
        steps.entry(start).or_insert_with(|| empty(start)).add(one);
    }
    for &(day, count) in written.iter().filter(|(day, _)| window.meets(*day, *day)) {
        let start = window.unit.start(day);
        steps.entry(start).or_insert_with(|| empty(start)).point.entries += count;
    }
    steps.into_values().map(Step::point).collect()
}
