//! What can go wrong, as the window is told. A code exists only if the window
//! says or does something of its own for it; the sentences stand in `ui/words`.

use serde::Serialize;
use specta::Type;

/// The closed list of failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ErrorCode {
    /// The journal is locked.
    Locked,
    /// There is no journal yet.
    NoJournal,
    /// There is a journal already.
    AlreadyThere,
    /// The passphrase or recovery key does not open it.
    WrongSecret,
    /// A group of the recovery key was mistyped.
    WrongGroup,
    /// The passphrase has fewer than eight characters.
    PassphraseTooShort,
    /// The passphrase has more than 1,024 bytes.
    PassphraseTooLong,
    /// The passphrase could be guessed, and that was not agreed to.
    PassphraseWeak,
    /// Both copies of the key file are damaged.
    HeaderDamaged,
    /// The journal's file is damaged; the passphrase is right.
    DataDamaged,
    /// The journal was made by a newer version.
    Newer,
    /// It is open in another window.
    InUse,
    /// The disk is full.
    DiskFull,
    /// There is too little memory to open it.
    LowMemory,
    /// The folder may not be read or written.
    NotAllowed,
    /// Reading or writing failed for another reason.
    Disk,
    /// What was sent may not be kept: a text too long, a number out of range.
    Invalid,
    /// Someone altered the settings of the key file.
    SettingsAltered,
    /// A try came too soon after wrong ones.
    TooSoon,
    /// The chosen file is not a backup.
    NotABackup,
    /// The backup is not as it was written.
    BackupDamaged,
    /// The chosen file is not a text that was put away.
    NotSealed,
    /// A PIN has six to twelve digits.
    PinUnfit,
    /// The PIN is wrong.
    WrongPin,
    /// Only the passphrase opens now.
    PinOff,
    /// This computer's keychain cannot be used.
    KeychainUnfit,
    /// The record is not there any more.
    NotFound,
    /// The page could not be made.
    Page,
    /// The file's password is too short or holds what no PDF password may.
    FilePassword,
    /// A fault in the program itself.
    Fault,
}

/// A failure, as the window gets it. Never carries text.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct Failure {
    /// What went wrong.
    pub code: ErrorCode,
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Self {
        Self { code }
    }
}

/// What every command answers.
pub(crate) type Reply<T> = Result<T, Failure>;

impl From<vault::Error> for Failure {
    fn from(error: vault::Error) -> Self {
        code(error).into()
    }
}

fn code(error: vault::Error) -> ErrorCode {
    use std::io::ErrorKind;
    use vault::Error;
    match error {
        Error::WrongSecret => ErrorCode::WrongSecret,
        Error::HeaderDamaged => ErrorCode::HeaderDamaged,
        Error::SettingsAltered => ErrorCode::SettingsAltered,
        Error::DataDamaged => ErrorCode::DataDamaged,
        Error::Newer => ErrorCode::Newer,
        Error::InUse => ErrorCode::InUse,
        Error::DiskFull => ErrorCode::DiskFull,
        Error::LowMemory => ErrorCode::LowMemory,
        Error::AlreadyThere => ErrorCode::AlreadyThere,
        Error::NotThere => ErrorCode::NoJournal,
        Error::PassphraseTooShort => ErrorCode::PassphraseTooShort,
        Error::PassphraseTooLong => ErrorCode::PassphraseTooLong,
        Error::NotABackup => ErrorCode::NotABackup,
        Error::BackupDamaged => ErrorCode::BackupDamaged,
        Error::NotSealed => ErrorCode::NotSealed,
        Error::PinUnfit => ErrorCode::PinUnfit,
        Error::WrongPin(_) => ErrorCode::WrongPin,
        Error::PinOff => ErrorCode::PinOff,
        Error::KeychainUnfit => ErrorCode::KeychainUnfit,
        Error::NotFound | Error::NotInTrash => ErrorCode::NotFound,
        Error::TooLarge | Error::Invalid(_) => ErrorCode::Invalid,
        Error::Io(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            ErrorCode::NotAllowed
        }
        Error::Io(_) | Error::Database(_) => ErrorCode::Disk,
        Error::NoRandomness | Error::EngineUnfit => ErrorCode::Fault,
    }
}
