//! The page as Markdown (`CommonMark` with tables), for reading without a program
//! that knows FHIR or PDF.

use journal::days::DayUse;

use crate::page::{Chart, Line, Page, Part, Section, Style};
use crate::page::{Pair, Span, Table};
use crate::told::{BLACK, closing, told};
use crate::words::Words;

/// The page's text.
pub fn markdown(page: &Page) -> String {
    let mut file = format!("# {}\n", inline(&page.title));
    for line in &page.corner {
        paragraph(&mut file, &inline(line));
    }
    for section in &page.sections {
        add(&mut file, page, section);
    }
    file.push_str("\n---\n");
    for line in closing(page) {
        paragraph(&mut file, &escaped(&line));
    }
    file
}

fn add(file: &mut String, page: &Page, section: &Section) {
    file.extend(["\n## ", &inline(&section.heading), "\n"]);
    if !told(&section.aside).is_empty() {
        paragraph(file, &inline(&section.aside));
    }
    for part in &section.parts {
        match part {
            Part::Paragraphs { lines } => {
                for line in lines {
                    paragraph(file, &inline(line));
                }
            }
            Part::Lines { lines } => list(file, lines, |_| "- ".to_owned()),
            Part::Numbered { lines } => list(file, lines, |place| format!("{}. ", place + 1)),
            Part::Pairs { pairs } => {
                for pair in pairs {
                    paragraph(file, &paired(pair));
                }
            }
            Part::Table { table } => tabled(file, table),
            Part::Chart { chart } => charted(file, page, chart),
        }
    }
}

fn paragraph(file: &mut String, text: &str) {
    if !text.trim().is_empty() {
        file.push('\n');
        file.push_str(text);
        file.push('\n');
    }
}

fn list(file: &mut String, lines: &[Line], mark: impl Fn(usize) -> String) {
    file.push('\n');
    for (place, line) in lines.iter().enumerate() {
        file.push_str(&mark(place));
        file.push_str(&inline(line));
        file.push('\n');
    }
}

fn paired(pair: &Pair) -> String {
    let lead = escaped(&told(&pair.term));
    let text = inline(&pair.text);
    if lead.trim().is_empty() { text } else { format!("**{}** {text}", lead.trim()) }
}

fn tabled(file: &mut String, table: &Table) {
    let cells = |lines: &[Line]| -> Vec<String> { lines.iter().map(inline).collect() };
    file.push('\n');
    row(file, &cells(&table.head));
    row(file, &vec!["---".to_owned(); table.head.len()]);
    for one in &table.rows {
        row(file, &cells(&one.cells));
    }
}

/// The chart in words, and its days as a table.
fn charted(file: &mut String, page: &Page, chart: &Chart) {
    let words = Words::of(&page.language);
    let cell = |id: &str| escaped(&words.plain(id));
    paragraph(file, &escaped(&chart.description));
    if page.figures.days.is_empty() {
        return;
    }
    let mut head = vec![cell("page-table-day"), cell("page-table-strongest")];
    if page.figures.use_days {
        head.push(cell("page-table-use"));
    }
    let rule = vec!["---".to_owned(); head.len()];
    file.push('\n');
    row(file, &head);
    row(file, &rule);
    for day in &page.figures.days {
        let known = |rating: journal::Rating| rating.get().to_string();
        let strongest = day.strongest.map_or_else(|| cell("page-table-unknown"), known);
        let mut cells = vec![day.day.to_string(), strongest];
        if page.figures.use_days {
            cells.push(cell(match day.used {
                DayUse::Unknown => "page-table-unknown",
                DayUse::None => "page-table-no-use",
                DayUse::Used => "page-table-used",
            }));
        }
        row(file, &cells);
    }
}

fn row(file: &mut String, cells: &[String]) {
    file.extend(["| ", &cells.join(" | "), " |\n"]);
}

fn inline(line: &Line) -> String {
    let mut all = String::new();
    for span in &line.spans {
        match span {
            Span::Words { text, style, .. } => all.push_str(&styled(text, *style)),
            Span::Black => all.push_str(BLACK),
            Span::PageNumber | Span::PageCount => {}
        }
    }
    all
}

/// Marks stand inside the spaces around words, where Markdown knows them.
fn styled(text: &str, style: Style) -> String {
    let mark = match style {
        Style::Plain => return escaped(text),
        Style::Strong => "**",
        Style::Aside => "*",
    };
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let begin = text.len() - text.trim_start().len();
    let (before, rest) = text.split_at(begin);
    let after = &rest[inner.len()..];
    format!("{before}{mark}{}{mark}{after}", escaped(inner))
}

/// A text whose every letter stands for itself: none begins a list, a heading, a
/// link or raw HTML.
fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    let is_number_mark = {
        let rest = text.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() < text.trim_start().len() && rest.starts_with(['.', ')'])
    };
    let mut escapes_number = is_number_mark;
    for (place, letter) in text.char_indices() {
        let begins = text[..place].trim_start().is_empty();
        let is_mark =
            matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~')
                || (begins && matches!(letter, '#' | '-' | '+' | '=' | ':'))
                || (escapes_number && matches!(letter, '.' | ')'));
        if escapes_number && matches!(letter, '.' | ')') {
            escapes_number = false;
        }
        if is_mark {
            all.push('\\');
        }
        match letter {
            '\n' | '\r' => all.push(' '),
            letter => all.push(letter),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_text_and_never_markup() {
        assert_eq!(escaped("# not a heading"), "\\# not a heading");
        assert_eq!(escaped("- not a list"), "\\- not a list");
        assert_eq!(escaped("12. not a list"), "12\\. not a list");
        assert_eq!(escaped("at 3.30"), "at 3.30");
        assert_eq!(escaped("<b>*x*</b>"), "\\<b\\>\\*x\\*\\</b\\>");
        assert_eq!(escaped("a\nb"), "a b");
    }

    #[test]
    fn marks_stand_close_to_their_words() {
        assert_eq!(styled(" said ", Style::Strong), " **said** ");
        assert_eq!(styled("  ", Style::Aside), "  ");
    }
}
