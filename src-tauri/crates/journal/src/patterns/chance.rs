//! Whether something could well be chance: permutation tests, and control of how many of
//! the findings are false.
//!
//! *The test.* Does a number (a craving, say) differ where something was told (a person
//! was there)? The numbers are dealt out anew and again, and it is counted how often the
//! difference is as large as the real one. Check-ins of one day are alike, and months
//! differ; so whole days are exchanged, with all their check-ins in order, and only
//! between days of the same stretch that have as many of them. Where a stretch has too
//! few such days they are exchanged across the stretches.
//!
//! The whole number counts, not only whether it was strong: cutting a rating in two throws
//! away about a third of what it says (Cohen 1983), and sixty check-ins are not many.
//!
//! *Many tests.* A screen asks dozens of questions; at 5 % each, some would light up
//! every week. Benjamini and Hochberg (1995) keep the expected share of false ones among
//! all highlighted at 5 %. It also holds when the tests hang together positively, as
//! people, places and hours do (Benjamini and Yekutieli 2001), and loses less than
//! Bonferroni's rule. What is told too seldom is not tested, which is decided without a
//! look at the numbers and so costs no honesty (Bourgon, Gentleman and Huber 2010).
//! Questions weigh as this therapy asks them, people first and the clock last; weights
//! that are fixed beforehand and are one on average leave the share as it is (Genovese,
//! Roeder and Wasserman 2006).
//!
//! *Bounds.* The sum over days is nearly normal (Hoeffding 1951), and its mean and
//! variance under all permutations are computed exactly. What is far from standing out by
//! that measure, or comes from more than [`DEALT_UP_TO`] check-ins, is left at that, so
//! that ten years take no longer than reading them. For the others [`DEALS`] permutations
//! are dealt, from a seed that comes in as a parameter, and no more than [`FIRST_DEALS`]
//! where those already say that it does not stand out.

use std::collections::BTreeMap;

/// So many permutations are dealt. With two sides the smallest chance is 2 in 10,000.
pub(super) const DEALS: u32 = 9_999;
/// After so many, what has a chance of [`CLEAR`] or more is dealt no further.
const FIRST_DEALS: u32 = 999;
const CLEAR: f64 = 0.03;
/// What has this chance or more by the normal measure is not dealt at all. Nothing stands
/// out above 5 % times the weight of its question, which is far below.
const NOT_NEAR: f64 = 0.2;
/// Up to so many check-ins permutations are dealt; beyond, they are computed.
pub(super) const DEALT_UP_TO: usize = 400;
/// The expected share of false ones among those highlighted (ruling "Patterns").
pub(super) const FALSE_SHARE: f64 = 0.05;

/// Something is tested if it was told, and not told, at a fifth of the check-ins, at least
/// at [`FEWEST`] of them, and at no more than [`PLENTY`]: of less, sixty check-ins could
/// tell nothing, and asking would only cost the others their chance.
pub(super) const FEWEST: usize = 8;
const PLENTY: usize = 25;
/// Days of one stretch that have as many check-ins, at least, to be exchanged within it.
const FEWEST_DAYS: usize = 3;

/// Numbers that come, day by day, in an order.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The numbers.
    pub(super) values: Vec<f64>,
    /// The exchangeable days: places in `values`, as many in each.
    classes: Vec<Vec<Vec<usize>>>,
}

impl Outcome {
    /// Numbers with the day and the stretch of each, in order of time.
    pub(super) fn new(values: Vec<f64>, days: &[(i64, i64)]) -> Self {
        let mut by_day: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
        for (place, &(day, stretch)) in days.iter().enumerate() {
            by_day.entry((stretch, day)).or_default().push(place);
        }
        let mut classes: BTreeMap<(usize, Option<i64>), Vec<Vec<usize>>> = BTreeMap::new();
        for ((stretch, _), places) in by_day {
            classes.entry((places.len(), Some(stretch))).or_default().push(places);
        }
        let mut pooled: BTreeMap<(usize, Option<i64>), Vec<Vec<usize>>> = BTreeMap::new();
        for ((length, stretch), days) in classes {
            let stretch = stretch.filter(|_| days.len() >= FEWEST_DAYS);
            pooled.entry((length, stretch)).or_default().extend(days);
        }
        Self { values, classes: pooled.into_values().collect() }
    }

    /// The chance, for each of several things, that the numbers differ so much by chance
    /// alone, on both sides. Each thing is told by where it was, in rising places; `None`
    /// for what was told too seldom.
    pub(super) fn chances(&self, things: &[&[usize]], seed: u64) -> Vec<Option<f64>> {
        let is_dealt = self.values.len() <= DEALT_UP_TO;
        let fewest = (self.values.len() / 5).clamp(FEWEST, PLENTY);
        let is_tested =
            |thing: &[usize]| thing.len() >= fewest && self.values.len() - thing.len() >= fewest;
        let tested: Vec<bool> = things.iter().map(|thing| is_tested(thing)).collect();
        let chosen: Vec<&[usize]> = things
            .iter()
            .zip(&tested)
            .filter_map(|(&thing, &tested)| tested.then_some(thing))
            .collect();
        let mut found = self.computed(&chosen);
        if is_dealt {
            let near: Vec<usize> = (0..found.len()).filter(|&one| found[one] < NOT_NEAR).collect();
            self.deal(&chosen, near, &mut found, seed);
        }
        let mut found = found.into_iter();
        tested.into_iter().map(|tested| if tested { found.next() } else { None }).collect()
    }

    /// Deals permutations for those of the things that are near to standing out.
    fn deal(&self, things: &[&[usize]], mut near: Vec<usize>, found: &mut [f64], seed: u64) {
        let sum = |values: &[f64], thing: &[usize]| -> f64 {
            thing.iter().map(|&place| values[place]).sum()
        };
        let real: Vec<f64> = things.iter().map(|thing| sum(&self.values, thing)).collect();
        let mut sides = vec![(1_u32, 1_u32); things.len()];
        let mut dealer = Dealer(seed);
        let mut values = self.values.clone();
        let mut order: Vec<Vec<usize>> =
            self.classes.iter().map(|days| (0..days.len()).collect()).collect();
        for deal in 1..=DEALS {
            if near.is_empty() {
                return;
            }
            for (days, order) in self.classes.iter().zip(&mut order) {
                dealer.shuffle(order);
                for (to, &from) in days.iter().zip(order.iter()) {
                    for (&to, &from) in to.iter().zip(&days[from]) {
                        values[to] = self.values[from];
                    }
                }
            }
            for &one in &near {
                let (dealt, (above, below)) = (sum(&values, things[one]), &mut sides[one]);
                *above += u32::from(dealt >= real[one] - ROUNDING);
                *below += u32::from(dealt <= real[one] + ROUNDING);
            }
            if deal == FIRST_DEALS || deal == DEALS {
                for &one in &near {
                    let (above, below) = sides[one];
                    let chance = 2.0 * f64::from(above.min(below)) / f64::from(deal + 1);
                    found[one] = chance.min(1.0);
                }
                near.retain(|&one| found[one] < CLEAR);
            }
        }
    }

    /// The same from the exact mean and variance of the sum under all permutations: for
    /// days x that are matched with days y, the sum of x·y has the variance
    /// ⟨Sx, Sy⟩ / (k − 1), with the scatter matrices S of k days.
    fn computed(&self, things: &[&[usize]]) -> Vec<f64> {
        let mut homes = vec![(0, 0); self.values.len()];
        for (class, days) in self.classes.iter().enumerate() {
            for (day, places) in days.iter().enumerate() {
                for &place in places {
                    homes[place] = (class, day);
                }
            }
        }
        let scatters: Vec<Scatter> =
            self.classes.iter().map(|days| Scatter::of(days, &self.values)).collect();
        things.iter().map(|thing| self.one_computed(thing, &homes, &scatters)).collect()
    }

    fn one_computed(&self, thing: &[usize], homes: &[(usize, usize)], all: &[Scatter]) -> f64 {
        let mut told: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for &place in thing {
            let (class, day) = homes[place];
            let start = self.classes[class][day].iter().position(|&one| one == place);
            told.entry((class, day)).or_default().extend(start);
        }
        let real: f64 = thing.iter().map(|&place| self.values[place]).sum();
        let (mut mean, mut variance) = (0.0, 0.0);
        let mut sums: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for ((class, _), positions) in &told {
            let scatter = &all[*class];
            let sum = sums.entry(*class).or_insert_with(|| vec![0.0; scatter.length]);
            for &one in positions {
                sum[one] += 1.0;
                mean += scatter.means[one];
                variance += scatter.weight
                    * positions.iter().map(|&other| scatter.at(one, other)).sum::<f64>();
            }
        }
        for (class, sum) in sums {
            variance -= all[class].weight * all[class].around(&sum);
        }
        if variance <= ROUNDING {
            return 1.0;
        }
        both_tails((real - mean).abs() / variance.sqrt())
    }
}

/// Sums of whole and tenth numbers that differ by less are equal.
const ROUNDING: f64 = 1e-9;

/// How the numbers of days of equal length scatter.
#[derive(Debug)]
struct Scatter {
    length: usize,
    days: f64,
    /// One over the number of days less one; nothing to exchange with a single one.
    weight: f64,
    means: Vec<f64>,
    products: Vec<f64>,
}

impl Scatter {
    fn of(days: &[Vec<usize>], values: &[f64]) -> Self {
        let length = days.first().map_or(0, Vec::len);
        let count = whole(days.len());
        let mut means = vec![0.0; length];
        for day in days {
            day.iter().zip(&mut means).for_each(|(&place, mean)| *mean += values[place] / count);
        }
        let mut products = vec![0.0; length * length];
        for day in days {
            for (row, &one) in day.iter().enumerate() {
                for (column, &other) in day.iter().enumerate() {
                    products[row * length + column] +=
                        (values[one] - means[row]) * (values[other] - means[column]);
                }
            }
        }
        let weight = if days.len() > 1 { 1.0 / (count - 1.0) } else { 0.0 };
        Self { length, days: count, weight, means, products }
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.products[row * self.length + column]
    }

    /// What the mean day takes away: sums · S · sums / days.
    fn around(&self, sums: &[f64]) -> f64 {
        let row = |(row, sum): (usize, &f64)| {
            let along = |(column, other): (usize, &f64)| other * self.at(row, column);
            sum * sums.iter().enumerate().map(along).sum::<f64>()
        };
        sums.iter().enumerate().map(row).sum::<f64>() / self.days
    }
}

/// Which of several chances stand out, by Benjamini and Hochberg. Each comes with the
/// weight of its question; what was not tested does not stand out.
pub(super) fn stand_out(chances: &[(Option<f64>, f64)], share: f64) -> Vec<bool> {
    let tested = || chances.iter().filter_map(|&(chance, weight)| Some((chance?, weight)));
    let count = whole(tested().count());
    let usual = tested().map(|(_, weight)| weight).sum::<f64>() / count;
    let weighed = |(chance, weight): (f64, f64)| chance * usual / weight;
    let mut order: Vec<f64> = tested().map(weighed).collect();
    order.sort_by(f64::total_cmp);
    let limit = order
        .iter()
        .enumerate()
        .filter(|&(rank, &chance)| chance <= share * whole(rank + 1) / count)
        .map(|(_, &chance)| chance)
        .next_back();
    let is_below = |one| limit.is_some_and(|limit| weighed(one) <= limit);
    chances
        .iter()
        .map(|&(chance, weight)| chance.is_some_and(|chance| is_below((chance, weight))))
        .collect()
}

fn whole(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// The chance of a standard normal number this far from zero or further, on both sides;
/// off by less than a millionth of itself (Press and others, Numerical Recipes, 6.2).
fn both_tails(far: f64) -> f64 {
    let z = far / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.5 * z);
    let terms = [
        0.170_872_77,
        -0.822_152_23,
        1.488_515_87,
        -1.135_203_98,
        0.278_868_07,
        -0.186_288_06,
        0.096_784_18,
        0.374_091_96,
        1.000_023_68,
        -1.265_512_23,
    ];
    let power = terms.iter().fold(0.0, |sum, term| sum * t + term);
    t * (power - z * z).exp()
}

/// Deals places; the same seed deals the same (`SplitMix64`, Steele, Lea and Flood 2014).
struct Dealer(u64);

impl Dealer {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            let below = u64::try_from(last + 1).unwrap_or(u64::MAX);
            // The upper half of a product: even to one in 2^64 / 400.
            let place = (u128::from(self.next()) * u128::from(below)) >> 64;
            order.swap(last, usize::try_from(place).unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days of one to three numbers from a dealer, each day with a level of its own.
    fn outcome(count: usize, dealer: &mut Dealer) -> Outcome {
        let (mut values, mut days) = (Vec::new(), Vec::new());
        let mut day = 0;
        while values.len() < count {
            let level = dealer.next() % 4;
            for _ in 0..=dealer.next() % 3 {
                values.push(whole(usize::try_from(level + dealer.next() % 7).unwrap()));
                days.push((day, day / 28));
            }
            day += 1;
        }
        Outcome::new(values, &days)
    }

    #[test]
    fn tails_of_the_normal_are_as_in_the_tables() {
        for (far, chance) in [(0.0, 1.0), (1.959_964, 0.05), (2.575_829, 0.01), (3.290_527, 0.001)]
        {
            assert!((both_tails(far) - chance).abs() < 1e-5 * chance.max(0.05), "{far}");
        }
    }

    #[test]
    fn the_published_example_gives_the_published_findings() {
        // Benjamini and Hochberg 1995, section 3.2: fifteen tests, four found at 5 %.
        let chances = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ];
        let found = stand_out(&chances.map(|chance| (Some(chance), 1.0)), 0.05);
        assert_eq!(found.iter().filter(|&&one| one).count(), 4);
        assert!(!stand_out(&[(None, 1.0), (Some(0.2), 1.0)], 0.05).contains(&true));
        assert!(stand_out(&[], 0.05).is_empty());
    }

    #[test]
    fn a_weight_moves_the_limit_and_not_the_sum_of_limits() {
        let of = |first, second| {
            stand_out(&[(Some(0.03), first), (Some(0.9), second)], 0.05).contains(&true)
        };
        assert!(!of(1.0, 1.0), "0.03 is above 0.05 / 2");
        assert!(of(2.0, 1.0), "0.03 is below 0.05 / 2 times 4 / 3");
        assert!(!of(1.0, 2.0));
    }

    #[test]
    fn dealt_and_computed_chances_agree() {
        let mut dealer = Dealer(11);
        for round in 0..20 {
            let outcome = outcome(300, &mut dealer);
            let share = 2 + round % 4;
            let thing: Vec<usize> =
                (0..outcome.values.len()).filter(|_| dealer.next().is_multiple_of(share)).collect();
            let computed = outcome.computed(&[&thing])[0];
            let mut dealt = [1.0];
            outcome.deal(&[&thing], vec![0], &mut dealt, round);
            let [dealt] = dealt;
            // Dealt sums are whole numbers, and those equal to the real one count on both
            // sides: by so much the dealt chance is the more careful.
            let over = dealt - computed;
            assert!((-0.03..0.12).contains(&over), "{dealt} and {computed}");
            assert!(computed > 0.15 || over < 0.04, "{dealt} and {computed}");
        }
    }

    #[test]
    fn a_difference_between_days_alone_is_not_mistaken_for_many_findings() {
        // Ten days, each told three times over: thirty numbers, but only ten days.
        let values: Vec<f64> = (0..30).map(|place| whole(place / 3 % 2 * 5)).collect();
        let days: Vec<(i64, i64)> = (0..30).map(|place| (place / 3, 0)).collect();
        let thing: Vec<usize> = (0..30).filter(|place| place / 3 % 2 == 1).collect();
        let chance = Outcome::new(values, &days).chances(&[&thing], 1)[0].unwrap();
        // 5 of 10 days: 2 / C(10, 5) on both sides, and one deal for the real one.
        assert!((chance - 2.0 / 252.0).abs() < 0.006, "{chance}");
    }

    #[test]
    fn what_was_told_too_seldom_is_not_tested() {
        let outcome = outcome(60, &mut Dealer(3));
        let few: Vec<usize> = (0..FEWEST - 1).collect();
        let nearly_all: Vec<usize> = (0..outcome.values.len() - 2).collect();
        assert_eq!(outcome.chances(&[&few, &nearly_all], 1), [None, None]);
    }

    #[test]
    fn the_same_seed_gives_the_same_chances() {
        let outcome = outcome(60, &mut Dealer(5));
        let thing: Vec<usize> = (0..20).collect();
        let of = |seed| outcome.chances(&[&thing], seed);
        assert_eq!(of(4), of(4));
    }
}
