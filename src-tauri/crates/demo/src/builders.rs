//! Short words for making records, so that the course reads as prose.

use journal::conflict::{Speaker, Turn};
use journal::feeling::{Feeling, Felt};
use journal::value::{Change, Degree, Lean};
use journal::{Body, Moment, Rating, Record, RecordId, Share};
use uuid::Uuid;

/// The ids of the course count up from here. Version 8: made by a rule of our own.
const NAMESPACE: u128 = 0x6d65_616e_7469_8d65_8000_0000_0000_0000;

/// The id with a number. Hundreds tell the kind: 1 people, 2 course and sessions,
/// 3 losses, 4 arguments, 5 notes, 6 what the app keeps, 7 the dispute and the
/// change, 8 connection and what was tried, 9 the life chart, from 1000 check-ins.
pub(crate) const fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(NAMESPACE + number))
}

/// A record in the making.
pub(crate) struct Entry(Record);

/// A record that is `Only me` until told otherwise.
pub(crate) fn entry(number: u128, at: Moment, body: Body) -> Entry {
    Entry(Record::with_body(id(number), at, body))
}

impl Entry {
    pub(crate) fn about<const N: usize>(mut self, people: [RecordId; N]) -> Self {
        self.0.around.people = people.into();
        self
    }

    pub(crate) fn felt<const N: usize>(mut self, feelings: [(Feeling, u8); N]) -> Self {
        self.0.around.feelings = felt(feelings);
        self
    }

    pub(crate) fn mood(mut self, before: u8, after: u8) -> Self {
        self.0.around.mood = change(before, after);
        self
    }

    pub(crate) fn craving(mut self, before: u8, after: u8) -> Self {
        self.0.around.craving = change(before, after);
        self
    }

    pub(crate) fn brought(mut self) -> Self {
        self.0.share = Share::ToBring;
        self
    }

    pub(crate) fn done(self) -> Record {
        self.0
    }
}

/// Feelings, each with how strong.
pub(crate) fn felt<const N: usize>(feelings: [(Feeling, u8); N]) -> Vec<Felt> {
    let felt = |(feeling, strength)| Felt { feeling, strength: Rating::new(strength) };
    feelings.into_iter().map(felt).collect()
}

/// How much of something, 0 to 4.
pub(crate) fn degree(number: i8) -> Option<Degree> {
    Degree::new(number)
}

/// How something felt, -3 to 3.
pub(crate) fn lean(number: i8) -> Option<Lean> {
    Lean::new(number)
}

pub(crate) fn change(before: u8, after: u8) -> Change {
    Change { before: Rating::new(before), after: Rating::new(after) }
}

/// What I said, and what I meant by it.
pub(crate) fn me<const N: usize>(said: &str, meant: &str, felt: [Feeling; N]) -> Turn {
    turn(Speaker::Me, said, meant, felt)
}

/// What someone said, and what I took it to mean.
pub(crate) fn they<const N: usize>(
    person: RecordId,
    said: &str,
    meant: &str,
    felt: [Feeling; N],
) -> Turn {
    turn(Speaker::Person(person), said, meant, felt)
}

/// A silence, or something done without words.
pub(crate) fn nobody(done: &str) -> Turn {
    turn(Speaker::Nobody, done, "", [])
}

/// A turn with what I did not say.
pub(crate) fn unsaid(not_said: &str, turn: Turn) -> Turn {
    Turn { not_said: not_said.into(), ..turn }
}

fn turn<const N: usize>(speaker: Speaker, said: &str, meant: &str, felt: [Feeling; N]) -> Turn {
    let felt = felt.into_iter().map(Felt::from).collect();
    Turn {
        speaker,
        said: said.into(),
        meant: meant.into(),
        felt,
        not_said: String::new(),
        ..Turn::default()
    }
}

/// Several texts.
pub(crate) fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).into()
}
