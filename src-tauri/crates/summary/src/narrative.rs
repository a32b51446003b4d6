//! A section of the page as the XHTML that FHIR allows in a narrative: paragraphs,
//! lists and tables without any attribute but the direction of text.

use std::fmt::Write;

use crate::page::{Direction, Line, Page, Part, Section, Span, Style};
use crate::told::{BLACK, told};

/// A section's heading is its title in FHIR and does not stand here again.
pub(crate) fn section(page: &Page, section: &Section) -> String {
    let mut all = String::new();
    if !told(&section.aside).is_empty() {
        element(&mut all, "p", &section.aside);
    }
    for part in &section.parts {
        add(&mut all, part);
    }
    whole(page, &all)
}

/// Lines one below the other.
pub(crate) fn lines(page: &Page, lines: &[String]) -> String {
    let mut all = String::new();
    for line in lines {
        write!(all, "<p>{}</p>", escaped(line)).expect("writing to a string cannot fail");
    }
    whole(page, &all)
}

fn whole(page: &Page, inner: &str) -> String {
    let direction = if page.direction == Direction::Rtl { " dir=\"rtl\"" } else { "" };
    // FHIR refuses a narrative without words.
    let inner = if inner.is_empty() { "<p>–</p>" } else { inner };
    format!("<div xmlns=\"http://www.w3.org/1999/xhtml\"{direction}>{inner}</div>")
}

fn add(all: &mut String, part: &Part) {
    match part {
        Part::Paragraphs { lines } => lines.iter().for_each(|line| element(all, "p", line)),
        Part::Lines { lines } => list(all, "ul", lines),
        Part::Numbered { lines } => list(all, "ol", lines),
        Part::Pairs { pairs } if pairs.is_empty() => {}
        Part::Pairs { pairs } => {
            all.push_str("<table>");
            for pair in pairs {
                all.push_str("<tr>");
                element(all, "td", &pair.term);
                element(all, "td", &pair.text);
                all.push_str("</tr>");
            }
            all.push_str("</table>");
        }
        Part::Table { table } => {
            all.push_str("<table>");
            row(all, "th", &table.head);
            for one in &table.rows {
                row(all, "td", &one.cells);
            }
            all.push_str("</table>");
        }
        Part::Chart { chart } => {
            write!(all, "<p>{}</p>", escaped(&chart.description))
                .expect("writing to a string cannot fail");
        }
    }
}

fn row(all: &mut String, name: &str, cells: &[Line]) {
    all.push_str("<tr>");
    for cell in cells {
        element(all, name, cell);
    }
    all.push_str("</tr>");
}

fn list(all: &mut String, name: &str, lines: &[Line]) {
    if lines.is_empty() {
        return;
    }
    write!(all, "<{name}>").expect("writing to a string cannot fail");
    for line in lines {
        element(all, "li", line);
    }
    write!(all, "</{name}>").expect("writing to a string cannot fail");
}

fn element(all: &mut String, name: &str, line: &Line) {
    let direction = match line.direction {
        Some(Direction::Rtl) => " dir=\"rtl\"",
        Some(Direction::Ltr) => " dir=\"ltr\"",
        None => "",
    };
    let mut inner = String::new();
    for span in &line.spans {
        match span {
            Span::Words { text, style: Style::Plain, .. } => inner.push_str(&escaped(text)),
            Span::Words { text, style: Style::Strong, .. } => marked(&mut inner, "b", text),
            Span::Words { text, style: Style::Aside, .. } => marked(&mut inner, "i", text),
            Span::Black => inner.push_str(BLACK),
            Span::PageNumber | Span::PageCount => {}
        }
    }
    write!(all, "<{name}{direction}>{inner}</{name}>").expect("writing to a string cannot fail");
}

fn marked(all: &mut String, name: &str, text: &str) {
    write!(all, "<{name}>{}</{name}>", escaped(text)).expect("writing to a string cannot fail");
}

/// What XML reads as the text itself. Characters that XML 1.0 has no place for are
/// dropped.
fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => all.push_str("&amp;"),
            '<' => all.push_str("&lt;"),
            '>' => all.push_str("&gt;"),
            '"' => all.push_str("&quot;"),
            '\n' | '\r' | '\t' => all.push(' '),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            letter => all.push(letter),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_text_and_never_an_element() {
        assert_eq!(escaped("<b>a & \"b\"\u{1}</b>"), "&lt;b&gt;a &amp; &quot;b&quot;&lt;/b&gt;");
        let line = Line { spans: vec![Span::plain("<x>"), Span::Black], ..Line::default() };
        let mut all = String::new();
        element(&mut all, "p", &line);
        assert_eq!(all, "<p>&lt;x&gt;████</p>");
    }
}
