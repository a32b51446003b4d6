//! The page of a readable export, by the way the window takes: into a vault, out
//! of it again, composed, laid out.

use std::path::Path;

use journal::choices::{Blackout, Names, Paper};
use journal::export::Readable;
use journal::{Body, Moment, PageChoices, Record};
use summary::{Laid, Material, Tagging, Words};
use vault::{KdfCost, Passphrase, Vault};

use super::{Random, Trouble};

/// What is asked of a page; what is `None` is as the export remembers it.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageRequest<'a> {
    /// The paper.
    pub paper: Option<Paper>,
    /// How names stand on it.
    pub names: Option<Names>,
    /// Words that are taken out of everything on it.
    pub blackouts: &'a [String],
    /// The password it is sealed with; `None` leaves it open to anyone.
    pub password: Option<&'a str>,
}

/// A page.
pub struct Rendered {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// Whether it is as accessible as it should be.
    pub tagged: Tagging,
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
    let material = Material { records: &records, now: written, words: Words::of("en") };
    let laid = Laid::new(&summary::compose(&material, &choices), choices.paper)?;
    let pdf = laid.pdf()?;
    let bytes = match request.password {
        Some(password) => summary::seal(&pdf.bytes, password, random)?,
        None => pdf.bytes,
    };
    Ok(Rendered { bytes, pages: laid.pages(), tagged: pdf.tagged })
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
