//! What the program `demo` does: writes the sample course as a readable export,
//! makes a journal of it, and makes the page of a readable export.
//!
//! Time and randomness come in as parameters. Nothing that stands in a file may
//! enter a message.

mod files;
mod page;

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use journal::Moment;
use journal::export::{Readable, Unreadable};
use thiserror::Error;
use vault::{KdfCost, Passphrase, RecoveryKey, Vault};

use crate::generated;

pub use page::{Format, PageRequest, Rendered, render};

/// Where the app keeps what became of the recovery key. A sample's is printed, so
/// the app need not ask for it to be typed back.
const RECOVERY_KEY: &str = "recovery-key";

/// Fills a slice with random bytes.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]);

/// Why it could not be done: one sentence, without any of a file's text.
#[derive(Debug, Error)]
pub enum Trouble {
    /// A file could not be read.
    #[error("The export could not be read: {}.", reason(.0))]
    Read(io::Error),
    /// A file is not text.
    #[error("The export is not a text file in UTF-8.")]
    NotText,
    /// An export is not as it should be.
    #[error("The export cannot be used: {0}.")]
    Unreadable(#[from] Unreadable),
    /// A file could not be written.
    #[error("The file could not be written: {}. What was there before is as it was.", reason(.0))]
    Write(io::Error),
    /// The journal refused.
    #[error("The journal could not be made: {0}.")]
    Vault(#[from] vault::Error),
    /// The page could not be made.
    #[error("The page could not be made: {0}.")]
    Page(#[from] summary::Error),
}

/// An error of the system without the path it was about.
fn reason(error: &io::Error) -> String {
    error.kind().to_string()
}

/// Writes the sample course, as it stands at `now`, into `file`.
///
/// # Errors
/// [`Trouble::Write`]; a file that was there is then unchanged.
pub fn export(file: &Path, now: Moment) -> Result<(), Trouble> {
    let records = crate::course(now.day(), *now.0.offset());
    files::write_whole(file, Readable::new(records, now).to_json().as_bytes())
}

/// Writes every generated course as a readable export into `folder`.
///
/// # Errors
/// [`Trouble::Write`].
pub fn courses(folder: &Path) -> Result<(), Trouble> {
    for number in 0..generated::COURSES {
        let file = folder.join(format!("course-{number:02}.json"));
        let readable = Readable::new(generated::generated(number), generated::written());
        files::write_whole(&file, readable.to_json().as_bytes())?;
    }
    Ok(())
}

/// Makes the page of the readable export `from` and writes it into `to`.
///
/// # Errors
/// Any [`Trouble`]; a file that was there is then unchanged.
pub fn page(
    from: &Path,
    to: &Path,
    request: &PageRequest<'_>,
    random: Random<'_>,
) -> Result<Rendered, Trouble> {
    let rendered = render(&files::read(from)?, request, random)?;
    files::write_whole(to, &rendered.bytes)?;
    Ok(rendered)
}

/// Makes a journal in `dir` that holds the sample course as it stands at `now`.
/// Without a passphrase it is given five words.
///
/// # Errors
/// [`Trouble::Vault`]; a journal that is there already is not touched.
pub fn journal(
    dir: &Path,
    passphrase: Option<&str>,
    now: Moment,
    random: Random<'_>,
) -> Result<Sample, Trouble> {
    let passphrase = passphrase
        .map_or_else(|| vault::suggest_passphrase(&mut *random).to_string(), str::to_owned);
    let secret = Passphrase::new(passphrase.clone())?;
    let (mut vault, recovery_key) = Vault::create(dir, &secret, kdf_cost(), now, random)?;
    vault.import(&crate::course(now.day(), *now.0.offset()), now)?;
    vault.set_state(RECOVERY_KEY, "typed")?;
    vault.close()?;
    Ok(Sample { passphrase, recovery_key })
}

/// What opens a journal that was made.
pub struct Sample {
    /// The passphrase.
    pub passphrase: String,
    /// The recovery key.
    pub recovery_key: RecoveryKey,
}

/// A cost as the app would choose with little memory to spare.
fn kdf_cost() -> KdfCost {
    KdfCost::calibrate(KdfCost::START.memory_kib(), |cost| {
        let start = Instant::now();
        vault::rehearse(cost).ok().map(|()| start.elapsed().max(Duration::from_millis(1)))
    })
}
