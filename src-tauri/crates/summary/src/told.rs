//! A page's lines as plain text, for the formats that have no paper: without page
//! numbers, and with a mark of one width where something is blacked out.

use crate::page::{Line, Page, Span};
use crate::words::{Words, text_of};

/// Stands where words were blacked out. Of one width, so that it tells nothing.
pub(crate) const BLACK: &str = "████";

/// The words of a line.
pub(crate) fn told(line: &Line) -> String {
    let mut all = String::new();
    for span in &line.spans {
        match span {
            Span::Words { text, .. } => all.push_str(text),
            Span::Black => all.push_str(BLACK),
            Span::PageNumber | Span::PageCount => {}
        }
    }
    all
}

/// What stands below a page of no paper: that it is patient-reported and not
/// watched, and what was left out.
pub(crate) fn closing(page: &Page) -> Vec<String> {
    let footing = text_of(&Words::of(&page.language).fill("page-footing-plain", &[]));
    [footing, told(&page.left_out)].into_iter().filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_is_of_one_width_and_numbers_of_pages_are_gone() {
        let spans = vec![Span::plain("a "), Span::Black, Span::PageNumber];
        let line = Line { spans, ..Line::default() };
        assert_eq!(told(&line), "a ████");
    }
}
