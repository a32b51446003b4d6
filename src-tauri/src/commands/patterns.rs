//! Patterns in the check-ins.

use journal::patterns::{Beside, Patterns, Seen, Span};
use journal::{KindName, Moment};
use vault::Filter;

use super::Shared;
use crate::clock;
use crate::error::Reply;
use crate::session::Open;

/// What check-ins are looked at beside.
const BESIDE: [KindName; 6] = [
    KindName::Conflict,
    KindName::Contact,
    KindName::Attempt,
    KindName::Event,
    KindName::Grief,
    KindName::Memory,
];

/// Any number: the same check-ins give the same highlights each time they are looked at.
const SEED: u64 = 20_260_309;

/// What the check-ins of a part of the time show.
#[tauri::command]
#[specta::specta]
pub(crate) async fn patterns(app: Shared<'_>, span: Span) -> Reply<Patterns> {
    app.with(move |open| look(open, span, clock::now())).await
}

pub(crate) fn look(open: &Open, span: Span, now: Moment) -> Reply<Patterns> {
    let course = open.course()?;
    let sittings = course.sittings();
    let began = course.began();
    let first = open.vault.first_day(&[KindName::CheckIn])?;
    // A part that would count the same as another is not on offer.
    let is_older = first.is_some_and(|first| began.is_none_or(|began| first < began));
    let mut spans = vec![Span::FourWeeks];
    spans.extend(began.map(|_| Span::Course));
    spans.extend(is_older.then_some(Span::Everything));
    let span = if spans.contains(&span) { span } else { spans[spans.len() - 1] };
    let from = span.from(began, now.day());
    let written = open.moments(&BESIDE, from)?;
    let names = open.names()?;
    let beside = Beside {
        span,
        spans: &spans,
        from,
        today: now.day(),
        sittings: &sittings,
        written: &written,
        names: &names,
        seed: SEED,
    };
    match from {
        Some(from) => {
            let kinds = vec![KindName::CheckIn];
            let filter = Filter { kinds, from: Some(from), ..Filter::default() };
            let seen: Vec<Seen> = open.vault.glances(&filter)?;
            Ok(Patterns::draw(&beside, &seen))
        }
        None => open.with_seen(|seen| Patterns::draw(&beside, seen.rows())),
    }
}
