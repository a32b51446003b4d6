//! What must be known before the journal is unlocked: one small plain file.
//!
//! Nothing else may be added to it (ruling "Before unlock"); a test pins the list.

use std::path::Path;

use journal::Moment;
use journal::reminders::ReminderTimes;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::{ErrorCode, Reply};
use crate::files;

/// Light, dark, or as this computer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    /// As this computer.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Which key hides besides Ctrl/⌘+L.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum HideKey {
    /// Esc twice.
    #[default]
    DoubleEsc,
    /// Esc once.
    SingleEsc,
}

/// The plain preferences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Prefs {
    /// Light or dark.
    pub theme: Theme,
    /// Text size in percent: 100, 115, 130 or 150.
    pub text_size: u16,
    /// Language of the window, a BCP 47 tag.
    pub language: String,
    /// Region for help numbers, or none chosen.
    pub region: Option<String>,
    /// Which key hides.
    pub hide_key: HideKey,
    /// When a passphrase was tried that did not open the journal, newest last.
    pub failed: Vec<Moment>,
    /// When to remind. Times only: what a reminder says lies in the journal.
    pub reminder_times: ReminderTimes,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_size: 100,
            language: "en".to_owned(),
            region: None,
            hide_key: HideKey::DoubleEsc,
            failed: Vec::new(),
            reminder_times: ReminderTimes::default(),
        }
    }
}

impl Prefs {
    /// Failed tries that are remembered.
    const MOST_FAILED: usize = 100;

    /// Reads the file. A missing or damaged one is the default: it holds nothing
    /// that could be lost.
    pub(crate) fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        serde_json::from_str::<Self>(&text).unwrap_or_default().tidied()
    }

    /// Writes the file.
    pub(crate) fn write(&self, file: &Path) -> Reply<()> {
        let text = serde_json::to_string_pretty(self).map_err(|_| ErrorCode::Fault)?;
        files::write_whole(file, text.as_bytes())
    }

    /// Values that no form offers become ones that it does.
    pub(crate) fn tidied(mut self) -> Self {
        if ![100, 115, 130, 150].contains(&self.text_size) {
            self.text_size = 100;
        }
        // It stands in the page's address, so it may hold nothing but a tag.
        let is_tag = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        let fits = (2..=35).contains(&self.language.len());
        if !fits || !self.language.chars().all(is_tag) {
            "en".clone_into(&mut self.language);
        }
        self.region = self.region.filter(|region| region.len() <= 8);
        let surplus = self.failed.len().saturating_sub(Self::MOST_FAILED);
        self.failed.drain(..surplus);
        self.reminder_times = self.reminder_times.tidied();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_file_holds_this_and_nothing_else() {
        let json = serde_json::to_value(Prefs::default()).unwrap();
        let mut names: Vec<_> = json.as_object().unwrap().keys().cloned().collect();
        names.sort();
        let allowed =
            ["failed", "hide_key", "language", "region", "reminder_times", "text_size", "theme"];
        assert_eq!(names, allowed);
        let json = serde_json::to_value(ReminderTimes::default()).unwrap();
        let names: Vec<_> = json.as_object().unwrap().keys().cloned().collect();
        let allowed = ["evening", "more", "pace", "quiet_from", "quiet_to"];
        assert_eq!(names, allowed);
    }

    #[test]
    fn nothing_else_comes_in_from_the_window_or_the_file() {
        let more = serde_json::json!({ "theme": "dark", "note": "a word" });
        assert!(serde_json::from_value::<Prefs>(more).is_err());
    }

    #[test]
    fn a_damaged_file_is_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("prefs");
        files::write_whole(&file, b"{\"theme\": \"dark\"").unwrap();
        assert_eq!(Prefs::read(&file), Prefs::default());
    }

    #[test]
    fn odd_values_are_tidied() {
        let odd = Prefs { text_size: 900, language: String::new(), ..Prefs::default() };
        assert_eq!(odd.tidied(), Prefs::default());
        let sly = Prefs { language: "en&theme=dark".to_owned(), ..Prefs::default() };
        assert_eq!(sly.tidied(), Prefs::default());
    }
}
