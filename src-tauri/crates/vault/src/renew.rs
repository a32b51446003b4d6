//! Changes that leave nothing readable by the secrets of before: new keys for
//! everything, with or without a span of days, and the end of a vault.

use std::path::Path;

use chrono::NaiveDate;
use journal::Moment;

use crate::error::Error;
use crate::kdf::KdfCost;
use crate::keyfile;
use crate::passphrase::Passphrase;
use crate::place::Place;
use crate::progress::Told;
use crate::random::Random;
use crate::recovery::RecoveryKey;
use crate::vault::{Key, Opened};

/// What to renew a vault with.
pub struct Renewal<'a> {
    /// The present passphrase.
    pub current: &'a Passphrase,
    /// The passphrase afterwards; the same as before for a mere deletion.
    pub new: &'a Passphrase,
    /// What the passphrase will cost to guess.
    pub cost: KdfCost,
    /// Entries and check-ins of these days, both included, are left behind for good,
    /// with their versions and drafts. People, courses and settings stay.
    pub without: Option<(NaiveDate, NaiveDate)>,
}

/// Gives the closed vault in `dir` a new data key, a new database and a new recovery
/// key, without quick unlock; then opens it. What was there before is written over
/// and removed once the new one has been opened from the disk.
///
/// # Errors
/// [`Error::WrongSecret`] if `current` is not the passphrase. On any error before
/// the change is final, the vault is as it was; a crash later is finished by the
/// next opening.
pub fn renew(
    dir: &Path,
    renewal: &Renewal<'_>,
    now: Moment,
    random: Random<'_>,
    told: Told<'_>,
) -> Result<(Opened, RecoveryKey), Error> {
    let _ = (dir, renewal, now, random, told);
    todo!()
}

/// Erases the closed vault in `dir` with everything that was set aside and the
/// backups in its own folder: keys are written over and synced first, then the files
/// are written over and removed. A crash in the middle is finished by [`settle`] and
/// by the next opening.
///
/// [`settle`]: crate::settle
///
/// # Errors
/// [`Error::WrongSecret`] if `key` does not open it.
pub fn erase(dir: &Path, key: Key<'_>) -> Result<(), Error> {
    let place = Place::take_vault(dir)?;
    keyfile::unlock(&place, key)?;
    place.erase()
}
