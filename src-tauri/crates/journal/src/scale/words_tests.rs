//! The words of the built-in scales against the domain reference, byte for byte, and the
//! files against what they must say.

use super::*;
use crate::scale::built_in::{FILES, MUST_SAY, find, says_all};

/// Sections C.1, C.2, C.3 and C.5 of the domain reference as they stand.
const WORDING: &str = include_str!("../../scales/wording.md");

fn section(heading: &str) -> &'static str {
    let start = WORDING.find(heading).unwrap();
    let rest = &WORDING[start + heading.len()..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

/// The cells of every row of the first table of a section.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let lines =
        section(heading).lines().filter(|line| line.starts_with("| ") && !line.starts_with("| #"));
    lines.map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

fn after<'a>(text: &'a str, start: &str) -> &'a str {
    &text[text.find(start).unwrap() + start.len()..]
}

fn until<'a>(text: &'a str, end: &str) -> &'a str {
    &text[..text.find(end).unwrap()]
}

fn words(choices: &[AnswerChoice]) -> Vec<String> {
    choices.iter().map(|choice| format!("{} {}", choice.text, choice.value)).collect()
}

/// Whether the parts stand one after the other, with a dot between.
fn in_order(choices: &[AnswerChoice]) -> String {
    words(choices).join(" · ")
}

#[test]
fn every_file_is_read_and_says_what_it_must() {
    for file in FILES {
        assert!(says_all(file));
        let scale: Scale = serde_json::from_str(file).unwrap();
        assert!(scale.verified_on.parse::<chrono::NaiveDate>().is_ok(), "{}", scale.id);
        assert!(scale.source_url.starts_with("https://"), "{}", scale.id);
        assert!(!scale.waits.is_empty(), "{}: nothing is ever wholly settled", scale.id);
    }
    assert_eq!(built_in().len(), FILES.len());
}

#[test]
fn a_file_that_does_not_say_all_does_not_compile() {
    // `says_all` is what the build asserts for each file.
    for file in FILES {
        for name in MUST_SAY {
            let start = file.find(&format!("\"{name}\": \"")).unwrap() + name.len() + 5;
            let end = start + file[start..].find("\",\n").unwrap();
            let emptied = format!("{}{}", &file[..start], &file[end..]);
            assert!(!says_all(&emptied), "{name} is empty");
            assert!(
                !says_all(&file.replace(&format!("\"{name}\""), "\"other\"")),
                "{name} is gone"
            );
        }
    }
}

#[test]
fn phq_9_is_as_it_stands() {
    let scale = find("phq-9").unwrap();
    let text = section("## C.1");
    assert_eq!(scale.stem, until(after(text, "Stem: **"), "**"));
    let options: Vec<_> = scale
        .options
        .iter()
        .map(|one| format!("{} {} ({})", one.text, one.value, one.loinc.as_deref().unwrap()))
        .collect();
    assert_eq!(options.join(" · "), until(after(text, "Options: "), "\n"));
    let rows = rows("## C.1");
    assert_eq!((rows.len(), scale.items.len()), (10, 10));
    for (item, row) in scale.items.iter().zip(&rows).take(9) {
        assert_eq!((item.id.as_str(), item.text.as_str()), (row[0], row[1]));
        assert_eq!(item.loinc.as_deref(), Some(row[2].trim_matches('*').trim_end_matches(" |")));
        assert_eq!((item.unscored, item.care), (false, item.id == "9"));
    }
    let (text, options) = rows[9][1].split_once(" – ").unwrap();
    let hard = &scale.items[9];
    assert_eq!((hard.text.as_str(), hard.unscored), (text, true));
    assert_eq!(
        hard.options.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join(" / "),
        options
    );
}

#[test]
fn gad_7_is_as_it_stands() {
    let scale = find("gad-7").unwrap();
    let phq = find("phq-9").unwrap();
    assert_eq!((&scale.stem, &scale.options), (&phq.stem, &phq.options), "as PHQ-9");
    assert_eq!(scale.options[0].text, "Not at all", "never “not at all sure”");
    let rows = rows("## C.2");
    assert_eq!((rows.len(), scale.items.len()), (7, 7));
    for (item, row) in scale.items.iter().zip(rows) {
        let code = item.loinc.as_deref().unwrap();
        assert_eq!(
            (item.id.as_str(), item.text.as_str(), code),
            (row[0], row[1], row[2].trim_end_matches(" |"))
        );
    }
}

#[test]
fn bam_r_is_as_it_stands() {
    let scale = find("bam-r").unwrap();
    let extent = until(after(section("## C.3"), "Extent: "), ".\n");
    let rows = rows("## C.3");
    assert_eq!((rows.len(), scale.items.len()), (17, 23));
    for row in rows {
        let text = row[1].split(" *(").next().unwrap();
        if row[0] == "7A–G" {
            let letters = ["A", "B", "C", "D", "E", "F", "G"];
            let parts = letters.iter().zip(&scale.items[6..13]);
            let joined: Vec<_> =
                parts.map(|(letter, item)| format!("{letter} {}", item.text)).collect();
            assert_eq!(format!("{} {}", scale.items[6].lead, joined.join(" ")), text);
            assert!(scale.items[6..13].iter().all(|item| item.lead == scale.items[6].lead));
            continue;
        }
        let item = scale.item(row[0]).unwrap();
        assert_eq!(item.text, text);
        match row[2] {
            "days" => assert_eq!(item.days, Some(30)),
            "extent" => assert_eq!(in_order(&item.options), extent),
            answers => assert_eq!(in_order(&item.options), answers),
        }
    }
}

#[test]
fn ucla_3_is_as_it_stands() {
    let scale = find("ucla-3").unwrap();
    let text = section("## C.5");
    let questions: Vec<_> = scale.items[..3].iter().map(|item| item.text.as_str()).collect();
    assert!(text.contains(&format!(
        "{} — {}. Sum 3–9",
        questions.join(" · "),
        in_order(&scale.options)
    )));
    let direct = scale.item("direct").unwrap();
    let words: Vec<_> = direct.options.iter().map(|one| one.text.as_str()).collect();
    assert!(text.contains(&format!(
        "Direct: {} — {} (reported alone, not summed)",
        direct.text,
        words.join(" · ")
    )));
    assert!(direct.unscored);
}

#[test]
fn what_was_not_checked_has_no_words() {
    for id in ["pacs", "audit-c"] {
        assert!(find(id).is_none(), "{id} cannot be filled");
        let slot = built_in().iter().find(|scale| scale.id == id).unwrap();
        assert!(slot.items.iter().all(|item| item.text.is_empty()));
        assert!(slot.options.iter().all(|choice| choice.text.is_empty()));
    }
}
