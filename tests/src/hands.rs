//! What a person does at the window: press, choose, write.
//!
//! Everything goes through the driver as real input events, after the thing acted on can be seen.

use std::thread;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use serde_json::Value;

use crate::target::Target;
use crate::window::Window;

/// More stops than any page has for Tab.
const MOST_STOPS: usize = 200;

/// The key under which the driver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Window {
    /// Presses a button, follows a link, picks a choice, ticks a box.
    pub fn click(&self, target: &Target) {
        self.until_done(&format!("click {target}"), || {
            let handle = self.element(target, "handle")?;
            self.press_on(&handle, target)
        });
    }

    /// Writes into a field after what it holds.
    pub fn write(&self, target: &Target, text: &str) {
        self.until_done(&format!("write into {target}"), || {
            let field = self.element(target, "control")?;
            self.press_on(&field, target)
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

    /// Goes to something with Tab alone, from wherever the keyboard is.
    pub fn tab_to(&self, target: &Target) {
        self.wait_for(target);
        for _ in 0..MOST_STOPS {
            if self.has_focus(target) {
                return;
            }
            self.press("Tab");
        }
        panic!("Tab never comes to {target}; on the screen:\n{}", self.outline());
    }

    /// Whether the keyboard is on something.
    pub fn has_focus(&self, target: &Target) -> bool {
        let found = self.find(target).unwrap_or_default();
        let Some(control) = found.first().map(|first| first["control"].clone()) else {
            return false;
        };
        self.run("return arguments[0] === document.activeElement", &[control]) == Value::Bool(true)
    }

    /// Takes something with the mouse and lets it go at a point of the page.
    pub fn drag(&self, target: &Target, to: (f64, f64)) {
        let found = self.find(target).unwrap_or_default();
        let handle = found.first().map(|first| first["handle"].clone()).unwrap_or_default();
        let middle = self.run(
            "arguments[0].scrollIntoView({ block: 'nearest' });
             const box = (arguments[0].querySelector('.who') ?? arguments[0]).getBoundingClientRect();
             return [box.x + box.width / 2, box.y + box.height / 2]",
            &[handle],
        );
        let at = |place: usize| middle[place].as_f64().expect("it has a place on the screen");
        let step = |x: f64, y: f64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(60)),
            x: x.round(),
            y: y.round(),
        };
        let (from, half) =
            ((at(0), at(1)), (f64::midpoint(at(0), to.0), f64::midpoint(at(1), to.1)));
        let way = MouseActions::new(String::from("mouse"))
            .then(step(from.0, from.1))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(step(half.0, half.1))
            .then(step(to.0, to.1))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        let dragged = self.drive(async |client| client.perform_actions(way).await);
        dragged.unwrap_or_else(|error| panic!("dragging {target}: {error}"));
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

    fn press_on(&self, element: &Element, target: &Target) -> Result<(), String> {
        self.drive(async |_| element.click().await).map_err(|error| {
            // It may lie under something that stays where it is. A person would scroll.
            let found = self.find(target).unwrap_or_default();
            if let Some(first) = found.first() {
                let scroll =
                    "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
                self.run(scroll, &[first["handle"].clone()]);
            }
            error.to_string()
        })
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
