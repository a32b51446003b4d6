//! What lies on the disk: nothing readable, and nothing for others.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use journal::note::Note;
use journal::{Body, SearchQuery};
use vault::{Error, Filter};

use crate::child::{self, Role};
use crate::support::{Home, WORDS, id, note, now, open_with, passphrase};

const SENTINEL: &str = "quietharbourbeneathsevenmoons";

/// The shapes in which a text could have been left behind.
fn shapes(text: &str) -> Vec<Vec<u8>> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hex = text.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    vec![text.as_bytes().to_vec(), text.to_uppercase().into_bytes(), utf16, hex.into_bytes()]
}

fn leaks(dir: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(leaks(&entry.path(), text));
            continue;
        }
        let bytes = fs::read(entry.path()).unwrap();
        for shape in shapes(text) {
            if bytes.windows(shape.len()).any(|window| window == shape) {
                found.push(entry.file_name().into_string().unwrap());
            }
        }
    }
    found
}

#[test]
fn nothing_written_can_be_read_in_any_file() {
    let home = Home::new();
    let mut vault = home.open();
    for number in 1..=30 {
        let mut record = note(number, &format!("{SENTINEL} ").repeat(40));
        let Body::Note(Note { title, .. }) = &mut record.body else { panic!("a note") };
        *title = format!("{SENTINEL} {number}");
        vault.save(&record, now()).unwrap();
        vault.put_draft(&record, now()).unwrap();
    }
    vault.save(&note(1, SENTINEL), now()).unwrap();
    vault.set_state("test", SENTINEL).unwrap();
    vault.trash(id(2), now()).unwrap();
    vault.delete_forever(id(2)).unwrap();
    let found = vault.search(&SearchQuery::parse(SENTINEL), &Filter::default()).unwrap();
    assert_eq!(found.len(), 29, "it is really in there");

    for text in [SENTINEL, WORDS, "CREATE TABLE"] {
        assert!(leaks(&home.dir(), text).is_empty(), "while it is open: {text}");
    }
    vault.close().unwrap();
    assert!(leaks(&home.dir(), SENTINEL).is_empty(), "after closing");

    for shape in shapes(SENTINEL) {
        fs::write(home.file("planted"), [&[0; 100], shape.as_slice(), &[1; 9]].concat()).unwrap();
        assert_eq!(leaks(&home.dir(), SENTINEL), ["planted"], "the search itself works");
    }
}

#[test]
fn a_killed_writer_leaves_nothing_readable() {
    let home = Home::new();
    for _ in 0..5 {
        let mut other = child::start(Role::Write, &home.dir());
        for _ in 0..7 {
            other.next_line().unwrap();
        }
        other.kill();
        assert!(
            home.file("data.db-journal").exists(),
            "the journal of a killed writer is looked at"
        );
        assert!(leaks(&home.dir(), "some words about the day").is_empty());
    }
}

#[test]
fn errors_and_standard_error_quote_nothing() {
    let home = Home::with(&[note(1, &format!("{SENTINEL} ").repeat(2000))]);
    let long = note(1, &format!("{SENTINEL} ").repeat(900_000));
    let refused = home.open().put_draft(&long, now()).unwrap_err();
    assert!(!format!("{refused} {refused:?}").contains(SENTINEL));

    let mut bytes = fs::read(home.file("data.db")).unwrap();
    for page in bytes.chunks_exact_mut(4096).skip(1) {
        page[2000] ^= 1;
    }
    fs::write(home.file("data.db"), bytes).unwrap();
    let mut other = child::start(Role::Open, &home.dir());
    assert_eq!(other.next_line().as_deref(), Some("refused DataDamaged"));
    other.wait();
    let complaints = other.complaints();
    assert_eq!(complaints, "", "the database engine must keep to itself");
}

#[test]
fn a_passphrase_and_a_key_cannot_be_printed() {
    // Types without Debug; if one gained it, this would stop compiling as ambiguous.
    trait Unprintable<Marker> {
        fn is_unprintable() {}
    }
    struct Printable;
    impl<T> Unprintable<()> for T {}
    impl<T: std::fmt::Debug> Unprintable<Printable> for T {}
    <vault::Passphrase as Unprintable<_>>::is_unprintable();
    <vault::RecoveryKey as Unprintable<_>>::is_unprintable();
    <vault::Vault as Unprintable<_>>::is_unprintable();
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn assert_private(dir: &Path) {
    assert_eq!(mode(dir), 0o700);
    let names = ["keys.a", "keys.b", "data.db", "lock"];
    for name in names {
        assert_eq!(mode(&dir.join(name)), 0o600, "{name}");
    }
}

#[test]
fn files_are_private_whatever_the_umask() {
    for umask in ["000", "022", "077", "0277"] {
        let temporary = tempfile::TempDir::new().unwrap();
        let dir = temporary.path().join("journal");
        let mut other = child::start_with_umask(Role::Create, &dir, umask);
        assert_eq!(other.next_line().as_deref(), Some("created"), "umask {umask}");
        other.wait();
        assert_private(&dir);

        let mut other = child::start_with_umask(Role::Write, &dir, umask);
        for _ in 0..4 {
            other.next_line().unwrap();
        }
        assert_eq!(mode(&dir.join("data.db-journal")), 0o600, "umask {umask}");
        other.kill();
    }
}

#[test]
fn a_vault_that_others_could_read_is_made_private_again() {
    let home = Home::new();
    fs::set_permissions(home.dir(), fs::Permissions::from_mode(0o755)).unwrap();
    for name in ["keys.a", "keys.b", "data.db", "lock"] {
        fs::set_permissions(home.file(name), fs::Permissions::from_mode(0o644)).unwrap();
    }
    let mut vault = home.open();
    assert_private(&home.dir());
    let words = passphrase(WORDS);
    vault.new_recovery_key(&words, &mut crate::support::counting(5)).ok().unwrap();
    assert_private(&home.dir());
}

#[test]
fn only_the_files_of_a_vault_are_there() {
    let home = Home::with(&[note(1, "words")]);
    let mut names: Vec<_> = fs::read_dir(home.dir())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["data.db", "keys.a", "keys.b", "lock"]);
    assert_eq!(open_with(&home.dir(), "not the passphrase").err(), Some(Error::WrongSecret));
}
