//! Quick unlock: a short PIN together with a secret in this computer's keychain.
//!
//! A convenience and never the only way in. The keychain holds random bytes that
//! open nothing without the PIN, and the data key is never in it. A keychain that
//! is missing, locked or slow is no error: the passphrase always opens.

use std::path::Path;

use journal::Moment;
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroize;

use crate::error::Error;
use crate::header::Way;
use crate::kdf::{self, KdfCost};
use crate::keychain::{Item, Keychain, Secret};
use crate::keyfile;
use crate::keys::WrapKey;
use crate::passphrase::Passphrase;
use crate::place::Place;
use crate::random::Random;
use crate::vault::{Key, Opened, Vault};

/// Six to twelve digits. Wiped when dropped.
pub struct Pin(SecretString);

/// Wrong PINs after which only the passphrase opens.
const TRIES: u8 = 5;
/// After so many seconds the passphrase is asked for again: a week.
const LASTS: i64 = 7 * 24 * 60 * 60;
/// A clock that is set right may go back a little; one that goes back further could be
/// turned to make the week last for ever.
const LEEWAY: i64 = 60 * 60;

impl Pin {
    /// The fewest digits.
    pub const MIN_DIGITS: usize = 6;
    /// The most digits.
    pub const MAX_DIGITS: usize = 12;

    /// A PIN as typed; spaces around it are passed over.
    ///
    /// # Errors
    /// [`Error::PinUnfit`] if it is not six to twelve digits.
    pub fn new(mut typed: String) -> Result<Self, Error> {
        let digits = typed.trim();
        let is_fit = (Self::MIN_DIGITS..=Self::MAX_DIGITS).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        let pin = is_fit.then(|| Self(SecretString::from(digits)));
        typed.zeroize();
        pin.ok_or(Error::PinUnfit)
    }

    /// The key that PIN and secret stand for together.
    pub(crate) fn derive_wrap_key(
        &self,
        secret: &Secret,
        salt: &[u8; 16],
        cost: KdfCost,
    ) -> Result<WrapKey, Error> {
        let stretched = kdf::derive(self.0.expose_secret().as_bytes(), salt, cost)?;
        Ok(WrapKey::derive_from_both(secret.expose(), &stretched, salt))
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
    let header = keyfile::look(dir).ok();
    let Some((vault_id, slot)) =
        header.and_then(|header| Some((header.vault_id, header.quick_id()?)))
    else {
        let is_there = Keychain::of(&[0; 16]).is_there();
        return if is_there { QuickUnlock::Off } else { QuickUnlock::Unavailable };
    };
    match Keychain::of(&vault_id).read() {
        Err(_) => QuickUnlock::Unavailable,
        Ok(None) => QuickUnlock::Off,
        Ok(Some(item)) => item.standing(&slot, run),
    }
}

impl Item {
    /// How quick unlock stands by this item, for the slot that the header has.
    fn standing(&self, slot: &[u8; 16], run: Run) -> QuickUnlock {
        let passed = run.now.0.timestamp().saturating_sub(self.given);
        if self.slot != *slot || self.tries >= TRIES {
            QuickUnlock::Off
        } else if self.made_in == run.program {
            // A keychain that loses all with the program would pass every other check.
            QuickUnlock::Waiting
        } else if self.boot != run.boot || !(-LEEWAY..LASTS).contains(&passed) {
            QuickUnlock::PassphraseFirst
        } else {
            QuickUnlock::Ready
        }
    }
}

impl Vault {
    /// Opens the vault in `dir` with the PIN. A wrong one is counted before it is
    /// tried; the fifth removes the secret from the keychain.
    ///
    /// # Errors
    /// [`Error::WrongPin`] with the tries that are left; [`Error::PinOff`] if only
    /// the passphrase opens now.
    pub fn open_with_pin(dir: &Path, pin: &Pin, run: Run) -> Result<Opened, Error> {
        let place = Place::take_vault(dir)?;
        let header = keyfile::look(dir)?;
        let slot = header.quick_id().ok_or(Error::PinOff)?;
        let keychain = Keychain::of(&header.vault_id);
        let item = keychain.read().ok().flatten();
        let mut item = item
            .filter(|item| item.standing(&slot, run) == QuickUnlock::Ready)
            .ok_or(Error::PinOff)?;
        // First counted, then tried: ending the program in between wins no try.
        item.tries += 1;
        keychain.write(&item).map_err(|_| Error::PinOff)?;

        let opened = Self::open_in(place, Way::Quick(pin, &item.secret));
        // The derivation had its own time; patience begins anew.
        let keychain = Keychain::of(&header.vault_id);
        match opened {
            Err(Error::WrongSecret) => {
                if item.tries >= TRIES {
                    keychain.forget();
                }
                Err(Error::WrongPin(TRIES.saturating_sub(item.tries)))
            }
            opened => {
                // It opened, or failed for something that is not the PIN's fault.
                item.tries = if opened.is_ok() { 0 } else { item.tries - 1 };
                let _ = keychain.write(&item);
                opened
            }
        }
    }

    /// Turns quick unlock on, or gives it another PIN: reads the keychain back, and
    /// opens the new slot from disk before it reports success.
    ///
    /// # Errors
    /// [`Error::WrongSecret`] if `current` is not the passphrase;
    /// [`Error::KeychainUnfit`] if the keychain did not give back what was put in.
    pub fn turn_on_pin(
        &mut self,
        current: &Passphrase,
        pin: &Pin,
        cost: KdfCost,
        run: Run,
        random: Random<'_>,
    ) -> Result<(), Error> {
        let unlocked = keyfile::unlock(&self.place, Key::Passphrase(current))?;
        let secret = Secret::make(&mut *random)?;
        let mut header = unlocked.header.clone();
        let slot = header.set_quick(&unlocked.data_key, (pin, &secret), cost, random)?;
        let vault_id = header.vault_id;
        let item = Item {
            secret,
            slot,
            tries: 0,
            given: run.now.0.timestamp(),
            boot: run.boot,
            made_in: run.program,
        };
        let turned_on = Self::keep_and_read_back(&vault_id, &item)
            .and_then(|kept| self.replace_header(&unlocked, header, &[Way::Quick(pin, &kept)]));
        if turned_on.is_err() {
            Keychain::of(&vault_id).forget();
        }
        turned_on
    }

    /// Turns quick unlock off: the slot goes, then the keychain's secret.
    ///
    /// # Errors
    /// [`Error::WrongSecret`] if `current` is not the passphrase. A keychain that does
    /// not answer is no error: what it may still hold opens nothing.
    pub fn turn_off_pin(&mut self, current: &Passphrase) -> Result<(), Error> {
        let unlocked = keyfile::unlock(&self.place, Key::Passphrase(current))?;
        if unlocked.header.quick_id().is_some() {
            let header = unlocked.header.without_quick_unlock();
            self.replace_header(&unlocked, header, &[Way::Passphrase(current)])?;
        }
        Keychain::of(&unlocked.header.vault_id).forget();
        Ok(())
    }

    /// After an opening with the passphrase or the recovery key: the PIN may be used
    /// again until the next restart, for a week at most, with all its tries. Removes
    /// the slot if its secret is no longer in the keychain.
    ///
    /// A keychain that does not answer is no error, and no reason to remove anything.
    pub fn passphrase_was_given(&mut self, current: &Passphrase, run: Run) -> Result<(), Error> {
        let header = keyfile::look(self.place.dir())?;
        let Some(slot) = header.quick_id() else { return Ok(()) };
        let keychain = Keychain::of(&header.vault_id);
        match keychain.read() {
            Err(_) => Ok(()),
            Ok(Some(item)) if item.slot == slot && item.tries < TRIES => {
                let given = run.now.0.timestamp();
                let _ = keychain.write(&Item { tries: 0, given, boot: run.boot, ..item });
                Ok(())
            }
            Ok(_) => self.turn_off_pin(current),
        }
    }

    /// Raises what the passphrase costs to guess, if it is below `cost`. Answers
    /// whether it was. The passphrase stays, and so do all other ways in.
    ///
    /// # Errors
    /// [`Error::WrongSecret`] if `current` is not the passphrase. On any error the
    /// vault opens as before.
    pub fn raise_cost(
        &mut self,
        current: &Passphrase,
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<bool, Error> {
        let stored = keyfile::look(self.place.dir())?.cost();
        if stored.is_none_or(|stored| !stored.is_below(cost)) {
            return Ok(false);
        }
        self.change_passphrase(current, current, cost, random)?;
        Ok(true)
    }

    /// Puts the item into the keychain and answers with the secret that came back.
    fn keep_and_read_back(vault_id: &[u8; 16], item: &Item) -> Result<Secret, Error> {
        let keychain = Keychain::of(vault_id);
        keychain.write(item)?;
        let kept = keychain.read()?.ok_or(Error::KeychainUnfit)?;
        Ok(kept.secret)
    }
}
