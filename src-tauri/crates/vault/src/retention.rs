//! Which backups stay: seven days, four weeks and six months, each by its newest.
//!
//! Days on which nothing was backed up do not count, so that a long pause costs no
//! backup. Pure: dates in, places out.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 6;

/// Places of those that can go. Each is a day and, for more than one on a day, its
/// number. What claims to be from after `today` was made while a clock was wrong: it
/// is left alone, and pushes nothing out.
pub(crate) fn surplus(backups: &[(NaiveDate, u32)], today: NaiveDate) -> Vec<usize> {
    let mut newest_first: Vec<usize> =
        (0..backups.len()).filter(|&place| backups[place].0 <= today).collect();
    newest_first.sort_by_key(|&place| std::cmp::Reverse(backups[place]));
    let mut kept = HashSet::new();
    keep_newest(&newest_first, &mut kept, DAYS, |place| backups[place].0);
    keep_newest(&newest_first, &mut kept, WEEKS, |place| backups[place].0.iso_week());
    keep_newest(&newest_first, &mut kept, MONTHS, |place| {
        (backups[place].0.year(), backups[place].0.month())
    });
    newest_first.into_iter().filter(|place| !kept.contains(place)).collect()
}

/// Keeps the newest of each of the last spans in which there is any.
fn keep_newest<S: PartialEq>(
    newest_first: &[usize],
    kept: &mut HashSet<usize>,
    most: usize,
    span: impl Fn(usize) -> S,
) {
    let (mut spans, mut last) = (0, None);
    for &place in newest_first {
        let this = Some(span(place));
        if this != last {
            (spans, last) = (spans + 1, this);
            if spans > most {
                return;
            }
            kept.insert(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Takes out what can go, as a folder would lose it.
    fn thin(backups: &mut Vec<(NaiveDate, u32)>, today: NaiveDate) {
        let surplus = surplus(backups, today);
        let mut place = 0;
        backups.retain(|_| {
            place += 1;
            !surplus.contains(&(place - 1))
        });
    }

    #[test]
    fn every_day_of_a_year_leaves_what_was_promised() {
        let first = day("2026-01-01");
        let (mut folder, mut ever) = (Vec::new(), Vec::new());
        for today in first.iter_days().take(366) {
            for number in 1..=2 {
                folder.push((today, number));
                ever.push((today, number));
            }
            thin(&mut folder, today);
            let mut at_once = ever.clone();
            thin(&mut at_once, today);
            assert_eq!(folder, at_once, "{today}: thinning day by day loses nothing more");

            let has = |wanted: NaiveDate| folder.contains(&(wanted, 2));
            let age = (today - first).num_days();
            for back in 0..7.min(age + 1) {
                assert!(has(today - chrono::Days::new(back.unsigned_abs())), "{today}: {back}");
            }
            let ends_week = |day: &NaiveDate| day.weekday() == chrono::Weekday::Sun;
            let sundays = first.iter_days().take_while(|&day| day < today).filter(ends_week);
            for sunday in sundays.collect::<Vec<_>>().into_iter().rev().take(3) {
                assert!(has(sunday), "{today}: the week to {sunday}");
            }
            let ends_month = |day: &NaiveDate| day.succ_opt().unwrap().day() == 1;
            let ends = first.iter_days().take_while(|&day| day < today).filter(ends_month);
            for end in ends.collect::<Vec<_>>().into_iter().rev().take(5) {
                assert!(has(end), "{today}: the month to {end}");
            }
            assert!(folder.len() <= DAYS + WEEKS + MONTHS, "{today}: {}", folder.len());
        }
        assert!(folder.len() >= 13, "{}", folder.len());
    }

    #[test]
    fn a_long_pause_costs_nothing() {
        let before: Vec<_> = day("2025-01-01").iter_days().take(7).map(|day| (day, 1)).collect();
        assert!(surplus(&before, day("2026-06-01")).is_empty());
    }

    #[test]
    fn what_claims_to_be_from_tomorrow_is_left_alone() {
        let mut backups: Vec<_> =
            day("2031-01-01").iter_days().take(40).map(|day| (day, 1)).collect();
        backups.extend(day("2026-03-01").iter_days().take(3).map(|day| (day, 1)));
        assert!(surplus(&backups, day("2026-03-03")).is_empty());
    }

    #[test]
    fn weeks_are_told_apart_across_the_turn_of_a_year() {
        let made = ["2025-12-28", "2025-12-29", "2025-12-30", "2026-01-04", "2026-01-05"];
        let mut backups: Vec<_> = made.map(|text| (day(text), 1)).into();
        backups.extend(day("2026-01-06").iter_days().take(7).map(|day| (day, 1)));
        let gone: Vec<_> = surplus(&backups, day("2026-01-12"))
            .into_iter()
            .map(|place| backups[place].0)
            .collect();
        assert_eq!(
            gone,
            [day("2026-01-05"), day("2025-12-29")],
            "one week, and it has a newer one"
        );
    }
}
