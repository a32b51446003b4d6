//! Passphrases: what is taken for one, how well one resists guessing, and
//! suggestions for new ones.

use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::error::Error;
use crate::random::Random;

/// A passphrase as it goes into key derivation: NFKC, outer spaces gone.
///
/// Two keyboards may send the same letter as different code points; without the
/// normal form the right passphrase would be refused on the other one.
pub struct Passphrase(Zeroizing<String>);

/// How well a passphrase resists guessing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// Bars to show, 0 to 4. Four bars are the same as `enough`.
    pub level: u8,
    /// Guesses it would take, as a power of ten.
    pub guesses_log10: f64,
    /// Whether it can be taken without a word of warning.
    pub enough: bool,
}

/// The EFF's large list, a little shortened; see `words/README.md`.
const WORDS: &str = include_str!("../words/passphrase.txt");
const WORDS_IN_SUGGESTION: usize = 5;

impl Passphrase {
    /// The fewest characters.
    pub const MIN_CHARS: usize = 8;
    /// The most bytes, in normal form.
    pub const MAX_BYTES: usize = 1024;
    /// Length below which a passphrase is never called strong enough.
    const ADVISED_CHARS: usize = 12;

    /// Takes what was typed and wipes it.
    ///
    /// # Errors
    /// [`Error::PassphraseTooShort`] or [`Error::PassphraseTooLong`].
    pub fn new(mut typed: String) -> Result<Self, Error> {
        let normal = normalise(&typed);
        typed.zeroize();
        let normal = normal?;
        if normal.chars().count() < Self::MIN_CHARS {
            return Err(Error::PassphraseTooShort);
        }
        Ok(Self(normal))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// How well `typed` resists guessing. Looks at the first 100 characters.
pub fn strength(typed: &str) -> Strength {
    const LOOKED_AT: usize = 100;
    const ENOUGH: f64 = 12.0;
    let mut looked_at = Zeroizing::new(String::with_capacity(4 * LOOKED_AT));
    looked_at.extend(typed.trim().chars().take(LOOKED_AT));
    let chars = looked_at.chars().count();
    if chars < Passphrase::MIN_CHARS {
        return Strength { level: 0, guesses_log10: 0.0, enough: false };
    }
    let guesses_log10 = zxcvbn::zxcvbn(&looked_at, &[]).guesses_log10();
    let enough = guesses_log10 >= ENOUGH && chars >= Passphrase::ADVISED_CHARS;
    let level = match guesses_log10 {
        _ if enough => 4,
        guesses if guesses >= 9.0 => 3,
        guesses if guesses >= 6.0 => 2,
        guesses if guesses >= 3.0 => 1,
        _ => 0,
    };
    Strength { level, guesses_log10, enough }
}

/// Five random words, 64 bits of chance, with spaces between them.
pub fn suggest_passphrase(random: Random<'_>) -> Zeroizing<String> {
    let words: Vec<&str> = WORDS.lines().collect();
    let longest = words.iter().map(|word| word.len() + 1).max().unwrap_or(0);
    let mut suggestion = Zeroizing::new(String::with_capacity(WORDS_IN_SUGGESTION * longest));
    for place in 0..WORDS_IN_SUGGESTION {
        if place > 0 {
            suggestion.push(' ');
        }
        suggestion.push_str(words[pick(words.len(), random)]);
    }
    suggestion
}

/// A place below `count`. Sixteen bytes leave no bias that could be measured.
fn pick(count: usize, random: Random<'_>) -> usize {
    let mut bytes = Zeroizing::new([0; 16]);
    random(bytes.as_mut_slice());
    usize::try_from(u128::from_le_bytes(*bytes) % count as u128)
        .expect("a remainder of a length is a place")
}

/// The normal form, made inside buffers that never grow, so that none is left
/// behind unwiped.
fn normalise(typed: &str) -> Result<Zeroizing<String>, Error> {
    if typed.len() > Passphrase::MAX_BYTES {
        return Err(Error::PassphraseTooLong);
    }
    let mut folded = Zeroizing::new(String::with_capacity(Passphrase::MAX_BYTES));
    for character in typed.nfkc() {
        if folded.len() + character.len_utf8() > Passphrase::MAX_BYTES {
            return Err(Error::PassphraseTooLong);
        }
        folded.push(character);
    }
    let trimmed = folded.trim();
    let mut normal = Zeroizing::new(String::with_capacity(trimmed.len()));
    normal.push_str(trimmed);
    Ok(normal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::counting;

    fn normal(typed: &str) -> Vec<u8> {
        Passphrase::new(typed.to_owned()).ok().unwrap().as_bytes().to_vec()
    }

    fn refused(typed: &str) -> Error {
        Passphrase::new(typed.to_owned()).err().unwrap()
    }

    #[test]
    fn composed_and_decomposed_letters_are_one_passphrase() {
        assert_eq!(normal("Ma\u{f1}ana caf\u{e9}"), normal("Man\u{303}ana cafe\u{301}"));
        assert_eq!(normal("\u{ff57}\u{ff49}\u{ff4e}dow \u{fb01}sh"), normal("window fish"));
    }

    #[test]
    fn only_outer_spaces_are_nothing() {
        assert_eq!(normal(" \u{a0}window gravel\n"), b"window gravel");
        assert_ne!(normal("window  gravel"), normal("window gravel"));
        assert_ne!(normal("Window gravel"), normal("window gravel"));
    }

    #[test]
    fn length_is_bounded_on_both_sides() {
        assert_eq!(refused("1234567"), Error::PassphraseTooShort);
        assert_eq!(refused("       1234567       "), Error::PassphraseTooShort);
        assert_eq!(normal("12345678").len(), 8);
        assert_eq!(normal(&"x".repeat(1024)).len(), 1024);
        assert_eq!(refused(&"x".repeat(1025)), Error::PassphraseTooLong);
        let grows = "\u{fdfa}".repeat(100);
        assert_eq!(refused(&grows), Error::PassphraseTooLong, "counted in normal form");
    }

    #[test]
    fn strength_tells_a_habit_from_chance() {
        for weak in
            ["", "1234", "password", "Tr0ub4dour&3", "iloveyou2024", "aaaaaaaaaaaaaaaaaaaaaaaa"]
        {
            let judged = strength(weak);
            assert!(!judged.enough && judged.level < 4, "{weak} got {judged:?}");
        }
        assert!(strength("window gravel seven soup lantern").enough);
        assert_eq!(strength("password").level, 0);
        assert!(strength(&"window gravel ".repeat(10_000)).guesses_log10.is_finite());
    }

    #[test]
    fn every_suggestion_is_strong_enough_and_different() {
        let mut random = counting(3);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..100 {
            let suggestion = suggest_passphrase(&mut random);
            assert_eq!(suggestion.split(' ').count(), 5);
            assert!(strength(&suggestion).enough, "{:?}", strength(&suggestion));
            assert!(Passphrase::new((*suggestion).clone()).is_ok());
            assert!(seen.insert((*suggestion).clone()), "two suggestions were equal");
        }
    }

    #[test]
    fn the_word_list_is_large_and_plain() {
        let words: std::collections::BTreeSet<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), 7718, "five words must stay above 64 bits");
        assert!(words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())));
        for banned in ["relapse", "clean", "streak", "craving", "rehab", "grief"] {
            assert!(!words.contains(banned), "{banned} may lie on a desk");
        }
    }
}
