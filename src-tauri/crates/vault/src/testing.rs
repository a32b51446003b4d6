//! What the unit tests of this crate share.

use std::path::Path;

use journal::note::Note;
use journal::{Body, Moment, Record, RecordId};

use crate::kdf::KdfCost;
use crate::passphrase::Passphrase;
use crate::vault::Vault;

/// A new vault, open.
pub(crate) fn vault(dir: &Path) -> Vault {
    let passphrase = Passphrase::new("window gravel seven".to_owned()).unwrap();
    Vault::create(dir, &passphrase, KdfCost::WEAK, now(), &mut counting(1)).unwrap().0
}

/// The moment at which tests take place.
pub(crate) fn now() -> Moment {
    Moment("2026-03-09T10:00:00+01:00".parse().unwrap())
}

/// A note, to be kept.
pub(crate) fn note(number: u128, text: &str) -> Record {
    let note = Note { title: String::new(), text: text.to_owned(), ..Note::default() };
    Record::with_body(RecordId(uuid::Uuid::from_u128(number)), now(), Body::Note(note))
}

/// The bytes that a hexadecimal text stands for.
pub(crate) fn bytes(hex: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    (0..hex.len()).step_by(2).map(digit).collect()
}

/// A source of bytes that are different at every call and the same in every run.
pub(crate) fn counting(seed: u8) -> impl FnMut(&mut [u8]) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64 ^ u64::from(seed);
    move |into: &mut [u8]| {
        for byte in into {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
    }
}
