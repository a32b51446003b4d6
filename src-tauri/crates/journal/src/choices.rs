//! What the person chose for the page: blocks, items, names, words blacked out.
//!
//! Remembered from one page to the next. Items are remembered by their id, so an
//! item made since is never included by an old choice.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, LINE, MANY, Texts, at_most};
use crate::record::Kind;
use crate::value::RecordId;

/// How the names of people stand on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    /// As the person wrote them.
    AsWritten,
    /// Initials.
    Initials,
    /// What they are to the person: "my partner".
    #[default]
    Role,
}

/// The paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 in.
    Letter,
}

/// Words of one item that are taken out before the page exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Blackout {
    /// The record the words stand in; a session for its agenda and own line.
    pub item: RecordId,
    /// The words as they were selected.
    pub words: String,
}

/// An item that was unticked or ticked by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ItemChoice {
    /// The record.
    pub item: RecordId,
    /// Whether it goes on the page.
    pub on: bool,
}

/// Choices for the page. The defaults are those of the first page ever
/// (ruling "First page ever").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is one tick of the form")]
pub struct PageChoices {
    /// How names stand on the page.
    pub names: Names,
    /// The label at the top; empty until chosen.
    pub label: String,
    /// The paper.
    pub paper: Paper,
    /// Item 9 within "Please read first"; left out, the page says so.
    pub item_nine: bool,
    /// The safety plan's line within "Please read first".
    pub safety_plan: bool,
    /// The person's own line within "Please read first".
    pub own_line: bool,
    /// What I want from this session.
    pub agenda: bool,
    /// Scores of scales.
    pub scores: bool,
    /// Craving and use.
    pub cravings: bool,
    /// Marks the days of use within "Craving and use".
    pub use_days: bool,
    /// What was written in check-in notes.
    pub check_in_notes: bool,
    /// What set cravings off.
    pub triggers: bool,
    /// Entries that were marked To bring.
    pub entries: bool,
    /// Items ticked or unticked by hand.
    pub items: Vec<ItemChoice>,
    /// Words blacked out.
    pub blackouts: Vec<Blackout>,
}

impl Default for PageChoices {
    fn default() -> Self {
        Self {
            names: Names::Role,
            label: String::new(),
            paper: Paper::A4,
            item_nine: true,
            safety_plan: true,
            own_line: true,
            agenda: true,
            scores: true,
            cravings: true,
            use_days: true,
            check_in_notes: false,
            triggers: true,
            entries: true,
            items: Vec::new(),
            blackouts: Vec::new(),
        }
    }
}

impl PageChoices {
    /// The hand-made choice for an item, if there is one.
    pub fn item(&self, id: RecordId) -> Option<bool> {
        self.items.iter().find(|choice| choice.item == id).map(|choice| choice.on)
    }
}

impl Kind for PageChoices {
    // Neither the label nor the blacked-out words are searchable: a search must
    // not bring back what was taken out.
    fn texts<'a>(&'a self, _: &mut Texts<'a>) {}

    fn rules(&self) -> Result<(), Invalid> {
        let too_long = |text: &str| text.chars().count() > LINE;
        if too_long(&self.label) {
            return Err(Invalid::TooLong { field: "label", max: LINE });
        }
        if self.blackouts.iter().any(|one| too_long(&one.words)) {
            return Err(Invalid::TooLong { field: "blackouts", max: LINE });
        }
        at_most("items", &self.items, 10 * MANY)?;
        at_most("blackouts", &self.blackouts, 10 * MANY)
    }
}
