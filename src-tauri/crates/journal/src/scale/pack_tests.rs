//! Scale files from outside: what is taken, and every fault by its name.

use super::*;
use crate::answers::{Answer, Answers};
use crate::scale::Scale;

/// A made-up scale of three questions, one of them reversed, multiplied by four.
fn file() -> String {
    r#"{
      "id": "calm-3", "version": "1", "language": "en", "title": "Calm",
      "copyright": "Nobody", "licence": "CC0", "permission": "made for a test",
      "source_url": "https://example.org/", "verified_on": "2026-01-31", "rule": "1",
      "recall_days": 14, "stem": "In the last two weeks",
      "options": [{"value": 0, "text": "never"}, {"value": 1, "text": "some"}, {"value": 5, "text": "always"}],
      "items": [{"id": "a", "text": "I felt calm"}, {"id": "b", "text": "I felt rushed"}, {"id": "c", "text": "I slept", "options": [{"value": 1, "text": "no"}, {"value": 2, "text": "yes"}]}],
      "scores": [{"id": "index", "title": "Index", "items": ["a", "b", "c"], "reversed": ["b", "c"], "times": 4, "low": 4, "high": 48,
        "bands": [{"from": 4, "to": 20, "name": "low"}, {"from": 21, "to": 48, "name": "high"}]}]
    }"#
    .to_owned()
}

fn fault(change: impl Fn(&mut Scale)) -> Option<PackFault> {
    let mut scale: Scale = serde_json::from_str(&file()).unwrap();
    change(&mut scale);
    check(&scale).err()
}

#[test]
fn a_whole_file_is_taken() {
    let scale = read(file().as_bytes()).unwrap();
    let given = |values: [u16; 3]| {
        ["a", "b", "c"]
            .iter()
            .zip(values)
            .map(|(id, value)| Answer { item: (*id).into(), value: Some(value) })
            .collect::<Vec<_>>()
    };
    let index = |values| scoring::score(&scale, &given(values))[0].value;
    assert_eq!(index([0, 5, 2]), Some(4), "0 + (5-5) + (3-2) = 1, times 4");
    assert_eq!(index([5, 0, 1]), Some(48), "5 + 5 + 2 = 12, times 4");
    assert_eq!(index([1, 1, 1]), Some(28), "1 + 4 + 2 = 7, times 4");
    assert_eq!(scoring::score(&scale, &given([1, 1, 1]))[0].band.as_deref(), Some("high"));
}

#[test]
fn every_fault_has_its_name() {
    let missing = |field: &str| Some(PackFault::Missing { field: field.to_owned() });
    assert_eq!(fault(|_| ()), None);
    assert_eq!(fault(|scale| scale.copyright = " ".into()), missing("copyright"));
    assert_eq!(fault(|scale| scale.licence.clear()), missing("licence"));
    assert_eq!(fault(|scale| scale.permission.clear()), missing("permission"));
    assert_eq!(fault(|scale| scale.source_url.clear()), missing("source_url"));
    assert_eq!(fault(|scale| scale.version.clear()), missing("version"));
    assert_eq!(fault(|scale| scale.verified_on.clear()), missing("verified_on"));
    assert_eq!(fault(|scale| scale.verified_on = "soon".into()), Some(PackFault::Day));
    assert_eq!(fault(|scale| scale.items.clear()), Some(PackFault::Size));
    assert_eq!(fault(|scale| scale.items[0].text.clear()), Some(PackFault::Size));
    assert_eq!(fault(|scale| scale.stem = "x".repeat(2_001)), Some(PackFault::Size));
    assert_eq!(fault(|scale| scale.slot = true), Some(PackFault::Size));
    assert_eq!(fault(|scale| scale.items[1].id = "a".into()), Some(PackFault::Doubled));
    assert_eq!(fault(|scale| scale.options[1].value = 0), Some(PackFault::Options { item: 1 }));
    assert_eq!(
        fault(|scale| scale.items[2].options[0].text.clear()),
        Some(PackFault::Options { item: 3 })
    );
    assert_eq!(fault(|scale| scale.options[2].value = 9_000), Some(PackFault::Options { item: 1 }));
    assert_eq!(fault(|scale| scale.items[0].unscored = true), Some(PackFault::Rule));
    assert_eq!(fault(|scale| scale.scores[0].items[0] = "z".into()), Some(PackFault::Rule));
    assert_eq!(fault(|scale| scale.scores[0].items[0] = "b".into()), Some(PackFault::Rule));
    assert_eq!(fault(|scale| scale.scores[0].high = 47), Some(PackFault::Ends));
    assert_eq!(fault(|scale| scale.scores[0].times = None), Some(PackFault::Ends));
    assert_eq!(fault(|scale| scale.scores[0].bands[1].from = 22), Some(PackFault::Bands));
    assert_eq!(fault(|scale| scale.scores[0].bands[1].to = 47), Some(PackFault::Bands));
    assert_eq!(
        fault(|scale| scale.items[0].loinc = Some("44260-8".into())),
        Some(PackFault::ItemNine)
    );
    assert_eq!(fault(|scale| scale.id = "pacs".into()), Some(PackFault::Unlike));
}

#[test]
fn what_is_no_scale_file_is_told_by_its_line() {
    assert_eq!(read(b"hello"), Err(PackFault::NoScale { line: 1 }));
    assert_eq!(read(b"\xff\xfe"), Err(PackFault::NoScale { line: 1 }));
    let unknown = file().replace("\"stem\"", "\"style\"");
    assert!(matches!(read(unknown.as_bytes()), Err(PackFault::NoScale { line: 5 })));
    let long = vec![b' '; LONGEST + 1];
    assert_eq!(read(&long), Err(PackFault::TooLong));
}

/// The slot of PACS filled with made-up words.
fn pacs() -> Scale {
    let slot = built_in::built_in().iter().find(|scale| scale.id == "pacs").unwrap();
    let mut scale =
        Scale { slot: false, version: "1".into(), language: "en".into(), ..slot.clone() };
    scale.options.iter_mut().for_each(|choice| choice.text = format!("answer {}", choice.value));
    scale.items.iter_mut().for_each(|item| item.text = format!("question {}", item.id));
    scale
}

#[test]
fn a_file_can_fill_a_slot_with_words_and_not_change_the_counting() {
    assert_eq!(check(&pacs()), Ok(()));
    let mut more = pacs();
    more.options.push(AnswerChoice { value: 7, text: "more".into(), ..AnswerChoice::default() });
    more.scores[0].high = 35;
    assert_eq!(check(&more), Err(PackFault::Unlike));
    let scale = pacs();
    let all = |value| {
        let answers =
            scale.items.iter().map(|item| Answer { item: item.id.clone(), value: Some(value) });
        Answers { answers: answers.collect(), ..Answers::default() }.counted(&scale).score("total")
    };
    assert_eq!((all(0), all(3), all(6)), (Some(0), Some(15), Some(30)));
}

#[test]
fn a_built_in_scale_comes_in_other_languages_only() {
    let ours = built_in::find("phq-9").unwrap().clone();
    assert_eq!(check(&ours), Err(PackFault::BuiltIn));
    let mut other = Scale { language: "xx".into(), ..ours };
    assert_eq!(check(&other), Ok(()));
    other.items[8].care = false;
    assert_eq!(check(&other), Err(PackFault::Unlike), "item 9 keeps its card");
}
