//! The page as FHIR, CSV and Markdown: what stands on it stands there, what was taken
//! out is nowhere.

use std::collections::BTreeSet;

use journal::Record;
use journal::choices::{Names, PageChoices, Paper};
use serde_json::Value;
use summary::Laid;

use crate::sample::*;

fn random() -> impl FnMut(&mut [u8]) {
    let mut last = 0_u8;
    move |bytes: &mut [u8]| {
        for byte in bytes {
            last = last.wrapping_mul(31).wrapping_add(7);
            *byte = last;
        }
        last = last.wrapping_add(1);
    }
}

fn fhir(records: &[Record], choices: &PageChoices) -> String {
    let laid = Laid::new(&compose(records, choices), Paper::A4).unwrap();
    summary::fhir(laid.page(), at(NOW), &mut random())
}

fn csv(records: &[Record], choices: &PageChoices) -> String {
    String::from_utf8(summary::csv(&compose(records, choices))).unwrap()
}

fn markdown(records: &[Record], choices: &PageChoices) -> String {
    summary::markdown(&compose(records, choices))
}

/// Every string below a key of this name.
fn all_of<'a>(value: &'a Value, key: &str, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                if name == key {
                    found.extend(value.as_str());
                }
                all_of(value, key, found);
            }
        }
        Value::Array(array) => array.iter().for_each(|value| all_of(value, key, found)),
        _ => {}
    }
}

#[test]
fn a_document_begins_with_its_composition_and_every_reference_resolves() {
    let bundle: Value = serde_json::from_str(&fhir(&journal(), &PageChoices::default())).unwrap();
    assert_eq!(bundle["type"], "document");
    let entries = bundle["entry"].as_array().unwrap();
    let composition = &entries[0]["resource"];
    assert_eq!(composition["resourceType"], "Composition");
    assert_eq!(composition["type"]["coding"][0]["code"], "51855-5");
    assert!(composition["section"].as_array().unwrap().len() > 4);
    let urls: BTreeSet<&str> =
        entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    assert_eq!(urls.len(), entries.len(), "no two entries have one id");
    let mut references = Vec::new();
    all_of(&bundle, "reference", &mut references);
    assert!(references.len() > entries.len());
    assert!(references.iter().all(|reference| urls.contains(reference)));
    let reached: BTreeSet<&str> = references.into_iter().collect();
    assert_eq!(reached.len(), entries.len() - 1, "all but the composition are referred to");
    for entry in entries {
        let labels = &entry["resource"]["meta"]["security"];
        assert_eq!([&labels[0]["code"], &labels[1]["code"]], ["R", "ETH"]);
    }
}

#[test]
fn a_skipped_answer_and_an_unknown_day_say_so_and_are_never_zero() {
    let mut records = journal();
    let own = |record: &Record| record.at.day().to_string() != "2026-03-07";
    records.retain(|record| record.kind() != journal::KindName::CheckIn || own(record));
    let bundle: Value = serde_json::from_str(&fhir(&records, &PageChoices::default())).unwrap();
    let observations = bundle["entry"].as_array().unwrap().iter().skip(2);
    let of = |code: &str, day: &str| -> Vec<Value> {
        let here = |entry: &&Value| {
            let one = &entry["resource"];
            one["code"]["coding"][0]["code"] == code
                && one["effectiveDateTime"].as_str().is_some_and(|at| at.starts_with(day))
        };
        observations.clone().filter(here).map(|entry| entry["resource"].clone()).collect()
    };
    let unknown = of("craving-peak", "2026-03-07");
    assert_eq!(unknown.len(), 1);
    assert_eq!(unknown[0]["dataAbsentReason"]["coding"][0]["code"], "unknown");
    assert!(unknown[0]["valueQuantity"].is_null());
    assert!(of("use-day", "2026-03-07")[0]["valueBoolean"].is_null());
    assert_eq!(of("use-day", "2026-03-08")[0]["valueBoolean"], false);
    let skipped = of("craving-peak", "2026-03-08");
    assert!(skipped.iter().all(|one| one["valueQuantity"].is_null()), "never asked for there");
    assert!(
        csv(&records, &PageChoices::default()).contains("2026-03-07,,craving,,0-10,unknown\r\n")
    );
}

#[test]
fn no_name_stands_there_unless_it_was_chosen() {
    let masked = fhir(&journal(), &PageChoices::default());
    let open = PageChoices { names: Names::AsWritten, label: "K. L.".into(), ..Default::default() };
    let written = fhir(&journal(), &open);
    assert!(written.contains("Dan") && written.contains("\"text\": \"K. L.\""));
    for word in ["Dan", "Ruth", "Okafor", "\"name\""] {
        assert!(!masked.contains(word), "{word}");
    }
    for record in journal() {
        assert!(!written.contains(&record.id.to_string()), "ids are of the file alone");
    }
}

#[test]
fn only_me_and_blacked_out_words_are_in_no_file() {
    let open = PageChoices { names: Names::AsWritten, ..PageChoices::default() };
    let mut shared = journal();
    for record in &mut shared {
        record.share = journal::Share::ToBring;
    }
    let all = |records: &[Record], choices: &PageChoices| {
        [fhir(records, choices), markdown(records, choices)]
    };
    let found = all(&shared, &open);
    assert!(found.iter().all(|file| file.contains("xylophone") && file.contains("Zanzibar")));
    let masked = all(&journal(), &PageChoices::default());
    assert!(!masked.iter().any(|file| file.contains("xylophone") || file.contains("Zanzibar")));

    let word = "quarter past seven";
    assert!(found.iter().all(|file| file.contains(word)), "the search finds it");
    let black = PageChoices { blackouts: vec![blackout(CONFLICT, word)], ..open };
    let gone = all(&shared, &black);
    assert!(gone.iter().all(|file| !file.contains("quarter") && file.contains("████")));
}

#[test]
fn what_was_not_ticked_is_in_no_file() {
    let days = PageChoices { use_days: false, ..PageChoices::default() };
    let with = csv(&journal(), &PageChoices::default());
    assert!(with.contains("use_day") && with.contains("used_since_last"));
    assert!(!csv(&journal(), &days).contains("use"));
    assert!(!fhir(&journal(), &days).contains("use-day"));
    assert!(!markdown(&journal(), &days).contains("| used |"));
    let none = PageChoices { cravings: false, ..PageChoices::default() };
    assert_eq!(csv(&journal(), &none).lines().count(), 1);
    assert!(!fhir(&journal(), &none).contains("Observation"));
}

#[test]
fn markdown_reads_in_the_order_of_the_page() {
    let text = markdown(&journal(), &PageChoices::default());
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}\n{text}"));
    let order = ["# Session summary", "## Please read first", "1. ", "| --- |", "\n---\n"];
    let places: Vec<usize> = order.into_iter().map(place).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(text.trim_end().ends_with("Not a diagnosis."));
}

#[test]
fn the_published_list_of_codes_is_the_one_that_is_used() {
    let published = include_str!("../../fhir/CodeSystem-ipt-notes.json");
    let published: Value = serde_json::from_str(published).unwrap();
    assert_eq!(published, serde_json::from_str::<Value>(&summary::code_system()).unwrap());
}

#[test]
fn a_page_since_a_day_says_so_and_holds_no_day_before() {
    let records = journal();
    let since = Some("2026-03-07".parse().unwrap());
    let material = summary::Material { since, ..material(&records) };
    let page = summary::compose(&material, &PageChoices::default());
    let text = crate::composing::text(&page);
    assert!(text.contains("Covers 7 to 9 March, 3 days."), "{text}");
    assert!(text.contains("Since 7 March 2026: 3 check-ins on 3 of 3 days."), "{text}");
    assert_eq!(page.figures.check_ins.len(), 3);
    assert_eq!(page.figures.days.len(), 3);
}

fn phq(number: u128, when: &str, values: [Option<u16>; 9]) -> Record {
    use journal::answers::{Answer, Answers};
    let scale = journal::scale::built_in::find("phq-9").unwrap();
    let answer = |(item, value): (&journal::scale::Question, Option<u16>)| Answer {
        item: item.id.clone(),
        value,
    };
    let answers = scale.items.iter().zip(values).map(answer).collect();
    let answers = Answers { scale: scale.id.clone(), answers, ..Answers::default() };
    record(number, when, journal::Body::Answers(answers.counted(scale)))
}

/// The resources of a document with this LOINC code.
fn with_code(bundle: &Value, code: &str) -> Vec<Value> {
    let resources = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    resources.filter(|one| one["code"]["coding"][0]["code"] == code).cloned().collect()
}

#[test]
fn scores_come_with_their_answers_and_item_nine_is_never_the_total() {
    let mut records = journal();
    records.push(phq(300, "2026-02-01T20:00", [Some(1); 9]));
    let skipped = [Some(2), None, Some(2), Some(2), Some(2), Some(2), Some(2), Some(2), Some(1)];
    records.push(phq(301, "2026-03-08T20:00", skipped));
    let bundle: Value = serde_json::from_str(&fhir(&records, &PageChoices::default())).unwrap();
    let totals = with_code(&bundle, "44261-6");
    assert_eq!(totals.len(), 2);
    assert_eq!(totals[0]["valueQuantity"]["value"], 9);
    assert_eq!(totals[1]["dataAbsentReason"]["coding"][0]["code"], "unknown", "never a guess");
    let nine = with_code(&bundle, "44260-8");
    assert_eq!(nine.len(), 1, "the newest answer, once");
    let answer = &nine[0]["valueCodeableConcept"]["coding"][0];
    assert_eq!(
        (&answer["code"], &answer["extension"][0]["valueDecimal"]),
        (&"LA6569-3".into(), &1.into())
    );
    let forms: Vec<&Value> = bundle["entry"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["resource"]["resourceType"] == "QuestionnaireResponse")
        .collect();
    assert_eq!(forms.len(), 2);
    assert_eq!(totals[1]["derivedFrom"][0]["reference"], forms[1]["fullUrl"]);
    assert_eq!(forms[1]["resource"]["item"][1]["extension"][0]["valueCode"], "unknown");
    let csv = csv(&records, &PageChoices::default());
    assert!(csv.contains("2026-02-01,20:00+01:00,phq-9 total,9,score,answered\r\n"), "{csv}");
    assert!(csv.contains("2026-03-08,20:00+01:00,phq-9 total,,score,skipped\r\n"), "{csv}");
}

#[test]
fn item_nine_that_is_not_shared_is_in_no_answer() {
    let mut records = journal();
    records.push(phq(300, "2026-03-08T20:00", [0, 0, 0, 0, 0, 0, 0, 0, 3].map(Some)));
    let choices = PageChoices { item_nine: false, ..PageChoices::default() };
    let file = fhir(&records, &choices);
    let bundle: Value = serde_json::from_str(&file).unwrap();
    assert!(with_code(&bundle, "44260-8").is_empty());
    assert!(!file.contains("LA6571-9"), "nobody answered so to anything else");
    assert!(file.contains("\"masked\""), "and the form says that it is withheld");
    let none = PageChoices { scores: false, ..PageChoices::default() };
    assert!(!fhir(&records, &none).contains("QuestionnaireResponse"));
    assert!(!csv(&records, &none).contains("phq-9"));
}
