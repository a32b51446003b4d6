//! The course of therapy and its sessions (domain reference A.1).

use chrono::{Duration, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::record::{Body, Kind, Record};
use crate::used::Goal;
use crate::value::{Moment, Rating, RecordId};

/// The phase of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Phase {
    Initial,
    Middle,
    Ending,
    Maintenance,
}

impl Phase {
    /// The phase that the session of a number usually falls into: in a course of
    /// sixteen the first three begin and the last three end (domain reference A.1,
    /// from memory; shorter and longer courses in proportion). Only ever a
    /// suggestion: the person sets the phase.
    pub fn usual(session: u16, planned: u8) -> Self {
        let planned = u16::from(planned.max(1));
        let end = (planned * 3).div_ceil(16);
        if session > planned {
            Self::Maintenance
        } else if session + end > planned {
            Self::Ending
        } else if session <= end {
            Self::Initial
        } else {
            Self::Middle
        }
    }
}

/// Something hoped for from the course.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Hope {
    /// What, in the person's own words.
    pub what: String,
    /// How near it is: 0 not begun, 10 there.
    pub near: Option<Rating>,
}

/// One of the four problem areas of IPT. On screen the last is "Connection".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Area {
    Dispute,
    Grief,
    Transition,
    Connection,
}

/// A course of 12 to 16 sessions; 1 to 40 are allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Course {
    /// The day of the first session, if known.
    pub started_on: Option<NaiveDate>,
    /// How many sessions are planned, 1 to 40.
    pub planned_sessions: u8,
    /// Days from one session to the next, 1 to 60.
    pub cadence_days: u8,
    /// The phase, set by the person.
    pub phase: Option<Phase>,
    /// The area that is worked on.
    pub main_area: Option<Area>,
    /// A second area; never more than these two (domain reference A.1).
    pub second_area: Option<Area>,
    /// The therapist's name or initials, as the person writes them.
    pub therapist: String,
    /// What the person wants with use. All text about use follows it.
    pub goal: Option<Goal>,
    /// What was agreed on: how often, how long, what if one is missed.
    pub contract_note: String,
    /// What it is about, in the person's own words: how moods and cravings and what
    /// happens between people hang together. Earlier wordings stay as versions.
    pub formulation: String,
    /// What is hoped for.
    pub hopes: Vec<Hope>,
    /// Ending: what became better, and what the person did for it.
    pub gains: Vec<String>,
    /// Ending: first signs that things are getting harder again.
    pub early_signs: Vec<String>,
    /// Ending: whom to turn to then.
    pub turn_to: Vec<RecordId>,
    /// Ending: what to do then.
    pub then: String,
    /// The day it ended, once it has.
    pub ended_on: Option<NaiveDate>,
}

impl Default for Course {
    fn default() -> Self {
        Self {
            started_on: None,
            planned_sessions: 16,
            cadence_days: 7,
            phase: None,
            main_area: None,
            second_area: None,
            therapist: String::new(),
            goal: None,
            contract_note: String::new(),
            formulation: String::new(),
            hopes: Vec::new(),
            gains: Vec::new(),
            early_signs: Vec::new(),
            turn_to: Vec::new(),
            then: String::new(),
            ended_on: None,
        }
    }
}

impl Kind for Course {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("therapist", &self.therapist);
        if let Some(Goal::Own(words)) = &self.goal {
            texts.line("goal", words);
        }
        texts.answer("formulation", &self.formulation);
        for hope in &self.hopes {
            texts.answer("hopes", &hope.what);
        }
        texts.answer("contract_note", &self.contract_note);
        texts.answers("gains", &self.gains);
        texts.answers("early_signs", &self.early_signs);
        texts.answer("then", &self.then);
    }

    fn rules(&self) -> Result<(), Invalid> {
        if !(1..=40).contains(&self.planned_sessions) {
            return Err(Invalid::OutOfRange { field: "planned_sessions" });
        }
        if !(1..=60).contains(&self.cadence_days) {
            return Err(Invalid::OutOfRange { field: "cadence_days" });
        }
        let is_odd = self.second_area.is_some()
            && (self.main_area.is_none() || self.main_area == self.second_area);
        if is_odd {
            return Err(Invalid::OutOfRange { field: "second_area" });
        }
        at_most("hopes", &self.hopes, MANY)?;
        at_most("gains", &self.gains, MANY)?;
        at_most("early_signs", &self.early_signs, MANY)?;
        at_most("turn_to", &self.turn_to, MANY)
    }

    fn people(&self) -> Vec<RecordId> {
        self.turn_to.clone()
    }
}

/// What became of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum SessionStatus {
    #[default]
    Planned,
    Held,
    Missed,
    Cancelled,
}

/// One session. When it is stands in the record's `at`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Session {
    /// The course it belongs to.
    pub course: Option<RecordId>,
    /// Its number, from 1.
    pub number: u16,
    /// What became of it.
    pub status: SessionStatus,
    /// What the person wants from it, most important first.
    pub agenda: Vec<String>,
    /// Something the therapist should know, in the person's own line.
    pub own_line: String,
    /// What went well since the last one, to tell there.
    pub went_well: Vec<String>,
    /// What is coming up: dates, people, places, and the plan for them.
    pub coming: Vec<String>,
    /// What was taken from it.
    pub takeaways: String,
    /// What was agreed on for the time until the next: an invitation, never a task
    /// that can be late (domain reference A.1).
    pub agreed: Vec<String>,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            course: None,
            number: 1,
            status: SessionStatus::Planned,
            agenda: Vec::new(),
            own_line: String::new(),
            went_well: Vec::new(),
            coming: Vec::new(),
            takeaways: String::new(),
            agreed: Vec::new(),
        }
    }
}

impl Kind for Session {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.answers("agenda", &self.agenda);
        texts.answer("own_line", &self.own_line);
        texts.answers("went_well", &self.went_well);
        texts.answers("coming", &self.coming);
        texts.answer("takeaways", &self.takeaways);
        texts.answers("agreed", &self.agreed);
    }

    fn rules(&self) -> Result<(), Invalid> {
        if self.number == 0 {
            return Err(Invalid::OutOfRange { field: "number" });
        }
        at_most("agenda", &self.agenda, MANY)?;
        at_most("went_well", &self.went_well, MANY)?;
        at_most("coming", &self.coming, MANY)?;
        at_most("agreed", &self.agreed, MANY)
    }

    fn focus(&self) -> Option<RecordId> {
        self.course
    }
}

/// A session with its record.
#[derive(Clone, Copy, Debug)]
pub struct Sitting<'a> {
    /// The record, with when it is.
    pub record: &'a Record,
    /// The session itself.
    pub session: &'a Session,
}

/// The sessions among `records`, earliest first.
pub fn sittings(records: &[Record]) -> Vec<Sitting<'_>> {
    let sitting = |record| Some(Sitting { record, session: session_of(record)? });
    let mut found: Vec<_> = records.iter().filter_map(sitting).collect();
    found.sort_by_key(|sitting| (sitting.record.at, sitting.session.number));
    found
}

fn session_of(record: &Record) -> Option<&Session> {
    match &record.body {
        Body::Session(session) => Some(session),
        _ => None,
    }
}

/// The last session that was held before `now`.
pub fn last_held<'a>(sittings: &[Sitting<'a>], now: Moment) -> Option<Sitting<'a>> {
    let held = |one: &&Sitting| one.session.status == SessionStatus::Held && one.record.at <= now;
    sittings.iter().rev().find(held).copied()
}

/// The next planned session on or after the day of `now`.
///
/// A session planned for earlier today still counts as next, so that the page
/// for it can be made in the waiting room.
pub fn next_planned<'a>(sittings: &[Sitting<'a>], now: Moment) -> Option<Sitting<'a>> {
    let next = |one: &&Sitting| {
        one.session.status == SessionStatus::Planned && one.record.at.day() >= now.day()
    };
    sittings.iter().find(next).copied()
}

/// Sessions that were planned for a day before today and never told what became of them.
pub fn unanswered<'a>(sittings: &[Sitting<'a>], now: Moment) -> Vec<Sitting<'a>> {
    let past = |one: &&Sitting| {
        one.session.status == SessionStatus::Planned && one.record.at.day() < now.day()
    };
    sittings.iter().filter(past).copied().collect()
}

/// What a page covers: after the last held session, up to now (domain reference E.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The moment after which it begins; `None` if no session was held yet.
    pub after: Option<Moment>,
    /// The moment it ends with.
    pub until: Moment,
}

impl Interval {
    /// The interval for a page made at `now`.
    pub fn since_last_held(sittings: &[Sitting<'_>], now: Moment) -> Self {
        let after = last_held(sittings, now).map(|sitting| sitting.record.at);
        Self { after, until: now }
    }

    /// The interval from the begin of a day, by the clock of `now`.
    pub fn since_day(day: NaiveDate, now: Moment) -> Self {
        let begin = day.and_time(NaiveTime::MIN).and_local_timezone(*now.0.offset()).single();
        let before = begin.and_then(|begin| begin.checked_sub_signed(Duration::nanoseconds(1)));
        Self { after: before.map(Moment), until: now }
    }

    /// Whether a moment falls into it.
    pub fn contains(self, at: Moment) -> bool {
        at <= self.until && self.after.is_none_or(|after| at > after)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> Moment {
        Moment(text.parse().unwrap())
    }

    fn session(number: u16, when: &str, status: SessionStatus) -> Record {
        let body = Body::Session(Session { number, status, ..Session::default() });
        Record::with_body(RecordId(Uuid::from_u128(number.into())), at(when), body)
    }

    fn course() -> Vec<Record> {
        vec![
            session(7, "2026-03-12T14:00:00+01:00", SessionStatus::Planned),
            session(5, "2026-02-26T14:00:00+01:00", SessionStatus::Held),
            session(6, "2026-03-05T14:00:00+01:00", SessionStatus::Missed),
        ]
    }

    #[test]
    fn the_interval_begins_after_the_last_held_session_not_the_missed_one() {
        let records = course();
        let now = at("2026-03-09T10:00:00+01:00");
        let interval = Interval::since_last_held(&sittings(&records), now);
        assert_eq!(interval.after, Some(at("2026-02-26T14:00:00+01:00")));
        assert!(!interval.contains(at("2026-02-26T14:00:00+01:00")), "the session itself");
        assert!(interval.contains(at("2026-02-26T14:01:00+01:00")));
        assert!(!interval.contains(at("2026-03-09T10:01:00+01:00")), "not the future");
    }

    #[test]
    fn before_any_session_everything_counts() {
        let now = at("2026-03-09T10:00:00+01:00");
        let interval = Interval::since_last_held(&[], now);
        assert!(interval.contains(at("2001-01-01T00:00:00+00:00")));
    }

    #[test]
    fn todays_session_is_next_until_the_day_is_over() {
        let records = course();
        let sittings = sittings(&records);
        let number = |now| next_planned(&sittings, at(now)).map(|one| one.session.number);
        assert_eq!(number("2026-03-12T16:00:00+01:00"), Some(7));
        assert_eq!(number("2026-03-13T00:01:00+01:00"), None);
        assert_eq!(unanswered(&sittings, at("2026-03-13T00:01:00+01:00")).len(), 1);
    }

    #[test]
    fn the_usual_phase_goes_by_the_share_of_the_course() {
        let phases = |planned: u8| -> String {
            let letter = |number| match Phase::usual(number, planned) {
                Phase::Initial => 'i',
                Phase::Middle => 'm',
                Phase::Ending => 'e',
                Phase::Maintenance => '+',
            };
            (1..=u16::from(planned) + 1).map(letter).collect()
        };
        assert_eq!(phases(16), "iiimmmmmmmmmmeee+");
        assert_eq!(phases(12), "iiimmmmmmeee+");
        assert_eq!(phases(8), "iimmmmee+");
        assert_eq!(phases(2), "ie+");
        assert_eq!(phases(1), "e+");
        assert_eq!(phases(40).matches('i').count(), 8);
    }

    #[test]
    fn moments_compare_across_time_zones() {
        let records = vec![session(1, "2026-03-05T14:00:00+01:00", SessionStatus::Held)];
        let interval = Interval::since_last_held(&sittings(&records), at("2026-03-06T00:00:00Z"));
        assert!(!interval.contains(at("2026-03-05T12:59:00+00:00")));
        assert!(interval.contains(at("2026-03-05T08:01:00-05:00")));
    }
}
