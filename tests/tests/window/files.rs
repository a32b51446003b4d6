//! Files that come in and go out in other formats than the page's PDF: a readable export is
//! brought in and taken back, other programs' files come in, and the page leaves as FHIR and CSV.

use std::fs;
use std::path::PathBuf;

use acceptance::axe::violations;
use acceptance::fits::misfits;
use acceptance::home::Home;
use acceptance::screens::{Theme, prefer};
use acceptance::steps::{begin, is_in_the_journal, settings, write_note};
use acceptance::target::{button, checkbox, dialog, heading, radio, text};
use acceptance::window::Window;
use serde_json::{Value, json};

#[test]
fn a_readable_file_goes_out_comes_in_and_is_taken_back() {
    let window = Window::open("a_readable_file_goes_out_and_comes_in");
    begin(&window);
    write_note(&window, "Taken along to another place");
    let file = take_out(&window, "everything.json");
    let before: Value = read(&file);
    assert!(before["records"].as_array().is_some_and(|records| !records.is_empty()));

    // Here nothing is new: nothing is doubled.
    bring(&window, "Bring in a file", &file);
    window.wait_for(&text("All of it is here already."));
    assert!(!window.sees(&button("Bring it in")));
    window.click(&button("Done"));

    // In another journal all of it is new.
    window.close();
    let other = Window::open("a_readable_file_comes_into_another_journal");
    begin(&other);
    let brought = other.home.out("everything.json");
    fs::copy(&file, &brought).expect("the file can be carried over");
    bring(&other, "Bring in a file", &brought);
    other.wait_for(&dialog("What was understood"));
    other.wait_for(&text("A readable file from a Meantime journal."));
    assert_eq!(violations(&other), Vec::<String>::new());
    other.click(&button("Bring it in"));
    other.wait_for(&text("came in."));
    other.click(&button("Undo"));
    other.wait_for(&text("What came in is in the trash."));
    assert!(!is_in_the_journal(&other, "Taken along to another place"));
    bring(&other, "Bring in a file", &brought);
    other.wait_for(&text("in your trash and"));
    other.click(&button("Bring it in"));
    other.wait_gone(&dialog("What was understood"));
    assert!(is_in_the_journal(&other, "Taken along to another place"));

    let again: Value = read(&take_out(&other, "again.json"));
    let kept = |file: &Value| -> Vec<Value> {
        let records = file["records"].as_array().cloned().unwrap_or_default();
        records.into_iter().filter(|record| record["body"]["kind"] == "note").collect()
    };
    assert_eq!(kept(&again), kept(&before), "the same, to the letter");
    assert_eq!(fs::read(&brought).ok(), fs::read(&file).ok(), "the original is as it was");
}

#[test]
fn a_file_of_another_program_comes_in_and_a_bad_one_says_where() {
    let home = Home::new();
    prefer(&home, Theme::Dark, 150);
    let window = Window::open_in("a_file_of_another_program_comes_in", home);
    begin(&window);
    window.resize(880, 640);
    let daylio = written(
        &window,
        "daylio.csv",
        "full_date,date,weekday,time,mood,activities,note_title,note\n\
         2025-04-26,April 26,Saturday,7:12 PM,good,\"walk | tea\",\"\",\"A quince by the gate\"\n\
         2025-04-25,April 25,Friday,soon,bad,\"\",\"\",\"x\"\n",
    );
    bring(&window, "Bring in a file", &daylio);
    window.wait_for(&text("daylio.csv, line 3: the day or time is not clear."));
    assert_eq!(violations(&window), Vec::<String>::new());
    assert_eq!(misfits(&window), Vec::<String>::new());
    window.tab_to(&button("Bring it in"));
    window.press("Enter");
    window.wait_gone(&dialog("What was understood"));
    assert!(is_in_the_journal(&window, "A quince by the gate"));

    let broken = written(&window, "broken.json", "{\n  \"entries\": [\n    {\n  ]\n}\n");
    bring(&window, "Bring in a file", &broken);
    window.wait_for(&heading("This can’t be brought in"));
    window.wait_for(&text("Something on line 4 of the file can’t be read."));
    window.click(&button("Done"));
}

#[test]
fn the_page_leaves_as_fhir_and_as_csv() {
    let window = Window::open("the_page_leaves_as_fhir_and_as_csv");
    begin(&window);
    window.press("Control+7");
    window.wait("the page is laid out", || {
        let ready = "return ![...document.querySelectorAll('button')].some((one) => \
            one.textContent.includes('Save as PDF') && one.disabled)";
        window.run(ready, &[]) == json!(true) && window.sees(&button("Save as PDF"))
    });
    let fhir: Value = read(&leave_as(&window, "For a clinic", "page.json"));
    assert_eq!(fhir["resourceType"], "Bundle");
    assert_eq!(fhir["entry"][0]["resource"]["resourceType"], "Composition");
    let csv = leave_as(&window, "Numbers for a spreadsheet", "page.csv");
    let csv = fs::read_to_string(csv).expect("the file can be read");
    assert!(csv.starts_with("\u{feff}date,time,measure,value,unit,state\r\n"), "{csv}");

    // Each is logged as what left the journal, with the file's hash and as not locked.
    let everything: Value = read(&take_out(&window, "everything.json"));
    let records = everything["records"].as_array().cloned().unwrap_or_default();
    let logged: Vec<_> =
        records.iter().map(|one| &one["body"]).filter(|one| one["kind"] == "disclosure").collect();
    assert_eq!(logged.len(), 2);
    for one in logged {
        assert_eq!(one["sealed"], false);
        assert_eq!(one["file_hash"].as_str().map(str::len), Some(64));
    }
}

/// Saves the page in another format, by keyboard as far as the system's dialog.
fn leave_as(window: &Window, format: &str, name: &str) -> PathBuf {
    window.click(&button("Save as PDF"));
    window.click(&button("Save in another format"));
    window.wait_for(&dialog("Save in another format"));
    window.click(&radio(format));
    window.tab_to(&checkbox("I understand"));
    window.press("Space");
    assert_eq!(violations(window), Vec::<String>::new());
    let file = window.home.out(name);
    window.click(&button("Choose where to save"));
    window.desktop.save_as(&file);
    window.wait_for(&text("The file is where you put it. It has no password."));
    window.click(&button("Done"));
    window.wait_gone(&dialog("Saved"));
    file
}

fn take_out(window: &Window, name: &str) -> PathBuf {
    let file = window.home.out(name);
    settings(window);
    window.click(&button("Take it out"));
    window.wait_for(&dialog("Take everything out"));
    window.click(&button("Choose where to save"));
    window.desktop.save_as(&file);
    window.wait_gone(&dialog("Take everything out"));
    file
}

fn bring(window: &Window, how: &str, file: &std::path::Path) {
    settings(window);
    window.click(&button(how));
    window.desktop.choose(file);
}

fn written(window: &Window, name: &str, content: &str) -> PathBuf {
    let file = window.home.out(name);
    #[expect(clippy::disallowed_methods, reason = "a file for the program to read")]
    fs::write(&file, content).expect("a file can be made");
    file
}

fn read(file: &std::path::Path) -> Value {
    let text = fs::read_to_string(file).expect("the file can be read");
    serde_json::from_str(&text).expect("it is JSON")
}
