//! What the panel beside the preview offers.

use journal::choices::{ItemChoice, PageChoices};
use journal::value::Used;
use journal::{Body, Record};
use summary::{Block, BlockKind, Offer, TickKind};

use crate::sample::*;

fn offer(records: &[Record], choices: &PageChoices) -> Offer {
    summary::offer(&material(records), choices)
}

fn block(offer: &Offer, kind: BlockKind) -> &Block {
    offer.blocks.iter().find(|block| block.kind == kind).unwrap()
}

#[test]
fn the_first_page_ever_is_ticked_as_ruled() {
    let offer = offer(&journal(), &PageChoices::default());
    assert_eq!((offer.session, offer.from.to_string().as_str()), (Some(7), "2026-03-05"));
    // The moments stand in what is brought already; side by side they are an extra.
    let expected = |block: &Block| {
        block.ticked == (block.kind != BlockKind::Moments)
            && block.empty == (block.kind == BlockKind::Scores)
    };
    assert!(offer.blocks.iter().all(expected));
    let entries = &block(&offer, BlockKind::Entries).items;
    let ids: Vec<_> = entries.iter().map(|item| (item.item, item.ticked)).collect();
    assert_eq!(ids, [(id(CONFLICT), true), (id(GRIEF), true), (id(NOTE), true)]);
    assert_eq!(offer.only_me, 1, "told in the window only");
    assert_eq!(offer.called.as_deref(), Some("my partner"));
    let ticks: Vec<_> =
        offer.blocks.iter().flat_map(|b| &b.ticks).map(|t| (t.kind, t.ticked, t.empty)).collect();
    assert_eq!(
        ticks,
        [
            (TickKind::ItemNine, true, false),
            (TickKind::SafetyPlan, true, false),
            (TickKind::OwnLine, true, false),
            (TickKind::UseDays, true, false),
            (TickKind::Triggers, true, false),
            (TickKind::CheckInNotes, false, true),
        ]
    );
}

#[test]
fn an_entry_from_before_the_last_session_is_offered_and_waits_to_be_ticked() {
    let mut records = journal();
    records.iter_mut().find(|record| record.id == id(NOTE)).unwrap().at = at("2026-03-05T13:59");
    let ticked = |choices: &PageChoices| {
        let offer = offer(&records, choices);
        let items = &block(&offer, BlockKind::Entries).items;
        items.iter().find(|item| item.item == id(NOTE)).unwrap().ticked
    };
    assert!(!ticked(&PageChoices::default()), "the session it was marked for is over");
    let items = vec![ItemChoice { item: id(NOTE), on: true }];
    let by_hand = PageChoices { items, ..PageChoices::default() };
    assert!(ticked(&by_hand));
    let page = summary::compose(&material(&records), &by_hand);
    assert!(page.items().contains(&id(NOTE)));
}

#[test]
fn an_only_me_entry_is_not_offered() {
    let json = serde_json::to_string(&offer(&journal(), &PageChoices::default())).unwrap();
    assert!(!json.contains("Zanzibar") && !json.contains("xylophone"));
}

#[test]
fn excerpts_show_what_is_blacked_out_and_whether_it_is_there() {
    let blackouts = vec![blackout(CONFLICT, "JOY"), blackout(CONFLICT, "giraffe")];
    let choices = PageChoices { blackouts, ..PageChoices::default() };
    let offer = offer(&journal(), &choices);
    let item = &block(&offer, BlockKind::Entries).items[0];
    let black: Vec<_> =
        item.text.iter().filter(|part| part.black).map(|part| part.text.as_str()).collect();
    assert_eq!(black, ["Joy"]);
    let excerpt: String = item.excerpt.iter().map(|part| part.text.as_str()).collect();
    assert!(
        excerpt.starts_with('…') && excerpt.contains("I stayed to talk with Joy."),
        "{excerpt}"
    );
    let found: Vec<_> = item.blackouts.iter().map(|one| one.found).collect();
    assert_eq!(found, [true, false]);
}

#[test]
fn a_role_blacked_out_in_the_preview_counts_as_found() {
    let choices =
        PageChoices { blackouts: vec![blackout(CONFLICT, "my friend")], ..PageChoices::default() };
    let offer = offer(&journal(), &choices);
    assert!(block(&offer, BlockKind::Entries).items[0].blackouts[0].found);
}

#[test]
fn notes_of_check_ins_are_offered_each() {
    let mut records = journal();
    records.push(check_in(2000, "2026-03-06T21:00", 6, 4, Used::No, "rang my sister"));
    let old = PageChoices { check_in_notes: true, ..PageChoices::default() };
    let notes = |choices: &PageChoices| {
        let offer = offer(&records, choices);
        let ticks = &block(&offer, BlockKind::Cravings).ticks;
        ticks.iter().find(|tick| tick.kind == TickKind::CheckInNotes).unwrap().clone()
    };
    assert!(!notes(&old).ticked, "the note was made since");
    assert_eq!(notes(&old).items[0].item, id(2000));
    let ticked = PageChoices { items: vec![item(2000, true)], ..old };
    assert!(notes(&ticked).ticked);
}

#[test]
fn an_empty_journal_offers_empty_blocks() {
    let offer = offer(&[], &PageChoices::default());
    assert!(offer.blocks.iter().all(|block| block.empty == (block.kind != BlockKind::First)));
    assert_eq!((offer.session, offer.only_me, offer.called), (None, 0, None));
}

#[test]
fn a_private_person_is_not_the_example() {
    let mut records = journal();
    for record in &mut records {
        if let Body::Person(person) = &mut record.body {
            person.private = person.name == "Dan";
        }
    }
    assert_eq!(offer(&records, &PageChoices::default()).called.as_deref(), Some("my mother"));
}
