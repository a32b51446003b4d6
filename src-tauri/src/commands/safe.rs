//! What the commands that keep the journal safe have in common: secrets, and what a
//! journal or a backup holds.
//!
//! A file is never named by the window: the person answers the system's own dialog,
//! or picks from a list by its place in it.

use journal::Moment;
use serde::{Deserialize, Serialize};
use specta::Type;
use vault::{Contents, Key, Passphrase, RecoveryKey};

use super::before::tried;
use crate::error::{ErrorCode, Reply};
use crate::text::{GroupText, SecretText};

/// A secret that opens a journal or a backup.
#[derive(Deserialize, Type)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Secret {
    /// The passphrase.
    Passphrase(SecretText),
    /// The nine groups of the recovery key.
    RecoveryKey([GroupText; 9]),
}

/// A secret in the form that opens. Wiped when dropped.
pub(crate) enum Held {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The recovery key.
    RecoveryKey(RecoveryKey),
}

impl Secret {
    /// Takes what was typed.
    ///
    /// # Errors
    /// [`ErrorCode::WrongSecret`] or [`ErrorCode::WrongGroup`] if it can be none.
    pub(crate) fn held(self) -> Reply<Held> {
        match self {
            Self::Passphrase(typed) => Ok(Held::Passphrase(tried(typed)?)),
            Self::RecoveryKey(groups) => Ok(Held::RecoveryKey(recovery_key(&groups)?)),
        }
    }
}

impl Held {
    /// The key it is.
    pub(crate) fn key(&self) -> Key<'_> {
        match self {
            Self::Passphrase(passphrase) => Key::Passphrase(passphrase),
            Self::RecoveryKey(key) => Key::Recovery(key),
        }
    }
}

/// A recovery key that was typed.
///
/// # Errors
/// [`ErrorCode::WrongGroup`] if a group cannot be right.
pub(crate) fn recovery_key(groups: &[GroupText; 9]) -> Reply<RecoveryKey> {
    let groups = zeroize::Zeroizing::new(groups.each_ref().map(|group| group.as_str().to_owned()));
    RecoveryKey::parse(&groups).map_err(|_| ErrorCode::WrongGroup.into())
}

/// What a journal or a backup holds.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct Holds {
    /// Entries and check-ins.
    pub entries: u32,
    /// People with a card.
    pub people: u32,
    /// When the newest change was made.
    pub newest: Option<Moment>,
}

impl From<Contents> for Holds {
    fn from(contents: Contents) -> Self {
        let Contents { entries, people, newest } = contents;
        Self { entries, people, newest }
    }
}

/// A length in bytes, as the window counts.
pub(crate) fn length(bytes: u64) -> f64 {
    // Exact up to nine petabytes.
    #[expect(clippy::cast_precision_loss, reason = "no file is that long")]
    let length = bytes as f64;
    length
}
