//! Linux: logind tells of sleep, of a locked session and of another user's turn; the
//! desktop's screen saver tells of a locked screen. All of it over D-Bus; where there
//! is no bus, or nobody speaks on it, the clocks still tell of sleep.

use std::thread;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use tauri::AppHandle;
use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
use zbus::message::{Message, Type};
use zbus::names::BusName;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Result};

use crate::lock;

/// This run of the computer, as the kernel names it.
pub(super) fn boot() -> Option<[u8; 16]> {
    let text = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    uuid::Uuid::parse_str(text.trim()).ok().map(uuid::Uuid::into_bytes)
}

/// Since the computer was started, sleep included.
pub(super) fn on_for() -> Duration {
    read(ClockId::Boottime)
}

/// Stands still while the computer sleeps.
pub(super) fn awake_for() -> Duration {
    read(ClockId::Monotonic)
}

fn read(clock: ClockId) -> Duration {
    Duration::try_from(clock_gettime(clock)).unwrap_or_default()
}

/// The name by which the program that runs is found by one that is started besides.
const OURS_ON_THE_BUS: &str = "app.meantime.Meantime.SingleInstance";

/// Waits until a program of ours that was just killed has let its name on the bus go: on
/// a busy computer that takes a moment, in which it cannot be asked to show its window,
/// and this one would give up.
pub(super) fn outlive_a_killed_one() {
    const LONGEST: Duration = Duration::from_secs(3);
    let Ok(bus) = Connection::session() else { return };
    let Ok(daemon) = DBusProxy::new(&bus) else { return };
    let Ok(name) = BusName::try_from(OURS_ON_THE_BUS) else { return };
    let begun = Instant::now();
    while begun.elapsed() < LONGEST {
        match daemon.get_connection_unix_process_id(name.clone()) {
            Ok(process) if is_gone(process) => thread::sleep(Duration::from_millis(20)),
            Ok(_) | Err(_) => return,
        }
    }
}

/// Whether a process has ended, or is about to: then it has no words of its own any more.
fn is_gone(process: u32) -> bool {
    std::fs::read(format!("/proc/{process}/cmdline")).map_or(true, |words| words.is_empty())
}

const LOGIND: &str = "org.freedesktop.login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const LOGIND_PATH: &str = "/org/freedesktop/login1";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// Screen savers that say when the screen is locked, all in the same words.
const SAVERS: [&str; 4] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
];

/// The first wait before a bus that is gone is looked for again, and the longest.
const AGAIN: [Duration; 2] = [Duration::from_secs(2), Duration::from_mins(2)];

/// Listens for as long as the program runs.
pub(super) fn listen(app: &AppHandle) {
    let (system, session) = (app.clone(), app.clone());
    thread::spawn(move || keep_on(|| hear_logind(&system)));
    thread::spawn(move || keep_on(|| hear_savers(&session)));
}

/// Listens again whenever the bus went away, ever more rarely while there is none.
fn keep_on(hear: impl Fn() -> Result<()>) {
    let [mut pause, longest] = AGAIN;
    loop {
        if hear().is_ok() {
            pause = AGAIN[0];
        }
        thread::sleep(pause);
        pause = (pause * 2).min(longest);
    }
}

/// Ends without an error when a bus that was there went away.
fn hear_logind(app: &AppHandle) -> Result<()> {
    let bus = Connection::system()?;
    let signals = || MatchRule::builder().msg_type(Type::Signal);
    let rules = [
        signals().sender(LOGIND)?.interface(MANAGER)?.member("PrepareForSleep")?.build(),
        signals().sender(LOGIND)?.interface(SESSION)?.member("Lock")?.build(),
        signals().sender(LOGIND)?.interface(PROPERTIES)?.member("PropertiesChanged")?.build(),
    ];
    let messages = subscribe(&bus, &rules)?;
    let ours = our_session(&bus);
    let mut delay = delay_sleep(&bus);
    for message in messages {
        match logind_says(&message?, ours.as_ref()) {
            Some(Logind::Sleep) => {
                lock::soon(app);
                // Sleep waits until this is dropped, five seconds at most.
                lock::wait(app);
                delay = None;
            }
            Some(Logind::Away) => lock::soon(app),
            Some(Logind::Awake) => delay = delay.or_else(|| delay_sleep(&bus)),
            None => (),
        }
    }
    Ok(())
}

/// Ends without an error when a bus that was there went away.
fn hear_savers(app: &AppHandle) -> Result<()> {
    let bus = Connection::session()?;
    let rule = |saver| {
        let signals = MatchRule::builder().msg_type(Type::Signal);
        Ok(signals.interface(saver)?.member("ActiveChanged")?.build())
    };
    let rules = SAVERS.into_iter().map(rule).collect::<Result<Vec<_>>>()?;
    for message in subscribe(&bus, &rules)? {
        if saver_is_on(&message?) {
            lock::soon(app);
        }
    }
    Ok(())
}

fn subscribe(bus: &Connection, rules: &[MatchRule<'_>]) -> Result<MessageIterator> {
    // Before asking, so that nothing is missed in between.
    let messages = MessageIterator::from(bus);
    let daemon = DBusProxy::new(bus)?;
    for rule in rules {
        daemon.add_match_rule(rule.clone())?;
    }
    Ok(messages)
}

/// What logind can say that matters here.
#[derive(Debug, PartialEq, Eq)]
enum Logind {
    /// The computer is about to sleep.
    Sleep,
    /// It woke up.
    Awake,
    /// The session is locked, or another user sits at the computer.
    Away,
}

fn logind_says(message: &Message, ours: Option<&OwnedObjectPath>) -> Option<Logind> {
    let header = message.header();
    // Without knowing which session is ours, every session's word counts: a lock too
    // many costs a passphrase, one too few costs a secret.
    let is_ours = || ours.is_none_or(|ours| header.path() == Some(&**ours));
    match (header.interface()?.as_str(), header.member()?.as_str()) {
        (MANAGER, "PrepareForSleep") => {
            let asleep: bool = message.body().deserialize().ok()?;
            Some(if asleep { Logind::Sleep } else { Logind::Awake })
        }
        (SESSION, "Lock") if is_ours() => Some(Logind::Away),
        (PROPERTIES, "PropertiesChanged") if is_ours() => session_changed(message),
        _ => None,
    }
}

type Changed = (String, std::collections::HashMap<String, OwnedValue>, Vec<String>);

fn session_changed(message: &Message) -> Option<Logind> {
    let (interface, changed, _): Changed = message.body().deserialize().ok()?;
    let is = |name: &str| changed.get(name).and_then(|value| bool::try_from(value).ok());
    let is_away = is("LockedHint") == Some(true) || is("Active") == Some(false);
    (interface == SESSION && is_away).then_some(Logind::Away)
}

fn saver_is_on(message: &Message) -> bool {
    let header = message.header();
    let is_saver = header.interface().is_some_and(|from| SAVERS.contains(&from.as_str()));
    let is_change = header.member().is_some_and(|member| member == "ActiveChanged");
    is_saver && is_change && message.body().deserialize().unwrap_or(false)
}

/// The session this program runs in, as logind knows it.
fn our_session(bus: &Connection) -> Option<OwnedObjectPath> {
    let ask = |member, body: &str| {
        let to = (Some(LOGIND), LOGIND_PATH, Some(MANAGER));
        bus.call_method(to.0, to.1, to.2, member, &body).ok()?.body().deserialize().ok()
    };
    let by_process = || {
        let call = bus.call_method(
            Some(LOGIND),
            LOGIND_PATH,
            Some(MANAGER),
            "GetSessionByPID",
            &std::process::id(),
        );
        call.ok()?.body().deserialize().ok()
    };
    let named = std::env::var("XDG_SESSION_ID").ok();
    by_process().or_else(|| ask("GetSession", named?.as_str()))
}

/// Asks logind to wait with sleep for a moment, until the journal is locked.
fn delay_sleep(bus: &Connection) -> Option<OwnedFd> {
    let why = ("sleep", "Meantime", "Locking first", "delay");
    let call = bus.call_method(Some(LOGIND), LOGIND_PATH, Some(MANAGER), "Inhibit", &why);
    call.ok()?.body().deserialize().ok()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use zbus::zvariant::Value;

    use super::*;

    const OURS: &str = "/org/freedesktop/login1/session/_32";
    const OTHER: &str = "/org/freedesktop/login1/session/_37";

    fn signal<B>(path: &str, interface: &str, member: &str, body: &B) -> Message
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        Message::signal(path, interface, member).unwrap().build(body).unwrap()
    }

    fn changed(path: &str, interface: &str, name: &str, value: bool) -> Message {
        let properties = HashMap::from([(name, Value::from(value))]);
        let body = (interface, properties, Vec::<&str>::new());
        signal(path, PROPERTIES, "PropertiesChanged", &body)
    }

    #[test]
    fn who_was_killed_is_gone_even_before_anybody_asked_about_it() {
        assert!(!is_gone(std::process::id()));
        let mut child = std::process::Command::new("sleep").arg("60").spawn().unwrap();
        // Its words come a moment after its start.
        while is_gone(child.id()) {
            thread::sleep(Duration::from_millis(5));
        }
        child.kill().unwrap();
        while !is_gone(child.id()) {
            thread::sleep(Duration::from_millis(5));
        }
        child.wait().unwrap();
        assert!(is_gone(child.id()));
    }

    #[test]
    fn the_name_on_the_bus_is_the_one_that_the_plugin_makes() {
        let settings: serde_json::Value =
            serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        let identifier = settings["identifier"].as_str().unwrap();
        assert_eq!(format!("{identifier}.SingleInstance"), OURS_ON_THE_BUS);
    }

    fn says(message: &Message) -> Option<Logind> {
        logind_says(message, Some(&OwnedObjectPath::try_from(OURS).unwrap()))
    }

    #[test]
    fn sleep_and_waking_are_told_apart() {
        let sleep = |asleep: bool| signal(LOGIND_PATH, MANAGER, "PrepareForSleep", &asleep);
        assert_eq!(says(&sleep(true)), Some(Logind::Sleep));
        assert_eq!(says(&sleep(false)), Some(Logind::Awake));
    }

    #[test]
    fn our_own_session_locks_and_another_does_not() {
        let lock = |path: &str| signal(path, SESSION, "Lock", &());
        assert_eq!(says(&lock(OURS)), Some(Logind::Away));
        assert_eq!(says(&lock(OTHER)), None);
        let unknown = logind_says(&lock(OTHER), None);
        assert_eq!(unknown, Some(Logind::Away));
    }

    #[test]
    fn another_users_turn_and_a_locked_hint_lock() {
        let active = |value| says(&changed(OURS, SESSION, "Active", value));
        assert_eq!(active(false), Some(Logind::Away));
        assert_eq!(active(true), None);
        let hint = says(&changed(OURS, SESSION, "LockedHint", true));
        assert_eq!(hint, Some(Logind::Away));
        assert_eq!(says(&changed(OURS, "org.freedesktop.login1.User", "Active", false)), None);
        assert_eq!(says(&changed(OTHER, SESSION, "Active", false)), None);
    }

    #[test]
    fn a_screen_saver_that_goes_on_locks() {
        let saver = |interface: &str, on: bool| {
            saver_is_on(&signal("/org/gnome/ScreenSaver", interface, "ActiveChanged", &on))
        };
        assert!(SAVERS.into_iter().all(|one| saver(one, true) && !saver(one, false)));
        assert!(!saver("org.example.Other", true));
        let odd = signal("/", SAVERS[0], "ActiveChanged", &"yes");
        assert!(!saver_is_on(&odd), "what is not understood is not a lock");
    }
}
