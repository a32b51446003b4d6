//! What a person does at the window: press, choose, write.
//!
//! Everything goes through the driver as real input events, after the thing acted on can be seen.

use std::thread;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use serde_json::Value;

use crate::target::Target;
use crate::window::Window;

/// The key under which the driver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Window {
    /// Presses a button, follows a link, picks a choice, ticks a box.
    pub fn click(&self, target: &Target) {
        self.until_done(&format!("click {target}"), || {
            let handle = self.element(target, "handle")?;
            self.drive(async |_| handle.click().await).map_err(|error| error.to_string())
        });
    }

    /// Writes into a field after what it holds.
    pub fn write(&self, target: &Target, text: &str) {
        self.until_done(&format!("write into {target}"), || {
            let field = self.element(target, "control")?;
            self.drive(async |_| field.click().await).map_err(|error| error.to_string())
        });
        self.type_text(text);
    }

    /// Replaces what a field holds.
    pub fn rewrite(&self, target: &Target, text: &str) {
        self.write(target, "");
        self.press("Control+a");
        self.type_text(text);
    }

    /// Chooses from a list of the system's own kind.
    pub fn choose(&self, target: &Target, choice: &str) {
        self.until_done(&format!("choose “{choice}” from {target}"), || {
            let list = self.element(target, "control")?;
            self.drive(async |_| list.select_by_label(choice).await)
                .map_err(|error| error.to_string())
        });
    }

    /// Types text wherever the keyboard is, one key after the other.
    pub fn type_text(&self, text: &str) {
        let keys = text.chars().fold(KeyActions::new(String::from("keyboard")), |keys, value| {
            let value = if value == '\n' { Key::Enter.into() } else { value };
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.perform(keys, text);
    }

    /// Presses one key, with or without others held: `"Enter"`, `"Control+l"`, `"Shift+Tab"`.
    pub fn press(&self, keys: &str) {
        let values: Vec<char> = keys.split('+').map(key).collect();
        let down = values.iter().fold(KeyActions::new(String::from("keyboard")), |all, &value| {
            all.then(KeyAction::Down { value })
        });
        let all = values.iter().rev().fold(down, |all, &value| all.then(KeyAction::Up { value }));
        self.perform(all, keys);
    }

    /// Makes the page this large, the frame around it not counted.
    pub fn resize(&self, width: u32, height: u32) {
        let inner = || -> (i64, i64) {
            let size = self.run("return [innerWidth, innerHeight]", &[]);
            (size[0].as_i64().unwrap_or(0), size[1].as_i64().unwrap_or(0))
        };
        let wanted = (i64::from(width), i64::from(height));
        let mut asked = wanted;
        let begun = Instant::now();
        while inner() != wanted {
            assert!(begun.elapsed() < Duration::from_secs(10), "the window stays {:?}", inner());
            let size = |side: i64| u32::try_from(side).expect("a side is a small number");
            let (x, y) = (size(asked.0), size(asked.1));
            let resized = self.drive(async |client| client.set_window_size(x, y).await);
            assert!(resized.is_ok(), "the window cannot be resized");
            thread::sleep(Duration::from_millis(300));
            let got = inner();
            asked = (asked.0 + wanted.0 - got.0, asked.1 + wanted.1 - got.1);
        }
    }

    /// The element to act on: the `"control"` itself, or the `"handle"` a person would press.
    fn element(&self, target: &Target, part: &str) -> Result<Element, String> {
        let found = self.find(target)?;
        let id = found
            .first()
            .and_then(|first| first[part][ELEMENT].as_str())
            .ok_or_else(|| format!("there is no {target}"))?;
        let id = ElementRef::from(id.to_owned());
        Ok(self.drive(async |client| Element::from_element_id(client, id)))
    }

    pub(crate) fn find(&self, target: &Target) -> Result<Vec<Value>, String> {
        let within = target.within.clone().map_or(Value::Null, Value::from);
        let arguments = [target.role.into(), target.name.clone().into(), within];
        match self.try_to_run(include_str!("find.js"), &arguments) {
            Ok(Value::Array(found)) => Ok(found),
            Ok(other) => Err(format!("the page answered {other}")),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Tries again until it works: things move, fade in, or lie under others for a moment.
    fn until_done(&self, what: &str, mut act: impl FnMut() -> Result<(), String>) {
        let begun = Instant::now();
        loop {
            match act() {
                Ok(()) => return,
                Err(error) if begun.elapsed() > crate::eyes::PATIENCE => {
                    panic!("could not {what}: {error}\non the screen:\n{}", self.outline());
                }
                Err(_) => thread::sleep(Duration::from_millis(60)),
            }
        }
    }

    fn perform(&self, keys: KeyActions, what: &str) {
        let performed = self.drive(async |client| client.perform_actions(keys).await);
        performed.unwrap_or_else(|error| panic!("pressing {what}: {error}"));
    }
}

fn key(name: &str) -> char {
    match name {
        "Control" => Key::Control.into(),
        "Shift" => Key::Shift.into(),
        "Alt" => Key::Alt.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Space" => ' ',
        "Backspace" => Key::Backspace.into(),
        "Delete" => Key::Delete.into(),
        "Up" => Key::Up.into(),
        "Down" => Key::Down.into(),
        "Left" => Key::Left.into(),
        "Right" => Key::Right.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "F1" => Key::F1.into(),
        letter => {
            let mut letters = letter.chars();
            let first = letters.next().unwrap_or_else(|| panic!("which key?"));
            assert!(letters.next().is_none(), "there is no key “{name}”");
            first
        }
    }
}
