//! Patterns in the real window, with the keyboard alone: counts beside their base rates, the
//! same as tables, and the check-ins behind a count.

use acceptance::axe;
use acceptance::screens::{Theme, open_sample};
use acceptance::target::{button, dialog, heading, text};
use acceptance::window::Window;
use serde_json::json;

#[test]
fn patterns_tell_counts_and_lead_to_their_check_ins() {
    let window = open_sample("patterns_tell_counts_and_lead_to_their_check_ins", Theme::Light, 100);
    window.press("Control+6");
    window.wait_for(&text("Strong means"));
    let cards = count(&window, "section.card");
    assert!(cards >= 7, "{cards} small charts rather than one clever one");
    let bare = window.run(
        "return [...document.querySelectorAll('section.card li .n')]
            .filter((one) => /strong cravings/.test(one.textContent))
            .filter((one) => !/in \\d+ of all \\d+ check-ins/.test(one.textContent)).length",
        &[],
    );
    assert_eq!(bare, json!(0), "no count stands without its base rate");
    assert_eq!(axe::violations(&window), Vec::<String>::new());

    push(&window, "Show as tables");
    let tables = count(&window, "section.card table");
    assert!(tables > cards, "every card has its table, and the week has two more: {tables}");
    assert_eq!(axe::violations(&window), Vec::<String>::new());
    push(&window, "Show as charts");

    push(&window, "See the entries: No one to turn to");
    window.wait_for(&dialog("No one to turn to"));
    assert_eq!(axe::violations(&window), Vec::<String>::new());
    window.press("Escape");
    window.wait_for(&text("Strong means"));
}

#[test]
fn patterns_fit_a_small_window_and_large_text() {
    let window = open_sample("patterns_fit_a_small_window_and_large_text", Theme::Dark, 150);
    window.resize(880, 640);
    window.press("Control+6");
    window.wait_for(&heading("Who was there"));
    let wide = window.run(
        "const page = document.querySelector('main');
         return page.scrollWidth > page.clientWidth + 1",
        &[],
    );
    assert_eq!(wide, json!(false), "nothing sticks out sideways");
    assert_eq!(axe::violations(&window), Vec::<String>::new());
}

/// Reaches a button by Tab and pushes it by Enter.
fn push(window: &Window, name: &str) {
    window.tab_to(&button(name));
    window.press("Enter");
}

fn count(window: &Window, selector: &str) -> u64 {
    window
        .run("return document.querySelectorAll(arguments[0]).length", &[json!(selector)])
        .as_u64()
        .unwrap_or_default()
}
