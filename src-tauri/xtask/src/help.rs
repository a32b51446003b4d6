//! What the commands are called.

use crate::failed::Failed;
use crate::{parts, say};

const USAGE: &str = "\
cargo xtask run                    set up what is missing, build, and open Meantime
cargo xtask test [PART…]           set up what is missing, then run every check
cargo xtask demo                   open a sample course in a throw-away journal
cargo xtask demo --export FILE     write the sample course as the readable export (JSON)
cargo xtask page IN.json OUT       render the page of a readable export, without a window
                                   [--format pdf|fhir|csv|markdown]
                                   [--variant session|first|midway|ending|group|prescriber]
                                   [--since DATE] [--paper a4|letter] [--names role|initials|written]
                                   [--blackout WORD]… [--password P]
cargo xtask bench                  measure a journal of ten years, the window and the package
                                   [--quick] [--only=PART]
cargo xtask campaign [NAME]        run a campaign and print its figures; without a name, list them
                                   [--rounds N] [--short]
cargo xtask shots                  pictures of every screen, into target/shots
cargo xtask package                build the .deb, into target/release/bundle/deb
cargo xtask icons                  draw icons/ again from icons/icon.svg
cargo xtask setup [--test]         only set up what is missing

--yes     install missing system packages without asking (CI=true means the same)
--full    with `test`: the release build and its package as well";

/// Prints the list of commands and of the parts of `test`.
pub(crate) fn print() {
    say::line(USAGE);
    say::line("\nParts of `test`:");
    for part in &parts::PARTS {
        say::line(&format!("  {:<9}{}", part.name, part.what));
    }
}

/// Prints the list of commands after a call that made no sense.
///
/// # Errors
/// Always: the sentence, as a usage error.
pub(crate) fn usage_error(sentence: &str) -> Result<(), Failed> {
    print();
    Err(Failed::usage(sentence))
}
