//! The frozen files of every released format open for ever, by every way in.

use std::fs;
use std::path::{Path, PathBuf};

use journal::{Moment, Record};
use serde_json::Value;
use tempfile::TempDir;
use vault::{
    Error, Key, Opened, Pin, QuickUnlock, RecoveryKey, Run, StandIn, Vault, backups, check_backup,
    let_stand_in_hold, look_over, quick_unlock, restore, review_backup, stand_in,
};

use crate::support::{contents, copy_dir, note, now, passphrase};

/// One folder of frozen files, copied so that nothing can touch them.
struct Frozen {
    temporary: TempDir,
    expected: Value,
}

impl Frozen {
    fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let formats = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let all: Vec<_> =
            formats.filter(|path| path.is_dir()).map(|path| Self::copy(&path)).collect();
        assert!(!all.is_empty(), "at least one format is frozen");
        all
    }

    fn copy(folder: &Path) -> Self {
        let temporary = TempDir::new().unwrap();
        copy_dir(folder, &temporary.path().join("files"));
        copy_dir(&folder.join("vault"), &temporary.path().join("vault"));
        let expected = fs::read_to_string(folder.join("expected.json")).unwrap();
        Self { temporary, expected: serde_json::from_str(&expected).unwrap() }
    }

    fn vault(&self) -> PathBuf {
        self.temporary.path().join("vault")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.temporary.path().join("files").join(name)
    }

    fn text(&self, name: &str) -> &str {
        self.expected[name].as_str().unwrap()
    }

    fn recovery_key(&self) -> RecoveryKey {
        let groups: Vec<String> = self.text("recovery_key").split(' ').map(str::to_owned).collect();
        RecoveryKey::parse(&groups.try_into().unwrap()).ok().unwrap()
    }

    fn bytes<const N: usize>(&self, name: &str) -> [u8; N] {
        let text = self.text(name);
        std::array::from_fn(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
    }

    /// The records outside of the trash, as they were when the files were made.
    fn records(&self) -> Vec<Record> {
        let rows = self.expected["tables"]["record"].as_array().unwrap();
        let present = rows.iter().filter(|row| row[7].is_null());
        present.map(|row| serde_json::from_str(row[9].as_str().unwrap()).unwrap()).collect()
    }

    fn check(&self, opened: &Opened) {
        assert!(!opened.repaired_header);
        opened.vault.check_whole().unwrap();
        assert_eq!(opened.vault.all().unwrap(), self.records());
        let drafts = self.expected["tables"]["draft"].as_array().unwrap().len();
        assert_eq!(opened.vault.drafts().unwrap().len(), drafts);
        assert_eq!(opened.vault.trashed().unwrap().len(), 1);
    }
}

#[test]
fn every_frozen_vault_opens_by_every_way_in() {
    stand_in(StandIn::Working);
    for frozen in Frozen::all() {
        let words = passphrase(frozen.text("passphrase"));
        frozen.check(&Vault::open(&frozen.vault(), Key::Passphrase(&words)).unwrap());
        let paper = frozen.recovery_key();
        frozen.check(&Vault::open(&frozen.vault(), Key::Recovery(&paper)).unwrap());

        let item = frozen.text("keychain_item").as_bytes().to_vec();
        let_stand_in_hold(&frozen.bytes("vault_id"), Some(item));
        let run = Run { now: now(), program: [7; 16], boot: frozen.bytes("boot") };
        assert_eq!(quick_unlock(&frozen.vault(), run), QuickUnlock::Ready);
        let pin = Pin::new(frozen.text("pin").to_owned()).unwrap();
        frozen.check(&Vault::open_with_pin(&frozen.vault(), &pin, run).unwrap());

        let wrong = passphrase("a different set of words");
        let refused = Vault::open(&frozen.vault(), Key::Passphrase(&wrong));
        assert_eq!(refused.err(), Some(Error::WrongSecret));
    }
}

#[test]
fn every_frozen_vault_can_be_written_to_and_looked_over() {
    for frozen in Frozen::all() {
        let words = passphrase(frozen.text("passphrase"));
        let looked = look_over(&frozen.vault(), Key::Passphrase(&words), &mut |_| {}).unwrap();
        let count = u32::try_from(frozen.records().len() + 1).unwrap();
        assert_eq!((looked.whole, looked.known, looked.earlier), (count, count, 0));
        let mut vault = Vault::open(&frozen.vault(), Key::Passphrase(&words)).unwrap().vault;
        vault.save(&note(70, "written by a later version"), now()).unwrap();
        vault.check_whole().unwrap();
    }
}

#[test]
fn every_frozen_backup_is_whole_and_comes_back() {
    for frozen in Frozen::all() {
        let file = frozen.file(frozen.text("backup"));
        let before = fs::read(&file).unwrap();
        check_backup(&file, &mut |_| {}).unwrap();
        let found = backups(file.parent().unwrap()).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].vault_id, frozen.bytes("vault_id"));
        let made = Moment(frozen.text("backup_made").parse().unwrap());
        let (words, paper) = (passphrase(frozen.text("passphrase")), frozen.recovery_key());
        for key in [Key::Passphrase(&words), Key::Recovery(&paper)] {
            let scratch = frozen.temporary.path().join("scratch");
            let review = review_backup(&file, key, &scratch, &mut |_| {}).unwrap();
            assert_eq!(review.made, made);
            let dir = frozen.temporary.path().join("restored");
            restore(&dir, &file, key, now(), &mut |_| {}).unwrap();
            frozen.check(&Vault::open(&dir, key).unwrap());
            fs::remove_dir_all(dir).unwrap();
        }
        assert_eq!(fs::read(&file).unwrap(), before);
    }
}

#[test]
fn every_frozen_sealed_text_opens_with_the_vault_and_with_its_secrets() {
    for frozen in Frozen::all() {
        let sealed = fs::read(frozen.file("text.sealed")).unwrap();
        let record: Record = serde_json::from_str(frozen.text("sealed_record")).unwrap();
        let (words, paper) = (passphrase(frozen.text("passphrase")), frozen.recovery_key());
        let before = contents(&frozen.vault());
        let vault = Vault::open(&frozen.vault(), Key::Passphrase(&words)).unwrap().vault;
        for key in [None, Some(Key::Passphrase(&words)), Some(Key::Recovery(&paper))] {
            assert_eq!(vault.unseal(&sealed, key).unwrap(), record);
        }
        vault.close().unwrap();
        let after: Vec<_> =
            contents(&frozen.vault()).into_iter().filter(|(name, _)| name != "lock").collect();
        assert_eq!(after, before, "reading changes nothing");
    }
}
