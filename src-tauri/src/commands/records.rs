//! Records one by one: made, kept, drafted, thrown away and brought back.

use journal::{KindName, Moment, Record, RecordId};
use serde::Serialize;
use specta::Type;
use vault::Filter;

use super::Shared;
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::rows::{RecordQuery, Row};

/// A record as the window opens it.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Opened {
    /// The draft if there is one, else what was kept.
    pub record: Record,
    /// Whether it is a draft that was never left.
    pub draft: bool,
    /// Whether it was kept before.
    pub kept: bool,
}

/// When something was saved.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct Saved {
    /// The moment.
    pub at: Moment,
}

/// An earlier version of a record.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Earlier {
    /// Its number, counting from 1.
    pub version: u32,
    /// When it was kept.
    pub saved: Moment,
    /// The record as it was.
    pub record: Record,
}

/// A line of the trash.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Trashed {
    /// The record's line.
    pub row: Row,
    /// When it was thrown away.
    pub trashed: Moment,
}

/// An empty record of a kind, with its id and the present moment. It is not kept yet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_record(kind: KindName) -> Reply<Record> {
    Ok(Record::new(clock::new_id(), clock::now(), kind))
}

/// A record, or its draft.
#[tauri::command]
#[specta::specta]
pub(crate) async fn record(app: Shared<'_>, id: RecordId) -> Reply<Opened> {
    app.with(move |open| {
        let kept = open.vault.record(id)?;
        let is_kept = kept.is_some();
        if let Some(record) = open.vault.draft(id)? {
            return Ok(Opened { record, draft: true, kept: is_kept });
        }
        let record = kept.ok_or(ErrorCode::NotFound)?;
        Ok(Opened { record, draft: false, kept: is_kept })
    })
    .await
}

/// Records whole, newest first: what belongs to a piece of work, or all of some kinds.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_records(app: Shared<'_>, query: RecordQuery) -> Reply<Vec<Record>> {
    if !query.is_fit() {
        return Err(ErrorCode::Invalid.into());
    }
    app.with(move |open| {
        let filter = Filter {
            kinds: query.kinds,
            people: query.people,
            focus: query.focus,
            from: query.from,
            to: query.to,
            limit: Some(query.limit.clamp(1, RecordQuery::MOST).into()),
            ..Filter::default()
        };
        Ok(open.vault.records(&filter)?)
    })
    .await
}

/// Keeps a record; its draft goes with the same stroke.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_record(app: Shared<'_>, record: Record) -> Reply<Saved> {
    app.with(move |open| {
        let at = clock::now();
        open.vault.save(&record, at)?;
        Ok(Saved { at })
    })
    .await
}

/// Keeps what is being written, finished or not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn put_draft(app: Shared<'_>, record: Record) -> Reply<Saved> {
    app.with(move |open| {
        let at = clock::now();
        open.vault.put_draft(&record, at)?;
        Ok(Saved { at })
    })
    .await
}

/// Lets a draft go; what was kept before stays.
#[tauri::command]
#[specta::specta]
pub(crate) async fn drop_draft(app: Shared<'_>, id: RecordId) -> Reply<()> {
    app.with(move |open| Ok(open.vault.drop_draft(id)?)).await
}

/// Puts a record into the trash.
#[tauri::command]
#[specta::specta]
pub(crate) async fn trash_record(app: Shared<'_>, id: RecordId) -> Reply<()> {
    app.with(move |open| Ok(open.vault.trash(id, clock::now())?)).await
}

/// Takes a record out of the trash.
#[tauri::command]
#[specta::specta]
pub(crate) async fn untrash_record(app: Shared<'_>, id: RecordId) -> Reply<()> {
    app.with(move |open| Ok(open.vault.untrash(id)?)).await
}

/// Deletes a record in the trash with all its versions.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_forever(app: Shared<'_>, id: RecordId) -> Reply<()> {
    app.with(move |open| Ok(open.vault.delete_forever(id)?)).await
}

/// What is in the trash, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn trashed(app: Shared<'_>) -> Reply<Vec<Trashed>> {
    app.with(|open| {
        let line = |(record, trashed)| Ok(Trashed { row: Row::of(open, &record)?, trashed });
        open.vault.trashed()?.into_iter().map(line).collect()
    })
    .await
}

/// The earlier versions of a record, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn history(app: Shared<'_>, id: RecordId) -> Reply<Vec<Earlier>> {
    app.with(move |open| {
        let earlier = |one: vault::Version| Earlier {
            version: one.version,
            saved: one.saved,
            record: one.record,
        };
        Ok(open.vault.history(id)?.into_iter().map(earlier).collect())
    })
    .await
}
