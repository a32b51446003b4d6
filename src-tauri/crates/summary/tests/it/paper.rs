//! The page on paper: layout, preview, file.

use journal::choices::{PageChoices, Paper};
use journal::note::Note;
use journal::{Body, Record, RecordId, Share};
use summary::{Laid, Pdf, PreviewPage, Short, Tagging, Then};

use crate::readers;
use crate::sample::*;

pub(crate) fn laid(records: &[Record], choices: &PageChoices, paper: Paper) -> Laid {
    Laid::new(&compose(records, choices), paper).unwrap()
}

fn note(number: u128, title: &str, text: &str) -> Record {
    let mut record = record(
        number,
        "2026-03-06T12:00",
        Body::Note(Note { title: title.into(), text: text.into(), ..Note::default() }),
    );
    record.share = Share::ToBring;
    record
}

/// What a reader of the preview gets.
pub(crate) fn read(pages: &[PreviewPage], black: bool) -> String {
    let mut all = String::new();
    for run in pages.iter().flat_map(|page| &page.runs) {
        if black || !run.black {
            all.push_str(&run.text);
        }
        all.push_str(match run.then {
            Then::Nothing => "",
            Then::Space => " ",
            Then::Line => "\n",
        });
    }
    all
}

pub(crate) fn letters(text: &str) -> String {
    let shown = |c: &char| {
        !c.is_whitespace()
            && !matches!(u32::from(*c), 0x200B..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069 | 0xFE0F)
    };
    text.chars().filter(shown).collect()
}

pub(crate) fn sorted(text: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    let mut letters: Vec<char> = letters(text).nfkc().collect();
    letters.sort_unstable();
    letters
}

fn tagged(pdf: &Pdf) {
    let (sound, said) = readers::qpdf(&["--check"], &pdf.bytes);
    assert!(sound, "{said}");
    let file = readers::file(&pdf.bytes);
    let info = readers::run("pdfinfo", &[], &file.path);
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    assert!(info.contains("Tagged:          yes"), "{info}");
    for personal in
        ["Author", "Creator", "Producer", "CreationDate", "ModDate", "Subject", "Keywords"]
    {
        assert!(!info.contains(&format!("{personal}:")), "{info}");
    }
    assert!(info.contains("Title:           Notes\n"), "{info}");
}

#[test]
fn one_page_on_both_papers_tagged_as_ua_1() {
    for (paper, width, height) in [(Paper::A4, 595.3, 841.9), (Paper::Letter, 612.0, 792.0)] {
        let choices = PageChoices {
            label: "D.".into(),
            blackouts: vec![blackout(CONFLICT, "Joy")],
            ..PageChoices::default()
        };
        let laid = laid(&journal(), &choices, paper);
        assert_eq!(laid.pages(), 1);
        let page = &laid.preview()[0];
        assert!(
            (page.width_pt - width).abs() < 0.2 && (page.height_pt - height).abs() < 0.2,
            "{paper:?}"
        );
        let pdf = laid.pdf().unwrap();
        assert_eq!(pdf.tagged, Tagging::Ua1);
        tagged(&pdf);
        let file = readers::file(&pdf.bytes);
        let structure = readers::run("pdfinfo", &["-struct-text"], &file.path);
        let structure = String::from_utf8_lossy(&structure.stdout).into_owned();
        for part in [
            "H1",
            "H2",
            "Figure",
            "\"blacked out\"",
            "Line chart of the strongest craving",
            "L (block)",
        ] {
            let part = part.trim_matches('"');
            assert!(
                structure.contains(part) || readers::everything(&pdf.bytes).contains(part),
                "{part}: {structure}"
            );
        }
        // On the last page the footer is text to be read, not decoration.
        assert!(structure.contains("Patient-reported. Not monitored."), "{structure}");
    }
}

#[test]
fn the_preview_reads_as_the_file_does() {
    for paper in [Paper::A4, Paper::Letter] {
        let choices = PageChoices {
            blackouts: vec![blackout(CONFLICT, "Joy")],
            item_nine: false,
            ..PageChoices::default()
        };
        let laid = laid(&journal(), &choices, paper);
        let preview = read(&laid.preview(), false);
        let file = readers::text(&laid.pdf().unwrap().bytes, None).unwrap();
        assert_eq!(letters(&preview), letters(&file));
        assert!(
            preview.contains(
                "Tell him: “When you ask the time, I hear that you think I drank. I need you to ask"
            ),
            "{preview}"
        );
        assert!(preview.contains("My partner “You said six."), "{preview}");
    }
}

#[test]
fn runs_know_their_record_and_lie_on_the_page() {
    let choices =
        PageChoices { blackouts: vec![blackout(CONFLICT, "Joy")], ..PageChoices::default() };
    let preview = laid(&journal(), &choices, Paper::A4).preview();
    let page = &preview[0];
    let of = |words: &str| page.runs.iter().find(|run| run.text.contains(words)).unwrap();
    assert_eq!(of("quarter past seven; I had").item, Some(id(CONFLICT)));
    assert_eq!(of("winter coat").item, Some(id(GRIEF)));
    assert_eq!(of("slept badly").item, Some(id(SESSION)));
    assert_eq!(of("quiet hour after work").item, Some(id(SESSION)));
    assert_eq!(of("Please read first").item, None);
    assert_eq!(of("Patient-reported").item, None);
    assert_eq!(
        page.runs.iter().filter(|run| run.black).map(|run| run.text.as_str()).collect::<Vec<_>>(),
        ["blacked out"]
    );
    for run in &page.runs {
        let inside = run.x >= 0.0
            && run.y >= 0.0
            && run.x + run.width <= page.width_pt
            && run.y + run.height <= page.height_pt;
        assert!(inside && run.width > 0.0 && run.size >= 8.5, "{run:?}");
    }
}

#[test]
fn any_script_reads_in_order_and_passes_ua_1() {
    let texts = [
        "Мы не говорили до утра. Ёлка, объём, «кавычки».",
        "لم نتكلم حتى الصباح. ترك لي القهوة، ثم قال: “see you at 8” وخرج (7:15) من البيت ولم يعد إلا في وقت متأخر من الليل ثم نام حتى الظهر.",
        "הגעתי הביתה ב-7:15, אמרתי שש. Group נמשך (עד 6:45) ונשארתי לדבר עם “דן” ועם עוד שני אנשים שאני לא מכיר עד שהאוטובוס האחרון הגיע.",
        "Ich weiß, dass Zoë naïve Fragen stellt: où, señor, çığ, Ελληνικά, Tiếng Việt.",
        "Happy 👩‍👧 ❤️ 🎉 end",
    ];
    for text in texts {
        let records = [note(NOTE, text, text)];
        let laid = laid(&records, &PageChoices::default(), Paper::A4);
        let pdf = laid.pdf().unwrap();
        assert_eq!(pdf.tagged, Tagging::Ua1, "{text}");
        tagged(&pdf);
        let preview = read(&laid.preview(), false);
        assert_eq!(preview.matches(text).count(), 2, "{preview}");
        let file = readers::text(&pdf.bytes, None).unwrap();
        assert_eq!(sorted(&preview), sorted(&file), "{text}");
    }
}

#[test]
fn a_character_without_a_font_is_named_and_stops_nothing() {
    let records = [note(NOTE, "Old", "Linear A: \u{10600} end")];
    let pdf = laid(&records, &PageChoices::default(), Paper::A4).pdf().unwrap();
    assert_eq!(pdf.tagged, Tagging::Plain(Short::NoFont { characters: "\u{10600}".into() }));
    tagged(&pdf);
}

#[test]
fn hostile_texts_are_only_text() {
    let texts = [
        "#import \"@preview/x:0.1.0\": *".to_owned(),
        "#read(\"/etc/passwd\") #sys.inputs $x^2$ *b* _i_ `raw` <label> @ref = H".to_owned(),
        "\\ \\u{41} // no comment /* nor this */ [a](b) {{ }} { $x }".to_owned(),
        "nul\0 bell\u{7} esc\u{1b}[31m del\u{7f} over\u{202e}ride".to_owned(),
        "</svg><script>alert(1)</script> &amp; \" ' ]]>".to_owned(),
        "x".repeat(5000),
        "W ".repeat(2500),
        "👩‍👩‍👧‍👦".repeat(60),
        format!("a{}", "\u{301}".repeat(500)),
        "\u{200B}\u{FEFF}\u{E000}\u{FFFF}\u{2028}\u{2029}".to_owned(),
        "(((((((((( ))))))))))".to_owned(),
    ];
    for text in &texts {
        let records = [note(NOTE, &text.chars().take(200).collect::<String>(), text)];
        let choices =
            PageChoices { label: text.chars().take(200).collect(), ..PageChoices::default() };
        let laid = laid(&records, &choices, Paper::A4);
        assert!(laid.pages() <= 2, "{text:.40}");
        let (sound, said) = readers::qpdf(&["--check"], &laid.pdf().unwrap().bytes);
        assert!(sound, "{text:.40}: {said}");
        let preview = laid.preview();
        assert!(
            preview.iter().all(|page| !page.svg.contains("<script") && !page.svg.contains("<text"))
        );
    }
    let shown = read(
        &laid(&[note(NOTE, "t", &texts[1])], &PageChoices::default(), Paper::A4).preview(),
        true,
    );
    assert!(shown.contains(&texts[1]), "word for word: {shown}");
}

#[test]
fn never_more_than_two_pages_and_what_has_no_room_is_told() {
    let mut records = journal();
    let mut long = conflict();
    long.what_happened = "Long story. ".repeat(100);
    long.turns = long.turns.iter().cycle().take(60).cloned().collect();
    for number in 0..40 {
        let minute = format!("2026-03-06T10:{number:02}");
        let mut record = record(500 + number, &minute, Body::Conflict(long.clone()));
        record.share = Share::ToBring;
        records.push(record);
    }
    for paper in [Paper::A4, Paper::Letter] {
        let choices = PageChoices { items: vec![item(NOTE, false)], ..PageChoices::default() };
        let laid = laid(&records, &choices, paper);
        assert_eq!(laid.pages(), 2);
        let kept = laid.page().items().len();
        assert!((3..8).contains(&kept), "{kept}");
        let told =
            format!("Not shared by choice: 1 entry. Left out for space: {} entries", 42 - kept);
        assert_eq!(laid.page().left_out.text(), told);
        let file = readers::text(&laid.pdf().unwrap().bytes, None).unwrap();
        assert_eq!(letters(&file).matches(&letters(&told)).count(), 2, "on every page: {file}");
        assert!(file.contains("Page 1 of 2") && file.contains("Page 2 of 2"));
        assert_eq!(letters(&read(&laid.preview(), false)), letters(&file));
    }
}

#[test]
fn what_is_shorter_finds_room_behind_what_has_none() {
    let mut records = journal();
    let mut long = conflict();
    long.turns = long.turns.iter().cycle().take(60).cloned().collect();
    long.what_happened = "Long story. ".repeat(100);
    for number in 0..6 {
        let minute = format!("2026-03-06T10:{number:02}");
        let mut record = record(500 + number, &minute, Body::Conflict(long.clone()));
        record.share = Share::ToBring;
        records.push(record);
    }
    let mut short = note(590, "t", "Two words.");
    short.share = Share::ToBring;
    records.push(short);
    let laid = laid(&records, &PageChoices::default(), Paper::A4);
    assert_eq!(laid.pages(), 2);
    assert!(laid.page().items().contains(&id(590)), "the short one is on it");
    let without: Vec<RecordId> = laid.no_room().to_vec();
    assert!(without.iter().any(|item| (500..506).contains(&item.0.as_u128())), "{without:?}");
    assert!(without.iter().all(|item| !laid.page().items().contains(item)));
    let told = format!("{} entr", without.len());
    assert!(laid.page().left_out.text().contains(&told));
}

#[test]
fn what_always_has_its_place_fits_even_when_all_of_it_is_as_wide_as_can_be() {
    let mut records = journal();
    let wide = "W".repeat(9000);
    for record in &mut records {
        if let Body::Session(session) = &mut record.body {
            session.agenda = vec![wide.clone(); 20];
            session.own_line = wide.clone();
        }
    }
    let mut choices =
        PageChoices { check_in_notes: true, label: "W".repeat(200), ..PageChoices::default() };
    for number in 0..20 {
        let when = format!("2026-03-06T10:{number:02}");
        records.push(check_in(3000 + number, &when, 5, 5, journal::value::Used::No, &wide));
        choices.items.push(item(3000 + number, true));
    }
    for paper in [Paper::A4, Paper::Letter] {
        assert!(laid(&records, &choices, paper).pages() <= 2);
    }
}

#[test]
fn the_same_page_makes_the_same_file() {
    let make = || laid(&journal(), &PageChoices::default(), Paper::A4).pdf().unwrap().bytes;
    assert!(make() == make(), "no time and nothing random goes in");
}
