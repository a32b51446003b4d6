//! Every screen for every person: no finding of the accessibility checker, nothing cut off in a
//! small window or with large text.

use acceptance::screens::{AROUND, SCREENS, Screen, Theme, open_sample};
use acceptance::window::Window;
use acceptance::{axe, fits};

#[test]
fn no_screen_has_an_accessibility_finding_in_light_or_dark() {
    let mut findings = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        let window = open_sample("accessibility", theme, 100);
        window.resize(1200, 800);
        walk(&window, &SCREENS, &format!("{theme}"), axe::violations, &mut findings);
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn nothing_is_cut_off_in_a_small_window_or_with_large_text() {
    let mut findings = Vec::new();
    for (text_size, width, height) in [(100, 880, 640), (150, 1200, 800), (150, 880, 640)] {
        let window = open_sample("cut-off", Theme::Light, text_size);
        window.resize(width, height);
        let at = format!("{width}×{height} at {text_size} %");
        walk(&window, &SCREENS, &at, fits::misfits, &mut findings);
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn the_screens_around_the_journal_have_no_finding_either() {
    let mut findings = Vec::new();
    for (theme, text_size, width, height) in
        [(Theme::Light, 100, 1200, 800), (Theme::Dark, 150, 880, 640)]
    {
        let window = open_sample("around", theme, text_size);
        window.resize(width, height);
        let at = format!("{theme}, {width}×{height} at {text_size} %");
        let look = |window: &Window| [axe::violations(window), fits::misfits(window)].concat();
        walk(&window, &AROUND, &at, look, &mut findings);
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Goes to every screen and notes what is found there.
fn walk(
    window: &Window,
    screens: &[Screen],
    at: &str,
    look: impl Fn(&Window) -> Vec<String>,
    findings: &mut Vec<String>,
) {
    for screen in screens {
        (screen.reach)(window);
        findings.extend(look(window).into_iter().map(|one| format!("{} {at}: {one}", screen.name)));
    }
}
