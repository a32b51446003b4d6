//! Changes that leave nothing readable by the secrets of before: new keys for
//! everything, with or without a span of days, and the end of a vault.

use std::path::Path;

use chrono::NaiveDate;
use journal::Moment;

use crate::database::Database;
use crate::error::Error;
use crate::files;
use crate::header::Header;
use crate::kdf::KdfCost;
use crate::keychain::Keychain;
use crate::keyfile::{self, Unlocked};
use crate::keys::{DataKey, OpenKeys};
use crate::passphrase::Passphrase;
use crate::place::{DATA, KEYS_A, KEYS_B, Place, Staging};
use crate::progress::{Progress, Stage, Told};
use crate::random::Random;
use crate::recovery::RecoveryKey;
use crate::rows::{self, Tally};
use crate::search;
use crate::state;
use crate::swap::Old;
use crate::vault::{Key, Opened, Vault};

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
    /// What the new vault remembers from its first moment, as by
    /// [`Vault::set_state`]: that nobody has seen its recovery key yet.
    pub remember: &'a [(&'a str, &'a str)],
}

/// Gives the closed vault in `dir` a new data key, a new database and a new recovery
/// key, without quick unlock; then opens it. What was there before is written over
/// and removed once the new one has been opened from the disk.
///
/// # Errors
/// [`Error::WrongSecret`] if `current` is not the passphrase, [`Error::DiskFull`] if
/// there is not three times the room the vault takes. On any error before the change
/// is final, the vault is as it was; a crash later is finished by the next opening.
pub fn renew(
    dir: &Path,
    renewal: &Renewal<'_>,
    now: Moment,
    random: Random<'_>,
    told: Told<'_>,
) -> Result<(Opened, RecoveryKey), Error> {
    let place = Place::take_vault(dir)?;
    let before = keyfile::unlock(&place, Key::Passphrase(renewal.current))?;
    let room = files::length(&place.file(DATA))?.saturating_mul(3);
    files::need_room(place.dir(), room)?;
    let next = place.next()?;
    let made = put_together(&place, &next, &before, renewal, now, random, told);
    if made.is_err() {
        place.give_up_next(&next);
    }
    let (keys, recovery_key) = made?;
    told(Progress { stage: Stage::MovingIn, done: 0, of: 1 });
    place.swap_in(&next, Old::Wiped, now)?;
    if before.header.quick_id().is_some() {
        // It opens nothing any more; a keychain that is locked may keep it.
        Keychain::of(&keys.vault_id).forget();
    }
    let database = Database::open(&place.file(DATA), &keys.database, &keys.vault_id)?;
    told(Progress { stage: Stage::MovingIn, done: 1, of: 1 });
    let vault = Vault { database, keys, place };
    let cost = Some(renewal.cost);
    Ok((Opened { vault, repaired_header: false, one_header_left: false, cost }, recovery_key))
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
    let header = keyfile::unlock(&place, key)?.header;
    place.erase()?;
    if header.quick_id().is_some() {
        Keychain::of(&header.vault_id).forget();
    }
    Ok(())
}

/// Makes the new set in `next` and opens it from the disk with both new secrets.
fn put_together(
    place: &Place,
    next: &Staging,
    before: &Unlocked,
    renewal: &Renewal<'_>,
    now: Moment,
    random: Random<'_>,
    told: Told<'_>,
) -> Result<(OpenKeys, RecoveryKey), Error> {
    let data_key = DataKey::make(&mut *random)?;
    let recovery_key = RecoveryKey::make(&mut *random)?;
    let mut header = Header::make(&mut *random)?;
    // The same journal: its backups and its place in the keychain go by this number.
    header.vault_id = before.header.vault_id;
    header.generation = before.header.generation.checked_add(1).ok_or(Error::SettingsAltered)?;
    header.set_passphrase(&data_key, renewal.new, renewal.cost, &mut *random)?;
    header.set_recovery_key(&data_key, &recovery_key, random)?;

    let keys = data_key.derive_open_keys(&header.vault_id);
    let tally = copy_database(place, next, before, &keys, renewal, now, told)?;
    let database = Database::open(&next.file(DATA), &keys.database, &keys.vault_id)?;
    header.data_salt = database.salt()?;
    told(Progress { stage: Stage::Checking, done: 0, of: 1 });
    database.check_whole()?;
    database.read(search::check_index)?;
    if database.read(rows::count)? != tally {
        return Err(Error::DataDamaged);
    }
    told(Progress { stage: Stage::Checking, done: 1, of: 1 });
    database.close()?;

    let bytes = header.encode(&keys.header);
    next.write(KEYS_A, bytes.as_slice())?;
    next.write(KEYS_B, bytes.as_slice())?;
    for secret in [Key::Passphrase(renewal.new), Key::Recovery(&recovery_key)] {
        if !keyfile::unlock_staged(next, secret)?.data_key.is_same(&data_key) {
            return Err(Error::HeaderDamaged);
        }
    }
    Ok((keys, recovery_key))
}

/// Copies the database under its new key, whole or row by row, and answers what the
/// copy must hold.
fn copy_database(
    place: &Place,
    next: &Staging,
    before: &Unlocked,
    keys: &OpenKeys,
    renewal: &Renewal<'_>,
    now: Moment,
    told: Told<'_>,
) -> Result<Tally, Error> {
    let old = before.data_key.derive_database_key(&before.header.vault_id);
    let from = Database::open(&place.file(DATA), &old, &keys.vault_id)?;
    let data = next.file(DATA);
    let (mut to, mut tally) = match renewal.without {
        None => {
            let tally = from.read(rows::count)?;
            from.copy_to(&data, &keys.database, told)?;
            (Database::open(&data, &keys.database, &keys.vault_id)?, tally)
        }
        Some(days) => {
            let mut to = Database::create(&data, &keys.database, &keys.vault_id, now)?;
            let mut tally = from.read(|connection| rows::count_without(connection, days))?;
            tally.drafts = rows::copy_without(&from, &mut to, days, told)?;
            (to, tally)
        }
    };
    to.change(|change| {
        for (key, value) in renewal.remember {
            state::remember(change, key, value)?;
        }
        Ok(())
    })?;
    tally.states = to.read(rows::count_states)?;
    to.close()?;
    from.close()?;
    Ok(tally)
}
