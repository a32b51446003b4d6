//! Any text as nine groups of a recovery key, one to a line.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| vault::fuzz::recovery_key(text));
