//! Rescue of damaged vaults: what is whole comes back exactly, what is not is counted,
//! and the damaged files stay as they were.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use journal::person::Person;
use journal::{Body, Record, RecordId, SearchQuery};
use vault::{
    Error, Filter, Key, Salvage, StandIn, Vault, look_over, salvage, set_asides, stand_in,
};

use crate::child::{self, Role};
use crate::support::{
    Home, WORDS, contents, copy_dir, counting, id, note, now, open_with, passphrase, refusal,
};

const PAGE: usize = 4096;
const RECORDS: u32 = 31;

/// Everything that can be asked of a vault, to be compared.
#[derive(Debug, PartialEq)]
struct All {
    records: BTreeMap<RecordId, Record>,
    trashed: Vec<RecordId>,
    history: BTreeMap<RecordId, Vec<(u32, Record)>>,
    drafts: Vec<Record>,
    state: Option<String>,
}

fn all(vault: &Vault) -> All {
    let trashed = vault.trashed().unwrap();
    let mut records = vault.all().unwrap();
    records.extend(trashed.iter().map(|(record, _)| record.clone()));
    let history = |record: &Record| {
        let versions = vault.history(record.id).unwrap();
        (record.id, versions.into_iter().map(|one| (one.version, one.record)).collect())
    };
    let mut drafts: Vec<_> = vault.drafts().unwrap().into_iter().map(|(draft, _)| draft).collect();
    drafts.sort_by_key(|draft| draft.id);
    All {
        history: records.iter().map(history).collect(),
        trashed: trashed.into_iter().map(|(record, _)| record.id).collect(),
        records: records.into_iter().map(|record| (record.id, record)).collect(),
        drafts,
        state: vault.state("asked").unwrap(),
    }
}

/// A vault with short and long texts, earlier versions, links, drafts and a trash.
fn home() -> (Home, All) {
    let home = Home::new();
    let mut vault = home.open();
    let person = Record::with_body(
        id(90),
        now(),
        Body::Person(Person { name: "Alex".to_owned(), ..Person::default() }),
    );
    vault.save(&person, now()).unwrap();
    for number in 1..=30 {
        let words = if number % 7 == 0 { 1200 } else { 60 };
        let text = format!("lantern {number} {}", "some words about the day ".repeat(words / 4));
        let mut record = note(number, &text);
        record.around.people = vec![person.id];
        vault.save(&record, now()).unwrap();
        if number % 5 == 0 {
            record.body = note(number, &format!("{text} and more")).body;
            vault.save(&record, now()).unwrap();
        }
    }
    vault.trash(id(3), now()).unwrap();
    vault.trash(id(4), now()).unwrap();
    vault.delete_forever(id(4)).unwrap();
    vault.save(&note(4_000, "zqxdeleted"), now()).unwrap();
    vault.trash(id(4_000), now()).unwrap();
    vault.delete_forever(id(4_000)).unwrap();
    vault.save(&note(31, "the last lantern"), now()).unwrap();
    vault.put_draft(&note(50, "half a sentence"), now()).unwrap();
    vault.put_draft(&note(5, &"a long half ".repeat(900)), now()).unwrap();
    vault.set_state("asked", "twice").unwrap();
    let all = all(&vault);
    vault.close().unwrap();
    assert_eq!(all.records.len(), RECORDS as usize);
    (home, all)
}

fn rescue(dir: &Path) -> Result<Salvage, Error> {
    let words = passphrase(WORDS);
    let before = contents(dir);
    let looked = look_over(dir, Key::Passphrase(&words), &mut |_| {});
    let left: Vec<_> = contents(dir).into_iter().filter(|(name, _)| name != "lock").collect();
    let before: Vec<_> = before.into_iter().filter(|(name, _)| name != "lock").collect();
    assert_eq!(left, before, "looking changes nothing");
    let mut told = Vec::new();
    let done = salvage(dir, Key::Passphrase(&words), now(), &mut |progress| told.push(progress));
    assert_eq!(looked, done);
    assert!(told.iter().all(|one| one.of > 0 && one.done <= one.of), "{told:?}");
    if done.is_ok() {
        let aside = set_asides(dir).unwrap();
        let kept = contents(&dir.join("safety").join(&aside[0].name));
        assert_eq!(kept, before, "the damaged one is kept");
    } else {
        assert_eq!(contents(dir).len(), before.len().max(contents(dir).len()));
        assert!(!dir.join("next").exists() && !dir.join("swap").exists());
    }
    done
}

/// What came back must be what was there; answers how many records did.
fn check_rescued(dir: &Path, whole: &All, salvage: Salvage) {
    let opened = open_with(dir, WORDS).unwrap();
    assert!(!opened.repaired_header);
    opened.vault.check_whole().unwrap();
    let rescued = all(&opened.vault);
    let mut earlier = 0;
    for (id, record) in &rescued.records {
        if *record != whole.records[id] {
            earlier += 1;
            assert!(whole.history[id].iter().any(|(_, version)| version == record));
        }
        for version in &rescued.history[id] {
            assert!(whole.history[id].contains(version));
        }
    }
    let count = u32::try_from(rescued.records.len()).unwrap();
    assert_eq!((salvage.whole, salvage.earlier), (count - earlier, earlier));
    assert!(rescued.drafts.iter().all(|draft| whole.drafts.contains(draft)));
    assert_eq!(salvage.drafts as usize, rescued.drafts.len());
    assert!(rescued.trashed.iter().all(|id| whole.trashed.contains(id)));
    let is_out = |id: &RecordId| !rescued.trashed.contains(id) && rescued.records.contains_key(id);
    assert!(!whole.trashed.iter().any(is_out), "the trash is not emptied into the journal");
    let lanterns = SearchQuery::parse("lantern");
    let found = opened.vault.search(&lanterns, &Filter::default()).unwrap().len();
    assert!(found + 1 + rescued.trashed.len() >= rescued.records.len(), "the words are indexed");
}

#[test]
fn a_whole_vault_comes_back_as_it_was() {
    let (home, whole) = home();
    stand_in(StandIn::Working);
    let salvage = rescue(&home.dir()).unwrap();
    assert_eq!(salvage, Salvage { whole: RECORDS, earlier: 0, known: RECORDS, drafts: 2 });
    assert_eq!(all(&home.open()), whole);
    let by_paper = Vault::open(&home.dir(), Key::Recovery(&home.recovery_key)).unwrap();
    assert_eq!(all(&by_paper.vault), whole, "both secrets are the same");
    drop(by_paper);
    // Everything works on: saving, another rescue, a new passphrase.
    let mut vault = home.open();
    vault.save(&note(60, "written afterwards"), now()).unwrap();
    let (old, new) = (passphrase(WORDS), passphrase("a different set of words"));
    let cost = vault::KdfCost::WEAK;
    vault.change_passphrase(&old, &new, cost, &mut counting(4)).unwrap();
}

#[test]
fn one_page_damaged_costs_only_what_stands_on_it() {
    let (home, whole) = home();
    let data = fs::read(home.file("data.db")).unwrap();
    let dir = home.copy("damaged");
    let (mut harmless, mut earlier) = (0, 0);
    let pages = data.len() / PAGE;
    for page in 0..pages {
        copy_dir(&home.dir(), &dir);
        let _ = fs::remove_dir_all(dir.join("safety"));
        let mut bytes = data.clone();
        bytes[page * PAGE + 16 + page * 7 % 4000] ^= 1 << (page % 8);
        fs::write(dir.join("data.db"), &bytes).unwrap();
        let salvage = rescue(&dir).unwrap();
        assert_eq!(salvage.known, RECORDS, "page {page}: every record leaves more than one trace");
        assert!(salvage.known - salvage.whole <= 12, "page {page}: {salvage:?}");
        check_rescued(&dir, &whole, salvage);
        harmless += usize::from(salvage.whole == RECORDS && salvage.drafts == 2);
        earlier += salvage.earlier;
    }
    assert!(harmless * 2 > pages, "{harmless} of {pages} pages cost nothing");
    assert!(earlier > 0, "an earlier version stood in for one that was lost");
}

#[test]
fn a_first_page_that_is_gone_costs_nothing() {
    let (home, whole) = home();
    let data = fs::read(home.file("data.db")).unwrap();
    for gone in [0..16, 0..PAGE, 16..200, PAGE - 64..PAGE] {
        let dir = home.copy("damaged");
        let mut bytes = data.clone();
        bytes[gone.clone()].fill(0);
        fs::write(dir.join("data.db"), &bytes).unwrap();
        assert_eq!(refusal(open_with(&dir, WORDS)), Error::DataDamaged);
        let salvage = rescue(&dir).unwrap();
        assert_eq!((salvage.whole, salvage.known), (RECORDS, RECORDS), "{gone:?}");
        assert_eq!(all(&open_with(&dir, WORDS).unwrap().vault), whole, "{gone:?}");
        let _ = fs::remove_dir_all(dir.join("safety"));
    }
}

#[test]
fn a_file_cut_off_gives_back_what_is_before_the_cut() {
    let (home, whole) = home();
    let data = fs::read(home.file("data.db")).unwrap();
    let dir = home.copy("damaged");
    let mut rescued = Vec::new();
    for length in (1..=16).map(|part| data.len() * part / 16) {
        copy_dir(&home.dir(), &dir);
        let _ = fs::remove_dir_all(dir.join("safety"));
        fs::write(dir.join("data.db"), &data[..length]).unwrap();
        let salvage = rescue(&dir).unwrap();
        check_rescued(&dir, &whole, salvage);
        rescued.push(salvage.whole);
    }
    assert!(rescued.is_sorted(), "{rescued:?}");
    assert_eq!(rescued.last(), Some(&RECORDS));
    for length in [0, 15, 16, 4095] {
        copy_dir(&home.dir(), &dir);
        let _ = fs::remove_dir_all(dir.join("safety"));
        fs::write(dir.join("data.db"), &data[..length]).unwrap();
        assert_eq!(rescue(&dir), Err(Error::DataDamaged), "{length} bytes");
    }
    fs::remove_file(dir.join("data.db")).unwrap();
    assert_eq!(rescue(&dir), Err(Error::DataDamaged));
}

#[test]
fn half_of_all_pages_lost_at_random_is_no_end() {
    let (home, whole) = home();
    let data = fs::read(home.file("data.db")).unwrap();
    let dir = home.copy("damaged");
    let mut random = counting(11);
    let mut sum = 0;
    for _ in 0..8 {
        copy_dir(&home.dir(), &dir);
        let _ = fs::remove_dir_all(dir.join("safety"));
        let mut bytes = data.clone();
        for page in bytes.chunks_mut(PAGE) {
            let mut chance = [0];
            random(&mut chance);
            if chance[0] % 2 == 0 {
                page.fill(chance[0]);
            }
        }
        fs::write(dir.join("data.db"), &bytes).unwrap();
        let salvage = rescue(&dir).unwrap();
        check_rescued(&dir, &whole, salvage);
        assert!(salvage.known <= RECORDS);
        sum += salvage.whole;
    }
    assert!(sum > 0);
}

#[test]
fn what_was_acknowledged_before_a_crash_is_rescued_with_its_journal() {
    let home = Home::new();
    let mut with_journal = 0;
    for round in 0..12 {
        let mut other = child::start(Role::Write, &home.dir());
        let mut saved = BTreeMap::new();
        while saved.len() < 5 {
            let line = other.next_line().unwrap();
            if let ["saved", number, version] = line.split(' ').collect::<Vec<_>>()[..] {
                let number: u128 = number.parse().unwrap();
                saved.insert(number, version.parse::<u32>().unwrap());
            }
        }
        std::thread::sleep(Duration::from_millis(round));
        other.kill();
        let dir = home.copy("damaged");
        with_journal += usize::from(dir.join("data.db-journal").exists());
        let mut bytes = fs::read(dir.join("data.db")).unwrap();
        bytes[..PAGE].fill(0x5a);
        fs::write(dir.join("data.db"), &bytes).unwrap();
        rescue(&dir).unwrap();
        let opened = open_with(&dir, WORDS).unwrap();
        opened.vault.check_whole().unwrap();
        for (number, version) in saved {
            let record = opened.vault.record(id(number)).unwrap().unwrap();
            let is_later = record == child::written(number, 2);
            assert!(is_later || record == child::written(number, version), "{number}");
        }
        drop(opened);
        fs::remove_dir_all(&dir).unwrap();
    }
    assert!(with_journal > 0, "a crash left its journal");
}

/// A disk that is going gives at a second try what it did not give at the first.
#[test]
fn a_read_that_fails_once_loses_nothing() {
    let (home, _) = home();
    let words = passphrase(WORDS);
    let file = home.file("data.db").canonicalize().unwrap();
    // The first is the opening of the file.
    let reads = AtomicU32::new(0);
    let watching = vault::fault::watch(move |event| {
        let is_read = event.operation == vault::fault::Operation::Read && event.path == file;
        let fails = is_read && reads.fetch_add(1, Ordering::Relaxed) % 2 == 1;
        if fails { Err(std::io::Error::other("not at the first try")) } else { Ok(()) }
    });
    let looked = look_over(&home.dir(), Key::Passphrase(&words), &mut |_| {}).unwrap();
    drop(watching);
    assert_eq!((looked.whole, looked.known), (RECORDS, RECORDS), "{looked:?}");
}

#[test]
fn damage_is_told_from_a_wrong_secret_and_from_a_newer_version() {
    let (home, _) = home();
    let dir = home.dir();
    let before = contents(&dir);
    let wrong = passphrase("a different set of words");
    let looked = look_over(&dir, Key::Passphrase(&wrong), &mut |_| {});
    assert_eq!(looked, Err(Error::WrongSecret));
    let done = salvage(&dir, Key::Passphrase(&wrong), now(), &mut |_| {});
    assert_eq!(done, Err(Error::WrongSecret));
    assert_eq!(contents(&dir), before);

    // A database of another vault has no page that this key opens.
    let other = Home::seeded(2);
    let damaged = home.copy("damaged");
    fs::copy(other.file("data.db"), damaged.join("data.db")).unwrap();
    assert_eq!(rescue(&damaged), Err(Error::DataDamaged));

    let damaged = home.copy("damaged");
    for name in ["keys.a", "keys.b"] {
        fs::write(damaged.join(name), [7; 4096]).unwrap();
    }
    assert_eq!(rescue(&damaged), Err(Error::HeaderDamaged));
    fs::copy(home.file("keys.b"), damaged.join("keys.b")).unwrap();
    assert_eq!(rescue(&damaged).unwrap().whole, RECORDS, "one copy is enough");

    let held = home.open();
    let words = passphrase(WORDS);
    assert_eq!(look_over(&dir, Key::Passphrase(&words), &mut |_| {}), Err(Error::InUse));
    drop(held);
}

#[test]
fn what_was_deleted_for_good_does_not_come_back() {
    let (home, _) = home();
    let mut bytes = fs::read(home.file("data.db")).unwrap();
    bytes[..PAGE].fill(0);
    fs::write(home.file("data.db"), &bytes).unwrap();
    rescue(&home.dir()).unwrap();
    let vault = home.open();
    assert_eq!(vault.record(id(4)).unwrap(), None);
    assert_eq!(vault.record(id(4_000)).unwrap(), None);
    let deleted = SearchQuery::parse("zqxdeleted");
    assert_eq!(vault.search(&deleted, &Filter::default()).unwrap(), []);
}
