//! Finding records by their words.

use std::cell::RefCell;

use journal::{KindName, Record, SearchQuery};
use proptest::prelude::*;
use vault::{Filter, Hit, Vault};

use crate::support::{Home, id, note, now};

fn find(vault: &Vault, typed: &str) -> Vec<Hit> {
    let query = SearchQuery::parse(typed);
    let hits = vault.search(&query, &Filter::default()).unwrap();
    assert_eq!(vault.count_found(&query, &Filter::default()).unwrap() as usize, hits.len());
    hits
}

fn titles(vault: &Vault, typed: &str) -> Vec<String> {
    find(vault, typed).iter().map(|hit| hit.record.title().to_owned()).collect()
}

fn marked(hit: &Hit) -> Vec<&str> {
    hit.parts.iter().filter(|part| part.hit).map(|part| part.text.as_str()).collect()
}

#[test]
fn all_words_must_be_there_and_the_newest_comes_first() {
    let home = Home::with(&[
        note(1, "We argued about money again."),
        note(3, "Money was short, and we argued."),
        note(2, "A good day with money in it."),
    ]);
    let vault = home.open();
    assert_eq!(titles(&vault, "money"), ["Note 3", "Note 2", "Note 1"]);
    assert_eq!(titles(&vault, "money argued"), ["Note 3", "Note 1"]);
    assert_eq!(
        titles(&vault, "MON"),
        ["Note 3", "Note 2", "Note 1"],
        "the last word may be unfinished"
    );
    assert!(titles(&vault, "oney").is_empty());
    assert!(titles(&vault, "").is_empty());
}

#[test]
fn accents_and_case_do_not_matter() {
    let home = Home::with(&[note(1, "Mañana en el CAFÉ, cafe\u{301}, Straße, Ärger, Ольга")]);
    let vault = home.open();
    for typed in
        ["manana", "MAÑANA", "man\u{303}ana", "cafe", "café", "arger", "ärg", "ольга", "ОЛЬ"]
    {
        assert_eq!(titles(&vault, typed), ["Note 1"], "{typed}");
    }
}

#[test]
fn the_excerpt_marks_what_was_found() {
    let long = "before ".repeat(200) + "the lantern went out" + &" after".repeat(200);
    let home = Home::with(&[note(1, &long)]);
    let hits = find(&home.open(), "lant");
    assert_eq!(marked(&hits[0]), ["lantern"]);
    let whole: String = hits[0].parts.iter().map(|part| part.text.as_str()).collect();
    assert!(whole.contains("the lantern went") && whole.len() < 400, "a piece, not the page");
}

#[test]
fn marks_typed_by_the_writer_are_not_hits() {
    let home = Home::with(&[note(1, "a \u{fdd0}false\u{fdd1} lantern \u{2}x\u{3} <b>bold</b>")]);
    let hits = find(&home.open(), "lantern");
    assert_eq!(marked(&hits[0]), ["lantern"]);
}

#[test]
fn the_index_follows_every_change() {
    let home = Home::with(&[note(1, "lantern")]);
    let mut vault = home.open();
    vault.save(&note(1, "candle"), now()).unwrap();
    assert!(titles(&vault, "lantern").is_empty(), "the old words are gone");
    assert_eq!(titles(&vault, "candle"), ["Note 1"]);
    vault.trash(id(1), now()).unwrap();
    assert!(titles(&vault, "candle").is_empty());
    let in_trash = Filter { trashed: true, ..Filter::default() };
    assert_eq!(vault.search(&SearchQuery::parse("candle"), &in_trash).unwrap().len(), 1);
    vault.untrash(id(1)).unwrap();
    assert_eq!(titles(&vault, "candle"), ["Note 1"]);
    vault.trash(id(1), now()).unwrap();
    vault.delete_forever(id(1)).unwrap();
    assert_eq!(vault.search(&SearchQuery::parse("candle"), &in_trash).unwrap().len(), 0);
    vault.put_draft(&note(2, "candle"), now()).unwrap();
    assert!(titles(&vault, "candle").is_empty(), "drafts are not searched");
    vault.check_whole().unwrap();
}

#[test]
fn filters_narrow_a_search() {
    let home = Home::new();
    let mut vault = home.open();
    for number in 1..=20 {
        let mut record = note(number, "lantern");
        if number % 4 == 0 {
            record.around.people = vec![id(100)];
        }
        vault.save(&record, now()).unwrap();
    }
    let query = SearchQuery::parse("lantern");
    let search = |filter: &Filter| vault.search(&query, filter).unwrap();
    assert_eq!(search(&Filter { people: vec![id(100)], ..Filter::default() }).len(), 5);
    assert_eq!(search(&Filter { kinds: vec![KindName::Conflict], ..Filter::default() }).len(), 0);
    assert_eq!(search(&Filter { kinds: vec![KindName::Note], ..Filter::default() }).len(), 20);
    let first = search(&Filter { limit: Some(8), ..Filter::default() });
    let next = Filter { limit: Some(8), before: Some(first[7].record.id), ..Filter::default() };
    assert_eq!(search(&next)[0].record.title(), "Note 12");
    assert_eq!(vault.count_found(&query, &next).unwrap(), 20, "the whole number, for the page");
}

#[test]
fn hostile_queries_find_nothing_and_break_nothing() {
    let home = Home::with(&[note(1, "a lantern")]);
    let vault = home.open();
    for typed in [
        "\"",
        "''",
        "*",
        "a*b",
        "text:lantern",
        "^lantern",
        "NEAR(a b)",
        "a AND",
        "OR",
        "NOT",
        "(",
        ")",
        "-lantern",
        "a-b",
        "{text}:x",
        "\0",
        "lantern\0",
        ";DROP TABLE record",
        "%",
        "_",
        "\\",
        "\u{fdd0}",
        "record_search",
        "rank",
        "日本",
        "👩‍👩‍👧",
        "\u{202e}",
        "١٢٣",
        "ﬁ",
        "\u{10ffff}",
    ] {
        let _ = find(&vault, typed);
    }
    assert!(titles(&vault, "lantern OR candle").is_empty(), "OR is a word");
    assert_eq!(titles(&vault, "-lantern"), ["Note 1"]);
    vault.check_whole().unwrap();
}

#[test]
fn nothing_that_can_be_typed_is_an_error() {
    let home = Home::with(&[note(1, "a lantern")]);
    let vault = home.open();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(500));
    let texts = (any::<String>(), "[\\PC\"'*:^(){}+-]{0,20}");
    let outcome = runner.run(&texts, |(any, pointed)| {
        for typed in [any, pointed] {
            let query = SearchQuery::parse(&typed);
            prop_assert!(vault.search(&query, &Filter::default()).is_ok(), "{typed:?}");
        }
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn every_saved_text_is_found_by_its_own_words() {
    let home = Home::new();
    let vault = RefCell::new((home.open(), 0));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(60));
    let outcome = runner.run(&"[a-zäñéß]{2,9}( [a-zäñéß]{2,9}){0,5}", |text| {
        let (vault, number) = &mut *vault.borrow_mut();
        *number += 1;
        let record: Record = note(*number, &text);
        vault.save(&record, now()).unwrap();
        prop_assert_eq!(vault.record(record.id).unwrap(), Some(record.clone()));
        let found = vault.search(&SearchQuery::parse(&text), &Filter::default()).unwrap();
        prop_assert!(found.iter().any(|hit| hit.record == record), "{}", text);
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn unfinished_texts_are_found_by_their_words_and_by_the_filter() {
    let home = Home::with(&[note(1, "A kept page about money.")]);
    let mut vault = home.open();
    vault.put_draft(&note(2, "Begun: Márta and the money, and never left."), now()).unwrap();
    let mut changed = note(1, "A kept page about the lantern.");
    changed.share = journal::Share::ToBring;
    vault.put_draft(&changed, now()).unwrap();
    let found = |typed: &str, filter: &Filter| -> Vec<String> {
        let hits = vault.search_drafts(&SearchQuery::parse(typed), filter).unwrap();
        hits.iter().map(|hit| hit.record.title().to_owned()).collect()
    };
    let all = Filter::default();
    assert_eq!(found("marta mon", &all), ["Note 2"]);
    assert_eq!(found("marta lantern", &all), [""; 0], "all words must be in one");
    assert_eq!(found("lantern", &all), ["Note 1"], "what was changed and not left");
    assert_eq!(found("", &all).len(), 2);
    let to_bring = Filter { share: Some(journal::Share::ToBring), ..Filter::default() };
    assert_eq!(found("", &to_bring), ["Note 1"]);
    let people = Filter { kinds: vec![KindName::Person], ..Filter::default() };
    assert_eq!(found("money", &people), [""; 0]);
    let hits = vault.search_drafts(&SearchQuery::parse("money"), &all).unwrap();
    assert_eq!(marked(&hits[0]), ["money"]);
}
