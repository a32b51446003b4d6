//! Rescue: from a damaged vault everything that is whole goes into a new one with
//! the same secrets; the damaged one is set aside.

use std::path::Path;

use journal::Moment;

use crate::error::Error;
use crate::progress::Told;
use crate::random::Random;
use crate::vault::Key;

/// What can be, or was, rescued from a damaged vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salvage {
    /// Records of every kind that are whole.
    pub whole: u32,
    /// Records there were, as far as any index still tells; never below `whole`.
    pub known: u32,
    /// Drafts that are whole.
    pub drafts: u32,
}

/// Looks what is whole in the closed vault in `dir`, and changes nothing.
///
/// # Errors
/// [`Error::WrongSecret`]; [`Error::HeaderDamaged`] if no key file is whole: then
/// only a backup helps. [`Error::DataDamaged`] if nothing at all could be read.
pub fn look_over(dir: &Path, key: Key<'_>, told: Told<'_>) -> Result<Salvage, Error> {
    let _ = (dir, key, told);
    todo!()
}

/// Writes what is whole into a new vault with the same secrets, opens it from the
/// disk, and puts it in place of the damaged one, which is set aside.
///
/// # Errors
/// As [`look_over`]; the damaged vault is then as it was.
pub fn salvage(
    dir: &Path,
    key: Key<'_>,
    now: Moment,
    random: Random<'_>,
    told: Told<'_>,
) -> Result<Salvage, Error> {
    let _ = (dir, key, now, random, told);
    todo!()
}
