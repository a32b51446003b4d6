//! The program as it is called: what it says, how it ends, what it leaves behind.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use journal::export::Readable;

fn demo(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demo")).args(words).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

#[expect(clippy::disallowed_methods, reason = "a test spoils a file of its own")]
fn overwrite(file: &str, content: &[u8]) {
    fs::write(file, content).unwrap();
}

/// One sentence to stderr and nothing else: an ending of 1, and no file.
fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = text(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.trim_end().ends_with('.'), "{said}");
    said
}

#[test]
fn an_export_can_be_read_and_becomes_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let (json, pdf) = (path(folder.path(), "course.json"), path(folder.path(), "page.pdf"));
    assert!(demo(&["export", &json]).status.success());
    let read = Readable::from_json(&fs::read_to_string(&json).unwrap()).unwrap();
    assert!(read.records.len() > 150);

    let made = demo(&["page", &json, &pdf, "--paper", "letter", "--names", "initials"]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    assert_eq!(text(&made.stdout).trim_end().rsplit(' ').next(), Some("PDF/UA-1."));
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside");
}

#[test]
fn a_journal_is_made_once_and_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let dir = path(folder.path(), "journal");
    let made = demo(&["vault", &dir]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let said = text(&made.stdout);
    let passphrase = said.lines().find_map(|line| line.strip_prefix("Passphrase: ")).unwrap();
    assert_eq!(passphrase.split(' ').count(), 5);

    let before = fs::read(Path::new(&dir).join("data.db")).unwrap();
    refused(&demo(&["vault", &dir, "--passphrase", "another passphrase"]));
    assert_eq!(fs::read(Path::new(&dir).join("data.db")).unwrap(), before);
}

#[test]
fn a_damaged_export_is_named_by_its_line_and_never_quoted() {
    let folder = tempfile::tempdir().unwrap();
    let (json, pdf) = (path(folder.path(), "course.json"), path(folder.path(), "page.pdf"));
    assert!(demo(&["export", &json]).status.success());
    let whole = fs::read_to_string(&json).unwrap();
    let refuse = |content: &[u8]| {
        overwrite(&json, content);
        overwrite(&pdf, b"as it was");
        let said = refused(&demo(&["page", &json, &pdf]));
        assert_eq!(fs::read(&pdf).unwrap(), b"as it was", "{said}");
        for quoted in ["Marcus", "zebra", "Theo", json.as_str()] {
            assert!(!said.contains(quoted), "{said}");
        }
        said
    };
    let line = whole.lines().position(|line| line.contains("\"only_me\"")).unwrap() + 1;
    let spoilt = whole.replacen("\"only_me\"", "\"zebra\"", 1);
    assert!(refuse(spoilt.as_bytes()).contains(&format!("line {line} ")));
    assert!(refuse(whole.replacen("\"Marcus\"", "\"\"", 1).as_bytes()).contains("name is missing"));
    assert!(
        refuse(whole.replacen("\"version\": 1", "\"version\": 2", 1).as_bytes()).contains("newer")
    );
    assert!(refuse(&whole.as_bytes()[..whole.len() / 2]).contains("line"));
    refuse(b"zebra");
    refuse(b"");
    refuse(b"\xff\xfe zebra");
}

#[test]
fn a_missing_file_or_folder_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let (json, gone) = (path(folder.path(), "course.json"), path(folder.path(), "gone/page.pdf"));
    refused(&demo(&["page", &json, &gone]));
    refused(&demo(&["export", &gone]));
    assert!(demo(&["export", &json]).status.success());
    refused(&demo(&["page", &json, &gone]));
    refused(&demo(&["page", &json, &path(folder.path(), "page.pdf"), "--password", ""]));
    refused(&demo(&["vault", &path(folder.path(), "journal"), "--passphrase", "short"]));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "only the export is there");
}

#[test]
fn a_page_is_written_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let json = path(folder.path(), "course.json");
    assert!(demo(&["export", &json]).status.success());
    let beginning = |format: &str| {
        let file = path(folder.path(), format);
        let made = demo(&["page", &json, &file, "--format", format, "--blackout", "quiet hour"]);
        assert!(made.status.success(), "{}", text(&made.stderr));
        text(&made.stdout);
        String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned()
    };
    assert!(beginning("pdf").starts_with("%PDF-"));
    let fhir: serde_json::Value = serde_json::from_str(&beginning("fhir")).unwrap();
    assert_eq!(fhir["resourceType"], "Bundle");
    assert!(beginning("csv").starts_with("\u{feff}date,time,"));
    let markdown = beginning("markdown");
    assert!(markdown.starts_with("# ") && !markdown.contains("quiet hour"), "{markdown}");
    assert!(markdown.contains("████"));
}

#[test]
fn a_page_since_a_day_covers_that_day_on() {
    let folder = tempfile::tempdir().unwrap();
    let (json, file) = (path(folder.path(), "course.json"), path(folder.path(), "page.csv"));
    assert!(demo(&["courses", folder.path().to_str().unwrap()]).status.success());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 20);
    fs::rename(folder.path().join("course-12.json"), &json).unwrap();
    let made = demo(&["page", &json, &file, "--format", "csv", "--since", "2026-03-08"]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let days = fs::read_to_string(&file).unwrap();
    assert!(days.lines().skip(1).all(|line| line.starts_with("2026-03-0")), "{days}");
    assert!(days.contains("2026-03-08,") && !days.contains("2026-03-07,"), "{days}");
}

#[test]
fn each_wrong_option_is_explained() {
    let wrong: [(&[&str], &str); 7] = [
        (&["--format", "doc"], "pdf, fhir, csv, markdown"),
        (
            &["--variant", "weekly"],
            "--variant is one of: session, first, midway, ending, group, prescriber.",
        ),
        (&["--since", "9 March"], "2026-03-09"),
        (&["--names", "nick"], "written, initials, role"),
        (&["--password"], "--password needs a word"),
        (&["--format", "csv", "--password", "long enough"], "Only a PDF can be sealed"),
        (&["--colour", "red"], "no such option"),
    ];
    for (options, why) in wrong {
        let output = demo(&[&["page", "a.json", "b"], options].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(why), "{}", text(&output.stderr));
    }
}

#[test]
fn what_cannot_be_understood_is_answered_with_the_usage() {
    let wrong: [&[&str]; 8] = [
        &[],
        &["exprot", "a.json"],
        &["export"],
        &["export", "a.json", "b.json"],
        &["export", "--password"],
        &["page", "a.json"],
        &["page", "a.json", "a.pdf", "--paper", "a3"],
        &["vault", "a", "--passphrase"],
    ];
    for words in wrong {
        let output = demo(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(text(&output.stderr).contains("demo page IN.json OUT ["));
    }
    assert!(text(&demo(&["--help"]).stdout).contains("demo export FILE"));
}
