//! A page laid out: the same layout gives the preview and the PDF.

use std::collections::BTreeSet;

use journal::RecordId;
use journal::choices::Paper;
use serde::Serialize;
use thiserror::Error;
use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::page::{Line, Page, Section, SectionKind};
use crate::preview::{PreviewPage, items_after, preview};
use crate::words::{Fill, Words};
use crate::world::{Closed, TEXT_FAMILIES, TITLE_FAMILY};

/// The most pages there may be (domain reference E.2).
pub const MOST_PAGES: u32 = 2;

/// More characters than two pages can hold, even of the narrowest letter.
const CHARACTERS_MAX: usize = 24_000;
/// What the heading of an entry takes of that; two pages have no room for forty.
const HEADING: usize = 600;
/// How often shorter entries are tried after one that did not fit.
const SHORTER_TRIED: usize = 2;

/// Why a page could not be laid out. None of these comes from what a person wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// The description could not be turned into data.
    #[error("describe the page")]
    Describe,
    /// The template was refused.
    #[error("lay out the page")]
    Layout,
    /// The file could not be made.
    #[error("write the pdf")]
    Write,
    /// The file could not be sealed.
    #[error("seal the pdf")]
    Seal,
    /// The password is empty or holds what no PDF password may.
    #[error("the password cannot be used for a pdf")]
    Password,
}

/// How a file can be read by a screen reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tagging {
    /// As PDF/UA-1 asks.
    Ua1,
    /// With tags, but short of PDF/UA-1.
    Plain(Short),
}

/// What a file is short of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Short {
    /// No font here has these characters; boxes are printed for them.
    NoFont {
        /// The characters, each once.
        characters: String,
    },
    /// Something else that the standard refuses.
    Refused,
}

/// A file, not yet sealed.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Whether it is as accessible as it should be.
    pub tagged: Tagging,
}

/// A page laid out on paper.
#[derive(Debug)]
pub struct Laid {
    page: Page,
    document: PagedDocument,
    no_room: Vec<RecordId>,
}

#[derive(Serialize)]
struct Data<'a> {
    page: &'a Page,
    paper: Paper,
    families: [&'a str; 4],
    title_family: &'a str,
    language: &'a str,
    region: Option<&'a str>,
    file_title: String,
    black: String,
}

impl Laid {
    /// Lays the page out. Entries that do not fit on two pages are left out, the later
    /// before the earlier and a long one before a shorter one after it; the footer says
    /// how many.
    ///
    /// # Errors
    /// [`Error::Describe`] and [`Error::Layout`] would be mistakes in this crate.
    pub fn new(page: &Page, paper: Paper) -> Result<Self, Error> {
        let laid = fitted(page, paper);
        // The cache of the layout holds what was written; keep none of it.
        comemo::evict(0);
        laid
    }

    /// How many pages there are.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.document.pages().len()).unwrap_or(u32::MAX)
    }

    /// The page as it was laid out: without the entries that did not fit.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The entries that did not fit, in the order of the page.
    pub fn no_room(&self) -> &[RecordId] {
        &self.no_room
    }

    /// A picture of each page, with its text.
    pub fn preview(&self) -> Vec<PreviewPage> {
        let preview = preview(&self.document, &Words::of(&self.page.language).plain("page-black"));
        comemo::evict(0);
        preview
    }

    /// The file: PDF/UA-1, or a plainly tagged PDF where a glyph has no font.
    ///
    /// # Errors
    /// [`Error::Write`] if neither can be made.
    pub fn pdf(&self) -> Result<Pdf, Error> {
        let pdf = self.tagged_pdf();
        comemo::evict(0);
        pdf
    }

    fn tagged_pdf(&self) -> Result<Pdf, Error> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| Error::Write)?;
        if let Ok(bytes) = typst_pdf::pdf(&self.document, &options(standards)) {
            return Ok(Pdf { bytes, tagged: Tagging::Ua1 });
        }
        let bytes = typst_pdf::pdf(&self.document, &options(PdfStandards::default()))
            .map_err(|_| Error::Write)?;
        let characters = characters_without_font(&self.document);
        let short =
            if characters.is_empty() { Short::Refused } else { Short::NoFont { characters } };
        Ok(Pdf { bytes, tagged: Tagging::Plain(short) })
    }
}

// Nothing that tells of the person, the day or the program: no author, no date,
// no creator, an identifier that is the same for every page ever made.
fn options(standards: PdfStandards) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom("notes".into()),
        creator: Smart::Custom(None),
        timestamp: None,
        standards,
        ..PdfOptions::default()
    }
}

fn fitted(page: &Page, paper: Paper) -> Result<Laid, Error> {
    let mut left = impossible(page);
    let mut tries = 0;
    loop {
        let mut laid = lay_out(without(page, &left), paper)?;
        laid.no_room = left.iter().filter_map(|&place| page.sections[place].item).collect();
        let kept: Vec<usize> = entries(page).filter(|place| !left.contains(place)).collect();
        let Some(last) = kept.last().filter(|_| laid.pages() > MOST_PAGES) else {
            return Ok(laid);
        };
        // Everything up to the first entry that goes over stands where it would
        // stand without what follows.
        let after = items_after(&laid.document, MOST_PAGES as usize);
        let is_over =
            |place: &usize| page.sections[*place].item.is_some_and(|item| after.contains(&item));
        let over = kept.iter().copied().find(is_over).unwrap_or(*last);
        // What is shorter and comes after it may still find room, twice; each try costs time.
        tries += 1;
        let length = length(&page.sections[over]);
        let too_long = |place: &usize| {
            *place >= over
                && (tries > SHORTER_TRIED || self::length(&page.sections[*place]) >= length)
        };
        left.extend(kept.iter().copied().filter(too_long));
    }
}

/// The places of the entries among the sections.
fn entries(page: &Page) -> impl Iterator<Item = usize> {
    let is_entry =
        |(place, section): (usize, &Section)| (section.kind == SectionKind::Entry).then_some(place);
    page.sections.iter().enumerate().filter_map(is_entry)
}

/// The characters of a section.
fn length(section: &Section) -> usize {
    section.lines().map(|line| line.text().chars().count()).sum()
}

/// The entries for which there cannot be room, so that a hundred of them are not laid out in vain.
fn impossible(page: &Page) -> BTreeSet<usize> {
    let mut characters = 0;
    let beyond = |place: &usize| {
        let is_beyond = characters >= CHARACTERS_MAX;
        characters += HEADING + length(&page.sections[*place]);
        is_beyond
    };
    entries(page).filter(beyond).collect()
}

/// The page without the sections of these places, which its footer then counts.
fn without(page: &Page, left: &BTreeSet<usize>) -> Page {
    let mut page = page.clone();
    if left.is_empty() {
        return page;
    }
    let mut place = 0;
    page.sections.retain(|_| {
        place += 1;
        !left.contains(&(place - 1))
    });
    let words = Words::of(&page.language);
    let no_room = words.fill("page-no-room", &[("entries", Fill::Number(left.len()))]);
    let left_out = std::mem::take(&mut page.left_out.spans);
    page.left_out.spans = if left_out.is_empty() {
        no_room
    } else {
        words.join("page-both-left-out", vec![left_out, no_room])
    };
    page
}

fn lay_out(page: Page, paper: Paper) -> Result<Laid, Error> {
    let words = Words::of(&page.language);
    let (language, region) = match words.language().split_once('-') {
        Some((language, region)) => (language, Some(region)),
        None => (words.language(), None),
    };
    let data = Data {
        page: &page,
        paper,
        families: TEXT_FAMILIES,
        title_family: TITLE_FAMILY,
        language,
        region,
        file_title: words.plain("page-file-title"),
        black: words.plain("page-black"),
    };
    let json = serde_json::to_vec(&data).map_err(|_| Error::Describe)?;
    let world = Closed::new(json, &text_of_page(&page));
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|_| Error::Layout)?;
    Ok(Laid { page, document, no_room: Vec::new() })
}

fn text_of_page(page: &Page) -> String {
    page.lines().map(Line::text).collect()
}

fn characters_without_font(document: &PagedDocument) -> String {
    fn walk(frame: &Frame, found: &mut Vec<char>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, found),
                FrameItem::Text(text) => {
                    let missing = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                    found.extend(missing.flat_map(|glyph| text.text[glyph.range()].chars()));
                }
                FrameItem::Shape(..)
                | FrameItem::Image(..)
                | FrameItem::Link(..)
                | FrameItem::Tag(_) => {}
            }
        }
    }
    let mut found = Vec::new();
    for page in document.pages() {
        walk(&page.frame, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().collect()
}
