//! The program `demo`: the sample course as a file, as a journal, and the page of
//! an export without a window. The clock and randomness are read here.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Local;
use demo::tool::{self, PageRequest, Trouble};
use journal::Moment;
use journal::choices::{Names, Paper};
use summary::Tagging;

const USAGE: &str = "\
demo export FILE                     write the sample course as a readable export (JSON)
demo vault DIR [--passphrase P]      make a journal of the sample course in DIR
demo page IN.json OUT.pdf [OPTIONS]  make the page of a readable export
  --paper a4|letter                  the paper
  --names written|initials|role      how people are named
  --blackout WORD                    take a word out; may be given several times
  --password P                       seal the file; others on this computer can see P while it runs
";

fn main() -> ExitCode {
    let Some(task) = Task::parse(std::env::args_os().skip(1)) else {
        say(&mut io::stderr(), USAGE.trim_end());
        return ExitCode::from(2);
    };
    match task.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            say(&mut io::stderr(), &trouble.to_string());
            ExitCode::FAILURE
        }
    }
}

enum Task {
    Help,
    Export { file: PathBuf },
    Journal { dir: PathBuf, passphrase: Option<String> },
    Page { from: PathBuf, to: PathBuf, options: PageOptions },
}

#[derive(Default)]
struct PageOptions {
    paper: Option<Paper>,
    names: Option<Names>,
    blackouts: Vec<String>,
    password: Option<String>,
}

impl Task {
    /// What was asked for; `None` if it cannot be told.
    fn parse(mut words: impl Iterator<Item = OsString>) -> Option<Self> {
        let task = words.next()?;
        let task = match task.to_str()? {
            "--help" | "-h" | "help" => Self::Help,
            "export" => Self::Export { file: path(&mut words)? },
            "vault" => {
                let dir = path(&mut words)?;
                let passphrase = match words.next() {
                    Some(option) if option == "--passphrase" => {
                        Some(words.next()?.into_string().ok()?)
                    }
                    Some(_) => return None,
                    None => None,
                };
                Self::Journal { dir, passphrase }
            }
            "page" => {
                let (from, to) = (path(&mut words)?, path(&mut words)?);
                Self::Page { from, to, options: PageOptions::parse(&mut words)? }
            }
            _ => return None,
        };
        words.next().is_none().then_some(task)
    }

    fn run(self) -> Result<(), Trouble> {
        let out = &mut io::stdout();
        match self {
            Self::Help => say(out, USAGE.trim_end()),
            Self::Export { file } => tool::export(&file, now())?,
            Self::Journal { dir, passphrase } => {
                let made = tool::journal(&dir, passphrase.as_deref(), now(), &mut random)?;
                say(out, &format!("Passphrase: {}", made.passphrase));
                say(out, &format!("Recovery key: {}", made.recovery_key.groups().join(" ")));
            }
            Self::Page { from, to, options } => {
                let request = PageRequest {
                    paper: options.paper,
                    names: options.names,
                    blackouts: &options.blackouts,
                    password: options.password.as_deref(),
                };
                let rendered = tool::page(&from, &to, &request, &mut random)?;
                say(out, &told(rendered.pages, &rendered.tagged));
            }
        }
        Ok(())
    }
}

impl PageOptions {
    fn parse(words: &mut impl Iterator<Item = OsString>) -> Option<Self> {
        let mut options = Self::default();
        while let Some(name) = words.next() {
            let value = words.next()?.into_string().ok()?;
            match (name.to_str()?, value.as_str()) {
                ("--paper", "a4") => options.paper = Some(Paper::A4),
                ("--paper", "letter") => options.paper = Some(Paper::Letter),
                ("--names", "written") => options.names = Some(Names::AsWritten),
                ("--names", "initials") => options.names = Some(Names::Initials),
                ("--names", "role") => options.names = Some(Names::Role),
                ("--blackout", _) => options.blackouts.push(value),
                ("--password", _) => options.password = Some(value),
                _ => return None,
            }
        }
        Some(options)
    }
}

fn path(words: &mut impl Iterator<Item = OsString>) -> Option<PathBuf> {
    let word = words.next()?;
    // An option in the place of a file is a slip, not a file name.
    (!word.to_string_lossy().starts_with("--")).then(|| word.into())
}

/// Never with the characters that have no font: they are of the text.
fn told(pages: u32, tagged: &Tagging) -> String {
    let pages = if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") };
    match tagged {
        Tagging::Ua1 => format!("{pages}, tagged as PDF/UA-1."),
        Tagging::Plain(_) => format!("{pages}, tagged, but short of PDF/UA-1."),
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
