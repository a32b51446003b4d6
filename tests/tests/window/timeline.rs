//! The life chart in the real window: day by day, as a table, and back to years before therapy,
//! with the keyboard alone.

use acceptance::axe;
use acceptance::screens::{Theme, open_sample};
use acceptance::target::{button, checkbox, field, heading, radio, slider, text};
use acceptance::window::Window;
use serde_json::{Value, json};

#[test]
fn a_course_is_walked_day_by_day_and_a_life_begins_before_it() {
    let window =
        open_sample("a_course_is_walked_day_by_day_and_a_life_begins_before_it", Theme::Light, 100);
    window.press("Control+5");
    window.tab_to(&slider("Day"));
    window.press("End");
    let last = chosen(&window);
    window.press("Left");
    assert_ne!(chosen(&window), last, "an arrow goes to another day");
    window.press("Home");
    let first = chosen(&window);
    window.press("Right");
    window.press("Left");
    assert_eq!(chosen(&window), first);
    window.wait_for(&heading(first.as_str().expect("a day has a name")));
    assert!(count(&window, ".pt.use") > 0, "days of use have their open diamond");
    assert!(count(&window, ".evt, .span") > 5, "what happened stands in its lanes");

    the_table_tells_every_day(&window);
    something_from_before_finds_its_year(&window);
    assert_eq!(axe::violations(&window), Vec::<String>::new());
}

fn the_table_tells_every_day(window: &Window) {
    let steps =
        window.run("return Number(document.querySelector('[role=slider]').ariaValueMax)", &[]);
    push(window, "Show as a table");
    window.wait_for(&text("Strongest craving"));
    let rows = count(window, "tbody tr");
    assert_eq!(Some(rows), steps.as_u64().map(|last| last + 1), "a row for each day, gaps too");
    window.wait_for(&text("No check-in"));
    push(window, "Show as a chart");
    window.wait_for(&slider("Day"));
}

fn something_from_before_finds_its_year(window: &Window) {
    push(window, "Add to it");
    window.wait_for(&heading("On the timeline"));
    window.write(&field("Title"), "Moved to the city");
    window.tab_to(&field("Year"));
    window.type_text("2009");
    push(window, "Done for now");
    window.tab_to(&radio("From the start"));
    window.press("Right");
    window.wait_for(&slider("Month"));
    window.wait_for(&button("Moved to the city, 2009"));
    window.tab_to(&slider("Month"));
    window.press("Home");
    assert_eq!(chosen(window), json!("January 2009"));
    push(window, "Look at these weeks");
    window.wait_for(&slider("Day"));
    window.wait_for(&text("No check-ins in this time."));
    // It is an entry like others: opened, and changed.
    window.tab_to(&button("Going on: Moved to the city"));
    window.press("Enter");
    window.tab_to(&checkbox("It goes on today"));
    window.press("Space");
    push(window, "Done for now");
    window.wait_for(&button("Moved to the city, since 2009"));
}

/// Presses a button without a mouse.
fn push(window: &Window, name: &str) {
    window.tab_to(&button(name));
    window.press("Enter");
}

fn chosen(window: &Window) -> Value {
    window.run("return document.querySelector('[role=slider]').ariaValueText", &[])
}

fn count(window: &Window, selector: &str) -> u64 {
    let script = "return document.querySelectorAll(arguments[0]).length";
    window.run(script, &[json!(selector)]).as_u64().expect("a number")
}
