//! What a campaign found out, one line per figure: `name: value unit (goal …) ok|short`.

use std::fmt::Display;

/// Prints figures as they are known and remembers whether one fell short.
#[derive(Debug)]
pub struct Report {
    campaign: &'static str,
    figures: u32,
    short: u32,
    complaints: u32,
    most_complaints: u32,
}

/// More complaints than these say nothing new.
const MOST_COMPLAINTS: u32 = 20;

impl Report {
    /// An empty one.
    pub fn new(campaign: &'static str) -> Self {
        let most_complaints = MOST_COMPLAINTS;
        Self { campaign, figures: 0, short: 0, complaints: 0, most_complaints }
    }

    /// One that says nothing of what goes wrong, for a control in which it must.
    pub fn silent(campaign: &'static str) -> Self {
        Self { most_complaints: 0, ..Self::new(campaign) }
    }

    /// A number that must be 0.
    pub fn none(&mut self, name: &str, value: impl TryInto<u64>) {
        let value = whole(value);
        self.figure(name, value, "", "0", value == 0);
    }

    /// A number that must be `goal` or more.
    pub fn at_least(&mut self, name: &str, value: impl TryInto<u64>, unit: &str, goal: u64) {
        let value = whole(value);
        self.figure(name, value, unit, format_args!("≥ {goal}"), value >= goal);
    }

    /// A number that must be `goal` exactly.
    pub fn exactly(&mut self, name: &str, value: impl TryInto<u64>, unit: &str, goal: u64) {
        let value = whole(value);
        self.figure(name, value, unit, goal, value == goal);
    }

    /// A measurement that must be `goal` or less.
    pub fn at_most(&mut self, name: &str, value: f64, unit: &str, goal: f64) {
        self.figure(name, rounded(value), unit, format_args!("≤ {goal}"), value <= goal);
    }

    /// A share of a whole, in percent, that must be `goal` or more.
    pub fn share(&mut self, name: &str, part: u64, of: u64, goal: f64) {
        let percent = if of == 0 { 0.0 } else { 100.0 * fraction(part) / fraction(of) };
        self.figure(name, rounded(percent), "%", format_args!("≥ {goal}"), percent >= goal);
    }

    /// A number without a goal.
    pub fn tell(&mut self, name: &str, value: impl Display, unit: &str) {
        self.figure(name, value, unit, "none", true);
    }

    /// Any figure, already judged.
    pub fn figure(
        &mut self,
        name: &str,
        value: impl Display,
        unit: &str,
        goal: impl Display,
        is_reached: bool,
    ) {
        self.figures += 1;
        self.short += u32::from(!is_reached);
        let space = if unit.is_empty() { "" } else { " " };
        let verdict = if is_reached { "ok" } else { "short" };
        say(format_args!(
            "{}, {name}: {value}{space}{unit} (goal {goal}) {verdict}",
            self.campaign
        ));
    }

    /// A line that is no figure, such as the seed.
    pub fn note(&self, text: impl Display) {
        say(format_args!("{}: {text}", self.campaign));
    }

    /// What went wrong in one round, for the one who has to find out why. Count it as well.
    pub fn complain(&mut self, text: impl Display) {
        self.complaints += 1;
        if self.complaints <= self.most_complaints {
            say(format_args!("  ✗ {}: {text}", self.campaign));
        }
    }

    /// Whether there were figures and none fell short.
    pub fn is_reached(&self) -> bool {
        self.figures > 0 && self.short == 0
    }
}

#[expect(clippy::print_stdout, reason = "figures are what a campaign is for")]
fn say(line: impl Display) {
    println!("{line}");
}

fn whole(value: impl TryInto<u64>) -> u64 {
    value.try_into().unwrap_or_else(|_| panic!("a count is a small number and not negative"))
}

fn rounded(value: f64) -> String {
    format!("{value:.2}")
}

#[expect(clippy::cast_precision_loss, reason = "a percentage needs no more than 52 bits")]
fn fraction(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::Report;

    #[test]
    fn one_short_figure_is_enough() {
        let mut report = Report::new("sample");
        assert!(!report.is_reached(), "a campaign without figures shows nothing");
        report.none("lost", 0_u32);
        report.at_least("hit", 3_u32, "journals", 3);
        report.share("caught", 999, 1000, 99.9);
        assert!(report.is_reached());
        report.none("lost", 1_u32);
        assert!(!report.is_reached());
    }
}
