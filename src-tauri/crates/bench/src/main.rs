//! Measures how quick a journal of ten years is, each figure beside what the bare
//! database needs for the same work in the same run.
//!
//! `cargo xtask bench` builds it as the product is built and runs it. It prints one
//! figure a line and fails if one is short of its goal.

mod chance;
mod charting;
mod keeping;
mod language;
mod opening;
mod place;
mod reading;
mod report;
mod saving;
mod searching;
mod store;
mod times;
mod trouble;
mod years;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::report::Report;

fn main() -> ExitCode {
    let mut folder = None;
    let mut wish = place::Wish::default();
    for word in std::env::args_os().skip(1) {
        match word.to_str() {
            Some("--quick") => wish.quick = true,
            Some(word) if word.starts_with("--only=") => {
                wish.only = word.strip_prefix("--only=").map(str::to_owned);
            }
            _ => folder = Some(PathBuf::from(word)),
        }
    }
    let Some(folder) = folder else {
        return usage("Which folder may journals be made in?");
    };
    let mut report = Report::default();
    match place::measure(&folder, &wish, &mut report) {
        Ok(()) if report.is_good() => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
        Err(trouble) => usage(&trouble.to_string()),
    }
}

#[expect(clippy::print_stderr, reason = "why nothing could be measured")]
fn usage(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::from(2)
}
