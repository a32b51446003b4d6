//! The safety plan, with our own headings (domain reference D.3). Best made together
//! with a therapist. It is no form of anybody else's.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::check::{Invalid, MANY, Texts, at_most};
use crate::record::Kind;
use crate::value::Moment;

/// My safety plan: seven lists, each in own words. There is one in a journal; when it
/// was first begun stands in the record's `at`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct SafetyPlan {
    /// How I know it's getting hard.
    pub signs: Vec<String>,
    /// Things I can do on my own.
    pub alone: Vec<String>,
    /// People and places that lift me.
    pub lift: Vec<String>,
    /// People I can ask for help, with their numbers.
    pub ask: Vec<String>,
    /// Professionals and crisis lines.
    pub professionals: Vec<String>,
    /// Making my space safer.
    pub safer: Vec<String>,
    /// What matters to me.
    pub matters: Vec<String>,
    /// When it was last changed.
    pub edited: Option<Moment>,
}

impl SafetyPlan {
    /// Its lists in order, by field.
    pub fn lists(&self) -> [(&'static str, &[String]); 7] {
        [
            ("signs", &self.signs),
            ("alone", &self.alone),
            ("lift", &self.lift),
            ("ask", &self.ask),
            ("professionals", &self.professionals),
            ("safer", &self.safer),
            ("matters", &self.matters),
        ]
    }

    /// Whether anything stands in it.
    pub fn has_words(&self) -> bool {
        self.lists().iter().any(|(_, list)| list.iter().any(|line| !line.trim().is_empty()))
    }
}

impl Kind for SafetyPlan {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for (field, list) in self.lists() {
            texts.answers(field, list);
        }
    }

    fn rules(&self) -> Result<(), Invalid> {
        self.lists().iter().try_for_each(|(field, list)| at_most(field, list, MANY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_no_plan() {
        let blank = SafetyPlan { safer: vec!["  ".into()], ..SafetyPlan::default() };
        assert!(!blank.has_words());
        let begun = SafetyPlan { matters: vec!["Theo".into()], ..SafetyPlan::default() };
        assert!(begun.has_words());
    }
}
