//! The course of therapy and its sessions.

use journal::Record;
use journal::course::{Phase, last_held, next_planned};
use serde::Serialize;
use specta::Type;

use super::Shared;
use crate::clock;
use crate::error::Reply;
use crate::session::Open;

/// The course with its sessions.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CourseBook {
    /// The course; none before it was set up.
    pub course: Option<Record>,
    /// Its sessions, earliest first.
    pub sessions: Vec<Record>,
    /// The courses before it, newest first.
    pub earlier: Vec<Record>,
    /// The next planned session.
    pub next: Option<Record>,
    /// The last held one.
    pub last: Option<Record>,
    /// The phase that the next session, or else the last, usually falls into.
    pub usual_phase: Option<Phase>,
}

/// The course with its sessions.
#[tauri::command]
#[specta::specta]
pub(crate) async fn course(app: Shared<'_>) -> Reply<CourseBook> {
    app.with(|open| book(open)).await
}

fn book(open: &Open) -> Reply<CourseBook> {
    let now = clock::now();
    let course = open.course()?;
    let sittings = course.newest_sittings();
    let (next, last) = (next_planned(&sittings, now), last_held(&sittings, now));
    let planned = course.course().map(|course| course.planned_sessions);
    let usual_phase = next
        .or(last)
        .zip(planned)
        .map(|(sitting, planned)| Phase::usual(sitting.session.number, planned));
    Ok(CourseBook {
        usual_phase,
        next: next.map(|sitting| sitting.record.clone()),
        last: last.map(|sitting| sitting.record.clone()),
        sessions: sittings.iter().map(|sitting| sitting.record.clone()).collect(),
        earlier: course.earlier().cloned().collect(),
        course: course.record().cloned(),
    })
}
