//! A way through the program with the keyboard alone: learned in a window that a driver can look
//! into, then played in a private one, into which nobody can.
//!
//! Learning presses the same keys on the desktop that are played later; the driver only says where
//! the keyboard is. What is found on the way: every field can be reached without a mouse.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::leak::Sentinel;
use crate::private::Private;
use crate::target::Target;
use crate::window::Window;

/// One thing done at the keyboard.
#[derive(Clone, Debug)]
enum Act {
    /// Keys pressed one after the other, as xdotool names them.
    Keys(Vec<String>),
    /// Text typed.
    Text(String),
    /// Time for the page to follow.
    Wait(Duration),
    /// Time for the journal to open, which real keys need more of.
    Opening,
}

/// A way that was learned.
#[derive(Clone, Debug, Default)]
pub struct Way {
    acts: Vec<Act>,
    /// The fields that were written in: on which screen, what they are called, and the word.
    pub fields: Vec<Field>,
}

/// A field that was written in.
#[derive(Clone, Debug)]
pub struct Field {
    /// On which screen.
    pub screen: String,
    /// What it is called.
    pub name: String,
    /// What was typed.
    pub word: Sentinel,
}

impl Way {
    /// Plays the way in a window that stands where learning began.
    pub fn play(&self, private: &Private) {
        let desktop = &private.desktop;
        for act in &self.acts {
            match act {
                Act::Keys(keys) => desktop.press_all(keys),
                Act::Text(text) => desktop.type_text(text),
                // Learning waited until it was there; without eyes one waits a little longer.
                Act::Wait(time) => thread::sleep(*time + Duration::from_millis(400)),
                Act::Opening => private.wait_for_opening(),
            }
        }
    }
}

/// Where the keyboard is.
struct Focus {
    is_new: bool,
    takes_text: bool,
    is_button: bool,
    name: String,
}

/// Which way Tab goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Onward,
    Back,
}

/// More stops than any page has.
const MOST_STOPS: usize = 400;

/// Learns a way at a window.
pub struct Learner<'a> {
    window: &'a Window,
    way: Way,
    screen: String,
}

impl<'a> Learner<'a> {
    /// Begins where the window stands.
    pub fn new(window: &'a Window) -> Self {
        Self { window, way: Way::default(), screen: String::new() }
    }

    /// The way so far.
    pub fn finish(self) -> Way {
        self.way
    }

    /// Says on which screen the fields that follow are.
    pub fn on(&mut self, screen: &str) {
        screen.clone_into(&mut self.screen);
    }

    /// Presses keys, `"ctrl+n"` or `"Tab"`, as xdotool names them.
    pub fn press(&mut self, keys: &str) {
        self.window.desktop.press(keys);
        self.note(keys);
    }

    fn note(&mut self, keys: &str) {
        if let Some(Act::Keys(all)) = self.way.acts.last_mut() {
            all.push(keys.to_owned());
        } else {
            self.way.acts.push(Act::Keys(vec![keys.to_owned()]));
        }
    }

    /// Types a text.
    pub fn type_text(&mut self, text: &str) {
        self.window.desktop.type_text(text);
        self.way.acts.push(Act::Text(text.to_owned()));
    }

    /// Types a word that must be found nowhere, and remembers it.
    pub fn type_secret(&mut self, name: &str, word: Sentinel) {
        self.type_text(word.word());
        let screen = self.screen.clone();
        self.way.fields.push(Field { screen, name: name.to_owned(), word });
    }

    /// Waits until something is on the screen.
    pub fn wait_for(&mut self, target: &Target) {
        let begun = Instant::now();
        self.window.wait_for(target);
        self.window.wait_until_still();
        self.way.acts.push(Act::Wait(begun.elapsed()));
    }

    /// Waits until something is on the screen that comes when the journal is open.
    pub fn wait_for_opening(&mut self, target: &Target) {
        self.window.wait_for(target);
        self.window.wait_until_still();
        self.way.acts.push(Act::Opening);
    }

    /// Gives the page time to follow.
    pub fn pause(&mut self) {
        self.window.wait_until_still();
        self.way.acts.push(Act::Wait(Duration::from_millis(300)));
    }

    /// Goes to something with Tab.
    pub fn go_to(&mut self, target: &Target) {
        self.window.wait_for(target);
        for _ in 0..MOST_STOPS {
            let direction = match self.lies(target).as_str() {
                "here" => return,
                "before" => Direction::Back,
                _ => Direction::Onward,
            };
            if !self.step(direction) {
                break;
            }
        }
        panic!("Tab never comes to {target}; on the screen:\n{}", self.window.outline());
    }

    /// Goes to a button and presses it.
    pub fn push(&mut self, target: &Target) {
        self.go_to(target);
        self.press("Return");
        self.pause();
    }

    /// Goes to a field and writes a new word into it.
    pub fn fill(&mut self, target: &Target) -> Sentinel {
        self.go_to(target);
        self.write_here(&target.name)
    }

    /// Goes with Tab through everything that the page has, writes a new word into every field, and
    /// presses the buttons whose names begin with one of `openers`, because they bring more.
    pub fn fill_all(&mut self, openers: &[&str]) {
        self.window.run("window.__seen = new WeakSet()", &[]);
        for direction in [Direction::Onward, Direction::Back] {
            let mut stops = 0;
            loop {
                self.meet(openers);
                if !self.step(direction) {
                    break;
                }
                stops += 1;
                assert!(stops < MOST_STOPS, "Tab goes on for ever:\n{}", self.window.outline());
            }
        }
    }

    /// Deals with what the keyboard has come to.
    fn meet(&mut self, openers: &[&str]) {
        let focus = self.focus();
        if !focus.is_new {
            return;
        }
        if focus.takes_text {
            self.write_here(&focus.name);
        } else if focus.is_button && openers.iter().any(|one| focus.name.starts_with(one)) {
            self.press("Return");
            self.pause();
            // It may have moved the keyboard to what it brought.
            self.meet(&[]);
        }
    }

    /// One step with Tab; false if there was none, because the page ends here. From the last stop
    /// a private window needs a moment to come to the first again and loses keys meanwhile, so that
    /// no learned way goes over the end.
    fn step(&mut self, direction: Direction) -> bool {
        let keys = match direction {
            Direction::Onward => "Tab",
            Direction::Back => "shift+Tab",
        };
        self.window.run("window.__from = document.activeElement", &[]);
        self.listen();
        self.window.desktop.press(keys);
        self.hear(1);
        let wanted = if direction == Direction::Onward { "after" } else { "before" };
        let mut came = String::from("same");
        for _ in 0..10 {
            let answer = self.window.run(include_str!("step.js"), &[wanted.into()]);
            answer.as_str().unwrap_or_default().clone_into(&mut came);
            if came != "same" {
                break;
            }
            thread::sleep(Duration::from_millis(25));
        }
        if came == wanted {
            self.note(keys);
            return true;
        }
        self.window.run("window.__from?.focus()", &[]);
        false
    }

    /// Counts the keys that the page gets from now on.
    fn listen(&self) {
        let listen =
            "if (window.__keys === undefined) window.addEventListener('keydown', (event) => {
                if (event.key === 'Tab' || event.key.length === 1) window.__keys += 1;
            }, true);
            window.__keys = 0";
        self.window.run(listen, &[]);
    }

    /// Waits until so many keys came from the desktop to the page: on a busy computer that takes
    /// seconds. One that never comes is seen by what it did not do.
    fn hear(&self, keys: usize) {
        let heard = || self.window.run("return window.__keys ?? -1", &[]).as_i64().unwrap_or(-1);
        let begun = Instant::now();
        let wanted = i64::try_from(keys).unwrap_or(i64::MAX);
        while (0..wanted).contains(&heard()) && begun.elapsed() < Duration::from_secs(10) {
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// Writes a new word where the keyboard is. A field that takes no words (a time, a number) is
    /// left out of what is looked for.
    fn write_here(&mut self, name: &str) -> Sentinel {
        let word = Sentinel::new();
        self.listen();
        self.type_text(word.word());
        self.hear(word.word().len());
        let holds = "const field = document.activeElement;
            return String(field?.value ?? field?.textContent ?? '').includes(arguments[0])";
        let arrives = || self.window.run(holds, &[word.word().into()]) == json!(true);
        let is_written = (0..10).any(|_| {
            arrives() || {
                thread::sleep(Duration::from_millis(50));
                false
            }
        });
        if is_written {
            let (screen, name) = (self.screen.clone(), name.to_owned());
            self.way.fields.push(Field { screen, name, word: word.clone() });
        }
        word
    }

    /// Whether a target is `here`, `before` or `after` where the keyboard is.
    fn lies(&self, target: &Target) -> String {
        let found = self.window.find(target).unwrap_or_default();
        let Some(first) = found.first() else { return String::new() };
        let script = "const [it, now] = [arguments[0], document.activeElement];
            if (it === now) return 'here';
            const before = Node.DOCUMENT_POSITION_PRECEDING;
            return now.compareDocumentPosition(it) & before ? 'before' : 'after'";
        let answer = self.window.run(script, &[first["control"].clone()]);
        answer.as_str().unwrap_or_default().to_owned()
    }

    fn focus(&self) -> Focus {
        let found = self.window.run(include_str!("focus.js"), &[]);
        let is = |what: &str| found[what] == json!(true);
        Focus {
            is_new: is("isNew"),
            takes_text: is("takesText"),
            is_button: is("isButton"),
            name: found["name"].as_str().unwrap_or_default().to_owned(),
        }
    }
}
