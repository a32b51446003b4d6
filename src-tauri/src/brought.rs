//! Reading what the person chose to bring in: one file, or the files of a folder. The
//! originals are only read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};
use journal::Moment;

use crate::error::{ErrorCode, Reply};
use crate::files::{io_code, read_at_most};

/// A file that was read.
#[derive(Debug)]
pub(crate) struct ReadFile {
    /// Its name without folders.
    pub(crate) name: String,
    /// What is in it; empty for a kind that is not read.
    pub(crate) bytes: Vec<u8>,
    /// When it was changed last.
    pub(crate) changed: Option<Moment>,
}

/// The longest file with many entries, and the longest with one, in bytes.
const MOST: u64 = 512 << 20;
const MOST_TEXT: u64 = 4 << 20;
/// The most files of a folder, and how deep folders in it are followed.
const MOST_FILES: usize = 20_000;
const DEEPEST: usize = 8;
/// What may be a text in a folder.
const TEXTS: [&str; 4] = ["md", "markdown", "txt", "text"];

/// One file.
///
/// # Errors
/// As [`read_at_most`].
pub(crate) fn read_named(file: &Path) -> Reply<ReadFile> {
    read(file, MOST)
}

/// Every file in a folder and in those within, by name. Hidden ones are not there, and
/// links are not followed.
///
/// # Errors
/// As [`read_at_most`]; [`ErrorCode::Invalid`] for more files than anyone wrote.
pub(crate) fn read_folder(folder: &Path) -> Reply<Vec<ReadFile>> {
    let mut found = Vec::new();
    gather(folder, 0, &mut found).map_err(|error| io_code(&error))?;
    if found.len() > MOST_FILES {
        return Err(ErrorCode::Invalid.into());
    }
    found.sort();
    let read_text = |file: &PathBuf| {
        let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if TEXTS.contains(&ending.as_str()) {
            return read(file, MOST_TEXT);
        }
        Ok(ReadFile { name: name(file), bytes: Vec::new(), changed: None })
    };
    found.iter().map(read_text).collect()
}

fn gather(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if is_hidden || found.len() > MOST_FILES {
            continue;
        }
        if kind.is_dir() && depth < DEEPEST {
            gather(&entry.path(), depth + 1, found)?;
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    Ok(())
}

fn read(file: &Path, most: u64) -> Reply<ReadFile> {
    let bytes = read_at_most(file, most)?;
    let changed = fs::metadata(file).and_then(|about| about.modified()).ok();
    let changed = changed.map(|at| Moment(DateTime::<Local>::from(at).fixed_offset()));
    Ok(ReadFile { name: name(file), bytes, changed })
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::write_whole;

    #[test]
    fn a_folder_is_read_and_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("2025")).unwrap();
        let files = ["b.md", "2025/a.TXT", "picture.png", ".hidden.md"];
        for name in files {
            write_whole(&folder.path().join(name), b"text").unwrap();
        }
        let read = read_folder(folder.path()).unwrap();
        let names: Vec<(&str, usize)> =
            read.iter().map(|file| (file.name.as_str(), file.bytes.len())).collect();
        assert_eq!(names, [("a.TXT", 4), ("b.md", 4), ("picture.png", 0)]);
        assert!(files.iter().all(|name| fs::read(folder.path().join(name)).unwrap() == b"text"));
        assert_eq!(read_named(&folder.path().join("gone")).unwrap_err().code, ErrorCode::Disk);
    }
}
