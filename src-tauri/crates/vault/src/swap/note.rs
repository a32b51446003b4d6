//! The file `swap`: what is to be done, in 128 bytes, twice. The layout is in
//! `FORMAT.md`. No file may be touched here but to see which ones there are.

use std::path::Path;

use chrono::DateTime;
use journal::Moment;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::files::is_there;
use crate::place::{DATA, DATA_JOURNAL, KEYS_A, KEYS_B};

/// What the file `swap` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Swap {
    Replace(Replace),
    /// Everything goes.
    Erase,
}

/// The files `old` go to the folder `aside`, then the files `new` come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Replace {
    /// A name under `safety/`.
    pub(super) aside: String,
    /// A name under `safety/` from which the new files come; empty for `next/`.
    pub(super) source: String,
    pub(super) old: Files,
    pub(super) new: Files,
}

/// Which of [`NAMES`]: one bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Files(pub(super) u8);

/// The files of a set. Their places are frozen in [`Files`]. Key files come in last.
pub(super) const NAMES: [&str; 4] = [DATA_JOURNAL, DATA, KEYS_B, KEYS_A];
/// Ends the name of a folder under `safety/` that is to be wiped.
pub(super) const GONE: &str = ".gone";
/// How a folder under `safety/` is named: the local time and its offset.
pub(super) const NAME: &str = "%Y%m%d-%H%M%S%z";

const MAGIC: [u8; 8] = *b"NBSWP1\0\0";
const FORMAT: u16 = 1;
pub(super) const LENGTH: usize = 128;
const NAME_LENGTH: usize = 32;
pub(super) const HASH_AT: usize = LENGTH - 32;

/// When a set was set aside, from the name of its folder; none if it is no such name.
pub(super) fn read_name(name: &str) -> Option<Moment> {
    const FIXED: usize = "20260309-100000+0100".len();
    let (fixed, rest) = name.split_at_checked(FIXED)?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !rest.is_empty() && !rest.strip_prefix('-').is_some_and(is_number) {
        return None;
    }
    let read = DateTime::parse_from_str(fixed, NAME).ok()?;
    (read.format(NAME).to_string() == fixed).then_some(Moment(read))
}

pub(super) fn is_aside_name(name: &str) -> bool {
    read_name(name.strip_suffix(GONE).unwrap_or(name)).is_some()
}

impl Swap {
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut bytes = [0; LENGTH];
        bytes[..8].copy_from_slice(&MAGIC);
        bytes[8..10].copy_from_slice(&FORMAT.to_le_bytes());
        let kind: u16 = match self {
            Self::Replace(_) => 1,
            Self::Erase => 2,
        };
        bytes[10..12].copy_from_slice(&kind.to_le_bytes());
        if let Self::Replace(replace) = self {
            (bytes[12], bytes[13]) = (replace.old.0, replace.new.0);
            bytes[16..16 + replace.aside.len()].copy_from_slice(replace.aside.as_bytes());
            bytes[48..48 + replace.source.len()].copy_from_slice(replace.source.as_bytes());
        }
        let hash = Sha256::digest(&bytes[..HASH_AT]);
        bytes[HASH_AT..].copy_from_slice(&hash);
        bytes.repeat(2)
    }

    /// None if the bytes are not as they were written.
    pub(super) fn decode(bytes: &[u8]) -> Option<Result<Self, Error>> {
        let (said, hash) = bytes.split_at_checked(HASH_AT)?;
        if Sha256::digest(said).as_slice() != hash || said[..8] != MAGIC {
            return None;
        }
        if said[8..10] != FORMAT.to_le_bytes() {
            return Some(Err(Error::Newer));
        }
        match said[10] {
            1 => {
                let (aside, source) = (name_at(said, 16)?, name_at(said, 48)?);
                let (old, new) = (Files(said[12]), Files(said[13]));
                let is_ours =
                    is_aside_name(&aside) && (source.is_empty() || is_aside_name(&source));
                let replace = Replace { aside, source, old, new };
                is_ours.then_some(Ok(Self::Replace(replace)))
            }
            2 => Some(Ok(Self::Erase)),
            _ => Some(Err(Error::Newer)),
        }
    }
}

fn name_at(bytes: &[u8], at: usize) -> Option<String> {
    let field = &bytes[at..at + NAME_LENGTH];
    let end = field.iter().position(|&byte| byte == 0).unwrap_or(NAME_LENGTH);
    String::from_utf8(field[..end].to_vec()).ok()
}

impl Files {
    pub(super) fn in_folder(folder: &Path) -> Result<Self, Error> {
        let mut found = 0;
        for (place, name) in NAMES.into_iter().enumerate() {
            if is_there(&folder.join(name))? {
                found |= 1 << place;
            }
        }
        Ok(Self(found))
    }

    pub(super) fn has(self, name: &str) -> bool {
        self.names().any(|there| there == name)
    }

    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        let there = move |&(place, _): &(usize, &str)| self.0 & (1 << place) != 0;
        NAMES.into_iter().enumerate().filter(there).map(|(_, name)| name)
    }
}
