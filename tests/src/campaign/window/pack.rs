//! Scale files from outside with hostile texts in every line, brought in through the system's dialog.

use std::fs;

use serde_json::{Value, json};

use crate::campaign::Report;
use crate::screens::by_palette;
use crate::target::{button, heading};
use crate::window::Window;

/// What it has that is no text: without it no file would get as far as its texts.
fn scale(number: usize, hostile: &str) -> Value {
    json!({
        "id": format!("{number} {hostile}"), "version": hostile, "language": hostile,
        "title": hostile, "short": hostile, "copyright": hostile, "licence": hostile,
        "permission": hostile, "source_url": hostile, "verified_on": "2026-01-31",
        "rule": hostile, "recall_days": 14, "stem": hostile,
        "options": [{ "value": 0, "text": hostile }, { "value": 1, "text": hostile }],
        "items": [{ "id": "a", "lead": hostile, "text": hostile }],
        "scores": [{
            "id": "index", "title": hostile, "items": ["a"], "low": 0, "high": 1,
            "bands": [{ "from": 0, "to": 1, "name": hostile }],
        }],
    })
}

/// Brings in a file for each text, as it is and, if it is taken, into the journal; `look` looks
/// at what is on the screen.
pub(super) fn bring_in(
    window: &Window,
    texts: &[&String],
    look: &mut impl FnMut(),
    report: &mut Report,
) {
    let (mut taken, mut refused) = (0, 0);
    by_palette(window, "scales");
    window.wait_for(&heading("Other scales"));
    for (number, hostile) in texts.iter().enumerate() {
        let file = window.home.out("scale.json");
        #[expect(clippy::disallowed_methods, reason = "a file for the program to read")]
        fs::write(&file, scale(number, hostile).to_string()).expect("a file can be made");
        window.click(&button("Add a scale from a file"));
        window.desktop.choose(&file);
        let (take, close) = (button("Add this scale"), button("Close"));
        window.wait("the file is shown", || window.sees(&take) || window.sees(&close));
        look();
        if window.sees(&take) {
            window.click(&take);
            window.wait_gone(&take);
            taken += 1;
        } else {
            window.click(&close);
            window.wait_gone(&close);
            refused += 1;
        }
        // Among the others, with its name and what it is about.
        look();
    }
    report.at_least("scale files brought in with them", taken, "files", 1);
    report.tell("scale files refused, nothing kept", refused, "files");
}
