//! From what a person wrote to the spans of a line.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::matching::{Folded, Reach};
use crate::page::{Direction, Line, Span, Style};

/// Stands for a piece that is no words while a line is searched as one text.
const NO_WORDS: char = '\u{FFFC}';

/// The same with every line break as a space.
pub(crate) fn on_one_line(mut spans: Vec<Span>) -> Vec<Span> {
    for span in &mut spans {
        if let Span::Words { text, .. } = span {
            *text = text.replace('\n', " ");
        }
    }
    spans
}

/// The same as one or more paragraphs, parted by line breaks.
pub(crate) fn paragraphs(spans: Vec<Span>) -> Vec<Vec<Span>> {
    let mut all: Vec<Vec<Span>> = vec![Vec::new()];
    for span in spans {
        let Span::Words { text, style, direction } = span else {
            all.last_mut().expect("begun with one").push(span);
            continue;
        };
        for (place, piece) in text.split('\n').enumerate() {
            if place > 0 {
                all.push(Vec::new());
            }
            if !piece.is_empty() {
                let words = Span::Words { text: piece.to_owned(), style, direction };
                all.last_mut().expect("begun with one").push(words);
            }
        }
    }
    all.retain(|spans| !spans.is_empty());
    all
}

/// What a person wrote, without characters that are no text: controls, direction
/// overrides (they could make a line read as something else), private use.
pub(crate) fn clean(text: &str) -> String {
    let lines = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{0B}', '\u{0C}', '\u{85}'], "\n");
    let kept = lines.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|&c| is_text(c));
    // Composed, as fonts draw a letter better than its parts.
    kept.nfc().collect()
}

fn is_text(character: char) -> bool {
    let code = u32::from(character);
    let no_text = (character.is_control() && character != '\n')
        || matches!(code,
            0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x206F | 0xFDD0..=0xFDEF
            | 0xE000..=0xF8FF | 0xFEFF | 0xFFF9..=0xFFFC | 0xF0000..=0x0010_FFFF)
        || code & 0xFFFE == 0xFFFE;
    !no_text
}

/// Which way a text runs: as its first letter does.
pub(crate) fn direction_of(text: &str) -> Option<Direction> {
    let letter = text.chars().find(|c| c.is_alphabetic())?;
    let right_to_left = matches!(u32::from(letter),
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF);
    Some(if right_to_left { Direction::Rtl } else { Direction::Ltr })
}

/// Gives every span the style, except what is not plain already.
pub(crate) fn styled(mut spans: Vec<Span>, wanted: Style) -> Vec<Span> {
    for span in &mut spans {
        if let Span::Words { style, .. } = span
            && *style == Style::Plain
        {
            *style = wanted;
        }
    }
    spans
}

/// The same line in as few spans as it takes.
pub(crate) fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    for span in spans {
        if let (
            Some(Span::Words { text, style, direction }),
            Span::Words { text: more, style: same_style, direction: same_direction },
        ) = (all.last_mut(), &span)
            && (*style, *direction) == (*same_style, *same_direction)
        {
            text.push_str(more);
        } else {
            all.push(span);
        }
    }
    all
}

/// Puts a black span for every range; the ranges are in order and apart.
fn blacken(spans: &[Span], ranges: &[Range<usize>]) -> Vec<Span> {
    let mut kept = Vec::new();
    let mut offset = 0;
    let mut blackened_to = 0;
    for span in spans {
        let Span::Words { text, style, direction } = span else {
            kept.push(span.clone());
            offset += NO_WORDS.len_utf8();
            continue;
        };
        let end = offset + text.len();
        let mut from = offset;
        for range in ranges.iter().filter(|range| range.start < end && range.end > offset) {
            let start = range.start.max(from);
            push_words(&mut kept, &text[from - offset..start - offset], *style, *direction);
            // One box for a phrase that goes on over several spans.
            if range.start >= blackened_to {
                kept.push(Span::Black);
            }
            blackened_to = blackened_to.max(range.end);
            from = range.end.clamp(start, end);
        }
        push_words(&mut kept, &text[from - offset..], *style, *direction);
        offset = end;
    }
    kept
}

fn push_words(spans: &mut Vec<Span>, text: &str, style: Style, direction: Option<Direction>) {
    if !text.is_empty() {
        spans.push(Span::Words { text: text.to_owned(), style, direction });
    }
}

/// Words to take out of one record.
#[derive(Debug, Default)]
pub(crate) struct Blackouts {
    phrases: Vec<(Vec<char>, Reach)>,
}

impl Blackouts {
    /// `texts` are all texts of the record. A phrase that is nowhere whole in them
    /// may have been selected in the middle of a word; then the word goes.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = &'a str>, texts: &[String]) -> Self {
        let folded: Vec<Folded> = texts.iter().map(|text| Folded::new(text)).collect();
        let found =
            |phrase: &[char], reach| folded.iter().any(|text| !text.find(phrase, reach).is_empty());
        let reach = |phrase: &[char]| {
            let whole = found(phrase, Reach::WholeWords);
            if !whole && found(phrase, Reach::InsideWords) {
                Reach::InsideWords
            } else {
                Reach::WholeWords
            }
        };
        let phrases = phrases.map(Folded::phrase).filter(|phrase| !phrase.is_empty());
        Self { phrases: phrases.map(|phrase| (phrase.clone(), reach(&phrase))).collect() }
    }

    /// The spans without those words.
    pub(crate) fn apply(&self, spans: Vec<Span>) -> Vec<Span> {
        if self.phrases.is_empty() {
            return spans;
        }
        let text: String = spans
            .iter()
            .map(|span| match span {
                Span::Words { text, .. } => text.clone(),
                Span::Black | Span::PageNumber | Span::PageCount => NO_WORDS.to_string(),
            })
            .collect();
        let ranges = self.ranges(&text);
        if ranges.is_empty() { spans } else { blacken(&spans, &ranges) }
    }

    /// Where those words stand in a text, in order and apart.
    pub(crate) fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        let found = self.phrases.iter().flat_map(|(phrase, reach)| folded.find(phrase, *reach));
        let mut found: Vec<Range<usize>> = found.collect();
        found.sort_by_key(|range| range.start);
        let mut apart: Vec<Range<usize>> = Vec::new();
        for range in found {
            match apart.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                Some(_) | None => apart.push(range),
            }
        }
        apart
    }

    /// The line without those words, also where they run over several spans.
    pub(crate) fn apply_to(&self, line: &mut Line) {
        line.spans = self.apply(std::mem::take(&mut line.spans));
    }
}

/// At most `most` characters, cut where a word ends, and whether it was cut.
pub(crate) fn shorten(spans: Vec<Span>, most: usize) -> (Vec<Span>, bool) {
    let mut room = most;
    let mut kept = Vec::new();
    for span in spans {
        let Span::Words { text, style, direction } = span else {
            kept.push(span);
            continue;
        };
        let length = text.chars().count();
        if length <= room {
            room -= length;
            kept.push(Span::Words { text, style, direction });
            continue;
        }
        let start: String = text.chars().take(room).collect();
        let whole = start.rfind(char::is_whitespace).map_or(start.as_str(), |end| &start[..end]);
        // A text without spaces is cut where it must be.
        let whole = if whole.chars().count() * 2 < room { start.as_str() } else { whole };
        push_words(&mut kept, whole.trim_end(), style, direction);
        return (kept, true);
    }
    (kept, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::text_of;

    fn blackouts(phrases: &[&str], text: &str) -> Vec<Span> {
        let text = clean(text);
        let blackouts = Blackouts::new(phrases.iter().copied(), std::slice::from_ref(&text));
        blackouts.apply(vec![Span::plain(text)])
    }

    #[test]
    fn words_are_gone_and_a_box_of_one_size_stands_there() {
        let spans = blackouts(&["joy"], "I saw Joy and JOY’s dog, joyfully.");
        let expected = ["I saw ", " and ", "’s dog, joyfully."].map(Span::plain);
        let [first, second, third] = expected;
        assert_eq!(spans, [first, Span::Black, second, Span::Black, third]);
    }

    #[test]
    fn overlapping_phrases_leave_nothing_between() {
        let spans = blackouts(&["big red", "red dog"], "the big red dog ran");
        assert_eq!(text_of(&spans), "the  ran");
    }

    #[test]
    fn half_a_word_takes_the_word() {
        assert_eq!(text_of(&blackouts(&["lizab"], "saw Elizabeth today")), "saw  today");
    }

    #[test]
    fn a_phrase_over_several_spans_is_one_box() {
        let strong =
            Span::Words { text: "accused, ash".into(), style: Style::Strong, direction: None };
        let spans = vec![Span::plain("Felt "), strong, Span::plain("amed.")];
        let blackouts = Blackouts::new(["felt accused, ashamed"].into_iter(), &[]);
        assert_eq!(blackouts.apply(spans), [Span::Black, Span::plain(".")]);
    }

    #[test]
    fn controls_and_overrides_are_no_text() {
        assert_eq!(clean("a\0b\u{202E}c\u{E000}d\r\ne\tf\u{FFFF}"), "abcd\ne f");
        assert_eq!(clean("👩\u{200D}👧"), "👩\u{200D}👧", "joined emoji stay joined");
    }

    #[test]
    fn a_long_text_ends_with_a_word() {
        let (spans, cut) = shorten(vec![Span::plain("one two three")], 9);
        assert_eq!((text_of(&spans).as_str(), cut), ("one two", true));
        assert!(!shorten(vec![Span::plain("one")], 3).1);
        assert_eq!(text_of(&shorten(vec![Span::plain("x".repeat(50))], 9).0).len(), 9);
    }

    #[test]
    fn a_text_runs_as_its_first_letter() {
        assert_eq!(direction_of("12 שלום hello"), Some(Direction::Rtl));
        assert_eq!(direction_of("hello שלום"), Some(Direction::Ltr));
        assert_eq!(direction_of("12!"), None);
    }
}
