//! The sample course and the page that is made of it: out of one journal and into
//! another, and what an independent reader finds on the page.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;

use acceptance::pdf;
use chrono::{FixedOffset, NaiveDate, Timelike};
use demo::tool::{PageRequest, render};
use journal::course::{SessionStatus, last_held, next_planned, sittings, unanswered};
use journal::days::{DayUse, days};
use journal::export::Readable;
use journal::note::Note;
use journal::person::{FeelSafe, Person};
use journal::value::Used;
use journal::{Body, KindName, Moment, Record, RecordId, Share};
use vault::{KdfCost, Key, Passphrase, Vault};

const PASSPHRASE: &str = "an old radio by the apples";

fn today() -> NaiveDate {
    "2026-03-09".parse().unwrap()
}

fn offset() -> FixedOffset {
    FixedOffset::west_opt(5 * 3600).unwrap()
}

/// Monday morning of the mock-ups.
fn now() -> Moment {
    Moment("2026-03-09T09:00:00-05:00".parse().unwrap())
}

fn course() -> Vec<Record> {
    demo::course(today(), offset())
}

fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).unwrap();
}

fn by_id(records: Vec<Record>) -> BTreeMap<RecordId, Record> {
    let count = records.len();
    let all: BTreeMap<_, _> = records.into_iter().map(|record| (record.id, record)).collect();
    assert_eq!(all.len(), count, "no id twice");
    all
}

fn person<'a>(records: &'a [Record], name: &str) -> (RecordId, &'a Person) {
    let card = |record: &'a Record| match &record.body {
        Body::Person(person) if person.given_name() == name => Some((record.id, person)),
        _ => None,
    };
    records.iter().find_map(card).unwrap()
}

/// What must not come before what, whatever day of the week it is.
const IN_ORDER: [&str; 13] = [
    "First page",
    "The day after",
    "The bottle behind the flour",
    "Giving notice",
    "Last night on the line",
    "First day",
    "Five to seven",
    "Theo’s play",
    "Nobody knows me yet",
    "Three left",
    "He laughed at supper",
    "Late from group",
    "What I want to say to Marcus",
];

// What goes out comes in.

#[test]
fn an_export_read_into_a_journal_gives_every_record_once() {
    let json = Readable::new(course(), now()).to_json();
    let read = Readable::from_json(&json).unwrap().records;
    let folder = tempfile::tempdir().unwrap();
    let secret = || Passphrase::new(PASSPHRASE.into()).unwrap();
    let (mut vault, _) =
        Vault::create(folder.path(), &secret(), KdfCost::FLOOR, now(), &mut random).unwrap();
    vault.import(&read, now()).unwrap();
    let before = by_id(course());
    assert_eq!(by_id(vault.all().unwrap()), before);

    vault.import(&read, now()).unwrap();
    assert_eq!(by_id(vault.all().unwrap()), before, "reading it twice doubles nothing");
    vault.close().unwrap();

    let opened = Vault::open(folder.path(), Key::Passphrase(&secret())).unwrap();
    let again = Readable::new(opened.vault.all().unwrap(), now()).to_json();
    assert_eq!(again, json, "the same file comes out of the other journal");
}

// What the course is.

#[test]
fn the_course_may_be_kept_and_has_every_kind_there_is_a_screen_for() {
    let records = course();
    for record in &records {
        assert_eq!(record.check(), Ok(()), "{} {}", record.kind().as_str(), record.id);
    }
    let kinds: BTreeSet<_> = records.iter().map(Record::kind).collect();
    let expected = KindName::ALL.iter();
    assert_eq!(kinds, expected.copied().collect());
    by_id(records);
}

#[test]
fn the_course_uses_no_word_that_wounds() {
    let banned = [
        "relaps",
        "clean",
        "addict",
        "abus",
        "streak",
        "deficit",
        "dirty",
        "toxic",
        "junkie",
        "alcoholic",
        "drunk",
        "failure",
        "weak",
        "enabler",
    ];
    for record in course() {
        let text = format!(
            "{}{}",
            record.search_text(),
            Readable::new(vec![record.clone()], now()).to_json()
        );
        let text = text.to_lowercase();
        for word in banned {
            assert!(!text.contains(word), "{word:?} in {}", record.id);
        }
        assert!(!text.contains('!'), "{} is loud", record.id);
    }
}

#[test]
fn whatever_a_record_points_to_is_there() {
    let records = course();
    let ids: HashSet<_> = records.iter().map(|record| record.id).collect();
    for record in &records {
        for id in record.people().into_iter().chain(record.focus()) {
            assert!(ids.contains(&id), "{} points nowhere", record.id);
        }
        if let Body::Disclosure(disclosure) = &record.body {
            assert!(disclosure.session.iter().chain(&disclosure.items).all(|id| ids.contains(id)));
        }
    }
}

#[test]
fn the_course_is_as_full_and_as_uneven_as_a_real_one() {
    let records = course();
    let count = |kind| records.iter().filter(|record| record.kind() == kind).count();
    let written = records.iter().filter(|record| record.kind().is_written()).count();
    assert!((105..=115).contains(&count(KindName::CheckIn)), "{}", count(KindName::CheckIn));
    assert!((50..=62).contains(&written), "{written}");
    assert_eq!(count(KindName::Person), 10);

    let days = days(&records, today() - chrono::Days::new(88), today() - chrono::Days::new(1));
    let with = |wanted: u32| days.iter().filter(|day| day.check_ins == wanted).count();
    assert!(with(0) >= 15 && with(2) >= 10 && with(3) >= 1, "{} {} {}", with(0), with(2), with(3));
    let used: Vec<_> = days.iter().filter(|day| day.used == DayUse::Used).collect();
    assert_eq!(used.len(), 1, "one evening");
    assert_eq!((today() - used[0].day).num_days(), 65, "in the fourth week");
    assert!(days.iter().any(|day| day.used == DayUse::Unknown && day.check_ins > 0));

    let answers: HashSet<_> = records.iter().filter_map(answer).collect();
    assert_eq!(answers.len(), 4, "no, yes, rather not say, and silence");
    assert!(records.iter().any(|record| match &record.body {
        Body::CheckIn(check_in) => check_in.late(record.at),
        _ => false,
    }));
}

fn answer(record: &Record) -> Option<&'static str> {
    let Body::CheckIn(check_in) = &record.body else { return None };
    Some(match check_in.used {
        Some(Used::No) => "no",
        Some(Used::Yes) => "yes",
        Some(Used::RatherNotSay) => "rather not say",
        None => "silence",
    })
}

#[test]
fn the_people_are_those_of_the_mock_ups() {
    let records = course();
    let names = ["Marcus", "Theo", "Ana", "Joy", "Priya", "Dez", "Kev", "Walt", "Ruth", "Nadia"];
    let safe: HashSet<_> =
        names.iter().map(|name| format!("{:?}", person(&records, name).1.feel_safe)).collect();
    assert_eq!(safe.len(), 6, "every answer and none: {safe:?}");
    assert_eq!(person(&records, "Marcus").1.feel_safe, Some(FeelSafe::Yes));
    let private: Vec<_> = names.iter().filter(|name| person(&records, name).1.private).collect();
    assert_eq!(private, [&"Nadia"]);
    let titles: HashSet<_> = records.iter().map(Record::title).collect();
    for title in [
        "Late from group",
        "Her kitchen radio",
        "Money and his mother",
        "He laughed at supper",
        "The day after",
        "From the night kitchen to the school kitchen",
    ] {
        assert!(titles.contains(title), "{title}");
    }
}

/// Every day of four years: leap days, changes of the clocks, turns of the year.
#[test]
fn on_any_day_the_next_session_is_in_three_days_at_two() {
    let first: NaiveDate = "2026-01-01".parse().unwrap();
    for today in first.iter_days().take(4 * 366) {
        let records = demo::course(today, offset());
        let now = Moment(today.and_hms_opt(0, 0, 0).unwrap().and_local_timezone(offset()).unwrap());
        let sittings = sittings(&records);
        let next = next_planned(&sittings, now).unwrap();
        assert_eq!((next.record.at.day() - today).num_days(), 3, "{today}");
        assert_eq!((next.record.at.0.hour(), next.session.number), (14, 14));
        assert_eq!(next.session.agenda.len(), 3);
        assert!(!next.session.own_line.is_empty());
        let last = last_held(&sittings, now).unwrap();
        assert_eq!((today - last.record.at.day()).num_days(), 4, "{today}");
        assert!(unanswered(&sittings, now).is_empty());
        let missed = |status| sittings.iter().filter(|one| one.session.status == status).count();
        assert_eq!((missed(SessionStatus::Held), missed(SessionStatus::Missed)), (12, 1));
        let ahead = records.iter().filter(|record| record.at > now).count();
        assert_eq!(ahead, 1, "only the next session lies ahead on {today}");
        assert!(records.iter().all(|record| record.check().is_ok()), "{today}");
        let place = |title| records.iter().position(|record| record.title() == title);
        let told = IN_ORDER.map(place);
        assert!(told.iter().all(Option::is_some) && told.is_sorted(), "{today}: {told:?}");
    }
}

#[test]
fn the_same_day_gives_the_same_course() {
    assert_eq!(course(), course());
    let elsewhere = demo::course(today(), FixedOffset::east_opt(9 * 3600 + 1800).unwrap());
    let local =
        |records: &[Record]| records.iter().map(|one| one.at.0.naive_local()).collect::<Vec<_>>();
    assert_eq!(local(&elsewhere), local(&course()), "the clock on the wall shows the same");
}

// What an independent reader finds on the page.

/// A page in a folder of its own.
struct Paper {
    file: PathBuf,
    _folder: tempfile::TempDir,
}

impl Paper {
    fn of(records: Vec<Record>, request: &PageRequest<'_>) -> Self {
        let json = Readable::new(records, now()).to_json();
        let rendered = render(&json, request, &mut random).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Notes.pdf");
        std::io::Write::write_all(&mut std::fs::File::create_new(&file).unwrap(), &rendered.bytes)
            .unwrap();
        Self { file, _folder: folder }
    }

    /// Its text on one line, as two readers see it; they must agree on `words`.
    fn shows(&self, words: &str) -> bool {
        let flat = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let first = flat(pdf::text(&self.file, None).unwrap()).contains(words);
        let second = flat(pdf::text_by_second_reader(&self.file, None).unwrap()).contains(words);
        assert_eq!(first, second, "two readers see {words:?} differently");
        first
    }
}

/// The course with one more note from last night, and nothing else to bring: two pages have
/// no room for all of the sample's.
fn with_note(text: &str, people: &[RecordId], share: Share) -> Vec<Record> {
    let mut records = course();
    for record in &mut records {
        record.share = Share::OnlyMe;
    }
    let mut note = Record::with_body(
        RecordId(uuid::Uuid::from_u128(1)),
        Moment("2026-03-08T22:30:00-05:00".parse().unwrap()),
        Body::Note(Note { title: "A note".into(), text: text.into(), ..Note::default() }),
    );
    note.around.people = people.into();
    note.share = share;
    records.push(note);
    records
}

fn set_private(records: &mut [Record], name: &str, private: bool) {
    for record in records {
        match &mut record.body {
            Body::Person(person) if person.given_name() == name => person.private = private,
            _ => {}
        }
    }
}

#[test]
fn the_page_is_sound_tagged_and_at_most_two_pages() {
    for paper in [journal::choices::Paper::A4, journal::choices::Paper::Letter] {
        let page =
            Paper::of(course(), &PageRequest { paper: Some(paper), ..PageRequest::default() });
        assert!(pdf::is_sound(&page.file, None));
        assert_eq!(pdf::says(&page.file, None, "Tagged").as_deref(), Some("yes"));
        let pages = pdf::says(&page.file, None, "Pages").unwrap();
        assert!(matches!(pages.as_str(), "1" | "2"), "{pages} pages");
        for words in ["Late from group", "You said six.", "It’s quarter past seven."] {
            assert!(page.shows(words), "{words}");
        }
        assert!(page.shows("Practise what I want to say to him."));
        assert!(page.shows("I have slept badly since Sunday."));
    }
}

#[test]
fn only_what_is_marked_to_bring_is_on_the_page() {
    let sentinel = "The quince lantern stood on the sill.";
    let brought = Paper::of(with_note(sentinel, &[], Share::ToBring), &PageRequest::default());
    assert!(brought.shows("quince lantern"), "the readers can find it");
    let kept = Paper::of(with_note(sentinel, &[], Share::OnlyMe), &PageRequest::default());
    assert!(!kept.shows("quince") && !kept.shows("lantern"));
    assert!(!kept.shows("stood by the apples"), "the sample's own Only me entry");
    assert!(!kept.shows("Her kitchen radio"));
}

#[test]
fn a_blacked_out_word_is_not_in_the_file() {
    let open = Paper::of(course(), &PageRequest::default());
    assert!(open.shows("quarter past seven"));
    assert!(open.shows("coffee out"));
    let blackouts = ["Quarter past seven".to_owned(), "coffee out".to_owned()];
    let request = PageRequest { blackouts: &blackouts, ..PageRequest::default() };
    let closed = Paper::of(course(), &request);
    assert!(!closed.shows("quarter past") && !closed.shows("coffee out"));
    assert!(closed.shows("Late from group"), "the rest is there");
}

#[test]
fn a_private_person_is_on_no_page() {
    let (nadia, _) = person(&course(), "Nadia");
    let (marcus, _) = person(&course(), "Marcus");
    let request =
        PageRequest { names: Some(journal::choices::Names::AsWritten), ..PageRequest::default() };
    let only_her = || with_note("Nadia wrote of the quince.", &[nadia], Share::ToBring);
    let with_him = || with_note("Nadia met us by the quince.", &[nadia, marcus], Share::ToBring);

    let mut open = only_her();
    set_private(&mut open, "Nadia", false);
    let open = Paper::of(open, &request);
    assert!(open.shows("Nadia wrote of the quince."), "the readers can find her");

    let alone = Paper::of(only_her(), &request);
    assert!(!alone.shows("Nadia") && !alone.shows("quince"));
    let both = Paper::of(with_him(), &request);
    assert!(!both.shows("Nadia"));
    assert!(both.shows("by the quince"), "what is also about him stays");
}

#[test]
fn people_are_called_by_what_they_are() {
    let roles = Paper::of(course(), &PageRequest::default());
    let names = ["Marcus", "Theo", "Joy", "Ana"];
    assert!(names.iter().all(|name| !roles.shows(name)));
    let request =
        PageRequest { names: Some(journal::choices::Names::AsWritten), ..PageRequest::default() };
    let written = Paper::of(course(), &request);
    assert!(names.iter().all(|name| written.shows(name)));
}

#[test]
fn a_sealed_page_opens_with_its_password_alone() {
    let request = PageRequest { password: Some("five words in a row"), ..PageRequest::default() };
    let sealed = Paper::of(course(), &request);
    assert!(pdf::is_sound(&sealed.file, Some("five words in a row")));
    let text = pdf::text(&sealed.file, Some("five words in a row")).unwrap();
    assert!(text.contains("Late from group"));
    for wrong in [None, Some("five words in a roW"), Some("")] {
        assert_eq!(pdf::text(&sealed.file, wrong), None);
    }
    let kind = pdf::encryption(&sealed.file, "five words in a row").unwrap();
    assert!(kind.contains("R = 6") && kind.contains("AESv3"), "{kind}");
}
