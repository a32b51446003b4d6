//! `cargo xtask test`: every check, part by part, with the minutes of each and a closing count.

use std::time::{Duration, Instant};

use crate::failed::Failed;
use crate::packages::Purpose;
use crate::parts::{self, PARTS, Part};
use crate::tally::{Count, Kind};
use crate::{build, help, process, say, setup};

/// What one part came to.
struct Outcome {
    name: &'static str,
    took: Duration,
    counts: Vec<(Kind, Count)>,
}

/// Sets up, runs the parts that `arguments` name (all of them if none), and sums up.
///
/// # Errors
/// When the machine lacks something, when a part is unknown, or when any check failed.
pub(crate) fn test(arguments: &[String]) -> Result<(), Failed> {
    let Some(chosen) = chosen_parts(arguments) else {
        return help::usage_error("There is no such part.");
    };
    let begun = Instant::now();
    setup::set_up(&[Purpose::Build, Purpose::Test], setup::may_use_root(arguments))?;
    let mut outcomes = vec![Outcome { name: "setup", took: begun.elapsed(), counts: Vec::new() }];
    for part in chosen {
        outcomes.push(run(part));
    }
    sum_up(&outcomes, begun.elapsed())
}

/// `cargo xtask shots`: pictures of every screen, for looking at beside the mock-ups.
///
/// # Errors
/// When the machine lacks something, or a screen cannot be reached.
pub(crate) fn shots(arguments: &[String]) -> Result<(), Failed> {
    setup::set_up(&[Purpose::Build, Purpose::Test], setup::may_use_root(arguments))?;
    build::program(build::Profile::Checked, true)?;
    say::step("Walking through every screen");
    let finished = process::must("shots", &mut parts::gallery())?;
    say::done("target/shots", finished.took);
    Ok(())
}

fn chosen_parts(arguments: &[String]) -> Option<Vec<&'static Part>> {
    let named: Vec<_> = arguments.iter().filter(|word| !word.starts_with("--")).collect();
    if named.is_empty() {
        let full = arguments.iter().any(|word| word == "--full");
        return Some(PARTS.iter().filter(|part| full || !part.only_when_asked).collect());
    }
    named.iter().map(|name| PARTS.iter().find(|part| part.name == name.as_str())).collect()
}

fn run(part: &'static Part) -> Outcome {
    say::step(&format!("{}: {}", part.name, part.what));
    let begun = Instant::now();
    let counts = (part.run)().unwrap_or_else(|failed| {
        say::trouble(&failed.to_string());
        vec![(Kind::Check, Count::one(false))]
    });
    let outcome = Outcome { name: part.name, took: begun.elapsed(), counts };
    if outcome.sum().failed == 0 {
        say::done(part.name, outcome.took);
    }
    outcome
}

impl Outcome {
    fn sum(&self) -> Count {
        total(std::slice::from_ref(self), None)
    }
}

fn total(outcomes: &[Outcome], only: Option<Kind>) -> Count {
    let mut sum = Count::default();
    for (kind, count) in outcomes.iter().flat_map(|outcome| &outcome.counts) {
        if only.is_none_or(|only| only == *kind) {
            sum += *count;
        }
    }
    sum
}

/// The closing lines. The last one stands alone, in the form that a continuous check looks for.
fn sum_up(outcomes: &[Outcome], took: Duration) -> Result<(), Failed> {
    say::line("\nPart        minutes   passed   failed");
    for outcome in outcomes {
        let sum = outcome.sum();
        say::line(&format!(
            "{:<10}{:>9.1}{:>9}{:>9}",
            outcome.name,
            outcome.took.as_secs_f64() / 60.0,
            sum.passed,
            sum.failed
        ));
    }
    say::line(&format!("{:<10}{:>9.1}\n", "all", took.as_secs_f64() / 60.0));
    for (kind, what) in [
        (Kind::Rust, "Rust tests"),
        (Kind::Interface, "UI tests"),
        (Kind::Window, "real-window tests"),
        (Kind::Figure, "figures of campaigns"),
        (Kind::Check, "other checks"),
    ] {
        say::line(&format!("{:>5} {what} ran", total(outcomes, Some(kind)).ran()));
    }
    let sum = total(outcomes, None);
    let skipped = match sum.skipped {
        0 => String::new(),
        skipped => format!(", {skipped} skipped"),
    };
    say::line(&format!("\n{} passed, {} failed{skipped}", sum.passed, sum.failed));
    if sum.failed == 0 { Ok(()) } else { Err(Failed::new("Not everything passed.")) }
}
