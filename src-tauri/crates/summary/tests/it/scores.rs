//! Scores and item 9 on the page.

use journal::answers::{Answer, Answers};
use journal::choices::PageChoices;
use journal::scale::built_in;
use journal::{Body, Record};
use summary::{Page, Part, SectionKind, Span, Style};

use crate::composing::text;
use crate::sample::*;

fn filled(number: u128, when: &str, scale: &str, values: &[Option<u16>]) -> Record {
    let scale = built_in::find(scale).unwrap();
    let answer = |(item, &value): (&journal::scale::Question, &Option<u16>)| Answer {
        item: item.id.clone(),
        value,
    };
    let answers = scale.items.iter().zip(values).map(answer).collect();
    let answers = Answers { scale: scale.id.clone(), answers, ..Answers::default() };
    record(number, when, Body::Answers(answers.counted(scale)))
}

fn phq(number: u128, when: &str, values: [u16; 9]) -> Record {
    filled(number, when, "phq-9", &values.map(Some))
}

fn with(more: Vec<Record>) -> Vec<Record> {
    let mut records = journal();
    records.extend(more);
    records
}

fn strong(page: &Page) -> String {
    let section = page.sections.iter().find(|one| one.kind == SectionKind::Scores).unwrap();
    let table = section.parts.iter().find_map(|part| match part {
        Part::Table { table } => Some(table),
        _ => None,
    });
    // The name of the row is bold everywhere; what matters is which numbers are.
    let cells = table.unwrap().rows.iter().flat_map(|row| &row.cells[1..]);
    let bold = cells.flat_map(|cell| &cell.spans).filter_map(|span| match span {
        Span::Words { text, style: Style::Strong, .. } => Some(text.as_str()),
        _ => None,
    });
    bold.collect::<Vec<_>>().join("|")
}

/// Its cells, row by row, the head first.
fn cells(page: &Page) -> Vec<String> {
    let section = page.sections.iter().find(|one| one.kind == SectionKind::Scores).unwrap();
    let Part::Table { table } = &section.parts[0] else { panic!("scores are a table") };
    let row = |cells: &[summary::Line]| cells.iter().map(summary::Line::text).collect::<Vec<_>>();
    let rows = table.rows.iter().map(|one| row(&one.cells).join("|"));
    [row(&table.head).join("|")].into_iter().chain(rows).collect()
}

#[test]
fn scores_stand_with_their_changes_and_only_a_real_one_is_bold() {
    let first = phq(300, "2026-01-29T20:00", [2, 2, 2, 2, 2, 2, 2, 2, 0]);
    let last = phq(301, "2026-02-19T20:00", [2, 2, 2, 2, 2, 1, 1, 0, 0]);
    let now = phq(302, "2026-03-08T20:00", [2, 1, 2, 2, 1, 1, 1, 0, 0]);
    let page = compose(&with(vec![now, first, last]), &PageChoices::default());
    assert_eq!(
        cells(&page),
        [
            "Scale|First, 29 Jan|Last, 19 Feb|Now, 8 Mar|Since first|Since last|Often called",
            "PHQ-9, 0–27|16|12|10|−6|−2|“moderate”",
        ]
    );
    assert_eq!(strong(&page), "10|−6", "now, and the change past 6 points");
    let text = text(&page);
    assert!(text.contains("Bold: more than normal up-and-down."), "{text}");
    assert!(text.contains("PHQ-9, version 1: Public domain"), "{text}");
    let section = page.sections.iter().find(|one| one.kind == SectionKind::Scores).unwrap();
    let Part::Table { table } = &section.parts[0] else { panic!("scores are a table") };
    let trend = table.rows[0].trend.as_ref().unwrap();
    assert_eq!((trend.values.as_slice(), trend.range), (&[16, 12, 10][..], (0, 27)));
    assert_eq!(trend.description, "PHQ-9, each time: 16, 12, 10");
}

#[test]
fn scales_of_different_days_tell_the_day_in_each_cell() {
    let gad = filled(301, "2026-03-07T20:00", "gad-7", &[Some(1); 7]);
    let page =
        compose(&with(vec![phq(300, "2026-03-08T20:00", [1; 9]), gad]), &PageChoices::default());
    assert_eq!(
        cells(&page),
        ["Scale|Now|Often called", "PHQ-9, 0–27|9 (8 Mar)|“mild”", "GAD-7, 0–21|7 (7 Mar)|“mild”",]
    );
    assert!(!text(&page).contains("Bold:"), "nothing is bold, so nothing says what bold is");
}

#[test]
fn a_score_without_an_agreed_threshold_says_so_and_is_never_bold() {
    let filled = |number, when, values: [u16; 3]| filled(number, when, "ucla-3", &values.map(Some));
    let records = with(vec![
        filled(300, "2026-02-01T20:00", [3, 3, 3]),
        filled(301, "2026-03-08T20:00", [1, 1, 1]),
    ]);
    let page = compose(&records, &PageChoices::default());
    assert_eq!(cells(&page)[1], "UCLA-3, 3–9|9|3|−6|");
    assert!(text(&page).contains("No agreed threshold for a change: UCLA-3."));
    assert_eq!(strong(&page), "3");
}

#[test]
fn a_skipped_question_leaves_no_total() {
    let mut values = [Some(1); 9];
    values[4] = None;
    let records = with(vec![filled(300, "2026-03-08T20:00", "phq-9", &values)]);
    let page = compose(&records, &PageChoices::default());
    assert_eq!(cells(&page)[1], "PHQ-9, 0–27|–|no total: 8 of 9 answered (8 Mar)");
    let text = text(&page);
    assert!(text.contains("Several days (1), 8 March 2026"), "item 9 stands all the same: {text}");
}

#[test]
fn item_nine_is_answered_not_completed_or_not_shared_and_never_silent() {
    let item = "PHQ-9 item 9 (thoughts of being better off dead or of hurting myself): ";
    let line = |records: &[Record], choices: &PageChoices| {
        let text = text(&compose(records, choices));
        text.lines().find_map(|line| line.strip_prefix(item)).unwrap().to_owned()
    };
    let shared = PageChoices::default();
    assert_eq!(line(&journal(), &shared), "not completed");
    let zero = with(vec![phq(300, "2026-03-08T20:00", [0; 9])]);
    assert_eq!(line(&zero, &shared), "Not at all (0), 8 March 2026");
    let two = with(vec![phq(300, "2026-03-08T20:00", [0, 0, 0, 0, 0, 0, 0, 0, 2])]);
    assert_eq!(line(&two, &shared), "More than half the days (2), 8 March 2026");
    let mut skipped = [Some(0); 9];
    skipped[8] = None;
    let skipped = with(vec![filled(300, "2026-03-08T20:00", "phq-9", &skipped)]);
    assert_eq!(line(&skipped, &shared), "not completed");
    let kept = PageChoices { item_nine: false, ..PageChoices::default() };
    assert_eq!(line(&two, &kept), "not shared by choice");
    let page = compose(&two, &kept);
    assert!(page.left_out.text().contains("PHQ-9 item 9"));
    let all: String = page.lines().map(summary::Line::text).collect();
    assert!(!all.contains("More than half"), "the answer itself is nowhere");
}

#[test]
fn scores_left_out_are_named_and_what_was_never_filled_is_not() {
    let none = PageChoices { scores: false, ..PageChoices::default() };
    assert!(!compose(&journal(), &none).left_out.text().contains("scores"));
    let records = with(vec![phq(300, "2026-03-08T20:00", [1; 9])]);
    let page = compose(&records, &none);
    assert!(page.left_out.text().contains("scores"));
    assert!(page.sections.iter().all(|section| section.kind != SectionKind::Scores));
    assert!(!text(&page).contains("Public domain"));
}
