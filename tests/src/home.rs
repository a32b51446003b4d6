//! A throw-away home folder.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A home folder of its own, with every place a desktop program writes to inside it. It is
/// removed when it goes out of scope.
pub struct Home(TempDir);

impl Home {
    /// An empty home.
    #[expect(clippy::new_without_default, reason = "it makes folders on disk")]
    pub fn new() -> Self {
        let home = Self(TempDir::with_prefix("mt-").expect("a temporary folder can be made"));
        for name in ["data", "config", "cache", "state", "run", "tmp", "out"] {
            fs::create_dir(home.path().join(name)).expect("a folder in it can be made");
        }
        let closed = fs::Permissions::from_mode(0o700);
        fs::set_permissions(home.path().join("run"), closed).expect("it can be closed to others");
        home
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The program's folder in it.
    pub fn data(&self) -> PathBuf {
        self.path().join("data/app.meantime.Meantime")
    }

    /// The journal's folder.
    pub fn journal(&self) -> PathBuf {
        self.data().join("v1")
    }

    /// Where tests have the program save files to. Not part of what a leak scan looks at.
    pub fn out(&self, name: &str) -> PathBuf {
        self.path().join("out").join(name)
    }

    /// Every folder in it that a leak scan looks at: all but [`Home::out`].
    pub fn scanned(&self) -> Vec<PathBuf> {
        let inside = fs::read_dir(self.path()).expect("the home can be read").flatten();
        inside.map(|entry| entry.path()).filter(|path| !path.ends_with("out")).collect()
    }

    /// Makes `command` live in this home, and in no other.
    pub fn place(&self, command: &mut Command) {
        for (name, folder) in [
            ("HOME", ""),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
            ("TMPDIR", "tmp"),
        ] {
            command.env(name, self.path().join(folder));
        }
    }
}
