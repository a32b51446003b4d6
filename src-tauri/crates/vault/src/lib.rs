//! The strongbox of Meantime: keys, the encrypted database, and everything a
//! journal keeps in it.
//!
//! This is the only crate that knows SQL, SQLCipher and keys. No clock, no
//! source of randomness and no path may be chosen here: they come in as
//! parameters. Nothing a person wrote may leave through an error or a message.
//!
//! The files and their layout are documented byte by byte in `FORMAT.md`.

#[cfg(all(any(feature = "weak-kdf", feature = "failpoints"), not(debug_assertions)))]
compile_error!("guessable passphrases and failures on demand must not be in a release build");

mod aside;
mod backup;
mod bring;
mod cells;
mod checks;
mod container;
mod contents;
mod copying;
mod database;
mod draft;
mod error;
mod excerpt;
#[cfg(feature = "failpoints")]
pub mod fault;
#[cfg(not(feature = "failpoints"))]
#[expect(dead_code, unreachable_pub, reason = "only a test looks at what is told there")]
mod fault;
mod ffi;
mod files;
#[cfg(test)]
mod fixture;
#[cfg(feature = "floor")]
pub mod floor;
mod follow;
#[cfg(feature = "failpoints")]
pub mod fuzz;
mod header;
mod hex;
mod kdf;
mod keychain;
#[cfg(feature = "failpoints")]
mod keychain_stand_in;
mod keyfile;
mod keys;
mod list;
mod pages;
mod passphrase;
mod place;
mod progress;
mod quick;
mod random;
mod record;
mod recovery;
mod remembered;
mod renew;
mod retention;
mod rows;
mod salvage;
mod schema;
mod sealed;
mod search;
mod state;
mod survey;
mod swap;
#[cfg(test)]
mod testing;
mod vault;

pub use aside::{SetAside, put_back, remove_set_aside, set_aside, set_asides};
pub use backup::{
    BackupFile, Review, backups, check_backup, has_copy, prove_backup, restore, review_backup,
    thin_out,
};
pub use bring::{Brought, Fates, Undo};
pub use contents::Contents;
pub use error::Error;
pub use follow::Followed;
#[cfg(any(test, feature = "weak-kdf"))]
pub use kdf::watch::{derivations_begun, keep_to_real_costs};
pub use kdf::{KdfCost, rehearse};
#[cfg(feature = "failpoints")]
pub use keychain_stand_in::{
    StandIn, let_stand_in_hold, stand_in, stand_in_holds, stand_in_was_asked,
};
pub use list::Filter;
pub use passphrase::{Passphrase, Strength, strength, suggest_passphrase};
pub use place::{Presence, presence, settle};
pub use progress::{Progress, Stage, Told};
pub use quick::{Pin, QuickUnlock, Run, quick_unlock};
pub use random::Random;
pub use record::{Saved, Version};
pub use recovery::{GroupErrors, GroupState, RecoveryKey, check_group, same_group};
pub use renew::{Renewal, erase, renew};
pub use salvage::{Salvage, look_over, salvage};
pub use search::{Hit, Part, excerpt};
pub use vault::{Key, Opened, Vault};
