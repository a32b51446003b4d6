//! What is asked of the operating system itself: silence when something breaks, and
//! word of sleep and of a locked session.

#[cfg(target_os = "linux")]
mod linux;

/// Keeps a crash from writing memory to disk, and says where a panic was without
/// saying what was being handled.
pub(crate) fn quiet() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        #[expect(clippy::print_stderr, reason = "the place of a bug holds nothing of the person's")]
        {
            eprintln!("Meantime stopped at {place}");
        }
    }));
}

/// Sixteen bytes that stay the same until the computer starts again; none where the
/// system does not say.
#[cfg(target_os = "linux")]
pub(crate) fn boot() -> Option<[u8; 16]> {
    linux::boot()
}
