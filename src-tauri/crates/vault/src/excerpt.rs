//! A piece of a record's text around the words that were searched for.
//!
//! Made here and not by the index of words, which would read and part the whole text
//! of every line twice more. Words are parted and compared as the index does it: runs
//! of letters and digits, without case and accents. Where its tables and these differ
//! (no known language), a line shows its beginning, without a mark.

use journal::SearchQuery;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::search::Part;

/// Most words in an excerpt, and how many of them stand before what was found.
const WORDS: usize = 24;
const LEAD: usize = 4;
const ELLIPSIS: &str = "…";

/// What is looked for: for every word that was typed, the runs of letters in it. The
/// last run may go on in the text.
pub(crate) struct Sought(Vec<Vec<Vec<char>>>);

/// Where a word stands in a text, in bytes.
#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
}

/// Words of a text, by their number, that are one of those sought.
#[derive(Clone, Copy)]
struct Found {
    first: usize,
    words: usize,
    sought: usize,
}

impl Sought {
    /// The words of a query.
    pub(crate) fn of(query: &SearchQuery) -> Self {
        let fold = |text: &str, span: Span| folded(&text[span.start..span.end]).collect();
        let runs = |word: &String| spans(word).into_iter().map(|span| fold(word, span)).collect();
        Self(query.words().iter().map(runs).filter(|runs: &Vec<_>| !runs.is_empty()).collect())
    }

    /// The piece of `text` with most of the words.
    pub(crate) fn excerpt(&self, text: &str) -> Vec<Part> {
        let spans = spans(text);
        let found = self.found(text, &spans);
        let first = best(&found).unwrap_or(0).saturating_sub(LEAD);
        let first = first.min(spans.len().saturating_sub(WORDS));
        let end = spans.len().min(first + WORDS);
        let from = if first == 0 { 0 } else { spans[first].start };
        let to = if end == spans.len() { text.len() } else { spans[end - 1].end };
        let mut parts = Parts { text, at: from, done: Vec::new() };
        if first > 0 {
            parts.push(ELLIPSIS, false);
        }
        for one in found.iter().filter(|one| one.first >= first && one.first + one.words <= end) {
            parts.mark(spans[one.first].start, spans[one.first + one.words - 1].end);
        }
        parts.plain(to);
        if end < spans.len() {
            parts.push(ELLIPSIS, false);
        }
        parts.done
    }

    /// Whether every word stands somewhere in the text.
    pub(crate) fn are_all_in(&self, text: &str) -> bool {
        let spans = spans(text);
        let stands =
            |runs: &Vec<Vec<char>>| (0..spans.len()).any(|at| is_at(text, &spans[at..], runs));
        self.0.iter().all(stands)
    }

    /// Every place of every word, in order.
    fn found(&self, text: &str, spans: &[Span]) -> Vec<Found> {
        let mut found = Vec::new();
        for first in 0..spans.len() {
            for (sought, runs) in self.0.iter().enumerate() {
                if is_at(text, &spans[first..], runs) {
                    found.push(Found { first, words: runs.len(), sought });
                }
            }
        }
        found
    }
}

/// The first word of the piece that holds most of those sought; of equals the first.
fn best(found: &[Found]) -> Option<usize> {
    let different = |at: usize| {
        let first = found[at].first;
        let near = found[at..].iter().take_while(|one| one.first < first + WORDS - LEAD);
        near.fold(0_u32, |seen, one| seen | 1 << one.sought).count_ones()
    };
    let best = (0..found.len()).max_by_key(|&at| (different(at), std::cmp::Reverse(at)))?;
    Some(found[best].first)
}

/// Whether these runs stand at the beginning of `spans`, the last perhaps unfinished.
fn is_at(text: &str, spans: &[Span], runs: &[Vec<char>]) -> bool {
    runs.len() <= spans.len()
        && runs.iter().zip(spans).enumerate().all(|(place, (run, span))| {
            let mut letters = folded(&text[span.start..span.end]);
            let begins = run.iter().all(|&letter| letters.next() == Some(letter));
            begins && (place + 1 == runs.len() || letters.next().is_none())
        })
}

/// The runs of letters and digits in a text, with the accents that stand after them.
fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        let goes_on = letter.is_alphanumeric() || (start.is_some() && is_combining_mark(letter));
        match start {
            None if goes_on => start = Some(at),
            Some(from) if !goes_on => {
                spans.push(Span { start: from, end: at });
                start = None;
            }
            None | Some(_) => {}
        }
    }
    spans.extend(start.map(|from| Span { start: from, end: text.len() }));
    spans
}

/// The letters of a word without case and accents.
fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(|letter| {
        let mut base = None;
        if letter.is_ascii() {
            base = Some(letter.to_ascii_lowercase());
        } else {
            decompose_canonical(letter, |part| {
                if base.is_none() && !is_combining_mark(part) {
                    base = Some(part);
                }
            });
        }
        // The second letter of a final sigma is the same sigma.
        let base = base.map(|base| if base == 'ς' { 'σ' } else { base });
        base.into_iter().flat_map(char::to_lowercase)
    })
}

/// An excerpt in the making.
struct Parts<'a> {
    text: &'a str,
    at: usize,
    done: Vec<Part>,
}

impl Parts<'_> {
    /// Everything up to `to`, without a mark.
    fn plain(&mut self, to: usize) {
        if let Some(text) = self.text.get(self.at..to) {
            self.push(text, false);
            self.at = to.max(self.at);
        }
    }

    /// What was found, and what stands before it.
    fn mark(&mut self, start: usize, end: usize) {
        // Two words that were sought may stand in the same place.
        if start < self.at {
            return;
        }
        self.plain(start);
        self.push(&self.text[start..end], true);
        self.at = end;
    }

    fn push(&mut self, text: &str, hit: bool) {
        if !text.is_empty() {
            self.done.push(Part { text: text.to_owned(), hit });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt with what was found in brackets.
    fn excerpt(typed: &str, text: &str) -> String {
        let parts = Sought::of(&SearchQuery::parse(typed)).excerpt(text);
        parts
            .iter()
            .map(|part| if part.hit { format!("[{}]", part.text) } else { part.text.clone() })
            .collect()
    }

    #[test]
    fn words_are_marked_where_they_begin() {
        assert_eq!(excerpt("mon", "Money, and no harmony."), "[Money], and no harmony.");
        assert_eq!(excerpt("money and", "“Money and…”"), "“[Money] [and]…”");
        assert_eq!(excerpt("nothing", "Something else."), "Something else.");
        assert_eq!(excerpt("a", ""), "");
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(excerpt("cafe", "un CAFÉ, cafe\u{301}s"), "un [CAFÉ], [cafe\u{301}s]");
        assert_eq!(excerpt("ΛΟΓΟΣ", "ο λόγος"), "ο [λόγος]");
        assert_eq!(excerpt("istanbul", "İstanbul'da"), "[İstanbul]'da");
        assert_eq!(excerpt("straße", "Die Straße"), "Die [Straße]");
    }

    #[test]
    fn a_word_with_a_mark_inside_is_found_whole() {
        assert_eq!(excerpt("don't", "I don't, do nt, don"), "I [don't], do nt, don");
    }

    #[test]
    fn the_piece_with_most_words_is_shown() {
        let far = " far".repeat(40);
        let text = format!("soup{far} one two soup and lantern{far}");
        let shown = excerpt("soup lantern", &text);
        assert!(shown.starts_with("…far far one two [soup] and [lantern] far"), "{shown}");
        assert!(shown.ends_with("far…"), "{shown}");
        assert_eq!(shown.split_whitespace().count(), WORDS);
    }

    #[test]
    fn the_end_of_a_text_is_filled_from_before() {
        let text = format!("{}soup.", "far ".repeat(40));
        let shown = excerpt("soup", &text);
        assert!(shown.starts_with("…far") && shown.ends_with("far [soup]."), "{shown}");
        assert_eq!(shown.split_whitespace().count(), WORDS);
    }
}
