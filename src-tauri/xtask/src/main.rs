//! `cargo xtask`: everything that is done *to* the project, from setting it up to packaging it.
//!
//! It must build in seconds on a machine that has nothing but Rust and Node, so it has no
//! dependencies, and it knows nothing of journals: what needs the product's own code is a binary
//! of the `demo` crate that is built and called from here.

mod app;
mod bench;
mod build;
mod campaign;
mod failed;
mod help;
mod icons;
mod package;
mod packages;
mod parts;
mod process;
mod say;
mod setup;
mod stamp;
mod tally;
mod test;
mod tools;
mod tree;

use std::process::ExitCode;

use crate::failed::Failed;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            say::trouble(&failed.to_string());
            ExitCode::from(failed.code())
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Failed> {
    let Some((command, rest)) = arguments.split_first() else {
        return help::usage_error("Which command?");
    };
    match command.as_str() {
        "run" => app::run(rest),
        "demo" => app::demo(rest),
        "page" => app::page(rest),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "campaign" => campaign::campaign(rest),
        "shots" => test::shots(rest),
        "package" => package::package(rest),
        "icons" => icons::icons(rest),
        "setup" => setup::command(rest),
        "help" | "--help" | "-h" => {
            help::print();
            Ok(())
        }
        unknown => help::usage_error(&format!("There is no command “{unknown}”.")),
    }
}
