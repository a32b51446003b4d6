//! Whether what the window shows fits into it.

use crate::window::Window;

/// What is cut off or lies outside, one line each.
pub fn misfits(window: &Window) -> Vec<String> {
    let found = window.run(include_str!("fits.js"), &[]);
    serde_json::from_value(found).expect("it is a list of texts")
}
