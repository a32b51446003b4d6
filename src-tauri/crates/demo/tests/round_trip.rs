//! A readable export brought into a fresh journal and exported again is the same file,
//! byte for byte, and brought in once more it changes nothing.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use demo::generated::{COURSES, generated, written};
use journal::bring::{Given, Source, read};
use journal::export::Readable;
use journal::{Moment, Record};
use vault::{KdfCost, Passphrase, Vault};

mod every;

fn now() -> Moment {
    Moment("2026-04-01T10:00:00-05:00".parse().unwrap())
}

fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).unwrap();
}

fn fresh(folder: &std::path::Path) -> Vault {
    let passphrase = Passphrase::new("an old radio by the apples".into()).unwrap();
    Vault::create(folder, &passphrase, KdfCost::FLOOR, now(), &mut random).unwrap().0
}

fn export(records: Vec<Record>) -> String {
    Readable::new(records, written()).to_json()
}

fn comes_through(records: Vec<Record>, label: &str) {
    let before = export(records);
    let file = Given { name: "journal.json", bytes: before.as_bytes(), changed: None };
    let understood = read(&[file], written().0.offset()).unwrap();
    assert_eq!(understood.source, Source::Readable);
    let folder = tempfile::tempdir().unwrap();
    let mut vault = fresh(folder.path());
    let brought = vault.bring(&understood.records, understood.written, now()).unwrap();
    assert_eq!(brought.undo.len(), understood.records.len(), "{label}: all are new");
    assert!(export(vault.all().unwrap()) == before, "{label}: the same bytes");
    let changes = vault.changes();
    let again = vault.bring(&understood.records, understood.written, now()).unwrap();
    assert!(again.undo.is_empty(), "{label}: nothing is doubled");
    assert!(export(vault.all().unwrap()) == before && vault.changes() >= changes);
    vault.take_back(&brought.undo, now()).unwrap();
    assert!(vault.all().unwrap().is_empty(), "{label}: and it can be taken back");
}

#[test]
fn the_sample_and_every_kind_come_through() {
    let sample = demo::course(written().day(), *written().0.offset());
    comes_through(sample, "sample");
    let mut every = every::records();
    for (place, record) in (1_u128..).zip(&mut every) {
        record.id = journal::RecordId(uuid::Uuid::from_u128(place));
    }
    comes_through(every, "every kind");
}

#[test]
fn generated_courses_come_through() {
    for number in 0..COURSES {
        comes_through(generated(number), &format!("course {number}"));
    }
}
