//! Hostile texts in every field, shown on every screen, searched, printed and saved.

use std::collections::BTreeSet;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use journal::KindName;
use serde_json::json;

use super::{hostile, pack, way};
use crate::campaign::{Campaign, Report, Rounds};
use crate::pdf;
use crate::program::{built, is_alive};
use crate::steps::unlock;
use crate::target::{button, dialog, field, heading, radio, text};
use crate::window::Window;

/// The campaign.
pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "inject",
    what: "hostile texts in every field, through every screen, the page, its file and the dialogs",
    goal: "≥ 200 texts: 0 executions, 0 requests, 0 files outside",
    rounds: 1000,
    short: 24,
    run,
    roles: &[],
};

/// Kinds of record that take most of a person's words, and go onto the page. The long form goes
/// through every other kind too, and keeps those off it: a page of thousands takes too long.
const KINDS: [KindName; 8] = [
    KindName::Note,
    KindName::Conflict,
    KindName::Grief,
    KindName::Loss,
    KindName::CheckIn,
    KindName::Person,
    KindName::Session,
    KindName::Course,
];

/// Names that were never meant for a file.
const FILE_NAMES: [&str; 8] = [
    "..%2f..%2fmt-out.pdf",
    "$(touch mt-out).pdf",
    "; touch mt-out;.pdf",
    "<img src=x onerror=__xss()>.pdf",
    "=cmd|' C calc'!A0.pdf",
    "-rf.pdf",
    "%s%n.pdf",
    "'; DROP TABLE records;--.pdf",
];

fn run(rounds: Rounds, report: &mut Report) {
    // Something that would answer, so that a request would be seen.
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.set_nonblocking(true).expect("it can be asked without waiting");
    let url = format!("http://{}/", listener.local_addr().expect("it has an address"));
    let mut texts = hostile::texts(&url);
    let there_are = texts.len();
    if rounds.is_short {
        let step = texts.len() / usize::try_from(rounds.count).expect("a small number");
        texts = texts.into_iter().step_by(step.max(1)).collect();
    }
    report.at_least("hostile texts", texts.len(), "texts", if rounds.is_short { 20 } else { 200 });
    report.note(format_args!("of {there_are}"));
    let window = Window::open_in("inject", way::sample(&built("demo")));
    unlock(&window);
    let outside = Outside::of(&window);
    listen(&window);
    control(&window, report);
    plant(&window, &texts, rounds.is_short, report);
    let mut harm = Harm::default();
    let mut screens = show_everything(&window, &texts, rounds.is_short, &mut harm);
    let some: Vec<_> = texts.iter().step_by(12).collect();
    let mut look = || {
        window.wait_until_still();
        harm.look(&window);
        screens += 1;
    };
    pack::bring_in(&window, &some, &mut look, report);
    window.press("Control+7");
    window.wait_for(&heading("Names on the page"));
    let saved = save_pages(&window, rounds.is_short, &mut harm, report);
    let requests = std::iter::from_fn(|| listener.accept().ok()).count();
    report.at_least(
        "screens shown with them",
        screens,
        "screens",
        if rounds.is_short { 8 } else { 60 },
    );
    report.at_least("files saved under hostile names", saved, "files", 1);
    report.none("executions", harm.ran);
    report.none("attempts that the policy had to stop", harm.stopped);
    report.none("requests", requests);
    report.none("panics", window.said().matches("stopped at").count());
    report.exactly("program still runs", u32::from(is_alive(window.process())), "", 1);
    let strange = outside.changed(&window);
    for path in &strange {
        report.complain(format_args!("outside: {}", path.display()));
    }
    report.none("files outside", strange.len());
}

/// Counts what runs and what the policy stops, from now on.
fn listen(window: &Window) {
    window.run(
        "window.__ran = 0; window.__stopped = [];
         window.__xss = () => { window.__ran += 1; };
         document.addEventListener('securitypolicyviolation',
            (event) => window.__stopped.push(event.violatedDirective));",
        &[],
    );
}

/// The ears hear: what is really run, and what the policy really stops.
fn control(window: &Window, report: &mut Report) {
    let heard = window.run_and_wait(
        "const done = arguments[arguments.length - 1];
         window.__xss();
         const holder = document.createElement('div');
         holder.innerHTML = '<img src=x onerror=__xss()>';
         document.body.append(holder);
         setTimeout(() => {
            holder.remove();
            done(window.__ran === 1 && window.__stopped.length > 0);
            window.__ran = 0; window.__stopped = [];
         }, 500);",
    );
    report.exactly("control heard", u32::from(heard == json!(true)), "", 1);
}

fn plant(window: &Window, texts: &[String], is_short: bool, report: &mut Report) {
    // A course that holds nothing real hides the sessions of the one before, so it comes last.
    let others = KindName::ALL.iter().filter(|kind| !KINDS.contains(kind) && !is_short);
    // What is ticked on the page is no text of a person's, and would change what it shows.
    let others = others.filter(|kind| **kind != KindName::PageChoices);
    let (mut fields, mut saved, mut refused) = (0, 0, 0);
    // A few at a time: the driver waits half a minute for one answer.
    for kind in KINDS.iter().chain(others) {
        let share = if KINDS.contains(kind) { "to_bring" } else { "only_me" };
        let kind = json!(kind).as_str().unwrap_or_default().to_owned();
        for (number, some) in texts.chunks(50).enumerate() {
            // What a script does is not a person's touch: after five minutes of it the journal locks.
            window.press("Shift");
            let sums = window.run_and_wait_with(
                include_str!("plant.js"),
                &[json!(some), json!([kind]), json!(share)],
            );
            let Some(sum) = sums.get(0) else {
                report.complain(format_args!("planting {kind}: {sums}"));
                continue;
            };
            let count = |name: &str| sum[name].as_u64().unwrap_or(0);
            let names = sum["fields"].as_array().map_or(0, Vec::len);
            if number == 0 {
                fields += names;
                report.note(format_args!("{kind}: {names} fields"));
            }
            saved += count("saved");
            refused += count("refused");
        }
    }
    let wanted = if is_short { 40 } else { 200 };
    report.at_least("fields they were put into", fields, "fields", wanted);
    report.at_least("records that hold them", saved, "records", 7 * texts.len() as u64);
    report.tell("refused, nothing kept", refused, "records");
}

#[derive(Default)]
struct Harm {
    ran: u64,
    stopped: u64,
}

impl Harm {
    /// What was heard on the page since the last look.
    fn look(&mut self, window: &Window) {
        let heard = window.run(
            "const heard = [window.__ran ?? -1, window.__stopped?.length ?? -1];
             window.__ran = 0; window.__stopped = [];
             return heard",
            &[],
        );
        self.ran += heard[0].as_u64().expect("the page still listens");
        self.stopped += heard[1].as_u64().expect("the page still listens");
    }
}

/// Shows the texts on every screen; answers how many screens that were.
fn show_everything(window: &Window, texts: &[String], is_short: bool, harm: &mut Harm) -> usize {
    let mut shown = 0;
    let mut show = |harm: &mut Harm| {
        window.wait_until_still();
        harm.look(window);
        shown += 1;
    };
    window.press("Control+1");
    window.wait_for(&heading("Today"));
    show(harm);
    window.press("Control+3");
    window.wait_for(&radio("List"));
    show(harm);
    window.click(&radio("List"));
    show(harm);
    window.press("Control+2");
    window.wait_for(&field("Search the journal"));
    show(harm);
    let most = if is_short { 1 } else { 40 };
    for _ in 0..most {
        if !window.sees(&button("Show more")) {
            break;
        }
        window.click(&button("Show more"));
        show(harm);
    }
    open_entries(window, if is_short { 2 } else { 30 }, &mut show, harm);
    for text in texts.iter().step_by(if is_short { 12 } else { 6 }) {
        search(window, text);
        show(harm);
    }
    for place in ["Settings", "Help now"] {
        window.click(&button(place));
        show(harm);
        if window.sees(&button("Close help")) {
            window.click(&button("Close help"));
        }
    }
    window.press("Control+7");
    window.wait_for(&heading("Names on the page"));
    show(harm);
    shown
}

/// Opens entries of the list one after the other, to be written on.
fn open_entries(window: &Window, most: usize, show: &mut impl FnMut(&mut Harm), harm: &mut Harm) {
    for number in 0..most {
        window.press("Control+2");
        window.wait_for(&field("Search the journal"));
        let open = "const rows = [...document.querySelectorAll('[data-row]')];
            const row = rows[(arguments[0] * 7) % Math.max(rows.length, 1)];
            row?.dispatchEvent(new MouseEvent(arguments[1], { bubbles: true }));
            return rows.length";
        // The rows come a moment after the field above them.
        window.wait("the list has rows", || {
            window.run("return document.querySelector('[data-row]') !== null", &[]) == json!(true)
        });
        // Once to read it beside the list, twice to write on.
        window.run(open, &[number.into(), "click".into()]);
        show(harm);
        let rows = window.run(open, &[number.into(), "dblclick".into()]).as_u64().unwrap_or(0);
        assert!(rows > 0, "no entry can be opened:\n{}", window.outline());
        show(harm);
    }
    window.press("Control+2");
    window.wait_for(&field("Search the journal"));
}

/// Puts a text into the search as a paste would: many of them no keyboard can type.
fn search(window: &Window, text: &str) {
    let paste =
        "const field = document.querySelector('input[type=search], [role=searchbox], main input');
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
        set.call(field, arguments[0]);
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    window.run(paste, &[text.into()]);
    std::thread::sleep(std::time::Duration::from_millis(350));
}

/// Saves the page under names that were never meant for a file; answers how many there were.
fn save_pages(window: &Window, is_short: bool, harm: &mut Harm, report: &mut Report) -> usize {
    let names = if is_short { &FILE_NAMES[3..4] } else { &FILE_NAMES[..] };
    let mut saved = 0;
    for (number, name) in names.iter().enumerate() {
        window.wait("the page is laid out", || {
            window.run("return ![...document.querySelectorAll('button')].some((one) => one.textContent.includes('Save as PDF') && one.disabled)", &[]) == json!(true)
        });
        window.click(&button("Save as PDF"));
        window.wait_for(&dialog("Save as PDF"));
        let password = window.value_of(&field("Password for this file"));
        window.click(&button("Choose where to save"));
        let file = window.home.out(name);
        window.desktop.save_as(&file);
        window.wait_for(&text("The file is where you put it."));
        harm.look(window);
        window.click(&button("Done"));
        window.wait_gone(&dialog("Save as PDF"));
        saved += usize::from(file.is_file());
        if number == 0 {
            look_into(&file, &password, report);
        }
    }
    saved
}

/// A file of ours holds text and nothing that a reader would run or follow.
fn look_into(file: &Path, password: &str, report: &mut Report) {
    report.exactly("the file is sound", u32::from(pdf::is_sound(file, Some(password))), "", 1);
    let mut qpdf = Command::new("qpdf");
    qpdf.arg(format!("--password={password}")).args([
        "--decrypt",
        "--qdf",
        "--object-streams=disable",
    ]);
    let plain = qpdf.arg(file).arg("-").output().expect("qpdf can open it").stdout;
    let plain = String::from_utf8_lossy(&plain);
    let active = [
        "/S /JavaScript",
        "/S /Launch",
        "/S /URI",
        "/S /SubmitForm",
        "/EmbeddedFile",
        "/OpenAction",
        "/RichMedia",
    ];
    let found: Vec<_> = active.iter().filter(|one| plain.contains(**one)).collect();
    report.figure(
        "what a reader would run or follow",
        format!("{found:?}"),
        "",
        "none",
        found.is_empty(),
    );
    let length = pdf::text(file, Some(password)).map_or(0, |text| text.len());
    report.at_least("letters in the file", length, "bytes", 100);
}

/// The places where nothing may come to be.
struct Outside(BTreeSet<PathBuf>);

impl Outside {
    fn of(window: &Window) -> Self {
        Self(Self::all(window))
    }

    fn changed(&self, window: &Window) -> Vec<PathBuf> {
        let backups = window.home.journal().join("backups");
        let ours = |path: &&PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // A long run has quiet moments, and in one of them the day's backup makes itself.
            let is_of_backups = **path == backups
                || path.parent() == Some(&backups) && name.starts_with("journal-");
            // What only SQLite makes, and takes away again.
            !is_of_backups && !name.ends_with("-journal")
        };
        Self::all(window).difference(&self.0).filter(ours).cloned().collect()
    }

    /// The journal's folder, the home itself, and what the texts try to make elsewhere.
    fn all(window: &Window) -> BTreeSet<PathBuf> {
        let home = window.home.path();
        let journal = window.home.journal();
        let folders = [
            home.to_path_buf(),
            journal.join("backups"),
            journal,
            home.join("tmp"),
            PathBuf::from("/etc"),
        ];
        let entries =
            folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
        let mut all: BTreeSet<PathBuf> = entries.map(|entry| entry.path()).collect();
        let wanted = ["/tmp/mt-out", "/mt-out", "/root/mt-out"].map(PathBuf::from);
        all.extend(wanted.into_iter().filter(|path| path.exists()));
        all
    }
}
