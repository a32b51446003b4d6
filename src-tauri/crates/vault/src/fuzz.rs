//! Doors for noise: what is read from a file or typed, given any bytes at all. Only for tests
//! and fuzzing; nothing may come back but the end of the call.

use std::path::Path;

use zeroize::Zeroizing;

use crate::cells::cells;
use crate::header::Header;
use crate::pages::{Page, USABLE};
use crate::recovery::{RecoveryKey, check_group};

/// A key file.
pub fn header(bytes: &[u8]) {
    let mut whole = Box::new([0; crate::header::LENGTH]);
    let length = bytes.len().min(whole.len());
    whole[..length].copy_from_slice(&bytes[..length]);
    let _ = Header::decode(&whole);
    // The rest is only reached with a hash that fits.
    crate::header::rehash(&mut whole);
    let _ = Header::decode(&whole);
}

/// A backup, in a file of its own.
pub fn backup(bytes: &[u8], scratch: &Path) {
    let file = scratch.join("noise.nbk");
    let _ = crate::files::remove_if_there(&file);
    if crate::files::write_new(&file, bytes).is_ok() {
        let _ = crate::check_backup(&file, &mut |_| {});
    }
}

/// A sealed text.
pub fn sealed(bytes: &[u8]) {
    crate::sealed::take_apart(bytes);
}

/// What was typed for a recovery key, one group to a line.
pub fn recovery_key(text: &str) {
    let mut lines = text.lines();
    let typed = std::array::from_fn(|_| lines.next().unwrap_or_default().to_owned());
    let _ = check_group(&typed[0]);
    let _ = RecoveryKey::parse(&typed);
}

/// Pages of a damaged database: the first is read for rows, the others are what they run
/// over to.
pub fn rows(bytes: &[u8]) {
    let page = |number: u32| -> Option<Page> {
        let start = usize::try_from(number).ok()?.checked_sub(1)?.checked_mul(USABLE)?;
        let there = bytes.get(start..)?;
        let mut page = Zeroizing::new([0; USABLE]);
        let length = there.len().min(USABLE);
        page[..length].copy_from_slice(&there[..length]);
        Some(page)
    };
    if let Some(first) = page(1) {
        for number in [1, 2] {
            let _ = cells(&mut |number| page(number), number, &first);
        }
    }
}
