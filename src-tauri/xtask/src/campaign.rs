//! `cargo xtask campaign`: long trials of the vault and the program, one line per figure. What they
//! are stands in `tests/src/campaign/`.

use std::process::Command;

use crate::build::{self, Profile};
use crate::failed::Failed;
use crate::packages::Purpose;
use crate::tally::{Count, Kind};
use crate::{process, setup};

/// Builds what campaigns need, then runs the one that `arguments` name, or lists them.
///
/// # Errors
/// When the machine lacks something, or a figure falls short of its goal.
pub(crate) fn campaign(arguments: &[String]) -> Result<(), Failed> {
    setup::set_up(&[Purpose::Build, Purpose::Test], setup::may_use_root(arguments))?;
    build::program(Profile::Checked, true)?;
    let mut campaign = program();
    campaign.args(arguments.iter().filter(|word| *word != "--yes"));
    // Its lines come out as they are found: a long form takes minutes.
    let status = campaign.status()?;
    if status.success() { Ok(()) } else { Err(Failed::new("Not every goal was reached.")) }
}

/// The short form of every campaign; each figure is one check.
///
/// # Errors
/// When the build fails or the program cannot be started.
pub(crate) fn short_forms() -> Result<Vec<(Kind, Count)>, Failed> {
    build::program(Profile::Checked, true)?;
    let finished = process::run("campaigns", program().args(["--all", "--short"]))?;
    Ok(vec![(Kind::Figure, Count::of_figures(&finished.output, finished.success))])
}

fn program() -> Command {
    let mut program = process::command(&Profile::Checked.program("campaign").to_string_lossy());
    program.env("MEANTIME_PROGRAM", Profile::Checked.program("meantime"));
    program
}
