//! Killed at any moment, a vault keeps all that it said was kept.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;
use vault::{Error, Presence, presence};

use crate::child::{self, NEXT_WORDS, Other, Role, written};
use crate::support::{Home, WORDS, counting, create, id, note, now, open_with};

const ROUNDS: usize = 60;

/// Listens to a few lines, waits a moment, both different in every round, then kills.
/// Every line that was said.
fn hear_and_kill(
    other: &mut Other,
    random: &mut impl FnMut(&mut [u8]),
    most_lines: u8,
) -> Vec<String> {
    let mut bytes = [0; 2];
    random(&mut bytes);
    let lines = usize::from(bytes[0] % most_lines);
    let mut heard: Vec<String> = (0..lines).map_while(|_| other.next_line()).collect();
    sleep(Duration::from_micros(u64::from(bytes[1]) * 60));
    other.kill();
    heard.extend(std::iter::from_fn(|| other.next_line()));
    heard
}

/// What a killed writer had said was kept.
#[derive(Default)]
struct Acknowledged {
    saved: Vec<(u128, u32)>,
    draft: Option<u128>,
}

impl Acknowledged {
    fn note(&mut self, heard: &[String]) {
        self.draft = None;
        for line in heard {
            let mut words = line.split(' ');
            match (words.next(), words.next(), words.next()) {
                (Some("saved"), Some(number), Some(version)) => {
                    self.saved.push((number.parse().unwrap(), version.parse().unwrap()));
                    self.draft = None;
                }
                (Some("draft"), Some(number), None) => self.draft = Some(number.parse().unwrap()),
                _ => panic!("unexpected line"),
            }
        }
    }
}

fn is_hot(home: &Home) -> bool {
    fs::read(home.file("data.db-journal"))
        .is_ok_and(|bytes| bytes.iter().take(8).any(|&byte| byte != 0))
}

#[test]
fn killed_while_writing_nothing_acknowledged_is_lost() {
    let home = Home::new();
    let mut random = counting(42);
    let (mut acknowledged, mut hot) = (Acknowledged::default(), 0);
    for round in 0..ROUNDS {
        let mut other = child::start(Role::Write, &home.dir());
        acknowledged.note(&hear_and_kill(&mut other, &mut random, 14));
        hot += usize::from(is_hot(&home));

        let vault = home.open();
        vault.check_whole().unwrap_or_else(|error| panic!("round {round}: {error}"));
        for &(number, version) in &acknowledged.saved {
            let kept = vault.history(id(number)).unwrap();
            let kept = kept.into_iter().find(|kept| kept.version == version);
            let kept = kept.unwrap_or_else(|| panic!("round {round}: record {number} was lost"));
            assert_eq!(kept.record, written(number, version), "round {round}");
        }
        if let Some(number) = acknowledged.draft {
            let kept = vault.draft(id(number)).unwrap().or(vault.record(id(number)).unwrap());
            assert!(kept.is_some(), "round {round}: the draft of {number} was lost");
        }
    }
    let saves = acknowledged.saved.len();
    println!("crash: {ROUNDS} kills, {saves} acknowledged saves, {hot} hot journals");
    assert!(acknowledged.saved.len() > ROUNDS, "only {} saves", acknowledged.saved.len());
    assert!(hot > 0, "no kill hit a transaction, so this proved nothing");
}

#[test]
fn a_draft_outlasts_a_kill() {
    let home = Home::new();
    let mut other = child::start(Role::Write, &home.dir());
    assert_eq!(other.next_line().as_deref(), Some("draft 1"));
    other.kill();
    let vault = home.open();
    let kept = vault.draft(id(1)).unwrap().or(vault.record(id(1)).unwrap());
    assert!(kept.is_some());
}

#[test]
fn killed_while_the_passphrase_changes_exactly_one_opens() {
    let home = Home::with(&[note(1, "words")]);
    let mut random = counting(7);
    let mut changes = 0;
    for round in 0..25 {
        let mut other = child::start(Role::ChangePassphrase, &home.dir());
        let heard = hear_and_kill(&mut other, &mut random, 8);
        let last = heard.last();
        changes += heard.iter().filter(|line| line.starts_with("present")).count();
        let opens = [WORDS, NEXT_WORDS].map(|words| match open_with(&home.dir(), words) {
            Ok(opened) => {
                assert!(!opened.repaired_header, "round {round}: a kill is no damage");
                assert_eq!(opened.vault.all().unwrap(), [note(1, "words")]);
                true
            }
            Err(error) => {
                assert_eq!(error, Error::WrongSecret, "round {round}");
                false
            }
        });
        assert!(opens[0] != opens[1], "round {round}: opens {opens:?} after {last:?}");
    }
    assert!(changes > 10, "only {changes} changes");
}

#[test]
fn killed_while_it_is_made_a_vault_is_there_or_can_be_made() {
    let mut random = counting(9);
    let mut made = 0;
    for round in 0..20 {
        let temporary = TempDir::new().unwrap();
        let dir = temporary.path().join("journal");
        let mut other = child::start(Role::Create, &dir);
        hear_and_kill(&mut other, &mut random, 2);
        match presence(&dir).unwrap() {
            Presence::Present => {
                made += 1;
                let opened =
                    open_with(&dir, WORDS).unwrap_or_else(|error| panic!("{round}: {error}"));
                assert!(!opened.repaired_header, "round {round}");
            }
            Presence::Absent => {
                let mut vault = create(&dir).unwrap().0;
                vault.save(&note(1, "words"), now()).unwrap();
            }
        }
    }
    assert!(made < 20, "no kill came in time");
}
