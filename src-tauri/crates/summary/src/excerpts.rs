//! Some of an item's text for the panel, around what is blacked out of it.

use serde::{Deserialize, Serialize};

use crate::spans::Blackouts;

/// The longest excerpt of an item in characters, and how much of it may stand
/// before the first blacked-out words.
const EXCERPT: usize = 160;
const BEFORE_BLACK: usize = 60;

/// A piece of an item's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ExcerptPart {
    /// The words.
    pub text: String,
    /// Whether they are blacked out. They are shown here so that it can be undone.
    pub black: bool,
}

/// The text with its blacked-out words marked, not removed.
pub(crate) fn marked(blackouts: &Blackouts, text: &str) -> Vec<ExcerptPart> {
    let mut parts = Vec::new();
    let mut add = |piece: &str, black| {
        if !piece.is_empty() {
            parts.push(ExcerptPart { text: piece.to_owned(), black });
        }
    };
    let mut from = 0;
    for range in blackouts.ranges(text) {
        add(&text[from..range.start], false);
        add(&text[range.clone()], true);
        from = range.end;
    }
    add(&text[from..], false);
    parts
}

pub(crate) fn excerpt(parts: &[ExcerptPart]) -> Vec<ExcerptPart> {
    let lead: usize =
        parts.iter().take_while(|part| !part.black).map(|part| part.text.chars().count()).sum();
    let has_black = parts.iter().any(|part| part.black);
    let skip = if has_black { lead.saturating_sub(BEFORE_BLACK) } else { 0 };
    let mut skipped = skip;
    let mut room = EXCERPT;
    let mut shown: Vec<ExcerptPart> = Vec::new();
    for part in parts {
        let letters = part.text.chars().count();
        let from = skipped.min(letters);
        skipped -= from;
        let text: String = part.text.chars().skip(from).take(room).collect();
        room -= text.chars().count();
        if !text.is_empty() {
            shown.push(ExcerptPart { text: text.replace('\n', " "), black: part.black });
        }
    }
    let total: usize = parts.iter().map(|part| part.text.chars().count()).sum();
    if let Some(first) = shown.first_mut().filter(|_| skip > 0) {
        first.text.insert(0, '…');
    }
    if let Some(last) = shown.last_mut().filter(|last| total > skip + EXCERPT && !last.black) {
        last.text.push('…');
    }
    shown
}
