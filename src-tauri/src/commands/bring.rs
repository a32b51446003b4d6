//! Bringing in what was written elsewhere, and taking everything out as a readable file.

use std::path::Path;

use chrono::NaiveDate;
use journal::answers::Answers;
use journal::bring::{Given, Refused, Remark, Source, Understood};
use journal::export::Readable;
use journal::scale::item_nine::{self, CareCard};
use journal::{Body, KindName, Moment};
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use vault::{Fates, Undo};

use super::Shared;
use crate::app::blocking;
use crate::brought;
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::files;

/// What would become of the records of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct BringFates {
    /// Not here yet.
    pub new: u32,
    /// Here and older: becomes an earlier version of what comes in.
    pub replaced: u32,
    /// Here and newer: stays, and what comes in becomes an earlier version.
    pub stays: u32,
    /// Here the same.
    pub same: u32,
    /// Here in the trash: comes back.
    pub from_trash: u32,
    /// Settings and choices: those here stay.
    pub ours: u32,
}

/// How many of a kind.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct KindCount {
    /// The kind.
    pub kind: KindName,
    /// How many.
    pub count: u32,
}

/// The beginning of something that would come in.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BringRow {
    /// What it is.
    pub kind: KindName,
    /// Its day.
    pub day: NaiveDate,
    /// Its title; may be empty.
    pub title: String,
    /// Its first words.
    pub opening: String,
}

/// What was understood of what was chosen. Nothing is kept yet.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BringPreview {
    /// Where it comes from.
    pub source: Source,
    /// When the file was written, if it says so.
    pub written: Option<Moment>,
    /// How many of each kind, the most first.
    pub kinds: Vec<KindCount>,
    /// The first day.
    pub first: Option<NaiveDate>,
    /// The last day.
    pub last: Option<NaiveDate>,
    /// The newest of them.
    pub rows: Vec<BringRow>,
    /// What would become of them.
    pub fates: BringFates,
    /// How many stand in it more than once.
    pub twice: u32,
    /// What was not understood, the first of it.
    pub remarks: Vec<Remark>,
    /// How many more there are.
    pub more_remarks: u32,
    /// Whether the card of D.1 is shown: a filled form in it answered item 9 with 1 or more.
    pub care: Option<CareCard>,
}

/// What was chosen: what is in it, or why nothing can be brought in.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BringChoice {
    /// What was understood.
    pub preview: Option<BringPreview>,
    /// Why not.
    pub refused: Option<Refused>,
}

/// What waits to be brought in, and what was.
#[derive(Debug, Default)]
pub(crate) struct Bringing {
    understood: Option<Understood>,
    undo: Vec<Undo>,
}

/// The most remarks and rows that are shown, and letters of a first line.
const REMARKS: usize = 200;
const ROWS: usize = 5;
const LETTERS: usize = 120;

/// Asks for a file, or for a folder of text files, and says what was understood of it.
/// Changes nothing. None if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bring_choose(
    app: Shared<'_>,
    handle: AppHandle,
    folder: bool,
) -> Reply<Option<BringChoice>> {
    // Nothing can be brought into a journal that is locked: no dialog before that is known.
    app.with(|_| Ok(())).await?;
    let chosen = if folder {
        files::ask_folder(&handle).await
    } else {
        files::ask_among(&handle, files::BRINGS).await
    };
    let Some(path) = chosen else { return Ok(None) };
    let read = blocking(move || understand(&path, folder)).await?;
    let state = app.inner().clone();
    let understood = match read {
        Ok(understood) => understood,
        Err(refused) => {
            return Ok(Some(BringChoice { preview: None, refused: Some(refused) }));
        }
    };
    app.with(move |open| {
        let fates = open.vault.weigh(&understood.records, understood.written)?;
        let preview = preview(&understood, fates);
        state.picks(|picks| picks.bringing.understood = Some(understood));
        Ok(Some(BringChoice { preview: Some(preview), refused: None }))
    })
    .await
}

fn understand(path: &Path, folder: bool) -> Reply<Result<Understood, Refused>> {
    let read = if folder { brought::read_folder(path)? } else { vec![brought::read_named(path)?] };
    let given: Vec<Given<'_>> = read
        .iter()
        .map(|file| Given { name: &file.name, bytes: &file.bytes, changed: file.changed })
        .collect();
    Ok(journal::bring::read(&given, &clock::Here))
}

/// Brings in what was chosen last, all of it or nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bring_in(app: Shared<'_>) -> Reply<BringFates> {
    let state = app.inner().clone();
    app.with(move |open| {
        let waiting = state.picks(|picks| picks.bringing.understood.take());
        let understood = waiting.ok_or(ErrorCode::NotFound)?;
        let brought = open.vault.bring(&understood.records, understood.written, clock::now());
        if brought.is_err() {
            // It can be tried again, once there is room.
            state.picks(|picks| picks.bringing.understood = Some(understood));
        }
        let brought = brought?;
        state.picks(|picks| picks.bringing.undo = brought.undo);
        Ok(brought.fates.into())
    })
    .await
}

/// Takes back what was brought in last: it goes into the trash.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bring_undo(app: Shared<'_>) -> Reply<()> {
    let state = app.inner().clone();
    app.with(move |open| {
        let undo = state.picks(|picks| std::mem::take(&mut picks.bringing.undo));
        if undo.is_empty() {
            return Err(ErrorCode::NotFound.into());
        }
        Ok(open.vault.take_back(&undo, clock::now())?)
    })
    .await
}

/// Writes every record into a readable file, not encrypted, where the person wants it.
/// False if they thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_out(app: Shared<'_>, handle: AppHandle) -> Reply<bool> {
    let records = app.with(|open| Ok(open.vault.all()?)).await?;
    let Some(file) = files::ask_where(&handle, files::READABLE).await else { return Ok(false) };
    blocking(move || {
        let readable = Readable::new(records, clock::now());
        files::write_whole(&file, readable.to_json().as_bytes())
    })
    .await?;
    Ok(true)
}

fn preview(understood: &Understood, fates: Fates) -> BringPreview {
    let Understood { source, written, records, twice, remarks } = understood;
    let mut kinds: Vec<KindCount> = Vec::new();
    for record in records {
        match kinds.iter_mut().find(|one| one.kind == record.kind()) {
            Some(one) => one.count += 1,
            None => kinds.push(KindCount { kind: record.kind(), count: 1 }),
        }
    }
    kinds.sort_by_key(|one| std::cmp::Reverse(one.count));
    let days = || records.iter().map(|record| record.at.day());
    let newest = records.iter().rev().filter(|record| record.kind().is_written());
    let row = |record: &journal::Record| BringRow {
        kind: record.kind(),
        day: record.at.day(),
        title: record.title().to_owned(),
        opening: record.opening().chars().take(LETTERS).collect(),
    };
    BringPreview {
        source: *source,
        written: *written,
        kinds,
        first: days().min(),
        last: days().max(),
        rows: newest.take(ROWS).map(row).collect(),
        fates: fates.into(),
        twice: *twice,
        remarks: remarks.iter().take(REMARKS).cloned().collect(),
        more_remarks: u32::try_from(remarks.len().saturating_sub(REMARKS)).unwrap_or(u32::MAX),
        care: item_nine::care_in(forms(records)),
    }
}

/// The filled forms among what was understood, oldest first.
fn forms(records: &[journal::Record]) -> impl Iterator<Item = &Answers> {
    let mut forms: Vec<_> = records
        .iter()
        .filter_map(|record| match &record.body {
            Body::Answers(answers) => Some((record.at, answers)),
            _ => None,
        })
        .collect();
    forms.sort_by_key(|(at, _)| *at);
    forms.into_iter().map(|(_, answers)| answers)
}

impl From<Fates> for BringFates {
    fn from(fates: Fates) -> Self {
        let Fates { new, replaced, stays, same, from_trash, ours } = fates;
        Self { new, replaced, stays, same, from_trash, ours }
    }
}
