//! `damage`: bits flipped in every page and every byte of the header, files cut off at every 512
//! bytes; all of it must be found, named damage, and never shown as something else.

use std::fs;
use std::path::PathBuf;

use ::journal::{Record, SearchQuery};
use vault::{Error, Filter, Vault};

use super::journal::{self, Folder, NEXT_WORDS, WORDS, open};
use super::work::overwrite;
use super::writer::written;
use super::{Campaign, Chance, Report, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "damage",
    what: "bits flipped in every page and header byte, files cut off at every 512 B",
    goal: "100 % detected, 0 wrong data shown, 0 called “wrong passphrase”, one bad header repairs itself",
    rounds: 8,
    short: 1,
    run,
    roles: &[],
};

const SEED: u64 = 2026;
const HEADER: usize = 4096;
const PAGE: usize = 4096;
const HEADERS: [&str; 2] = ["keys.a", "keys.b"];

/// Rounds are the bits that are flipped in each page and in each byte of the header. The short form
/// flips one bit of each page, and passes over most bytes of the header.
fn run(rounds: Rounds, report: &mut Report) {
    report.note(format_args!("seed {SEED}"));
    let mut trial = Trial::new(rounds);
    trial.one_header(report);
    trial.both_headers(report);
    trial.pages(report);
    trial.ends(report);
    report.none("wrong data shown", trial.wrong);
    report.none("called a wrong passphrase", trial.misnamed);
}

fn records() -> Vec<Record> {
    (1..=20).map(|number| written(number, 1)).collect()
}

/// A whole journal, a place for a damaged copy of it, and what was seen.
struct Trial {
    rounds: Rounds,
    chance: Chance,
    whole: Folder,
    damaged: Folder,
    records: Vec<Record>,
    wrong: u32,
    misnamed: u32,
}

/// How many trials there were, and in how many of them the damage was found.
#[derive(Default)]
struct Found {
    trials: u64,
    found: u64,
}

impl Trial {
    fn new(rounds: Rounds) -> Self {
        let (whole, damaged, records) = (Folder::new(), Folder::new(), records());
        journal::make(&whole.journal(), &records);
        journal::copy(&whole.journal(), &damaged.journal());
        Self { rounds, chance: Chance::new(SEED), whole, damaged, records, wrong: 0, misnamed: 0 }
    }

    fn whole(&self, name: &str) -> Vec<u8> {
        fs::read(self.whole.journal().join(name)).expect("a file of the journal can be read")
    }

    fn dir(&self) -> PathBuf {
        self.damaged.journal()
    }

    /// Puts bytes in place of a file of the damaged copy, and what else is there as it was.
    fn put(&self, name: &str, bytes: &[u8]) {
        let _ = fs::remove_file(self.dir().join("data.db-journal"));
        for other in ["keys.a", "keys.b", "data.db"] {
            let file = self.dir().join(other);
            if other == name {
                overwrite(&file, bytes);
            } else {
                fs::copy(self.whole.journal().join(other), file).expect("it can be copied");
            }
        }
    }

    /// The bytes of the header that are tried.
    fn places(&self) -> Vec<usize> {
        let step = if self.rounds.is_short { 41 } else { 1 };
        (0..HEADER).step_by(step).collect()
    }

    /// One copy of the header damaged: it opens, says so, and is made whole.
    fn one_header(&mut self, report: &mut Report) {
        let mut found = Found::default();
        let whole = self.whole(HEADERS[0]);
        for name in HEADERS {
            for at in self.places() {
                for bit in (0..self.rounds.count).map(|bit| (bit + as_u32(at)) % 8) {
                    let mut bytes = whole.clone();
                    bytes[at] ^= 1 << bit;
                    self.put(name, &bytes);
                    self.mends(name, &whole, &mut found, report);
                }
            }
            for length in (0..HEADER).step_by(512).chain([1, HEADER - 1]) {
                self.put(name, &whole[..length]);
                self.mends(name, &whole, &mut found, report);
            }
        }
        report.tell("trials with one damaged header", found.trials, "");
        report.share("of them found and repaired", found.found, found.trials, 100.0);
    }

    fn mends(&mut self, name: &str, whole: &[u8], found: &mut Found, report: &mut Report) {
        found.trials += 1;
        let opened = open(&self.dir(), WORDS);
        let is_mended = opened.as_ref().is_ok_and(|opened| opened.repaired_header);
        drop(opened);
        let is_whole = fs::read(self.dir().join(name)).is_ok_and(|bytes| bytes == whole);
        if is_mended && is_whole {
            found.found += 1;
        } else {
            report.complain(format_args!("{name}: opened {is_mended}, whole {is_whole}"));
        }
    }

    /// Both copies damaged: with any passphrase it is damage.
    fn both_headers(&mut self, report: &mut Report) {
        let mut found = Found::default();
        let whole = self.whole(HEADERS[0]);
        for at in self.places() {
            let [mut one, mut other] = [whole.clone(), whole.clone()];
            one[at] ^= 1 << (at % 8);
            other[self.chance.index(HEADER)] ^= 1 << self.chance.below(8);
            self.put(HEADERS[0], &one);
            overwrite(&self.dir().join(HEADERS[1]), &other);
            for words in [WORDS, NEXT_WORDS] {
                found.trials += 1;
                self.refuses(words, Error::HeaderDamaged, &mut found, report);
            }
        }
        for length in (0..HEADER).step_by(512) {
            self.put(HEADERS[0], &whole[..length]);
            overwrite(&self.dir().join(HEADERS[1]), &whole[..length]);
            found.trials += 1;
            self.refuses(WORDS, Error::HeaderDamaged, &mut found, report);
        }
        report.tell("trials with both headers damaged", found.trials, "");
        report.share("of them called damage of the header", found.found, found.trials, 100.0);
    }

    fn refuses(&mut self, words: &str, as_what: Error, found: &mut Found, report: &mut Report) {
        match open(&self.dir(), words).map(drop) {
            Err(error) if error == as_what => found.found += 1,
            outcome => {
                self.misnamed += u32::from(outcome == Err(Error::WrongSecret));
                report.complain(format_args!("{outcome:?} instead of {as_what:?}"));
            }
        }
    }

    /// Bits flipped, sectors lost, and pages in the place of others.
    fn pages(&mut self, report: &mut Report) {
        let mut found = Found::default();
        let whole = self.whole("data.db");
        let pages = whole.len() / PAGE;
        for page in 0..pages {
            for _ in 0..self.rounds.count {
                let mut bytes = whole.clone();
                let at = page * PAGE + self.chance.index(PAGE);
                bytes[at] ^= 1 << self.chance.below(8);
                self.try_data(&bytes, &format!("byte {at}"), &mut found, report);
            }
            let mut bytes = whole.clone();
            let sector = page * PAGE + self.chance.index(8) * 512;
            bytes[sector..sector + 512].fill(0);
            self.try_data(&bytes, &format!("sector at {sector}"), &mut found, report);
            let other = (page + 1 + self.chance.index(pages - 1)) % pages;
            let mut bytes = whole.clone();
            bytes.copy_within(other * PAGE..(other + 1) * PAGE, page * PAGE);
            self.try_data(&bytes, &format!("page {other} as {page}"), &mut found, report);
        }
        report.at_least("pages", pages as u64, "", 40);
        report.tell("trials with a damaged page", found.trials, "");
        report.share("of them found", found.found, found.trials, 100.0);
    }

    /// Cut off anywhere, and longer than it was.
    fn ends(&mut self, report: &mut Report) {
        let mut found = Found::default();
        let whole = self.whole("data.db");
        let step = if self.rounds.is_short { 512 * 7 } else { 512 };
        for length in (0..whole.len()).step_by(step).chain([1, whole.len() - 1]) {
            self.put("data.db", &whole[..length]);
            found.trials += 1;
            self.refuses(WORDS, Error::DataDamaged, &mut found, report);
        }
        report.tell("trials with a file cut off", found.trials, "");
        report.share("of them found when opening", found.found, found.trials, 100.0);
        for more in [1, 511, 512, 4096, 10_000] {
            let mut bytes = whole.clone();
            bytes.resize(whole.len() + more, 0xa5);
            self.put("data.db", &bytes);
            let opened = open(&self.dir(), WORDS);
            let is_right = opened.is_ok_and(|opened| opened.vault.all() == self.all());
            self.wrong += u32::from(!is_right);
        }
    }

    fn all(&self) -> Result<Vec<Record>, Error> {
        open(&self.whole.journal(), WORDS)?.vault.all()
    }

    fn try_data(&mut self, bytes: &[u8], what: &str, found: &mut Found, report: &mut Report) {
        self.put("data.db", bytes);
        found.trials += 1;
        let answers = match open(&self.dir(), WORDS) {
            Ok(opened) => read_all(&opened.vault, &self.records),
            Err(error) => vec![Err(error)],
        };
        let mut is_found = false;
        for (number, answer) in answers.into_iter().enumerate() {
            match answer {
                Ok(true) => {}
                Ok(false) => {
                    self.wrong += 1;
                    report
                        .complain(format_args!("{what}: wrong data were shown (answer {number})"));
                }
                Err(Error::DataDamaged) => is_found = true,
                Err(error) => {
                    self.misnamed += u32::from(error == Error::WrongSecret);
                    report.complain(format_args!("{what}: called “{error}”"));
                }
            }
        }
        found.found += u64::from(is_found);
    }
}

/// Reads everything in every way. Each answer is right, wrong or an error.
fn read_all(vault: &Vault, records: &[Record]) -> Vec<Result<bool, Error>> {
    let all = Filter::default();
    let mut answers = vec![vault.check_whole().map(|()| true)];
    let is_same = |mut found: Vec<Record>| {
        found.sort_by_key(|record| record.id.to_string());
        found == records
    };
    answers.push(vault.all().map(is_same));
    answers.push(vault.records(&all).map(is_same));
    for record in records {
        answers.push(vault.record(record.id).map(|found| found.as_ref() == Some(record)));
        answers.push(vault.history(record.id).map(|found| found.len() == 1));
    }
    let hits = vault.search(&SearchQuery::parse("day"), &all);
    answers.push(hits.map(|hits| hits.len() == records.len()));
    answers.push(vault.drafts().map(|drafts| drafts.is_empty()));
    answers.push(vault.trashed().map(|trashed| trashed.is_empty()));
    answers
}

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).expect("it is within a header")
}
