//! Single lines taken off by hand, what went well and what is coming up, and what is new since
//! the last page.

use journal::choices::{LineLeft, Names, PageChoices, Variant};
use journal::course::Session;
use journal::disclosure::Disclosure;
use journal::{Body, Record, RecordId};
use summary::{BlockKind, LineTick, Offer, OfferItem, SectionKind};

use crate::composing::text;
use crate::sample::*;

fn ahead(records: &mut [Record], change: impl Fn(&mut Session)) {
    for record in records {
        if let Body::Session(session) = &mut record.body {
            change(session);
        }
    }
}

/// The sample with lines in every list of the session ahead.
fn prepared() -> Vec<Record> {
    let mut records = journal();
    ahead(&mut records, |session| {
        session.agenda = vec!["Ask Dan for one evening".into(), "The coat".into()];
        session.went_well = vec!["I went to Joy".into(), "I slept".into()];
        session.coming = vec!["Saturday: the party at Ruth’s. I leave at nine.".into()];
    });
    records
}

fn off(choices: &PageChoices, lines: &[LineTick]) -> PageChoices {
    let left: Vec<LineLeft> = lines.iter().map(|line| line.left.clone()).collect();
    PageChoices { lines: left, ..choices.clone() }
}

fn all_lines(offer: &Offer) -> Vec<LineTick> {
    let items = |block: &summary::Block| -> Vec<LineTick> {
        block.items.iter().flat_map(|item| item.lines.clone()).collect()
    };
    offer.blocks.iter().flat_map(|block| [block.lines.clone(), items(block)].concat()).collect()
}

fn item(offer: &Offer, of: u128) -> &OfferItem {
    let items = offer.blocks.iter().flat_map(|block| &block.items);
    items.into_iter().find(|item| item.item == id(of)).unwrap()
}

#[test]
fn what_went_well_and_what_is_coming_up_stand_on_the_page_and_can_be_left_out() {
    let records = prepared();
    let choices = PageChoices { names: Names::AsWritten, ..PageChoices::default() };
    let told = text(&compose(&records, &choices));
    assert!(told.contains("What went well") && told.contains("I went to Joy"), "{told}");
    assert!(told.contains("Coming up") && told.contains("I leave at nine."), "{told}");
    let without = PageChoices { went_well: false, coming: false, ..choices.clone() };
    let page = compose(&records, &without);
    assert!(!text(&page).contains("I went to Joy") && !text(&page).contains("at nine"));
    assert!(page.left_out.text().contains("what went well, what is coming up"));
    for variant in [Variant::Group, Variant::Prescriber] {
        let sheet = compose(&records, &PageChoices { variant, ..choices.clone() });
        assert!(!text(&sheet).contains("Joy") && !text(&sheet).contains("at nine"));
        assert!(!sheet.left_out.text().contains("went well"));
    }
    let bare = compose(&journal(), &choices);
    assert!(!text(&bare).contains("What went well") && !bare.left_out.text().contains("well"));
}

#[test]
fn only_three_that_went_well_and_five_that_come_up_stand_there() {
    let mut records = journal();
    let many = |word: &str| (0..7).map(|one| format!("{word} {one}")).collect::<Vec<_>>();
    ahead(&mut records, |session| {
        session.went_well = many("well");
        session.coming = many("day");
    });
    let told = text(&compose(&records, &PageChoices::default()));
    assert!(told.contains("well 2") && !told.contains("well 3"), "{told}");
    assert!(told.contains("day 4") && !told.contains("day 5"), "{told}");
}

/// Every line that is offered can be taken off: then it is gone, the others stand, and the page
/// says how many were left out. Nothing that changes how lines read brings one back.
#[test]
fn each_line_can_be_taken_off_by_itself() {
    let records = prepared();
    let choices = PageChoices { names: Names::AsWritten, ..PageChoices::default() };
    let offer = summary::offer(&material(&records), &choices);
    let lines = all_lines(&offer);
    assert!(lines.len() > 12, "{}", lines.len());
    let whole = lines_of(&records, &choices);
    for line in &lines {
        let one = off(&choices, std::slice::from_ref(line));
        let page = compose(&records, &one);
        let kept = lines_of(&records, &one);
        assert_eq!(kept.len() + 1, whole.len(), "{line:?}");
        assert!(whole.iter().filter(|text| !kept.contains(text)).count() <= 1, "{line:?}");
        assert!(page.left_out.text().contains("1 line"), "{}", page.left_out.text());
        let again = summary::offer(&material(&records), &one);
        let ticked = all_lines(&again).into_iter().find(|other| other.left == line.left).unwrap();
        assert!(!ticked.ticked, "the panel shows what was taken off: {line:?}");
        for names in [Names::Role, Names::Initials] {
            let called = PageChoices { names, ..one.clone() };
            assert_eq!(lines_of(&records, &called).len(), kept.len(), "{names:?}, {line:?}");
        }
    }
    let none = off(&choices, &lines);
    assert_eq!(lines_of(&records, &none).len(), 0);
}

/// The lines of those sections whose lines can be taken off.
fn lines_of(records: &[Record], choices: &PageChoices) -> Vec<String> {
    let page = compose(records, choices);
    let here = page.sections.iter().filter(|section| {
        !matches!(
            section.kind,
            SectionKind::First
                | SectionKind::Scores
                | SectionKind::Cravings
                | SectionKind::Course
                | SectionKind::CheckInNotes
        )
    });
    let mut all = Vec::new();
    for part in here.flat_map(|section| &section.parts) {
        match part {
            summary::Part::Pairs { pairs } => {
                all.extend(pairs.iter().map(|pair| pair.term.text() + &pair.text.text()));
            }
            part => all.extend(part.lines().iter().map(|line| line.text())),
        }
    }
    all
}

#[test]
fn a_blackout_brings_no_line_back() {
    let records = prepared();
    let choices = PageChoices { names: Names::AsWritten, ..PageChoices::default() };
    let offer = summary::offer(&material(&records), &choices);
    let agenda = offer.blocks.iter().find(|block| block.kind == BlockKind::Agenda).unwrap();
    let first = agenda.lines.iter().find(|line| line.text.contains("one evening")).unwrap();
    let mut without = off(&choices, std::slice::from_ref(first));
    let session = first.left.item.unwrap();
    without.blackouts = vec![blackout(session.0.as_u128(), "Dan")];
    let told = text(&compose(&records, &without));
    assert!(!told.contains("one evening") && told.contains("The coat"), "{told}");
}

#[test]
fn what_was_on_no_page_is_new_once_there_was_one() {
    let mut records = journal();
    let news = |records: &[Record]| {
        let offer = summary::offer(&material(records), &PageChoices::default());
        (offer.last.clone(), item(&offer, CONFLICT).is_new, item(&offer, NOTE).is_new)
    };
    assert_eq!(news(&records), (None, false, false), "nothing to compare with");
    let page = |variant, items: &[u128]| {
        let items: Vec<RecordId> = items.iter().map(|one| id(*one)).collect();
        Body::Disclosure(Disclosure { variant, items, ..Disclosure::default() })
    };
    records.push(record(900, "2026-03-07T12:00", page(Variant::Group, &[])));
    assert_eq!(news(&records).0, None, "a sheet for a group is no page for the therapist");
    records.push(record(901, "2026-03-08T12:00", page(Variant::Session, &[CONFLICT])));
    let (last, conflict, note) = news(&records);
    assert_eq!(last.unwrap().day.to_string(), "2026-03-08");
    assert!(!conflict && note);
}
