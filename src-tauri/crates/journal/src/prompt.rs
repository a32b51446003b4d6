//! The writer's own questions to write from, beside those of the reference (G).

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::Texts;
use crate::course::Area;
use crate::record::Kind;

/// A question of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Prompt {
    /// The question.
    pub text: String,
    /// The area it is for; none for any day.
    pub area: Option<Area>,
}

impl Kind for Prompt {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.answer("text", &self.text);
    }
}
