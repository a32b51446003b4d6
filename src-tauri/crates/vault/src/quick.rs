//! Quick unlock: a short PIN together with a secret in this computer's keychain.
//!
//! A convenience and never the only way in. The keychain holds random bytes that
//! open nothing without the PIN, and the data key is never in it. A keychain that
//! is missing, locked or slow is no error: the passphrase always opens.

use std::path::Path;

use journal::Moment;
use secrecy::SecretString;

use crate::error::Error;
use crate::kdf::KdfCost;
use crate::passphrase::Passphrase;
use crate::random::Random;
use crate::vault::{Opened, Vault};

/// Six to twelve digits. Wiped when dropped.
pub struct Pin(#[expect(dead_code, reason = "to be read when it opens")] SecretString);

impl Pin {
    /// A PIN as typed.
    ///
    /// # Errors
    /// [`Error::PinUnfit`] if it is not six to twelve digits.
    pub fn new(typed: String) -> Result<Self, Error> {
        let _ = typed;
        todo!()
    }
}

/// Which run of the program and of the computer this is.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Now.
    pub now: Moment,
    /// Random, drawn once when the program started.
    pub program: [u8; 16],
    /// The same until the computer starts again.
    pub boot: [u8; 16],
}

/// How quick unlock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuickUnlock {
    /// This computer has no keychain that answers.
    Unavailable,
    /// Off.
    Off,
    /// Turned on, and not yet read back after the program was started again.
    Waiting,
    /// The PIN opens.
    Ready,
    /// The passphrase is due first: the computer was restarted, or a week passed.
    PassphraseFirst,
}

/// How quick unlock of the vault in `dir` stands. Never fails, and answers within
/// three seconds.
pub fn quick_unlock(dir: &Path, run: Run) -> QuickUnlock {
    let _ = (dir, run);
    todo!()
}

impl Vault {
    /// Opens the vault in `dir` with the PIN. A wrong one is counted before it is
    /// tried; the fifth removes the secret from the keychain.
    ///
    /// # Errors
    /// [`Error::WrongPin`] with the tries that are left; [`Error::PinOff`] if only
    /// the passphrase opens now.
    pub fn open_with_pin(dir: &Path, pin: &Pin, run: Run) -> Result<Opened, Error> {
        let _ = (dir, pin, run);
        todo!()
    }

    /// Turns quick unlock on: reads the keychain back, and opens the new slot from
    /// disk before it reports success.
    ///
    /// # Errors
    /// [`Error::KeychainUnfit`] if the keychain did not give back what was put in.
    pub fn turn_on_pin(
        &mut self,
        current: &Passphrase,
        pin: &Pin,
        cost: KdfCost,
        run: Run,
        random: Random<'_>,
    ) -> Result<(), Error> {
        let _ = (current, pin, cost, run, random);
        todo!()
    }

    /// Turns quick unlock off: the slot goes, then the keychain's secret.
    pub fn turn_off_pin(&mut self, current: &Passphrase) -> Result<(), Error> {
        let _ = current;
        todo!()
    }

    /// After an opening with the passphrase or the recovery key: the PIN may be used
    /// again until the next restart, for a week at most, with all its tries. Removes
    /// a slot whose secret is no longer in the keychain, when `current` is given.
    pub fn passphrase_was_given(&mut self, current: &Passphrase, run: Run) -> Result<(), Error> {
        let _ = (current, run);
        todo!()
    }

    /// Raises what the passphrase costs to guess, if it is below `cost`. Answers
    /// whether it was.
    pub fn raise_cost(
        &mut self,
        current: &Passphrase,
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<bool, Error> {
        let _ = (current, cost, random);
        todo!()
    }
}
