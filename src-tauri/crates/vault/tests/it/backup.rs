//! A backup that says it is whole is whole; and putting one back never costs what is
//! there.

use std::fs;
use std::path::{Path, PathBuf};

use journal::person::Person;
use journal::{Body, Record};
use vault::{
    BackupFile, Contents, Error, KdfCost, Key, Vault, backups, check_backup, has_copy,
    prove_backup, put_back, remove_set_aside, restore, review_backup, set_asides, thin_out,
};

use crate::support::{
    Home, WORDS, at, contents, counting, id, note, now, open_with, passphrase, refusal,
};

const OTHER: &str = "a different set of words";

fn quiet() -> impl FnMut(vault::Progress) {
    |_| {}
}

fn records() -> Vec<Record> {
    (1..=12).map(|number| note(number, &"words about a day ".repeat(30))).collect()
}

/// A vault with records and one backup of it, which is closed again.
fn backed_up() -> (Home, BackupFile) {
    let home = Home::with(&records());
    let vault = home.open();
    let (file, _) = vault.back_up(&home.file("backups"), now(), &mut quiet()).unwrap();
    vault.close().unwrap();
    (home, file)
}

fn restore_with(dir: &Path, file: &Path, words: &str) -> Result<vault::Review, Error> {
    restore(dir, file, Key::Passphrase(&passphrase(words)), now(), &mut quiet())
}

fn review_with(home: &Home, file: &Path, words: &str) -> Result<vault::Review, Error> {
    let scratch = home.file("scratch");
    let review = review_backup(file, Key::Passphrase(&passphrase(words)), &scratch, &mut quiet());
    assert!(!scratch.exists(), "nothing stays behind");
    review
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_holds_what_the_vault_held_and_is_listed() {
    let home = Home::with(&records());
    let mut vault = home.open();
    let person = Person { name: "A.".to_owned(), ..Person::default() };
    let person = Record::with_body(id(90), now(), Body::Person(person));
    let later = at("2026-03-09T23:00:00+01:00");
    vault.put_draft(&note(91, "half a sentence"), now()).unwrap();
    vault.save(&person, later).unwrap();
    let expected = vault.contents().unwrap();
    assert_eq!(expected, Contents { entries: 12, people: 1, newest: Some(later) });

    let mut stages = Vec::new();
    let made = vault.back_up(&home.file("backups"), now(), &mut |told| {
        assert!(told.done <= told.of && told.of > 0, "{told:?}");
        stages.push(told.stage);
    });
    let (file, contents) = made.unwrap();
    stages.dedup();
    assert_eq!(stages, [vault::Stage::Copying, vault::Stage::Checking]);
    assert_eq!(contents, expected);
    assert_eq!(file.path.file_name().unwrap(), "journal-2026-03-09.nbk");
    assert_eq!(file.vault_id, vault.id());
    assert_eq!(file.bytes, fs::metadata(&file.path).unwrap().len());
    assert_eq!(names(&home.file("backups")), ["journal-2026-03-09.nbk"], "nothing else stays");
    assert_eq!(backups(&home.file("backups")), Ok(vec![file.clone()]));
    assert_eq!(check_backup(&file.path, &mut quiet()), Ok(file.clone()));
    vault.close().unwrap();

    let review = review_with(&home, &file.path, WORDS).unwrap();
    assert_eq!((review.contents, review.made, review.vault_id), (expected, now(), file.vault_id));
    let by_paper = Key::Recovery(&home.recovery_key);
    let scratch = home.file("scratch");
    assert_eq!(review_backup(&file.path, by_paper, &scratch, &mut quiet()), Ok(review));
    assert_eq!(review_with(&home, &file.path, OTHER), Err(Error::WrongSecret));
}

#[test]
fn a_copy_is_known_by_what_is_in_it_and_not_by_its_name() {
    let (home, backup) = backed_up();
    let second = home.file("second");
    fs::create_dir(&second).unwrap();
    assert_eq!(has_copy(&second, &backup), Ok(false));
    let name = backup.path.file_name().unwrap();

    // Of the same name, vault and length, and made at another moment.
    let vault = home.open();
    let later = vault.back_up(&second, now(), &mut quiet()).unwrap().0;
    vault.close().unwrap();
    assert_eq!((later.path.file_name(), later.bytes), (Some(name), backup.bytes));
    assert_eq!(has_copy(&second, &backup), Ok(false), "a name is no copy");

    let copy = second.join("carried over.nbk");
    fs::copy(&backup.path, &copy).unwrap();
    assert_eq!(has_copy(&second, &backup), Ok(true));
    let whole = fs::read(&copy).unwrap();
    fs::write(&copy, &whole[..whole.len() - 4096]).unwrap();
    assert_eq!(has_copy(&second, &backup), Ok(false), "half a copy is none");
    assert_eq!(has_copy(&home.file("nowhere"), &backup), Ok(false), "a stick that is not in");
}

#[test]
fn a_secret_is_proved_on_a_backup_while_the_vault_is_open() {
    let (home, file) = backed_up();
    let vault = home.open();
    let proved = |words: &str| prove_backup(&file.path, Key::Passphrase(&passphrase(words)));
    assert_eq!(proved(WORDS), Ok(()));
    assert_eq!(prove_backup(&file.path, Key::Recovery(&home.recovery_key)), Ok(()));
    assert_eq!(proved(OTHER), Err(Error::WrongSecret));
    let data = home.file("data.db");
    let no_backup = prove_backup(&data, Key::Recovery(&home.recovery_key));
    assert_eq!(no_backup, Err(Error::NotABackup));
    vault.close().unwrap();
}

#[test]
fn contents_count_what_a_person_knows() {
    let home = Home::new();
    let mut vault = home.open();
    let nothing = Contents { entries: 0, people: 0, newest: None };
    assert_eq!(vault.contents(), Ok(nothing));
    vault.save(&note(1, "one"), at("2026-03-09T10:00:00+01:00")).unwrap();
    vault.save(&note(2, "two"), at("2026-03-09T09:30:00.25Z")).unwrap();
    vault.save(&note(3, "three"), at("2026-03-09T11:00:00+02:00")).unwrap();
    let newest = Some(at("2026-03-09T09:30:00.25Z"));
    assert_eq!(vault.contents(), Ok(Contents { entries: 3, people: 0, newest }));
    vault.trash(id(2), now()).unwrap();
    assert_eq!(vault.contents(), Ok(Contents { entries: 2, people: 0, newest }));
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let home = Home::with(&records());
    let vault = home.open();
    let folder = home.file("elsewhere");
    assert!(vault.back_up(&folder, now(), &mut quiet()).is_err(), "a stick that is not there");
    assert!(!folder.exists());
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("journal-2026-03-09.nbk"), "mine").unwrap();
    fs::create_dir(folder.join("journal-2026-03-09-2.nbk")).unwrap();
    let (file, _) = vault.back_up(&folder, now(), &mut quiet()).unwrap();
    assert_eq!(file.path.file_name().unwrap(), "journal-2026-03-09-3.nbk");
    assert_eq!(fs::read(folder.join("journal-2026-03-09.nbk")).unwrap(), b"mine");
    let listed = backups(&folder).unwrap();
    assert_eq!(listed, [file], "what is no backup is passed over");
}

/// What every way of looking at a damaged backup must answer.
fn check_refused(home: &Home, bytes: &[u8], what: &str) {
    let path = home.file("bad.nbk");
    fs::write(&path, bytes).unwrap();
    let before = contents(&home.dir());
    for outcome in [
        check_backup(&path, &mut quiet()).map(drop),
        review_with(home, &path, WORDS).map(drop),
        restore_with(&home.dir(), &path, WORDS).map(drop),
    ] {
        let error = outcome.expect_err(what);
        assert!(
            matches!(error, Error::BackupDamaged | Error::NotABackup),
            "{what}: {error:?} is the wrong name for damage"
        );
    }
    let mut after = contents(&home.dir());
    after.retain(|(name, _)| before.iter().any(|(there, _)| there == name));
    assert_eq!(after, before, "{what}: the present vault is as it was");
}

#[test]
fn a_damaged_backup_is_never_called_whole() {
    let (home, file) = backed_up();
    let whole = fs::read(&file.path).unwrap();
    let flips = (0..4120).step_by(173).chain((4120..whole.len()).step_by(9973));
    for at in flips.chain(whole.len() - 64..whole.len()).chain(0..24) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        check_refused(&home, &bytes, &format!("byte {at}"));
    }
    for length in (0..8192).step_by(512).chain((8192..whole.len()).step_by(8192)) {
        check_refused(&home, &whole[..length], &format!("cut at {length}"));
    }
    check_refused(&home, &whole[..whole.len() - 1], "one byte less");
    check_refused(&home, &[whole.as_slice(), &[0]].concat(), "one byte more");
    check_refused(&home, &[whole.as_slice(), &whole].concat(), "twice");
    check_refused(&home, b"", "nothing");
    check_refused(&home, b"a letter", "not a backup");
}

/// Makes the hash at the end fit again, as someone without any key could.
fn rehash(bytes: &mut [u8]) {
    use sha2::{Digest, Sha256};
    let end = bytes.len() - 32;
    let hash = Sha256::digest(&bytes[..end]);
    bytes[end..].copy_from_slice(&hash);
}

#[test]
fn a_forged_backup_is_found_out_by_its_key() {
    let (home, file) = backed_up();
    let whole = fs::read(&file.path).unwrap();
    for at in [5000, 20_000, whole.len() - 40] {
        let mut bytes = whole.clone();
        bytes[at] ^= 4;
        rehash(&mut bytes);
        let path = home.file("forged.nbk");
        fs::write(&path, bytes).unwrap();
        assert!(check_backup(&path, &mut quiet()).is_ok(), "no key, no knowledge");
        assert_eq!(review_with(&home, &path, WORDS), Err(Error::BackupDamaged), "byte {at}");
        assert_eq!(restore_with(&home.dir(), &path, WORDS), Err(Error::BackupDamaged));
    }
    home.open().check_whole().unwrap();
}

#[test]
fn a_header_of_another_vault_opens_nothing() {
    let (home, file) = backed_up();
    let other = Home::seeded(2);
    let mut bytes = fs::read(&file.path).unwrap();
    bytes[24..4120].copy_from_slice(&fs::read(other.file("keys.a")).unwrap());
    rehash(&mut bytes);
    let path = home.file("mixed.nbk");
    fs::write(&path, bytes).unwrap();
    assert_eq!(review_with(&home, &path, WORDS), Err(Error::BackupDamaged));
    assert_eq!(restore_with(&home.dir(), &path, WORDS), Err(Error::BackupDamaged));
}

#[test]
fn a_newer_backup_is_refused_and_told_from_damage() {
    let (home, file) = backed_up();
    let whole = fs::read(&file.path).unwrap();
    for at in [8, 10] {
        let mut bytes = whole.clone();
        bytes[at] = 2;
        let path = home.file("newer.nbk");
        fs::write(&path, &bytes).unwrap();
        assert_eq!(check_backup(&path, &mut quiet()), Err(Error::BackupDamaged), "the hash");
        rehash(&mut bytes);
        fs::write(&path, &bytes).unwrap();
        assert_eq!(check_backup(&path, &mut quiet()), Err(Error::Newer));
        assert_eq!(review_with(&home, &path, WORDS), Err(Error::Newer));
        assert_eq!(restore_with(&home.dir(), &path, WORDS), Err(Error::Newer));
    }
}

#[test]
fn a_restored_backup_takes_the_place_of_what_is_set_aside() {
    let (home, file) = backed_up();
    let mut vault = home.open();
    vault.save(&note(50, "written since"), now()).unwrap();
    vault
        .change_passphrase(&passphrase(WORDS), &passphrase(OTHER), KdfCost::WEAK, &mut counting(5))
        .unwrap();
    assert_eq!(restore_with(&home.dir(), &file.path, WORDS), Err(Error::InUse), "it is open");
    vault.close().unwrap();

    let review = restore_with(&home.dir(), &file.path, WORDS).unwrap();
    assert_eq!(review.contents.entries, 12);
    assert_eq!(refusal(open_with(&home.dir(), OTHER)), Error::WrongSecret);
    let mut vault = home.open();
    vault.check_whole().unwrap();
    assert_eq!(vault.all().unwrap(), records());
    vault.save(&note(60, "life goes on"), now()).unwrap();
    vault.close().unwrap();

    let aside = set_asides(&home.dir()).unwrap();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].on, now());
    assert_eq!(put_back(&home.dir(), "no such name", now()), Err(Error::NotThere));
    put_back(&home.dir(), &aside[0].name, now()).unwrap();
    assert_eq!(refusal(open_with(&home.dir(), WORDS)), Error::WrongSecret);
    let vault = open_with(&home.dir(), OTHER).unwrap().vault;
    assert_eq!(vault.record(id(50)).unwrap(), Some(note(50, "written since")));
    let aside = set_asides(&home.dir()).unwrap();
    assert_eq!(aside.len(), 1, "the restored one is set aside now");
    remove_set_aside(&home.dir(), &aside[0].name).unwrap();
    assert_eq!(set_asides(&home.dir()), Ok(Vec::new()));
}

#[test]
fn restoring_twice_sets_two_aside() {
    let (home, file) = backed_up();
    for round in 1..=2 {
        restore_with(&home.dir(), &file.path, WORDS).unwrap();
        assert_eq!(set_asides(&home.dir()).unwrap().len(), round);
        assert_eq!(home.open().all().unwrap(), records());
    }
    assert!(check_backup(&file.path, &mut quiet()).is_ok(), "the backup is as it was");
}

#[test]
fn a_backup_is_restored_where_there_is_nothing() {
    let (home, file) = backed_up();
    let dir: PathBuf = home.dir().with_file_name("new computer");
    let key = Key::Recovery(&home.recovery_key);
    restore(&dir, &file.path, key, now(), &mut quiet()).unwrap();
    let opened = open_with(&dir, WORDS).unwrap();
    assert!(!opened.repaired_header);
    assert_eq!(opened.vault.all().unwrap(), records());
    assert_eq!(set_asides(&dir), Ok(Vec::new()));
}

#[test]
fn a_damaged_vault_is_set_aside_as_it_is() {
    let (home, file) = backed_up();
    for name in ["keys.a", "keys.b"] {
        fs::write(home.file(name), "damaged").unwrap();
    }
    assert_eq!(refusal(home.try_open()), Error::HeaderDamaged);
    restore_with(&home.dir(), &file.path, WORDS).unwrap();
    assert_eq!(home.open().all().unwrap(), records());
    let aside = set_asides(&home.dir()).unwrap().remove(0);
    let kept = home.file("safety").join(aside.name).join("keys.a");
    assert_eq!(fs::read(kept).unwrap(), b"damaged");
}

#[test]
fn the_backup_of_another_vault_takes_its_own_secret() {
    let (home, _) = backed_up();
    let other = Home::seeded(2);
    let mut vault = other.open();
    vault.save(&note(1, "of someone else"), now()).unwrap();
    vault
        .change_passphrase(&passphrase(WORDS), &passphrase(OTHER), KdfCost::WEAK, &mut counting(5))
        .unwrap();
    let (file, _) = vault.back_up(&other.file("backups"), now(), &mut quiet()).unwrap();
    assert_eq!(restore_with(&home.dir(), &file.path, WORDS), Err(Error::WrongSecret));
    assert_eq!(home.open().all().unwrap(), records(), "nothing was touched");
    restore_with(&home.dir(), &file.path, OTHER).unwrap();
    let vault = open_with(&home.dir(), OTHER).unwrap().vault;
    assert_eq!(vault.all().unwrap(), [note(1, "of someone else")]);
}

#[test]
fn every_backup_of_one_day_is_the_newest_when_it_is_made() {
    let home = Home::seeded(1);
    let (folder, today) = (home.file("backups"), now().day());
    let vault = home.open();
    for number in 1..=5 {
        let (made, _) = vault.back_up(&folder, now(), &mut quiet()).unwrap();
        let before = backups(&folder).unwrap();
        assert_eq!(before[0].path, made.path, "number {number}");
        thin_out(&folder, &made.vault_id, today).unwrap();
        let left: Vec<_> = backups(&folder).unwrap().into_iter().map(|file| file.path).collect();
        assert_eq!(left, [made.path], "number {number}");
    }
    vault.close().unwrap();
}

#[test]
fn thinning_keeps_the_newest_that_is_whole_and_what_is_not_ours() {
    let (home, first) = backed_up();
    let folder = home.file("backups");
    let other = Home::seeded(2);
    let theirs = other.open();
    for month in 1..=12 {
        for day in [1, 15, 28] {
            let name = format!("journal-2025-{month:02}-{day}.nbk");
            fs::copy(&first.path, folder.join(name)).unwrap();
        }
    }
    let long_ago = at("2024-01-01T10:00:00+01:00");
    let (foreign, _) = theirs.back_up(&folder, long_ago, &mut quiet()).unwrap();
    fs::copy(&first.path, folder.join("by hand.nbk")).unwrap();
    fs::write(folder.join("journal-2023-01-01.nbk"), "no backup").unwrap();
    // All that would be kept are damaged, so the newest whole one must stay too.
    let (kept, today) = (backups(&folder).unwrap(), now().day());
    let copy = home.copy("trial").join("backups");
    fs::create_dir(&copy).unwrap();
    for file in &kept {
        fs::copy(&file.path, copy.join(file.path.file_name().unwrap())).unwrap();
    }
    thin_out(&copy, &first.vault_id, today).unwrap();
    let stay: Vec<String> = names(&copy);
    for name in &stay {
        let path = folder.join(name);
        if name.starts_with("journal-2025") || name.starts_with("journal-2026") {
            let mut bytes = fs::read(&path).unwrap();
            bytes[9000] ^= 1;
            fs::write(&path, bytes).unwrap();
        }
    }
    let gone = thin_out(&folder, &first.vault_id, today).unwrap();
    assert!(gone > 10, "{gone}");
    assert_eq!(thin_out(&folder, &first.vault_id, today), Ok(0));
    let whole: Vec<_> = backups(&folder)
        .unwrap()
        .into_iter()
        .filter(|file| file.vault_id == first.vault_id && !file.path.ends_with("by hand.nbk"))
        .filter(|file| check_backup(&file.path, &mut quiet()).is_ok())
        .collect();
    assert_eq!(whole.len(), 1, "{whole:?}");
    assert!(foreign.path.exists() && folder.join("by hand.nbk").exists());
    assert!(folder.join("journal-2023-01-01.nbk").exists());
    drop(theirs);
}

#[test]
fn a_backup_can_be_made_while_both_key_files_are_whole_only() {
    let home = Home::with(&records());
    let vault: Vault = home.open();
    fs::write(home.file("keys.a"), "damaged").unwrap();
    vault.back_up(&home.file("backups"), now(), &mut quiet()).unwrap();
    fs::write(home.file("keys.b"), "damaged").unwrap();
    let made = vault.back_up(&home.file("backups"), now(), &mut quiet());
    assert_eq!(made.map(drop), Err(Error::HeaderDamaged), "it could not be opened again");
    assert_eq!(names(&home.file("backups")).len(), 1);
}
