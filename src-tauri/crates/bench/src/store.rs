//! Journals that were made before and lie ready, so that only the first run waits.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use vault::floor::Keyed;
use vault::{KdfCost, Key, Passphrase, RecoveryKey, Vault};

use crate::trouble::Trouble;
use crate::years::{Size, Years, evening};

/// A journal that lies ready. It is opened with its recovery key, which needs no slow
/// derivation: everything but that is what a passphrase does.
pub(crate) struct Store {
    journal: PathBuf,
    recovery_key: RecoveryKey,
    /// The file in which that stands.
    key: PathBuf,
}

/// The same journal in every run, and on every machine.
pub(crate) const SEED: u64 = 0x4d65_616e;

/// Days that are saved at once, to be quick, and how many at the end are saved record
/// by record, as a person does it.
const AT_ONCE: u32 = 30;
const ONE_BY_ONE: u32 = 20;
/// Nobody's journal: what opens it may lie beside it.
const PASSPHRASE: &str = "nobody wrote a word of this";
const JOURNAL: &str = "journal";
const KEY: &str = "recovery-key";

impl Store {
    /// The journal of this size, made in `folder` if it is not there.
    pub(crate) fn ready(folder: &Path, size: Size) -> Result<Self, Trouble> {
        let home = folder.join(size.name);
        if !home.join(KEY).is_file() {
            remove(&home)?;
            fs::create_dir_all(&home)?;
            let recovery_key = make(&home.join(JOURNAL), size)?;
            // Written last: it says that the journal is whole.
            let mut file = OpenOptions::new().write(true).create_new(true).open(home.join(KEY))?;
            file.write_all(recovery_key.groups().join(" ").as_bytes())?;
        }
        let key = home.join(KEY);
        Ok(Self { journal: home.join(JOURNAL), recovery_key: read_key(&key)?, key })
    }

    /// A copy of it in `folder`, to be written into.
    pub(crate) fn copy(&self, folder: &Path) -> Result<Self, Trouble> {
        let journal = folder.join(JOURNAL);
        remove(&journal)?;
        fs::create_dir_all(&journal)?;
        for entry in fs::read_dir(&self.journal)? {
            let entry = entry?;
            fs::copy(entry.path(), journal.join(entry.file_name()))?;
        }
        Ok(Self { journal, recovery_key: read_key(&self.key)?, key: self.key.clone() })
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.journal
    }

    /// What opens it.
    pub(crate) fn key(&self) -> Key<'_> {
        Key::Recovery(&self.recovery_key)
    }

    /// Opens it.
    pub(crate) fn open(&self) -> Result<Vault, Trouble> {
        Ok(Vault::open(&self.journal, self.key())?.vault)
    }

    /// Its database key, for the floor. It must be closed.
    pub(crate) fn keyed(&self) -> Result<Keyed, Trouble> {
        Ok(Keyed::unlock(&self.journal, self.key())?)
    }

    /// How many bytes its database has.
    pub(crate) fn bytes(&self) -> Result<u64, Trouble> {
        Ok(fs::metadata(self.journal.join("data.db"))?.len())
    }
}

fn read_key(file: &Path) -> Result<RecoveryKey, Trouble> {
    let typed = fs::read_to_string(file)?;
    let groups: Vec<String> = typed.split(' ').map(str::to_owned).collect();
    let groups = groups.try_into().map_err(|_| Trouble::Store)?;
    RecoveryKey::parse(&groups).map_err(|_| Trouble::Store)
}

fn remove(folder: &Path) -> Result<(), Trouble> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn make(dir: &Path, size: Size) -> Result<RecoveryKey, Trouble> {
    let passphrase = Passphrase::new(PASSPHRASE.to_owned())?;
    let mut random = |bytes: &mut [u8]| {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    };
    let (mut vault, recovery_key) =
        Vault::create(dir, &passphrase, KdfCost::FLOOR, evening(), &mut random)?;
    let mut years = Years::new(size, SEED);
    vault.import(&years.frame(), evening())?;
    let one_by_one = size.days - ONE_BY_ONE;
    for first in (0..one_by_one).step_by(AT_ONCE as usize) {
        let month = first..one_by_one.min(first + AT_ONCE);
        let records: Vec<_> = month.flat_map(|day| years.day_of(day)).collect();
        vault.import(&records, evening())?;
        let changed = years.changed(&records);
        vault.import(&changed, evening())?;
    }
    for day in one_by_one..size.days {
        for record in years.day_of(day) {
            vault.save(&record, evening())?;
        }
    }
    vault.close()?;
    Ok(recovery_key)
}
