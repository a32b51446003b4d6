//! The strongbox of Meantime: keys, the encrypted database, and everything a
//! journal keeps in it.
//!
//! This is the only crate that knows SQL, SQLCipher and keys. No clock, no
//! source of randomness and no path may be chosen here: they come in as
//! parameters. Nothing a person wrote may leave through an error or a message.
//!
//! The files and their layout are documented byte by byte in `FORMAT.md`.

#[cfg(all(feature = "weak-kdf", not(debug_assertions)))]
compile_error!("weak-kdf makes passphrases guessable and must not be in a release build");

mod database;
mod draft;
mod error;
mod ffi;
mod header;
mod kdf;
mod keyfile;
mod keys;
mod list;
mod passphrase;
mod place;
mod random;
mod record;
mod recovery;
mod schema;
mod search;
mod state;
#[cfg(test)]
mod testing;
mod vault;

pub use error::Error;
pub use kdf::{KdfCost, rehearse};
pub use list::Filter;
pub use passphrase::{Passphrase, Strength, strength, suggest_passphrase};
pub use place::{Presence, presence};
pub use random::Random;
pub use record::{Saved, Version};
pub use recovery::{GroupErrors, GroupState, RecoveryKey, check_group, same_group};
pub use search::{Hit, Part};
pub use vault::{Key, Opened, Vault};
