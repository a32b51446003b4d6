//! Locking in the real window: every way the person can be away, with the clocks of the program
//! set ahead by a file and a stand-in for logind on a bus of its own; then many locks in a row.
//!
//! That the keys are gone is seen from outside: the program has closed the journal's file and let
//! its folder go, which is the last thing that closing a vault does.

use std::ffi::OsString;
use std::fs;
use std::io::{PipeReader, PipeWriter, Read};
use std::os::fd::OwnedFd as StdFd;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use zbus::blocking::{Connection, connection};
use zbus::zvariant::{OwnedFd, OwnedObjectPath};

use super::{Campaign, Report, Rounds};
use crate::home::Home;
use crate::program::{Running, wait_until};
use crate::steps::{PASSPHRASE, begin};
use crate::target::{button, field, heading};
use crate::window::Window;

/// Its line in the list of campaigns.
pub(super) const CAMPAIGN: Campaign = Campaign {
    name: "lock",
    what: "every way of being away locks the real window, in the middle of a word",
    goal: "key gone ≤ 1 s after each, 0 drafts lost, a busy computer does not lock; no growth > 5 %",
    rounds: 1000,
    short: 6,
    run,
    roles: &[],
};

const SESSION: &str = "/org/freedesktop/login1/session/_31";
const LOGIND: &str = "/org/freedesktop/login1";
/// The goal for the key.
const KEY_GONE: f64 = 1000.0;

fn run(rounds: Rounds, report: &mut Report) {
    let stage = Stage::open();
    let mut tally = Tally::default();
    let triggers = TRIGGERS.iter().filter(|trigger| trigger.in_short || !rounds.is_short);
    let mut pulled = 0;
    for trigger in triggers {
        away(&stage, trigger, &mut tally, report);
        pulled += 1;
    }
    report.exactly("ways of being away that locked", tally.locked, "ways", pulled);
    report.at_most("longest until the key was gone", tally.slowest, "ms", KEY_GONE);
    report.none("drafts lost", tally.lost);
    report.none("pages that kept something", tally.kept);
    report.figure(
        "sleep was held back until the key was gone",
        yes(tally.held_back),
        "",
        "yes",
        tally.held_back,
    );
    let backups = stage.backups();
    report.exactly("backups made by so many locks in one day", backups, "", 1);
    let busy = stays_open_when_busy(&stage);
    report.figure("a computer that was merely busy stayed open", yes(busy), "", "yes", busy);
    cycles(&stage, rounds, report);
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

#[derive(Default)]
struct Tally {
    locked: u64,
    lost: u64,
    kept: u64,
    slowest: f64,
    held_back: bool,
}

/// A way of being away.
struct Trigger {
    name: &'static str,
    /// Whether the short form pulls it too: one of each kind.
    in_short: bool,
    pull: fn(&Stage),
}

const fn always(name: &'static str, pull: fn(&Stage)) -> Trigger {
    Trigger { name, in_short: true, pull }
}

const fn at_length(name: &'static str, pull: fn(&Stage)) -> Trigger {
    Trigger { name, in_short: false, pull }
}

const TRIGGERS: [Trigger; 10] = [
    always("idle", |stage| stage.pass([300, 300, 300])),
    at_length("hidden", Stage::hide_and_wait),
    always("sleep, by the clocks", |stage| stage.pass([3600, 3600, 0])),
    at_length("a clock set ahead", |stage| stage.pass([31_536_000, 0, 0])),
    at_length("a clock set back", |stage| stage.pass([-3600, 0, 0])),
    always("sleep, by logind", |stage| stage.logind.sleep(true)),
    at_length("session lock", |stage| stage.logind.lock_session()),
    at_length("another user", |stage| stage.logind.switch_user()),
    always("screen saver", Stage::start_saver),
    always("Hide", |stage| stage.window.press("Control+l")),
];

fn away(stage: &Stage, trigger: &Trigger, tally: &mut Tally, report: &mut Report) {
    let window = &stage.window;
    let words = format!("Away by {}, and th", trigger.name);
    window.press("Control+n");
    window.click(&button("Anything"));
    window.write(&field("Write"), &words);
    window.run("window.ofBefore = true", &[]);
    let pulled = Instant::now();
    (trigger.pull)(stage);
    // What a trigger itself needs, such as time in the background, is not counted.
    let pulled =
        stage.pulled.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or(pulled);
    while stage.is_open() && pulled.elapsed() < Duration::from_secs(10) {
        thread::sleep(Duration::from_millis(2));
    }
    let took = pulled.elapsed().as_secs_f64() * 1000.0;
    if stage.is_open() {
        report.complain(format_args!("{} did not lock", trigger.name));
        window.press("Control+l");
    } else {
        report.tell(trigger.name, format_args!("{took:.0}"), "ms");
        tally.locked += 1;
        tally.slowest = tally.slowest.max(took);
    }
    if trigger.name == "sleep, by logind" {
        tally.held_back = stage.logind.let_go_after_lock();
        stage.logind.sleep(false);
    }
    window.bring_back();
    window.wait_for(&button("Use the recovery key"));
    tally.kept += u64::from(window.run("return window.ofBefore === true", &[]) == json!(true));
    stage.unlock();
    if !stage.has_draft(&words) {
        report.complain(format_args!("{}: the draft is gone", trigger.name));
        tally.lost += 1;
    }
}

fn stays_open_when_busy(stage: &Stage) -> bool {
    // A minute in which the heart did not beat, though the computer was awake.
    stage.window.press("Control+1");
    stage.pass([60, 60, 60]);
    thread::sleep(Duration::from_millis(2500));
    stage.is_open()
}

/// Locks and unlocks many times, and compares what the program holds early and late.
fn cycles(stage: &Stage, rounds: Rounds, report: &mut Report) {
    let warm_up = (rounds.count / 5).clamp(2, 100);
    let mut before = Held::default();
    for round in 0..rounds.count {
        if round == warm_up {
            before = stage.held();
        }
        stage.cycle();
    }
    let after = stage.held();
    report.tell("locked and unlocked", rounds.count, "times");
    let files = growth(before.files, after.files);
    report.at_most("growth of open files", files, "%", 5.0);
    let memory = growth(before.memory, after.memory);
    if rounds.is_short {
        // Too few to tell growth from the memory's own to and fro.
        report.tell("growth of memory", format_args!("{memory:.2}"), "%");
    } else {
        report.at_most("growth of memory", memory, "%", 5.0);
    }
}

/// In percent of `before`.
fn growth(before: u32, after: u32) -> f64 {
    100.0 * (f64::from(after) - f64::from(before)) / f64::from(before.max(1))
}

/// What a process holds.
#[derive(Default)]
struct Held {
    files: u32,
    memory: u32,
}

/// The window, its clocks and the buses around it.
struct Stage {
    window: Window,
    logind: Logind,
    clocks: PathBuf,
    passed: Mutex<[i64; 3]>,
    /// When a trigger that takes time of its own was really pulled.
    pulled: Mutex<Option<Instant>>,
    _bus: Running,
}

impl Stage {
    fn open() -> Self {
        let home = Home::new();
        let clocks = home.path().join("run/clocks");
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        home.place(&mut daemon);
        let (bus, address) = Running::start_and_hear(&daemon);
        let logind = Logind::start(&address);
        let variables = vec![
            ("DBUS_SYSTEM_BUS_ADDRESS", OsString::from(address)),
            ("MEANTIME_TEST_CLOCKS", clocks.clone().into_os_string()),
        ];
        let window = Window::open_with("campaign-lock", home, variables);
        begin(&window);
        wait_until("the program asked logind to wait for it", || logind.is_held());
        let (passed, pulled) = (Mutex::default(), Mutex::default());
        Self { window, logind, clocks, passed, pulled, _bus: bus }
    }

    /// Lets seconds pass on the three clocks: the wall's, the computer's, the waking computer's.
    fn pass(&self, seconds: [i64; 3]) {
        let mut passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        for (clock, more) in passed.iter_mut().zip(seconds) {
            *clock += more;
        }
        let [wall, on, awake] = *passed;
        let fresh = self.clocks.with_extension("new");
        #[expect(clippy::disallowed_methods, reason = "renamed into place below")]
        fs::write(&fresh, format!("{wall} {on} {awake}")).expect("the clocks can be set");
        fs::rename(&fresh, &self.clocks).expect("the clocks can be set");
    }

    fn hide_and_wait(&self) {
        let search = ["search", "--onlyvisible", "--name", "^Meantime$", "windowminimize"];
        self.window.desktop.xdotool(&search);
        wait_until("the window is hidden", || !self.window.is_on_desktop());
        // Long enough to be seen hidden once; then the minute passes.
        thread::sleep(Duration::from_millis(1200));
        *self.pulled.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        self.pass([61, 61, 61]);
    }

    fn start_saver(&self) {
        let bus = connection::Builder::address(self.window.desktop.bus())
            .and_then(connection::Builder::build);
        let bus = bus.expect("the session's bus answers");
        let (path, name) = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver");
        bus.emit_signal(None::<&str>, path, name, "ActiveChanged", &true).expect("a signal");
    }

    /// Whether the program has the journal's file open.
    fn is_open(&self) -> bool {
        let folder = format!("/proc/{}/fd", self.window.process());
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        files.flat_map(|file| fs::read_link(file.path())).any(|to| to.ends_with("v1/data.db"))
    }

    /// Opens the journal by the form of the lock screen, filled in at once.
    fn unlock(&self) {
        let fill = "const field = document.querySelector('input[type=password]');
            const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
            value.set.call(field, arguments[0]);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.form.requestSubmit();";
        self.window.run(fill, &[json!(PASSPHRASE)]);
        self.window.wait_for(&heading("How strong is any craving right now?"));
    }

    /// How many backups lie beside the journal.
    fn backups(&self) -> u64 {
        let folder = fs::read_dir(self.window.home.journal().join("backups"));
        folder.into_iter().flatten().flatten().fold(0, |count, _| count + 1)
    }

    /// Whether some draft holds these words.
    fn has_draft(&self, words: &str) -> bool {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const call = window.__TAURI_INTERNALS__.invoke;
             call('today').then(async ({{ drafts }}) => {{
               for (const {{ id }} of drafts) {{
                 const text = JSON.stringify(await call('record', {{ id }}));
                 if (text.includes({})) return done(true);
               }}
               done(false);
             }}, (problem) => done(JSON.stringify(problem)));",
            json!(words)
        );
        self.window.run_and_wait(&script) == json!(true)
    }

    /// Locks and opens once, by the commands that the window itself calls.
    fn cycle(&self) {
        self.call("lock", &json!({}));
        wait_until("it is locked", || !self.is_open());
        self.window.wait("the fresh page is there", || {
            let ready = "return document.readyState === 'complete' && !window.ofThisCycle
                && document.querySelector('input[type=password]') !== null";
            self.window.try_to_run(ready, &[]).is_ok_and(|ready| ready == json!(true))
        });
        self.window.run("window.ofThisCycle = true", &[]);
        let opened = self.call("unlock", &json!({ "passphrase": PASSPHRASE }));
        assert!(opened["recovery_pending"].is_boolean(), "it opens: {opened}");
    }

    fn call(&self, command: &str, arguments: &Value) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke({}, {arguments}).then(done, done);
             if ({} === 'lock') done(null);",
            json!(command),
            json!(command),
        );
        self.window.run_and_wait(&script)
    }

    fn held(&self) -> Held {
        // The median of a few: memory comes and goes.
        let mut memory: Vec<u32> = (0..5).map(|_| self.memory()).collect();
        memory.sort_unstable();
        let files = fs::read_dir(format!("/proc/{}/fd", self.window.process()));
        let files = files.map_or(0, Iterator::count);
        Held { files: u32::try_from(files).unwrap_or(u32::MAX), memory: memory[2] }
    }

    /// The program's own memory in KiB, that of the web view's processes not counted.
    fn memory(&self) -> u32 {
        thread::sleep(Duration::from_millis(300));
        let rollup = format!("/proc/{}/smaps_rollup", self.window.process());
        let text = fs::read_to_string(rollup).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    }
}

/// A stand-in for logind.
struct Logind {
    bus: Connection,
    /// The other ends of what was handed out to hold sleep back.
    holds: Arc<Mutex<Vec<PipeReader>>>,
}

/// What it answers.
struct Manager(Arc<Mutex<Vec<PipeReader>>>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    #[expect(clippy::unused_self, reason = "D-Bus calls it on an object")]
    #[zbus(name = "GetSessionByPID")]
    fn session_by_process(&self, process: u32) -> OwnedObjectPath {
        assert_ne!(process, std::process::id(), "the program asks for itself");
        OwnedObjectPath::try_from(SESSION).expect("it is a path")
    }

    fn inhibit(&self, what: &str, who: &str, why: &str, mode: &str) -> OwnedFd {
        assert_eq!((what, who, why, mode), ("sleep", "Meantime", "Locking first", "delay"));
        let (read, write): (PipeReader, PipeWriter) = std::io::pipe().expect("a pipe");
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(read);
        StdFd::from(write).into()
    }
}

impl Logind {
    fn start(address: &str) -> Self {
        let holds = Arc::new(Mutex::new(Vec::new()));
        let build = || {
            connection::Builder::address(address)?
                .name("org.freedesktop.login1")?
                .serve_at(LOGIND, Manager(Arc::clone(&holds)))?
                .build()
        };
        let bus = build().expect("the stand-in is on its bus");
        Self { bus, holds }
    }

    fn is_held(&self) -> bool {
        !self.holds.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Waits until the program let go of sleep. True if it did, at most a second from now.
    fn let_go_after_lock(&self) -> bool {
        let Some(mut hold) = self.holds.lock().unwrap_or_else(PoisonError::into_inner).pop() else {
            return false;
        };
        let begun = Instant::now();
        // Ends when the last copy of the other end is closed.
        let _ = hold.read(&mut [0]);
        begun.elapsed() < Duration::from_secs(1)
    }

    fn sleep(&self, begins: bool) {
        self.emit(LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep", &begins);
    }

    fn lock_session(&self) {
        self.emit(SESSION, "org.freedesktop.login1.Session", "Lock", &());
    }

    fn switch_user(&self) {
        let changed =
            std::collections::HashMap::from([("Active", zbus::zvariant::Value::from(false))]);
        let body = ("org.freedesktop.login1.Session", changed, Vec::<&str>::new());
        self.emit(SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", &body);
    }

    fn emit<B>(&self, path: &str, interface: &str, member: &str, body: &B)
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        let sent = self.bus.emit_signal(None::<&str>, path, interface, member, body);
        sent.expect("the stand-in's bus takes a signal");
    }
}
