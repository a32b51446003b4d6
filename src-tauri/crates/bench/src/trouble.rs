//! Why nothing could be measured.

use std::io;

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
    /// The journal that lies ready is not whole.
    #[error("The journal that lies ready cannot be used. Remove its folder and try again.")]
    Store,
}
