//! File operations: each asks [`fault`] first, makes what is new readable by its
//! owner only, and says plainly what the system refused.
//!
//! The only file of the crate that calls the system's file functions, apart from
//! SQLite. No keys and no SQL may enter.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::error::Error;
use crate::fault::{self, Operation};

/// Gives a file another name, in place of any that had it, in one step that a
/// crash cannot halve.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fault::before_rename(from, to)?;
    Ok(fs::rename(from, to)?)
}

/// Removes a file.
pub(crate) fn remove(path: &Path) -> Result<(), Error> {
    fault::before(Operation::Remove, path)?;
    Ok(fs::remove_file(path)?)
}

/// Removes an empty folder.
pub(crate) fn remove_dir(path: &Path) -> Result<(), Error> {
    fault::before(Operation::Remove, path)?;
    Ok(fs::remove_dir(path)?)
}

/// Reads a small file whole.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fault::before(Operation::Read, path)?;
    Ok(fs::read(path)?)
}

/// Opens a file for reading.
pub(crate) fn open(path: &Path) -> Result<File, Error> {
    fault::before(Operation::Read, path)?;
    Ok(File::open(path)?)
}

/// Reads bytes from the middle of a file that is open.
pub(crate) fn read_at(
    file: &mut (impl Read + Seek),
    path: &Path,
    at: u64,
    into: &mut [u8],
) -> Result<(), Error> {
    fault::before(Operation::Read, path)?;
    file.seek(SeekFrom::Start(at))?;
    Ok(file.read_exact(into)?)
}

/// The length of a file.
pub(crate) fn length(path: &Path) -> Result<u64, Error> {
    fault::before(Operation::Look, path)?;
    Ok(path.symlink_metadata()?.len())
}

/// The names in a folder, in their order; none if the folder is not there. Names
/// that are no text are passed over: none of ours is like that.
pub(crate) fn list(dir: &Path) -> Result<Vec<String>, Error> {
    fault::before(Operation::Read, dir)?;
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut names = Vec::new();
    for entry in entries {
        names.extend(entry?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

/// Brings a file to the disk.
pub(crate) fn sync(path: &Path) -> Result<(), Error> {
    fault::before(Operation::Sync, path)?;
    // Windows syncs only what may be written.
    Ok(OpenOptions::new().read(true).write(true).open(path)?.sync_all()?)
}

/// Writes zeros over a whole file and brings them to the disk. Not there, or a link
/// or folder: nothing happens. On a disk that writes elsewhere instead of over what
/// is there, old bytes may outlast this; without their keys they say nothing.
pub(crate) fn overwrite(path: &Path) -> Result<(), Error> {
    overwrite_start(path, u64::MAX)
}

/// Like [`overwrite`], of the first bytes only.
pub(crate) fn overwrite_start(path: &Path, most: u64) -> Result<(), Error> {
    static ZEROS: [u8; 65536] = [0; 65536];
    if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
        return Ok(());
    }
    fault::before(Operation::Open, path)?;
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = file.metadata()?.len().min(most);
    let mut at = 0;
    while at < length {
        let left = usize::try_from(length - at).unwrap_or(ZEROS.len());
        let piece = &ZEROS[..left.min(ZEROS.len())];
        fault::before_write(path, at, piece)?;
        file.write_all(piece)?;
        at += piece.len() as u64;
    }
    fault::before(Operation::Sync, path)?;
    Ok(file.sync_all()?)
}

/// Writes over a file and removes it, if it is there.
pub(crate) fn wipe(path: &Path) -> Result<(), Error> {
    overwrite(path)?;
    remove_if_there(path)
}

/// Makes a new file for the program alone, as far as its disk knows of such a thing:
/// a stick may not.
pub(crate) fn create_new(path: &Path) -> Result<File, Error> {
    fault::before(Operation::Create, path)?;
    let file = private().create_new(true).read(true).write(true).open(path)?;
    let _ = keep_private(path, 0o600);
    Ok(file)
}

/// Refuses before anything is begun, if the disk of a folder has less room than this.
/// Where the system does not say, the writing itself will find out.
pub(crate) fn need_room(dir: &Path, bytes: u64) -> Result<(), Error> {
    #[cfg(unix)]
    if let Ok(disk) = rustix::fs::statvfs(dir)
        && disk.f_bavail.saturating_mul(disk.f_frsize) < bytes
    {
        return Err(Error::DiskFull);
    }
    #[cfg(not(unix))]
    let _ = (dir, bytes);
    Ok(())
}

/// Lets go of what the system keeps of a file in memory, so that the next reading
/// comes from the disk. Where there is no such wish, reading may come from memory.
pub(crate) fn read_afresh(path: &Path) -> Result<(), Error> {
    #[cfg(target_os = "linux")]
    {
        let file = File::open(path)?;
        let _ = rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = path;
    Ok(())
}

/// Makes an empty file for the database, readable by its owner only.
pub(crate) fn create_private(path: &Path) -> Result<(), Error> {
    fault::before(Operation::Create, path)?;
    private().create_new(true).write(true).open(path)?;
    keep_private(path, 0o600)
}

/// Writes a new file, syncs it and reads it back. Half of it never stays.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let written = write_and_read_back(path, bytes);
    if written.is_err() {
        // Half a file is of no use to anyone and would be in the way.
        let _ = remove(path);
    }
    written
}

fn write_and_read_back(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fault::before(Operation::Create, path)?;
    let mut file = private().create_new(true).read(true).write(true).open(path)?;
    keep_private(path, 0o600)?;
    fault::before_write(path, 0, bytes)?;
    file.write_all(bytes)?;
    fault::before(Operation::Sync, path)?;
    file.sync_all()?;
    let mut read = Vec::with_capacity(bytes.len());
    fault::before(Operation::Read, path)?;
    File::open(path)?.read_to_end(&mut read)?;
    if read == bytes { Ok(()) } else { Err(Error::Io(io::ErrorKind::InvalidData)) }
}

/// Whether something has this name, a broken link included.
pub(crate) fn is_there(path: &Path) -> Result<bool, Error> {
    fault::before(Operation::Look, path)?;
    match path.symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// Removes a file if it is there.
pub(crate) fn remove_if_there(path: &Path) -> Result<(), Error> {
    if is_there(path)? {
        remove(path)?;
    }
    Ok(())
}

/// Makes a folder, and those above it, closed to others.
pub(crate) fn make_dir(dir: &Path) -> Result<(), Error> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    fault::before(Operation::MakeDir, dir)?;
    builder.create(dir)?;
    keep_private(dir, 0o700)
}

/// Options that create files readable by their owner only, from the first moment.
pub(crate) fn private() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Sets the mode whatever the umask was. On Windows the folder's own access list
/// is private already.
pub(crate) fn keep_private(path: &Path, mode: u32) -> Result<(), Error> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let metadata = path.symlink_metadata()?;
        if metadata.permissions().mode() & 0o7777 != mode && !metadata.is_symlink() {
            fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
        }
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

/// Like [`sync_dir`], in a folder of the person's choice: the file system of a stick
/// or of a server may not know of syncing folders.
pub(crate) fn sync_dir_if_possible(dir: &Path) -> Result<(), Error> {
    match sync_dir(dir) {
        Err(Error::Io(io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)) => Ok(()),
        outcome => outcome,
    }
}

/// Makes a rename outlast a power cut. Windows has no such call for folders.
pub(crate) fn sync_dir(dir: &Path) -> Result<(), Error> {
    fault::before(Operation::SyncDir, dir)?;
    #[cfg(unix)]
    File::open(dir)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}
