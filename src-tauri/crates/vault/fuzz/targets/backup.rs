//! Any bytes as the file of a backup.
#![no_main]

use std::sync::LazyLock;

use tempfile::TempDir;

static SCRATCH: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().expect("a folder for it"));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vault::fuzz::backup(bytes, SCRATCH.path()));
