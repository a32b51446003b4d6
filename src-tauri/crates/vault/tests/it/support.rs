//! What the tests share: a vault in a folder of its own, and records to put in it.

use std::fs;
use std::path::{Path, PathBuf};

use journal::note::Note;
use journal::{Body, Moment, Record, RecordId};
use tempfile::TempDir;
use uuid::Uuid;
use vault::{KdfCost, Key, Opened, Passphrase, RecoveryKey, Vault};

pub(crate) const WORDS: &str = "window gravel seven soup lantern";

/// A vault made in a folder that goes when it is dropped.
pub(crate) struct Home {
    temporary: TempDir,
    pub(crate) recovery_key: RecoveryKey,
}

impl Home {
    /// A new vault, closed.
    pub(crate) fn new() -> Self {
        Self::seeded(1)
    }

    /// A new vault with keys of its own, closed.
    pub(crate) fn seeded(seed: u64) -> Self {
        let temporary = TempDir::new().unwrap();
        let dir = temporary.path().join("journal");
        let (vault, recovery_key) = create_seeded(&dir, seed).unwrap();
        vault.close().unwrap();
        Self { temporary, recovery_key }
    }

    /// A new vault with these records, closed.
    pub(crate) fn with(records: &[Record]) -> Self {
        let home = Self::new();
        let mut vault = home.open();
        for record in records {
            vault.save(record, now()).unwrap();
        }
        vault.close().unwrap();
        home
    }

    pub(crate) fn dir(&self) -> PathBuf {
        self.temporary.path().join("journal")
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.dir().join(name)
    }

    pub(crate) fn open(&self) -> Vault {
        self.try_open().unwrap().vault
    }

    pub(crate) fn try_open(&self) -> Result<Opened, vault::Error> {
        open_with(&self.dir(), WORDS)
    }

    /// The same files under another folder, to be damaged.
    pub(crate) fn copy(&self, name: &str) -> PathBuf {
        let to = self.temporary.path().join(name);
        copy_dir(&self.dir(), &to);
        to
    }
}

pub(crate) fn create(dir: &Path) -> Result<(Vault, RecoveryKey), vault::Error> {
    create_seeded(dir, 1)
}

fn create_seeded(dir: &Path, seed: u64) -> Result<(Vault, RecoveryKey), vault::Error> {
    Vault::create(dir, &passphrase(WORDS), KdfCost::WEAK, now(), &mut counting(seed))
}

pub(crate) fn open_with(dir: &Path, words: &str) -> Result<Opened, vault::Error> {
    Vault::open(dir, Key::Passphrase(&passphrase(words)))
}

/// The error of an opening that must fail.
pub(crate) fn refusal(outcome: Result<Opened, vault::Error>) -> vault::Error {
    outcome.err().expect("this must not open")
}

pub(crate) fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned()).ok().unwrap()
}

pub(crate) fn copy_dir(from: &Path, to: &Path) {
    if to.exists() {
        fs::remove_dir_all(to).unwrap();
    }
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// Name and content of every file, to see that nothing was touched.
pub(crate) fn contents(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    all.sort();
    all
}

pub(crate) fn at(text: &str) -> Moment {
    Moment(text.parse().unwrap())
}

pub(crate) fn now() -> Moment {
    at("2026-03-09T10:00:00+01:00")
}

pub(crate) fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// A note written `number` minutes after the first.
pub(crate) fn note(number: u128, text: &str) -> Record {
    let first = now().0.timestamp();
    let minutes = i64::try_from(number).unwrap() * 60;
    let at = chrono::DateTime::from_timestamp(first + minutes, 0).unwrap().fixed_offset();
    let note = Note { title: format!("Note {number}"), text: text.to_owned(), ..Note::default() };
    Record::with_body(id(number), Moment(at), Body::Note(note))
}

/// A source of bytes that are the same in every run.
pub(crate) fn counting(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64 ^ seed;
    move |into: &mut [u8]| {
        for byte in into {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
    }
}
