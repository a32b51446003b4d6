//! Every screen for every person: no finding of the accessibility checker, nothing cut off in a
//! small window or with large text.

use acceptance::axe;
use acceptance::screens::{SCREENS, Theme, open_sample};

#[test]
fn no_screen_has_an_accessibility_finding_in_light_or_dark() {
    let mut findings = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        let window = open_sample("accessibility", theme, 100);
        window.resize(1200, 800);
        for screen in &SCREENS {
            (screen.reach)(&window);
            let found = axe::violations(&window);
            findings.extend(found.into_iter().map(|one| format!("{} {theme}: {one}", screen.name)));
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn nothing_is_cut_off_in_a_small_window_or_with_large_text() {
    let mut findings = Vec::new();
    for (text_size, width, height) in [(100, 880, 640), (150, 1200, 800), (150, 880, 640)] {
        let window = open_sample("cut-off", Theme::Light, text_size);
        window.resize(width, height);
        for screen in &SCREENS {
            (screen.reach)(&window);
            let over = window.run(
                "const page = document.scrollingElement;
                 return Math.max(page.scrollWidth, document.body.scrollWidth) - innerWidth",
                &[],
            );
            if over.as_i64().is_none_or(|over| over > 0) {
                let at = format!("{width}×{height} at {text_size} %");
                findings.push(format!("{} {at}: {over} px too wide", screen.name));
            }
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}
