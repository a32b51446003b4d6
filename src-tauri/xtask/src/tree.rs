//! Where things are in the source tree and in the target folder.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::failed::Failed;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("this crate stands at src-tauri/xtask, two folders below the root")
        .to_path_buf()
}

/// The folder of the user interface.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder where this tool keeps its own stamps, logs and helpers.
///
/// # Errors
/// When the folder cannot be made.
pub(crate) fn own() -> Result<PathBuf, Failed> {
    let folder = target().join("xtask");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Every file below `path` (or `path` itself), sorted, so that a fingerprint is stable.
pub(crate) fn files_below(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let Ok(entries) = fs::read_dir(path) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).flat_map(|entry| files_below(&entry)).collect();
    files.sort();
    files
}
