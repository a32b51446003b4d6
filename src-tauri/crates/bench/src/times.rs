//! Taking times, and reading them.
//!
//! What passes while the processor does other programs' work is not counted, where the
//! system tells it (Linux does): on a busy machine the figures are those of a quiet one,
//! as near as can be. Waiting for the disk does count.

use std::fs;
use std::time::Instant;

use crate::trouble::Trouble;

/// How long something took, each time, in milliseconds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times(Vec<f64>);

/// The same work done by the vault and by the bare database, turn and turn about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Both {
    pub(crate) ours: Times,
    pub(crate) floor: Times,
}

/// So many rounds a ratio is taken in. Other programs disturb some of them; the one in
/// the middle is told.
const ROUNDS: usize = 5;

impl Times {
    /// Does `work` and takes its time.
    pub(crate) fn take<T>(
        &mut self,
        work: impl FnOnce() -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let (waited, begun) = (waited(), Instant::now());
        let done = work()?;
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        self.0.push((took - (self::waited() - waited)).max(0.0));
        Ok(done)
    }

    /// Adds a time that was put together from others.
    pub(crate) fn push(&mut self, time: f64) {
        self.0.push(time);
    }

    /// The time taken last; no number before the first.
    pub(crate) fn last(&self) -> f64 {
        self.0.last().copied().unwrap_or(f64::NAN)
    }

    /// The time that half of them did not exceed.
    pub(crate) fn median(&self) -> f64 {
        at_share(&self.0, 50)
    }

    /// The time that 95 of 100 did not exceed.
    pub(crate) fn p95(&self) -> f64 {
        at_share(&self.0, 95)
    }

    /// The longest.
    pub(crate) fn longest(&self) -> f64 {
        at_share(&self.0, 100)
    }
}

impl FromIterator<f64> for Times {
    fn from_iter<I: IntoIterator<Item = f64>>(times: I) -> Self {
        Self(times.into_iter().collect())
    }
}

impl Both {
    /// How many times as long as the floor the vault takes, at `share` of 100.
    pub(crate) fn ratio(&self, share: usize) -> f64 {
        let length = self.ours.0.len().div_ceil(ROUNDS).max(1);
        let rounds = self.ours.0.chunks(length).zip(self.floor.0.chunks(length));
        let ratios: Vec<f64> =
            rounds.map(|(ours, floor)| at_share(ours, share) / at_share(floor, share)).collect();
        at_share(&ratios, 50)
    }
}

/// How long this thread could have run and another one did, in milliseconds.
fn waited() -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok());
    nanoseconds.unwrap_or(0.0) / 1e6
}

/// The smallest time that `share` of 100 did not exceed; no number if there are none.
fn at_share(times: &[f64], share: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * share).div_ceil(100).max(1) - 1;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_from_below() {
        let times: Vec<f64> = (1..=100).map(f64::from).collect();
        assert!((at_share(&times, 50) - 50.0).abs() < 0.01);
        assert!((at_share(&times, 95) - 95.0).abs() < 0.01);
        assert!((at_share(&times, 100) - 100.0).abs() < 0.01);
        assert!(at_share(&[], 50).is_nan(), "nothing measured is not quick");
    }

    #[test]
    fn one_disturbed_round_does_not_count() {
        let floor = Times(vec![1.0; 50]);
        let mut ours = Times(vec![1.2; 50]);
        ours.0[..8].fill(40.0);
        assert!((Both { ours, floor }.ratio(95) - 1.2).abs() < 0.01);
    }
}
