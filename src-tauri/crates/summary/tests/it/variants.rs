//! The blocks of someone who keeps more than check-ins, and the pages for other occasions.

use journal::care::{Care, CareDay, CareKind, Taken};
use journal::check_in::{CheckIn, Halt, Trigger};
use journal::choices::{PageChoices, Variant};
use journal::course::{Area, Hope};
use journal::dispute::Dispute;
use journal::rhythm::{Anchors, Rhythm, RhythmDay};
use journal::weekly::Weekly;
use journal::{Body, Record, Share};
use summary::{BlockKind, Page, SectionKind, TickKind};

use crate::sample::*;

const DISPUTE: u128 = 310;
const CARE: u128 = 320;

fn named(number: u128, when: &str, triggers: &[Trigger], halt: &[Halt]) -> Record {
    let check_in = CheckIn {
        craving: rating(6),
        triggers: triggers.to_vec(),
        halt: halt.to_vec(),
        ..CheckIn::default()
    };
    record(number, when, Body::CheckIn(check_in))
}

fn course(records: &mut [Record], change: impl FnOnce(&mut journal::course::Course)) {
    let course = records.iter_mut().find_map(|record| match &mut record.body {
        Body::Course(course) => Some(course),
        _ => None,
    });
    change(course.unwrap());
}

/// The sample with weekly numbers, care, a rhythm and a whole course.
fn rich() -> Vec<Record> {
    let mut records = journal();
    course(&mut records, |course| {
        course.main_area = Some(Area::Dispute);
        course.hopes = vec![
            Hope { what: "Evenings without a drink.".into(), near: rating(6) },
            Hope { what: "To talk with Dan".into(), near: None },
        ];
        course.formulation = "I drink when I feel accused.".into();
        course.gains = vec!["I say when I am late".into()];
        course.early_signs = vec!["I skip group".into()];
        course.then = "Call Joy the same day.".into();
        course.turn_to = vec![id(JOY), id(RUTH)];
    });
    let dispute =
        Dispute { title: "Being late".into(), person: Some(id(DAN)), ..Dispute::default() };
    records.push(record(DISPUTE, "2026-02-01T10:00", Body::Dispute(dispute)));
    for (number, (day, resolution)) in
        [("02-08", 2), ("02-22", 4), ("03-08", 5)].into_iter().enumerate()
    {
        let weekly = Weekly {
            focus: Some(id(DISPUTE)),
            resolution: rating(resolution),
            ..Weekly::default()
        };
        let number = 311 + u128::try_from(number).unwrap();
        records.push(record(number, &format!("2026-{day}T20:00"), Body::Weekly(weekly)));
    }
    let care = Care {
        name: "Naltrexone".into(),
        what: Some(CareKind::Medication),
        note: "Headache in the morning.".into(),
        over: false,
    };
    records.push(record(CARE, "2026-02-01T10:00", Body::Care(care)));
    for (number, (day, taken)) in
        [(5, Taken::Yes), (6, Taken::No), (7, Taken::RatherNotSay), (8, Taken::Yes)]
            .into_iter()
            .enumerate()
    {
        let day_of = CareDay { care: Some(id(CARE)), taken: Some(taken) };
        let number = 321 + u128::try_from(number).unwrap();
        records.push(record(number, &format!("2026-03-0{day}T21:00"), Body::CareDay(day_of)));
    }
    let dinner = Anchors { dinner: Some("18:30".parse().unwrap()), ..Anchors::default() };
    records.push(record(
        330,
        "2026-02-01T10:00",
        Body::Rhythm(Rhythm { on: true, targets: dinner }),
    ));
    for (place, time) in ["18:00", "18:40", "20:00", "18:30"].into_iter().enumerate() {
        let times = Anchors { dinner: Some(time.parse().unwrap()), ..Anchors::default() };
        let day = RhythmDay { times, ..RhythmDay::default() };
        let number = u128::try_from(place).unwrap();
        records.push(record(
            331 + number,
            &format!("2026-03-0{}T22:00", place + 4),
            Body::RhythmDay(day),
        ));
    }
    records
}

/// The page's words on one line, a lead before its text.
fn text(page: &Page) -> String {
    crate::composing::text(page).replace('\n', " ")
}

fn of(variant: Variant) -> PageChoices {
    PageChoices { variant, ..PageChoices::default() }
}

fn kinds(page: &Page) -> Vec<SectionKind> {
    page.sections.iter().map(|section| section.kind).collect()
}

#[test]
fn what_set_cravings_off_is_counted_and_never_from_too_few() {
    let none = text(&compose(&journal(), &PageChoices::default()));
    assert!(!none.contains("set it off"), "nothing was named, so nothing is said");
    let mut records = journal();
    let own = Trigger::Own("Zanzibar".into());
    records.push(named(500, "2026-03-06T10:00", &[Trigger::Argument, own.clone()], &[Halt::Tired]));
    records.push(named(501, "2026-03-07T10:00", &[Trigger::Argument, Trigger::Cue], &[]));
    let few: Vec<Record> = records
        .iter()
        .filter(|record| !matches!(record.body, Body::CheckIn(_)) || record.id.0.as_u128() < 600)
        .cloned()
        .collect();
    let told = text(&compose(&few, &PageChoices::default()));
    assert!(told.contains("What set it off: too few check-ins to say."), "{told}");
    let told = text(&compose(&records, &PageChoices::default()));
    assert!(
        told.contains(
            "Named most often as what set it off: argument or anger with someone 2; saw, smelled \
             or came across it 1 (of 7 check-ins). Tired 1 (of 7 check-ins)."
        ),
        "{told}"
    );
    assert!(!told.contains("Zanzibar"), "a word of one's own is not a count");
    let off = PageChoices { triggers: false, ..PageChoices::default() };
    assert!(!text(&compose(&records, &off)).contains("set it off"));
}

#[test]
fn weekly_numbers_stand_without_a_word_and_once() {
    let mut records = rich();
    let page = compose(&records, &PageChoices::default());
    assert!(kinds(&page).contains(&SectionKind::Areas));
    assert!(
        text(&page).contains("Settled, 0–10 2, 4, 5 (8 February to 8 March)"),
        "{}",
        text(&page)
    );
    assert!(!text(&page).contains("Being late"), "what is Only me stays away");
    let off = PageChoices { areas: false, ..PageChoices::default() };
    let page = compose(&records, &off);
    assert!(!text(&page).contains("Settled"));
    assert!(page.left_out.text().contains("numbers of what I work on"));
    // Brought with its words, the work has its numbers there and not twice.
    let dispute = records.iter_mut().find(|record| record.id == id(DISPUTE)).unwrap();
    dispute.share = Share::ToBring;
    let page = compose(&records, &PageChoices::default());
    assert!(!kinds(&page).contains(&SectionKind::Areas));
    assert_eq!(text(&page).matches("Settled").count(), 1);
    // Someone private leaves no number either.
    dispute_with_private(&mut records);
    assert!(!text(&compose(&records, &PageChoices::default())).contains("Settled"));
}

fn dispute_with_private(records: &mut [Record]) {
    for record in records {
        match &mut record.body {
            Body::Person(person) if person.name == "Dan" => person.private = true,
            _ => {}
        }
    }
}

#[test]
fn moments_are_told_side_by_side_and_only_of_what_is_brought() {
    let moments = PageChoices { moments: true, ..PageChoices::default() };
    assert!(!kinds(&compose(&journal(), &PageChoices::default())).contains(&SectionKind::Moments));
    let mut records = journal();
    records.push(named(500, "2026-03-08T23:59", &[], &[]));
    records.push(named(501, "2026-03-09T00:01", &[], &[]));
    let page = compose(&records, &moments);
    let told = text(&page);
    assert!(told.contains("8 March An argument with my partner (my partner) – 2 → 7 6"), "{told}");
    assert!(told.contains("What followed is not said to come from it."));
    let unticked = PageChoices { items: vec![item(CONFLICT, false)], ..moments.clone() };
    assert!(!text(&compose(&records, &unticked)).contains("2 → 7"));
    let black = PageChoices { blackouts: vec![blackout(CONFLICT, "argument")], ..moments };
    assert!(!text(&compose(&records, &black)).contains("argument"));
}

#[test]
fn care_and_rhythm_stand_only_where_they_are_chosen() {
    let records = rich();
    let told = text(&compose(&records, &PageChoices::default()));
    assert!(!told.contains("Naltrexone") && !told.contains("Dinner"));
    let chosen = PageChoices { supports: true, rhythm: true, ..PageChoices::default() };
    let told = text(&compose(&records, &chosen));
    assert!(
        told.contains("Naltrexone Yes on 2 of 3 told, in 5 days. Headache in the morning."),
        "rather not say is no answer: {told}"
    );
    assert!(told.contains("Dinner Near my time on 3 of 4 days told."), "{told}");
    assert!(told.contains("75 of 100 were near my times"), "{told}");
}

#[test]
fn the_first_page_tells_who_is_there_and_what_is_hoped_for() {
    let mut records = rich();
    for record in &mut records {
        if let Body::Person(person) = &mut record.body {
            person.circle = Some(if person.name == "Dan" {
                journal::person::Ring::VeryClose
            } else {
                journal::person::Ring::AroundMe
            });
            person.private = person.name == "Joy";
        }
    }
    let page = compose(&records, &of(Variant::First));
    let told = text(&page);
    assert_eq!(page.title.text(), "First session");
    assert!(told.contains("Where I start"));
    assert!(told.contains("Very close: My partner."), "{told}");
    assert!(!told.contains("friend"), "someone private is nowhere: {told}");
    assert!(told.contains("Evenings without a drink (6 of 10); To talk with my partner"), "{told}");
    assert!(!told.contains("when I feel accused"), "that is for half-way");
    let off = PageChoices { people: false, ..of(Variant::First) };
    assert!(!text(&compose(&records, &off)).contains("Very close"));
}

#[test]
fn half_way_and_at_the_end_the_page_looks_at_the_whole_course() {
    let records = rich();
    let midway = compose(&records, &of(Variant::Midway));
    assert!(text(&midway).contains("How it hangs together I drink when I feel accused."));
    assert!(midway.corner[0].text().contains("29 January to 9 March"), "{:?}", midway.corner);
    let ending = text(&compose(&records, &of(Variant::Ending)));
    for part in [
        "What became better I say when I am late",
        "First signs it gets harder I skip group",
        "What I do then Call my friend the same day.",
        "Whom I turn to My friend, my mother.",
    ] {
        assert!(ending.contains(part), "{part}: {ending}");
    }
    assert!(!ending.contains("feel accused"));
    let usual = text(&compose(&records, &PageChoices::default()));
    assert!(!usual.contains("I skip group") && !usual.contains("Evenings without"));
}

#[test]
fn a_sheet_for_others_holds_nothing_written_of_anyone() {
    let mut records = rich();
    for record in &mut records {
        if record.kind().is_written() {
            record.share = Share::ToBring;
        }
    }
    for variant in [Variant::Group, Variant::Prescriber] {
        let everything = PageChoices {
            check_in_notes: true,
            moments: true,
            supports: true,
            rhythm: true,
            ..of(variant)
        };
        let page = compose(&records, &everything);
        let told = text(&page);
        let written = [
            "argument",
            "Being late",
            "partner",
            "Settled",
            "slept badly",
            "coat",
            "Quiet",
            "accused",
        ];
        for word in written {
            assert!(!told.contains(word), "{word} on a sheet for others: {told}");
        }
        assert!(page.items().is_empty());
        assert!(told.contains("Naltrexone"), "{told}");
        assert!(!page.left_out.text().contains("entr"), "nor how much was written");
        assert_eq!(told.contains("Dinner"), variant == Variant::Prescriber);
        let offer = summary::offer(&material(&records), &everything);
        assert!(offer.blocks.iter().all(|block| block.items.is_empty()));
        assert!(offer.blocks.iter().all(|block| block.kind != BlockKind::Entries));
    }
    let group = text(&compose(&records, &of(Variant::Group)));
    assert!(!group.contains("PHQ-9"), "a group does not hear of item 9: {group}");
    let midway = text(&compose(&records, &of(Variant::Midway)));
    assert!(midway.contains("PHQ-9 item 9"), "a therapist always does: {midway}");
}

#[test]
fn the_panel_offers_what_the_page_has_a_place_for() {
    let records = rich();
    let blocks = |variant| -> Vec<BlockKind> {
        let offer = summary::offer(&material(&records), &of(variant));
        offer.blocks.iter().map(|block| block.kind).collect()
    };
    assert!(blocks(Variant::Session).contains(&BlockKind::Areas));
    assert!(!blocks(Variant::Session).contains(&BlockKind::Course));
    let offer = summary::offer(&material(&records), &of(Variant::Ending));
    let course = offer.blocks.iter().find(|block| block.kind == BlockKind::Course).unwrap();
    let ticks: Vec<TickKind> = course.ticks.iter().map(|tick| tick.kind).collect();
    assert_eq!(ticks, [TickKind::Gains, TickKind::EarlySigns, TickKind::TurnTo]);
    let bare = summary::offer(&material(&journal()), &of(Variant::Ending));
    assert!(bare.blocks.iter().all(|block| {
        !matches!(
            block.kind,
            BlockKind::Course | BlockKind::Supports | BlockKind::Rhythm | BlockKind::Areas
        )
    }));
}
