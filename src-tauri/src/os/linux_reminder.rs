//! Linux: a reminder over D-Bus, by the service that every desktop has for it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use tauri::AppHandle;
use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
use zbus::message::{Message, Type};
use zbus::zvariant::Value;
use zbus::{MatchRule, Result};

use crate::window;

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// The key of a press on the message itself.
const PRESSED: &str = "default";

/// Shows it, and waits on a thread of its own for a press or for the time to pass.
pub(super) fn show(app: &AppHandle, text: &str, shown: Duration) -> bool {
    let Ok((bus, messages, number)) = send(text, shown) else { return false };
    let app = app.clone();
    thread::spawn(move || hear(&app, messages, number));
    // Some desktops keep what has expired in a list; it is to leave that too.
    thread::spawn(move || {
        thread::sleep(shown);
        let _ = call(&bus, "CloseNotification", &number);
    });
    true
}

/// The folder of the desktop's own standard for what starts with a session.
pub(super) fn autostart_folder() -> Option<PathBuf> {
    let named = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from);
    let own = || std::env::home_dir().map(|home| home.join(".config"));
    let config = named.filter(|path| path.is_absolute()).or_else(own)?;
    Some(config.join("autostart"))
}

fn send(text: &str, shown: Duration) -> Result<(Connection, MessageIterator, u32)> {
    let bus = Connection::session()?;
    // Before it is shown, so that no press is missed in between.
    let messages = MessageIterator::from(&bus);
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(SERVICE)?.build();
    DBusProxy::new(&bus)?.add_match_rule(rule)?;
    let milliseconds = i32::try_from(shown.as_millis()).unwrap_or(i32::MAX);
    let reply = call(&bus, "Notify", &message(text, milliseconds))?;
    Ok((bus, messages, reply.body().deserialize()?))
}

type Notice<'a> =
    (&'a str, u32, &'a str, &'a str, &'a str, Vec<&'a str>, HashMap<&'a str, Value<'a>>, i32);

/// One line and nothing besides: no body, no sound, no picture, and no list that keeps it.
fn message(text: &str, milliseconds: i32) -> Notice<'_> {
    let hints = HashMap::from([
        ("transient", Value::from(true)),
        ("suppress-sound", Value::from(true)),
        ("urgency", Value::from(0_u8)),
        ("desktop-entry", Value::from("meantime")),
    ]);
    ("Meantime", 0, "meantime", text, "", vec![PRESSED, "Meantime"], hints, milliseconds)
}

fn call<B>(bus: &Connection, member: &str, body: &B) -> Result<Message>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
{
    bus.call_method(Some(SERVICE), PATH, Some(SERVICE), member, body)
}

/// Until it was pressed, closed, or the bus went away.
fn hear(app: &AppHandle, messages: MessageIterator, number: u32) {
    for message in messages {
        let Ok(message) = message else { return };
        match answer(&message, number) {
            Some(Answer::Pressed) => window::show(app),
            Some(Answer::Closed) => return,
            None => (),
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Pressed,
    Closed,
}

fn answer(message: &Message, number: u32) -> Option<Answer> {
    let header = message.header();
    if header.interface()?.as_str() != SERVICE {
        return None;
    }
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (which, key): (u32, String) = message.body().deserialize().ok()?;
            (which == number && key == PRESSED).then_some(Answer::Pressed)
        }
        "NotificationClosed" => {
            let (which, _): (u32, u32) = message.body().deserialize().ok()?;
            (which == number).then_some(Answer::Closed)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signal<B>(member: &str, body: &B) -> Message
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        Message::signal(PATH, SERVICE, member).unwrap().build(body).unwrap()
    }

    #[test]
    fn only_what_is_said_of_ours_counts() {
        assert_eq!(answer(&signal("ActionInvoked", &(7_u32, PRESSED)), 7), Some(Answer::Pressed));
        assert_eq!(answer(&signal("ActionInvoked", &(8_u32, PRESSED)), 7), None);
        assert_eq!(answer(&signal("ActionInvoked", &(7_u32, "other")), 7), None);
        let closed = signal("NotificationClosed", &(7_u32, 1_u32));
        assert_eq!(answer(&closed, 7), Some(Answer::Closed));
        assert_eq!(answer(&closed, 8), None);
    }

    #[test]
    fn a_reminder_is_its_text_and_the_name_of_the_program() {
        let (name, _, icon, text, body, _, hints, _) = message("A moment", 1000);
        assert_eq!((name, icon, text, body), ("Meantime", "meantime", "A moment", ""));
        assert_eq!(hints.get("transient"), Some(&Value::from(true)), "no list keeps it");
    }
}
