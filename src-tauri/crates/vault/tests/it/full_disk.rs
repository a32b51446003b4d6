//! When no more can be written, what was acknowledged stays, and the reason is named.
//!
//! The limit is one on the size of files: the same error path as a quota.

use std::fs;
use std::path::{Path, PathBuf};

use vault::Error;

use crate::child::{self, NEXT_WORDS, Role};
use crate::support::{Home, WORDS, contents, id, note, now, open_with, refusal};

#[test]
fn a_full_disk_is_named_and_loses_nothing() {
    for kib in [200, 260, 333, 512] {
        let home = Home::new();
        let mut other = child::start_limited(Role::Fill, &home.dir(), kib * 1024);
        let mut saved = 0;
        let failure = loop {
            let line = other.next_line().expect("it must come to an end by itself");
            match line.strip_prefix("saved ") {
                Some(number) => saved = number.parse().unwrap(),
                None => break line,
            }
        };
        assert_eq!(failure, "failed DiskFull", "at {kib} KiB");
        assert_eq!(other.next_line().as_deref(), Some("draft Some(DiskFull)"));
        assert_eq!(other.next_line().as_deref(), Some("readable true"), "it can still be read");
        assert_eq!(
            other.next_line().as_deref(),
            Some("passphrase None"),
            "a small file still fits"
        );
        other.wait();
        assert!(saved > 0, "at {kib} KiB nothing was saved, so this proved nothing");

        assert_eq!(refusal(home.try_open()), Error::WrongSecret, "the passphrase was changed");
        let mut vault = open_with(&home.dir(), NEXT_WORDS).unwrap().vault;
        vault.check_whole().unwrap();
        for number in 1..=saved {
            assert!(vault.record(id(number)).unwrap().is_some(), "record {number} of {saved}");
        }
        assert_eq!(vault.record(id(saved + 1)).unwrap(), None, "what failed is not half there");
        vault.save(&note(saved + 1, "room again"), now()).unwrap();
    }
}

#[test]
fn a_key_file_that_cannot_be_written_changes_nothing() {
    let home = Home::with(&[note(1, "words")]);
    let before = contents(&home.dir());
    let mut other = child::start_limited(Role::ChangePassphrase, &home.dir(), 2048);
    assert_eq!(other.next_line().as_deref(), Some("leaving 0"));
    assert_eq!(other.next_line(), None, "no success is reported");
    assert!(other.complaints().contains("DiskFull"));
    other.kill();
    assert_eq!(contents(&home.dir()), before, "not even half a file is left");
    home.open();
    assert_eq!(refusal(open_with(&home.dir(), NEXT_WORDS)), Error::WrongSecret);
}

#[test]
fn a_vault_that_cannot_be_made_leaves_nothing() {
    for bytes in [1024, 3072, 8192, 40_960] {
        let temporary = tempfile::TempDir::new().unwrap();
        let dir = temporary.path().join("journal");
        let mut other = child::start_limited(Role::Create, &dir, bytes);
        assert_eq!(other.next_line(), None, "no success is reported");
        assert!(other.complaints().contains("DiskFull"), "at {bytes} bytes");
        other.kill();
        let left: Vec<_> =
            fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["lock"], "at {bytes} bytes");
        crate::support::create(&dir).unwrap();
        open_with(&dir, WORDS).unwrap();
    }
}

/// Everything below a folder that says something, the locks aside.
fn all_below(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap()) {
        if entry.file_type().unwrap().is_dir() {
            all.push((entry.path(), Vec::new()));
            all.extend(all_below(&entry.path()));
        } else if entry.file_name() != "lock" {
            all.push((entry.path(), fs::read(entry.path()).unwrap()));
        }
    }
    all.sort();
    all
}

#[test]
fn a_backup_or_restore_or_renewal_that_does_not_fit_leaves_everything_as_it_was() {
    let records: Vec<_> =
        (1..=60).map(|number| note(number, &"a day in many words ".repeat(200))).collect();
    let home = Home::with(&records);
    let shelf = home.dir().with_file_name("shelf");
    fs::create_dir(&shelf).unwrap();
    let vault = home.open();
    vault.back_up(&shelf, now(), &mut |_| {}).unwrap();
    vault.close().unwrap();
    let above = home.dir().parent().unwrap().to_owned();
    let before = all_below(&above);
    let length = fs::metadata(home.file("data.db")).unwrap().len();
    for role in [Role::BackUp, Role::Restore, Role::Renew, Role::LeaveDays] {
        // The days that are left out are all, so what is written is small.
        let most = if role == Role::LeaveDays { 40 * 1024 } else { length - 4096 };
        for bytes in [2048, 20_480, most / 2, most] {
            let mut other = child::start_limited(role, &home.dir(), bytes);
            let said = other.next_line();
            assert_eq!(said.as_deref(), Some("Some(DiskFull)"), "{role:?} with {bytes} bytes");
            other.wait();
            assert_eq!(all_below(&above), before, "{role:?} with {bytes} bytes");
        }
    }
    home.open().check_whole().unwrap();
}
