//! What can be shown to prove how the journal is kept, and what Today reminds of.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Serialize;
use specta::Type;

use super::Shared;
use super::backup::LastBackup;
use super::safe::length;
use crate::app::prefs_file;
use crate::clock;
use crate::error::Reply;
use crate::files::{self, io_code};
use crate::keeper::Kept;

/// A file the program writes.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ProofFile {
    /// Its path below the program's folder.
    pub name: String,
    /// What it is: `journal`, `keys`, `prefs`, `backup`, `aside`, `lock`, `other`.
    pub what: FileKind,
    /// Its length in bytes.
    pub bytes: f64,
    /// Its first 32 bytes.
    pub first: Vec<u8>,
}

/// What a file of the program is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileKind {
    /// The encrypted journal.
    Journal,
    /// A copy of the key file.
    Keys,
    /// The plain preferences.
    Prefs,
    /// A backup.
    Backup,
    /// Part of a journal that was set aside.
    Aside,
    /// Empty; says that the journal is open.
    Lock,
    /// Anything else.
    Other,
}

/// What can be shown to prove how the journal is kept.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct Proof {
    /// The program's folder, as the system names it.
    pub folder: String,
    /// Every file in it.
    pub files: Vec<ProofFile>,
    /// The plain preferences, word for word: the only file that can be read.
    pub prefs: String,
    /// The last verified backup.
    pub last_backup: Option<LastBackup>,
}

/// What Today gently reminds of.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that the window shows"
)]
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct Reminders {
    /// The recovery key was never typed back.
    pub recovery_pending: bool,
    /// Time to try the recovery key again.
    pub recovery_retest: bool,
    /// No fresh backup off this disk.
    pub backup: bool,
    /// The last automatic backup failed.
    pub backup_failed: bool,
}

/// What can be shown to prove how the journal is kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proof(app: Shared<'_>) -> Reply<Proof> {
    const LONGEST_PREFS: u64 = 1 << 20;
    let folder = app.folder().to_owned();
    let state = app.inner().clone();
    app.with(move |open| {
        let mut found = Vec::new();
        list(&folder, &folder, &mut found)?;
        found.sort_by(|one, other| one.name.cmp(&other.name));
        // Missing until a preference is changed for the first time.
        let prefs = files::read_at_most(&prefs_file(&folder), LONGEST_PREFS).unwrap_or_default();
        Ok(Proof {
            folder: folder.display().to_string(),
            files: found,
            prefs: String::from_utf8_lossy(&prefs).into_owned(),
            last_backup: LastBackup::of(&state, open, &Kept::read(open)?),
        })
    })
    .await
}

/// Every file below `folder`, links aside.
fn list(home: &Path, folder: &Path, found: &mut Vec<ProofFile>) -> Reply<()> {
    let entries = std::fs::read_dir(folder).map_err(|error| io_code(&error))?;
    for entry in entries.flatten() {
        let Ok(about) = entry.metadata() else { continue };
        let path = entry.path();
        if about.is_dir() {
            list(home, &path, found)?;
        } else if about.is_file() {
            let name =
                path.strip_prefix(home).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let (what, first) = (kind(&name), first_bytes(&path));
            found.push(ProofFile { name, what, bytes: length(about.len()), first });
        }
    }
    Ok(())
}

fn kind(name: &str) -> FileKind {
    match name {
        "prefs" => FileKind::Prefs,
        "v1/data.db" | "v1/data.db-journal" => FileKind::Journal,
        "v1/keys.a" | "v1/keys.b" => FileKind::Keys,
        "v1/lock" => FileKind::Lock,
        _ if name.starts_with("v1/backups/") => FileKind::Backup,
        _ if name.starts_with("v1/safety/") => FileKind::Aside,
        _ => FileKind::Other,
    }
}

/// A file that cannot be read now, because the system holds it, shows none.
fn first_bytes(path: &Path) -> Vec<u8> {
    let mut first = Vec::new();
    if let Ok(file) = File::open(path) {
        let _ = file.take(32).read_to_end(&mut first);
    }
    first
}

/// What Today gently reminds of.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reminders(app: Shared<'_>) -> Reply<Reminders> {
    app.with(|open| {
        let (recovery, kept) = (open.recovery()?, Kept::read(open)?);
        let today = clock::now().day();
        Ok(Reminders {
            recovery_pending: recovery.is_pending(),
            recovery_retest: recovery.is_retest_due(today),
            backup: kept.is_late(today),
            backup_failed: kept.failed,
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_below_the_folder_is_named_with_its_first_bytes() {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(home.path().join("v1/backups")).unwrap();
        files::write_whole(&home.path().join("v1/keys.a"), &[7; 4096]).unwrap();
        files::write_whole(&home.path().join("v1/backups/journal-2026-03-08.nbk"), b"NBBAK1")
            .unwrap();
        let mut found = Vec::new();
        list(home.path(), home.path(), &mut found).unwrap();
        found.sort_by(|one, other| one.name.cmp(&other.name));
        let seen: Vec<_> =
            found.iter().map(|file| (file.name.as_str(), file.what, file.first.len())).collect();
        assert_eq!(
            seen,
            [
                ("v1/backups/journal-2026-03-08.nbk", FileKind::Backup, 6),
                ("v1/keys.a", FileKind::Keys, 32),
            ]
        );
    }
}
