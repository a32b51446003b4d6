//! Saving, versions, trash, lists, drafts.

use journal::conflict::{Conflict, Speaker, Turn};
use journal::person::Person;
use journal::{Body, Invalid, KindName, Record, Share};
use vault::{Error, Filter, Saved, Vault};

use crate::support::{Home, at, id, note, now};

fn titles(records: &[Record]) -> Vec<&str> {
    records.iter().map(Record::title).collect()
}

fn of_kind(kind: KindName) -> Filter {
    Filter { kinds: vec![kind], ..Filter::default() }
}

#[test]
fn every_kind_is_kept_and_found_again_without_a_line_of_its_own() {
    let home = Home::new();
    let mut vault = home.open();
    for (number, &kind) in KindName::ALL.iter().enumerate() {
        let record = Record::new(id(number as u128 + 1), now(), kind);
        match vault.save(&record, now()) {
            Ok(saved) => {
                assert_eq!(saved, Saved { version: 1 });
                assert_eq!(vault.record(record.id).unwrap().as_ref(), Some(&record), "{kind:?}");
                assert_eq!(vault.records(&of_kind(kind)).unwrap(), [record], "{kind:?}");
            }
            Err(Error::Invalid(_)) => {
                // Some kinds need an answer before they may be kept, their draft does not.
                vault.put_draft(&record, now()).unwrap();
                assert_eq!(vault.draft(record.id).unwrap(), Some(record));
            }
            Err(error) => panic!("{kind:?}: {error}"),
        }
    }
    assert!(vault.counts().unwrap().len() >= 5, "most kinds may be kept empty");
    vault.check_whole().unwrap();
}

#[test]
fn what_was_saved_is_there_after_closing() {
    let records: Vec<Record> = (1..=5).map(|number| note(number, "words")).collect();
    let home = Home::with(&records);
    let vault = home.open();
    assert_eq!(vault.all().unwrap(), records, "oldest first");
    assert_eq!(
        titles(&vault.records(&Filter::default()).unwrap()),
        ["Note 5", "Note 4", "Note 3", "Note 2", "Note 1"]
    );
    assert_eq!(vault.counts().unwrap(), [(KindName::Note, 5)]);
}

#[test]
fn text_of_every_script_comes_back_equal() {
    let home = Home::new();
    let mut vault = home.open();
    for (number, text) in [
        "e\u{301} é 日本語 العربية עברית 👩‍👩‍👧 \u{202e}abc\u{202c}",
        "a\0b\u{1}\u{7f}\u{fdd0}\u{fdd1}\u{feff}\u{fffe}",
        "'; DROP TABLE record; -- \" \\ \r\n\t",
        "",
    ]
    .into_iter()
    .enumerate()
    {
        let record = note(number as u128, text);
        vault.save(&record, now()).unwrap();
        assert_eq!(vault.record(record.id).unwrap(), Some(record));
    }
    vault.check_whole().unwrap();
}

#[test]
fn the_last_twenty_versions_are_kept() {
    let home = Home::new();
    let mut vault = home.open();
    for version in 1..=25 {
        let saved = vault.save(&note(1, &format!("text {version}")), now()).unwrap();
        assert_eq!(saved.version, version);
    }
    let history = vault.history(id(1)).unwrap();
    assert_eq!(history.len(), 20);
    for (version, kept) in history.iter().zip((6..=25).rev()) {
        assert_eq!(version.version, kept);
        assert_eq!(version.record, note(1, &format!("text {kept}")));
    }
    assert!(vault.history(id(2)).unwrap().is_empty());
}

#[test]
fn saving_without_a_change_makes_no_version() {
    let home = Home::new();
    let mut vault = home.open();
    vault.save(&note(1, "same"), now()).unwrap();
    vault.put_draft(&note(1, "same"), now()).unwrap();
    assert_eq!(vault.save(&note(1, "same"), now()).unwrap().version, 1);
    assert_eq!(vault.history(id(1)).unwrap().len(), 1);
    assert_eq!(vault.draft(id(1)).unwrap(), None, "the draft is done with all the same");
}

#[test]
fn a_version_tells_when_it_was_saved() {
    let home = Home::new();
    let mut vault = home.open();
    let (first, second) = (at("2026-03-09T10:00:00+01:00"), at("2026-03-09T09:30:00-05:00"));
    vault.save(&note(1, "one"), first).unwrap();
    vault.save(&note(1, "two"), second).unwrap();
    let saved: Vec<_> = vault.history(id(1)).unwrap().into_iter().map(|kept| kept.saved).collect();
    assert_eq!(saved, [second, first]);
}

#[test]
fn an_invalid_record_changes_nothing() {
    let home = Home::new();
    let mut vault = home.open();
    vault.put_draft(&note(1, "draft"), now()).unwrap();
    let mut long = note(1, "text");
    let Body::Note(body) = &mut long.body else { panic!("a note") };
    body.title = "x".repeat(10_000);
    let refused = vault.save(&long, now()).unwrap_err();
    assert!(matches!(refused, Error::Invalid(Invalid::TooLong { field: "title", .. })));
    assert_eq!(vault.record(id(1)).unwrap(), None);
    assert_eq!(vault.draft(id(1)).unwrap(), Some(note(1, "draft")), "the words are still there");
    let import = vault.import(&[note(2, "fine"), long], now());
    assert!(import.is_err() && vault.record(id(2)).unwrap().is_none(), "all or nothing");
}

#[test]
fn a_moment_that_could_not_be_read_again_is_refused() {
    let home = Home::new();
    let mut vault = home.open();
    for year in ["+12026-03-09T10:00:00Z", "-0044-03-15T10:00:00Z", "2026-03-09T23:59:60Z"] {
        let Ok(moment) = year.parse() else { continue };
        let record = Record::new(id(1), journal::Moment(moment), KindName::Note);
        if vault.save(&record, now()).is_ok() {
            assert_eq!(vault.record(id(1)).unwrap(), Some(record), "{year}");
        }
    }
    vault.check_whole().unwrap();
}

#[test]
fn trash_keeps_everything_until_it_is_emptied() {
    let home = Home::with(&[note(1, "keep"), note(2, "throw")]);
    let mut vault = home.open();
    vault.trash(id(2), at("2026-03-09T11:00:00+01:00")).unwrap();
    vault.trash(id(2), at("2026-03-10T11:00:00+01:00")).unwrap();

    assert_eq!(titles(&vault.all().unwrap()), ["Note 1"]);
    assert_eq!(vault.counts().unwrap(), [(KindName::Note, 1)]);
    let trashed = vault.trashed().unwrap();
    assert_eq!(
        trashed,
        [(note(2, "throw"), at("2026-03-09T11:00:00+01:00"))],
        "since the first time"
    );
    let in_trash = Filter { trashed: true, ..Filter::default() };
    assert_eq!(titles(&vault.records(&in_trash).unwrap()), ["Note 2"]);
    assert!(vault.record(id(2)).unwrap().is_some(), "others may still name it");

    vault.untrash(id(2)).unwrap();
    assert_eq!(titles(&vault.all().unwrap()), ["Note 1", "Note 2"]);
    assert!(vault.trashed().unwrap().is_empty());
}

#[test]
fn only_what_lies_in_the_trash_is_deleted_for_good() {
    let home = Home::with(&[note(1, "a"), note(2, "b")]);
    let mut vault = home.open();
    assert_eq!(vault.delete_forever(id(1)), Err(Error::NotInTrash));
    vault.save(&note(1, "changed"), now()).unwrap();
    vault.put_draft(&note(1, "draft"), now()).unwrap();
    vault.trash(id(1), now()).unwrap();
    assert!(vault.drafts().unwrap().is_empty(), "a draft follows its record into the trash");
    vault.delete_forever(id(1)).unwrap();
    assert_eq!(vault.record(id(1)).unwrap(), None);
    assert!(vault.history(id(1)).unwrap().is_empty());
    assert_eq!(vault.draft(id(1)).unwrap(), None);
    assert_eq!(vault.delete_forever(id(1)), Err(Error::NotFound));
    assert_eq!(vault.trash(id(1), now()), Err(Error::NotFound));
    assert_eq!(vault.untrash(id(1)), Err(Error::NotFound));
    vault.check_whole().unwrap();
}

#[test]
fn saving_into_the_trash_leaves_it_there_and_import_takes_it_out() {
    let home = Home::with(&[note(1, "a")]);
    let mut vault = home.open();
    vault.trash(id(1), now()).unwrap();
    vault.save(&note(1, "late autosave"), now()).unwrap();
    assert_eq!(vault.trashed().unwrap()[0].0, note(1, "late autosave"));
    vault.import(&[note(1, "from a file")], now()).unwrap();
    assert_eq!(vault.all().unwrap(), [note(1, "from a file")]);
}

fn seed(vault: &mut Vault) {
    let ana = Person { name: "Ana".to_owned(), ..Person::default() };
    let person = Record::with_body(id(100), now(), Body::Person(ana));
    vault.save(&person, now()).unwrap();
    for number in 1..=30 {
        let mut record = note(number * 24 * 60, "words");
        record.id = id(number);
        if number % 3 == 0 {
            record.share = Share::ToBring;
        }
        if number % 5 == 0 {
            record.around.people = vec![id(100)];
        }
        vault.save(&record, now()).unwrap();
    }
    let turn = Turn { speaker: Speaker::Person(id(101)), ..Turn::default() };
    let conflict = Conflict { turns: vec![turn], ..Conflict::default() };
    vault
        .save(&Record::with_body(id(50), note(99, "").at, Body::Conflict(conflict)), now())
        .unwrap();
}

#[test]
fn filters_hold_together() {
    let home = Home::new();
    let mut vault = home.open();
    seed(&mut vault);
    let count = |filter: &Filter| {
        let records = vault.records(filter).unwrap();
        assert_eq!(vault.count(filter).unwrap() as usize, records.len());
        records.len()
    };
    assert_eq!(count(&Filter::default()), 32);
    assert_eq!(count(&of_kind(KindName::Note)), 30);
    let both = Filter {
        kinds: vec![KindName::Note, KindName::Person, KindName::Note],
        ..Filter::default()
    };
    assert_eq!(count(&both), 31);
    assert_eq!(count(&Filter { people: vec![id(100)], ..Filter::default() }), 6);
    assert_eq!(count(&Filter { people: vec![id(100), id(101)], ..Filter::default() }), 7);
    let bring = Filter { share: Some(Share::ToBring), ..Filter::default() };
    assert_eq!(count(&bring), 10);
    assert_eq!(count(&Filter { people: vec![id(100)], ..bring }), 2);
    let days = Filter {
        from: Some("2026-03-11".parse().unwrap()),
        to: Some("2026-03-13".parse().unwrap()),
        ..Filter::default()
    };
    assert_eq!(count(&days), 3, "both ends are included");
}

#[test]
fn a_list_goes_on_where_it_ended() {
    let home = Home::new();
    let mut vault = home.open();
    seed(&mut vault);
    let whole = vault.records(&Filter::default()).unwrap();
    let mut pieces: Vec<Record> = Vec::new();
    loop {
        let next = Filter {
            before: pieces.last().map(|record| record.id),
            limit: Some(7),
            ..Filter::default()
        };
        let piece = vault.records(&next).unwrap();
        if piece.is_empty() {
            break;
        }
        assert!(piece.len() <= 7);
        pieces.extend(piece);
    }
    assert_eq!(pieces, whole);
    let gone = Filter { before: Some(id(999)), ..Filter::default() };
    assert_eq!(
        vault.records(&gone),
        Err(Error::NotFound),
        "not an empty list, which would be untrue"
    );
}

#[test]
fn many_records_of_one_second_all_find_room() {
    let home = Home::new();
    let mut vault = home.open();
    let same: Vec<Record> =
        (1..=200).map(|number| Record { at: now(), ..note(number, "same second") }).collect();
    vault.import(&same, now()).unwrap();
    assert_eq!(vault.all().unwrap(), same, "in the order in which they were saved");
    vault.check_whole().unwrap();
}

#[test]
fn a_record_moves_when_its_moment_changes() {
    let home = Home::with(&[note(1, "early"), note(2, "late")]);
    let mut vault = home.open();
    let mut moved = note(1, "early");
    moved.at = note(3, "").at;
    moved.around.people = vec![id(7)];
    vault.save(&moved, now()).unwrap();
    assert_eq!(titles(&vault.records(&Filter::default()).unwrap()), ["Note 1", "Note 2"]);
    let naming = Filter { people: vec![id(7)], ..Filter::default() };
    assert_eq!(vault.records(&naming).unwrap(), [moved.clone()]);
    moved.at = at("1969-12-31T23:59:59-08:00");
    vault.save(&moved, now()).unwrap();
    assert_eq!(vault.records(&naming).unwrap(), [moved.clone()]);
    assert_eq!(vault.all().unwrap()[0], moved, "before 1970 is before everything");
    vault.check_whole().unwrap();
}

#[test]
fn a_draft_is_written_over_and_dropped() {
    let home = Home::new();
    let mut vault = home.open();
    vault.put_draft(&note(1, "a"), at("2026-03-09T10:00:00+01:00")).unwrap();
    vault.put_draft(&note(2, "b"), at("2026-03-09T09:30:00+00:00")).unwrap();
    vault.put_draft(&note(1, "ab"), at("2026-03-09T10:01:00+01:00")).unwrap();
    let drafts: Vec<Record> = vault.drafts().unwrap().into_iter().map(|(draft, _)| draft).collect();
    assert_eq!(drafts, [note(2, "b"), note(1, "ab")], "the latest first, offsets counted");
    assert!(vault.all().unwrap().is_empty(), "a draft is no record");
    vault.close().unwrap();

    let mut vault = home.open();
    assert_eq!(vault.draft(id(1)).unwrap(), Some(note(1, "ab")), "it outlasts closing");
    vault.save(&note(1, "abc"), now()).unwrap();
    assert_eq!(vault.draft(id(1)).unwrap(), None, "saving is the end of the draft");
    vault.drop_draft(id(2)).unwrap();
    vault.drop_draft(id(2)).unwrap();
    assert!(vault.drafts().unwrap().is_empty());
}

#[test]
fn state_is_remembered() {
    let home = Home::new();
    let mut vault = home.open();
    assert_eq!(vault.state("recovery").unwrap(), None);
    vault.set_state("recovery", "later").unwrap();
    vault.set_state("recovery", "typed").unwrap();
    vault.close().unwrap();
    assert_eq!(home.open().state("recovery").unwrap().as_deref(), Some("typed"));
}

#[test]
fn a_text_beyond_the_limit_of_the_database_is_refused_and_named() {
    let home = Home::new();
    let mut vault = home.open();
    vault.put_draft(&note(1, "short"), now()).unwrap();
    let huge = note(1, &"x".repeat(17 * 1024 * 1024));
    assert_eq!(vault.put_draft(&huge, now()), Err(Error::TooLarge));
    assert_eq!(vault.draft(id(1)).unwrap(), Some(note(1, "short")), "the one before stays");
    vault.put_draft(&note(1, "next"), now()).unwrap();
}
