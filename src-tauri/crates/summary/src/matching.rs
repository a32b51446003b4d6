//! Finding words in what a person wrote, however they wrote them: in capitals or
//! not, with composed or separate accents, with straight or curly quotes.
//!
//! Finding too much removes too much, which shows. Finding too little would hand
//! over what should have been removed. So in doubt this finds.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A text made comparable, with the way back to where each character stood.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    characters: Vec<char>,
    places: Vec<Range<usize>>,
}

/// How much of the text around a phrase must be left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The phrase must begin and end where words do.
    WholeWords,
    /// The phrase may stand inside a word; the whole word is meant.
    InsideWords,
}

impl Folded {
    pub(crate) fn new(text: &str) -> Self {
        let mut folded = Self::default();
        for (start, grapheme) in text.grapheme_indices(true) {
            let place = start..start + grapheme.len();
            for character in grapheme.nfkd().filter(|&c| !is_ignored(c)) {
                folded.add(plain(character), &place);
            }
        }
        folded
    }

    fn add(&mut self, character: char, place: &Range<usize>) {
        if character == ' ' {
            // Any amount of space is one space.
            if let (Some(' '), Some(last)) = (self.characters.last(), self.places.last_mut()) {
                last.end = place.end;
                return;
            }
        }
        // Up and down again is nearly Unicode's full case folding: ß meets SS, ς meets σ.
        for lower in character.to_uppercase().flat_map(char::to_lowercase).nfkd() {
            if !is_ignored(lower) {
                self.characters.push(lower);
                self.places.push(place.clone());
            }
        }
    }

    /// The phrase to look for: without spaces around it.
    pub(crate) fn phrase(text: &str) -> Vec<char> {
        Self::new(text.trim()).characters
    }

    /// Where the phrase stands, as byte ranges of the text.
    pub(crate) fn find(&self, phrase: &[char], reach: Reach) -> Vec<Range<usize>> {
        if phrase.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(start) = self.next(phrase, from) {
            let range = start..start + phrase.len();
            from = start + 1;
            let range = match reach {
                Reach::WholeWords if !self.is_whole(&range) => continue,
                Reach::WholeWords => range,
                Reach::InsideWords => self.widened(range),
            };
            from = from.max(range.end);
            found.push(self.bytes(&range));
        }
        found
    }

    /// How many bytes before byte `at` are `phrase` and the space after it.
    pub(crate) fn just_before(&self, at: usize, phrase: &[char]) -> Option<usize> {
        let here = self.places.iter().position(|place| place.start >= at)?;
        let space = here.checked_sub(1)?;
        let start = space.checked_sub(phrase.len())?;
        let range = start..space;
        let fits = !phrase.is_empty()
            && self.characters[space] == ' '
            && self.characters[range.clone()] == *phrase
            && self.is_whole(&range);
        fits.then(|| self.places[start].start)
    }

    fn next(&self, phrase: &[char], from: usize) -> Option<usize> {
        let rest = self.characters.get(from..)?;
        rest.windows(phrase.len()).position(|window| window == phrase).map(|place| from + place)
    }

    fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        self.places[range.start].start..self.places[range.end - 1].end
    }

    fn is_whole(&self, range: &Range<usize>) -> bool {
        let inner = &self.characters[range.clone()];
        let (Some(&first), Some(&last)) = (inner.first(), inner.last()) else { return false };
        let before = &self.characters[..range.start];
        let after = self.characters.get(range.end);
        let starts =
            before.last().is_none_or(|&c| parts_words(c, first)) || is_prefix(before, first);
        starts && after.is_none_or(|&c| parts_words(last, c))
    }

    fn widened(&self, range: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = range;
        while start > 0 && !parts_words(self.characters[start - 1], self.characters[start]) {
            start -= 1;
        }
        while end < self.characters.len()
            && !parts_words(self.characters[end - 1], self.characters[end])
        {
            end += 1;
        }
        start..end
    }
}

fn parts_words(before: char, after: char) -> bool {
    !before.is_alphanumeric()
        || !after.is_alphanumeric()
        || is_unspaced(before)
        || is_unspaced(after)
}

// Scripts that put no space between words, or, as Korean, put endings straight onto names.
fn is_unspaced(character: char) -> bool {
    matches!(u32::from(character),
        0x0E00..=0x0EFF | 0x1000..=0x11FF | 0x1780..=0x17FF | 0x2E80..=0x318F
        | 0x31A0..=0xA4CF | 0xA960..=0xA97F | 0xAC00..=0xD7FF | 0xF900..=0xFAFF
        | 0x1B000..=0x1B2FF | 0x20000..=0x3FFFF)
}

// "And", "to", "the" and the like are written onto the next word in Arabic and
// Hebrew: "and Dan" is one word there, and Dan must still be found.
fn is_prefix(before: &[char], first: char) -> bool {
    const ARABIC: &str = "وفبكلاس";
    const HEBREW: &str = "ובהכלמש";
    let letters: Vec<char> =
        before.iter().rev().copied().take_while(|c| c.is_alphanumeric()).collect();
    let set = match u32::from(first) {
        0x0590..=0x05FF => HEBREW,
        0x0600..=0x06FF => ARABIC,
        _ => return false,
    };
    letters.len() <= 3 && letters.iter().all(|&letter| set.contains(letter))
}

// Accents and vowel points are left out of the comparison, as many leave them
// out of writing. Signs of Indic and other scripts that are vowels stay.
fn is_ignored(character: char) -> bool {
    let code = u32::from(character);
    let invisible = matches!(code,
        0x00AD | 0x034F | 0x061C | 0x0640 | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF
        | 0xE0000..=0xE0FFF);
    invisible
        || (is_combining_mark(character)
            && matches!(code, 0..0x0900 | 0x1AB0..0x2100 | 0xFE20..0xFE30))
}

fn plain(character: char) -> char {
    match character {
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{02BC}' | '`' | '\u{00B4}' | '\u{05F3}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' | '\u{05F4}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{05BE}' => '-',
        space if space.is_whitespace() => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, phrase: &str) -> Vec<&'a str> {
        let ranges = Folded::new(text).find(&Folded::phrase(phrase), Reach::WholeWords);
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn whole_words_in_any_case() {
        assert_eq!(found("Joy, JOY’s and joyful enjoy joy", "joy"), ["Joy", "JOY", "joy"]);
        assert_eq!(found("STRASSE Straße", "straße"), ["STRASSE", "Straße"]);
    }

    #[test]
    fn accents_quotes_and_spaces_may_be_written_differently() {
        assert_eq!(found("Jose\u{301} and José and Jose", "José").len(), 3);
        assert_eq!(found("don’t say", "don't"), ["don’t"]);
        assert_eq!(found("Anna\n  Maria", "anna maria"), ["Anna\n  Maria"]);
        assert_eq!(found("J\u{AD}o\u{200D}y", "joy"), ["J\u{AD}o\u{200D}y"]);
        assert_eq!(found("ﬁre", "fire"), ["ﬁre"]);
        assert_eq!(found("Артём", "артем"), ["Артём"]);
        assert_eq!(found("ＪＯＹ", "joy"), ["ＪＯＹ"]);
    }

    #[test]
    fn names_are_found_where_words_run_together() {
        assert_eq!(found("ודן בא", "דן"), ["דן"]);
        assert_eq!(found("وسامي هنا", "سامي"), ["سامي"]);
        assert_eq!(found("山田さんと", "山田"), ["山田"]);
        assert_eq!(found("민수가 왔다", "민수").len(), 1);
    }

    #[test]
    fn part_of_a_word_means_the_whole_word() {
        let text = "Enjoyed it";
        let ranges = Folded::new(text).find(&Folded::phrase("joy"), Reach::InsideWords);
        assert_eq!(ranges, vec![0..7]);
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        assert_eq!(found("a b", " \u{200B} "), Vec::<&str>::new());
    }
}
