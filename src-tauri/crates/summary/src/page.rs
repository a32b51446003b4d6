//! The page as a description: what stands on it, in order, before anyone draws
//! it. Whatever was taken out is not here; what is here may be read by anybody.

use journal::RecordId;
use serde::{Deserialize, Serialize};

use crate::figures::Figures;

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// As the text around.
    #[default]
    Plain,
    /// Semibold.
    Strong,
    /// Italic and grey: beside what was said.
    Aside,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Span {
    /// Words.
    Words {
        /// The words themselves.
        text: String,
        /// How they are set.
        style: Style,
        /// Which way they run, where that differs from the line or must not bend
        /// to it, as with numbers.
        direction: Option<Direction>,
    },
    /// Something blacked out. Of one width, so that it tells nothing.
    Black,
    /// The number of the page it stands on.
    PageNumber,
    /// How many pages there are.
    PageCount,
}

impl Span {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Words { text: text.into(), style: Style::Plain, direction: None }
    }
}

/// A line of text, or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The record it comes from, if from one.
    pub item: Option<RecordId>,
    /// Which way it runs, if not as the page does.
    pub direction: Option<Direction>,
    /// Its pieces.
    pub spans: Vec<Span>,
}

impl Line {
    /// The words, with nothing where something is blacked out.
    pub fn text(&self) -> String {
        let mut all = String::new();
        for span in &self.spans {
            if let Span::Words { text, .. } = span {
                all.push_str(text);
            }
        }
        all
    }
}

/// A line with its lead, such as who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The lead.
    pub term: Line,
    /// The line.
    pub text: Line,
}

/// Where a session stands in a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMark {
    /// Which day, from 0 for the first.
    pub day: usize,
    /// The session's number.
    pub number: u16,
}

/// A date below a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLabel {
    /// Which day, from 0 for the first.
    pub day: usize,
    /// The date as it is printed.
    pub text: String,
}

/// The chart of cravings by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// The strongest craving of each day, 0 to 10; `None` is a gap, and no line
    /// is drawn across it.
    pub days: Vec<Option<u8>>,
    /// The days of use, from 0 for the first day.
    pub used: Vec<usize>,
    /// Sessions that were held.
    pub sessions: Vec<SessionMark>,
    /// Dates below; the first and the last are always printed.
    pub labels: Vec<DayLabel>,
    /// The chart in words, for those who do not see it.
    pub description: String,
}

/// A small line of one number over time, beside the numbers it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trend {
    /// The values, oldest first.
    pub values: Vec<u16>,
    /// The lowest and the highest that the number can be: the foot and the head of the line.
    pub range: (u16, u16),
    /// The values in words, for those who do not see it.
    pub description: String,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// A cell for each column; the first names the row.
    pub cells: Vec<Line>,
    /// Drawn at the end of the row, if there is enough to draw.
    pub trend: Option<Trend>,
}

/// Rows of the same facts, one beside the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What each column is; after these comes the one of the trends, if any row has one.
    pub head: Vec<Line>,
    /// Which columns hold numbers, from 0; they stand one below the other at their ends.
    pub numbers: Vec<usize>,
    /// What the trends are; empty if no row has one.
    pub trends: Line,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// Every line in it, in reading order; the words of a trend are its own.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        let head = self.head.iter().chain([&self.trends]);
        head.chain(self.rows.iter().flat_map(|row| &row.cells))
    }
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Part {
    /// Paragraphs.
    Paragraphs {
        /// One each.
        lines: Vec<Line>,
    },
    /// Lines without numbers.
    Lines {
        /// One each.
        lines: Vec<Line>,
    },
    /// Lines with numbers, from 1.
    Numbered {
        /// One each.
        lines: Vec<Line>,
    },
    /// Lines with a lead each: a conversation, or answers to questions.
    Pairs {
        /// One each.
        pairs: Vec<Pair>,
    },
    /// Rows and columns.
    Table {
        /// The table.
        table: Table,
    },
    /// The chart of cravings.
    Chart {
        /// The chart.
        chart: Chart,
    },
}

impl Part {
    /// Every line in it, in reading order.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Paragraphs { lines } | Self::Lines { lines } | Self::Numbered { lines } => {
                lines.iter().collect()
            }
            Self::Pairs { pairs } => {
                pairs.iter().flat_map(|pair| [&pair.term, &pair.text]).collect()
            }
            Self::Table { table } => table.lines().collect(),
            Self::Chart { .. } => Vec::new(),
        }
    }
}

/// What a section is, so that the window and later formats need not guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Please read first.
    First,
    /// What I want from this session.
    Agenda,
    /// Scores of rating scales.
    Scores,
    /// Cravings, use and mood.
    Cravings,
    /// Moments between people with their mood and craving.
    Moments,
    /// The weekly numbers of the areas worked on.
    Areas,
    /// Medication and other care.
    Supports,
    /// The daily rhythm.
    Rhythm,
    /// What went well.
    WentWell,
    /// What is coming up.
    Coming,
    /// What belongs to the course: hopes, gains, whom to turn to.
    Course,
    /// Notes from check-ins.
    CheckInNotes,
    /// Something written: it may be left out for want of space.
    Entry,
}

/// A section with its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// The record it shows, if one.
    pub item: Option<RecordId>,
    /// The heading.
    pub heading: Line,
    /// A small line beside the heading.
    pub aside: Line,
    /// What stands below.
    pub parts: Vec<Part>,
}

impl Section {
    /// Every line in it, in reading order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        [&self.heading, &self.aside].into_iter().chain(self.parts.iter().flat_map(Part::lines))
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The language of the page's own words, as its folder is named.
    pub language: String,
    /// Which way the page runs.
    pub direction: Direction,
    /// The title at the top.
    pub title: Line,
    /// Lines across from the title: label, session, days covered.
    pub corner: Vec<Line>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The footer: patient-reported, page n of m.
    pub footing: Line,
    /// What the person left out by choice; empty if nothing.
    pub left_out: Line,
    /// The numbers behind it, for formats that programs read. Not for paper.
    #[serde(skip)]
    pub figures: Figures,
}

impl Page {
    /// Every line on it, in reading order; the words of the chart are its own.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        let head = [&self.title].into_iter().chain(&self.corner);
        let body = self.sections.iter().flat_map(Section::lines);
        head.chain(body).chain([&self.footing, &self.left_out])
    }

    /// The written records that stand on it, each once, in order: for the log of
    /// what was handed over.
    pub fn items(&self) -> Vec<RecordId> {
        let mut items = Vec::new();
        for section in &self.sections {
            let here = match section.kind {
                SectionKind::Entry => section.item.into_iter().collect(),
                SectionKind::CheckInNotes | SectionKind::Moments => {
                    section.lines().filter_map(|line| line.item).collect()
                }
                SectionKind::First
                | SectionKind::Agenda
                | SectionKind::Scores
                | SectionKind::Cravings
                | SectionKind::Areas
                | SectionKind::Supports
                | SectionKind::Rhythm
                | SectionKind::WentWell
                | SectionKind::Coming
                | SectionKind::Course => Vec::new(),
            };
            for item in here {
                if !items.contains(&item) {
                    items.push(item);
                }
            }
        }
        items
    }
}
