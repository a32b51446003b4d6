//! What can go wrong with a vault, told apart so that damage is never called a
//! wrong passphrase.
//!
//! No text of a dependency and nothing a person wrote may enter: errors of
//! SQLite quote statements and search terms.

use std::io;

use journal::Invalid;
use thiserror::Error;

/// Why something could not be done. Carries codes and field names, never content
/// or paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// The passphrase or recovery key is not the one of this vault.
    #[error("the secret does not open this vault")]
    WrongSecret,
    /// Both copies of the key file are damaged or missing.
    #[error("both copies of the key file are damaged")]
    HeaderDamaged,
    /// The key file asks for key derivation weaker than the floor or beyond the
    /// ceiling; somebody altered it.
    #[error("the settings of this vault were altered")]
    SettingsAltered,
    /// The secret was right, and the database is damaged, missing or not the one
    /// that belongs to the key file.
    #[error("the data of this vault are damaged")]
    DataDamaged,
    /// A newer version of the program made this vault; it was not touched.
    #[error("this vault was made by a newer version")]
    Newer,
    /// Another window or program has this vault open.
    #[error("this vault is in use elsewhere")]
    InUse,
    /// The disk is full, or a quota or size limit is reached; nothing of the
    /// change was kept.
    #[error("the disk is full")]
    DiskFull,
    /// There is not enough memory to derive the key or to work.
    #[error("there is not enough memory")]
    LowMemory,
    /// There is something in this place already; it was not touched.
    #[error("there is a vault in this place already")]
    AlreadyThere,
    /// There is no vault in this place.
    #[error("there is no vault in this place")]
    NotThere,
    /// A passphrase must have at least [`Passphrase::MIN_CHARS`](crate::Passphrase::MIN_CHARS)
    /// characters.
    #[error("the passphrase is too short")]
    PassphraseTooShort,
    /// A passphrase may have at most [`Passphrase::MAX_BYTES`](crate::Passphrase::MAX_BYTES)
    /// bytes.
    #[error("the passphrase is too long")]
    PassphraseTooLong,
    /// The file is not a backup.
    #[error("the file is not a backup")]
    NotABackup,
    /// The backup is not as it was written.
    #[error("the backup is damaged")]
    BackupDamaged,
    /// The file is not a sealed text.
    #[error("the file is not a sealed text")]
    NotSealed,
    /// A PIN has six to twelve digits.
    #[error("the PIN is not six to twelve digits")]
    PinUnfit,
    /// The PIN is wrong; this many tries are left.
    #[error("the PIN is wrong, {0} tries are left")]
    WrongPin(u8),
    /// The PIN opens nothing now; the passphrase does.
    #[error("the passphrase is asked for")]
    PinOff,
    /// The keychain of this computer is missing, locked, too slow, or did not give
    /// back what was put in.
    #[error("the keychain of this computer cannot be used")]
    KeychainUnfit,
    /// No record has this id.
    #[error("there is no such record")]
    NotFound,
    /// Only what is in the trash can be deleted for good.
    #[error("the record is not in the trash")]
    NotInTrash,
    /// A text is larger than the database takes.
    #[error("the text is too large")]
    TooLarge,
    /// The source of randomness gave nothing.
    #[error("no randomness was supplied")]
    NoRandomness,
    /// The record may not be kept as it is.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The system refused a file operation.
    #[error("a file operation failed: {0:?}")]
    Io(io::ErrorKind),
    /// The database engine is not the one this program needs, or refused a
    /// safety setting.
    #[error("the database engine refused a safety setting")]
    EngineUnfit,
    /// The database failed in a way with no name of its own; the extended result
    /// code of SQLite.
    #[error("the database failed with code {0}")]
    Database(i32),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::DiskFull,
            io::ErrorKind::OutOfMemory => Self::LowMemory,
            kind => Self::Io(kind),
        }
    }
}
