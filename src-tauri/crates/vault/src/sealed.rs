//! One text sealed into a file of its own, for when the disk is full while it is
//! being written.

use journal::{Moment, Record};

use crate::error::Error;
use crate::random::Random;
use crate::vault::{Key, Vault};

impl Vault {
    /// Seals a record so that only this vault's secrets open it. The bytes may be
    /// kept anywhere.
    pub fn seal(&self, record: &Record, now: Moment, random: Random<'_>) -> Result<Vec<u8>, Error> {
        let _ = (record, now, random);
        todo!()
    }

    /// Opens what [`seal`](Self::seal) made: with this vault's own key, or with a
    /// secret of the time when it was sealed.
    ///
    /// # Errors
    /// [`Error::NotSealed`] if it is no such file, [`Error::WrongSecret`] if it was
    /// sealed with other keys.
    pub fn unseal(&self, bytes: &[u8], key: Option<Key<'_>>) -> Result<Record, Error> {
        let _ = (bytes, key);
        todo!()
    }
}
