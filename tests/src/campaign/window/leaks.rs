//! Words typed with real keys into every field, looked for in every file.
//!
//! The window is the private one that people get, and nobody looks into it: the way through it was
//! learned before in a window of the same build that a driver can read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::way;
use crate::campaign::{Campaign, Report, Rounds};
use crate::home::Home;
use crate::keyboard::{Field, Way};
use crate::leak::{Leak, Sentinel, assert_that_the_scan_finds_what_is_planted, leaks};
use crate::private::{Private, released};
use crate::program::built;
use crate::steps::{PASSPHRASE, unlock};
use crate::window::Window;

/// The campaign.
pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "leaks",
    what: "words typed into every field of the private window, looked for in every file",
    goal: "0 hits unlocked, locked and killed; what is planted is found",
    rounds: 1,
    short: 1,
    run,
    roles: &[],
};

fn run(rounds: Rounds, report: &mut Report) {
    assert_that_the_scan_finds_what_is_planted();
    report.exactly("control found in every dress", 1_u32, "", 1);
    for _ in 0..rounds.count {
        round(rounds.is_short, report);
    }
}

fn round(is_short: bool, report: &mut Report) {
    let release = if is_short { None } else { released("meantime").zip(released("demo")) };
    let is_released = release.is_some();
    if !is_short && !is_released {
        report.note("target/release is not built: the private window of the checked build instead");
    }
    let (program, demo) = release.unwrap_or_else(|| (built("meantime"), built("demo")));
    let learned = way::learn(is_short);
    report.at_least(
        "fields written in",
        learned.fields.len(),
        "fields",
        if is_short { 3 } else { 40 },
    );

    // On a computer that is busier than it was while learning, keys can go astray.
    let kept = (1..=TRIES).any(|attempt| {
        let kept = play(&learned, is_short, (&program, &demo), report);
        if !kept {
            report.note(format_args!("attempt {attempt}: the keys went astray"));
        }
        kept
    });
    report.figure("the way was played to its end", kept, "", true, kept);
}

/// How often a way is played until the keys keep to it.
const TRIES: u32 = 3;

/// Plays the way and looks for its words everywhere; answers whether it came to its end.
fn play(
    learned: &Way,
    is_short: bool,
    (program, demo): (&Path, &Path),
    report: &mut Report,
) -> bool {
    let strangers = Strangers::now();
    let home = way::sample(demo);
    let private = if is_short {
        Private::open(home, program, &[])
    } else {
        Private::open_with_keychain(home, program)
    };
    learned.play(&private);
    // Drafts are kept within a second; a page that follows slowly is given more.
    thread::sleep(Duration::from_secs(3));
    let scan = |home: &Home, when: &str, report: &mut Report| {
        let found = look(home, learned, &strangers);
        for leak in &found {
            report.complain(format_args!("{when}: {leak:?}"));
        }
        report.none(&format!("hits {when}"), found.len());
    };
    scan(&private.home, "unlocked", report);
    private.hide();
    thread::sleep(Duration::from_secs(2));
    scan(&private.home, "locked", report);
    private.bring_back();
    thread::sleep(Duration::from_secs(1));
    private.unlock();
    let home = private.kill();
    scan(&home, "killed", report);
    let has_pin = has_pin(&home);
    let kept = arrived(home, &learned.fields, report);
    if kept && !is_short {
        report.figure("a PIN was typed and turned on", has_pin, "", true, has_pin);
    }
    kept
}

/// Whether the journal in this home has a slot for quick unlock: see `FORMAT.md`.
fn has_pin(home: &Home) -> bool {
    let header = fs::read(home.journal().join("keys.a")).unwrap_or_default();
    (0..8).any(|slot| header.get(128 + slot * 128..130 + slot * 128) == Some(&[3, 0]))
}

/// Every hit in the home, and in files that came to be elsewhere meanwhile.
fn look(home: &Home, way: &Way, strangers: &Strangers) -> Vec<Leak> {
    let words: Vec<Sentinel> = way.fields.iter().map(|field| field.word.clone()).collect();
    let mut found = leaks(&strangers.since(), &words);
    let of_the_journal = [Sentinel::of(PASSPHRASE)];
    found.extend(leaks(&home.scanned(), &[&words[..], &of_the_journal].concat()));
    found
}

/// What was typed was really typed: most of it can be read in the journal by one who may. Answers
/// whether the last of it can.
fn arrived(home: Home, fields: &[Field], report: &mut Report) -> bool {
    let window = Window::open_in("leaks", home);
    unlock(&window);
    let journal = everything(&window);
    let (kept, not): (Vec<&Field>, Vec<&Field>) =
        fields.iter().partition(|field| journal.contains(field.word.word()));
    let is_last_kept = match (kept.last(), fields.last()) {
        (Some(kept), Some(last)) => kept.word == last.word,
        _ => false,
    };
    for field in not {
        report.note(format_args!("typed and not kept: {}, “{}”", field.screen, field.name));
    }
    if is_last_kept {
        let half = fields.len() as u64 / 2;
        report.at_least("of them words that reached the journal", kept.len(), "words", half);
    }
    is_last_kept
}

/// All records and drafts, as text.
fn everything(window: &Window) -> String {
    let all = window.run_and_wait(include_str!("everything.js"));
    match all {
        Value::String(text) => text,
        other => panic!("the journal cannot be read: {other}"),
    }
}

/// Folders outside the home that a program might write to, and what was in them before.
struct Strangers(BTreeSet<PathBuf>);

impl Strangers {
    fn now() -> Self {
        Self(Self::all())
    }

    /// What came to be there since, other tests' folders aside.
    fn since(&self) -> Vec<PathBuf> {
        let now = Self::all();
        let is_ours = |path: &&PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            !name.starts_with("mt-") && !name.starts_with("mt")
        };
        now.difference(&self.0).filter(is_ours).cloned().collect()
    }

    fn all() -> BTreeSet<PathBuf> {
        let folders = ["/tmp", "/var/tmp", "/dev/shm", "/var/crash"].map(Path::new);
        let entries = folders.into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
        entries.flatten().map(|entry| entry.path()).collect()
    }
}
