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
    let pairs = section.parts.iter().find_map(|part| match part {
        Part::Pairs { pairs } => Some(pairs),
        _ => None,
    });
    let spans = pairs.unwrap().iter().flat_map(|pair| &pair.text.spans);
    let bold = spans.filter_map(|span| match span {
        Span::Words { text, style: Style::Strong, .. } => Some(text.as_str()),
        _ => None,
    });
    bold.collect()
}

#[test]
fn scores_stand_with_their_changes_and_only_a_real_one_is_bold() {
    let first = phq(300, "2026-01-29T20:00", [2, 2, 2, 2, 2, 2, 2, 2, 0]);
    let last = phq(301, "2026-02-19T20:00", [2, 2, 2, 2, 2, 1, 1, 0, 0]);
    let now = phq(302, "2026-03-08T20:00", [2, 1, 2, 2, 1, 1, 1, 0, 0]);
    let page = compose(&with(vec![now, first, last]), &PageChoices::default());
    let text = text(&page);
    assert!(
        text.contains(
            "now 10 (8 March); last 12 (19 February); first 16 (29 January); −2 since last; \
             −6 since first, more than normal up-and-down; this range is often called “moderate”"
        ),
        "{text}"
    );
    assert_eq!(strong(&page), "now 10 (8 March)−6 since first, more than normal up-and-down");
    assert!(text.contains("PHQ-9, version 1: Public domain"), "{text}");
}

#[test]
fn a_score_without_an_agreed_threshold_says_so_and_is_never_bold() {
    let filled = |number, when, values: [u16; 3]| filled(number, when, "ucla-3", &values.map(Some));
    let records = with(vec![
        filled(300, "2026-02-01T20:00", [3, 3, 3]),
        filled(301, "2026-03-08T20:00", [1, 1, 1]),
    ]);
    let page = compose(&records, &PageChoices::default());
    assert!(text(&page).contains("−6 since last; no agreed threshold for a change"));
    assert_eq!(strong(&page), "now 3 (8 March)");
}

#[test]
fn a_skipped_question_leaves_no_total() {
    let mut values = [Some(1); 9];
    values[4] = None;
    let records = with(vec![filled(300, "2026-03-08T20:00", "phq-9", &values)]);
    let text = text(&compose(&records, &PageChoices::default()));
    assert!(text.contains("no total: 8 of 9 answered (8 March)"), "{text}");
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
