//! The page: what can be chosen, how it looks, and handing it over.

use chrono::Days;
use journal::choices::Variant;
use journal::course::{last_held, next_planned};
use journal::disclosure::Disclosure;
use journal::{Body, KindName, Moment, PageChoices, Record, RecordId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specta::Type;
use summary::{Laid, Material, Offer, Page, PreviewPage, Words};
use tauri::AppHandle;
use vault::Filter;

use super::Shared;
use crate::app::blocking;
use crate::clock;
use crate::error::{ErrorCode, Reply};
use crate::files;
use crate::session::Open;
use crate::text::SecretText;
use crate::whole::Whole;

/// What can be chosen for the page, with what was chosen last time.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct PageOffer {
    /// The remembered choices.
    pub choices: PageChoices,
    /// Blocks and items.
    pub offer: Offer,
    /// The session the page is for, if one is planned.
    pub session: Option<Record>,
}

/// The page as it will be printed.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Preview {
    /// Its pages.
    pub pages: Vec<PreviewPage>,
    /// What can be ticked under these choices.
    pub offer: Offer,
    /// What is ticked and did not fit.
    pub no_room: Vec<RecordId>,
}

/// What became of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PageSaved {
    /// The file is where the person wanted it.
    Saved,
    /// The person thought better of it.
    Cancelled,
}

/// What the page is made from, read while the journal is open.
struct Source {
    records: Vec<Record>,
    now: Moment,
    words: &'static Words,
}

/// How far back the page looks among the records of a kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Whenever it began: people, the work in the areas with its weekly numbers, stories, the
    /// life chart, what goes on from day to day, and scales from a file.
    Ever,
    /// As far as the course: what happened on a day.
    Course,
    /// Read in another way, or nothing for a page.
    Not,
}

/// A new kind has to say here whether the page needs it.
fn reach(kind: KindName) -> Reach {
    match kind {
        KindName::Person
        | KindName::Loss
        | KindName::Dispute
        | KindName::Transition
        | KindName::Connection
        | KindName::Weekly
        | KindName::Pattern
        | KindName::PastRelationship
        | KindName::LifeEvent
        | KindName::Circle
        | KindName::Care
        | KindName::Rhythm
        | KindName::SafetyPlan
        | KindName::ScalePack
        | KindName::Disclosure => Reach::Ever,
        KindName::Conflict
        | KindName::Grief
        | KindName::CheckIn
        | KindName::Note
        | KindName::Contact
        | KindName::Attempt
        | KindName::Memory
        | KindName::Event
        | KindName::Decision
        | KindName::Rehearsal
        | KindName::Experiment
        | KindName::RhythmDay
        | KindName::CareDay
        | KindName::Ride
        | KindName::Use
        | KindName::UseDay
        | KindName::Answers => Reach::Course,
        KindName::Course
        | KindName::Session
        | KindName::PageChoices
        | KindName::Settings
        | KindName::Prompt => Reach::Not,
    }
}

/// How far back a page looks when no course says where it began.
const FURTHEST: Days = Days::new(180);

impl Source {
    fn read(open: &Open, now: Moment, language: &str) -> Reply<Self> {
        let course = open.course()?;
        let began = course.began();
        let kinds = |wanted: Reach| -> Vec<KindName> {
            KindName::ALL.iter().copied().filter(|&kind| reach(kind) == wanted).collect()
        };
        let mut records = open.all_of(&kinds(Reach::Ever))?;
        records.extend(open.vault.records(&Filter {
            kinds: kinds(Reach::Course),
            from: Some(began.unwrap_or(now.day() - FURTHEST).min(now.day())),
            ..Filter::default()
        })?);
        records.extend(course.records.iter().cloned());
        Ok(Self { records, now, words: Words::of(language) })
    }

    fn material(&self) -> Material<'_> {
        Material { records: &self.records, now: self.now, words: self.words, since: None }
    }

    fn offer(&self, choices: &PageChoices) -> Offer {
        summary::offer(&self.material(), choices)
    }

    fn preview(&self, choices: &PageChoices) -> Reply<Preview> {
        let laid = self.laid(choices)?;
        Ok(Preview {
            pages: laid.preview(),
            offer: self.offer(choices),
            no_room: laid.no_room().to_vec(),
        })
    }

    fn laid(&self, choices: &PageChoices) -> Reply<Laid> {
        let page = summary::compose(&self.material(), choices);
        Laid::new(&page, choices.paper).map_err(|_| ErrorCode::Page.into())
    }
}

/// What can be chosen for the page.
#[tauri::command]
#[specta::specta]
pub(crate) async fn page_offer(app: Shared<'_>) -> Reply<PageOffer> {
    let language = app.prefs().language;
    app.with(move |open| {
        let now = clock::now();
        let source = Source::read(open, now, &language)?;
        let choices = open.page_choices()?;
        let offer = source.offer(&choices);
        let course = open.course()?;
        let session = next_planned(&course.sittings(), now).map(|one| one.record.clone());
        Ok(PageOffer { choices, offer, session })
    })
    .await
}

/// The page under some choices, and remembers them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn page_preview(app: Shared<'_>, choices: Whole<PageChoices>) -> Reply<Preview> {
    let (source, choices) = read_and_remember(&app, choices).await?;
    blocking(move || source.preview(&choices)).await
}

/// The same for the bench, which has no window.
#[cfg(feature = "bench")]
pub(crate) fn preview(open: &Open, now: Moment) -> Reply<Preview> {
    Source::read(open, now, "en")?.preview(&PageChoices::default())
}

/// Five words for the file, which nobody chose and nothing keeps.
#[tauri::command]
#[specta::specta]
pub(crate) async fn page_file_password() -> Reply<String> {
    Ok(vault::suggest_passphrase(&mut clock::random).to_string())
}

/// Saves the page where the person wants it: sealed with a password, or plain.
#[tauri::command]
#[specta::specta]
pub(crate) async fn page_save(
    handle: AppHandle,
    app: Shared<'_>,
    choices: Whole<PageChoices>,
    password: Option<SecretText>,
) -> Reply<PageSaved> {
    let (source, choices) = read_and_remember(&app, choices).await?;
    let sealed = password.is_some();
    let variant = choices.variant;
    let (bytes, items): (Vec<u8>, Vec<RecordId>) = blocking(move || {
        let laid = source.laid(&choices)?;
        let bytes = laid.pdf().map_err(|_| ErrorCode::Page)?.bytes;
        Ok((seal(bytes, password)?, laid.page().items()))
    })
    .await?;
    let Some(file) = files::ask_where(&handle, files::PDF).await else {
        return Ok(PageSaved::Cancelled);
    };
    let file_hash = hex(&Sha256::digest(&bytes));
    blocking(move || files::write_whole(&file, &bytes)).await?;
    app.with(move |open| log(open, Left { variant, items, sealed, file_hash })).await?;
    Ok(PageSaved::Saved)
}

/// What else than a PDF the page can be. None of these can be locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PageFormat {
    /// A FHIR R4 document, for a clinic's program.
    Fhir,
    /// The numbers of check-ins, for a spreadsheet.
    Csv,
    /// Text.
    Markdown,
}

/// Saves the page in another format where the person wants it, plain.
#[tauri::command]
#[specta::specta]
pub(crate) async fn page_save_as(
    handle: AppHandle,
    app: Shared<'_>,
    choices: Whole<PageChoices>,
    format: PageFormat,
) -> Reply<PageSaved> {
    let (source, choices) = read_and_remember(&app, choices).await?;
    let variant = choices.variant;
    let (bytes, items) = blocking(move || {
        let laid = source.laid(&choices)?;
        Ok((written(laid.page(), format, source.now), laid.page().items()))
    })
    .await?;
    let kind = match format {
        PageFormat::Fhir => files::FHIR,
        PageFormat::Csv => files::CSV,
        PageFormat::Markdown => files::MARKDOWN,
    };
    let Some(file) = files::ask_where(&handle, kind).await else {
        return Ok(PageSaved::Cancelled);
    };
    let file_hash = hex(&Sha256::digest(&bytes));
    blocking(move || files::write_whole(&file, &bytes)).await?;
    app.with(move |open| log(open, Left { variant, items, sealed: false, file_hash })).await?;
    Ok(PageSaved::Saved)
}

fn written(page: &Page, format: PageFormat, now: Moment) -> Vec<u8> {
    match format {
        PageFormat::Fhir => summary::fhir(page, now, &mut clock::random).into_bytes(),
        PageFormat::Csv => summary::csv(page),
        PageFormat::Markdown => summary::markdown(page).into_bytes(),
    }
}

/// Logs that the page was given to the printer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn page_printed(app: Shared<'_>, choices: Whole<PageChoices>) -> Reply<()> {
    let (source, choices) = read_and_remember(&app, choices).await?;
    let variant = choices.variant;
    let items = blocking(move || Ok(source.laid(&choices)?.page().items())).await?;
    app.with(move |open| {
        log(open, Left { variant, items, sealed: false, file_hash: String::new() })
    })
    .await
}

/// What left the journal.
struct Left {
    variant: Variant,
    items: Vec<RecordId>,
    sealed: bool,
    file_hash: String,
}

fn seal(bytes: Vec<u8>, password: Option<SecretText>) -> Reply<Vec<u8>> {
    const SHORTEST: usize = 8;
    let Some(password) = password else { return Ok(bytes) };
    if password.as_str().chars().count() < SHORTEST {
        return Err(ErrorCode::FilePassword.into());
    }
    summary::seal(&bytes, password.as_str(), &mut clock::random).map_err(|error| match error {
        summary::Error::Password => ErrorCode::FilePassword.into(),
        _ => ErrorCode::Page.into(),
    })
}

async fn read_and_remember(
    app: &Shared<'_>,
    Whole(choices): Whole<PageChoices>,
) -> Reply<(Source, PageChoices)> {
    let language = app.prefs().language;
    app.with(move |open| {
        let now = clock::now();
        if open.page_choices()? != choices {
            let body = Body::PageChoices(choices.clone());
            open.keep_single(Record::with_body(clock::new_id(), now, body))?;
        }
        Ok((Source::read(open, now, &language)?, choices))
    })
    .await
}

/// Logs inside the journal that a page left it.
fn log(open: &mut Open, left: Left) -> Reply<()> {
    let now = clock::now();
    let course = open.course()?;
    let sittings = course.sittings();
    let first = last_held(&sittings, now).map_or(now, |sitting| sitting.record.at);
    let others = left.variant.is_for_others();
    let told = course.course().map(|course| course.therapist.trim().to_owned());
    let disclosure = Disclosure {
        variant: left.variant,
        to_whom: told.filter(|_| !others).unwrap_or_default(),
        session: next_planned(&sittings, now).map(|sitting| sitting.record.id),
        period: Some((first.day(), now.day())),
        items: left.items,
        sealed: left.sealed,
        file_hash: left.file_hash,
    };
    let record = Record::with_body(clock::new_id(), now, Body::Disclosure(disclosure));
    open.vault.save(&record, now)?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut text = String::new();
    for byte in bytes {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
    }
    text
}
