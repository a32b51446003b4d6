//! The question about thoughts of being better off dead (domain reference D.1).
//!
//! Any answer of 1 or more shows the card: at the moment it is chosen, in a form that
//! was left half-way, edited or read in from a file, and each time. This is no score of
//! risk: an answer of 0 clears nobody, and nothing is sent or worked out from it.

use serde::Serialize;
use specta::Type;

use super::{Scale, built_in};
use crate::answers::{Answer, Answers};

/// Where the question stands.
pub const SCALE: &str = "phq-9";
/// Its number there.
pub const ITEM: &str = "9";

/// That the card is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CareCard {
    /// Whether it also suggests telling the therapist today: the answer is 2 or 3, or
    /// higher than the time before.
    pub today: bool,
}

/// The answer to the question in a PHQ-9 of any language; none if it was skipped or
/// this is another scale.
pub fn item_nine(answers: &Answers) -> Option<u16> {
    let answer = answers.answers.iter().find(|answer| answer.item == ITEM)?;
    answer.value.filter(|_| answers.scale == SCALE)
}

/// The highest answer to any question of this kind in a scale. A scale nobody knows
/// still has its item 9 if it says it is a PHQ-9.
pub fn hard_answer(scale: Option<&Scale>, answers: &Answers) -> Option<u16> {
    let asks = |answer: &Answer| {
        scale.and_then(|scale| scale.item(&answer.item)).is_some_and(|item| item.care)
            || (answers.scale == SCALE && answer.item == ITEM)
    };
    answers.answers.iter().filter(|answer| asks(answer)).filter_map(|answer| answer.value).max()
}

/// Whether the card is shown, for an answer now and the one of the time before.
pub fn care(now: Option<u16>, before: Option<u16>) -> Option<CareCard> {
    let now = now.filter(|&now| now >= 1)?;
    Some(CareCard { today: now >= 2 || before.is_some_and(|before| now > before) })
}

/// Whether the card is shown for any of these forms, oldest first: one that asks for
/// today wins. For what is read in from a file.
pub fn care_in<'a>(forms: impl IntoIterator<Item = &'a Answers>) -> Option<CareCard> {
    let mut before = None;
    let mut shown: Option<CareCard> = None;
    for form in forms {
        let now = hard_answer(built_in::find(&form.scale), form);
        if let Some(care) = care(now, before) {
            shown = Some(CareCard { today: care.today || shown.is_some_and(|one| one.today) });
        }
        before = now.or(before);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(scale: &str, item: &str, value: Option<u16>) -> Answers {
        let answers = vec![Answer { item: item.into(), value }];
        Answers { scale: scale.into(), answers, ..Answers::default() }
    }

    #[test]
    fn any_answer_of_one_or_more_shows_the_card() {
        assert_eq!(care(None, None), None, "skipped is not an answer");
        assert_eq!(care(Some(0), None), None);
        assert_eq!(care(Some(0), Some(3)), None);
        assert_eq!(care(Some(1), None), Some(CareCard { today: false }));
        assert_eq!(care(Some(1), Some(1)), Some(CareCard { today: false }), "each time");
        assert_eq!(care(Some(1), Some(2)), Some(CareCard { today: false }), "lower is still shown");
        assert_eq!(care(Some(1), Some(0)), Some(CareCard { today: true }), "rising");
        assert_eq!(care(Some(2), None), Some(CareCard { today: true }));
        assert_eq!(care(Some(2), Some(3)), Some(CareCard { today: true }));
        assert_eq!(care(Some(3), Some(3)), Some(CareCard { today: true }));
    }

    #[test]
    fn a_form_left_half_way_is_looked_at_too() {
        let partial = form("phq-9", "9", Some(1));
        assert_eq!(item_nine(&partial), Some(1), "nothing else is answered");
        assert_eq!(hard_answer(built_in::find("phq-9"), &partial), Some(1));
        assert_eq!(hard_answer(None, &partial), Some(1), "in a language nobody knows");
        assert_eq!(item_nine(&form("phq-9", "9", None)), None);
        assert_eq!(item_nine(&form("phq-9", "8", Some(3))), None);
        assert_eq!(item_nine(&form("bam-r", "9", Some(3))), None, "another scale's ninth");
        assert_eq!(hard_answer(built_in::find("bam-r"), &form("bam-r", "9", Some(3))), None);
    }

    #[test]
    fn what_is_read_in_is_looked_at_in_order() {
        let forms = [form("phq-9", "9", Some(0)), form("phq-9", "9", Some(1))];
        assert_eq!(care_in(&forms), Some(CareCard { today: true }), "it rose");
        let forms = [form("phq-9", "9", Some(1)), form("phq-9", "9", Some(1))];
        assert_eq!(care_in(&forms), Some(CareCard { today: false }));
        let forms =
            [form("phq-9", "9", Some(1)), form("phq-9", "9", None), form("gad-7", "7", Some(3))];
        assert_eq!(care_in(&forms), Some(CareCard { today: false }));
        assert_eq!(care_in(&[form("phq-9", "9", Some(0))]), None);
    }
}
