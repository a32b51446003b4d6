//! Damaged files are found, called by their name, and never taken for a wrong
//! passphrase; and what cannot be read is never shown as something else.

use std::fs;
use std::path::Path;

use journal::{Record, SearchQuery};
use vault::{Error, Filter, KdfCost, Opened};

use crate::support::{
    Home, WORDS, contents, copy_dir, counting, id, note, now, open_with, passphrase, refusal,
};

const OTHER: &str = "a different set of words";

fn damage(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    fs::write(path, bytes).unwrap();
}

fn records() -> Vec<Record> {
    (1..=12)
        .map(|number| note(number, &format!("{number} lantern {}", "words ".repeat(300))))
        .collect()
}

#[test]
fn one_damaged_key_file_is_made_whole_from_the_other_and_said() {
    let home = Home::new();
    let whole = fs::read(home.file("keys.a")).unwrap();
    for name in ["keys.a", "keys.b"] {
        for at in (0..4096).step_by(61) {
            damage(&home.file(name), |bytes| bytes[at] ^= 1 << (at % 8));
            assert_eq!(refusal(open_with(&home.dir(), OTHER)), Error::WrongSecret);
            let opened = home.try_open().unwrap();
            assert!(opened.repaired_header, "byte {at} of {name}");
            drop(opened);
            assert_eq!(fs::read(home.file(name)).unwrap(), whole, "byte {at} of {name}");
        }
        for length in [0, 1, 511, 512, 4095] {
            damage(&home.file(name), |bytes| bytes.truncate(length));
            assert!(home.try_open().unwrap().repaired_header, "{length} bytes of {name}");
        }
        damage(&home.file(name), |bytes| bytes.push(0));
        assert!(home.try_open().unwrap().repaired_header, "one byte more in {name}");
        fs::remove_file(home.file(name)).unwrap();
        assert!(home.try_open().unwrap().repaired_header, "{name} missing");
        assert!(!home.try_open().unwrap().repaired_header, "said once");
    }
}

#[test]
fn two_damaged_key_files_are_damage_with_any_secret() {
    let home = Home::new();
    for (a, b) in (0..4096).step_by(97).zip((0..4096).rev().step_by(89)) {
        let dir = home.copy("damaged");
        damage(&dir.join("keys.a"), |bytes| bytes[a] ^= 0x10);
        damage(&dir.join("keys.b"), |bytes| bytes[b] ^= 0x01);
        let before = contents(&dir);
        assert_eq!(refusal(open_with(&dir, WORDS)), Error::HeaderDamaged);
        assert_eq!(refusal(open_with(&dir, OTHER)), Error::HeaderDamaged);
        assert_eq!(contents(&dir), before, "what is left is not touched");
    }
    for remove in ["keys.a", "keys.b"] {
        let dir = home.copy("damaged");
        damage(&dir.join("keys.a"), Vec::clear);
        damage(&dir.join("keys.b"), Vec::clear);
        fs::remove_file(dir.join(remove)).unwrap();
        assert_eq!(refusal(open_with(&dir, WORDS)), Error::HeaderDamaged);
    }
}

#[test]
fn a_data_file_cut_off_anywhere_is_damaged_data() {
    let home = Home::with(&records());
    let length = usize::try_from(fs::metadata(home.file("data.db")).unwrap().len()).unwrap();
    let dir = home.copy("damaged");
    let whole = fs::read(dir.join("data.db")).unwrap();
    for length in (0..length).step_by(512).chain([1, length - 1]) {
        fs::write(dir.join("data.db"), &whole[..length]).unwrap();
        assert_eq!(refusal(open_with(&dir, WORDS)), Error::DataDamaged, "{length} bytes");
    }
    fs::write(dir.join("data.db"), b"").unwrap();
    assert_eq!(refusal(open_with(&dir, OTHER)), Error::WrongSecret, "a typo is still a typo");
    fs::remove_file(dir.join("data.db")).unwrap();
    assert_eq!(refusal(open_with(&dir, WORDS)), Error::DataDamaged);
    assert!(!dir.join("data.db").exists(), "no empty journal appears in its place");
}

#[test]
fn bytes_after_the_end_do_no_harm() {
    let home = Home::with(&records());
    damage(&home.file("data.db"), |bytes| bytes.extend([7; 5000]));
    let mut vault = home.open();
    assert_eq!(vault.all().unwrap(), records());
    for number in 20..40 {
        vault.save(&note(number, &"grows over it ".repeat(300)), now()).unwrap();
    }
    vault.check_whole().unwrap();
}

#[test]
fn a_data_file_that_is_not_ours_is_damaged_data() {
    let home = Home::with(&records());
    let other = Home::seeded(2);
    let dir = home.copy("damaged");
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(16384, 0);
    for bytes in
        [fs::read(other.file("data.db")).unwrap(), plain, vec![0; 16384], vec![0xa5; 16384]]
    {
        fs::write(dir.join("data.db"), &bytes).unwrap();
        assert_eq!(refusal(open_with(&dir, WORDS)), Error::DataDamaged);
        assert_eq!(fs::read(dir.join("data.db")).unwrap(), bytes, "it is not touched");
    }
    fs::remove_file(dir.join("data.db")).unwrap();
    fs::create_dir(dir.join("data.db")).unwrap();
    assert_eq!(refusal(open_with(&dir, WORDS)), Error::DataDamaged);
}

/// Reads everything; every answer must be right or an error that names the damage.
fn read_all(opened: Opened, at: usize) -> bool {
    let vault = opened.vault;
    let mut found = vault.check_whole() == Err(Error::DataDamaged);
    let mut see = |outcome: Result<bool, Error>| match outcome {
        Ok(is_right) => assert!(is_right, "wrong data were shown with byte {at} damaged"),
        Err(error) => {
            assert_eq!(error, Error::DataDamaged, "byte {at}");
            found = true;
        }
    };
    see(vault.all().map(|all| all == records()));
    for record in records() {
        see(vault.record(record.id).map(|found| found == Some(record)));
    }
    let lantern = SearchQuery::parse("lantern");
    see(vault.search(&lantern, &Filter::default()).map(|hits| hits.len() == 12));
    see(vault.records(&Filter::default()).map(|all| all.len() == 12));
    see(vault.drafts().map(|drafts| drafts.is_empty()));
    found
}

#[test]
fn every_page_with_a_flipped_bit_is_found() {
    let home = Home::with(&records());
    let whole = fs::read(home.file("data.db")).unwrap();
    let dir = home.copy("damaged");
    let pages = whole.len() / 4096;
    let mut at_opening = 0;
    for page in 0..pages {
        for within in [3, 1000 + page * 7 % 2000, 4050] {
            let at = page * 4096 + within;
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << (at % 8);
            fs::write(dir.join("data.db"), &bytes).unwrap();
            match open_with(&dir, WORDS) {
                Ok(opened) => assert!(read_all(opened, at), "byte {at} was not found"),
                Err(error) => {
                    assert_eq!(error, Error::DataDamaged, "byte {at}");
                    at_opening += 1;
                }
            }
        }
    }
    assert!(at_opening >= 3 && pages > 20, "{at_opening} at opening, {pages} pages");
}

#[test]
fn writing_to_a_damaged_vault_never_reports_success_falsely() {
    let home = Home::with(&records());
    let whole = fs::read(home.file("data.db")).unwrap();
    let dir = home.copy("damaged");
    for page in 0..whole.len() / 4096 {
        copy_dir(&home.dir(), &dir);
        damage(&dir.join("data.db"), |bytes| bytes[page * 4096 + 2000] ^= 4);
        let Ok(opened) = open_with(&dir, WORDS) else { continue };
        let mut vault = opened.vault;
        match vault.save(&note(50, "after the damage"), now()) {
            Ok(_) => assert_eq!(vault.record(id(50)), Ok(Some(note(50, "after the damage")))),
            Err(error) => assert_eq!(error, Error::DataDamaged, "page {page}"),
        }
    }
}

#[test]
fn a_damaged_hot_journal_is_never_a_wrong_passphrase() {
    let home = Home::with(&records());
    let dir = home.copy("damaged");
    fs::write(dir.join("data.db-journal"), vec![0xd9; 9000]).unwrap();
    match open_with(&dir, WORDS) {
        Ok(opened) => assert_eq!(opened.vault.all().unwrap(), records()),
        Err(error) => assert_eq!(error, Error::DataDamaged),
    }
}

/// A change of the passphrase was cut short after the first copy, and then the disk does
/// not give that copy once.
#[test]
fn a_copy_the_disk_does_not_give_is_not_written_over() {
    const NEXT: &str = "a different set of words";
    let home = Home::with(&[note(1, "words")]);
    let older = fs::read(home.file("keys.b")).unwrap();
    let mut vault = home.try_open().unwrap().vault;
    let (from, to) = (passphrase(WORDS), passphrase(NEXT));
    vault.change_passphrase(&from, &to, KdfCost::WEAK, &mut counting(7)).unwrap();
    vault.close().unwrap();
    fs::write(home.file("keys.b"), older).unwrap();
    let newer = fs::read(home.file("keys.a")).unwrap();

    let unread = home.file("keys.a").canonicalize().unwrap();
    let watching = vault::fault::watch(move |event| {
        let fails = event.operation == vault::fault::Operation::Read && event.path == unread;
        if fails { Err(std::io::Error::other("no")) } else { Ok(()) }
    });
    let opened = open_with(&home.dir(), WORDS).unwrap();
    assert!(opened.one_header_left && !opened.repaired_header);
    opened.vault.close().unwrap();
    drop(watching);
    assert_eq!(fs::read(home.file("keys.a")).unwrap(), newer);
    open_with(&home.dir(), NEXT).unwrap();
    assert_eq!(open_with(&home.dir(), WORDS).err(), Some(Error::WrongSecret));
}
