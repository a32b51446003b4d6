//! Scales, what goes on beside the therapy, and reminders.

use super::{by_palette, settings};
use crate::target::{button, heading, text};
use crate::window::Window;

pub(super) fn scales(window: &Window) {
    by_palette(window, "scales");
    window.wait_for(&heading("Scales"));
    window.wait_for(&button("Fill it in: PHQ-9"));
}

pub(super) fn scale(window: &Window) {
    scales(window);
    window.click(&button("Fill it in: GAD-7"));
    window.wait_for(&text("0 of 7"));
}

pub(super) fn sources(window: &Window) {
    scales(window);
    window.click(&button("Where"));
    window.wait_for(&heading("Where it comes from"));
}

pub(super) fn rhythm(window: &Window) {
    by_palette(window, "daily rhythm");
    window.wait_for(&heading("Daily rhythm"));
    window.wait_for(&text("Near your aims"));
}

pub(super) fn care(window: &Window) {
    by_palette(window, "other care");
    window.wait_for(&heading("Medicine and other care"));
    window.wait_for(&button("Naltrexone"));
}

pub(super) fn reminders(window: &Window) {
    settings(window);
    window.wait_for(&heading("Reminders"));
    window.wait_for(&text("In the evening"));
}
