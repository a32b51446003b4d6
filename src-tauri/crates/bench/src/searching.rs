//! Searching while typing: for every letter the whole answer that the window gets.

use journal::SearchQuery;
use meantime::bench::Shell;

use crate::place::{LINES, Place};
use crate::report::{Goal, Report};
use crate::store::SEED;
use crate::times::{Both, Times};
use crate::trouble::Trouble;
use crate::years::Years;

/// So often everything is typed; of each letter the time in the middle counts.
const TYPED: u32 = 3;

/// What was typed up to one letter.
struct Letter {
    typed: String,
    query: SearchQuery,
    both: Both,
}

/// Types words of every language, letter by letter.
pub(crate) fn measure(place: &Place, report: &mut Report) -> Result<(), Trouble> {
    let floor = place.store.keyed()?.floor(&place.floor())?;
    let shell = Shell::new(place.store.open()?);
    let searches = Years::new(place.size, SEED).searches();
    let some = searches.iter().take(3 * place.size.rounds as usize);
    let mut letters: Vec<_> = some.flat_map(|search| letters_of(search)).collect();
    for _ in 0..TYPED.min(place.size.rounds) {
        for letter in &mut letters {
            letter.both.ours.take(|| Ok(shell.list(&letter.typed, None)?))?;
            letter.both.floor.take(|| Ok(floor.search(&letter.query, LINES)?))?;
        }
    }
    let ours: Times = letters.iter().map(|letter| letter.both.ours.median()).collect();
    let bare: Times = letters.iter().map(|letter| letter.both.floor.median()).collect();
    report.figure("search, a letter, p50", ours.median(), "ms", Goal::None);
    report.figure("search, a letter, p95", ours.p95(), "ms", Goal::AtMost(16.0));
    report.figure("search, a letter, longest", ours.longest(), "ms", Goal::None);
    report.figure("search, floor p50", bare.median(), "ms", Goal::None);
    report.figure("search, floor p95", bare.p95(), "ms", Goal::None);
    let ratio = ours.p95() / bare.p95();
    report.figure("search, p95 to floor", ratio, "×", Goal::AtMost(2.0));
    Ok(())
}

fn letters_of(search: &str) -> Vec<Letter> {
    let up_to = |(at, letter): (usize, char)| {
        let typed = search[..at + letter.len_utf8()].to_owned();
        Letter { query: SearchQuery::parse(&typed), typed, both: Both::default() }
    };
    search.char_indices().map(up_to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_typed_letter_by_letter() {
        let typed: Vec<_> = letters_of("чай a").into_iter().map(|letter| letter.typed).collect();
        assert_eq!(typed, ["ч", "ча", "чай", "чай ", "чай a"]);
    }
}
