//! What became of the recovery key: shown, typed back, put off, tried again.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::error::{ErrorCode, Reply};
use crate::session::Open;

/// What the journal remembers about its recovery key. The key itself is nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Recovery {
    /// The day it was made.
    pub(crate) made_on: Option<NaiveDate>,
    /// The day it was first typed back.
    pub(crate) typed_on: Option<NaiveDate>,
    /// Typing it back was put off.
    pub(crate) deferred: bool,
    /// How many of the dates for a gentle try are behind.
    tries: u8,
}

/// Where the journal keeps it.
pub(crate) const RECOVERY: &str = "recovery-key";
/// When it is gently tried again, counted from the day it was typed back.
const TRIES: [Days; 2] = [Days::new(14), Days::new(56)];

impl Recovery {
    fn read(text: &str) -> Self {
        // What cannot be read asks for the key to be typed again; no harm.
        serde_json::from_str(text).unwrap_or_default()
    }

    /// As the journal keeps it.
    pub(crate) fn text(&self) -> Reply<String> {
        serde_json::to_string(self).map_err(|_| ErrorCode::Fault.into())
    }

    /// Whether it still waits to be typed back.
    pub(crate) fn is_pending(&self) -> bool {
        self.typed_on.is_none()
    }

    /// Whether it is time for a gentle try.
    pub(crate) fn is_retest_due(&self, today: NaiveDate) -> bool {
        self.tries < self.passed(today)
    }

    /// How many dates for a try have come.
    fn passed(&self, today: NaiveDate) -> u8 {
        let has_come = |after: &&Days| self.typed_on.is_some_and(|typed| typed + **after <= today);
        u8::try_from(TRIES.iter().filter(has_come).count()).unwrap_or(u8::MAX)
    }

    /// A new key was shown. That typing one back was put off is remembered until one is
    /// typed back: a further new key is no further reprieve.
    pub(crate) fn shown(self, today: NaiveDate) -> Self {
        Self {
            made_on: Some(today),
            deferred: self.is_pending() && self.deferred,
            ..Self::default()
        }
    }

    /// It was typed back, for the first time or again.
    pub(crate) fn typed(self, today: NaiveDate) -> Self {
        let typed_on = self.typed_on.or(Some(today));
        Self { typed_on, deferred: false, ..self }.retested(today)
    }

    /// Typing it back is put off; none if it was before, or if there is nothing to put off.
    pub(crate) fn put_off(self) -> Option<Self> {
        (self.is_pending() && !self.deferred).then_some(Self { deferred: true, ..self })
    }

    /// The dates until today are behind, tried or put off.
    pub(crate) fn retested(self, today: NaiveDate) -> Self {
        Self { tries: self.passed(today), ..self }
    }
}

impl Open {
    /// What became of the recovery key.
    pub(crate) fn recovery(&self) -> Reply<Recovery> {
        Ok(Recovery::read(&self.vault.state(RECOVERY)?.unwrap_or_default()))
    }

    /// Keeps what became of it.
    pub(crate) fn keep_recovery(&mut self, recovery: &Recovery) -> Reply<()> {
        Ok(self.vault.set_state(RECOVERY, &recovery.text()?)?)
    }

    /// Whether the recovery key still waits to be typed back.
    pub(crate) fn recovery_pending(&self) -> Reply<bool> {
        Ok(self.recovery()?.is_pending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(after: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 8).unwrap() + Days::new(after)
    }

    #[test]
    fn a_key_is_tried_again_after_two_and_eight_weeks() {
        let typed = Recovery::default().shown(day(0)).typed(day(1));
        let due: Vec<u64> = (0..100).filter(|&after| typed.is_retest_due(day(after))).collect();
        assert_eq!(due, (15..100).collect::<Vec<_>>(), "from two weeks on, until it is tried");
        let again = typed.typed(day(15));
        assert_eq!((0..100).find(|&after| again.is_retest_due(day(after))), Some(57));
        let put_off = typed.retested(day(20));
        assert_eq!((0..100).find(|&after| put_off.is_retest_due(day(after))), Some(57));
        assert!(!again.typed(day(60)).is_retest_due(day(1000)), "two tries are enough");
    }

    #[test]
    fn typing_back_is_put_off_once_even_with_a_further_new_key() {
        let deferred = Recovery::default().shown(day(0)).put_off().unwrap();
        assert!(deferred.is_pending() && deferred.put_off().is_none());
        assert!(deferred.shown(day(3)).put_off().is_none());
        assert!(deferred.typed(day(4)).put_off().is_none(), "nothing waits any more");
        let later = deferred.typed(day(4)).shown(day(90));
        assert!(later.is_pending() && later.put_off().is_some(), "a key of later days is new");
    }

    #[test]
    fn what_cannot_be_read_waits_to_be_typed() {
        assert!(Recovery::read("").is_pending());
        assert!(Recovery::read("later").is_pending());
        let typed = Recovery::default().typed(day(0));
        assert_eq!(Recovery::read(&serde_json::to_string(&typed).unwrap()), typed);
    }
}
