//! A way through the program with the keyboard alone: learned in a window that a driver can look
//! into, then played in a private one, into which nobody can.
//!
//! Learning presses the same keys on the desktop that are played later; the driver only says where
//! the keyboard is. What is found on the way: every field can be reached without a mouse.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

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
/// So many fields of one name are written in at a time: a list gives a new line for every one that
/// is filled, and never ends.
const MOST_OF_A_NAME: usize = 3;

/// Learns a way at a window.
pub struct Learner<'a> {
    window: &'a Window,
    way: Way,
    screen: String,
    /// The names of the fields that were written in since [`Learner::fill_all`] began.
    met: Vec<String>,
}

impl<'a> Learner<'a> {
    /// Begins where the window stands.
    pub fn new(window: &'a Window) -> Self {
        Self { window, way: Way::default(), screen: String::new(), met: Vec::new() }
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
        self.listen();
        self.window.desktop.press(keys);
        self.hear(1);
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
        self.listen();
        self.window.desktop.type_text(text);
        self.hear(text.chars().count());
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

    /// Waits until work is done that a release takes longer for than the build this is learned in:
    /// it derives keys at their real cost.
    pub fn wait_for_work(&mut self, target: &Target) {
        self.wait_for(target);
        self.way.acts.push(Act::Wait(Duration::from_secs(6)));
    }

    /// Goes to something with Tab.
    pub fn go_to(&mut self, target: &Target) {
        self.window.wait_for(target);
        let found = self.window.find(target).unwrap_or_default();
        let mut control = found.first().map_or(Value::Null, |first| first["control"].clone());
        for _ in 0..MOST_STOPS {
            let direction = match self.lies(&control).as_deref() {
                Some("here") => return,
                Some("before") => Direction::Back,
                Some(_) => Direction::Onward,
                // The page drew it anew.
                None => {
                    let found = self.window.find(target).unwrap_or_default();
                    control = found.first().map_or(Value::Null, |first| first["control"].clone());
                    continue;
                }
            };
            if self.step(direction).is_none() {
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
        self.met.clear();
        let stops = self.walk(Direction::Onward, openers);
        // All of these were met on the way.
        self.go_back(stops);
        self.walk(Direction::Back, openers);
    }

    /// Goes to one end of the page and meets what is there; answers how many stops that were.
    fn walk(&mut self, direction: Direction, openers: &[&str]) -> usize {
        let focus = self.focus();
        self.meet(&focus, openers);
        let mut stops = 0;
        while let Some(focus) = self.step(direction) {
            self.meet(&focus, openers);
            stops += 1;
            assert!(stops < MOST_STOPS, "Tab goes on for ever:\n{}", self.window.outline());
        }
        stops
    }

    fn go_back(&mut self, stops: usize) {
        if stops == 0 {
            return;
        }
        let keys = vec![Direction::Back.keys().to_owned(); stops];
        self.listen();
        self.window.desktop.press_all(&keys);
        self.hear(stops);
        for key in &keys {
            self.note(key);
        }
    }

    /// Deals with what the keyboard has come to.
    fn meet(&mut self, focus: &Focus, openers: &[&str]) {
        if !focus.is_new {
            return;
        }
        if focus.takes_text {
            // The lines of a list are called by their numbers.
            let name = focus.name.replace(|letter: char| letter.is_ascii_digit(), "");
            if self.met.iter().filter(|&met| *met == name).count() < MOST_OF_A_NAME {
                self.met.push(name);
                self.write_here(&focus.name);
            }
        } else if focus.is_button && openers.iter().any(|one| focus.name.starts_with(one)) {
            self.press("Return");
            self.pause();
            // It may have moved the keyboard to what it brought.
            let brought = self.focus();
            self.meet(&brought, &[]);
        }
    }

    /// One step with Tab and what is there; none if the page ends here. From the last stop a
    /// private window needs a moment to come to the first again and loses keys meanwhile, so that
    /// no learned way goes over the end.
    fn step(&mut self, direction: Direction) -> Option<Focus> {
        self.listen();
        self.window.desktop.press(direction.keys());
        let wanted = if direction == Direction::Onward { "after" } else { "before" };
        let script = concat!(include_str!("focus.js"), include_str!("step.js"));
        let answer = self.window.run_and_wait_with(script, &[wanted.into()]);
        if answer["came"] != wanted {
            return None;
        }
        self.note(direction.keys());
        Some(Focus::from(&answer["focus"]))
    }

    /// Counts the keys that the page gets from now on, and remembers where the keyboard is.
    fn listen(&self) {
        let listen =
            "if (window.__keys === undefined) window.addEventListener('keydown', (event) => {
                if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) window.__keys += 1;
            }, true);
            [window.__keys, window.__from] = [0, document.activeElement]";
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
        self.type_text(word.word());
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

    /// Whether something is `here`, `before` or `after` where the keyboard is.
    fn lies(&self, control: &Value) -> Option<String> {
        let script = "const [it, now] = [arguments[0], document.activeElement];
            if (!it?.isConnected) return null;
            if (it === now) return 'here';
            const before = Node.DOCUMENT_POSITION_PRECEDING;
            return now.compareDocumentPosition(it) & before ? 'before' : 'after'";
        let answer = self.window.try_to_run(script, std::slice::from_ref(control)).ok()?;
        answer.as_str().map(str::to_owned)
    }

    fn focus(&self) -> Focus {
        let script = concat!(include_str!("focus.js"), "return focus()");
        Focus::from(&self.window.run(script, &[]))
    }
}

impl From<&Value> for Focus {
    fn from(found: &Value) -> Self {
        let is = |what: &str| found[what] == json!(true);
        Self {
            is_new: is("isNew"),
            takes_text: is("takesText"),
            is_button: is("isButton"),
            name: found["name"].as_str().unwrap_or_default().to_owned(),
        }
    }
}

impl Direction {
    fn keys(self) -> &'static str {
        match self {
            Self::Onward => "Tab",
            Self::Back => "shift+Tab",
        }
    }
}
