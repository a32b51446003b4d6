//! The closeness circle in the real window: ten people placed by keyboard alone, and by mouse; a
//! picture kept, two moved, and what moved is told.

use acceptance::steps::{add_person, begin, lock, unlock};
use acceptance::target::{button, combobox, field, heading, radio, text};
use acceptance::window::Window;

const RINGS: [&str; 4] = ["Very close", "Close", "Around me", "Out of touch"];
/// Ten people, and the ring each is put into.
const TEN: [(&str, usize); 10] = [
    ("Ana", 0),
    ("Bea", 1),
    ("Cal", 2),
    ("Dov", 3),
    ("Eli", 0),
    ("Fay", 1),
    ("Gus", 2),
    ("Hal", 3),
    ("Ivy", 1),
    ("Jon", 2),
];

#[test]
fn ten_people_are_placed_and_compared_by_keyboard_alone() {
    let window = Window::open("ten_people_are_placed_and_compared_by_keyboard_alone");
    begin(&window);
    window.press("Control+3");
    window.wait_for(&field("A first name"));
    for (place, (name, _)) in TEN.iter().enumerate() {
        if place > 0 {
            push(&window, "Add");
            window.wait_for(&field("Name"));
        }
        // Each of the fields has the keyboard when it comes.
        window.type_text(name);
        if place > 0 {
            push(&window, "Done");
        } else {
            window.press("Enter");
        }
        window.wait_for(&heading(name));
        window.wait_for(&button(name));
    }
    for (place, (name, ring)) in TEN.iter().enumerate() {
        window.tab_to(&button(name));
        if place % 2 == 0 {
            window.press(&(ring + 1).to_string());
        } else {
            // The first step comes in at the outermost ring.
            for _ in 0..RINGS.len() - ring {
                window.press("Up");
            }
        }
        window.wait_for(&text(&format!("{name}: {}", RINGS[*ring])));
        assert!(window.has_focus(&button(name)), "{name} keeps the keyboard when placed");
        window.press("Right");
    }
    push(&window, "Keep a picture");
    window.wait_for(&text("A picture with 10 people is kept"));
    window.tab_to(&button("Dov"));
    window.press("Up");
    window.tab_to(&button("Ana"));
    window.press("Down");
    window.press("Down");
    window.wait_for(&text("Ana: Around me"));
    window.tab_to(&radio("Circles"));
    window.press("Right");
    window.press("Right");
    expect_two_moved(&window);

    // What was placed is on disk: the list tells it after a lock.
    lock(&window);
    unlock(&window);
    window.press("Control+3");
    window.tab_to(&radio("Circles"));
    window.press("Right");
    for (name, ring) in TEN {
        let ring = if name == "Ana" || name == "Dov" { 2 } else { ring };
        assert_eq!(ring_in_list(&window, name), RINGS[ring], "{name}");
    }
}

#[test]
fn ten_people_are_placed_and_compared_by_mouse() {
    let window = Window::open("ten_people_are_placed_and_compared_by_mouse");
    begin(&window);
    for (name, _) in TEN {
        add_person(&window, name);
    }
    for (place, (name, ring)) in TEN.iter().enumerate() {
        drop_into(&window, name, *ring, place);
    }
    window.click(&button("Keep a picture"));
    window.wait_for(&text("A picture with 10 people is kept"));
    drop_into(&window, "Dov", 2, 3);
    drop_into(&window, "Ana", 2, 0);
    window.click(&radio("Over time"));
    expect_two_moved(&window);
    window.click(&radio("List"));
    window.choose(&combobox("How close Jon is"), "Very close");
    window.click(&radio("Circles"));
    window.wait_for(&button("Jon Very close"));
}

/// Goes to a button by keyboard and presses it.
fn push(window: &Window, name: &str) {
    window.tab_to(&button(name));
    window.press("Enter");
}

/// Drags someone into a ring; where around it follows from their place in the row of ten.
fn drop_into(window: &Window, name: &str, ring: usize, place: usize) {
    window.wait_for(&button(name));
    let circle = window.run(
        "const box = document.querySelector('.circles').getBoundingClientRect();
         return [box.x, box.y, box.width]",
        &[],
    );
    let side = |at: usize| circle[at].as_f64().expect("the circle is on the screen");
    let far = [0.13, 0.24, 0.35, 0.45][ring] * side(2);
    let turn = (36.0 * f64::from(u8::try_from(place).expect("ten are few"))).to_radians();
    let (x, y) = (side(0) + side(2) / 2.0, side(1) + side(2) / 2.0);
    window.drag(&button(name), (x + far * turn.sin(), y - far * turn.cos()));
    window.wait_for(&button(&format!("{name} {}", RINGS[ring])));
}

fn expect_two_moved(window: &Window) {
    window.wait_for(&heading("What moved"));
    window.wait_for(&heading("Nearer (1)"));
    window.wait_for(&text("Dov · Out of touch → Around me"));
    window.wait_for(&heading("Further away (1)"));
    window.wait_for(&text("Ana · Very close → Around me"));
    window.wait_for(&heading("In the same ring (8)"));
}

fn ring_in_list(window: &Window, name: &str) -> String {
    let list = combobox(&format!("How close {name} is"));
    window.wait_for(&list);
    let chosen = "const list = [...document.querySelectorAll('select')]
        .find((one) => one.getAttribute('aria-label') === arguments[0]);
        return list?.selectedOptions[0]?.textContent.trim() ?? ''";
    let ring = window.run(chosen, &[format!("How close {name} is").into()]);
    ring.as_str().unwrap_or_default().to_owned()
}
