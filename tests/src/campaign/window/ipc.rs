//! The door between the page and the program: shut while locked, and nothing thrown at it harms.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::way;
use crate::campaign::{Campaign, Report, Rounds};
use crate::program::{built, is_alive, root};
use crate::steps::{PASSPHRASE, lock, unlock};
use crate::target::button;
use crate::window::Window;

/// The campaign.
pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "ipc",
    what: "every command while locked, then calls from the page that no form makes",
    goal: "all but the public ones refused while locked; ≥ 50,000 calls: 0 panics, nothing changed",
    rounds: 50_000,
    short: 3_000,
    run,
    roles: &[],
};

/// What may be asked without a key. Everything else must answer `locked`.
const PUBLIC: [&str; 26] = [
    "activity",
    "begin_anew",
    "check_group",
    "choose_backup",
    "copy_text",
    "create_journal",
    "hide",
    "known_backups",
    "lock",
    "look_over",
    "new_record",
    "page_file_password",
    "passphrase_strength",
    "pick_backup",
    "quick_unlock",
    "remove_left_backups",
    "rescue",
    "restore_backup",
    "review_backup",
    "set_prefs",
    "start",
    "suggest_passphrase",
    "unlock",
    "unlock_with_pin",
    "unlock_with_recovery_key",
    "wait_before_try",
];

/// What needs no secret and still changes something, opens a dialog, or replaces the page. It is
/// called on its own, not among thousands.
const STRANGE: [&str; 21] = [
    "back_up_now",
    "begin_anew",
    "bring_choose",
    "bring_text_back",
    "choose_backup",
    "choose_backup_folder",
    "choose_scale_pack",
    "copy_text",
    "forget_backup_folder",
    "hide",
    "lock",
    "page_preview",
    "page_save_as",
    "recovery_key_later",
    "recovery_retest_later",
    "remove_left_backups",
    "save_recovery_sheet",
    "set_prefs",
    "set_starts_itself",
    "take_out",
    "try_reminder",
];

/// Calls in one script: the driver gives a script 30 seconds, a busy machine included.
const WAVE: u32 = 250;
/// In the long form the journal is locked under the calls once in so many scripts.
const LOCK_EVERY: u32 = 20;

fn run(rounds: Rounds, report: &mut Report) {
    let window = Window::open_in("ipc", way::sample(&built("demo")));
    while_locked(&window, report);
    unlock(&window);
    wrong_secrets(&window, report);
    let before = State::of(&window);
    let sums = call_at_random(&window, rounds, report);
    sums.tell(rounds, report);
    report.exactly("program still runs", u32::from(is_alive(window.process())), "", 1);
    // Read by another run of the program: what is on the disk counts, and nothing that still goes
    // on in this one can come between.
    window.kill();
    window.start();
    unlock(&window);
    let after = State::of(&window);
    let said = window.said();
    let is_panic = |line: &&str| line.contains("stopped at") || line.contains("panicked");
    let panics: Vec<&str> = said.lines().filter(is_panic).collect();
    for panic in &panics {
        report.complain(panic);
    }
    report.none("panics", panics.len());
    let is_other = before.records != after.records;
    if is_other {
        report.complain(first_difference(&before.records, &after.records));
    }
    report.none("records that differ", u32::from(is_other));
    let differing = differing(&before.files, &after.files, report);
    report.none("files that differ", differing);
}

/// Calls until there were enough, and locks under some of them.
fn call_at_random(window: &Window, rounds: Rounds, report: &mut Report) -> Sums {
    let mut sums = Sums::default();
    for seed in 1.. {
        let left = u64::from(rounds.count).saturating_sub(sums.calls);
        if left == 0 {
            break;
        }
        let locks = if rounds.is_short { seed == 1 } else { seed % LOCK_EVERY == 0 };
        if locks {
            lock_under_calls(window, seed);
            sums.locks += 1;
        }
        let answered = sums.calls;
        let wave = u32::try_from(left).unwrap_or(WAVE).min(WAVE);
        sums.add(&fuzz(window, seed, wave), report);
        // A dialog that a call opened would wait for ever, and its call with it.
        window.desktop.dismiss_dialogs();
        if seed % 50 == 0 {
            report.note(format_args!("{} calls so far", sums.calls));
        }
        if sums.calls == answered {
            report.complain("no call of a whole script was answered");
            break;
        }
    }
    sums
}

/// A secret with a typing error does not close the open journal, whatever it was meant for.
fn wrong_secrets(window: &Window, report: &mut Report) {
    let mut closed = 0_u32;
    for name in ["back_up_now", "backup_state", "pick_backup", "restore_backup", "rescue"] {
        let answer = call(window, name);
        let is_wrong = ["wrong_secret", "already_there"].iter().any(|code| answer["code"] == *code);
        let is_expected = is_wrong == ["restore_backup", "rescue"].contains(&name);
        if !is_expected || call(window, "start")["value"]["journal"] != "open" {
            report.complain(format_args!("{name} with a wrong secret: {answer}"));
            closed += 1;
        }
    }
    report.none("wrong secrets that closed the open journal", closed);
}

/// Calls every command with arguments that would do, before anybody unlocked.
fn while_locked(window: &Window, report: &mut Report) {
    let known = commands();
    let listed: Vec<String> = called(window, "done(Object.keys(CALLS))");
    let missing = known.iter().filter(|name| !listed.contains(name)).count();
    report.none(
        "commands this campaign does not know",
        missing + listed.len() - known.len() + missing,
    );
    let mut open = Vec::new();
    let mut refused = 0_u32;
    for name in known.iter().filter(|name| !PUBLIC.contains(&name.as_str())) {
        let answer = call(window, name);
        if answer["code"] == "locked" {
            refused += 1;
        } else {
            report.complain(format_args!("{name} while locked: {answer}"));
            open.push(name);
        }
    }
    report.exactly(
        "refused while locked",
        refused,
        "commands",
        (known.len() - PUBLIC.len()) as u64,
    );
    report.none("commands that answered while locked", open.len());
    let mut telling = 0_u32;
    for name in
        ["start", "known_backups", "create_journal", "rescue", "look_over", "restore_backup"]
    {
        let answer = call(window, name).to_string();
        telling += u32::from(answer.contains("Marcus") || answer.contains("Ruth"));
    }
    report.none("public answers that tell what is inside", telling);
}

/// One call. What opens a dialog of the system's has no answer.
fn call(window: &Window, name: &str) -> Value {
    let call = format!(
        "const patience = new Promise((late) => setTimeout(() => late('no answer'), 20_000));
         Promise.race([invoke('{name}', CALLS['{name}']), patience]).then(done)"
    );
    let answer = window.run_and_wait(&script(&call));
    if answer == "no answer" {
        window.desktop.dismiss_dialogs();
    }
    answer
}

fn called(window: &Window, ending: &str) -> Vec<String> {
    serde_json::from_value(window.run_and_wait(&script(ending))).expect("it is a list of names")
}

fn script(ending: &str) -> String {
    let calls = include_str!("calls.js");
    format!("const done = arguments[arguments.length - 1];\n{calls}\n{ending}")
}

/// The commands there are, from the list that the build and the capability are made of.
fn commands() -> Vec<String> {
    let file = root().join("src-tauri/src/ipc_names.rs");
    let source = fs::read_to_string(file).expect("the list of commands can be read");
    source.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn fuzz(window: &Window, seed: u32, count: u32) -> Value {
    let source = format!("{}\n{}", include_str!("calls.js"), include_str!("fuzz.js"));
    window.run_and_wait_with(&source, &[seed.into(), count.into(), json!(STRANGE)])
}

/// Starts calls, and locks before they can all be answered.
fn lock_under_calls(window: &Window, seed: u32) {
    let source = format!("{}\n{}", include_str!("calls.js"), include_str!("fuzz.js"));
    let unheard =
        source.replace("const done = arguments[arguments.length - 1];", "const done = () => {};");
    window.run(&unheard, &[seed.into(), 500.into(), json!(STRANGE)]);
    lock(window);
    window.wait_for(&button("Use the recovery key"));
    unlock_patiently(window);
}

/// Opens the journal. Wrong secrets among the calls make the next try wait, half a minute at most,
/// and calls of the page of before may still be under way.
fn unlock_patiently(window: &Window) {
    let open = format!(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('unlock', {{ passphrase: '{PASSPHRASE}' }})
             .then(() => done('open'), (error) => done(error.code ?? String(error)));"
    );
    let begun = Instant::now();
    loop {
        let answer = window.run_and_wait(&open);
        if answer == "open" {
            break;
        }
        let is_patient = begun.elapsed() < Duration::from_mins(2);
        assert!(is_patient, "the right passphrase does not open it: {answer}");
        thread::sleep(Duration::from_millis(500));
    }
    window.run("location.reload()", &[]);
    window.wait_for(&crate::target::heading("Today"));
}

#[derive(Default)]
struct Sums {
    calls: u64,
    answered: u64,
    coded: u64,
    refused: u64,
    locks: u64,
    locked: u64,
    faults: usize,
    late: usize,
    slowest: u64,
    slow: String,
}

impl Sums {
    fn tell(&self, rounds: Rounds, report: &mut Report) {
        report.at_least("calls", self.calls, "calls", u64::from(rounds.count));
        report.tell("answered", self.answered, "calls");
        report.tell("refused by a code", self.coded, "calls");
        report.tell("refused before the command", self.refused, "calls");
        report.tell("slowest answer", format_args!("{} ({})", self.slowest, self.slow), "ms");
        report.tell("locks in the middle of calls", self.locks, "locks");
        report.none("calls without an answer", self.late);
        report.none("answers that say it is locked", self.locked);
        report.none("answers that say a fault of the program", self.faults);
    }

    fn add(&mut self, sum: &Value, report: &mut Report) {
        if !sum["error"].is_null() {
            report.complain(format_args!("the page stopped calling: {}", sum["error"]));
            return;
        }
        let codes = sum["codes"].as_object().cloned().unwrap_or_default();
        let by_code: u64 = codes.values().filter_map(Value::as_u64).sum();
        let (answered, refused) =
            (sum["ok"].as_u64().unwrap_or(0), sum["refused"].as_u64().unwrap_or(0));
        self.answered += answered;
        self.coded += by_code;
        self.refused += refused;
        self.calls += answered + by_code + refused;
        self.locked += codes.get("locked").and_then(Value::as_u64).unwrap_or(0);
        let slowest = sum["slowest"].as_u64().unwrap_or(0);
        if slowest > self.slowest {
            self.slowest = slowest;
            sum["slow"].as_str().unwrap_or_default().clone_into(&mut self.slow);
        }
        for (name, all) in [("faults", &mut self.faults), ("late", &mut self.late)] {
            let found = sum[name].as_array().map_or(0, Vec::len);
            *all += found;
            if found > 0 {
                report.complain(format_args!("{name}: {}", sum[name]));
            }
        }
    }
}

/// Where two texts part, with a little of what stands there. They hold the invented course alone.
fn first_difference(before: &str, after: &str) -> String {
    let (before, after): (Vec<char>, Vec<char>) =
        (before.chars().collect(), after.chars().collect());
    let at = before.iter().zip(&after).take_while(|(one, two)| one == two).count();
    let around = |text: &[char]| -> String {
        text[at.saturating_sub(120).min(text.len())..(at + 80).min(text.len())].iter().collect()
    };
    format!("it was …{}… and is …{}…", around(&before), around(&after))
}

/// What must be the same afterwards.
struct State {
    records: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl State {
    fn of(window: &Window) -> Self {
        let records = window.run_and_wait(include_str!("everything.js"));
        assert!(records.is_string(), "the journal could not be read: {records}");
        let records = records.to_string();
        Self { records, files: files(&window.home.data(), &window.home.journal()) }
    }
}

/// The key files as they are, and the names of everything else but what WebKit keeps for itself.
fn files(data: &Path, journal: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(journal).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_key = name.starts_with("keys");
        let bytes = if is_key { fs::read(entry.path()).unwrap_or_default() } else { Vec::new() };
        all.insert(name, bytes);
    }
    let outside =
        fs::read_dir(data).into_iter().flatten().flatten().filter(|one| one.path().is_file());
    all.extend(outside.map(|one| (one.file_name().to_string_lossy().into_owned(), Vec::new())));
    all
}

fn differing(
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
    report: &mut Report,
) -> usize {
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    // A rollback journal comes and goes with every write, and locking makes the day's backup.
    let differs = |name: &&String| {
        !name.ends_with("-journal") && *name != "backups" && before.get(*name) != after.get(*name)
    };
    let found: Vec<&String> = names.filter(differs).collect();
    for name in &found {
        report.complain(format_args!("{name} is not as it was"));
    }
    found.len()
}
