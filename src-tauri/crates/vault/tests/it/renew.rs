//! New keys for everything: nothing is lost but what was to go, and nothing of before
//! opens any more.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use journal::check_in::CheckIn;
use journal::{Body, Moment, Rating, Record, RecordId, SearchQuery};
use vault::{
    Error, Filter, KdfCost, Key, Opened, Presence, RecoveryKey, Renewal, backups, erase, presence,
    renew, set_aside, set_asides, settle,
};

use crate::support::{
    Home, WORDS, at, contents, counting, id, note, now, open_with, passphrase, refusal,
};

const NEXT: &str = "a different set of words";

fn renewed(
    home: &Home,
    words: &str,
    without: Option<(NaiveDate, NaiveDate)>,
) -> Result<(Opened, RecoveryKey), Error> {
    let (current, new) = (passphrase(WORDS), passphrase(words));
    let remember = [("recovery_key", "shown")];
    let renewal =
        Renewal { current: &current, new: &new, cost: KdfCost::WEAK, without, remember: &remember };
    renew(&home.dir(), &renewal, now(), &mut counting(77), &mut |_| {})
}

fn on(day: &str, mut record: Record) -> Record {
    record.at = at(&format!("{day}T20:00:00+01:00"));
    record
}

fn check_in(number: u128) -> Record {
    let check_in = CheckIn { craving: Rating::new(3), ..CheckIn::default() };
    Record::with_body(id(number), now(), Body::CheckIn(check_in))
}

/// Every file below a folder, with the names of its folders.
fn tree(dir: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap()) {
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            names.extend(tree(&entry.path()).into_iter().map(|below| format!("{name}/{below}")));
            names.push(name);
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

#[test]
fn renewed_a_vault_holds_the_same_under_new_secrets() {
    let records: Vec<Record> =
        (1..=40).map(|number| note(number, &"words of a day ".repeat(40))).collect();
    let home = Home::with(&records);
    let mut vault = home.open();
    let id_before = vault.id();
    vault.save(&note(3, "changed"), now()).unwrap();
    vault.put_draft(&note(99, "half a sentence"), now()).unwrap();
    vault.set_state("recovery_key", "typed").unwrap();
    vault.set_state("other", "kept").unwrap();
    let (all, history) = (vault.all().unwrap(), vault.history(id(3)).unwrap());
    vault.close().unwrap();
    let old: Vec<(String, Vec<u8>)> = contents(&home.dir());

    let (opened, recovery_key) = renewed(&home, NEXT, None).unwrap();
    let vault = opened.vault;
    vault.check_whole().unwrap();
    assert_eq!(vault.id(), id_before, "the same journal");
    assert_eq!(vault.all().unwrap(), all);
    assert_eq!(vault.history(id(3)).unwrap(), history);
    assert_eq!(vault.drafts().unwrap().len(), 1);
    assert_eq!(vault.state("recovery_key").unwrap().as_deref(), Some("shown"));
    assert_eq!(vault.state("other").unwrap().as_deref(), Some("kept"));
    vault.close().unwrap();

    assert_eq!(refusal(open_with(&home.dir(), WORDS)), Error::WrongSecret);
    let old_paper = vault::Vault::open(&home.dir(), Key::Recovery(&home.recovery_key));
    assert_eq!(refusal(old_paper), Error::WrongSecret);
    open_with(&home.dir(), NEXT).unwrap();
    vault::Vault::open(&home.dir(), Key::Recovery(&recovery_key)).unwrap();
    assert_eq!(tree(&home.dir()), ["data.db", "keys.a", "keys.b", "lock"]);
    // Not one page of before is there any more, so the old data key is of no use.
    let data = fs::read(home.file("data.db")).unwrap();
    let (_, before) = old.iter().find(|(name, _)| name == "data.db").unwrap();
    for page in before.chunks_exact(4096) {
        assert!(!data.chunks_exact(4096).any(|now| now == page), "an old page was kept");
    }
}

#[test]
fn an_old_key_file_put_back_opens_nothing_after_a_renewal() {
    let home = Home::with(&[note(1, "words")]);
    let old = fs::read(home.file("keys.a")).unwrap();
    renewed(&home, NEXT, None).unwrap();
    for name in ["keys.a", "keys.b"] {
        fs::write(home.file(name), &old).unwrap();
    }
    assert_eq!(refusal(open_with(&home.dir(), WORDS)), Error::DataDamaged);
}

#[test]
fn a_renewal_refused_leaves_everything_as_it_was() {
    let home = Home::with(&[note(1, "words")]);
    let before = contents(&home.dir());
    let current = passphrase(NEXT);
    let renewal = Renewal {
        current: &current,
        new: &current,
        cost: KdfCost::WEAK,
        without: None,
        remember: &[],
    };
    let refused = renew(&home.dir(), &renewal, now(), &mut counting(7), &mut |_| {});
    assert_eq!(refused.err(), Some(Error::WrongSecret));
    assert_eq!(contents(&home.dir()), before);
    let current = passphrase(WORDS);
    let renewal = Renewal { current: &current, ..renewal };
    let refused = renew(&home.dir(), &renewal, now(), &mut |_: &mut [u8]| {}, &mut |_| {});
    assert_eq!(refused.err(), Some(Error::NoRandomness));
    assert_eq!(contents(&home.dir()), before);
    let vault = home.open();
    let refused = renewed(&home, NEXT, None);
    assert_eq!(refused.err(), Some(Error::InUse));
    drop(vault);
}

#[test]
fn days_left_behind_leave_no_trace_and_nothing_else_goes() {
    let home = Home::new();
    let mut vault = home.open();
    let mut kept = Vec::new();
    for (number, day) in
        [(1, "2026-03-01"), (2, "2026-03-02"), (3, "2026-03-03"), (4, "2026-03-04")]
    {
        let word = if (2..=3).contains(&number) { "zqxharbour" } else { "lantern" };
        let entry = on(day, note(number, &format!("{word} {}", "words ".repeat(90))));
        let check_in = on(day, check_in(number + 10));
        for record in [&entry, &check_in] {
            vault.save(record, now()).unwrap();
            if number % 3 == 1 {
                kept.push(record.clone());
            }
        }
    }
    vault.save(&on("2026-03-02", note(2, "zqxharbour changed")), now()).unwrap();
    vault.save(&on("2026-03-04", note(4, "lantern changed")), now()).unwrap();
    kept[2] = on("2026-03-04", note(4, "lantern changed"));
    let course = on("2026-03-02", Record::new(id(30), now(), journal::KindName::Course));
    vault.import(std::slice::from_ref(&course), now()).unwrap();
    kept.push(course);
    vault.save(&on("2026-03-03", note(5, "zqxharbour in the trash")), now()).unwrap();
    vault.trash(id(5), now()).unwrap();
    vault.put_draft(&on("2026-03-02", note(2, "zqxharbour draft")), now()).unwrap();
    vault.put_draft(&on("2026-03-03", note(40, "zqxharbour never saved")), now()).unwrap();
    vault.put_draft(&on("2026-03-03", note(4, "moved into the days")), now()).unwrap();
    vault.put_draft(&on("2026-03-09", note(41, "later")), now()).unwrap();
    let days = ("2026-03-02".parse().unwrap(), "2026-03-03".parse().unwrap());
    assert_eq!(vault.count_days(days.0, days.1), Ok(5));
    vault.close().unwrap();

    let (opened, _) = renewed(&home, WORDS, Some(days)).unwrap();
    let vault = opened.vault;
    vault.check_whole().unwrap();
    let mut all = vault.all().unwrap();
    let number = |record: &Record| record.id.to_string();
    all.sort_by_key(number);
    kept.sort_by_key(number);
    assert_eq!(all, kept);
    assert_eq!(vault.trashed().unwrap(), []);
    assert_eq!(vault.history(id(4)).unwrap().len(), 2, "versions of what stays stay");
    assert_eq!(vault.history(id(2)).unwrap(), []);
    let drafts: Vec<RecordId> =
        vault.drafts().unwrap().into_iter().map(|(record, _)| record.id).collect();
    assert_eq!(drafts.len(), 2);
    assert!(drafts.contains(&id(4)) && drafts.contains(&id(41)));
    let found = |word: &str| vault.search(&SearchQuery::parse(word), &Filter::default()).unwrap();
    assert_eq!(found("zqxharbour").len(), 0);
    assert_eq!(found("lantern").len(), 2);
    assert_eq!(vault.count_days(days.0, days.1), Ok(0));
    let newest: Option<Moment> = vault.contents().unwrap().newest;
    assert_eq!(newest, Some(now()));
}

#[test]
fn erased_a_vault_is_gone_with_what_was_set_aside_and_its_backups() {
    let home = Home::with(&[note(1, "words")]);
    let vault = home.open();
    vault.back_up(&home.file("backups"), now(), &mut |_| {}).unwrap();
    let elsewhere = home.file("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let (copy, _) = vault.back_up(&elsewhere, now(), &mut |_| {}).unwrap();
    vault.close().unwrap();
    set_aside(&home.dir(), now()).unwrap();
    assert_eq!(presence(&home.dir()), Ok(Presence::Absent));
    crate::support::create(&home.dir()).unwrap().0.close().unwrap();
    assert_eq!(set_asides(&home.dir()).unwrap().len(), 1);
    fs::write(home.file("prefs"), "{}").unwrap();
    fs::write(home.file("backups").join("mine.txt"), "mine").unwrap();

    let wrong = passphrase(NEXT);
    assert_eq!(erase(&home.dir(), Key::Passphrase(&wrong)), Err(Error::WrongSecret));
    home.open().close().unwrap();
    erase(&home.dir(), Key::Passphrase(&passphrase(WORDS))).unwrap();
    assert_eq!(presence(&home.dir()), Ok(Presence::Absent));
    assert_eq!(settle(&home.dir()), Ok(Presence::Absent));
    assert_eq!(
        tree(&home.dir()),
        [
            "backups",
            "backups/mine.txt",
            "elsewhere",
            "elsewhere/journal-2026-03-09.nbk",
            "lock",
            "prefs"
        ]
    );
    assert_eq!(backups(&elsewhere).unwrap(), [copy], "that one is the person's to remove");
    assert_eq!(refusal(home.try_open()), Error::NotThere);
    crate::support::create(&home.dir()).unwrap();
}
