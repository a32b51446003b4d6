//! Settings that live inside the journal. What must be known before it is
//! unlocked (theme, text size, language, …) lives in the shell's plain `prefs`.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::record::Kind;
use crate::reminders;

/// How often the person wants to be asked for a check-in, once it turned out that
/// checking in makes things worse (domain reference B.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CheckInPace {
    /// Once a day.
    OnceADay,
    /// A few times a week.
    FewAWeek,
    /// Only when I want to: nothing asks.
    WhenIWant,
}

/// A number of one's own to call, beside the public ones. It may name someone, so it
/// lives in the journal and shows only while that is open (ruling "Before unlock").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct OwnNumber {
    /// Whose it is or what it is for.
    pub name: String,
    /// As it is dialled.
    pub number: String,
    /// When or how.
    pub about: String,
}

/// The journal's own settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Minutes without touch until the journal locks, 1 to 30.
    pub lock_after_minutes: u8,
    /// Whether words are checked for spelling while they are written. Off unless
    /// chosen: the checker is the system's, and what it learns is not encrypted.
    pub spell_check: bool,
    /// A lower pace of check-ins, chosen because they made things worse. `None` leaves
    /// everything as it was set up.
    pub check_in_pace: Option<CheckInPace>,
    /// Own numbers on the help page, in order.
    pub own_numbers: Vec<OwnNumber>,
    /// What a reminder says, in place of the standing words; empty for those. It is shown
    /// while the journal is locked, so it is the person's to keep it neutral.
    pub reminder_text: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lock_after_minutes: 5,
            spell_check: false,
            check_in_pace: None,
            own_numbers: Vec::new(),
            reminder_text: String::new(),
        }
    }
}

impl Kind for Settings {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for own in &self.own_numbers {
            texts.line("name", &own.name);
            texts.line("number", &own.number);
            texts.line("about", &own.about);
        }
        texts.line("reminder_text", &self.reminder_text);
    }

    fn rules(&self) -> Result<(), Invalid> {
        if !(1..=30).contains(&self.lock_after_minutes) {
            return Err(Invalid::OutOfRange { field: "lock_after_minutes" });
        }
        if self.reminder_text.chars().count() > reminders::TEXT {
            return Err(Invalid::TooLong { field: "reminder_text", max: reminders::TEXT });
        }
        at_most("own_numbers", &self.own_numbers, MANY)
    }
}
