//! The house rules, as tests: each invariant of the README that is not a lint or a compile error.
//!
//! They read the source tree as text and need nothing built, so that a broken rule is named before
//! anything slow runs.

mod crates;
mod interface;
mod layout;
mod release;
mod sql;
mod tree;
mod words;
