//! Whether tools that lead to speaking with someone may be shown (domain reference
//! D.7; ruling "Dispute safety"). Working on a dispute can raise danger when someone
//! is violent, so only a clear yes for everybody opens them.

use crate::person::Person;

/// What may be shown around some people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raising {
    /// Everybody was answered for with a clear yes.
    Open,
    /// Nobody is named, so nobody can be asked about yet.
    Nobody,
    /// At least one of them was answered otherwise, or not at all, or has no card.
    Closed,
}

/// Looks at the cards of everybody named; a missing card counts as no answer.
pub fn raising<'a>(cards: impl IntoIterator<Item = Option<&'a Person>>) -> Raising {
    let mut named = false;
    for card in cards {
        named = true;
        if !card.is_some_and(Person::safe_to_raise) {
            return Raising::Closed;
        }
    }
    if named { Raising::Open } else { Raising::Nobody }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::FeelSafe;

    #[test]
    fn one_unclear_answer_closes_it_for_all() {
        let of = |feel_safe| Person { feel_safe, ..Person::default() };
        let (yes, mostly, silent) = (of(Some(FeelSafe::Yes)), of(Some(FeelSafe::Mostly)), of(None));
        assert_eq!(raising([Some(&yes)]), Raising::Open);
        assert_eq!(raising([Some(&yes), Some(&mostly)]), Raising::Closed);
        assert_eq!(raising([Some(&silent)]), Raising::Closed);
        assert_eq!(raising([None]), Raising::Closed, "someone without a card");
        assert_eq!(raising([]), Raising::Nobody);
    }
}
