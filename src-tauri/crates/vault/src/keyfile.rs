//! The two copies of the header on disk: reading the one that counts, and
//! replacing both without a moment in which neither opens.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::error::Error;
use crate::fault::{self, Operation};
use crate::header::{self, Bytes, Flaw, Header, Way};
use crate::keys::{DataKey, HeaderKey};
use crate::place::{KEYS_A, KEYS_B, Place, Prepared, Staging};

const NAMES: [&str; 2] = [KEYS_A, KEYS_B];

/// A header that a secret opened, and what was found on the way.
pub(crate) struct Unlocked {
    pub(crate) header: Header,
    pub(crate) data_key: DataKey,
    bytes: Box<Bytes>,
    health: [Health; 2],
}

/// How a copy stands to the one that was opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Health {
    Equal,
    /// From before a change that was cut short. Nothing was lost.
    Older,
    Damaged,
    /// The disk did not give it. It may be whole, and newer: it is not written over.
    Unread,
}

/// What became of a damaged copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repair {
    NotNeeded,
    Done,
    Failed,
}

/// Reads both copies and opens the newest whole one.
///
/// An older whole copy is not tried: after a change of the passphrase was cut
/// short, the new one must open and the old one must not.
pub(crate) fn unlock<'a>(place: &Place, way: impl Into<Way<'a>>) -> Result<Unlocked, Error> {
    unlock_copies(NAMES.map(|name| read(&place.file(name))), way.into())
}

/// The same for a vault that is still being put together.
pub(crate) fn unlock_staged<'a>(
    staging: &Staging,
    way: impl Into<Way<'a>>,
) -> Result<Unlocked, Error> {
    unlock_copies(NAMES.map(|name| read(&staging.file(name))), way.into())
}

/// The newest header on disk that is as it was written with this key, for a vault
/// that is open already.
pub(crate) fn present(place: &Place, key: &HeaderKey) -> Result<Header, Error> {
    let copies = NAMES.map(|name| read(&place.file(name)));
    let flaws = copies.each_ref().map(|copy| copy.as_ref().err().copied());
    let is_ours = |copy: &HeaderCopy| Header::is_authentic(&copy.bytes, key);
    let ours = copies.into_iter().flatten().filter(is_ours);
    let newest = ours.max_by_key(|copy| copy.header.generation);
    newest.map(|copy| copy.header).ok_or_else(|| worst(flaws))
}

fn unlock_copies(copies: [Result<HeaderCopy, Error>; 2], way: Way<'_>) -> Result<Unlocked, Error> {
    let flaws = copies.each_ref().map(|copy| copy.as_ref().err().copied());
    let mut whole: Vec<(usize, HeaderCopy)> = Vec::new();
    for (at, copy) in copies.into_iter().enumerate() {
        if let Ok(copy) = copy {
            whole.push((at, copy));
        }
    }
    if whole.is_empty() {
        return Err(worst(flaws));
    }
    if flaws.contains(&Some(Error::Newer)) {
        return Err(Error::Newer);
    }
    whole.sort_by_key(|(_, copy)| std::cmp::Reverse(copy.header.generation));
    let mut unlocked = open_newest(&whole, way)?;
    for (health, flaw) in unlocked.health.iter_mut().zip(flaws) {
        let was_read = matches!(flaw, None | Some(Error::HeaderDamaged | Error::SettingsAltered));
        if !was_read {
            *health = Health::Unread;
        }
    }
    Ok(unlocked)
}

/// What the newest whole copy says, for what can be told without a key: nothing in it
/// is to be trusted before a secret has opened it.
pub(crate) fn look(dir: &Path) -> Result<Header, Error> {
    let copies = NAMES.map(|name| read(&dir.join(name)));
    let flaws = copies.each_ref().map(|copy| copy.as_ref().err().copied());
    let newest = copies.into_iter().flatten().max_by_key(|copy| copy.header.generation);
    newest.map(|copy| copy.header).ok_or_else(|| worst(flaws))
}

/// Makes both copies equal to the one that was opened. Only after the database
/// was opened too, so that a vault that is refused is left as it was.
pub(crate) fn repair(place: &Place, unlocked: &Unlocked) -> Repair {
    let mut outcome = Repair::NotNeeded;
    for (name, health) in NAMES.into_iter().zip(unlocked.health) {
        if health == Health::Equal {
            continue;
        }
        if health == Health::Unread {
            outcome = Repair::Failed;
            continue;
        }
        let written =
            place.prepare(name, unlocked.bytes.as_slice()).and_then(Prepared::put).is_ok();
        outcome = match (outcome, health, written) {
            (Repair::Failed, _, _) | (_, _, false) => Repair::Failed,
            (_, Health::Damaged, true) => Repair::Done,
            (before, _, true) => before,
        };
    }
    outcome
}

/// Replaces the header in both copies. `ways` must open the new one from disk,
/// with the same data key, before success is reported.
///
/// Both files are written in full before either is put in place, so that a full
/// disk changes nothing. Once the first is in place and proven, the change holds:
/// the second is older then, and the next opening makes it equal.
pub(crate) fn replace(
    place: &Place,
    before: &Unlocked,
    mut header: Header,
    ways: &[Way<'_>],
) -> Result<(), Error> {
    header.generation = before.header.generation.checked_add(1).ok_or(Error::SettingsAltered)?;
    let bytes = header.encode(&header.derive_key(&before.data_key));
    let first = place.prepare(KEYS_A, bytes.as_slice())?;
    let second = match place.prepare(KEYS_B, bytes.as_slice()) {
        Ok(second) => second,
        Err(error) => {
            first.discard();
            return Err(error);
        }
    };
    let proven = first.put().and_then(|()| prove(place, KEYS_A, &bytes, before, ways));
    if let Err(error) = proven {
        second.discard();
        // The second copy still opens with the old secret; the first must agree.
        if let Ok(old) = place.prepare(KEYS_A, before.bytes.as_slice()) {
            let _ = old.put();
        }
        return Err(error);
    }
    let _ = second.put();
    Ok(())
}

/// One whole copy.
struct HeaderCopy {
    bytes: Box<Bytes>,
    header: Header,
}

impl HeaderCopy {
    fn is_authentic(&self, data_key: &DataKey) -> bool {
        Header::is_authentic(&self.bytes, &self.header.derive_key(data_key))
    }
}

fn open_newest(whole: &[(usize, HeaderCopy)], way: Way<'_>) -> Result<Unlocked, Error> {
    let mut refused = None;
    for (rank, (_, copy)) in whole.iter().enumerate() {
        let was_forged = refused == Some(Error::HeaderDamaged);
        let is_rival = copy.header.generation == whole[0].1.header.generation;
        if rank > 0 && !was_forged && (!is_rival || copy.bytes == whole[0].1.bytes) {
            break;
        }
        match copy.header.unwrap(way) {
            Ok(data_key) if copy.is_authentic(&data_key) => {
                return Ok(opened(whole, rank, data_key));
            }
            // The secret was right, so this is not the person's mistake.
            Ok(_) => refused = Some(Error::HeaderDamaged),
            Err(Error::WrongSecret) => {
                refused = refused.or(Some(Error::WrongSecret));
            }
            Err(error) => return Err(error),
        }
    }
    Err(refused.unwrap_or(Error::HeaderDamaged))
}

fn opened(whole: &[(usize, HeaderCopy)], rank: usize, data_key: DataKey) -> Unlocked {
    let chosen = &whole[rank].1;
    let mut health = [Health::Damaged; 2];
    for (at, copy) in whole {
        health[*at] = if copy.bytes == chosen.bytes {
            Health::Equal
        } else if copy.header.generation < chosen.header.generation {
            Health::Older
        } else {
            Health::Damaged
        };
    }
    Unlocked { header: chosen.header.clone(), data_key, bytes: chosen.bytes.clone(), health }
}

/// What to say when no copy is whole: the most telling flaw.
fn worst(flaws: [Option<Error>; 2]) -> Error {
    let rank = |error: &Error| match error {
        Error::Newer => 3,
        Error::SettingsAltered => 2,
        Error::Io(_) => 1,
        _ => 0,
    };
    flaws.into_iter().flatten().max_by_key(rank).unwrap_or(Error::HeaderDamaged)
}

fn prove(
    place: &Place,
    name: &str,
    bytes: &Bytes,
    before: &Unlocked,
    ways: &[Way<'_>],
) -> Result<(), Error> {
    let copy = read(&place.file(name))?;
    if *copy.bytes != *bytes {
        return Err(Error::HeaderDamaged);
    }
    for &way in ways {
        let data_key = copy.header.unwrap(way).map_err(|_| Error::HeaderDamaged)?;
        if !data_key.is_same(&before.data_key) || !copy.is_authentic(&data_key) {
            return Err(Error::HeaderDamaged);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<HeaderCopy, Error> {
    let bytes = match read_bytes(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::HeaderDamaged),
        Err(error) => return Err(error.into()),
    };
    let bytes: Box<Bytes> =
        bytes.into_boxed_slice().try_into().map_err(|_| Error::HeaderDamaged)?;
    match Header::decode(&bytes) {
        Ok(header) => Ok(HeaderCopy { bytes, header }),
        Err(Flaw::Damaged) => Err(Error::HeaderDamaged),
        Err(Flaw::Newer) => Err(Error::Newer),
        Err(Flaw::Altered) => Err(Error::SettingsAltered),
    }
}

fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    fault::before(Operation::Read, path)?;
    let mut bytes = Vec::with_capacity(header::LENGTH + 1);
    // One byte more than a header, so that a longer file is seen and never read whole.
    File::open(path)?.take(header::LENGTH as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
