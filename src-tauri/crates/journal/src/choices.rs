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

/// Whom the page is for, and when in a course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Variant {
    /// The next session, whichever it is.
    #[default]
    Session,
    /// The first session: who is there, what is hoped for.
    First,
    /// A look back half-way: all of the course, the hopes, how it hangs together.
    Midway,
    /// The last sessions: what became better, early signs, whom to turn to.
    Ending,
    /// A group and its leader. Nothing that was written stands on it.
    Group,
    /// Whoever prescribes. Nothing that was written stands on it but notes for them.
    Prescriber,
}

impl Variant {
    /// Whether the page looks at all of the course rather than at the time since the
    /// last session.
    pub fn looks_back(self) -> bool {
        matches!(self, Self::Midway | Self::Ending)
    }

    /// Whether it is for someone else than the therapist (domain reference E.4, block 15).
    pub fn is_for_others(self) -> bool {
        matches!(self, Self::Group | Self::Prescriber)
    }
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

/// A line of the page that was taken off by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct LineLeft {
    /// The record whose lines stand together there; none in a block of many records.
    pub item: Option<RecordId>,
    /// What tells the line from the others: its lead, or its beginning where it has none; the
    /// short name of a scale.
    pub line: String,
}

/// Choices for the page. The defaults are those of the first page ever
/// (ruling "First page ever").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is one tick of the form")]
pub struct PageChoices {
    /// Whom it is for.
    pub variant: Variant,
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
    /// What went well.
    pub went_well: bool,
    /// What is coming up.
    pub coming: bool,
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
    /// The weekly numbers of the areas that the course works on.
    pub areas: bool,
    /// Moments between people with their mood and craving, from what is brought.
    pub moments: bool,
    /// Medication and other care: on how many days.
    pub supports: bool,
    /// The daily rhythm.
    pub rhythm: bool,
    /// What belongs to the course, on the variants that look at all of it.
    pub course: bool,
    /// Who is around, on the first page.
    pub people: bool,
    /// What is hoped for.
    pub hopes: bool,
    /// How it hangs together, in the person's own words.
    pub formulation: bool,
    /// What became better.
    pub gains: bool,
    /// First signs that it gets harder, and what to do then.
    pub early_signs: bool,
    /// Whom to turn to then.
    pub turn_to: bool,
    /// Entries that were marked To bring.
    pub entries: bool,
    /// Items ticked or unticked by hand.
    pub items: Vec<ItemChoice>,
    /// Lines taken off by hand.
    pub lines: Vec<LineLeft>,
    /// Words blacked out.
    pub blackouts: Vec<Blackout>,
}

impl Default for PageChoices {
    fn default() -> Self {
        Self {
            variant: Variant::Session,
            names: Names::Role,
            label: String::new(),
            paper: Paper::A4,
            item_nine: true,
            safety_plan: true,
            own_line: true,
            agenda: true,
            went_well: true,
            coming: true,
            scores: true,
            cravings: true,
            use_days: true,
            check_in_notes: false,
            triggers: true,
            areas: true,
            moments: false,
            supports: false,
            rhythm: false,
            course: true,
            people: true,
            hopes: true,
            formulation: true,
            gains: true,
            early_signs: true,
            turn_to: true,
            entries: true,
            items: Vec::new(),
            lines: Vec::new(),
            blackouts: Vec::new(),
        }
    }
}

impl PageChoices {
    /// The choices as far as the variant has a place for them: what it has none for is off,
    /// whatever was ticked for another page.
    #[must_use]
    pub fn within_variant(&self) -> Self {
        let mut choices = self.clone();
        let (variant, for_others) = (self.variant, self.variant.is_for_others());
        let is = |wanted: &[Variant]| wanted.contains(&variant);
        choices.course &= is(&[Variant::First, Variant::Midway, Variant::Ending]);
        choices.people &= choices.course && is(&[Variant::First]);
        choices.hopes &= choices.course && is(&[Variant::First, Variant::Midway]);
        choices.formulation &= choices.course && is(&[Variant::Midway]);
        for part in [&mut choices.gains, &mut choices.early_signs, &mut choices.turn_to] {
            *part &= self.course && is(&[Variant::Ending]);
        }
        choices.item_nine &= !is(&[Variant::Group]);
        choices.scores &= !is(&[Variant::Group]);
        choices.rhythm &= !is(&[Variant::Group]);
        for part in [
            &mut choices.own_line,
            &mut choices.agenda,
            &mut choices.went_well,
            &mut choices.coming,
            &mut choices.check_in_notes,
            &mut choices.triggers,
            &mut choices.areas,
            &mut choices.moments,
            &mut choices.entries,
        ] {
            *part &= !for_others;
        }
        choices
    }

    /// Whether a line was taken off by hand.
    pub fn is_left(&self, item: Option<RecordId>, line: &str) -> bool {
        self.lines.iter().any(|left| left.item == item && left.line == line)
    }

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
        if self.lines.iter().any(|one| too_long(&one.line)) {
            return Err(Invalid::TooLong { field: "lines", max: LINE });
        }
        at_most("items", &self.items, 10 * MANY)?;
        at_most("lines", &self.lines, 10 * MANY)?;
        at_most("blackouts", &self.blackouts, 10 * MANY)
    }
}
