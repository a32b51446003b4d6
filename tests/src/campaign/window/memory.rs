//! What stays in memory after the journal is locked.
//!
//! The keys are worked out here, from the files and the passphrase; the program exports none. It is
//! a build for tests only in its cheap key derivation: its window is the private one.

use std::thread;
use std::time::{Duration, Instant};

use super::way;
use crate::campaign::{Campaign, Report, Rounds};
use crate::keys::{Keys, hex};
use crate::leak::Sentinel;
use crate::memory::{copies, held, places, stands_at};
use crate::private::{A_MOMENT, Private};
use crate::program::built;
use crate::steps::PASSPHRASE;

/// The campaign.
pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "memory",
    what: "the program's memory searched for keys after every lock",
    goal: "0 copies of the data key and the database key within 1 s",
    rounds: 20,
    short: 2,
    run,
    roles: &[],
};

/// Within this time after Ctrl+L every key must be gone.
const GOAL: Duration = Duration::from_secs(1);

/// What is looked for, each as bytes.
struct Wanted {
    keys: Vec<(&'static str, Vec<u8>)>,
    words: Vec<(&'static str, Vec<u8>)>,
}

/// What one round showed.
#[derive(Default)]
struct Seen {
    open: Vec<usize>,
    left: usize,
    slowest: Duration,
    unseen: usize,
}

fn run(rounds: Rounds, report: &mut Report) {
    let home = way::sample(&built("demo"));
    let keys = Keys::of(&home.journal(), PASSPHRASE).expect("the keys follow from the files");
    let word = Sentinel::new();
    let wanted = Wanted::new(&keys, &word);
    let private = Private::open(home, &built("meantime"), &[]);
    let process = private.process();
    let before = wanted.places_in(process);
    let mut seen = Seen { open: vec![0; before.len()], ..Seen::default() };
    for round in 0..rounds.count {
        private.unlock();
        if round == 0 {
            write_a_note(&private, word.word());
        }
        look(&private, &wanted, &mut seen);
        if round + 1 < rounds.count {
            private.bring_back();
            thread::sleep(A_MOMENT);
        }
    }
    report.none(
        "keys in memory before the journal was ever opened",
        before.iter().map(Vec::len).sum::<usize>(),
    );
    for (place, (name, _)) in wanted.keys.iter().enumerate() {
        report.tell(
            &format!("copies of the {name} while open, at most"),
            seen.open[place],
            "copies",
        );
    }
    report.none("rounds in which no key was found while open", seen.unseen);
    report.none("copies of keys left a second after a lock", seen.left);
    report.at_most(
        "slowest round until no key was left",
        seen.slowest.as_secs_f64(),
        "s",
        GOAL.as_secs_f64(),
    );
    tell_words(&private, &wanted, report);
    report.tell("memory held by the program", held(process) / 1024 / 1024, "MiB");
}

/// Looks while the journal is open, locks it, and looks until nothing is left: first where the keys
/// were, which is quick, then everywhere.
fn look(private: &Private, wanted: &Wanted, seen: &mut Seen) {
    let process = private.process();
    let open = wanted.places_in(process);
    seen.unseen += usize::from(open.iter().all(Vec::is_empty));
    for (most, now) in seen.open.iter_mut().zip(&open) {
        *most = (*most).max(now.len());
    }
    private.desktop.press("ctrl+l");
    let locked = Instant::now();
    let is_there = |(place, (_, key)): (&Vec<u64>, &(_, Vec<u8>))| {
        place.iter().any(|&place| stands_at(process, place, key))
    };
    while open.iter().zip(&wanted.keys).any(is_there) && locked.elapsed() < GOAL * 5 {
        thread::sleep(Duration::from_millis(5));
    }
    seen.slowest = seen.slowest.max(locked.elapsed());
    thread::sleep(GOAL.saturating_sub(locked.elapsed()));
    seen.left += wanted.places_in(process).iter().map(Vec::len).sum::<usize>();
}

fn write_a_note(private: &Private, words: &str) {
    private.desktop.press("ctrl+n");
    thread::sleep(A_MOMENT);
    // “Anything” is the fourth of the four tiles; the first has the keyboard.
    private.desktop.press_all(&["Tab", "Tab", "Tab", "Return"].map(String::from));
    thread::sleep(A_MOMENT);
    private.desktop.type_text(words);
    thread::sleep(A_MOMENT);
}

/// Copies of what was typed are measured and told: a page made of strings cannot wipe them all.
fn tell_words(private: &Private, wanted: &Wanted, report: &mut Report) {
    thread::sleep(A_MOMENT);
    let bytes: Vec<&[u8]> = wanted.words.iter().map(|(_, bytes)| bytes.as_slice()).collect();
    let in_program = copies(private.process(), &bytes);
    let mut in_page = vec![0; bytes.len()];
    for process in private.page_processes() {
        for (all, here) in in_page.iter_mut().zip(copies(process, &bytes)) {
            *all += here;
        }
    }
    for (place, (name, _)) in wanted.words.iter().enumerate() {
        report.tell(&format!("{name} in the program, locked"), in_program[place], "copies");
        report.tell(&format!("{name} in the page’s processes, locked"), in_page[place], "copies");
    }
}

impl Wanted {
    fn new(keys: &Keys, word: &Sentinel) -> Self {
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        Self {
            keys: vec![
                ("data key", keys.data.to_vec()),
                ("database key", keys.database.to_vec()),
                ("data key in digits", hex(&keys.data)),
                ("database key in digits", hex(&keys.database)),
                ("passphrase’s key", keys.wrap.to_vec()),
                ("header’s key", keys.header.to_vec()),
            ],
            words: vec![
                ("passphrase", PASSPHRASE.as_bytes().to_vec()),
                ("passphrase, UTF-16", wide(PASSPHRASE)),
                ("text of an entry", word.word().as_bytes().to_vec()),
                ("text of an entry, UTF-16", wide(word.word())),
            ],
        }
    }

    fn places_in(&self, process: u32) -> Vec<Vec<u64>> {
        let bytes: Vec<&[u8]> = self.keys.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        places(process, &bytes)
    }
}
