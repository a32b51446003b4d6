//! The clock, ids and randomness: read here and handed down as parameters.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime, Offset, TimeZone, Utc};
use journal::bring::Zone;
use journal::{Moment, RecordId};
use uuid::Uuid;

use crate::os;

/// What the three clocks of a computer say at one moment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ticks {
    /// The clock on the wall, which people and programs set.
    pub(crate) wall: Moment,
    /// How long the computer has been on, sleep included.
    pub(crate) on: Duration,
    /// How long it has been awake.
    pub(crate) awake: Duration,
}

/// What the clocks say now.
pub(crate) fn ticks() -> Ticks {
    injected::added_to(at_once(|| {
        let on = os::on_for();
        let ticks = Ticks { wall: now(), on, awake: os::awake_for() };
        (ticks, os::on_for().saturating_sub(on))
    }))
}

/// Reads the clocks until it took no longer than a moment: a busy computer may stop
/// between one clock and the next, and their difference would pass for sleep, or for a
/// clock that was set.
fn at_once(mut read: impl FnMut() -> (Ticks, Duration)) -> Ticks {
    const MOMENT: Duration = Duration::from_millis(100);
    const TRIES: usize = 20;
    let (mut ticks, mut took) = read();
    for _ in 1..TRIES {
        if took <= MOMENT {
            break;
        }
        (ticks, took) = read();
    }
    ticks
}

#[cfg(not(feature = "automation"))]
mod injected {
    //! In every build for people the clocks are those of the computer.

    pub(super) fn added_to(ticks: super::Ticks) -> super::Ticks {
        ticks
    }
}

#[cfg(feature = "automation")]
mod injected {
    //! A test lets time pass, the computer sleep or the clock be set by a file with
    //! three numbers of seconds, which are added to the three clocks.

    use chrono::TimeDelta;

    use super::{Duration, Moment};

    pub(super) fn added_to(ticks: super::Ticks) -> super::Ticks {
        let file = std::env::var_os("MEANTIME_TEST_CLOCKS");
        let text = file.and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default();
        let numbers: Vec<i64> = text.split_whitespace().flat_map(str::parse).collect();
        let [wall, on, awake] = numbers[..] else { return ticks };
        let added = |clock: Duration, seconds: i64| {
            clock + Duration::from_secs(u64::try_from(seconds).unwrap_or_default())
        };
        super::Ticks {
            wall: Moment(ticks.wall.0 + TimeDelta::seconds(wall)),
            on: added(ticks.on, on),
            awake: added(ticks.awake, awake),
        }
    }
}

/// Now, on this computer's clock and in its time zone.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
pub(crate) fn now() -> Moment {
    Moment(Local::now().fixed_offset())
}

/// The time zone of this computer.
pub(crate) struct Here;

impl Zone for Here {
    fn at(&self, instant: DateTime<Utc>) -> FixedOffset {
        Local.offset_from_utc_datetime(&instant.naive_utc()).fix()
    }

    fn of(&self, wall: NaiveDateTime) -> Option<FixedOffset> {
        // In the hour that comes twice in autumn the first is as good as the second; the
        // hour that never was in spring takes the offset of the hour after.
        let exact = Local.offset_from_local_datetime(&wall).earliest();
        let after =
            || Local.offset_from_local_datetime(&(wall + chrono::Duration::hours(1))).latest();
        exact.or_else(after).map(|offset| offset.fix())
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_between_which_the_computer_stopped_are_read_again() {
        let ticks =
            |on| Ticks { wall: now(), on: Duration::from_secs(on), awake: Duration::from_secs(on) };
        let took = |seconds, on| (ticks(on), Duration::from_secs(seconds));
        let mut readings = vec![took(0, 9), took(0, 6), took(3, 1), took(2, 0)];
        let read = at_once(|| readings.pop().unwrap());
        assert_eq!((read.on, readings.len()), (Duration::from_secs(6), 1));
    }

    #[test]
    fn a_computer_that_always_stops_still_has_a_time() {
        let mut tries = 0;
        let read = at_once(|| {
            tries += 1;
            let on = Duration::from_secs(tries);
            (Ticks { wall: now(), on, awake: on }, on)
        });
        assert_eq!((read.on, tries), (Duration::from_secs(20), 20));
    }
}
