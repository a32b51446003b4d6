//! What can be chosen for the page, for the panel beside its preview. This is
//! for the person's own eyes and stays in the window: names stand as written.

use chrono::NaiveDate;
use journal::choices::{PageChoices, Variant};
use journal::{Body, KindName, Record, RecordId, Share};
use serde::{Deserialize, Serialize};

use crate::compose::{Composer, Material};
use crate::excerpts::{ExcerptPart, excerpt, marked};
use crate::handed::{LastPage, handed_over, last_page};
use crate::lines::{self, LineTick};
use crate::page::SectionKind;
use crate::spans::{Blackouts, clean};
use crate::words::text_of;
use crate::work::stands_on_page;
use crate::{courses, moments, scores, session, supports, work};

/// A block of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Please read first. It is always on the page; its lines have ticks.
    First,
    /// `PageChoices::agenda`.
    Agenda,
    /// `PageChoices::scores`.
    Scores,
    /// `PageChoices::cravings`.
    Cravings,
    /// `PageChoices::course`.
    Course,
    /// `PageChoices::moments`.
    Moments,
    /// `PageChoices::areas`.
    Areas,
    /// `PageChoices::supports`.
    Supports,
    /// `PageChoices::rhythm`.
    Rhythm,
    /// `PageChoices::went_well`.
    WentWell,
    /// `PageChoices::coming`.
    Coming,
    /// `PageChoices::entries`.
    Entries,
}

/// A tick within a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum TickKind {
    /// `PageChoices::item_nine`.
    ItemNine,
    /// `PageChoices::safety_plan`.
    SafetyPlan,
    /// `PageChoices::own_line`.
    OwnLine,
    /// `PageChoices::use_days`.
    UseDays,
    /// `PageChoices::check_in_notes`. Ticking it must also tick each of the
    /// tick's items, so that a note written later is not taken along.
    CheckInNotes,
    /// `PageChoices::triggers`.
    Triggers,
    /// `PageChoices::people`.
    People,
    /// `PageChoices::hopes`.
    Hopes,
    /// `PageChoices::formulation`.
    Formulation,
    /// `PageChoices::gains`.
    Gains,
    /// `PageChoices::early_signs`.
    EarlySigns,
    /// `PageChoices::turn_to`.
    TurnTo,
}

/// Words blacked out of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct BlackoutShown {
    /// The words, as in `PageChoices::blackouts`.
    pub words: String,
    /// Whether they stand in the item at all.
    pub found: bool,
}

/// Something that was written and can be ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct OfferItem {
    /// The record.
    pub item: RecordId,
    /// What it is.
    pub kind: KindName,
    /// The person's title, or empty.
    pub title: String,
    /// Its day.
    pub day: NaiveDate,
    /// Whether it goes on the page.
    pub ticked: bool,
    /// Some of its text, around the first blacked-out words if there are any.
    pub excerpt: Vec<ExcerptPart>,
    /// All of its text, a line for each answer.
    pub text: Vec<ExcerptPart>,
    /// What is blacked out of it.
    pub blackouts: Vec<BlackoutShown>,
    /// Its lines on the page, to take off one by one; none if it is not on it or has one only.
    pub lines: Vec<LineTick>,
    /// Whether it was on no page for the therapist before; never while none was handed over.
    pub is_new: bool,
}

/// A tick within a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Tick {
    /// Which one.
    pub kind: TickKind,
    /// Its label.
    pub title: String,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Whether there is nothing it could bring.
    pub empty: bool,
    /// What it would bring, where that was written.
    pub items: Vec<OfferItem>,
}

/// A block that can be ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Block {
    /// Which one.
    pub kind: BlockKind,
    /// Its label.
    pub title: String,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Whether there is nothing in it.
    pub empty: bool,
    /// Ticks within it.
    pub ticks: Vec<Tick>,
    /// What was written and stands in it.
    pub items: Vec<OfferItem>,
    /// Its lines on the page, to take off one by one.
    pub lines: Vec<LineTick>,
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Offer {
    /// The number of the session it is for.
    pub session: Option<u16>,
    /// The day of that session.
    pub session_day: Option<NaiveDate>,
    /// The therapist as the person calls them; empty if not told.
    pub therapist: String,
    /// The first day covered.
    pub from: NaiveDate,
    /// The last day covered.
    pub to: NaiveDate,
    /// The last page for the therapist, if there was one: what was not on it is new.
    pub last: Option<LastPage>,
    /// The blocks, in the order of the page.
    pub blocks: Vec<Block>,
    /// How many entries in that time stay with the person. For the window only.
    pub only_me: u32,
    /// How someone stands on the page with these choices, as an example: "my partner".
    pub called: Option<String>,
}

/// What can be chosen for a page, and what is chosen now.
pub fn offer(material: &Material<'_>, choices: &PageChoices) -> Offer {
    let composer = Composer::new(material, choices);
    let (from, to) = composer.period();
    let next = composer.next();
    let only_me = composer.records.iter().filter(|record| {
        record.kind().is_written()
            && record.share == Share::OnlyMe
            && composer.interval.contains(record.at)
    });
    let person = composer
        .records
        .iter()
        .filter(|record| matches!(&record.body, Body::Person(one) if !one.private));
    let first = person.min_by_key(|record| (record.at, record.id));
    Offer {
        session: next.map(|sitting| sitting.session.number),
        session_day: next.map(|sitting| sitting.record.at.day()),
        therapist: composer.course().map(|course| course.therapist.clone()).unwrap_or_default(),
        from,
        to,
        last: last_page(&composer),
        blocks: with_lines(&composer, blocks(&composer)),
        only_me: u32::try_from(only_me.count()).unwrap_or(u32::MAX),
        called: first.map(|record| composer.cast.called(record.id).to_owned()),
    }
}

/// The blocks with the lines that can be taken off by themselves, and with what is new.
fn with_lines(composer: &Composer<'_>, mut blocks: Vec<Block>) -> Vec<Block> {
    let offered = lines::offered(composer);
    let pages = handed_over(composer);
    for block in &mut blocks {
        let section = match block.kind {
            BlockKind::Agenda => Some(SectionKind::Agenda),
            BlockKind::Moments => Some(SectionKind::Moments),
            BlockKind::Areas => Some(SectionKind::Areas),
            BlockKind::Supports => Some(SectionKind::Supports),
            BlockKind::Rhythm => Some(SectionKind::Rhythm),
            BlockKind::WentWell => Some(SectionKind::WentWell),
            BlockKind::Coming => Some(SectionKind::Coming),
            BlockKind::First
            | BlockKind::Scores
            | BlockKind::Cravings
            | BlockKind::Course
            | BlockKind::Entries => None,
        };
        let here = offered.iter().find(|(kind, _)| Some(*kind) == section);
        block.lines = here.map(|(_, lines)| lines.clone()).unwrap_or_default();
        if block.kind == BlockKind::Scores {
            block.lines = scores::offered(composer);
        }
        for item in block.items.iter_mut().filter(|_| block.kind == BlockKind::Entries) {
            let own = offered.iter().find(|(kind, lines)| {
                *kind == SectionKind::Entry
                    && lines.first().is_some_and(|line| line.left.item == Some(item.item))
            });
            item.lines = own.map(|(_, lines)| lines.clone()).unwrap_or_default();
            let was_there = pages.iter().any(|(_, page)| page.items.contains(&item.item));
            item.is_new = !pages.is_empty() && !was_there;
        }
    }
    blocks
}

/// The blocks that the variant has a place for. Those few of what someone keeps only if they
/// want to are offered where there is something in them.
fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let choices = &composer.choices;
    let variant = choices.variant;
    let for_others = variant.is_for_others();
    let mut blocks = vec![first_block(composer)];
    if !for_others {
        blocks.push(agenda(composer));
    }
    blocks.extend(course(composer));
    if variant != Variant::Group {
        blocks.push(scale_scores(composer));
    }
    blocks.push(cravings(composer));
    let bare = |kind, id, ticked| {
        let title = composer.words.plain(id);
        Block { ticked, ..block(kind, title) }
    };
    if !for_others && moments::section(composer).is_some() {
        blocks.push(bare(BlockKind::Moments, "page-offer-moments", choices.moments));
    }
    if !for_others && work::numbers(composer).is_some() {
        blocks.push(bare(BlockKind::Areas, "page-offer-areas", choices.areas));
    }
    if supports::section(composer).is_some() {
        blocks.push(bare(BlockKind::Supports, "page-offer-supports", choices.supports));
    }
    if variant != Variant::Group && supports::rhythm(composer).is_some() {
        blocks.push(bare(BlockKind::Rhythm, "page-offer-rhythm", choices.rhythm));
    }
    if !for_others && session::went_well_written(composer).is_some() {
        blocks.push(bare(BlockKind::WentWell, "page-went-well", choices.went_well));
    }
    if !for_others && session::coming_written(composer).is_some() {
        blocks.push(bare(BlockKind::Coming, "page-coming", choices.coming));
    }
    if !for_others {
        blocks.push(entries(composer));
    }
    blocks
}

/// A block with nothing in it yet.
fn block(kind: BlockKind, title: String) -> Block {
    let (ticks, items, lines) = (Vec::new(), Vec::new(), Vec::new());
    Block { kind, title, ticked: false, empty: false, ticks, items, lines }
}

/// What belongs to the course, on the variants that look at it; none if nothing was told.
fn course(composer: &Composer<'_>) -> Option<Block> {
    let choices = &composer.choices;
    let [people, hopes, formulation, gains, early_signs, turn_to] = courses::there_is(composer);
    let first = choices.variant == Variant::First;
    let midway = choices.variant == Variant::Midway;
    let ending = choices.variant == Variant::Ending;
    let all = [
        (TickKind::People, first && people, choices.people),
        (TickKind::Formulation, midway && formulation, choices.formulation),
        (TickKind::Hopes, (first || midway) && hopes, choices.hopes),
        (TickKind::Gains, ending && gains, choices.gains),
        (TickKind::EarlySigns, ending && early_signs, choices.early_signs),
        (TickKind::TurnTo, ending && turn_to, choices.turn_to),
    ];
    let here = all.into_iter().filter(|(_, there, _)| *there);
    let ticks: Vec<Tick> =
        here.map(|(kind, _, on)| tick(composer, kind, on, Vec::new(), false)).collect();
    if ticks.is_empty() {
        return None;
    }
    let title = composer.words.fill("page-course", &composer.variant());
    let (kind, title) = (BlockKind::Course, text_of(&title));
    Some(Block { ticked: choices.course, ticks, ..block(kind, title) })
}

fn first_block(composer: &Composer<'_>) -> Block {
    let choices = &composer.choices;
    let own_line = composer.own_line();
    let lines = own_line.map(|one| vec![one.session.own_line.clone()]);
    let items = own_line
        .zip(lines)
        .map(|(one, lines)| item(composer, one.record, choices.own_line, &lines));
    let mut ticks = vec![
        // Where there is nothing these lines say so themselves.
        tick(composer, TickKind::ItemNine, choices.item_nine, Vec::new(), false),
        tick(composer, TickKind::SafetyPlan, choices.safety_plan, Vec::new(), false),
        tick(
            composer,
            TickKind::OwnLine,
            choices.own_line,
            items.into_iter().collect(),
            own_line.is_none(),
        ),
    ];
    // What a sheet for others has no place for is not offered either.
    ticks.retain(|tick| match tick.kind {
        TickKind::ItemNine => choices.variant != Variant::Group,
        TickKind::OwnLine => !choices.variant.is_for_others(),
        _ => true,
    });
    let title = composer.words.plain("page-offer-first");
    Block { ticked: true, ticks, ..block(BlockKind::First, title) }
}

fn agenda(composer: &Composer<'_>) -> Block {
    let ticked = composer.choices.agenda;
    let sitting = session::agenda_written(composer);
    let items: Vec<OfferItem> =
        sitting.iter().map(|one| item(composer, one.record, ticked, &one.session.agenda)).collect();
    let title = composer.words.plain("page-offer-agenda");
    Block { ticked, empty: items.is_empty(), items, ..block(BlockKind::Agenda, title) }
}

fn scale_scores(composer: &Composer<'_>) -> Block {
    let title = composer.words.plain("page-offer-scores");
    let (ticked, empty) = (composer.choices.scores, !scores::any(composer));
    Block { ticked, empty, ..block(BlockKind::Scores, title) }
}

fn cravings(composer: &Composer<'_>) -> Block {
    let choices = &composer.choices;
    let check_ins = |record: &&Record| matches!(record.body, Body::CheckIn(_));
    let here = |record: &Record| composer.interval.contains(record.at);
    let empty = !composer.records.iter().filter(check_ins).any(here);
    let note = |record: &Record| match &record.body {
        Body::CheckIn(check_in) => vec![check_in.note.clone()],
        _ => Vec::new(),
    };
    let ticked = |record: &Record| composer.note_ticked(record);
    let notes: Vec<OfferItem> = composer
        .check_in_notes()
        .map(|record| item(composer, record, ticked(record), &note(record)))
        .collect();
    let all_notes = choices.check_in_notes && notes.iter().any(|note| note.ticked);
    let no_notes = notes.is_empty();
    let mut ticks = vec![tick(composer, TickKind::UseDays, choices.use_days, Vec::new(), empty)];
    if !choices.variant.is_for_others() {
        ticks.push(tick(composer, TickKind::Triggers, choices.triggers, Vec::new(), empty));
        ticks.push(tick(composer, TickKind::CheckInNotes, all_notes, notes, no_notes));
    }
    let title = composer.words.plain("page-offer-cravings");
    Block { ticked: choices.cravings, empty, ticks, ..block(BlockKind::Cravings, title) }
}

fn entries(composer: &Composer<'_>) -> Block {
    let texts = |record: &Record| -> Vec<String> {
        let texts = record.texts();
        let body = texts.iter().filter(|text| {
            !matches!(text.field, "title" | "feelings" | "place")
                && stands_on_page(&record.body, text.field)
        });
        body.map(|text| text.text.to_owned()).collect()
    };
    let items: Vec<OfferItem> = composer
        .to_bring()
        .map(|record| item(composer, record, composer.own_tick(record), &texts(record)))
        .collect();
    let title = composer.words.plain("page-offer-entries");
    let ticked = composer.choices.entries;
    Block { ticked, empty: items.is_empty(), items, ..block(BlockKind::Entries, title) }
}

fn tick(
    composer: &Composer<'_>,
    kind: TickKind,
    ticked: bool,
    items: Vec<OfferItem>,
    empty: bool,
) -> Tick {
    let id = match kind {
        TickKind::ItemNine => "page-offer-item-nine",
        TickKind::SafetyPlan => "page-offer-safety-plan",
        TickKind::OwnLine => "page-offer-own-line",
        TickKind::UseDays => "page-offer-use-days",
        TickKind::CheckInNotes => "page-offer-check-in-notes",
        TickKind::Triggers => "page-offer-triggers",
        TickKind::People => "page-around",
        TickKind::Hopes => "page-hopes",
        TickKind::Formulation => "page-formulation",
        TickKind::Gains => "page-gains",
        TickKind::EarlySigns => "page-early-signs",
        TickKind::TurnTo => "page-turn-to",
    };
    Tick { kind, title: composer.words.plain(id), ticked, empty, items }
}

fn item(composer: &Composer<'_>, record: &Record, ticked: bool, texts: &[String]) -> OfferItem {
    let written: Vec<String> =
        texts.iter().map(|text| clean(text.trim())).filter(|text| !text.is_empty()).collect();
    let text = marked(&composer.blackouts(record), &written.join("\n"));
    let all: Vec<String> = record.texts().iter().map(|text| clean(text.text)).collect();
    let chosen = composer.choices.blackouts.iter().filter(|one| one.item == record.id);
    let blackouts = chosen.map(|one| {
        let meant = composer.cast.meant_by(&clean(&one.words));
        let only = Blackouts::new(meant.iter().map(String::as_str), &all);
        let found = all.iter().any(|text| !only.ranges(text).is_empty());
        BlackoutShown { words: one.words.clone(), found }
    });
    OfferItem {
        item: record.id,
        kind: record.kind(),
        title: title(composer, record),
        day: record.at.day(),
        ticked,
        excerpt: excerpt(&text),
        blackouts: blackouts.collect(),
        text,
        lines: Vec::new(),
        is_new: false,
    }
}

/// The title; for a loss, which has none, who died.
fn title(composer: &Composer<'_>, record: &Record) -> String {
    let died = match &record.body {
        Body::Loss(loss) => loss.person,
        _ => None,
    };
    let card = died.and_then(|id| composer.records.iter().find(|other| other.id == id));
    card.unwrap_or(record).title().to_owned()
}
