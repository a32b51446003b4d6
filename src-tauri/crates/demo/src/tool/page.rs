//! The page of a readable export, by the way the window takes: into a vault, out
//! of it again, composed, laid out, and written in the format asked for.

use std::path::Path;

use chrono::NaiveDate;
use journal::choices::{Blackout, Names, Paper, Variant};
use journal::export::Readable;
use journal::{Body, Moment, PageChoices, Record};
use summary::{Laid, Material, Tagging, Words};
use vault::{KdfCost, Passphrase, Vault};

use super::{Random, Trouble};

/// What the file is to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A sheet to print or read.
    #[default]
    Pdf,
    /// A FHIR R4 document, for a clinic's program.
    Fhir,
    /// The numbers of check-ins, for a spreadsheet.
    Csv,
    /// Text with marks.
    Markdown,
}

/// What is asked of a page; what is `None` is as the export remembers it.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageRequest<'a> {
    /// What the file is to be.
    pub format: Format,
    /// The first day covered; `None` begins after the last session that was held.
    pub since: Option<NaiveDate>,
    /// The paper.
    pub paper: Option<Paper>,
    /// Whom it is for.
    pub variant: Option<Variant>,
    /// How names stand on it.
    pub names: Option<Names>,
    /// Words that are taken out of everything on it.
    pub blackouts: &'a [String],
    /// The password it is sealed with; `None` leaves it open to anyone.
    pub password: Option<&'a str>,
}

/// A page.
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// Whether it is as accessible as it should be; for a PDF.
    pub tagged: Option<Tagging>,
}

/// The page of a readable export, made as of the moment the export was written,
/// so that one export always gives one page.
///
/// # Errors
/// [`Trouble::Unreadable`] names the line or the record; [`Trouble::Vault`] and
/// [`Trouble::Page`] as those crates have them.
pub fn render(
    export: &str,
    request: &PageRequest<'_>,
    random: Random<'_>,
) -> Result<Rendered, Trouble> {
    let Readable { records, written, .. } = Readable::from_json(export)?;
    let folder = tempfile::tempdir().map_err(Trouble::Write)?;
    let records = through_a_vault(folder.path(), &records, written, &mut *random)?;
    let choices = choices(&records, request);
    let since = request.since;
    let material = Material { records: &records, now: written, words: Words::of("en"), since };
    // The other formats are of the page as it was laid out, so that each tells the same.
    let laid = Laid::new(&summary::compose(&material, &choices), choices.paper)?;
    let pages = laid.pages();
    let (bytes, tagged) = match request.format {
        Format::Pdf => {
            let pdf = laid.pdf()?;
            let bytes = match request.password {
                Some(password) => summary::seal(&pdf.bytes, password, random)?,
                None => pdf.bytes,
            };
            (bytes, Some(pdf.tagged))
        }
        Format::Fhir => (summary::fhir(laid.page(), written, random).into_bytes(), None),
        Format::Csv => (summary::csv(laid.page()), None),
        Format::Markdown => (summary::markdown(laid.page()).into_bytes(), None),
    };
    Ok(Rendered { bytes, pages, tagged })
}

fn through_a_vault(
    folder: &Path,
    records: &[Record],
    now: Moment,
    random: Random<'_>,
) -> Result<Vec<Record>, Trouble> {
    let passphrase = Passphrase::new(vault::suggest_passphrase(&mut *random).to_string())?;
    let (mut vault, _) = Vault::create(folder, &passphrase, KdfCost::FLOOR, now, random)?;
    vault.import(records, now)?;
    let read = vault.all()?;
    vault.close()?;
    Ok(read)
}

fn choices(records: &[Record], request: &PageRequest<'_>) -> PageChoices {
    let remembered = |record: &Record| match &record.body {
        Body::PageChoices(choices) => Some((record.at, choices.clone())),
        _ => None,
    };
    let last = records.iter().filter_map(remembered).max_by_key(|(at, _)| *at);
    let mut choices = last.map(|(_, choices)| choices).unwrap_or_default();
    choices.variant = request.variant.unwrap_or(choices.variant);
    choices.paper = request.paper.unwrap_or(choices.paper);
    choices.names = request.names.unwrap_or(choices.names);
    // From every record, whether the words stand in it or not: what a word means
    // is for the page to find out, with its folding of case and accents.
    for words in request.blackouts {
        let everywhere =
            records.iter().map(|record| Blackout { item: record.id, words: words.clone() });
        choices.blackouts.extend(everywhere);
    }
    choices
}
