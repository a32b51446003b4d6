//! One table of LOINC codes (domain reference C and F.2). A code stands in it once; the
//! scale files may only use what stands here, so that no code means two things.
//!
//! 44260-8 is question 9 of the PHQ-9 and never its total: a public code base has it as
//! the total, which hides or invents the hardest answer of all.

use super::Scale;

/// The code of question 9 of the PHQ-9.
pub const ITEM_NINE: &str = "44260-8";

/// What a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole scale.
    Panel,
    /// A score of it.
    Score,
    /// A question.
    Item,
    /// An answer.
    Answer,
}

/// One code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub code: &'static str,
    /// What it stands for.
    pub part: Part,
    /// Which scale, and which part of it; empty scale for answers, which several share.
    pub of: (&'static str, &'static str),
}

const fn code(code: &'static str, part: Part, scale: &'static str, name: &'static str) -> Code {
    Code { code, part, of: (scale, name) }
}

/// Every code that is in use.
pub const TABLE: [Code; 32] = [
    code("44249-1", Part::Panel, "phq-9", ""),
    code("44261-6", Part::Score, "phq-9", "total"),
    code("44250-9", Part::Item, "phq-9", "1"),
    code("44255-8", Part::Item, "phq-9", "2"),
    code("44259-0", Part::Item, "phq-9", "3"),
    code("44254-1", Part::Item, "phq-9", "4"),
    code("44251-7", Part::Item, "phq-9", "5"),
    code("44258-2", Part::Item, "phq-9", "6"),
    code("44252-5", Part::Item, "phq-9", "7"),
    code("44253-3", Part::Item, "phq-9", "8"),
    code(ITEM_NINE, Part::Item, "phq-9", "9"),
    code("69722-7", Part::Item, "phq-9", "10"),
    code("69737-5", Part::Panel, "gad-7", ""),
    code("70274-6", Part::Score, "gad-7", "total"),
    code("69725-0", Part::Item, "gad-7", "1"),
    code("68509-9", Part::Item, "gad-7", "2"),
    code("69733-4", Part::Item, "gad-7", "3"),
    code("69734-2", Part::Item, "gad-7", "4"),
    code("69735-9", Part::Item, "gad-7", "5"),
    code("69689-8", Part::Item, "gad-7", "6"),
    code("69736-7", Part::Item, "gad-7", "7"),
    code("72109-2", Part::Panel, "audit-c", ""),
    code("75626-2", Part::Score, "audit-c", "total"),
    code("68518-0", Part::Item, "audit-c", "1"),
    code("68519-8", Part::Item, "audit-c", "2"),
    code("68520-6", Part::Item, "audit-c", "3"),
    code("LA6568-5", Part::Answer, "", "Not at all"),
    code("LA6569-3", Part::Answer, "", "Several days"),
    code("LA6570-1", Part::Answer, "", "More than half the days"),
    code("LA6571-9", Part::Answer, "", "Nearly every day"),
    code("LA6572-7", Part::Answer, "", "Not difficult at all"),
    code("LA6573-5", Part::Answer, "", "Somewhat difficult"),
];

/// A code as a scale file uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// The code.
    pub code: String,
    /// For what.
    pub part: Part,
    /// For which question or score, or which words of an answer.
    pub name: String,
}

/// Every code that a scale file uses, in its order.
pub fn of(scale: &Scale) -> Vec<Used> {
    let used = |code: &Option<String>, part, name: &str| {
        code.clone().map(|code| Used { code, part, name: name.to_owned() })
    };
    let panel = used(&scale.loinc, Part::Panel, "");
    let scores = scale.scores.iter().map(|rule| used(&rule.loinc, Part::Score, &rule.id));
    let items = scale.items.iter().map(|item| used(&item.loinc, Part::Item, &item.id));
    let choices = scale.options.iter().chain(scale.items.iter().flat_map(|item| &item.options));
    let answers = choices.map(|one| used(&one.loinc, Part::Answer, &one.text));
    std::iter::once(panel).chain(scores).chain(items).chain(answers).flatten().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::scale::built_in;

    #[test]
    fn every_code_stands_once() {
        let codes: BTreeSet<_> = TABLE.iter().map(|code| code.code).collect();
        assert_eq!(codes.len(), TABLE.len());
        let parts: BTreeSet<_> = TABLE.iter().map(|code| code.of).collect();
        assert_eq!(parts.len(), TABLE.len(), "and nothing has two codes");
    }

    #[test]
    fn item_nine_is_never_the_total() {
        let nine: Vec<_> = TABLE.iter().filter(|code| code.code == "44260-8").collect();
        assert_eq!(nine, [&code("44260-8", Part::Item, "phq-9", "9")]);
        let total = TABLE.iter().find(|code| code.of == ("phq-9", "total")).unwrap();
        assert_eq!(total.code, "44261-6");
        let scale = built_in::find("phq-9").unwrap();
        assert_eq!(scale.item("9").unwrap().loinc.as_deref(), Some("44260-8"));
        assert!(scale.scores.iter().all(|rule| rule.loinc.as_deref() != Some("44260-8")));
        assert_ne!(scale.loinc.as_deref(), Some("44260-8"));
    }

    #[test]
    fn the_codes_of_other_forms_are_not_used() {
        // C.1 (b): the CMS interview; C.9: another question and the whole AUDIT.
        let never = ["68517-2", "75624-7", "93159-2", "100951-3"];
        for code in TABLE {
            assert!(!never.contains(&code.code));
            assert!(!code.code.starts_with("546"), "{}", code.code);
        }
    }

    #[test]
    fn the_scale_files_and_the_table_say_the_same() {
        let mut seen = BTreeSet::new();
        for scale in built_in::built_in() {
            for used in of(scale) {
                let owner = if used.part == Part::Answer { "" } else { &scale.id };
                let row = TABLE.iter().find(|code| code.code == used.code).unwrap();
                assert_eq!((row.part, row.of), (used.part, (owner, used.name.as_str())));
                seen.insert(used.code);
            }
        }
        assert_eq!(seen.len(), TABLE.len(), "no code stands there unused");
    }
}
