//! The weekly ratings of the work in an area: own items, not a validated scale
//! (domain reference A.6).

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::Texts;
use crate::record::Kind;
use crate::value::{Rating, RecordId};

/// One week's numbers for one piece of work. Each may be skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Weekly {
    /// The dispute, loss or transition.
    pub focus: Option<RecordId>,
    /// Dispute: how far it is resolved, 0 to 10.
    pub resolution: Option<Rating>,
    /// Loss: how strong the grief is, 0 to 10.
    pub grief: Option<Rating>,
    /// Loss: how well I can think of them with warmth, 0 to 10.
    pub warmth: Option<Rating>,
    /// Loss: how much it gets in the way of daily life, 0 to 10.
    pub interference: Option<Rating>,
    /// Transition: "I can handle this new part of life", 0 to 10.
    pub mastery: Option<Rating>,
}

impl Kind for Weekly {
    fn texts<'a>(&'a self, _texts: &mut Texts<'a>) {}

    fn focus(&self) -> Option<RecordId> {
        self.focus
    }
}
