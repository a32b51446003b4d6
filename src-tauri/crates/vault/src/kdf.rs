//! Turning a passphrase into a key, on purpose slowly (Argon2id, RFC 9106).
//!
//! Nothing but Argon2 and its cost may enter. Measuring time is the caller's.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroize;

use crate::error::Error;
use crate::keys::{self, WrapKey};

/// What one guess costs: memory, passes over it, and lanes.
///
/// Always within [`KdfCost::FLOOR`] and [`KdfCost::CEILING`]. The floor stops a
/// forged key file from making guesses cheap after the next change of the
/// passphrase; the ceiling stops one from exhausting the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

const MIB: u32 = 1024;
const QUICK: Duration = Duration::from_millis(700);
const SLOW: Duration = Duration::from_millis(1500);

/// The least a vault is opened with here and now.
#[cfg(not(any(test, feature = "weak-kdf")))]
fn least() -> KdfCost {
    KdfCost::FLOOR
}

/// The least a vault is opened with here and now: next to nothing, unless a test of the
/// real limits says otherwise.
#[cfg(any(test, feature = "weak-kdf"))]
fn least() -> KdfCost {
    if watch::is_real() { KdfCost::FLOOR } else { KdfCost::WEAK }
}

/// What tests may see and set of key derivation.
#[cfg(any(test, feature = "weak-kdf"))]
pub(crate) mod watch {
    use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

    use super::{KdfCost, least};

    static REAL: AtomicBool = AtomicBool::new(false);
    static BEGUN: AtomicU32 = AtomicU32::new(0);
    static OUTSIDE: AtomicU32 = AtomicU32::new(0);

    pub(super) fn is_real() -> bool {
        REAL.load(Ordering::Relaxed)
    }

    /// Has this process keep to the real floor from now on, or no longer.
    pub fn keep_to_real_costs(real: bool) {
        REAL.store(real, Ordering::Relaxed);
    }

    /// How many derivations this process began, and how many of them with a cost
    /// outside of the limits, of which there must be none.
    pub fn derivations_begun() -> (u32, u32) {
        (BEGUN.load(Ordering::Relaxed), OUTSIDE.load(Ordering::Relaxed))
    }

    pub(super) fn begin(cost: KdfCost) {
        BEGUN.fetch_add(1, Ordering::Relaxed);
        if !cost.is_within(least(), KdfCost::CEILING) {
            OUTSIDE.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl KdfCost {
    /// The least a vault is created or opened with: 64 MiB, 3 passes, 1 lane.
    pub const FLOOR: Self = Self { memory_kib: 64 * MIB, passes: 3, lanes: 1 };
    /// The most a vault is opened with: 2 GiB, 16 passes, 8 lanes.
    pub const CEILING: Self = Self { memory_kib: 2048 * MIB, passes: 16, lanes: 8 };
    /// Where calibration begins: 256 MiB, 3 passes, 1 lane.
    pub const START: Self = Self { memory_kib: 256 * MIB, passes: 3, lanes: 1 };
    /// Next to nothing, so that tests are quick.
    #[cfg(any(test, feature = "weak-kdf"))]
    pub const WEAK: Self = Self { memory_kib: 64, passes: 1, lanes: 1 };

    /// The most memory that calibration chooses: 1 GiB.
    const MOST_CHOSEN: u32 = 1024 * MIB;

    /// A cost within floor and ceiling.
    ///
    /// # Errors
    /// [`Error::SettingsAltered`] outside of them.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, Error> {
        let cost = Self { memory_kib, passes, lanes };
        if cost.is_within(least(), Self::CEILING) { Ok(cost) } else { Err(Error::SettingsAltered) }
    }

    /// The cost at which one guess takes 0.7 to 1.5 seconds on this machine, as
    /// far as `most_memory_kib` (an eighth of its memory) and floor allow.
    ///
    /// `measure` runs one derivation (see [`rehearse`]) and says how long it took,
    /// or `None` if there was not enough memory.
    pub fn calibrate(
        most_memory_kib: u32,
        mut measure: impl FnMut(Self) -> Option<Duration>,
    ) -> Self {
        let most = most_memory_kib.clamp(Self::FLOOR.memory_kib, Self::MOST_CHOSEN);
        let start = Self { memory_kib: Self::START.memory_kib.min(most), ..Self::START };
        match measure(start) {
            Some(took) if took < QUICK => start.raised(most, took, measure),
            Some(took) if took <= SLOW => start,
            _ => start.lowered(measure),
        }
    }

    /// Memory in KiB.
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    pub fn passes(self) -> u32 {
        self.passes
    }

    /// Lanes.
    pub fn lanes(self) -> u32 {
        self.lanes
    }

    /// Whether a guess costs less than with `other`: memory times passes. Lanes make a
    /// guess quicker and not cheaper.
    pub(crate) fn is_below(self, other: Self) -> bool {
        let work = |cost: Self| u64::from(cost.memory_kib) * u64::from(cost.passes);
        work(self) < work(other)
    }

    fn is_within(self, least: Self, most: Self) -> bool {
        (least.memory_kib..=most.memory_kib).contains(&self.memory_kib)
            && (least.passes..=most.passes).contains(&self.passes)
            && (least.lanes..=most.lanes).contains(&self.lanes)
    }

    /// Halves the memory until a guess is no longer slow, down to the floor.
    fn lowered(mut self, mut measure: impl FnMut(Self) -> Option<Duration>) -> Self {
        while self.memory_kib / 2 >= Self::FLOOR.memory_kib {
            self.memory_kib /= 2;
            if measure(self).is_some_and(|took| took <= SLOW) {
                return self;
            }
        }
        Self { memory_kib: Self::FLOOR.memory_kib, ..self }
    }

    /// Doubles the memory while a guess is quick, then adds passes.
    fn raised(
        mut self,
        most: u32,
        mut took: Duration,
        mut measure: impl FnMut(Self) -> Option<Duration>,
    ) -> Self {
        while took < QUICK {
            let next = if self.memory_kib <= most / 2 {
                Self { memory_kib: self.memory_kib * 2, ..self }
            } else if self.passes < Self::CEILING.passes {
                Self { passes: self.passes + 1, ..self }
            } else {
                break;
            };
            match measure(next) {
                Some(longer) if longer <= SLOW => (self, took) = (next, longer),
                _ => break,
            }
        }
        self
    }
}

/// Derives a key from nothing and throws it away, for measuring what a guess costs.
///
/// # Errors
/// [`Error::LowMemory`] if the memory cannot be had.
pub fn rehearse(cost: KdfCost) -> Result<(), Error> {
    derive(b"rehearsal", &[0; 16], cost).map(drop)
}

/// The key that a passphrase stands for under this salt and cost.
pub(crate) fn derive(passphrase: &[u8], salt: &[u8; 16], cost: KdfCost) -> Result<WrapKey, Error> {
    #[cfg(any(test, feature = "weak-kdf"))]
    watch::begin(cost);
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(keys::LENGTH))
        .map_err(|_| Error::SettingsAltered)?;
    let mut memory = Memory::reserve(params.block_count())?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    WrapKey::fill(|key| {
        argon2
            .hash_password_into_with_memory(passphrase, salt, key, memory.0.as_mut_slice())
            .map_err(|_| Error::LowMemory)
    })
}

/// The working memory of one derivation, reserved so that too little of it is an
/// error and not the end of the program, and wiped afterwards.
struct Memory(Vec<Block>);

impl Memory {
    fn reserve(blocks: usize) -> Result<Self, Error> {
        let mut memory = Vec::new();
        memory.try_reserve_exact(blocks).map_err(|_| Error::LowMemory)?;
        memory.resize(blocks, Block::new());
        Ok(Self(memory))
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        for block in &mut self.0 {
            block.zeroize();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn argon2id_answers_as_rfc_9106_says() {
        let secret = [3; 8];
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .output_len(32)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let argon2 =
            Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut memory = Memory::reserve(argon2.params().block_count()).unwrap();
        let mut tag = [0; 32];
        argon2
            .hash_password_into_with_memory(&[1; 32], &[2; 16], &mut tag, memory.0.as_mut_slice())
            .unwrap();
        let expected = crate::testing::bytes(
            "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        );
        assert_eq!(tag.as_slice(), expected);
    }

    #[test]
    fn a_cost_below_the_real_floor_or_above_the_ceiling_is_refused() {
        let real = |memory_kib, passes, lanes| {
            KdfCost { memory_kib, passes, lanes }.is_within(KdfCost::FLOOR, KdfCost::CEILING)
        };
        assert!(real(64 * MIB, 3, 1));
        assert!(real(2048 * MIB, 16, 8));
        for memory_mib in 8..64 {
            assert!(!real(memory_mib * MIB, 3, 1), "{memory_mib} MiB is too little");
        }
        assert!(!real(64 * MIB - 1, 3, 1));
        assert!(!real(64 * MIB, 2, 1) && !real(64 * MIB, 0, 1) && !real(64 * MIB, 3, 0));
        assert!(!real(2048 * MIB + 1, 3, 1) && !real(u32::MAX, 3, 1));
        assert!(!real(64 * MIB, 17, 1) && !real(64 * MIB, 3, 9));
        assert_eq!(KdfCost::new(u32::MAX, 3, 1), Err(Error::SettingsAltered));
        assert_eq!(KdfCost::new(8, 1, 1), Err(Error::SettingsAltered), "even tests have a floor");
    }

    #[test]
    fn memory_that_cannot_be_had_is_an_error() {
        assert!(matches!(Memory::reserve(usize::MAX / 2048), Err(Error::LowMemory)));
    }

    /// A machine on which one MiB and pass takes `micros`.
    fn machine(micros: u64, most_mib: u32) -> KdfCost {
        KdfCost::calibrate(most_mib * MIB, |cost| {
            let work = u64::from(cost.memory_kib / MIB) * u64::from(cost.passes);
            Some(Duration::from_micros(micros * work))
        })
    }

    #[test]
    fn calibration_lands_between_floor_and_a_gibibyte() {
        assert_eq!(machine(1300, 1024).memory_kib, 256 * MIB, "one second at once");
        assert_eq!(machine(2600, 1024).memory_kib, 128 * MIB, "halved once");
        assert_eq!(machine(400, 2048).memory_kib, 1024 * MIB, "doubled twice");
        assert_eq!(machine(90_000, 1024), KdfCost::FLOOR, "never below the floor");
        assert_eq!(machine(1300, 16), KdfCost { passes: 9, ..KdfCost::FLOOR }, "then passes");
        let fast = machine(1, 4096);
        assert_eq!((fast.memory_kib, fast.passes), (1024 * MIB, 16), "stops at the ceiling");
    }

    #[test]
    fn calibration_without_memory_falls_to_the_floor() {
        assert_eq!(KdfCost::calibrate(u32::MAX, |_| None), KdfCost::FLOOR);
    }
}
