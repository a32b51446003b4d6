//! Settings that live inside the journal. What must be known before it is
//! unlocked (theme, text size, language, …) lives in the shell's plain `prefs`.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, Texts};
use crate::record::Kind;

/// The journal's own settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Minutes without touch until the journal locks, 1 to 30.
    pub lock_after_minutes: u8,
    /// Whether words are checked for spelling while they are written. Off unless
    /// chosen: the checker is the system's, and what it learns is not encrypted.
    pub spell_check: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lock_after_minutes: 5, spell_check: false }
    }
}

impl Kind for Settings {
    fn texts<'a>(&'a self, _: &mut Texts<'a>) {}

    fn rules(&self) -> Result<(), Invalid> {
        if (1..=30).contains(&self.lock_after_minutes) {
            return Ok(());
        }
        Err(Invalid::OutOfRange { field: "lock_after_minutes" })
    }
}
