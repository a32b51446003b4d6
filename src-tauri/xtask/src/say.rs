//! What is printed. The one file that may write to the terminal.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a command-line tool, and this is its one place to print"
)]

use std::io::{IsTerminal, Write, stderr, stdin, stdout};
use std::time::Duration;

/// A line of ordinary output.
pub(crate) fn line(text: &str) {
    clear_progress();
    println!("{text}");
}

/// What is about to be done.
pub(crate) fn step(text: &str) {
    line(&format!("▸ {text}"));
}

/// Something that was done, and how long it took if that was long enough to notice.
pub(crate) fn done(text: &str, took: Duration) {
    line(&format!("  ✓ {text} ({})", minutes(took)));
}

/// Something that did not go well; said on standard error.
pub(crate) fn trouble(text: &str) {
    clear_progress();
    eprintln!("✗ {text}");
}

/// One line that the next one overwrites. Nothing on a pipe: see [`heartbeat`].
pub(crate) fn progress(text: &str) {
    if !is_terminal() {
        return;
    }
    let short: String = text.chars().take(96).collect();
    eprint!("\r\x1b[2K  {short}");
    let _ = stderr().flush();
}

/// A sign of life on a pipe, where a rewritten line would be noise.
pub(crate) fn heartbeat(text: &str) {
    if !is_terminal() {
        println!("  … {text}");
        let _ = stdout().flush();
    }
}

/// Asks a question that a person answers with yes or no. No terminal, no answer: `None`.
pub(crate) fn ask(question: &str) -> Option<bool> {
    if !stdin().is_terminal() {
        return None;
    }
    clear_progress();
    print!("{question} [y/N] ");
    let _ = stdout().flush();
    let mut answer = String::new();
    stdin().read_line(&mut answer).ok()?;
    Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// A duration as a person says it: seconds below a minute and a half, else minutes.
pub(crate) fn minutes(took: Duration) -> String {
    let seconds = took.as_secs_f64();
    if seconds < 90.0 { format!("{seconds:.1} s") } else { format!("{:.1} min", seconds / 60.0) }
}

fn clear_progress() {
    if is_terminal() {
        eprint!("\r\x1b[2K");
        let _ = stderr().flush();
    }
}

fn is_terminal() -> bool {
    stderr().is_terminal()
}
