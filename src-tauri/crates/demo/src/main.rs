//! The program `demo`: the sample course as a file, as a journal, and the page of
//! an export without a window. The clock and randomness are read here.

mod asked;

use std::io::{self, Write};
use std::process::ExitCode;

use chrono::Local;
use demo::tool::{self, Rendered, Trouble};
use journal::Moment;
use summary::Tagging;

use crate::asked::{Misunderstood, Task, USAGE};

fn main() -> ExitCode {
    let task = match Task::parse(std::env::args_os().skip(1)) {
        Ok(task) => task,
        Err(Misunderstood { why }) => {
            say(&mut io::stderr(), &format!("{why}\n\n{}", USAGE.trim_end()));
            return ExitCode::from(2);
        }
    };
    match run(&task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            say(&mut io::stderr(), &trouble.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<(), Trouble> {
    let out = &mut io::stdout();
    match task {
        Task::Help => say(out, USAGE.trim_end()),
        Task::Export { file } => tool::export(file, now())?,
        Task::Courses { folder } => tool::courses(folder)?,
        Task::Journal { dir, passphrase } => {
            let made = tool::journal(dir, passphrase.as_deref(), now(), &mut random)?;
            say(out, &format!("Passphrase: {}", made.passphrase));
            say(out, &format!("Recovery key: {}", made.recovery_key.groups().join(" ")));
        }
        Task::Page { from, to, options } => {
            let rendered = tool::page(from, to, &options.request(), &mut random)?;
            say(out, &told(&rendered));
        }
    }
    Ok(())
}

/// Never with the characters that have no font: they are of the text.
fn told(rendered: &Rendered) -> String {
    let pages =
        if rendered.pages == 1 { "1 page".to_owned() } else { format!("{} pages", rendered.pages) };
    match rendered.tagged {
        Some(Tagging::Ua1) => format!("{pages}, tagged as PDF/UA-1."),
        Some(Tagging::Plain(_)) => format!("{pages}, tagged, but short of PDF/UA-1."),
        None => format!("Written: what stands on {pages}."),
    }
}

fn say(to: &mut dyn Write, text: &str) {
    // Nobody listens any more: there is nothing left to say it to.
    let _ = writeln!(to, "{text}");
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place of the tool that reads the clock"
)]
fn now() -> Moment {
    Moment(Local::now().fixed_offset())
}

fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives random bytes");
}
