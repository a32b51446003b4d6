//! Key files as someone would forge them who can write the disk and has no key.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

/// Where the slots of a header begin, and how long each is.
pub(super) const SLOTS: usize = 128;
/// Bytes of one slot.
pub(super) const SLOT: usize = 128;
/// Where the memory, the passes and the lanes of key derivation stand in a slot.
pub(super) const COST: [usize; 3] = [28, 32, 36];

const LENGTH: usize = 4096;

/// Changes a header and makes its hash fit again.
pub(super) fn forge(header: &mut [u8], change: impl FnOnce(&mut [u8])) {
    change(header);
    let hash = Sha256::digest(&header[..LENGTH - 32]);
    header[LENGTH - 32..].copy_from_slice(&hash);
}

/// Does the same to both key files of a journal.
pub(super) fn forge_both(dir: &Path, change: impl Fn(&mut [u8])) {
    for name in ["keys.a", "keys.b"] {
        let mut header = fs::read(dir.join(name)).expect("a key file can be read");
        forge(&mut header, &change);
        put(&dir.join(name), &header);
    }
}

/// Writes a number of four bytes.
pub(super) fn set_number(bytes: &mut [u8], at: usize, number: u32) {
    bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
}

/// Puts bytes in place of a file.
#[expect(clippy::disallowed_methods, reason = "a file made to be damaged")]
pub(super) fn put(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("a file can be written");
}
