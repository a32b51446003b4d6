//! A note: an empty page.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::Texts;
use crate::record::Kind;
use crate::value::RecordId;

/// Anything the writer wants to write.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Note {
    /// The writer's title.
    pub title: String,
    /// What was written; empty lines part paragraphs.
    pub text: String,
    /// The long-lived work it belongs to, if any.
    pub focus: Option<RecordId>,
}

impl Kind for Note {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.line("title", &self.title);
        texts.page("text", &self.text);
    }

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}
