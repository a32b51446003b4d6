//! The page a person hands to their therapist.
//!
//! From a journal's records and the person's choices, [`compose`] makes one pure
//! [`Page`] description; [`Laid`] lays it out once; the preview and the PDF both
//! come from that layout, and [`seal`] closes the PDF with a password. The same
//! [`Page`] is written for programs: [`fhir`], [`csv`] and [`markdown`].
//!
//! What is taken out (blacked-out words, names, what stays with the person) is
//! taken out before a [`Page`] exists, so no later step can bring it back.
//!
//! No files, clock, randomness or storage may enter. The one exception is that
//! fonts of the system are looked up when a letter is in no bundled font.

mod answers;
mod care;
mod compose;
mod courses;
mod cravings;
mod csv;
mod entries;
mod excerpts;
mod fhir;
mod fhir_scales;
mod figures;
mod figures_of_scales;
mod handed;
mod laid;
mod lines;
mod markdown;
mod matching;
mod moments;
mod names;
mod narrative;
mod offer;
mod page;
mod preview;
mod scores;
mod seal;
mod session;
mod spans;
mod supports;
mod told;
mod tried;
mod words;
mod work;
mod world;
mod writer;

pub use compose::{Material, compose};
pub use csv::csv;
pub use excerpts::ExcerptPart;
pub use fhir::{code_system, fhir};
pub use figures::{Figures, FilledScale, GivenAnswer, GivenScore, ItemNine, Reading};
pub use handed::LastPage;
pub use laid::{Error, Laid, MOST_PAGES, Pdf, Short, Tagging};
pub use lines::LineTick;
pub use markdown::markdown;
pub use offer::{Block, BlockKind, Offer, OfferItem, Tick, TickKind, offer};
pub use page::{
    Chart, DayLabel, Direction, Line, Page, Pair, Part, Row, Section, SectionKind, SessionMark,
    Span, Style, Table, Trend,
};
pub use preview::{PreviewPage, Run, Then};
pub use seal::{PASSWORD_MAX, Random, seal};
pub use words::Words;
