//! Rating scales: which there are, what came out, and files that bring others.

use chrono::NaiveDate;
use journal::answers::{Answers, ScalePack};
use journal::scale::history::{ScaleHistory, Suits, hard_answer_before, history, of_scale, suits};
use journal::scale::item_nine::{self, CareCard};
use journal::scale::pack::{self, PackFault};
use journal::scale::scoring::{self, Scored};
use journal::scale::{Scale, built_in};
use journal::{Body, KindName, Moment, Record, RecordId};
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;

use super::Shared;
use crate::app::blocking;
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::files;
use crate::session::Open;

/// A scale in the list.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct OnShelf {
    /// The scale.
    pub scale: Scale,
    /// The record that brought it; none if it is built in.
    pub pack: Option<RecordId>,
    /// When it was last filled.
    pub last: Option<Moment>,
    /// How often it was filled.
    pub times: u32,
    /// One that was left half-way.
    pub half_way: Option<RecordId>,
    /// The time of the course that it suits, if it was not filled since.
    pub suits: Option<Suits>,
}

/// Answers as the rules of their scale see them.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct WeighedAnswers {
    /// The answers, settled and counted.
    pub answers: Answers,
    /// What comes out.
    pub scores: Vec<Scored>,
    /// Questions that are not asked after these answers.
    pub passed_over: Vec<String>,
    /// Whether the card of D.1 is shown.
    pub care: Option<CareCard>,
    /// The answer to that question the time before.
    pub hard_before: Option<u16>,
}

/// A scale file that was looked at.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct PackSeen {
    /// The scale, if it can be taken.
    pub scale: Option<Scale>,
    /// Why it cannot.
    pub fault: Option<PackFault>,
    /// The record of the one it would take the place of.
    pub replaces: Option<RecordId>,
}

/// Every scale there is, and the slots of those that are still to come.
#[tauri::command]
#[specta::specta]
pub(crate) async fn scales(app: Shared<'_>) -> Reply<Vec<OnShelf>> {
    app.with(|open| shelf(open, clock::now())).await
}

/// One scale and every time it was filled.
#[tauri::command]
#[specta::specta]
pub(crate) async fn scale_history(app: Shared<'_>, id: String) -> Reply<ScaleHistory> {
    app.with(move |open| {
        let scale = known(open, &id)?.ok_or(ErrorCode::NotFound)?;
        Ok(history(&scale, &open.all_of(&[KindName::Answers])?))
    })
    .await
}

/// Counts answers that are being given. Keeps nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn weigh_answers(app: Shared<'_>, record: Record) -> Reply<WeighedAnswers> {
    app.with(move |open| weigh(open, &record)).await
}

/// Asks for a scale file with the system's dialog and looks at it. Keeps nothing; none
/// if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_scale_pack(
    app: Shared<'_>,
    handle: AppHandle,
) -> Reply<Option<PackSeen>> {
    app.with(|_| Ok(())).await?;
    let Some(file) = files::ask_which(&handle, files::SCALE).await else { return Ok(None) };
    let most = pack::LONGEST as u64;
    // One byte more than may be is read, so that its length is what is found wrong.
    let bytes =
        blocking(move || files::read_at_most(&file, most).map(Some).or_else(too_long)).await?;
    app.with(move |open| see(open, bytes.as_deref())).await.map(Some)
}

fn too_long(error: crate::error::Failure) -> Reply<Option<Vec<u8>>> {
    if error.code == ErrorCode::Invalid { Ok(None) } else { Err(error) }
}

fn see(open: &Open, file: Option<&[u8]>) -> Reply<PackSeen> {
    let read = file.map_or(Err(PackFault::TooLong), pack::read);
    let scale = match read {
        Ok(scale) => scale,
        Err(fault) => return Ok(PackSeen { scale: None, fault: Some(fault), replaces: None }),
    };
    let same =
        |(_, other): &(RecordId, Scale)| other.id == scale.id && other.language == scale.language;
    let replaces = packs(open)?.into_iter().find(same).map(|(id, _)| id);
    Ok(PackSeen { scale: Some(scale), fault: None, replaces })
}

fn packs(open: &Open) -> Reply<Vec<(RecordId, Scale)>> {
    let scale = |record: Record| match record.body {
        Body::ScalePack(ScalePack { scale }) => Some((record.id, scale)),
        _ => None,
    };
    let mut all: Vec<_> =
        open.all_of(&[KindName::ScalePack])?.into_iter().filter_map(scale).collect();
    all.sort_by(|(_, one), (_, other)| one.title.cmp(&other.title));
    Ok(all)
}

/// A scale that can be filled: in words that came with a file before those built in.
fn known(open: &Open, id: &str) -> Reply<Option<Scale>> {
    let from_file = packs(open)?.into_iter().map(|(_, scale)| scale).find(|scale| scale.id == id);
    Ok(from_file.or_else(|| built_in::built_in().iter().find(|scale| scale.id == id).cloned()))
}

pub(crate) fn shelf(open: &Open, now: Moment) -> Reply<Vec<OnShelf>> {
    let answers = open.all_of(&[KindName::Answers])?;
    let drafts: Vec<Record> = open.vault.drafts()?.into_iter().map(|(record, _)| record).collect();
    let course = open.course()?;
    let packs = packs(open)?;
    let brought = |scale: &&Scale| !packs.iter().any(|(_, other)| other.id == scale.id);
    let ours = built_in::built_in().iter().filter(brought).map(|scale| (None, scale.clone()));
    let theirs = packs.iter().map(|(id, scale)| (Some(*id), scale.clone()));
    let on_shelf = |(pack, scale): (Option<RecordId>, Scale)| {
        let filled = of_scale(&answers, &scale.id);
        let last = filled.last().map(|(record, _)| record.at);
        let began = course.began().filter(|_| !scale.slot);
        OnShelf {
            last,
            times: u32::try_from(filled.len()).unwrap_or(u32::MAX),
            half_way: of_scale(&drafts, &scale.id).last().map(|(record, _)| record.id),
            suits: began.and_then(|began: NaiveDate| {
                suits(&scale, began, last.map(Moment::day), now.day())
            }),
            pack,
            scale,
        }
    };
    Ok(ours.chain(theirs).map(on_shelf).collect())
}

pub(crate) fn weigh(open: &Open, record: &Record) -> Reply<WeighedAnswers> {
    let Body::Answers(answers) = &record.body else { return Err(ErrorCode::Invalid.into()) };
    let scale = known(open, &answers.scale)?.ok_or(ErrorCode::NotFound)?;
    let answers = answers.clone().counted(&scale);
    let hard_before = hard_answer_before(&scale, &open.all_of(&[KindName::Answers])?, record);
    Ok(WeighedAnswers {
        scores: scoring::score(&scale, &answers.answers),
        passed_over: scoring::passed_over(&scale, &answers.answers),
        care: item_nine::care(item_nine::hard_answer(Some(&scale), &answers), hard_before),
        hard_before,
        answers,
    })
}
