//! Files are read whole and written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

use super::Trouble;

/// The text of a file, without the mark that some editors put at its start.
pub(super) fn read(file: &Path) -> Result<String, Trouble> {
    let bytes = fs::read(file).map_err(Trouble::Read)?;
    let text = String::from_utf8(bytes).map_err(|_| Trouble::NotText)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Writes beside the file and moves it into place; only this account can read it.
pub(super) fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let write = || -> io::Result<()> {
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            Some(_) | None => Path::new("."),
        };
        let mut part = Builder::new().prefix(".part-").tempfile_in(folder)?;
        part.write_all(bytes)?;
        part.as_file().sync_all()?;
        part.persist(file)?;
        Ok(())
    };
    write().map_err(Trouble::Write)
}
