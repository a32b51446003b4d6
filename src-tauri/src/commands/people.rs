//! People: their cards, with what was written about them.

use chrono::Days;
use journal::{KindName, Moment, Record, RecordId};
use serde::Serialize;
use specta::Type;
use vault::Filter;

use super::Shared;
use crate::clock;
use crate::error::Reply;
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
        let names = open.names()?;
        let filter = Filter { kinds, people: vec![id], limit: Some(20), ..Filter::default() };
        let records = open.vault.records(&filter)?;
        Ok(records.iter().map(|record| Row::new(record, &names)).collect())
    })
    .await
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
