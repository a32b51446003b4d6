//! The clock, ids and randomness: read here and handed down as parameters.

use chrono::Local;
use journal::{Moment, RecordId};
use uuid::Uuid;

/// Now, on this computer's clock and in its time zone.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
pub(crate) fn now() -> Moment {
    Moment(Local::now().fixed_offset())
}

/// A new id. Its time part keeps records of one day close together in the index.
pub(crate) fn new_id() -> RecordId {
    RecordId(Uuid::now_v7())
}

/// Fills `bytes` from the operating system's source.
pub(crate) fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives random bytes");
}

/// How long `work` took; `None` if it could not be done.
#[cfg(not(feature = "weak-kdf"))]
pub(crate) fn measured<T, E>(work: impl FnOnce() -> Result<T, E>) -> Option<std::time::Duration> {
    let began = std::time::Instant::now();
    work().ok().map(|_| began.elapsed())
}

/// This computer's memory in KiB; two gigabytes where it does not say.
#[cfg(not(feature = "weak-kdf"))]
pub(crate) fn memory_kib() -> u32 {
    const UNKNOWN: u32 = 2 * 1024 * 1024;
    let told = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(UNKNOWN)
}
