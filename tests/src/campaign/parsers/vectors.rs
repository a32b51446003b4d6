//! Inputs with one fault each, and what must be said of them.

use std::fs;
use std::path::PathBuf;

use ::journal::export::Readable;
use ::journal::{Body, note::Note};
use sha2::{Digest, Sha256};
use vault::{Key, RecoveryKey, Vault, check_backup};

use crate::campaign::Chance;
use crate::campaign::forged::{COST, SLOT, SLOTS, forge, put, set_number};
use crate::campaign::journal::{self, Folder, WORDS, note, now, passphrase};

/// Whole inputs of every kind, and the journal they are of.
pub(super) struct Samples {
    folder: Folder,
    pub(super) header: Vec<u8>,
    pub(super) backup: Vec<u8>,
    pub(super) sealed: Vec<u8>,
    pub(super) groups: [String; 9],
    pub(super) export: String,
    vault: Vault,
}

/// One of them with a fault.
pub(super) struct Vector {
    pub(super) name: &'static str,
    input: Input,
    expected: &'static [&'static str],
}

type Change = fn(&mut Vec<u8>);

enum Input {
    /// Both key files, with a hash that fits again.
    Forged(Change),
    /// Both key files as they come.
    Header(Change),
    /// A backup; its last hash fits again.
    ForgedBackup(Change),
    Backup(Change),
    ForgedSealed(Change),
    Sealed(Change),
    Groups(fn(&mut [String; 9])),
    Export(fn(String) -> String),
}

impl Samples {
    pub(super) fn make() -> Self {
        let folder = Folder::new();
        let mut chance = Chance::new(1);
        let (mut vault, key) = journal::create(&folder.journal(), 1).expect("it can be made");
        for number in 1..=3 {
            vault.save(&note(number, "words of a day"), now()).expect("it is kept");
        }
        let into = folder.path().join("backups");
        fs::create_dir(&into).expect("a folder can be made");
        let (backup, _) = vault.back_up(&into, now(), &mut |_| {}).expect("a backup is made");
        let random: vault::Random<'_> = &mut |into| chance.fill(into);
        let sealed = vault.seal(&note(9, "unsaved"), now(), random).expect("it is sealed");
        vault.close().expect("it can be closed");
        let header = fs::read(folder.journal().join("keys.a")).expect("it can be read");
        // Another journal stays open, to read sealed texts with.
        let open = folder.path().join("open");
        journal::copy(&folder.journal(), &open);
        let vault = journal::open(&open, WORDS).expect("it opens").vault;
        let records = vec![note(1, "words"), note(2, "more words")];
        Self {
            backup: fs::read(backup.path).expect("it can be read"),
            groups: key.groups(),
            export: Readable::new(records, now()).to_json(),
            folder,
            header,
            sealed,
            vault,
        }
    }

    /// What opening says with these key files.
    pub(super) fn open_with(&self, header: &[u8]) -> String {
        let dir = self.folder.journal();
        for name in ["keys.a", "keys.b"] {
            put(&dir.join(name), header);
        }
        let by_words = word(&journal::open(&dir, WORDS));
        let key = RecoveryKey::parse(&self.groups).expect("they are whole");
        let by_paper = word(&Vault::open(&dir, Key::Recovery(&key)));
        if by_words == by_paper { by_words } else { format!("{by_words} or {by_paper}") }
    }

    /// What is said of a file that is called a backup.
    pub(super) fn check_backup(&self, bytes: &[u8]) -> String {
        let file = self.backup_file();
        put(&file, bytes);
        let checked = word(&check_backup(&file, &mut |_| {}));
        let words = passphrase(WORDS);
        let scratch = self.folder.path().join("scratch");
        let reviewed = vault::review_backup(&file, Key::Passphrase(&words), &scratch, &mut |_| {});
        // What is whole without a key may still be forged.
        if checked == "taken" { word(&reviewed) } else { checked }
    }

    pub(super) fn unseal(&self, bytes: &[u8]) -> String {
        word(&self.vault.unseal(bytes, None))
    }

    fn backup_file(&self) -> PathBuf {
        self.folder.path().join("sample.nbk")
    }
}

/// Makes the hash at the end of a file fit again.
pub(super) fn rehash(bytes: &mut [u8]) {
    if let Some(at) = bytes.len().checked_sub(32) {
        let hash = Sha256::digest(&bytes[..at]);
        bytes[at..].copy_from_slice(&hash);
    }
}

fn word<T>(outcome: &Result<T, vault::Error>) -> String {
    match outcome {
        Ok(_) => "taken".to_owned(),
        Err(error) => format!("{error:?}"),
    }
}

impl Vector {
    pub(super) fn expects(&self, answer: &str) -> bool {
        self.expected.contains(&answer)
    }

    pub(super) fn judge(&self, samples: &Samples) -> String {
        let changed = |sample: &[u8], change: Change| {
            let mut bytes = sample.to_vec();
            change(&mut bytes);
            bytes
        };
        match self.input {
            Input::Forged(change) => {
                let mut header = changed(&samples.header, change);
                forge(&mut header, |_| {});
                samples.open_with(&header)
            }
            Input::Header(change) => samples.open_with(&changed(&samples.header, change)),
            Input::ForgedBackup(change) => {
                let mut backup = changed(&samples.backup, change);
                rehash(&mut backup);
                samples.check_backup(&backup)
            }
            Input::Backup(change) => samples.check_backup(&changed(&samples.backup, change)),
            Input::ForgedSealed(change) => {
                let mut sealed = changed(&samples.sealed, change);
                rehash(&mut sealed);
                samples.unseal(&sealed)
            }
            Input::Sealed(change) => samples.unseal(&changed(&samples.sealed, change)),
            Input::Groups(change) => {
                let mut groups = samples.groups.clone();
                change(&mut groups);
                match RecoveryKey::parse(&groups) {
                    Ok(_) => "taken".to_owned(),
                    Err(error) => format!("{error:?}"),
                }
            }
            Input::Export(change) => match Readable::from_json(&change(samples.export.clone())) {
                Ok(_) => "taken".to_owned(),
                Err(error) => {
                    format!("{error:?}").split([' ', '{']).next().unwrap_or("").to_owned()
                }
            },
        }
    }
}

const ALTERED: &[&str] = &["SettingsAltered"];
const NEWER: &[&str] = &["Newer"];
const DAMAGED: &[&str] = &["HeaderDamaged"];
/// The secret is right, or the wrap is not; either way it does not open.
const CLOSED: &[&str] = &[
    "HeaderDamaged",
    "WrongSecret",
    "HeaderDamaged or WrongSecret",
    "WrongSecret or HeaderDamaged",
];
const BAD_BACKUP: &[&str] = &["BackupDamaged"];
const NO_BACKUP: &[&str] = &["NotABackup"];
const NOT_SEALED: &[&str] = &["NotSealed"];

const fn vector(name: &'static str, input: Input, expected: &'static [&'static str]) -> Vector {
    Vector { name, input, expected }
}

fn cost(bytes: &mut [u8], which: usize, number: u32) {
    set_number(bytes, SLOTS + COST[which], number);
}

/// Those that must be refused before any key is derived.
pub(super) fn before_derivation() -> Vec<Vector> {
    use Input::{Forged, Header};
    vec![
        vector("no memory", Forged(|bytes| cost(bytes, 0, 0)), ALTERED),
        vector("memory below every floor", Forged(|bytes| cost(bytes, 0, 8)), ALTERED),
        vector("memory above the ceiling", Forged(|bytes| cost(bytes, 0, (2 << 20) + 1)), ALTERED),
        vector("all the memory there is", Forged(|bytes| cost(bytes, 0, u32::MAX)), ALTERED),
        vector("no passes", Forged(|bytes| cost(bytes, 1, 0)), ALTERED),
        vector("17 passes", Forged(|bytes| cost(bytes, 1, 17)), ALTERED),
        vector("passes for ever", Forged(|bytes| cost(bytes, 1, u32::MAX)), ALTERED),
        vector("no lanes", Forged(|bytes| cost(bytes, 2, 0)), ALTERED),
        vector("9 lanes", Forged(|bytes| cost(bytes, 2, 9)), ALTERED),
        vector("lanes for ever", Forged(|bytes| cost(bytes, 2, u32::MAX)), ALTERED),
        vector("no algorithm", Forged(|bytes| bytes[SLOTS + 24] = 0), ALTERED),
        vector("an unknown algorithm", Forged(|bytes| bytes[SLOTS + 24] = 3), ALTERED),
        vector("a passphrase without Argon2", Forged(|bytes| bytes[SLOTS + 24] = 2), ALTERED),
        vector("a recovery key with Argon2", Forged(|bytes| bytes[SLOTS + SLOT + 24] = 1), ALTERED),
        vector("a passphrase called a recovery key", Forged(|bytes| bytes[SLOTS] = 2), ALTERED),
        vector("format 2", Forged(|bytes| bytes[8] = 2), NEWER),
        vector("format 65535", Forged(|bytes| bytes[8..10].fill(0xff)), NEWER),
        vector("for readers of format 2", Forged(|bytes| bytes[10] = 2), NEWER),
        vector("a way in of kind 4", Forged(|bytes| bytes[SLOTS] = 4), NEWER),
        vector("a way in of kind 65535", Forged(|bytes| bytes[SLOTS..SLOTS + 2].fill(0xff)), NEWER),
        vector("format 0", Forged(|bytes| bytes[8] = 0), DAMAGED),
        vector("for readers of format 0", Forged(|bytes| bytes[10] = 0), DAMAGED),
        vector("another magic", Forged(|bytes| bytes[0] = b'X'), DAMAGED),
        vector("another length", Forged(|bytes| bytes[12] = 1), DAMAGED),
        vector("a reserved byte of the start", Forged(|bytes| bytes[100] = 1), DAMAGED),
        vector("a reserved byte of a slot", Forged(|bytes| bytes[SLOTS + 5] = 1), DAMAGED),
        vector(
            "a byte of an unused slot",
            Forged(|bytes| bytes[SLOTS + 3 * SLOT + 40] = 1),
            DAMAGED,
        ),
        vector("a byte after the slots", Forged(|bytes| bytes[1152] = 1), DAMAGED),
        vector("the last reserved byte", Forged(|bytes| bytes[4031] = 1), DAMAGED),
        vector(
            "memory for a recovery key",
            Forged(|bytes| set_number(bytes, SLOTS + SLOT + 28, 64)),
            DAMAGED,
        ),
        vector(
            "two passphrases",
            Forged(|bytes| bytes.copy_within(SLOTS..SLOTS + SLOT, SLOTS + 2 * SLOT)),
            DAMAGED,
        ),
        vector("no bytes", Header(Vec::clear), DAMAGED),
        vector("one byte", Header(|bytes| bytes.truncate(1)), DAMAGED),
        vector("one byte less", Header(|bytes| bytes.truncate(4095)), DAMAGED),
        vector("one byte more", Header(|bytes| bytes.push(0)), DAMAGED),
        vector("twice as long", Header(|bytes| bytes.extend_from_within(..)), DAMAGED),
        vector("all zero", Header(|bytes| bytes.fill(0)), DAMAGED),
        vector("a hash that does not fit", Header(|bytes| bytes[4090] ^= 1), DAMAGED),
    ]
}

/// All others.
pub(super) fn others() -> Vec<Vector> {
    let mut all = forged_headers();
    all.extend(backups());
    all.extend(sealed_texts());
    all.extend(recovery_keys());
    all.extend(exports());
    all
}

fn forged_headers() -> Vec<Vector> {
    use Input::Forged;
    let slot = |change| Forged(change);
    vec![
        vector("another generation", slot(|bytes| bytes[16] ^= 2), CLOSED),
        vector("another vault", slot(|bytes| bytes[24] ^= 1), CLOSED),
        vector("another birth", slot(|bytes| bytes[40] ^= 1), CLOSED),
        vector("another salt of the database", slot(|bytes| bytes[56] ^= 1), CLOSED),
        vector("another slot id", slot(|bytes| bytes[SLOTS + 8] ^= 1), CLOSED),
        vector("another cost within the limits", slot(|bytes| cost(bytes, 1, 2)), CLOSED),
        vector("another salt", slot(|bytes| bytes[SLOTS + 40] ^= 1), CLOSED),
        vector("another nonce", slot(|bytes| bytes[SLOTS + 56] ^= 1), CLOSED),
        vector("another wrapped key", slot(|bytes| bytes[SLOTS + 80] ^= 1), CLOSED),
        vector("another tag", slot(|bytes| bytes[SLOTS + 127] ^= 1), CLOSED),
        vector("another code", slot(|bytes| bytes[4040] ^= 1), CLOSED),
        vector("no passphrase", slot(|bytes| bytes[SLOTS..SLOTS + SLOT].fill(0)), CLOSED),
    ]
}

fn backups() -> Vec<Vector> {
    use Input::{Backup, ForgedBackup};
    vec![
        vector("an empty backup", Backup(Vec::clear), NO_BACKUP),
        vector("a backup of one byte", Backup(|bytes| bytes.truncate(1)), NO_BACKUP),
        vector("a text called a backup", Backup(|bytes| bytes.fill(b'a')), NO_BACKUP),
        vector("a backup with another magic", ForgedBackup(|bytes| bytes[0] = b'X'), BAD_BACKUP),
        vector("a backup of format 2", ForgedBackup(|bytes| bytes[8] = 2), NEWER),
        vector("a backup for readers of format 2", ForgedBackup(|bytes| bytes[10] = 2), NEWER),
        vector("a damaged backup of format 2", Backup(|bytes| bytes[8] = 2), BAD_BACKUP),
        vector("a backup of format 0", ForgedBackup(|bytes| bytes[8] = 0), BAD_BACKUP),
        vector("a longer header", ForgedBackup(|bytes| bytes[12] = 1), BAD_BACKUP),
        vector("an endless image", ForgedBackup(|bytes| bytes[16..24].fill(0xff)), BAD_BACKUP),
        vector("no image", ForgedBackup(|bytes| bytes[16..24].fill(0)), BAD_BACKUP),
        vector("half a page of image", ForgedBackup(|bytes| bytes[17] ^= 8), BAD_BACKUP),
        vector("a backup cut in its start", Backup(|bytes| bytes.truncate(20)), BAD_BACKUP),
        vector("a backup cut in its header", Backup(|bytes| bytes.truncate(2000)), BAD_BACKUP),
        vector("a backup cut in its image", Backup(|bytes| bytes.truncate(30_000)), BAD_BACKUP),
        vector(
            "a backup without its last byte",
            Backup(|bytes| bytes.truncate(bytes.len() - 1)),
            BAD_BACKUP,
        ),
        vector("a backup with a byte more", Backup(|bytes| bytes.push(0)), BAD_BACKUP),
        vector("a bit of the header", Backup(|bytes| bytes[24 + SLOTS + 90] ^= 1), BAD_BACKUP),
        vector("a bit of the image", Backup(|bytes| bytes[9000] ^= 1), BAD_BACKUP),
        vector("a forged bit of the image", ForgedBackup(|bytes| bytes[9000] ^= 1), BAD_BACKUP),
        vector(
            "a bit of the hash",
            Backup(|bytes| *bytes.last_mut().expect("it is long") ^= 1),
            BAD_BACKUP,
        ),
    ]
}

fn sealed_texts() -> Vec<Vector> {
    use Input::{ForgedSealed, Sealed};
    vec![
        vector("no sealed text", Sealed(Vec::clear), NOT_SEALED),
        vector(
            "a sealed text with another magic",
            ForgedSealed(|bytes| bytes[0] = b'X'),
            NOT_SEALED,
        ),
        vector("a sealed text of format 2", ForgedSealed(|bytes| bytes[8] = 2), NEWER),
        vector(
            "an endless sealed text",
            ForgedSealed(|bytes| bytes[16..24].fill(0xff)),
            NOT_SEALED,
        ),
        vector("a sealed text cut short", Sealed(|bytes| bytes.truncate(5000)), NOT_SEALED),
        vector("a sealed text with a byte more", Sealed(|bytes| bytes.push(0)), NOT_SEALED),
        vector("a bit of a sealed text", Sealed(|bytes| bytes[4300] ^= 1), NOT_SEALED),
        vector(
            "a forged bit of a sealed text",
            ForgedSealed(|bytes| bytes[4300] ^= 1),
            &["NotSealed", "WrongSecret"],
        ),
        vector(
            "another nonce of a sealed text",
            ForgedSealed(|bytes| bytes[4121] ^= 1),
            &["NotSealed", "WrongSecret"],
        ),
    ]
}

fn recovery_keys() -> Vec<Vector> {
    use Input::Groups;
    vec![
        vector("an empty group", Groups(|groups| groups[0].clear()), &["Groups([0])"]),
        vector("three symbols", Groups(|groups| groups[4].truncate(3)), &["Groups([4])"]),
        vector("five symbols", Groups(|groups| groups[8].push('0')), &["Groups([8])"]),
        vector(
            "a symbol there is not",
            Groups(|groups| groups[1].replace_range(0..1, "U")),
            &["Groups([1])"],
        ),
        vector(
            "a letter with an accent",
            Groups(|groups| groups[2].replace_range(0..1, "É")),
            &["Groups([2])"],
        ),
        vector("a zero byte", Groups(|groups| groups[3].push('\0')), &["Groups([3])"]),
        vector(
            "a very long group",
            Groups(|groups| groups[5] = "0".repeat(1 << 20)),
            &["Groups([5])"],
        ),
        vector(
            "all groups empty",
            Groups(|groups| groups.iter_mut().for_each(String::clear)),
            &["Groups([0, 1, 2, 3, 4, 5, 6, 7, 8])"],
        ),
        vector("two groups swapped", Groups(|groups| groups.swap(0, 8)), &["Together"]),
    ]
}

fn exports() -> Vec<Vector> {
    use Input::Export;
    const SHAPE: &[&str] = &["Shape"];
    const RECORD: &[&str] = &["Record"];
    vec![
        vector("an empty export", Export(|_| String::new()), SHAPE),
        vector("an export cut short", Export(|text| text[..text.len() / 2].to_owned()), SHAPE),
        vector(
            "an export of another kind",
            Export(|text| text.replacen("readable", "other", 1).replacen("meantime", "other", 1)),
            &["Format", "Shape"],
        ),
        vector(
            "an export of version 2",
            Export(|text| text.replacen("\"version\": 1", "\"version\": 2", 1)),
            NEWER,
        ),
        vector(
            "a field there is not",
            Export(|text| text.replacen('{', "{\"more\": 1,", 1)),
            SHAPE,
        ),
        vector(
            "a kind there is not",
            Export(|text| text.replacen("\"kind\": \"note\"", "\"kind\": \"nothing\"", 1)),
            SHAPE,
        ),
        vector("an id twice", Export(|_| doubled()), &["Doubled"]),
        vector("a text too long", Export(|_| too_long()), RECORD),
        vector("lists in lists", Export(|_| "[".repeat(100_000)), SHAPE),
        vector(
            "a number of a million digits",
            Export(|text| {
                text.replacen(
                    "\"version\": 1",
                    &format!("\"version\": {}", "9".repeat(1_000_000)),
                    1,
                )
            }),
            SHAPE,
        ),
        vector("a moment that is none", Export(|text| text.replacen("2026-", "20261-", 1)), SHAPE),
    ]
}

fn doubled() -> String {
    Readable::new(vec![note(1, "words"), note(1, "words")], now()).to_json()
}

fn too_long() -> String {
    let mut record = note(1, "");
    let text = "words ".repeat(4 << 20);
    record.body = Body::Note(Note { text, ..Note::default() });
    Readable::new(vec![record], now()).to_json()
}
