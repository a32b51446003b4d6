//! The things that are done to a journal, each with a look at whether it was done whole or not at
//! all. Campaigns do them with a crash, a power cut, a full disk or a failing one in the middle.

mod renewal;
mod secrets;
mod sets;

use std::fs;
use std::path::{Path, PathBuf};

use ::journal::{Record, SearchQuery};
use vault::{Error, Filter, Key, Opened, Passphrase, Presence, RecoveryKey, Vault};

use super::Chance;
use super::journal::{self, WORDS, open, passphrase};
use super::writer::{Acknowledged, write_one, written};

/// Is told aloud what is kept from now on.
pub type Say<'a> = &'a mut dyn FnMut(String);

/// One of them. Everything happens in a folder, in which the journal has a folder of its own.
#[derive(Clone, Copy)]
pub struct Work {
    /// What it is called by.
    pub name: &'static str,
    /// Puts what is needed into an empty folder.
    pub prepare: fn(&Path),
    /// Does it.
    pub act: fn(&Path, Say<'_>) -> Result<(), Error>,
    /// Looks what became of it, given what was said; an error says what is wrong. May mend what a
    /// crash left, as the program's next start does.
    pub look: fn(&Path, &[String]) -> Result<Stand, String>,
    /// How much larger it is than others, for campaigns that try only some of its moments.
    pub weight: u32,
    /// Whether an error means that nothing was changed; elsewhere the next opening may finish it.
    pub undoes: bool,
    /// Whether it is done to a damaged journal, so that damage may be named.
    pub is_damaged: bool,
    /// Whether the look itself brings about the new state from the old one.
    pub look_changes: bool,
}

/// What became of a piece of work that was cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// As if it had never begun.
    Before,
    /// Done.
    After,
}

/// What is said when a piece of work of one step is done.
pub const DONE: &str = "done";

/// Every one of them.
pub static WORKS: &[Work] = &[
    Work { look_changes: true, ..work("create", |_| {}, create, look_created) },
    Work { weight: 3, ..work("save", prepare, save, look_saved) },
    Work { look_changes: true, ..work("mend-header", prepare_damaged, mend, look_mended) },
    work("read", prepare, read, look_read),
    all_or_none(work("passphrase", prepare, secrets::change_passphrase, secrets::look_passphrase)),
    all_or_none(work("forgotten", prepare, secrets::set_passphrase, secrets::look_passphrase)),
    all_or_none(work(
        "recovery-key",
        prepare,
        secrets::change_recovery_key,
        secrets::look_recovery_key,
    )),
    all_or_none(work("raise-cost", prepare, secrets::raise_cost, secrets::look_cost)),
    work("pin-on", prepare, secrets::turn_on_pin, secrets::look_pin),
    work("pin-off", prepare, secrets::turn_off_pin, secrets::look_pin),
    work("backup", sets::prepare_backup, sets::back_up, sets::look_backup),
    work("thin-out", sets::prepare_many, sets::thin_out, sets::look_many),
    work("restore", sets::prepare_restore, sets::restore, sets::look_restored),
    work("set-aside", prepare, sets::set_aside, sets::look_set_aside),
    work("put-back", sets::prepare_aside, sets::put_back, sets::look_put_back),
    work("remove-aside", sets::prepare_aside, sets::remove_aside, sets::look_removed),
    work("renew", prepare, renewal::renew, renewal::look_renewed),
    work("leave-days", renewal::prepare_late, renewal::leave_days, renewal::look_left_days),
    Work {
        is_damaged: true,
        ..work("rescue", renewal::prepare_broken, renewal::rescue, renewal::look_rescued)
    },
    work("erase", sets::prepare_aside, sets::erase, sets::look_erased),
];

const fn work(
    name: &'static str,
    prepare: fn(&Path),
    act: fn(&Path, Say<'_>) -> Result<(), Error>,
    look: fn(&Path, &[String]) -> Result<Stand, String>,
) -> Work {
    Work {
        name,
        prepare,
        act,
        look,
        weight: 1,
        undoes: false,
        is_damaged: false,
        look_changes: false,
    }
}

/// Work that a refusal leaves undone.
const fn all_or_none(work: Work) -> Work {
    Work { undoes: true, ..work }
}

/// The work of this name.
pub fn find(name: &str) -> &'static Work {
    WORKS.iter().find(|work| work.name == name).expect("work is asked for by its name")
}

/// Where the journal is in a folder.
pub fn home(folder: &Path) -> PathBuf {
    folder.join("journal")
}

/// How many records there are before any work.
const RECORDS: u128 = 6;
const SEED: u64 = 1;
/// The records before any work.
pub fn records() -> Vec<Record> {
    (1..=RECORDS).map(|number| written(number, 1)).collect()
}

fn prepare(folder: &Path) {
    let recovery_key = journal::make(&home(folder), &records());
    overwrite(&folder.join(PAPER), recovery_key.groups().join(" ").as_bytes());
}

/// The file that stands for the paper with the recovery key.
const PAPER: &str = "paper";

fn recovery_key(folder: &Path) -> RecoveryKey {
    let text = fs::read_to_string(folder.join(PAPER)).expect("the paper is there");
    let groups: Vec<String> = text.split(' ').map(str::to_owned).collect();
    RecoveryKey::parse(&groups.try_into().expect("it has nine groups")).expect("it is one")
}

fn prepare_damaged(folder: &Path) {
    prepare(folder);
    let file = home(folder).join("keys.b");
    let mut bytes = fs::read(&file).expect("it can be read");
    bytes[200] ^= 1;
    overwrite(&file, &bytes);
}

/// Writes a file of a test.
pub fn overwrite(file: &Path, bytes: &[u8]) {
    #[expect(clippy::disallowed_methods, reason = "a file of the test's own, to be damaged")]
    fs::write(file, bytes).expect("a file of the test can be written");
}

fn done(say: Say<'_>) {
    say(DONE.to_owned());
}

fn was_done(said: &[String]) -> bool {
    said.iter().any(|line| line == DONE)
}

fn create(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let (vault, _) = journal::create(&home(folder), SEED)?;
    done(say);
    vault.close()
}

fn look_created(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let presence = if dir.exists() { vault::presence(&dir) } else { Ok(Presence::Absent) };
    match presence.map_err(|error| format!("not known whether there is one: {error}"))? {
        Presence::Present => {
            let opened = open(&dir, WORDS).map_err(|error| format!("does not open: {error}"))?;
            compare(&opened.vault, &[])?;
            opened.vault.close().map_err(|error| error.to_string())?;
            tidy(&dir)?;
            Ok(Stand::After)
        }
        Presence::Absent if was_done(said) => Err(String::from("it was made and is gone")),
        Presence::Absent => {
            let made = journal::create(&dir, 9);
            made.map_err(|error| format!("none can be made: {error}"))?;
            tidy(&dir)?;
            Ok(Stand::Before)
        }
    }
}

fn save(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let mut vault = open(&home(folder), WORDS)?.vault;
    for number in 8..=10 {
        write_one(&mut vault, number, say)?;
    }
    vault.close()
}

fn look_saved(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let opened = open(&dir, WORDS).map_err(|error| format!("does not open: {error}"))?;
    let vault = opened.vault;
    vault.check_whole().map_err(|error| format!("not whole: {error}"))?;
    let mut acknowledged = Acknowledged::default();
    acknowledged.take_in(said);
    let missing = acknowledged.missing(&vault);
    if !missing.is_empty() {
        return Err(format!("lost: {}", missing.join(", ")));
    }
    let all = vault.all().map_err(|error| error.to_string())?;
    let before = records();
    if before.iter().any(|record| !all.contains(record)) {
        return Err(String::from("an older record is lost or changed"));
    }
    vault.close().map_err(|error| error.to_string())?;
    tidy(&dir)?;
    Ok(if all.len() == before.len() { Stand::Before } else { Stand::After })
}

/// Everything that only reads: whatever is answered without an error must be right.
fn read(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let vault = open(&home(folder), WORDS)?.vault;
    let all = Filter::default();
    let mut records = vault.records(&all)?;
    records.sort_by_key(|record| record.id.to_string());
    let hits = vault.search(&SearchQuery::parse("day"), &all)?.len();
    let drafts = vault.drafts()?.len();
    let counts: u32 = vault.counts()?.into_iter().map(|(_, count)| count).sum();
    let history = vault.history(journal::id(1))?.len();
    let one = vault.record(journal::id(2))?;
    let expected = self::records();
    assert_eq!(records, expected, "wrong records were shown");
    assert_eq!((hits, drafts, counts, history), (expected.len(), 0, 6, 1), "wrong numbers");
    assert_eq!(one.as_ref(), expected.get(1), "a wrong record was shown");
    vault.check_whole()?;
    done(say);
    vault.close()
}

fn look_read(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let opened = open(&dir, WORDS).map_err(|error| format!("does not open: {error}"))?;
    compare(&opened.vault, &records())?;
    opened.vault.close().map_err(|error| error.to_string())?;
    tidy(&dir)?;
    Ok(if was_done(said) { Stand::After } else { Stand::Before })
}

fn mend(folder: &Path, say: Say<'_>) -> Result<(), Error> {
    let opened = open(&home(folder), WORDS)?;
    if opened.repaired_header {
        done(say);
    }
    opened.vault.close()
}

fn look_mended(folder: &Path, said: &[String]) -> Result<Stand, String> {
    let dir = home(folder);
    let opened = open(&dir, WORDS).map_err(|error| format!("does not open: {error}"))?;
    if opened.repaired_header && was_done(said) {
        return Err(String::from("it was said to be mended, and was not"));
    }
    if opened.one_header_left {
        return Err(String::from("it cannot be mended any more"));
    }
    let stand = if opened.repaired_header { Stand::Before } else { Stand::After };
    compare(&opened.vault, &records())?;
    opened.vault.close().map_err(|error| error.to_string())?;
    tidy(&dir)?;
    Ok(stand)
}

/// What new keys are made from; the same every time.
fn fresh() -> impl FnMut(&mut [u8]) {
    let mut chance = Chance::new(77);
    move |into| chance.fill(into)
}

/// Opens with the old and the new passphrase: exactly one of them must.
fn only_one_opens(
    dir: &Path,
    (old, new): (&str, &str),
    said: &[String],
) -> Result<(Stand, Opened), String> {
    let try_it = |words: &Passphrase| match Vault::open(dir, Key::Passphrase(words)) {
        Ok(opened) => Ok(Some(opened)),
        Err(Error::WrongSecret) => Ok(None),
        Err(error) => Err(format!("does not open: {error}")),
    };
    // The vault must be closed before it is tried with the other.
    let new_opens = try_it(&passphrase(new))?.is_some();
    match (try_it(&passphrase(old))?, new_opens) {
        (Some(_), true) => Err(String::from("both secrets open")),
        (None, false) => Err(String::from("neither secret opens")),
        (Some(_), false) if was_done(said) => {
            Err(String::from("the change was acknowledged and is lost"))
        }
        (Some(opened), false) => Ok((Stand::Before, opened)),
        (None, true) => {
            let opened = try_it(&passphrase(new))?;
            Ok((Stand::After, opened.ok_or("it opened only once")?))
        }
    }
}

/// Whether it is whole and holds these records and no others.
fn compare(vault: &Vault, expected: &[Record]) -> Result<(), String> {
    vault.check_whole().map_err(|error| format!("not whole: {error}"))?;
    let mut found = vault.all().map_err(|error| format!("cannot be read: {error}"))?;
    found.sort_by_key(|record| record.id.to_string());
    let mut expected = expected.to_vec();
    expected.sort_by_key(|record| record.id.to_string());
    if found == expected {
        return Ok(());
    }
    Err(format!("{} records instead of {}, or others", found.len(), expected.len()))
}

/// What may lie in the folder of a journal that was opened and closed again. A rollback journal
/// besides, if it is one that SQLite is done with: the next change writes over it.
const BELONGS: [&str; 6] = ["backups", "data.db", "keys.a", "keys.b", "lock", "safety"];

/// Whether a transaction was cut short: SQLite wipes the head of its journal when one is done, and
/// a journal with a head is one that the next opening has to undo.
pub fn is_hot(dir: &Path) -> bool {
    fs::read(dir.join("data.db-journal"))
        .is_ok_and(|bytes| bytes.iter().take(8).any(|&byte| byte != 0))
}

/// Whether nothing half-written is left.
fn tidy(dir: &Path) -> Result<(), String> {
    let strange: Vec<String> = fs::read_dir(dir)
        .map_err(|error| error.to_string())?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !BELONGS.contains(&name.as_str()))
        .filter(|name| name != "data.db-journal" || is_hot(dir))
        .collect();
    if strange.is_empty() { Ok(()) } else { Err(format!("left behind: {}", strange.join(", "))) }
}
