//! How soon the program's window is there and how much memory it takes, beside a window with
//! nothing in it. `cargo xtask bench` runs it on the release.
#![expect(clippy::print_stdout, reason = "figures are what this program is for")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use acceptance::desktop::Desktop;
use acceptance::home::Home;
use acceptance::program::{self, Running};

/// How often each window is opened, turn and turn about. The time in the middle counts.
const OPENINGS: usize = 9;
/// After so long a window has come to rest.
const REST: Duration = Duration::from_secs(3);
/// How much longer than an empty window the lock screen may take, and how much more memory.
const MOST_TIMES: f64 = 1.15;
const MOST_MORE: f64 = 60.0;

/// Windows of one program.
#[derive(Default)]
struct Windows {
    /// Until it could be seen, in milliseconds.
    soon: Vec<f64>,
    /// Memory of the program and its children, in megabytes.
    memory: Vec<f64>,
}

fn main() -> ExitCode {
    let empty = PathBuf::from(env::var_os("MEANTIME_EMPTY").expect("MEANTIME_EMPTY names it"));
    let (mut ours, mut bare) = (Windows::default(), Windows::default());
    for _ in 0..OPENINGS {
        bare.open(&empty);
        ours.open(&program::meantime());
    }
    let (soon, floor) = (middle(&mut ours.soon), middle(&mut bare.soon));
    println!("window there, p50: {soon:.0} ms");
    println!("empty window there, p50: {floor:.0} ms");
    let is_soon = figure("window there, to empty window", soon / floor, "×", MOST_TIMES);
    let (memory, floor) = (middle(&mut ours.memory), middle(&mut bare.memory));
    println!("memory, lock screen: {memory:.0} MB");
    println!("memory, empty window: {floor:.0} MB");
    let is_light = figure("memory, more than empty window", memory - floor, "MB", MOST_MORE);
    if is_soon && is_light { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Windows {
    fn open(&mut self, program: &Path) {
        let home = Home::new();
        let desktop = Desktop::start(&home);
        let mut command = Command::new(program);
        home.place(&mut command);
        desktop.place(&mut command);
        let begun = Instant::now();
        let running = Running::start(&command);
        program::wait_until("the window is there", || {
            desktop.titles().iter().any(|title| title == "Meantime")
        });
        self.soon.push(begun.elapsed().as_secs_f64() * 1000.0);
        thread::sleep(REST);
        // Not a number if it cannot be read, which reaches no goal.
        self.memory.push(memory_of(running.id()).unwrap_or(f64::NAN));
    }
}

/// The memory of a process and of all it started; what they share is counted once.
fn memory_of(id: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kilobytes = line.split_whitespace().next()?.parse::<f64>().ok()?;
    let children = program::children_of(id).into_iter().filter_map(memory_of).sum::<f64>();
    Some(kilobytes / 1024.0 + children)
}

fn figure(name: &str, value: f64, unit: &str, most: f64) -> bool {
    let good = value <= most;
    let verdict = if good { "ok" } else { "short" };
    println!("{name}: {value:.2} {unit} (goal ≤ {most:.2} {unit}) {verdict}");
    good
}

fn middle(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
