//! What a person types into the search field, made safe for the index.

use unicode_segmentation::UnicodeSegmentation;

/// Words to look for. All of them must be found; the last may be unfinished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuery {
    words: Vec<String>,
}

impl SearchQuery {
    /// Most words that are looked for; further ones are left out.
    pub const MOST_WORDS: usize = 12;
    /// Most characters of a word that count.
    pub const LONGEST_WORD: usize = 64;

    /// Reads what was typed. Punctuation parts words and means nothing else.
    pub fn parse(typed: &str) -> Self {
        let shorten = |word: &str| word.chars().take(Self::LONGEST_WORD).collect();
        let words = typed.unicode_words().take(Self::MOST_WORDS).map(shorten).collect();
        Self { words }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// As an FTS5 expression: every word quoted and open at its end, all required.
    ///
    /// Quoting makes operators, column names and wildcards inert, so that nothing
    /// typed can be a syntax error whose message would quote it.
    pub fn fts_match(&self) -> String {
        let quoted = |word: &String| format!("\"{}\"*", word.replace('"', "\"\""));
        self.words.iter().map(quoted).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_and_quotes_are_only_words() {
        let query = SearchQuery::parse(r#"a-b OR "late* NEAR(x) don't"#);
        let words = ["a", "b", "OR", "late", "NEAR", "x", "don't"];
        assert_eq!(query.words(), words.map(str::to_owned));
        assert!(query.fts_match().starts_with(r#""a"* "b"* "OR"* "late"*"#));
    }

    #[test]
    fn punctuation_alone_is_nothing() {
        assert!(SearchQuery::parse(" -- \"' * ").is_empty());
    }

    #[test]
    fn long_input_is_bounded() {
        let query = SearchQuery::parse(&"wordy ".repeat(1000));
        assert_eq!(query.words().len(), SearchQuery::MOST_WORDS);
        let long = SearchQuery::parse(&"x".repeat(5000));
        assert_eq!(long.words()[0].chars().count(), SearchQuery::LONGEST_WORD);
    }
}
