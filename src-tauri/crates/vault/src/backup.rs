//! Backups: one encrypted file that holds a whole vault, verified before it gets
//! its name.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use journal::{KindName, Moment};
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::database::Problem;
use crate::error::Error;
use crate::progress::Told;
use crate::record::read_moment;
use crate::vault::{Key, Vault};

/// Where the image of the database begins in a backup.
pub(crate) const IMAGE_AT: u64 = 4120;

/// Whether a file in the vault's own folder of backups got its name from this program.
pub(crate) fn is_own_name(name: &str) -> bool {
    read_name(name).is_some()
}

/// Day and number of a backup with a name of this program's making.
fn read_name(name: &str) -> Option<(NaiveDate, u32)> {
    let (day, rest) = name.strip_prefix("journal-")?.split_at_checked("2026-03-09".len())?;
    let day: NaiveDate = day.parse().ok()?;
    let number = rest.strip_suffix(".nbk")?;
    match number.strip_prefix('-') {
        None => number.is_empty().then_some((day, 1)),
        Some(number) => number.parse().ok().filter(|&number| number > 1).map(|n| (day, n)),
    }
}

/// What a vault holds, in the numbers a person knows it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Records that were written ([`journal::KindName::is_written`]) and check-ins,
    /// the trash aside.
    pub entries: u32,
    /// People with a card.
    pub people: u32,
    /// When the newest change was made; none in an empty vault.
    pub newest: Option<Moment>,
}

/// A backup that lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// The day in its name, or of its last change if the name has none.
    pub day: NaiveDate,
    /// Its length in bytes.
    pub bytes: u64,
    /// The vault it is of.
    pub vault_id: [u8; 16],
}

/// A backup that was opened with a secret and looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// What is in it.
    pub contents: Contents,
    /// When it was made.
    pub made: Moment,
    /// The vault it is of.
    pub vault_id: [u8; 16],
}

impl Vault {
    /// What it holds.
    pub fn contents(&self) -> Result<Contents, Error> {
        self.database.read(count_contents)
    }

    /// Makes a backup in `folder`, opens it from the disk and compares it before it
    /// gets its name. Never writes over a file.
    ///
    /// # Errors
    /// [`Error::DiskFull`] and the rest; nothing half-made stays.
    pub fn back_up(
        &self,
        folder: &Path,
        now: Moment,
        told: Told<'_>,
    ) -> Result<(BackupFile, Contents), Error> {
        let _ = (folder, now, told);
        todo!()
    }
}

/// What a database holds.
pub(crate) fn count_contents(connection: &Connection) -> Result<Contents, Problem> {
    let kinds = |wanted: fn(KindName) -> bool| {
        let names = KindName::ALL.iter().filter(|&&kind| wanted(kind));
        let quoted: Vec<String> = names.map(|kind| ["\"", kind.as_str(), "\""].concat()).collect();
        ["[", &quoted.join(","), "]"].concat()
    };
    let count = |kinds: String| {
        let mut statement = connection.prepare_cached(
            "SELECT count(*) FROM record
             WHERE kind IN (SELECT value FROM json_each(:kinds)) AND deleted IS NULL",
        )?;
        statement.query_row(named_params! { ":kinds": kinds }, |row| row.get(0))
    };
    let newest: Option<String> = connection
        .query_row(
            "SELECT changed FROM record ORDER BY unixepoch(changed, 'subsec') DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .optional()?;
    Ok(Contents {
        entries: count(kinds(|kind| kind.is_written() || kind == KindName::CheckIn))?,
        people: count(kinds(|kind| kind == KindName::Person))?,
        newest: newest.map(|text| read_moment(&text)).transpose()?,
    })
}

/// The backups in a folder, the newest first. Needs no key; files that are not
/// backups are passed over.
pub fn backups(folder: &Path) -> Result<Vec<BackupFile>, Error> {
    let _ = folder;
    todo!()
}

/// Whether a file is a backup and as it was written, as far as that can be told
/// without a key: its layout, its length and its hash.
///
/// # Errors
/// [`Error::NotABackup`], [`Error::BackupDamaged`] or [`Error::Newer`].
pub fn check_backup(file: &Path, told: Told<'_>) -> Result<BackupFile, Error> {
    let _ = (file, told);
    todo!()
}

/// Opens a backup read-only and says what is in it. `scratch` is a folder of the
/// shell's that may not exist; it is used for the encrypted copy and gone afterwards.
///
/// # Errors
/// As [`check_backup`]; [`Error::WrongSecret`] if the secret is not the backup's.
pub fn review_backup(
    file: &Path,
    key: Key<'_>,
    scratch: &Path,
    told: Told<'_>,
) -> Result<Review, Error> {
    let _ = (file, key, scratch, told);
    todo!()
}

/// Removes surplus backups of one vault from a folder: of those made by this
/// program's own names, seven days, four weeks and six months are kept, and always
/// the newest that [`check_backup`] finds whole. Answers how many went.
pub fn thin_out(folder: &Path, vault_id: &[u8; 16], today: NaiveDate) -> Result<u32, Error> {
    let _ = (folder, vault_id, today);
    todo!()
}

/// Puts a backup in place of the vault in `dir`, which must be closed and is set
/// aside, never overwritten. After a crash at any point the next opening finishes it
/// or undoes it.
///
/// # Errors
/// As [`review_backup`]; the present vault is then as it was.
pub fn restore(
    dir: &Path,
    file: &Path,
    key: Key<'_>,
    now: Moment,
    told: Told<'_>,
) -> Result<Review, Error> {
    let _ = (dir, file, key, now, told);
    todo!()
}
