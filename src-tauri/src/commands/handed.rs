//! What was handed over: the log inside the journal of pages that left it.

use chrono::NaiveDate;
use journal::choices::Variant;
use journal::disclosure::Disclosure;
use journal::{Body, KindName, Moment, RecordId};
use serde::Serialize;
use specta::Type;

use super::Shared;
use crate::error::Reply;
use crate::session::Open;

/// One page that was saved or printed.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct HandedOver {
    /// Its record.
    pub id: RecordId,
    /// When.
    pub at: Moment,
    /// Whom it was for, and when in a course.
    pub variant: Variant,
    /// The therapist as the person called them then; empty on a sheet for others.
    pub to_whom: String,
    /// The number of the session it was made for.
    pub session: Option<u16>,
    /// First and last day it covers.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// What had been written and was on it, as it is called today.
    pub items: Vec<HandedItem>,
    /// How many of these have been deleted since.
    pub gone: u32,
    /// Whether the file was sealed with a password.
    pub sealed: bool,
    /// SHA-256 of the file, in hexadecimal; empty if it was printed.
    pub file_hash: String,
}

/// Something that was on a page.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct HandedItem {
    /// What it is.
    pub kind: KindName,
    /// Its title today, or empty.
    pub title: String,
    /// Its day.
    pub day: NaiveDate,
}

/// The pages that left the journal, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn handed_over(app: Shared<'_>) -> Reply<Vec<HandedOver>> {
    app.with(|open| {
        let sessions = open.course()?;
        let sittings = sessions.sittings();
        let pages = open.all_of(&[KindName::Disclosure])?;
        let told = pages.into_iter().filter_map(|record| match record.body {
            Body::Disclosure(page) => Some((record.id, record.at, page)),
            _ => None,
        });
        let number = |page: &Disclosure| {
            let of = sittings.iter().find(|one| Some(one.record.id) == page.session);
            of.map(|one| one.session.number)
        };
        told.map(|(id, at, page)| {
            let (items, gone) = items(open, &page)?;
            Ok(HandedOver {
                id,
                at,
                session: number(&page),
                variant: page.variant,
                to_whom: page.to_whom,
                period: page.period,
                items,
                gone,
                sealed: page.sealed,
                file_hash: page.file_hash,
            })
        })
        .collect()
    })
    .await
}

fn items(open: &Open, page: &Disclosure) -> Reply<(Vec<HandedItem>, u32)> {
    let mut items = Vec::new();
    let mut gone = 0;
    for id in &page.items {
        match open.vault.record(*id)? {
            Some(record) => items.push(HandedItem {
                kind: record.kind(),
                title: record.title().to_owned(),
                day: record.at.day(),
            }),
            None => gone += 1,
        }
    }
    Ok((items, gone))
}
