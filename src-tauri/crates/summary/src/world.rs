//! The closed world in which Typst lays out: one template, one data file, the
//! bundled fonts, and fonts of the system only when a letter needs them. Nothing
//! on disk can be read from a template, and no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

/// The families the template asks for, in this order; then any font that has the letter.
pub(crate) const TEXT_FAMILIES: [&str; 4] =
    ["Source Sans 3", "Vazirmatn", "Noto Sans Hebrew", "Noto Emoji"];
/// The title's family comes before those.
pub(crate) const TITLE_FAMILY: &str = "Literata";

const FONTS: [&[u8]; 9] = [
    include_bytes!("../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../fonts/SourceSans3-SemiBold.ttf"),
    include_bytes!("../fonts/SourceSans3-Italic.ttf"),
    include_bytes!("../fonts/Literata-Medium.ttf"),
    include_bytes!("../fonts/Vazirmatn-Regular.ttf"),
    include_bytes!("../fonts/Vazirmatn-SemiBold.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-SemiBold.ttf"),
    include_bytes!("../fonts/NotoEmoji-Regular.ttf"),
];

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static BUNDLED: LazyLock<FontStore> = LazyLock::new(bundled);
// Looking through the system's fonts costs tens of milliseconds, so it is done
// once, and only for a journal that has a letter the bundled fonts lack.
static WITH_SYSTEM: LazyLock<FontStore> = LazyLock::new(|| {
    let mut fonts = bundled();
    fonts.extend(typst_kit::fonts::system());
    fonts
});
static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(file("main.typ"), include_str!("page.typ").to_owned()));
static DATA: LazyLock<FileId> = LazyLock::new(|| file("data.json"));

fn bundled() -> FontStore {
    let mut fonts = FontStore::new();
    let all = FONTS.into_iter().flat_map(|data| Font::iter(Bytes::new(data)));
    fonts.extend(all.map(|font| {
        let info = font.info().clone();
        (font, info)
    }));
    fonts
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names given here are plain file names");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The world of one page.
pub(crate) struct Closed {
    data: Bytes,
    fonts: &'static FontStore,
}

impl Closed {
    /// `json` is served as `/data.json`; `text` is everything that will be printed.
    pub(crate) fn new(json: Vec<u8>, text: &str) -> Self {
        let fonts = if has_all_letters(&BUNDLED, text) { &*BUNDLED } else { &*WITH_SYSTEM };
        Self { data: Bytes::new(json), fonts }
    }
}

fn has_all_letters(fonts: &FontStore, text: &str) -> bool {
    let mut letters: Vec<char> = text.chars().filter(|c| !c.is_ascii() && is_printed(*c)).collect();
    letters.sort_unstable();
    letters.dedup();
    let book = fonts.book();
    let fonts: Vec<usize> = book.families().flat_map(|(_, fonts)| fonts).collect();
    let has = |font: usize, letter: char| {
        book.info(font).is_some_and(|info| info.coverage.contains(letter.into()))
    };
    letters.iter().all(|&letter| fonts.iter().any(|&font| has(font, letter)))
}

// Joiners and variation selectors shape their neighbours and need no glyph.
fn is_printed(letter: char) -> bool {
    !matches!(u32::from(letter), 0xAD | 0x200B..=0x200F | 0x2060..=0x206F | 0xFE00..=0xFE0F)
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
