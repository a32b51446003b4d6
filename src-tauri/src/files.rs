//! Paths, whole-file writes and the native dialogs. The window never chooses a
//! path: it asks, and the person answers the operating system.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use rfd::{AsyncFileDialog, FileHandle};
use tauri::{AppHandle, Manager};

use crate::error::{ErrorCode, Reply};

/// This person's folder for the app, made if missing, closed to other accounts.
///
/// # Errors
/// If there is no such place or it cannot be made.
pub(crate) fn data_folder(app: &AppHandle) -> tauri::Result<PathBuf> {
    let folder = app.path().app_local_data_dir()?;
    fs::create_dir_all(&folder)?;
    close_to_others(&folder)?;
    Ok(folder)
}

#[cfg(unix)]
fn close_to_others(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

// On Windows the folder lies in the person's profile, which other accounts may
// not read by default.
#[cfg(not(unix))]
fn close_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Writes a file whole or not at all: a power cut leaves the old one or the new
/// one, never half of either. Readable only by this account.
///
/// # Errors
/// [`ErrorCode::DiskFull`], [`ErrorCode::NotAllowed`] or [`ErrorCode::Disk`].
pub(crate) fn write_whole(file: &Path, bytes: &[u8]) -> Reply<()> {
    let folder = file.parent().ok_or(ErrorCode::Fault)?;
    let write = || -> io::Result<()> {
        let mut part = tempfile::Builder::new().prefix(".part-").tempfile_in(folder)?;
        part.write_all(bytes)?;
        part.as_file().sync_all()?;
        part.persist(file)?;
        sync_folder(folder)
    };
    write().map_err(|error| io_code(&error).into())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The code for an error of the file system.
pub(crate) fn io_code(error: &io::Error) -> ErrorCode {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            ErrorCode::NotAllowed
        }
        _ => ErrorCode::Disk,
    }
}

/// Whether a folder is here and can be written into, tried out.
pub(crate) fn can_write(folder: &Path) -> bool {
    tempfile::Builder::new().prefix(".part-").tempfile_in(folder).is_ok()
}

/// Copies a file into a folder under its own name, or one beside it if that is taken:
/// nothing is ever written over. The copy is on the disk when this answers.
///
/// # Errors
/// As [`write_whole`].
pub(crate) fn copy_new(file: &Path, folder: &Path) -> Reply<PathBuf> {
    let copy = || -> io::Result<PathBuf> {
        let mut part = tempfile::Builder::new().prefix(".part-").tempfile_in(folder)?;
        io::copy(&mut fs::File::open(file)?, &mut part)?;
        part.as_file().sync_all()?;
        let copied = persist_beside(part, file, folder)?;
        sync_folder(folder)?;
        Ok(copied)
    };
    copy().map_err(|error| io_code(&error).into())
}

fn persist_beside(
    mut part: tempfile::NamedTempFile,
    file: &Path,
    folder: &Path,
) -> io::Result<PathBuf> {
    const MOST: u32 = 1000;
    let name =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (name(file.file_stem()), name(file.extension()));
    for number in 1..MOST {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let to = folder.join(format!("{stem}{number}.{extension}"));
        match part.persist_noclobber(&to) {
            Ok(_) => return Ok(to),
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => part = taken.file,
            Err(other) => return Err(other.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Reads a file that may not be longer than `most` bytes.
///
/// # Errors
/// As [`write_whole`]; [`ErrorCode::Invalid`] if it is longer.
pub(crate) fn read_at_most(file: &Path, most: u64) -> Reply<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = fs::File::open(file).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    match read {
        Ok(count) if count as u64 <= most => Ok(bytes),
        Ok(_) => Err(ErrorCode::Invalid.into()),
        Err(error) => Err(io_code(&error).into()),
    }
}

/// Removes a backup after writing over its beginning, where its keys are.
///
/// # Errors
/// As [`write_whole`].
pub(crate) fn remove_with_keys(backup: &Path) -> Reply<()> {
    let mut noise = [0; 8192];
    crate::clock::random(&mut noise);
    let remove = || -> io::Result<()> {
        let mut file = fs::OpenOptions::new().write(true).open(backup)?;
        file.write_all(&noise)?;
        file.sync_all()?;
        fs::remove_file(backup)
    };
    remove().map_err(|error| io_code(&error).into())
}

/// A kind of file that the person saves or opens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// The name on offer: neutral, without a date.
    pub(crate) name: &'static str,
    /// Its extension.
    pub(crate) extension: &'static str,
}

/// A page.
pub(crate) const PDF: Kind = Kind { name: "Notes.pdf", extension: "pdf" };
/// A page for a clinic's program.
pub(crate) const FHIR: Kind = Kind { name: "Notes.json", extension: "json" };
/// A page's numbers for a spreadsheet.
pub(crate) const CSV: Kind = Kind { name: "Notes.csv", extension: "csv" };
/// A page as text.
pub(crate) const MARKDOWN: Kind = Kind { name: "Notes.md", extension: "md" };
/// Every record, readable.
pub(crate) const READABLE: Kind = Kind { name: "Journal.json", extension: "json" };
/// What can be brought in.
pub(crate) const BRINGS: &[&str] = &["json", "csv", "md", "markdown", "txt"];
/// A recovery key's sheet.
pub(crate) const SHEET: Kind = Kind { name: "Meantime.txt", extension: "txt" };
/// A text that was put away, sealed.
pub(crate) const SEALED: Kind = Kind { name: "Notes.nbs", extension: "nbs" };
/// A rating scale from outside.
pub(crate) const SCALE: Kind = Kind { name: "scale.json", extension: "json" };
/// A backup.
pub(crate) const BACKUP: Kind = Kind { name: "journal.nbk", extension: "nbk" };

/// Asks where to save; `None` if the person thought better of it.
pub(crate) async fn ask_where(app: &AppHandle, kind: Kind) -> Option<PathBuf> {
    let chosen = ask(app, move |dialog| {
        let dialog = dialog.set_file_name(kind.name).add_filter(kind.extension, &[kind.extension]);
        dialog.save_file()
    });
    Some(with_extension(chosen.await?, kind.extension))
}

/// Asks for a file to open; `None` if the person thought better of it.
pub(crate) async fn ask_which(app: &AppHandle, kind: Kind) -> Option<PathBuf> {
    let filter = move |dialog: AsyncFileDialog| {
        dialog.add_filter(kind.extension, &[kind.extension]).pick_file()
    };
    ask(app, filter).await
}

/// Asks for a file with one of the extensions; `None` if the person thought better of it.
pub(crate) async fn ask_among(
    app: &AppHandle,
    extensions: &'static [&'static str],
) -> Option<PathBuf> {
    let filter = move |dialog: AsyncFileDialog| {
        dialog.add_filter(extensions.join(", "), extensions).pick_file()
    };
    ask(app, filter).await
}

/// Asks for a folder; `None` if the person thought better of it.
pub(crate) async fn ask_folder(app: &AppHandle) -> Option<PathBuf> {
    // Linux would begin with files used lately, where no folder can be chosen.
    let home = app.path().home_dir().ok();
    let begin = move |dialog: AsyncFileDialog| match home {
        Some(home) => dialog.set_directory(home).pick_folder(),
        None => dialog.pick_folder(),
    };
    ask(app, begin).await
}

/// Shows one of the system's dialogs over the window and waits for its answer.
async fn ask<Answer>(
    app: &AppHandle,
    show: impl FnOnce(AsyncFileDialog) -> Answer + Send + 'static,
) -> Option<PathBuf>
where
    Answer: Future<Output = Option<FileHandle>> + Send + 'static,
{
    let (answer, asked) = std::sync::mpsc::channel();
    let parent = app.get_webview_window(crate::window::MAIN)?;
    app.run_on_main_thread(move || {
        let dialog = show(AsyncFileDialog::new().set_parent(&parent));
        tauri::async_runtime::spawn(async move {
            let chosen = dialog.await.map(|file| file.path().to_owned());
            // The one who asked may have been locked away meanwhile.
            let _ = answer.send(chosen);
        });
    })
    .ok()?;
    let wait = move || asked.recv().ok().flatten();
    tauri::async_runtime::spawn_blocking(wait).await.ok()?
}

// Some file managers leave the extension to the person.
fn with_extension(mut file: PathBuf, extension: &str) -> PathBuf {
    let has_one = file.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension));
    if !has_one {
        file.as_mut_os_string().push(format!(".{extension}"));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_closed_to_others() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Notes.pdf");
        write_whole(&file, b"first").unwrap();
        write_whole(&file, b"second").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no part left behind");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_missing_folder_is_an_error_not_a_panic() {
        let nowhere = Path::new("/nonexistent/folder/Notes.pdf");
        assert!(write_whole(nowhere, b"x").is_err());
    }

    #[test]
    fn a_copy_takes_a_free_name_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("journal-2026-03-08.nbk");
        write_whole(&file, b"sealed").unwrap();
        let second = tempfile::tempdir().unwrap();
        let named = || copy_new(&file, second.path()).unwrap().file_name().unwrap().to_owned();
        assert_eq!(named(), "journal-2026-03-08.nbk");
        assert_eq!(named(), "journal-2026-03-08-2.nbk");
        assert_eq!(fs::read(second.path().join("journal-2026-03-08-2.nbk")).unwrap(), b"sealed");
        assert_eq!(fs::read_dir(second.path()).unwrap().count(), 2, "no part left behind");
    }

    #[test]
    fn a_file_that_is_too_long_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Notes.nbs");
        write_whole(&file, b"four").unwrap();
        assert_eq!(read_at_most(&file, 4).unwrap(), b"four");
        assert_eq!(read_at_most(&file, 3).unwrap_err().code, ErrorCode::Invalid);
    }

    #[test]
    fn the_extension_is_added_once() {
        let named = |name: &str| with_extension(PathBuf::from(name), "pdf");
        assert_eq!(named("/a/Notes"), Path::new("/a/Notes.pdf"));
        assert_eq!(named("/a/Notes.PDF"), Path::new("/a/Notes.PDF"));
        assert_eq!(named("/a/12.3"), Path::new("/a/12.3.pdf"));
    }
}
