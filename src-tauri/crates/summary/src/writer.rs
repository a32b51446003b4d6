//! What a person wrote on its way to the page: blacked out first, then with names
//! replaced, then shortened.

use journal::RecordId;

use crate::compose::Composer;
use crate::page::{Direction, Line, Span};
use crate::spans::{Blackouts, clean, direction_of, joined, on_one_line, paragraphs, shorten};
use crate::words::Fill;

/// Writes what stands in one record, without what was blacked out of it.
pub(crate) struct Writer<'a> {
    pub(crate) composer: &'a Composer<'a>,
    pub(crate) item: RecordId,
    pub(crate) about: Vec<RecordId>,
    pub(crate) blackouts: Blackouts,
    pub(crate) most: usize,
}

impl Writer<'_> {
    /// With another limit for each text.
    pub(crate) fn at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// A text: blacked out first, then with names replaced, then shortened.
    fn written(&self, text: &str) -> Vec<Span> {
        let kept = self.blackouts.apply(vec![Span::plain(clean(text.trim()))]);
        let mut begins = true;
        let mut spans = Vec::new();
        for span in kept {
            if let Span::Words { text, style, direction } = span {
                let text = self.composer.cast.mask(&text, &self.about, begins);
                spans.push(Span::Words { text, style, direction });
            } else {
                spans.push(span);
            }
            begins = false;
        }
        let (spans, cut) = shorten(spans, self.most);
        if !cut {
            return spans;
        }
        self.composer.words.fill("page-shortened", &[("text", Fill::Spans(spans))])
    }

    /// A text within a sentence of the page.
    pub(crate) fn inline(&self, text: &str) -> Vec<Span> {
        let towards = direction_of(text).filter(|one| *one != self.composer.words.direction());
        let mut spans = self.written(text);
        for span in &mut spans {
            if let Span::Words { text, direction, .. } = span {
                *text = text.replace('\n', " ");
                *direction = direction.or(towards);
            }
        }
        spans
    }

    /// A text that is a line of its own.
    pub(crate) fn whole(&self, text: &str) -> Line {
        let mut line = self.line(on_one_line(self.written(text)));
        line.direction = self.direction(text);
        line
    }

    /// A text that is one or more paragraphs of its own.
    pub(crate) fn paragraphs(&self, text: &str) -> Vec<Line> {
        let paragraph = |spans| {
            let mut line = self.line(spans);
            line.direction = self.direction(&line.text());
            line
        };
        paragraphs(self.written(text)).into_iter().map(paragraph).collect()
    }

    /// A sentence of the page about this record.
    pub(crate) fn line(&self, spans: Vec<Span>) -> Line {
        let mut line = Line { item: Some(self.item), direction: None, spans: joined(spans) };
        // Again, for words that were selected as the page shows them: a role, a
        // feeling, or a phrase that runs from the page's words into the person's.
        self.blackouts.apply_to(&mut line);
        line
    }

    fn direction(&self, text: &str) -> Option<Direction> {
        direction_of(text).filter(|one| *one != self.composer.words.direction())
    }
}
