//! Vaults that were set aside: by a restore, by a rescue, or because the person
//! began anew. They stay whole until the person removes them.

use std::path::Path;

use journal::Moment;

use crate::error::Error;

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

/// The vaults that were set aside in `dir`, the newest first.
pub fn set_asides(dir: &Path) -> Result<Vec<SetAside>, Error> {
    let _ = dir;
    todo!()
}

/// Sets the vault in `dir` aside as a whole, so that a new one can be made. For
/// someone who has neither passphrase nor recovery key and begins anew.
pub fn set_aside(dir: &Path, now: Moment) -> Result<(), Error> {
    let _ = (dir, now);
    todo!()
}

/// Puts a vault that was set aside in place of the present one, which is set aside.
pub fn put_back(dir: &Path, name: &str, now: Moment) -> Result<(), Error> {
    let _ = (dir, name, now);
    todo!()
}

/// Removes a vault that was set aside: its keys are written over first. Only the
/// person asks for this.
///
/// # Errors
/// [`Error::NotThere`] if none has this name.
pub fn remove_set_aside(dir: &Path, name: &str) -> Result<(), Error> {
    let _ = (dir, name);
    todo!()
}
