//! Someone who writes: drafts, records and versions, each said aloud once the vault said that it
//! is kept; and a look at whether what was said is there.

use ::journal::Record;
use vault::{Error, Vault};

use super::journal::{id, note, now};

/// What is saved as this version of this record. Some are longer than a page of the database.
pub fn written(number: u128, version: u32) -> Record {
    let end = if version == 1 { "" } else { "more" };
    let length = if number % 5 == 2 { 300 } else { 40 };
    note(number, &format!("{number} {}{end}", "some words about the day ".repeat(length)))
}

/// Writes one entry as a person does: a draft first, then the record, at times changed once more.
/// Every tenth goes to the trash.
pub fn write_one(
    vault: &mut Vault,
    number: u128,
    say: &mut dyn FnMut(String),
) -> Result<(), Error> {
    vault.put_draft(&note(number, "half a sentence"), now())?;
    say(format!("draft {number}"));
    vault.save(&written(number, 1), now())?;
    say(format!("saved {number} 1"));
    if number.is_multiple_of(3) {
        vault.save(&written(number, 2), now())?;
        say(format!("saved {number} 2"));
    }
    if number.is_multiple_of(10) {
        vault.trash(id(number), now())?;
        say(format!("trashed {number}"));
    }
    Ok(())
}

/// What a writer had said was kept.
#[derive(Default)]
pub struct Acknowledged {
    saved: Vec<(u128, u32)>,
    trashed: Vec<u128>,
    draft: Option<u128>,
}

impl Acknowledged {
    /// Takes in what one writer said, and answers how many saves there were.
    pub fn take_in<'a>(&mut self, heard: impl IntoIterator<Item = &'a String>) -> u32 {
        self.draft = None;
        let mut saves = 0;
        for line in heard {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["saved", number, version] => {
                    self.saved.push((number_of(number), version.parse().expect("a number")));
                    self.draft = None;
                    saves += 1;
                }
                ["trashed", number] => self.trashed.push(number_of(number)),
                ["draft", number] => self.draft = Some(number_of(number)),
                _ => panic!("a writer says what it saved, not “{line}”"),
            }
        }
        saves
    }

    /// What of it is not there, or not as it was.
    pub fn missing(&self, vault: &Vault) -> Vec<String> {
        let mut missing = Vec::new();
        for &(number, version) in &self.saved {
            let kept = vault.history(id(number)).unwrap_or_default();
            let kept = kept.iter().find(|kept| kept.version == version);
            if kept.is_none_or(|kept| kept.record != written(number, version)) {
                missing.push(format!("version {version} of record {number}"));
            }
        }
        let trashed = vault.trashed().unwrap_or_default();
        for &number in &self.trashed {
            if !trashed.iter().any(|(record, _)| record.id == id(number)) {
                missing.push(format!("record {number} in the trash"));
            }
        }
        if let Some(number) = self.draft {
            let draft = vault.draft(id(number)).ok().flatten();
            let record = vault.record(id(number)).ok().flatten();
            if draft.or(record).is_none() {
                missing.push(format!("the draft of record {number}"));
            }
        }
        missing
    }
}

fn number_of(word: &str) -> u128 {
    word.parse().expect("a writer says numbers")
}
