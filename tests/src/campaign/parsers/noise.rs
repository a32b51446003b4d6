//! Inputs that were whole and then had bytes changed, lost, doubled or put in by chance. What was
//! changed and is taken all the same counts against the parser.

use ::journal::export::Readable;
use vault::{Key, RecoveryKey, Vault, check_group};

use super::vectors::{Samples, rehash};
use crate::campaign::Chance;
use crate::campaign::forged::forge;
use crate::campaign::journal::Folder;

/// One try of a parser; answers whether it took something that was changed.
type Trial = fn(&Samples, &mut Chance) -> bool;

pub(super) const TRIALS: [(&str, Trial); 6] = [
    ("key file", header),
    ("backup", backup),
    ("sealed text", sealed),
    ("recovery key", groups),
    ("export", export),
    ("rows of a damaged database", rows),
];

fn header(samples: &Samples, chance: &mut Chance) -> bool {
    let mut bytes = samples.header.clone();
    disturb(&mut bytes, chance);
    if bytes.len() == samples.header.len() && chance.below(4) > 0 {
        forge(&mut bytes, |_| {});
    }
    samples.open_with(&bytes).contains("taken") && bytes != samples.header
}

fn backup(samples: &Samples, chance: &mut Chance) -> bool {
    let mut bytes = samples.backup.clone();
    disturb(&mut bytes, chance);
    if chance.below(2) == 0 {
        rehash(&mut bytes);
    }
    samples.check_backup(&bytes) == "taken" && bytes != samples.backup
}

fn sealed(samples: &Samples, chance: &mut Chance) -> bool {
    let mut bytes = samples.sealed.clone();
    disturb(&mut bytes, chance);
    if chance.below(2) == 0 {
        rehash(&mut bytes);
    }
    samples.unseal(&bytes) == "taken" && bytes != samples.sealed
}

fn groups(samples: &Samples, chance: &mut Chance) -> bool {
    let mut typed = samples.groups.clone();
    for _ in 0..=chance.below(3) {
        let mut bytes = typed[chance.index(9)].clone().into_bytes();
        disturb(&mut bytes, chance);
        typed[chance.index(9)] = String::from_utf8_lossy(&bytes).into_owned();
    }
    for group in &typed {
        let _ = check_group(group);
    }
    let Ok(key) = RecoveryKey::parse(&typed) else { return false };
    if key.groups() == samples.groups {
        return false;
    }
    // Chance lets a few through; they must open nothing.
    let folder = Folder::new();
    drop(crate::campaign::journal::create(&folder.journal(), 1));
    Vault::open(&folder.journal(), Key::Recovery(&key)).is_ok()
}

/// A changed letter in a text is no fault of an export, so only a panic counts here.
fn export(samples: &Samples, chance: &mut Chance) -> bool {
    let mut bytes = samples.export.clone().into_bytes();
    disturb(&mut bytes, chance);
    let _ = Readable::from_json(&String::from_utf8_lossy(&bytes));
    false
}

/// Pages as a rescue meets them, once their codes were found right. What rows they yield is not
/// looked at: only that reading them ends, and not in a panic.
fn rows(_: &Samples, chance: &mut Chance) -> bool {
    let mut pages = vec![0; 4016 * 3];
    let kind = [13, 10, 2, 5][chance.index(4)];
    for start in [0, 100] {
        pages[start] = kind;
        pages[start + 3..start + 5]
            .copy_from_slice(&[0, 1 + u8::try_from(chance.below(40)).expect("small")]);
        chance.fill(&mut pages[start + 8..start + 90]);
    }
    let at = 300 + chance.index(3600);
    chance.fill(&mut pages[at..]);
    disturb(&mut pages, chance);
    vault::fuzz::rows(&pages);
    false
}

/// Up to four disturbances, mostly near the start, where the numbers are.
fn disturb(bytes: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..=chance.below(4) {
        if bytes.is_empty() {
            return;
        }
        let near = if chance.below(2) == 0 { bytes.len().min(600) } else { bytes.len() };
        let at = chance.index(near);
        let length = 1 + chance.index(16).min(bytes.len() - at - 1);
        match chance.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..at + length)),
            2 => bytes.splice(at..at, std::iter::repeat_n(0, length)).for_each(drop),
            3 => bytes[at..at + length].fill(0xff),
            4 => bytes[at..at + length].fill(0),
            5 => chance.fill(&mut bytes[at..at + length]),
            _ => bytes[at] ^= 1 << chance.below(8),
        }
    }
}
