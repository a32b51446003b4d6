//! Reads how many tests ran out of what test runners print, and adds them up.

use std::ops::AddAssign;

/// Whose tests, or whether it was one check that is no test.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Check,
    Figure,
    Rust,
    Interface,
    Window,
}

/// How many passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl Count {
    /// One check that passed or failed.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: u32::from(passed), failed: u32::from(!passed), skipped: 0 }
    }

    /// One check that could not be made.
    pub(crate) fn one_skipped() -> Self {
        Self { skipped: 1, ..Self::default() }
    }

    /// How many there were, passed or failed.
    pub(crate) fn ran(self) -> u32 {
        self.passed + self.failed
    }

    /// The figures that campaigns printed: `name: value unit (goal …) ok|short`. A campaign that
    /// failed without a figure that says so counts as one failure, and so does one without any.
    pub(crate) fn of_figures(output: &str, success: bool) -> Self {
        let mut count = Self::default();
        for line in output.lines().filter(|line| line.contains(" (goal ")) {
            if line.ends_with(" ok") {
                count.passed += 1;
            } else {
                count.failed += 1;
            }
        }
        if (!success || count.ran() == 0) && count.failed == 0 {
            count.failed = 1;
        }
        count
    }

    /// What a runner of tests printed, and whether it was content. A runner that failed without
    /// naming a failed test (it did not compile, it was killed) counts as one failure, and so
    /// does one that ran nothing: a check that checks nothing must not pass.
    pub(crate) fn of_runner(output: &str, success: bool) -> Self {
        let mut count = of_nextest(output)
            .or_else(|| of_vitest(output))
            .unwrap_or_else(|| of_cargo_test(output));
        if (!success || count.ran() == 0) && count.failed == 0 {
            count.failed = 1;
        }
        count
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// `Summary [ 1.2s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 3 skipped`
fn of_nextest(output: &str) -> Option<Count> {
    let line =
        output.lines().rev().find(|line| line.contains("Summary [") && line.contains("run:"))?;
    let (before, after) = line.split_once("run:")?;
    let ran = before
        .split_whitespace()
        .filter_map(|word| word.split('/').next()?.parse().ok())
        .next_back()?;
    let passed = number_before(after, "passed").unwrap_or(0);
    Some(Count { passed, failed: u32::saturating_sub(ran, passed), skipped: 0 })
}

/// `Tests  1 failed | 11 passed | 2 skipped (14)`
fn of_vitest(output: &str) -> Option<Count> {
    let line = output.lines().rev().find(|line| line.trim_start().starts_with("Tests "))?;
    Some(Count {
        passed: number_before(line, "passed").unwrap_or(0),
        failed: number_before(line, "failed").unwrap_or(0),
        skipped: number_before(line, "skipped").unwrap_or(0),
    })
}

/// `test result: ok. 3 passed; 0 failed; 0 ignored; …`, once per test program.
fn of_cargo_test(output: &str) -> Count {
    let mut sum = Count::default();
    for line in output.lines().filter(|line| line.trim_start().starts_with("test result:")) {
        sum += Count {
            passed: number_before(line, "passed").unwrap_or(0),
            failed: number_before(line, "failed").unwrap_or(0),
            skipped: number_before(line, "ignored").unwrap_or(0),
        };
    }
    sum
}

fn number_before(line: &str, word: &str) -> Option<u32> {
    let mut previous = None;
    for token in line.split_whitespace() {
        if token.trim_matches([',', ';']) == word {
            return previous;
        }
        previous = token.parse().ok();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn check(output: &str, success: bool, passed: u32, failed: u32, skipped: u32) {
        let expected = Count { passed, failed, skipped };
        assert_eq!(Count::of_runner(output, success), expected, "{output}");
    }

    #[test]
    fn reads_each_runner() {
        check("     Summary [   0.512s] 12 tests run: 12 passed, 3 skipped", true, 12, 0, 0);
        check(
            "     Summary [   0.512s] 12 tests run: 9 passed (1 slow), 2 failed, 1 timed out, 3 skipped",
            false,
            9,
            3,
            0,
        );
        check(
            " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 11 passed | 2 skipped (14)",
            false,
            11,
            1,
            2,
        );
        check(
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\ntest result: ok. 4 passed; 0 failed; 0 ignored",
            true,
            7,
            0,
            1,
        );
    }

    #[test]
    fn reads_figures() {
        let figures = |output, success| Count::of_figures(output, success);
        let good = "crash: seed 42\ncrash, lost: 0 (goal 0) ok\ncrash, kills: 60 (goal 60) ok";
        assert_eq!(figures(good, true), Count { passed: 2, failed: 0, skipped: 0 });
        assert_eq!(figures(good, false), Count { passed: 2, failed: 1, skipped: 0 });
        let short = "crash, lost: 1 (goal 0) short";
        assert_eq!(figures(short, false), Count { passed: 0, failed: 1, skipped: 0 });
        assert_eq!(figures("", true), Count { passed: 0, failed: 1, skipped: 0 });
    }

    #[test]
    fn a_runner_that_ran_nothing_fails() {
        check("", true, 0, 1, 0);
        check("error: could not compile", false, 0, 1, 0);
        check("     Summary [   0.0s] 0 tests run: 0 passed, 9 skipped", true, 0, 1, 0);
    }
}
