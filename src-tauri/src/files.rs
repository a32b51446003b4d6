//! Paths, whole-file writes and the native dialogs. The window never chooses a
//! path: it asks, and the person answers the operating system.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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

/// A kind of file that can be saved where the person wants it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// The name on offer: neutral, without a date.
    pub(crate) name: &'static str,
    /// Its extension.
    pub(crate) extension: &'static str,
}

/// A page.
pub(crate) const PDF: Kind = Kind { name: "Notes.pdf", extension: "pdf" };
/// A recovery key's sheet.
pub(crate) const SHEET: Kind = Kind { name: "Meantime.txt", extension: "txt" };

/// Asks where to save; `None` if the person thought better of it.
pub(crate) async fn ask_where(app: &AppHandle, kind: Kind) -> Option<PathBuf> {
    let (answer, asked) = std::sync::mpsc::channel();
    let parent = app.get_webview_window(crate::window::MAIN)?;
    app.run_on_main_thread(move || {
        let dialog = rfd::AsyncFileDialog::new()
            .set_parent(&parent)
            .set_file_name(kind.name)
            .add_filter(kind.extension, &[kind.extension])
            .save_file();
        tauri::async_runtime::spawn(async move {
            let chosen = dialog.await.map(|file| file.path().to_owned());
            // The one who asked may have been locked away meanwhile.
            let _ = answer.send(chosen);
        });
    })
    .ok()?;
    let wait = move || asked.recv().ok().flatten();
    let chosen = tauri::async_runtime::spawn_blocking(wait).await.ok()??;
    Some(with_extension(chosen, kind.extension))
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
    fn the_extension_is_added_once() {
        let named = |name: &str| with_extension(PathBuf::from(name), "pdf");
        assert_eq!(named("/a/Notes"), Path::new("/a/Notes.pdf"));
        assert_eq!(named("/a/Notes.PDF"), Path::new("/a/Notes.PDF"));
        assert_eq!(named("/a/12.3"), Path::new("/a/12.3.pdf"));
    }
}
