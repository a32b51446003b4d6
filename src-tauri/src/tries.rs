//! How soon a secret may be tried again after wrong ones: at once four times, then
//! after 1, 2, 4 … 30 seconds, for as long as the program runs. There is no
//! lock-out: the person who forgot which passphrase it was must be able to go on.

use std::time::{Duration, Instant};

use crate::error::{ErrorCode, Reply};

/// Wrong tries of passphrase, recovery key and PIN since the last right one.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    wrong: u32,
    last: Option<Instant>,
}

/// Wrong tries that cost no waiting.
const FREE: u32 = 4;
/// The longest wait.
const LONGEST: Duration = Duration::from_secs(30);

impl Tries {
    /// How long until the next try may come.
    pub(crate) fn wait(&self, now: Instant) -> Duration {
        let Some(last) = self.last else { return Duration::ZERO };
        let pause = match self.wrong.checked_sub(FREE) {
            None => Duration::ZERO,
            Some(beyond) => Duration::from_secs(1 << beyond.min(10)).min(LONGEST),
        };
        pause.saturating_sub(now.saturating_duration_since(last))
    }

    /// Does `work`, which tries a secret of this journal, unless it comes too soon.
    ///
    /// # Errors
    /// [`ErrorCode::TooSoon`], or what `work` answers.
    pub(crate) fn ours<T>(&mut self, work: impl FnOnce() -> Reply<T>) -> Reply<T> {
        let reply = self.anyones(work);
        if reply.is_ok() {
            *self = Self::default();
        }
        reply
    }

    /// Does `work`, which tries a secret of some backup. A right one proves nothing
    /// about this journal's, so the waiting goes on.
    ///
    /// # Errors
    /// As [`ours`](Self::ours).
    pub(crate) fn anyones<T>(&mut self, work: impl FnOnce() -> Reply<T>) -> Reply<T> {
        if !self.wait(Instant::now()).is_zero() {
            return Err(ErrorCode::TooSoon.into());
        }
        let reply = work();
        if let Err(failure) = &reply
            && matches!(failure.code, ErrorCode::WrongSecret | ErrorCode::WrongPin)
        {
            self.wrong += 1;
            self.last = Some(Instant::now());
        }
        reply
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong() -> Reply<()> {
        Err(ErrorCode::WrongSecret.into())
    }

    #[test]
    fn waiting_begins_after_the_fourth_and_doubles_up_to_half_a_minute() {
        let now = Instant::now();
        let wait = |wrong| Tries { wrong, last: Some(now) }.wait(now).as_secs();
        let waits: Vec<u64> = (0..12).map(wait).collect();
        assert_eq!(waits, [0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]);
        let later = Tries { wrong: 6, last: Some(now) }.wait(now + Duration::from_secs(4));
        assert!(later.is_zero(), "the wait is over");
    }

    #[test]
    fn a_try_that_comes_too_soon_is_not_made() {
        let mut tries = Tries::default();
        for _ in 0..4 {
            assert_eq!(tries.ours(wrong).unwrap_err().code, ErrorCode::WrongSecret);
        }
        let asked = tries.ours(|| -> Reply<()> { panic!("the secret was tried") });
        assert_eq!(asked.unwrap_err().code, ErrorCode::TooSoon);
    }

    #[test]
    fn only_a_secret_of_this_journal_ends_the_waiting() {
        let mut tries = Tries { wrong: 3, last: Some(Instant::now()) };
        tries.anyones(|| Ok(())).unwrap();
        assert_eq!(tries.wrong, 3);
        tries.ours(|| Ok(())).unwrap();
        assert_eq!(tries.wrong, 0);
        let _ = tries.ours(|| -> Reply<()> { Err(ErrorCode::DiskFull.into()) });
        assert_eq!(tries.wrong, 0, "a full disk is not a wrong secret");
    }
}
