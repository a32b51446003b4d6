//! Trash, versions, search and the mark To bring hold for every kind, with every
//! field set, though no kind has a line of its own in the store.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::BTreeMap;

use journal::{KindName, Moment, Rating, Record, SearchQuery, Share};
use vault::{Filter, KdfCost, Passphrase, Vault};

mod every;

fn now() -> Moment {
    Moment("2026-03-09T10:00:00-05:00".parse().unwrap())
}

fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).unwrap();
}

/// One record of each kind.
fn one_of_each() -> Vec<Record> {
    let by_kind: BTreeMap<KindName, Record> =
        every::records().into_iter().map(|record| (record.kind(), record)).collect();
    assert_eq!(by_kind.len(), KindName::ALL.len());
    by_kind.into_values().collect()
}

#[test]
fn every_kind_is_found_kept_in_versions_marked_thrown_away_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = Passphrase::new("an old radio by the apples".into()).unwrap();
    let (mut vault, _) =
        Vault::create(folder.path(), &passphrase, KdfCost::FLOOR, now(), &mut random).unwrap();
    for mut record in one_of_each() {
        let kind = record.kind();
        let id = record.id;
        record.share = Share::OnlyMe;
        vault.save(&record, now()).unwrap();
        record.share = Share::ToBring;
        record.around.mood.after = Rating::new(3);
        vault.save(&record, now()).unwrap();
        assert_eq!(vault.history(id).unwrap().len(), 2, "{kind:?} has its versions");
        let marked = Filter {
            kinds: vec![kind],
            share: Some(Share::ToBring),
            people: vec![every::ID],
            ..Filter::default()
        };
        assert_eq!(vault.records(&marked).unwrap(), [record.clone()], "{kind:?} is marked");

        let found = |vault: &Vault| -> Vec<Record> {
            let of_kind = Filter { kinds: vec![kind], ..Filter::default() };
            let hits = |text: &str| vault.search(&SearchQuery::parse(text), &of_kind).unwrap();
            let texts = record.texts();
            let longest = texts.iter().max_by_key(|text| text.text.len()).unwrap();
            hits(longest.text).into_iter().map(|hit| hit.record).collect()
        };
        assert_eq!(found(&vault), [record.clone()], "{kind:?} is found");
        vault.trash(id, now()).unwrap();
        assert!(found(&vault).is_empty() && vault.records(&marked).unwrap().is_empty(), "{kind:?}");
        assert_eq!(vault.trashed().unwrap().len(), 1, "{kind:?}");
        vault.untrash(id).unwrap();
        assert_eq!(vault.record(id).unwrap(), Some(record.clone()), "{kind:?} is back");
        assert_eq!(found(&vault), [record.clone()], "{kind:?} is found again");
    }
    vault.check_whole().unwrap();
}
