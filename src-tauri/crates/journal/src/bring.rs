//! Bringing in what was written elsewhere: the readable export of another journal, and
//! the exports of Day One, Daylio and jrnl, and Markdown files.
//!
//! Pure: files come in as bytes, the time zone as a parameter, and nothing is kept
//! here. What was not understood is listed by file and line, in codes and never in
//! the file's own words. What comes from elsewhere is `Only me`.
//!
//! The same thing brought in twice gets the same id, so that it is recognised.

mod csv;
mod day_one;
mod daylio;
mod jrnl;
mod lines;
mod markdown;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Builder;

use crate::check::{LINE, PAGE};
use crate::export::{Readable, Unreadable};
use crate::note::Note;
use crate::record::{Body, Record};
use crate::value::{Moment, RecordId};

pub(crate) use lines::lines_of;

/// Where something comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A readable export of this program.
    Readable,
    /// Day One's JSON.
    DayOne,
    /// Daylio's CSV.
    Daylio,
    /// jrnl's JSON.
    Jrnl,
    /// Markdown or plain text, a file an entry.
    Markdown,
}

/// A file that was chosen.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Its name without folders.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// When it was changed last, if that is known.
    pub changed: Option<Moment>,
}

/// What is at an instant the local offset from UTC, for files that do not say it.
pub trait Zone {
    /// Of an instant.
    fn at(&self, instant: DateTime<Utc>) -> FixedOffset;
    /// Of a time as clocks on the wall showed it; one that never was has none.
    fn of(&self, wall: NaiveDateTime) -> Option<FixedOffset>;
}

impl Zone for FixedOffset {
    fn at(&self, _: DateTime<Utc>) -> FixedOffset {
        *self
    }

    fn of(&self, _: NaiveDateTime) -> Option<FixedOffset> {
        Some(*self)
    }
}

/// What is odd about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Odd {
    /// The file is not text in UTF-8. Not brought in.
    NotText,
    /// The file is of a kind that is not read. Not brought in.
    OtherKind,
    /// The line cannot be read. Not brought in.
    Damaged,
    /// The day or the time cannot be understood. Not brought in.
    NoDate,
    /// There is nothing in it. Not brought in.
    Empty,
    /// The text is longer than a note may be. Not brought in.
    TooLong,
    /// Pictures, sound or film are not brought in; the text is.
    Attachments,
    /// The mood is a word of the person's own, and stays a word.
    MoodWord,
}

/// A line that was not, or not wholly, understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Remark {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What is odd about it.
    pub odd: Odd,
}

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Where it comes from.
    pub source: Source,
    /// When the file was written, if it says so.
    pub written: Option<Moment>,
    /// The records, oldest first.
    pub records: Vec<Record>,
    /// How many stand more than once in what was given; each is brought in once.
    pub twice: u32,
    /// What was not understood, in the order of the files.
    pub remarks: Vec<Remark>,
}

/// Why nothing at all can be brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// It is none of the kinds that are read.
    Unknown,
    /// It is damaged, or may not be kept, at this line.
    Line(u32),
    /// A newer version of this program wrote it.
    Newer,
    /// Nothing in it could be understood.
    Nothing,
}

/// Reads what was chosen: one file, or the files of a folder. What it is, is told from
/// the files themselves.
///
/// # Errors
/// [`Refused`] if nothing can be brought in.
pub fn read(files: &[Given<'_>], zone: &dyn Zone) -> Result<Understood, Refused> {
    if let [one] = files
        && let Some(understood) = of_one(*one, zone)?
    {
        return understood.whole();
    }
    let mut read = Reading::new(Source::Markdown, zone);
    for file in files {
        markdown::read(&mut read, *file);
    }
    read.finish(None).whole()
}

/// A file of one of the kinds that hold many entries; `None` for any other.
fn of_one(file: Given<'_>, zone: &dyn Zone) -> Result<Option<Understood>, Refused> {
    let is = |ending: &str| file.name.to_lowercase().ends_with(ending);
    let Some(text) = text_of(file.bytes) else {
        return if is(".json") || is(".csv") { Err(Refused::Line(1)) } else { Ok(None) };
    };
    if text.trim_start().starts_with('{') && !is(".md") && !is(".markdown") {
        return of_json(file.name, text, zone).map(Some);
    }
    if is(".json") {
        return Err(Refused::Line(1));
    }
    if daylio::is_one(text) {
        return daylio::read(file.name, text, zone).map(Some);
    }
    if is(".csv") { Err(Refused::Unknown) } else { Ok(None) }
}

fn of_json(name: &str, text: &str, zone: &dyn Zone) -> Result<Understood, Refused> {
    #[derive(Deserialize)]
    struct Head {
        format: Option<serde_json::Value>,
        entries: Option<Vec<serde_json::Value>>,
    }
    let damaged = |error: &serde_json::Error| Refused::Line(line(error.line()));
    let head: Head = serde_json::from_str(text).map_err(|error| damaged(&error))?;
    if head.format.is_some() {
        return readable(text);
    }
    let entries = head.entries.ok_or(Refused::Unknown)?;
    let lines = lines_of(text, "entries");
    if entries.iter().any(day_one::is_one) {
        return Ok(day_one::read(name, &entries, &lines, zone));
    }
    if entries.iter().any(jrnl::is_one) {
        return Ok(jrnl::read(name, &entries, &lines, zone));
    }
    Err(Refused::Unknown)
}

fn readable(text: &str) -> Result<Understood, Refused> {
    let read = Readable::from_json(text).map_err(|unreadable| match unreadable {
        Unreadable::Shape { line: at } | Unreadable::Record { line: at, .. } => {
            Refused::Line(line(at))
        }
        Unreadable::Doubled { line: at, .. } => Refused::Line(line(at)),
        Unreadable::Format => Refused::Unknown,
        Unreadable::Newer => Refused::Newer,
    })?;
    let Readable { records, written, .. } = read;
    let (source, written) = (Source::Readable, Some(written));
    Ok(Understood { source, written, records, twice: 0, remarks: Vec::new() })
}

fn line(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The text of a file without the mark that some programs put at its start.
pub(crate) fn text_of(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    Some(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

impl Understood {
    fn whole(self) -> Result<Self, Refused> {
        let is_empty = self.records.is_empty() && self.source != Source::Readable;
        if is_empty { Err(Refused::Nothing) } else { Ok(self) }
    }
}

/// Reading under way: what every reader needs.
pub(crate) struct Reading<'a> {
    source: Source,
    pub(crate) zone: &'a dyn Zone,
    records: Vec<Record>,
    remarks: Vec<Remark>,
}

/// Something written, before it is a record.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// Its id where it came from, if it has one of its own.
    pub(crate) id: Option<RecordId>,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) mood: Option<crate::Rating>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(source: Source, zone: &'a dyn Zone) -> Self {
        Self { source, zone, records: Vec::new(), remarks: Vec::new() }
    }

    pub(crate) fn remark(&mut self, file: &str, at: usize, odd: Odd) {
        self.remarks.push(Remark { file: file.to_owned(), line: line(at), odd });
    }

    /// Keeps something written as a note, or says why not.
    pub(crate) fn add(&mut self, file: &str, at: usize, when: Option<Moment>, written: Written) {
        let Written { id, title, text, mood } = written;
        let (title, text) = fitted(&title, &text);
        if title.is_empty() && text.is_empty() && mood.is_none() {
            return self.remark(file, at, Odd::Empty);
        }
        let Some(when) = when.filter(|when| (1..=9999).contains(&when.0.year())) else {
            return self.remark(file, at, Odd::NoDate);
        };
        if text.chars().count() > PAGE {
            return self.remark(file, at, Odd::TooLong);
        }
        let own = || self.id(&[&when.0.to_rfc3339(), &title, &text, &format!("{mood:?}")]);
        let id = id.unwrap_or_else(own);
        let mut record = Record::with_body(id, when, Body::Note(Note { title, text, focus: None }));
        record.around.mood.after = mood;
        self.records.push(record);
    }

    /// What a wall clock showed, with the offset that held then.
    pub(crate) fn local(&self, wall: NaiveDateTime) -> Option<Moment> {
        let offset = self.zone.of(wall)?;
        wall.and_local_timezone(offset).single().map(Moment)
    }

    pub(crate) fn finish(mut self, written: Option<Moment>) -> Understood {
        let before = self.records.len();
        let mut ids = std::collections::HashSet::new();
        self.records.retain(|record| ids.insert(record.id));
        let twice = line(before - self.records.len());
        self.records.sort_by_key(|record| (record.at, record.id));
        let Self { source, records, remarks, .. } = self;
        Understood { source, written, records, twice, remarks }
    }

    /// An id that is the same for the same thing: FNV-1a over its words, 128 bits.
    fn id(&self, parts: &[&str]) -> RecordId {
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013B;
        let mut hash: u128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D;
        let source = format!("{:?}", self.source);
        for part in [source.as_str()].iter().chain(parts) {
            for byte in part.bytes().chain([0xFF]) {
                hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
            }
        }
        RecordId(Builder::from_custom_bytes(hash.to_be_bytes()).into_uuid())
    }
}

/// Title and text within their limits: a title that is too long begins the text.
fn fitted(title: &str, text: &str) -> (String, String) {
    let clean = |text: &str| text.replace("\r\n", "\n").replace(['\r', '\0'], "\n");
    let (title, text) = (clean(title.trim()), clean(text.trim()));
    if !title.contains('\n') && title.chars().count() <= LINE {
        return (title, text);
    }
    (String::new(), format!("{title}\n\n{text}").trim().to_owned())
}

#[cfg(test)]
mod tests;
