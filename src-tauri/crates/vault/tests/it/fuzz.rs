//! The targets in `fuzz/targets` without their fuzzer, which needs a nightly compiler: each is
//! compiled here as it stands and run over frozen files, whole and disturbed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use journal::export::Readable;

use crate::support::{note, now};

/// What stands in for the fuzzer's own macro: it makes of a target a function of any bytes.
#[macro_export]
macro_rules! fuzz_target {
    (|$input:ident: $kind:ty| $body:expr) => {
        pub(super) fn run(noise: &[u8]) {
            if let Some($input) = <$kind as $crate::fuzz::Noise>::from_noise(noise) {
                $body;
            }
        }
    };
}

/// An input of a target.
pub(crate) trait Noise<'a>: Sized {
    /// The input that these bytes are, if they are one.
    fn from_noise(noise: &'a [u8]) -> Option<Self>;
}

impl<'a> Noise<'a> for &'a [u8] {
    fn from_noise(noise: &'a [u8]) -> Option<Self> {
        Some(noise)
    }
}

impl<'a> Noise<'a> for &'a str {
    fn from_noise(noise: &'a [u8]) -> Option<Self> {
        std::str::from_utf8(noise).ok()
    }
}

/// The files of the targets, and all of them as a list.
macro_rules! targets {
    ($($name:ident $path:literal),* $(,)?) => {
        $(
            #[path = $path]
            #[expect(unused_attributes, reason = "`no_main` is meant for the fuzzer's program")]
            mod $name;
        )*
        const TARGETS: &[(&str, fn(&[u8]))] = &[$((stringify!($name), $name::run)),*];
    };
}

targets! {
    backup "../../fuzz/targets/backup.rs",
    export "../../fuzz/targets/export.rs",
    header "../../fuzz/targets/header.rs",
    recovery_key "../../fuzz/targets/recovery_key.rs",
    rows "../../fuzz/targets/rows.rs",
    sealed "../../fuzz/targets/sealed.rs",
}

fn home(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of)
}

/// Every frozen file, a recovery key, an export, and what is nothing of the kind.
fn corpus() -> Vec<Vec<u8>> {
    let mut folders = vec![home("tests/fixtures")];
    let mut corpus = vec![Vec::new(), vec![0], vec![0xff; 5000], "1I-é\u{202e}\n".repeat(9).into()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                corpus.push(fs::read(path).unwrap());
            }
        }
    }
    corpus.push(fs::read(home("tests/recovery-key.txt")).unwrap());
    corpus.push(Readable::new(vec![note(1, "words")], now()).to_json().into());
    corpus
}

/// The same bytes with something lost or changed, by numbers that are the same in every run.
fn disturbed(whole: &[u8], round: u64) -> Vec<u8> {
    let mut state = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |most: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % (most.max(1) as u64)).unwrap()
    };
    let mut bytes = whole.to_vec();
    for _ in 0..=below(3) {
        // Mostly near the start, where the numbers are.
        let near = if below(2) == 0 { bytes.len().min(600) } else { bytes.len() };
        let at = below(near);
        match below(8) {
            0 => bytes.truncate(at),
            _ if bytes.is_empty() => {}
            1 => drop(bytes.remove(at)),
            2 => bytes[at] = 0xff,
            3 => bytes.insert(at, 0),
            _ => bytes[at] ^= 1 << below(8),
        }
    }
    bytes
}

#[test]
fn every_target_comes_to_its_end_with_whole_and_disturbed_files() {
    const ROUNDS: u64 = 40;
    let corpus = corpus();
    assert!(corpus.len() > 8, "frozen files are found");
    for (_, run) in TARGETS {
        for whole in &corpus {
            run(whole);
            for round in 1..=ROUNDS {
                run(&disturbed(whole, round));
            }
        }
    }
}

#[test]
fn the_fuzzer_and_this_test_know_every_target() {
    let files: BTreeSet<String> = fs::read_dir(home("fuzz/targets"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let here: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(here, files);
    let manifest = fs::read_to_string(home("fuzz/Cargo.toml")).unwrap();
    let named: BTreeSet<String> = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("path = \"targets/"))
        .filter_map(|rest| rest.strip_suffix(".rs\""))
        .map(str::to_owned)
        .collect();
    assert_eq!(named, files);
}
