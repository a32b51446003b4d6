//! What the acceptance tests stand on: a throw-away home, a private desktop, the real window, and
//! independent eyes (readers of PDF, a scanner for leaks, an accessibility checker).
//!
//! The product's own code must not be used to check the product here, the campaigns aside, which
//! make that code fail on purpose. Everything below is written for tests: it panics with a sentence
//! that says what it saw.

pub mod axe;
#[cfg(feature = "window")]
pub mod campaign;
pub mod desktop;
pub mod eyes;
pub mod fits;
pub mod found;
pub mod hands;
pub mod home;
pub mod keyboard;
#[cfg(feature = "window")]
pub mod keys;
pub mod leak;
pub mod memory;
pub mod pdf;
pub mod private;
pub mod program;
pub mod screens;
pub mod steps;
pub mod target;
pub mod ways_out;
pub mod window;
