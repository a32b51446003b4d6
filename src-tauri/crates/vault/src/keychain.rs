//! The keychain of this computer, asked in a way that can never hold the program up.
//!
//! It holds one item for a vault, with what a PIN needs besides itself. What the item
//! means is not known here, only how it is written; the data key may not come in.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use keyring_core::{Entry, Error as Refusal};
use secrecy::{ExposeSecret, SecretBox};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::hex;
use crate::random::{self, Random};

/// How the item is called where the system shows its keychain.
const SERVICE: &str = "Meantime";
/// For all questions of one operation together; a prompt or a service that hangs may
/// not keep anyone from typing the passphrase.
const PATIENCE: Duration = Duration::from_millis(2500);
const VERSION: u8 = 1;
const ITEM_LENGTH: usize = 1 + 32 + 16 + 1 + 8 + 16 + 16;

/// Questions that were given up on and are still not answered. While there is one, the
/// keychain is not asked again: the person may be in front of its prompt.
static UNANSWERED: AtomicUsize = AtomicUsize::new(0);

/// Random bytes in the keychain without which a PIN opens nothing.
pub(crate) struct Secret(SecretBox<[u8; 32]>);

impl Secret {
    pub(crate) fn make(random: Random<'_>) -> Result<Self, Error> {
        let mut outcome = Ok(());
        let secret =
            SecretBox::init_with_mut(|bytes: &mut [u8; 32]| outcome = random::fill(random, bytes));
        outcome.map(|()| Self(secret))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose_secret()
    }
}

/// What the keychain holds for one vault.
pub(crate) struct Item {
    pub(crate) secret: Secret,
    /// The slot it belongs to; an item of a slot that was replaced opens nothing.
    pub(crate) slot: [u8; 16],
    /// Tries of a PIN since the passphrase was given or a PIN opened.
    pub(crate) tries: u8,
    /// When the passphrase was last given, in Unix seconds.
    pub(crate) given: i64,
    /// The run of the computer in which it was given.
    pub(crate) boot: [u8; 16],
    /// The run of the program in which quick unlock was turned on.
    pub(crate) made_in: [u8; 16],
}

impl Item {
    /// Digits, because the wallet of one desktop keeps nothing but text.
    fn encode(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(ITEM_LENGTH));
        bytes.push(VERSION);
        bytes.extend(self.secret.expose());
        bytes.extend(self.slot);
        bytes.push(self.tries);
        bytes.extend(self.given.to_le_bytes());
        bytes.extend(self.boot);
        bytes.extend(self.made_in);
        Zeroizing::new(hex::write(&bytes))
    }

    /// Nothing if it was not written like this by this version.
    fn decode(text: &[u8]) -> Option<Self> {
        let mut bytes = Zeroizing::new([0; ITEM_LENGTH]);
        hex::read_into(text, bytes.as_mut_slice())?;
        let (version, rest) = bytes.split_first()?;
        let (secret, rest) = rest.split_first_chunk::<32>()?;
        let (slot, rest) = rest.split_first_chunk()?;
        let (tries, rest) = rest.split_first()?;
        let (given, rest) = rest.split_first_chunk()?;
        let (boot, rest) = rest.split_first_chunk()?;
        let made_in = rest.first_chunk()?;
        (*version == VERSION).then(|| Self {
            secret: Secret(SecretBox::init_with_mut(|bytes: &mut [u8; 32]| {
                bytes.copy_from_slice(secret);
            })),
            slot: *slot,
            tries: *tries,
            given: i64::from_le_bytes(*given),
            boot: *boot,
            made_in: *made_in,
        })
    }
}

/// The keychain, for one operation on the item of one vault.
pub(crate) struct Keychain {
    user: String,
    until: Instant,
}

impl Keychain {
    /// The patience of the operation begins now.
    pub(crate) fn of(vault_id: &[u8; 16]) -> Self {
        Self { user: hex::write(vault_id), until: Instant::now() + PATIENCE }
    }

    /// Whether there is a keychain that answers. It may still be locked; to find that
    /// out, it would ask the person to unlock it.
    pub(crate) fn is_there(&self) -> bool {
        self.ask(|_| Ok(())).is_ok()
    }

    /// The item. `None` only if the keychain says that it has none, or has one that is
    /// not ours to read.
    ///
    /// # Errors
    /// [`Error::KeychainUnfit`] if it is missing, locked or does not answer in time.
    pub(crate) fn read(&self) -> Result<Option<Item>, Error> {
        match self.ask(|entry| entry.get_secret().map(Zeroizing::new)) {
            Ok(text) => Ok(Item::decode(&text)),
            Err(Some(Refusal::NoEntry)) => Ok(None),
            Err(_) => Err(Error::KeychainUnfit),
        }
    }

    /// Writes the item and reads it back through a fresh entry: there are keychains
    /// that take everything and keep nothing.
    pub(crate) fn write(&self, item: &Item) -> Result<(), Error> {
        let text = item.encode();
        let expected = text.clone();
        self.ask(move |entry| entry.set_secret(text.as_bytes()))
            .map_err(|_| Error::KeychainUnfit)?;
        let kept = self
            .ask(|entry| entry.get_secret().map(Zeroizing::new))
            .map_err(|_| Error::KeychainUnfit)?;
        let is_kept = bool::from(kept.as_slice().ct_eq(expected.as_bytes()));
        if is_kept { Ok(()) } else { Err(Error::KeychainUnfit) }
    }

    /// Removes the item, if the keychain lets it. What is left opens nothing once the
    /// slot is gone.
    pub(crate) fn forget(&self) {
        let _ = self.ask(Place::delete_credential);
    }

    /// Asks on a thread of its own and waits as long as there is patience.
    fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Place) -> keyring_core::Result<T> + Send + 'static,
    ) -> Result<T, Option<Refusal>> {
        if UNANSWERED.load(Ordering::Acquire) > 0 {
            return Err(None);
        }
        // Without a buffer an answer counts as given only if somebody took it.
        let (sender, receiver) = mpsc::sync_channel(0);
        let user = self.user.clone();
        thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(move || {
                let answer = find(&user).and_then(|place| question(&place));
                if sender.send(answer).is_err() {
                    UNANSWERED.fetch_sub(1, Ordering::Release);
                }
            })
            .map_err(|_| None)?;
        let patience = self.until.saturating_duration_since(Instant::now());
        match receiver.recv_timeout(patience) {
            Ok(answer) => answer.map_err(Some),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                // Counted before the receiver goes, and with it the thread's hope.
                UNANSWERED.fetch_add(1, Ordering::Release);
                Err(None)
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(None),
        }
    }
}

/// Where the item lies. In tests a stand-in may be in its place.
#[cfg(not(feature = "failpoints"))]
use keyring_core::Entry as Place;
#[cfg(not(feature = "failpoints"))]
use system_place as find;

#[cfg(feature = "failpoints")]
use crate::keychain_stand_in::{Place, find};

/// Where the item lies in the system's keychain.
pub(crate) fn system_place(user: &str) -> keyring_core::Result<Entry> {
    // The first call connects to the keychain; its outcome holds for the process.
    if keyring::Entry::store_status().is_err() {
        return Err(Refusal::NoDefaultStore);
    }
    Entry::new_with_modifiers(SERVICE, user, &modifiers())
}

/// What the item needs besides its name.
fn modifiers() -> HashMap<&'static str, &'static str> {
    let mut modifiers = HashMap::new();
    if cfg!(windows) {
        // Otherwise it would wander to other computers of a company.
        modifiers.insert("persistence", "Local");
    } else if cfg!(all(unix, not(target_os = "macos"))) {
        modifiers.insert("label", SERVICE);
    }
    modifiers
}
