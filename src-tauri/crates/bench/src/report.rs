//! Figures, one on a line, and whether they reach their goals. The one file that prints.
#![expect(clippy::print_stdout, reason = "figures are what this program is for")]

/// What a figure has to be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Goal {
    /// At most so much.
    AtMost(f64),
    /// Only to be known.
    None,
}

/// The figures so far.
#[derive(Default)]
pub(crate) struct Report {
    part: String,
    #[cfg(test)]
    figures: Vec<(String, f64)>,
    short: Vec<String>,
}

impl Report {
    /// Prints a figure: `name: value unit (goal ≤ 16 ms) ok`.
    pub(crate) fn figure(&mut self, name: &str, value: f64, unit: &str, goal: Goal) {
        #[cfg(test)]
        self.figures.push((format!("{}: {name}", self.part), value));
        let number = number(value);
        let Goal::AtMost(most) = goal else {
            println!("{name}: {number} {unit}");
            return;
        };
        let is_short = value.is_nan() || value > most;
        let verdict = if is_short { "short" } else { "ok" };
        println!("{name}: {number} {unit} (goal ≤ {} {unit}) {verdict}", self::number(most));
        if is_short {
            self.short.push(format!("{}: {name}", self.part));
        }
    }

    /// Begins a part; figures that are short are named with it at the end.
    pub(crate) fn part(&mut self, name: &str) {
        name.clone_into(&mut self.part);
        println!("# {name}");
    }

    /// Prints what is about to be measured.
    pub(crate) fn heading(text: &str) {
        println!("# {text}");
    }

    /// Every figure that was taken, by part and name.
    #[cfg(test)]
    pub(crate) fn figures(&self) -> &[(String, f64)] {
        &self.figures
    }

    /// Whether every figure reached its goal; says which did not.
    pub(crate) fn is_good(&self) -> bool {
        if !self.short.is_empty() {
            println!("# short: {}", self.short.join("; "));
        }
        self.short.is_empty()
    }
}

/// Three digits or more, so that a millisecond and a megabyte both read well.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Goal, Report};

    #[test]
    fn one_figure_that_is_short_is_enough() {
        let mut report = Report::default();
        report.figure("quick", 15.9, "ms", Goal::AtMost(16.0));
        report.figure("known", 99.0, "ms", Goal::None);
        assert!(report.is_good());
        report.figure("slow", 16.1, "ms", Goal::AtMost(16.0));
        assert!(!report.is_good());
        let mut report = Report::default();
        report.figure("nothing was measured", f64::NAN, "ms", Goal::AtMost(16.0));
        assert!(!report.is_good());
    }
}
