//! A journal to try things on: its folder, its secrets, and notes to put in it.

use std::fs;
use std::path::{Path, PathBuf};

use ::journal::note::Note;
use ::journal::{Body, Moment, Record, RecordId};
use tempfile::TempDir;
use uuid::Uuid;
use vault::{Error, KdfCost, Key, Opened, Passphrase, RecoveryKey, Vault};

use super::Chance;

/// The passphrase of every journal made here.
pub const WORDS: &str = "window gravel seven soup lantern";
/// The passphrase it is changed to.
pub const NEXT_WORDS: &str = "a different set of words";

const PREFIX: &str = "mt-campaign-";

/// A folder for one round, removed afterwards, with room for a journal in it.
pub struct Folder(TempDir);

impl Folder {
    /// An empty one, in memory where the system has such a place: what counts there is in which
    /// order things are done, not how long a disk takes.
    #[expect(clippy::new_without_default, reason = "it makes a folder")]
    pub fn new() -> Self {
        TempDir::with_prefix_in(PREFIX, "/dev/shm").map_or_else(|_| Self::on_disk(), Self)
    }

    /// An empty one on a real disk.
    pub fn on_disk() -> Self {
        Self(TempDir::with_prefix(PREFIX).expect("a temporary folder can be made"))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where a journal goes in it.
    pub fn journal(&self) -> PathBuf {
        self.path().join("journal")
    }
}

/// Makes a journal with the passphrase [`WORDS`]. The same seed gives the same keys.
pub fn create(dir: &Path, seed: u64) -> Result<(Vault, RecoveryKey), Error> {
    let mut chance = Chance::new(seed);
    Vault::create(dir, &passphrase(WORDS), KdfCost::WEAK, now(), &mut |into| chance.fill(into))
}

/// Makes a closed journal with these records.
pub fn make(dir: &Path, records: &[Record]) -> RecoveryKey {
    let (mut vault, recovery_key) = create(dir, 1).expect("a journal can be made");
    for record in records {
        vault.save(record, now()).expect("a record can be saved");
    }
    vault.close().expect("it can be closed");
    recovery_key
}

/// Opens a journal with a passphrase.
pub fn open(dir: &Path, words: &str) -> Result<Opened, Error> {
    Vault::open(dir, Key::Passphrase(&passphrase(words)))
}

/// A passphrase.
pub fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned()).unwrap_or_else(|error| panic!("{error}"))
}

/// The moment at which campaigns take place.
pub fn now() -> Moment {
    Moment("2026-03-09T10:00:00+01:00".parse().expect("it is a moment"))
}

/// The id of a note.
pub fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// A note of this number, written that many minutes after the first.
pub fn note(number: u128, text: &str) -> Record {
    let minutes = i64::try_from(number).expect("it is a small number") * 60;
    let at = chrono::DateTime::from_timestamp(now().0.timestamp() + minutes, 0);
    let at = at.expect("it is a time").fixed_offset();
    let note = Note { title: format!("Note {number}"), text: text.to_owned(), focus: None };
    Record::with_body(id(number), Moment(at), Body::Note(note))
}

/// Copies the files of a folder and of those inside it into a new one in its place.
pub fn copy(from: &Path, to: &Path) {
    if to.exists() {
        fs::remove_dir_all(to).expect("an old copy can be removed");
    }
    fs::create_dir(to).expect("a folder for the copy can be made");
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a file can be copied");
        }
    }
}
