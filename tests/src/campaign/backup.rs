//! `backup`: a backup is damaged, cut, lengthened, forged and mixed up, and restored with a crash
//! at every step; a bad one is never called whole, and what is there is never lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use ::journal::Record;
use sha2::{Digest, Sha256};
use vault::{Error, Key, Presence, Vault};

use super::fault::{Plan, Then, Under, under};
use super::journal::{self, Folder, NEXT_WORDS, WORDS, note, now, open, passphrase};
use super::role::{Other, command};
use super::steps::spread;
use super::work::overwrite;
use super::{Campaign, Chance, Report, Role, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "backup",
    what: "damaged, forged and foreign backups, and a crash at every step of a restore",
    goal: "0 verified on a bad file, present data never lost",
    rounds: u32::MAX,
    short: 20,
    run,
    roles: &[Role { name: "backup.restore", play: restore_and_die }],
};

const SEED: u64 = 23;
const AT: &str = "MEANTIME_CAMPAIGN_AT";
const MIB: usize = 1024 * 1024;
/// Where the image begins, and the codes after it: `FORMAT.md`.
const IMAGE_AT: usize = 4120;
const CODES: usize = 64;

/// A journal with a backup, and since then one record more and another passphrase.
struct Scene {
    folder: Folder,
    /// What the backup holds.
    records: Vec<Record>,
    backup: PathBuf,
    bytes: usize,
    /// Seconds that making and verifying it took.
    took: f64,
    /// The files of the journal as they are, to be compared.
    present: Vec<(String, Vec<u8>)>,
}

/// What came out of it.
#[derive(Default)]
struct Outcome {
    tried: u32,
    called_whole: u32,
    misnamed: u32,
    present_changed: u32,
}

/// Rounds are the most steps of a restore at which it is cut short.
fn run(rounds: Rounds, report: &mut Report) {
    report.note(format_args!("seed {SEED}"));
    let mut chance = Chance::new(SEED);
    let scene = Scene::make(if rounds.is_short { 2 } else { 6 }, &mut chance);
    report.tell("backup", scene.bytes / MIB, "MiB");
    report.tell("made and verified in", format_args!("{:.2}", scene.took), "s");
    let whole = fs::read(&scene.backup).expect("the backup can be read");
    let mut damage = Outcome::default();
    for harm in harms(whole.len(), rounds.is_short, &mut chance) {
        scene.expect_refusal(&harm.name(), &harm.done_to(&whole), &mut damage, report);
    }
    report.at_least("damaged files", damage.tried, "", if rounds.is_short { 50 } else { 200 });
    report.none("called whole", damage.called_whole);
    report.none("damage by another name", damage.misnamed);
    report.none("present journal touched", damage.present_changed);
    scene.forgeries(&whole, &mut chance, report);
    scene.strangers(report);
    frozen(report);
    scene.twice(report);
    let small = Scene::make(0, &mut chance);
    small.every_step(rounds.count, report);
}

impl Scene {
    fn make(mib: usize, chance: &mut Chance) -> Self {
        let folder = Folder::new();
        let records = records(mib, chance);
        let dir = folder.journal();
        let (mut vault, _) = journal::create(&dir, SEED).expect("a journal can be made");
        vault.import(&records, now()).expect("records can be saved");
        let shelf = folder.path().join("shelf");
        fs::create_dir(&shelf).expect("a folder can be made");
        let begun = Instant::now();
        let made = vault.back_up(&shelf, now(), &mut |_| {});
        let (file, contents) = made.expect("a backup can be made");
        let took = begun.elapsed().as_secs_f64();
        assert_eq!(contents.entries as usize, records.len(), "it holds all");
        vault.save(&newer(), now()).expect("a record can be saved");
        let (old, new) = (passphrase(WORDS), passphrase(NEXT_WORDS));
        vault
            .change_passphrase(&old, &new, vault::KdfCost::WEAK, &mut |into| chance.fill(into))
            .expect("the passphrase can be changed");
        vault.close().expect("it can be closed");
        let present = files(&dir);
        let bytes = usize::try_from(file.bytes).expect("it fits into memory");
        Self { folder, records, backup: file.path, bytes, took, present }
    }

    fn dir(&self) -> PathBuf {
        self.folder.journal()
    }

    fn scratch(&self) -> PathBuf {
        self.folder.path().join("scratch")
    }

    /// Three ways to look at a bad file; each must refuse it by its name, and change nothing.
    fn expect_refusal(&self, what: &str, bytes: &[u8], outcome: &mut Outcome, report: &mut Report) {
        let file = self.folder.path().join("bad.nbk");
        overwrite(&file, bytes);
        outcome.tried += 1;
        let checked = vault::check_backup(&file, &mut |_| {}).map(drop);
        for (way, answer) in [
            ("check", checked),
            ("review", self.review(&file, WORDS).map(drop)),
            ("restore", self.restore(&file, WORDS)),
        ] {
            match answer {
                Ok(()) => {
                    outcome.called_whole += 1;
                    report.complain(format_args!("{what}: {way} called it whole"));
                }
                Err(Error::BackupDamaged | Error::NotABackup) => {}
                Err(error) => {
                    outcome.misnamed += 1;
                    report.complain(format_args!("{what}: {way} said {error:?}"));
                }
            }
        }
        if files(&self.dir()) != self.present {
            outcome.present_changed += 1;
            report.complain(format_args!("{what}: the present journal was touched"));
        }
    }

    fn review(&self, file: &Path, words: &str) -> Result<vault::Review, Error> {
        let key = passphrase(words);
        let scratch = self.scratch();
        let review = vault::review_backup(file, Key::Passphrase(&key), &scratch, &mut |_| {});
        assert!(!scratch.exists(), "a review leaves nothing behind");
        review
    }

    fn restore(&self, file: &Path, words: &str) -> Result<(), Error> {
        let key = passphrase(words);
        vault::restore(&self.dir(), file, Key::Passphrase(&key), now(), &mut |_| {}).map(drop)
    }

    /// Changed, and the hash made to fit again, as anyone could: only the key finds out.
    fn forgeries(&self, whole: &[u8], chance: &mut Chance, report: &mut Report) {
        let end = whole.len() - CODES;
        let (mut tried, mut trusted) = (0_u32, 0_u32);
        let mut places: Vec<usize> =
            (0..12).map(|_| IMAGE_AT + chance.index(end - IMAGE_AT)).collect();
        places.extend([end, end + 31]);
        let mut forged: Vec<Vec<u8>> = Vec::new();
        for at in places {
            let mut bytes = whole.to_vec();
            bytes[at] ^= 1 << chance.below(8);
            forged.push(bytes);
        }
        // The header of another journal with the same passphrase.
        let other = Folder::new();
        let (vault, _) = journal::create(&other.journal(), SEED + 1).expect("one can be made");
        vault.close().expect("it can be closed");
        let foreign = fs::read(other.journal().join("keys.a")).expect("it can be read");
        let mut mixed = whole.to_vec();
        mixed[24..IMAGE_AT].copy_from_slice(&foreign);
        forged.push(mixed);
        for bytes in &mut forged {
            rehash(bytes);
            let file = self.folder.path().join("bad.nbk");
            overwrite(&file, bytes);
            tried += 1;
            for outcome in [self.review(&file, WORDS).map(drop), self.restore(&file, WORDS)] {
                if outcome != Err(Error::BackupDamaged) {
                    trusted += 1;
                    report.complain(format_args!("a forged backup: {outcome:?}"));
                }
            }
        }
        report.at_least("forged files", tried, "", 15);
        report.none("forged files trusted", trusted);
        report
            .none("present journal touched by them", u32::from(files(&self.dir()) != self.present));
    }

    /// The backup of another journal opens with its own secret and with no other.
    fn strangers(&self, report: &mut Report) {
        let other = Folder::new();
        let (mut vault, _) = journal::create(&other.journal(), SEED + 2).expect("one can be made");
        let (old, new) = (passphrase(WORDS), passphrase("of somebody else entirely"));
        let mut chance = Chance::new(SEED);
        vault
            .change_passphrase(&old, &new, vault::KdfCost::WEAK, &mut |into| chance.fill(into))
            .expect("the passphrase can be changed");
        let made = vault.back_up(other.path(), now(), &mut |_| {});
        let file = made.expect("a backup can be made").0.path;
        let opened = [
            self.review(&file, WORDS).map(drop),
            self.restore(&file, WORDS),
            self.restore(&file, NEXT_WORDS),
        ];
        let wrong = opened.iter().filter(|&outcome| *outcome != Err(Error::WrongSecret)).count();
        report.none("backups of another journal opened with our secrets", wrong as u64);
        let own = self.review(&file, "of somebody else entirely").is_ok();
        report.figure("opened with its own", own, "", true, own);
        report
            .none("present journal touched by them", u32::from(files(&self.dir()) != self.present));
    }

    /// Restored twice in a row: two are set aside, and every one of them opens.
    fn twice(&self, report: &mut Report) {
        let here = self.copy("twice");
        let dir = here.join("journal");
        let mut failed = 0_u32;
        for _ in 0..2 {
            let key = passphrase(WORDS);
            let restored =
                vault::restore(&dir, &self.backup, Key::Passphrase(&key), now(), &mut |_| {});
            failed += u32::from(restored.is_err());
        }
        failed += u32::from(!holds(&dir, WORDS, &self.records));
        let sets = vault::set_asides(&dir).expect("they can be listed");
        report.exactly("set aside by restoring twice", sets.len() as u64, "", 2);
        // Named by the same second, so the first has no number and the other one has.
        if let [second, first] = sets.as_slice() {
            failed += u32::from(vault::put_back(&dir, &first.name, now()).is_err());
            failed += u32::from(!holds(&dir, NEXT_WORDS, &self.newer_records()));
            failed += u32::from(vault::put_back(&dir, &second.name, now()).is_err());
            failed += u32::from(!holds(&dir, WORDS, &self.records));
        }
        report.none("of them lost", failed);
    }

    /// Killed before every operation on a file. Then there is the one or the other, and if it is
    /// the restored one, the other is set aside and can be put back; and a second try succeeds.
    fn every_step(&self, most: u32, report: &mut Report) {
        let steps = self.count_steps();
        let (mut crashes, mut restored, mut lost, mut stuck) = (0_u32, 0_u32, 0_u32, 0_u32);
        for step in spread(steps, most) {
            let here = self.copy("crash");
            let mut command = command("backup.restore", &here);
            command.env(AT, step.to_string());
            let mut other = Other::spawn(&mut command);
            assert!(!other.wait().success(), "not cut short at step {step} of {steps}");
            crashes += 1;
            let dir = here.join("journal");
            if let Some(is_restored) = self.state_after_crash(&dir) {
                restored += u32::from(is_restored);
            } else {
                lost += 1;
                report.complain(format_args!("step {step} of {steps}: lost"));
            }
            let key = passphrase(WORDS);
            let again =
                vault::restore(&dir, &self.backup, Key::Passphrase(&key), now(), &mut |_| {});
            if again.is_err() || !holds(&dir, WORDS, &self.records) {
                stuck += 1;
                report.complain(format_args!("step {step} of {steps}: a second try fails"));
            }
        }
        report.note(format_args!("{steps} steps; restored in spite of the crash: {restored}"));
        report.at_least("crashes during a restore", crashes, "", u64::from(steps.min(most)));
        report.at_least("of them finished afterwards", restored, "", 1);
        report.none("present journal lost", lost);
        report.none("second try that failed", stuck);
    }

    fn count_steps(&self) -> u32 {
        let here = self.copy("count");
        let plan = Plan { counts: |event| event.operation.is_change(), at: 0, then: Then::Count };
        let Under { outcome, counted: steps, .. } = under(plan, || restore_in(&here));
        outcome.expect("without a crash it is restored");
        steps
    }

    /// Whether the journal of the backup is there now; none if what was there before is lost.
    fn state_after_crash(&self, dir: &Path) -> Option<bool> {
        if vault::settle(dir) != Ok(Presence::Present) {
            return None;
        }
        if holds(dir, NEXT_WORDS, &self.newer_records()) {
            return Some(false);
        }
        let sets = vault::set_asides(dir).ok()?;
        let [aside] = sets.as_slice() else { return None };
        if !holds(dir, WORDS, &self.records) {
            return None;
        }
        // Put back, looked into, and the other way round again.
        vault::put_back(dir, &aside.name, now()).ok()?;
        let is_whole = holds(dir, NEXT_WORDS, &self.newer_records());
        is_whole.then_some(true)
    }

    fn newer_records(&self) -> Vec<Record> {
        self.records.iter().cloned().chain([newer()]).collect()
    }

    /// A copy of journal and shelf under another name.
    fn copy(&self, name: &str) -> PathBuf {
        let to = self.folder.path().join(name);
        if !to.exists() {
            fs::create_dir(&to).expect("a folder can be made");
        }
        for part in ["journal", "shelf"] {
            journal::copy(&self.folder.path().join(part), &to.join(part));
        }
        to
    }
}

/// The frozen backup of every released format opens, and is restored where nothing is.
fn frozen(report: &mut Report) {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/crates/vault/tests/fixtures");
    let formats = fs::read_dir(fixtures).expect("the frozen files are there").flatten();
    let (mut tried, mut failed) = (0_u32, 0_u32);
    for format in formats.filter(|entry| entry.path().is_dir()) {
        let text = fs::read_to_string(format.path().join("expected.json")).expect("it says what");
        let expected: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let said = |name: &str| expected[name].as_str().expect("it says this").to_owned();
        let (file, key) = (format.path().join(said("backup")), passphrase(&said("passphrase")));
        let folder = Folder::new();
        let (dir, scratch) = (folder.journal(), folder.path().join("scratch"));
        let key = Key::Passphrase(&key);
        tried += 1;
        let outcome = vault::check_backup(&file, &mut |_| {})
            .and_then(|_| vault::review_backup(&file, key, &scratch, &mut |_| {}))
            .and_then(|_| vault::restore(&dir, &file, key, now(), &mut |_| {}))
            .and_then(|_| Vault::open(&dir, key))
            .and_then(|opened| opened.vault.check_whole());
        if let Err(error) = outcome {
            failed += 1;
            report.complain(format_args!("{}: {error}", format.path().display()));
        }
    }
    report.at_least("released formats", tried, "", 1);
    report.none("of them that do not open", failed);
}

fn restore_in(folder: &Path) -> Result<(), Error> {
    let file = folder.join("shelf").join("journal-2026-03-09.nbk");
    let key = passphrase(WORDS);
    let dir = folder.join("journal");
    vault::restore(&dir, &file, Key::Passphrase(&key), now(), &mut |_| {}).map(drop)
}

/// Restores and is killed at a step.
fn restore_and_die(folder: &Path) {
    let at = std::env::var(AT).ok().and_then(|at| at.parse().ok()).expect("it says which step");
    let plan = Plan { counts: |event| event.operation.is_change(), at, then: Then::Die };
    let outcome = under(plan, || restore_in(folder)).outcome;
    outcome.expect("without a crash it is restored");
}

/// Notes that make a database of about so many MiB, out of a few hundred words.
fn records(mib: usize, chance: &mut Chance) -> Vec<Record> {
    const WORDS_OF_ONE: usize = 2000;
    let notes = (mib * MIB / (WORDS_OF_ONE * 9)).max(10);
    let word = |number: u64| -> String {
        let letter = |place: u32| b'a' + u8::try_from(number >> (3 * place) & 7).expect("3 bits");
        (0..3).map(|place| char::from(letter(place))).chain("word ".chars()).collect()
    };
    let mut text = || -> String { (0..WORDS_OF_ONE).map(|_| word(chance.below(512))).collect() };
    (1..=notes as u128).map(|number| note(number, &text())).collect()
}

fn newer() -> Record {
    note(999_999, "written after the backup")
}

/// Damage that a disk or a stick does. The file itself is only copied when its turn comes: all of
/// them at once would take many gigabytes.
#[derive(Clone, Copy)]
enum Harm {
    Flipped { at: usize, bits: u8 },
    CutTo(usize),
    Longer(usize),
    Zeros { at: usize },
    PageTwice { at: usize },
}

impl Harm {
    fn name(self) -> String {
        match self {
            Self::Flipped { at, .. } => format!("byte {at}"),
            Self::CutTo(length) => format!("cut to {length}"),
            Self::Longer(by) => format!("{by} bytes more"),
            Self::Zeros { at } => format!("zeros at {at}"),
            Self::PageTwice { at } => format!("a page twice, at {at}"),
        }
    }

    fn done_to(self, whole: &[u8]) -> Vec<u8> {
        if let Self::CutTo(length) = self {
            return whole[..length].to_vec();
        }
        let mut bytes = whole.to_vec();
        match self {
            Self::Flipped { at, bits } => bytes[at] ^= bits,
            Self::CutTo(_) => {}
            Self::Longer(by) => bytes.resize(whole.len() + by, 0xa5),
            Self::Zeros { at } => bytes[at..at + 4096].fill(0),
            Self::PageTwice { at } => bytes.copy_within(at..at + 4096, at + 8192),
        }
        bytes
    }
}

/// Every kind of harm, to a file of this length.
fn harms(length: usize, is_short: bool, chance: &mut Chance) -> Vec<Harm> {
    let mut all = Vec::new();
    let mut flip = |at: usize, chance: &mut Chance| {
        all.push(Harm::Flipped { at, bits: 1 << chance.below(8) });
    };
    for start in (0..length).step_by(MIB) {
        for _ in 0..if is_short { 1 } else { 4 } {
            let at = start + chance.index(MIB.min(length - start));
            flip(at, chance);
        }
    }
    for start in (0..IMAGE_AT + 512).step_by(512) {
        flip(start, chance);
        flip(start + chance.index(512), chance);
    }
    for at in [8, 10, 12, 16, 23, length - 1, length - 32, length - 64] {
        flip(at, chance);
    }
    let step = if is_short { 512 * 1024 } else { 64 * 1024 };
    let lengths = (0..IMAGE_AT + 512).step_by(512).chain((8192..length).step_by(step));
    all.extend(lengths.map(Harm::CutTo));
    all.extend([1, 512, 4096, MIB].map(Harm::Longer));
    let at = length / 2 / 4096 * 4096;
    all.extend([Harm::Zeros { at }, Harm::PageTwice { at }]);
    all
}

/// Makes the hash at the end fit.
fn rehash(bytes: &mut [u8]) {
    let end = bytes.len() - 32;
    let hash = Sha256::digest(&bytes[..end]);
    bytes[end..].copy_from_slice(&hash);
}

/// Whether the journal opens, is whole, and holds these records and no others.
fn holds(dir: &Path, words: &str, records: &[Record]) -> bool {
    let Ok(opened) = open(dir, words) else { return false };
    let vault: Vault = opened.vault;
    if vault.check_whole().is_err() {
        return false;
    }
    let Ok(mut found) = vault.all() else { return false };
    found.sort_by_key(|record| record.id.to_string());
    found == records
}

/// The files of a journal, without those that say nothing.
fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let names = ["data.db", "keys.a", "keys.b", "swap"];
    let read = |name: &str| fs::read(dir.join(name)).unwrap_or_default();
    names.into_iter().map(|name| (name.to_owned(), read(name))).collect()
}
