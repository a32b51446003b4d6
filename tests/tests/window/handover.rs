//! The session: from what is wanted from it to the file in the therapist's hands, and what the
//! journal remembers of it.

use std::thread::sleep;
use std::time::{Duration, Instant};

use acceptance::axe::violations;
use acceptance::pdf;
use acceptance::screens::{Theme, open_sample};
use acceptance::target::{Target, button, checkbox, combobox, dialog, field, heading, text};
use acceptance::window::Window;

/// Scripted human pace (ruling of that name): a key, pointing at something, a decision; and
/// reading at 200 words a minute.
const KEY: Duration = Duration::from_millis(280);
const POINT: Duration = Duration::from_millis(1100);
const DECISION: Duration = Duration::from_millis(1350);
const WORD: Duration = Duration::from_millis(300);
/// From Today to the file that may be handed over.
const HAND_OVER: Duration = Duration::from_mins(2);

const WISH: &str = "Plan the weekend";

#[test]
fn from_the_agenda_to_a_sealed_file_in_two_minutes() {
    let window = open_sample("from_the_agenda_to_a_sealed_file", Theme::Light, 100);
    let paced = Paced(&window);
    window.wait_for(&heading("Cravings, last 14 days"));

    let begun = Instant::now();
    paced.press("Control+7");
    window.wait_for(&button("Save as PDF"));
    paced.click(&button("Edit what I want from this session"));
    window.wait_for(&dialog("What I want from this session"));
    paced.click(&button("Add a line"));
    paced.type_text(WISH);
    paced.click(&button("Done"));
    window.wait("the page has the new line", || window.page_text().contains(WISH));
    // What stands beside the page is read; the page itself was written all week.
    paced.read(".pick h2, .pick .strong");
    paced.click(&button("Choose single lines of What I want from this session"));
    paced.click(&checkbox("The quiet hour after work"));
    window.wait("the page has lost that line", || !on_page(&window).contains("quiet hour"));
    paced.click(&button("Save as PDF"));
    window.wait("a password is suggested", || {
        !window.value_of(&field("Password for this file")).is_empty()
    });
    paced.read("[role=dialog]");
    let password = window.value_of(&field("Password for this file"));
    paced.click(&button("Choose where to save"));
    let file = window.home.out("Notes.pdf");
    // The system's dialog suggests the name and the folder of last time: Enter would do.
    sleep(DECISION + KEY);
    window.desktop.save_as(&file);
    window.wait_for(&text("The file is where you put it."));
    paced.click(&button("Done"));
    let took = begun.elapsed();
    println!("from Today to a sealed file on the disk: {took:?}, all of it at human pace");
    assert!(took <= HAND_OVER, "{took:?}");

    // The window's page tells what the sample holds, as the page without a window does.
    assert!(pdf::is_sound(&file, Some(&password)));
    assert_eq!(pdf::text(&file, Some("not the password")), None);
    let told = pdf::text(&file, Some(&password)).expect("a reader opens it");
    for there in [WISH, "there is one, last changed", "What went well", "Coming up", ", 1 line"] {
        assert!(told.contains(there), "“{there}” is not in:\n{told}");
    }
    assert!(!told.contains("quiet hour after work"), "{told}");
    the_log_tells_of_it(&window);
    window.close();
}

fn the_log_tells_of_it(window: &Window) {
    window.click(&button("What I handed over"));
    window.wait_for(&dialog("What I handed over"));
    window.wait_for(&text("Session 14."));
    assert_eq!(violations(window), Vec::<String>::new());
    let log = window.page_text();
    let first = log.find("For Dr. Okafor. Session 14. A file with a passphrase.");
    let second = log.find("Session 12.");
    assert!(first.is_some() && first < second, "newest first:\n{log}");
    window.press("Escape");
    window.wait_gone(&dialog("What I handed over"));
    // All that stood on it is no longer new.
    window.press("Control+1");
    window.press("Control+7");
    window.wait_for(&text("since the page for session 14"));
}

#[test]
fn sheets_for_others_hold_care_and_rhythm_and_nothing_written() {
    let window = open_sample("sheets_for_others", Theme::Dark, 100);
    window.press("Control+7");
    window.wait_for(&button("Save as PDF"));
    window.choose(&combobox("This page is for"), "Whoever prescribes");
    window.wait("the sheet is for whoever prescribes", || {
        on_page(&window).contains("For my prescriber")
    });
    window.click(&checkbox("Medicine and other care"));
    window.click(&checkbox("Daily rhythm"));
    window.wait("care and rhythm are on it", || {
        let page = on_page(&window);
        page.contains("Medicine and other care") && page.contains("Daily rhythm")
    });
    assert_eq!(violations(&window), Vec::<String>::new());
    let page = on_page(&window);
    for absent in ["Late from group", "To be believed", "slept badly", "What went well"] {
        assert!(!page.contains(absent), "{absent} on a sheet for others:\n{page}");
    }
    window.choose(&combobox("This page is for"), "My group");
    window.wait("the sheet is for a group", || on_page(&window).contains("For my group"));
    assert!(!on_page(&window).contains("PHQ-9"));
    window.close();
}

/// The words of the page as it is shown.
fn on_page(window: &Window) -> String {
    let script = "return document.querySelector('[aria-label^=\"The page as\"]')?.innerText ?? ''";
    window.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

/// A person's hands and eyes, at their pace.
struct Paced<'a>(&'a Window);

impl Paced<'_> {
    fn press(&self, keys: &str) {
        sleep(DECISION + KEY);
        self.0.press(keys);
    }

    fn click(&self, target: &Target) {
        self.0.wait_for(target);
        sleep(DECISION + POINT + KEY);
        self.0.click(target);
    }

    fn type_text(&self, words: &str) {
        for letter in words.chars() {
            sleep(KEY);
            self.0.type_text(&letter.to_string());
        }
    }

    fn read(&self, what: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].map((one) => \
            one.innerText).join(' ').trim().split(/\\s+/).length";
        let words = self.0.run(script, &[what.into()]).as_u64().unwrap_or_default();
        assert!(words > 10, "there is something to read in {what}");
        sleep(WORD * u32::try_from(words).unwrap_or(u32::MAX));
    }
}
