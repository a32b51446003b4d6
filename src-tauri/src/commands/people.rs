//! People: their cards, with what was written about them.

use chrono::{Days, NaiveDate};
use journal::with_person::{CravingsWith, Stood, circle_over_time, cravings_with};
use journal::{KindName, Moment, Record, RecordId};
use serde::Serialize;
use specta::Type;
use vault::Filter;

use super::Shared;
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::rows::Row;
use crate::session::Open;

/// Someone, for the circle and the list.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct PersonCard {
    /// The card.
    pub record: Record,
    /// Whether there was a conflict with them in the last thirty days.
    pub conflict: bool,
    /// When the card was a loss: the loss's record.
    pub loss: Option<Record>,
}

/// Someone's page: the card, and what the journal knows of the time with them.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct PersonPage {
    /// The card as it was kept.
    pub card: PersonCard,
    /// Whether changes to the card wait as a draft.
    pub draft: bool,
    /// Where they stood in the pictures of the circle, the oldest first.
    pub stood: Vec<Stood>,
    /// Cravings where they were there.
    pub cravings: CravingsWith,
    /// The first day those are counted from.
    pub since: NaiveDate,
    /// What was written about them, newest first; the first of it.
    pub rows: Vec<Row>,
    /// How much was written altogether.
    pub matched: u32,
    /// The long-lived work they are in, newest first.
    pub work: Vec<Row>,
}

/// How far back cravings are counted: about the length of a course.
const CRAVING_DAYS: Days = Days::new(84);
/// How many lines of what was written a page begins with.
const LINES: u32 = 20;

/// Everybody with a card, by name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn people(app: Shared<'_>) -> Reply<Vec<PersonCard>> {
    app.with(|open| cards(open, clock::now())).await
}

/// What was written about someone, newest first, at most twenty lines of each kind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn about_person(
    app: Shared<'_>,
    id: RecordId,
    kinds: Vec<KindName>,
) -> Reply<Vec<Row>> {
    app.with(move |open| {
        let filter = Filter { kinds, people: vec![id], limit: Some(20), ..Filter::default() };
        let records = open.vault.records(&filter)?;
        records.iter().map(|record| Row::of(open, record)).collect()
    })
    .await
}

/// Someone's own page.
#[tauri::command]
#[specta::specta]
pub(crate) async fn person_page(app: Shared<'_>, id: RecordId) -> Reply<PersonPage> {
    app.with(move |open| page(open, id, clock::now())).await
}

/// The kinds of long-lived work and stories that people are part of.
fn lasting(kind: KindName) -> bool {
    let story =
        matches!(kind, KindName::Pattern | KindName::PastRelationship | KindName::LifeEvent);
    kind.area().is_some() || story
}

pub(crate) fn page(open: &Open, id: RecordId, now: Moment) -> Reply<PersonPage> {
    let card = cards(open, now)?.into_iter().find(|card| card.record.id == id);
    let card = card.ok_or(ErrorCode::NotFound)?;
    let kinds = |wanted: fn(KindName) -> bool| -> Vec<KindName> {
        KindName::ALL.iter().copied().filter(|&kind| wanted(kind)).collect()
    };
    let with = |kinds| Filter { kinds, people: vec![id], ..Filter::default() };
    let lines = |filter: &Filter| -> Reply<Vec<Row>> {
        let records = open.vault.records(filter)?;
        records.iter().map(|record| Row::of(open, record)).collect()
    };
    let since = now.day() - CRAVING_DAYS;
    let check_ins = open.vault.records(&Filter {
        kinds: vec![KindName::CheckIn],
        from: Some(since),
        to: Some(now.day()),
        ..Filter::default()
    })?;
    let pictures = open.vault.records(&with(vec![KindName::Circle]))?;
    let written = Filter { limit: Some(LINES), ..with(kinds(KindName::is_written)) };
    Ok(PersonPage {
        card,
        draft: open.vault.draft(id)?.is_some(),
        stood: circle_over_time(&pictures, id),
        cravings: cravings_with(&check_ins, id),
        since,
        rows: lines(&written)?,
        matched: open.vault.count(&written)?,
        work: lines(&with(kinds(lasting)))?,
    })
}

pub(crate) fn cards(open: &Open, now: Moment) -> Reply<Vec<PersonCard>> {
    let recently = now.day() - Days::new(30);
    let conflicts = open.vault.records(&Filter {
        kinds: vec![KindName::Conflict],
        from: Some(recently),
        ..Filter::default()
    })?;
    let losses = open.all_of(&[KindName::Loss])?;
    let card = |record: Record| PersonCard {
        conflict: conflicts.iter().any(|conflict| conflict.people().contains(&record.id)),
        loss: losses.iter().find(|loss| loss.people().contains(&record.id)).cloned(),
        record,
    };
    let mut cards: Vec<PersonCard> =
        open.all_of(&[KindName::Person])?.into_iter().map(card).collect();
    cards.sort_by_cached_key(|card| card.record.title().to_lowercase());
    Ok(cards)
}
