//! Runs campaigns: `campaign NAME [--rounds N] [--short]`, `campaign --all --short`, or their list.
//! `cargo xtask campaign` builds it first.

use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, panic};

use acceptance::campaign::{self, ALL, CAMPAIGNS, Campaign, Report, Rounds, role};

fn main() -> ExitCode {
    if role::play() {
        return ExitCode::SUCCESS;
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => {
            list();
            ExitCode::SUCCESS
        }
        ["--all", rest @ ..] => all(rest),
        [name, rest @ ..] => match (campaign::find(name), rounds(rest)) {
            (Some(campaign), Some((count, is_short))) => one(campaign, count, is_short),
            (None, _) => wrong(&format!("There is no campaign “{name}”.")),
            (_, None) => wrong("After the name: --short, or --rounds and a number."),
        },
    }
}

/// How many rounds the arguments ask for, if they do, and whether the short form is meant.
fn rounds(arguments: &[&str]) -> Option<(Option<u32>, bool)> {
    let (mut count, mut is_short) = (None, false);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match *word {
            "--short" => is_short = true,
            "--rounds" => count = Some(words.next()?.parse().ok()?),
            _ => return None,
        }
    }
    Some((count, is_short))
}

fn one(campaign: &'static Campaign, count: Option<u32>, is_short: bool) -> ExitCode {
    let usual = if is_short { campaign.short } else { campaign.rounds };
    let rounds = Rounds { count: count.unwrap_or(usual), is_short };
    let mut report = Report::new(campaign.name);
    let begun = Instant::now();
    report.note(format_args!("{}; {} rounds", campaign.what, in_words(rounds.count)));
    let ended = panic::catch_unwind(panic::AssertUnwindSafe(|| {
        (campaign.run)(rounds, &mut report);
    }));
    if ended.is_err() {
        report.figure("came to its end", "no", "", "yes", false);
    }
    report.note(format_args!("took {:.1} s", begun.elapsed().as_secs_f64()));
    if report.is_reached() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Each in a process of its own, so that what one sets up for itself does not reach the next.
fn all(arguments: &[&str]) -> ExitCode {
    let program = env::current_exe().expect("this program is a file");
    let mut fell_short = Vec::new();
    for campaign in CAMPAIGNS {
        let status = Command::new(&program).arg(campaign.name).args(arguments).status();
        if !status.is_ok_and(|status| status.success()) {
            fell_short.push(campaign.name);
        }
    }
    if fell_short.is_empty() {
        return ExitCode::SUCCESS;
    }
    say(&format!("Short: {}", fell_short.join(", ")));
    ExitCode::FAILURE
}

fn list() {
    for campaign in CAMPAIGNS {
        let Campaign { name, what, goal, rounds, short, .. } = campaign;
        say(&format!("{name:<12}{what}"));
        let rounds = in_words(*rounds);
        say(&format!("{:<12}{rounds} rounds ({short} in the short form); goal: {goal}", ""));
    }
}

fn in_words(rounds: u32) -> String {
    if rounds == ALL { String::from("all") } else { rounds.to_string() }
}

fn wrong(sentence: &str) -> ExitCode {
    list();
    say(&format!("\n{sentence}"));
    ExitCode::from(2)
}

#[expect(clippy::print_stdout, reason = "it is a program for the terminal")]
fn say(line: &str) {
    println!("{line}");
}
