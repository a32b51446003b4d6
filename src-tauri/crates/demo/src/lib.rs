//! The sample course: sixteen weeks of therapy of an invented person, at the
//! point where thirteen sessions lie behind and the next is three days away.
//!
//! It is what `demo` opens, what screenshots are taken of and what tests read.
//! Nobody in it exists. It is written as such a journal would be: person first,
//! nobody a villain, drinking a fact and not a verdict, days without a word.
//!
//! No clock, randomness or file enters here: the day and the offset are
//! parameters, ids are fixed, so the same day gives the same course. The tools
//! that read and write files stand in [`tool`].

mod arguments;
mod beside;
mod builders;
mod calendar;
mod care;
mod change;
mod check_ins;
mod connection;
mod dispute;
pub mod generated;
mod life;
mod losses;
mod notes;
mod people;
mod scales;
mod sessions;
pub mod tool;

use chrono::{FixedOffset, NaiveDate};
use journal::Record;

use crate::calendar::Calendar;

/// The sample course as it stands on the evening before `today`, oldest first.
///
/// Every time lies in `offset`, so a change of the clocks within the course moves
/// nothing. Only the next session lies after `today`.
pub fn course(today: NaiveDate, offset: FixedOffset) -> Vec<Record> {
    let calendar = Calendar { today, offset };
    let mut records = people::cards(calendar);
    records.extend(sessions::records(calendar));
    records.extend(losses::records(calendar));
    records.extend(dispute::records(calendar));
    records.extend(change::records(calendar));
    records.extend(connection::records(calendar));
    records.extend(life::records(calendar));
    records.extend(arguments::entries(calendar));
    records.extend(notes::entries(calendar));
    records.extend(check_ins::records(calendar));
    records.extend(care::records(calendar));
    records.extend(scales::records(calendar));
    records.extend(beside::records(calendar));
    records.sort_by_key(|record| (record.at, record.id));
    records
}
