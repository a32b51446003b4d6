//! The vault from the outside: what holds at rest, after a crash, and when files
//! are damaged.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and has files of its own to damage"
)]

// The fuzzer's targets name their macro by the crate it comes from.
extern crate self as libfuzzer_sys;

mod at_rest;
mod backup;
mod child;
mod crash;
mod damage;
mod fixtures;
mod full_disk;
mod fuzz;
mod quick;
mod records;
mod renew;
mod salvage;
mod sealed;
mod search;
mod secrets;
mod support;
