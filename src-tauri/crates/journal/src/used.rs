//! Use, without shame (domain reference B.5): what happened, what was going on
//! between people, what comes next. And the days of which someone said whether
//! they used, where a day nobody spoke of is unknown.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::check_in::{Company, Place};
use crate::feeling::{Felt, own_words};
use crate::record::Kind;
use crate::value::{RecordId, Sure, Used};

/// Whether it was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is its own explanation")]
pub enum Intended {
    Yes,
    Partly,
    No,
}

/// What the person says of it themselves and what opens the help card (domain
/// reference D.1). Never guessed from text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Danger {
    /// It was too much: an overdose, or close to one.
    TooMuch,
    /// Part of them wanted to be hurt, or to die.
    Intent,
}

/// Who was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Nobody.
    Nobody,
    /// The therapist.
    Therapist,
    /// Someone with a card.
    Person(RecordId),
    /// Someone else, in the person's own word.
    Own(String),
}

/// A time of use. Feelings before stand in the record's `around`, as mood and
/// craving do. Every field may be skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Use {
    /// Only the day in the record's `at` is meant, not its time.
    pub only_day: bool,
    /// What it was; the person's own list.
    pub substances: Vec<String>,
    /// How much, in own words.
    pub amount: String,
    /// The same in a unit, such as standard drinks, as the person counts.
    pub units: String,
    /// Whether it was an opioid. Anything but a clear no brings the tolerance warning.
    pub opioid: Option<Sure>,
    /// Whether there was a break before, so that the body takes less.
    pub after_break: Option<Sure>,
    /// Who was there.
    pub with: Vec<Company>,
    /// Where.
    pub place: Option<Place>,
    /// What was happening, above all between people.
    pub happening: String,
    /// The moment between people it belongs to.
    pub event: Option<RecordId>,
    /// What was felt afterwards.
    pub feelings_after: Vec<Felt>,
    /// Whether it was planned.
    pub planned: Option<Intended>,
    /// Why it stopped when it did.
    pub stopped_because: String,
    /// What helped after.
    pub helped_after: String,
    /// What the next 24 hours look like.
    pub next_day: String,
    /// Who knows.
    pub told: Vec<Told>,
    /// What is clearer now.
    pub learned: String,
    /// What the person marked about danger.
    pub danger: Vec<Danger>,
}

impl Use {
    /// Whether the tolerance warning of domain reference D.4 belongs beside it: an
    /// opioid, perhaps an opioid, or any break before.
    pub fn lower_tolerance(&self) -> bool {
        let may_be = |answer: Option<Sure>| answer.is_some_and(|sure| sure != Sure::No);
        may_be(self.opioid) || may_be(self.after_break)
    }
}

impl Kind for Use {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for substance in &self.substances {
            texts.line("substances", substance);
        }
        texts.line("amount", &self.amount);
        texts.line("units", &self.units);
        for company in &self.with {
            if let Company::Own(word) = company {
                texts.line("with", word);
            }
        }
        if let Some(Place::Own(word)) = &self.place {
            texts.line("place", word);
        }
        texts.answer("happening", &self.happening);
        own_words(&self.feelings_after, texts);
        texts.answer("stopped_because", &self.stopped_because);
        texts.answer("helped_after", &self.helped_after);
        texts.answer("next_day", &self.next_day);
        for told in &self.told {
            if let Told::Own(word) = told {
                texts.line("told", word);
            }
        }
        texts.answer("learned", &self.learned);
    }

    fn rules(&self) -> Result<(), Invalid> {
        at_most("substances", &self.substances, MANY)?;
        at_most("with", &self.with, MANY)?;
        at_most("feelings_after", &self.feelings_after, MANY)?;
        at_most("told", &self.told, MANY)?;
        at_most("danger", &self.danger, 2)
    }

    fn people(&self) -> Vec<RecordId> {
        let with = self.with.iter().filter_map(|one| match one {
            Company::Person(id) => Some(*id),
            Company::Nobody | Company::PeopleAtWork | Company::Own(_) => None,
        });
        let told = self.told.iter().filter_map(|one| match one {
            Told::Person(id) => Some(*id),
            Told::Nobody | Told::Therapist | Told::Own(_) => None,
        });
        with.chain(told).collect()
    }
}

/// What the person said of one whole day in the calendar. The day is the local day of
/// the record's `at`. It holds against check-ins and times of use of that day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct UseDay {
    /// Used, not used, rather not say. `None` is a day that was unmarked again.
    pub used: Option<Used>,
}

impl Kind for UseDay {
    fn texts<'a>(&'a self, _: &mut Texts<'a>) {}
}

/// What someone wants with use (domain reference B.5). Every text follows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Not using at all.
    Abstinence,
    /// Less than before.
    CuttingDown,
    /// Using more safely.
    SaferUse,
    /// Not decided yet.
    Undecided,
    /// In the person's own words.
    Own(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_no_leaves_the_tolerance_warning_out() {
        let warned =
            |opioid, after_break| Use { opioid, after_break, ..Use::default() }.lower_tolerance();
        assert!(warned(Some(Sure::Yes), None));
        assert!(warned(Some(Sure::Unsure), Some(Sure::No)));
        assert!(warned(Some(Sure::No), Some(Sure::Yes)), "a break before, whatever it was");
        assert!(!warned(Some(Sure::No), Some(Sure::No)));
        assert!(!warned(None, None));
    }
}
