//! Vaults that were set aside: by a restore, by a rescue, or because the person
//! began anew. They stay whole until the person removes them.

use std::path::Path;

use journal::Moment;

use crate::error::Error;
use crate::place::Place;
use crate::swap;

/// A vault that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its name, by which it is put back or removed.
    pub name: String,
    /// When it was set aside.
    pub on: Moment,
    /// How much room it takes, in bytes.
    pub bytes: u64,
}

/// The vaults that were set aside in `dir`, the newest first. Touches nothing.
pub fn set_asides(dir: &Path) -> Result<Vec<SetAside>, Error> {
    let sets = swap::sets_aside(dir)?.into_iter();
    Ok(sets.map(|(name, on, bytes)| SetAside { name, on, bytes }).collect())
}

/// Sets the closed vault in `dir` aside as a whole, so that a new one can be made.
/// For someone who has neither passphrase nor recovery key and begins anew.
///
/// # Errors
/// [`Error::NotThere`] if there is none. If another error comes after the first file
/// was moved, the next opening finishes it.
pub fn set_aside(dir: &Path, now: Moment) -> Result<(), Error> {
    Place::take_vault(dir)?.move_out(now)
}

/// Puts a vault that was set aside in place of the present one, which must be closed
/// and is set aside. After a crash at any point the next opening finishes it.
///
/// # Errors
/// [`Error::NotThere`] if none has this name; the present vault is then as it was.
pub fn put_back(dir: &Path, name: &str, now: Moment) -> Result<(), Error> {
    Place::take_any(dir)?.swap_back(name, now)
}

/// Removes a vault that was set aside: its keys are written over first. Only the
/// person asks for this. The present vault may be open.
///
/// # Errors
/// [`Error::NotThere`] if none has this name.
pub fn remove_set_aside(dir: &Path, name: &str) -> Result<(), Error> {
    swap::remove_set(dir, name)
}
