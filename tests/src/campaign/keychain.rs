//! `keychain`: quick unlock with every keychain a computer may have, and without one.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use ::journal::Moment;
use chrono::TimeDelta;
use vault::{KdfCost, Key, Pin, QuickUnlock, Run, Vault, quick_unlock};

use super::forged::put;
use super::journal::{self, Folder, WORDS, note, now, passphrase};
use super::role::{Other, say, scripted};
use super::{Campaign, Chance, Report, Role, Rounds};

pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "keychain",
    what: "no bus, a bus without service, a locked and an unlocked keyring, one that never answers",
    goal: "the passphrase always opens, no hang > 3 s, the PIN opens after a restart",
    rounds: 5,
    short: 1,
    run,
    roles: &[
        Role { name: "keychain.first", play: first },
        Role { name: "keychain.second", play: second },
        Role { name: "keychain.silent", play: silent },
    ],
};

const PIN: &str = "481516";

/// A keychain: how to have it, what turning on must answer, and how it must stand in the run of
/// the program after that.
struct Case {
    name: &'static str,
    script: &'static str,
    turned_on: bool,
    stands: QuickUnlock,
}

/// A bus of its own that starts no service by itself.
const BUS: &str = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>\
    <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
    <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";

/// `$ON` and `$OFF` are the two runs of the program; each is a process of its own.
const CASES: [Case; 6] = [
    Case {
        name: "no bus",
        script: "$ON; $OFF",
        turned_on: false,
        stands: QuickUnlock::Unavailable,
    },
    Case {
        name: "a bus without service",
        script: "$BUS bash -c \"$ON; $OFF\"",
        turned_on: false,
        stands: QuickUnlock::Unavailable,
    },
    Case {
        name: "an unlocked keyring",
        script: "$BUS bash -c \"$UNLOCK; $ON; $OFF\"",
        turned_on: true,
        stands: QuickUnlock::Ready,
    },
    Case {
        name: "a keyring that was started again",
        script: "$BUS bash -c \"$UNLOCK; $ON\"; $BUS bash -c \"$UNLOCK; $OFF\"",
        turned_on: true,
        stands: QuickUnlock::Ready,
    },
    Case {
        name: "a locked keyring",
        script: "$BUS bash -c \"$UNLOCK; $ON\"; $BUS bash -c \"$LOCKED; $OFF\"",
        turned_on: true,
        stands: QuickUnlock::Unavailable,
    },
    Case {
        name: "a keyring that never answers",
        script: "$BUS bash -c \"$UNLOCK; $ON\"; $BUS bash -c \"$SILENT; $OFF; touch $END\"",
        turned_on: true,
        stands: QuickUnlock::Unavailable,
    },
];

/// Until the silent service has its name.
const WAIT: &str = "until [ -e $HOME/../ready ]; do sleep 0.05; done";

/// What came out of the rounds.
#[derive(Default)]
struct Outcome {
    wrong: u32,
    unopened: u32,
    opened_by_pin: u32,
    longest: f64,
}

fn run(rounds: Rounds, report: &mut Report) {
    let mut outcome = Outcome::default();
    for _ in 0..rounds.count {
        for case in &CASES {
            one(case, &mut outcome, report);
        }
    }
    let ready = CASES.iter().filter(|case| case.stands == QuickUnlock::Ready).count() as u64;
    report.exactly("keychains tried", CASES.len(), "", CASES.len() as u64);
    report.none("answers other than they must be", outcome.wrong);
    report.none("not opened by the passphrase", outcome.unopened);
    let opened = u64::from(rounds.count) * ready;
    report.exactly("opened by PIN in another run", outcome.opened_by_pin, "", opened);
    report.at_most("longest wait for any answer", outcome.longest, "ms", 3000.0);
}

fn one(case: &Case, outcome: &mut Outcome, report: &mut Report) {
    let folder = Folder::new();
    journal::make(&folder.journal(), &[note(1, "words")]);
    let mut other = Other::spawn(&mut place(case, folder.path()));
    let lines = other.rest();
    other.wait();
    let mut heard = |what: &str| -> String {
        let found = lines.iter().filter_map(|line| line.strip_prefix(what)?.strip_prefix(": "));
        let answers: Vec<_> = found.filter_map(|rest| rest.rsplit_once(' ')).collect();
        for (_, took) in &answers {
            outcome.longest = outcome.longest.max(took.parse().unwrap_or(f64::INFINITY));
        }
        answers.first().map_or_else(|| "nothing".to_owned(), |(answer, _)| (*answer).to_owned())
    };
    let pin = if case.stands == QuickUnlock::Ready { "opened" } else { "refused PinOff" };
    let on = if case.turned_on { "done" } else { "refused KeychainUnfit" };
    let waiting = match (case.turned_on, case.stands) {
        (true, _) => format!("{:?}", QuickUnlock::Waiting),
        (false, stands) => format!("{stands:?}"),
    };
    let expected = [
        ("turning on", on.to_owned()),
        ("first status", waiting),
        ("second status", format!("{:?}", case.stands)),
        ("PIN", pin.to_owned()),
        ("passphrase", "opened".to_owned()),
        ("passphrase given", "done".to_owned()),
        ("turning off", "done".to_owned()),
    ];
    for (what, expected) in expected {
        let answer = heard(what);
        if answer != expected {
            outcome.wrong += 1;
            report.complain(format_args!("{}, {what}: {answer}, not {expected}", case.name));
        }
        outcome.unopened += u32::from(what == "passphrase" && answer != "opened");
        outcome.opened_by_pin += u32::from(what == "PIN" && answer == "opened");
    }
}

/// The command that has the keychain and runs the program in it twice.
fn place(case: &Case, root: &Path) -> Command {
    for dir in ["home", "run", "home/keyrings"] {
        fs::create_dir(root.join(dir)).expect("a folder can be made");
    }
    put(&root.join("bus.conf"), BUS.as_bytes());
    let role = |name: &str| format!("MEANTIME_CAMPAIGN_ROLE=keychain.{name} '$0' 2>&3");
    let daemon = "gnome-keyring-daemon --components=secrets";
    // The bus complains about limits it cannot raise; only our own complaints come through.
    let script = ["exec 3>&2; ", case.script].concat();
    let mut script = script.replace("$END", &root.join("end").to_string_lossy());
    for (name, words) in [
        ("$BUS", "2>/dev/null dbus-run-session --config-file=$HOME/../bus.conf --".to_owned()),
        ("$UNLOCK", format!("printf test | {daemon} --unlock >/dev/null 2>&1")),
        ("$LOCKED", format!("{daemon} --start >/dev/null 2>&1")),
        ("$SILENT", format!("{} & {WAIT}", role("silent"))),
        ("$ON", role("first")),
        ("$OFF", role("second")),
    ] {
        script = script.replace(name, &words);
    }
    // The shell's own `$0` is not known inside of the inner shells.
    let program = std::env::current_exe().expect("this program is a file");
    let script = script.replace("$0", &program.to_string_lossy());
    let mut command = scripted(&script, "keychain.none", root);
    command.env("HOME", root.join("home"));
    for (name, dir) in [
        ("XDG_DATA_HOME", "home"),
        ("XDG_CONFIG_HOME", "home"),
        ("XDG_CACHE_HOME", "home"),
        ("XDG_RUNTIME_DIR", "run"),
    ] {
        command.env(name, root.join(dir));
    }
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.env_remove("GNOME_KEYRING_CONTROL");
    command
}

fn run_number(number: u8) -> Run {
    let later = TimeDelta::minutes(number.into());
    Run { now: Moment(now().0 + later), program: [number; 16], boot: [9; 16] }
}

/// Says what became of something, and how many milliseconds it took.
fn timed<T>(what: &str, work: impl FnOnce() -> T, say_of: impl FnOnce(&T) -> String) -> T {
    let begun = Instant::now();
    let outcome = work();
    let took = begun.elapsed();
    say(&format!("{what}: {} {}", say_of(&outcome), took.as_millis()));
    outcome
}

fn word<T>(good: &str, outcome: &Result<T, vault::Error>) -> String {
    match outcome {
        Ok(_) => good.to_owned(),
        Err(error) => format!("refused {error:?}"),
    }
}

/// The run in which quick unlock is turned on.
fn first(root: &Path) {
    let dir = root.join("journal");
    let words = passphrase(WORDS);
    let mut vault = journal::open(&dir, WORDS).expect("the passphrase opens").vault;
    let pin = Pin::new(PIN.to_owned()).expect("it is a PIN");
    let mut chance = Chance::new(3);
    let turn_on = || {
        let random: vault::Random<'_> = &mut |into| chance.fill(into);
        vault.turn_on_pin(&words, &pin, KdfCost::WEAK, run_number(1), random)
    };
    let _ = timed("turning on", turn_on, |outcome| word("done", outcome));
    drop(vault);
    let status = || quick_unlock(&dir, run_number(1));
    timed("first status", status, |status| format!("{status:?}"));
}

/// The run after it.
fn second(root: &Path) {
    let dir = root.join("journal");
    let (words, run) = (passphrase(WORDS), run_number(2));
    let pin = Pin::new(PIN.to_owned()).expect("it is a PIN");
    timed("second status", || quick_unlock(&dir, run), |status| format!("{status:?}"));
    let by_pin =
        timed("PIN", || Vault::open_with_pin(&dir, &pin, run), |opened| word("opened", opened));
    drop(by_pin);
    let open = || Vault::open(&dir, Key::Passphrase(&words));
    let opened = timed("passphrase", open, |opened| word("opened", opened));
    let Ok(opened) = opened else { return };
    let mut vault = opened.vault;
    let given = || vault.passphrase_was_given(&words, run);
    let _ = timed("passphrase given", given, |outcome| word("done", outcome));
    let _ = timed("turning off", || vault.turn_off_pin(&words), |outcome| word("done", outcome));
}

/// A service that has the name of the keychain and answers nothing.
fn silent(root: &Path) {
    let connection = zbus::blocking::Connection::session().expect("there is a bus");
    connection.request_name("org.freedesktop.secrets").expect("the name is free");
    put(&root.join("ready"), b"ready\n");
    let begun = Instant::now();
    while !root.join("end").exists() && begun.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(50));
    }
}
