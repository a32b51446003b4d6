//! Randomness as a parameter, so that tests can give known bytes.

use crate::error::Error;

/// Fills a buffer with random bytes of the operating system.
///
/// # Security
/// The closure must not return without filling the buffer; a failing source has
/// to end the program. As a last guard, a buffer left at zero is refused.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]);

/// Fresh random bytes; at least sixteen, so that all zeros cannot be chance.
pub(crate) fn fill(random: Random<'_>, into: &mut [u8]) -> Result<(), Error> {
    into.fill(0);
    random(into);
    if into.iter().all(|&byte| byte == 0) {
        return Err(Error::NoRandomness);
    }
    Ok(())
}

/// Like [`fill`], as an array.
pub(crate) fn make<const N: usize>(random: Random<'_>) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    fill(random, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_gives_nothing_is_refused() {
        let refused = make::<16>(&mut |_: &mut [u8]| {});
        assert_eq!(refused, Err(Error::NoRandomness), "a key of zeros would be no key");
    }
}
