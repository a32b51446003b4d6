//! Where measuring happens: a copy of a journal, and what is called for each part.

use std::fs;
use std::path::{Path, PathBuf};

use crate::report::Report;
use crate::store::Store;
use crate::trouble::Trouble;
use crate::years::{HUNDRED_THOUSAND, QUICK, Size, TEN_YEARS};
use crate::{charting, keeping, opening, reading, saving, searching};

/// What is wished for.
#[derive(Default)]
pub(crate) struct Wish {
    /// A small journal, only to see that everything can be measured.
    pub(crate) quick: bool,
    /// Only the parts whose names hold this.
    pub(crate) only: Option<String>,
}

/// A journal that may be written into.
pub(crate) struct Place {
    pub(crate) store: Store,
    pub(crate) size: Size,
    pub(crate) scratch: PathBuf,
}

type Measure = fn(&Place, &mut Report) -> Result<(), Trouble>;

/// Parts, in an order in which none is in the way of the next: what writes comes last.
const PARTS: [(&str, Measure); 6] = [
    ("opening", opening::measure),
    ("reading", reading::measure),
    ("searching", searching::measure),
    ("charting", charting::measure),
    ("keeping", keeping::measure),
    ("saving", saving::measure),
];

/// As many lines as the window asks for.
pub(crate) const LINES: u32 = 60;

impl Place {
    /// A place for a copy of the bare database.
    pub(crate) fn floor(&self) -> PathBuf {
        self.scratch.join("floor.db")
    }
}

/// Measures everything. The journals lie in `folder`.
pub(crate) fn measure(folder: &Path, wish: &Wish, report: &mut Report) -> Result<(), Trouble> {
    let sizes: &[Size] = if wish.quick { &[QUICK] } else { &[TEN_YEARS, HUNDRED_THOUSAND] };
    for &size in sizes {
        let parts = PARTS.map(|(name, measure)| (format!("{} {name}", size.name), measure));
        let wanted = |name: &str| wish.only.as_ref().is_none_or(|only| name.contains(only));
        if !parts.iter().any(|(name, _)| wanted(name)) {
            continue;
        }
        Report::heading(&format!(
            "{}: {} check-ins, {} entries, {} people",
            size.name, size.check_ins, size.entries, size.people
        ));
        let ready = Store::ready(folder, size)?;
        let scratch = folder.join("scratch");
        for (name, measure) in parts.into_iter().filter(|(name, _)| wanted(name)) {
            report.part(&name);
            let place = Place { store: ready.copy(&scratch)?, size, scratch: scratch.clone() };
            measure(&place, report)?;
            fs::remove_dir_all(&scratch)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_can_be_measured() {
        let folder = tempfile::TempDir::new().unwrap();
        let mut report = Report::default();
        let wish = Wish { quick: true, only: None };
        measure(folder.path(), &wish, &mut report).unwrap();
        for (name, value) in report.figures() {
            assert!(value.is_finite() && *value > 0.0, "{name}: {value}");
        }
        for (part, _) in PARTS {
            let taken = report.figures().iter().filter(|(name, _)| name.contains(part)).count();
            assert!(taken >= 4, "{part}: {taken} figures");
        }
    }
}
