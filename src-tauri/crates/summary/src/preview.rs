//! The preview: a picture of each page and, above it, its words where they
//! stand, in reading order, so that they can be selected and read aloud.

use std::rc::Rc;

use journal::RecordId;
use serde::{Deserialize, Serialize};
use typst::foundations::{Content, Value};
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Size};
use typst::text::TextItem;
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use crate::page::Direction;
use crate::spans::direction_of;

/// One page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct PreviewPage {
    /// Its width in points.
    pub width_pt: f32,
    /// Its height in points.
    pub height_pt: f32,
    /// The picture. Letters are outlines in it; it holds no words.
    pub svg: String,
    /// The words, in reading order.
    pub runs: Vec<Run>,
}

/// What comes between a run and the next one when they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// Nothing: the word goes on.
    Nothing,
    /// A space.
    Space,
    /// A new line.
    Line,
}

/// Words of one font on one line. Positions are in points from the page's upper left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct Run {
    /// The words, in the order they are read.
    pub text: String,
    /// The left edge.
    pub x: f32,
    /// The upper edge.
    pub y: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
    /// The size of the letters.
    pub size: f32,
    /// Which way it runs.
    pub direction: Direction,
    /// The record it comes from; nothing can be blacked out where there is none.
    pub item: Option<RecordId>,
    /// Whether this is a blacked-out place; `text` then says so in words.
    pub black: bool,
    /// What comes between this and the next run.
    pub then: Then,
}

pub(crate) fn preview(document: &PagedDocument, black: &str) -> Vec<PreviewPage> {
    let mut marks = Marks::default();
    let page = |page: &typst_layout::Page| {
        let mut found = Vec::new();
        walk(&page.frame, Point::zero(), &mut marks, black, &mut found);
        let size = page.frame.size();
        let svg = typst_svg::svg(page, &SvgOptions::default());
        PreviewPage {
            width_pt: points(size.x),
            height_pt: points(size.y),
            svg,
            runs: in_order(found),
        }
    };
    document.pages().iter().map(page).collect()
}

/// The records that have words after the first `pages` pages.
pub(crate) fn items_after(document: &PagedDocument, pages: usize) -> Vec<RecordId> {
    let mut marks = Marks::default();
    let mut items = Vec::new();
    for (number, page) in document.pages().iter().enumerate() {
        let mut found = Vec::new();
        walk(&page.frame, Point::zero(), &mut marks, "", &mut found);
        if number >= pages {
            items.extend(found.iter().filter_map(|one| one.mark.item));
        }
    }
    items
}

/// A line of the page while its runs are gathered.
#[derive(Clone, Default)]
struct Mark {
    item: Option<RecordId>,
    /// How the whole line reads.
    text: Rc<str>,
    /// Tells one line from the next; 0 is no line, such as a number in a chart.
    place: usize,
}

#[derive(Default)]
struct Marks {
    open: Vec<Mark>,
    seen: usize,
}

struct Found {
    run: Run,
    baseline: Abs,
    mark: Mark,
}

impl Marks {
    // The template puts a value before and after each line; here they open and close.
    fn read(&mut self, element: &Content) {
        let Some(metadata) = element.to_packed::<MetadataElem>() else { return };
        let Value::Dict(said) = &metadata.value else { return };
        if said.contains("to") {
            self.open.pop();
            return;
        }
        let Ok(from) = said.get("from") else { return };
        let item = match from {
            Value::Str(id) => serde_json::from_value(id.as_str().into()).ok(),
            _ => None,
        };
        let text = match said.get("text") {
            Ok(Value::Str(text)) => text.as_str().into(),
            _ => "".into(),
        };
        self.seen += 1;
        self.open.push(Mark { item, text, place: self.seen });
    }

    fn now(&self) -> Mark {
        self.open.last().cloned().unwrap_or_default()
    }
}

fn walk(frame: &Frame, origin: Point, marks: &mut Marks, black: &str, found: &mut Vec<Found>) {
    for (position, item) in frame.items() {
        let at = origin + *position;
        match item {
            // The template turns and scales nothing, so moving is all there is.
            FrameItem::Group(group) => {
                let moved = at + Point::new(group.transform.tx, group.transform.ty);
                walk(&group.frame, moved, marks, black, found);
            }
            FrameItem::Text(text) => found.extend(run_of(text, at, marks.now())),
            FrameItem::Image(_, size, _) => found.push(black_run(black, at, *size, marks.now())),
            FrameItem::Tag(Tag::Start(element, _)) => marks.read(element),
            FrameItem::Tag(Tag::End(..)) | FrameItem::Shape(..) | FrameItem::Link(..) => {}
        }
    }
}

fn run_of(item: &TextItem, at: Point, mark: Mark) -> Option<Found> {
    // The layout writes its own direction marks into the text; they are no words.
    let text: String = item
        .text
        .chars()
        .filter(|c| !matches!(u32::from(*c), 0x202A..=0x202E | 0x2066..=0x2069))
        .collect();
    // Space is told by what comes between runs.
    if text.trim().is_empty() {
        return None;
    }
    let metrics = item.font.metrics();
    let (up, down) = (metrics.ascender.at(item.size), metrics.descender.at(item.size));
    let run = Run {
        direction: direction_of(&text).unwrap_or(Direction::Ltr),
        text,
        x: points(at.x),
        y: points(at.y - up),
        width: points(item.width()),
        height: points(up - down),
        size: points(item.size),
        item: mark.item,
        black: false,
        then: Then::Nothing,
    };
    Some(Found { run, baseline: at.y, mark })
}

fn black_run(black: &str, at: Point, size: Size, mark: Mark) -> Found {
    let run = Run {
        text: black.to_owned(),
        x: points(at.x),
        y: points(at.y),
        width: points(size.x),
        height: points(size.y),
        size: points(size.y),
        direction: direction_of(black).unwrap_or(Direction::Ltr),
        item: mark.item,
        black: true,
        then: Then::Nothing,
    };
    Found { run, baseline: at.y + size.y, mark }
}

/// From the order on paper to the order of reading.
fn in_order(found: Vec<Found>) -> Vec<Run> {
    let mut lines: Vec<Vec<Found>> = Vec::new();
    for one in found {
        match lines.last_mut() {
            Some(line) if line[0].mark.place == one.mark.place && one.mark.place != 0 => {
                line.push(one);
            }
            Some(_) | None => lines.push(vec![one]),
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut baseline: Option<Abs> = None;
    for line in lines {
        let text = line[0].mark.text.clone();
        let line = Reading::new(&text).read(line);
        if let (Some(last), Some(before), Some(first)) = (runs.last_mut(), baseline, line.first()) {
            // A lead and its line stand beside each other.
            let beside = (before - first.baseline).abs() < Abs::pt(1.0) && first.run.x > last.x;
            last.then = if beside { Then::Space } else { Then::Line };
        }
        baseline = line.last().map(|last| last.baseline);
        runs.extend(line.into_iter().map(|one| one.run));
    }
    runs
}

/// Stands in a line's text for a blacked-out place or a page number.
const NO_WORDS: char = '\u{FFFC}';

/// A line's own text, against which its runs are put in order. Within words that
/// run from right to left the layout gives the pieces as they stand on paper.
struct Reading {
    letters: Vec<char>,
    /// For each letter, whether there is a space right before it.
    spaced: Vec<bool>,
}

impl Reading {
    fn new(text: &str) -> Self {
        let mut reading = Self { letters: Vec::new(), spaced: Vec::new() };
        let mut space = false;
        for character in text.chars() {
            if is_letter(character) {
                reading.letters.push(character);
                reading.spaced.push(std::mem::take(&mut space));
            } else {
                space |= character.is_whitespace();
            }
        }
        reading
    }

    fn read(&self, mut rest: Vec<Found>) -> Vec<Found> {
        let mut read: Vec<Found> = Vec::new();
        let mut at = self.start(&rest);
        while !rest.is_empty() {
            let fitting = (0..rest.len()).filter(|&next| self.fits(&rest[next], at));
            let best = fitting.max_by_key(|&next| (rest[next].run.text.len(), usize::MAX - next));
            let fits = best.is_some() && at < self.letters.len();
            let next = rest.remove(best.unwrap_or(0));
            if let Some(last) = read.last_mut() {
                let space = if fits { self.spaced[at] } else { is_apart(&last.run, &next.run) };
                let has = last.run.text.ends_with(' ') || next.run.text.starts_with(' ');
                last.run.then = if space && !has { Then::Space } else { Then::Nothing };
            }
            at += if fits { self.taken(&next.run, at) } else { 0 };
            read.push(next);
        }
        read
    }

    fn fits(&self, found: &Found, at: usize) -> bool {
        let mut ahead = self.letters[at.min(self.letters.len())..].iter();
        let text = &found.run.text;
        if ahead.as_slice().first() == Some(&NO_WORDS) {
            return found.run.black || text.bytes().all(|byte| byte.is_ascii_digit());
        }
        !found.run.black && letters(text).all(|one| ahead.next() == Some(&one))
    }

    fn taken(&self, run: &Run, at: usize) -> usize {
        if self.letters.get(at) == Some(&NO_WORDS) { 1 } else { letters(&run.text).count() }
    }

    /// A line that goes on from the page before starts in the middle of its text.
    fn start(&self, found: &[Found]) -> usize {
        let Some(first) = found.first().filter(|_| !found.iter().any(|one| self.fits(one, 0)))
        else {
            return 0;
        };
        let long = letters(&first.run.text).count() > 3;
        let place = (0..self.letters.len()).find(|&at| long && self.fits(first, at));
        place.unwrap_or(0)
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&character| is_letter(character))
}

fn is_letter(character: char) -> bool {
    !character.is_whitespace()
        && !matches!(u32::from(character), 0xAD | 0x200B..=0x200F | 0xFE00..=0xFE0F)
}

fn is_apart(first: &Run, second: &Run) -> bool {
    let (left, right) = if first.x <= second.x { (first, second) } else { (second, first) };
    let other_line = (first.y + first.height - second.y - second.height).abs() > first.height / 2.0;
    other_line || right.x - (left.x + left.width) > 0.15 * first.size.min(second.size)
}

#[expect(clippy::cast_possible_truncation, reason = "a page is a few hundred points wide")]
fn points(length: Abs) -> f32 {
    length.to_pt() as f32
}
