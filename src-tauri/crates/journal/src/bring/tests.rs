//! Files as the other programs write them, and broken ones.

use proptest::prelude::*;

use super::*;
use crate::value::Rating;

const DAY_ONE: &str = r##"{
  "metadata" : { "version" : "1.0" },
  "entries" : [
    {
      "uuid" : "1546F37361264E129200B2CA6A885855",
      "creationDate" : "2025-06-28T15:38:37Z",
      "modifiedDate" : "2025-06-29T15:38:37Z",
      "timeZone" : "Europe\/Berlin",
      "starred" : false,
      "tags" : ["work", "evening walk"],
      "photos" : [ { "identifier" : "AD6F", "md5" : "00" } ],
      "text" : "# A walk\n\n![](dayone-moment:\/\/AD6F)\nIt rained\\. We laughed\\!",
      "richText" : "{\"contents\":[]}",
      "location" : { "placeName" : "Here" }
    },
    { "uuid" : "2546F37361264E129200B2CA6A885855", "creationDate" : "yesterday", "text" : "x" },
    { "uuid" : "3546F37361264E129200B2CA6A885855", "creationDate" : "2025-06-28T15:38:37Z",
      "photos" : [ {} ] },
    "nothing",
    { "uuid" : "4546F37361264E129200B2CA6A885855", "creationDate" : "2025-06-27T22:30:00Z",
      "text" : "Slept badly." }
  ]
}"##;

const DAYLIO: &str = "\u{FEFF}full_date,date,weekday,time,mood,activities,note_title,note
2025-04-26,April 26,Saturday,7:12\u{202F}PM,good,\"reading | walk\",\"Sunday plan\",\"Tea, \"\"then\"\" bed\"
2025-04-25,April 25,Friday,23:05,so-so,\"\",\"\",\"\"
2025-04-24,April 24,Thursday,noon,bad,\"\",\"\",\"x\"
2025-04-23,April 23,Wednesday,09:00,awful,\"\",\"\",\"two
lines\"
2025-04-22,April 22
2025-04-26,April 26,Saturday,7:12\u{202F}PM,good,\"reading | walk\",\"Sunday plan\",\"Tea, \"\"then\"\" bed\"
";

const JRNL: &str = r#"{
  "tags": { "@dan": 1 },
  "entries": [
    {
      "title": "We talked.",
      "body": "With @dan, at last.\nIt went well.",
      "date": "2025-03-09",
      "time": "21:30",
      "tags": ["@dan"],
      "starred": true
    },
    { "title": "", "body": "", "date": "2025-03-10", "time": "08:00", "tags": [], "starred": false },
    { "title": "No day", "body": "x", "date": "soon", "time": "08:00" }
  ]
}"#;

fn berlin() -> FixedOffset {
    FixedOffset::east_opt(2 * 3600).unwrap()
}

fn given<'a>(name: &'a str, text: &'a str) -> Given<'a> {
    Given { name, bytes: text.as_bytes(), changed: None }
}

fn understood(name: &str, text: &str) -> Understood {
    read(&[given(name, text)], &berlin()).unwrap()
}

fn note(record: &Record) -> (&str, &str) {
    match &record.body {
        Body::Note(note) => (&note.title, &note.text),
        _ => panic!("it is a note"),
    }
}

fn remarks(understood: &Understood) -> Vec<(u32, Odd)> {
    understood.remarks.iter().map(|remark| (remark.line, remark.odd)).collect()
}

#[test]
fn day_one_comes_in_with_its_own_ids_and_local_times() {
    let read = understood("Journal.json", DAY_ONE);
    assert_eq!(read.source, Source::DayOne);
    assert_eq!(read.records.len(), 2);
    let [night, walk] = &read.records[..] else { panic!() };
    assert_eq!(walk.id.to_string(), "1546f373-6126-4e12-9200-b2ca6a885855");
    assert_eq!(walk.at.0.to_rfc3339(), "2025-06-28T17:38:37+02:00");
    assert_eq!(note(walk), ("A walk", "It rained. We laughed!\n\n#work #evening walk"));
    assert_eq!(night.at.day().to_string(), "2025-06-28", "a day is the writer's own");
    assert_eq!(walk.share, crate::Share::OnlyMe);
    assert_eq!(
        remarks(&read),
        [
            (4, Odd::Attachments),
            (16, Odd::NoDate),
            (17, Odd::Attachments),
            (17, Odd::Empty),
            (19, Odd::Damaged)
        ]
    );
}

#[test]
fn daylio_comes_in_as_notes_with_a_mood_and_no_craving() {
    let read = understood("daylio_export.csv", DAYLIO);
    assert_eq!((read.source, read.records.len(), read.twice), (Source::Daylio, 3, 1));
    let [awful, own, good] = &read.records[..] else { panic!() };
    assert_eq!(note(good), ("Sunday plan", "Tea, \"then\" bed\n\nreading, walk"));
    assert_eq!(good.at.0.to_rfc3339(), "2025-04-26T19:12:00+02:00");
    assert_eq!(good.around.mood.after, Rating::new(7));
    assert_eq!(good.around.craving.after, None, "unknown is never zero");
    assert_eq!((note(own), own.around.mood.after), (("", "so-so"), None));
    assert_eq!(note(awful), ("", "two\nlines"));
    assert_eq!(remarks(&read), [(3, Odd::MoodWord), (4, Odd::NoDate), (7, Odd::Damaged)]);
}

#[test]
fn an_older_daylio_is_read_too() {
    let text = "year,date,weekday,time,mood,activities,note\n\
                2018,18 May,Friday,11:54 pm,rad,\"cook | music\",\"Went to a party\"\n";
    let read = understood("daylio.csv", text);
    assert_eq!(read.records[0].at.0.to_rfc3339(), "2018-05-18T23:54:00+02:00");
    assert_eq!(note(&read.records[0]), ("", "Went to a party\n\ncook, music"));
}

#[test]
fn jrnl_comes_in_by_the_clock_on_the_wall() {
    let read = understood("journal.json", JRNL);
    assert_eq!((read.source, read.records.len()), (Source::Jrnl, 1));
    assert_eq!(read.records[0].at.0.to_rfc3339(), "2025-03-09T21:30:00+02:00");
    assert_eq!(note(&read.records[0]), ("We talked.", "With @dan, at last.\nIt went well."));
    assert_eq!(remarks(&read), [(12, Odd::Empty), (13, Odd::NoDate)]);
}

#[test]
fn a_folder_of_markdown_takes_the_day_that_is_told_best() {
    let changed = Some(Moment("2025-01-01T10:00:00+02:00".parse().unwrap()));
    let file = |name, bytes| Given { name, bytes, changed };
    let files = [
        file(
            "one.md",
            &b"---\ntitle: \"Told\"\ndate: 2025-02-03 08:30\ntags: [a]\n---\n# Other\n\nText"[..],
        ),
        file("2025-02-04 Walk.md", b"Just text"),
        file("three.txt", b"# Heading\n\nBody\n"),
        file("four.md", b"\xff\xfe"),
        file("five.png", b"x"),
        file("six.md", b"---\ndate: whenever\n---\nx"),
        file("seven.md", b" \n"),
        file("eight.md", b"---\nnot a front, only a line\n\n---\nkept"),
    ];
    let read = read(&files, &berlin()).unwrap();
    let found: Vec<_> =
        read.records.iter().map(|one| (one.at.day().to_string(), note(one))).collect();
    let day = |day: &str| day.to_owned();
    assert_eq!(
        found.iter().filter(|one| one.0 > day("2025-01-01")).collect::<Vec<_>>(),
        [
            &(day("2025-02-03"), ("Told", "# Other\n\nText")),
            &(day("2025-02-04"), ("Walk", "Just text")),
        ]
    );
    assert!(found.contains(&(day("2025-01-01"), ("Heading", "Body"))));
    assert!(found.iter().any(|one| one.1.1.contains("only a line") && one.1.1.contains("kept")));
    let odd: Vec<Odd> = read.remarks.iter().map(|remark| remark.odd).collect();
    assert_eq!(odd, [Odd::NotText, Odd::OtherKind, Odd::NoDate, Odd::Empty]);
}

#[test]
fn the_same_file_gives_the_same_ids() {
    for (name, text) in [("a.json", DAY_ONE), ("a.csv", DAYLIO), ("a.json", JRNL), ("a.md", "# x")]
    {
        let once = understood_with(name, text);
        assert_eq!(once, understood_with(name, text));
    }
}

fn understood_with(name: &str, text: &str) -> Understood {
    let changed = Some(Moment("2025-01-01T10:00:00+02:00".parse().unwrap()));
    read(&[Given { name, bytes: text.as_bytes(), changed }], &berlin()).unwrap()
}

#[test]
fn what_cannot_be_read_at_all_says_where() {
    let refused = |name: &str, text: &str| read(&[given(name, text)], &berlin()).unwrap_err();
    assert_eq!(refused("a.json", "{\n \"entries\": [\n}"), Refused::Line(3));
    assert_eq!(refused("a.json", "[1]"), Refused::Line(1));
    assert_eq!(refused("a.json", "{\"entries\": [{\"a\": 1}]}"), Refused::Unknown);
    assert_eq!(refused("a.json", "{\"format\": \"other\", \"version\": 1}"), Refused::Unknown);
    let newer = "{\"format\": \"meantime-readable\", \"version\": 99}";
    assert_eq!(refused("a.json", newer), Refused::Newer);
    assert_eq!(refused("a.csv", "a,b\n1,2\n"), Refused::Unknown);
    assert_eq!(refused("a.png", "x"), Refused::Nothing);
    assert_eq!(read(&[], &berlin()), Err(Refused::Nothing));
    let bytes = Given { name: "a.json", bytes: b"\xff", changed: None };
    assert_eq!(read(&[bytes], &berlin()), Err(Refused::Line(1)));
}

proptest! {
    #[test]
    fn nothing_that_is_given_stops_it(bytes in proptest::collection::vec(any::<u8>(), 0..300), name in "[a-z0-9é-]{0,12}(\\.md|\\.csv|\\.json|\\.txt|)") {
        let _ = read(&[Given { name: &name, bytes: &bytes, changed: None }], &berlin());
    }

    #[test]
    fn a_file_with_a_piece_cut_out_or_put_in_stops_nothing(
        which in 0..3_usize, from in 0..900_usize, length in 0..60_usize, put in "\\PC{0,8}",
    ) {
        let text = [DAY_ONE, DAYLIO, JRNL][which];
        let letters: Vec<char> = text.chars().collect();
        let from = from.min(letters.len());
        let to = (from + length).min(letters.len());
        let spoilt: String =
            letters[..from].iter().copied().chain(put.chars()).chain(letters[to..].iter().copied()).collect();
        let name = ["a.json", "a.csv", "a.json"][which];
        if let Ok(read) = read(&[given(name, &spoilt)], &berlin()) {
            prop_assert!(read.records.iter().all(|record| record.check().is_ok()));
        }
    }
}
