//! Remembers what was done, so that the second time is quick and silent.
//!
//! A stamp is a small file under `target/xtask` that holds a fingerprint of everything the work
//! depended on. Same fingerprint, nothing to do.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use crate::failed::Failed;
use crate::tree;

/// A piece of work that is worth doing again only when its inputs change.
pub(crate) struct Stamp {
    file: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// A stamp called `name` over the content of `inputs` (files, or folders with all below).
    ///
    /// # Errors
    /// When the folder for stamps cannot be made, or an input cannot be read.
    pub(crate) fn new(name: &str, inputs: &[PathBuf]) -> Result<Self, Failed> {
        let mut hasher = DefaultHasher::new();
        for file in inputs.iter().flat_map(|input| tree::files_below(input)) {
            file.hash(&mut hasher);
            fs::read(&file)?.hash(&mut hasher);
        }
        Ok(Self {
            file: tree::own()?.join(format!("{name}.stamp")),
            fingerprint: format!("{:016x}", hasher.finish()),
        })
    }

    /// Whether the work was done with these very inputs.
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|seen| seen == self.fingerprint)
    }

    /// Remembers that the work is done.
    ///
    /// # Errors
    /// When the stamp cannot be written.
    pub(crate) fn set(&self) -> Result<(), Failed> {
        #[expect(
            clippy::disallowed_methods,
            reason = "a stamp that is half written is only a stamp that does not match"
        )]
        fs::write(&self.file, &self.fingerprint)?;
        Ok(())
    }
}
