//! The life chart.

use chrono::NaiveDate;
use journal::timeline::{Bounds, Glance, LASTING, Source, Timeline, Unit, Window, Zoom, begins};
use journal::{KindName, Moment, Record};
use serde::Deserialize;
use specta::Type;
use vault::Filter;

use super::Shared;
use crate::clock;
use crate::error::Reply;
use crate::session::Open;

/// What part of the time is asked for.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChartQuery {
    /// How far.
    pub zoom: Zoom,
    /// A day that should be seen; four weeks move to it.
    pub day: Option<NaiveDate>,
}

/// So many entries are read at most, and so many are shown each where the steps are
/// weeks or months.
const MOST: u32 = 1000;
const SINGLY: u32 = 400;

/// The life chart of a part of the time.
#[tauri::command]
#[specta::specta]
pub(crate) async fn timeline(app: Shared<'_>, query: ChartQuery) -> Reply<Timeline> {
    app.with(move |open| look(open, query, clock::now())).await
}

pub(crate) fn look(open: &Open, query: ChartQuery, now: Moment) -> Reply<Timeline> {
    let course = open.course()?;
    let sittings = course.sittings();
    let lasting = open.all_of(&LASTING)?;
    let bounds = Bounds { first: first_day(open, &lasting)?, course: course.began() };
    let window = Window::of(query.zoom, query.day, bounds, &sittings, now);
    let written = open.vault.days(&within(window, &entry_kinds()))?;
    let count: u32 = written.iter().map(|(_, count)| count).sum();
    let entries = match window.unit {
        Unit::Week | Unit::Month if count > SINGLY => None,
        Unit::Day | Unit::Week | Unit::Month => {
            let filter = Filter { limit: Some(MOST), ..within(window, &entry_kinds()) };
            Some(open.vault.records(&filter)?)
        }
    };
    let weekly = open.vault.records(&within(window, &[KindName::Weekly, KindName::Answers]))?;
    let used = open.vault.records(&within(window, &[KindName::Use, KindName::UseDay]))?;
    let names = open.names()?;
    let source = Source {
        today: now.day(),
        window,
        zooms: &Window::zooms(bounds, &sittings, now),
        sittings: &sittings,
        lasting: &lasting,
        entries: entries.as_deref(),
        used: &used,
        written: &written,
        weekly: &weekly,
        names: &names,
    };
    Ok(Timeline::draw(source, check_ins(open, window)?))
}

/// A glance at each check-in of the window. Long windows take them from what was read
/// before, so that only the first look at a life takes its time.
fn check_ins(open: &Open, window: Window) -> Reply<Vec<Glance>> {
    match window.unit {
        Unit::Day => Ok(open.vault.glances(&within(window, &[KindName::CheckIn]))?),
        Unit::Week | Unit::Month => open.check_ins(),
    }
}

fn within(window: Window, kinds: &[KindName]) -> Filter {
    let (from, to) = (Some(window.from), Some(window.to));
    Filter { kinds: kinds.to_vec(), from, to, ..Filter::default() }
}

/// The first day of anything at all.
fn first_day(open: &Open, lasting: &[Record]) -> Reply<Option<NaiveDate>> {
    let mut kinds = entry_kinds();
    kinds.extend([KindName::CheckIn, KindName::Session, KindName::UseDay]);
    let kept = open.vault.first_day(&kinds)?;
    Ok(lasting.iter().filter_map(begins).chain(kept).min())
}

/// What is written at a moment.
fn entry_kinds() -> Vec<KindName> {
    KindName::ALL.iter().copied().filter(|kind| kind.is_written()).collect()
}
