//! A vault from the outside: making, opening and closing one, and the secrets that
//! open it. What it keeps is in the files of its tables.

use std::path::Path;

use journal::Moment;

use crate::database::Database;
use crate::error::Error;
use crate::header::{Header, Way};
use crate::kdf::KdfCost;
use crate::keyfile::{self, Repair, Unlocked};
use crate::keys::{DataKey, OpenKeys};
use crate::passphrase::Passphrase;
use crate::place::{DATA, KEYS_A, KEYS_B, Place, Staging};
use crate::random::Random;
use crate::recovery::RecoveryKey;
use crate::search;

/// An open vault. Its folder is held for it alone until it is closed or dropped.
///
/// # Security
/// While it is open, keys that were derived stay in memory, so that a backup can be
/// made or a text sealed without asking; the data key does not. They are wiped on
/// closing. Everything that changes a secret asks for one again.
pub struct Vault {
    // Dropped in this order: the database is closed before the folder is let go.
    pub(crate) database: Database,
    pub(crate) keys: OpenKeys,
    pub(crate) place: Place,
}

/// What opens a vault.
#[derive(Clone, Copy)]
pub enum Key<'a> {
    /// What the person remembers.
    Passphrase(&'a Passphrase),
    /// What the person has on paper.
    Recovery(&'a RecoveryKey),
}

/// A vault that was opened, and what was found on the way.
pub struct Opened {
    /// The vault.
    pub vault: Vault,
    /// One copy of the key file was damaged and was made whole from the other.
    pub repaired_header: bool,
    /// One copy of the key file is damaged and could not be written: only one is left.
    pub one_header_left: bool,
    /// What the passphrase costs to guess, to be compared with what is fitting today.
    pub cost: Option<KdfCost>,
}

impl Vault {
    /// Makes a vault in `dir`, which may exist if there is none in it. It is put
    /// together aside, opened from disk with both secrets, and only then moved in.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`] if any file of a vault is there; it is not touched.
    pub fn create(
        dir: &Path,
        passphrase: &Passphrase,
        cost: KdfCost,
        now: Moment,
        random: Random<'_>,
    ) -> Result<(Self, RecoveryKey), Error> {
        let place = Place::take_empty(dir)?;
        let staging = place.stage()?;
        let made = Self::put_together(&place, &staging, passphrase, cost, now, random);
        if made.is_err() {
            place.give_up(&staging);
        }
        let (recovery_key, data_key, header) = made?;
        let keys = data_key.derive_open_keys(&header.vault_id);
        let database = Database::open(&place.file(DATA), &keys.database, &keys.vault_id)?;
        Ok((Self { database, keys, place }, recovery_key))
    }

    /// Opens the vault in `dir`.
    ///
    /// # Errors
    /// [`Error::WrongSecret`] only if the key files are whole and the secret is not
    /// theirs. Damage has its own names: [`Error::HeaderDamaged`],
    /// [`Error::DataDamaged`].
    pub fn open(dir: &Path, key: Key<'_>) -> Result<Opened, Error> {
        Self::open_in(Place::take_vault(dir)?, key.into())
    }

    /// Opens the vault in a folder that is held already.
    pub(crate) fn open_in(place: Place, way: Way<'_>) -> Result<Opened, Error> {
        let unlocked = keyfile::unlock(&place, way)?;
        let keys = unlocked.data_key.derive_open_keys(&unlocked.header.vault_id);
        let database = Database::open(&place.file(DATA), &keys.database, &keys.vault_id)?;
        let repair = keyfile::repair(&place, &unlocked);
        Ok(Opened {
            vault: Self { database, keys, place },
            repaired_header: repair == Repair::Done,
            one_header_left: repair == Repair::Failed,
            cost: unlocked.header.cost(),
        })
    }

    /// Puts a new passphrase in place of the present one. The recovery key stays.
    ///
    /// # Security
    /// Not a way to shut out someone who has an old copy of the key file and the
    /// old passphrase: the data key stays the same.
    ///
    /// # Errors
    /// [`Error::WrongSecret`] if `current` is not the present one. On any error the
    /// present one still holds.
    pub fn change_passphrase(
        &mut self,
        current: &Passphrase,
        new: &Passphrase,
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<(), Error> {
        let unlocked = keyfile::unlock(&self.place, Key::Passphrase(current))?;
        let mut header = unlocked.header.clone();
        header.set_passphrase(&unlocked.data_key, new, cost, random)?;
        self.replace_header(&unlocked, header, &[Way::Passphrase(new)])
    }

    /// Sets a passphrase for someone who forgot it and has the recovery key, which
    /// stays as it is.
    ///
    /// # Errors
    /// [`Error::WrongSecret`] if it is not the recovery key of this vault. On any
    /// error the present passphrase still holds.
    pub fn set_passphrase_after_recovery(
        &mut self,
        recovery_key: &RecoveryKey,
        new: &Passphrase,
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<(), Error> {
        let unlocked = keyfile::unlock(&self.place, Key::Recovery(recovery_key))?;
        let mut header = unlocked.header.clone();
        header.set_passphrase(&unlocked.data_key, new, cost, random)?;
        let ways = [Way::Passphrase(new), Way::Recovery(recovery_key)];
        self.replace_header(&unlocked, header, &ways)
    }

    /// Makes a new recovery key; the one before opens nothing any more.
    ///
    /// # Errors
    /// [`Error::WrongSecret`] if it is not the present passphrase. On any error the
    /// recovery key before still holds.
    pub fn new_recovery_key(
        &mut self,
        passphrase: &Passphrase,
        random: Random<'_>,
    ) -> Result<RecoveryKey, Error> {
        let unlocked = keyfile::unlock(&self.place, Key::Passphrase(passphrase))?;
        let recovery_key = RecoveryKey::make(&mut *random)?;
        let mut header = unlocked.header.clone();
        header.set_recovery_key(&unlocked.data_key, &recovery_key, random)?;
        self.replace_header(&unlocked, header, &[Way::Recovery(&recovery_key)])?;
        Ok(recovery_key)
    }

    /// Whether this recovery key really opens the vault, tried on the key files as
    /// they are on disk.
    ///
    /// # Errors
    /// As [`open`](Self::open), except [`Error::WrongSecret`].
    pub fn matches_recovery_key(&self, recovery_key: &RecoveryKey) -> Result<bool, Error> {
        match keyfile::unlock(&self.place, Key::Recovery(recovery_key)) {
            Ok(_) => Ok(true),
            Err(Error::WrongSecret) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether this is the passphrase, tried on the key files as they are on disk.
    ///
    /// # Errors
    /// As [`open`](Self::open), except [`Error::WrongSecret`].
    pub fn matches_passphrase(&self, passphrase: &Passphrase) -> Result<bool, Error> {
        match keyfile::unlock(&self.place, Key::Passphrase(passphrase)) {
            Ok(_) => Ok(true),
            Err(Error::WrongSecret) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The number that tells this vault from every other. Stays the same when its
    /// keys are renewed.
    pub fn id(&self) -> [u8; 16] {
        self.keys.vault_id
    }

    /// Reads every page of the database and compares records with the index of
    /// words. Takes some seconds for a long journal.
    ///
    /// # Errors
    /// [`Error::DataDamaged`] if anything is not as it was written.
    pub fn check_whole(&self) -> Result<(), Error> {
        self.database.check_whole()?;
        self.database.read(search::check_strays)
    }

    /// A number that is another one after every change, so that what was read can be
    /// used again until then.
    pub fn changes(&self) -> u64 {
        self.database.changes
    }

    /// Closes it and wipes its keys. Dropping does the same, without a word if the
    /// database could not be closed.
    pub fn close(self) -> Result<(), Error> {
        self.database.close()
    }

    /// Replaces the header on disk; `ways` must open the new one from there.
    pub(crate) fn replace_header(
        &self,
        before: &Unlocked,
        mut header: Header,
        ways: &[Way<'_>],
    ) -> Result<(), Error> {
        header.data_salt = self.database.salt()?;
        keyfile::replace(&self.place, before, header, ways)
    }

    fn put_together(
        place: &Place,
        staging: &Staging,
        passphrase: &Passphrase,
        cost: KdfCost,
        now: Moment,
        random: Random<'_>,
    ) -> Result<(RecoveryKey, DataKey, Header), Error> {
        let data_key = DataKey::make(&mut *random)?;
        let recovery_key = RecoveryKey::make(&mut *random)?;
        let mut header = Header::make(&mut *random)?;
        header.generation = 1;
        header.set_passphrase(&data_key, passphrase, cost, &mut *random)?;
        header.set_recovery_key(&data_key, &recovery_key, random)?;

        let (data, key) = (staging.file(DATA), data_key.derive_database_key(&header.vault_id));
        let database = Database::create(&data, &key, &header.vault_id, now)?;
        header.data_salt = database.salt()?;
        database.close()?;
        let bytes = header.encode(&header.derive_key(&data_key));
        staging.write(KEYS_A, bytes.as_slice())?;
        staging.write(KEYS_B, bytes.as_slice())?;

        for secret in [Key::Passphrase(passphrase), Key::Recovery(&recovery_key)] {
            let unlocked = keyfile::unlock_staged(staging, secret)?;
            let key = unlocked.data_key.derive_database_key(&unlocked.header.vault_id);
            Database::open(&data, &key, &unlocked.header.vault_id)?.close()?;
        }
        place.settle(staging)?;
        Ok((recovery_key, data_key, header))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::place::{Presence, presence};
    use crate::testing::{counting, now};

    #[test]
    fn an_open_vault_can_be_given_to_another_thread() {
        fn is_send<T: Send>() {}
        is_send::<Vault>();
    }

    #[test]
    fn a_making_that_fails_while_moving_in_is_finished_later() {
        let temporary = tempfile::TempDir::new().unwrap();
        let dir = temporary.path().join("journal");
        let passphrase = Passphrase::new("window gravel seven".to_owned()).unwrap();
        let place = Place::take_empty(&dir).unwrap();
        let staging = place.stage().unwrap();
        let cost = KdfCost::WEAK;
        // Something stands where the last key file has to go.
        fs::create_dir(place.file(KEYS_A)).unwrap();
        let random: Random<'_> = &mut counting(1);
        let made = Vault::put_together(&place, &staging, &passphrase, cost, now(), random);
        assert_eq!(made.err(), Some(Error::AlreadyThere));
        place.give_up(&staging);
        drop(place);
        fs::remove_dir(dir.join(KEYS_A)).unwrap();
        assert_eq!(presence(&dir), Ok(Presence::Present));
        let opened = Vault::open(&dir, Key::Passphrase(&passphrase)).unwrap();
        assert!(!opened.repaired_header);
    }

    #[test]
    fn a_source_without_randomness_makes_no_vault() {
        let temporary = tempfile::TempDir::new().unwrap();
        let dir = temporary.path().join("journal");
        let passphrase = Passphrase::new("window gravel seven".to_owned()).unwrap();
        let random: Random<'_> = &mut |_: &mut [u8]| {};
        let made = Vault::create(&dir, &passphrase, KdfCost::WEAK, now(), random);
        assert_eq!(made.err(), Some(Error::NoRandomness));
        assert_eq!(presence(&dir), Ok(Presence::Absent));
    }
}
