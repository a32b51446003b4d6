//! What is measured.

use std::fs;
use std::path::{Path, PathBuf};

use journal::{KindName, SearchQuery};
use vault::floor::Row;
use vault::{Filter, Vault};

use crate::report::{Goal, Report};
use crate::store::{SEED, Store};
use crate::times::{Both, Times};
use crate::trouble::Trouble;
use crate::years::{HUNDRED_THOUSAND, QUICK, Size, TEN_YEARS, Years, evening};

/// What is wished for.
#[derive(Default)]
pub(crate) struct Wish {
    /// A small journal, only to see that everything can be measured.
    pub(crate) quick: bool,
    /// Only the parts whose name holds this.
    pub(crate) only: Option<String>,
}

/// Measures everything. The journals lie in `folder`.
pub(crate) fn all(folder: &Path, wish: &Wish, report: &mut Report) -> Result<(), Trouble> {
    let sizes: &[Size] = if wish.quick { &[QUICK] } else { &[TEN_YEARS, HUNDRED_THOUSAND] };
    let parts: [(&str, Part); 3] =
        [("opening", Place::opening), ("searching", Place::searching), ("saving", Place::saving)];
    for &size in sizes {
        let scratch = folder.join("scratch");
        fs::create_dir_all(&scratch)?;
        let store = Store::ready(folder, size)?.copy(&scratch)?;
        let place = Place { store, size, scratch: scratch.clone() };
        report.heading(&format!(
            "{}: {} check-ins, {} entries",
            size.name, size.check_ins, size.entries
        ));
        for (name, part) in parts {
            if wish.only.as_ref().is_none_or(|only| only.contains(size.name) && only.contains(name))
            {
                part(&place, report)?;
            }
        }
        fs::remove_dir_all(&scratch)?;
    }
    Ok(())
}

type Part = fn(&Place, &mut Report) -> Result<(), Trouble>;

struct Place {
    store: Store,
    size: Size,
    scratch: PathBuf,
}

/// So often everything is typed; of each letter the time in the middle counts.
const TYPED: usize = 3;

/// What was typed up to one letter.
struct Typed {
    text: String,
    query: SearchQuery,
    both: Both,
}

impl Typed {
    fn letters(search: &str) -> Vec<Self> {
        let up_to = |(at, letter): (usize, char)| {
            let text = search[..at + letter.len_utf8()].to_owned();
            Self { query: SearchQuery::parse(&text), text, both: Both::default() }
        };
        search.char_indices().map(up_to).collect()
    }
}

/// As many lines as the window asks for.
const LINES: u32 = 60;

impl Place {
    fn opening(&self, report: &mut Report) -> Result<(), Trouble> {
        #[expect(clippy::cast_precision_loss, reason = "a file is far below 2^53 bytes")]
        let megabytes = self.store.bytes()? as f64 / 1e6;
        report.figure("database", megabytes, "MB", Goal::None);
        let keyed = self.store.keyed()?;
        let (mut both, mut list, mut close) = (Both::default(), Times::default(), Times::default());
        for _ in 0..20 {
            both.floor.take(|| Ok(keyed.open()?))?;
            let vault = both.ours.take(|| self.store.open())?;
            list.take(|| first_list(&vault))?;
            close.take(|| Ok(vault.close()?))?;
        }
        report.figure("open p50", both.ours.median(), "ms", Goal::None);
        report.figure("open, floor p50", both.floor.median(), "ms", Goal::None);
        report.figure("first list p50", list.median(), "ms", Goal::None);
        report.figure("close p50", close.median(), "ms", Goal::None);
        Ok(())
    }

    fn searching(&self, report: &mut Report) -> Result<(), Trouble> {
        let floor = self.store.keyed()?.floor(&self.scratch.join("floor.db"))?;
        let vault = self.store.open()?;
        let searches = Years::new(self.size, SEED).searches();
        let filter = Filter { limit: Some(LINES), ..written() };
        let mut typed: Vec<Typed> =
            searches.iter().flat_map(|search| Typed::letters(search)).collect();
        for _ in 0..TYPED {
            for one in &mut typed {
                one.both.ours.take(|| {
                    vault.search(&one.query, &filter)?;
                    Ok(vault.count_found(&one.query, &filter)?)
                })?;
                one.both.floor.take(|| Ok(floor.search(&one.query, LINES)?))?;
            }
        }
        typed.sort_by(|a, b| b.both.ours.median().total_cmp(&a.both.ours.median()));
        for one in typed.iter().take(25) {
            let n = vault.count_found(&one.query, &filter)?;
            report.heading(&format!(
                "{} {n} {:.1} {:.1}",
                one.text,
                one.both.ours.median(),
                one.both.floor.median()
            ));
        }
        let both = Both {
            ours: typed.iter().map(|one| one.both.ours.median()).collect(),
            floor: typed.iter().map(|one| one.both.floor.median()).collect(),
        };
        report.figure("search p50", both.ours.median(), "ms", Goal::None);
        report.figure("search p95", both.ours.p95(), "ms", Goal::AtMost(16.0));
        report.figure("search, longest", both.ours.longest(), "ms", Goal::None);
        report.figure("search, floor p50", both.floor.median(), "ms", Goal::None);
        report.figure("search, floor p95", both.floor.p95(), "ms", Goal::None);
        report.figure(
            "search, p95 to floor",
            both.ours.p95() / both.floor.p95(),
            "×",
            Goal::AtMost(2.0),
        );
        Ok(())
    }

    fn saving(&self, report: &mut Report) -> Result<(), Trouble> {
        let mut floor = self.store.keyed()?.floor(&self.scratch.join("floor.db"))?;
        let mut vault = self.store.open()?;
        let mut years = Years::new(self.size, SEED ^ 1);
        years.frame();
        let (mut entries, mut check_ins, mut drafts) =
            (Both::default(), Both::default(), Both::default());
        for number in 1..=300 {
            let record = years.entry_now(2 * number);
            let row = Row::of(&record, evening())?;
            entries.ours.take(|| Ok(vault.save(&record, evening())?))?;
            entries.floor.take(|| Ok(floor.save(&row)?))?;
            let record = years.check_in_now(2 * number + 1);
            let row = Row::of(&record, evening())?;
            check_ins.floor.take(|| Ok(floor.save(&row)?))?;
            check_ins.ours.take(|| Ok(vault.save(&record, evening())?))?;
            let record = years.entry_now(2 * number);
            let row = Row::of(&record, evening())?;
            drafts.ours.take(|| Ok(vault.put_draft(&record, evening())?))?;
            drafts.floor.take(|| Ok(floor.put_draft(&row)?))?;
        }
        for (name, both) in
            [("save an entry", entries), ("save a check-in", check_ins), ("save a draft", drafts)]
        {
            report.figure(&format!("{name} p50"), both.ours.median(), "ms", Goal::None);
            report.figure(&format!("{name} p95"), both.ours.p95(), "ms", Goal::None);
            report.figure(&format!("{name}, floor p50"), both.floor.median(), "ms", Goal::None);
            report.figure(&format!("{name}, floor p95"), both.floor.p95(), "ms", Goal::None);
            report.figure(&format!("{name}, p50 to floor"), both.ratio(50), "×", Goal::None);
            report.figure(&format!("{name}, p95 to floor"), both.ratio(95), "×", Goal::AtMost(1.3));
        }
        Ok(())
    }
}

fn written() -> Filter {
    let kinds = KindName::ALL.iter().copied().filter(|kind| kind.is_written()).collect();
    Filter { kinds, ..Filter::default() }
}

fn first_list(vault: &Vault) -> Result<usize, Trouble> {
    Ok(vault.records(&Filter { limit: Some(LINES), ..written() })?.len())
}
