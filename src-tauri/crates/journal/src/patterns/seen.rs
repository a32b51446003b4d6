//! What patterns need of a check-in, read past the rest of it.

use chrono::{NaiveDate, Timelike};
use serde::Deserialize;

use crate::check_in::{CheckIn, Company, Coping, Halt, Place, Trigger};
use crate::feeling::{Feeling, Felt};
use crate::record::{Body, Record};
use crate::value::{Moment, Rating, RecordId};

/// A check-in as patterns see it.
#[derive(Clone, Debug, Deserialize)]
pub struct Seen {
    pub(super) id: RecordId,
    pub(super) at: Moment,
    #[serde(default)]
    around: Feelings,
    body: Answers,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Feelings {
    feelings: Vec<Felt>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Answers {
    craving: Option<Rating>,
    peak: Option<Rating>,
    mood: Option<Rating>,
    with: Vec<Company>,
    place: Option<Place>,
    triggers: Vec<Trigger>,
    coping: Vec<Coping>,
    halt: Vec<Halt>,
    helped: Option<Rating>,
}

impl Seen {
    /// What is seen of a record; none if it is no check-in.
    pub fn of(record: &Record) -> Option<Self> {
        let Body::CheckIn(check_in) = &record.body else { return None };
        let CheckIn { craving, peak, mood, helped, .. } = *check_in;
        let body = Answers {
            craving,
            peak,
            mood,
            helped,
            with: check_in.with.clone(),
            place: check_in.place.clone(),
            triggers: check_in.triggers.clone(),
            coping: check_in.coping.clone(),
            halt: check_in.halt.clone(),
        };
        let around = Feelings { feelings: record.around.feelings.clone() };
        Some(Self { id: record.id, at: record.at, around, body })
    }

    /// The writer's own day.
    pub fn day(&self) -> NaiveDate {
        self.at.day()
    }

    /// The hour that the writer's clock showed.
    pub(super) fn hour(&self) -> u32 {
        self.at.0.hour()
    }

    /// The strongest craving it knows of, as [`CheckIn::strongest`] has it.
    pub(super) fn strongest(&self) -> Option<Rating> {
        self.body.craving.max(self.body.peak)
    }

    pub(super) fn craving(&self) -> Option<Rating> {
        self.body.craving
    }

    pub(super) fn mood(&self) -> Option<Rating> {
        self.body.mood
    }

    pub(super) fn helped(&self) -> Option<Rating> {
        self.body.helped
    }

    pub(super) fn with(&self) -> &[Company] {
        &self.body.with
    }

    pub(super) fn place(&self) -> Option<&Place> {
        self.body.place.as_ref()
    }

    pub(super) fn triggers(&self) -> &[Trigger] {
        &self.body.triggers
    }

    pub(super) fn coping(&self) -> &[Coping] {
        &self.body.coping
    }

    pub(super) fn halt(&self) -> &[Halt] {
        &self.body.halt
    }

    pub(super) fn feelings(&self) -> impl Iterator<Item = &Feeling> {
        self.around.feelings.iter().map(|felt| &felt.feeling)
    }
}
