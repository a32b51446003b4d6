//! What stands on the page and what does not.

use journal::choices::{Names, PageChoices};
use journal::conflict::{Conflict, Speaker};
use journal::course::Session;
use journal::note::Note;
use journal::person::{FeelSafe, Person, Relation};
use journal::value::Used;
use journal::{Body, Record, Share};
use summary::{Page, Part, SectionKind, Span};

use crate::sample::*;

pub(crate) fn text(page: &Page) -> String {
    page.lines().map(|line| line.text() + "\n").collect()
}

fn page(choices: &PageChoices) -> Page {
    compose(&journal(), choices)
}

pub(crate) fn edit<'a, T>(
    records: &'a mut [Record],
    number: u128,
    pick: impl Fn(&'a mut Body) -> Option<&'a mut T>,
) -> &'a mut T {
    let record = records.iter_mut().find(|record| record.id == id(number)).unwrap();
    pick(&mut record.body).unwrap()
}

fn conflict_of(body: &mut Body) -> Option<&mut Conflict> {
    if let Body::Conflict(conflict) = body { Some(conflict) } else { None }
}

pub(crate) fn person_of(body: &mut Body) -> Option<&mut Person> {
    if let Body::Person(person) = body { Some(person) } else { None }
}

fn session_of(body: &mut Body) -> Option<&mut Session> {
    if let Body::Session(session) = body { Some(session) } else { None }
}

#[test]
fn the_first_page_stands_in_the_order_of_the_domain_reference() {
    let page = page(&PageChoices::default());
    let kinds: Vec<SectionKind> = page.sections.iter().map(|section| section.kind).collect();
    let entry = SectionKind::Entry;
    assert_eq!(
        kinds,
        [SectionKind::First, SectionKind::Agenda, SectionKind::Cravings, entry, entry, entry]
    );
    let text = text(&page);
    assert!(
        text.contains("Session 7, Thursday 12 March 2026. Covers 5 to 9 March, 5 days."),
        "{text}"
    );
    assert!(!text.contains("for my therapist"), "the label is empty until chosen");
    assert!(text.contains("Since session 6: 5 check-ins on 5 of 5 days. Strongest 7 (Sunday 8 March). Usual 3 (the middle of 5). Days I used: 0; did not use: 5; not known: 0."), "{text}");
    assert!(text.contains(
        "Mood (0 very low, 10 very good): usual 7 (the middle of 5), lowest 3 (Sunday 8 March)."
    ));
    assert!(text.contains("Sunday 8 March, at home. Craving 2 before, 7 after. Did not use."));
    assert!(text.contains("“You said six. It’s quarter past seven.” I took it as: he thinks I was drinking. Felt accused, ashamed."));
    assert!(text.contains("(Went to the bedroom and shut the door.)"));
    assert!(text.contains("Stuck."));
    assert!(text.contains("Saturday 7 March. My father, who died on 2 November 2024."));
    assert!(text.contains("calling him on Sundays; how he said my name"));
    assert!(text.contains("My mother, you."));
    assert!(page.left_out.spans.is_empty(), "nothing was left out by choice");
}

#[test]
fn please_read_first_is_always_first_and_item_nine_is_never_silent() {
    let shared = text(&page(&PageChoices::default()));
    assert!(shared.contains("hurting myself): not completed"));
    let choices = PageChoices {
        item_nine: false,
        safety_plan: false,
        own_line: false,
        ..PageChoices::default()
    };
    let page = page(&choices);
    assert_eq!(page.sections[0].kind, SectionKind::First);
    let kept = text(&page);
    assert!(kept.contains("hurting myself): not shared by choice"));
    assert!(!kept.contains("slept badly"));
    assert_eq!(
        page.left_out.text(),
        "Not shared by choice: PHQ-9 item 9, safety plan, a line from me"
    );
}

#[test]
fn what_is_unticked_is_gone_and_named() {
    let choices = PageChoices {
        agenda: false,
        cravings: false,
        items: vec![item(GRIEF, false), item(NOTE, false)],
        ..PageChoices::default()
    };
    let page = page(&choices);
    let text = text(&page);
    for gone in ["quiet hour after work", "Strongest", "winter coat", "Five to seven"] {
        assert!(!text.contains(gone), "{gone}");
    }
    assert_eq!(
        page.left_out.text(),
        "Not shared by choice: what I want from this session, cravings, 2 entries"
    );
}

#[test]
fn entries_follow_their_block_and_their_own_tick() {
    let none =
        PageChoices { entries: false, items: vec![item(NOTE, true)], ..PageChoices::default() };
    let none = page(&none);
    assert!(!text(&none).contains("Five to seven"));
    assert_eq!(none.left_out.text(), "Not shared by choice: 3 entries");
    assert_eq!(page(&PageChoices::default()).items(), [id(CONFLICT), id(GRIEF), id(NOTE)]);
}

#[test]
fn only_me_leaves_no_trace_even_if_ticked() {
    let mut without = journal();
    without.retain(|record| record.id != id(SECRET));
    let choices =
        PageChoices { items: vec![item(SECRET, true)], entries: false, ..PageChoices::default() };
    for choices in [choices, PageChoices::default()] {
        assert_eq!(compose(&journal(), &choices), compose(&without, &choices), "not even a count");
    }
}

#[test]
fn the_day_of_an_only_me_entry_does_not_move_the_time_covered() {
    let note = |number, share| {
        let mut record = record(number, "2026-01-02T10:00", Body::Note(Note::default()));
        record.share = share;
        record
    };
    let covers = |records: &[Record]| compose(records, &PageChoices::default()).corner[0].text();
    assert_eq!(covers(&[note(1, Share::OnlyMe)]), covers(&[]), "with no session yet");
}

#[test]
fn an_entry_from_before_the_last_session_is_not_on_it() {
    let mut records = journal();
    let old = records.iter_mut().find(|record| record.id == id(NOTE)).unwrap();
    old.at = at("2026-03-05T13:59");
    let page = compose(&records, &PageChoices::default());
    assert!(!page.items().contains(&id(NOTE)));
    assert!(page.left_out.spans.is_empty(), "it is not left out: its session is over");
}

#[test]
fn a_private_person_and_what_is_only_about_them_leave_no_trace() {
    let mut records = journal();
    edit(&mut records, DAN, person_of).private = true;
    let without_dan = compose(&records, &PageChoices::default());
    assert!(!without_dan.items().contains(&id(CONFLICT)));
    assert!(without_dan.left_out.spans.is_empty());
    assert!(!text(&without_dan).contains("partner"));
    assert!(text(&without_dan).contains("The fight with someone on Sunday."), "named nowhere");

    let mut records = journal();
    edit(&mut records, FATHER, person_of).private = true;
    assert!(
        !compose(&records, &PageChoices::default()).items().contains(&id(GRIEF)),
        "the loss of them"
    );

    let mut records = journal();
    edit(&mut records, RUTH, person_of).private = true;
    let choices = PageChoices { names: Names::AsWritten, ..PageChoices::default() };
    let text = text(&compose(&records, &choices));
    assert!(!text.contains("Ruth") && !text.contains("Mom"), "{text}");
}

#[test]
fn names_stand_as_chosen_in_headings_speakers_and_texts() {
    let text = |names| text(&page(&PageChoices { names, ..PageChoices::default() }));
    let role = text(Names::Role);
    for name in ["Dan", "Ruth", "Mom", "Joy", "Peter"] {
        assert!(!role.contains(name), "{name}");
    }
    assert!(role.contains("An argument with my partner\n") && role.contains("\nMy partner\n"));
    assert!(role.contains("My mother’s birthday"));
    let initials = text(Names::Initials);
    assert!(initials.contains("An argument with D.\n") && initials.contains("R.’s birthday"));
    let written = text(Names::AsWritten);
    assert!(written.contains("An argument with Dan\n") && written.contains("talk with Joy."));
}

#[test]
fn dispute_tools_stay_off_the_page_unless_it_is_clearly_safe() {
    for answer in [None, Some(FeelSafe::Mostly), Some(FeelSafe::No)] {
        let mut records = journal();
        edit(&mut records, DAN, person_of).feel_safe = answer;
        let text = text(&compose(&records, &PageChoices::default()));
        assert!(!text.contains("Stuck.") && !text.contains("calmer time"), "{answer:?}");
        assert!(text.contains("It ended"), "the rest stays");
    }
}

#[test]
fn check_in_notes_need_a_tick_each() {
    let mut records = journal();
    records.push(check_in(2000, "2026-03-06T21:00", 6, 4, Used::No, "rang my sister"));
    let old = PageChoices { check_in_notes: true, ..PageChoices::default() };
    let with_old = compose(&records, &old);
    assert!(!text(&with_old).contains("rang my sister"), "a note made since is not taken along");
    assert_eq!(with_old.left_out.text(), "Not shared by choice: check-in notes");
    let ticked = PageChoices { items: vec![item(2000, true)], ..old };
    let ticked = compose(&records, &ticked);
    assert!(text(&ticked).contains("Friday 6 March, craving 6: rang my sister"));
    assert!(ticked.items().contains(&id(2000)) && ticked.left_out.spans.is_empty());
}

#[test]
fn a_gap_is_never_filled_and_unknown_is_never_zero() {
    let mut records = journal();
    records.retain(|record| {
        !(matches!(record.body, Body::CheckIn(_)) && record.at.day().to_string() == "2026-03-07")
    });
    let page = compose(&records, &PageChoices::default());
    let chart = page.sections[2].parts.iter().find_map(|part| match part {
        Part::Chart { chart } => Some(chart),
        _ => None,
    });
    let chart = chart.unwrap();
    assert_eq!(chart.days.len(), 40);
    assert_eq!(chart.days[8], None, "6 February");
    assert_eq!(chart.days[37], None, "7 March");
    assert_eq!(chart.used, [23], "21 February");
    assert_eq!(chart.sessions.len(), 6);
    assert!(
        chart.description.contains("36 days with a check-in, 4 days without. Highest 8, lowest 2."),
        "{}",
        chart.description
    );
    let text = text(&page);
    assert!(text.contains("4 check-ins on 4 of 5 days"));
    assert!(text.contains("did not use: 4; not known: 1."));
}

#[test]
fn days_of_use_are_marked_only_if_ticked() {
    let page = page(&PageChoices { use_days: false, ..PageChoices::default() });
    let json = serde_json::to_string(&page).unwrap();
    assert!(json.contains(r#""used":[]"#) && !json.contains("21 Feb\""), "{json}");
    assert!(!text(&page).contains("Days I used"));
    assert_eq!(page.left_out.text(), "Not shared by choice: days I used");
}

#[test]
fn an_empty_journal_makes_an_honest_page() {
    let page = compose(&[], &PageChoices::default());
    let text = text(&page);
    assert!(text.contains("Made on Monday 9 March 2026. Covers 9 March, 1 day."), "{text}");
    assert!(text.contains("No check-ins in this time."));
    assert!(text.contains("not completed"));
}

#[test]
fn long_texts_are_shortened_and_say_so() {
    let mut records = journal();
    let conflict = edit(&mut records, CONFLICT, conflict_of);
    conflict.what_happened = "word ".repeat(1000);
    conflict.turns = conflict.turns.iter().cycle().take(60).cloned().collect();
    edit(&mut records, SESSION, session_of).agenda = vec!["again".into(); 9];
    let page = compose(&records, &PageChoices::default());
    let text = text(&page);
    assert!(text.contains("word … (shortened)\n"));
    assert!(text.contains("… (shortened: 48 more turns)"));
    assert!(text.contains("… (shortened: 4 more lines)"));
    assert!(text.lines().all(|line| line.chars().count() < 900), "no line is long");
}

#[test]
fn the_other_one_without_a_card_is_not_given_a_name() {
    let mut records = journal();
    let record = records.iter_mut().find(|record| record.id == id(CONFLICT)).unwrap();
    record.around.people.clear();
    let Body::Conflict(conflict) = &mut record.body else { panic!("the sample's conflict") };
    conflict.title.clear();
    for turn in &mut conflict.turns {
        turn.speaker = Speaker::Other;
    }
    let text = text(&compose(&records, &PageChoices::default()));
    assert!(
        text.contains("Something between someone and me\n") && text.contains("The other one\n")
    );
}

#[test]
fn a_new_relation_gets_its_number_and_a_private_one_none() {
    let mut records = journal();
    records.push(person(5, "Mira", Relation::Friend));
    let Body::Note(note) = &mut records.iter_mut().find(|r| r.id == id(NOTE)).unwrap().body else {
        panic!("the sample's note")
    };
    note.text = "Joy and Mira came.".into();
    let numbered = text(&compose(&records, &PageChoices::default()));
    assert!(numbered.contains("My friend 1 and my friend 2 came."), "{numbered}");
    edit(&mut records, 5, person_of).private = true;
    let text = text(&compose(&records, &PageChoices::default()));
    assert!(text.contains("My friend and someone came."), "{text}");
}

#[test]
fn a_blacked_out_place_tells_nothing_of_its_length() {
    let boxes = |words: &str| {
        let choices =
            PageChoices { blackouts: vec![blackout(CONFLICT, words)], ..PageChoices::default() };
        let page = page(&choices);
        page.lines()
            .flat_map(|line| &line.spans)
            .filter(|span| **span == Span::Black)
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(boxes("Joy"), [Span::Black]);
    assert_eq!(boxes("Group ran over and I stayed to talk with Joy"), [Span::Black]);
}
