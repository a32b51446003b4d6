//! Chance that is the same in every run: `SplitMix64`, from a seed.

/// A source of numbers.
pub(crate) struct Chance(u64);

impl Chance {
    /// The source that belongs to a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("a length is a number of 64 bits");
        usize::try_from(self.next() % end).expect("it is below a length")
    }

    /// A number from 0 up to 1.
    pub(crate) fn share(&mut self) -> f64 {
        let number = u32::try_from(self.next() >> 32).expect("32 bits are left");
        f64::from(number) / f64::from(u32::MAX)
    }

    /// Whether it happens, with a chance of one in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn a_seed_always_gives_the_same() {
        // The published first numbers of `SplitMix64` for this seed.
        let mut chance = Chance::new(1_234_567);
        assert_eq!(chance.next(), 6_457_827_717_110_365_317);
        assert_eq!(chance.next(), 3_203_168_211_198_807_973);
    }
}
