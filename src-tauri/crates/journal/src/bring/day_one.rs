//! Day One's JSON: `entries` with `uuid` (32 hexadecimal digits), `creationDate` (UTC),
//! `timeZone`, `text` (Markdown), `tags`, and attachments beside the file. The format is
//! as Day One writes it (`metadata.version` 1.0); an entry without text holds pictures.

use chrono::DateTime;
use serde_json::Value;
use uuid::Uuid;

use super::{Odd, Reading, Source, Understood, Written, Zone};
use crate::value::{Moment, RecordId};

/// What Day One keeps beside its texts.
const ATTACHMENTS: [&str; 4] = ["photos", "videos", "audios", "pdfAttachments"];

pub(crate) fn is_one(entry: &Value) -> bool {
    entry.get("creationDate").is_some() && entry.get("uuid").is_some()
}

pub(crate) fn read(name: &str, entries: &[Value], lines: &[usize], zone: &dyn Zone) -> Understood {
    let mut read = Reading::new(Source::DayOne, zone);
    for (place, entry) in entries.iter().enumerate() {
        let line = lines.get(place).copied().unwrap_or(1);
        let Some(entry) = entry.as_object() else {
            read.remark(name, line, Odd::Damaged);
            continue;
        };
        let word = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        let when = DateTime::parse_from_rfc3339(word("creationDate")).ok();
        let when = when.map(|when| {
            let offset = zone.at(when.to_utc());
            Moment(when.with_timezone(&offset))
        });
        let id = Uuid::try_parse(word("uuid")).ok().filter(|id| !id.is_nil()).map(RecordId);
        let (title, text) = parted(&unescaped(word("text")));
        let tags = tags(entry.get("tags"));
        let text = [text, tags].join("\n\n");
        let is_attached =
            |key: &str| entry.get(key).and_then(Value::as_array).is_some_and(|all| !all.is_empty());
        if ATTACHMENTS.iter().any(|key| is_attached(key)) {
            read.remark(name, line, Odd::Attachments);
        }
        read.add(name, line, when, Written { id, title, text, mood: None });
    }
    read.finish(None)
}

/// Tags as Day One shows them below an entry.
pub(crate) fn tags(tags: Option<&Value>) -> String {
    let tags = tags.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mark =
        |tag: &str| if tag.starts_with(['#', '@']) { tag.to_owned() } else { format!("#{tag}") };
    let tags: Vec<String> = tags.iter().filter_map(Value::as_str).map(mark).collect();
    tags.join(" ")
}

/// Day One writes a backslash before marks that are no marks.
fn unescaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_mark = |next: &char| next.is_ascii_punctuation();
        if letter == '\\' && letters.peek().is_some_and(is_mark) {
            continue;
        }
        all.push(letter);
    }
    // A picture in the text is only a link to a file that stays where it is.
    let is_picture = |line: &&str| !line.trim_start().starts_with("![](dayone-moment:");
    all.lines().filter(is_picture).collect::<Vec<_>>().join("\n")
}

/// The first line, if it is a heading, and the rest.
pub(crate) fn parted(text: &str) -> (String, String) {
    let text = text.trim();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_start().strip_prefix('#') {
        Some(title) if title.starts_with([' ', '#']) => {
            (title.trim_start_matches('#').trim().to_owned(), rest.trim().to_owned())
        }
        _ => (String::new(), text.to_owned()),
    }
}
