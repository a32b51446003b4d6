//! jrnl's JSON (`jrnl --format json`): `entries` with `title`, `body`, `date`
//! (`2026-03-09`), `time` (`21:30`, by the clock on the wall), `tags` and `starred`.

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use super::{Odd, Reading, Source, Understood, Written, Zone};

pub(crate) fn is_one(entry: &Value) -> bool {
    entry.get("body").is_some() && entry.get("date").is_some()
}

pub(crate) fn read(name: &str, entries: &[Value], lines: &[usize], zone: &dyn Zone) -> Understood {
    let mut read = Reading::new(Source::Jrnl, zone);
    for (place, entry) in entries.iter().enumerate() {
        let line = lines.get(place).copied().unwrap_or(1);
        let Some(entry) = entry.as_object() else {
            read.remark(name, line, Odd::Damaged);
            continue;
        };
        let word = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        let day = word("date").parse::<NaiveDate>().ok();
        let clock = |format| NaiveTime::parse_from_str(word("time"), format).ok();
        let time = clock("%H:%M").or_else(|| clock("%H:%M:%S"));
        let when = day.zip(time).and_then(|(day, time)| read.local(day.and_time(time)));
        // Tags stand in jrnl's texts themselves and need no line of their own.
        let (title, text) = (word("title").to_owned(), word("body").to_owned());
        read.add(name, line, when, Written { title, text, ..Written::default() });
    }
    read.finish(None)
}
