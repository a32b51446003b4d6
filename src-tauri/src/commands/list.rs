//! The journal's list and its search.

use journal::course::SessionStatus;
use journal::{KindName, Moment, RecordId, SearchQuery};
use serde::Serialize;
use specta::Type;
use vault::Filter;

use super::Shared;
use crate::error::{ErrorCode, Reply};
use crate::rows::{Query, Row};
use crate::session::Open;

/// A page of the journal's list.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct JournalPage {
    /// The lines, newest first.
    pub rows: Vec<Row>,
    /// Texts that were never left and match, the latest first; only on the first page.
    pub drafts: Vec<Row>,
    /// How many match altogether, unfinished texts aside.
    pub matched: u32,
    /// The last line, to go on from; none at the end.
    pub more: Option<RecordId>,
    /// How many entries the journal holds.
    pub entries: u32,
    /// How many check-ins it holds.
    pub check_ins: u32,
    /// The sessions that were held, newest first, to group by.
    pub sessions: Vec<SessionMark>,
}

/// A session, for headings and lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct SessionMark {
    /// The record.
    pub id: RecordId,
    /// Its number.
    pub number: u16,
    /// When it is or was.
    pub at: Moment,
    /// What became of it.
    pub status: SessionStatus,
}

impl From<journal::course::Sitting<'_>> for SessionMark {
    fn from(sitting: journal::course::Sitting<'_>) -> Self {
        Self {
            id: sitting.record.id,
            number: sitting.session.number,
            at: sitting.record.at,
            status: sitting.session.status,
        }
    }
}

/// The journal's list: what matches, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn journal_list(app: Shared<'_>, query: Query) -> Reply<JournalPage> {
    if !query.is_fit() {
        return Err(ErrorCode::Invalid.into());
    }
    app.with(move |open| list(open, &query)).await
}

pub(crate) fn list(open: &Open, query: &Query) -> Reply<JournalPage> {
    let filter = filter(query);
    let search = SearchQuery::parse(&query.text);
    let (rows, matched): (Vec<Row>, u32) = if query.text.trim().is_empty() {
        let records = open.vault.records(&filter)?;
        (
            records.iter().map(|record| Row::of(open, record)).collect::<Reply<_>>()?,
            open.vault.count(&filter)?,
        )
    } else {
        let hits = open.vault.search(&search, &filter)?;
        let rows = hits.into_iter().map(|hit| Row::of_hit(open, &search, hit));
        (rows.collect::<Reply<_>>()?, open.vault.count_found(&search, &filter)?)
    };
    let full = rows.len() == usize::from(query.limit.clamp(1, 200));
    let last = rows.last().map(|row| row.id);
    let course = open.course()?;
    let held = |mark: &SessionMark| mark.status == SessionStatus::Held;
    let marks = course.sittings().into_iter().rev().map(SessionMark::from);
    Ok(JournalPage {
        rows,
        drafts: drafts(open, query, &search, &filter)?,
        matched,
        more: last.filter(|_| full),
        entries: count(open, written())?,
        check_ins: count(open, vec![KindName::CheckIn])?,
        sessions: marks.filter(held).collect(),
    })
}

fn drafts(open: &Open, query: &Query, search: &SearchQuery, filter: &Filter) -> Reply<Vec<Row>> {
    if query.after.is_some() {
        return Ok(Vec::new());
    }
    let hits = open.vault.search_drafts(search, filter)?;
    let line = |hit: vault::Hit| {
        if search.is_empty() {
            return Row::of_draft(open, &hit.record);
        }
        Ok(Row { draft: true, ..Row::of_hit(open, search, hit)? })
    };
    hits.into_iter().map(line).collect()
}

fn count(open: &Open, kinds: Vec<KindName>) -> Reply<u32> {
    Ok(open.vault.count(&Filter { kinds, ..Filter::default() })?)
}

/// The kinds that stand in the journal's list when nothing else is asked for.
fn written() -> Vec<KindName> {
    KindName::ALL.iter().copied().filter(|kind| kind.is_written()).collect()
}

/// The kinds that a search through the whole journal looks into.
fn searched() -> Vec<KindName> {
    KindName::ALL.iter().copied().filter(|kind| kind.is_searched()).collect()
}

fn filter(query: &Query) -> Filter {
    let kinds = match query.kinds.as_slice() {
        [] if query.text.trim().is_empty() => written(),
        [] => searched(),
        chosen => chosen.to_vec(),
    };
    Filter {
        kinds,
        people: query.people.clone(),
        from: query.from,
        to: query.to,
        share: query.share,
        before: query.after,
        limit: Some(query.limit.clamp(1, 200).into()),
        ..Filter::default()
    }
}
