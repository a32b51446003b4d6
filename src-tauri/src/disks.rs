//! What can be told of a folder: whether it lies on another disk, and whether a program
//! keeps it in step with the internet.

use std::path::Path;

/// Whether two folders lie on different disks, as far as the system tells. Two parts of
/// one disk count as different: nobody can tell them apart from here.
#[cfg(unix)]
pub(crate) fn are_apart(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| path.metadata().ok().map(|about| about.dev());
    match (device(one), device(other)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

/// Whether two folders lie on different disks: on Windows, under different letters.
#[cfg(not(unix))]
pub(crate) fn are_apart(one: &Path, other: &Path) -> bool {
    let disk = |path: &Path| {
        path.canonicalize()
            .ok()?
            .components()
            .next()
            .map(|first| first.as_os_str().to_ascii_lowercase())
    };
    match (disk(one), disk(other)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

/// Names under which programs keep the folders that they carry to the internet.
const SYNCED: [&str; 7] = [
    "onedrive",
    "dropbox",
    "icloud",
    "mobile documents",
    "google drive",
    "googledrive",
    "nextcloud",
];

/// Whether a folder looks like one that is kept in step with the internet.
pub(crate) fn is_synced(folder: &Path) -> bool {
    folder.components().any(|part| {
        let name = part.as_os_str().to_string_lossy().to_lowercase();
        SYNCED.iter().any(|synced| name.contains(synced))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_programs_carry_to_the_internet_are_known_by_name() {
        for synced in [
            "/home/me/Dropbox/Notes",
            "/home/me/OneDrive - Work",
            "/Users/me/Library/Mobile Documents/com~apple~CloudDocs",
            "/Users/me/Library/CloudStorage/GoogleDrive-me@example.org/My Drive",
            "/home/me/Nextcloud",
        ] {
            assert!(is_synced(Path::new(synced)), "{synced}");
        }
        assert!(!is_synced(Path::new("/media/me/stick/backups")));
    }

    #[cfg(unix)]
    #[test]
    fn another_file_system_is_another_disk() {
        assert!(are_apart(Path::new("/proc"), Path::new("/")));
        assert!(!are_apart(Path::new("/"), Path::new("/")));
        assert!(!are_apart(Path::new("/nonexistent"), Path::new("/")), "not known is not apart");
    }
}
