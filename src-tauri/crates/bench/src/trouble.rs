//! Why nothing could be measured.

use std::io;

use meantime::bench::Refused;
use thiserror::Error;

/// A sentence for whoever ran it. The journals are invented: nothing in it is anyone's.
#[derive(Debug, Error)]
pub(crate) enum Trouble {
    /// A file could not be read or written.
    #[error("The system said: {0}.")]
    Io(#[from] io::Error),
    /// The journal refused.
    #[error("The journal said: {0}.")]
    Vault(#[from] vault::Error),
    /// The shell refused.
    #[error("The shell said: {0}.")]
    Shell(String),
    /// The journal that lies ready is not whole.
    #[error("The journal that lies ready cannot be used. Remove its folder and try again.")]
    Store,
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        Self::Shell(refused.0)
    }
}
