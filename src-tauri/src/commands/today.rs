//! What Today shows, from one look into the journal.

use chrono::{Days, NaiveDate};
use journal::course::{self, Area, Interval, Phase, Sitting};
use journal::days::{Day, days};
use journal::grief::KeptDayKind;
use journal::{Body, KindName, Moment, RecordId, Share};
use serde::Serialize;
use specta::Type;
use vault::Filter;

use super::Shared;
use super::list::SessionMark;
use crate::clock;
use crate::error::Reply;
use crate::rows::{Named, Row};
use crate::session::{Names, Open};

/// What Today shows.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Today {
    /// Now.
    pub now: Moment,
    /// The course, if there is one.
    pub course: Option<CourseNow>,
    /// The moments of entries and check-ins since the last held session.
    pub moments: Vec<Moment>,
    /// The last fourteen days, today last.
    pub days: Vec<Day>,
    /// How many check-ins those days hold, for "too early to say".
    pub check_ins: u32,
    /// How many items since the last held session are marked To bring.
    pub to_bring: u32,
    /// What was being written and never left.
    pub drafts: Vec<Row>,
    /// Someone to name in a question: the person of the newest conflict.
    pub conflict_with: Option<Named>,
    /// Days to be gentle with in the next fourteen days.
    pub kept_days: Vec<KeptSoon>,
    /// Whether the recovery key still waits to be typed back.
    pub recovery_pending: bool,
    /// People to call when it is hard.
    pub can_call: Vec<CanCall>,
}

/// Where the course stands.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CourseNow {
    /// The therapist's name as the person writes it; may be empty.
    pub therapist: String,
    /// How many sessions are planned.
    pub planned: u8,
    /// The area that is worked on.
    pub main_area: Option<Area>,
    /// A second area.
    pub second_area: Option<Area>,
    /// The phase, if the person has set it.
    pub phase: Option<Phase>,
    /// The last held session.
    pub last: Option<SessionMark>,
    /// The next planned one.
    pub next: Option<SessionMark>,
    /// How many lines stand on its agenda.
    pub agenda: u32,
    /// Whole days until it, by the calendar.
    pub days_until: Option<i32>,
    /// Planned sessions of days past that never told what became of them.
    pub unanswered: Vec<SessionMark>,
}

/// A day to be gentle with.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct KeptSoon {
    /// The loss it belongs to.
    pub loss: RecordId,
    /// Who died.
    pub person: Named,
    /// What day it is.
    pub what: KeptDayKind,
    /// When it comes round.
    pub on: NaiveDate,
}

/// Someone to call.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CanCall {
    /// The card's id.
    pub id: RecordId,
    /// The name.
    pub name: String,
    /// The number.
    pub phone: String,
    /// When or how.
    pub note: String,
}

/// How many days the small chart shows.
const CHART_DAYS: u64 = 14;
/// How far ahead kept days are named.
const AHEAD: Days = Days::new(14);

/// What Today shows.
#[tauri::command]
#[specta::specta]
pub(crate) async fn today(app: Shared<'_>) -> Reply<Today> {
    app.with(|open| look(open, clock::now())).await
}

/// People to call when it is hard.
#[tauri::command]
#[specta::specta]
pub(crate) async fn people_to_call(app: Shared<'_>) -> Reply<Vec<CanCall>> {
    app.with(|open| can_call(open)).await
}

pub(crate) fn look(open: &Open, now: Moment) -> Reply<Today> {
    let names = open.names()?;
    let course = open.course()?;
    let sittings = course.sittings();
    let interval = Interval::since_last_held(&sittings, now);
    let since = recent(open, interval, now)?;
    let first = now.day() - Days::new(CHART_DAYS - 1);
    let known = open.vault.records(&Filter {
        kinds: journal::days::KINDS.to_vec(),
        from: Some(first),
        ..Filter::default()
    })?;
    let days = days(&known, first, now.day());
    let count = days.iter().map(|day| day.check_ins).sum();
    let drafts = open.vault.drafts()?;
    Ok(Today {
        now,
        course: course.course().map(|one| course_now(one, &sittings, now)),
        moments: since.iter().map(|record| record.at).collect(),
        days,
        check_ins: count,
        to_bring: to_bring(&since),
        drafts: drafts.iter().map(|(one, _)| Row::of_draft(open, one)).collect::<Reply<_>>()?,
        conflict_with: conflict_with(open, &names)?,
        kept_days: kept_days(open, &names, now.day())?,
        recovery_pending: open.recovery_pending()?,
        can_call: can_call(open)?,
    })
}

/// Everything written and every check-in of the interval, at most the last 60 days of it.
fn recent(open: &Open, interval: Interval, now: Moment) -> Reply<Vec<journal::Record>> {
    let furthest = now.day() - Days::new(60);
    let from = interval.after.map_or(furthest, |after| after.day().max(furthest));
    let kinds = KindName::ALL
        .iter()
        .copied()
        .filter(|kind| kind.is_written() || *kind == KindName::CheckIn)
        .collect();
    let mut records =
        open.vault.records(&Filter { kinds, from: Some(from), ..Filter::default() })?;
    records.retain(|record| interval.contains(record.at));
    Ok(records)
}

fn to_bring(records: &[journal::Record]) -> u32 {
    let bring =
        |record: &&journal::Record| record.share == Share::ToBring && record.kind().is_written();
    u32::try_from(records.iter().filter(bring).count()).unwrap_or(u32::MAX)
}

fn course_now(course: &course::Course, sittings: &[Sitting<'_>], now: Moment) -> CourseNow {
    let next = course::next_planned(sittings, now);
    let days_until = next
        .and_then(|sitting| i32::try_from((sitting.record.at.day() - now.day()).num_days()).ok());
    CourseNow {
        therapist: course.therapist.clone(),
        planned: course.planned_sessions,
        main_area: course.main_area,
        second_area: course.second_area,
        phase: course.phase,
        last: course::last_held(sittings, now).map(SessionMark::from),
        next: next.map(SessionMark::from),
        agenda: next.map_or(0, lines),
        days_until,
        unanswered: course::unanswered(sittings, now).into_iter().map(SessionMark::from).collect(),
    }
}

fn lines(sitting: Sitting<'_>) -> u32 {
    u32::try_from(sitting.session.agenda.len()).unwrap_or(u32::MAX)
}

fn named(names: &Names, id: RecordId) -> Option<Named> {
    Some(Named { id, name: names.get(&id)?.clone() })
}

fn conflict_with(open: &Open, names: &Names) -> Reply<Option<Named>> {
    let newest = open.newest(KindName::Conflict)?;
    let people = newest.map(|record| record.people()).unwrap_or_default();
    Ok(people.into_iter().find_map(|id| named(names, id)))
}

fn kept_days(open: &Open, names: &Names, today: NaiveDate) -> Reply<Vec<KeptSoon>> {
    let mut soon = Vec::new();
    for record in open.all_of(&[KindName::Loss])? {
        let Body::Loss(loss) = &record.body else { continue };
        let Some(person) = loss.person.and_then(|id| named(names, id)) else { continue };
        for kept in loss.kept_days.iter().filter(|kept| kept.remind) {
            let on = kept.on.next_from(today).filter(|&on| on <= today + AHEAD);
            if let Some(on) = on {
                let what = kept.what.clone();
                soon.push(KeptSoon { loss: record.id, person: person.clone(), what, on });
            }
        }
    }
    soon.sort_by_key(|kept| kept.on);
    Ok(soon)
}

fn can_call(open: &Open) -> Reply<Vec<CanCall>> {
    let call = |record: journal::Record| match record.body {
        Body::Person(person) if person.can_call && !person.phone.trim().is_empty() => {
            Some(CanCall {
                id: record.id,
                name: person.given_name().to_owned(),
                phone: person.phone,
                note: person.phone_note,
            })
        }
        _ => None,
    };
    let mut people: Vec<CanCall> =
        open.all_of(&[KindName::Person])?.into_iter().filter_map(call).collect();
    people.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(people)
}
