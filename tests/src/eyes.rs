//! What a person sees in the window.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::target::Target;
use crate::window::Window;

/// How long something may take to appear. Generous: the machine may be busy, and a test that
/// passes does not wait.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

impl Window {
    /// Whether it is on the screen now.
    pub fn sees(&self, target: &Target) -> bool {
        self.find(target).is_ok_and(|found| !found.is_empty())
    }

    /// Waits until it is on the screen.
    pub fn wait_for(&self, target: &Target) {
        self.wait(&format!("{target} appears"), || self.sees(target));
    }

    /// Waits until it is no longer on the screen.
    pub fn wait_gone(&self, target: &Target) {
        self.wait(&format!("{target} is gone"), || !self.sees(target));
    }

    /// Waits until `is_so`, or fails with what is on the screen instead.
    pub fn wait(&self, what: &str, mut is_so: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(
                begun.elapsed() < PATIENCE,
                "waited in vain until {what}; on the screen:\n{}",
                self.outline()
            );
            thread::sleep(Duration::from_millis(40));
        }
    }

    /// What a field holds.
    pub fn value_of(&self, target: &Target) -> String {
        self.wait_for(target);
        self.property(target, "value")
    }

    /// Whether a choice is chosen or a box is ticked.
    pub fn is_checked(&self, target: &Target) -> bool {
        self.wait_for(target);
        self.property(target, "checked") == "true"
    }

    /// All text of the page, as it reads.
    pub fn page_text(&self) -> String {
        self.run("return document.body.innerText", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// The window's title, as the desktop shows it.
    pub fn titles(&self) -> Vec<String> {
        self.desktop.titles()
    }

    /// Everything on the screen that has a role and a name, for the message of a failed test.
    pub fn outline(&self) -> String {
        match self.try_to_run(include_str!("find.js"), &[]) {
            Ok(Value::String(outline)) => outline,
            Ok(other) => other.to_string(),
            Err(error) => format!("(the page does not answer: {error})"),
        }
    }

    /// A picture of the page. It waits until nothing has moved for a moment, because a picture
    /// taken right after a change can show what was there before.
    pub fn picture(&self, file: &Path) {
        self.wait_until_still();
        let png = self.drive(async |client| client.screenshot().await);
        let png = png.unwrap_or_else(|error| panic!("taking a picture: {error}"));
        #[expect(clippy::disallowed_methods, reason = "a picture for a person to look at")]
        fs::write(file, png).expect("the picture can be written");
    }

    /// Waits until no animation runs and fonts are there.
    pub(crate) fn wait_until_still(&self) {
        let ready = "const done = arguments[arguments.length - 1];
            const moving = document.getAnimations().filter((one) => one.playState === 'running'
                && one.effect?.getComputedTiming().iterations !== Infinity);
            Promise.all([document.fonts.ready, ...moving.map((one) => one.finished)])
                .catch(() => {})
                .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        self.run_and_wait(ready);
        thread::sleep(Duration::from_millis(400));
    }

    fn property(&self, target: &Target, name: &str) -> String {
        let found = self.find(target).unwrap_or_default();
        let control = found.first().map_or(Value::Null, |first| first["control"].clone());
        let value =
            self.run("return String(arguments[0]?.[arguments[1]])", &[control, name.into()]);
        value.as_str().unwrap_or_default().to_owned()
    }
}
