//! What the program was asked to do, read from its words. What is wrong with them is
//! said in one sentence that names the option, never a file.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use demo::tool::{Format, PageRequest};
use journal::choices::{Names, Paper, Variant};

/// The variants of the page, as they are asked for.
const VARIANTS: [&str; 6] = ["session", "first", "midway", "ending", "group", "prescriber"];

fn variant(name: &str) -> Variant {
    match name {
        "first" => Variant::First,
        "midway" => Variant::Midway,
        "ending" => Variant::Ending,
        "group" => Variant::Group,
        "prescriber" => Variant::Prescriber,
        _ => Variant::Session,
    }
}

pub(crate) const USAGE: &str = "\
demo export FILE                     write the sample course as a readable export (JSON)
demo courses DIR                     write twenty generated courses, empty and extreme ones among them
demo vault DIR [--passphrase P]      make a journal of the sample course in DIR
demo page IN.json OUT [OPTIONS]      make the page of a readable export
  --format pdf|fhir|csv|markdown     what OUT is to be; pdf if not said
  --variant session|first|midway|ending|group|prescriber
                                     whom it is for, and when in a course
  --since DATE                       the first day covered, as 2026-03-09; the day of the last session if not said
  --paper a4|letter                  the paper
  --names written|initials|role      how people are named
  --blackout WORD                    take a word out; may be given several times
  --password P                       seal the PDF; others on this computer can see P while it runs
";

/// What is asked.
pub(crate) enum Task {
    Help,
    Export { file: PathBuf },
    Courses { folder: PathBuf },
    Journal { dir: PathBuf, passphrase: Option<String> },
    Page { from: PathBuf, to: PathBuf, options: PageOptions },
}

/// Why the words make no sense.
pub(crate) struct Misunderstood {
    pub(crate) why: String,
}

fn not(why: impl Into<String>) -> Misunderstood {
    Misunderstood { why: why.into() }
}

#[derive(Default)]
pub(crate) struct PageOptions {
    format: Format,
    since: Option<NaiveDate>,
    variant: Option<Variant>,
    paper: Option<Paper>,
    names: Option<Names>,
    blackouts: Vec<String>,
    password: Option<String>,
}

impl Task {
    pub(crate) fn parse(mut words: impl Iterator<Item = OsString>) -> Result<Self, Misunderstood> {
        let task = words.next().ok_or_else(|| not("What should be done?"))?;
        let task = match task.to_string_lossy().as_ref() {
            "--help" | "-h" | "help" => Self::Help,
            "export" => Self::Export { file: path(&mut words)? },
            "courses" => Self::Courses { folder: path(&mut words)? },
            "vault" => {
                let dir = path(&mut words)?;
                let passphrase = match words.next() {
                    Some(option) if option == "--passphrase" => {
                        Some(value("--passphrase", &mut words)?)
                    }
                    Some(_) => return Err(not("A journal has one option, --passphrase.")),
                    None => None,
                };
                Self::Journal { dir, passphrase }
            }
            "page" => {
                let (from, to) = (path(&mut words)?, path(&mut words)?);
                Self::Page { from, to, options: PageOptions::parse(&mut words)? }
            }
            _ => return Err(not("There is no such command.")),
        };
        match words.next() {
            None => Ok(task),
            Some(_) => Err(not("There is a word too many.")),
        }
    }
}

impl PageOptions {
    pub(crate) fn request(&self) -> PageRequest<'_> {
        PageRequest {
            format: self.format,
            since: self.since,
            variant: self.variant,
            paper: self.paper,
            names: self.names,
            blackouts: &self.blackouts,
            password: self.password.as_deref(),
        }
    }

    fn parse(words: &mut impl Iterator<Item = OsString>) -> Result<Self, Misunderstood> {
        let mut options = Self::default();
        while let Some(name) = words.next() {
            let name = name.into_string().map_err(|_| not("An option is not text."))?;
            options.take(&name, words)?;
        }
        if options.password.is_some() && options.format != Format::Pdf {
            return Err(not("Only a PDF can be sealed: leave --password or --format out."));
        }
        Ok(options)
    }

    fn take(
        &mut self,
        name: &str,
        words: &mut impl Iterator<Item = OsString>,
    ) -> Result<(), Misunderstood> {
        let mut among = |choices: &[&str]| -> Result<String, Misunderstood> {
            let given = value(name, &mut *words)?;
            if choices.contains(&given.as_str()) {
                return Ok(given);
            }
            Err(not(format!("{name} is one of: {}.", choices.join(", "))))
        };
        match name {
            "--format" => {
                self.format = match among(&["pdf", "fhir", "csv", "markdown"])?.as_str() {
                    "fhir" => Format::Fhir,
                    "csv" => Format::Csv,
                    "markdown" => Format::Markdown,
                    _ => Format::Pdf,
                };
            }
            "--variant" => self.variant = Some(variant(&among(&VARIANTS)?)),
            "--paper" => {
                let letter = among(&["a4", "letter"])? == "letter";
                self.paper = Some(if letter { Paper::Letter } else { Paper::A4 });
            }
            "--names" => {
                self.names = Some(match among(&["written", "initials", "role"])?.as_str() {
                    "written" => Names::AsWritten,
                    "initials" => Names::Initials,
                    _ => Names::Role,
                });
            }
            "--since" => {
                let day = value(name, words)?.parse();
                self.since = Some(day.map_err(|_| not("--since is a day such as 2026-03-09."))?);
            }
            "--blackout" => self.blackouts.push(value(name, words)?),
            "--password" => self.password = Some(value(name, words)?),
            _ => return Err(not("A page has no such option.")),
        }
        Ok(())
    }
}

fn value(name: &str, words: &mut impl Iterator<Item = OsString>) -> Result<String, Misunderstood> {
    let word = words.next().ok_or_else(|| not(format!("{name} needs a word after it.")))?;
    word.into_string().map_err(|_| not(format!("What stands after {name} is not text.")))
}

fn path(words: &mut impl Iterator<Item = OsString>) -> Result<PathBuf, Misunderstood> {
    let word = words.next().ok_or_else(|| not("A file is missing."))?;
    // An option in the place of a file is a slip, not a file name.
    if word.to_string_lossy().starts_with("--") {
        return Err(not("A file comes before the options."));
    }
    Ok(word.into())
}
