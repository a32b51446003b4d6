//! Riding out an urge with a timer (domain reference B.4): it is watched as it rises
//! and falls, and what helped is kept. The rating before and after stand in the
//! record's `around`, as for everything that is written at a moment.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::check_in::Coping;
use crate::record::Kind;
use crate::value::Rating;

/// The longest a ride may be planned for or last, in minutes: a day.
pub const LONGEST_MINUTES: u16 = 24 * 60;

/// How a ride came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RideEnd {
    /// The time was over.
    TimeOver,
    /// "It has eased", before the time was over.
    Eased,
    /// It was stopped before the time was over.
    Stopped,
}

/// A rating while it went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct RideRating {
    /// Full minutes since the start.
    pub minute: u16,
    /// How strong the urge was then, 0 to 10.
    pub rating: Rating,
}

/// One urge that was ridden out. When it began stands in the record's `at`; how
/// strong the urge was before and after, in its `around.craving`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Ride {
    /// How long it was to be, in minutes, with what was added on the way. 0 before a
    /// length is chosen.
    pub planned_minutes: u16,
    /// How long it really was, in seconds by the clock; `None` while it goes on.
    pub lasted_seconds: Option<u32>,
    /// How it ended; `None` while it goes on, or if nobody said.
    pub ended: Option<RideEnd>,
    /// Ratings on the way, earliest first.
    pub during: Vec<RideRating>,
    /// What helped.
    pub what_helped: Vec<Coping>,
    /// How much that helped, 0 to 10.
    pub helped: Option<Rating>,
    /// A note.
    pub note: String,
}

impl Kind for Ride {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for coping in &self.what_helped {
            if let Coping::Own(word) = coping {
                texts.line("what_helped", word);
            }
        }
        texts.answer("note", &self.note);
    }

    fn rules(&self) -> Result<(), Invalid> {
        if self.planned_minutes > LONGEST_MINUTES {
            return Err(Invalid::OutOfRange { field: "planned_minutes" });
        }
        if self.lasted_seconds.is_some_and(|lasted| lasted > u32::from(LONGEST_MINUTES) * 60) {
            return Err(Invalid::OutOfRange { field: "lasted_seconds" });
        }
        let in_order = self.during.windows(2).all(|pair| pair[0].minute <= pair[1].minute);
        if !in_order {
            return Err(Invalid::OutOfRange { field: "during" });
        }
        at_most("during", &self.during, MANY)?;
        at_most("what_helped", &self.what_helped, MANY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_on_the_way_stand_in_order() {
        let rated = |minute| RideRating { minute, rating: Rating::new(5).unwrap() };
        let ride = |during| Ride { during, ..Ride::default() };
        assert_eq!(ride(vec![rated(0), rated(3), rated(3)]).rules(), Ok(()));
        let odd = ride(vec![rated(3), rated(2)]).rules();
        assert_eq!(odd, Err(Invalid::OutOfRange { field: "during" }));
    }

    #[test]
    fn a_ride_is_no_longer_than_a_day() {
        let ride = Ride { lasted_seconds: Some(86_401), ..Ride::default() };
        assert_eq!(ride.rules(), Err(Invalid::OutOfRange { field: "lasted_seconds" }));
        let ride = Ride { planned_minutes: 1441, ..Ride::default() };
        assert_eq!(ride.rules(), Err(Invalid::OutOfRange { field: "planned_minutes" }));
    }
}
