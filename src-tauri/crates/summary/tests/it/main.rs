//! The page from records to the sealed file, read back by programs nobody here wrote.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod areas;
mod choosing;
mod composing;
mod courses;
mod files;
mod lines;
mod paper;
mod readers;
mod redaction;
mod safety;
mod sample;
mod scores;
mod sealing;
mod variants;
