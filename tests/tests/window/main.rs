//! Journeys in the real window: the whole program, as a person meets it.
//!
//! `cargo xtask test window` builds what they need and runs them, one at a time. Each starts on an
//! empty home of its own. When one fails, `target/window` has a picture of the desktop.

mod access;
mod backups;
mod between_sessions;
mod care;
mod clipboard;
mod connect;
mod damage;
mod dispute;
mod drafts;
mod endings;
mod files;
mod handover;
mod leaks;
mod locking;
mod long;
mod loss;
mod patterns;
mod people;
#[path = "../private/mod.rs"]
mod private;
mod quick;
mod reach;
mod scales;
mod timeline;
mod ways_in;
