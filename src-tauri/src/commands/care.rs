//! Riding an urge out, the calendar of use, and the daily rhythm.

use std::time::Duration;

use chrono::NaiveDate;
use journal::days::{self, Day};
use journal::rhythm::RhythmWeek;
use journal::{Body, KindName};
use vault::Filter;

use super::Shared;
use crate::error::{ErrorCode, Reply};

/// The longest a countdown counts as someone being here.
const LONGEST_RIDE: u32 = 60 * 60;
/// The most days asked for at once: two years and a leap day.
const MOST_DAYS: i64 = 731;

/// An urge is ridden out for so many seconds more; 0 ends it. While it goes on someone
/// is here, though nobody touches anything (ruling "Locking").
#[tauri::command]
#[specta::specta]
pub(crate) async fn ride_on(app: Shared<'_>, seconds: u32) -> Reply<()> {
    app.with({
        let state = app.inner().clone();
        move |_| {
            state.ride(Duration::from_secs(seconds.min(LONGEST_RIDE).into()));
            Ok(())
        }
    })
    .await
}

/// Every day from one to another with what is known of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn use_days(
    app: Shared<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Reply<Vec<Day>> {
    if !(0..MOST_DAYS).contains(&(last - first).num_days()) {
        return Err(ErrorCode::Invalid.into());
    }
    app.with(move |open| {
        let records = open.vault.records(&Filter {
            kinds: days::KINDS.to_vec(),
            from: Some(first),
            to: Some(last),
            ..Filter::default()
        })?;
        Ok(days::days(&records, first, last))
    })
    .await
}

/// The days over which regularity is counted, ending with one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rhythm_week(app: Shared<'_>, last: NaiveDate) -> Reply<RhythmWeek> {
    app.with(move |open| {
        let kept =
            open.vault.records(&Filter { kinds: vec![KindName::Rhythm], ..Filter::default() })?;
        let targets = kept.iter().find_map(|record| match record.body {
            Body::Rhythm(rhythm) => Some(rhythm.targets),
            _ => None,
        });
        let days = open.vault.records(&Filter {
            kinds: vec![KindName::RhythmDay],
            from: Some(RhythmWeek::first(last)),
            to: Some(last),
            ..Filter::default()
        })?;
        Ok(RhythmWeek::ending(last, targets.unwrap_or_default(), &days))
    })
    .await
}
